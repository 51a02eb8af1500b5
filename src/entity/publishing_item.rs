//! A proposal whose decision an order publishes, as it was seen, and what became of it.

use sea_orm::entity::prelude::*;

use crate::{
    clock::Moment,
    ids::{ProposalId, PublishingOrderId},
    proposals::rules::Outcome,
};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "publishing_items")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub order_id: PublishingOrderId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub proposal_id: ProposalId,
    pub place: i32,
    /// The version of the proposal, and that of its decision.
    pub seen: i32,
    pub decision_version: i32,
    pub outcome: Outcome,
    pub done_at: Option<Moment>,
    /// The key of why it was not published.
    pub failure: Option<String>,
}

impl ActiveModelBehavior for ActiveModel {}
