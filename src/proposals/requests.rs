//! What the secretariat asks to be changed in a returned proposal: a list of requests, each tied to a question where it has
//! one. For those who write, the requests are one more section of the form, whose questions are answered in words. So the
//! answers are saved, brought together, checked, submitted and sealed as all others are.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::{
    guidelines::{
        Answer, Answers, Choice, ChoiceKey, Column, Context, Definition, Field, FieldKey, Finding, Kind, Origin,
        REQUEST, REQUESTS, Row, Scalar, Section, SectionKey, Severity, Stage, input_id,
    },
    words::{Locale, Trilingual},
};

/// How many requests one return can hold, and how many words each of them.
const MOST: u32 = 30;
const WORDS: u32 = 200;

/// The most words of an answer to a request.
const ANSWER_WORDS: u32 = 200;

/// Something that is to be changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Request {
    /// The question that it is about; none for the whole.
    pub field: Option<FieldKey>,
    pub text: String,
}

impl Request {
    /// About no question in particular.
    pub fn plain(text: &str) -> Self {
        Self { field: None, text: text.to_owned() }
    }
}

/// A request with its number, which counts through all of the proposal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Numbered {
    pub number: i32,
    /// The number of the submission that it is about.
    pub submission: i32,
    pub request: Request,
}

impl Numbered {
    /// The key under which it is answered.
    pub fn key(&self) -> String {
        format!("{REQUEST}{}", self.number)
    }

    /// Where that is written which it is about, below the address of the proposal.
    pub fn about(&self, definition: &Definition, proposal: &str) -> Option<String> {
        let field = self.request.field.as_ref()?.as_str();
        let section = definition.section_of(field)?;
        Some(format!("{proposal}/edit/{}#{}", section.key, input_id(field)))
    }

    /// `Request 2: Aim`.
    pub fn label(&self, definition: &Definition, locale: Locale) -> String {
        let field = self.request.field.as_ref().and_then(|key| definition.field(key.as_str()));
        let number = self.number.to_string();
        match field {
            Some(field) => {
                let label = field.label.get(locale).into();
                locale.tr("requests-label-field", &[("number", number.into()), ("field", label)])
            }
            None => locale.tr("requests-label", &[("number", number.into())]),
        }
    }
}

/// Those of all requests that the submission of this number was to answer, or is.
pub fn for_submission(all: &[Numbered], number: i32) -> Vec<Numbered> {
    all.iter().filter(|one| one.submission == number - 1).cloned().collect()
}

/// The guidelines as the submission of this number was to follow them, or is: with its requests, if there are any.
pub fn answering(definition: &Arc<Definition>, all: &[Numbered], number: i32) -> Arc<Definition> {
    let asked = for_submission(all, number);
    if asked.is_empty() { definition.clone() } else { Arc::new(extended(definition, &asked)) }
}

/// The guidelines with a section for the answers to these requests; as they are, if there are none.
pub fn extended(definition: &Definition, requests: &[Numbered]) -> Definition {
    let mut whole = definition.clone();
    let fields: Vec<Field> = requests.iter().filter_map(|request| question(definition, request)).collect();
    whole.sections.extend((!fields.is_empty()).then(|| section(fields)).flatten());
    whole
}

fn question(definition: &Definition, request: &Numbered) -> Option<Field> {
    let label = Trilingual::each(|locale| request.label(definition, locale));
    let kind = Kind::Scalar(Scalar::LongText { words: ANSWER_WORDS, lists: true });
    let hint = Trilingual::each(|_| request.request.text.clone());
    Some(Field { hint: Some(hint), ..field(&request.key(), label, kind)? })
}

fn section(fields: Vec<Field>) -> Option<Section> {
    let key: SectionKey = REQUESTS.parse().ok()?;
    let text = |key: &str| Trilingual::each(|locale| locale.t(key));
    Some(Section { key, title: text("requests-title"), intro: text("requests-intro"), fields })
}

/// A question that no guidelines hold.
pub(super) fn field(key: &str, label: Trilingual, kind: Kind) -> Option<Field> {
    Some(Field {
        key: key.parse().ok()?,
        label,
        hint: None,
        why: None,
        origin: Origin::Request,
        kind,
        required: true,
        public: false,
        identifying: false,
        autocomplete: None,
    })
}

