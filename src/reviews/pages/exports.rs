//! What can be taken along from the desk.

use askama::Template;

use super::{
    Reader,
    filters::{Choice, Offered, calls, countries, states, tags, themes},
};
use crate::{
    reviews::{
        exporting::{Export, Format, What},
        listing::{Filter, View},
    },
    web::Frame,
};

#[derive(Template)]
#[template(path = "desk/exports.html")]
pub struct ExportsPage {
    pub frame: Frame,
    pub search: String,
    pub calls: Vec<Choice>,
    pub states: Vec<Choice>,
    pub themes: Vec<Choice>,
    pub countries: Vec<Choice>,
    pub tags: Vec<Choice>,
    /// Whether only what waits for the reader is chosen.
    pub waiting: bool,
    /// How many proposals are chosen.
    pub found: String,
    /// The same choice as a list.
    pub list: String,
    pub is_filtered: bool,
    pub tables: Vec<TableOffered>,
    /// The Board's pack of each call.
    pub packs: Vec<Pack>,
    /// The proposals that the reader is to review, as one document.
    pub own: Option<String>,
    pub is_secretariat: bool,
}

/// A table, in each format.
pub struct TableOffered {
    pub title: String,
    pub text: String,
    pub files: Vec<FileOffered>,
}

pub struct FileOffered {
    pub label: String,
    pub href: String,
}

/// The pack of a call.
pub struct Pack {
    pub call: String,
    pub href: String,
}

/// For how many proposals the page is drawn, and for whom.
#[derive(Clone, Copy, Debug)]
pub struct Found {
    pub proposals: u64,
    pub is_secretariat: bool,
    pub is_reviewer: bool,
}

impl ExportsPage {
    pub fn new(frame: Frame, reader: Reader, view: &View, offered: &Offered<'_>, found: Found) -> Self {
        let filter = &view.filter;
        let view = View::of(filter.clone());
        let address = |path: &str| view.below(path);
        let table = |what: &What| {
            let file = |format: &Format| FileOffered {
                label: reader.t(&format!("exports-format-{}", format.code())),
                href: address(&format!("/desk/exports/{}", Export { what: *what, format: *format }.file())),
            };
            TableOffered {
                title: reader.t(&format!("exports-{}", what.code())),
                text: reader.t(&format!("exports-{}-text", what.code())),
                files: Format::ALL.iter().map(file).collect(),
            }
        };
        let chosen = offered.calls.iter().filter(|call| filter.call.as_ref().is_none_or(|slug| *slug == call.slug));
        let pack = |call: &crate::entity::call::Model| Pack {
            call: call.title.get(reader.locale).to_owned(),
            href: view
                .filtered(Filter { call: None, ..filter.clone() })
                .below(&format!("/desk/calls/{}/board-pack.pdf", call.slug)),
        };
        Self {
            search: filter.text.clone(),
            calls: calls(offered.calls, filter, reader),
            states: states(filter, reader, found.is_secretariat),
            themes: themes(filter, reader),
            countries: countries(offered.countries, filter, reader),
            tags: tags(offered.tags, filter),
            waiting: filter.waiting,
            found: reader.locale.tr("desk-found", &[("n", found.proposals.into())]),
            list: address("/desk"),
            is_filtered: !filter.is_empty(),
            tables: What::ALL.iter().map(table).collect(),
            packs: if found.is_secretariat { chosen.map(pack).collect() } else { Vec::new() },
            own: found.is_reviewer.then(|| address("/desk/my-proposals.pdf")),
            is_secretariat: found.is_secretariat,
            frame,
        }
    }
}
