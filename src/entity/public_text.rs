//! A version of what is published of an Initiative, in one language. The last one of each language is what everybody reads.

use sea_orm::entity::prelude::*;

use crate::{
    clock::Moment,
    ids::{ProposalId, UserId},
    words::Locale,
};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "public_texts")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub proposal_id: ProposalId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub locale: Locale,
    /// Counts the versions of this language, from 1.
    #[sea_orm(primary_key, auto_increment = false)]
    pub number: i32,
    /// Whether it was in this language that the Initiative was written. Else it is a translation.
    pub origin: bool,
    /// By the guidelines' keys: all that is published, or as much of it as was translated.
    #[sea_orm(column_type = "JsonBinary")]
    pub answers: Json,
    /// Of the original: the submission that it was made from. Of a translation: the version of the original that it translates; 0
    /// where another text was published since, of which nothing is translated yet.
    pub of_number: i32,
    /// Why it was changed; empty for what was submitted.
    pub note: String,
    /// None where the service copied it from the submission.
    pub made_by: Option<UserId>,
    pub made_at: Moment,
}

impl ActiveModelBehavior for ActiveModel {}
