//! The answer to one field of a proposal, as last saved.

use sea_orm::entity::prelude::*;

use crate::{
    clock::Moment,
    ids::{ProposalId, UserId},
};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "answers")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub proposal_id: ProposalId,
    #[sea_orm(primary_key, auto_increment = false)]
    /// The guidelines' key of the field.
    pub field: String,
    #[sea_orm(column_type = "JsonBinary")]
    pub value: Json,
    /// Counts the saves of this field, from 1.
    pub version: i32,
    pub saved_by: Option<UserId>,
    pub saved_at: Moment,
}

impl ActiveModelBehavior for ActiveModel {}
