//! Drawing the fields of a section as inputs.

use super::{
    answers::{Answer, Answers, Row, Value},
    check::to_usize,
    definition::{Column, Definition, Field, Origin, Section},
    inputs::{
        Choosable, FileInput, Files, Input, Limit, Question, Requested, RowInputs, Rows, Shape, SumLine, Tools, Upload,
        Widget,
    },
    inputs_point::point_inputs,
    inputs_scalars::scalar_input,
    keys::ChoiceKey,
    kinds::{Choice, Kind, Scalar},
    report::{Finding, Severity, input_id, show_size},
    row_words::RowWords,
    totals::sum_of,
};
use crate::words::Locale;

/// Draws the inputs of one field.
#[derive(Clone, Copy)]
pub(super) struct Drawing<'d> {
    pub locale: Locale,
    /// The language in which the proposal is written.
    pub lang: Option<&'static str>,
    pub findings: &'d [Finding],
}

impl Definition {
    /// The form of a section, filled with the answers, each finding at its input.
    pub fn questions(
        &self,
        section: &Section,
        answers: &Answers,
        findings: &[Finding],
        locale: Locale,
    ) -> Vec<Question> {
        self.questions_of(section.fields.iter(), answers, findings, locale)
    }

    /// Some questions of a form.
    pub fn questions_of<'f>(
        &self,
        fields: impl Iterator<Item = &'f Field>,
        answers: &Answers,
        findings: &[Finding],
        locale: Locale,
    ) -> Vec<Question> {
        let drawing = Drawing { locale, lang: self.language_of(answers).map(Locale::tag), findings };
        let question = |field: &Field| {
            let mut question = drawing.question(field, answers.get(field.key.as_str()));
            if let Shape::Rows(Rows { sum: Some(sum), .. }) = &mut question.shape {
                sum.total = self.total(field, answers, locale);
            }
            question
        };
        fields.map(question).collect()
    }

    /// The language in which a proposal is written: its answer to the first question that asks for one.
    pub fn language_of(&self, answers: &Answers) -> Option<Locale> {
        self.fields().find_map(|field| answers.language(field.key.as_str()))
    }
}

