//! What lists, maps and feeds know of an Initiative that is public, or was.

use sea_orm::entity::prelude::*;

use crate::{
    clock::Moment,
    ids::{OrganisationId, ProposalId, Reference},
    proposals::{published::PartnerPlaces, workflow::State},
    words::{Locale, Trilingual},
};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "catalogue_entries")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub proposal_id: ProposalId,
    /// The change of the catalogue that changed it last. Later changes have higher numbers, in the order of their commits.
    pub number: i64,
    /// False once it is public no more.
    pub shown: bool,
    pub slug: String,
    pub reference: Reference,
    /// The language in which it was written.
    pub language: Locale,
    /// Empty in a language into which it was not translated.
    pub title: Trilingual,
    pub short_title: Trilingual,
    pub aim: Trilingual,
    pub organisation_id: OrganisationId,
    pub city: String,
    /// ISO 3166-1 alpha-2, empty where it is not known.
    pub country: String,
    /// The code of the main theme, empty where it is not known.
    pub theme: String,
    pub state: State,
    /// The year of its call.
    pub year: i32,
    /// Where it is, in millionths of a degree.
    pub latitude: Option<i32>,
    pub longitude: Option<i32>,
    /// The partners that are cities, with their places.
    pub partners: PartnerPlaces,
    pub example: bool,
    pub published_at: Moment,
    pub changed_at: Moment,
    /// Since when the home page features it, if it does. That changes nothing of the Initiative itself.
    pub featured_at: Option<Moment>,
}

impl ActiveModelBehavior for ActiveModel {}
