//! What the pages for everybody cost: requests per second beside a bare answer of the same bytes, and the time with ten thousand
//! Initiatives beside that with a hundred.

mod bare;
mod crowd;
mod line;

use std::time::Duration;

use crate::{
    client::timed,
    figures::{Bar, Figure, median, percentile},
    service::{House, Kind, Service},
    tell,
};
use bare::Answer;
use line::{Line, rate};

/// So many Initiatives.
const SIZES: [usize; 2] = [100, 10_000];

/// Pages that are asked for by many at once, among ten thousand Initiatives.
const PAGES: [(&str, &str); 4] =
    [("home", "/"), ("list", "/initiatives"), ("initiative", "/initiatives/likeness-7"), ("map", "/map")];
/// Both servers are asked so often, in turns.
const TURNS: usize = 5;

/// How the Initiatives are looked for. The search finds one.
const VIEWS: [(&str, &str); 4] = [
    ("list", "/initiatives"),
    ("filtered", "/initiatives?theme=governance"),
    ("searched", "/initiatives?q=number7th"),
    ("map", "/map"),
];
const TIMES: usize = 2_000;
/// Pages that nobody has asked for before, and so often.
const NEW: [(&str, &str); 4] = [
    ("list", "/initiatives?new="),
    ("filtered", "/initiatives?theme=governance&new="),
    ("searched", "/initiatives?q=number7th&new="),
    ("initiative", "/initiatives/likeness-7?new="),
];
const NEW_TIMES: usize = 200;
/// A page is no heavier than this as it is sent, without its images.
const MOST_BYTES: f64 = 60_000.0;
const WARM: usize = 50;

/// Whoever has a page asks for it again so often.
const AGAIN: usize = 100;

pub async fn measure(kind: Kind) -> Vec<Figure> {
    let name = |what: &str| format!("public.{what}.{}", kind.name());
    let mut services = Vec::new();
    for size in SIZES {
        tell(&format!("{}: {size} Initiatives", kind.name()));
        let house = House::new(kind).await;
        crowd::fill(&house.app, size).await;
        services.push(Open { service: Service::start(&house).await, _house: house });
    }
    let mut figures = by_size(&services, &name).await;
    figures.extend(made_by_size(&services, &name).await);
    let many = &services[services.len() - 1].service.origin;
    figures.extend(beside_bare(many, &name).await);
    figures
}

/// A service, stopped before what it stands on goes.
struct Open {
    service: Service,
    _house: House,
}

/// The many against the few, by the median. The first answer is the one that is made.
async fn by_size(services: &[Open], name: &impl Fn(&str) -> String) -> Vec<Figure> {
    let mut figures = Vec::new();
    for (what, path) in VIEWS {
        let answers = in_turns(services, TIMES, |_| path.to_owned()).await;
        let made: Vec<(usize, Duration)> = answers.iter().map(|answers| answers[0]).collect();
        let heaviest = made.iter().map(|(length, _)| *length).max().unwrap_or_default();
        figures.push(Figure::new(name(&format!("{what}_bytes")), heaviest as f64, Bar::AtMost(MOST_BYTES)));
        tell(&format!("{what}: made in {made:.1?}"));
        figures.push(many_over_few(what, answers, name));
    }
    figures
}

/// The same for pages that no process has in memory: each address is asked for once, so that each page is made.
async fn made_by_size(services: &[Open], name: &impl Fn(&str) -> String) -> Vec<Figure> {
    let mut figures = Vec::new();
    for (what, path) in NEW {
        let answers = in_turns(services, NEW_TIMES, |round| format!("{path}{round}")).await;
        figures.push(many_over_few(&format!("{what}_made"), answers, name));
    }
    figures
}

/// Lengths and spans of answers, for each service. Each page is asked for in turn of both: whatever else goes on in the machine meets
/// both.
async fn in_turns(services: &[Open], times: usize, path: impl Fn(usize) -> String) -> Vec<Vec<(usize, Duration)>> {
    let mut lines = Vec::new();
    for open in services {
        lines.push((Line::open(&open.service.origin, &path(0), "").await, Vec::new()));
    }
    for round in 0..WARM + times {
        for (line, answers) in &mut lines {
            line.turn_to(&path(round));
            let ((status, length), span) = timed(line.ask()).await;
            assert_eq!(status, 200, "{}", path(round));
            answers.push((length, span));
        }
    }
    lines.into_iter().map(|(_, answers)| answers).collect()
}

fn many_over_few(what: &str, answers: Vec<Vec<(usize, Duration)>>, name: &impl Fn(&str) -> String) -> Figure {
    let warm = |answers: Vec<(usize, Duration)>| answers.into_iter().skip(WARM).map(|(_, span)| span).collect();
    let medians: Vec<f64> = answers.into_iter().map(|answers| percentile(warm(answers), 0.5)).collect();
    tell(&format!("{what}: answered in {medians:.3?} ms, at {SIZES:?}"));
    let ratio = medians[medians.len() - 1] / medians[0];
    Figure::new(name(&format!("{what}_10000_over_100")), ratio, Bar::AtMost(1.5))
}

/// How often the service answers in a second, of how often a bare server does; and how many of those who have a page are told so.
async fn beside_bare(origin: &str, name: &impl Fn(&str) -> String) -> Vec<Figure> {
    let mut answers = Vec::new();
    for (_, path) in PAGES {
        answers.push(Answer::at(&format!("{origin}{path}")).await);
    }
    let bare = bare::serve(&answers);
    let mut figures = Vec::new();
    for (place, (what, path)) in PAGES.into_iter().enumerate() {
        let mut shares = Vec::new();
        for _ in 0..TURNS {
            let (theirs, ours) = (rate(&bare, &format!("/{place}")).await, rate(origin, path).await);
            tell(&format!("{what}, {} bytes: {ours:.0} a second, bare {theirs:.0}", answers[place].length()));
            shares.push(ours / theirs);
        }
        figures.push(Figure::new(name(&format!("{what}_of_bare")), median(shares), Bar::AtLeast(0.5)));
    }
    let mut told = 0;
    for (_, path) in PAGES {
        let known = Answer::at(&format!("{origin}{path}")).await;
        let mut line = Line::open(origin, path, &format!("if-none-match: {}\r\n", known.etag())).await;
        for _ in 0..AGAIN {
            told += usize::from(line.ask().await == (304, 0));
        }
    }
    let share = told as f64 / (AGAIN * PAGES.len()) as f64;
    figures.push(Figure::new(name("told_that_they_have_it"), share, Bar::AtLeast(1.0)));
    figures
}
