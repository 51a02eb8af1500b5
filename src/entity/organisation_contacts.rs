//! Whom an organisation names in its proposals, unless it says otherwise there.

use sea_orm::entity::prelude::*;

use crate::{
    clock::Moment,
    ids::{OrganisationId, UserId},
};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "organisation_contacts")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub organisation_id: OrganisationId,
    /// The mayor or head, as the answer of a field of persons is stored.
    #[sea_orm(column_type = "JsonBinary")]
    pub endorser: Json,
    /// Who manages projects, the same way.
    #[sea_orm(column_type = "JsonBinary")]
    pub manager: Json,
    pub saved_by: Option<UserId>,
    pub saved_at: Moment,
}

impl ActiveModelBehavior for ActiveModel {}
