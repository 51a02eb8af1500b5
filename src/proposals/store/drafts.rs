//! What is being written: the answers as last saved, and the history of saves.

use std::collections::BTreeMap;

use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, sea_query::OnConflict};
use serde_json::{Map, Value as Json};

use crate::{
    act::Act,
    clock::Moment,
    entity::{answer, proposal, save},
    error::Result,
    guidelines::{Answer, Answers, Definition, FieldKey},
    ids::{ProposalId, SaveId, UserId},
    proposals::{listing::Listing, merge::Versioned},
};

/// The answers of a proposal with who saved each of them last.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    pub answers: Answers,
    pub saved: BTreeMap<String, Saved>,
}

/// How an answer was saved last.
#[derive(Clone, Copy, Debug)]
pub struct Saved {
    pub version: i32,
    pub by: Option<UserId>,
    pub at: Moment,
}

impl Draft {
    pub fn version(&self, field: &str) -> i32 {
        self.saved.get(field).map_or(0, |saved| saved.version)
    }

    /// Grows with every save: what is submitted must be what was looked at.
    pub fn edition(&self) -> i64 {
        self.saved.values().map(|saved| i64::from(saved.version)).sum()
    }

    pub fn last_saved(&self) -> Option<Saved> {
        self.saved.values().copied().max_by_key(|saved| saved.at)
    }

    pub fn now(&self, field: &str) -> Versioned {
        Versioned { answer: self.answers.get(field).cloned(), version: self.version(field) }
    }
}

/// The answers of a proposal, in one query.
pub async fn load(db: &impl ConnectionTrait, definition: &Definition, id: ProposalId) -> Result<Draft> {
    let rows = answer::Entity::find().filter(answer::Column::ProposalId.eq(id)).all(db).await?;
    let mut stored = Map::new();
    let mut saved = BTreeMap::new();
    for row in rows {
        saved.insert(row.field.clone(), Saved { version: row.version, by: row.saved_by, at: row.saved_at });
        stored.insert(row.field, row.value);
    }
    Ok(Draft { answers: definition.answers_from_json(&stored), saved })
}

/// What stood in `fields` at these versions.
pub async fn at_versions(
    db: &impl ConnectionTrait,
    definition: &Definition,
    id: ProposalId,
    fields: &BTreeMap<&str, i32>,
) -> Result<BTreeMap<String, Versioned>> {
    if fields.is_empty() {
        return Ok(BTreeMap::new());
    }
    let rows = save::Entity::find()
        .filter(save::Column::ProposalId.eq(id))
        .filter(save::Column::Field.is_in(fields.keys().copied()))
        .filter(save::Column::Version.is_in(fields.values().copied()))
        .all(db)
        .await?;
    let wanted = rows.into_iter().filter(|row| fields.get(row.field.as_str()) == Some(&row.version));
    Ok(wanted
        .filter_map(|row| {
            let answer = definition.field(&row.field)?.kind.answer_from_json(&row.value);
            Some((row.field, Versioned { answer, version: row.version }))
        })
        .collect())
}

/// Saves some answers, and their history: two statements, whatever their number. One that is now empty stays as a row, so
/// that its versions go on counting.
pub async fn write(act: &Act, id: ProposalId, draft: &Draft, changed: &[(FieldKey, Option<Answer>)]) -> Result<()> {
    if changed.is_empty() {
        return Ok(());
    }
    let value = |answer: &Option<Answer>| answer.as_ref().map_or(Json::Null, Answer::to_json);
    let answers = changed.iter().map(|(field, answer)| answer::ActiveModel {
        proposal_id: Set(id),
        field: Set(field.to_string()),
        value: Set(value(answer)),
        version: Set(draft.version(field.as_str()) + 1),
        saved_by: Set(act.by.user()),
        saved_at: Set(act.at),
    });
    let history = changed.iter().map(|(field, answer)| save::ActiveModel {
        id: Set(act.id::<SaveId>()),
        proposal_id: Set(id),
        field: Set(field.to_string()),
        value: Set(value(answer)),
        version: Set(draft.version(field.as_str()) + 1),
        saved_by: Set(act.by.user()),
        saved_at: Set(act.at),
    });
    let key = [answer::Column::ProposalId, answer::Column::Field];
    let all = [answer::Column::Value, answer::Column::Version, answer::Column::SavedBy, answer::Column::SavedAt];
    let newest = OnConflict::columns(key).update_columns(all).to_owned();
    answer::Entity::insert_many(answers).on_conflict(newest).exec_without_returning(act.tx()).await?;
    save::Entity::insert_many(history).exec_without_returning(act.tx()).await?;
    Ok(())
}

/// Repeats in the proposal's row what lists need, if it has changed.
pub async fn list(act: &Act, proposal: &proposal::Model, listing: Listing) -> Result<()> {
    if listing == listed(proposal) {
        return Ok(());
    }
    proposal::Entity::update_many()
        .set(proposal::ActiveModel {
            title_key: Set(listing.title_key()),
            title: Set(listing.title),
            short_title: Set(listing.short_title),
            theme: Set(listing.theme),
            country: Set(listing.country),
            language: Set(listing.language),
            updated_at: Set(act.at),
            ..Default::default()
        })
        .filter(proposal::Column::Id.eq(proposal.id))
        .exec(act.tx())
        .await?;
    Ok(())
}

/// What the proposal's row says for lists.
pub fn listed(proposal: &proposal::Model) -> Listing {
    Listing {
        title: proposal.title.clone(),
        short_title: proposal.short_title.clone(),
        theme: proposal.theme.clone(),
        country: proposal.country.clone(),
        language: proposal.language,
    }
}
