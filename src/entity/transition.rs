//! A change of a proposal's state, as it happened.

use sea_orm::entity::prelude::*;

use crate::{
    clock::Moment,
    ids::{ProposalId, TransitionId, UserId},
    proposals::workflow::{Action, State},
};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "transitions")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: TransitionId,
    pub proposal_id: ProposalId,
    pub action: Action,
    pub from_state: Option<State>,
    pub to_state: State,
    pub by_user: Option<UserId>,
    pub at: Moment,
    /// Empty where none was asked.
    pub reason: String,
    #[sea_orm(column_type = "JsonBinary")]
    pub data: Json,
}

impl ActiveModelBehavior for ActiveModel {}
