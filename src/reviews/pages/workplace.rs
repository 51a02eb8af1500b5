//! What makes the desk a workplace: tags, saved views, what is ticked, and the keys.

use std::collections::BTreeMap;

use askama::Template;

use super::Reader;
use crate::{
    entity::{saved_view, tag},
    ids::{TagId, UserId},
    reviews::{
        bulk::Bulk,
        listing::View,
        selection::{MOST_SELECTED, Selection},
        tags::COLOURS,
    },
    web::{Filled, Frame},
};

/// A tag as a chip.
pub struct TagChip {
    pub id: String,
    pub name: String,
    pub colour: i32,
    /// The list of those that bear it.
    pub href: String,
}

impl TagChip {
    pub fn of(tag: &tag::Model) -> Self {
        let id = tag.id.to_string();
        Self { href: format!("/desk?tag={id}"), id, name: tag.name.clone(), colour: tag.colour }
    }
}

/// The tags of one proposal, and those that it can get.
pub struct TagsPart {
    pub worn: Vec<TagChip>,
    pub offered: Vec<(String, String)>,
}

impl TagsPart {
    pub fn of(worn: &[tag::Model], all: &[tag::Model]) -> Self {
        let free = all.iter().filter(|tag| worn.iter().all(|other| other.id != tag.id));
        Self {
            worn: worn.iter().map(TagChip::of).collect(),
            offered: free.map(|tag| (tag.id.to_string(), tag.name.clone())).collect(),
        }
    }
}

/// All tags, and the form for another one.
#[derive(Template)]
#[template(path = "desk/tags.html")]
pub struct TagsPage {
    pub frame: Frame,
    pub filled: Filled,
    pub tags: Vec<CountedTag>,
    pub colours: Vec<Colour>,
}

/// A tag with how many bear it.
pub struct CountedTag {
    pub chip: TagChip,
    pub count: String,
}

/// One of the twelve colours.
pub struct Colour {
    pub number: String,
    pub name: String,
}

pub fn colours(reader: Reader) -> Vec<Colour> {
    let colour =
        |number: i32| Colour { number: number.to_string(), name: reader.t(&format!("desk-tag-colour-{number}")) };
    (1..=COLOURS).map(colour).collect()
}

impl CountedTag {
    pub fn of(tag: &tag::Model, counts: &BTreeMap<TagId, i64>, reader: Reader) -> Self {
        let n = counts.get(&tag.id).copied().unwrap_or(0);
        Self { chip: TagChip::of(tag), count: reader.locale.tr("desk-found", &[("n", n.into())]) }
    }
}

/// One tag: to be renamed, coloured anew, or removed.
#[derive(Template)]
#[template(path = "desk/tag.html")]
pub struct TagPage {
    pub frame: Frame,
    pub filled: Filled,
    pub tag: CountedTag,
    pub colours: Vec<Colour>,
}

/// The views that someone has.
#[derive(Template)]
#[template(path = "desk/views.html")]
pub struct ViewsPage {
    pub frame: Frame,
    pub views: Vec<ViewRow>,
    /// The form for a new one, if it came back.
    pub new: Option<Filled>,
    /// The form of one of them, if it came back, with its id.
    pub edited: Option<(String, Filled)>,
    pub is_secretariat: bool,
}

impl ViewsPage {
    /// The form of this view, if it came back.
    fn came_back(&self, id: &str) -> Option<&Filled> {
        self.edited.as_ref().filter(|(edited, _)| edited == id).map(|(_, filled)| filled)
    }
}

/// A saved view.
pub struct ViewRow {
    pub id: String,
    pub name: String,
    pub href: String,
    pub shared: bool,
    pub own: bool,
    /// Whether the list shows it now.
    pub current: bool,
}

impl ViewRow {
    pub fn of(row: &saved_view::Model, reader: UserId, shown: &str) -> Self {
        Self {
            id: row.id.to_string(),
            name: row.name.clone(),
            href: if row.query.is_empty() { "/desk".to_owned() } else { format!("/desk?{}", row.query) },
            shared: row.shared,
            own: row.owner_id == reader,
            current: row.query == shown,
        }
    }
}

/// What is ticked, and what can be done with it.
pub struct SelectionPart {
    /// Those that were ticked on other pages.
    pub held: Vec<String>,
    /// Those of this page.
    pub here: Vec<String>,
    /// How many are ticked in all.
    pub count: String,
    /// The same for scripts, with `{n}` for the number.
    pub template: String,
    /// The address of the page of the list, without what is ticked.
    pub query: String,
    /// The pages before and after, for who has no scripts.
    pub previous: Option<String>,
    pub next: Option<String>,
    /// What can be done: code and words.
    pub actions: Vec<(String, String)>,
    /// Ticks all that the filter finds; none if that is this page, or more than can be ticked.
    pub everything: Option<String>,
    /// Said where more are found than can be ticked.
    pub most: Option<String>,
    /// Whether the address says what is ticked.
    pub in_address: bool,
    /// The list with nothing ticked.
    pub clear: String,
}

impl SelectionPart {
    pub fn of(
        view: &View,
        here: Vec<String>,
        (previous, next): (Option<&View>, Option<&View>),
        found: Option<i64>,
        reader: Reader,
    ) -> Self {
        let bare = view.selecting(Selection::default());
        let held = view.selection.iter().map(ToString::to_string).filter(|reference| !here.contains(reference));
        let action = |bulk: &Bulk| (bulk.code().to_owned(), reader.t(&format!("desk-bulk-do-{}", bulk.code())));
        let n = i64::try_from(view.selection.len()).unwrap_or(0);
        let most = i64::try_from(MOST_SELECTED).unwrap_or(0);
        Self {
            held: held.collect(),
            here,
            count: reader.locale.tr("desk-selected", &[("n", reader.locale.number(n).into())]),
            template: reader.locale.tr("desk-selected", &[("n", "{n}".into())]),
            query: bare.query(),
            previous: previous.map(|page| page.selecting(Selection::default()).query()),
            next: next.map(|page| page.selecting(Selection::default()).query()),
            actions: Bulk::ALL.iter().map(action).collect(),
            everything: found
                .filter(|n| *n <= most)
                .map(|n| reader.locale.tr("desk-select-everything", &[("n", n.into())])),
            most: found.filter(|n| *n > most).map(|_| reader.locale.tr("desk-select-most", &[("most", most.into())])),
            in_address: !view.selection.is_empty(),
            clear: bare.address(),
        }
    }
}

/// Which pages the keys are for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keys {
    /// They are switched off.
    Off,
    List,
    Proposal,
}

impl Keys {
    /// What is shown in the list of the keys: the keys, and what they do.
    pub fn lines(self, reader: Reader, is_secretariat: bool) -> Vec<(Vec<&'static str>, String)> {
        let line = |keys: &[&'static str], key: &str| (keys.to_vec(), reader.t(key));
        let everywhere = [line(&["g", "d"], "desk-keys-desk"), line(&["?"], "desk-keys-help")];
        match self {
            Self::Off => Vec::new(),
            Self::Proposal => everywhere.into(),
            Self::List => {
                let mut lines = vec![
                    line(&["j"], "desk-keys-next"),
                    line(&["k"], "desk-keys-previous"),
                    line(&["o"], "desk-keys-open"),
                    line(&["/"], "desk-keys-search"),
                ];
                if is_secretariat {
                    lines.push(line(&["x"], "desk-keys-select"));
                }
                lines.extend(everywhere);
                lines
            }
        }
    }
}
