//! Checking, looking at what reviewers will read, and submitting.

use axum::{extract::State, response::Response};
use http::StatusCode;

use super::{Opened, frame, opened_by_writers, reader};
use crate::{
    accounts::Role,
    app::App,
    calls::Instants,
    error::{Error, Result},
    guidelines::{Answers, Audience, Report},
    ids::Reference,
    proposals::{
        actions::{
            late,
            submitting::{self, Looked},
        },
        forms::SubmissionForm,
        pages::{CheckPage, ConfirmPage, Fate, Hindrance, How, LatePage, PreviewPage, Reading, Top},
        policy::{Deed, NO_SUBMITTER},
        requests::for_submission,
        store::{Case, people, requests, submissions},
        workflow::State as Place,
    },
    web::{Answer, Path, Posted, SignedIn, page, see_other},
};

pub async fn check(State(app): State<App>, signed: SignedIn, Path(reference): Path<Reference>) -> Answer {
    let opened = Opened::new(&app, &signed, &reference).await?;
    if !opened.case.may(Deed::Write).is_yes() {
        return Ok(see_other(&format!("/proposals/{reference}")));
    }
    let (_, report) = sealed(&opened);
    let answered = opened.definition.sections.iter().map(|section| section.progress(&opened.draft.answers)).sum();
    let hindrance = hindrance(&app, &signed, &opened.case).await?;
    let top = opened.top().at(signed.visit.t("proposals-check-title"));
    let frame = frame(&signed, &top).await;
    page(&CheckPage::new(frame, top, opened.closing(), (&opened.definition, answered, &report), hindrance))
}

/// Why one may not submit, and who of the organisation may, where that is the reason.
async fn hindrance(app: &App, signed: &SignedIn, case: &Case) -> Result<Option<Hindrance>> {
    let verdict = case.may(case.proposal.state.way_in());
    let Some(reason) = verdict.reason() else { return Ok(None) };
    let mut names = Vec::new();
    if reason == NO_SUBMITTER {
        let roles = [Role::Owner, Role::Submitter];
        let found = people::officials(app.db.read(), case.proposal.organisation_id, &roles).await?;
        names.extend(found.into_iter().map(|person| person.name));
    }
    Ok(Some(Hindrance { reason: signed.visit.t(reason), names, late: verdict.is_too_late() }))
}

/// What is written now, as reviewers will read it once it is submitted.
pub async fn preview(State(app): State<App>, signed: SignedIn, Path(reference): Path<Reference>) -> Answer {
    let opened = Opened::new(&app, &signed, &reference).await?;
    if !opened.case.may(Deed::Write).is_yes() {
        return Ok(see_other(&format!("/proposals/{reference}/text")));
    }
    let (answers, _) = sealed(&opened);
    let reading =
        Reading::of(&opened.definition, &answers, reference.as_str(), (signed.visit.locale, Audience::Inside));
    let reading = answering(&app, &opened, reading, &answers).await?;
    let top = opened.top().at(signed.visit.t("documents-preview-title"));
    page(&PreviewPage::new(frame(&signed, &top).await, top, reading))
}

/// With what the secretariat asked of the last submission, where it was returned.
async fn answering(app: &App, opened: &Opened, reading: Reading, answers: &Answers) -> Result<Reading> {
    let (db, case, definition) = (app.db.read(), &opened.case, &opened.definition);
    let asked = for_submission(&requests::of_case(db, case).await?, case.standing.next_submission());
    let Some(last) = submissions::last(db, case.proposal.id).await?.filter(|_| !asked.is_empty()) else {
        return Ok(reading);
    };
    let before = submissions::answers(definition, &last);
    Ok(reading.answering(definition, &asked, (&before, answers), (opened.reader.locale, Audience::Inside)))
}

/// What would be submitted now, and what stands in the way.
fn sealed(opened: &Opened) -> (Answers, Report) {
    let mut answers = opened.draft.answers.clone();
    let report = submitting::check(&opened.case, &opened.definition, &mut answers);
    (answers, report)
}

pub async fn confirm(State(app): State<App>, signed: SignedIn, Path(reference): Path<Reference>) -> Answer {
    let opened = Opened::new(&app, &signed, &reference).await?;
    let (answers, report) = sealed(&opened);
    let verdict = opened.case.may(opened.case.proposal.state.way_in());
    if !(verdict.is_yes() || verdict.is_too_late()) || !report.is_clear() {
        return Ok(see_other(&format!("/proposals/{reference}/check")));
    }
    let top = opened.top().at(signed.visit.t("proposals-confirm-title"));
    let seen = (opened.case.proposal.version, opened.draft.edition(), opened.draft.versions());
    let number = opened.case.standing.facts.submissions + 1;
    let how = How { number, is_again: opened.case.proposal.state == Place::Returned, is_late: verdict.is_too_late() };
    let frame = frame(&signed, &top).await;
    page(&ConfirmPage::new(frame, top, opened.closing(), seen, how, (&answers, &report)))
}

pub async fn submit(
    State(app): State<App>,
    signed: SignedIn,
    Path(reference): Path<Reference>,
    posted: Posted<SubmissionForm>,
) -> Answer {
    let form = posted.sound()?;
    let case = opened_by_writers(&app, &signed, &reference).await?;
    if case.may(case.proposal.state.way_in()).is_too_late() {
        return too_late(&app, &signed, &reference).await;
    }
    let act = app.begin(signed.who()).await?;
    let looked = Looked { edition: form.edition, versions: form.seen() };
    let receipt = match submitting::submit(&act, &signed.actor, &reference, form.version, Some(looked)).await {
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
    let case = opened_by_writers(app, signed, reference).await?;
    let last = submissions::last(app.db.read(), case.proposal.id).await?;
    let mine = last.filter(|last| last.submitted_by == Some(signed.actor.id) && case.proposal.version == seen + 1);
    Ok(mine.map(|last| see_other(&format!("/proposals/{reference}/submissions/{}", last.number))))
}

/// The page for those who come too late: what they handed in is held, and the secretariat decides.
async fn too_late(app: &App, signed: &SignedIn, reference: &Reference) -> Answer {
    let act = app.begin(signed.who()).await?;
    let held = late::hold(&act, &signed.actor, reference).await?;
    act.commit().await?;
    let case = opened_by_writers(app, signed, reference).await?;
    let deadline = held.as_ref().map_or(case.standing.facts.deadline(case.proposal.state), |held| held.deadline);
    let tried = held.as_ref().map_or(signed.visit.at, |held| held.tried_at);
    let reader = reader(signed);
    let exactly = |at| Instants::to_the_second(at, case.call.zone(), Some(reader.zone), reader.locale);
    let instants = (exactly(deadline), exactly(tried));
    let top = Top::new(&case.proposal, &case.call, &case.organisation.name, reader.locale);
    let top = top.at(signed.visit.t("proposals-late-title"));
    let frame = frame(signed, &top).await;
    let mut response = page(&LatePage::new(frame, top, Fate::of(held.as_ref()), instants, tried - deadline))?;
    *response.status_mut() = StatusCode::FORBIDDEN;
    Ok(response)
}
