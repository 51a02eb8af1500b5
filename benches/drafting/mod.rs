//! What writing and submitting cost: saving while one writes, the document of a proposal, and the last minute before a
//! deadline.

mod autosave;
mod document;
mod rush;

use crate::{
    figures::{Bar, Figure},
    service::{House, Kind, Service},
    stage::Stage,
    tell,
};

/// Organisations, and drafts of each that lack nothing.
const CITIES: usize = 150;
const DRAFTS: usize = 2;

/// The most that the service may ever hold, in MiB.
const MEMORY: f64 = 150.0;

pub async fn measure(kind: Kind) -> Vec<Figure> {
    let name = |what: &str| format!("drafting.{what}.{}", kind.name());
    tell(&format!("{}: {} drafts of {CITIES} cities are being written", kind.name(), CITIES * DRAFTS));
    let house = House::new(kind).await;
    let stage = Stage::set(&house.app, CITIES, DRAFTS).await;
    let service = Service::start(&house).await;
    tell(&format!("at rest the service holds {:.1} MiB", service.memory().0));
    let people = stage.log_in(&service).await;
    tell(&format!("with {CITIES} log-ins it held at most {:.1} MiB", service.memory().1));
    let share = autosave::share(&house, &stage, &people).await;
    let document = document::slowest(&stage, &people).await;
    tell(&format!("after autosaves and documents it has held at most {:.1} MiB", service.memory().1));
    let rush = rush::last_minute(&house, &stage, &people).await;
    let (now, peak) = service.memory();
    tell(&format!("after the last minute it holds {now:.1} MiB, at most {peak:.1} MiB"));
    vec![
        Figure::new(name("autosave_share_of_database"), share, Bar::AtLeast(0.25)),
        Figure::new(name("pdf_ms"), document, Bar::AtMost(1_000.0)),
        Figure::new(name("submitted_in_the_last_minute"), rush.submitted, Bar::AtLeast((CITIES * DRAFTS) as f64)),
        Figure::new(name("lost_or_doubled"), rush.lost_or_doubled, Bar::AtMost(0.0)),
        Figure::new(name("submission_p99_ms"), rush.p99, Bar::AtMost(1_000.0)),
        Figure::new(name("upload_failures"), rush.uploads_failed, Bar::AtMost(0.0)),
        Figure::new(name("peak_memory_mib"), peak, Bar::AtMost(MEMORY)),
    ]
}
