//! Partner cities, and the lines that join them to the city that leads: nearly as a great circle goes, and the short way where
//! that crosses the date line.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
};

use super::view::{At, HEIGHT, View, WIDTH};

/// In pixels: partners nearer to each other than this share a dot.
const DOT: i64 = 8;
/// More lines than this would hide the map: only those that stand for the most Initiatives are drawn, and the dots they lead to.
const MOST_TIES: usize = 300;
/// Where the equator lies.
const EQUATOR: i64 = 8_400;
/// How little a line bows: chosen so that a quarter of the globe along 45° comes as near to the pole as its great circle does.
const BOW: i64 = 187_000_000;

/// A partner city of an Initiative.
#[derive(Clone, Copy, Debug)]
pub struct Join<'e> {
    /// Where the Initiative is drawn, and by which spot.
    pub from: At,
    pub spot: Option<usize>,
    pub to: At,
    pub name: &'e str,
}

/// Where partner cities are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Partner {
    pub at: At,
    pub left: String,
    pub top: String,
    pub names: String,
}

/// A line from the Initiatives of a spot to a partner city.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tie {
    /// For a `<path>`, in the places of the map.
    pub path: String,
    /// The spot that it comes from, if that is in the picture.
    pub spot: Option<usize>,
}

/// The dots in the view, and the lines of which an end lies in it.
pub fn drawn(view: View, joins: &[Join<'_>]) -> (Vec<Partner>, Vec<Tie>) {
    let square = view.pixels(DOT).max(1);
    let square_of = |at: At| (at.x / square, at.y / square);
    let mut dots: BTreeMap<(i64, i64), (At, BTreeSet<&str>)> = BTreeMap::new();
    for join in joins {
        let (first, names) = dots.entry(square_of(join.to)).or_insert_with(|| (join.to, BTreeSet::new()));
        *first = join.to.min(*first);
        names.insert(join.name);
    }
    let mut lines: BTreeMap<(At, At), (usize, Option<usize>)> = BTreeMap::new();
    for join in joins {
        let to = dots.get(&square_of(join.to)).map_or(join.to, |(at, _)| *at);
        if join.from != to && (view.holds(join.from) || view.holds(to)) {
            lines.entry((join.from, to)).or_insert((0, join.spot)).0 += 1;
        }
    }
    let mut lines: Vec<_> = lines.into_iter().collect();
    lines.sort_by_key(|(ends, (count, _))| (Reverse(*count), *ends));
    let all_drawn = lines.len() <= MOST_TIES;
    lines.truncate(MOST_TIES);
    let led_to: BTreeSet<At> = lines.iter().map(|((_, to), _)| *to).collect();
    let dots = dots.into_values().filter(|(at, _)| view.holds(*at) && (all_drawn || led_to.contains(at)));
    let dots = dots.map(|(at, names)| partner(view, at, &names));
    let ties = lines.into_iter().map(|((from, to), (_, spot))| Tie { path: arc(from, to), spot });
    (dots.collect(), ties.collect())
}

fn partner(view: View, at: At, names: &BTreeSet<&str>) -> Partner {
    let (left, top) = view.shares(at);
    Partner { at, left, top, names: names.iter().copied().collect::<Vec<_>>().join(", ") }
}

/// A line between two places; where the short way crosses the date line, its two halves, of which each leaves the picture.
pub fn arc(from: At, to: At) -> String {
    let straight = to.x - from.x;
    let short = if straight > WIDTH / 2 {
        straight - WIDTH
    } else if straight < -WIDTH / 2 {
        straight + WIDTH
    } else {
        straight
    };
    let mut path = curve(from, At { x: from.x + short, y: to.y });
    if short != straight {
        path.push_str(&curve(At { x: to.x - short, y: from.y }, to));
    }
    path
}

/// Bowed towards the nearer pole, the more the farther from the equator and from each other, and never off the picture.
fn curve(from: At, to: At) -> String {
    let (way, y) = (to.x - from.x, i64::midpoint(from.y, to.y));
    let bowed = (y - (EQUATOR - y) * way * way / BOW).clamp(0, HEIGHT);
    format!("M{} {}Q{} {} {} {}", from.x, from.y, i64::midpoint(from.x, to.x), bowed, to.x, to.y)
}
