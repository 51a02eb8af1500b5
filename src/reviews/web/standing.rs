//! The forms on a proposal's own page: eligibility, assignments, comments.

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
    error::{Error, FieldErrors, Result},
    ids::{Reference, UserId},
    proposals::{actions::standing, rules::Audience},
    reviews::{
        forms::{Assignment, Eligibility, Internal, ToApplicant},
        store::dossier::case_at_the_desk,
    },
    web::{Answer, Nothing, Path, Posted, SignedIn, see_other},
};

pub async fn check_eligibility(
    State(app): State<App>,
    signed: SignedIn,
    Path(written): Path<String>,
    posted: Posted<Eligibility>,
) -> Answer {
    let verb = async |act: &Act, actor: &Actor, reference: &Reference, form: Eligibility| {
        if form.lacks_reason() {
            let text = actor.locale.t("desk-eligibility-reason-missing");
            return Err(Error::Invalid(FieldErrors::one("eligibility_reason", text)));
        }
        standing::check_eligibility(act, actor, reference, form.check()).await
    };
    carry_out(&app, &signed, &written, posted, ("eligibility", "desk-done-eligibility"), verb).await
}

pub async fn assign(
    State(app): State<App>,
    signed: SignedIn,
    Path(written): Path<String>,
    posted: Posted<Assignment>,
) -> Answer {
    let verb = async |act: &Act, actor: &Actor, reference: &Reference, form: Assignment| {
        standing::assign(act, actor, reference, form.reviewer().ok_or(Error::NotFound)?).await
    };
    carry_out(&app, &signed, &written, posted, ("reviews", "desk-done-assigned"), verb).await
}

pub async fn unassign(
    State(app): State<App>,
    signed: SignedIn,
    Path((written, reviewer)): Path<(String, String)>,
    posted: Posted<Nothing>,
) -> Answer {
    let reviewer: UserId = reviewer.parse().map_err(|_| Error::NotFound)?;
    let verb = async |act: &Act, actor: &Actor, reference: &Reference, _: Nothing| {
        standing::unassign(act, actor, reference, reviewer).await
    };
    carry_out(&app, &signed, &written, posted, ("reviews", "desk-done-unassigned"), verb).await
}

pub async fn comment_internally(
    State(app): State<App>,
    signed: SignedIn,
    Path(written): Path<String>,
    posted: Posted<Internal>,
) -> Answer {
    let verb = async |act: &Act, actor: &Actor, reference: &Reference, form: Internal| {
        standing::comment(act, actor, reference, Audience::Internal, &form.internal).await.map(|_| ())
    };
    carry_out(&app, &signed, &written, posted, ("internal", "desk-done-internal"), verb).await
}

pub async fn comment_to_applicant(
    State(app): State<App>,
    signed: SignedIn,
    Path(written): Path<String>,
    posted: Posted<ToApplicant>,
) -> Answer {
    let verb = async |act: &Act, actor: &Actor, reference: &Reference, form: ToApplicant| {
        standing::comment(act, actor, reference, Audience::Applicant, &form.applicant).await.map(|_| ())
    };
    carry_out(&app, &signed, &written, posted, ("applicant", "desk-done-applicant"), verb).await
}

/// Does what a form asks in one act, and goes back to the part of the page that it came from. What cannot be done comes back
/// with the text that was typed.
async fn carry_out<F: serde::de::DeserializeOwned + validator::Validate>(
    app: &App,
    signed: &SignedIn,
    written: &str,
    posted: Posted<F>,
    (part, done): (&'static str, &'static str),
    verb: impl AsyncFnOnce(&Act, &Actor, &Reference, F) -> Result<()>,
) -> Answer {
    let reference = reference(written)?;
    case_at_the_desk(app.db.read(), &signed.actor, &reference, signed.visit.at).await?;
    let typed = posted.values.clone();
    let act_on = async |form: F, _: &crate::web::Values| {
        let act = app.begin(signed.who()).await?;
        verb(&act, &signed.actor, &reference, form).await?;
        act.commit().await?;
        signed.visit.flash("success", signed.visit.t(done)).await;
        Ok(see_other(&format!("{}#{part}", href(&reference))))
    };
    let outcome = posted
        .then(act_on, async |filled| proposal::draw(app, signed, &reference, Wish::default(), filled).await)
        .await;
    kept(outcome, async |trouble| {
        proposal::draw(app, signed, &reference, Wish::default(), trouble.shown(signed, typed)).await
    })
    .await
}
