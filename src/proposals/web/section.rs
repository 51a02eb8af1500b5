//! Writing a section.

use std::{collections::BTreeMap, time::Duration};

use axum::extract::State;
use http::StatusCode;
use serde::Deserialize;

use super::{Opened, autosave, frame};
use crate::{
    app::App,
    clock::Moment,
    error::{Error, Result},
    guidelines::{Answers, Definition, Field, Kind, REQUESTS, Section, Stage, input_id},
    ids::{Reference, UserId},
    proposals::{
        actions::{
            drafting::OF_ORGANISATION,
            saving::{self, NewFile, Outcome, Sent},
        },
        forms::Extras,
        pages::{AskedHere, Disputed, Held, Prefilled, Saved, SectionPage, Side},
        policy::Deed,
        requests::{Numbered, for_submission},
        store::{Case, drafts::Draft, notes, people, requests},
    },
    web::{
        Answer, Path, Query, SignedIn, Values, page, see_other,
        upload::{Accepted, Accepts, Upload, Uploaded},
    },
    words::Locale,
};

/// For how long somebody who saved counts as writing here.
const LATELY: Duration = Duration::from_secs(10 * 60);

/// How the page was come to.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Way {
    /// From the check: what is missing is shown, too.
    #[serde(default)]
    check: u8,
    /// The field for whose point a city is searched, and the city.
    at: Option<String>,
    city: Option<String>,
}

pub async fn show(
    State(app): State<App>,
    signed: SignedIn,
    Path((reference, section)): Path<(Reference, String)>,
    Query(way): Query<Way>,
) -> Answer {
    let opened = Opened::new(&app, &signed, &reference).await?;
    if !opened.case.may(Deed::Write).is_yes() {
        return Ok(see_other(&format!("/proposals/{reference}")));
    }
    let section = opened.definition.section(&section).ok_or(Error::NotFound)?;
    let mut held = held(&opened, opened.draft.answers.clone());
    if way.check > 0 {
        held.findings =
            opened.look_over(&held.answers, Stage::Submission).of_section(section.key.as_str()).cloned().collect();
        held.summed_up = true;
    }
    held.sought = way.at.zip(way.city);
    draw(&app, &signed, &opened, section, held).await
}

/// The form with these answers, and what is wrong with them.
fn held(opened: &Opened, answers: Answers) -> Held {
    let findings = opened.look_over(&answers, Stage::Draft).findings;
    let versions = opened.draft.saved.iter().map(|(field, saved)| (field.clone(), saved.version)).collect();
    Held { findings, versions, answers, ..Held::default() }
}

async fn draw(app: &App, signed: &SignedIn, opened: &Opened, section: &Section, mut held: Held) -> Answer {
    let asked = requests::of_case(app.db.read(), &opened.case).await?;
    held.about = about(&asked, &opened.case, &opened.definition);
    let top = opened.top().at(section.title.get(opened.reader.locale).to_owned());
    let side = Side {
        sections: opened.sections(&held.answers, section.key.as_str()),
        closing: opened.closing(),
        notes: open_notes(app, opened, section).await?,
        prefilled: prefilled(opened, section),
        asked: asked_here(&asked, opened, section),
        saved: saved(app, opened).await?,
        others: others(app, signed, &opened.draft, section).await?,
        account: signed.actor.id,
        email: signed.actor.email.to_string(),
        top,
    };
    let frame = frame(signed, &side.top).await;
    page(&SectionPage::new(frame, side, &opened.definition, section, held))
}

/// How many private notes on a section are open, in words.
async fn open_notes(app: &App, opened: &Opened, section: &Section) -> Result<String> {
    let open = notes::open(app.db.read(), opened.case.proposal.id, Some(section.key.as_str())).await?;
    Ok(opened.reader.locale.tr("proposals-notes-open", &[("count", open.into())]))
}

