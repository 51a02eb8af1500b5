//! What was submitted, word for word: numbered, never changed, known by the hash of its canonical form.

use sea_orm::entity::prelude::*;

use crate::{
    clock::Moment,
    ids::{GuidelinesId, ProposalId, SubmissionId, UserId},
};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "submissions")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: SubmissionId,
    pub proposal_id: ProposalId,
    pub number: i32,
    pub guidelines_id: GuidelinesId,
    #[sea_orm(column_type = "JsonBinary")]
    pub answers: Json,
    /// RFC 8785 JSON: `sha256sum` of these bytes is the hash.
    pub canonical: Vec<u8>,
    pub sha256: String,
    pub submitted_by: Option<UserId>,
    pub submitted_at: Moment,
    #[sea_orm(belongs_to, from = "proposal_id", to = "id")]
    pub proposal: BelongsTo<super::proposal::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
