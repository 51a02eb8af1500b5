//! All that the desk shows of one proposal, as far as its reader may know it.

use std::{collections::BTreeMap, sync::Arc};

use sea_orm::ConnectionTrait;

use crate::{
    accounts::{Actor, Role},
    clock::Moment,
    entity::{assignment, conflict, decision, eligibility, late_attempt, submission, transition, user},
    error::{Error, Result},
    guidelines::{Audience, Definition, definition},
    ids::{Reference, UserId},
    proposals::{
        Case, Deed, asked, case, co_editors, late, lists, people, requests::Numbered, rulings, standing, threads,
    },
    reviews::{
        nouns::Noun,
        rules::{Review, Reviewer},
        store::{
            self,
            suspicions::{self, Suspicion},
        },
    },
    words::fold,
};

/// A row with the person it names.
pub type Named<T> = (T, Option<user::Model>);

/// A proposal with all that belongs to it. What its reader may not know is not in it.
pub struct Dossier {
    pub case: Case,
    pub definition: Arc<Definition>,
    /// The oldest first.
    pub submissions: Vec<submission::Model>,
    pub transitions: Vec<transition::Model>,
    pub names: BTreeMap<UserId, String>,
    pub eligibility: Option<eligibility::Model>,
    /// For the secretariat.
    pub assigned: Vec<Named<assignment::Model>>,
    /// Those who were asked and declined.
    pub declined: Vec<Named<assignment::Model>>,
    /// On conflicts of interest.
    pub rulings: Vec<Named<conflict::Model>>,
    pub suspicions: Vec<Suspicion>,
    /// The reader's own standing as a reviewer.
    pub own: Option<assignment::Model>,
    /// Whom the secretariat can ask.
    pub reviewers: Vec<Reviewer>,
    /// Of whom it can say that they have an interest in it: everybody of the house who could come to judge it, by name.
    pub house: Vec<(UserId, String)>,
    /// What is said about it.
    pub talk: Vec<threads::Found>,
    /// Those that are in.
    pub reviews: Vec<Review>,
    /// The reader's own, in or not.
    pub mine: Option<Review>,
    /// In force; for reviewers only once it is published.
    pub decision: Option<decision::Model>,
    /// What came too late, the last first; for the secretariat.
    pub late: Vec<late_attempt::Model>,
    /// All that the secretariat has asked to be changed.
    pub requests: Vec<Numbered>,
}

/// The proposal with the standing of someone who works on it at the desk. For all others there is no such page.
pub async fn case_at_the_desk(
    db: &impl ConnectionTrait,
    actor: &Actor,
    reference: &Reference,
    now: Moment,
) -> Result<Case> {
    let found = case(db, Some(actor), reference, now).await?;
    let roles = found.standing.roles;
    let sits_here = roles.secretariat || (roles.reviewer && found.standing.is_in());
    if sits_here { Ok(veiled(found)) } else { Err(Error::NotFound) }
}

/// Without who applies, where the reader must not know.
pub(super) fn veiled(mut found: Case) -> Case {
    if found.reads_as() == Audience::Inside {
        return found;
    }
    for told in [&mut found.organisation.name, &mut found.organisation.city, &mut found.organisation.country] {
        told.clear();
    }
    found.proposal.country.clear();
    // Where it is known from tells whose it is.
    found.proposal.sources = None;
    found
}

/// What was submitted, the oldest first, as far as its reader may read it: what is identifying is not in it where they must not
/// know who applies.
pub async fn submissions_of(
    db: &impl ConnectionTrait,
    case: &Case,
    definition: &Definition,
) -> Result<Vec<submission::Model>> {
    if !case.may(Deed::ReadSubmissions).is_yes() {
        return Ok(Vec::new());
    }
    let mut found = lists::submissions(db, case.proposal.id).await?;
    if case.reads_as() == Audience::Anonymous {
        for row in &mut found {
            row.canonical.clear();
            row.submitted_by = None;
            if let Some(answers) = row.answers.as_object_mut() {
                answers.retain(|key, _| !tells_of_applicant(definition, key));
            }
        }
    }
    Ok(found)
}

/// Whether the answer of this name tells who applies; one that the guidelines do not know might.
pub(super) fn tells_of_applicant(definition: &Definition, key: &str) -> bool {
    definition.field(key).is_none_or(|field| field.identifying)
}