/// The form in which the secretariat lists its requests: read, checked and drawn by the same engine as any other.
pub struct Sheet(Definition);

/// The columns of the form.
const ABOUT: &str = "field";
const TEXT: &str = "text";

impl Sheet {
    pub fn new(definition: &Definition) -> Option<Self> {
        let columns = vec![
            Column {
                hint: Some(Trilingual::each(|locale| locale.t("requests-about-hint"))),
                ..column(ABOUT, "requests-about", Scalar::Choice { options: questions(definition) }, false)?
            },
            column(TEXT, "requests-text", Scalar::LongText { words: WORDS, lists: true }, true)?,
        ];
        let kind = Kind::Rows { min: 1, max: MOST, columns };
        let list = field(REQUESTS, Trilingual::each(|locale| locale.t("requests-list")), kind)?;
        let list = Field { hint: Some(Trilingual::each(|locale| locale.t("requests-list-hint"))), ..list };
        Some(Self(Definition { sections: vec![section(vec![list])?], rules: Vec::new(), ..definition.clone() }))
    }

    pub fn definition(&self) -> &Definition {
        &self.0
    }

    pub fn section(&self) -> &Section {
        &self.0.sections[0]
    }

    /// What was typed into it, and all that is wrong with that.
    pub fn read(&self, posted: &[(String, String)]) -> (Answers, Vec<Finding>) {
        let reading = self.0.read(self.section(), posted, &Answers::default());
        let context = Context { stage: Stage::Submission, period: None };
        let mut findings = reading.refused;
        findings.extend(self.0.check(&reading.answers, &context).findings.into_iter().map(worded));
        (reading.answers, findings)
    }

    /// The requests as the form holds them.
    pub fn typed(requests: &[Request]) -> Vec<(String, String)> {
        let row = |(place, request): (usize, &Request)| {
            let field = request.field.as_ref().map(ToString::to_string).unwrap_or_default();
            let named = |column: &str| format!("{REQUESTS}.{place}.{column}");
            [(named(ABOUT), field), (named(TEXT), request.text.clone())]
        };
        requests.iter().enumerate().flat_map(row).collect()
    }

    /// The requests in it.
    pub fn requests(answers: &Answers) -> Vec<Request> {
        let Some(Answer::Rows(rows)) = answers.get(REQUESTS) else { return Vec::new() };
        rows.iter().map(request).collect()
    }
}

/// What is missing here is no answer, but a request.
fn worded(found: Finding) -> Finding {
    match (found.severity, &found.spot.column) {
        (Severity::Missing, Some(_)) => found.saying("requests-text-missing"),
        (Severity::Missing, None) => found.saying("requests-none"),
        (Severity::Wrong | Severity::Warning, _) => found,
    }
}

/// Where in the list something was found: `Request 2`, or the list as a whole.
pub fn place(found: &Finding, locale: Locale) -> String {
    match found.spot.row {
        Some(row) => locale.tr("requests-label", &[("number", (row + 1).to_string().into())]),
        None => locale.t("requests-list"),
    }
}

fn request(row: &Row) -> Request {
    let field = row.choice(ABOUT).and_then(|key| key.as_str().parse().ok());
    Request { field, text: row.text(TEXT).unwrap_or_default().trim().to_owned() }
}

fn column(key: &str, label: &str, kind: Scalar, required: bool) -> Option<Column> {
    Some(Column {
        key: key.parse().ok()?,
        label: Trilingual::each(|locale| locale.t(label)),
        hint: None,
        kind,
        required,
        private: false,
        autocomplete: None,
    })
}

/// Every question of the guidelines: `3. Content: Aim`.
fn questions(definition: &Definition) -> Vec<Choice> {
    let of_section = |(place, section): (usize, &Section)| {
        let choice = move |field: &Field| {
            let named = |locale: Locale| {
                let (section, field) = (section.title.get(locale).into(), field.label.get(locale).into());
                let number = (place + 1).to_string().into();
                locale.tr("requests-question", &[("number", number), ("section", section), ("field", field)])
            };
            Some(Choice { key: field.key.as_str().parse::<ChoiceKey>().ok()?, label: Trilingual::each(named) })
        };
        section.fields.iter().filter_map(choice).collect::<Vec<_>>()
    };
    definition.sections.iter().enumerate().flat_map(of_section).collect()
}
