//! Somebody who is reached by email only and wants to hear of Initiatives; or wanted to, so that no list brings them back.

use sea_orm::entity::prelude::*;

use crate::{
    clock::Moment,
    ids::SubscriberId,
    mail::{Email, rhythm::Rhythm},
    words::Locale,
};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "subscribers")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: SubscriberId,
    #[sea_orm(unique)]
    pub email: Email,
    /// May be empty: only lists that were brought here know names.
    pub name: String,
    pub locale: Locale,
    pub rhythm: Rhythm,
    /// When the last letter went out that asks to confirm.
    pub asked_at: Option<Moment>,
    /// How many of these were not answered.
    pub unanswered: i32,
    /// When it was first certain that they want letters.
    pub confirmed_at: Option<Moment>,
    /// When they stopped all letters, unless they began anew since.
    pub stopped_at: Option<Moment>,
    pub created_at: Moment,
    /// Raised by every change of theirs.
    pub version: i32,
}

impl ActiveModelBehavior for ActiveModel {}
