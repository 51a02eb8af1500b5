//! The list of the desk.

mod line;

use askama::Template;

use std::collections::BTreeMap;

use super::{
    Reader,
    figures::CallHead,
    filters::{Chip, Choice, Offered, calls, chips, countries, states, tags, themes},
    workplace::{Keys, SelectionPart, ViewRow},
};
use crate::{
    clock::Moment,
    entity::{call, saved_view, tag},
    ids::{ProposalId, UserId},
    reviews::{
        columns::{self, Column},
        listing::{Begin, Filter, MOST_COUNTED, Page, Sort, View},
    },
    web::Frame,
};

pub use line::{Line, waits};

#[derive(Template)]
#[template(path = "desk/list.html")]
pub struct ListPage {
    pub frame: Frame,
    pub lede: String,
    pub search: String,
    /// What the form of the filter keeps: order, columns, what is ticked.
    pub kept: Vec<(&'static str, String)>,
    /// The same list in the usual order, if it is in another.
    pub waiting_first: Option<String>,
    pub calls: Vec<Choice>,
    pub states: Vec<Choice>,
    pub themes: Vec<Choice>,
    pub countries: Vec<Choice>,
    pub tags: Vec<Choice>,
    pub chips: Vec<Chip>,
    /// How many are found.
    pub found: String,
    /// How many of these wait for the reader, and where they are alone.
    pub waiting: Option<(String, String)>,
    pub heads: Vec<Head>,
    pub cells: Vec<Cell>,
    /// The columns that one can have.
    pub choosable: Vec<Choice>,
    pub many_columns: bool,
    pub rows: Vec<Line>,
    pub previous: Option<String>,
    pub next: Option<String>,
    pub empty: Empty,
    pub is_secretariat: bool,
    /// The saved views, and the address of this one, to be saved.
    pub views: Vec<ViewRow>,
    pub query: String,
    /// What is ticked; for the secretariat.
    pub selection: Option<SelectionPart>,
    /// What the keys do; nothing where they are switched off.
    pub keys: Vec<(Vec<&'static str>, String)>,
    /// The figures of the call that is listed, or of the newest; for the secretariat.
    pub figures: Option<CallHead>,
    /// The calls that ask the reader what they would like to review: a sentence and an address for each.
    pub asking: Vec<(String, String)>,
    /// What assignments are planned by, for a reviewer to keep.
    pub profile: Option<String>,
    /// Where what is found can be taken along.
    pub exports: String,
}

/// The head of a column of a list that is sorted by it.
pub struct Head {
    pub label: String,
    /// Where the list is sorted by it; none if it cannot be.
    pub href: Option<String>,
    /// As `aria-sort` says it; empty if the list is not sorted by it.
    pub sorted: &'static str,
    pub numeric: bool,
}

/// Which column a cell of each row is, and its label.
pub struct Cell {
    /// None for the title.
    pub column: Option<Column>,
    pub label: String,
}

/// What to say where there is nothing.
pub struct Empty {
    pub title: String,
    pub text: String,
    pub clear: bool,
    pub to_calls: bool,
}

/// What the reader has made of the list.
pub struct Kept<'a> {
    pub tags_of: &'a BTreeMap<ProposalId, Vec<tag::Model>>,
    /// What has changed since the reader judged it, by the labels of the fields.
    pub since: &'a BTreeMap<ProposalId, Vec<String>>,
    pub views: &'a [saved_view::Model],
    /// The columns that the reader has chosen before, as they are remembered.
    pub remembered: &'a str,
    pub keys: Keys,
}

/// Who reads the list, and when.
#[derive(Clone, Copy)]
pub struct Seat {
    pub reader: UserId,
    pub is_secretariat: bool,
    pub now: Moment,
}

/// What a reviewer is asked besides.
pub struct Besides<'a> {
    /// The calls that ask what they would like to review.
    pub asking: &'a [call::Model],
    /// The address of their profile.
    pub profile: Option<String>,
}

