//! Cities and where they lie: those of 100,000 and more, and the capitals (geography/README.md says whence). Found by what people
//! type, in whatever language they call them.

use std::sync::LazyLock;

use super::{Country, Point};
use crate::words::{Locale, fold};

/// A line for each city, the largest first: name, country, latitude, longitude, then, as far as they differ from the name, the
/// French and the Spanish one, and others.
static LINES: &str = include_str!("../../geography/cities.tsv");

/// The names of every line, folded, with `;` between them. Made at the first search: about 100 kB.
static FOLDED: LazyLock<String> = LazyLock::new(|| {
    let folded = |line: &'static str| City { line }.names().map(folded).collect::<Vec<_>>().join(";");
    let lines: Vec<String> = LINES.lines().map(folded).collect();
    lines.join("\n")
});

/// More than this is no name of a city.
const LONGEST: usize = 80;

/// A city of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct City {
    line: &'static str,
}

/// A city that fits what was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    pub city: City,
    /// The name that was typed, where it is another than the one that is shown.
    pub also: Option<&'static str>,
}

impl City {
    fn column(self, place: usize) -> &'static str {
        self.line.split('\t').nth(place).unwrap_or_default()
    }

    /// All its names, the first of them the usual one.
    fn names(self) -> impl Iterator<Item = &'static str> {
        [0, 4, 5, 6].into_iter().flat_map(move |place| self.column(place).split(';')).filter(|name| !name.is_empty())
    }

    /// As a reader of `locale` calls it.
    pub fn name(self, locale: Locale) -> &'static str {
        let own = match locale {
            Locale::En => "",
            Locale::Fr => self.column(4),
            Locale::Es => self.column(5),
        };
        if own.is_empty() { self.column(0) } else { own }
    }

    /// `Vienna, Austria`; `Vienne (Autriche)` within a sentence.
    pub fn in_a_sentence(self, locale: Locale) -> String {
        let name = self.name(locale);
        let place = |country: Country| {
            locale.tr("map-place", &[("city", name.into()), ("country", country.name(locale).into())])
        };
        Country::from_code(self.column(1)).map_or(name.to_owned(), place)
    }

    /// `Vienna, Austria`.
    pub fn with_country(self, locale: Locale) -> String {
        let name = self.name(locale);
        Country::from_code(self.column(1))
            .map_or(name.to_owned(), |country| format!("{name}, {}", country.name(locale)))
    }

    /// Its middle, to a hundred metres.
    pub fn point(self) -> Option<Point> {
        Point::parse(self.column(2), self.column(3))
    }

    fn all() -> impl Iterator<Item = Self> {
        LINES.lines().map(|line| Self { line })
    }
}

/// All cities with their places, the largest first.
pub fn placed() -> impl Iterator<Item = (City, Point)> {
    City::all().filter_map(|city| Some((city, city.point()?)))
}

/// The largest city of a country that is called so in some language.
pub fn named(name: &str, country: Country) -> Option<City> {
    let name = folded(name);
    let of_country = City::all().zip(FOLDED.lines()).filter(|(city, _)| city.column(1) == country.code());
    of_country.into_iter().find(|(_, names)| names.split(';').any(|known| known == name)).map(|(city, _)| city)
}

/// The cities with a name that begins with what was typed, or that holds such a word; if there is none, those that are called
/// nearly so. Behind a comma may stand the beginning of a country. The best first: whole names, then beginnings, the larger
/// cities before the smaller ones.
pub fn search(typed: &str, locale: Locale, most: usize) -> Vec<Found> {
    let typed: String = typed.chars().take(LONGEST).collect();
    let (name, country) = typed.split_once(',').unwrap_or((&typed, ""));
    let (name, countries) = (folded(name), countries(country));
    if name.is_empty() {
        return Vec::new();
    }
    let within = |city: &City| countries.as_ref().is_none_or(|codes| codes.contains(&city.column(1)));
    let all = || City::all().zip(FOLDED.lines()).filter(|(city, _)| within(city));
    let best = |rank: &dyn Fn(&str) -> Option<usize>| {
        let ranked = all().filter_map(|(city, names)| {
            let ranks = names.split(';').enumerate().filter_map(|(place, name)| Some((rank(name)?, place)));
            ranks.min().map(|(rank, place)| (rank, city, place))
        });
        let mut ranked: Vec<_> = ranked.collect();
        ranked.sort_by_key(|(rank, _, _)| *rank);
        ranked.into_iter().take(most).map(|(_, city, place)| found(city, place, locale)).collect::<Vec<_>>()
    };
    let begun = best(&|known| begins(known, &name));
    if begun.is_empty() { best(&|known| slips(known, &name)) } else { begun }
}

