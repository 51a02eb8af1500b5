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
    pub place: i32,
    pub title: Trilingual,
    pub summary: Trilingual,
    pub year: Option<i32>,
    pub link: Option<String>,
}

impl ActiveModelBehavior for ActiveModel {}
