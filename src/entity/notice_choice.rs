//! How somebody wants notices of a kind; who said nothing gets them at once.

use sea_orm::entity::prelude::*;

use crate::{
    ids::UserId,
    mail::rhythm::{Notice, Wanted},
};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "notice_choices")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub user_id: UserId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub notice: Notice,
    pub wanted: Wanted,
}

impl ActiveModelBehavior for ActiveModel {}
