//! The texts of the public pages: all of them, and those of one page.

use askama::Template;

use super::letters::{Change, Names};
use crate::{
    admin::forms,
    catalogue::{
        content::{Changed, Page, Sort, Text, Texts},
        written::Version,
    },
    clock::Zone,
    web::{
        Filled, Frame, Values,
        markdown::{Markup, Under, markup},
    },
    words::Locale,
};

/// The path of where the texts of a page are edited.
pub fn href(page: Page) -> String {
    format!("/admin/content/{}", page.code())
}

/// All texts, by page.
#[derive(Template)]
#[template(path = "admin/contents.html")]
pub struct ContentsPage {
    pub frame: Frame,
    pub pages: Vec<PageLines>,
}

pub struct PageLines {
    pub title: String,
    pub href: String,
    /// Where they are read.
    pub public: &'static str,
    pub is_own: bool,
    pub last: Option<Change>,
    /// What each is called and how it begins, in the reader's language; empty where it says nothing.
    pub texts: Vec<(String, String)>,
}

/// So much of a text stands in the list, in characters.
const BEGINNING: usize = 160;

impl ContentsPage {
    /// `latest` are the last versions of all pages that were ever changed.
    pub fn new(frame: Frame, texts: &Texts, latest: &[Version], names: &Names, zone: Zone) -> Self {
        let locale = frame.locale;
        let beginning = |text: &Text| texts.say(text.name, locale).chars().take(BEGINNING).collect::<String>();
        let change = |row: &Version| Change::new((row.written_by, row.written_at), names, (locale, zone));
        let lines = |page: &Page| PageLines {
            title: frame.t(&page.key()),
            href: href(*page),
            public: page.path(),
            is_own: texts.has_own(*page),
            last: latest.iter().find(|row| row.page == *page).map(change),
            texts: page.texts().map(|text| (text.label(locale), beginning(text))).collect(),
        };
        Self { pages: Page::ALL.iter().map(lines).collect(), frame }
    }
}

/// The texts of one page, to be changed, as visitors will read them, and as they were before.
#[derive(Template)]
#[template(path = "admin/content.html")]
pub struct ContentPage {
    pub frame: Frame,
    pub filled: Filled,
    pub title: String,
    pub href: String,
    /// Where they are read.
    pub public: &'static str,
    pub is_own: bool,
    pub can_be_reset: bool,
    pub fields: Vec<Field>,
    pub looks: Vec<Look>,
    pub versions: Vec<VersionLine>,
    /// The earlier version that the form holds.
    pub shown: Option<i32>,
    /// Whether the form holds what is kept nowhere.
    pub is_unsaved: bool,
    /// What somebody else has kept meanwhile, where it differs from what was typed.
    pub theirs: Vec<Said>,
}

/// A text in the form.
pub struct Field {
    pub label: String,
    pub is_long: bool,
    pub is_required: bool,
    pub longest: usize,
    pub inputs: Vec<Input>,
    /// What the service says by itself, if it does.
    pub usual: Vec<Said>,
}

pub struct Input {
    pub name: String,
    pub tag: &'static str,
    pub language: &'static str,
}

/// What a text says in a language.
pub struct Said {
    pub label: String,
    pub tag: &'static str,
    pub language: &'static str,
    pub text: String,
}

/// The page in a language, as far as it says anything.
pub struct Look {
    pub tag: &'static str,
    pub language: &'static str,
    pub parts: Vec<Part>,
}

/// A text as it is read: a line, or what its Markdown makes.
pub struct Part {
    pub label: String,
    pub line: String,
    pub markup: Markup,
}

/// What it said before.
pub struct VersionLine {
    pub number: i32,
    pub change: Change,
    pub changed: Vec<ChangedText>,
}

/// A text that a version changed, and in which languages: their names and tags.
pub struct ChangedText {
    pub label: String,
    pub languages: Vec<(&'static str, &'static str)>,
}

/// What is kept of a page.
pub struct Kept<'a> {
    pub texts: &'a Texts,
    /// The last first.
    pub versions: &'a [Version],
    pub names: &'a Names,
}

impl ContentPage {
    pub fn new(frame: Frame, page: Page, filled: Filled, kept: &Kept<'_>, zone: Zone) -> Self {
        let reader = frame.locale;
        let version = |row: &Version| VersionLine {
            number: row.number,
            change: Change::new((row.written_by, row.written_at), kept.names, (reader, zone)),
            changed: changed(&row.changed, reader),
        };
        Self {
            title: frame.t(&page.key()),
            href: href(page),
            public: page.path(),
            is_own: kept.texts.has_own(page),
            can_be_reset: kept.texts.can_be_reset(page),
            fields: page.texts().map(|text| field(text, reader)).collect(),
            looks: Locale::ALL.map(|locale| look(page, &filled.values, locale, reader)).into(),
            versions: kept.versions.iter().map(version).collect(),
            shown: None,
            is_unsaved: false,
            theirs: Vec::new(),
            filled,
            frame,
        }
    }
}

/// What the texts of a page say now, where something else was typed.
pub fn theirs(page: Page, texts: &Texts, typed: &Values, reader: Locale) -> Vec<Said> {
    let all = page.texts().flat_map(|text| Locale::ALL.map(|locale| (text, locale)));
    let now = |(text, locale): (&Text, Locale)| {
        let said = texts.say(text.name, locale);
        (said != forms::one(text, typed, locale)).then(|| told(text, locale, reader, said))
    };
    all.filter_map(now).collect()
}

fn told(text: &Text, locale: Locale, reader: Locale, said: String) -> Said {
    Said { label: text.label(reader), tag: locale.tag(), language: locale.own_name(), text: said }
}

fn field(text: &Text, reader: Locale) -> Field {
    let input = |locale: Locale| Input { name: text.input(locale), tag: locale.tag(), language: locale.own_name() };
    let usual = |locale: Locale| told(text, locale, reader, text.built_in(locale));
    Field {
        label: text.label(reader),
        is_long: text.sort == Sort::Markdown,
        is_required: text.is_built_in,
        longest: text.longest,
        inputs: Locale::ALL.map(input).into(),
        usual: if text.is_built_in { Locale::ALL.map(usual).into() } else { Vec::new() },
    }
}

fn look(page: Page, typed: &Values, locale: Locale, reader: Locale) -> Look {
    let part = |text: &Text| {
        let said = forms::one(text, typed, locale);
        if said.is_empty() {
            return None;
        }
        let (line, markup) = match text.sort {
            Sort::Line => (said, Markup::default()),
            Sort::Markdown => (String::new(), markup(&said, Under::Part)),
        };
        Some(Part { label: text.label(reader), line, markup })
    };
    Look { tag: locale.tag(), language: locale.own_name(), parts: page.texts().filter_map(part).collect() }
}

/// The texts that a version changed, each once.
fn changed(changed: &Changed, reader: Locale) -> Vec<ChangedText> {
    let mut found: Vec<(&'static str, ChangedText)> = Vec::new();
    for (text, locale) in changed.inputs() {
        let language = (locale.own_name(), locale.tag());
        match found.last_mut() {
            Some((name, one)) if *name == text.name => one.languages.push(language),
            _ => found.push((text.name, ChangedText { label: text.label(reader), languages: vec![language] })),
        }
    }
    found.into_iter().map(|(_, one)| one).collect()
}
