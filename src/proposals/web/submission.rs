//! Checking, submitting, and receipts.

use axum::{
    extract::State,
    response::{IntoResponse, Response},
};
use http::{StatusCode, header};

use super::{Opened, frame, own_case, reader};
use crate::{
    app::App,
    error::{Error, Result},
    guidelines::{Answers, Audience, Definition, Report, definition},
    ids::Reference,
    proposals::{
        actions::submitting,
        forms::SubmissionForm,
        pages::{CheckPage, ConfirmPage, LatePage, ReceiptPage, Top, canonical_name, told},
        policy::{Deed, Verdict},
        store::{Case, case, lists, people, submissions},
        workflow::{Action, State as Place},
    },
    web::{Answer, Path, Posted, SignedIn, page, see_other},
};

pub async fn check(State(app): State<App>, signed: SignedIn, Path(reference): Path<Reference>) -> Answer {
    let opened = Opened::new(&app, &signed, &reference).await?;
    if !opened.case.may(Deed::Write).is_yes() {
        return Ok(see_other(&format!("/proposals/{reference}")));
    }
    let report = report(&opened);
    let top = opened.top().at(signed.visit.t("proposals-check-title"));
    let reason = opened.case.may(submits(&opened.case)).reason().map(|key| signed.visit.t(key));
    let frame = frame(&signed, &top).await;
    page(&CheckPage::new(frame, top, opened.closing(), &opened.definition, &report, reason))
}

/// What stands in the way of submitting what is written.
fn report(opened: &Opened) -> Report {
    submitting::check(&opened.case, &opened.definition, &mut opened.draft.answers.clone())
}

/// The button that submits it now.
fn submits(case: &Case) -> Action {
    if case.proposal.state == Place::Returned { Action::Resubmit } else { Action::Submit }
}

pub async fn confirm(State(app): State<App>, signed: SignedIn, Path(reference): Path<Reference>) -> Answer {
    let opened = Opened::new(&app, &signed, &reference).await?;
    let report = report(&opened);
    if !opened.case.may(submits(&opened.case)).is_yes() || !report.is_clear() {
        return Ok(see_other(&format!("/proposals/{reference}/check")));
    }
    let top = opened.top().at(signed.visit.t("proposals-confirm-title"));
    let seen = (opened.case.proposal.version, opened.draft.edition());
    let number = opened.case.standing.facts.submissions + 1;
    let is_again = opened.case.proposal.state == Place::Returned;
    let frame = frame(&signed, &top).await;
    page(&ConfirmPage::new(frame, top, opened.closing(), seen, (number, is_again), &report))
}

pub async fn submit(
    State(app): State<App>,
    signed: SignedIn,
    Path(reference): Path<Reference>,
    posted: Posted<SubmissionForm>,
) -> Answer {
    if let Some(late) = late(&app, &signed, &reference).await? {
        return late;
    }
    let form = posted.sound()?;
    let act = app.begin(signed.who()).await?;
    let receipt = match submitting::submit(&act, &signed.actor, &reference, form.version, Some(form.edition)).await {
        Ok(receipt) => receipt,
        Err(error @ (Error::Conflict | Error::Refused(_))) => {
            drop(act);
            return pressed_twice(&app, &signed, &reference, form.version).await?.ok_or(error);
        }
        Err(error) => return Err(error),
    };
    act.commit().await?;
    signed.visit.flash("success", signed.visit.t("proposals-submitted-now")).await;
    Ok(see_other(&format!("/proposals/{reference}/submissions/{}", receipt.number)))
}

/// The receipt, if what stands in the way of submitting is that the same person has just done so.
async fn pressed_twice(app: &App, signed: &SignedIn, reference: &Reference, seen: i32) -> Result<Option<Response>> {
    let case = own_case(app, signed, reference).await?;
    let last = submissions::last(app.db.read(), case.proposal.id).await?;
    let mine = last.filter(|last| last.submitted_by == Some(signed.actor.id) && case.proposal.version == seen + 1);
    Ok(mine.map(|last| see_other(&format!("/proposals/{reference}/submissions/{}", last.number))))
}

