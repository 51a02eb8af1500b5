//! The texts of the public pages: which there are, how long each may be, and what it says where nobody has written it.

use std::collections::BTreeMap;

use sea_orm::FromJsonQueryResult;
use serde::{Deserialize, Serialize};

use crate::{
    codes::codes,
    words::{Locale, Trilingual},
};

codes! {
    /// A page, or a part of several, whose texts are edited together.
    Page {
        Home = "home",
        /// How to take part: on the home page and on the one about the Initiatives.
        Participation = "participation",
        Benefits = "benefits",
        About = "about",
        Privacy = "privacy",
        Accessibility = "accessibility",
        Publications = "publications",
    }
}

impl Page {
    /// The path of the page on which its texts are read.
    pub const fn path(self) -> &'static str {
        match self {
            Self::Home | Self::Participation => "/",
            Self::Benefits => "/benefits",
            Self::About => "/about",
            Self::Privacy => "/privacy",
            Self::Accessibility => "/accessibility",
            Self::Publications => "/publications",
        }
    }

    /// The key of what it is called.
    pub fn key(self) -> String {
        format!("content-page-{}", self.code())
    }

    pub fn texts(self) -> impl Iterator<Item = &'static Text> {
        TEXTS.iter().filter(move |text| text.page == self)
    }
}

/// How a text is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// A line of plain words.
    Line,
    /// Paragraphs, headings, lists and links, in Markdown.
    Markdown,
}

/// A text of the public pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Text {
    /// As it is stored.
    pub name: &'static str,
    pub page: Page,
    pub sort: Sort,
    /// The most that it may hold, in characters.
    pub longest: usize,
    /// Whether the locale files say something as long as nobody has written it. If not, it may be left out.
    pub is_built_in: bool,
}

const fn line(page: Page, name: &'static str, longest: usize) -> Text {
    Text { name, page, sort: Sort::Line, longest, is_built_in: true }
}

const fn markdown(page: Page, name: &'static str, longest: usize) -> Text {
    Text { name, page, sort: Sort::Markdown, longest, is_built_in: true }
}

impl Text {
    /// Nothing is said there before somebody writes it.
    const fn left_out(self) -> Self {
        Self { is_built_in: false, ..self }
    }
}

const fn benefit(name: &'static str) -> Text {
    line(Page::Benefits, name, 400).left_out()
}

/// All texts of the public pages, in the order in which they are edited.
pub const TEXTS: &[Text] = &[
    line(Page::Home, "association", 120).left_out(),
    line(Page::Home, "head.heading", 120),
    line(Page::Home, "head.lede", 400),
    line(Page::Home, "what.title", 120),
    markdown(Page::Home, "what.text", 4000),
    line(Page::Participation, "participation.title", 120),
    markdown(Page::Participation, "participation.text", 6000),
    line(Page::Benefits, "benefits.title", 120),
    line(Page::Benefits, "benefits.text", 600),
    benefit("benefits.items.01"),
    benefit("benefits.items.02"),
    benefit("benefits.items.03"),
    benefit("benefits.items.04"),
    benefit("benefits.items.05"),
    benefit("benefits.items.06"),
    benefit("benefits.items.07"),
    benefit("benefits.items.08"),
    line(Page::About, "about.title", 120),
    markdown(Page::About, "about.text", 12_000),
    line(Page::Privacy, "privacy.title", 120),
    markdown(Page::Privacy, "privacy.text", 12_000),
    line(Page::Accessibility, "accessibility.title", 120),
    markdown(Page::Accessibility, "accessibility.text", 12_000),
    line(Page::Publications, "publications.note", 600).left_out(),
];

/// How the names of the benefits begin.
const BENEFITS: &str = "benefits.items.";

impl Text {
    pub fn of(name: &str) -> Option<&'static Self> {
        TEXTS.iter().find(|text| text.name == name)
    }

    /// What it is called among the texts of its page.
    pub fn label(&self, locale: Locale) -> String {
        let last = self.name.rsplit('.').next().unwrap_or(self.name);
        match last.parse::<u32>() {
            Ok(number) => locale.tr("content-name-item", &[("number", number.into())]),
            Err(_) => locale.t(&format!("content-name-{last}")),
        }
    }

    /// What it says while nobody has written it.
    pub fn built_in(&self, locale: Locale) -> String {
        if self.is_built_in {
            locale.t(&format!("content-text-{}", self.name.replace('.', "-")))
        } else {
            String::new()
        }
    }

    /// The name of its input in a language.
    pub fn input(&self, locale: Locale) -> String {
        format!("{}.{locale}", self.name)
    }

    /// What was typed, as it is kept: none where it is what the service says by itself, or nothing at all.
    pub fn own(&self, typed: Trilingual) -> Option<Trilingual> {
        let is_usual = Locale::ALL.into_iter().all(|locale| typed.get(locale) == self.built_in(locale));
        (!is_usual).then_some(typed)
    }
}

/// Texts in words of the house, by their names. For all others the service speaks.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
#[serde(transparent)]
pub struct Texts(BTreeMap<String, Trilingual>);

impl FromIterator<(String, Trilingual)> for Texts {
    fn from_iter<I: IntoIterator<Item = (String, Trilingual)>>(texts: I) -> Self {
        Self(texts.into_iter().collect())
    }
}

impl Texts {
    pub fn own(&self, name: &str) -> Option<&Trilingual> {
        self.0.get(name)
    }

    /// Whether any text of a page has words of the house.
    pub fn has_own(&self, page: Page) -> bool {
        page.texts().any(|text| self.own(text.name).is_some())
    }

