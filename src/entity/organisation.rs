//! A city, region or partner organisation.

use sea_orm::entity::prelude::*;

use crate::{accounts::policy::OrganisationKind, clock::Moment, ids::OrganisationId};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "organisations")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: OrganisationId,
    #[sea_orm(unique)]
    pub slug: String,
    pub name: String,
    /// The name folded, for sorting.
    pub name_key: String,
    pub kind: OrganisationKind,
    pub city: String,
    /// ISO 3166-1 alpha-2.
    pub country: String,
    /// Millionths of a degree.
    pub latitude: Option<i64>,
    /// Millionths of a degree.
    pub longitude: Option<i64>,
    pub website: Option<String>,
    pub example: bool,
    pub created_at: Moment,
    pub version: i32,
}

impl ActiveModelBehavior for ActiveModel {}
