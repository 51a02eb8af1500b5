//! A challenge whose proof of work has brought a message already.

use sea_orm::entity::prelude::*;

use crate::clock::Moment;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "spent_challenges")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub challenge: String,
    /// A digest of that message: whoever presses twice sends it once.
    pub spent_on: String,
    /// From then on its proof holds no more, spent or not.
    pub expires_at: Moment,
}

impl ActiveModelBehavior for ActiveModel {}
