//! What the reviews of a call say together: the ranking, how far reviewers agree, and how severe they are.

use askama::Template;

use super::{CallHead, Plot, bins, decimal, desk, dots};
use crate::{
    entity::call,
    guidelines::{Points, Rubric},
    proposals::workflow::State,
    reviews::{
        figures::ranking::{Agreement, Order, Reading, Row, Statistics},
        listing::Filter,
        pages::{Fact, Reader, list::Head, titled},
        plots::{Caption, DotPlot, Histogram, dots::Row as Dot},
        severity::{Corrected, Estimate, LEAST_PROPOSALS, LEAST_REVIEWS, Unfit},
        spread::{Completion, Spread},
    },
    web::Frame,
    words::Arg,
};

#[derive(Template)]
#[template(path = "desk/figures/statistics.html")]
pub struct StatisticsPage {
    pub frame: Frame,
    pub head: CallHead,
    pub facts: Vec<Fact>,
    pub columns: Vec<Head>,
    pub rows: Vec<Line>,
    pub is_corrected: bool,
    /// Why there is no correction.
    pub uncorrected: Option<Uncorrected>,
    /// Whose reviews were left out of it.
    pub alone: Option<String>,
    pub severities: Vec<Severity>,
    pub agreement: Vec<Agreed>,
    /// That agreement rests on few reviews.
    pub few: Option<String>,
    pub plots: Vec<Plot>,
    /// No review is in.
    pub is_empty: bool,
    /// Where proposals get their reviewers.
    pub to_assign: String,
}

/// What the page is made from.
pub struct Ranking<'a> {
    pub found: &'a Statistics,
    pub order: Order,
    pub rubric: &'a Rubric,
    pub completion: Completion,
}

/// A proposal of the ranking.
pub struct Line {
    pub place: String,
    pub href: String,
    pub reference: String,
    pub title: String,
    pub title_lang: Option<&'static str>,
    pub state: &'static str,
    pub mean: String,
    pub median: String,
    pub gap: String,
    pub deviation: String,
    pub reviews: String,
    pub far_apart: bool,
    /// The value, and its interval; none without a correction.
    pub corrected: Option<(String, String)>,
}

/// Why there is no correction, and the groups of reviewers that have nothing in common, if that is why.
pub struct Uncorrected {
    pub text: String,
    pub groups: Vec<String>,
}

/// How severe a reviewer is.
pub struct Severity {
    pub name: String,
    pub href: String,
    pub reviews: usize,
    pub effect: String,
    pub interval: String,
    pub reading: String,
}

/// How far reviewers agree on a criterion.
pub struct Agreed {
    pub criterion: String,
    pub compared: usize,
    pub ordinal: String,
    pub interval: String,
    pub reading: String,
}

impl StatisticsPage {
    pub fn new(frame: Frame, reader: Reader, call: &call::Model, ranking: &Ranking<'_>) -> Self {
        let found = ranking.found;
        let model = found.correction.model.as_ref();
        let under_review = Filter { state: Some(State::UnderReview), ..Filter::default() };
        Self {
            head: CallHead::new(call, "statistics", reader.locale),
            facts: facts(ranking, reader),
            columns: columns(call, ranking, reader),
            rows: found.rows.iter().map(|row| line(row, reader)).collect(),
            is_corrected: model.is_ok(),
            uncorrected: model.err().map(|unfit| uncorrected(unfit, found, reader)),
            alone: alone(found, reader),
            severities: model.map(|model| severities(model, found, reader)).unwrap_or_default(),
            agreement: found.agreement.iter().map(|one| agreed(one, ranking.rubric, reader)).collect(),
            few: found.few.map(|n| reader.locale.tr("figures-agreement-few", &least(n))),
            plots: plots(found, reader),
            is_empty: found.totals.is_empty(),
            to_assign: desk(call, under_review),
            frame,
        }
    }
}

/// `12 of 15 (80 %)`.
pub fn reviews_in(completion: &Completion, reader: Reader) -> String {
    let percent = completion.percent().unwrap_or_default();
    let counts =
        [("in", completion.submitted.into()), ("asked", completion.assigned.into()), ("percent", percent.into())];
    reader.locale.tr("figures-completion-reviews", &counts)
}

/// `3 of 5`.
pub fn proposals_complete(completion: &Completion, reader: Reader) -> String {
    let counts = [("complete", completion.complete.into()), ("all", completion.proposals.into())];
    reader.locale.tr("figures-completion-proposals", &counts)
}

