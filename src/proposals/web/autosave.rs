//! Saving while one writes: the same door as the form of a section, asked by a script and answered in JSON.

use std::collections::BTreeMap;

use http::StatusCode;
use serde::Serialize;

use super::section::{about, disputed, is_of_another, others, sent};
use crate::{
    app::App,
    error::{Error, Result},
    guidelines::{Answers, Context, Finding, REQUESTS, Section, Severity, Stage, input_id},
    ids::Reference,
    proposals::{
        actions::saving::{self, Outcome},
        forms::Extras,
        pages::{Disputed, Held, Item, items},
        store::requests,
    },
    web::{Answer, Frame, SignedIn, Upload, json},
    words::Locale,
};

/// What became of it, for assets/js/autosave.js.
#[derive(Serialize)]
struct Told {
    /// `Saved at 14:02`.
    saved: String,
    at: String,
    session: Span,
    /// The versions on which the fields stand now that were sent and are decided.
    versions: BTreeMap<String, i32>,
    /// Fields that hold another text than the sender's page shows.
    redraw: Vec<Drawn>,
    /// Fields that somebody else changed too: nothing of them was written.
    clashes: Vec<Drawn>,
    /// What is wrong with the fields that were sent.
    findings: Vec<Said>,
    /// Whether something is too large to be kept: that was not written.
    refused: bool,
    /// Who else writes here: a sentence for each.
    others: Vec<String>,
}

/// When the session ends, beside the server's own time.
#[derive(Serialize)]
struct Span {
    now: String,
    ends: String,
}

/// A part of the page.
#[derive(Serialize)]
struct Drawn {
    field: String,
    version: i32,
    html: String,
}

/// A message at an input.
#[derive(Serialize)]
struct Said {
    field: String,
    /// The id of the input; that of the field for what is said of the field as a whole.
    input: String,
    text: String,
    warns: bool,
}

pub(super) async fn save(app: &App, signed: &SignedIn, (reference, key): (&Reference, &str), upload: Upload) -> Answer {
    let form = upload.receive(app, |_| None).await?;
    if is_of_another(signed, &form.values) {
        return Err(Error::SignIn);
    }
    let extras = Extras::of(form.values.pairs());
    let act = app.begin(signed.who()).await?;
    let outcome = saving::save(&act, &signed.actor, reference, sent(key, &form, &extras)).await?;
    act.commit_unheard().await?;
    let told = told(app, signed, (key, &extras), &outcome).await?;
    let status = match &told {
        Told { refused: true, .. } => StatusCode::UNPROCESSABLE_ENTITY,
        Told { clashes, .. } if !clashes.is_empty() => StatusCode::CONFLICT,
        _ => StatusCode::OK,
    };
    let mut response = json(&told)?;
    *response.status_mut() = status;
    Ok(response)
}

async fn told(app: &App, signed: &SignedIn, (key, extras): (&str, &Extras), outcome: &Outcome) -> Result<Told> {
    let section = outcome.definition.section(key).ok_or(Error::NotFound)?;
    let (locale, at) = (signed.visit.locale, signed.visit.at);
    let news = News { outcome, extras };
    let findings = findings(section, &news);
    let mut held = held(section, outcome, disputed(app, signed, outcome).await?, &findings);
    if section.key == *REQUESTS {
        let asked = requests::of_case(app.db.read(), &outcome.case).await?;
        held.about = about(&asked, &outcome.case, &outcome.definition);
    }
    let drawing = Drawing {
        frame: signed.visit.quiet_frame(String::new(), super::HERE),
        files: format!("/proposals/{}/files", outcome.case.proposal.reference),
        locale,
        news,
        held: &held,
    };
    let ends = signed.visit.session_ends.unwrap_or(at);
    Ok(Told {
        saved: locale.tr("autosave-saved", &[("when", Locale::time(at, signed.visit.zone).into())]),
        at: at.iso(),
        session: Span { now: at.iso(), ends: ends.iso() },
        versions: news.versions(section),
        redraw: drawing.drawn(section, |field| news.is_new(field))?,
        clashes: drawing.drawn(section, |field| news.is_clash(field))?,
        findings: findings.iter().filter(|found| news.is_sent(found)).map(|found| said(found, locale)).collect(),
        refused: !outcome.refused.is_empty(),
        others: others(app, signed, &outcome.draft, section).await?,
    })
}

