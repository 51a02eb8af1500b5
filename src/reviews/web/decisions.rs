//! The decisions of a call, for the secretariat: listed, prepared and taken back together. For all others there are no such pages.

mod letters;
mod publishing;
mod texts;

use axum::{
    Router,
    extract::State,
    response::Response,
    routing::{get, post},
};
use http::StatusCode;
use serde::Deserialize;
use validator::Validate;

use crate::{
    app::App,
    calls::{DeskCall, at_desk},
    entity::call,
    error::{Error, FieldErrors, Result},
    guidelines::{definition, is_press},
    ids::Reference,
    proposals::{
        actions::{
            deciding::{SeenDecision, decide, take_back},
            steering::{Asked, Target},
        },
        decisions::Pick,
        publishing_orders,
        rules::{Decision as Made, Outcome},
    },
    reviews::{
        deciding::{Order, Shown, suited},
        forms::{
            decision::Decision,
            decisions::{Listing, PICK, picks},
            verbs::Return,
        },
        nouns::Noun,
        pages::{
            Reader,
            decisions::{
                list::{DecisionsPage, OrderLine, Wish, order_href},
                preparing::{Chosen, PreparingPage, title},
                publishing::stands,
            },
            verbs::{decision_inputs, inputs, requests_question},
        },
        store::decisions,
        web::{
            decision::usual_body,
            verbs::{both, future, requested},
        },
    },
    web::{Answer, Filled, Path, Posted, Query, SignedIn, Values, page, see_other},
};

pub fn routes() -> Router<App> {
    Router::new()
        .route("/desk/calls/{slug}/decisions", get(show))
        .route("/desk/calls/{slug}/decisions/preparation", post(prepare))
        .route("/desk/calls/{slug}/decisions/returns", post(prepare_return))
        .route("/desk/calls/{slug}/decisions/removal", post(remove))
        .merge(publishing::routes())
        .merge(texts::routes())
        .merge(letters::routes())
}

/// Whether all that is listed is chosen.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct All {
    all: String,
}

async fn show(
    State(app): State<App>,
    signed: SignedIn,
    Path(slug): Path<String>,
    Query(listing): Query<Listing>,
    Query(all): Query<All>,
) -> Answer {
    let call = at_desk(&app, &signed, &slug).await?;
    let wish = Wish { shown: listing.shown(), order: listing.order(), all: all.all == "yes" };
    draw(&app, &signed, &call, wish, Filled::default()).await
}

/// So many orders are listed.
const ORDERS: u64 = 10;

async fn draw(app: &App, signed: &SignedIn, call: &call::Model, wish: Wish, filled: Filled) -> Answer {
    let (db, reader, now) = (app.db.read(), Reader::of(&signed.visit), signed.visit.at);
    let found = decisions::of_call(db, &signed.actor, call, now).await?;
    let orders = publishing_orders::of_call(db, call.id, ORDERS).await?;
    let line = |order: &crate::entity::publishing_order::Model| OrderLine {
        href: order_href(call, order),
        text: reader.locale.tr("publishing-order", &[("when", reader.instant(order.ordered_at).into())]),
        stands: stands(order, call, now, reader),
    };
    let orders = orders.iter().map(line).collect();
    let frame = signed.visit.frame(reader.t("decisions-title"), "desk-calls").await;
    page(&DecisionsPage::new(frame, reader, call, &found, orders, (wish, filled)))
}

/// The list again, where nothing was chosen.
async fn choose_first(app: &App, signed: &SignedIn, call: &call::Model) -> Answer {
    let wish = Wish { shown: Shown::All, order: Order::Rank, all: false };
    let errors = FieldErrors::one(PICK, signed.visit.t("decisions-choose-first"));
    let mut page = draw(app, signed, call, wish, Filled { values: Values::default(), errors }).await?;
    *page.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    Ok(page)
}

