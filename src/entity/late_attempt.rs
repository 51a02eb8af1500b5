//! A submission that came too late: held as it was handed in, for the secretariat to admit.

use sea_orm::entity::prelude::*;

use crate::{
    clock::Moment,
    ids::{GuidelinesId, LateAttemptId, ProposalId, UserId},
};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "late_attempts")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: LateAttemptId,
    pub proposal_id: ProposalId,
    /// The submission that it would have been.
    pub number: i32,
    pub guidelines_id: GuidelinesId,
    #[sea_orm(column_type = "JsonBinary")]
    pub answers: Json,
    /// Of its canonical form: the same text is held once.
    pub sha256: String,
    /// The deadline that it missed.
    pub deadline: Moment,
    pub tried_by: UserId,
    /// When the request arrived.
    pub tried_at: Moment,
    /// When the secretariat decided not to admit it.
    pub refused_at: Option<Moment>,
    /// Why; empty unless it was refused.
    pub refusal: String,
}

impl ActiveModelBehavior for ActiveModel {}