/// The page for those who come too late; nothing for those who come in time. What they wrote stays.
async fn late(app: &App, signed: &SignedIn, reference: &Reference) -> Result<Option<Answer>> {
    let case = case(app.db.read(), Some(&*signed.actor), reference, signed.visit.at).await?;
    if !matches!(case.may(submits(&case)), Verdict::No("proposals-no-closed" | "proposals-no-due-passed")) {
        return Ok(None);
    }
    let reader = reader(signed);
    let deadline = case.proposal.due_at.unwrap_or(case.call.closes_at);
    let instants = (told(deadline, &case.call, reader), told(signed.visit.at, &case.call, reader));
    let top = Top::new(&case.proposal, &case.call, &case.organisation.name, reader.locale);
    let top = top.at(signed.visit.t("proposals-late-title"));
    let frame = frame(signed, &top).await;
    let mut response = page(&LatePage::new(frame, top, case.proposal.state, instants, signed.visit.at - deadline))?;
    *response.status_mut() = StatusCode::FORBIDDEN;
    Ok(Some(Ok(response)))
}

pub async fn receipt(
    State(app): State<App>,
    signed: SignedIn,
    Path((reference, number)): Path<(Reference, i32)>,
) -> Answer {
    let db = app.db.read();
    let (case, definition) = readable(&app, &signed, &reference).await?;
    let row = submissions::numbered(db, case.proposal.id, number).await?;
    let changes = match number {
        ..=1 => Vec::new(),
        _ => {
            let before = submissions::numbered(db, case.proposal.id, number - 1).await?;
            let (before, after) = (answers(&definition, &before), answers(&definition, &row));
            definition.changes(&before, &after, signed.visit.locale, Audience::Inside)
        }
    };
    let transitions = lists::transitions(db, case.proposal.id).await?;
    let with_number = |data: &serde_json::Value| data.get("submission").and_then(serde_json::Value::as_i64);
    let transition = transitions.iter().find(|one| with_number(&one.data) == Some(number.into()));
    let seal = transition.and_then(|one| one.data.get("seal")?.as_str().map(str::to_owned));
    let by = people::named(db, row.submitted_by).await?.into_iter().next().map(|(_, name)| name);
    let top = Top::new(&case.proposal, &case.call, &case.organisation.name, signed.visit.locale);
    let top = top.at(signed.visit.t("proposals-receipt-title"));
    let frame = frame(&signed, &top).await;
    page(&ReceiptPage::new(frame, top, (&row, &case.call, reader(&signed)), by, changes, seal))
}

fn answers(definition: &Definition, row: &crate::entity::submission::Model) -> Answers {
    submissions::answers(definition, row)
}

async fn readable(app: &App, signed: &SignedIn, reference: &Reference) -> Result<(Case, std::sync::Arc<Definition>)> {
    let db = app.db.read();
    let case = case(db, Some(&*signed.actor), reference, signed.visit.at).await?;
    case.must(Deed::ReadSubmissions)?;
    let definition = definition(db, case.call.guidelines_id).await?;
    Ok((case, definition))
}

/// Exactly the bytes whose hash stands on the receipt.
pub async fn canonical(
    State(app): State<App>,
    signed: SignedIn,
    Path((reference, number)): Path<(Reference, i32)>,
) -> Answer {
    let (case, _) = readable(&app, &signed, &reference).await?;
    let row = submissions::numbered(app.db.read(), case.proposal.id, number).await?;
    let name = canonical_name(reference.as_str(), number);
    let saved = format!("attachment; filename=\"{name}\"");
    let headers = [(header::CONTENT_TYPE, "application/json".to_owned()), (header::CONTENT_DISPOSITION, saved)];
    Ok::<_, Error>((headers, row.canonical).into_response())
}
