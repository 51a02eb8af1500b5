//! Whether somebody of the house has an interest in a proposal; at most one ruling for each of both.

use sea_orm::entity::prelude::*;

use crate::{
    clock::Moment,
    ids::{ConflictId, ProposalId, UserId},
    proposals::conflicts::Ruling,
};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "conflicts")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ConflictId,
    pub proposal_id: ProposalId,
    pub person_id: UserId,
    pub ruling: Ruling,
    pub reason: String,
    pub stated_by: Option<UserId>,
    pub stated_at: Moment,
    #[sea_orm(belongs_to, from = "person_id", to = "id")]
    pub person: BelongsTo<super::user::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