/// All of it, in a number of queries that depends on nothing.
pub async fn dossier(db: &impl ConnectionTrait, actor: &Actor, reference: &Reference, now: Moment) -> Result<Dossier> {
    let case = case_at_the_desk(db, actor, reference, now).await?;
    let (id, is_secretariat) = (case.proposal.id, case.standing.roles.secretariat);
    let anonymous = case.reads_as() == Audience::Anonymous;
    let transitions = if anonymous { Vec::new() } else { lists::transitions(db, id).await? };
    let definition = definition(db, case.call.guidelines_id).await?;
    let submissions = submissions_of(db, &case, &definition).await?;
    let acted = transitions.iter().filter_map(|step| step.by_user);
    let handed_in = submissions.iter().filter_map(|submission| submission.submitted_by);
    let late = match is_secretariat && case.may(Deed::ReadLateAttempts).is_yes() {
        true => late::attempts(db, &case).await?,
        false => Vec::new(),
    };
    let tried = late.iter().map(|attempt| attempt.tried_by);
    let names = people::named(db, acted.chain(handed_in).chain(tried)).await?.into_iter().collect();
    let reviewers = if is_secretariat { possible_reviewers(db, &case, now).await? } else { Vec::new() };
    let house = match case.may(Deed::RuleOnConflicts).is_yes() {
        true => house(db, &case, &reviewers).await?,
        false => Vec::new(),
    };
    let suspicions = match case.may(Deed::RuleOnConflicts).is_yes() {
        true => suspicions::about(db, &case.proposal, &case.organisation, &reviewers).await?,
        false => Vec::new(),
    };
    Ok(Dossier {
        definition,
        suspicions,
        house,
        eligibility: if is_secretariat { standing::eligibility(db, id).await? } else { None },
        assigned: if is_secretariat { standing::assigned(db, id).await? } else { Vec::new() },
        declined: if is_secretariat { standing::declined(db, id).await? } else { Vec::new() },
        rulings: if is_secretariat { rulings::rulings(db, id).await? } else { Vec::new() },
        own: standing::assignment_of(db, id, actor.id).await?,
        reviewers,
        talk: threads::all(db, &case, actor.id).await?,
        reviews: store::readable(db, &case, actor).await?,
        mine: store::mine(db, id, actor.id).await?,
        decision: decision(db, &case).await?,
        late,
        requests: requests_of(db, &case).await?,
        transitions,
        submissions,
        names,
        case,
    })
}

/// The decision in force, as far as its reader may know it.
async fn decision(db: &impl ConnectionTrait, case: &Case) -> Result<Option<decision::Model>> {
    Ok(standing::decision(db, case.proposal.id).await?.and_then(|made| readable_decision(made, case)))
}

/// A decision for those who may know it: reviewers only of the one in force, once it is published. What it says to the applicant
/// is not in it for those who must not know who that is.
pub(super) fn readable_decision(mut made: decision::Model, case: &Case) -> Option<decision::Model> {
    let is_told = made.published_at.is_some() && made.revised_at.is_none();
    if case.reads_as() == Audience::Anonymous {
        made.reason.clear();
        made.message.clear();
    }
    (case.standing.roles.secretariat || is_told).then_some(made)
}

/// All that the secretariat has asked to be changed; nothing for those who must not know who applies, since it was said to the
/// applicant, and was answered.
pub async fn requests_of(db: &impl ConnectionTrait, case: &Case) -> Result<Vec<Numbered>> {
    match case.reads_as() {
        Audience::Anonymous => Ok(Vec::new()),
        Audience::Inside | Audience::Public => asked::of_case(db, case).await,
    }
}

/// The reviewers who do not write this proposal.
async fn possible_reviewers(db: &impl ConnectionTrait, case: &Case, now: Moment) -> Result<Vec<Reviewer>> {
    let writers = co_editors::writers(db, &case.proposal, now).await?;
    let mut all = store::people::reviewers(db).await?;
    all.retain(|reviewer| !writers.contains(&reviewer.id));
    Ok(all)
}

/// The reviewers, and the secretariat, but for those of whom that was said already.
async fn house(db: &impl ConnectionTrait, case: &Case, reviewers: &[Reviewer]) -> Result<Vec<(UserId, String)>> {
    let secretariat = people::secretariat(db, case.proposal.id).await?;
    let secretariat = secretariat.into_iter().map(|person| (person.id, person.name));
    let mut all: Vec<_> = reviewers.iter().map(|one| (one.id, one.name.clone())).chain(secretariat).collect();
    all.sort_by_cached_key(|(id, name)| (fold(name), *id));
    all.dedup_by_key(|(id, _)| *id);
    Ok(all)
}

/// Those who get the letters about a proposal: everybody of its organisation who has an account in use. What is to be changed,
/// and until when, co-editors of other organisations are told too.
pub async fn told(db: &impl ConnectionTrait, case: &Case, noun: Noun) -> Result<Vec<user::Model>> {
    let mut all = people::officials(db, case.proposal.organisation_id, Role::ALL).await?;
    if matches!(noun, Noun::Return | Noun::Due) {
        let others = co_editors::people(db, case.proposal.id).await?;
        all.extend(
            others.into_iter().filter(|other| all.iter().all(|person| person.id != other.id)).collect::<Vec<_>>(),
        );
    }
    Ok(all)
}
