//! Something that the secretariat asks to be changed in a returned proposal. Its answer is one of the proposal's.

use sea_orm::entity::prelude::*;

use crate::{
    clock::Moment,
    ids::{ProposalId, RequestId, UserId},
};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "requests")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: RequestId,
    pub proposal_id: ProposalId,
    /// The number of the submission that it is about: the next one answers it.
    pub submission: i32,
    /// Counts through all requests of the proposal.
    pub number: i32,
    /// The key of the question that it is about; empty for none in particular.
    pub field: String,
    pub body: String,
    pub asked_by: Option<UserId>,
    pub asked_at: Moment,
}

impl ActiveModelBehavior for ActiveModel {}
