//! Drawing a point: the inputs of its coordinates, the maps, and what a search among cities has found.

use super::{
    answers::Answer,
    coordinates,
    inputs::{Input, PointInputs, Sought, Suggestion, Widget, WorldMap},
    placing::{MAP, SEARCH},
    report::input_id,
    worldmap::{Dot, View},
};
use crate::{
    places::{Point, cities},
    words::Locale,
};

/// So many cities are shown at most.
pub const MOST_CITIES: usize = 10;

pub(super) fn point_inputs(locale: Locale, name: &str, answer: Option<&Answer>) -> PointInputs {
    let point = match answer {
        Some(Answer::Point(point)) => Some(*point),
        _ => None,
    };
    let views = [Some((View::WORLD, "map-world")), point.map(|point| (View::around(point), "map-around"))];
    let map = |(view, label): (View, &str)| WorldMap {
        name: format!("{MAP}{name}.{view}"),
        label: locale.t(label),
        mark: point.map(|point| view.mark(point)),
        view,
    };
    PointInputs {
        search: format!("{SEARCH}{name}"),
        sought: None,
        maps: views.into_iter().flatten().map(map).collect(),
        point,
        locale,
        inputs: inputs(locale, name, answer),
    }
}

fn inputs(locale: Locale, name: &str, answer: Option<&Answer>) -> Vec<Input> {
    let typed = |part: &str| match answer {
        Some(Answer::Point(point)) if part == "lat" => point.lat().to_string(),
        Some(Answer::Point(point)) => point.lon().to_string(),
        Some(Answer::Unread(parts)) => parts.get(part).cloned().unwrap_or_default(),
        _ => String::new(),
    };
    let input = |(part, label): (&str, &str)| Input {
        id: input_id(&format!("{name}.{part}")),
        name: format!("{name}.{part}"),
        label: locale.t(label),
        hint: None,
        required: false,
        error: None,
        limit: None,
        widget: Widget::Line {
            kind: "text",
            value: typed(part),
            inputmode: None,
            unit: None,
            autocomplete: Some("off".to_owned()),
            lang: None,
        },
    };
    [("lat", "guidelines-latitude"), ("lon", "guidelines-longitude")].map(input).into()
}

impl PointInputs {
    /// `In or near Agra, India`: to be asked only where it is shown, since all cities are looked at.
    pub fn near(&self) -> Option<String> {
        nearby(self.point?, self.locale)
    }

    /// Shows what a search has found, for the field of this key.
    pub fn seek(&mut self, field: &str, typed: &str) {
        let typed = super::words::clean_line(typed);
        let cities = suggestions(&typed, self.locale).into_iter();
        let named = |city: Suggestion| Suggestion { value: format!("{field}.{},{}", city.lat, city.lon), ..city };
        self.sought = Some(Sought { cities: cities.map(named).collect(), typed });
    }
}

/// The cities that fit what was typed; their values are still without the field.
pub fn suggestions(typed: &str, locale: Locale) -> Vec<Suggestion> {
    let suggestion = |found: cities::Found| {
        let (point, name) = (found.city.point()?, found.city.with_country(locale));
        let also = |also: &str| locale.tr("map-also", &[("city", name.as_str().into()), ("name", also.into())]);
        let text = found.also.map_or(name.clone(), also);
        Some(Suggestion { text, lat: point.lat().to_string(), lon: point.lon().to_string(), value: String::new() })
    };
    cities::search(typed, locale, MOST_CITIES).into_iter().filter_map(suggestion).collect()
}

/// The cities around a point, for the map of it.
pub fn around(point: Point, locale: Locale) -> Vec<Dot> {
    View::around(point).dots(locale)
}

/// Where a point lies, for people: `In or near Agra, India`.
pub fn nearby(point: Point, locale: Locale) -> Option<String> {
    let (city, away) = cities::nearest(point)?;
    let city = city.in_a_sentence(locale);
    Some(match away {
        0..=cities::WITHIN => locale.tr("map-near", &[("city", city.into())]),
        _ => locale.tr("map-from", &[("city", city.into()), ("away", locale.number(away.into()).into())]),
    })
}

/// What two typed coordinates say: the point, or what is wrong with them.
pub fn typed_point(lat: &str, lon: &str, locale: Locale) -> Result<Point, String> {
    let clean = super::words::clean_line;
    coordinates::read(&clean(lat), &clean(lon)).map_err(|trouble| locale.t(coordinates::message(trouble)))
}
