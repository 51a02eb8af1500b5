//! A view of the desk's list, saved under a name.

use sea_orm::entity::prelude::*;

use crate::{
    clock::Moment,
    ids::{SavedViewId, UserId},
};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "saved_views")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: SavedViewId,
    pub owner_id: UserId,
    pub name: String,
    /// The name folded, for sorting; no two of one person are the same.
    pub name_key: String,
    /// What stands behind the question mark of its address.
    pub query: String,
    /// Whether all of the secretariat have it.
    pub shared: bool,
    pub created_at: Moment,
}

impl ActiveModelBehavior for ActiveModel {}
