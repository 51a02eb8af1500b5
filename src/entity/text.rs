//! A text of the public pages, by its name.

use sea_orm::entity::prelude::*;

use crate::words::Trilingual;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "texts")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub name: String,
    pub text: Trilingual,
}

impl ActiveModelBehavior for ActiveModel {}
