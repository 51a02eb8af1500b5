//! The letters about the decision that is prepared for a proposal: their words, and each as it will arrive. What is shown is made by
//! the same functions as what is sent.

use std::{collections::BTreeSet, time::Duration};

use axum::{Router, extract::State, response::Response, routing::get};
use http::StatusCode;
use serde::{Deserialize, Serialize};

use super::over;
use crate::{
    app::App,
    audit,
    entity::{call, decision},
    error::{Error, FieldErrors, Result},
    guidelines::definition,
    ids::{ProposalId, UserId},
    mail::{Letter, LetterTexts, Wording, Wordings, kinds::Kind, render, texts},
    proposals::{
        Addressee, Case, Deed,
        actions::{
            deciding::{self, SeenDecision, circles},
            reader, sealed,
            steering::Target,
        },
        decided,
        decisions::{nearest, placeholders},
        letter_texts, people, publishing_orders,
        requests::Request,
        rules::{Decision, Outcome},
    },
    reviews::{
        pages::{
            Head, Reader,
            decisions::{
                addressee,
                letters::{LettersPage, tabs},
                outcome_words,
            },
            proposal::decision_href,
        },
        store::decisions::{self, Decided},
        web::{href, reference, verbs::case_of_secretariat},
    },
    web::{
        Answer, Filled, Path, Posted, Query, SignedIn, Values,
        letter::{Links, letter},
        page, see_other,
        wording::{Look, WordingForm, known, typed},
    },
    words::Locale,
};

pub fn routes() -> Router<App> {
    Router::new()
        .route("/desk/proposals/{reference}/decision/letters", get(show).post(write))
        .route("/desk/proposals/{reference}/decision/letters/{person}", get(as_html))
}

/// In which language the words are looked at.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Wish {
    language: String,
}

impl Wish {
    /// The language that was asked for, or that of the first reader.
    async fn or_first_of(&self, app: &App, prepared: &Prepared) -> Result<Locale> {
        if let Ok(locale) = self.language.parse() {
            return Ok(locale);
        }
        let letters = prepared.letters(app, None).await?;
        Ok(letters.first().map_or(prepared.case.proposal.language, |letter| letter.to.locale))
    }
}

/// Whether what was typed is to be shown, not what is kept.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Written {
    typed: String,
}

impl Written {
    pub fn is_typed(&self) -> bool {
        self.typed == "yes"
    }
}

/// A prepared decision, with all that its letters are made of.
struct Prepared {
    case: Case,
    held: decision::Model,
    /// What the letters of the call say.
    of_call: Wordings,
    /// What the letters of all calls say.
    texts: LetterTexts,
}

impl Prepared {
    async fn find(app: &App, signed: &SignedIn, written: &str) -> Result<Self> {
        let case = case_of_secretariat(app, signed, &reference(written)?).await?;
        let db = app.db.read();
        let held = decided::prepared(db, case.proposal.id).await?.ok_or(Error::NotFound)?;
        let of_call = letter_texts::now(db, case.call.id).await?.0.remove(&held.outcome).unwrap_or_default();
        Ok(Self { case, held, of_call, texts: texts::now(db).await? })
    }

    /// The letters as they would go out now; `instead` is looked at in the place of what is kept in a language.
    async fn letters(&self, app: &App, instead: Option<(Locale, Wording)>) -> Result<Vec<Letter>> {
        let mut words = nearest(self.held.wordings(), self.of_call.clone());
        words.extend(instead);
        letters(app, &self.case, &self.held.made(), &words).await
    }

    /// What it says in a language now, and in whose words.
    fn wording(&self, locale: Locale) -> (Wording, &'static str) {
        if let Some(own) = self.held.wordings().remove(&locale) {
            return (own, "texts-stands-own");
        }
        match self.of_call.get(&locale) {
            Some(of_call) => (of_call.clone(), "texts-stands-call"),
            None => (in_general(&self.texts, self.held.outcome, locale), "texts-stands-usual"),
        }
    }
}

/// What the letters about an outcome say where neither a proposal nor its call says anything.
fn in_general(texts: &LetterTexts, outcome: Outcome, locale: Locale) -> Wording {
    Kind::of(outcome.code()).map(|kind| texts.of(kind, locale)).unwrap_or_default()
}

/// The same, looked up.
pub async fn usual(app: &App, outcome: Outcome, locale: Locale) -> Result<Wording> {
    Ok(in_general(&texts::now(app.db.read()).await?, outcome, locale))
}

