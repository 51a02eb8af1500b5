//! From a posted form to typed answers. Nothing typed is lost: what cannot be read is kept as typed, what is too large is
//! refused with a message and still handed back, so that the page can show it again. Nothing is cut.

use std::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet},
};

use super::{
    answers::{Answer, Answers, FileRef, Row},
    coordinates,
    definition::{Column, Definition, Field, Section},
    keys::ChoiceKey,
    kinds::{Choice, Kind},
    placing::Placed,
    press::Press,
    report::{Finding, Given, Message, Severity, Spot, input_id},
    words::{clean_line, clean_text, count_chars},
};
use crate::words::fold;

/// No single text of a draft may be longer, whatever its own limit: forty times the longest limit of 2014 would fit.
pub const HARD_CAP_CHARS: usize = 50_000;

/// A form, read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// The answers of the fields that were read; a field that is absent was left empty.
    pub answers: Answers,
    /// What is too large to be stored even in a draft. When there is any, store nothing and show the form again.
    pub refused: Vec<Finding>,
    /// When a button of a table was pressed (`add`, `remove`, `move_up`, `move_down`): the id of the input to go on at.
    pub go_to: Option<String>,
}

impl Definition {
    /// Reads the posted form of a section. Names of inputs are `aim`, `location.lat`, `endorser.name`, `partners.2.country`,
    /// `images.0.alt`; others are ignored. Files and what the call fixes are carried over from the `stored` answers: forms
    /// only change the files' texts, their order, and remove some. The buttons `add=partners`, `remove=partners.2`,
    /// `move_up=partners.2` and `move_down=partners.2` do so with what is posted; a file is named by its attachment. A button
    /// of a point ([`Placed`]) sets it.
    pub fn read(&self, section: &Section, posted: &[(String, String)], stored: &Answers) -> Reading {
        self.read_fields(section, section.fields.iter(), posted, stored)
    }

    /// The same for some fields of a section, for saving what has just been typed.
    pub fn read_fields<'f>(
        &self,
        section: &Section,
        fields: impl IntoIterator<Item = &'f Field>,
        posted: &[(String, String)],
        stored: &Answers,
    ) -> Reading {
        let (press, placed) = (Press::among(posted), Placed::among(posted));
        let posted = placed.map_or(Cow::Borrowed(posted), |placed| placed.put(posted));
        let posted = by_field(&posted);
        let mut reading = Reading::default();
        for field in fields {
            let inputs = posted.get(field.key.as_str()).map_or(&[][..], Vec::as_slice);
            let spot = Spot::field(&section.key, &field.key, &field.label);
            let press = press.filter(|press| field.key == *press.field);
            let Reading { refused, go_to, .. } = &mut reading;
            let placed = placed.map(|placed| placed.field).filter(|placed| field.key == **placed);
            let mut reader = Reader { inputs, spot, press, placed, refused, go_to };
            let answer = reader.answer(&field.kind, stored.get(field.key.as_str()));
            reading.answers.set(field.key.clone(), answer);
        }
        reading
    }
}

/// The inputs of one field: what follows the field's name, and the text.
type Inputs<'p> = Vec<(&'p str, &'p str)>;

fn by_field(posted: &[(String, String)]) -> BTreeMap<&str, Inputs<'_>> {
    let mut fields: BTreeMap<&str, Inputs<'_>> = BTreeMap::new();
    for (name, text) in posted {
        let (field, path) = name.split_once('.').unwrap_or((name, ""));
        fields.entry(field).or_default().push((path, text));
    }
    fields
}

struct Reader<'r> {
    inputs: &'r [(&'r str, &'r str)],
    spot: Spot,
    press: Option<Press<'r>>,
    /// The field's key, if one of the buttons of a point was pressed.
    placed: Option<&'r str>,
    refused: &'r mut Vec<Finding>,
    go_to: &'r mut Option<String>,
}

