//! A version of a guidelines definition, as it was written.

use sea_orm::entity::prelude::*;

use crate::{clock::Moment, ids::GuidelinesId};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "guidelines")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: GuidelinesId,
    pub slug: String,
    pub version: i32,
    /// The definition, in TOML.
    pub source: String,
    pub created_at: Moment,
    /// Since when a call uses it, so that it no longer changes.
    pub frozen_at: Option<Moment>,
}

impl ActiveModelBehavior for ActiveModel {}
