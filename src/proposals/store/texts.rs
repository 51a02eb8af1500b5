//! What the letters of a call say in words of its own. Every version is kept; the last one holds.

use std::collections::BTreeMap;

use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use crate::{
    act::Act,
    entity::letter_text::{self, Column},
    error::{Error, Result},
    ids::CallId,
    mail::Wording,
    proposals::{decisions::Texts, rules::Outcome},
    words::Locale,
};

impl letter_text::Model {
    /// What it says; none where the service's own words hold again.
    pub fn wording(&self) -> Option<Wording> {
        Some(Wording { subject: self.subject.clone()?, body: self.body.clone()? })
    }
}

/// All versions of a call's letters about decisions, the last first.
pub async fn versions(db: &impl ConnectionTrait, call: CallId) -> Result<Vec<letter_text::Model>> {
    Ok(letter_text::Entity::find()
        .filter(Column::CallId.eq(call))
        .order_by_desc(Column::Version)
        .order_by_asc(Column::Kind)
        .order_by_asc(Column::Locale)
        .all(db)
        .await?)
}

/// All versions of one of them, the last first.
pub async fn versions_of(
    db: &impl ConnectionTrait,
    call: CallId,
    outcome: Outcome,
    locale: Locale,
) -> Result<Vec<letter_text::Model>> {
    Ok(letter_text::Entity::find()
        .filter(Column::CallId.eq(call))
        .filter(Column::Kind.eq(outcome.code()))
        .filter(Column::Locale.eq(locale))
        .order_by_desc(Column::Version)
        .all(db)
        .await?)
}

/// What a call's letters say now, and a number that every change of them raises.
pub async fn now(db: &impl ConnectionTrait, call: CallId) -> Result<(Texts, usize)> {
    let all = versions(db, call).await?;
    let mut last: BTreeMap<(Outcome, Locale), Option<Wording>> = BTreeMap::new();
    for row in &all {
        let Ok(outcome) = row.kind.parse::<Outcome>() else { continue };
        last.entry((outcome, row.locale)).or_insert_with(|| row.wording());
    }
    let mut texts = Texts::new();
    for ((outcome, locale), wording) in last {
        if let Some(wording) = wording {
            texts.entry(outcome).or_default().insert(locale, wording);
        }
    }
    Ok((texts, all.len()))
}

/// Keeps what a letter says as its next version; a conflict if somebody else has kept one since `seen`.
pub async fn write(
    act: &Act,
    call: CallId,
    (outcome, locale): (Outcome, Locale),
    seen: i32,
    wording: Option<&Wording>,
) -> Result<i32> {
    let last = versions_of(act.tx(), call, outcome, locale).await?.first().map_or(0, |last| last.version);
    if last != seen {
        return Err(Error::Conflict);
    }
    let row = letter_text::ActiveModel {
        id: Set(act.id()),
        call_id: Set(call),
        kind: Set(outcome.code().to_owned()),
        locale: Set(locale),
        version: Set(last + 1),
        subject: Set(wording.map(|wording| wording.subject.clone())),
        body: Set(wording.map(|wording| wording.body.clone())),
        written_by: Set(act.by.user()),
        written_at: Set(act.at),
    };
    row.insert(act.tx()).await?;
    Ok(last + 1)
}
