//! Reading a definition's TOML with the line of everything at hand, so that each refusal says where.

use std::{collections::BTreeSet, ops::Range, str::FromStr};

use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use crate::words::{Locale, Trilingual};

/// Why a definition cannot stand: `seeds/guidelines/2014.toml:17: reason`.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{file}:{line}: {reason}")]
pub struct DefinitionError {
    pub file: String,
    /// From 1 on.
    pub line: usize,
    pub reason: String,
}

pub(super) type Parsed<T> = Result<T, DefinitionError>;

/// The text of a definition, for turning offsets into lines.
#[derive(Clone, Copy)]
pub(super) struct Source<'s> {
    pub text: &'s str,
    pub file: &'s str,
}

/// A value with the offset of where it stands.
#[derive(Clone, Debug)]
pub(super) struct At<T> {
    pub value: T,
    pub at: usize,
}

impl<'s> Source<'s> {
    pub fn parse(self) -> Parsed<Spanned<DeTable<'s>>> {
        DeTable::parse(self.text)
            .map_err(|error| self.refuse(error.span().map_or(0, |span: Range<usize>| span.start), error.message()))
    }

    pub fn refuse(self, at: usize, reason: impl Into<String>) -> DefinitionError {
        let before = &self.text.as_bytes()[..at.min(self.text.len())];
        let line = 1 + before.iter().filter(|&&byte| byte == b'\n').count();
        DefinitionError { file: self.file.to_owned(), line, reason: reason.into() }
    }
}

/// A table that is being read: every key must be taken, those left at the end are refused.
pub(super) struct Table<'t> {
    source: Source<'t>,
    entries: &'t DeTable<'t>,
    /// Where the table begins, for what it lacks.
    pub at: usize,
    taken: BTreeSet<&'static str>,
}

impl<'t> Table<'t> {
    pub fn new(source: Source<'t>, table: &'t DeTable<'t>, at: usize) -> Self {
        Self { source, entries: table, at, taken: BTreeSet::new() }
    }

    pub fn refuse(&self, at: usize, reason: impl Into<String>) -> DefinitionError {
        self.source.refuse(at, reason)
    }

    /// Refuses a key that nothing has asked for.
    pub fn finish(self, what: &str) -> Parsed<()> {
        match self.entries.iter().find(|(key, _)| !self.taken.contains(key.get_ref().as_ref())) {
            Some((key, _)) => Err(self.refuse(key.span().start, format!("{what} has no `{}`", key.get_ref()))),
            None => Ok(()),
        }
    }

    fn take(&mut self, key: &'static str) -> Option<&'t Spanned<DeValue<'t>>> {
        self.taken.insert(key);
        self.entries.get(key)
    }

    fn wrong(&self, found: &Spanned<DeValue<'_>>, key: &str, wanted: &str) -> DefinitionError {
        self.refuse(found.span().start, format!("`{key}` must be {wanted}, not {}", found.get_ref().type_str()))
    }

    fn lacks(&self, key: &str) -> DefinitionError {
        self.refuse(self.at, format!("`{key}` is missing"))
    }

