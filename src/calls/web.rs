//! The doors: calls for everybody, and the desk where the secretariat makes and edits them.

mod answers;
mod calendar;
mod phases;

use axum::{
    Router,
    extract::State,
    http::StatusCode,
    routing::{get, post},
};
use serde::Deserialize;

use super::{
    actions,
    filling::{typed, usual},
    forms::{CallForm, Read},
    pages::{CallPage, Card, DeskList, Edited, FormPage, PublicList, Row, outline},
    rules::Phase,
    store,
    terms::Clockwork,
};
use crate::{
    accounts::StaffRole,
    app::App,
    clock::Moment,
    entity::call,
    error::{Error, FieldErrors, Result},
    guidelines,
    ids::CallId,
    web::{Answer, Filled, Path, Posted, Query, SignedIn, Values, Visit, page, see_other},
};

/// How many calls a page of a list holds.
const PAGE: u64 = 20;
/// How many open or announced calls are shown; more at one time would be a flood.
const MANY: u64 = 50;

pub fn routes() -> Router<App> {
    Router::new()
        .route("/calls", get(list))
        .route("/calls/{slug}", get(show))
        .route("/calls.ics", get(calendar::all))
        .route("/calls/{slug}/calendar.ics", get(calendar::one))
        .route("/desk/calls", get(desk))
        .route("/desk/calls/new", get(new).post(create))
        .route("/desk/calls/{slug}", get(form).post(edit))
        .route("/desk/calls/{slug}/phases", get(phases::show).post(phases::set))
        .route("/desk/calls/{slug}/phases/{step}/beginning", post(phases::begin))
        .route("/desk/calls/{slug}/answers", get(answers::list).post(answers::publish))
        .route("/desk/calls/{slug}/answers/{id}", get(answers::show).post(answers::edit))
        .route("/desk/calls/{slug}/answers/{id}/moves", post(answers::shift))
        .route("/desk/calls/{slug}/answers/{id}/removal", get(answers::ask_removal).post(answers::remove))
}

/// Where a list goes on.
#[derive(Debug, Default, Deserialize)]
struct Paging {
    after: Option<String>,
}

impl Paging {
    /// The key in an address: the closing in milliseconds, a dot, the call's id.
    fn key(&self) -> Option<(Moment, CallId)> {
        let (at, id) = self.after.as_deref()?.split_once('.')?;
        Some((Moment::from_millis(at.parse().ok()?), id.parse().ok()?))
    }

    fn address(path: &str, next: Option<(Moment, CallId)>) -> Option<String> {
        next.map(|(at, id)| format!("{path}?after={}.{id}", at.millis()))
    }
}

async fn list(State(app): State<App>, visit: Visit, Query(paging): Query<Paging>) -> Answer {
    let db = app.db.read();
    let closed = store::list(db, Some((Phase::Closed, visit.at)), paging.key(), PAGE).await?;
    let upcoming = store::list(db, Some((Phase::Upcoming, visit.at)), None, MANY).await?.calls;
    let open = store::open_at(db, visit.at).await?;
    let cards = |calls: &[call::Model]| calls.iter().map(|call| Card::new(call, &visit)).collect();
    page(&PublicList {
        frame: visit.frame(visit.t("calls-heading"), "calls").await,
        open: cards(&open),
        upcoming: cards(&upcoming),
        closed: cards(&closed.calls),
        next: Paging::address("/calls", closed.next),
    })
}

async fn show(State(app): State<App>, visit: Visit, Path(slug): Path<String>) -> Answer {
    let call = find(&app, &slug).await?;
    let definition = guidelines::definition(app.db.read(), call.guidelines_id).await?;
    let frame = visit.frame(call.title.get(visit.locale), "calls").await;
    let frame = frame.outlined(outline(&call, &visit.base, visit.locale));
    let answers = store::answers::of(app.db.read(), call.id).await?;
    page(&CallPage::new(frame, &visit, &call, &definition, &answers))
}

async fn desk(State(app): State<App>, signed: SignedIn, Query(paging): Query<Paging>) -> Answer {
    signed.must_be(StaffRole::Secretariat)?;
    let visit = &signed.visit;
    let found = store::list(app.db.read(), None, paging.key(), PAGE).await?;
    page(&DeskList {
        frame: visit.frame(visit.t("calls-desk-heading"), "desk-calls").await,
        rows: found.calls.iter().map(|call| Row::new(call, visit)).collect(),
        next: Paging::address("/desk/calls", found.next),
    })
}

async fn new(State(app): State<App>, signed: SignedIn) -> Answer {
    signed.must_be(StaffRole::Secretariat)?;
    let filled = Filled::with(Values(usual(signed.visit.zone)));
    page(&drawn(&app, &signed.visit, filled, None).await?)
}

