//! The forms on a proposal's own page: eligibility, assignments, conflicts.

use axum::extract::State;

use super::{
    href, kept,
    proposal::{self, Wish},
    reference,
};
use crate::{
    accounts::Actor,
    act::Act,
    app::App,
    clock::Moment,
    error::{Error, FieldErrors, Result},
    guidelines::definition,
    ids::{Reference, UserId},
    proposals::{
        Case,
        actions::standing::{self, Asking},
        conflicts::Ruling,
    },
    reviews::{
        forms::{self, Assignment, Declaring, Declining, ReviewDue, RulingForm, eligibility::Eligibility},
        store::dossier::case_at_the_desk,
    },
    web::{Answer, Nothing, Path, Posted, SignedIn, Values, see_other},
};

/// What every form of the page is about.
struct Here<'a> {
    case: &'a Case,
    /// The form as it was typed.
    typed: &'a Values,
}

impl Here<'_> {
    fn reference(&self) -> &Reference {
        &self.case.proposal.reference
    }
}

pub async fn check_eligibility(
    State(app): State<App>,
    signed: SignedIn,
    Path(written): Path<String>,
    posted: Posted<Eligibility>,
) -> Answer {
    let verb = async |act: &Act, actor: &Actor, here: Here<'_>, form: Eligibility| {
        let conditions = &definition(act.tx(), here.case.call.guidelines_id).await?.eligibility;
        let made = form.read(conditions, here.typed, actor.locale).map_err(Error::Invalid)?;
        standing::check_eligibility(act, actor, here.reference(), made).await
    };
    carry_out(&app, &signed, &written, posted, ("eligibility", "desk-done-eligibility"), verb).await
}

pub async fn assign(
    State(app): State<App>,
    signed: SignedIn,
    Path(written): Path<String>,
    posted: Posted<Assignment>,
) -> Answer {
    let verb = async |act: &Act, actor: &Actor, here: Here<'_>, form: Assignment| {
        let due_at = due(&form.due, "due", here.case, act, actor)?;
        let reviewer = form.reviewer().ok_or(Error::NotFound)?;
        standing::assign(act, actor, here.reference(), reviewer, Asking { due_at }).await
    };
    carry_out(&app, &signed, &written, posted, ("reviews", "desk-done-assigned"), verb).await
}

/// An instant to come on the clock of the call, if one was typed; what is wrong with it is said beside its field.
fn due(typed: &str, name: &str, case: &Case, act: &Act, actor: &Actor) -> Result<Option<Moment>> {
    let wrong = |key: &str| Error::Invalid(FieldErrors::one(name, actor.locale.t(key)));
    forms::due(typed, case.call.zone(), act.at).map_err(wrong)
}

pub async fn unassign(
    State(app): State<App>,
    signed: SignedIn,
    Path((written, reviewer)): Path<(String, String)>,
    posted: Posted<Nothing>,
) -> Answer {
    let reviewer: UserId = reviewer.parse().map_err(|_| Error::NotFound)?;
    let verb = async |act: &Act, actor: &Actor, here: Here<'_>, _: Nothing| {
        standing::unassign(act, actor, here.reference(), reviewer).await
    };
    carry_out(&app, &signed, &written, posted, ("reviews", "desk-done-unassigned"), verb).await
}

pub async fn move_review_due(
    State(app): State<App>,
    signed: SignedIn,
    Path((written, reviewer)): Path<(String, String)>,
    posted: Posted<ReviewDue>,
) -> Answer {
    let reviewer: UserId = reviewer.parse().map_err(|_| Error::NotFound)?;
    let verb = async |act: &Act, actor: &Actor, here: Here<'_>, form: ReviewDue| {
        let due_at = due(&form.review_due, "review_due", here.case, act, actor)?;
        standing::move_review_due(act, actor, here.reference(), reviewer, due_at).await
    };
    carry_out(&app, &signed, &written, posted, ("reviews", "desk-done-review-due"), verb).await
}

