//! What a piece of news said from a moment on, and what made it so. Every version is kept, and none is ever changed.

use sea_orm::entity::prelude::*;

use crate::{
    catalogue::news::{NewsDeed, NewsKind},
    clock::Moment,
    ids::{NewsId, UserId},
    words::{Locale, Trilingual},
};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "news_versions")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub news_id: NewsId,
    /// Counts the versions of the piece, from 1.
    #[sea_orm(primary_key, auto_increment = false)]
    pub number: i32,
    pub deed: NewsDeed,
    pub kind: NewsKind,
    pub locale: Locale,
    pub title: Trilingual,
    pub body: Trilingual,
    pub link: Option<String>,
    pub written_by: UserId,
    pub written_at: Moment,
}

impl ActiveModelBehavior for ActiveModel {}
