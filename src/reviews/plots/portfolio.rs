//! What share of the chosen proposals, and of all, each category has: whether a choice leans to one side.

use super::{BASE, Caption, LEFT, LINE, RIGHT, bar, frame, line, name, text, ticks};
use crate::words::Locale;

/// One category's bars: how high each is, how far below each other categories are.
const BAR: f64 = 12.0;
const CATEGORY: f64 = 36.0;
/// The little square before a word of the legend, and how far apart the words are.
const SWATCH: f64 = 12.0;

/// How many proposals of each category there are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Portfolio {
    rows: Vec<Row>,
}

/// How many proposals of a category were chosen, and how many there are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Category {
    pub label: String,
    pub chosen: u32,
    pub all: u32,
}

/// A line of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    pub category: Category,
    /// Of all that were chosen; none if nothing was.
    pub of_chosen: Option<Share>,
    /// Of all that there are.
    pub of_all: Option<Share>,
}

/// A share, in tenths of a per cent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Share(u32);

/// What the two kinds of bars are called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Legend<'a> {
    pub chosen: &'a str,
    pub all: &'a str,
}

impl Share {
    /// Rounded to the nearest tenth of a per cent, a half upwards; none of nothing.
    pub fn of(part: u32, whole: u64) -> Option<Self> {
        let tenths = (2000 * u64::from(part) + whole).checked_div(2 * whole)?;
        u32::try_from(tenths).ok().map(Self)
    }

    pub const fn tenths(self) -> u32 {
        self.0
    }

    /// `33.3`, `33,3`; the page says of what.
    pub fn show(self, locale: Locale) -> String {
        let mark = if locale == Locale::En { '.' } else { ',' };
        format!("{}{mark}{}", self.0 / 10, self.0 % 10)
    }
}

impl Portfolio {
    /// In the order in which they come; each proposal is in one of them.
    pub fn of(categories: Vec<Category>) -> Self {
        let sum = |count: fn(&Category) -> u32| categories.iter().map(|one| u64::from(count(one))).sum::<u64>();
        let (chosen, all) = (sum(|one| one.chosen), sum(|one| one.all));
        Self::out_of(categories, chosen, all)
    }

    /// The same where a proposal can be in several categories: so many were chosen, and so many there are.
    pub fn out_of(categories: Vec<Category>, chosen: u64, all: u64) -> Self {
        let row = |category: Category| {
            let (of_chosen, of_all) = (Share::of(category.chosen, chosen), Share::of(category.all, all));
            Row { category, of_chosen, of_all }
        };
        Self { rows: categories.into_iter().map(row).collect() }
    }

    /// The table. Rounded shares need not add up to a hundred.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    pub fn draw(&self, caption: &Caption<'_>, legend: &Legend<'_>, locale: Locale) -> String {
        let most = self.rows.iter().flat_map(|row| [row.of_chosen, row.of_all]).flatten().max();
        // To the next ten per cent, so that no bar is longer than the axis.
        let end = most.map_or(100, |share| share.0.div_ceil(100).max(1) * 10);
        let place = |percent: f64| LEFT + (RIGHT - LEFT) * percent / f64::from(end);
        let top = |row: u32| 2.0 * LINE + CATEGORY * f64::from(row);
        let drawn = |share: Option<Share>, class: &str, y: f64| {
            share.map_or_else(String::new, |share| {
                let right = place(f64::from(share.0) / 10.0);
                let value = text("plot-value", right + BASE, y + BAR - 2.0, &share.show(locale));
                bar(class, (LEFT, y), right - LEFT, BAR) + &value
            })
        };
        let category = |(place, row): (u32, &Row)| {
            let middle = top(place) + CATEGORY / 2.0;
            let label = name(BASE, middle + BASE - 1.0, &row.category.label);
            let chosen = drawn(row.of_chosen, "plot-bar", middle - BAR - 1.0);
            format!("<g>{label}{chosen}{}</g>", drawn(row.of_all, "plot-bar plot-bar-all", middle + 1.0))
        };
        let rows: String = (0..).zip(&self.rows).map(category).collect();
        let bottom = top(u32::try_from(self.rows.len()).unwrap_or_default());
        let step = if end > 50 { 20 } else { 10 };
        let marks = ticks((0..=end).step_by(step), place, 2.0 * LINE, bottom);
        let axis = line("plot-axis", (LEFT, 2.0 * LINE), (LEFT, bottom));
        let words = text("plot-axis-label plot-middle", f64::midpoint(LEFT, RIGHT), bottom + 2.0 * LINE, caption.axis);
        let inside = legend.draw() + &marks + &axis + &rows + &words;
        frame(caption, false, bottom + 2.0 * LINE + BASE, &inside)
    }
}

