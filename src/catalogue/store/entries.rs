//! The snapshot of what is public, as new as the database is.

use std::{collections::BTreeMap, sync::Arc};

use sea_orm::{ConnectionTrait, QueryFilter, QuerySelect};

use serde_json::Value as Json;

use crate::{
    catalogue::{
        entries::Entry,
        listing::{holds, sought},
        similar,
        snapshot::{Held, Snapshot},
    },
    entity::{catalogue_entry, proposal},
    error::Result,
    ids::ProposalId,
    places::{Country, MicroDegrees, Point},
    proposals::{
        self,
        published_texts::{changed_since, current_of, last_change},
        search::{Scope, found_by},
    },
    words::{Locale, Trilingual},
};

/// What is public now: one small query, and where something has changed since the last look, one for that.
pub async fn snapshot(db: &impl ConnectionTrait, kept: &Held) -> Result<Arc<Snapshot>> {
    let held = kept.get();
    let number = last_change(db).await?;
    if number <= held.number() {
        return Ok(held);
    }
    // What was changed while this is read has a higher number, and is read again by the next look.
    let changed = changed_since(db, held.number()).await?;
    let last = changed.iter().map(|(row, _)| row.changed_at).max();
    let changed = changed.into_iter().map(|(row, lead)| (row.proposal_id, row.shown.then(|| entry(row, lead))));
    let newer = Arc::new(held.changed(changed, (number, last)));
    kept.keep(Arc::clone(&newer));
    Ok(newer)
}

fn entry(row: catalogue_entry::Model, lead: String) -> Entry {
    let degrees = MicroDegrees::from_millionths;
    let point = row.latitude.zip(row.longitude).and_then(|(lat, lon)| Point::new(degrees(lat), degrees(lon)));
    let entry = Entry {
        words: similar::words(row.title.get(row.language), row.aim.get(row.language)),
        title_keys: Trilingual::default(),
        title_key: String::new(),
        card_key: String::new(),
        id: row.proposal_id,
        slug: row.slug,
        reference: row.reference,
        language: row.language,
        title: row.title,
        short_title: row.short_title,
        aim: row.aim,
        lead,
        city: row.city,
        country: Country::from_code(&row.country),
        theme: row.theme,
        state: row.state,
        year: row.year,
        point,
        partners: row.partners,
        example: row.example,
        published_at: row.published_at,
        changed_at: row.changed_at,
        featured_at: row.featured_at,
    };
    entry.keyed()
}

/// The Initiatives that are found by every word of a query, if anything is asked for: by signs alone none is found.
pub async fn found(db: &impl ConnectionTrait, query: &str) -> Result<Option<Vec<ProposalId>>> {
    let Some(found) = found_by(db.get_database_backend(), Scope::Public, query) else {
        return Ok((!query.trim().is_empty()).then(Vec::new));
    };
    let ids = proposals::visible_to(None).select_only().column(proposal::Column::Id).filter(found);
    Ok(Some(ids.into_tuple().all(db).await?))
}

/// Of those that were found by words which do not stand on their cards: by slug, a text that holds one, in the reader's language
/// where it was translated.
pub async fn elsewhere(
    db: &impl ConnectionTrait,
    page: &[Arc<Entry>],
    query: &str,
    locale: Locale,
) -> Result<BTreeMap<String, (String, Locale)>> {
    let words = sought(query);
    if words.is_empty() {
        return Ok(BTreeMap::new());
    }
    let ids: Vec<ProposalId> = page.iter().map(|entry| entry.id).collect();
    let mut texts = current_of(db, &ids).await?;
    // The reader's language comes first.
    texts.sort_by_key(|text| text.locale != locale);
    let mut found = BTreeMap::new();
    for text in &texts {
        let Some(entry) = page.iter().find(|entry| entry.id == text.proposal_id) else { continue };
        let original = texts.iter().find(|other| other.origin && other.proposal_id == text.proposal_id);
        let mut sentences = Vec::new();
        // What a translation says beyond the original was taken out of it since, and is not published.
        for (key, answer) in text.answers.as_object().into_iter().flatten() {
            if original.is_some_and(|original| original.answers.get(key).is_some()) {
                gather(answer, &mut sentences);
            }
        }
        if let Some(sentence) = sentences.into_iter().find(|sentence| holds(sentence, &words)) {
            found.entry(entry.slug.clone()).or_insert_with(|| (sentence.to_owned(), text.locale));
        }
    }
    Ok(found)
}

/// What is said in more than a word: codes are none.
fn gather<'t>(answers: &'t Json, sentences: &mut Vec<&'t str>) {
    match answers {
        Json::String(text) if text.trim().contains(' ') => sentences.push(text),
        Json::Array(items) => items.iter().for_each(|item| gather(item, sentences)),
        Json::Object(parts) => parts.values().for_each(|part| gather(part, sentences)),
        Json::String(_) | Json::Number(_) | Json::Bool(_) | Json::Null => {}
    }
}
