//! A review as it was handed in; the next one does not change it.

use sea_orm::entity::prelude::*;

use crate::{
    clock::Moment,
    ids::{ReviewId, ReviewVersionId, SubmissionId},
};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "review_versions")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ReviewVersionId,
    pub review_id: ReviewId,
    /// 1 for the first.
    pub number: i32,
    /// The submission that it judges.
    pub submission_id: Option<SubmissionId>,
    /// An `Entry` of the reviews.
    #[sea_orm(column_type = "JsonBinary")]
    pub entry: Json,
    /// The weighted total in hundredths.
    pub total: i32,
    pub handed_in_at: Moment,
}

impl ActiveModelBehavior for ActiveModel {}
