//! What was said about a proposal, to an audience.

use sea_orm::entity::prelude::*;

use crate::{
    clock::Moment,
    ids::{CommentId, ProposalId, UserId},
    proposals::rules::Audience,
};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "comments")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: CommentId,
    pub proposal_id: ProposalId,
    pub author_id: UserId,
    pub audience: Audience,
    pub body: String,
    pub at: Moment,
    #[sea_orm(belongs_to, from = "author_id", to = "id")]
    pub author: BelongsTo<super::user::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
