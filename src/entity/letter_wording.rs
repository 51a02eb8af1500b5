//! What the letters of a kind say in one language: every version is kept, the last one holds.

use sea_orm::entity::prelude::*;

use crate::{
    clock::Moment,
    ids::{LetterWordingId, UserId},
    words::Locale,
};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "letter_wordings")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: LetterWordingId,
    pub kind: String,
    pub locale: Locale,
    pub version: i32,
    /// None where the service's own words hold again; the same for the body.
    pub subject: Option<String>,
    pub body: Option<String>,
    pub written_by: Option<UserId>,
    pub written_at: Moment,
}

impl ActiveModelBehavior for ActiveModel {}
