//! How many there were on each of some days, in three heaps one above the other.

use super::{BASE, Caption, LINE, WIDTH, bar, escaped, frame, line, text};

/// How many heaps a day has.
pub const HEAPS: usize = 3;
/// The columns: where they begin and end, and how high the highest is.
const FROM: f64 = 40.0;
const TO: f64 = WIDTH - 20.0;
const HIGHEST: f64 = 110.0;
const GAP: f64 = 3.0;
/// The side of what shows a heap's colour beside its name.
const SWATCH: f64 = 12.0;
/// How each heap is drawn: filled, filled in the colour of what is amiss, as an outline.
const CLASSES: [&str; HEAPS] = ["plot-bar", "plot-bar plot-bar-amiss", "plot-bar plot-bar-all"];

/// Counts by day, the lowest heap first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heaps {
    days: Vec<[u32; HEAPS]>,
}

/// What stands beside the columns.
#[derive(Clone, Copy, Debug)]
pub struct Labels<'a> {
    /// The first day and the last.
    pub ends: [&'a str; 2],
    /// What the heaps are, the lowest first.
    pub heaps: [&'a str; HEAPS],
    /// What comes up under the pointer, for each day.
    pub tips: &'a [String],
}

impl Heaps {
    pub fn of(days: Vec<[u32; HEAPS]>) -> Self {
        Self { days }
    }

    /// Whether there was nothing on any day.
    pub fn is_empty(&self) -> bool {
        self.days.iter().flatten().all(|count| *count == 0)
    }

    pub fn draw(&self, caption: &Caption<'_>, labels: Labels<'_>) -> String {
        let most = self.days.iter().map(sum).fold(1.0, f64::max);
        let top = 4.0 * LINE;
        let bottom = top + HIGHEST;
        let wide = (TO - FROM) / f64::from(u32::try_from(self.days.len()).unwrap_or(u32::MAX).max(1));
        let column = |(nth, day): (u32, &[u32; HEAPS])| {
            let left = FROM + wide * f64::from(nth) + GAP / 2.0;
            let mut foot = bottom;
            let mut drawn = String::new();
            for (count, class) in day.iter().zip(CLASSES).filter(|(count, _)| **count > 0) {
                let height = HIGHEST * f64::from(*count) / most;
                foot -= height;
                drawn += &bar(class, (left, foot), wide - GAP, height);
            }
            let tip = usize::try_from(nth).ok().and_then(|nth| labels.tips.get(nth));
            let tip = tip.map(|tip| format!("<title>{}</title>", escaped(tip))).unwrap_or_default();
            format!("<g>{tip}{drawn}</g>")
        };
        let columns: String = (0..).zip(&self.days).filter(|(_, day)| sum(day) > 0.0).map(column).collect();
        let scale = line("plot-grid", (FROM, top), (TO, top))
            + &text("plot-value plot-end", FROM - BASE, top + BASE / 2.0, &format!("{most:.0}"))
            + &line("plot-axis", (FROM, bottom), (TO, bottom));
        let below = bottom + LINE - BASE / 2.0;
        let ends = text("plot-value", FROM, below, labels.ends[0])
            + &text("plot-value plot-end", TO, below, labels.ends[1])
            + &text("plot-axis-label plot-middle", f64::midpoint(FROM, TO), below, caption.axis);
        let key: String = (0..).zip(labels.heaps.into_iter().zip(CLASSES)).map(swatch).collect();
        frame(caption, false, bottom + LINE + BASE, &(key + &scale + &columns + &ends))
    }
}

/// The name of a heap, and how it is drawn.
fn swatch((nth, (words, class)): (u32, (&str, &str))) -> String {
    // One below the other: names are as long as a language needs.
    let above = LINE * f64::from(nth);
    bar(class, (FROM, above), SWATCH, SWATCH) + &text("plot-value", FROM + SWATCH + BASE, above + SWATCH - 1.0, words)
}

fn sum(day: &[u32; HEAPS]) -> f64 {
    day.iter().map(|count| f64::from(*count)).sum()
}

#[cfg(test)]
mod tests {
    use super::{
        super::tests::{CAPTION, is_sound},
        *,
    };

    const TIPS: [String; 0] = [];

    fn draw(days: Vec<[u32; HEAPS]>, tips: &[String]) -> String {
        let labels = Labels { ends: ["1 April", "<3> April"], heaps: ["sent", "amiss", "waiting"], tips };
        Heaps::of(days).draw(&CAPTION, labels)
    }

    #[test]
    fn each_heap_stands_on_the_one_before_and_the_highest_day_reaches_the_top() {
        let tips = ["none", "3 & 1", "2"].map(str::to_owned);
        let drawing = draw(vec![[0, 0, 0], [3, 0, 1], [0, 2, 0]], &tips);
        is_sound(&drawing);
        assert!(drawing.contains("role=\"img\""));
        assert!(drawing.contains("<title>3 &amp; 1</title>") && !drawing.contains("none"), "{drawing}");
        assert!(
            drawing.contains("class=\"plot-bar\" x=\"221.5\" y=\"107.5\" width=\"177\" height=\"82.5\""),
            "{drawing}"
        );
        assert!(drawing.contains("class=\"plot-bar plot-bar-all\" x=\"221.5\" y=\"80\""), "{drawing}");
        assert!(drawing.contains(">4</text>") && drawing.contains("&lt;3&gt; April"));
    }

    #[test]
    fn days_without_anything_are_drawn_too() {
        is_sound(&draw(vec![[0, 0, 0]; 30], &TIPS));
        is_sound(&draw(Vec::new(), &TIPS));
        assert!(Heaps::of(vec![[0, 0, 0]; 30]).is_empty() && !Heaps::of(vec![[0, 0, 1]]).is_empty());
    }
}