/// What is wrong with what the page is told of: most of its fields it need not hear of.
fn findings(section: &Section, news: &News<'_>) -> Vec<Finding> {
    let outcome = news.outcome;
    let context = Context { stage: Stage::Draft, period: outcome.case.call.period() };
    let fields = section.fields.iter().filter(|field| {
        let key = field.key.as_str();
        news.was_sent(key) || news.is_new(key)
    });
    let found = outcome.definition.check_fields(section, fields, &outcome.draft.answers, &context);
    outcome.refused.iter().cloned().chain(found).collect()
}

/// The form as it stands now: what is stored, and in disputed fields what was sent.
fn held(section: &Section, outcome: &Outcome, clashes: Vec<Disputed>, found: &[Finding]) -> Held {
    let mut answers: Answers = outcome.draft.answers.clone();
    for field in section.fields.iter().filter(|field| clashes.iter().any(|clash| clash.field == field.key)) {
        answers.set(field.key.clone(), outcome.typed.get(field.key.as_str()).cloned());
    }
    let versions = outcome.draft.saved.iter().map(|(field, saved)| (field.clone(), saved.version)).collect();
    Held { answers, versions, findings: found.to_vec(), clashes, ..Held::default() }
}

fn said(found: &Finding, locale: Locale) -> Said {
    let spot = &found.spot;
    Said {
        field: spot.field.to_string(),
        input: if spot.column.is_some() { spot.input.clone() } else { input_id(spot.field.as_str()) },
        text: found.message(locale),
        warns: found.severity == Severity::Warning,
    }
}

/// What a save changed, for the page that sent it.
#[derive(Clone, Copy)]
struct News<'d> {
    outcome: &'d Outcome,
    extras: &'d Extras,
}

impl News<'_> {
    fn is_open(&self, field: &str) -> bool {
        let is_refused = self.outcome.refused.iter().any(|found| found.spot.field == *field);
        is_refused || self.is_clash(field)
    }

    fn is_clash(&self, field: &str) -> bool {
        self.outcome.clashes.iter().any(|clash| clash.field == *field)
    }

    fn was_sent(&self, field: &str) -> bool {
        self.extras.only.as_ref().is_none_or(|only| only.contains(field))
    }

    fn is_sent(&self, found: &Finding) -> bool {
        self.was_sent(found.spot.field.as_str())
    }

    /// Whether others wrote here where the sender wrote nothing, or gave way.
    fn is_new(&self, field: &str) -> bool {
        let written = self.outcome.written.iter().any(|one| *one == *field);
        let chosen = self.extras.leave.iter().any(|left| left == field) || self.extras.combined.contains_key(field);
        let seen = self.extras.seen.get(field).copied().unwrap_or(0);
        let newer = self.outcome.draft.version(field) != seen && !written;
        (newer || chosen) && !(self.is_open(field) && self.was_sent(field))
    }

    fn versions(&self, section: &Section) -> BTreeMap<String, i32> {
        let keys = section.fields.iter().map(|field| field.key.as_str());
        let decided = keys.filter(|key| self.was_sent(key) && !self.is_open(key));
        decided.map(|key| (key.to_owned(), self.outcome.draft.version(key))).collect()
    }
}

struct Drawing<'d> {
    frame: Frame,
    /// The address below which the files lie.
    files: String,
    locale: Locale,
    news: News<'d>,
    held: &'d Held,
}

impl Drawing<'_> {
    /// Draws the fields that are meant, and no others: mostly there is none.
    fn drawn(&self, section: &Section, is_meant: impl Fn(&str) -> bool) -> Result<Vec<Drawn>> {
        let outcome = self.news.outcome;
        let fields = section.fields.iter().filter(|field| is_meant(field.key.as_str()));
        let drawn = |item: &Item| {
            let (field, html) = (item.key().to_owned(), item.draw(&self.frame, &self.files)?);
            Ok(Drawn { version: outcome.draft.version(&field), field, html })
        };
        items(&outcome.definition, fields, self.held, self.locale).iter().map(drawn).collect()
    }
}
