//! The verbs of the workflow, each with a page that asks what it needs.

use axum::extract::{FromRequest, FromRequestParts, Request, State};
use serde::de::DeserializeOwned;
use validator::Validate;

use super::{Trouble, href, kept, reference};
use crate::{
    accounts::{Actor, StaffRole},
    act::Act,
    app::App,
    clock::{Moment, Zone},
    entity::decision,
    error::{Error, FieldErrors, Result},
    guidelines::{Definition, definition, is_press},
    ids::Reference,
    proposals::{
        Case, Deed,
        actions::{
            deciding::{SeenDecision, decide},
            late,
            steering::{self, Target},
        },
        decided, late as held,
        requests::{self, Sheet},
        rules::Outcome,
    },
    reviews::{
        forms::{
            typed_instant,
            verbs::{Admission, Completion, Due, EarlyEnd, Plain, Reason, Return, Running, Seen, Withdrawal},
        },
        nouns::Noun,
        pages::{
            Head, Reader,
            verbs::{Effects, VerbPage, admission_inputs, inputs, requests_question, theirs, words},
        },
        store::dossier::{case_at_the_desk, told},
    },
    web::{Answer, Filled, Path, Posted, SignedIn, Values, page, see_other},
};

macro_rules! pages {
    ($($door:ident => $noun:ident),* $(,)?) => {$(
        pub async fn $door(State(app): State<App>, signed: SignedIn, Path(written): Path<String>) -> Answer {
            show(&app, &signed, &written, Noun::$noun).await
        }
    )*};
}

pages! {
    review_start => ReviewStart,
    return_page => Return,
    due => Due,
    revision => Revision,
    running => Running,
    completion => Completion,
    early_end => EarlyEnd,
    withdrawal => Withdrawal,
    reinstatement => Reinstatement,
    admission => Admission,
    late_refusal => LateRefusal,
}

pub async fn start_review(asked: Asked<Plain>) -> Answer {
    let verb =
        async |act: &Act, actor: &Actor, on: On<'_>, _: Plain| steering::start_review(act, actor, on.target).await;
    asked.steer(Noun::ReviewStart, verb).await
}

pub async fn return_for_changes(asked: Asked<Return>) -> Answer {
    if is_press(asked.posted.values.pairs()) {
        return asked.show_again(Noun::Return).await;
    }
    let verb = async |act: &Act, actor: &Actor, on: On<'_>, form: Return| {
        let requests = requested(&*definition(act.tx(), on.case.call.guidelines_id).await?, on.typed, actor);
        let (requests, due) = both(requests, future(form.due(on.case.call.zone()), actor, act.at))?;
        let made = steering::Asked { message: form.what.trim(), requests: &requests }.until(due);
        let seen = SeenDecision { target: on.target, held: form.held() };
        decide(act, actor, seen, &made, form.press().publishes()).await
    };
    asked.steer(Noun::Return, verb).await
}

/// The list of what is to be changed; what is wrong with it is said beside its input.
pub fn requested(definition: &Definition, typed: &Values, actor: &Actor) -> Result<Vec<requests::Request>> {
    let sheet = Sheet::new(definition).ok_or_else(|| Error::internal("no form for requests"))?;
    let (answers, findings) = sheet.read(typed.pairs());
    let mut errors = FieldErrors::default();
    for found in &findings {
        let name = found.spot.input.trim_start_matches("f-").to_owned();
        let (place, message) = (requests::place(found, actor.locale), found.message(actor.locale));
        errors.add(name, actor.locale.tr("form-error-at", &[("place", place.into()), ("message", message.into())]));
    }
    if errors.is_empty() { Ok(Sheet::requests(&answers)) } else { Err(Error::Invalid(errors)) }
}

pub async fn move_due(asked: Asked<Due>) -> Answer {
    let verb = async |act: &Act, actor: &Actor, on: On<'_>, form: Due| {
        let due = future(form.due(on.case.call.zone()), actor, act.at)?;
        steering::move_due(act, actor, on.target, due).await
    };
    asked.steer(Noun::Due, verb).await
}

