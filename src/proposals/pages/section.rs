//! The page on which a section is written.

use askama::Template;

use super::{
    Closing, Sections, Top,
    clash::{Clash, Disputed},
};
use crate::{
    error::{Error, Result},
    guidelines::{
        Answers, Definition, Field, Finding, Section, Severity,
        inputs::{Question, Shape},
    },
    ids::UserId,
    web::Frame,
    words::Locale,
};

/// What stands beside the form.
#[derive(Clone, Debug)]
pub struct Side {
    pub top: Top,
    pub sections: Sections,
    pub closing: Option<Closing>,
    /// How many private notes on it are open, in words.
    pub notes: String,
    pub prefilled: Option<Prefilled>,
    /// What the secretariat asks to be changed in it.
    pub asked: Vec<AskedHere>,
    /// None before the first save.
    pub saved: Option<Saved>,
    /// Who else writes here: a sentence for each.
    pub others: Vec<String>,
    /// Whose page it is.
    pub account: UserId,
    pub email: String,
}

/// The last save.
#[derive(Clone, Debug)]
pub struct Saved {
    /// `Last saved: …`.
    pub when: String,
    /// Empty where it was the service itself.
    pub by: String,
}

/// What the organisation's own page has filled in.
#[derive(Clone, Debug)]
pub struct Prefilled {
    pub text: String,
    /// That page, for those who may see it.
    pub page: Option<String>,
}

/// A request of the secretariat that is about a question of the section.
#[derive(Clone, Debug)]
pub struct AskedHere {
    /// The key of the question.
    pub field: String,
    pub label: String,
    pub text: String,
    /// Where it is answered.
    pub href: String,
}

/// The form as it is to be shown.
#[derive(Clone, Debug, Default)]
pub struct Held {
    /// What stands in the inputs.
    pub answers: Answers,
    /// The version at which each field stood when the form was opened.
    pub versions: std::collections::BTreeMap<String, i32>,
    pub findings: Vec<Finding>,
    /// What is wrong with uploads, by field.
    pub uploads: Vec<(String, String)>,
    /// Fields that two people changed.
    pub clashes: Vec<Disputed>,
    /// Where that is written which a request of the secretariat is about, by the key of its question.
    pub about: std::collections::BTreeMap<String, String>,
    /// A city that is searched, for the point of a field.
    pub sought: Option<(String, String)>,
    /// Whether to list the findings above the form.
    pub summed_up: bool,
    /// Whether the form holds what is not stored.
    pub unsaved: bool,
}

/// The page on which a section is written.
#[derive(Template)]
#[template(path = "proposals/section.html")]
pub struct SectionPage {
    frame: Frame,
    top: Top,
    sections: Sections,
    /// Which of them this is, where they are folded.
    place: Option<String>,
    closing: Option<Closing>,
    notes: String,
    notes_href: String,
    prefilled: Option<Prefilled>,
    asked: Vec<AskedHere>,
    title: String,
    intro: String,
    summary_title: String,
    summary: Vec<Line>,
    action: String,
    files: String,
    items: Vec<Item>,
    next_label: String,
    saved: Option<Saved>,
    others: Vec<String>,
    account: UserId,
    email: String,
    /// What the browser keeps a copy under, together with the account.
    key: String,
    unsaved: bool,
}

/// A line of the summary above the form.
pub struct Line {
    pub id: String,
    pub place: String,
    pub message: String,
}

/// A question with what belongs to it.
pub struct Item {
    question: Question,
    version: i32,
    clash: Option<Clash>,
}

impl SectionPage {
    pub fn new(frame: Frame, side: Side, definition: &Definition, section: &Section, held: Held) -> Self {
        let locale = frame.locale;
        let is_last = definition.sections.last().is_some_and(|last| last.key == section.key);
        let next_label = frame.t(if is_last { "proposals-save-check" } else { "proposals-save-next" });
        let summary = summary(section, &held, locale);
        let title = if held.clashes.is_empty() { "form-errors-title" } else { "proposals-clash-title" };
        Self {
            title: section.title.get(locale).to_owned(),
            intro: section.intro.get(locale).to_owned(),
            summary_title: frame.t(title),
            summary,
            action: format!("{}/edit/{}", side.top.href, section.key),
            files: format!("{}/files", side.top.href),
            items: items(definition, section.fields.iter(), &held, locale),
            next_label,
            notes: side.notes,
            prefilled: side.prefilled,
            asked: side.asked,
            notes_href: format!("{}/notes?section={}", side.top.href, section.key),
            saved: side.saved,
            others: side.others,
            account: side.account,
            email: side.email,
            key: section.key.to_string(),
            unsaved: held.unsaved,
            top: side.top,
            place: side.sections.place(locale),
            sections: side.sections,
            closing: side.closing,
            frame,
        }
    }
}

