//! Who may have an interest in a proposal: what is known of the reviewers, held against what is known of the applicants.

use std::collections::BTreeMap;

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use crate::{
    entity::{membership, organisation, proposal, reviewer_profile, user},
    error::Result,
    guidelines::{Answer, Answers, Definition, Value},
    ids::{ProposalId, UserId},
    mail::Email,
    proposals::{
        conflicts::{Applicant, Ground, Person, suspected},
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
        let domain = account.email.domain().to_owned();
        known.insert(account.id, Person { domain, ..Person::default() });
    }
    for (membership, organisation) in members {
        let (Some(person), Some(organisation)) = (known.get_mut(&membership.user_id), organisation) else { continue };
        person.organisations.push(organisation.name);
        person.cities.push(organisation.city);
        person.countries.push(organisation.country);
    }
    for profile in profiles {
        let Some(person) = known.get_mut(&profile.person_id) else { continue };
        person.organisations.push(profile.organisation);
        person.cities.push(profile.city);
        person.countries.push(profile.country);
    }
    for person in known.values_mut() {
        for names in [&mut person.organisations, &mut person.cities, &mut person.countries] {
            names.retain(|name| !name.is_empty());
        }
    }
    Ok(known)
}

/// What is known of who stands behind a proposal, by its row and its last submission.
pub fn applicant(
    proposal: &proposal::Model,
    organisation: &organisation::Model,
    officials: &[Email],
    (definition, answers): (&Definition, &Answers),
) -> Applicant {
    let text = |key: &str| match answers.get(key) {
        Some(Answer::Value(Value::Text(text))) => Some(text.clone()),
        _ => None,
    };
    let told = Told::of(definition, answers);
    let organisations = [Some(organisation.name.clone()), text("lead_organisation")];
    let cities = [Some(organisation.city.clone()), text("lead_city")];
    let country = if proposal.country.is_empty() { &organisation.country } else { &proposal.country };
    let domains = officials.iter().map(|email| email.domain().to_owned());
    Applicant {
        organisations: organisations.into_iter().flatten().collect(),
        cities: cities.into_iter().flatten().collect(),
        country: country.clone(),
        partners: told.partners,
        domains: domains.chain(told.domains).collect(),
    }
}

/// What answers tell of others.
#[derive(Default)]
struct Told {
    partners: Vec<String>,
    domains: Vec<String>,
}

impl Told {
    /// The names in rows that name somebody by a column `name`, and every address.
    fn of(definition: &Definition, answers: &Answers) -> Self {
        let mut told = Self::default();
        for field in definition.sections.iter().flat_map(|section| &section.fields) {
            let Some(answer) = answers.get(field.key.as_str()) else { continue };
            let json = answer.to_json();
            let rows = json.as_array().into_iter().flatten();
            told.partners.extend(rows.filter_map(|row| Some(row.get("name")?.as_str()?.to_owned())));
            told.addresses(&json);
        }
        told
    }

    fn addresses(&mut self, json: &serde_json::Value) {
        use serde_json::Value as Json;
        match json {
            Json::String(text) if text.contains('@') => {
                self.domains.extend(text.parse::<Email>().ok().map(|email| email.domain().to_owned()));
            }
            Json::Array(items) => items.iter().for_each(|item| self.addresses(item)),
            Json::Object(parts) => parts.values().for_each(|part| self.addresses(part)),
            Json::String(_) | Json::Null | Json::Bool(_) | Json::Number(_) => {}
        }
    }
}

/// The suspicions about one proposal, in the order of the reviewers.
pub async fn about(
    db: &impl ConnectionTrait,
    (proposal, organisation): (&proposal::Model, &organisation::Model),
    definition: &Definition,
    reviewers: &[Reviewer],
) -> Result<Vec<Suspicion>> {
    let last = submissions::last(db, proposal.id).await?;
    let answers = last.map(|row| submissions::answers(definition, &row)).unwrap_or_default();
    let officials = officials(db, &[proposal.organisation_id]).await?;
    let officials = officials.get(&proposal.organisation_id).cloned().unwrap_or_default();
    let applicant = applicant(proposal, organisation, &officials, (definition, &answers));
    let known = people(db, reviewers).await?;
    Ok(reviewers
        .iter()
        .filter_map(|reviewer| {
            let (ground, what) = suspected(known.get(&reviewer.id)?, &applicant)?;
            Some(Suspicion { person: reviewer.id, name: reviewer.name.clone(), ground, what })
        })
        .collect())
}

/// The addresses of the people of these organisations.
pub async fn officials(
    db: &impl ConnectionTrait,
    organisations: &[crate::ids::OrganisationId],
) -> Result<BTreeMap<crate::ids::OrganisationId, Vec<Email>>> {
    let rows = membership::Entity::find()
        .filter(membership::Column::OrganisationId.is_in(organisations.iter().copied()))
        .find_also_related(user::Entity)
        .all(db)
        .await?;
    let mut found: BTreeMap<_, Vec<Email>> = BTreeMap::new();
    for (membership, person) in rows {
        found.entry(membership.organisation_id).or_default().extend(person.map(|person| person.email));
    }
    Ok(found)
}

/// What proposals are about, for those that are looked at together.
pub type ByProposal<T> = BTreeMap<ProposalId, T>;
