//! A deadline that was moved: of a call, for all, or of one organisation.

use sea_orm::entity::prelude::*;

use crate::{
    clock::Moment,
    ids::{CallId, ExtensionId, OrganisationId, UserId},
};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "extensions")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ExtensionId,
    pub call_id: CallId,
    /// None for an extension of the call.
    pub organisation_id: Option<OrganisationId>,
    /// The deadline that held before.
    pub was: Moment,
    pub closes_at: Moment,
    pub reason: String,
    pub granted_by: Option<UserId>,
    pub granted_at: Moment,
    /// When it was taken back, or another took its place.
    pub ended_at: Option<Moment>,
    #[sea_orm(belongs_to, from = "organisation_id", to = "id")]
    pub organisation: BelongsTo<Option<super::organisation::Entity>>,
}

impl ActiveModelBehavior for ActiveModel {}
