//! Something that was published about an Initiative on its way, as it reads now. What it read before are its `news_version`s.

use sea_orm::entity::prelude::*;

use crate::{
    catalogue::news::NewsKind,
    clock::Moment,
    ids::{NewsId, ProposalId, UserId},
    words::{Locale, Trilingual},
};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "news")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: NewsId,
    pub proposal_id: ProposalId,
    pub kind: NewsKind,
    /// The language in which it was written.
    pub locale: Locale,
    /// Empty in a language into which it was not translated, as is the body.
    pub title: Trilingual,
    pub body: Trilingual,
    /// Where there is more to read.
    pub link: Option<String>,
    pub published_at: Moment,
    pub published_by: UserId,
    /// The number of its last version.
    pub version: i32,
    /// When it was last corrected, if it was.
    pub changed_at: Option<Moment>,
    /// Since when nobody can read it any more.
    pub taken_back_at: Option<Moment>,
}

impl ActiveModelBehavior for ActiveModel {}
