//! What reviewing a large call costs: the list of the desk, the plan of an assignment, and taking everything along.

pub mod crowd;
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

/// So many proposals, each with three reviews.
const SIZES: [usize; 3] = [10, 1_000, 10_000];

pub async fn measure(kind: Kind) -> Vec<Figure> {
    let name = |what: &str| format!("reviewing.{what}.{}", kind.name());
    let mut desks = Vec::new();
    for size in SIZES {
        tell(&format!("{}: {size} proposals with three reviews each", kind.name()));
        let house = House::new(kind).await;
        Crowd::gather(&house.app).await.grow(&house.app, size).await;
        desks.push(Desk::open(house).await);
    }
    let mut figures = desk::compare(&desks, &name).await;
    let few = export::held(&desks[1], SIZES[1]).await;
    let many = export::held(&desks[2], SIZES[2]).await;
    figures.push(Figure::new(name("export_memory_10000_over_1000"), many / few, Bar::AtMost(1.2)));
    drop(desks);
    let house = House::new(kind).await;
    figures.push(Figure::new(name("plan_500_by_40_ms"), plan::span(&house).await, Bar::AtMost(2_000.0)));
    figures
}

/// A service with a call of some size, and the secretariat before it.
struct Desk {
    secretariat: Visitor,
    service: Service,
    _house: House,
}

impl Desk {
    async fn open(house: House) -> Self {
        let service = Service::start(&house).await;
        let secretariat = Visitor::log_in(&service.origin, crowd::SECRETARIAT, crowd::PASSWORD).await;
        Self { secretariat, service, _house: house }
    }
}