/// An instant to come; one that cannot be read or is past is said beside its field.
pub fn future(due: Option<Moment>, actor: &Actor, now: Moment) -> Result<Moment> {
    let wrong = |key: &str| Error::Invalid(FieldErrors::one("due", actor.locale.t(key)));
    let due = due.ok_or_else(|| wrong("desk-instant-wrong"))?;
    if due > now { Ok(due) } else { Err(wrong("proposals-no-due-past")) }
}

/// All that is wrong with two parts of a form, at once.
pub fn both<A, B>(one: Result<A>, other: Result<B>) -> Result<(A, B)> {
    match (one, other) {
        (Ok(one), Ok(other)) => Ok((one, other)),
        (Err(Error::Invalid(mut errors)), Err(Error::Invalid(more))) => {
            more.iter().for_each(|(field, message)| errors.add(field, message));
            Err(Error::Invalid(errors))
        }
        (Err(error), _) | (_, Err(error)) => Err(error),
    }
}

pub async fn revise(asked: Asked<Reason>) -> Answer {
    let verb = async |act: &Act, actor: &Actor, on: On<'_>, form: Reason| {
        steering::revise(act, actor, on.target, form.reason.trim()).await
    };
    asked.steer(Noun::Revision, verb).await
}

pub async fn start_running(asked: Asked<Running>) -> Answer {
    let verb = async |act: &Act, actor: &Actor, on: On<'_>, form: Running| {
        let day = form.starts_on().ok_or(Error::NotFound)?;
        steering::start_running(act, actor, on.target, day).await
    };
    asked.steer(Noun::Running, verb).await
}

pub async fn complete(asked: Asked<Completion>) -> Answer {
    let verb = async |act: &Act, actor: &Actor, on: On<'_>, form: Completion| {
        steering::complete(act, actor, on.target, form.outcome.trim(), form.report.trim()).await
    };
    asked.steer(Noun::Completion, verb).await
}

pub async fn end_early(asked: Asked<EarlyEnd>) -> Answer {
    let verb = async |act: &Act, actor: &Actor, on: On<'_>, form: EarlyEnd| {
        let day = form.ended_on().ok_or(Error::NotFound)?;
        steering::end_early(act, actor, on.target, form.reason.trim(), day).await
    };
    asked.steer(Noun::EarlyEnd, verb).await
}

pub async fn withdraw(asked: Asked<Withdrawal>) -> Answer {
    let verb = async |act: &Act, actor: &Actor, on: On<'_>, form: Withdrawal| {
        steering::withdraw(act, actor, on.target, form.reason.trim()).await
    };
    asked.steer(Noun::Withdrawal, verb).await
}

pub async fn reinstate(asked: Asked<Reason>) -> Answer {
    let verb = async |act: &Act, actor: &Actor, on: On<'_>, form: Reason| {
        steering::reinstate(act, actor, on.target, form.reason.trim()).await
    };
    asked.steer(Noun::Reinstatement, verb).await
}

pub async fn admit(asked: Asked<Admission>) -> Answer {
    let verb = async |act: &Act, actor: &Actor, on: On<'_>, form: Admission| {
        let attempt = form.attempt().ok_or(Error::NotFound)?;
        late::admit(act, actor, on.target, attempt, form.reason.trim()).await
    };
    asked.steer(Noun::Admission, verb).await
}

pub async fn refuse_late(asked: Asked<Reason>) -> Answer {
    let verb = async |act: &Act, actor: &Actor, on: On<'_>, form: Reason| {
        late::refuse(act, actor, on.target, form.reason.trim()).await
    };
    asked.steer(Noun::LateRefusal, verb).await
}

/// The proposal that a verb is about: as the person saw it, and as it was found.
pub struct On<'a> {
    pub target: Target<'a>,
    pub case: &'a Case,
    /// The form as it was typed.
    pub typed: &'a Values,
}

/// What every one of these doors takes: who asks, about which proposal, by which form.
pub struct Asked<F> {
    app: App,
    signed: SignedIn,
    written: String,
    posted: Posted<F>,
}

