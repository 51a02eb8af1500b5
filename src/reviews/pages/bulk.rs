//! The pages of a bulk deed: what will happen to each of the selected, and what came of it.

use askama::Template;

use super::{
    Reader, country,
    eligibility::earlier,
    titled,
    verbs::{Input, Kind},
};
use crate::{
    entity::{eligibility, tag},
    ids::Reference,
    proposals::{Case, Standing, Verdict},
    reviews::{
        bulk::{Ask, Bulk, Outcome},
        forms::bulk::{made_name, seen_name, version_name, why_name},
        listing::View,
        rules::Reviewer,
        selection::{MOST_SELECTED, Selection},
        store::bulk::Known,
    },
    web::{Filled, Frame},
};

/// The selected, with what will happen to each and why some cannot be done.
#[derive(Template)]
#[template(path = "desk/bulk.html")]
pub struct BulkPage {
    pub frame: Frame,
    /// Where the form is sent.
    pub action: String,
    pub word: String,
    pub lede: String,
    /// How many of the selected it can be done with.
    pub count: String,
    pub filled: Filled,
    /// Whether the form came back: then what was ticked is ticked.
    pub came_back: bool,
    pub inputs: Vec<Input>,
    pub asks_each: bool,
    /// As said of all, met, and not met.
    pub answers: Vec<(String, String)>,
    pub rows: Vec<BulkRow>,
    pub some_can: bool,
    /// All that are listed, and the list that they come from.
    pub listed: String,
    pub view: String,
    pub back: String,
}

/// One of the selected.
pub struct BulkRow {
    pub about: Line,
    pub can: bool,
    /// Whether it is ticked at first: not if it was checked before, where that is what is asked.
    pub ticked: bool,
    /// Why not, if it cannot be done.
    pub why_not: String,
    pub notes: Vec<String>,
    pub version: i32,
    pub seen: String,
    /// The names of its inputs.
    pub names: Names,
}

/// A proposal in a line.
pub struct Line {
    pub reference: String,
    pub href: String,
    pub title: String,
    pub title_lang: Option<&'static str>,
    pub place: String,
    pub state: &'static str,
}

pub struct Names {
    pub made: String,
    pub why: String,
    pub version: String,
    pub seen: String,
}

impl Line {
    pub fn of(case: &Case, reader: Reader) -> Self {
        let (title, title_lang) = titled(&case.proposal.title, case.proposal.language, reader.locale);
        let country = country(&case.organisation.country, reader.locale);
        Self {
            reference: case.proposal.reference.to_string(),
            href: format!("/desk/proposals/{}", case.proposal.reference),
            title,
            title_lang,
            place: if country.is_empty() {
                case.organisation.name.clone()
            } else {
                format!("{}, {country}", case.organisation.name)
            },
            state: case.proposal.state.code(),
        }
    }

    /// Of one that is not theirs to know, there is nothing but what they wrote themselves.
    pub fn unknown(reference: &Reference, reader: Reader) -> Self {
        Self {
            reference: reference.to_string(),
            href: String::new(),
            title: reader.t("desk-none"),
            title_lang: None,
            place: String::new(),
            state: "",
        }
    }
}

/// The words of a bulk deed: on its button, and below its title.
pub fn words(bulk: Bulk, reader: Reader) -> (String, String) {
    (reader.t(&format!("desk-bulk-do-{}", bulk.code())), reader.t(&format!("desk-bulk-lede-{}", bulk.code())))
}

/// What the page is drawn from.
pub struct Sources<'a> {
    pub bulk: Bulk,
    pub cases: &'a [Case],
    pub known: &'a Known,
    pub reviewers: &'a [Reviewer],
    pub tags: &'a [tag::Model],
    pub view: &'a View,
}

impl BulkPage {
    pub fn new(frame: Frame, sources: &Sources<'_>, filled: Filled, reader: Reader) -> Self {
        let (word, lede) = words(sources.bulk, reader);
        let rows: Vec<BulkRow> = sources.cases.iter().map(|case| sources.row(case, reader)).collect();
        let can = rows.iter().filter(|row| row.can).count();
        let listed = Selection::of(rows.iter().map(|row| row.about.reference.as_str()));
        let numbers = [("n", count(can).into()), ("all", count(rows.len()).into())];
        Self {
            action: format!("/desk/bulk/{}", sources.bulk.code()),
            word,
            lede,
            count: reader.locale.tr("desk-bulk-count", &numbers),
            came_back: !filled.values.pairs().is_empty(),
            filled,
            inputs: sources.inputs(reader),
            asks_each: sources.bulk.asks_each(),
            answers: answers(reader, true),
            some_can: can > 0,
            rows,
            back: sources.view.selecting(listed.clone()).address(),
            listed: listed.written(),
            view: sources.view.plain().query(),
            frame,
        }
    }
}

/// Met, and not met; for each, also as it is said of all.
fn answers(reader: Reader, each: bool) -> Vec<(String, String)> {
    let said = [("", "all"), ("yes", "yes"), ("no", "no")];
    let said = said.into_iter().skip(usize::from(!each));
    said.map(|(value, code)| (value.to_owned(), reader.t(&format!("desk-bulk-eligibility-{code}")))).collect()
}