/// The questions that are answered by what the organisation says of itself, and by nobody here.
fn prefilled(opened: &Opened, section: &Section) -> Option<Prefilled> {
    let (case, locale) = (&opened.case, opened.reader.locale);
    let begun = |field: &&Field| {
        let key = field.key.as_str();
        OF_ORGANISATION.contains(&key) && opened.draft.is_as_begun(key, case.proposal.created_at)
    };
    let fields: Vec<&str> = section.fields.iter().filter(begun).map(|field| field.label.get(locale)).collect();
    if fields.is_empty() {
        return None;
    }
    // The page is its own people's.
    let page = case.standing.roles.official.map(|_| format!("/organisations/{}", case.organisation.slug));
    let own = if page.is_some() { "yes" } else { "no" };
    let name = case.organisation.name.as_str().into();
    let said = [("own", own.into()), ("organisation", name), ("fields", fields.join(", ").into())];
    Some(Prefilled { text: locale.tr("proposals-prefilled-fields", &said), page })
}

/// What the secretariat asks to be changed in a section.
fn asked_here(all: &[Numbered], opened: &Opened, section: &Section) -> Vec<AskedHere> {
    let (case, locale) = (&opened.case, opened.reader.locale);
    let here = |one: &Numbered| {
        let field = section.field(one.request.field.as_ref()?.as_str())?.key.to_string();
        Some(AskedHere {
            field,
            label: one.label(&opened.definition, locale),
            text: one.request.text.clone(),
            href: format!("/proposals/{}/edit/{REQUESTS}#{}", case.proposal.reference, input_id(&one.key())),
        })
    };
    for_submission(all, case.standing.next_submission()).iter().filter_map(here).collect()
}

/// Where that is written which the requests of the secretariat are about, by the keys of the questions that answer them.
pub(super) fn about(all: &[Numbered], case: &Case, definition: &Definition) -> BTreeMap<String, String> {
    let proposal = format!("/proposals/{}", case.proposal.reference);
    all.iter().filter_map(|one| Some((one.key(), one.about(definition, &proposal)?))).collect()
}

/// When it was saved last, and by whom.
async fn saved(app: &App, opened: &Opened) -> Result<Option<Saved>> {
    let Some(last) = opened.draft.last_saved() else { return Ok(None) };
    let when = opened.reader.locale.instant_brief(last.at, opened.reader.zone);
    let when = opened.reader.locale.tr("proposals-saved", &[("when", when.into())]);
    Ok(Some(Saved { when, by: name(app, last.by).await? }))
}

/// Who else saved in this section in the last minutes: a sentence for each.
pub(super) async fn others(app: &App, signed: &SignedIn, draft: &Draft, section: &Section) -> Result<Vec<String>> {
    let fields = section.fields.iter().map(|field| field.key.as_str());
    let others = draft.others_since(fields, signed.visit.at - LATELY, signed.actor.id);
    if others.is_empty() {
        return Ok(Vec::new());
    }
    let names = people::named(app.db.read(), others.iter().map(|(id, _)| *id)).await?;
    let sentence = |(id, at): &(UserId, Moment)| {
        let (_, name) = names.iter().find(|(known, _)| known == id)?;
        let when = Locale::time(*at, signed.visit.zone);
        Some(signed.visit.locale.tr("autosave-other", &[("name", name.as_str().into()), ("when", when.into())]))
    };
    Ok(others.iter().filter_map(sentence).collect())
}

/// The two texts of each field that two people changed.
pub(super) async fn disputed(app: &App, signed: &SignedIn, outcome: &Outcome) -> Result<Vec<Disputed>> {
    let mut all = Vec::new();
    for clash in &outcome.clashes {
        let saved = outcome.draft.saved.get(clash.field.as_str());
        let by = name(app, saved.and_then(|saved| saved.by)).await?;
        let when = saved.map(|saved| signed.visit.locale.instant(saved.at, signed.visit.zone)).unwrap_or_default();
        let (theirs, version) = (clash.theirs.answer.clone(), clash.theirs.version);
        let heading = signed.visit.locale.tr("proposals-clash-by", &[("name", by.into()), ("when", when.into())]);
        all.push(Disputed { field: clash.field.clone(), before: clash.before.clone(), theirs, version, heading });
    }
    Ok(all)
}

async fn name(app: &App, id: Option<UserId>) -> Result<String> {
    Ok(people::named(app.db.read(), id).await?.into_iter().next().map(|(_, name)| name).unwrap_or_default())
}

