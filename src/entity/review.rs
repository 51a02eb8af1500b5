//! A reviewer's review of a proposal, being written or in.

use sea_orm::entity::prelude::*;

use crate::{
    clock::Moment,
    ids::{ProposalId, ReviewId, SubmissionId, UserId},
    reviews::rules::{Confidence, Recommendation},
};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "reviews")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ReviewId,
    pub proposal_id: ProposalId,
    pub reviewer_id: UserId,
    /// The submission that it judges, or on which it was begun.
    pub submission_id: Option<SubmissionId>,
    /// Points by criterion.
    #[sea_orm(column_type = "JsonBinary")]
    pub scores: Json,
    /// Remarks by criterion.
    #[sea_orm(column_type = "JsonBinary")]
    pub remarks: Json,
    pub to_committee: String,
    pub to_applicant: String,
    pub recommendation: Option<Recommendation>,
    pub confidence: Option<Confidence>,
    /// A `Draft` of the reviews: what is being written over one that is in, or that was begun on an earlier submission, until it
    /// is handed in.
    #[sea_orm(column_type = "JsonBinary", nullable)]
    pub draft: Option<Json>,
    /// The weighted total in hundredths, once it is in.
    pub total: Option<i32>,
    pub version: i32,
    pub updated_at: Moment,
    pub submitted_at: Option<Moment>,
    #[sea_orm(belongs_to, from = "reviewer_id", to = "id")]
    pub reviewer: BelongsTo<super::user::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
