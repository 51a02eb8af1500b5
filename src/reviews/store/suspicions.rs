//! Who may have an interest in a proposal: what is known of the reviewers, held against what is known of the applicants.

use std::collections::{BTreeMap, BTreeSet};

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use serde_json::Value as Json;

use crate::{
    entity::{co_editor, membership, organisation, proposal, reviewer_profile, user},
    error::Result,
    ids::{OrganisationId, ProposalId, UserId},
    mail::Email,
    proposals::{
        co_editors,
        conflicts::{Applicant, Ground, Name, Person, suspected},
        submissions,
    },
    reviews::rules::Reviewer,
};

/// A conflict that is suspected between somebody and a proposal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suspicion {
    pub person: UserId,
    pub name: String,
    pub ground: Ground,
    /// What was found to be the same.
    pub what: String,
}

/// What is known of these people, by their ids: three queries, however many they are.
pub async fn people(db: &impl ConnectionTrait, reviewers: &[Reviewer]) -> Result<BTreeMap<UserId, Person>> {
    let ids: Vec<UserId> = reviewers.iter().map(|reviewer| reviewer.id).collect();
    let accounts = user::Entity::find().filter(user::Column::Id.is_in(ids.iter().copied())).all(db).await?;
    let members = membership::Entity::find()
        .filter(membership::Column::UserId.is_in(ids.iter().copied()))
        .find_also_related(organisation::Entity)
        .all(db)
        .await?;
    let profiles = reviewer_profile::Entity::find()
        .filter(reviewer_profile::Column::PersonId.is_in(ids.iter().copied()))
        .all(db)
        .await?;
    let mut known: BTreeMap<UserId, Person> = BTreeMap::new();
    for account in accounts {
        known.insert(account.id, Person { domain: account.email.domain().to_lowercase(), ..Person::default() });
    }
    for (membership, organisation) in members {
        let (Some(person), Some(organisation)) = (known.get_mut(&membership.user_id), organisation) else { continue };
        belongs(person, &organisation.name, &organisation.city, &organisation.country);
    }
    for profile in profiles {
        let Some(person) = known.get_mut(&profile.person_id) else { continue };
        belongs(person, &profile.organisation, &profile.city, &profile.country);
    }
    Ok(known)
}

fn belongs(person: &mut Person, organisation: &str, city: &str, country: &str) {
    person.organisations.extend(Name::new(organisation));
    person.cities.extend(Name::new(city));
    person.countries.extend(Some(country.to_owned()).filter(|country| !country.is_empty()));
}

/// What is known of who stands behind a proposal: by its lead, the people who write it, and what was submitted last.
pub fn applicant(lead: &Lead<'_>, writers: &Writers, answers: &Json) -> Applicant {
    let text = |key: &str| answers.get(key).and_then(Json::as_str).and_then(Name::new);
    let mut told = Told::default();
    told.read(answers);
    let leads = Name::new(lead.organisation).into_iter().chain(text("lead_organisation"));
    Applicant {
        organisations: leads.chain(writers.organisations.iter().cloned()).collect(),
        cities: Name::new(lead.city).into_iter().chain(text("lead_city")).collect(),
        country: lead.country.to_owned(),
        partners: told.partners,
        domains: writers.emails.iter().map(|email| email.domain().to_lowercase()).chain(told.domains).collect(),
    }
}

/// The organisation that leads a proposal.
pub struct Lead<'a> {
    pub organisation: &'a str,
    pub city: &'a str,
    /// Of the proposal, or of the organisation where that says none.
    pub country: &'a str,
}

impl<'a> Lead<'a> {
    pub fn of(proposal: &'a proposal::Model, organisation: &'a organisation::Model) -> Self {
        let country = if proposal.country.is_empty() { &organisation.country } else { &proposal.country };
        Self { organisation: &organisation.name, city: &organisation.city, country }
    }
}

/// What answers tell of others: the names in rows that name somebody by a column `name`, and the domain of every address.
#[derive(Default)]
struct Told {
    partners: Vec<Name>,
    domains: Vec<String>,
}

