//! Receipts: for those who may read a submission, and for anybody who has its hash.

use std::sync::Arc;

use axum::{
    extract::State,
    response::{IntoResponse, Response},
};
use http::{HeaderName, HeaderValue, StatusCode, header};
use serde::Deserialize;

use super::{frame, reader};
use crate::{
    app::App,
    entity::submission,
    error::{Error, Result},
    guidelines::{Answers, Audience, Definition},
    ids::Reference,
    proposals::{
        actions::submitting,
        pages::{AskPage, Besides, ConfirmedPage, ReceiptPage, TakingBack, Top, canonical_name, told},
        policy::{Deed, Verdict},
        store::{Case, case, drafts, lists, people, requests, submissions},
        workflow::Action,
    },
    web::{Answer, Path, Query, SignedIn, Visit, page, see_other},
};

pub async fn receipt(
    State(app): State<App>,
    signed: SignedIn,
    Path((reference, number)): Path<(Reference, i32)>,
) -> Answer {
    let db = app.db.read();
    let (case, definition) = readable(&app, &signed, &reference, number).await?;
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
    let verify = app.config.link(&format!("/receipts/{}", row.sha256));
    let taking_back = taking_back(&case, &row, &signed);
    let changed_before = match transition {
        Some(transition) => changed_before(&app, &signed, &case, (&definition, &transition.data)).await?,
        None => Vec::new(),
    };
    let besides = Besides { by, changes, seal, verify, taking_back, changed_before };
    page(&ReceiptPage::new(frame, top, (&row, &case.call, reader(&signed)), besides))
}

/// What was saved while the confirmation page was open, and by whom: a line for each field.
async fn changed_before(
    app: &App,
    signed: &SignedIn,
    case: &Case,
    (definition, data): (&Definition, &serde_json::Value),
) -> Result<Vec<String>> {
    let saves = drafts::saves(app.db.read(), case.proposal.id, &submitting::changed_before(data)).await?;
    if saves.is_empty() {
        return Ok(Vec::new());
    }
    let names = people::named(app.db.read(), saves.iter().filter_map(|save| save.saved_by)).await?;
    let locale = signed.visit.locale;
    let line = |save: &crate::entity::save::Model| {
        let label = definition.field(&save.field)?.label.get(locale).to_owned();
        let by = names.iter().find(|(id, _)| save.saved_by == Some(*id)).map(|(_, name)| name.clone());
        let when = locale.instant(save.saved_at, signed.visit.zone);
        let args = [("label", label.into()), ("name", by.unwrap_or_default().into()), ("when", when.into())];
        Some(locale.tr("autosave-receipt-line", &args))
    };
    Ok(saves.iter().filter_map(line).collect())
}

/// Whether the last submission can be taken back, and until when.
fn taking_back(case: &Case, row: &submission::Model, signed: &SignedIn) -> TakingBack {
    if row.number != case.standing.facts.submissions {
        return TakingBack::Silent;
    }
    match case.may(Action::Reopen) {
        Verdict::Yes => TakingBack::Until(told(case.standing.facts.closes_at, &case.call, reader(signed))),
        verdict => verdict.reason().map_or(TakingBack::Silent, |reason| TakingBack::No(signed.visit.t(reason))),
    }
}

fn answers(definition: &Definition, row: &submission::Model) -> Answers {
    submissions::answers(definition, row)
}

/// The proposal for those who may read the submission of this number, and what that one was to answer.
pub(super) async fn readable(
    app: &App,
    signed: &SignedIn,
    reference: &Reference,
    number: i32,
) -> Result<(Case, Arc<Definition>)> {
    let db = app.db.read();
    let case = case(db, Some(&*signed.actor), reference, signed.visit.at).await?;
    case.must(Deed::ReadSubmissions)?;
    case.must(Deed::KnowApplicant)?;
    let definition = requests::of_submission(db, &case, number).await?;
    Ok((case, definition))
}

/// Exactly the bytes whose hash stands on the receipt.
pub async fn canonical(
    State(app): State<App>,
    signed: SignedIn,
    Path((reference, number)): Path<(Reference, i32)>,
) -> Answer {
    let (case, _) = readable(&app, &signed, &reference, number).await?;
    let row = submissions::numbered(app.db.read(), case.proposal.id, number).await?;
    let name = canonical_name(reference.as_str(), number);
    let saved = format!("attachment; filename=\"{name}\"");
    let headers = [(header::CONTENT_TYPE, "application/json".to_owned()), (header::CONTENT_DISPOSITION, saved)];
    Ok::<_, Error>((headers, row.canonical).into_response())
}

/// The hash that somebody asks about.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    hash: Option<String>,
}

/// The form to ask about a receipt, for everybody.
pub async fn ask(State(_): State<App>, visit: Visit, Query(asked): Query<Asked>) -> Answer {
    let typed: Option<String> = asked.hash.filter(|typed| !typed.trim().is_empty());
    // As it was copied: in capitals, in groups, or as the last part of the address.
    let plain = |typed: &str| -> String {
        let last = typed.trim().rsplit('/').next().unwrap_or_default();
        last.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_ascii_lowercase()
    };
    if let Some(hash) = typed.as_deref().map(plain).filter(|hash| is_hash(hash)) {
        return Ok(see_other(&format!("/receipts/{hash}")));
    }
    let frame = visit.frame(visit.t("documents-receipts-title"), "").await;
    match typed {
        None => Ok(unlisted(page(&AskPage::new(frame))?)),
        Some(typed) => asked_in_vain(&AskPage::no_hash(frame, typed), StatusCode::UNPROCESSABLE_ENTITY),
    }
}

fn asked_in_vain(drawn: &AskPage, status: StatusCode) -> Answer {
    let mut answer = unlisted(page(drawn)?);
    *answer.status_mut() = status;
    Ok(answer)
}

/// Says to anybody who has the hash of a submission that it was received, and when. What is no hash of ours is the same
/// page, whatever it is.
pub async fn confirm(State(app): State<App>, visit: Visit, Path(hash): Path<String>) -> Answer {
    let known = match is_hash(&hash) {
        true => submissions::confirmed(app.db.read(), &hash).await,
        false => Err(Error::NotFound),
    };
    let known = match known {
        Err(Error::NotFound) => {
            let frame = visit.frame(visit.t("documents-receipts-title"), "").await;
            return asked_in_vain(&AskPage::unknown(frame, hash), StatusCode::NOT_FOUND);
        }
        known => known?,
    };
    let frame = visit.frame(visit.t("documents-confirmed-title"), "").await;
    Ok(unlisted(page(&ConfirmedPage::new(frame, &known, hash))?))
}

fn is_hash(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b))
}

/// Search engines are to leave it alone.
fn unlisted(mut answer: Response) -> Response {
    answer.headers_mut().insert(HeaderName::from_static("x-robots-tag"), HeaderValue::from_static("noindex"));
    answer
}
