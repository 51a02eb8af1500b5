//! What there is to hear of: cities, and Initiatives by name. All of it is public.

use std::collections::{BTreeMap, BTreeSet};

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use crate::{
    entity::{catalogue_entry, organisation, proposal, publication, publication_initiative},
    error::Result,
    ids::ProposalId,
    partners::topics::{City, NamedCity, Subject, Topic},
    places::Country,
    proposals::{self, published::told, published_texts},
    words::{Locale, fold},
};

/// The cities that lead Initiatives, by name, with those among `wanted` that only take part in one.
pub async fn cities(db: &impl ConnectionTrait, wanted: &BTreeSet<Topic>) -> Result<Vec<NamedCity>> {
    let leading = published_texts::lead_cities(db).await?;
    let leading = leading.iter().filter_map(|(name, country)| NamedCity::new(name, country));
    let mut found: BTreeMap<City, NamedCity> = leading.map(|one| (one.city.clone(), one)).collect();
    let missing = wanted.iter().filter_map(|topic| match topic {
        Topic::City(city) if !found.contains_key(city) => Some(city),
        _ => None,
    });
    let missing: BTreeSet<&City> = missing.collect();
    let countries: BTreeSet<Country> = missing.iter().filter_map(|city| city.country()).collect();
    for place in published_texts::partner_places(db, &countries).await? {
        let joining = NamedCity::new(&place.name, &place.country).filter(|one| missing.contains(&one.city));
        if let Some(one) = joining {
            found.entry(one.city.clone()).or_insert(one);
        }
    }
    let mut cities: Vec<NamedCity> = found.into_values().collect();
    cities.sort_by_cached_key(|one| (fold(&one.name), one.city.clone()));
    Ok(cities)
}

/// An Initiative as everybody reads it, and who leads it.
pub struct Told {
    pub proposal: proposal::Model,
    pub lead: organisation::Model,
    entry: Option<catalogue_entry::Model>,
}

/// The proposal of this id with what of it is public; none if it is gone.
pub async fn told_of(db: &impl ConnectionTrait, id: ProposalId) -> Result<Option<Told>> {
    let Some((proposal, lead)) = super::with_lead(db, id).await? else { return Ok(None) };
    let entry = published_texts::entries(db, &[id]).await?.pop();
    Ok(Some(Told { proposal, lead, entry }))
}

/// The public publication of this slug, and the Initiatives that it belongs to.
pub async fn publication(
    db: &impl ConnectionTrait,
    slug: &str,
) -> Result<Option<(publication::Model, Vec<ProposalId>)>> {
    let found = publication::Entity::find()
        .filter(publication::Column::Slug.eq(slug))
        .filter(publication::Column::Shown.eq(true))
        .one(db)
        .await?;
    let Some(row) = found else { return Ok(None) };
    let of = publication_initiative::Entity::find()
        .filter(publication_initiative::Column::PublicationId.eq(row.id))
        .order_by_asc(publication_initiative::Column::ProposalId)
        .all(db)
        .await?;
    Ok(Some((row, of.into_iter().map(|of| of.proposal_id).collect())))
}

impl Told {
    /// All topics by which news of it is wanted.
    pub fn topics(&self) -> Vec<Topic> {
        let cities = self.cities();
        Subject { id: self.proposal.id, theme: self.theme(), country: self.country(), cities: &cities }.topics()
    }

    /// What somebody calls a topic of it, of those whose names stand nowhere else.
    pub fn name(&self, topic: &Topic, reader: Locale) -> Option<String> {
        match topic {
            Topic::City(city) => self.cities().into_iter().find(|one| one.city == *city).map(|one| one.name),
            Topic::Initiative(id) => (*id == self.proposal.id).then(|| self.title(reader).to_owned()),
            _ => None,
        }
    }

    /// Its title, as it is read by somebody of this language: it may have been corrected since it was submitted, or translated.
    pub fn title(&self, reader: Locale) -> &str {
        self.entry.as_ref().map_or(&self.proposal.title, |entry| told(&entry.title, entry.language, reader).0)
    }

    fn theme(&self) -> &str {
        self.entry.as_ref().map_or(&self.proposal.theme, |entry| &entry.theme)
    }

    /// The code of its country.
    fn country(&self) -> &str {
        self.entry.as_ref().map_or(&self.proposal.country, |entry| &entry.country)
    }

    /// The city that leads it, those that take part, and that of the organisation, which was followed before the public text could say
    /// another: each once.
    fn cities(&self) -> Vec<NamedCity> {
        let entry = self.entry.iter();
        let public = entry.flat_map(|entry| {
            let partners = entry.partners.0.iter().map(|place| (place.name.as_str(), place.country.as_str()));
            [(entry.city.as_str(), entry.country.as_str())].into_iter().chain(partners)
        });
        let all = public.chain([(self.lead.city.as_str(), self.lead.country.as_str())]);
        let mut known = BTreeSet::new();
        let named = all.filter_map(|(name, country)| NamedCity::new(name, country));
        named.filter(|one| known.insert(one.city.clone())).collect()
    }
}

/// The public Initiative of this slug, under the title that `reader` reads, and in the language of that.
pub async fn initiative(db: &impl ConnectionTrait, slug: &str, reader: Locale) -> Result<Option<proposal::Model>> {
    let found = proposals::visible_to(None).filter(proposal::Column::Slug.eq(slug)).one(db).await?;
    Ok(as_published(db, found.into_iter().collect(), reader).await?.pop())
}

async fn as_published(
    db: &impl ConnectionTrait,
    mut rows: Vec<proposal::Model>,
    reader: Locale,
) -> Result<Vec<proposal::Model>> {
    let ids: Vec<ProposalId> = rows.iter().map(|row| row.id).collect();
    for entry in published_texts::entries(db, &ids).await? {
        if let Some(row) = rows.iter_mut().find(|row| row.id == entry.proposal_id) {
            let (title, language) = told(&entry.title, entry.language, reader);
            title.clone_into(&mut row.title);
            row.language = language;
        }
    }
    Ok(rows)
}

/// The public ones among these, likewise.
pub async fn initiatives(
    db: &impl ConnectionTrait,
    ids: impl IntoIterator<Item = ProposalId>,
    reader: Locale,
) -> Result<Vec<proposal::Model>> {
    let ids: Vec<ProposalId> = ids.into_iter().collect();
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    as_published(db, proposals::visible_to(None).filter(proposal::Column::Id.is_in(ids)).all(db).await?, reader).await
}
