//! Proposals below each other, each with a dot where its total lies, and a whisker as far as that is uncertain.

use super::{
    super::{severity::Estimate, spread::Spread},
    BASE, Caption, LEFT, LINE, RIGHT, at, bar, escaped, frame, line, name, text, ticks,
};
use crate::guidelines::Points;

/// So many rows are drawn; what comes after them is left to other pages.
pub const MOST_ROWS: usize = 60;
/// Far enough apart to be pressed with a finger.
const ROW: f64 = 28.0;
const RADIUS: f64 = 5.0;
/// How far the end of a whisker reaches to either side.
const CAP: f64 = 5.0;

/// Proposals with their totals, from 0 to 100 points.
#[derive(Clone, Debug, PartialEq)]
pub struct DotPlot {
    rows: Vec<Row>,
    left_out: usize,
}

/// A row, of the drawing and of the table.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    pub label: String,
    /// Where the label leads.
    pub address: Option<String>,
    /// In points, as the ends of the whisker are.
    pub value: f64,
    pub low: f64,
    pub high: f64,
}

impl Row {
    /// The mean, with a whisker from the lowest to the highest total.
    pub fn spread(label: String, address: Option<String>, spread: &Spread) -> Self {
        let points = |points: Points| f64::from(points.hundredths()) / 100.0;
        Self { label, address, value: points(spread.mean), low: points(spread.lowest), high: points(spread.highest) }
    }

    /// What the model says, with its interval.
    pub fn estimate(label: String, address: Option<String>, estimate: &Estimate) -> Self {
        Self { label, address, value: estimate.value, low: estimate.low, high: estimate.high }
    }

    fn draw(&self, top: f64) -> String {
        let middle = top + ROW / 2.0;
        let dot = format!("plot-dot{}", if is_on_scale(self.value) { "" } else { " plot-dot-beyond" });
        let [cx, cy] = [place(self.value), middle].map(at);
        self.named(top)
            + &self.whisker(middle)
            + &format!("<circle class=\"{dot}\" cx=\"{cx}\" cy=\"{cy}\" r=\"{RADIUS}\"/>")
    }

    fn named(&self, top: f64) -> String {
        let label = name(BASE, top + ROW / 2.0 + BASE - 1.0, &self.label);
        self.address.as_deref().map_or_else(
            || format!("<g>{label}</g>"),
            |address| {
                let target = bar("plot-target", (0.0, top), LEFT - BASE, ROW);
                format!("<a class=\"plot-link\" href=\"{}\">{label}{target}</a>", escaped(address))
            },
        )
    }

    /// An end that lies beyond the scale has no cap: there the whisker goes on.
    fn whisker(&self, middle: f64) -> String {
        let cap = |end: f64| line("plot-whisker", (place(end), middle - CAP), (place(end), middle + CAP));
        let caps: String = [self.low, self.high].into_iter().filter(|end| is_on_scale(*end)).map(cap).collect();
        if self.low < self.high {
            line("plot-whisker", (place(self.low), middle), (place(self.high), middle)) + &caps
        } else {
            String::new()
        }
    }
}

impl DotPlot {
    /// The first [`MOST_ROWS`] of these.
    pub fn of(mut rows: Vec<Row>) -> Self {
        let left_out = rows.len().saturating_sub(MOST_ROWS);
        rows.truncate(MOST_ROWS);
        Self { rows, left_out }
    }

    /// The table.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// How many rows are neither in the drawing nor in the table.
    pub const fn left_out(&self) -> usize {
        self.left_out
    }

    pub fn draw(&self, caption: &Caption<'_>) -> String {
        let top = |row: u32| BASE + ROW * f64::from(row);
        let rows: String = (0_u32..).zip(&self.rows).map(|(place, row)| row.draw(top(place))).collect();
        let bottom = top(u32::try_from(self.rows.len()).unwrap_or_default());
        let marks = ticks((0..=100).step_by(20), place, 0.0, bottom);
        let axis = line("plot-axis", (LEFT, bottom), (RIGHT, bottom));
        let words = text("plot-axis-label plot-middle", f64::midpoint(LEFT, RIGHT), bottom + 2.0 * LINE, caption.axis);
        let holds_links = self.rows.iter().any(|row| row.address.is_some());
        frame(caption, holds_links, bottom + 2.0 * LINE + BASE, &(marks + &axis + &rows + &words))
    }
}