impl Drawing<'_> {
    fn question(&self, field: &Field, answer: Option<&Answer>) -> Question {
        let locale = self.locale;
        let shape = self.shape(field, answer);
        Question {
            key: field.key.to_string(),
            id: input_id(field.key.as_str()),
            label: field.label.get(locale).to_owned(),
            hint: field.help(locale).map(str::to_owned),
            request: field.asked(locale).map(|text| Requested { text: text.to_owned(), about: None }),
            why: field.why.as_ref().map(|why| why.get(locale).to_owned()),
            required: field.required,
            public: field.public,
            error: self.whole(field, |severity| severity > Severity::Warning),
            warning: self.whole(field, |severity| severity == Severity::Warning),
            limit: self.limit(field, &shape),
            shape,
        }
    }

    /// The first message about a field as a whole.
    fn whole(&self, field: &Field, fits: impl Fn(Severity) -> bool) -> Option<String> {
        self.findings
            .iter()
            .find(|found| found.spot.field == field.key && found.spot.column.is_none() && fits(found.severity))
            .map(|found| found.message(self.locale))
    }

    /// The message at one input of a row or of a person.
    pub(super) fn at(&self, id: &str) -> Option<String> {
        let here = |found: &&Finding| found.spot.input == id && found.spot.column.is_some();
        self.findings.iter().find(here).map(|found| found.message(self.locale))
    }

    fn shape(&self, field: &Field, answer: Option<&Answer>) -> Shape {
        let name = field.key.to_string();
        match &field.kind {
            Kind::Scalar(kind) => {
                let value = match answer {
                    Some(Answer::Value(value)) => Some(value),
                    _ => None,
                };
                let mut input = scalar_input(self, name.clone(), kind, value);
                input.label = field.label.get(self.locale).to_owned();
                input.hint = field.hint.as_ref().map(|hint| hint.get(self.locale).to_owned());
                input.required = field.required;
                input.error = self.whole(field, |severity| severity > Severity::Warning);
                input.autocomplete(field.autocomplete.clone());
                if field.required {
                    input.unfold();
                }
                Shape::One(input)
            }
            Kind::Choices { options, .. } => {
                let chosen = match answer {
                    Some(Answer::Choices(chosen)) => chosen.as_slice(),
                    _ => &[],
                };
                Shape::Many { options: self.boxes(&name, options, chosen), name }
            }
            Kind::Tags { .. } => Shape::One(self.tags(field, answer)),
            Kind::Point => Shape::Point(Box::new(point_inputs(self.locale, &name, answer))),
            Kind::Person { parts } => Shape::Group(self.person(&name, parts, answer)),
            Kind::Rows { min, max, columns } => {
                let rows = match answer {
                    Some(Answer::Rows(rows)) => rows.as_slice(),
                    _ => &[],
                };
                Shape::Rows(self.rows(field, columns, rows, (*min, *max)))
            }
            Kind::Images { .. } | Kind::Pdf { .. } => Shape::Files(self.files(&name, &field.kind, answer)),
            Kind::Declaration => Shape::Tick { name, ticked: answer == Some(&Answer::Declared) },
            Kind::Period => Shape::Fixed(match answer {
                Some(Answer::Period(period)) => period.show(self.locale),
                _ => self.locale.t("guidelines-period-unfixed"),
            }),
        }
    }

    fn boxes(&self, name: &str, options: &[Choice], chosen: &[ChoiceKey]) -> Vec<Choosable> {
        let known = |key: &ChoiceKey| options.iter().any(|option| option.key == *key);
        let listed = options.iter().map(|option| (&option.key, option.label.get(self.locale)));
        // A choice that is no option (any more) is one as long as it is chosen.
        let strays = chosen.iter().filter(|key| !known(key)).map(|key| (key, key.as_str()));
        let boxed = |(place, (key, label)): (usize, (&ChoiceKey, &str))| Choosable {
            id: if place == 0 { input_id(name) } else { format!("{}-{key}", input_id(name)) },
            value: key.to_string(),
            label: label.to_owned(),
            chosen: chosen.contains(key),
        };
        listed.chain(strays).enumerate().map(boxed).collect()
    }

    fn tags(&self, field: &Field, answer: Option<&Answer>) -> Input {
        let value = match answer {
            Some(Answer::Tags(tags)) => tags.join(", "),
            _ => String::new(),
        };
        Input {
            id: input_id(field.key.as_str()),
            name: field.key.to_string(),
            label: field.label.get(self.locale).to_owned(),
            hint: field.hint.as_ref().map(|hint| hint.get(self.locale).to_owned()),
            required: field.required,
            error: self.whole(field, |severity| severity > Severity::Warning),
            limit: None,
            widget: Widget::Line {
                kind: "text",
                value,
                inputmode: None,
                unit: None,
                autocomplete: None,
                lang: self.lang,
            },
        }
    }

    fn person(&self, name: &str, parts: &[Column], answer: Option<&Answer>) -> Vec<Input> {
        let empty = Row::default();
        let person = match answer {
            Some(Answer::Person(person)) => person,
            _ => &empty,
        };
        let mut inputs = self.cells(name, parts, person);
        for (input, part) in inputs.iter_mut().zip(parts) {
            // Sections keep several persons of one form apart.
            input.autocomplete(part.autocomplete.map(|token| format!("section-{name} {token}")));
        }
        inputs
    }

    fn rows(&self, field: &Field, columns: &[Column], rows: &[Row], (min, max): (u32, u32)) -> Rows {
        let spare = (rows.len() + 1).min(to_usize(max));
        let drawn = spare.max(to_usize(min)).max(rows.len());
        let empty = Row::default();
        let words = RowWords::of(field);
        let row = |place: usize| {
            let cells = rows.get(place).unwrap_or(&empty);
            let tools = Tools {
                list: words.list.map(|key| self.of_list(key, field)),
                ..self.tools(field.key.as_str(), (&place.to_string(), place), rows.len(), &words)
            };
            self.row_inputs(field, (&place.to_string(), &(place + 1).to_string()), tools, columns, cells)
        };
        let text = |key: &str| Some(self.locale.tr(key, &[("row", "__".into())]));
        let pattern = Tools {
            value: format!("{}.__", field.key),
            remove: text(words.remove),
            move_up: text(words.move_up),
            move_down: text(words.move_down),
            list: words.list.map(|key| self.of_list(key, field)),
        };
        Rows {
            rows: (0..drawn).map(row).collect(),
            pattern: self.row_inputs(field, ("__", "__"), pattern, columns, &empty),
            max,
            add: self.locale.t(words.add),
            can_grow: drawn < to_usize(max),
            sum: columns.iter().find(|column| column.kind == Scalar::Money).map(|column| SumLine {
                column: column.key.to_string(),
                text: sum_of(rows, &column.key).show(self.locale),
                total: None,
            }),
        }
    }

    /// The buttons of one of `count` rows or files; an empty row has none.
    fn tools(&self, field: &str, (name, place): (&str, usize), count: usize, words: &RowWords) -> Tools {
        let text = |key: &str| self.locale.tr(key, &[("row", (place + 1).to_string().into())]);
        Tools {
            value: format!("{field}.{name}"),
            remove: (place < count).then(|| text(words.remove)),
            move_up: (0 < place && place < count).then(|| text(words.move_up)),
            move_down: (place + 1 < count).then(|| text(words.move_down)),
            list: None,
        }
    }

    fn of_list(&self, key: &str, field: &Field) -> String {
        self.locale.tr(key, &[("field", field.label.get(self.locale).into())])
    }

    fn row_inputs(
        &self,
        field: &Field,
        (place, shown): (&str, &str),
        tools: Tools,
        columns: &[Column],
        row: &Row,
    ) -> RowInputs {
        let label = field.label.get(self.locale);
        let name = format!("{}.{place}", field.key);
        RowInputs {
            id: input_id(&name),
            legend: self.locale.tr(RowWords::of(field).legend, &[("field", label.into()), ("row", shown.into())]),
            tools,
            inputs: self.cells(&name, columns, row),
        }
    }

    fn cells(&self, name: &str, columns: &[Column], row: &Row) -> Vec<Input> {
        let cell = |column: &Column| {
            let value: Option<&Value> = row.get(column.key.as_str());
            let mut input = scalar_input(self, format!("{name}.{}", column.key), &column.kind, value);
            input.label = column.label.get(self.locale).to_owned();
            input.hint = column.hint.as_ref().map(|hint| hint.get(self.locale).to_owned());
            input.required = column.required;
            input
        };
        columns.iter().map(cell).collect()
    }

    fn files(&self, name: &str, kind: &Kind, answer: Option<&Answer>) -> Files {
        let files = match answer {
            Some(Answer::Files(files)) => files.as_slice(),
            _ => &[],
        };
        let drawn = files.iter().enumerate().map(|(place, file)| FileInput {
            attachment: file.attachment,
            attachment_name: format!("{name}.{place}.attachment"),
            file_name: file.name.clone(),
            size: show_size(file.size, self.locale),
            pixels: file.pixels,
            alt: match kind {
                Kind::Images { alt_chars, .. } => Some(self.alt(&format!("{name}.{place}.alt"), &file.alt, *alt_chars)),
                _ => None,
            },
            tools: Tools {
                remove: Some(self.locale.tr("guidelines-remove-file", &[("file", file.name.as_str().into())])),
                ..self.tools(name, (&file.attachment.to_string(), place), files.len(), &RowWords::OF_ROWS)
            },
        });
        Files { files: drawn.collect(), upload: self.upload(name, kind, files.len()) }
    }

    fn alt(&self, name: &str, alt: &str, chars: u32) -> Input {
        Input {
            id: input_id(name),
            name: name.to_owned(),
            label: self.locale.t("guidelines-image-alt"),
            hint: None,
            required: true,
            error: self.at(&input_id(name)),
            limit: Some(Limit::chars(chars, self.locale)),
            widget: Widget::Line {
                kind: "text",
                value: alt.to_owned(),
                inputmode: None,
                unit: None,
                autocomplete: Some("off".to_owned()),
                lang: self.lang,
            },
        }
    }

    fn upload(&self, name: &str, kind: &Kind, count: usize) -> Option<Upload> {
        let (label, multiple, max_bytes) = match kind {
            Kind::Images { max, max_bytes, .. } if count < to_usize(*max) => ("guidelines-add-image", true, *max_bytes),
            Kind::Pdf { max_bytes } if count == 0 => ("guidelines-add-pdf", false, *max_bytes),
            Kind::Pdf { max_bytes } => ("guidelines-replace-pdf", false, *max_bytes),
            _ => return None,
        };
        Some(Upload {
            id: input_id(name),
            name: name.to_owned(),
            label: self.locale.t(label),
            accept: kind.media_types().join(","),
            multiple,
            max_bytes,
            limit: show_size(max_bytes, self.locale),
        })
    }

    fn limit(&self, field: &Field, shape: &Shape) -> Option<String> {
        let count = |count: u32| self.locale.number(count.into()).into();
        let size = |bytes: u64| show_size(bytes, self.locale).into();
        match &field.kind {
            Kind::Scalar(_) => match shape {
                Shape::One(input) => input.limit.as_ref().map(|limit| limit.text.clone()),
                _ => None,
            },
            Kind::Choices { options, max, .. } if to_usize(*max) >= options.len() => None,
            Kind::Choices { max, .. } | Kind::Tags { max, .. } => {
                Some(self.locale.tr("guidelines-limit-choices", &[("max", count(*max))]))
            }
            Kind::Rows { max, .. } if field.origin == Origin::Request => {
                Some(self.locale.tr("guidelines-limit-choices", &[("max", count(*max))]))
            }
            Kind::Rows { min: 0, max, .. } => {
                Some(self.locale.tr("guidelines-limit-rows-up-to", &[("max", count(*max))]))
            }
            Kind::Rows { min, max, .. } => {
                Some(self.locale.tr("guidelines-limit-rows", &[("min", count(*min)), ("max", count(*max))]))
            }
            Kind::Images { max, max_bytes, .. } => {
                Some(self.locale.tr("guidelines-limit-images", &[("max", count(*max)), ("size", size(*max_bytes))]))
            }
            Kind::Pdf { max_bytes } => Some(self.locale.tr("guidelines-limit-pdf", &[("size", size(*max_bytes))])),
            Kind::Point | Kind::Person { .. } | Kind::Declaration | Kind::Period => None,
        }
    }
}
