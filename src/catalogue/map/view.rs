//! Which part of the world a map shows. Places on it are in hundredths of a degree, from 180° west and 84° north (the land of
//! assets/map/world.svg is in tenths). What lies farther south or north is drawn at the edge.

use serde::Deserialize;

use crate::places::{MicroDegrees, Point};

/// The whole picture.
pub const WIDTH: i64 = 36_000;
pub const HEIGHT: i64 = 14_400;
/// So many times the picture can be halved, and is whole hundredths still.
pub const NEAREST: u32 = 5;
/// As small as a map is ever drawn: its width in pixels of the style sheet (`.world-sheet`).
pub const DRAWN: i64 = 960;
/// In a hundredth of a degree.
const MILLIONTHS: i64 = 10_000;
const WEST: i64 = -180_000_000;
const NORTH: i64 = 84_000_000;

/// A place on the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct At {
    pub x: i64,
    pub y: i64,
}

impl At {
    /// Where a point of the globe lies on the map.
    pub fn of(point: Point) -> Self {
        let (lat, lon) = (i64::from(point.lat().millionths()), i64::from(point.lon().millionths()));
        Self { x: ((lon - WEST) / MILLIONTHS).clamp(0, WIDTH), y: ((NORTH - lat) / MILLIONTHS).clamp(0, HEIGHT) }
    }
}

/// What an address says of the view: `?at=41.4,2.2&zoom=3`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Looking {
    pub at: String,
    pub zoom: String,
}

impl Looking {
    pub fn view(&self) -> View {
        View::read(&self.at, &self.zoom)
    }
}

/// A part of the map, as high as the whole in proportion to its width.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct View {
    x: i64,
    y: i64,
    zoom: u32,
}

impl View {
    pub const WORLD: Self = Self { x: 0, y: 0, zoom: 0 };

    /// The view of an address, which may come from anywhere: what it says amiss is as if it were not said.
    pub fn read(at: &str, zoom: &str) -> Self {
        let middle = at.split_once(',').and_then(|(lat, lon)| Point::parse(lat, lon));
        Self::around(middle.map_or(Self::WORLD.middle(), At::of), zoom.trim().parse().unwrap_or_default())
    }

    /// What lies around a place, `zoom` times halved.
    pub fn around(middle: At, zoom: u32) -> Self {
        let zoom = zoom.min(NEAREST);
        let (width, height) = (WIDTH >> zoom, HEIGHT >> zoom);
        let x = (middle.x - width / 2).clamp(0, WIDTH - width);
        Self { x, y: (middle.y - height / 2).clamp(0, HEIGHT - height), zoom }
    }

    pub const fn is_world(self) -> bool {
        self.zoom == 0
    }

    pub const fn zoom(self) -> u32 {
        self.zoom
    }

    pub const fn width(self) -> i64 {
        WIDTH >> self.zoom
    }

    pub const fn height(self) -> i64 {
        HEIGHT >> self.zoom
    }

    pub const fn middle(self) -> At {
        At { x: self.x + self.width() / 2, y: self.y + self.height() / 2 }
    }

    /// Its middle, as an address names it: `41.4,2.2`.
    pub fn at(self) -> String {
        let At { x, y } = self.middle();
        let degrees = |millionths: i64| MicroDegrees::from_millionths(i32::try_from(millionths).unwrap_or_default());
        format!("{},{}", degrees(NORTH - y * MILLIONTHS), degrees(WEST + x * MILLIONTHS))
    }

    /// The `viewBox` of the land in it.
    pub fn view_box(self) -> String {
        format!("{} {} {} {}", self.x, self.y, self.width(), self.height())
    }

    pub fn nearer(self) -> Option<Self> {
        (self.zoom < NEAREST).then(|| Self::around(self.middle(), self.zoom + 1))
    }

    pub fn farther(self) -> Option<Self> {
        self.zoom.checked_sub(1).map(|zoom| Self::around(self.middle(), zoom))
    }

    /// So many halves of a picture to the right and down; none where the world ends.
    pub fn moved(self, right: i64, down: i64) -> Option<Self> {
        let At { x, y } = self.middle();
        let middle = At { x: x + right * self.width() / 2, y: y + down * self.height() / 2 };
        Some(Self::around(middle, self.zoom)).filter(|moved| *moved != self)
    }

    /// The nearest view that holds all of these with some room around them; none where there is none nearer than this.
    pub fn onto(self, places: &[At]) -> Option<Self> {
        let ends = |of: fn(&At) -> i64| Some((places.iter().map(of).min()?, places.iter().map(of).max()?));
        let ((left, right), (top, low)) = (ends(|at| at.x)?, ends(|at| at.y)?);
        let has_room = |zoom: &u32| WIDTH >> *zoom >= 2 * (right - left) && HEIGHT >> *zoom >= 2 * (low - top);
        let zoom = (self.zoom + 1..=NEAREST).rev().find(has_room).unwrap_or(self.zoom + 1);
        let middle = At { x: i64::midpoint(left, right), y: i64::midpoint(top, low) };
        (self.zoom < NEAREST).then(|| Self::around(middle, zoom))
    }

    pub fn holds(self, at: At) -> bool {
        (self.x..=self.x + self.width()).contains(&at.x) && (self.y..=self.y + self.height()).contains(&at.y)
    }

    /// The place itself, or the nearest that is so far from every edge.
    pub fn inside(self, at: At, margin: i64) -> At {
        let between = |at: i64, start: i64, size: i64| at.max(start + margin).min(start + size - margin);
        At { x: between(at.x, self.x, self.width()), y: between(at.y, self.y, self.height()) }
    }

    /// So many pixels, where the map is drawn as small as it ever is.
    pub const fn pixels(self, pixels: i64) -> i64 {
        pixels * self.width() / DRAWN
    }

    /// How far from the left and from the top: `27.31%`, `8.00%`.
    pub fn shares(self, at: At) -> (String, String) {
        let share = |way: i64, all: i64| {
            let hundredths = way.clamp(0, all) * 10_000 / all;
            format!("{}.{:02}%", hundredths / 100, hundredths % 100)
        };
        (share(at.x - self.x, self.width()), share(at.y - self.y, self.height()))
    }
}
