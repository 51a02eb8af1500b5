//! How far somebody has read a conversation, and whether they are told of what is said in it.

use sea_orm::entity::prelude::*;

use crate::{
    clock::Moment,
    ids::{ThreadId, UserId},
};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "thread_readers")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub thread_id: ThreadId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub person_id: UserId,
    /// What others could read up to this instant, this person has read.
    pub read_to: Moment,
    pub follows: bool,
}

impl ActiveModelBehavior for ActiveModel {}