/// The letters about a decision as they would go out now.
async fn letters(app: &App, case: &Case, made: &Decision, words: &Wordings) -> Result<Vec<Letter>> {
    let db = app.db.read();
    let definition = definition(db, case.call.guidelines_id).await?;
    let seal = audit::head(db).await?.as_ref().map(sealed);
    let mut people = Vec::new();
    for circle in circles(made.outcome) {
        people.extend(people::circle(db, &case.proposal, *circle).await?);
    }
    let mut seen = BTreeSet::new();
    people.retain(|person| seen.insert(person.id));
    let readers: Vec<Addressee> = people.into_iter().map(|person| reader(person, false)).collect();
    Ok(deciding::letters(&app.config, (case, &definition), &readers, made, words, seal))
}

async fn show(
    State(app): State<App>,
    signed: SignedIn,
    Path(written): Path<String>,
    Query(wish): Query<Wish>,
) -> Answer {
    let prepared = Prepared::find(&app, &signed, &written).await?;
    let locale = wish.or_first_of(&app, &prepared).await?;
    let filled = Filled::with(typed(&prepared.wording(locale).0, prepared.held.version));
    page(&drawn(&app, &signed, &prepared, locale, filled, None).await?)
}

/// What was looked at last, for the frames of its page.
const LOOKED_AT: &str = "looked-at-letter-of-one";

#[derive(Serialize, Deserialize)]
struct LookedAt {
    proposal: ProposalId,
    locale: Locale,
    wording: Wording,
}

async fn write(
    State(app): State<App>,
    signed: SignedIn,
    Path(written): Path<String>,
    Query(wish): Query<Wish>,
    posted: Posted<WordingForm>,
) -> Answer {
    let prepared = Prepared::find(&app, &signed, &written).await?;
    let locale = wish.or_first_of(&app, &prepared).await?;
    let at = reference(&written)?;
    let typed = posted.values.clone();
    let act_on = async |form: WordingForm, typed: &Values| {
        let words = form.wording(&placeholders(prepared.held.outcome), signed.visit.locale);
        if form.only_looks() {
            let wording = words.map_err(Error::Invalid)?;
            let filled = Filled::with(typed.clone());
            return page(&drawn(&app, &signed, &prepared, locale, filled, Some(wording)).await?);
        }
        let wording = if form.resets() { None } else { Some(words.map_err(Error::Invalid)?) };
        let act = app.begin(signed.who()).await?;
        let target = Target { reference: &at, seen: prepared.case.proposal.version };
        let seen = SeenDecision { target, held: Some(form.version) };
        deciding::reword(&act, &signed.actor, seen, locale, wording).await?;
        act.commit().await?;
        let done = if form.resets() { "texts-was-reset" } else { "texts-saved" };
        signed.visit.flash("success", signed.visit.t(done)).await;
        Ok(see_other(&format!("{}/decision/letters?language={}", href(&at), locale.tag())))
    };
    let show = async |filled| page(&drawn(&app, &signed, &prepared, locale, filled, None).await?);
    match posted.then(act_on, show).await {
        Err(Error::Conflict) => overtaken(&app, &signed, &written, locale, typed).await,
        other => other,
    }
}

/// Somebody else has changed what is prepared: both texts, and the next save is on top of theirs.
async fn overtaken(app: &App, signed: &SignedIn, written: &str, locale: Locale, typed: Values) -> Answer {
    let prepared = Prepared::find(app, signed, written).await?;
    let values = over(&typed, &[("version", &prepared.held.version.to_string())]);
    let errors = FieldErrors::one("", signed.visit.t("texts-changed-meanwhile"));
    let mut drawn = drawn(app, signed, &prepared, locale, Filled { values, errors }, None).await?;
    let theirs = prepared.wording(locale).0;
    drawn.theirs = Some((theirs.subject, theirs.body));
    let mut page: Response = page(&drawn)?;
    *page.status_mut() = StatusCode::CONFLICT;
    Ok(page)
}

