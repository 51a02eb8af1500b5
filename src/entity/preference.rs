//! What a reviewer would like to review, or would rather not; without a row they are willing.

use sea_orm::entity::prelude::*;

use crate::{
    clock::Moment,
    ids::{ProposalId, UserId},
};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "preferences")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub proposal_id: ProposalId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub person_id: UserId,
    /// 1 for gladly, -1 for rather not.
    pub wish: i32,
    pub stated_at: Moment,
}

impl ActiveModelBehavior for ActiveModel {}
