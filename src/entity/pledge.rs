//! That a reviewer has promised to keep the proposals of a call to themselves.

use sea_orm::entity::prelude::*;

use crate::{
    clock::Moment,
    ids::{CallId, UserId},
};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "pledges")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub call_id: CallId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub person_id: UserId,
    pub pledged_at: Moment,
}

impl ActiveModelBehavior for ActiveModel {}