async fn drawn(
    app: &App,
    signed: &SignedIn,
    prepared: &Prepared,
    locale: Locale,
    filled: Filled,
    looked_at: Option<Wording>,
) -> Result<LettersPage> {
    let reader = Reader::of(&signed.visit);
    let (case, held) = (&prepared.case, &prepared.held);
    let head = Head::of(&case.proposal, &case.organisation, &case.call, reader);
    let base = format!("{}/decision/letters", head.href());
    let (stands, is_typed) = (prepared.wording(locale).1, looked_at.is_some());
    let instead = looked_at.map(|wording| (locale, wording));
    let letters = prepared.letters(app, instead.clone()).await?;
    if let Some((locale, wording)) = instead {
        let kept = LookedAt { proposal: case.proposal.id, locale, wording };
        signed.visit.session.insert(LOOKED_AT, kept).await.map_err(Error::internal)?;
    }
    let mut looks = Vec::new();
    for letter in &letters {
        let person = letter.to.user.map(|id| id.to_string()).unwrap_or_default();
        let typed = if is_typed && letter.to.locale == locale { "?typed=yes" } else { "" };
        looks.push(look(app, &prepared.texts, letter, format!("{base}/{person}{typed}"))?);
    }
    // Those who read the language of the form first.
    looks.sort_by_key(|look| look.tag != locale.tag());
    let closed = (!case.may(Deed::HoldDecision).is_yes()).then(|| reader.t("publishing-failed-state"));
    let ordered = publishing_orders::open_items(app.db.read(), &[case.proposal.id]).await?;
    Ok(LettersPage {
        frame: signed.visit.frame(reader.locale.pair(reader.t("decisions-letters"), &head.reference), "desk").await,
        outcome: outcome_words(held.outcome, reader),
        decisions_href: format!("/desk/calls/{}/decisions", case.call.slug),
        decision_href: decision_href(&head.href(), held.outcome),
        texts_href: format!("/desk/calls/{}/letter-texts", case.call.slug),
        tabs: tabs(&base, locale, &letters.iter().map(|letter| letter.to.locale).collect::<Vec<_>>(), reader),
        language: locale.own_name(),
        tag: locale.tag(),
        stands: reader.t(stands),
        is_own: stands == "texts-stands-own",
        known: known(&placeholders(held.outcome), reader.locale),
        order: (!ordered.is_empty()).then(|| reader.t("texts-ordered")),
        theirs: None,
        closed,
        looks,
        filled,
        head,
    })
}

/// A letter as its reader gets it; `frame_href` shows it as mail programs do.
pub fn look(app: &App, texts: &LetterTexts, letter: &Letter, frame_href: String) -> Result<Look> {
    let rendered = render(&app.config, texts, letter)?;
    Ok(Look {
        to: addressee(&letter.to.name, &letter.to.email),
        tag: letter.to.locale.tag(),
        language: letter.to.locale.own_name(),
        subject: rendered.subject,
        text: rendered.text,
        frame_href,
    })
}

/// A letter as mail programs show it, to one of its readers.
async fn as_html(
    State(app): State<App>,
    signed: SignedIn,
    Path((at, person)): Path<(String, UserId)>,
    Query(written): Query<Written>,
) -> Answer {
    let prepared = Prepared::find(&app, &signed, &at).await?;
    let instead = if written.is_typed() {
        let kept: Option<LookedAt> = signed.visit.session.get(LOOKED_AT).await.map_err(Error::internal)?;
        let kept = kept.filter(|kept| kept.proposal == prepared.case.proposal.id).ok_or(Error::NotFound)?;
        Some((kept.locale, kept.wording))
    } else {
        None
    };
    let letters = prepared.letters(&app, instead).await?;
    let found = letters.into_iter().find(|letter| letter.to.user == Some(person)).ok_or(Error::NotFound)?;
    Ok(letter(&render(&app.config, &prepared.texts, &found)?.html, Links::Rest))
}

/// An example of a call's letter, in a language: about a proposal for which this is prepared, or else about any, with values that
/// stand for what would be decided. None while nothing was handed in.
pub async fn sample(
    app: &App,
    signed: &SignedIn,
    call: &call::Model,
    kind: Outcome,
    locale: Locale,
    wording: Option<Wording>,
) -> Result<Option<Letter>> {
    let found = decisions::of_call(app.db.read(), &signed.actor, call, signed.visit.at).await?;
    let is_this = |one: &&Decided| one.decision.as_ref().is_some_and(|made| made.is_prepared() && made.outcome == kind);
    let Some(one) = found.iter().find(is_this).or(found.first()) else { return Ok(None) };
    let made = match one.decision.as_ref().filter(|_| is_this(&one)) {
        Some(held) => held.made(),
        None => made_up(kind, locale, call, signed),
    };
    let words: Wordings = wording.into_iter().map(|wording| (locale, wording)).collect();
    let db = app.db.read();
    let definition = definition(db, call.guidelines_id).await?;
    let seal = audit::head(db).await?.as_ref().map(sealed);
    // To whoever looks at it, in the language that is written.
    let actor = &signed.actor;
    let (email, name) = (actor.email.clone(), actor.name.clone());
    let reader = Addressee { id: Some(actor.id), email, name, locale, zone: actor.zone, of_house: false };
    Ok(deciding::letters(&app.config, (&one.case, &definition), &[reader], &made, &words, seal).pop())
}

/// A decision of which every value says what it stands for.
fn made_up(kind: Outcome, locale: Locale, call: &call::Model, signed: &SignedIn) -> Decision {
    let said = |key: &str| locale.t(&format!("texts-sample-{key}"));
    Decision {
        outcome: kind,
        body: locale.t("desk-decision-board"),
        session: said("session"),
        decided_on: Some(signed.visit.at.day_in(call.zone().0)),
        minute_reference: said("minute_reference"),
        reason: said("reason"),
        message: said("message"),
        requests: vec![Request::plain(&said("request"))],
        due_at: Some(signed.visit.at + Duration::from_secs(14 * 86_400)),
    }
}
