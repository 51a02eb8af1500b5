//! Decisions on a proposal: prepared, with the words of their letters, taken back, published. A decision that is published is
//! changed by taking it back to the review (`steering::revise`), and by a new one.

use serde_json::json;

use crate::{
    accounts::Actor,
    act::Act,
    clock::Moment,
    config::Config,
    entity::{decision, proposal},
    error::{Error, Result},
    guidelines::{Definition, definition},
    mail::{Letter, Wording, Wordings},
    proposals::{
        actions::{
            public_texts::{self, Subject},
            steering::{Target, step},
            telling::{self, Circle, tell_saying},
        },
        decisions::{Texts, action, deed, nearest, placeholders, publishable, reaches_co_editors},
        letters::{News, Reader},
        policy::{Deed, Verdict},
        requests::Request,
        rules::{Decision, Outcome},
        store::{
            Case, case_to_change, decisions,
            drafts::listed,
            numbers::free_slug,
            people::announce,
            requests,
            states::{Change, record},
            submissions, texts,
        },
        workflow::Transition,
    },
    words::Locale,
};

/// What a person saw when deciding: the proposal's version, and that of the decision that is prepared, if one is.
#[derive(Clone, Copy, Debug)]
pub struct SeenDecision<'a> {
    pub target: Target<'a>,
    pub held: Option<i32>,
}

/// Registers a decision, published at once or held; a conflict if somebody else has registered another one meanwhile.
pub async fn decide(act: &Act, actor: &Actor, seen: SeenDecision<'_>, made: &Decision, publish: bool) -> Result<()> {
    let case = case_to_change(act, actor, seen.target.reference).await?;
    let held = as_seen(act, &case, seen.held).await?;
    match publish {
        false => hold(act, &case, seen.target.seen, made).await,
        true => carry_out(act, &case, seen.target.seen, (made, held), None).await,
    }
}

/// The decision that is prepared, which must be the one that was seen.
async fn as_seen(act: &Act, case: &Case, seen: Option<i32>) -> Result<Option<decision::Model>> {
    case.must(Deed::See)?;
    let held = decisions::prepared(act.tx(), case.proposal.id).await?;
    if held.as_ref().map(|held| held.version) == seen { Ok(held) } else { Err(Error::Conflict) }
}

/// Registers a decision without publishing it: nothing changes for the applicant yet.
pub async fn hold_decision(act: &Act, actor: &Actor, target: Target<'_>, made: &Decision) -> Result<()> {
    hold(act, &case_to_change(act, actor, target.reference).await?, target.seen, made).await
}

async fn hold(act: &Act, case: &Case, seen: i32, made: &Decision) -> Result<()> {
    case.must(Deed::HoldDecision)?;
    case.must(deed(made.outcome))?;
    case.unchanged_since(seen)?;
    sound(act, &*definition(act.tx(), case.call.guidelines_id).await?, made)?;
    let id = decisions::write(act, case.proposal.id, made, false).await?;
    let data = json!({ "decision": id, "outcome": made.outcome });
    act.event("proposal.decision_held", subject(case), data).await.map(|_| ())
}

/// Takes a prepared decision back: nothing is decided then.
pub async fn take_back(act: &Act, actor: &Actor, seen: SeenDecision<'_>) -> Result<()> {
    let case = case_to_change(act, actor, seen.target.reference).await?;
    let held = as_seen(act, &case, seen.held).await?;
    case.must(Deed::DropDecision)?;
    taken_back(act, &case, &held.ok_or(Error::Conflict)?).await
}

/// Takes back what is prepared, if anything is: what it was about is its authors' again.
pub(super) async fn let_go(act: &Act, case: &Case) -> Result<()> {
    match decisions::prepared(act.tx(), case.proposal.id).await? {
        Some(held) => taken_back(act, case, &held).await,
        None => Ok(()),
    }
}

async fn taken_back(act: &Act, case: &Case, held: &decision::Model) -> Result<()> {
    decisions::take_back(act, held).await?;
    let data = json!({ "decision": held.id, "outcome": held.outcome });
    act.event("proposal.decision_taken_back", subject(case), data).await.map(|_| ())
}

/// Changes what the letter about a prepared decision says in a language: none for what the letters of its call say.
pub async fn reword(
    act: &Act,
    actor: &Actor,
    seen: SeenDecision<'_>,
    locale: Locale,
    wording: Option<Wording>,
) -> Result<()> {
    let case = case_to_change(act, actor, seen.target.reference).await?;
    let held = as_seen(act, &case, seen.held).await?.ok_or(Error::Conflict)?;
    case.must(Deed::HoldDecision)?;
    if wording.as_ref().is_some_and(|wording| !wording.slips(&placeholders(held.outcome)).is_empty()) {
        return Err(Error::Refused("decisions-no-placeholder"));
    }
    let data = json!({ "decision": held.id, "outcome": held.outcome, "language": locale, "own": wording.is_some() });
    decisions::reword(act, &held, locale, wording).await?;
    act.event("proposal.decision_letter", subject(&case), data).await.map(|_| ())
}

