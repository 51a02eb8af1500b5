//! A reminder that was posted: of one draft, before one deadline.

use sea_orm::entity::prelude::*;

use crate::{
    clock::Moment,
    ids::{ProposalId, ReminderId},
};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "reminders")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ReminderId,
    pub proposal_id: ProposalId,
    pub deadline: Moment,
    /// How many hours before the deadline it was due.
    pub hours: i32,
    pub sent_at: Moment,
}

impl ActiveModelBehavior for ActiveModel {}
