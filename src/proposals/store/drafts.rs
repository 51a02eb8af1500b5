//! What is being written: the answers as last saved, and the history of saves.

use std::collections::{BTreeMap, BTreeSet};

use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter, QuerySelect, QueryTrait, Select,
    sea_query::{CommonTableExpression, Expr, OnConflict},
};
use serde_json::{Map, Value as Json};

use crate::{
    act::Act,
    clock::Moment,
    entity::{answer, proposal, save},
    error::Result,
    guidelines::{Answer, Answers, Definition, FieldKey, Section},
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

    /// How each field stands, for a form: `aim:3 title:1`.
    pub fn versions(&self) -> String {
        let one = |(field, saved): (&String, &Saved)| format!("{field}:{}", saved.version);
        self.saved.iter().map(one).collect::<Vec<_>>().join(" ")
    }

    /// Grows with every save: tells whether what is submitted is what was looked at.
    pub fn edition(&self) -> i64 {
        self.saved.values().map(|saved| i64::from(saved.version)).sum()
    }

    /// Who else has saved one of these fields since, each with the last time, the latest first.
    pub fn others_since<'f>(
        &self,
        fields: impl Iterator<Item = &'f str>,
        since: Moment,
        reader: UserId,
    ) -> Vec<(UserId, Moment)> {
        let mut latest: BTreeMap<UserId, Moment> = BTreeMap::new();
        for saved in fields.filter_map(|field| self.saved.get(field)).filter(|saved| saved.at >= since) {
            if let Some(by) = saved.by.filter(|by| *by != reader) {
                let last = latest.entry(by).or_insert(saved.at);
                *last = Ord::max(*last, saved.at);
            }
        }
        let mut others: Vec<_> = latest.into_iter().collect();
        others.sort_by_key(|(_, at)| std::cmp::Reverse(*at));
        others
    }

    /// This moment, or the one of the last save, whichever is later.
    pub fn written_until(&self, at: Moment) -> Moment {
        self.saved.values().map(|saved| saved.at).fold(at, Ord::max)
    }

    pub fn last_saved(&self) -> Option<Saved> {
        self.saved.values().copied().max_by_key(|saved| saved.at)
    }

    /// Whether a field stands as it was filled in when the proposal was started.
    pub fn is_as_begun(&self, field: &str, begun: Moment) -> bool {
        let first = self.saved.get(field).is_some_and(|saved| saved.version == 1 && saved.at == begun);
        first && self.answers.get(field).is_some()
    }

    pub fn now(&self, field: &str) -> Versioned {
        Versioned { answer: self.answers.get(field).cloned(), version: self.version(field) }
    }
}

/// The answers of a proposal, in one query.
pub async fn load(db: &impl ConnectionTrait, definition: &Definition, id: ProposalId) -> Result<Draft> {
    read(db, definition, stored(id, Expr::col(answer::Column::Value))).await
}

/// The answers to these fields, and how those of a section were saved, in one query: for what happens all the time.
pub async fn load_some(
    db: &impl ConnectionTrait,
    definition: &Definition,
    id: ProposalId,
    (section, answers): (&Section, &BTreeSet<&str>),
) -> Result<Draft> {
    let wanted = answer::Column::Field.is_in(answers.iter().copied());
    let of_section = section.fields.iter().map(|field| field.key.as_str());
    let fields: BTreeSet<&str> = of_section.chain(answers.iter().copied()).collect();
    let value = Expr::case(wanted, Expr::col(answer::Column::Value));
    read(db, definition, stored(id, value.into()).filter(answer::Column::Field.is_in(fields))).await
}

#[derive(FromQueryResult)]
struct Stored {
    field: String,
    version: i32,
    saved_by: Option<UserId>,
    saved_at: Moment,
    value: Option<Json>,
}

fn stored(id: ProposalId, value: Expr) -> Select<answer::Entity> {
    answer::Entity::find()
        .select_only()
        .columns([answer::Column::Field, answer::Column::Version, answer::Column::SavedBy, answer::Column::SavedAt])
        .column_as(value, "value")
        .filter(answer::Column::ProposalId.eq(id))
}

async fn read(db: &impl ConnectionTrait, definition: &Definition, find: Select<answer::Entity>) -> Result<Draft> {
    let mut stored = Map::new();
    let mut saved = BTreeMap::new();
    for row in find.into_model::<Stored>().all(db).await? {
        saved.insert(row.field.clone(), Saved { version: row.version, by: row.saved_by, at: row.saved_at });
        stored.extend(row.value.map(|value| (row.field, value)));
    }
    Ok(Draft { answers: definition.answers_from_json(&stored), saved })
}

