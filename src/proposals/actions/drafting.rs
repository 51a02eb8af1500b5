//! Starting a proposal, writing in it, deleting a draft.

use std::{collections::BTreeMap, sync::Arc};

use crate::{
    accounts::Actor,
    act::Act,
    calls,
    entity::organisation,
    error::{Error, Result},
    guidelines::{
        Answer, Answers, Country, Definition, FieldKey, Finding, MicroDegrees, Point, Section, Value, definition,
    },
    ids::{CallId, OrganisationId, Reference},
    proposals::{
        listing::Listing,
        merge::{Fate, Versioned, fate},
        policy::{Deed, Verdict, may_create},
        store::{
            Case, case_to_change,
            drafts::{self, Draft},
            numbers,
            states::{Change, New, enter, record},
        },
        workflow::{Action, State, start},
    },
    words::Locale,
};

/// Starts a proposal of an organisation that the actor belongs to. What is known of the organisation is filled in already.
pub async fn create(act: &Act, actor: &Actor, call: CallId, organisation: OrganisationId) -> Result<Reference> {
    let standing = actor.memberships.iter().find(|m| m.organisation == organisation).ok_or(Error::NotFound)?;
    let call = calls::by_id(act.tx(), call).await?.ok_or(Error::NotFound)?;
    let admitted = calls::rules::admits(call.admits_members, call.admits_partners, standing.kind);
    match may_create(&call.window(), admitted, act.at) {
        Verdict::Yes => {}
        Verdict::No(reason) => return Err(Error::Refused(reason)),
        Verdict::Hidden => return Err(Error::NotFound),
    }
    let (number, reference) = calls::take_number(act, call.id, None).await?;
    let definition = definition(act.tx(), call.guidelines_id).await?;
    let organisation = numbers::organisation(act, organisation).await?;
    let mut answers = prefilled(&definition, &organisation, actor.locale);
    if let Some(period) = call.period() {
        definition.fix_period(&mut answers, period);
    }
    let new = New {
        reference: reference.clone(),
        call: call.id,
        number,
        organisation: organisation.id,
        listing: Listing::of(&answers, actor.locale),
        slug: None,
        sources: None,
        example: call.example || organisation.example,
    };
    let step = start(Action::Create, State::Draft).map_err(Error::internal)?;
    let proposal = enter(act, new, step).await?;
    let all: Vec<_> = answers.into_iter().map(|(field, answer)| (field, Some(answer))).collect();
    drafts::write(act, proposal.id, &Draft::default(), &all).await?;
    Ok(reference)
}

/// What the service knows of the applicant, in those of the definition's fields that ask for it.
fn prefilled(definition: &Definition, organisation: &organisation::Model, locale: Locale) -> Answers {
    let point = || {
        let degrees = |millionths: Option<i64>| i32::try_from(millionths?).ok().map(MicroDegrees::from_millionths);
        Point::new(degrees(organisation.latitude)?, degrees(organisation.longitude)?).map(Answer::Point)
    };
    let country = || Country::from_code(&organisation.country).map(|c| Answer::Value(Value::Country(c)));
    let known = [
        ("applicant_type", Answer::choice(organisation.kind.code()).ok()),
        ("lead_city", Answer::text(&organisation.city)),
        ("lead_country", country()),
        ("lead_organisation", Answer::text(&organisation.name)),
        ("location", point()),
        ("content_language", Some(Answer::Value(Value::Language(locale)))),
    ];
    let asked = known.into_iter().filter_map(|(key, answer)| Some((definition.field(key)?.key.clone(), answer?)));
    asked.collect()
}

/// The version at which each field stood in the form when it was opened; an absent one is 0.
pub type Seen = BTreeMap<String, i32>;

/// What became of a save.
#[derive(Clone, Debug, Default)]
pub struct Outcome {
    /// The fields that were written.
    pub written: Vec<FieldKey>,
    /// The fields that somebody else changed meanwhile too: nothing was overwritten.
    pub clashes: Vec<Clash>,
    /// What is too large even for a draft. If there is any, nothing was written.
    pub refused: Vec<Finding>,
    /// The answers of the form, as they were read.
    pub typed: Answers,
}

