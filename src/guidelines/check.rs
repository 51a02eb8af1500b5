//! Are these answers fit for a draft, or for submission? Each field by its kind first, then the rules across fields.

use std::collections::BTreeMap;

use super::{
    answers::{Answer, Answers, FileRef, Row},
    check_scalars::scalar,
    coordinates::{self, Trouble},
    definition::{Column, Definition, Field, Section},
    keys::FieldKey,
    kinds::Kind,
    months::Period,
    report::{Finding, Given, Message, Report, Severity, Spot},
    rules,
    words::count_chars,
};
use crate::words::Trilingual;

/// How strictly to look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Only what is wrong and what deserves a warning: a draft may be incomplete in any way. Also for what is registered
    /// from paper.
    Draft,
    /// What is missing, too.
    Submission,
}

/// What a check must know besides the answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Context {
    pub stage: Stage,
    /// The action plan period of the call.
    pub period: Option<Period>,
}

impl Definition {
    /// Everything that is to be said about the answers, in the order of the form.
    pub fn check(&self, answers: &Answers, context: &Context) -> Report {
        let of_section = |section: &Section| self.check_fields(section, section.fields.iter(), answers, context);
        Report { findings: self.sections.iter().flat_map(of_section).collect() }
    }

    /// What of it stands at some questions of a section.
    pub fn check_fields<'f>(
        &self,
        section: &Section,
        fields: impl Iterator<Item = &'f Field>,
        answers: &Answers,
        context: &Context,
    ) -> Vec<Finding> {
        let mut findings = Vec::new();
        for field in fields {
            let mut checker = Checker::new(section, field, context, &mut findings);
            checker.field(field, answers.get(field.key.as_str()));
            for rule in self.rules.iter().filter(|rule| *rule.test.field() == field.key) {
                findings.extend(rules::test(rule, self, section, field, answers));
            }
        }
        findings
    }

    /// Sets the fields that the call fixes. Do so when a proposal is created, and again when it is submitted.
    pub fn fix_period(&self, answers: &mut Answers, period: Period) {
        for field in self.fields().filter(|field| field.kind == Kind::Period) {
            answers.insert(field.key.clone(), Answer::Period(period));
        }
    }
}

/// Whether the answer to a field of the section lacks nothing that a submission needs.
pub(super) fn lacks_nothing(section: &Section, field: &Field, answer: Option<&Answer>) -> bool {
    let context = Context { stage: Stage::Submission, period: None };
    let mut findings = Vec::new();
    Checker::new(section, field, &context, &mut findings).field(field, answer);
    findings.iter().all(|found| found.severity != Severity::Missing)
}

/// The checker of one field.
struct Checker<'c> {
    spot: Spot,
    context: &'c Context,
    findings: &'c mut Vec<Finding>,
}

