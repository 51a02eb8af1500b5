//! Taking back, withdrawing, deleting: each with a page that asks first.

use axum::{extract::State, response::IntoResponse};
use http::StatusCode;

use super::{frame, own_case, reader};
use crate::{
    app::App,
    error::{Error, FieldErrors},
    ids::Reference,
    proposals::{
        actions::{
            drafting,
            steering::{self, Target},
            submitting,
        },
        forms::{ReasonForm, VersionForm},
        pages::{ActPage, Top},
        workflow::Action,
    },
    web::{Answer, Filled, Path, Posted, SignedIn, page, see_other},
};

/// The page that asks before `action`, for those who may do it.
async fn ask(app: &App, signed: &SignedIn, reference: &Reference, action: Action, filled: Filled) -> Answer {
    let case = own_case(app, signed, reference).await?;
    case.must(action)?;
    let (noun, asks_reason) = match action {
        Action::Reopen => ("reopening", false),
        Action::Discard => ("deletion", false),
        _ => ("withdrawal", true),
    };
    let top = Top::new(&case.proposal, &case.call, &case.organisation.name, reader(signed).locale);
    let top = top.at(signed.visit.t(&format!("proposals-{noun}-title")));
    let frame = frame(signed, &top).await;
    page(&ActPage::new(frame, top, (noun, action.code()), asks_reason, case.proposal.version, filled))
}

pub async fn ask_reopening(State(app): State<App>, signed: SignedIn, Path(reference): Path<Reference>) -> Answer {
    ask(&app, &signed, &reference, Action::Reopen, Filled::default()).await
}

pub async fn ask_withdrawal(State(app): State<App>, signed: SignedIn, Path(reference): Path<Reference>) -> Answer {
    ask(&app, &signed, &reference, Action::Withdraw, Filled::default()).await
}

pub async fn ask_deletion(State(app): State<App>, signed: SignedIn, Path(reference): Path<Reference>) -> Answer {
    ask(&app, &signed, &reference, Action::Discard, Filled::default()).await
}

pub async fn reopen(
    State(app): State<App>,
    signed: SignedIn,
    Path(reference): Path<Reference>,
    posted: Posted<VersionForm>,
) -> Answer {
    let form = posted.sound()?;
    let act = app.begin(signed.who()).await?;
    submitting::reopen(&act, &signed.actor, &reference, form.version).await?;
    act.commit().await?;
    signed.visit.flash("success", signed.visit.t("proposals-reopened-now")).await;
    Ok(see_other(&format!("/proposals/{reference}")))
}

pub async fn withdraw(
    State(app): State<App>,
    signed: SignedIn,
    Path(reference): Path<Reference>,
    posted: Posted<ReasonForm>,
) -> Answer {
    own_case(&app, &signed, &reference).await?;
    let typed = posted.values.clone();
    let act = async |form: ReasonForm, _: &_| {
        let act = app.begin(signed.who()).await?;
        let target = Target { reference: &reference, seen: form.version };
        steering::withdraw(&act, &signed.actor, target, &form.reason).await?;
        act.commit().await?;
        signed.visit.flash("success", signed.visit.t("proposals-withdrawn-now")).await;
        Ok(see_other(&format!("/proposals/{reference}")))
    };
    let again = async |filled| ask(&app, &signed, &reference, Action::Withdraw, filled).await;
    match posted.then(act, again).await {
        // Somebody was faster: the reason stays, beside what the proposal is now.
        Err(Error::Conflict) => {
            let errors = FieldErrors::one("", signed.visit.t("error-conflict-text"));
            let shown = again(Filled { values: typed, errors }).await?;
            Ok((StatusCode::CONFLICT, shown).into_response())
        }
        other => other,
    }
}

pub async fn discard(
    State(app): State<App>,
    signed: SignedIn,
    Path(reference): Path<Reference>,
    posted: Posted<VersionForm>,
) -> Answer {
    let form = posted.sound()?;
    let act = app.begin(signed.who()).await?;
    drafting::discard(&act, &signed.actor, &reference, form.version).await?;
    act.commit().await?;
    signed.visit.flash("success", signed.visit.t("proposals-discarded-now")).await;
    Ok(see_other("/proposals"))
}
