//! The shape of guidelines: what a call asks of a proposal and how it is judged. Data, frozen once a call uses it;
//! everything that touches a proposal's contents works from it.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::words::{Locale, Trilingual};

use super::{
    Month,
    keys::{ChoiceKey, CriterionKey, FieldKey, SectionKey},
    kinds::{Kind, Scalar},
};

/// One version of guidelines. Made by `Definition::parse`, which lets none through that contradicts itself.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Definition {
    /// As in `/guidelines/{slug}`.
    pub slug: String,
    pub version: u32,
    pub title: Trilingual,
    /// What a reader must know before anything else: that the text is a reconstruction. Show it wherever it is shown.
    pub note: Trilingual,
    /// Where the contents come from.
    pub source: Trilingual,
    /// What the programme is and who may apply, in paragraphs separated by an empty line.
    pub introduction: Trilingual,
    pub sections: Vec<Section>,
    pub rules: Vec<Rule>,
    /// What the secretariat checks, pass or fail, before the review.
    pub eligibility: Vec<EligibilityCheck>,
    pub rubric: Rubric,
}

/// A page of the form.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Section {
    pub key: SectionKey,
    pub title: Trilingual,
    pub intro: Trilingual,
    pub fields: Vec<Field>,
}

/// A question.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Field {
    pub key: FieldKey,
    pub label: Trilingual,
    /// How to answer, shown beside the input.
    pub hint: Option<Trilingual>,
    /// Why it is asked, shown on the guidelines page.
    pub why: Option<Trilingual>,
    /// Where the question comes from.
    pub origin: Origin,
    pub kind: Kind,
    /// Must be answered to submit; a draft may lack it.
    pub required: bool,
    /// Stands on the published page of an approved Initiative.
    pub public: bool,
    /// Tells who applies: left out where a review is anonymous.
    pub identifying: bool,
    /// The `autocomplete` token of the input, for what is about the applicant.
    #[serde(skip)]
    pub autocomplete: Option<String>,
}

/// A column of rows, or a part of a person.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Column {
    pub key: FieldKey,
    pub label: Trilingual,
    pub hint: Option<Trilingual>,
    pub kind: Scalar,
    /// A row that is filled in at all must have it.
    pub required: bool,
    /// Never leaves the house, even where the field is public: addresses of persons.
    pub private: bool,
    /// The `autocomplete` token of the input.
    #[serde(skip)]
    pub autocomplete: Option<&'static str>,
}

/// Where a question of a reconstruction comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Origin {
    /// The pages published in 2014.
    Published,
    /// Comparable calls of other programmes.
    Comparable,
    /// The judgement of those who wrote the reconstruction.
    Judgement,
    /// The secretariat, of one proposal: no guidelines hold such a question. What is asked is its hint.
    Request,
}

/// A truth across fields.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Rule {
    /// What it demands, in words: on the guidelines page, and in the message where nothing more exact can be said.
    pub statement: Trilingual,
    /// Only warns, never blocks a submission.
    pub warns: bool,
    pub test: Test,
}

/// What a rule looks at. The parser has made sure that the fields exist and are of the right kinds.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Test {
    /// The amounts in `column` of `rows` add up to `total`, to the cent.
    Sum { rows: FieldKey, column: FieldKey, total: FieldKey },
    /// The month `end` comes after the month `start`.
    Order { start: FieldKey, end: FieldKey },
    /// `field` is `month` or later.
    NotBefore { field: FieldKey, month: Month },
    /// From `start` to `end`, both included, there are at most `months`.
    Longest { start: FieldKey, end: FieldKey, months: u32 },
    /// At least `least` of the `rows` have one of `values` in `column`.
    EnoughRows { rows: FieldKey, column: FieldKey, values: Vec<ChoiceKey>, least: u32 },
    /// The choices of `field` do not hold the one of `other` again.
    NotRepeating { field: FieldKey, other: FieldKey },
}

impl Test {
    /// The field at which the rule is shown.
    pub fn field(&self) -> &FieldKey {
        match self {
            Self::Sum { rows, .. } | Self::EnoughRows { rows, .. } => rows,
            Self::Order { end, .. } | Self::Longest { end, .. } => end,
            Self::NotBefore { field, .. } | Self::NotRepeating { field, .. } => field,
        }
    }

