//! What is published of an Initiative, apart from what was submitted: a text of its own, which the secretariat corrects and
//! translates.

use std::collections::BTreeMap;

use sea_orm::FromJsonQueryResult;
use serde::{Deserialize, Serialize};

use crate::{
    error::{Error, FieldErrors, Result},
    guidelines::{Answers, Audience, Context, Definition, Field, Finding, Kind, Scalar, Severity, Shown, Stage},
    places::{Point, cities},
    words::{Locale, Trilingual},
};

/// A partner that is a city, and where it lies.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartnerPlace {
    pub name: String,
    /// ISO 3166-1 alpha-2.
    pub country: String,
    /// In millionths of a degree.
    pub latitude: i32,
    pub longitude: i32,
}

/// Partners in the order in which the Initiative names them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
#[serde(transparent)]
pub struct PartnerPlaces(pub Vec<PartnerPlace>);

/// The kinds of partners that are cities, by the keys that every definition uses for them. Of a partner that came on paper the kind
/// may not be known: it is a city if it is called as one of its country is.
const CITIES: [&str; 2] = ["member_city", "other_city"];

/// What everybody reads: the text in the language in which it was written, and what of it was translated.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Published {
    pub language: Locale,
    pub original: Answers,
    pub translations: BTreeMap<Locale, Answers>,
}

impl Published {
    /// The fields for a reader of `locale`, each in that language where it was translated, else as it was written. What is not
    /// answered is left out.
    pub fn shown(&self, definition: &Definition, locale: Locale) -> Vec<Shown> {
        let fields = definition.fields().filter(|field| field.public);
        fields
            .filter_map(|field| self.field(definition, field.key.as_str(), locale))
            .filter(Shown::is_answered)
            .collect()
    }

    fn field(&self, definition: &Definition, key: &str, locale: Locale) -> Option<Shown> {
        let translated = self.translations.get(&locale).filter(|answers| answers.get(key).is_some());
        let (answers, language) = match translated {
            Some(answers) => (answers, locale),
            None => (&self.original, self.language),
        };
        answers.get(key)?;
        let shown = definition.show_field(key, answers, locale, Audience::Public)?;
        Some(Shown { lang: Some(language), ..shown })
    }

    /// Without what translations say of questions that the original does not answer any more: what was taken out of it is
    /// published in no language.
    #[must_use]
    pub fn as_far_as_the_original(mut self) -> Self {
        for answers in self.translations.values_mut() {
            let all = std::mem::take(answers).into_iter();
            *answers = all.filter(|(key, _)| self.original.get(key.as_str()).is_some()).collect();
        }
        self
    }

    /// An answer in one line, in each language; empty where it was not translated.
    pub fn lines(&self, key: &str) -> Trilingual {
        let line = |locale: Locale| {
            let answers = if locale == self.language { Some(&self.original) } else { self.translations.get(&locale) };
            answers.and_then(|answers| answers.text(key)).unwrap_or_default().to_owned()
        };
        Trilingual::each(line)
    }

    /// Where it is, if that is known.
    pub fn point(&self) -> Option<Point> {
        self.original.point("location")
    }

    /// Those partners that are cities of which it is known where they lie.
    pub fn partner_places(&self) -> PartnerPlaces {
        let rows = self.original.rows("partners").iter();
        let placed = rows.filter_map(|row| {
            let may_be_city = row.choice("kind").is_none_or(|kind| CITIES.contains(&kind.as_str()));
            let (name, country) = (row.text("name")?, row.country("country")?);
            let point = may_be_city.then(|| cities::named(name, country)).flatten()?.point()?;
            Some(PartnerPlace {
                name: name.to_owned(),
                country: country.code().to_owned(),
                latitude: point.lat().millionths(),
                longitude: point.lon().millionths(),
            })
        });
        PartnerPlaces(placed.collect())
    }
}

/// What of these answers everybody may read.
pub fn of_all(definition: &Definition, answers: &Answers) -> Answers {
    definition.answers_from_json(&definition.taken(answers, Audience::Public))
}

/// Whether a field holds words that can be translated: a text, or rows with one.
pub fn is_translatable(field: &Field) -> bool {
    let is_text = |kind: &Scalar| matches!(kind, Scalar::Text { .. } | Scalar::LongText { .. });
    let holds_words = match &field.kind {
        Kind::Scalar(kind) => is_text(kind),
        Kind::Rows { columns, .. } => columns.iter().any(|column| !column.private && is_text(&column.kind)),
        Kind::Tags { .. } => true,
        Kind::Choices { .. }
        | Kind::Point
        | Kind::Person { .. }
        | Kind::Images { .. }
        | Kind::Pdf { .. }
        | Kind::Declaration
        | Kind::Period => false,
    };
    field.public && holds_words && !NAMES.contains(&field.key.as_str())
}

/// Names of cities and organisations, which stay as they are.
const NAMES: [&str; 3] = ["lead_city", "lead_organisation", "sponsor"];

