//! What reviewing a large call costs: the list of the desk, the plan of an assignment, and taking everything along.

mod crowd;
mod desk;
mod export;
mod plan;

use crate::{
    client::Visitor,
    figures::{Bar, Figure},
    service::{House, Kind, Service},
    tell,
};
use crowd::Crowd;

/// So many proposals, one after the other; each with three reviews.
const SIZES: [usize; 3] = [10, 1_000, 10_000];

pub async fn measure(kind: Kind) -> Vec<Figure> {
    let name = |what: &str| format!("reviewing.{what}.{}", kind.name());
    let house = House::new(kind).await;
    let mut crowd = Crowd::gather(&house.app).await;
    let mut lists = Vec::new();
    let mut held = Vec::new();
    for size in SIZES {
        crowd.grow(&house.app, size).await;
        tell(&format!("{}: {size} proposals with three reviews each", kind.name()));
        let service = Service::start(&house).await;
        let secretariat = Visitor::log_in(&service.origin, crowd::SECRETARIAT, crowd::PASSWORD).await;
        lists.push(desk::spans(&secretariat).await);
        held.push(export::held(&service, &secretariat, size).await);
    }
    let mut figures = desk::compare(&lists, &name);
    let (few, many) = (held[1], held[2]);
    tell(&format!(
        "after exports of {} and {} proposals it held at most {few:.1} and {many:.1} MiB",
        SIZES[1], SIZES[2]
    ));
    figures.push(Figure::new(name("export_memory_10000_over_1000"), many / few, Bar::AtMost(1.2)));
    let house = House::new(kind).await;
    figures.push(Figure::new(name("plan_500_by_40_ms"), plan::span(&house).await, Bar::AtMost(2_000.0)));
    figures
}
