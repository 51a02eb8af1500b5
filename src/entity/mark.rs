//! A mark that seeding leaves, so that it is not done twice.

use sea_orm::entity::prelude::*;

use crate::clock::Moment;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "marks")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub name: String,
    pub value: String,
    pub at: Moment,
}

impl ActiveModelBehavior for ActiveModel {}
