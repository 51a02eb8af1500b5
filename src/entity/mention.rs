//! That a message names somebody, who was told of it.

use sea_orm::entity::prelude::*;

use crate::ids::{MessageId, UserId};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "mentions")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub message_id: MessageId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub person_id: UserId,
    #[sea_orm(belongs_to, from = "person_id", to = "id")]
    pub person: BelongsTo<super::user::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