async fn create(State(app): State<App>, signed: SignedIn, posted: Posted<CallForm>) -> Answer {
    signed.must_be(StaffRole::Secretariat)?;
    let visit = &signed.visit;
    let make = async |form: CallForm, _: &Values| {
        let read = form.read(visit.locale).map_err(Error::Invalid)?;
        known_guidelines(&app, visit, &read).await?;
        let act = app.begin(signed.who()).await?;
        actions::create(&act, &read.terms, visit.locale).await?;
        act.commit().await?;
        saved(visit, &read).await;
        Ok(see_other(&format!("/desk/calls/{}", read.terms.slug.as_str())))
    };
    posted.then(make, async |filled| page(&drawn(&app, visit, filled, None).await?)).await
}

async fn form(State(app): State<App>, signed: SignedIn, Path(slug): Path<String>) -> Answer {
    signed.must_be(StaffRole::Secretariat)?;
    let call = find(&app, &slug).await?;
    let filled = Filled::with(Values(typed(&call.terms()?, call.version)));
    page(&drawn(&app, &signed.visit, filled, Some(&call)).await?)
}

async fn edit(State(app): State<App>, signed: SignedIn, Path(slug): Path<String>, posted: Posted<CallForm>) -> Answer {
    signed.must_be(StaffRole::Secretariat)?;
    let visit = &signed.visit;
    let call = find(&app, &slug).await?;
    let change = async |form: CallForm, values: &Values| {
        let read = form.read(visit.locale).map_err(Error::Invalid)?;
        known_guidelines(&app, visit, &read).await?;
        let act = app.begin(signed.who()).await?;
        let seen = form.version.unwrap_or_default();
        if let Err(error) = actions::edit(&act, call.id, seen, &read.terms, visit.locale).await {
            drop(act);
            return conflict(&app, visit, values, call.id, error).await;
        }
        act.commit().await?;
        saved(visit, &read).await;
        Ok(see_other(&format!("/desk/calls/{}", read.terms.slug.as_str())))
    };
    posted.then(change, async |filled| page(&drawn(&app, visit, filled, Some(&call)).await?)).await
}

/// After a conflict: the form as it was typed, with what somebody else has saved beside it; or, if a proposal was started
/// meanwhile, with why it cannot be saved.
async fn conflict(app: &App, visit: &Visit, values: &Values, id: CallId, error: Error) -> Answer {
    let call = store::by_id(app.db.read(), id).await?.ok_or(Error::NotFound)?;
    let mut filled = Filled::with(values.clone());
    let drawn = match error {
        Error::Conflict => drawn(app, visit, filled, Some(&call)).await?.beside(&call.terms()?, call.version),
        Error::Refused(why) => {
            filled.errors = FieldErrors::one("", visit.t(why));
            drawn(app, visit, filled, Some(&call)).await?
        }
        other => return Err(other),
    };
    let mut answer = page(&drawn)?;
    *answer.status_mut() = StatusCode::CONFLICT;
    Ok(answer)
}

async fn find(app: &App, slug: &str) -> Result<call::Model> {
    store::by_slug(app.db.read(), slug).await?.ok_or(Error::NotFound)
}

/// The call of a page at the desk, for the secretariat.
pub async fn at_desk(app: &App, signed: &SignedIn, slug: &str) -> Result<call::Model> {
    signed.must_be(StaffRole::Secretariat)?;
    find(app, slug).await
}

/// The form, with all that it offers to choose from.
async fn drawn(app: &App, visit: &Visit, filled: Filled, call: Option<&call::Model>) -> Result<FormPage> {
    let title = call.map_or_else(|| visit.t("calls-new"), |call| call.title.get(visit.locale).to_owned());
    let frame = visit.frame(title, "desk-calls").await;
    let edited = call.map(|call| Edited::new(call, visit.locale));
    let form = FormPage::new(frame, filled, edited, &guidelines::all(app.db.read()).await?);
    Ok(match call.filter(|call| call.is_settled()) {
        Some(call) => form.settled(&call.terms()?),
        None => form,
    })
}

/// Guidelines that are not stored cannot be chosen.
async fn known_guidelines(app: &App, visit: &Visit, read: &Read) -> Result<()> {
    match guidelines::definition(app.db.read(), read.terms.guidelines).await {
        Err(Error::NotFound) => Err(Error::Invalid(FieldErrors::one("guidelines", visit.t("form-choice-wrong")))),
        other => other.map(|_| ()),
    }
}

/// Tells that the call was saved, and what the clock made of its dates.
async fn saved(visit: &Visit, read: &Read) {
    visit.flash("success", visit.t("calls-saved")).await;
    let terms = &read.terms;
    let instants = [("calls-opening", terms.window.opens_at), ("calls-closing", terms.window.closes_at)];
    for ((which, at), clockwork) in instants.into_iter().zip(read.clockworks) {
        let key = match clockwork {
            Clockwork::Plain => continue,
            Clockwork::Twice => "calls-clock-twice",
            Clockwork::Skipped => "calls-clock-skipped",
        };
        let when = visit.locale.instant(at, terms.zone);
        visit.flash("warning", visit.locale.tr(key, &[("which", visit.t(which).into()), ("when", when.into())])).await;
    }
}
