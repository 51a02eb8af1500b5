//! The list of the desk.

use askama::Template;

use super::{Reader, THEMES, country, figures::CallHead, is_theme, titled};
use crate::{
    clock::Moment,
    entity::call,
    proposals::{Wait, workflow::State},
    reviews::listing::{Begin, Filter, MOST_COUNTED, Page, Row, Sort, View},
    web::Frame,
    words::fold,
};

#[derive(Template)]
#[template(path = "desk/list.html")]
pub struct ListPage {
    pub frame: Frame,
    pub lede: String,
    pub search: String,
    /// The order, if it is another than the usual one.
    pub order: &'static str,
    /// The same list in the usual order.
    pub waiting_first: String,
    pub calls: Vec<Choice>,
    pub states: Vec<Choice>,
    pub themes: Vec<Choice>,
    pub countries: Vec<Choice>,
    pub chips: Vec<Chip>,
    /// How many are found.
    pub found: String,
    /// How many of these wait for the reader, and where they are alone.
    pub waiting: Option<(String, String)>,
    pub columns: Vec<Column>,
    pub rows: Vec<Line>,
    pub previous: Option<String>,
    pub next: Option<String>,
    pub empty: Empty,
    pub is_secretariat: bool,
    /// The figures of the call that is listed, or of the newest; for the secretariat.
    pub figures: Option<CallHead>,
    /// The calls that ask the reader what they would like to review: a sentence and an address for each.
    pub asking: Vec<(String, String)>,
    /// What assignments are planned by, for a reviewer to keep.
    pub profile: Option<String>,
    /// Where what is found can be taken along.
    pub exports: String,
}

/// A value to filter by.
pub struct Choice {
    pub value: String,
    pub text: String,
    pub chosen: bool,
}

/// A filter that is set, and the address without it.
pub struct Chip {
    pub text: String,
    pub href: String,
}

/// The head of a column.
pub struct Column {
    pub label: String,
    /// Where the list is sorted by it; none if it cannot be.
    pub href: Option<String>,
    /// As `aria-sort` says it; empty if the list is not sorted by it.
    pub sorted: &'static str,
    pub numeric: bool,
}

/// A proposal of the list.
pub struct Line {
    pub href: String,
    pub reference: String,
    pub title: String,
    pub title_lang: Option<&'static str>,
    pub place: String,
    pub call: String,
    pub theme: Option<String>,
    pub state: &'static str,
    pub waits: Option<String>,
    /// How many messages about it are new to the reader, in words.
    pub unread: Option<String>,
    pub own: Option<String>,
    pub reviews: String,
    pub mean: String,
    pub gap: String,
    pub changed: String,
    pub changed_iso: String,
}

/// What to say where there is nothing.
pub struct Empty {
    pub title: String,
    pub text: String,
    pub clear: bool,
    pub to_calls: bool,
}

/// What the filters offer.
pub struct Offered<'a> {
    pub calls: &'a [call::Model],
    pub countries: &'a [String],
}

/// What a reviewer is asked besides.
pub struct Besides<'a> {
    /// The calls that ask what they would like to review.
    pub asking: &'a [call::Model],
    /// The address of their profile.
    pub profile: Option<String>,
}