fn facts(ranking: &Ranking<'_>, reader: Reader) -> Vec<Fact> {
    let means: Vec<Points> = ranking.found.rows.iter().filter_map(|row| Some(row.spread?.mean)).collect();
    let points = |points: Option<Points>| points.map_or_else(|| reader.t("desk-none"), |it| it.show(reader.locale));
    let of_means = Spread::of(&means);
    vec![
        Fact::new(reader.t("figures-fact-reviews"), reviews_in(&ranking.completion, reader)),
        Fact::new(reader.t("figures-fact-complete"), proposals_complete(&ranking.completion, reader)),
        Fact::new(reader.t("figures-fact-reviewed"), means.len().to_string()),
        Fact::new(reader.t("figures-fact-mean"), points(of_means.map(|spread| spread.mean))),
        Fact::new(reader.t("figures-fact-median"), points(of_means.map(|spread| spread.median))),
    ]
}

fn columns(call: &call::Model, ranking: &Ranking<'_>, reader: Reader) -> Vec<Head> {
    let base = format!("/desk/calls/{}/statistics", call.slug);
    let column = |label: &str, order: Option<Order>, numeric: bool| Head {
        label: reader.t(label),
        href: order.map(|order| match order {
            Order::Mean => base.clone(),
            Order::Median | Order::Gap | Order::Deviation | Order::Title => format!("{base}?sort={}", order.code()),
        }),
        sorted: match order {
            Some(order) if order != ranking.order => "",
            Some(Order::Title) => "ascending",
            Some(Order::Mean | Order::Median | Order::Gap | Order::Deviation) => "descending",
            None => "",
        },
        numeric,
    };
    let mut columns = vec![
        column("figures-column-place", None, true),
        column("desk-column-title", Some(Order::Title), false),
        column("desk-column-state", None, false),
        column("figures-column-mean", Some(Order::Mean), true),
    ];
    if ranking.found.correction.model.is_ok() {
        columns.push(column("figures-column-corrected", None, true));
    }
    columns.extend([
        column("figures-column-median", Some(Order::Median), true),
        column("desk-column-gap", Some(Order::Gap), true),
        column("figures-column-deviation", Some(Order::Deviation), true),
        column("desk-column-reviews", None, true),
    ]);
    columns
}

fn line(row: &Row, reader: Reader) -> Line {
    let proposal = &row.proposal;
    let (title, title_lang) = titled(&proposal.title, proposal.language, reader.locale);
    let points = |points: Option<Points>| points.map_or_else(|| reader.t("desk-none"), |it| it.show(reader.locale));
    let spread = row.spread;
    let counts = [("submitted", proposal.reviews_in.into()), ("assigned", proposal.reviews_asked.into())];
    Line {
        place: row.place.map_or_else(|| reader.t("desk-none"), |place| place.to_string()),
        href: format!("/desk/proposals/{}", proposal.reference),
        reference: proposal.reference.to_string(),
        title,
        title_lang,
        state: proposal.state.code(),
        mean: points(spread.map(|spread| spread.mean)),
        median: points(spread.map(|spread| spread.median)),
        gap: points(spread.map(|spread| spread.gap())),
        deviation: points(spread.and_then(|spread| spread.deviation)),
        reviews: match proposal.reviews_asked {
            1.. => reader.locale.tr("desk-reviews-of", &counts),
            _ => reader.t("desk-none"),
        },
        far_apart: row.far_apart,
        corrected: row
            .corrected
            .map(|estimate| (decimal(estimate.value, 1, reader.locale), interval(&estimate, reader))),
    }
}

/// `65.2 to 77.4`.
fn interval(estimate: &Estimate, reader: Reader) -> String {
    let end = |value: f64| decimal(value, 1, reader.locale).into();
    reader.locale.tr("figures-interval", &[("low", end(estimate.low)), ("high", end(estimate.high))])
}

fn uncorrected(unfit: &Unfit, found: &Statistics, reader: Reader) -> Uncorrected {
    let text = match unfit {
        Unfit::TooFew { proposals } => reader.locale.tr("figures-unfit-few", &least(*proposals)),
        Unfit::Unconnected { .. } => reader.t("figures-unfit-apart"),
        Unfit::NoFreedom => reader.t("figures-unfit-freedom"),
    };
    let groups = match unfit {
        Unfit::Unconnected { groups } => groups.iter().map(|group| names(group, found)).collect(),
        Unfit::TooFew { .. } | Unfit::NoFreedom => Vec::new(),
    };
    Uncorrected { text, groups }
}

/// What a correction takes, and of how many proposals there is as much.
fn least(proposals: usize) -> [Arg<'static>; 3] {
    [("least", LEAST_PROPOSALS.into()), ("reviews", LEAST_REVIEWS.into()), ("n", proposals.into())]
}

/// Who reviewed what nobody else did, where the others' reviews are corrected.
fn alone(found: &Statistics, reader: Reader) -> Option<String> {
    let alone = &found.correction.alone;
    let names = [("names", names(alone, found).into())];
    (!alone.is_empty()).then(|| reader.locale.tr("figures-alone", &names))
}