type Values = Vec<(&'static str, Given)>;

impl<'c> Checker<'c> {
    fn new(section: &Section, field: &Field, context: &'c Context, findings: &'c mut Vec<Finding>) -> Self {
        Self { spot: Spot::field(&section.key, &field.key, &field.label), context, findings }
    }

    fn field(&mut self, field: &Field, answer: Option<&Answer>) {
        match answer {
            None | Some(Answer::NotRecorded) => {
                if field.required {
                    self.unanswered(&field.kind);
                }
            }
            Some(answer) => self.answered(&field.kind, answer, field.required),
        }
    }

    fn unanswered(&mut self, kind: &Kind) {
        match kind {
            Kind::Scalar(kind) => self.missing(self.spot.clone(), kind.missing(), Vec::new()),
            Kind::Choices { .. } => self.missing(self.spot.clone(), "guidelines-missing-choices", Vec::new()),
            Kind::Tags { .. } => self.missing(self.spot.clone(), "guidelines-missing-answer", Vec::new()),
            Kind::Point => self.missing(self.part("lat"), "guidelines-missing-point", Vec::new()),
            Kind::Person { parts } => self.row(parts, &Row::default(), None),
            Kind::Rows { min, columns, .. } => self.too_few_rows(*min, 0, columns),
            Kind::Images { .. } => self.missing(self.spot.clone(), "guidelines-missing-image", Vec::new()),
            Kind::Pdf { .. } => self.missing(self.spot.clone(), "guidelines-missing-pdf", Vec::new()),
            Kind::Declaration => self.missing(self.spot.clone(), "guidelines-missing-tick", Vec::new()),
            Kind::Period if self.context.period.is_some() => {}
            Kind::Period => self.missing(self.spot.clone(), "guidelines-missing-period", Vec::new()),
        }
    }

    fn answered(&mut self, kind: &Kind, answer: &Answer, required: bool) {
        match (kind, answer) {
            (Kind::Scalar(kind), Answer::Value(value)) => {
                if let Some((key, given)) = scalar(kind, value) {
                    self.wrong(self.spot.clone(), key, given);
                }
            }
            (Kind::Choices { options, min, max }, Answer::Choices(chosen)) => {
                if chosen.iter().any(|key| options.iter().all(|option| option.key != *key)) {
                    self.wrong(self.spot.clone(), "guidelines-wrong-option", Vec::new());
                }
                self.count(chosen.len(), if required { *min } else { 0 }, *max);
            }
            (Kind::Tags { max, chars }, Answer::Tags(tags)) => {
                self.count(tags.len(), 0, *max);
                if let Some(tag) = tags.iter().find(|tag| count_chars(tag) > to_usize(*chars)) {
                    let given = vec![("tag", Given::Text(tag.clone())), ("limit", Given::Count((*chars).into()))];
                    self.wrong(self.spot.clone(), "guidelines-wrong-tag", given);
                }
            }
            (Kind::Point, Answer::Point(_)) | (Kind::Declaration, Answer::Declared) => {}
            (Kind::Point, Answer::Unread(parts)) => self.point(parts),
            (Kind::Person { parts }, Answer::Person(person)) => self.row(parts, person, None),
            (Kind::Rows { min, max, columns }, Answer::Rows(rows)) => self.rows(rows, *min, *max, columns),
            (Kind::Images { max, .. }, Answer::Files(files)) => {
                self.count(files.len(), 0, *max);
                self.files(kind, files);
            }
            (Kind::Pdf { .. }, Answer::Files(files)) => {
                self.count(files.len(), 0, 1);
                self.files(kind, files);
            }
            (Kind::Period, Answer::Period(period)) => self.period(*period),
            // Stored under a kind that the field no longer has.
            _ => self.wrong(self.spot.clone(), "guidelines-wrong-answer", Vec::new()),
        }
    }

    fn point(&mut self, parts: &BTreeMap<String, String>) {
        let typed = |part: &str| parts.get(part).map_or("", String::as_str);
        // A point that we have learnt to read since it was typed is read when it is saved again.
        let trouble = coordinates::read(typed("lat"), typed("lon")).err().unwrap_or(Trouble::Unreadable);
        let part = if trouble == Trouble::NoLongitude { "lon" } else { "lat" };
        self.wrong(self.part(part), coordinates::message(trouble), Vec::new());
    }

    fn count(&mut self, count: usize, min: u32, max: u32) {
        let given = |limit: u32| vec![("count", Given::Count(to_i64(count))), ("limit", Given::Count(limit.into()))];
        if count > to_usize(max) {
            self.wrong(self.spot.clone(), "guidelines-wrong-too-many", given(max));
        } else if count < to_usize(min) {
            self.missing(self.spot.clone(), "guidelines-missing-more", given(min));
        }
    }

    fn rows(&mut self, rows: &[Row], min: u32, max: u32, columns: &[Column]) {
        if rows.len() > to_usize(max) {
            let given = vec![("count", Given::Count(to_i64(rows.len()))), ("limit", Given::Count(max.into()))];
            self.wrong(self.first_cell(0, columns), "guidelines-wrong-rows", given);
        }
        for (place, row) in rows.iter().enumerate() {
            self.row(columns, row, Some(place));
        }
        if rows.len() < to_usize(min) {
            self.too_few_rows(min, rows.len(), columns);
        }
    }

    fn too_few_rows(&mut self, min: u32, count: usize, columns: &[Column]) {
        let given = vec![("count", Given::Count(to_i64(count))), ("limit", Given::Count(min.max(1).into()))];
        let key = if min > 1 { "guidelines-missing-rows" } else { "guidelines-missing-row" };
        self.missing(self.first_cell(count, columns), key, given);
    }

    /// The link to the first input of a row, for what is to be said of the rows as a whole.
    fn first_cell(&self, row: usize, columns: &[Column]) -> Spot {
        match columns.first() {
            Some(column) => self.spot.via(&format!("{}.{row}.{}", self.spot.field, column.key)),
            None => self.spot.clone(),
        }
    }

    fn row(&mut self, columns: &[Column], row: &Row, place: Option<usize>) {
        for column in columns {
            let spot = self.spot.at(place, &column.key, column.label.clone());
            match row.get(column.key.as_str()) {
                None | Some(super::Value::NotRecorded) if column.required => {
                    self.missing(spot, column.kind.missing(), Vec::new());
                }
                None | Some(super::Value::NotRecorded) => {}
                Some(value) => {
                    if let Some((key, given)) = scalar(&column.kind, value) {
                        self.wrong(spot, key, given);
                    }
                }
            }
        }
    }

    fn files(&mut self, kind: &Kind, files: &[FileRef]) {
        let (max_bytes, alt_chars) = match kind {
            Kind::Images { max_bytes, alt_chars, .. } => (*max_bytes, Some(*alt_chars)),
            Kind::Pdf { max_bytes } => (*max_bytes, None),
            _ => return,
        };
        for (place, file) in files.iter().enumerate() {
            if !kind.media_types().contains(&file.media_type.as_str()) {
                self.wrong(self.spot.clone(), kind.wrong_type(), vec![("file", Given::Text(file.name.clone()))]);
            }
            if file.size > max_bytes {
                let given = vec![("file", Given::Text(file.name.clone())), ("limit", Given::Size(max_bytes))];
                self.wrong(self.spot.clone(), "guidelines-wrong-file-size", given);
            }
            if let Some(alt_chars) = alt_chars {
                self.alt(place, &file.alt, alt_chars);
            }
        }
    }

    fn alt(&mut self, place: usize, alt: &str, limit: u32) {
        let Ok(key) = "alt".parse::<FieldKey>() else { return };
        let spot = self.spot.at(Some(place), &key, labelled("guidelines-image-alt"));
        let count = count_chars(alt);
        if alt.is_empty() {
            self.missing(spot, "guidelines-missing-alt", Vec::new());
        } else if count > to_usize(limit) {
            let given = vec![("count", Given::Count(to_i64(count))), ("limit", Given::Count(limit.into()))];
            self.wrong(spot, "guidelines-wrong-too-long-chars", given);
        }
    }

    fn period(&mut self, period: Period) {
        if let Some(fixed) = self.context.period
            && fixed != period
        {
            self.wrong(self.spot.clone(), "guidelines-wrong-period", vec![("period", Given::Period(fixed))]);
        }
    }

    /// An input of the field that is neither a row's nor a person's.
    fn part(&self, part: &str) -> Spot {
        self.spot.via(&format!("{}.{part}", self.spot.field))
    }

    fn missing(&mut self, spot: Spot, key: &'static str, given: Values) {
        if self.context.stage == Stage::Submission {
            self.findings.push(Finding::new(Severity::Missing, spot, Message::Key(key, given)));
        }
    }

    fn wrong(&mut self, spot: Spot, key: &'static str, given: Values) {
        self.findings.push(Finding::new(Severity::Wrong, spot, Message::Key(key, given)));
    }
}

/// A label of the locale files, for what a definition does not name.
pub(super) fn labelled(key: &str) -> Trilingual {
    Trilingual::each(|locale| locale.t(key))
}

pub(super) fn to_usize(count: u32) -> usize {
    usize::try_from(count).unwrap_or(usize::MAX)
}

pub(super) fn to_i64(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
