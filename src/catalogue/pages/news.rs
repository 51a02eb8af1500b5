//! News, as they are read and as the secretariat writes them.

use askama::Template;

use crate::{
    catalogue::{
        forms::news::{LONGEST_TEXT, LONGEST_TITLE, each, label_in, text_input, title_input},
        news::NewsKind,
        store::news::Version,
    },
    clock::Zone,
    entity::{news, proposal},
    ids::Reference,
    web::{
        Filled, Frame, Values,
        markdown::{Markup, Under, markup},
    },
    words::Locale,
};

/// A piece of news as somebody reads it: in their language, or in the one in which it was written.
pub struct Piece {
    pub kind: String,
    pub lang: &'static str,
    pub title: String,
    pub text: Markup,
    pub link: Option<String>,
    pub iso: String,
    pub when: String,
}

impl Piece {
    pub fn new(row: &news::Model, locale: Locale, zone: Zone) -> Self {
        let language = row.title.read_in(locale, row.locale);
        Self {
            kind: kind(row.kind, locale),
            lang: language.tag(),
            title: row.title.get(language).to_owned(),
            text: markup(row.body.get(language), Under::Part),
            link: row.link.clone(),
            iso: row.published_at.iso(),
            when: locale.date(row.published_at.day_in(zone.0)),
        }
    }
}

fn kind(kind: NewsKind, locale: Locale) -> String {
    locale.t(&format!("news-kind-{}", kind.code()))
}

/// The path of where the news of an Initiative are written.
pub fn list_href(reference: &Reference) -> String {
    format!("/desk/proposals/{reference}/news")
}

/// What the form offers: the kinds, the languages, and the inputs of each language.
pub struct Offered {
    pub kinds: Vec<(String, String)>,
    pub languages: Vec<(String, String)>,
    pub inputs: Vec<Inputs>,
    pub longest_title: usize,
    pub longest_text: usize,
}

/// The names of the inputs of a language.
pub struct Inputs {
    pub tag: &'static str,
    pub language: &'static str,
    pub title: String,
    pub text: String,
}

impl Offered {
    fn to(locale: Locale) -> Self {
        let inputs = |one: Locale| Inputs {
            tag: one.tag(),
            language: one.own_name(),
            title: title_input(one),
            text: text_input(one),
        };
        Self {
            kinds: NewsKind::ALL.iter().map(|one| (one.code().to_owned(), kind(*one, locale))).collect(),
            languages: Locale::ALL.map(|one| (one.tag().to_owned(), one.own_name().to_owned())).to_vec(),
            inputs: Locale::ALL.map(inputs).into(),
            longest_title: LONGEST_TITLE,
            longest_text: LONGEST_TEXT,
        }
    }
}

/// What is typed, as it will be read in a language.
pub struct Look {
    pub tag: &'static str,
    pub language: &'static str,
    pub title: String,
    pub text: Markup,
}

/// In each language that says anything.
fn looks(typed: &Values) -> Vec<Look> {
    let (title, text) = (each(typed, title_input), each(typed, text_input));
    let said = |one: &Locale| !title.get(*one).is_empty() || !text.get(*one).is_empty();
    let look = |one: Locale| Look {
        tag: one.tag(),
        language: one.own_name(),
        title: title.get(one).to_owned(),
        text: markup(text.get(one), Under::Part),
    };
    Locale::ALL.into_iter().filter(said).map(look).collect()
}

/// A piece of news in the list of those who write it.
pub struct Line {
    pub kind: String,
    pub lang: &'static str,
    pub title: String,
    pub iso: String,
    pub when: String,
    pub href: String,
    pub is_taken_back: bool,
    /// Into which languages it is not translated.
    pub missing: Vec<(&'static str, &'static str)>,
}

/// The news of an Initiative, and a form for another piece.
#[derive(Template)]
#[template(path = "catalogue/news.html")]
pub struct NewsPage {
    pub frame: Frame,
    pub filled: Filled,
    pub reference: String,
    pub title: String,
    pub language: &'static str,
    pub public: String,
    pub offered: Offered,
    pub looks: Vec<Look>,
    pub news: Vec<Line>,
}