fn found(city: City, place: usize, locale: Locale) -> Found {
    let shown = folded(city.name(locale));
    Found { city, also: city.names().nth(place).filter(|name| folded(name) != shown) }
}

/// 0 for the name itself, 1 for its beginning, 2 for the beginning of one of its other words.
fn begins(known: &str, typed: &str) -> Option<usize> {
    match known.strip_prefix(typed) {
        Some("") => Some(0),
        Some(_) => Some(1),
        None => known.match_indices(typed).any(|(at, _)| known[..at].ends_with(' ')).then_some(2),
    }
}

/// How many letters are wrong, missing or too many, as long as these are few for a name of this length.
fn slips(known: &str, typed: &str) -> Option<usize> {
    let (known, typed): (Vec<char>, Vec<char>) = (known.chars().collect(), typed.chars().collect());
    let most = match typed.len() {
        0..4 => return None,
        4..7 => 1,
        _ => 2,
    };
    if known.len().abs_diff(typed.len()) > most {
        return None;
    }
    let mut row: Vec<usize> = (0..=typed.len()).collect();
    for (line, letter) in known.iter().enumerate() {
        let mut diagonal = std::mem::replace(&mut row[0], line + 1);
        for (place, other) in typed.iter().enumerate() {
            let changed = diagonal + usize::from(letter != other);
            diagonal = row[place + 1];
            row[place + 1] = changed.min(row[place] + 1).min(diagonal + 1);
        }
    }
    row.last().copied().filter(|slips| *slips <= most)
}

/// The codes of the countries whose name, in any of the languages, begins so; none where nothing is said.
fn countries(typed: &str) -> Option<Vec<&'static str>> {
    let typed = folded(typed);
    if typed.is_empty() {
        return None;
    }
    let named = Locale::ALL.into_iter().flat_map(|locale| Country::by_name(locale).iter());
    let fits = |country: &Country, name: &str| folded(name).starts_with(&typed) || fold(country.code()) == typed;
    Some(named.filter(|(country, name)| fits(country, name)).map(|(country, _)| country.code()).collect())
}