async fn prepare(
    State(app): State<App>,
    signed: SignedIn,
    Path(slug): Path<String>,
    posted: Posted<Decision>,
) -> Answer {
    let call = at_desk(&app, &signed, &slug).await?;
    let typed = posted.values.clone();
    let bulk = Bulk::new(&app, &signed, &call, &typed);
    if typed.get("save").is_none() {
        return bulk.draw(Filled::with(typed)).await;
    }
    let act_on = async |form: Decision, _: &Values| {
        let today = signed.visit.at.day_in(call.zone().0);
        bulk.hold(&form.made(today, signed.visit.locale).map_err(Error::Invalid)?).await
    };
    posted.then(act_on, async |filled| bulk.draw(filled).await).await
}

async fn prepare_return(
    State(app): State<App>,
    signed: SignedIn,
    Path(slug): Path<String>,
    posted: Posted<Return>,
) -> Answer {
    let call = at_desk(&app, &signed, &slug).await?;
    let typed = over(&posted.values, &[("outcome", Outcome::Returned.code())]);
    let bulk = Bulk::new(&app, &signed, &call, &typed);
    if typed.get("save").is_none() || is_press(typed.pairs()) {
        return bulk.draw(Filled::with(typed)).await;
    }
    let act_on = async |form: Return, typed: &Values| {
        let definition = definition(app.db.read(), call.guidelines_id).await?;
        let requests = requested(&definition, typed, &signed.actor);
        let (requests, due) = both(requests, future(form.due(call.zone()), &signed.actor, signed.visit.at))?;
        bulk.hold(&Asked { message: form.what.trim(), requests: &requests }.until(due)).await
    };
    posted.then(act_on, async |filled| bulk.draw(filled).await).await
}

/// Values with these in the place of what was typed.
fn over(typed: &Values, set: &[(&str, &str)]) -> Values {
    let mut values = typed.clone();
    values.0.retain(|(name, _)| set.iter().all(|(other, _)| name != other));
    values.0.extend(set.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
    values
}

/// One decision for many proposals.
struct Bulk<'a> {
    app: &'a App,
    signed: &'a SignedIn,
    call: &'a call::Model,
    picks: Vec<Pick>,
    outcome: Outcome,
    typed: Values,
}

impl<'a> Bulk<'a> {
    fn new(app: &'a App, signed: &'a SignedIn, call: &'a call::Model, typed: &Values) -> Self {
        let outcome = typed.get("outcome").and_then(|typed| typed.parse().ok()).unwrap_or(Outcome::NotSelected);
        Self { app, signed, call, picks: picks(typed), outcome, typed: typed.clone() }
    }

    /// Prepares it for each in an act of its own: what cannot be prepared stops none of the others, and stays in the form.
    async fn hold(&self, made: &Made) -> Answer {
        if self.picks.is_empty() {
            return choose_first(self.app, self.signed, self.call).await;
        }
        let (mut done, mut left) = (0_usize, Vec::new());
        for one in &self.picks {
            let act = self.app.begin(self.signed.who()).await?;
            let target = Target { reference: &one.reference, seen: one.seen };
            let seen = SeenDecision { target, held: one.held };
            match decide(&act, &self.signed.actor, seen, made, false).await {
                Ok(()) => {
                    act.commit().await?;
                    done += 1;
                }
                Err(error) => left.push((one.reference.clone(), reason(error)?)),
            }
        }
        let locale = self.signed.visit.locale;
        let told = locale.tr("decisions-prepared-now", &[("count", done.into())]);
        if left.is_empty() {
            self.signed.visit.flash("success", told).await;
            return Ok(see_other(&format!("/desk/calls/{}/decisions?show=prepared", self.call.slug)));
        }
        self.again(&told, &left).await
    }

