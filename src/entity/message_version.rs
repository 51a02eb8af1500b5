//! What stood in a message before it was changed.

use sea_orm::entity::prelude::*;

use crate::{clock::Moment, ids::MessageId};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "message_versions")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub message_id: MessageId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub number: i32,
    pub body: String,
    /// Since when it stood there.
    pub at: Moment,
}

impl ActiveModelBehavior for ActiveModel {}
