//! The one door of all bulk deeds.

use axum::extract::State;
use serde::Deserialize;

use crate::{
    accounts::StaffRole,
    app::App,
    clock::Zone,
    error::{Error, Result},
    ids::Reference,
    proposals::Case,
    reviews::{
        actions::bulk,
        bulk::{Ask, Bulk, Item, Outcome},
        forms::{bulk::BulkForm, list::Wish},
        listing::View,
        pages::{
            Reader,
            bulk::{BulkDonePage, BulkPage, Line, Sources, words},
        },
        selection::Selection,
        store::{bulk as store, people::reviewers, tags},
    },
    web::{Answer, Filled, Path, Posted, Query, SignedIn, Values, page},
};

/// What is selected, and the list that it comes from.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    sel: String,
    view: String,
}

/// The address of a bulk deed on what is selected in a view.
pub fn address(bulk: Bulk, selection: &Selection, view: &View) -> String {
    let mut query = url::form_urlencoded::Serializer::new(String::new());
    query.append_pair("sel", &selection.written());
    query.append_pair("view", &view.plain().query());
    format!("/desk/bulk/{}?{}", bulk.code(), query.finish())
}

pub async fn show(
    State(app): State<App>,
    signed: SignedIn,
    Path(code): Path<String>,
    Query(asked): Query<Asked>,
) -> Answer {
    let bulk = of_secretariat(&signed, &code)?;
    let cases = chosen(&app, &signed, &Selection::read(&asked.sel)).await?;
    draw(&app, &signed, bulk, &cases, &asked.view, Filled::default()).await
}

pub async fn carry_out(
    State(app): State<App>,
    signed: SignedIn,
    Path(code): Path<String>,
    posted: Posted<BulkForm>,
) -> Answer {
    let bulk = of_secretariat(&signed, &code)?;
    let ticked = Selection::of(posted.values.all("ref"));
    let listed = Selection::read(posted.values.get("sel").unwrap_or_default());
    let cases = chosen(&app, &signed, if listed.is_empty() { &ticked } else { &listed }).await?;
    let view = posted.values.get("view").unwrap_or_default().to_owned();
    let act = async |form: BulkForm, values: &Values| {
        if !form.is_confirmed() {
            return draw(&app, &signed, bulk, &cases, &view, Filled::default()).await;
        }
        let ticked: Vec<(Reference, Zone)> = ticked.iter().map(|one| (one.clone(), zone_of(&cases, one))).collect();
        let when = (signed.visit.locale, signed.visit.at);
        let items = form.items(bulk, values, &ticked, when).map_err(Error::Invalid)?;
        let outcomes = bulk::carry_out(&app, (&signed.actor, signed.who()), &cases, &items).await;
        draw_done(&app, &signed, bulk, &view, &items, &outcomes).await
    };
    posted.then(act, async |filled| draw(&app, &signed, bulk, &cases, &view, filled).await).await
}

fn of_secretariat(signed: &SignedIn, code: &str) -> Result<Bulk> {
    signed.must_be(StaffRole::Secretariat)?;
    code.parse().map_err(|_| Error::NotFound)
}

async fn chosen(app: &App, signed: &SignedIn, selection: &Selection) -> Result<Vec<Case>> {
    store::chosen(app.db.read(), &signed.actor, selection, signed.visit.at).await
}

fn zone_of(cases: &[Case], reference: &Reference) -> Zone {
    let case = cases.iter().find(|case| case.proposal.reference == *reference);
    case.map_or(Zone::UTC, |case| case.call.zone())
}

async fn draw(app: &App, signed: &SignedIn, bulk: Bulk, cases: &[Case], view: &str, filled: Filled) -> Answer {
    let (db, reader) = (app.db.read(), Reader::of(&signed.visit));
    let asks = |ask| bulk.asks().contains(&ask);
    let sources = Sources {
        bulk,
        cases,
        known: &store::known(db, bulk, cases).await?,
        reviewers: &if asks(Ask::Reviewer) { reviewers(db).await? } else { Vec::new() },
        tags: &if asks(Ask::Tag) { tags::all(db).await? } else { Vec::new() },
        view: &Wish::of_query(view).view(true).plain(),
    };
    let frame = signed.visit.frame(words(bulk, reader).0, "desk").await;
    page(&BulkPage::new(frame, &sources, filled, reader))
}

/// What came of it, with the proposals as they are now.
async fn draw_done(
    app: &App,
    signed: &SignedIn,
    bulk: Bulk,
    view: &str,
    items: &[Item],
    outcomes: &[Outcome],
) -> Answer {
    let reader = Reader::of(&signed.visit);
    let all = Selection::of(items.iter().map(|item| item.reference.as_str()));
    let cases = chosen(app, signed, &all).await?;
    let line = |item: &Item| {
        let case = cases.iter().find(|case| case.proposal.reference == item.reference);
        case.map_or_else(|| Line::unknown(&item.reference, reader), |case| Line::of(case, reader))
    };
    let done = items.iter().map(line).zip(outcomes.iter().copied()).collect();
    let frame = signed.visit.frame(words(bulk, reader).0, "desk").await;
    page(&BulkDonePage::new(frame, bulk, &Wish::of_query(view).view(true).plain(), done, reader))
}
