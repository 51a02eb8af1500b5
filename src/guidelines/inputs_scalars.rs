//! Drawing one value as one input.

use super::{
    answers::Value,
    drawing::Drawing,
    inputs::{Choosable, Input, Limit, Widget},
    kinds::{CHARS_PER_WORD, Choice, Scalar},
    report::input_id,
};
use crate::{places::Country, words::Locale};

/// As many options as are shown at once; more go into a select.
const UNFOLDED: usize = 7;

/// The input of a value, still without label and hint.
pub(super) fn scalar_input(drawing: &Drawing<'_>, name: String, kind: &Scalar, value: Option<&Value>) -> Input {
    let id = input_id(&name);
    Input {
        label: String::new(),
        hint: None,
        required: false,
        error: drawing.at(&id),
        limit: limit(kind, drawing.locale),
        widget: widget(drawing, kind, value),
        id,
        name,
    }
}

fn widget(drawing: &Drawing<'_>, scalar: &Scalar, value: Option<&Value>) -> Widget {
    let locale = drawing.locale;
    let typed = value.map(Value::typed).unwrap_or_default();
    let line = |kind: &'static str, inputmode: Option<&'static str>| Widget::Line {
        kind,
        value: typed.clone(),
        inputmode,
        unit: None,
        autocomplete: None,
        lang: None,
    };
    match scalar {
        Scalar::Text { .. } => Widget::Line {
            kind: "text",
            value: typed,
            inputmode: None,
            unit: None,
            autocomplete: None,
            lang: drawing.lang,
        },
        Scalar::LongText { words, .. } => Widget::Area { value: typed, height: height(*words), lang: drawing.lang },
        Scalar::Choice { options } => {
            select(locale, typed.as_str(), options.iter().map(|option| labelled(option, locale)))
        }
        Scalar::Country => {
            let listed = Country::by_name(locale).iter();
            let countries = listed.map(|(country, name)| (country.code().to_owned(), name.clone()));
            select(locale, &typed, countries)
        }
        Scalar::Language => {
            let languages = Locale::ALL.map(|language| (language.tag().to_owned(), language.own_name().to_owned()));
            select(locale, &typed, languages)
        }
        // Text inputs, since a number input hides what it cannot read, and changes under a mouse wheel.
        Scalar::Money => Widget::Line {
            kind: "text",
            value: value.map_or_else(String::new, |value| match value {
                Value::Money(amount) => amount.typed(locale),
                other => other.typed(),
            }),
            inputmode: Some("decimal"),
            unit: Some("EUR"),
            autocomplete: None,
            lang: None,
        },
        Scalar::Number { .. } => line("text", Some("numeric")),
        // Pickers where the browser offers them. What they could not show is shown as a text.
        Scalar::Month => line(if is_unread(value) { "text" } else { "month" }, None),
        Scalar::Date => line(if is_unread(value) { "text" } else { "date" }, None),
        Scalar::Email => line("email", None),
        Scalar::Phone => line("tel", None),
        Scalar::YesNo => Widget::Box { ticked: value == Some(&Value::Ticked) },
    }
}

fn is_unread(value: Option<&Value>) -> bool {
    matches!(value, Some(Value::Unread(_)))
}

fn labelled(option: &Choice, locale: Locale) -> (String, String) {
    (option.key.to_string(), option.label.get(locale).to_owned())
}

/// A select with an empty option first. An answer that is no option (any more) is one as long as it is chosen.
fn select(locale: Locale, chosen: &str, options: impl IntoIterator<Item = (String, String)>) -> Widget {
    let option =
        |(value, label): (String, String)| Choosable { id: String::new(), chosen: value == chosen, value, label };
    let mut all = vec![option((String::new(), locale.t("guidelines-choose")))];
    all.extend(options.into_iter().map(option));
    if !all.iter().any(|option| option.chosen) {
        all.push(option((chosen.to_owned(), chosen.to_owned())));
    }
    Widget::Select { options: all, autocomplete: None }
}

/// Lines of a text area that hold the whole text without scrolling, within reason.
fn height(words: u32) -> u32 {
    (words / 12).clamp(2, 18)
}

fn limit(kind: &Scalar, locale: Locale) -> Option<Limit> {
    match kind {
        Scalar::Text { chars } => Some(Limit::chars(*chars, locale)),
        Scalar::LongText { words, .. } => Some(Limit::words(*words, locale)),
        _ => None,
    }
}

impl Limit {
    pub(super) fn chars(chars: u32, locale: Locale) -> Self {
        let text = locale.tr("guidelines-limit-chars", &[("chars", locale.number(chars.into()).into())]);
        Self { words: None, chars, text }
    }

    fn words(words: u32, locale: Locale) -> Self {
        let text = locale.tr("guidelines-limit-words", &[("words", locale.number(words.into()).into())]);
        Self { words: Some(words), chars: words.saturating_mul(CHARS_PER_WORD), text }
    }
}

impl Input {
    pub(super) fn autocomplete(&mut self, token: Option<String>) {
        if let Widget::Line { autocomplete, .. } | Widget::Select { autocomplete, .. } = &mut self.widget {
            *autocomplete = token;
        }
    }

    /// Shows the options of a short select as radio buttons. Not for a question that may be left open: a radio button cannot
    /// be undone.
    pub(super) fn unfold(&mut self) {
        let Widget::Select { options, .. } = &mut self.widget else { return };
        if options.len() > UNFOLDED {
            return;
        }
        let mut options = std::mem::take(options);
        options.retain(|option| !option.value.is_empty());
        for (place, option) in options.iter_mut().enumerate() {
            option.id = if place == 0 { self.id.clone() } else { format!("{}-{}", self.id, option.value) };
        }
        self.widget = Widget::Radios { options };
    }
}
