//! An address at which nothing arrives, as a server or a report said.

use sea_orm::entity::prelude::*;

use crate::{clock::Moment, ids::LetterId, mail::Email};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "suppressions")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub email: Email,
    pub since: Moment,
    /// The letter that came back.
    pub letter_id: Option<LetterId>,
    /// What was said of it.
    pub reason: String,
}

impl ActiveModelBehavior for ActiveModel {}
