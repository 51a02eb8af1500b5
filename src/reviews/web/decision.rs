//! Registering a decision: approving or not selecting, published at once or held.

use axum::extract::State;
use serde::Deserialize;

use super::{
    href, kept, reference,
    verbs::{afresh, case_of_secretariat, seen_now},
};
use crate::{
    app::App,
    entity,
    error::{Error, Result},
    proposals::{
        Case, Deed, Verdict,
        actions::{
            deciding::{SeenDecision, decide},
            steering::Target,
        },
        decided,
        decisions::deed,
        rules::Outcome,
    },
    reviews::{
        deciding::suited,
        forms::{
            decision::{Decision, typed},
            verbs::Seen,
        },
        nouns::Noun,
        pages::{
            Head, Reader,
            verbs::{Effects, VerbPage, decision_inputs, theirs, words},
        },
        store::dossier::told,
    },
    web::{Answer, Filled, Path, Posted, Query, SignedIn, Values, page, see_other},
};

/// Which decision is to be registered.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Wish {
    outcome: String,
}

pub async fn show(
    State(app): State<App>,
    signed: SignedIn,
    Path(written): Path<String>,
    Query(wish): Query<Wish>,
) -> Answer {
    let case = case_of_secretariat(&app, &signed, &reference(&written)?).await?;
    let held = held(&app, &case).await?;
    let wished = wish.outcome.parse().ok().or(held.as_ref().map(|held| held.outcome)).unwrap_or(Outcome::NotSelected);
    if wished == Outcome::Returned {
        return Ok(see_other(&format!("{}/return", href(&case.proposal.reference))));
    }
    let outcome = suited(wished, &case.standing);
    case.must(deed(outcome))?;
    let mut values = first(&signed, &case, outcome, held.as_ref());
    values.0.push(("version".to_owned(), case.proposal.version.to_string()));
    draw(&app, &signed, &case, Filled::with(values), None).await
}

pub async fn register(
    State(app): State<App>,
    signed: SignedIn,
    Path(written): Path<String>,
    posted: Posted<Decision>,
) -> Answer {
    let reference = reference(&written)?;
    let case = case_of_secretariat(&app, &signed, &reference).await?;
    let values = posted.values.clone();
    let act_on = async |form: Decision, _: &Values| {
        let made =
            form.made(signed.visit.at.day_in(case.call.zone().0), signed.visit.locale).map_err(Error::Invalid)?;
        let act = app.begin(signed.who()).await?;
        let target = Target { reference: &reference, seen: form.version() };
        let seen = SeenDecision { target, held: form.held() };
        let press = form.press();
        decide(&act, &signed.actor, seen, &made, press.publishes()).await?;
        act.commit().await?;
        let done = if press.publishes() { made.outcome.code() } else { "held" };
        signed.visit.flash("success", signed.visit.t(&format!("desk-done-decision-{done}"))).await;
        Ok(see_other(&format!("{}{}", href(&reference), press.leads())))
    };
    let outcome = posted.then(act_on, async |filled| draw(&app, &signed, &case, filled, None).await).await;
    kept(outcome, async |trouble| {
        let case = case_of_secretariat(&app, &signed, &reference).await?;
        let held = held(&app, &case).await?;
        let mut filled = afresh(trouble, &signed, values, &case);
        seen_now(&mut filled.values, held.as_ref());
        draw(&app, &signed, &case, filled, held.as_ref()).await
    })
    .await
}

/// The decision that is registered and not published.
async fn held(app: &App, case: &Case) -> Result<Option<entity::decision::Model>> {
    decided::prepared(app.db.read(), case.proposal.id).await
}

/// Who decides as a rule: the Board, but not whether a proposal is eligible.
pub(super) fn usual_body(signed: &SignedIn, outcome: Outcome) -> String {
    if outcome == Outcome::Ineligible { String::new() } else { signed.visit.t("desk-decision-board") }
}

/// What the form holds when it is opened: the held decision if it is of this kind, else what is usual.
fn first(signed: &SignedIn, case: &Case, outcome: Outcome, held: Option<&entity::decision::Model>) -> Values {
    let is_same = |held: &&entity::decision::Model| deed(held.outcome) == deed(outcome);
    if let Some(held) = held.filter(is_same) {
        return typed(&held.made(), held.version);
    }
    let reason = if outcome == Outcome::Ineligible { "desk-decision-ineligible" } else { "" };
    let body = usual_body(signed, outcome);
    let seen = held.map(|held| held.version.to_string()).unwrap_or_default();
    let reason = if reason.is_empty() { String::new() } else { case.proposal.language.t(reason) };
    [("outcome", outcome.code().to_owned()), ("body", body), ("reason", reason), ("held", seen)].into_iter().collect()
}

async fn draw(
    app: &App,
    signed: &SignedIn,
    case: &Case,
    filled: Filled,
    other: Option<&entity::decision::Model>,
) -> Answer {
    let (visit, reader) = (&signed.visit, Reader::of(&signed.visit));
    let head = Head::of(&case.proposal, &case.organisation, &case.call, reader);
    let outcome = filled.value("outcome").parse().unwrap_or(Outcome::NotSelected);
    let (word, lede) = words(Noun::Decision, Some(outcome), reader);
    let told = told(app.db.read(), case, Noun::Decision).await?;
    let closed = match case.may(deed(outcome)) {
        Verdict::No(reason) => Some(reader.t(reason)),
        Verdict::Yes | Verdict::Hidden => None,
    };
    let mut hidden = vec![("version", filled.value("version").to_owned()), ("held", filled.value("held").to_owned())];
    if outcome == Outcome::Approved {
        hidden.push(("outcome", outcome.code().to_owned()));
    }
    page(&VerbPage {
        frame: visit.frame(visit.locale.pair(&word, &head.reference), "desk").await,
        action: format!("{}/{}", head.href(), Noun::Decision.code()),
        word,
        lede,
        class: "",
        closed,
        requests: None,
        inputs: decision_inputs(outcome, reader),
        hidden,
        effects: Effects::of_decision(outcome, &told, reader),
        hold: case.may(Deed::HoldDecision).is_yes().then(|| reader.t("desk-decision-hold")),
        theirs: other.map(|held| theirs(held, reader)).unwrap_or_default(),
        filled,
        head,
    })
}