    /// The form with what is left, as it stands now: who sends it again has seen what changed.
    async fn again(&self, told: &str, left: &[(Reference, &'static str)]) -> Answer {
        let locale = self.signed.visit.locale;
        let mut errors = FieldErrors::default();
        errors.add("", format!("{told} {}", locale.t("decisions-left")));
        for (reference, reason) in left {
            errors.add(format!("{PICK}-{reference}"), locale.pair(reference, locale.t(reason)));
        }
        let picks = self.picks.iter().filter(|pick| left.iter().any(|(name, _)| *name == pick.reference));
        let rest = Self { picks: picks.cloned().collect(), typed: self.typed.clone(), ..*self };
        let mut page: Response = rest.draw(Filled { values: rest.typed.clone(), errors }).await?;
        *page.status_mut() = StatusCode::CONFLICT;
        Ok(page)
    }

    /// What the form holds when it is opened: what is usual for all of them.
    fn first(&self, found: &[decisions::Decided]) -> Values {
        let is_ineligible = |one: &decisions::Decided| suited(self.outcome, &one.case.standing) == Outcome::Ineligible;
        let outcome = if found.iter().all(is_ineligible) { Outcome::Ineligible } else { self.outcome };
        over(&self.typed, &[("outcome", outcome.code()), ("body", &usual_body(self.signed, outcome))])
    }

    async fn draw(&self, filled: Filled) -> Answer {
        let reader = Reader::of(&self.signed.visit);
        let references: Vec<Reference> = self.picks.iter().map(|pick| pick.reference.clone()).collect();
        let (db, at) = (self.app.db.read(), self.signed.visit.at);
        let found = decisions::among(db, &self.signed.actor, self.call, &references, at).await?;
        if found.is_empty() {
            return choose_first(self.app, self.signed, self.call).await;
        }
        let definition = definition(self.app.db.read(), self.call.guidelines_id).await?;
        let is_return = self.outcome == Outcome::Returned;
        let opened = !is_return && self.typed.get("save").is_none();
        let filled = if opened { Filled::with(self.first(&found)) } else { filled };
        let base = format!("/desk/calls/{}/decisions", self.call.slug);
        page(&PreparingPage {
            frame: self.signed.visit.frame(title(self.outcome, reader), "desk-calls").await,
            call: DeskCall::new(self.call, reader.locale),
            action: if is_return { format!("{base}/returns") } else { format!("{base}/preparation") },
            lede: match is_return {
                true => format!("{} {}", reader.t("decisions-prepare-lede"), reader.locale.zone(self.call.zone())),
                false => reader.t("decisions-prepare-lede-board"),
            },
            chosen: found.iter().map(|one| Chosen::of(one, reader)).collect(),
            inputs: if is_return { inputs(Noun::Return) } else { decision_inputs(self.outcome, reader) },
            requests: if is_return { requests_question(&definition, &filled, reader) } else { None },
            outcome: (self.outcome == Outcome::Approved).then(|| self.outcome.code()),
            filled,
        })
    }
}

/// The key of why it was not done for one; what is wrong with the service itself is no such reason.
fn reason(error: Error) -> Result<&'static str> {
    match error {
        Error::Conflict => Ok("decisions-changed"),
        Error::NotFound => Ok("decisions-gone"),
        Error::Refused(reason) => Ok(reason),
        other => Err(other),
    }
}

/// Nothing but the choice.
#[derive(Debug, Deserialize, Validate)]
struct Choice {}

/// No more is told at once; all of it stands in the list.
const MOST_TOLD: usize = 12;

async fn remove(State(app): State<App>, signed: SignedIn, Path(slug): Path<String>, posted: Posted<Choice>) -> Answer {
    let call = at_desk(&app, &signed, &slug).await?;
    let chosen = picks(&posted.values);
    posted.sound()?;
    if chosen.is_empty() {
        return choose_first(&app, &signed, &call).await;
    }
    let (mut done, mut left, locale) = (0_usize, Vec::new(), signed.visit.locale);
    for one in &chosen {
        let act = app.begin(signed.who()).await?;
        let target = Target { reference: &one.reference, seen: one.seen };
        match take_back(&act, &signed.actor, SeenDecision { target, held: one.held }).await {
            Ok(()) => {
                act.commit().await?;
                done += 1;
            }
            Err(error) => left.push((&one.reference, reason(error)?)),
        }
    }
    signed.visit.flash("success", locale.tr("decisions-removed", &[("count", done.into())])).await;
    for (reference, reason) in left.into_iter().take(MOST_TOLD) {
        signed.visit.flash("warning", locale.pair(reference, locale.t(reason))).await;
    }
    Ok(see_other(&format!("/desk/calls/{}/decisions", call.slug)))
}