fn subject(case: &Case) -> String {
    format!("proposal:{}", case.proposal.id)
}

/// Publishes the decision that is prepared, if it is the one that was seen. `texts`: what the letters of its call said then.
pub async fn publish_prepared(act: &Act, actor: &Actor, seen: SeenDecision<'_>, texts: &Texts) -> Result<()> {
    let case = case_to_change(act, actor, seen.target.reference).await?;
    let held = as_seen(act, &case, seen.held).await?.ok_or(Error::Conflict)?;
    match publishable(&case.standing, held.outcome) {
        Verdict::Yes => {}
        Verdict::No(_) => return Err(Error::Refused("publishing-failed-state")),
        Verdict::Hidden => return Err(Error::NotFound),
    }
    let made = held.made();
    carry_out(act, &case, seen.target.seen, (&made, Some(held)), Some(texts)).await
}

/// Publishes a decision on a proposal that is as it was `seen`, in the place of what is `held`. `texts`: what the letters of its
/// call say; none for what they say now.
async fn carry_out(
    act: &Act,
    case: &Case,
    seen: i32,
    (made, held): (&Decision, Option<decision::Model>),
    texts: Option<&Texts>,
) -> Result<()> {
    let step = step(case, seen, action(made.outcome))?;
    let definition = definition(act.tx(), case.call.guidelines_id).await?;
    sound(act, &definition, made)?;
    let words = words(act, case, made.outcome, held.as_ref(), texts).await?;
    let proposal = match made.outcome {
        Outcome::Approved => approved(act, case, step, made).await?,
        Outcome::NotSelected | Outcome::Ineligible => not_selected(act, case, step, made).await?,
        Outcome::Returned => returned(act, case, step, made, held.is_some()).await?,
    };
    for circle in circles(made.outcome) {
        tell_saying(act, case, &proposal, *circle, &news(made, &definition), &words).await?;
    }
    if made.outcome == Outcome::Approved {
        announce(act, "proposal.approved", proposal.id, json!({})).await?;
    }
    Ok(())
}

/// Publishes a decision of which nobody has looked at what was prepared.
async fn publish(act: &Act, actor: &Actor, target: Target<'_>, made: &Decision) -> Result<()> {
    let case = case_to_change(act, actor, target.reference).await?;
    let held = decisions::prepared(act.tx(), case.proposal.id).await?;
    carry_out(act, &case, target.seen, (made, held), None).await
}

/// Publishes the decision to approve: the proposal is public from now on.
pub async fn approve(act: &Act, actor: &Actor, target: Target<'_>, made: &Decision) -> Result<()> {
    if made.outcome != Outcome::Approved {
        return Err(Error::internal("another outcome than the verb's"));
    }
    publish(act, actor, target, made).await
}

async fn approved(act: &Act, case: &Case, step: Transition, made: &Decision) -> Result<proposal::Model> {
    let id = decisions::write(act, case.proposal.id, made, true).await?;
    let slug = match &case.proposal.slug {
        Some(slug) => slug.clone(),
        None => free_slug(act, &listed(&case.proposal).slug(case.proposal.reference.as_str())).await?,
    };
    let change = Change { slug: Some(slug), data: Some(json!({ "decision": id })), ..Change::default() };
    let proposal = record(act, &case.proposal, step, change).await?;
    show_to_all(act, case, &proposal).await?;
    Ok(proposal)
}

/// Publishes what was submitted last, for everybody to find.
pub(super) async fn show_to_all(act: &Act, case: &Case, proposal: &proposal::Model) -> Result<()> {
    let definition = definition(act.tx(), case.call.guidelines_id).await?;
    let Some(last) = submissions::last(act.tx(), proposal.id).await? else { return Ok(()) };
    let answers = submissions::answers(&definition, &last);
    public_texts::publish(act, Subject::of(case, proposal), &definition, last.number, &answers).await
}

/// Publishes the decision not to select, the Board's or, for an ineligible proposal, the secretariat's.
pub async fn not_select(act: &Act, actor: &Actor, target: Target<'_>, made: &Decision) -> Result<()> {
    if !matches!(made.outcome, Outcome::NotSelected | Outcome::Ineligible) {
        return Err(Error::internal("another outcome than the verb's"));
    }
    publish(act, actor, target, made).await
}

async fn not_selected(act: &Act, case: &Case, step: Transition, made: &Decision) -> Result<proposal::Model> {
    let id = decisions::write(act, case.proposal.id, made, true).await?;
    let change = Change { data: Some(json!({ "decision": id })), ..Change::because(&made.reason) };
    record(act, &case.proposal, step, change).await
}

/// What is asked of a proposal that is returned.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// What goes before the requests; may be empty.
    pub message: &'a str,
    /// At least one.
    pub requests: &'a [Request],
}