impl<'r> Reader<'r> {
    fn answer(&mut self, kind: &Kind, stored: Option<&Answer>) -> Option<Answer> {
        let answer = match kind {
            Kind::Scalar(scalar) => {
                let typed = self.bounded("", self.spot.clone());
                typed.and_then(|typed| scalar.read(typed)).map(Answer::Value)
            }
            Kind::Choices { options, .. } => self.choices(options),
            Kind::Tags { max, .. } => self.tags(*max),
            Kind::Point => self.point(),
            Kind::Person { parts } => {
                let person = self.row(parts, None);
                (!person.is_empty()).then_some(Answer::Person(person))
            }
            Kind::Rows { max, columns, .. } => self.rows(columns, *max),
            Kind::Images { .. } | Kind::Pdf { .. } => self.files(stored),
            Kind::Declaration => self.last("").filter(|typed| is_ticked(typed)).map(|_| Answer::Declared),
            Kind::Period => stored.cloned(),
        };
        // A proposal that came on paper is not emptied by opening its form.
        answer.or_else(|| stored.filter(|stored| **stored == Answer::NotRecorded).cloned())
    }

    /// The text of an input; the last one, when a hidden one of the same name stands before a box.
    fn last(&self, path: &str) -> Option<&'r str> {
        self.inputs.iter().rev().find(|(found, _)| *found == path).map(|(_, text)| *text)
    }

    fn all(&self, path: &'static str) -> impl Iterator<Item = &'r str> + use<'r> {
        self.inputs.iter().filter(move |(found, _)| *found == path).map(|(_, text)| *text)
    }

    /// The text of an input, noted as refused when it is too long.
    fn bounded(&mut self, path: &str, spot: Spot) -> Option<&'r str> {
        let text = self.last(path)?;
        self.bound(text, spot);
        Some(text)
    }

    fn bound(&mut self, text: &str, spot: Spot) {
        if text.len() > HARD_CAP_CHARS && count_chars(text) > HARD_CAP_CHARS {
            let limit = Given::Count(i64::try_from(HARD_CAP_CHARS).unwrap_or(i64::MAX));
            self.refuse(spot, "guidelines-refused-text", vec![("limit", limit)]);
        }
    }

    fn refuse(&mut self, spot: Spot, key: &'static str, given: Vec<(&'static str, Given)>) {
        self.refused.push(Finding::new(Severity::Wrong, spot, Message::Key(key, given)));
    }

    fn choices(&mut self, options: &[Choice]) -> Option<Answer> {
        let mut chosen: BTreeSet<ChoiceKey> = BTreeSet::new();
        for typed in self.all("").filter(|typed| !typed.is_empty()) {
            match typed.parse() {
                Ok(key) if chosen.len() <= TWICE * options.len() => _ = chosen.insert(key),
                // No form of ours holds such an option, or so many.
                _ => return self.refuse_choices(),
            }
        }
        let place = |key: &ChoiceKey| options.iter().position(|option| option.key == *key).unwrap_or(options.len());
        let mut chosen: Vec<ChoiceKey> = chosen.into_iter().collect();
        chosen.sort_by_cached_key(place);
        (!chosen.is_empty()).then_some(Answer::Choices(chosen))
    }

    fn refuse_choices(&mut self) -> Option<Answer> {
        self.refuse(self.spot.clone(), "guidelines-wrong-option", Vec::new());
        None
    }

    fn tags(&mut self, max: u32) -> Option<Answer> {
        let (mut tags, mut known) = (Vec::new(), BTreeSet::new());
        for typed in self.all("") {
            self.bound(typed, self.spot.clone());
            // Cleaned as a whole first: the question mark of Greek, which looks like a semicolon, becomes one.
            let text = clean_text(typed);
            let typed = text.split([',', ';', '\n']).map(clean_line).filter(|tag| !tag.is_empty());
            tags.extend(typed.filter(|tag| known.insert(fold(tag))));
        }
        if tags.len() > twice(max) {
            self.refuse(self.spot.clone(), "guidelines-refused-tags", vec![("max", Given::Count(max.into()))]);
        }
        (!tags.is_empty()).then_some(Answer::Tags(tags))
    }

    fn point(&mut self) -> Option<Answer> {
        let mut part = |part: &str| {
            let spot = self.spot.via(&format!("{}.{part}", self.spot.field));
            clean_line(self.bounded(part, spot).unwrap_or_default())
        };
        let (lat, lon) = (part("lat"), part("lon"));
        if let Some(place) = self.placed {
            *self.go_to = Some(input_id(place));
        }
        if lat.is_empty() && lon.is_empty() {
            return None;
        }
        Some(match coordinates::read(&lat, &lon) {
            Ok(point) => Answer::Point(point),
            Err(_) => {
                let parts = [("lat".to_owned(), lat), ("lon".to_owned(), lon)];
                Answer::Unread(parts.into_iter().filter(|(_, text)| !text.is_empty()).collect())
            }
        })
    }

    /// The cells of the row at `place`, or the parts of a person.
    fn row(&mut self, columns: &[Column], place: Option<usize>) -> Row {
        let mut row = Row::default();
        for column in columns {
            let spot = self.spot.at(place, &column.key, column.label.clone());
            let typed = self.bounded(column.key.as_str(), spot);
            if let Some(value) = typed.and_then(|typed| column.kind.read(typed)) {
                row.insert(column.key.clone(), value);
            }
        }
        row
    }

    /// The rows in the order of their numbers, whatever gaps those have; empty rows are dropped.
    fn rows(&mut self, columns: &[Column], max: u32) -> Option<Answer> {
        let mut rows: Vec<(String, Row)> = Vec::new();
        for (number, inputs) in self.numbered() {
            let (spot, refused, go_to) = (self.spot.clone(), &mut *self.refused, &mut *self.go_to);
            let row = Reader { inputs: &inputs, spot, press: None, placed: None, refused, go_to }
                .row(columns, Some(rows.len()));
            if !row.is_empty() {
                rows.push((number.to_string(), row));
            }
        }
        if let Some(press) = self.press {
            let first = columns.first().map_or("", |column| column.key.as_str());
            *self.go_to = Some(match press.apply(&mut rows).or_else(|| press.added(rows.len(), max)) {
                Some(place) => input_id(&format!("{}.{place}.{first}", self.spot.field)),
                None => input_id(self.spot.field.as_str()),
            });
        }
        if rows.len() > twice(max) {
            self.refuse(self.spot.clone(), "guidelines-refused-rows", vec![("max", Given::Count(max.into()))]);
        }
        (!rows.is_empty()).then(|| Answer::Rows(rows.into_iter().map(|(_, row)| row).collect()))
    }

    fn numbered(&self) -> BTreeMap<u32, Inputs<'r>> {
        let mut rows: BTreeMap<u32, Inputs<'r>> = BTreeMap::new();
        for (path, text) in self.inputs {
            if let Some((number, column)) = path.split_once('.')
                && let Ok(number) = number.parse()
            {
                rows.entry(number).or_default().push((column, text));
            }
        }
        rows
    }

    /// The stored files with the texts of the form. A form cannot bring in a file: those come by upload.
    fn files(&mut self, stored: Option<&Answer>) -> Option<Answer> {
        let Some(Answer::Files(stored)) = stored else { return stored.cloned() };
        let forms = self.numbered();
        let mut files: Vec<(String, FileRef)> = Vec::new();
        for file in stored {
            let (id, mut file) = (file.attachment.to_string(), file.clone());
            let form = forms.values().find(|inputs| inputs.contains(&("attachment", id.as_str())));
            if let Some((_, alt)) = form.and_then(|inputs| inputs.iter().find(|(path, _)| *path == "alt")) {
                self.bound(alt, self.spot.via(&format!("{}.{}.alt", self.spot.field, files.len())));
                file.alt = clean_line(alt);
            }
            files.push((id, file));
        }
        if let Some(press) = self.press {
            press.apply(&mut files);
            *self.go_to = Some(input_id(self.spot.field.as_str()));
        }
        (!files.is_empty()).then(|| Answer::Files(files.into_iter().map(|(_, file)| file).collect()))
    }
}

/// A draft may hold twice what a submission may: room to write first and shorten then.
const TWICE: usize = 2;

fn twice(max: u32) -> usize {
    TWICE.saturating_mul(usize::try_from(max).unwrap_or(usize::MAX))
}

/// Whether the value of a box means that it was ticked.
pub(super) fn is_ticked(typed: &str) -> bool {
    !matches!(typed, "" | "0" | "false" | "no" | "off")
}
