//! What one person says in a conversation.

use sea_orm::entity::prelude::*;

use crate::{
    clock::Moment,
    ids::{MessageId, ThreadId, UserId},
};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "messages")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: MessageId,
    pub thread_id: ThreadId,
    pub author_id: UserId,
    /// Whether it was written for the organisation that leads the proposal.
    pub by_applicant: bool,
    pub body: String,
    pub at: Moment,
    /// From when on others read it; until then its author can take it back.
    pub goes_at: Moment,
    /// Taken back before it went: its author alone has it, to send it after all or to throw it away.
    pub taken_back: bool,
    pub edited_at: Option<Moment>,
    /// Raised by every change of its text.
    pub version: i32,
    #[sea_orm(belongs_to, from = "author_id", to = "id")]
    pub author: BelongsTo<super::user::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
