//! Someone of another organisation who is invited to write in one proposal, until it is ended.

use sea_orm::entity::prelude::*;

use crate::{
    clock::Moment,
    ids::{CoEditorId, ProposalId, UserId},
};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "co_editors")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: CoEditorId,
    pub proposal_id: ProposalId,
    pub user_id: UserId,
    pub invited_by: Option<UserId>,
    pub invited_at: Moment,
    /// Until when the invitation can be accepted.
    pub expires_at: Moment,
    /// None while it is only an invitation.
    pub accepted_at: Option<Moment>,
    pub ended_at: Option<Moment>,
    #[sea_orm(belongs_to, from = "user_id", to = "id")]
    pub user: BelongsTo<super::user::Entity>,
    #[sea_orm(belongs_to, from = "proposal_id", to = "id")]
    pub proposal: BelongsTo<super::proposal::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
