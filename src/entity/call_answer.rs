//! An answer to a question about a call, on the call's public page.

use sea_orm::entity::prelude::*;

use crate::{
    clock::Moment,
    ids::{CallAnswerId, CallId},
    words::Trilingual,
};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "call_answers")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: CallAnswerId,
    pub call_id: CallId,
    /// Its place in the order of the page.
    pub place: i32,
    pub question: Trilingual,
    pub answer: Trilingual,
    pub created_at: Moment,
    pub updated_at: Moment,
    pub version: i32,
}

impl ActiveModelBehavior for ActiveModel {}
