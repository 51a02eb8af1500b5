//! Something that was published about an Initiative on its way.

use sea_orm::entity::prelude::*;

use crate::{
    catalogue::news::NewsKind,
    clock::Moment,
    ids::{NewsId, ProposalId, UserId},
    words::Locale,
};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "news")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: NewsId,
    pub proposal_id: ProposalId,
    pub kind: NewsKind,
    /// The language in which it is written.
    pub locale: Locale,
    pub title: String,
    pub body: String,
    /// Where there is more to read.
    pub link: Option<String>,
    pub published_at: Moment,
    pub published_by: UserId,
}

impl ActiveModelBehavior for ActiveModel {}