impl SectionPage {
    fn asked_of<'s>(&'s self, item: &'s Item) -> impl Iterator<Item = &'s AskedHere> {
        self.asked.iter().filter(|asked| asked.field == item.question.key)
    }
}

fn summary(section: &Section, held: &Held, locale: Locale) -> Vec<Line> {
    let label = |key: &str| section.field(key).map(|field| field.label.get(locale).to_owned()).unwrap_or_default();
    let clashes = held.clashes.iter().map(|clash| Line {
        id: format!("clash-{}", clash.field),
        place: label(clash.field.as_str()),
        message: locale.t("proposals-clash-line"),
    });
    let uploads = held.uploads.iter().map(|(field, message)| Line {
        id: crate::guidelines::input_id(field),
        place: label(field),
        message: message.clone(),
    });
    let grave = held.findings.iter().filter(|found| held.summed_up && found.severity > Severity::Warning);
    let findings = grave.map(|found| Line {
        id: found.spot.input.clone(),
        place: found.spot.place(locale),
        message: found.message(locale),
    });
    clashes.chain(uploads).chain(findings).collect()
}

/// Questions of a section, each with the two texts of it where there are two.
pub fn items<'f>(
    definition: &Definition,
    fields: impl Iterator<Item = &'f Field>,
    held: &Held,
    locale: Locale,
) -> Vec<Item> {
    let questions = definition.questions_of(fields, &held.answers, &held.findings, locale);
    let item = |mut question: Question| {
        if let Some((_, message)) = held.uploads.iter().find(|(field, _)| *field == question.key) {
            question.error = Some(message.clone());
        }
        seek(&mut question, held.sought.as_ref());
        if let Some(request) = &mut question.request {
            request.about = held.about.get(&question.key).cloned();
        }
        let disputed = held.clashes.iter().find(|clash| clash.field == *question.key);
        let clash = disputed.and_then(|disputed| Clash::new(definition, &held.answers, disputed, locale));
        let version = held.versions.get(&question.key).copied().unwrap_or(0);
        Item { version, clash, question }
    };
    questions.into_iter().map(item).collect()
}

/// Shows the cities that were searched, at the point that they are searched for.
pub fn seek(question: &mut Question, sought: Option<&(String, String)>) {
    if let (Shape::Point(point), Some((field, city))) = (&mut question.shape, sought)
        && question.key == *field
    {
        point.seek(field, city);
    }
}

/// The question for files alone, for a page on which the others stand already.
#[derive(Template)]
#[template(
    ext = "html",
    source = "{%- import \"parts/field.html\" as field -%}{{ field::question(frame, question, files.as_str()) }}"
)]
pub struct FilesPart {
    frame: Frame,
    question: Question,
    files: String,
}

impl FilesPart {
    pub fn new(frame: Frame, question: Question, files: String) -> Self {
        Self { frame, question, files }
    }

    pub fn drawn(&self) -> Result<String> {
        self.render().map_err(Error::internal)
    }
}

/// One question as it stands in the form of its section, for a script that puts it there.
#[derive(Template)]
#[template(
    source = "{% import \"proposals/section_item.html\" as part %}{{ part::item(frame, item, files.as_str()) }}",
    ext = "html"
)]
struct ItemPart<'p> {
    frame: &'p Frame,
    item: &'p Item,
    files: String,
}

impl Item {
    pub fn key(&self) -> &str {
        &self.question.key
    }

    /// The question, drawn. `files`: the address below which its files lie.
    pub fn draw(&self, frame: &Frame, files: &str) -> Result<String> {
        ItemPart { frame, item: self, files: files.to_owned() }.render().map_err(Error::internal)
    }
}
