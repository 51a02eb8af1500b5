//! A private note of those who write a proposal.

use sea_orm::entity::prelude::*;

use crate::{
    clock::Moment,
    ids::{NoteId, ProposalId, UserId},
};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "notes")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: NoteId,
    pub proposal_id: ProposalId,
    pub author_id: UserId,
    /// The key of the section that it is about; empty for the whole.
    pub section: String,
    pub body: String,
    pub at: Moment,
    pub edited_at: Option<Moment>,
    pub resolved_at: Option<Moment>,
    pub resolved_by: Option<UserId>,
    /// Raised by every change of its text.
    pub version: i32,
    #[sea_orm(belongs_to, from = "author_id", to = "id")]
    pub author: BelongsTo<super::user::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