pub async fn save(
    State(app): State<App>,
    signed: SignedIn,
    Path((reference, key)): Path<(Reference, String)>,
    upload: Upload,
) -> Answer {
    if signed.visit.wants_json {
        return autosave::save(&app, &signed, (&reference, &key), upload).await;
    }
    let opened = Opened::new(&app, &signed, &reference).await?;
    let section = opened.definition.section(&key).ok_or(Error::NotFound)?;
    let form = upload.receive(&app, |field| accepts(section, field, &opened.draft.answers)).await?;
    let extras = Extras::of(form.values.pairs());
    if form.only_shown {
        return show_again(&app, &signed, &opened, section, &form, extras).await;
    }
    if is_of_another(&signed, &form.values) {
        signed.visit.flash("warning", signed.visit.t("proposals-other-account")).await;
        let mut response = show_again(&app, &signed, &opened, section, &form, extras).await?;
        *response.status_mut() = StatusCode::FORBIDDEN;
        return Ok(response);
    }
    if !opened.case.may(Deed::Write).is_yes() {
        return show_unsaved(&app, &signed, &opened, section, &form, extras).await;
    }
    let sent = Sent { files: form.files.iter().map(new_file).collect(), ..sent(&key, &form, &extras) };
    let act = app.begin(signed.who()).await?;
    let outcome = match saving::save(&act, &signed.actor, &reference, sent).await {
        Err(Error::Refused(reason)) => {
            drop(act);
            if reason == "files-proposal-full" {
                signed.visit.flash("warning", signed.visit.t(reason)).await;
            }
            return show_unsaved(&app, &signed, &opened, section, &form, extras).await;
        }
        saved => saved?,
    };
    act.commit().await?;
    if outcome.clashes.is_empty() && outcome.refused.is_empty() && form.errors.is_empty() {
        return go_on(&signed, &opened, section, &extras, outcome).await;
    }
    let opened = Opened::new(&app, &signed, &reference).await?;
    show_trouble(&app, &signed, &opened, section, (form, extras), outcome).await
}

/// Whether the page that a form comes from was somebody else's: who logs in elsewhere in the same browser does not write
/// under their name, nor they under this one.
pub(super) fn is_of_another(signed: &SignedIn, values: &Values) -> bool {
    values.get("account").is_some_and(|account| account != signed.actor.id.to_string())
}

/// The form, for the verb.
pub(super) fn sent<'f>(section: &'f str, form: &'f Uploaded, extras: &'f Extras) -> Sent<'f> {
    Sent {
        section,
        posted: form.values.pairs(),
        seen: extras.seen.clone(),
        leave: &extras.leave,
        files: Vec::new(),
        only: extras.only.as_ref(),
        combined: extras.combined.clone(),
        tried: &extras.tried,
        resent: extras.resent.clone(),
    }
}

/// What a file input of the section takes, beside what these answers hold already.
pub(super) fn accepts(section: &Section, field: &str, answers: &Answers) -> Option<Accepts> {
    let kind = &section.field(field)?.kind;
    let (max_bytes, most) = match kind {
        Kind::Images { max, max_bytes, .. } => (*max_bytes, usize::try_from(*max).ok()?),
        Kind::Pdf { max_bytes } => (*max_bytes, 1),
        _ => return None,
    };
    let held = answers.files(field).len();
    // A PDF takes the place of the one before.
    let room = if matches!(kind, Kind::Pdf { .. }) { most } else { most.saturating_sub(held) };
    Some(Accepts { media_types: kind.media_types(), max_bytes, most, room })
}

pub(super) fn new_file(file: &Accepted) -> NewFile {
    NewFile {
        field: file.field.clone(),
        name: file.name.clone(),
        media_type: file.media_type.clone(),
        size: file.size,
        sha256: file.sha256.clone(),
        pixels: file.pixels,
        alt: String::new(),
        replaces: file.replaces.as_ref().and_then(|id| id.parse().ok()),
    }
}

