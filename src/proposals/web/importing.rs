//! The door for answers that somebody brings along as a file.

use axum::{body::Bytes, extract::State, response::Response};
use futures::TryStreamExt as _;

use super::own;
use crate::{
    app::App,
    error::{Error, FieldErrors, Result},
    files::OCTETS,
    guidelines::{Exported, NotExported},
    proposals::actions::importing::{self, Done},
    web::{Accepted, Accepts, Answer, SignedIn, Upload, Values, see_other},
    words::{Locale, Trilingual},
};

/// The input, the largest file it takes, and how its content is found to be: whatever it is, reading it decides.
const FILE: &str = "file";
const LARGEST: u64 = 2 * 1024 * 1024;
const TYPES: [&str; 5] = [OCTETS, "application/pdf", "image/jpeg", "image/png", "image/webp"];

/// How many names are told back.
const TOLD: usize = 8;

pub async fn import(State(app): State<App>, signed: SignedIn, upload: Upload) -> Answer {
    let accepts = Accepts { media_types: &TYPES, max_bytes: LARGEST, most: 1, room: 1 };
    let form = upload.receive(&app, |input| (input == FILE).then_some(accepts)).await?;
    let act = async |values: &Values, files: &[Accepted]| start(&app, &signed, values, files).await;
    form.then(act, async |filled| own::show_calls(&app, &signed, filled).await).await
}

async fn start(app: &App, signed: &SignedIn, values: &Values, files: &[Accepted]) -> Result<Response> {
    let locale = signed.visit.locale;
    let wrong = |text: String| Error::Invalid(FieldErrors::one(FILE, text));
    let id = |name: &str| values.get(name).unwrap_or_default();
    let missing = |_| Error::Invalid(FieldErrors::one("call", locale.t("form-choice-wrong")));
    let (call, organisation) = (id("call").parse().map_err(missing)?, id("organisation").parse().map_err(missing)?);
    let file = files.first().ok_or_else(|| wrong(locale.t("documents-import-none")))?;
    let bytes = bytes_of(app, file).await?;
    let exported = Exported::read(&bytes).map_err(|error| wrong(reason(error, locale)))?;
    let act = app.begin(signed.who()).await?;
    let done = importing::import(&act, &signed.actor, (call, organisation), &exported).await?;
    act.commit().await?;
    let count = [("count", done.imported.answers.len().into())];
    signed.visit.flash("success", locale.tr("documents-imported", &count)).await;
    for text in notes(&done, locale) {
        signed.visit.flash("warning", text).await;
    }
    Ok(see_other(&format!("/proposals/{}", done.reference)))
}

/// The file, which is small.
async fn bytes_of(app: &App, file: &Accepted) -> Result<Bytes> {
    let opened = app.files.open(&file.sha256).await?;
    let parts: Vec<Bytes> = opened.bytes.try_collect().await?;
    Ok(parts.concat().into())
}

fn reason(error: NotExported, locale: Locale) -> String {
    match error {
        NotExported::NotJson { line, column } => {
            locale.tr("documents-import-no-json", &[("line", line.into()), ("column", column.into())])
        }
        NotExported::NoAnswers => locale.t("documents-import-no-answers"),
    }
}

/// What is to be told of an import that did not take over everything.
fn notes(done: &Done, locale: Locale) -> Vec<String> {
    let labels = |labels: &[Trilingual]| labels.iter().map(|label| label.get(locale).to_owned()).collect::<Vec<_>>();
    let imported = &done.imported;
    let named = [
        ("documents-import-unknown", imported.unknown.iter().cloned().collect()),
        ("documents-import-left-out", labels(&imported.left_out)),
        ("documents-import-as-typed", labels(&imported.as_typed)),
        ("documents-import-files", labels(&imported.files)),
    ];
    let told = |(key, names): (&str, Vec<String>)| {
        let mut shown = names.iter().take(TOLD).cloned().collect::<Vec<_>>().join(", ");
        if names.len() > TOLD {
            let more = locale.tr("documents-import-more", &[("more", (names.len() - TOLD).into())]);
            shown = format!("{shown} {more}");
        }
        (!names.is_empty()).then(|| locale.tr(key, &[("names", shown.into())]))
    };
    let others = done.follows_others.then(|| locale.t("documents-import-others"));
    others.into_iter().chain(named.into_iter().filter_map(told)).collect()
}