impl Legend<'_> {
    fn draw(&self) -> String {
        let one = |class: &str, words: &str, y: f64| {
            bar(class, (LEFT, y), SWATCH, SWATCH) + &text("plot-label", LEFT + SWATCH + BASE, y + SWATCH - 1.0, words)
        };
        one("plot-bar", self.chosen, 1.0) + &one("plot-bar plot-bar-all", self.all, LINE)
    }
}

#[cfg(test)]
mod tests {
    use super::{
        super::tests::{CAPTION, is_sound},
        *,
    };

    fn portfolio(categories: &[(&str, u32, u32)]) -> Portfolio {
        let category = |(label, chosen, all): &(&str, u32, u32)| Category {
            label: (*label).to_owned(),
            chosen: *chosen,
            all: *all,
        };
        Portfolio::of(categories.iter().map(category).collect())
    }

    fn draw(portfolio: &Portfolio, locale: Locale) -> String {
        portfolio.draw(&CAPTION, &Legend { chosen: "Chosen & kept", all: "All" }, locale)
    }

    #[test]
    fn shares_are_of_what_was_chosen_and_of_all() {
        let portfolio = portfolio(&[("Governance", 1, 10), ("Sustainability", 2, 20), ("Innovation", 0, 10)]);
        let shares: Vec<_> = portfolio.rows().iter().map(|row| (row.of_chosen, row.of_all)).collect();
        let tenths = |chosen, all| (Some(Share(chosen)), Some(Share(all)));
        assert_eq!(shares, [tenths(333, 250), tenths(667, 500), tenths(0, 250)]);
    }

    #[test]
    fn where_a_proposal_is_in_several_categories_shares_are_of_proposals() {
        let category = |label: &str, chosen, all| Category { label: label.to_owned(), chosen, all };
        let portfolio = Portfolio::out_of(vec![category("Training", 2, 6), category("Meeting", 2, 4)], 2, 8);
        let shares: Vec<_> = portfolio.rows().iter().map(|row| (row.of_chosen, row.of_all)).collect();
        let tenths = |chosen, all| (Some(Share(chosen)), Some(Share(all)));
        assert_eq!(shares, [tenths(1000, 750), tenths(1000, 500)]);
    }

    #[test]
    fn the_drawing_shows_each_share_of_the_table() {
        let portfolio = portfolio(&[("Governance <1>", 1, 10), ("Sustainability", 2, 20), ("Innovation", 0, 10)]);
        let drawing = draw(&portfolio, Locale::Fr);
        is_sound(&drawing);
        for row in portfolio.rows() {
            for share in [row.of_chosen, row.of_all].into_iter().flatten() {
                assert!(drawing.contains(&format!(">{}</text>", share.show(Locale::Fr))), "{share:?}");
            }
        }
        assert!(drawing.contains(">66,7</text>") && drawing.contains("Governance &lt;1&gt;"));
        assert!(drawing.contains("Chosen &amp; kept"));
        assert!(draw(&portfolio, Locale::En).contains(">66.7</text>"));
    }

    #[test]
    fn no_bar_is_longer_than_the_axis() {
        let drawing = draw(&portfolio(&[("A", 20, 20)]), Locale::En);
        assert!(drawing.contains("width=\"360\" height=\"12\"") && drawing.contains(">100</text>"));
        // The longest of 8.3 % reaches most of an axis of ten.
        let many: Vec<(&str, u32, u32)> = vec![("A", 1, 1); 12];
        assert!(draw(&portfolio(&many), Locale::En).contains("width=\"298.8\""));
    }

    #[test]
    fn where_nothing_is_there_is_no_share() {
        let portfolio = portfolio(&[("A", 0, 3), ("B", 0, 0)]);
        assert_eq!(portfolio.rows()[0].of_chosen, None);
        assert_eq!(portfolio.rows()[1].of_all, Some(Share(0)));
        is_sound(&draw(&portfolio, Locale::Es));
        is_sound(&draw(&self::portfolio(&[]), Locale::Es));
    }
}