/// After a save without trouble: to the row that a button moved, to the next section, or back to the same.
async fn go_on(signed: &SignedIn, opened: &Opened, section: &Section, extras: &Extras, outcome: Outcome) -> Answer {
    let base = format!("/proposals/{}", opened.case.proposal.reference);
    let here = format!("{base}/edit/{}", section.key);
    if let Some((field, city)) = &extras.sought {
        return Ok(see_other(&found(&here, field, city)));
    }
    if let Some(input) = outcome.go_to {
        return Ok(see_other(&format!("{here}#{input}")));
    }
    let at = opened.definition.sections.iter().position(|other| other.key == section.key);
    let next = at.and_then(|at| opened.definition.sections.get(at + 1));
    signed.visit.flash("success", signed.visit.t("proposals-saved-now")).await;
    Ok(see_other(&match next {
        _ if !extras.next => here,
        Some(next) => format!("{base}/edit/{}", next.key),
        None => format!("{base}/check"),
    }))
}

/// The form with the cities that were found.
fn found(form: &str, field: &str, city: &str) -> String {
    let city: String = city.chars().take(80).collect();
    let query = serde_urlencoded::to_string([("at", field), ("city", &city)]).unwrap_or_default();
    format!("{form}?{query}#{}-city", input_id(field))
}

/// A form that comes when the proposal has moved on and cannot be changed any more: what was typed is there to be copied.
async fn show_unsaved(
    app: &App,
    signed: &SignedIn,
    opened: &Opened,
    section: &Section,
    form: &Uploaded,
    extras: Extras,
) -> Answer {
    signed.visit.flash("warning", signed.visit.t("proposals-not-saved")).await;
    let mut response = show_again(app, signed, opened, section, form, extras).await?;
    *response.status_mut() = StatusCode::FORBIDDEN;
    Ok(response)
}

/// A form that came back after a log-in: as it was typed, and nothing is done.
async fn show_again(
    app: &App,
    signed: &SignedIn,
    opened: &Opened,
    section: &Section,
    form: &Uploaded,
    extras: Extras,
) -> Answer {
    let mut answers = opened.draft.answers.clone();
    let typed = opened.definition.read(section, form.values.pairs(), &answers).answers;
    for field in &section.fields {
        answers.set(field.key.clone(), typed.get(field.key.as_str()).cloned());
    }
    let mut held = held(opened, answers);
    held.versions = extras.seen;
    held.sought = extras.sought;
    held.unsaved = true;
    draw(app, signed, opened, section, held).await
}

/// Two texts of one field, or something that cannot be kept: the form as it was typed, with what is to be decided. All else
/// of it is saved.
async fn show_trouble(
    app: &App,
    signed: &SignedIn,
    opened: &Opened,
    section: &Section,
    (form, extras): (Uploaded, Extras),
    outcome: Outcome,
) -> Answer {
    let disputed = disputed(app, signed, &outcome).await?;
    let mut answers = opened.draft.answers.clone();
    for field in &section.fields {
        answers.set(field.key.clone(), outcome.typed.get(field.key.as_str()).cloned());
    }
    let mut held = held(opened, answers);
    if !outcome.refused.is_empty() {
        // What was refused stands on what was seen when the form was opened; all else is saved.
        let refused = |field: &str| outcome.refused.iter().any(|found| found.spot.field == *field);
        held.versions.extend(extras.seen.iter().filter(|(field, _)| refused(field)).map(|(k, v)| (k.clone(), *v)));
        held.findings = outcome.refused;
        held.summed_up = true;
        held.unsaved = true;
    }
    held.uploads = form.errors.iter().map(|(field, message)| (field.to_owned(), message.to_owned())).collect();
    // Until it is decided, the form stands on what was seen when it was opened.
    let seen = |field: &str| (field.to_owned(), extras.seen.get(field).copied().unwrap_or(0));
    held.versions.extend(outcome.clashes.iter().map(|clash| seen(clash.field.as_str())));
    held.clashes = disputed;
    held.sought = extras.sought;
    let status = match held.clashes.is_empty() {
        false => StatusCode::CONFLICT,
        true if form.unavailable => StatusCode::SERVICE_UNAVAILABLE,
        true => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let mut response = draw(app, signed, opened, section, held).await?;
    *response.status_mut() = status;
    Ok(response)
}