/// The saves of these fields that made these versions.
pub async fn saves(
    db: &impl ConnectionTrait,
    id: ProposalId,
    fields: &BTreeMap<String, i32>,
) -> Result<Vec<save::Model>> {
    if fields.is_empty() {
        return Ok(Vec::new());
    }
    let rows = save::Entity::find()
        .filter(save::Column::ProposalId.eq(id))
        .filter(save::Column::Field.is_in(fields.keys()))
        .filter(save::Column::Version.is_in(fields.values().copied()))
        .all(db)
        .await?;
    Ok(rows.into_iter().filter(|row| fields.get(&row.field) == Some(&row.version)).collect())
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

/// What a save makes of a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    pub field: FieldKey,
    pub answer: Option<Answer>,
    /// A text of the sender's own that was not chosen when two had changed the field: kept in the history.
    pub passed_over: Option<Answer>,
}

impl Edit {
    pub fn to(field: FieldKey, answer: Option<Answer>) -> Self {
        Self { field, answer, passed_over: None }
    }

    /// What others wrote stays; a text of the sender's own goes into the history. Nothing, where there is none to keep.
    pub fn passing_over(field: &FieldKey, mine: Option<&Answer>, now: &Versioned) -> Option<Self> {
        let passed_over = mine.filter(|mine| now.answer.as_ref() != Some(mine))?.clone();
        Some(Self { field: field.clone(), answer: now.answer.clone(), passed_over: Some(passed_over) })
    }

    /// The versions that it writes, with their texts; the last one stands.
    fn versions(&self, before: i32) -> impl Iterator<Item = (i32, Option<&Answer>)> {
        let passed_over = self.passed_over.iter().map(Some);
        (before + 1..).zip(passed_over.chain([self.answer.as_ref()]))
    }
}

/// Saves some answers, and their history: at most two statements, whatever their number. One that is now empty stays as a
/// row, so that its versions go on counting. `draft` is then as it is stored.
pub async fn write(act: &Act, id: ProposalId, draft: &mut Draft, changes: &[Edit]) -> Result<()> {
    if changes.is_empty() {
        return Ok(());
    }
    let value = |answer: Option<&Answer>| answer.map_or(Json::Null, Answer::to_json);
    let mut answers = Vec::new();
    let mut history = Vec::new();
    for change in changes {
        let field = change.field.as_str();
        for (version, answer) in change.versions(draft.version(field)) {
            draft.saved.insert(field.to_owned(), Saved { version, by: act.by.user(), at: act.at });
            history.push(save::ActiveModel {
                id: Set(act.id::<SaveId>()),
                proposal_id: Set(id),
                field: Set(field.to_owned()),
                value: Set(value(answer)),
                version: Set(version),
                saved_by: Set(act.by.user()),
                saved_at: Set(act.at),
            });
        }
        answers.push(answer::ActiveModel {
            proposal_id: Set(id),
            field: Set(field.to_owned()),
            value: Set(value(change.answer.as_ref())),
            version: Set(draft.version(field)),
            saved_by: Set(act.by.user()),
            saved_at: Set(act.at),
        });
        draft.answers.set(change.field.clone(), change.answer.clone());
    }
    let key = [answer::Column::ProposalId, answer::Column::Field];
    let all = [answer::Column::Value, answer::Column::Version, answer::Column::SavedBy, answer::Column::SavedAt];
    let newest = OnConflict::columns(key).update_columns(all).to_owned();
    let mut answers = answer::Entity::insert_many(answers).on_conflict(newest).into_query();
    let history = save::Entity::insert_many(history).into_query();
    if act.app.db.is_postgres() {
        // PostgreSQL is asked once for both.
        let mut beside = CommonTableExpression::new();
        beside.table_name("history").query(history);
        answers.with_cte(beside);
    } else {
        act.tx().execute(&history).await?;
    }
    act.tx().execute(&answers).await?;
    Ok(())
}

/// A text that somebody sends.
#[derive(Clone, Copy, Debug)]
pub struct Sent<'a> {
    pub field: &'a str,
    pub answer: Option<&'a Answer>,
    /// The version on which it stands.
    pub after: i32,
    pub by: Option<UserId>,
}

/// Whether the same person has saved the same text already, on the same version or a later one.
pub async fn was_saved(db: &impl ConnectionTrait, id: ProposalId, sent: Sent<'_>) -> Result<bool> {
    let rows = save::Entity::find()
        .filter(save::Column::ProposalId.eq(id))
        .filter(save::Column::Field.eq(sent.field))
        .filter(save::Column::Version.gt(sent.after))
        .filter(save::Column::SavedBy.eq(sent.by))
        .all(db)
        .await?;
    let value = sent.answer.map_or(Json::Null, Answer::to_json);
    Ok(rows.iter().any(|row| row.value == value))
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