impl<F: DeserializeOwned + Validate> FromRequest<App> for Asked<F> {
    type Rejection = Error;

    async fn from_request(request: Request, app: &App) -> Result<Self> {
        let (mut parts, body) = request.into_parts();
        let signed = SignedIn::from_request_parts(&mut parts, app).await?;
        let Path(written) = Path::from_request_parts(&mut parts, app).await?;
        let posted = Posted::from_request(Request::from_parts(parts, body), app).await?;
        Ok(Self { app: app.clone(), signed, written, posted })
    }
}

impl<F: Seen + DeserializeOwned + Validate> Asked<F> {
    /// Does what the form asks in one act. A conflict or a refusal shows the form again, with all that was typed.
    async fn steer(self, noun: Noun, verb: impl AsyncFnOnce(&Act, &Actor, On<'_>, F) -> Result<()>) -> Answer {
        let Self { app, signed, written, posted } = self;
        let (app, signed, reference) = (&app, &signed, reference(&written)?);
        let case = case_of_secretariat(app, signed, &reference).await?;
        let typed = posted.values.clone();
        let act_on = async |form: F, typed: &Values| {
            let act = app.begin(signed.who()).await?;
            let target = Target { reference: &reference, seen: form.version() };
            let press = form.press();
            verb(&act, &signed.actor, On { target, case: &case, typed }, form).await?;
            act.commit().await?;
            let done = if press.publishes() { noun.code() } else { "decision-held" };
            signed.visit.flash("success", signed.visit.t(&format!("desk-done-{done}"))).await;
            Ok(see_other(&format!("{}{}", href(&reference), press.leads())))
        };
        let outcome = posted.then(act_on, async |filled| draw(app, signed, &case, noun, filled).await).await;
        kept(outcome, async |trouble| {
            let case = case_of_secretariat(app, signed, &reference).await?;
            let held = prepared(app, &case, noun).await?;
            let mut filled = afresh(trouble, signed, typed, &case);
            let overtaken = seen_now(&mut filled.values, held.as_ref()) && trouble == Trouble::Changed;
            draw_beside(app, signed, &case, noun, filled, held.as_ref().filter(|_| overtaken)).await
        })
        .await
    }
}

impl<F> Asked<F> {
    /// After a button within the form: the form as it is then, and nothing is done.
    async fn show_again(self, noun: Noun) -> Answer {
        let case = case_of_secretariat(&self.app, &self.signed, &reference(&self.written)?).await?;
        draw(&self.app, &self.signed, &case, noun, Filled::with(self.posted.values)).await
    }
}

/// The proposal for someone of the secretariat; for all others there is no such page.
pub async fn case_of_secretariat(app: &App, signed: &SignedIn, reference: &Reference) -> Result<Case> {
    signed.must_be(StaffRole::Secretariat)?;
    case_at_the_desk(app.db.read(), &signed.actor, reference, signed.visit.at).await
}

/// What was typed, over the proposal as it stands now: who sends it again has seen what changed.
pub fn afresh(trouble: Trouble, signed: &SignedIn, typed: Values, case: &Case) -> Filled {
    let mut filled = trouble.shown(signed, typed);
    for (name, value) in &mut filled.values.0 {
        if name == "version" {
            *value = case.proposal.version.to_string();
        }
    }
    filled
}

async fn show(app: &App, signed: &SignedIn, written: &str, noun: Noun) -> Answer {
    let case = case_of_secretariat(app, signed, &reference(written)?).await?;
    case.must(noun.deed())?;
    let mut values = vec![("version".to_owned(), case.proposal.version.to_string())];
    if let Some(due) = case.proposal.due_at.filter(|_| noun == Noun::Due) {
        values.push(("due".to_owned(), typed_instant(due, case.call.zone())));
    }
    if noun == Noun::Admission {
        let last = held::open_attempts(app.db.read(), &case).await?.into_iter().next();
        values.extend(last.map(|last| ("attempt".to_owned(), last.id.to_string())));
    }
    if let Some(held) = prepared(app, &case, noun).await? {
        values.push(("held".to_owned(), held.version.to_string()));
        values.extend(typed_return(&held, case.call.zone()));
    }
    draw(app, signed, &case, noun, Filled::with(Values(values))).await
}

/// The decision that is prepared, where a verb replaces it.
async fn prepared(app: &App, case: &Case, noun: Noun) -> Result<Option<decision::Model>> {
    if noun == Noun::Return { decided::prepared(app.db.read(), case.proposal.id).await } else { Ok(None) }
}

/// A return that is prepared, as its form holds it.
fn typed_return(held: &decision::Model, zone: Zone) -> Vec<(String, String)> {
    let made = held.made();
    if made.outcome != Outcome::Returned {
        return Vec::new();
    }
    let due = made.due_at.map(|due| typed_instant(due, zone)).unwrap_or_default();
    let mut typed = vec![("what".to_owned(), made.message.clone()), ("due".to_owned(), due)];
    typed.extend(Sheet::typed(&made.requests));
    typed
}

/// Says in a form which prepared decision was seen; whether that is another one than before.
pub fn seen_now(values: &mut Values, held: Option<&decision::Model>) -> bool {
    let seen = held.map(|held| held.version.to_string()).unwrap_or_default();
    let is_other = values.get("held").unwrap_or_default() != seen;
    values.0.retain(|(name, _)| name != "held");
    values.0.push(("held".to_owned(), seen));
    is_other
}

async fn draw(app: &App, signed: &SignedIn, case: &Case, noun: Noun, filled: Filled) -> Answer {
    draw_beside(app, signed, case, noun, filled, None).await
}

/// The form; `other` is what somebody else has prepared meanwhile.
async fn draw_beside(
    app: &App,
    signed: &SignedIn,
    case: &Case,
    noun: Noun,
    filled: Filled,
    other: Option<&decision::Model>,
) -> Answer {
    let (visit, reader) = (&signed.visit, Reader::of(&signed.visit));
    let head = Head::of(&case.proposal, &case.organisation, &case.call, reader);
    let (word, lede) = words(noun, None, reader);
    let told = told(app.db.read(), case, noun).await?;
    let inputs = match noun {
        Noun::Admission => admission_inputs(&held::open_attempts(app.db.read(), case).await?, &case.call, reader),
        _ => inputs(noun),
    };
    let requests = match noun {
        Noun::Return => requests_question(&*definition(app.db.read(), case.call.guidelines_id).await?, &filled, reader),
        _ => None,
    };
    let class = if noun.is_grave() { "button-danger" } else { "" };
    let holds = noun == Noun::Return && case.may(Deed::HoldDecision).is_yes();
    page(&VerbPage {
        frame: visit.frame(visit.locale.pair(&word, &head.reference), "desk").await,
        action: format!("{}/{}", head.href(), noun.code()),
        word,
        lede: zoned(lede, noun, case, reader),
        class,
        closed: closed(case, noun, reader),
        requests,
        inputs,
        hidden: hidden(noun, &filled),
        effects: Effects::of(noun, case.proposal.state, &told, reader),
        hold: holds.then(|| reader.t("desk-decision-hold")),
        theirs: other.map(|held| theirs(held, reader)).unwrap_or_default(),
        filled,
        head,
    })
}

fn hidden(noun: Noun, filled: &Filled) -> Vec<(&'static str, String)> {
    let names: &[&'static str] = if noun == Noun::Return { &["version", "held"] } else { &["version"] };
    names.iter().map(|name| (*name, filled.value(name).to_owned())).collect()
}

/// The zone stands where an instant is typed.
fn zoned(lede: String, noun: Noun, case: &Case, reader: Reader) -> String {
    let is_typed = matches!(noun, Noun::Return | Noun::Due);
    if is_typed { format!("{lede} {}", reader.locale.zone(case.call.zone())) } else { lede }
}

fn closed(case: &Case, noun: Noun, reader: Reader) -> Option<String> {
    match case.may(noun.deed()) {
        crate::proposals::Verdict::No(reason) => Some(reader.t(reason)),
        _ => None,
    }
}
