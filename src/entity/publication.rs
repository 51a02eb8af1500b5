//! A publication on the public pages.

use sea_orm::entity::prelude::*;

use crate::{ids::PublicationId, words::Trilingual};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "publications")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: PublicationId,
    #[sea_orm(unique)]
    pub slug: String,
    /// Its place among the others.
    pub place: i32,
    pub title: Trilingual,
    pub summary: Trilingual,
    pub year: Option<i32>,
    /// Where it can be read elsewhere.
    pub link: Option<String>,
    /// Raised by every change of what it says and holds; what was seen must be what is changed.
    pub version: i32,
    /// False while it is hidden from all but the secretariat.
    pub shown: bool,
    /// The code of its theme, empty for none.
    pub theme: String,
    /// The image of its cover, whose bytes lie in the file store under this hash; none while it has no such image.
    pub cover_sha256: Option<String>,
    /// The media type of the image; empty without one.
    pub cover_type: String,
    /// In pixels; 0 without an image.
    pub cover_width: i32,
    pub cover_height: i32,
}

impl ActiveModelBehavior for ActiveModel {}
