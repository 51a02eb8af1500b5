//! Drawings of numbers, as SVG. Each is made from a value that also gives its table, so that what is drawn and what is read
//! cannot disagree: a page shows both. They hold classes only (`assets/css/work/55-plots.css`), for the Content-Security-Policy
//! refuses styles and scripts; every word in them is the caller's, in the reader's language.

pub mod dots;
pub mod heaps;
pub mod histogram;
pub mod portfolio;

pub use dots::DotPlot;
pub use heaps::Heaps;
pub use histogram::Histogram;
pub use portfolio::Portfolio;

/// What a drawing is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Caption<'a> {
    /// Like no other in the page: the ids of the title and of the description begin with it.
    pub id: &'a str,
    pub title: &'a str,
    /// What can be seen in the drawing, in a sentence or two.
    pub description: &'a str,
    /// What the axis measures, with its unit.
    pub axis: &'a str,
}

/// A drawing, with the table that says the same.
pub struct Plot {
    pub title: String,
    pub text: String,
    pub drawing: String,
    pub heads: Vec<String>,
    pub rows: Vec<PlotRow>,
    /// What is not in it.
    pub note: Option<String>,
}

/// A line of the table: its name, and its numbers.
pub struct PlotRow {
    pub name: String,
    pub href: Option<String>,
    /// With the head of the column.
    pub cells: Vec<(String, String)>,
}

impl PlotRow {
    /// `heads` are those of all columns, the first of which is the name's.
    pub fn new(name: String, href: Option<String>, cells: Vec<String>, heads: &[String]) -> Self {
        Self { name, href, cells: heads.iter().skip(1).cloned().zip(cells).collect() }
    }
}

/// How wide every drawing is, in units of its own: pixels where there is just enough room.
const WIDTH: f64 = 600.0;
/// Where the names of rows end, and what is measured begins and ends.
const LEFT: f64 = 200.0;
const RIGHT: f64 = 560.0;
/// How high a line of text is.
const LINE: f64 = 20.0;
/// How far above its line's lower end a text stands.
const BASE: f64 = 6.0;
/// How many characters of a name there is room for beside what is measured.
const MOST_NAME: usize = 28;

/// The drawing around what is drawn. What holds links is a group: in an `img` nothing can be reached.
fn frame(caption: &Caption<'_>, holds_links: bool, height: f64, inside: &str) -> String {
    let role = if holds_links { "group" } else { "img" };
    let [id, title, description] = [caption.id, caption.title, caption.description].map(escaped);
    let (width, height) = (at(WIDTH), at(height));
    format!(
        "<svg class=\"plot\" viewBox=\"0 0 {width} {height}\" role=\"{role}\" aria-labelledby=\"{id}-title {id}-desc\">\
         <title id=\"{id}-title\">{title}</title><desc id=\"{id}-desc\">{description}</desc>{inside}</svg>"
    )
}

/// Whole numbers along an axis from left to right, a line up through the drawing at each.
fn ticks(numbers: impl IntoIterator<Item = u32>, place: impl Fn(f64) -> f64, top: f64, bottom: f64) -> String {
    let tick = |number: u32| {
        let x = place(f64::from(number));
        line("plot-grid", (x, top), (x, bottom)) + &text("plot-tick", x, bottom + LINE - BASE, &number.to_string())
    };
    numbers.into_iter().map(tick).collect()
}

fn line(class: &str, from: (f64, f64), to: (f64, f64)) -> String {
    let [x1, y1, x2, y2] = [from.0, from.1, to.0, to.1].map(at);
    format!("<line class=\"{class}\" x1=\"{x1}\" y1=\"{y1}\" x2=\"{x2}\" y2=\"{y2}\"/>")
}

fn bar(class: &str, corner: (f64, f64), width: f64, height: f64) -> String {
    let [x, y, width, height] = [corner.0, corner.1, width, height].map(at);
    format!("<rect class=\"{class}\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"/>")
}

fn text(class: &str, x: f64, y: f64, words: &str) -> String {
    format!("<text class=\"{class}\" x=\"{}\" y=\"{}\">{}</text>", at(x), at(y), escaped(words))
}

/// The name of a row, as far as there is room; all of it comes up under the pointer.
fn name(x: f64, y: f64, words: &str) -> String {
    let whole = words.chars().count() <= MOST_NAME;
    let short: String = words.chars().take(MOST_NAME - 1).chain(['…']).collect();
    let tip = if whole { String::new() } else { format!("<title>{}</title>", escaped(words)) };
    tip + &text("plot-label", x, y, if whole { words } else { &short })
}

/// A coordinate: tenths are finer than any screen. Zero is added for the sake of what is a little below it.
fn at(value: f64) -> f64 {
    (value * 10.0).round() / 10.0 + 0.0
}

/// A text as it stands in SVG, in an element or in an attribute.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            other => safe.push(other),
        }
    }
    safe
}

/// What the tests of all drawings ask.
#[cfg(test)]
mod tests {
    use super::*;

    pub const CAPTION: Caption<'_> =
        Caption { id: "p", title: "Totals <all>", description: "\"As\" they'd be & are", axis: "points" };

    /// That a drawing is sound: every element is closed, nothing in it is a style or a script, and the words are escaped.
    pub fn is_sound(drawing: &str) {
        let mut open: Vec<&str> = Vec::new();
        for piece in drawing.split('<').skip(1) {
            let (tag, words) = piece.split_once('>').unwrap();
            assert!(!words.contains('>'), "{words}");
            let element = tag.split(' ').next().unwrap();
            if let Some(closed) = element.strip_prefix('/') {
                assert_eq!(open.pop(), Some(closed));
            } else if !tag.ends_with('/') {
                open.push(element);
            }
            assert!(!matches!(element, "style" | "script"), "{tag}");
            assert!(!tag.contains("style=") && !tag.contains(" on"), "{tag}");
            assert_eq!(tag.matches('"').count() % 2, 0, "{tag}");
        }
        assert_eq!(open, [""; 0]);
        assert!(!drawing.contains("NaN") && !drawing.contains("inf"), "{drawing}");
        assert!(drawing.contains("aria-labelledby=\"p-title p-desc\""));
        assert!(drawing.contains("<title id=\"p-title\">Totals &lt;all&gt;</title>"));
        assert!(drawing.contains("<desc id=\"p-desc\">&quot;As&quot; they&#39;d be &amp; are</desc>"));
    }

    #[test]
    fn a_name_is_cut_between_characters_and_kept_whole_under_the_pointer() {
        assert_eq!(name(0.0, 0.0, "Été"), "<text class=\"plot-label\" x=\"0\" y=\"0\">Été</text>");
        let long = "é".repeat(MOST_NAME + 1);
        let drawn = name(0.0, 0.0, &long);
        assert!(drawn.starts_with(&format!("<title>{long}</title>")));
        assert!(drawn.ends_with(&format!(">{}…</text>", "é".repeat(MOST_NAME - 1))));
    }

    #[test]
    fn coordinates_are_short_numbers() {
        assert_eq!([1.0 / 3.0, -0.01, 480.0].map(|value| at(value).to_string()), ["0.3", "0", "480"]);
    }
}
