//! An organisation's page for its own people: what it is, and its proposals.

use axum::extract::State;
use serde::Deserialize;

use super::own::can_start;
use crate::{
    accounts::{
        actions::organisation_for,
        lists::Turn,
        policy::{Deed, may},
    },
    app::App,
    ids::ProposalId,
    proposals::{
        pages::{Allowed, CityLine, CityPage},
        store::lists,
        workflow::State as Place,
    },
    web::{Answer, Path, Query, SignedIn, page},
};

/// What the address of the list says.
#[derive(Default, Deserialize)]
pub struct Wish {
    #[serde(default)]
    state: String,
    after: Option<ProposalId>,
    before: Option<ProposalId>,
}

pub async fn show(
    State(app): State<App>,
    signed: SignedIn,
    Path(slug): Path<String>,
    Query(wish): Query<Wish>,
) -> Answer {
    let db = app.db.read();
    let row = organisation_for(&app, &signed.actor, &slug, Deed::SeeOrganisation).await?;
    let state: Option<Place> = wish.state.parse().ok();
    let turn = Turn::of(wish.after, wish.before);
    let found = lists::of_organisation(db, &signed.actor, row.id, state, turn).await?;
    let link = |side: &str, id: ProposalId| {
        let state = state.map(|state| format!("state={}&", state.code())).unwrap_or_default();
        format!("/organisations/{slug}?{state}{side}={id}")
    };
    let previous = found.rows.first().filter(|_| found.has_previous).map(|(row, _)| link("before", row.id));
    let next = found.rows.last().filter(|_| found.has_next).map(|(row, _)| link("after", row.id));
    let line = |(proposal, call): &(_, Option<_>)| Some(CityLine::new(proposal, call.as_ref()?, signed.visit.locale));
    let lines = found.rows.iter().filter_map(line).collect();
    let counts = lists::states_of(db, &signed.actor, row.id).await?;
    let manages = may(&signed.actor, Deed::EditOrganisation(row.id)).is_yes();
    let frame = signed.visit.frame(row.name.clone(), "city").await;
    let allowed = Allowed { manages, starts: can_start(&app, &signed, row.id).await? };
    page(&CityPage::new(frame, &row, (lines, previous, next), (state, counts), allowed))
}
