//! One thing that a subscriber wants to hear of, with where that is known from.

use sea_orm::entity::prelude::*;

use crate::{
    clock::Moment,
    ids::SubscriberId,
    partners::topics::{Origin, TopicKind},
};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "subscriptions")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub subscriber_id: SubscriberId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub topic: TopicKind,
    /// Which theme, region, country, city or Initiative; empty where there is only one.
    #[sea_orm(primary_key, auto_increment = false)]
    pub value: String,
    pub origin: Origin,
    /// What the secretariat wrote of the consent of a list that was brought here; else empty.
    pub source: String,
    pub asked_at: Moment,
    /// None while nobody has confirmed that it was them who asked.
    pub confirmed_at: Option<Moment>,
    #[sea_orm(belongs_to, from = "subscriber_id", to = "id")]
    pub subscriber: BelongsTo<super::subscriber::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