impl Sources<'_> {
    fn inputs(&self, reader: Reader) -> Vec<Input> {
        let inputs = |ask: &Ask| match ask {
            Ask::Found => vec![
                Input {
                    options: answers(reader, false),
                    ..Input::new(Kind::Choice, "made", "desk-bulk-made", "desk-bulk-made-hint").optional()
                },
                Input::new(Kind::Lines, "why", "desk-eligibility-why-not", "desk-bulk-why-hint").optional(),
            ],
            Ask::Reviewer => vec![Input {
                options: self.reviewers.iter().map(|one| (one.id.to_string(), one.name.clone())).collect(),
                ..Input::new(Kind::Select, "reviewer", "desk-assign-reviewer", "desk-bulk-assign-hint")
            }],
            Ask::Due => vec![Input::new(Kind::Instant, "due", "desk-assign-due", "desk-assign-due-hint").optional()],
            Ask::Tag => vec![Input {
                options: self.tags.iter().map(|tag| (tag.id.to_string(), tag.name.clone())).collect(),
                ..Input::new(Kind::Select, "tag", "desk-tag", "")
            }],
        };
        self.bulk.asks().iter().flat_map(inputs).collect()
    }

    fn row(&self, case: &Case, reader: Reader) -> BulkRow {
        let verdict = case.may(self.bulk.deed());
        let why_not = match verdict {
            Verdict::Yes => String::new(),
            Verdict::No(reason) => reader.t(reason),
            Verdict::Hidden => reader.t("desk-bulk-gone"),
        };
        let reference = case.proposal.reference.as_str();
        let check = self.known.checks.get(&case.proposal.id);
        BulkRow {
            about: Line::of(case, reader),
            can: verdict.is_yes(),
            ticked: !(self.bulk == Bulk::Eligibility && case.standing.facts.eligible.is_some()),
            why_not,
            notes: self.notes(case, reader),
            version: case.proposal.version,
            seen: check.map(|row| row.checked_at.millis().to_string()).unwrap_or_default(),
            names: Names {
                made: made_name(reference),
                why: why_name(reference),
                version: version_name(reference),
                seen: seen_name(reference),
            },
        }
    }

    /// What is known of it that the deed is about.
    fn notes(&self, case: &Case, reader: Reader) -> Vec<String> {
        let names = |key: &str, all: Option<&Vec<String>>| {
            all.filter(|all| !all.is_empty()).map(|all| reader.locale.pair(reader.t(key), all.join(", ")))
        };
        let id = &case.proposal.id;
        let checked = self.known.checks.get(id).map(|row| checked(row, &case.standing, reader));
        let reviewers = names("desk-bulk-reviewed-by", self.known.reviewers.get(id));
        let conflicts = names("desk-conflicts", self.known.conflicts.get(id));
        [checked, reviewers, conflicts].into_iter().flatten().collect()
    }
}

fn checked(row: &eligibility::Model, standing: &Standing, reader: Reader) -> String {
    let said = reader.t(if row.passed { "desk-eligibility-passed" } else { "desk-eligibility-failed" });
    let said = reader.locale.pair(said, reader.day(row.checked_at));
    let said = if row.reason.is_empty() { said } else { format!("{said}. {}", row.reason) };
    match earlier(row, standing, reader) {
        Some(earlier) => format!("{said}. {earlier}"),
        None => said,
    }
}

/// What came of it.
#[derive(Template)]
#[template(path = "desk/bulk_done.html")]
pub struct BulkDonePage {
    pub frame: Frame,
    pub word: String,
    /// How many were done.
    pub count: String,
    pub rows: Vec<DoneRow>,
    /// The list with the same selected, with those that were not done, and with none.
    pub back: String,
    pub rest: Option<String>,
    pub clear: String,
}

/// What came of one of them.
pub struct DoneRow {
    /// Without a title where it is not known.
    pub about: Line,
    /// `success`, `info`, `warning` or `danger`.
    pub kind: &'static str,
    pub text: String,
}

impl BulkDonePage {
    pub fn new(frame: Frame, bulk: Bulk, view: &View, done: Vec<(Line, Outcome)>, reader: Reader) -> Self {
        let all = done.len();
        let is_well = |outcome: &Outcome| matches!(outcome, Outcome::Done | Outcome::Already);
        let selected = Selection::of(done.iter().map(|(line, _)| line.reference.as_str()));
        let rest = done.iter().filter(|(_, outcome)| !is_well(outcome)).map(|(line, _)| line.reference.as_str());
        let rest = Some(Selection::of(rest)).filter(|rest| !rest.is_empty());
        let well = done.iter().filter(|(_, outcome)| is_well(outcome)).count();
        let numbers = [("n", count(well).into()), ("all", count(all).into())];
        Self {
            frame,
            word: words(bulk, reader).0,
            count: reader.locale.tr("desk-bulk-done", &numbers),
            rows: done.into_iter().map(|(about, outcome)| row(bulk, about, outcome, reader)).collect(),
            back: view.selecting(selected).address(),
            rest: rest.map(|rest| view.selecting(rest).address()),
            clear: view.plain().address(),
        }
    }
}

fn row(bulk: Bulk, about: Line, outcome: Outcome, reader: Reader) -> DoneRow {
    let (kind, key) = match outcome {
        Outcome::Done => ("success", format!("desk-bulk-did-{}", bulk.code())),
        Outcome::Already => ("info", "desk-bulk-already".to_owned()),
        Outcome::Refused(reason) => ("warning", reason.to_owned()),
        Outcome::Changed => ("warning", "desk-bulk-changed".to_owned()),
        Outcome::Gone => ("warning", "desk-bulk-gone".to_owned()),
        Outcome::Failed => ("danger", "desk-bulk-failed".to_owned()),
    };
    DoneRow { about, kind, text: reader.t(&key) }
}

fn count(n: usize) -> i64 {
    i64::try_from(n.min(MOST_SELECTED)).unwrap_or(0)
}
