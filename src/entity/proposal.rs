//! A proposal, whatever its state. What was written stands in the answers and the submissions; here stands what lists need.

use sea_orm::entity::prelude::*;

use crate::{
    clock::Moment,
    ids::{CallId, OrganisationId, ProposalId, Reference, UserId},
    proposals::workflow::State,
    words::Locale,
};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "proposals")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ProposalId,
    #[sea_orm(unique)]
    pub reference: Reference,
    pub call_id: CallId,
    pub number: i32,
    pub organisation_id: OrganisationId,
    pub state: State,
    /// Raised by every change of state; what was seen must be what is changed.
    pub version: i32,
    pub state_since: Moment,
    /// Where *reinstate* leads, in the states not selected and withdrawn.
    pub state_before: Option<State>,
    /// Where *resubmit* leads, in the state returned.
    pub returned_from: Option<State>,
    /// Until when a returned proposal can be submitted again.
    pub due_at: Option<Moment>,
    /// Empty while it has none.
    pub title: String,
    pub title_key: String,
    pub short_title: String,
    /// The code of the main theme, empty while none is chosen.
    pub theme: String,
    /// ISO 3166-1 alpha-2, empty while none is chosen.
    pub country: String,
    /// The language of the proposal.
    pub language: Locale,
    /// Its name in the catalogue, once it was approved.
    pub slug: Option<String>,
    /// Where a registered proposal is known from; none for one that was written here.
    #[sea_orm(column_type = "JsonBinary", nullable)]
    pub sources: Option<Json>,
    pub example: bool,
    pub created_by: Option<UserId>,
    pub created_at: Moment,
    pub updated_at: Moment,
    /// What it waits for from the secretariat: a number of `proposals::waits::Wait`. This and the next ones are kept by
    /// `proposals::store::summary`.
    pub waits: i32,
    /// How many are to review it, and how many of them have.
    pub reviews_asked: i32,
    pub reviews_in: i32,
    /// The mean of the weighted totals, and the widest distance between two, in hundredths; -1 without any.
    pub reviews_mean: i32,
    pub reviews_gap: i32,
    /// The place of its state in the workflow, to sort by.
    pub place_of_state: i32,
    #[sea_orm(belongs_to, from = "call_id", to = "id")]
    pub call: BelongsTo<super::call::Entity>,
    #[sea_orm(belongs_to, from = "organisation_id", to = "id")]
    pub organisation: BelongsTo<super::organisation::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
