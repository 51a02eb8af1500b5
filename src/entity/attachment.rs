//! A file of a proposal. Its bytes lie in the file store under their own hash.

use sea_orm::entity::prelude::*;

use crate::{
    clock::Moment,
    ids::{AttachmentId, MessageId, ProposalId, UserId},
};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "attachments")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: AttachmentId,
    pub proposal_id: ProposalId,
    pub field: String,
    /// The name it had, made safe.
    pub name: String,
    /// As found in its content.
    pub media_type: String,
    pub size: i64,
    pub sha256: String,
    pub uploaded_by: Option<UserId>,
    pub uploaded_at: Moment,
    pub removed_at: Option<Moment>,
    /// The message that it came with; none for a file of an answer. Each has doors of its own.
    pub message_id: Option<MessageId>,
}

impl ActiveModelBehavior for ActiveModel {}
