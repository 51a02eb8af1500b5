//! How a person likes to work; without a row, as everybody does at first.

use sea_orm::entity::prelude::*;

use crate::ids::UserId;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "habits")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub person_id: UserId,
    /// Whether single keys do something on the pages of the desk.
    pub shortcuts: bool,
    /// The columns of the desk's list, their codes joined by commas; empty for the usual ones.
    pub desk_columns: String,
}

impl ActiveModelBehavior for ActiveModel {}