    /// All fields whose answers it looks at.
    fn fields(&self) -> impl Iterator<Item = &FieldKey> {
        let other = match self {
            Self::Sum { total, .. } => Some(total),
            Self::Order { start, .. } | Self::Longest { start, .. } => Some(start),
            Self::NotRepeating { other, .. } => Some(other),
            Self::NotBefore { .. } | Self::EnoughRows { .. } => None,
        };
        other.into_iter().chain([self.field()])
    }
}

/// A pass-or-fail question of the secretariat.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct EligibilityCheck {
    pub key: CriterionKey,
    pub label: Trilingual,
    pub help: Trilingual,
}

/// How reviewers judge.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Rubric {
    /// The weights sum to 100.
    pub criteria: Vec<Criterion>,
    /// What each score means, from 0 on; the last one is the highest score.
    pub scale: Vec<Trilingual>,
    /// How many reviews a proposal needs.
    pub least_reviews: u32,
    /// Recommended from this total (of 100) on,
    pub recommended_from: u32,
    /// if no criterion has less than this score.
    pub least_score: u32,
    /// Two totals further apart than this ask for a consensus step.
    pub consensus_gap: u32,
}

/// One line of the rubric.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Criterion {
    pub key: CriterionKey,
    pub label: Trilingual,
    pub help: Trilingual,
    /// Of 100.
    pub weight: u32,
}

impl Definition {
    /// The section named in a URL.
    pub fn section(&self, key: &str) -> Option<&Section> {
        self.sections.iter().find(|section| section.key == *key)
    }

    pub fn field(&self, key: &str) -> Option<&Field> {
        self.fields().find(|field| field.key == *key)
    }

    /// All fields, in the order of the form.
    pub fn fields(&self) -> impl Iterator<Item = &Field> {
        self.sections.iter().flat_map(|section| &section.fields)
    }

    /// These fields, and those whose answers are looked at when these are checked or shown in a form.
    pub fn looked_at<'d>(&'d self, fields: impl Iterator<Item = &'d Field>) -> BTreeSet<&'d FieldKey> {
        let of_rules = |field: &'d Field| {
            let rules = self.rules.iter().filter(|rule| *rule.test.field() == field.key);
            rules.flat_map(|rule| rule.test.fields()).chain([&field.key])
        };
        fields.flat_map(of_rules).collect()
    }

    /// The section that holds a field.
    pub fn section_of(&self, field: &str) -> Option<&Section> {
        self.sections.iter().find(|section| section.field(field).is_some())
    }
}

impl Section {
    pub fn field(&self, key: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.key == *key)
    }
}

impl Field {
    /// What the secretariat asks, where the question is one of its own.
    pub fn asked(&self, locale: Locale) -> Option<&str> {
        self.hint.as_ref().filter(|_| self.is_request()).map(|text| text.get(locale))
    }

    /// What helps to answer; of a request it is the question itself.
    pub fn help(&self, locale: Locale) -> Option<&str> {
        self.hint.as_ref().filter(|_| !self.is_request()).map(|text| text.get(locale))
    }

    /// Whether it is to be answered as a request of the secretariat. The list in which these are written is none.
    fn is_request(&self) -> bool {
        self.origin == Origin::Request && matches!(self.kind, Kind::Scalar(_))
    }

    /// The columns of rows, or the parts of a person; none for any other kind.
    pub fn columns(&self) -> &[Column] {
        match &self.kind {
            Kind::Rows { columns, .. } | Kind::Person { parts: columns } => columns,
            _ => &[],
        }
    }

    pub fn column(&self, key: &str) -> Option<&Column> {
        self.columns().iter().find(|column| column.key == *key)
    }
}

impl Rubric {
    pub fn criterion(&self, key: &str) -> Option<&Criterion> {
        self.criteria.iter().find(|criterion| criterion.key == *key)
    }

    /// The highest score of a criterion; the lowest is 0.
    pub fn highest_score(&self) -> u8 {
        u8::try_from(self.scale.len().saturating_sub(1)).unwrap_or(u8::MAX)
    }
}
