//! The buttons of a point: searching a city, choosing one that was found, pressing the map. They post the whole form, so that a
//! point can be set without JavaScript.

use std::borrow::Cow;

use super::worldmap::View;
use crate::places::Point;

/// Before the key of the field, in the name of the input in which a city is searched.
pub const SEARCH: &str = "city-search.";
/// The names of the buttons; their values are the field's key, and for a city its place: `location.48.208,16.372`.
pub const FIND: &str = "find-city";
pub const CHOOSE: &str = "set-place";
/// Before the key and the view, in the name of an image that is pressed: `map-press.location.0-0-3600`. Browsers add `.x` and
/// `.y`.
pub const MAP: &str = "map-press.";

/// A button of a point that was pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Placed<'p> {
    /// The field's key.
    pub field: &'p str,
    /// Where; none for a map that was pressed without saying where, as keyboards do.
    pub point: Option<Point>,
}

/// A search that was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sought<'p> {
    pub field: &'p str,
    pub city: &'p str,
}

impl<'p> Placed<'p> {
    pub fn among(posted: &'p [(String, String)]) -> Option<Self> {
        posted.iter().find_map(|(name, value)| match name.as_str() {
            CHOOSE => {
                let (field, place) = value.split_once('.')?;
                let (lat, lon) = place.split_once(',')?;
                Some(Self { field, point: Point::parse(lat, lon) })
            }
            _ => Self::on_map(posted, name.strip_prefix(MAP)?.strip_suffix(".x")?, value),
        })
    }

    fn on_map(posted: &'p [(String, String)], pressed: &'p str, x: &str) -> Option<Self> {
        let (field, view) = pressed.split_once('.')?;
        let down = format!("{MAP}{pressed}.y");
        let (_, y) = posted.iter().find(|(name, _)| *name == down)?;
        let (x, y): (i32, i32) = (x.parse().ok()?, y.parse().ok()?);
        let point = if (x, y) == (0, 0) { None } else { View::read(view)?.pressed(x, y) };
        Some(Self { field, point })
    }

    /// What was posted, with the point in the place of what stood in its inputs.
    pub(super) fn put(self, posted: &[(String, String)]) -> Cow<'_, [(String, String)]> {
        let Some(point) = self.point else { return Cow::Borrowed(posted) };
        let named = |part: &str| format!("{}.{part}", self.field);
        let (lat, lon) = (named("lat"), named("lon"));
        let others = posted.iter().filter(|(name, _)| *name != lat && *name != lon).cloned();
        let set = [(lat.clone(), point.lat().to_string()), (lon.clone(), point.lon().to_string())];
        Cow::Owned(others.chain(set).collect())
    }
}

impl<'p> Sought<'p> {
    /// By its button; or by the button that only saves, which is also what the Enter key presses.
    pub fn among(posted: &'p [(String, String)]) -> Option<Self> {
        let text = |field: &str| {
            let asked = |(name, _): &&(String, String)| name.strip_prefix(SEARCH).is_some_and(|key| key == field);
            posted.iter().find(asked).map_or("", |(_, text)| text.trim())
        };
        if let Some((_, field)) = posted.iter().find(|(name, _)| name == FIND) {
            return Some(Self { field, city: text(field) });
        }
        if !posted.iter().any(|(name, value)| name == "save" && value == "stay") {
            return None;
        }
        let typed = |(name, _): &'p (String, String)| name.strip_prefix(SEARCH).filter(|field| !text(field).is_empty());
        posted.iter().find_map(typed).map(|field| Self { field, city: text(field) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn posted(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn a_button_sets_the_point() {
        let form = posted(&[("place.lat", "1"), ("place.lon", "x"), ("set-place", "place.48.208,16.372")]);
        let placed = Placed::among(&form).unwrap();
        assert_eq!((placed.field, placed.point.unwrap().to_string()), ("place", "48.208, 16.372".to_owned()));
        let put = placed.put(&form);
        assert!(put.ends_with(&posted(&[("place.lat", "48.208"), ("place.lon", "16.372")])) && put.len() == 3);
    }

    #[test]
    fn so_does_the_map_unless_a_key_pressed_it() {
        let press = |name: &str, x: &str, y: &str| {
            let form = posted(&[(&format!("map-press.{name}.x"), x), (&format!("map-press.{name}.y"), y)]);
            Placed::among(&form).map(|placed| placed.point.map(|point| point.to_string()))
        };
        assert_eq!(press("place.0-0-3600", "150", "60"), Some(Some("12, 0".to_owned())));
        assert_eq!(press("place.0-0-3600", "0", "0"), Some(None));
        for (name, x) in [("place", "1"), ("place.0-0-9999", "1"), ("place.0-0-3600", "north"), ("x", "1")] {
            assert!(press(name, x, "60").flatten().is_none(), "{name}");
        }
    }

    #[test]
    fn a_city_is_sought_by_its_button_and_by_the_enter_key() {
        let form = |button| posted(&[("city-search.place", " Wien "), button]);
        let wien = Some(Sought { field: "place", city: "Wien" });
        assert_eq!(Sought::among(&form(("find-city", "place"))), wien);
        assert_eq!(Sought::among(&form(("save", "stay"))), wien);
        assert_eq!(Sought::among(&form(("save", "next"))), None);
        assert_eq!(Sought::among(&posted(&[("city-search.place", ""), ("save", "stay")])), None);
    }
}