impl ListPage {
    /// The key of the words for the boxes before the rows, where there are any.
    fn tick(&self) -> &'static str {
        if self.selection.is_some() { "desk-column-select" } else { "" }
    }

    pub fn new(
        frame: Frame,
        reader: Reader,
        view: &View,
        page: &Page,
        (offered, made, besides): (&Offered<'_>, &Kept<'_>, Besides<'_>),
        seat: Seat,
    ) -> Self {
        let (filter, is_secretariat) = (&view.filter, seat.is_secretariat);
        let calls = calls(offered.calls, filter, reader);
        let countries = countries(offered.countries, filter, reader);
        let tags = if is_secretariat { tags(offered.tags, filter) } else { Vec::new() };
        let remembered = || columns::read(made.remembered, is_secretariat);
        let shown = view.columns.clone().or_else(remembered).unwrap_or_else(|| columns::usual(is_secretariat));
        let query = view.plain().query();
        let (before, after) = (page.previous.clone().map(Begin::Before), page.next.clone().map(Begin::After));
        let (before, after) = (before.map(|begin| view.starting(begin)), after.map(|begin| view.starting(begin)));
        let beside = (before.as_ref(), after.as_ref());
        Self {
            lede: reader.t(if is_secretariat { "desk-lede-secretariat" } else { "desk-lede-reviewer" }),
            search: filter.text.clone(),
            kept: kept(view),
            waiting_first: (view.sort != Sort::Waiting || view.turned)
                .then(|| view.sorted(Sort::Waiting, false).address()),
            chips: chips(view, (&calls, &countries, &tags), reader),
            states: states(filter, reader, is_secretariat),
            themes: themes(filter, reader),
            calls,
            countries,
            tags,
            found: counted(("desk-found", "desk-found-more"), page.found, reader),
            waiting: waiting(view, page, reader),
            heads: stand(&shown).map(|column| head(column, view, reader, is_secretariat)).collect(),
            cells: stand(&shown).map(|column| Cell { column, label: label(column, reader) }).collect(),
            choosable: choosable(&shown, reader, is_secretariat),
            many_columns: shown.len() > 7,
            rows: page.rows.iter().map(|row| Line::of(row, (page, view), (offered, made), reader, seat)).collect(),
            selection: (is_secretariat && !page.rows.is_empty())
                .then(|| SelectionPart::of(view, references(page), beside, everything(page), reader)),
            previous: before.as_ref().map(View::address),
            next: after.as_ref().map(View::address),
            empty: empty(filter, reader, is_secretariat),
            views: made.views.iter().map(|row| ViewRow::of(row, seat.reader, &query)).collect(),
            query,
            keys: made.keys.lines(reader, is_secretariat),
            figures: figures(offered.calls, filter, reader, seat.now).filter(|_| is_secretariat),
            is_secretariat,
            asking: besides.asking.iter().map(|call| asked(call, reader)).collect(),
            profile: besides.profile,
            exports: View::of(filter.clone()).below("/desk/exports"),
            frame,
        }
    }
}

fn asked(call: &call::Model, reader: Reader) -> (String, String) {
    let title = call.title.get(reader.locale);
    let told = reader.locale.tr("preferences-asked", &[("call", title.into())]);
    (told, format!("/desk/calls/{}/preferences", call.slug))
}

/// Of the call that is listed; where all are, of the one that closed last: an open one has no figures yet.
fn figures(calls: &[call::Model], filter: &Filter, reader: Reader, now: Moment) -> Option<CallHead> {
    let call = match &filter.call {
        Some(slug) => calls.iter().find(|call| *slug == call.slug),
        None => calls.iter().filter(|call| call.closes_at < now).max_by_key(|call| call.closes_at).or(calls.first()),
    };
    call.map(|call| CallHead::new(call, "", reader.locale))
}

/// What the form of the filter keeps beside its own fields.
fn kept(view: &View) -> Vec<(&'static str, String)> {
    let order = if view.sort == Sort::Waiting { "" } else { view.sort.code() };
    let kept = [
        ("sort", order.to_owned()),
        ("turned", if view.turned { "yes".to_owned() } else { String::new() }),
        ("cols", view.columns.as_deref().map(columns::written).unwrap_or_default()),
        ("sel", view.selection.written()),
    ];
    kept.into_iter().filter(|(_, value)| !value.is_empty()).collect()
}