fn names(places: &[usize], found: &Statistics) -> String {
    let names: Vec<&str> = places.iter().filter_map(|place| Some(found.reviewers.get(*place)?.name.as_str())).collect();
    names.join(", ")
}

fn severities(model: &Corrected, found: &Statistics, reader: Reader) -> Vec<Severity> {
    let one = |(place, estimate): (&usize, &Estimate)| {
        let reviewer = found.reviewers.get(*place)?;
        let reading = match estimate {
            Estimate { high, .. } if *high < 0.0 => "strict",
            Estimate { low, .. } if *low > 0.0 => "generous",
            _ => "average",
        };
        let sign = if estimate.value > 0.0 { "+" } else { "" };
        Some(Severity {
            name: reviewer.name.clone(),
            href: format!("/desk/people/{}", reviewer.id),
            reviews: reviewer.reviews,
            effect: format!("{sign}{}", decimal(estimate.value, 1, reader.locale)),
            interval: interval(estimate, reader),
            reading: reader.t(&format!("figures-severity-{reading}")),
        })
    };
    model.reviewers.iter().filter_map(one).collect()
}

fn agreed(one: &Agreement, rubric: &Rubric, reader: Reader) -> Agreed {
    let label = rubric.criterion(one.criterion.as_str()).map(|criterion| criterion.label.get(reader.locale).to_owned());
    let number =
        |alpha: Option<f64>| alpha.map_or_else(|| reader.t("desk-none"), |alpha| decimal(alpha, 3, reader.locale));
    Agreed {
        criterion: label.unwrap_or_default(),
        compared: one.compared,
        ordinal: number(one.ordinal),
        interval: number(one.interval),
        reading: reader.t(&format!("figures-alpha-{}", Reading::of(one.ordinal).code())),
    }
}

fn plots(found: &Statistics, reader: Reader) -> Vec<Plot> {
    let mut plots = vec![histogram(&found.totals, reader), spreads(&found.rows, reader)];
    plots.extend(found.correction.model.is_ok().then(|| estimates(&found.rows, reader)));
    plots
}

fn histogram(totals: &[Points], reader: Reader) -> Plot {
    let histogram = Histogram::of(totals);
    let (title, text) = (reader.t("figures-histogram"), reader.t("figures-histogram-text"));
    let axis = reader.t("figures-axis-points");
    let caption = Caption { id: "plot-totals", title: &title, description: &text, axis: &axis };
    let heads = vec![reader.t("figures-column-points"), reader.t("figures-column-reviews")];
    Plot { drawing: histogram.draw(&caption), rows: bins(&histogram, &heads, reader), heads, title, text, note: None }
}

fn label(row: &Row, reader: Reader) -> (String, Option<String>) {
    let (title, _) = titled(&row.proposal.title, row.proposal.language, reader.locale);
    (title, Some(format!("/desk/proposals/{}", row.proposal.reference)))
}

fn spreads(rows: &[Row], reader: Reader) -> Plot {
    let dot = |row: &Row| {
        let (name, address) = label(row, reader);
        Some(Dot::spread(name, address, row.spread.as_ref()?))
    };
    let words = ["figures-dots", "figures-dots-text", "figures-column-mean", "figures-lowest", "figures-highest"];
    dot_plot("plot-means", DotPlot::of(rows.iter().filter_map(dot).collect()), words, reader)
}

fn estimates(rows: &[Row], reader: Reader) -> Plot {
    let dot = |row: &Row| {
        let (name, address) = label(row, reader);
        Some(Dot::estimate(name, address, row.corrected.as_ref()?))
    };
    let words =
        ["figures-corrected", "figures-corrected-text", "figures-column-corrected", "figures-from", "figures-to"];
    dot_plot("plot-corrected", DotPlot::of(rows.iter().filter_map(dot).collect()), words, reader)
}

/// `words` are the keys of the title, of what can be seen, and of the heads of the three numbers.
fn dot_plot(id: &str, plot: DotPlot, words: [&str; 5], reader: Reader) -> Plot {
    let [title, text, value, low, high] = words.map(|key| reader.t(key));
    let axis = reader.t("figures-axis-points");
    let caption = Caption { id, title: &title, description: &text, axis: &axis };
    let heads = vec![reader.t("desk-column-title"), value, low, high];
    let left_out = plot.left_out();
    Plot {
        drawing: plot.draw(&caption),
        rows: dots(&plot, &heads, reader),
        heads,
        note: (left_out > 0).then(|| reader.locale.tr("figures-left-out", &[("n", left_out.into())])),
        title,
        text,
    }
}
