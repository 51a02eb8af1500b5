//! A tag of the secretariat's own making.

use sea_orm::entity::prelude::*;

use crate::{clock::Moment, ids::TagId};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "tags")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: TagId,
    pub name: String,
    /// The name folded: no two tags differ by case or accents alone.
    #[sea_orm(unique)]
    pub name_key: String,
    /// 1 to 12: a class of the stylesheet.
    pub colour: i32,
    pub created_at: Moment,
}

impl ActiveModelBehavior for ActiveModel {}
