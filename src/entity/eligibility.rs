//! Whether a proposal fulfils the conditions of its call.

use sea_orm::entity::prelude::*;

use crate::{
    clock::Moment,
    ids::{ProposalId, UserId},
};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "eligibilities")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub proposal_id: ProposalId,
    pub passed: bool,
    /// Required where it failed.
    pub reason: String,
    /// What was said of each check of the guidelines, by its key.
    #[sea_orm(column_type = "JsonBinary")]
    pub checks: Json,
    /// The number of the submission that was checked; 0 where it is not known.
    pub submission: i32,
    pub checked_by: Option<UserId>,
    pub checked_at: Moment,
}

impl ActiveModelBehavior for ActiveModel {}