/// Where so many points lie; at the edge, where they lie beyond.
fn place(points: f64) -> f64 {
    LEFT + (RIGHT - LEFT) * points.clamp(0.0, 100.0) / 100.0
}

fn is_on_scale(points: f64) -> bool {
    (0.0..=100.0).contains(&points)
}

#[cfg(test)]
mod tests {
    use super::{
        super::tests::{CAPTION, is_sound},
        *,
    };

    fn row(label: &str, value: f64, low: f64, high: f64) -> Row {
        Row { label: label.to_owned(), address: None, value, low, high }
    }

    #[test]
    fn a_row_is_drawn_where_its_numbers_lie() {
        let plot = DotPlot::of(vec![row("A <b>", 50.0, 25.0, 75.0), row("C", 80.0, 80.0, 80.0)]);
        let drawing = plot.draw(&CAPTION);
        is_sound(&drawing);
        assert!(drawing.contains("role=\"img\"") && drawing.contains("A &lt;b&gt;"));
        assert!(drawing.contains("<circle class=\"plot-dot\" cx=\"380\" cy=\"20\" r=\"5\"/>"));
        assert!(drawing.contains("<line class=\"plot-whisker\" x1=\"290\" y1=\"20\" x2=\"470\" y2=\"20\"/>"));
        assert_eq!(drawing.matches("plot-whisker").count(), 3, "one total has no whisker");
        is_sound(&DotPlot::of(Vec::new()).draw(&CAPTION));
    }

    #[test]
    fn what_is_beyond_the_scale_is_drawn_at_its_edge_and_marked() {
        let drawing = DotPlot::of(vec![row("A", 103.0, 90.0, 116.0), row("B", 3.0, -4.0, 10.0)]).draw(&CAPTION);
        is_sound(&drawing);
        assert!(drawing.contains("<circle class=\"plot-dot plot-dot-beyond\" cx=\"560\""));
        assert!(drawing.contains("x1=\"524\" y1=\"20\" x2=\"560\" y2=\"20\""));
        assert_eq!(drawing.matches("plot-dot-beyond").count(), 1);
        assert_eq!(drawing.matches("plot-whisker").count(), 4, "a whisker that goes on has one cap");
    }

    #[test]
    fn what_holds_links_is_no_image() {
        let address = Some("/desk?a=1&b=\"2\"".to_owned());
        let plot = DotPlot::of(vec![Row { address, ..row("A", 50.0, 40.0, 60.0) }, row("B", 50.0, 40.0, 60.0)]);
        let drawing = plot.draw(&CAPTION);
        is_sound(&drawing);
        assert!(drawing.contains("role=\"group\"") && !drawing.contains("role=\"img\""));
        assert!(drawing.contains("<a class=\"plot-link\" href=\"/desk?a=1&amp;b=&quot;2&quot;\">"));
        assert_eq!(drawing.matches("<a ").count(), 1);
    }

    #[test]
    fn the_drawing_and_the_table_end_at_the_same_row() {
        let plot = DotPlot::of(vec![row("A", 50.0, 40.0, 60.0); MOST_ROWS + 3]);
        assert_eq!((plot.rows().len(), plot.left_out()), (MOST_ROWS, 3));
        assert_eq!(plot.draw(&CAPTION).matches("<circle").count(), MOST_ROWS);
    }

    #[test]
    fn rows_are_made_of_totals_and_of_estimates() {
        let spread = Spread::of(&[6000, 7250].map(Points::from_hundredths)).unwrap();
        assert_eq!(Row::spread("A".to_owned(), None, &spread), row("A", 66.25, 60.0, 72.5));
        let estimate = Estimate { value: 66.0, standard_error: 2.0, low: 62.0, high: 70.0 };
        assert_eq!(Row::estimate("A".to_owned(), None, &estimate), row("A", 66.0, 62.0, 70.0));
    }
}
