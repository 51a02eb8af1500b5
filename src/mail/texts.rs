//! What the letters say in words of the secretariat, where it does not say what the service says. A letter is written out with
//! the words of the moment when it is posted.

use std::{borrow::Cow, collections::BTreeMap};

use serde_json::json;

pub use super::store::wordings::{now, versions};
use super::{Wording, kinds::Kind, store::wordings};
use crate::{
    act::Act,
    entity::letter_wording,
    error::{Error, Result},
    words::Locale,
};

/// What the letters say now.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LetterTexts(BTreeMap<(&'static str, Locale), letter_wording::Model>);

impl letter_wording::Model {
    /// What it says; none where the service's own words hold again.
    pub fn wording(&self) -> Option<Wording> {
        Some(Wording { subject: self.subject.clone()?, body: self.body.clone()? })
    }
}

/// From the last version of each.
impl FromIterator<letter_wording::Model> for LetterTexts {
    fn from_iter<I: IntoIterator<Item = letter_wording::Model>>(rows: I) -> Self {
        // What an earlier version of the service called a kind is none any more.
        let known = |row: letter_wording::Model| Some(((Kind::of(&row.kind)?.name, row.locale), row));
        Self(rows.into_iter().filter_map(known).collect())
    }
}

impl LetterTexts {
    /// The versions that hold, of all that was ever changed.
    pub fn into_rows(self) -> Vec<letter_wording::Model> {
        self.0.into_values().collect()
    }

    /// What the letters of a kind say in a language.
    pub fn of(&self, kind: &Kind, locale: Locale) -> Wording {
        let own = self.0.get(&(kind.name, locale)).and_then(letter_wording::Model::wording);
        own.unwrap_or_else(|| kind.usual(locale))
    }

    /// The same for words that are wanted only if a letter has none of its own.
    pub(super) fn or_own<'a>(&self, own: Option<&'a Wording>, kind: &str, locale: Locale) -> Result<Cow<'a, Wording>> {
        if let Some(own) = own {
            return Ok(Cow::Borrowed(own));
        }
        let kind =
            Kind::of(kind).ok_or_else(|| Error::internal("a letter of a kind that mail::kinds does not list"))?;
        Ok(Cow::Owned(self.of(kind, locale)))
    }

    /// How often what letters of these kinds say was changed.
    pub fn changes(&self, kinds: &[&str]) -> usize {
        let of_these = self.0.iter().filter(|((kind, _), _)| kinds.contains(kind));
        of_these.map(|(_, row)| usize::try_from(row.version).unwrap_or_default()).sum()
    }
}

/// Keeps what the letters of a kind say in a language as the next version; none for the service's own words. `seen` is the
/// version that the person saw, 0 before the first. What stands there already is no new version.
pub async fn write(act: &Act, kind: &'static Kind, locale: Locale, seen: i32, wording: Option<&Wording>) -> Result<()> {
    if wording.is_some_and(|wording| !wording.slips(&kind.placeholders()).is_empty()) {
        return Err(Error::Refused("decisions-no-placeholder"));
    }
    let versions = versions(act.tx(), kind.name, locale).await?;
    if versions.first().map_or(0, |last| last.version) != seen {
        return Err(Error::Conflict);
    }
    if versions.first().and_then(letter_wording::Model::wording).as_ref() == wording {
        return Ok(());
    }
    let row = wordings::insert(act, (kind.name, locale), seen, wording).await?;
    let (subject, data) = (format!("letter_text:{}:{locale}", kind.name), json!({ "version": row.version }));
    if wording.is_some() {
        act.event("letter_text.changed", subject, data).await?;
    } else {
        act.event("letter_text.reset", subject, data).await?;
    }
    Ok(())
}