/// Folded, with single spaces for all that is neither letter nor digit: `saint denis` for `Saint-Denis`.
fn folded(text: &str) -> String {
    let plain = fold(text);
    let words = plain.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

/// Within so many kilometres of its middle, a point counts as a city's.
pub const WITHIN: u32 = 15;

/// Where a point lies: the largest city around it, else the nearest, and how many kilometres lie between. (Large cities are
/// listed with their quarters.)
pub fn nearest(point: Point) -> Option<(City, u32)> {
    let mut best: Option<(f64, City, Point)> = None;
    for (city, place) in placed() {
        let away = squared(point, place);
        if best.is_none_or(|(least, _, _)| away < least) {
            best = Some((away, city, place));
            let kilometres = kilometres(point, place);
            if kilometres <= WITHIN {
                return Some((city, kilometres));
            }
        }
    }
    best.map(|(_, city, place)| (city, kilometres(point, place)))
}

/// The square of the distance through a globe of radius 1.
fn squared(one: Point, other: Point) -> f64 {
    let (a, b) = (on_globe(one), on_globe(other));
    a.iter().zip(b).map(|(a, b)| (a - b) * (a - b)).sum()
}

/// Along the ground.
fn kilometres(one: Point, other: Point) -> u32 {
    let along = 2.0 * (squared(one, other).sqrt() / 2.0).min(1.0).asin() * 6371.0;
    format!("{along:.0}").parse().unwrap_or(0)
}

/// On a globe of radius 1.
fn on_globe(point: Point) -> [f64; 3] {
    let radians = |degrees: super::MicroDegrees| (f64::from(degrees.millionths()) / 1_000_000.0).to_radians();
    let (lat, lon) = (radians(point.lat()), radians(point.lon()));
    [lat.cos() * lon.cos(), lat.cos() * lon.sin(), lat.sin()]
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn names(typed: &str, locale: Locale) -> Vec<String> {
        search(typed, locale, 10).into_iter().map(|found| found.city.with_country(locale)).collect()
    }

    #[test]
    fn every_city_of_the_list_can_be_found_and_lies_somewhere() {
        assert!(City::all().count() > 6000);
        for city in City::all() {
            assert!(city.point().is_some(), "{}", city.line);
            assert!(city.names().all(|name| !folded(name).is_empty()), "{}", city.line);
            assert!(Country::from_code(city.column(1)).is_some() || city.column(1) == "XK", "{}", city.line);
        }
    }

    #[test]
    fn a_city_is_found_by_what_anyone_calls_it() {
        for typed in ["Vienna", "vienne", "VIENA", "Wien", " wien ", "Vienna, Austria", "vienne, autr", "viena,at"] {
            assert_eq!(names(typed, Locale::En)[0], "Vienna, Austria", "{typed}");
        }
        assert_eq!(names("vienna", Locale::Fr)[0], "Vienne, Autriche");
        assert_eq!(names("vienna", Locale::Es)[0], "Viena, Austria");
        assert_eq!(names("bogota", Locale::Es)[0], "Bogotá, Colombia");
        assert_eq!(names("saint denis", Locale::Fr)[0], "Saint-Denis, La Réunion");
        assert_eq!(names("janeiro", Locale::En)[0], "Rio de Janeiro, Brazil");
    }

    #[test]
    fn the_name_that_was_typed_is_told_where_another_is_shown() {
        assert_eq!(search("bombay", Locale::En, 1)[0].also, Some("Bombay"));
        assert_eq!(search("mumbai", Locale::En, 1)[0].also, None);
        assert_eq!(search("munchen", Locale::Fr, 1)[0].also, Some("München"));
    }

    #[test]
    fn larger_cities_come_first_and_a_country_tells_apart() {
        assert_eq!(&names("barcelona", Locale::En)[..2], ["Barcelona, Spain", "Barcelona, Venezuela"]);
        assert_eq!(names("barcelona, venez", Locale::En), ["Barcelona, Venezuela"]);
        assert_eq!(names("agra", Locale::En)[0], "Agra, India");
        assert_eq!(search("a", Locale::En, 10).len(), 10);
    }

    #[test]
    fn a_slip_of_the_finger_is_forgiven() {
        assert_eq!(names("Barclona", Locale::En)[0], "Barcelona, Spain");
        assert_eq!(names("Johanesburg", Locale::En)[0], "Johannesburg, South Africa");
    }

    #[test]
    fn the_nearest_city_is_told_with_its_distance() {
        let near = |lat, lon| nearest(Point::parse(lat, lon).unwrap()).map(|(city, km)| (city.name(Locale::En), km));
        assert_eq!(near("27.18", "78.02"), Some(("Agra", 0)));
        assert_eq!(near("41.3875", "2.1686").map(|(name, _)| name), Some("Barcelona"), "not a quarter of it");
        assert_eq!(near("-16.5", "-179.9").map(|(name, _)| name), Some("Suva"), "over the line where the day changes");
        assert!(near("0", "-30").is_some_and(|(_, km)| km > 500));
    }

    proptest! {
        #[test]
        fn whatever_is_typed_is_answered(typed in "(?s).{0,200}") {
            prop_assert!(search(&typed, Locale::Fr, 10).len() <= 10);
        }
    }
}