impl Asked<'_> {
    /// The same as a decision of the secretariat, without a board.
    pub fn until(self, due: Moment) -> Decision {
        Decision {
            outcome: Outcome::Returned,
            body: String::new(),
            session: String::new(),
            decided_on: None,
            minute_reference: String::new(),
            reason: String::new(),
            message: self.message.to_owned(),
            requests: self.requests.to_vec(),
            due_at: Some(due),
        }
    }
}

/// Returns a proposal for changes, until `due`.
pub async fn return_for_changes(
    act: &Act,
    actor: &Actor,
    target: Target<'_>,
    asked: Asked<'_>,
    due: Moment,
) -> Result<()> {
    publish(act, actor, target, &asked.until(due)).await
}

/// What was prepared becomes this decision; a return that nobody prepared is a step of the workflow and nothing more.
async fn returned(
    act: &Act,
    case: &Case,
    step: Transition,
    made: &Decision,
    was_prepared: bool,
) -> Result<proposal::Model> {
    let due = made.due_at.ok_or_else(|| Error::internal("a return without a date"))?;
    let mut data = json!({ "due": due, "requests": made.requests.len() });
    if was_prepared {
        data["decision"] = json!(decisions::write(act, case.proposal.id, made, true).await?);
    }
    requests::ask(act, case, &made.requests).await?;
    let change = Change {
        reason: made.message.clone(),
        returned: Some((case.proposal.state, due)),
        data: Some(data),
        ..Change::default()
    };
    record(act, &case.proposal, step, change).await
}

/// Who gets the letter about a decision.
pub fn circles(outcome: Outcome) -> &'static [Circle] {
    if reaches_co_editors(outcome) { &[Circle::Officials, Circle::CoEditors] } else { &[Circle::Officials] }
}

/// What its letters say: in the words of this decision, of its call, or of the service.
async fn words(
    act: &Act,
    case: &Case,
    outcome: Outcome,
    held: Option<&decision::Model>,
    texts: Option<&Texts>,
) -> Result<Wordings> {
    let own = held.filter(|held| held.outcome == outcome).map(decision::Model::wordings).unwrap_or_default();
    let mut of_call = match texts {
        Some(texts) => texts.clone(),
        None => texts::now(act.tx(), case.call.id).await?.0,
    };
    Ok(nearest(own, of_call.remove(&outcome).unwrap_or_default()))
}

/// The letters about a decision as they would go to these readers if it were published now.
pub fn letters(
    config: &Config,
    (case, definition): (&Case, &Definition),
    readers: &[Reader],
    made: &Decision,
    words: &Wordings,
    seal: Option<String>,
) -> Vec<Letter> {
    telling::letters(config, case, readers, &news(made, definition), words, seal)
}

/// The decision as its letter tells it.
fn news(made: &Decision, definition: &Definition) -> News {
    let (body, session) = (made.body.clone(), made.session.clone());
    let decided_on = made.decided_on.map(|day| day.to_string()).unwrap_or_default();
    let minute_reference = made.minute_reference.clone();
    let (reason, message) = (made.reason.clone(), made.message.clone());
    match made.outcome {
        Outcome::Approved => News::Approved { body, session, decided_on, minute_reference, message },
        Outcome::NotSelected => News::NotSelected { body, session, decided_on, minute_reference, reason, message },
        Outcome::Ineligible => News::Ineligible { reason, message },
        Outcome::Returned => {
            let label = |request: &Request| Some(definition.field(request.field.as_ref()?.as_str())?.label.clone());
            let requests = made.requests.iter().map(|request| (label(request), request.text.clone())).collect();
            News::Returned { message, requests, due: made.due_at.unwrap_or(Moment::from_millis(0)) }
        }
    }
}

/// What a decision needs by its outcome.
fn sound(act: &Act, definition: &Definition, made: &Decision) -> Result<()> {
    let by_board = !made.body.trim().is_empty() && made.decided_on.is_some();
    let reasoned = !made.reason.trim().is_empty();
    let fits = match made.outcome {
        Outcome::Approved => by_board,
        Outcome::NotSelected => by_board && reasoned,
        Outcome::Ineligible => reasoned,
        Outcome::Returned => return asked_soundly(act, definition, made),
    };
    if fits { Ok(()) } else { Err(Error::Refused("proposals-no-decision-incomplete")) }
}

fn asked_soundly(act: &Act, definition: &Definition, made: &Decision) -> Result<()> {
    in_the_future(act, made.due_at.ok_or(Error::Refused("proposals-no-decision-incomplete"))?)?;
    let mut fields = made.requests.iter().filter_map(|request| request.field.as_ref());
    if made.requests.is_empty() || made.requests.iter().any(|request| request.text.trim().is_empty()) {
        return Err(Error::Refused("requests-none"));
    }
    if fields.any(|field| definition.field(field.as_str()).is_none()) {
        return Err(Error::Refused("form-choice-wrong"));
    }
    Ok(())
}

pub(super) fn in_the_future(act: &Act, due: Moment) -> Result<()> {
    if due > act.at { Ok(()) } else { Err(Error::Refused("proposals-no-due-past")) }
}