pub async fn accept(
    State(app): State<App>,
    signed: SignedIn,
    Path(written): Path<String>,
    posted: Posted<Nothing>,
) -> Answer {
    let verb = async |act: &Act, actor: &Actor, here: Here<'_>, _: Nothing| {
        standing::accept(act, actor, here.reference()).await
    };
    carry_out(&app, &signed, &written, posted, ("", "desk-done-accepted"), verb).await
}

pub async fn decline(
    State(app): State<App>,
    signed: SignedIn,
    Path(written): Path<String>,
    posted: Posted<Declining>,
) -> Answer {
    let verb = async |act: &Act, actor: &Actor, here: Here<'_>, form: Declining| {
        standing::decline(act, actor, here.reference(), form.decline_reason.trim()).await
    };
    carry_out(&app, &signed, &written, posted, (GONE, "desk-done-declined"), verb).await
}

pub async fn declare_conflict(
    State(app): State<App>,
    signed: SignedIn,
    Path(written): Path<String>,
    posted: Posted<Declaring>,
) -> Answer {
    let verb = async |act: &Act, actor: &Actor, here: Here<'_>, form: Declaring| {
        standing::declare_conflict(act, actor, here.reference(), form.conflict_reason.trim()).await
    };
    carry_out(&app, &signed, &written, posted, (GONE, "desk-done-declared"), verb).await
}

pub async fn rule_on_conflict(
    State(app): State<App>,
    signed: SignedIn,
    Path(written): Path<String>,
    posted: Posted<RulingForm>,
) -> Answer {
    let verb = async |act: &Act, actor: &Actor, here: Here<'_>, form: RulingForm| {
        let person = form.person.parse().map_err(|_| Error::NotFound)?;
        let ruling = if form.stands() { Ruling::Set } else { Ruling::Dismissed };
        let reason = form.ruling_reason.trim();
        standing::rule(act, actor, here.reference(), person, ruling, reason).await
    };
    // Who has said it of oneself finds the page no more.
    let own = posted.values.get("person") == Some(signed.actor.id.to_string().as_str());
    let set = posted.values.get("ruling") == Some(Ruling::Set.code());
    let part = if own && set { GONE } else { "conflicts" };
    carry_out(&app, &signed, &written, posted, (part, "desk-done-conflict"), verb).await
}

/// The proposal no longer exists for whoever did it: back to the list.
const GONE: &str = "gone";

/// Does what a form asks in one act, and goes back to the part of the page that it came from. What cannot be done comes back
/// with the text that was typed.
async fn carry_out<F: serde::de::DeserializeOwned + validator::Validate>(
    app: &App,
    signed: &SignedIn,
    written: &str,
    posted: Posted<F>,
    (part, done): (&'static str, &'static str),
    verb: impl AsyncFnOnce(&Act, &Actor, Here<'_>, F) -> Result<()>,
) -> Answer {
    let reference = reference(written)?;
    let case = case_at_the_desk(app.db.read(), &signed.actor, &reference, signed.visit.at).await?;
    let typed = posted.values.clone();
    let act_on = async |form: F, typed: &Values| {
        let act = app.begin(signed.who()).await?;
        verb(&act, &signed.actor, Here { case: &case, typed }, form).await?;
        act.commit().await?;
        signed.visit.flash("success", signed.visit.t(done)).await;
        Ok(match part {
            GONE => see_other("/desk"),
            "" => see_other(&href(&reference)),
            part => see_other(&format!("{}#{part}", href(&reference))),
        })
    };
    let outcome = posted
        .then(act_on, async |filled| proposal::draw(app, signed, &reference, Wish::default(), filled).await)
        .await;
    kept(outcome, async |trouble| {
        proposal::draw(app, signed, &reference, Wish::default(), trouble.shown(signed, typed)).await
    })
    .await
}
