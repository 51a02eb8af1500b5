//! What the texts of a public page said from a moment on. Every version is kept, and none is ever changed; what they say now
//! stands in `texts`.

use sea_orm::entity::prelude::*;

use crate::{
    catalogue::content::{Changed, Page, Texts},
    clock::Moment,
    ids::UserId,
};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "text_versions")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub page: Page,
    /// Counts the versions of the page, from 1.
    #[sea_orm(primary_key, auto_increment = false)]
    pub number: i32,
    /// All that were words of the house then.
    pub texts: Texts,
    /// What differs from the version before.
    pub changed: Changed,
    /// None for what stood there before anybody changed it.
    pub written_by: Option<UserId>,
    pub written_at: Moment,
}

impl ActiveModelBehavior for ActiveModel {}