impl ListPage {
    pub fn new(
        frame: Frame,
        reader: Reader,
        view: &View,
        page: &Page,
        (offered, besides): (&Offered<'_>, Besides<'_>),
        (is_secretariat, now): (bool, Moment),
    ) -> Self {
        let filter = &view.filter;
        let calls = calls(offered.calls, filter, reader);
        let countries = countries(offered.countries, filter, reader);
        Self {
            lede: reader.t(if is_secretariat { "desk-lede-secretariat" } else { "desk-lede-reviewer" }),
            search: filter.text.clone(),
            order: if view.sort == Sort::Waiting { "" } else { view.sort.code() },
            waiting_first: view.sorted(Sort::Waiting).address(),
            chips: chips(view, &calls, &countries, reader),
            states: states(filter, reader, is_secretariat),
            themes: themes(filter, reader),
            calls,
            countries,
            found: counted(("desk-found", "desk-found-more"), page.found, reader),
            waiting: waiting(view, page, reader),
            columns: columns(view, reader, is_secretariat),
            rows: page.rows.iter().map(|row| line(page, row, reader, (is_secretariat, now))).collect(),
            previous: page.previous.clone().map(|place| view.starting(Begin::Before(place)).address()),
            next: page.next.clone().map(|place| view.starting(Begin::After(place)).address()),
            empty: empty(filter, reader, is_secretariat),
            figures: figures(offered.calls, filter, reader, now).filter(|_| is_secretariat),
            is_secretariat,
            asking: besides.asking.iter().map(|call| asked(call, reader)).collect(),
            profile: besides.profile,
            exports: view.sorted(Sort::Waiting).below("/desk/exports"),
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

pub(super) fn calls(calls: &[call::Model], filter: &Filter, reader: Reader) -> Vec<Choice> {
    let choice = |call: &call::Model| Choice {
        value: call.slug.clone(),
        text: call.title.get(reader.locale).to_owned(),
        chosen: filter.call.as_deref() == Some(&call.slug),
    };
    calls.iter().map(choice).collect()
}

pub(super) fn states(filter: &Filter, reader: Reader, is_secretariat: bool) -> Vec<Choice> {
    let shown = State::ALL.iter().filter(|state| is_secretariat || state.is_submitted());
    let choice = |state: &State| Choice {
        value: state.code().to_owned(),
        text: reader.t(&format!("layout-state-{}", state.code())),
        chosen: filter.state == Some(*state),
    };
    shown.map(choice).collect()
}

pub(super) fn themes(filter: &Filter, reader: Reader) -> Vec<Choice> {
    let choice = |theme: &&str| Choice {
        value: (*theme).to_owned(),
        text: reader.t(&format!("layout-theme-{theme}")),
        chosen: filter.theme.as_deref() == Some(theme),
    };
    THEMES.iter().map(choice).collect()
}

pub(super) fn countries(codes: &[String], filter: &Filter, reader: Reader) -> Vec<Choice> {
    let choice = |code: &String| Choice {
        value: code.clone(),
        text: country(code, reader.locale),
        chosen: filter.country.as_ref() == Some(code),
    };
    let mut choices: Vec<Choice> = codes.iter().map(choice).collect();
    choices.sort_by_cached_key(|choice| fold(&choice.text));
    choices
}

fn chips(view: &View, calls: &[Choice], countries: &[Choice], reader: Reader) -> Vec<Chip> {
    let filter = &view.filter;
    let without = |change: &dyn Fn(&mut Filter)| {
        let mut rest = filter.clone();
        change(&mut rest);
        view.filtered(rest).address()
    };
    let chosen = |choices: &[Choice]| choices.iter().find(|choice| choice.chosen).map(|choice| choice.text.clone());
    let text = |code: &Option<String>, kind: &str| code.as_ref().map(|code| (kind.to_owned(), code.clone()));
    let theme = text(&filter.theme, "layout-theme").filter(|(_, code)| is_theme(code));
    let set = [
        (
            Some(filter.text.clone()).filter(|text| !text.is_empty()).map(|text| format!("“{text}”")),
            without(&|rest| rest.text.clear()),
        ),
        (
            filter.call.as_ref().map(|slug| chosen(calls).unwrap_or_else(|| slug.clone())),
            without(&|rest| rest.call = None),
        ),
        (
            filter.state.map(|state| reader.t(&format!("layout-state-{}", state.code()))),
            without(&|rest| rest.state = None),
        ),
        (theme.map(|(kind, code)| reader.t(&format!("{kind}-{code}"))), without(&|rest| rest.theme = None)),
        (
            filter.country.as_ref().map(|code| chosen(countries).unwrap_or_else(|| country(code, reader.locale))),
            without(&|rest| rest.country = None),
        ),
        (filter.waiting.then(|| reader.t("desk-waiting-only")), without(&|rest| rest.waiting = false)),
    ];
    set.into_iter().filter_map(|(text, href)| Some(Chip { text: text?, href })).collect()
}

fn waiting(view: &View, page: &Page, reader: Reader) -> Option<(String, String)> {
    let told = counted(("desk-waiting", "desk-waiting-more"), page.waiting, reader);
    let alone = view.filtered(Filter { waiting: true, ..view.filter.clone() }).address();
    (page.waiting > 0 && !view.filter.waiting).then_some((told, alone))
}

fn columns(view: &View, reader: Reader, is_secretariat: bool) -> Vec<Column> {
    let column = |label: &str, sort: Option<Sort>, numeric: bool| Column {
        label: reader.t(label),
        href: sort.map(|sort| view.sorted(sort).address()),
        sorted: match sort {
            Some(sort) if sort == view.sort => sorted(sort),
            _ => "",
        },
        numeric,
    };
    let mut columns = vec![
        column("desk-column-reference", Some(Sort::Reference), false),
        column("desk-column-title", Some(Sort::Title), false),
        column("desk-column-state", Some(Sort::Standing), false),
        column("desk-column-theme", Some(Sort::Theme), false),
    ];
    if is_secretariat {
        columns.push(column("desk-column-reviews", Some(Sort::Reviews), true));
        columns.push(column("desk-column-mean", Some(Sort::Total), true));
        columns.push(column("desk-column-gap", Some(Sort::Gap), true));
    } else {
        columns.push(column("desk-column-own", None, false));
        columns.push(column("desk-column-reviews", None, true));
    }
    columns.push(column("desk-column-changed", Some(Sort::Changed), false));
    columns
}

const fn sorted(sort: Sort) -> &'static str {
    match sort {
        Sort::Changed | Sort::Reviews | Sort::Total | Sort::Gap => "descending",
        Sort::Waiting | Sort::Title | Sort::Theme | Sort::Country | Sort::Reference | Sort::Standing => "ascending",
    }
}

fn line(page: &Page, row: &Row, reader: Reader, (is_secretariat, now): (bool, Moment)) -> Line {
    let (title, title_lang) = titled(&row.title, row.language, reader.locale);
    let country = country(&row.country, reader.locale);
    let own = match (row.own_total(), row.own_begun) {
        (Some(_), _) if row.own_outdated => reader.t("desk-own-outdated"),
        (Some(total), _) => reader.locale.tr("desk-own-in", &[("total", total.show(reader.locale).into())]),
        (None, true) => reader.t("desk-own-begun"),
        (None, false) => reader.t("desk-own-open"),
    };
    Line {
        href: format!("/desk/proposals/{}", row.reference),
        reference: row.reference.to_string(),
        title,
        title_lang,
        // What stands in a draft is its authors' until they submit it.
        place: match (row.state.is_submitted(), country.is_empty()) {
            _ if row.organisation.is_empty() => reader.t("desk-applicant-hidden"),
            (true, false) => format!("{}, {country}", row.organisation),
            _ => row.organisation.clone(),
        },
        call: row.call.get(reader.locale).to_owned(),
        theme: Some(row.theme.clone()).filter(|theme| is_theme(theme) && row.state.is_submitted()),
        state: row.state.code(),
        waits: Some(row.waits(is_secretariat, now)).filter(|wait| wait.is_something()).map(|wait| waits(wait, reader)),
        unread: page
            .unread
            .get(&row.reference)
            .map(|count| reader.locale.tr("discussion-unread", &[("count", (*count).into())])),
        own: (!is_secretariat).then_some(own),
        reviews: match row.reviews_asked {
            1.. => {
                let counts = [("submitted", row.reviews_in.into()), ("assigned", row.reviews_asked.into())];
                reader.locale.tr("desk-reviews-of", &counts)
            }
            _ => reader.t("desk-none"),
        },
        gap: row.gap().map_or_else(|| reader.t("desk-none"), |gap| gap.show(reader.locale)),
        mean: row.mean().map_or_else(|| reader.t("desk-none"), |mean| mean.show(reader.locale)),
        changed: reader.day(row.updated_at),
        changed_iso: row.updated_at.iso(),
    }
}

/// How many there are, or that there are more than are counted.
fn counted((all, more): (&str, &str), n: i64, reader: Reader) -> String {
    if n > MOST_COUNTED {
        return reader.locale.tr(more, &[("n", reader.locale.number(MOST_COUNTED).into())]);
    }
    reader.locale.tr(all, &[("n", n.into())])
}

/// What is to be done next.
pub fn waits(wait: Wait, reader: Reader) -> String {
    reader.t(&format!("desk-wait-{}", wait.code()))
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
