//! The history of saves: one row per field that a save changed.

use sea_orm::entity::prelude::*;

use crate::{
    clock::Moment,
    ids::{ProposalId, SaveId, UserId},
};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "saves")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: SaveId,
    pub proposal_id: ProposalId,
    pub field: String,
    #[sea_orm(column_type = "JsonBinary")]
    pub value: Json,
    pub version: i32,
    pub saved_by: Option<UserId>,
    pub saved_at: Moment,
}

impl ActiveModelBehavior for ActiveModel {}