/// What is needed of every text: without it a list could not name the Initiative.
const NEEDED: [&str; 1] = ["title"];

/// The questions to whoever corrects the original, or translates it into another language.
pub fn asked(definition: &Definition, text: &Published, language: Locale) -> Definition {
    if language == text.language {
        definition.asking_what_is_public(&NEEDED, |field| !matches!(field.kind, Kind::Images { .. } | Kind::Pdf { .. }))
    } else {
        let is_there = |field: &Field| text.original.get(field.key.as_str()).is_some();
        definition.asking_what_is_public(&[], |field| is_translatable(field) && is_there(field))
    }
}

/// A text that is written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Written {
    pub answers: Answers,
    /// What stands in the way of publishing it.
    pub findings: Vec<Finding>,
    /// After a button of a table: the id of the input to go on at.
    pub go_to: Option<String>,
}

impl Written {
    /// As it is published now. What was not translated yet is empty.
    pub fn of(text: &Published, language: Locale) -> Self {
        let translated = text.translations.get(&language).cloned().unwrap_or_default();
        let answers = if language == text.language { text.original.clone() } else { translated };
        Self { answers, ..Self::default() }
    }

    /// Refuses what cannot be published. A correction says why it is made.
    pub fn must_stand(&self, is_origin: bool, note: &str, reader: Locale) -> Result<()> {
        let mut errors = FieldErrors::default();
        for found in &self.findings {
            errors.add(&found.spot.input, found.message(reader));
        }
        if is_origin && note.trim().is_empty() {
            errors.add("note", reader.t("public-text-no-note"));
        }
        if errors.is_empty() { Ok(()) } else { Err(Error::Invalid(errors)) }
    }
}

/// Reads what was posted to the questions of [`asked`]. Files stay as they are; what a translation says as the original does is
/// not translated.
pub fn read(definition: &Definition, text: &Published, language: Locale, posted: &[(String, String)]) -> Written {
    let asked = asked(definition, text, language);
    let is_origin = language == text.language;
    let mut written = Written::default();
    for section in &asked.sections {
        let reading = asked.read(section, posted, &text.original);
        written.answers.extend(reading.answers);
        written.findings.extend(reading.refused);
        written.go_to = written.go_to.or(reading.go_to);
    }
    let report = asked.check(&written.answers, &Context { stage: Stage::Submission, period: None });
    let grave = |found: &Finding| found.severity > Severity::Warning && !found.is_excess();
    written.findings.extend(report.findings.into_iter().filter(grave));
    for (key, answer) in text.original.iter() {
        let is_asked = asked.field(key.as_str()).is_some();
        if is_origin && !is_asked {
            written.answers.insert(key.clone(), answer.clone());
        }
        if !is_origin && written.answers.get(key.as_str()) == Some(answer) {
            written.answers.remove(key.as_str());
        }
    }
    written
}

/// A text for a reader of `locale`, and the language it is in: that of the original where it was not translated.
pub fn told(texts: &Trilingual, original: Locale, locale: Locale) -> (&str, Locale) {
    let own = texts.get(locale);
    if own.is_empty() { (texts.get(original), original) } else { (own, locale) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::guidelines::{Answer, Country, Row, Value};

    fn answers(said: &[(&str, &str)]) -> Answers {
        let text = |text: &str| Answer::Value(Value::Text(text.to_owned()));
        said.iter().map(|(key, said)| (key.parse().unwrap(), text(said))).collect()
    }

    #[test]
    fn what_was_taken_out_of_the_original_is_published_in_no_language() {
        let published = Published {
            language: Locale::En,
            original: answers(&[("title", "Cool roofs")]),
            translations: [(Locale::Fr, answers(&[("title", "Toits frais"), ("aim", "Peindre.")]))].into(),
        };
        let published = published.as_far_as_the_original();
        assert_eq!(published.lines("title").fr, "Toits frais");
        assert_eq!(published.lines("aim"), Trilingual::default());
    }

    #[test]
    fn a_partner_of_no_known_kind_is_a_city_if_its_country_has_one_of_that_name() {
        let france = Country::from_code("FR").unwrap();
        let partner = |name: &str, kind: Option<&str>| -> Row {
            let cells = [("name", Value::Text(name.to_owned())), ("country", Value::Country(france))];
            let kind = kind.map(|kind| ("kind", Value::Choice(kind.parse().unwrap())));
            cells.into_iter().chain(kind).map(|(column, value)| (column.parse().unwrap(), value)).collect()
        };
        let company = partner("Lyon", Some("company"));
        let rows =
            vec![partner("Marseille", None), company, partner("Nice", Some("other_city")), partner("Nowhere", None)];
        let mut original = Answers::default();
        original.insert("partners".parse().unwrap(), Answer::Rows(rows));
        let published = Published { original, ..Published::default() };
        let names: Vec<String> = published.partner_places().0.into_iter().map(|place| place.name).collect();
        assert_eq!(names, ["Marseille", "Nice"]);
    }
}
