//! The map of the world on which a point is set: the whole of it, and what lies around the point. In the units of
//! assets/map/world.svg: tenths of a degree, from 180° west and 84° north. What lies farther south or north is not drawn; its
//! coordinates can be typed.

use std::fmt;

use serde::Serialize;

use crate::{
    places::{MicroDegrees, Point, cities},
    words::Locale,
};

/// A part of the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct View {
    x: i32,
    y: i32,
    width: i32,
}

/// A point on the map, in a view.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    pub x: i32,
    pub y: i32,
    /// The radius of the ring that marks it: as large in every view.
    pub radius: i32,
}

/// A city on the map.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Dot {
    pub x: i32,
    pub y: i32,
    /// Of the larger ones, as far as there is room to write it.
    pub name: Option<&'static str>,
    /// Whether the name stands before the dot, since behind it the picture ends.
    pub before: bool,
}

const WIDTH: i32 = 3600;
const HEIGHT: i32 = 1440;
/// What is five times as wide as it is high.
const RATIO: (i32, i32) = (5, 2);
/// How wide the near view is.
const NEAR: i32 = 200;
/// So many cities are shown in a view, and so many of them with their names.
const MOST_DOTS: usize = 40;
const MOST_NAMES: usize = 8;
/// About how wide a letter of a name is and how high a line, in the near view (`.map-cities` in the style sheet).
const LETTER: i32 = 5;
const LINE: i32 = 10;
/// How wide a view is drawn where no script can tell: in pixels of the style sheet (`.map-view`).
const DRAWN: i32 = 300;
/// In a tenth of a degree.
const MILLIONTHS: i32 = 100_000;
const WEST: i32 = -180_000_000;
const NORTH: i32 = 84_000_000;

impl View {
    pub const WORLD: Self = Self { x: 0, y: 0, width: WIDTH };

    /// What lies around a point.
    pub fn around(point: Point) -> Self {
        let (x, y) = place(point);
        let height = NEAR * RATIO.1 / RATIO.0;
        let within = |at: i32, size: i32, all: i32| (at - size / 2).clamp(0, all - size);
        Self { x: within(x, NEAR, WIDTH), y: within(y, height, HEIGHT), width: NEAR }
    }

    /// The view of a name that [`fmt::Display`] gave; none for what is no part of the map.
    pub fn read(text: &str) -> Option<Self> {
        let mut numbers = text.split('-').map(|number| number.parse::<i32>().ok());
        let (x, y, width) = (numbers.next()??, numbers.next()??, numbers.next()??);
        let fits = (1..=WIDTH).contains(&width) && (0..=WIDTH - width).contains(&x) && (0..HEIGHT).contains(&y);
        (fits && numbers.next().is_none()).then_some(Self { x, y, width })
    }

    /// The `viewBox` of a picture.
    pub fn view_box(self) -> String {
        format!("{} {} {} {}", self.x, self.y, self.width, self.height())
    }

    fn height(self) -> i32 {
        self.width * RATIO.1 / RATIO.0
    }

    /// Where a point lies in it; at the edge where it lies beyond.
    pub fn mark(self, point: Point) -> Mark {
        let (x, y) = place(point);
        let radius = (self.width / 50).max(1);
        let (right, low) = (self.x + self.width, self.y + self.height());
        Mark { x: x.clamp(self.x, right), y: y.clamp(self.y, low), radius }
    }

    /// The cities in it, the largest first: far from every coast they are all that there is to see. The whole world shows
    /// itself, and none.
    pub fn dots(self, locale: Locale) -> Vec<Dot> {
        if self == Self::WORLD {
            return Vec::new();
        }
        let holds = |(x, y): (i32, i32)| {
            (self.x..self.x + self.width).contains(&x) && (self.y..self.y + self.height()).contains(&y)
        };
        // In the middle is the mark; along the edges a name would be cut.
        let middle = Dot { x: self.x + self.width / 2, y: self.y + self.height() / 2, name: Some(""), before: false };
        let lines = self.y + LINE / 2..self.y + self.height() - LINE / 2;
        let mut dots: Vec<Dot> = Vec::new();
        let cities = cities::placed().map(|(city, point)| (city, place(point))).filter(|(_, at)| holds(*at));
        for (city, (x, y)) in cities.take(MOST_DOTS) {
            let before = x - self.x > self.width * 2 / 3;
            let mut dot = Dot { x, y, name: Some(city.name(locale)), before };
            let named: Vec<&Dot> = dots.iter().filter(|other| other.name.is_some()).chain([&middle]).collect();
            if named.len() > MOST_NAMES || !lines.contains(&y) || named.iter().any(|other| dot.meets(other)) {
                dot.name = None;
            }
            dots.push(dot);
        }
        dots
    }

