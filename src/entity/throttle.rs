//! How often logging in failed, per account and per address.

use sea_orm::entity::prelude::*;

use crate::clock::Moment;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "throttles")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    /// A digest of what is counted, so that no address stands here in clear.
    pub bucket: String,
    pub failures: i32,
    pub last_at: Moment,
    /// When the next try is heard.
    pub open_at: Moment,
}

impl ActiveModelBehavior for ActiveModel {}
