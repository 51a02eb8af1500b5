//! A browser that has been here: signed in, or carrying a message between two pages.

use sea_orm::entity::prelude::*;

use crate::{
    clock::Moment,
    ids::{SessionId, UserId},
};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "sessions")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: SessionId,
    /// The SHA-256 of the cookie's value.
    #[sea_orm(unique)]
    pub secret_hash: String,
    pub user_id: Option<UserId>,
    /// The session's values, as JSON.
    pub data: String,
    pub created_at: Moment,
    pub seen_at: Moment,
    pub expires_at: Moment,
    pub ended_at: Option<Moment>,
    /// The browser's own description, for the list of one's sessions.
    pub agent: String,
    pub address: String,
    #[sea_orm(belongs_to, from = "user_id", to = "id")]
    pub user: BelongsTo<Option<super::user::Entity>>,
}

impl ActiveModelBehavior for ActiveModel {}