fn references(page: &Page) -> Vec<String> {
    page.rows.iter().map(|row| row.reference.to_string()).collect()
}

/// How many the filter finds, where these are more than the page.
fn everything(page: &Page) -> Option<i64> {
    (page.previous.is_some() || page.next.is_some()).then_some(page.found)
}

fn choosable(shown: &[Column], reader: Reader, is_secretariat: bool) -> Vec<Choice> {
    let choice = |column: Column| Choice {
        value: column.code().to_owned(),
        text: label(Some(column), reader),
        chosen: shown.contains(&column),
    };
    columns::offered(is_secretariat).into_iter().map(choice).collect()
}

/// None for the title.
fn label(column: Option<Column>, reader: Reader) -> String {
    reader.t(match column {
        None => "desk-column-title",
        Some(Column::Reference) => "desk-column-reference",
        Some(Column::State) => "desk-column-state",
        Some(Column::Theme) => "desk-column-theme",
        Some(Column::Country) => "desk-filter-country",
        Some(Column::Call) => "desk-filter-call",
        Some(Column::Own) => "desk-column-own",
        Some(Column::Reviews) => "desk-column-reviews",
        Some(Column::Total) => "desk-column-mean",
        Some(Column::Gap) => "desk-column-gap",
        Some(Column::Changed) => "desk-column-changed",
    })
}

fn waiting(view: &View, page: &Page, reader: Reader) -> Option<(String, String)> {
    let told = counted(("desk-waiting", "desk-waiting-more"), page.waiting, reader);
    let alone = view.filtered(Filter { waiting: true, ..view.filter.clone() }).address();
    (page.waiting > 0 && !view.filter.waiting).then_some((told, alone))
}

/// The columns as they stand: the title behind the reference, or first.
fn stand(shown: &[Column]) -> impl Iterator<Item = Option<Column>> {
    let (before, behind) = shown.split_at(usize::from(shown.first() == Some(&Column::Reference)));
    before.iter().copied().map(Some).chain([None]).chain(behind.iter().copied().map(Some))
}

fn head(column: Option<Column>, view: &View, reader: Reader, is_secretariat: bool) -> Head {
    let sort = column.map_or(Some(Sort::Title), |column| column.sort(is_secretariat));
    let is_by_it = sort == Some(view.sort);
    Head {
        label: label(column, reader),
        // Asked once more, the order turns round.
        href: sort.map(|sort| view.sorted(sort, is_by_it && !view.turned).address()),
        sorted: sort.filter(|_| is_by_it).map_or("", |sort| sorted(sort, view.turned)),
        numeric: column.is_some_and(Column::is_numeric),
    }
}

const fn sorted(sort: Sort, turned: bool) -> &'static str {
    let falls = match sort {
        Sort::Changed | Sort::Call | Sort::Own | Sort::Reviews | Sort::Total | Sort::Gap => true,
        Sort::Waiting | Sort::Title | Sort::Theme | Sort::Country | Sort::Reference | Sort::Standing => false,
    };
    if falls == turned { "ascending" } else { "descending" }
}

/// How many there are, or that there are more than are counted.
fn counted((all, more): (&str, &str), n: i64, reader: Reader) -> String {
    if n > MOST_COUNTED {
        return reader.locale.tr(more, &[("n", reader.locale.number(MOST_COUNTED).into())]);
    }
    reader.locale.tr(all, &[("n", n.into())])
}

fn empty(filter: &Filter, reader: Reader, is_secretariat: bool) -> Empty {
    let (title, text) = match (filter.is_empty(), is_secretariat) {
        (false, _) => ("desk-empty-filter", "desk-empty-filter-text"),
        (true, true) => ("desk-empty-secretariat", "desk-empty-secretariat-text"),
        (true, false) => ("desk-empty-reviewer", "desk-empty-reviewer-text"),
    };
    Empty {
        title: reader.t(title),
        text: reader.t(text),
        clear: !filter.is_empty(),
        to_calls: filter.is_empty() && is_secretariat,
    }
}
