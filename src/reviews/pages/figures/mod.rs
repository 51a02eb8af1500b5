//! The figures of a call: what stands above each of their pages, and drawings with the tables that say the same.

pub mod portfolio;
pub mod progress;
pub mod statistics;

use super::Reader;
use crate::{
    entity::call,
    reviews::{
        listing::{Filter, View},
        plots::{DotPlot, Histogram, Plot, PlotRow},
    },
    words::Locale,
};

/// The call, and its pages of figures.
pub struct CallHead {
    pub title: String,
    /// Its page at the desk.
    pub href: String,
    pub tabs: Vec<Tab>,
}

/// A page of figures.
pub struct Tab {
    pub text: String,
    pub href: String,
    pub current: bool,
}

/// The pages of figures, by the last part of their addresses, with the key of what they are called.
const TABS: [(&str, &str); 3] =
    [("progress", "figures-progress"), ("statistics", "figures-statistics"), ("portfolio", "figures-portfolio")];

impl CallHead {
    /// `current` is the page on which it stands; empty where it is none of them.
    pub fn new(call: &call::Model, current: &str, locale: Locale) -> Self {
        let tab = |(page, key): &(&str, &str)| Tab {
            text: locale.t(key),
            href: format!("/desk/calls/{}/{page}", call.slug),
            current: *page == current,
        };
        Self {
            title: call.title.get(locale).to_owned(),
            href: format!("/desk/calls/{}", call.slug),
            tabs: TABS.iter().map(tab).collect(),
        }
    }
}

/// The address of the desk's list with this filter, on this call.
fn desk(call: &call::Model, filter: Filter) -> String {
    let filter = Filter { call: Some(call.slug.clone()), ..filter };
    View::of(filter).address()
}

/// The bins of a histogram.
fn bins(histogram: &Histogram, heads: &[String], reader: Reader) -> Vec<PlotRow> {
    let bins = histogram.rows();
    let last = bins.len();
    let row = |(number, bin): (usize, crate::reviews::plots::histogram::Bin)| {
        let ends = [("from", bin.from.into()), ("to", bin.to.into())];
        let key = if number == last { "figures-bin-last" } else { "figures-bin" };
        PlotRow::new(reader.locale.tr(key, &ends), None, vec![bin.count.to_string()], heads)
    };
    (1..).zip(bins).map(row).collect()
}

/// The rows of dots and whiskers.
fn dots(plot: &DotPlot, heads: &[String], reader: Reader) -> Vec<PlotRow> {
    let number = |value: f64| decimal(value, 2, reader.locale);
    let row = |row: &crate::reviews::plots::dots::Row| {
        let cells = vec![number(row.value), number(row.low), number(row.high)];
        PlotRow::new(row.label.clone(), row.address.clone(), cells, heads)
    };
    plot.rows().iter().map(row).collect()
}

/// `-0.5` as a reader of `locale` expects it, with a real minus; never a minus before nothing.
fn decimal(value: f64, digits: usize, locale: Locale) -> String {
    let plain = format!("{value:.digits$}");
    let (sign, plain) = plain.strip_prefix('-').map_or(("", plain.as_str()), |rest| ("\u{2212}", rest));
    let sign = if plain.bytes().all(|b| matches!(b, b'0' | b'.')) { "" } else { sign };
    let plain = if locale == Locale::En { plain.to_owned() } else { plain.replace('.', ",") };
    format!("{sign}{plain}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_the_reader_writes_them() {
        assert_eq!(decimal(0.815, 3, Locale::En), "0.815");
        assert_eq!(decimal(-2.25, 1, Locale::Fr), "\u{2212}2,2");
        assert_eq!(decimal(-0.001, 2, Locale::Es), "0,00", "no minus before nothing");
    }
}
