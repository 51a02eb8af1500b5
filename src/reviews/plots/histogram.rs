//! How many totals lie in each ten points.

use super::{BASE, Caption, LINE, WIDTH, bar, frame, line, text, ticks};
use crate::guidelines::Points;

/// How many bins there are, and how many points each is wide.
const BINS: usize = 10;
const POINTS: u32 = 10;
/// The bars: where they begin and end, and how high the highest is.
const FROM: f64 = 20.0;
const TO: f64 = WIDTH - 20.0;
const HIGHEST: f64 = 160.0;
const GAP: f64 = 3.0;

/// Totals, counted in bins of ten points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Histogram {
    counts: [usize; BINS],
}

/// A line of the table: how many totals are at least `from` points and below `to`. In the last bin is `to` as well.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bin {
    pub from: u32,
    pub to: u32,
    pub count: usize,
}

impl Histogram {
    pub fn of(totals: &[Points]) -> Self {
        let mut counts = [0; BINS];
        for total in totals {
            let bin = usize::try_from(total.hundredths() / (100 * POINTS)).unwrap_or(BINS);
            counts[bin.min(BINS - 1)] += 1;
        }
        Self { counts }
    }

    pub fn rows(&self) -> Vec<Bin> {
        let from = (0..).step_by(10).zip(self.counts);
        from.map(|(from, count)| Bin { from, to: from + POINTS, count }).collect()
    }

    pub fn draw(&self, caption: &Caption<'_>) -> String {
        let rows = self.rows();
        let place = |points: f64| FROM + (TO - FROM) * points / 100.0;
        let bottom = LINE + HIGHEST;
        let most = rows.iter().map(|bin| number(bin.count)).fold(1.0, f64::max);
        let column = |bin: &Bin| {
            let (left, right) = (place(f64::from(bin.from)), place(f64::from(bin.to)));
            let top = bottom - HIGHEST * number(bin.count) / most;
            let count = text("plot-value plot-middle", f64::midpoint(left, right), top - BASE, &bin.count.to_string());
            bar("plot-bar", (left + GAP / 2.0, top), right - left - GAP, bottom - top) + &count
        };
        let bars: String = rows.iter().filter(|bin| bin.count > 0).map(column).collect();
        let marks = ticks((0..=100).step_by(10), place, bottom, bottom + BASE / 2.0);
        let axis = line("plot-axis", (FROM, bottom), (TO, bottom));
        let words = text("plot-axis-label plot-middle", WIDTH / 2.0, bottom + 2.0 * LINE, caption.axis);
        frame(caption, false, bottom + 2.0 * LINE + BASE, &(bars + &marks + &axis + &words))
    }
}

/// A count, to measure with.
fn number(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::{
        super::tests::{CAPTION, is_sound},
        *,
    };

    fn of(points: &[u32]) -> Histogram {
        Histogram::of(&points.iter().map(|points| Points::from_hundredths(*points)).collect::<Vec<_>>())
    }

    #[test]
    fn a_bin_holds_its_lower_end_and_the_last_one_both() {
        let rows = of(&[0, 999, 1000, 8999, 9000, 10_000]).rows();
        assert_eq!(rows.iter().map(|bin| bin.count).collect::<Vec<_>>(), [2, 1, 0, 0, 0, 0, 0, 0, 1, 2]);
        assert_eq!(rows[0], Bin { from: 0, to: 10, count: 2 });
        assert_eq!((rows[9].from, rows[9].to), (90, 100));
    }

    #[test]
    fn the_drawing_shows_each_count_of_the_table() {
        let histogram = of(&[7200, 7240, 7999, 4000]);
        let drawing = histogram.draw(&CAPTION);
        is_sound(&drawing);
        assert!(drawing.contains("role=\"img\""));
        assert_eq!(drawing.matches("class=\"plot-bar\"").count(), 2);
        assert!(drawing.contains("<rect class=\"plot-bar\" x=\"413.5\" y=\"20\" width=\"53\" height=\"160\"/>"));
        assert!(drawing.contains(">3</text>") && drawing.contains(">1</text>"));
        is_sound(&of(&[]).draw(&CAPTION));
    }
}