impl Told {
    fn read(&mut self, json: &Json) {
        match json {
            Json::String(text) if text.contains('@') => {
                self.domains.extend(text.parse::<Email>().ok().map(|email| email.domain().to_lowercase()));
            }
            Json::Array(items) => {
                let names = items.iter().filter_map(|row| row.get("name")?.as_str().and_then(Name::new));
                self.partners.extend(names);
                items.iter().for_each(|item| self.read(item));
            }
            Json::Object(parts) => parts.values().for_each(|part| self.read(part)),
            Json::String(_) | Json::Null | Json::Bool(_) | Json::Number(_) => {}
        }
    }
}

/// The suspicions about one proposal, in the order of the reviewers.
pub async fn about(
    db: &impl ConnectionTrait,
    proposal: &proposal::Model,
    organisation: &organisation::Model,
    reviewers: &[Reviewer],
) -> Result<Vec<Suspicion>> {
    let last = submissions::latest(db, &[proposal.id]).await?;
    let writers = writers(db, &[proposal]).await?.remove(&proposal.id).unwrap_or_default();
    let answers = last.get(&proposal.id).map_or(&Json::Null, |row| &row.answers);
    let applicant = applicant(&Lead::of(proposal, organisation), &writers, answers);
    let known = people(db, reviewers).await?;
    let suspicion = |reviewer: &Reviewer| {
        let (ground, what) = suspected(known.get(&reviewer.id)?, &applicant)?;
        Some(Suspicion { person: reviewer.id, name: reviewer.name.clone(), ground, what })
    };
    Ok(reviewers.iter().filter_map(suspicion).collect())
}

/// The people who write a proposal: those of its lead, and co-editors who have accepted.
#[derive(Clone, Debug, Default)]
pub struct Writers {
    emails: Vec<Email>,
    /// To which co-editors belong.
    organisations: Vec<Name>,
}

/// Who writes these proposals: three queries, however many they are.
pub async fn writers(
    db: &impl ConnectionTrait,
    proposals: &[&proposal::Model],
) -> Result<BTreeMap<ProposalId, Writers>> {
    let officials = officials(db, proposals.iter().map(|proposal| proposal.organisation_id).collect()).await?;
    let of_lead = |proposal: &&proposal::Model| {
        let emails = officials.get(&proposal.organisation_id).cloned().unwrap_or_default();
        (proposal.id, Writers { emails, organisations: Vec::new() })
    };
    let mut found: BTreeMap<ProposalId, Writers> = proposals.iter().map(of_lead).collect();
    let guests = co_editors::accepted()
        .filter(co_editor::Column::ProposalId.is_in(proposals.iter().map(|proposal| proposal.id)))
        .find_also_related(user::Entity)
        .all(db)
        .await?;
    let ids: BTreeSet<UserId> = guests.iter().map(|(row, _)| row.user_id).collect();
    let members = membership::Entity::find()
        .filter(membership::Column::UserId.is_in(ids))
        .find_also_related(organisation::Entity)
        .all(db)
        .await?;
    for (row, person) in guests {
        let Some(writers) = found.get_mut(&row.proposal_id) else { continue };
        writers.emails.extend(person.map(|person| person.email));
        let own = members.iter().filter(|(membership, _)| membership.user_id == row.user_id);
        let names = own.filter_map(|(_, organisation)| Name::new(&organisation.as_ref()?.name));
        writers.organisations.extend(names);
    }
    Ok(found)
}

/// The addresses of the people of these organisations.
async fn officials(
    db: &impl ConnectionTrait,
    organisations: BTreeSet<OrganisationId>,
) -> Result<BTreeMap<OrganisationId, Vec<Email>>> {
    let rows = membership::Entity::find()
        .filter(membership::Column::OrganisationId.is_in(organisations))
        .find_also_related(user::Entity)
        .all(db)
        .await?;
    let mut found: BTreeMap<_, Vec<Email>> = BTreeMap::new();
    for (membership, person) in rows {
        found.entry(membership.organisation_id).or_default().extend(person.map(|person| person.email));
    }
    Ok(found)
}
