//! Files of one question, for a page that goes on without being loaded anew (assets/js/files.js). What comes here is what the
//! section's form would hold of this question: files, texts beside them, a button. It is saved by the same verb.

use std::collections::BTreeSet;

use axum::{extract::State, response::IntoResponse};
use http::{StatusCode, header};
use serde_json::json;

use super::{
    Opened, frame,
    section::{accepts, is_of_another, new_file},
};
use crate::{
    app::App,
    error::{Error, Result},
    guidelines::{Field, Section, Stage},
    ids::Reference,
    proposals::{
        actions::saving::{self, Outcome, Sent},
        forms::Extras,
        pages::FilesPart,
        policy::Deed,
    },
    web::{
        Answer, Path, SignedIn,
        upload::{Upload, Uploaded},
    },
};

pub async fn take(
    State(app): State<App>,
    signed: SignedIn,
    Path((reference, key)): Path<(Reference, String)>,
    upload: Upload,
) -> Answer {
    let opened = Opened::new(&app, &signed, &reference).await?;
    opened.case.must(Deed::Write)?;
    let (section, _) = asked(&opened, &key)?;
    let form =
        upload.receive(&app, |field| accepts(section, field, &opened.draft.answers).filter(|_| field == key)).await?;
    if form.only_shown {
        return Err(Error::Refused("error-not-executed"));
    }
    if is_of_another(&signed, &form.values) {
        return Err(Error::SignIn);
    }
    let only = BTreeSet::from([key.clone()]);
    let sent = Sent {
        section: section.key.as_str(),
        posted: form.values.pairs(),
        seen: Extras::of(form.values.pairs()).seen,
        files: form.files.iter().map(new_file).collect(),
        only: Some(&only),
        ..Sent::default()
    };
    let act = app.begin(signed.who()).await?;
    let outcome = saving::save(&act, &signed.actor, &reference, sent).await?;
    act.commit().await?;
    let opened = Opened::new(&app, &signed, &reference).await?;
    answer(&signed, &opened, &key, (form, outcome)).await
}

/// The question of this key, if it asks for files.
fn asked<'o>(opened: &'o Opened, key: &str) -> Result<(&'o Section, &'o Field)> {
    let found = opened.definition.sections.iter().find_map(|section| Some((section, section.field(key)?)));
    found.filter(|(_, field)| field.kind.holds_files()).ok_or(Error::NotFound)
}

/// The question as it stands now, its version, and what is wrong with what came.
async fn answer(signed: &SignedIn, opened: &Opened, key: &str, (form, outcome): (Uploaded, Outcome)) -> Answer {
    let locale = opened.reader.locale;
    let (section, _) = asked(opened, key)?;
    let mut findings = opened.look_over(&opened.draft.answers, Stage::Draft).findings;
    findings.extend(outcome.refused.iter().cloned());
    let question = opened.definition.questions(section, &opened.draft.answers, &findings, locale);
    let question = question.into_iter().find(|question| question.key == key).ok_or(Error::NotFound)?;
    let refused = outcome.refused.iter().map(|finding| finding.message(locale));
    let errors: Vec<String> = form.errors.iter().map(|(_, message)| message.to_owned()).chain(refused).collect();
    let top = opened.top();
    let part = FilesPart::new(frame(signed, &top).await, question, format!("{}/files", top.href));
    let told = json!({ "html": part.drawn()?, "version": opened.draft.version(key), "errors": errors });
    let status = match errors.is_empty() {
        true => StatusCode::OK,
        false if form.unavailable => StatusCode::SERVICE_UNAVAILABLE,
        false => StatusCode::UNPROCESSABLE_ENTITY,
    };
    Ok((status, [(header::CONTENT_TYPE, "application/json")], told.to_string()).into_response())
}