    /// Whether any of these stands in the place of what the service would say.
    pub fn can_be_reset(&self, page: Page) -> bool {
        page.texts().any(|text| text.is_built_in && self.own(text.name).is_some())
    }

    /// What a text says in a language; nothing where there is nothing to say.
    pub fn say(&self, name: &str, locale: Locale) -> String {
        match self.own(name) {
            Some(own) => own.get(locale).to_owned(),
            None => Text::of(name).map(|text| text.built_in(locale)).unwrap_or_default(),
        }
    }

    /// The benefits, in their order.
    pub fn benefits(&self, locale: Locale) -> Vec<String> {
        let said = Page::Benefits.texts().filter(|text| text.name.starts_with(BENEFITS));
        said.map(|text| self.say(text.name, locale)).filter(|said| !said.is_empty()).collect()
    }

    /// The same without what the service would say by itself, if it had been asked to.
    pub fn reset(&self) -> Self {
        let is_kept = |name: &str| Text::of(name).is_some_and(|text| !text.is_built_in);
        let kept = self.0.iter().filter(|(name, _)| is_kept(name));
        kept.map(|(name, text)| (name.clone(), text.clone())).collect()
    }

    /// The inputs of a page that say something else in `other`.
    pub fn changes(&self, other: &Self, page: Page) -> Changed {
        let inputs = page.texts().flat_map(|text| Locale::ALL.map(|locale| (text, locale)));
        let differs = |(text, locale): &(&Text, Locale)| self.say(text.name, *locale) != other.say(text.name, *locale);
        Changed(inputs.filter(differs).map(|(text, locale)| text.input(locale)).collect())
    }
}

/// Which inputs a version says something else in than the one before.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
#[serde(transparent)]
pub struct Changed(pub Vec<String>);

impl Changed {
    /// Each with its text and its language; what no page has any more is left out.
    pub fn inputs(&self) -> Vec<(&'static Text, Locale)> {
        let read = |input: &String| {
            let (name, tag) = input.rsplit_once('.')?;
            Some((Text::of(name)?, tag.parse::<Locale>().ok()?))
        };
        self.0.iter().filter_map(read).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> Trilingual {
        Trilingual { en: text.to_owned(), fr: format!("{text} fr"), es: format!("{text} es") }
    }

    fn texts(pairs: &[(&str, &str)]) -> Texts {
        pairs.iter().map(|(name, text)| ((*name).to_owned(), said(text))).collect()
    }

    #[test]
    fn every_text_has_a_name_of_its_own_and_words_in_three_languages() {
        for (place, text) in TEXTS.iter().enumerate() {
            assert!(TEXTS[..place].iter().all(|other| other.name != text.name), "{}", text.name);
            for locale in Locale::ALL {
                assert!(!text.label(locale).is_empty() && !locale.t(&text.page.key()).is_empty());
                let built_in = text.built_in(locale);
                assert_eq!(built_in.is_empty(), !text.is_built_in, "{}", text.name);
                assert_eq!(built_in.trim(), built_in);
                assert!(built_in.chars().count() <= text.longest, "{} in {locale} is too long", text.name);
                assert!(text.sort == Sort::Markdown || !built_in.contains('\n'), "{}", text.name);
            }
        }
        for page in Page::ALL {
            assert!(page.texts().count() > 0, "{}", page.code());
        }
    }

    #[test]
    fn what_was_not_written_says_what_the_service_says() {
        let own = texts(&[("what.title", "What"), ("benefits.items.02", "Two"), ("benefits.items.01", "One")]);
        assert_eq!(own.say("what.title", Locale::Fr), "What fr");
        assert_eq!(own.say("what.text", Locale::En), Text::of("what.text").unwrap().built_in(Locale::En));
        assert_eq!((own.say("association", Locale::En), own.say("unknown", Locale::En)), Default::default());
        assert_eq!(own.benefits(Locale::En), ["One", "Two"]);
        assert!(own.has_own(Page::Home) && !own.has_own(Page::About));
    }

    #[test]
    fn what_the_service_says_anyway_is_not_kept() {
        let title = Text::of("about.title").unwrap();
        let [en, fr, es] = Locale::ALL.map(|locale| title.built_in(locale));
        assert_eq!(title.own(Trilingual { en, fr, es }), None);
        assert_eq!(title.own(said("Us")), Some(said("Us")));
        assert_eq!(Text::of("association").unwrap().own(Trilingual::default()), None);
        let own = texts(&[("benefits.title", "Why"), ("benefits.items.01", "One")]);
        assert_eq!(own.reset(), texts(&[("benefits.items.01", "One")]), "what nobody else would say stays");
    }

    #[test]
    fn changes_are_told_by_text_and_language() {
        let before = texts(&[("what.title", "What"), ("association", "A")]);
        let mut after = before.clone();
        after.0.insert("what.title".to_owned(), Trilingual { fr: "Quoi".to_owned(), ..said("What") });
        after.0.remove("association");
        let changed = before.changes(&after, Page::Home);
        assert_eq!(changed.0, ["association.en", "association.fr", "association.es", "what.title.fr"]);
        assert_eq!(before.changes(&after, Page::About), Changed::default());
        let read: Vec<_> = changed.inputs().into_iter().map(|(text, locale)| text.input(locale)).collect();
        assert_eq!(read, changed.0);
        assert!(Changed(vec!["gone.en".to_owned(), "nothing".to_owned()]).inputs().is_empty());
    }
}