/// A field that two people changed.
#[derive(Clone, Debug)]
pub struct Clash {
    pub field: FieldKey,
    pub mine: Option<Answer>,
    pub theirs: Versioned,
}

/// Saves the form of a section, however incomplete. Only what was changed is written, so that people who write in different
/// fields never meet.
pub async fn save(
    act: &Act,
    actor: &Actor,
    reference: &Reference,
    section: &str,
    posted: &[(String, String)],
    seen: &Seen,
) -> Result<Outcome> {
    let (case, definition, draft) = open(act, actor, reference).await?;
    let section: &Section = definition.section(section).ok_or(Error::NotFound)?;
    let reading = definition.read(section, posted, &draft.answers);
    if !reading.refused.is_empty() {
        return Ok(Outcome { refused: reading.refused, typed: reading.answers, ..Outcome::default() });
    }
    let before = before(act, &case, &definition, &draft, section, seen).await?;
    let mut outcome = Outcome::default();
    let mut changed = Vec::new();
    for field in &section.fields {
        let key = field.key.as_str();
        let (mine, now) = (reading.answers.get(key), draft.now(key));
        match fate(mine, before.get(key).unwrap_or(&now), &now) {
            Fate::Keep => {}
            Fate::Write => changed.push((field.key.clone(), mine.cloned())),
            Fate::Clash => {
                outcome.clashes.push(Clash { field: field.key.clone(), mine: mine.cloned(), theirs: now });
            }
        }
    }
    write(act, &case, draft, &changed).await?;
    outcome.written = changed.into_iter().map(|(field, _)| field).collect();
    outcome.typed = reading.answers;
    Ok(outcome)
}

/// What stood in those fields of the form that were saved since it was opened. One query, only if there are any.
async fn before(
    act: &Act,
    case: &Case,
    definition: &Definition,
    draft: &Draft,
    section: &Section,
    seen: &Seen,
) -> Result<BTreeMap<String, Versioned>> {
    let stale: BTreeMap<&str, i32> = section
        .fields
        .iter()
        .map(|field| (field.key.as_str(), seen.get(field.key.as_str()).copied().unwrap_or(0)))
        .filter(|(field, version)| draft.version(field) != *version)
        .collect();
    let mut before = drafts::at_versions(act.tx(), definition, case.proposal.id, &stale).await?;
    for field in stale.keys() {
        // Never saved when the form was opened.
        before.entry((*field).to_owned()).or_default();
    }
    Ok(before)
}

/// Sets answers without regard to what others write: for seeds, which are alone, and for files, each of which is one act.
pub async fn set(
    act: &Act,
    actor: &Actor,
    reference: &Reference,
    answers: Vec<(FieldKey, Option<Answer>)>,
) -> Result<()> {
    let (case, _, draft) = open(act, actor, reference).await?;
    let changed: Vec<_> =
        answers.into_iter().filter(|(field, answer)| draft.answers.get(field.as_str()) != answer.as_ref()).collect();
    write(act, &case, draft, &changed).await
}

async fn open(act: &Act, actor: &Actor, reference: &Reference) -> Result<(Case, Arc<Definition>, Draft)> {
    let case = case_to_change(act, actor, reference).await?;
    case.must(Deed::Write)?;
    let definition = definition(act.tx(), case.call.guidelines_id).await?;
    let draft = drafts::load(act.tx(), &definition, case.proposal.id).await?;
    Ok((case, definition, draft))
}

async fn write(act: &Act, case: &Case, mut draft: Draft, changed: &[(FieldKey, Option<Answer>)]) -> Result<()> {
    if changed.is_empty() {
        return Ok(());
    }
    drafts::write(act, case.proposal.id, &draft, changed).await?;
    for (field, answer) in changed {
        draft.answers.set(field.clone(), answer.clone());
    }
    drafts::list(act, &case.proposal, Listing::of(&draft.answers, case.proposal.language)).await
}

/// Deletes a draft that was never submitted, with all that was written in it.
pub async fn discard(act: &Act, actor: &Actor, reference: &Reference, seen: i32) -> Result<()> {
    let case = case_to_change(act, actor, reference).await?;
    case.unchanged_since(seen)?;
    let step = case.step(Action::Discard)?;
    record(act, &case.proposal, step, Change::default()).await.map(|_| ())
}
