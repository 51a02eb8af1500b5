//! The page on which the secretariat registers what came on paper.

use askama::Template;

use super::section::{Line, seek};
use crate::{
    entity::call,
    guidelines::{
        Definition, Section,
        inputs::{Input, Question, RowInputs, Rows, Shape},
    },
    places::Country,
    proposals::{
        paper::{NEEDED, Paper, states},
        store::leads::Lead,
    },
    web::{Filled, Frame},
    words::Locale,
};

/// First the question to which call it belongs, and whose it is; then the form.
#[derive(Template)]
#[template(path = "proposals/register.html")]
pub struct RegisterPage {
    frame: Frame,
    filled: Filled,
    /// Slugs and titles.
    calls: Vec<(String, String)>,
    /// Slugs, and names with their places.
    organisations: Vec<(String, String)>,
    summary: Vec<Line>,
    sheet: Option<Sheet>,
}

/// The form.
pub struct Sheet {
    call: String,
    call_title: String,
    guidelines: String,
    states: Vec<(String, String)>,
    wrong: Vec<Line>,
    /// Shown again, with what was typed.
    is_again: bool,
    /// After a button of a table: the input to go on at.
    go_to: Option<String>,
    parts: Vec<Part>,
}

/// A section of it.
struct Part {
    key: String,
    title: String,
    open: bool,
    questions: Vec<Question>,
    /// The questions that cannot be answered here, in words.
    files: Option<String>,
}

/// The inputs of the form's own, in their order, with their labels.
const OWN: [(&str, &str); 4] = [
    ("paper-organisation", "proposals-organisation"),
    ("paper-state", "proposals-register-state"),
    ("paper-number", "proposals-register-number"),
    ("paper-source", "proposals-register-source"),
];

/// So many rows are there to type in at least, and so many of them empty, if the guidelines take as many.
const ROWS: usize = 3;
const SPARE_ROWS: usize = 2;

impl RegisterPage {
    pub fn choosing(frame: Frame, mut filled: Filled, calls: &[call::Model], leads: &[Lead]) -> Self {
        let calls: Vec<_> =
            calls.iter().map(|call| (call.slug.clone(), call.title.get(frame.locale).to_owned())).collect();
        if let [(only, _)] = calls.as_slice() {
            filled.values = filled.values.0.into_iter().filter(|(name, _)| name != "paper-call").collect();
            filled.values.add("paper-call".to_owned(), only);
        }
        let organisations = organisations(leads, frame.locale);
        Self { frame, filled, calls, organisations, summary: Vec::new(), sheet: None }
    }

    pub fn typing(frame: Frame, filled: Filled, mut sheet: Sheet, leads: &[Lead]) -> Self {
        let own = OWN.iter().filter_map(|(name, label)| {
            let message = filled.error(name)?.to_owned();
            Some(Line { id: format!("f-{name}"), place: frame.t(label), message })
        });
        let summary = own.chain(std::mem::take(&mut sheet.wrong)).collect();
        let organisations = organisations(leads, frame.locale);
        Self { frame, filled, calls: Vec::new(), organisations, summary, sheet: Some(sheet) }
    }
}

fn organisations(leads: &[Lead], locale: Locale) -> Vec<(String, String)> {
    let named = |lead: &Lead| {
        let country = Country::from_code(&lead.country).map_or_else(|| lead.country.clone(), |c| c.name(locale));
        let city = if lead.city == lead.name { String::new() } else { format!("{}, ", lead.city) };
        (lead.slug.clone(), format!("{} ({city}{country})", lead.name))
    };
    leads.iter().map(named).collect()
}

impl Sheet {
    /// `is_new`: nobody has typed anything yet.
    pub fn new(asked: &Definition, call: &call::Model, typed: Paper, is_new: bool, locale: Locale) -> Self {
        let wrong = typed.findings.iter().map(|found| Line {
            id: found.spot.input.clone(),
            place: found.spot.place(locale),
            message: found.message(locale),
        });
        let state = |code: &str| (code.to_owned(), locale.t(&format!("layout-state-{code}")));
        Self {
            call: call.slug.clone(),
            call_title: call.title.get(locale).to_owned(),
            guidelines: format!("/guidelines/{}", asked.slug),
            states: states().map(|known| state(known.code())).collect(),
            wrong: wrong.collect(),
            parts: asked.sections.iter().map(|section| part(asked, section, &typed, is_new, locale)).collect(),
            is_again: !is_new,
            go_to: typed.go_to,
        }
    }
}

fn part(asked: &Definition, section: &Section, typed: &Paper, is_new: bool, locale: Locale) -> Part {
    let mut questions = asked.questions(section, &typed.answers, &typed.findings, locale);
    questions.iter_mut().for_each(|question| seek(question, typed.sought.as_ref()));
    let (files, rest): (Vec<_>, Vec<_>) =
        questions.into_iter().partition(|question| matches!(question.shape, Shape::Files(_)));
    let is_needed = |question: &Question| NEEDED.contains(&question.key.as_str());
    let is_answered =
        |question: &Question| typed.answers.get(&question.key).is_some() && !matches!(question.shape, Shape::Fixed(_));
    let is_sought = |question: &Question| typed.sought.as_ref().is_some_and(|(field, _)| question.key == *field);
    let is_wrong = typed.findings.iter().any(|found| found.spot.section == section.key);
    let names = files.iter().map(|question| question.label.as_str()).collect::<Vec<_>>().join(", ");
    Part {
        key: section.key.to_string(),
        title: section.title.get(locale).to_owned(),
        open: is_wrong
            || rest.iter().any(is_sought)
            || rest.iter().any(is_needed)
            || (!is_new && rest.iter().any(is_answered)),
        questions: rest.into_iter().map(with_room).collect(),
        files: (!names.is_empty()).then(|| locale.tr("proposals-register-files", &[("fields", names.into())])),
    }
}

/// Tables with empty rows to type in, since nothing is saved before all is registered.
fn with_room(mut question: Question) -> Question {
    if let Shape::Rows(table) = &mut question.shape {
        let typed = table.rows.iter().filter(|row| row.tools.remove.is_some()).count();
        let wanted = ROWS.max(typed + SPARE_ROWS).min(usize::try_from(table.max).unwrap_or(usize::MAX));
        for place in table.rows.len()..wanted {
            let row = empty_row(table, place);
            table.rows.push(row);
        }
        table.can_grow &= table.rows.len() < usize::try_from(table.max).unwrap_or(usize::MAX);
    }
    question
}

/// The pattern of a row, filled in with its number: from 0 on in names, from 1 on in what is read.
fn empty_row(table: &Rows, place: usize) -> RowInputs {
    let (named, read) = (place.to_string(), (place + 1).to_string());
    let mut row = table.pattern.clone();
    row.id = row.id.replace("__", &named);
    row.legend = row.legend.replace("__", &read);
    row.tools.value = row.tools.value.replace("__", &named);
    for input in &mut row.inputs {
        *input = Input { id: input.id.replace("__", &named), name: input.name.replace("__", &named), ..input.clone() };
    }
    row
}
