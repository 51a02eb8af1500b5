//! An event of the audit trail. It has a place and a hash once the sealer has reached it.

use sea_orm::entity::prelude::*;

use crate::{clock::Moment, ids::EventId};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "audit_events")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: EventId,
    pub at: Moment,
    /// `user:<id>`, `system:<what>` or `anyone`.
    pub actor: String,
    pub action: String,
    /// `proposal:<id>`, `user:<id>`, …
    pub subject: String,
    /// JSON, without anything personal.
    pub data: String,
    #[sea_orm(unique)]
    pub position: Option<i64>,
    #[sea_orm(unique)]
    pub hash: Option<String>,
}

impl ActiveModelBehavior for ActiveModel {}
