//! News, as they are read and as the secretariat writes them.

use askama::Template;

use crate::{
    catalogue::news::NewsKind,
    clock::Zone,
    entity::{news, proposal},
    web::{
        Filled, Frame,
        markdown::{Markup, Under, markup},
    },
    words::Locale,
};

/// A piece of news.
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
        Self {
            kind: locale.t(&format!("news-kind-{}", row.kind.code())),
            lang: row.locale.tag(),
            title: row.title.clone(),
            text: markup(&row.body, Under::Part),
            link: row.link.clone(),
            iso: row.published_at.iso(),
            when: locale.date(row.published_at.day_in(zone.0)),
        }
    }
}

/// Publishing news of an Initiative.
#[derive(Template)]
#[template(path = "catalogue/news.html")]
pub struct NewsPage {
    pub frame: Frame,
    pub filled: Filled,
    pub reference: String,
    pub title: String,
    pub language: &'static str,
    pub public: String,
    pub kinds: Vec<(String, String)>,
    pub languages: Vec<(String, String)>,
    pub news: Vec<Piece>,
}

impl NewsPage {
    pub fn new(frame: Frame, filled: Filled, proposal: &proposal::Model, rows: &[news::Model], zone: Zone) -> Self {
        let locale = frame.locale;
        let kind = |kind: &NewsKind| (kind.code().to_owned(), locale.t(&format!("news-kind-{}", kind.code())));
        Self {
            reference: proposal.reference.to_string(),
            title: proposal.title.clone(),
            language: proposal.language.tag(),
            public: format!("/initiatives/{}", proposal.slug.as_deref().unwrap_or_default()),
            kinds: NewsKind::ALL.iter().map(kind).collect(),
            languages: Locale::ALL.map(|one| (one.tag().to_owned(), one.own_name().to_owned())).to_vec(),
            news: rows.iter().map(|row| Piece::new(row, locale, zone)).collect(),
            filled,
            frame,
        }
    }
}