impl NewsPage {
    pub fn new(frame: Frame, filled: Filled, proposal: &proposal::Model, rows: &[news::Model], zone: Zone) -> Self {
        let locale = frame.locale;
        let line = |row: &news::Model| {
            let Piece { kind, lang, title, iso, when, .. } = Piece::new(row, locale, zone);
            Line {
                kind,
                lang,
                title,
                iso,
                when,
                href: format!("{}/{}", list_href(&proposal.reference), row.id),
                is_taken_back: row.taken_back_at.is_some(),
                missing: missing(row),
            }
        };
        Self {
            reference: proposal.reference.to_string(),
            title: proposal.title.clone(),
            language: proposal.language.tag(),
            public: public(proposal),
            offered: Offered::to(locale),
            looks: looks(&filled.values),
            news: rows.iter().map(line).collect(),
            filled,
            frame,
        }
    }
}

fn missing(row: &news::Model) -> Vec<(&'static str, &'static str)> {
    let left_out = Locale::ALL.into_iter().filter(|one| row.title.get(*one).is_empty());
    left_out.map(|one| (one.tag(), one.own_name())).collect()
}

fn public(proposal: &proposal::Model) -> String {
    format!("/initiatives/{}#news", proposal.slug.as_deref().unwrap_or_default())
}

/// What somebody else has saved meanwhile.
pub struct Theirs {
    pub label: String,
    pub tag: &'static str,
    pub text: String,
}

/// What a piece of news says now, where something else was typed.
pub fn theirs(row: &news::Model, typed: &Values, reader: Locale) -> Vec<Theirs> {
    let (titles, texts) = (each(typed, title_input), each(typed, text_input));
    let told = |label: &str, one: Locale, now: &str| Theirs {
        label: label_in(label, one, reader),
        tag: one.tag(),
        text: now.to_owned(),
    };
    let in_one = |one: Locale| {
        let (title, text) = (row.title.get(one), row.body.get(one));
        let title = (title != titles.get(one)).then(|| told("news-heading", one, title));
        let text = (text != texts.get(one)).then(|| told("news-text", one, text));
        title.into_iter().chain(text)
    };
    let head = [
        ("kind", "news-kind", row.kind.code(), kind(row.kind, reader), reader),
        ("language", "news-language", row.locale.tag(), row.locale.own_name().to_owned(), row.locale),
        ("link", "news-link", row.link.as_deref().unwrap_or_default(), row.link.clone().unwrap_or_default(), reader),
    ];
    let head = head.into_iter().filter(|(input, _, now, ..)| typed.get(input).unwrap_or_default().trim() != *now);
    let head = head.map(|(_, label, _, text, one)| Theirs { label: reader.t(label), tag: one.tag(), text });
    head.chain(Locale::ALL.into_iter().flat_map(in_one)).collect()
}

/// A version of a piece of news.
pub struct VersionLine {
    pub number: i32,
    pub what: String,
    pub iso: String,
    pub when: String,
    pub who: String,
}

/// One piece of news, to be corrected, translated, taken back.
#[derive(Template)]
#[template(path = "catalogue/edit_news.html")]
pub struct EditNewsPage {
    pub frame: Frame,
    pub filled: Filled,
    pub reference: String,
    pub title: String,
    pub title_language: &'static str,
    pub list: String,
    pub href: String,
    pub public: String,
    pub is_taken_back: bool,
    pub offered: Offered,
    pub looks: Vec<Look>,
    pub versions: Vec<VersionLine>,
    /// The earlier version that the form holds.
    pub shown: Option<i32>,
    /// Whether the form holds what is kept nowhere.
    pub is_unsaved: bool,
    pub theirs: Vec<Theirs>,
}

impl EditNewsPage {
    pub fn new(
        frame: Frame,
        filled: Filled,
        (proposal, row): (&proposal::Model, &news::Model),
        versions: &[Version],
        zone: Zone,
    ) -> Self {
        let locale = frame.locale;
        let piece = Piece::new(row, locale, zone);
        let list = list_href(&proposal.reference);
        let version = |version: &Version| VersionLine {
            number: version.number,
            what: locale.t(&format!("news-deed-{}", version.deed.code())),
            iso: version.written_at.iso(),
            when: locale.instant(version.written_at, zone),
            who: version.written_by.clone().unwrap_or_default(),
        };
        Self {
            reference: proposal.reference.to_string(),
            title: piece.title,
            title_language: piece.lang,
            href: format!("{list}/{}", row.id),
            list,
            public: public(proposal),
            is_taken_back: row.taken_back_at.is_some(),
            offered: Offered::to(locale),
            looks: looks(&filled.values),
            versions: versions.iter().map(version).collect(),
            shown: None,
            is_unsaved: false,
            theirs: Vec::new(),
            filled,
            frame,
        }
    }
}
