//! A change of a proposal's state, as it happened.

use chrono::NaiveDate;
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

impl Model {
    /// A day that was given with it, by its name.
    pub fn day(&self, name: &str) -> Option<NaiveDate> {
        self.data.get(name)?.as_str()?.parse().ok()
    }
}

impl ActiveModelBehavior for ActiveModel {}
