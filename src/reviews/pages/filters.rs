//! What the list of the desk can be filtered by, and what it is filtered by.

use super::{Reader, THEMES, country, is_theme};
use crate::{
    entity::{call, tag},
    proposals::workflow::State,
    reviews::listing::{Filter, View},
    words::fold,
};

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

/// What the filters offer.
pub struct Offered<'a> {
    pub calls: &'a [call::Model],
    pub countries: &'a [String],
    /// The secretariat's alone.
    pub tags: &'a [tag::Model],
}

pub fn calls(calls: &[call::Model], filter: &Filter, reader: Reader) -> Vec<Choice> {
    let choice = |call: &call::Model| Choice {
        value: call.slug.clone(),
        text: call.title.get(reader.locale).to_owned(),
        chosen: filter.call.as_deref() == Some(&call.slug),
    };
    calls.iter().map(choice).collect()
}

pub fn states(filter: &Filter, reader: Reader, is_secretariat: bool) -> Vec<Choice> {
    let shown = State::ALL.iter().filter(|state| is_secretariat || state.is_submitted());
    let choice = |state: &State| Choice {
        value: state.code().to_owned(),
        text: reader.t(&format!("layout-state-{}", state.code())),
        chosen: filter.state == Some(*state),
    };
    shown.map(choice).collect()
}

pub fn themes(filter: &Filter, reader: Reader) -> Vec<Choice> {
    let choice = |theme: &&str| Choice {
        value: (*theme).to_owned(),
        text: reader.t(&format!("layout-theme-{theme}")),
        chosen: filter.theme.as_deref() == Some(theme),
    };
    THEMES.iter().map(choice).collect()
}

pub fn countries(codes: &[String], filter: &Filter, reader: Reader) -> Vec<Choice> {
    let choice = |code: &String| Choice {
        value: code.clone(),
        text: country(code, reader.locale),
        chosen: filter.country.as_ref() == Some(code),
    };
    let mut choices: Vec<Choice> = codes.iter().map(choice).collect();
    choices.sort_by_cached_key(|choice| fold(&choice.text));
    choices
}

pub fn tags(tags: &[tag::Model], filter: &Filter) -> Vec<Choice> {
    let choice = |tag: &tag::Model| Choice {
        value: tag.id.to_string(),
        text: tag.name.clone(),
        chosen: filter.tag == Some(tag.id),
    };
    tags.iter().map(choice).collect()
}

pub fn chips(view: &View, (calls, countries, tags): (&[Choice], &[Choice], &[Choice]), reader: Reader) -> Vec<Chip> {
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
        (
            filter.tag.map(|_| chosen(tags).unwrap_or_else(|| reader.t("desk-tag-gone-chip"))),
            without(&|rest| rest.tag = None),
        ),
        (filter.waiting.then(|| reader.t("desk-waiting-only")), without(&|rest| rest.waiting = false)),
    ];
    set.into_iter().filter_map(|(text, href)| Some(Chip { text: text?, href })).collect()
}
