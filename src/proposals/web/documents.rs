//! Proposals to take along: as PDF and as JSON.

use std::collections::BTreeMap;

use axum::{body::Bytes, extract::State};
use futures::TryStreamExt as _;
use serde_json::{Value as Json, json};

use super::{reader, receipts::readable};
use crate::{
    app::App,
    error::{Error, Result},
    files::SIDES,
    guidelines::{Answers, canonical, definition},
    ids::Reference,
    pdf::{Manuscript, is_picture},
    proposals::{
        pages::Paper,
        policy::Deed,
        store::{case, drafts, requests::asked_now, submissions},
    },
    web::{Answer, Path, SignedIn, printed},
};

/// A submission with its receipt.
pub async fn submission_pdf(
    State(app): State<App>,
    signed: SignedIn,
    Path((reference, number)): Path<(Reference, i32)>,
) -> Answer {
    let (case, definition) = readable(&app, &signed, &reference, number).await?;
    let row = submissions::numbered(app.db.read(), case.proposal.id, number).await?;
    let answers = submissions::answers(&definition, &row);
    let (names, pictures) = pictures(&app, &answers).await;
    let paper = Paper { case: &case, definition: &definition, answers: &answers, pictures: &names };
    let document = paper.of_submission(&row, app.config.link(&format!("/receipts/{}", row.sha256)));
    let made = app.press.print(Manuscript { document, pictures, at: Some(row.submitted_at) }).await?;
    printed::pdf(made, &format!("{reference}-{number}.pdf"))
}

/// What is being written, to be passed around.
pub async fn draft_pdf(State(app): State<App>, signed: SignedIn, Path(reference): Path<Reference>) -> Answer {
    let db = app.db.read();
    let case = case(db, Some(&*signed.actor), &reference, signed.visit.at).await?;
    case.must(Deed::ReadAnswers)?;
    case.must(Deed::KnowApplicant)?;
    let definition = asked_now(db, &case).await?;
    let draft = drafts::load(db, &definition, case.proposal.id).await?;
    let lines: usize = draft.answers.iter().map(|(_, answer)| lines_of(&answer.to_json())).sum();
    if lines > MOST_LINES {
        return Err(Error::Refused("documents-no-lines"));
    }
    let at = draft.last_saved().map_or(case.proposal.created_at, |saved| saved.at);
    let (names, pictures) = pictures(&app, &draft.answers).await;
    let paper = Paper { case: &case, definition: &definition, answers: &draft.answers, pictures: &names };
    let document = paper.of_draft(at);
    let made = app.press.print(Manuscript { document, pictures, at: Some(at) }).await?;
    let word = reader(&signed).locale.t("documents-pdf-draft").to_lowercase();
    printed::pdf(made, &format!("{reference}-{word}.pdf"))
}

/// What can be submitted has some hundreds of lines. A draft may be as long as it likes, and is set only within reason: each
/// line takes its time and its memory.
const MOST_LINES: usize = 5_000;

fn lines_of(answer: &Json) -> usize {
    match answer {
        Json::String(text) => text.lines().count() + text.len() / 100,
        Json::Array(items) => items.iter().map(lines_of).sum(),
        Json::Object(parts) => parts.values().map(lines_of).sum(),
        Json::Null | Json::Bool(_) | Json::Number(_) => 0,
    }
}

/// What is being written, by the keys of the guidelines: the same form as that of a submission, and what can be imported.
pub async fn draft_json(State(app): State<App>, signed: SignedIn, Path(reference): Path<Reference>) -> Answer {
    let db = app.db.read();
    let case = case(db, Some(&*signed.actor), &reference, signed.visit.at).await?;
    case.must(Deed::ReadAnswers)?;
    case.must(Deed::KnowApplicant)?;
    let definition = definition(db, case.call.guidelines_id).await?;
    let draft = drafts::load(db, &definition, case.proposal.id).await?;
    let bytes = canonical(&definition, &[], &draft.answers);
    let mut whole: BTreeMap<String, Json> = serde_json::from_slice(&bytes).map_err(Error::internal)?;
    whole.remove("submission");
    whole.insert("draft".to_owned(), json!({ "reference": reference.as_str() }));
    let text = serde_json::to_vec_pretty(&whole).map_err(Error::internal)?;
    printed::json(text.into(), &format!("{reference}.json"))
}

/// No document shows more pictures, or larger ones: the others are named.
const MOST_PICTURES: usize = 24;
const LARGEST_PICTURE: u64 = 4 * 1024 * 1024;

/// The images among the answers that can be set: their SHA-256, and their bytes.
async fn pictures(app: &App, answers: &Answers) -> (Vec<String>, Vec<Bytes>) {
    let (mut names, mut pictures) = (Vec::new(), Vec::new());
    for (_, file) in answers.all_files().filter(|(_, file)| file.media_type.starts_with("image/")) {
        if names.len() == MOST_PICTURES || names.contains(&file.sha256) {
            continue;
        }
        // A document without a picture is better than none.
        if let Ok(Some(picture)) = picture(app, &file.sha256).await {
            names.push(file.sha256.clone());
            pictures.push(picture);
        }
    }
    (names, pictures)
}

async fn picture(app: &App, sha256: &str) -> Result<Option<Bytes>> {
    // Small enough for a page, upright, and made by us.
    let opened = app.files.thumbnail(sha256, SIDES[SIDES.len() - 1]).await?;
    if opened.size > LARGEST_PICTURE {
        return Ok(None);
    }
    let bytes: Vec<Bytes> = opened.bytes.try_collect().await?;
    let bytes = Bytes::from(bytes.concat());
    Ok(is_picture(&bytes).then_some(bytes))
}