    pub fn text(&mut self, key: &'static str) -> Parsed<At<&'t str>> {
        self.maybe_text(key)?.ok_or_else(|| self.lacks(key))
    }

    pub fn maybe_text(&mut self, key: &'static str) -> Parsed<Option<At<&'t str>>> {
        let Some(found) = self.take(key) else { return Ok(None) };
        let text = found.get_ref().as_str().ok_or_else(|| self.wrong(found, key, "a text"))?;
        if text.trim().is_empty() {
            return Err(self.refuse(found.span().start, format!("`{key}` is empty")));
        }
        Ok(Some(At { value: text, at: found.span().start }))
    }

    /// A text that says something by its form: a key, a month.
    pub fn read<T: FromStr<Err: std::fmt::Display>>(&mut self, key: &'static str) -> Parsed<At<T>> {
        let text = self.text(key)?;
        let value =
            text.value.parse().map_err(|why| self.refuse(text.at, format!("`{key}` is `{}`: {why}", text.value)))?;
        Ok(At { value, at: text.at })
    }

    /// A list of such texts.
    pub fn read_list<T: FromStr<Err: std::fmt::Display>>(&mut self, key: &'static str) -> Parsed<Vec<At<T>>> {
        let found = self.take(key).ok_or_else(|| self.lacks(key))?;
        let list = found.get_ref().as_array().ok_or_else(|| self.wrong(found, key, "a list of texts"))?;
        if list.iter().next().is_none() {
            return Err(self.refuse(found.span().start, format!("`{key}` is empty")));
        }
        list.iter()
            .map(|item| {
                let text = item.get_ref().as_str().ok_or_else(|| self.wrong(item, key, "a list of texts"))?;
                let at = item.span().start;
                let value = text.parse().map_err(|why| self.refuse(at, format!("`{key}` holds `{text}`: {why}")))?;
                Ok(At { value, at })
            })
            .collect()
    }

    /// True or false; false when it is not said.
    pub fn flag(&mut self, key: &'static str) -> Parsed<bool> {
        let Some(found) = self.take(key) else { return Ok(false) };
        found.get_ref().as_bool().ok_or_else(|| self.wrong(found, key, "true or false"))
    }

    /// A whole number of at least 1.
    pub fn count(&mut self, key: &'static str) -> Parsed<At<u32>> {
        self.maybe_count(key)?.ok_or_else(|| self.lacks(key))
    }

    pub fn maybe_count(&mut self, key: &'static str) -> Parsed<Option<At<u32>>> {
        match self.maybe_number(key)? {
            Some(At { value: 0, at }) => Err(self.refuse(at, format!("`{key}` is 0: nothing could ever be answered"))),
            Some(At { value, at }) => u32::try_from(value)
                .map(|value| Some(At { value, at }))
                .map_err(|_| self.refuse(at, format!("`{key}` is {value}: out of range"))),
            None => Ok(None),
        }
    }

    pub fn maybe_number(&mut self, key: &'static str) -> Parsed<Option<At<i64>>> {
        let Some(found) = self.take(key) else { return Ok(None) };
        let number = found.get_ref().as_integer().ok_or_else(|| self.wrong(found, key, "a whole number"))?;
        let at = found.span().start;
        i64::from_str_radix(number.as_str(), number.radix())
            .map(|value| Some(At { value, at }))
            .map_err(|_| self.refuse(at, format!("`{key}` is {number}: out of range")))
    }

    /// A text in the three languages, none of them empty.
    pub fn trilingual(&mut self, key: &'static str) -> Parsed<Trilingual> {
        self.maybe_trilingual(key)?.ok_or_else(|| self.lacks(key))
    }

    pub fn maybe_trilingual(&mut self, key: &'static str) -> Parsed<Option<Trilingual>> {
        self.take(key).map(|found| self.translated(found, key)).transpose()
    }

    pub fn trilinguals(&mut self, key: &'static str) -> Parsed<Vec<Trilingual>> {
        let found = self.take(key).ok_or_else(|| self.lacks(key))?;
        let list = found.get_ref().as_array().ok_or_else(|| self.wrong(found, key, "a list"))?;
        list.iter().map(|item| self.translated(item, key)).collect()
    }

    fn translated(&self, found: &'t Spanned<DeValue<'t>>, key: &str) -> Parsed<Trilingual> {
        let wanted = "a text in three languages: { en = …, fr = …, es = … }";
        let table = found.get_ref().as_table().ok_or_else(|| self.wrong(found, key, wanted))?;
        // A table of dotted keys begins with its first entry.
        let at = table.iter().map(|(key, _)| key.span().start).min().unwrap_or(found.span().start);
        let mut table = Table::new(self.source, table, at);
        let mut text = |locale: Locale, tag: &'static str| match table.maybe_text(tag)? {
            Some(text) => Ok(text.value.trim().to_owned()),
            None => Err(table.refuse(at, format!("`{key}` has no text in {}", locale.own_name()))),
        };
        let texts =
            Trilingual { en: text(Locale::En, "en")?, fr: text(Locale::Fr, "fr")?, es: text(Locale::Es, "es")? };
        table.finish(&format!("`{key}`"))?;
        Ok(texts)
    }

    /// A table inside this one.
    pub fn table(&mut self, key: &'static str) -> Parsed<Table<'t>> {
        let found = self.take(key).ok_or_else(|| self.lacks(key))?;
        self.as_table(found, key)
    }

    /// A list of tables, at least one.
    pub fn tables(&mut self, key: &'static str) -> Parsed<Vec<Table<'t>>> {
        let found = self.take(key).ok_or_else(|| self.lacks(key))?;
        let list = found.get_ref().as_array().ok_or_else(|| self.wrong(found, key, "a list of tables"))?;
        if list.iter().next().is_none() {
            return Err(self.refuse(found.span().start, format!("`{key}` is empty")));
        }
        list.iter().map(|item| self.as_table(item, key)).collect()
    }

    fn as_table(&self, found: &'t Spanned<DeValue<'t>>, key: &str) -> Parsed<Table<'t>> {
        let table = found.get_ref().as_table().ok_or_else(|| self.wrong(found, key, "a table"))?;
        Ok(Table::new(self.source, table, found.span().start))
    }
}

/// Refuses the second of two equal keys.
pub(super) struct Distinct {
    what: &'static str,
    seen: BTreeSet<String>,
}

impl Distinct {
    pub fn new(what: &'static str) -> Self {
        Self { what, seen: BTreeSet::new() }
    }

    pub fn add(&mut self, source: &Table<'_>, key: &At<impl ToString>) -> Parsed<()> {
        let text = key.value.to_string();
        if self.seen.contains(&text) {
            return Err(source.refuse(key.at, format!("the {} `{text}` occurs twice", self.what)));
        }
        self.seen.insert(text);
        Ok(())
    }
}
