//! What lies too close together to be told apart is one circle with a number. Circles never lie over each other, as small as the
//! map may be drawn, and each can be pressed with a finger. Which things are one circle depends on the view alone, never on the
//! order in which they come.

use std::{cmp::Reverse, collections::BTreeMap};

use super::view::{At, View};

/// In pixels: of the circle of a single thing, of which 24 is the least that can be pressed.
const LEAST_RADIUS: i64 = 13;
/// What is left free between two circles, and before the edge.
const GAP: i64 = 2;

/// Things that one circle stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cluster<T> {
    /// In the middle of its things, as far as there is room for the circle.
    pub at: At,
    pub items: Vec<T>,
    /// Of all their places.
    sum: At,
    /// The westernmost of their places, which is like no other cluster's.
    first: At,
}

/// How large a circle is, in pixels: so large that its number can be read.
pub const fn radius(count: usize) -> i64 {
    match count {
        0 | 1 => LEAST_RADIUS,
        2..=9 => 15,
        10..=99 => 17,
        100..=999 => 20,
        _ => 25,
    }
}

/// All that lies in the view, each in one cluster. First by the squares of a grid, of which a picture has some hundreds; then
/// circles that meet are joined, the largest first, until none meet.
pub fn gather<T>(view: View, things: impl IntoIterator<Item = (At, T)>) -> Vec<Cluster<T>> {
    let square = view.pixels(2 * LEAST_RADIUS).max(1);
    let mut squares: BTreeMap<(i64, i64), Cluster<T>> = BTreeMap::new();
    for (at, thing) in things.into_iter().filter(|(at, _)| view.holds(*at)) {
        let square = (at.x / square, at.y / square);
        squares.entry(square).or_insert_with(|| Cluster::beginning(at)).add(at, thing);
    }
    let mut clusters: Vec<Cluster<T>> = squares.into_values().map(|cluster| cluster.settled(view)).collect();
    loop {
        clusters.sort_by_key(|cluster| (Reverse(cluster.items.len()), cluster.at, cluster.first));
        let before = clusters.len();
        clusters = joined(view, clusters);
        if clusters.len() == before {
            return clusters;
        }
    }
}

fn joined<T>(view: View, clusters: Vec<Cluster<T>>) -> Vec<Cluster<T>> {
    let mut kept: Vec<Cluster<T>> = Vec::with_capacity(clusters.len());
    for cluster in clusters {
        match kept.iter().position(|other| other.meets(&cluster, view)) {
            Some(place) => {
                let joined = kept.swap_remove(place).with(cluster).settled(view);
                kept.push(joined);
            }
            None => kept.push(cluster),
        }
    }
    kept
}

impl<T> Cluster<T> {
    const fn beginning(at: At) -> Self {
        Self { at, items: Vec::new(), sum: At { x: 0, y: 0 }, first: at }
    }

    fn add(&mut self, at: At, thing: T) {
        self.items.push(thing);
        self.sum = At { x: self.sum.x + at.x, y: self.sum.y + at.y };
        self.first = self.first.min(at);
    }

    fn with(mut self, other: Self) -> Self {
        self.items.extend(other.items);
        self.sum = At { x: self.sum.x + other.sum.x, y: self.sum.y + other.sum.y };
        self.first = self.first.min(other.first);
        self
    }

    fn settled(mut self, view: View) -> Self {
        let count = i64::try_from(self.items.len()).unwrap_or(i64::MAX).max(1);
        let middle = At { x: self.sum.x / count, y: self.sum.y / count };
        self.at = view.inside(middle, view.pixels(radius(self.items.len()) + GAP));
        self
    }

    fn meets(&self, other: &Self, view: View) -> bool {
        let reach = view.pixels(radius(self.items.len()) + radius(other.items.len()) + GAP);
        let (right, down) = (self.at.x - other.at.x, self.at.y - other.at.y);
        right * right + down * down < reach * reach
    }
}