    /// The point that was pressed, so many pixels from the left and from the top, as exactly as a finger can.
    pub fn pressed(self, x: i32, y: i32) -> Option<Point> {
        let at = |start: i32, pixels: i32| {
            let way = i64::from(pixels.clamp(0, DRAWN)) * i64::from(self.width) * i64::from(MILLIONTHS);
            i32::try_from(i64::from(start) * i64::from(MILLIONTHS) + way / i64::from(DRAWN)).ok()
        };
        let lon = WEST.checked_add(at(self.x, x)?)?;
        let lat = NORTH.checked_sub(at(self.y, y)?)?;
        let grain = if self.width > 10 * NEAR { MILLIONTHS } else { MILLIONTHS / 10 };
        let round = |value: i32| MicroDegrees::from_millionths((value + value.signum() * grain / 2) / grain * grain);
        Point::new(round(lat), round(lon))
    }
}

impl Dot {
    /// Whether the names of two would be written over each other.
    fn meets(&self, other: &Self) -> bool {
        let span = |dot: &Self| {
            let width =
                dot.name.map_or(0, |name| i32::try_from(name.chars().count()).unwrap_or(i32::MAX / LETTER)) * LETTER;
            if dot.before { (dot.x - width, dot.x + LETTER) } else { (dot.x - LETTER, dot.x + width) }
        };
        let ((left, right), (from, to)) = (span(self), span(other));
        (self.y - other.y).abs() < LINE && left < to && from < right
    }
}

impl fmt::Display for View {
    /// As it stands in the name of an input.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}-{}", self.x, self.y, self.width)
    }
}

/// Where a point lies in the world.
pub fn in_world(point: &Point) -> Mark {
    View::WORLD.mark(*point)
}

/// Where a point lies on the map.
fn place(point: Point) -> (i32, i32) {
    ((point.lon().millionths() - WEST) / MILLIONTHS, (NORTH - point.lat().millionths()) / MILLIONTHS)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn point(lat: &str, lon: &str) -> Point {
        Point::parse(lat, lon).unwrap()
    }

    #[test]
    fn a_point_lies_where_the_map_shows_it() {
        assert_eq!(View::WORLD.mark(point("84", "-180")), Mark { x: 0, y: 0, radius: 72 });
        assert_eq!(View::WORLD.mark(point("27.18", "78.02")), Mark { x: 2580, y: 568, radius: 72 });
        assert_eq!(View::WORLD.mark(point("-90", "180")), Mark { x: 3600, y: 1440, radius: 72 }, "at the edge");
        assert_eq!(View::around(point("27.18", "78.02")).view_box(), "2480 528 200 80");
        assert_eq!(View::around(point("-89", "179.9")).view_box(), "3400 1360 200 80");
    }

    #[test]
    fn pressing_sets_the_point_that_lies_there() {
        assert_eq!(View::WORLD.pressed(150, 60).unwrap().to_string(), "12, 0");
        assert_eq!(View::WORLD.pressed(9999, -3).unwrap().to_string(), "84, 180");
        let near = View::around(point("27.18", "78.02"));
        assert_eq!(near.pressed(150, 60).unwrap().to_string(), "27.2, 78");
        assert_eq!(near.pressed(151, 61).unwrap().to_string(), "27.13, 78.07");
    }

    #[test]
    fn only_what_is_on_the_map_is_a_view() {
        assert_eq!(View::read("0-0-3600"), Some(View::WORLD));
        for wrong in ["", "0-0", "0-0-0", "1-0-3600", "0-0-3601", "0-1440-5", "0-0-10-1", "-5-0-10", "a-0-10"] {
            assert_eq!(View::read(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn the_cities_around_a_point_are_shown_the_larger_ones_by_name() {
        let dots = View::around(point("27.18", "78.02")).dots(Locale::Fr);
        assert!((20..=MOST_DOTS).contains(&dots.len()), "{dots:?}");
        assert_eq!(dots[0].name, Some("Delhi"));
        let named: Vec<&Dot> = dots.iter().filter(|dot| dot.name.is_some()).collect();
        assert!((3..=MOST_NAMES).contains(&named.len()));
        for (place, dot) in named.iter().enumerate() {
            assert!(named[..place].iter().all(|other| !dot.meets(other)), "{dot:?}");
        }
        assert_eq!(View::around(point("-45", "-120")).dots(Locale::En), [], "far out at sea");
    }

    proptest! {
        #[test]
        fn the_near_view_of_a_point_that_was_pressed_holds_it(x in 0..=300_i32, y in 0..=120_i32) {
            let point = View::WORLD.pressed(x, y).unwrap();
            let near = View::around(point);
            prop_assert_eq!(View::read(&near.to_string()), Some(near));
            let mark = near.mark(point);
            prop_assert_eq!((mark.x, mark.y), place(point));
            prop_assert!(near.y + near.height() <= HEIGHT && near.x >= 0);
        }
    }
}
