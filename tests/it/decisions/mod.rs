//! Decisions: prepared together, their letters written, looked at, published, and what goes wrong on the way.

mod before_review;
mod letters;
mod preparing;
mod publishing;
mod texts;

use initiatives::{
    entity::{decision, publishing_item, publishing_order},
    ids::Reference,
    proposals::{actions::publishing::publish_due, decided, workflow::State},
};
use sea_orm::{EntityTrait, QueryOrder};

use crate::support::{Browser, Page, TestApp, over};

pub const HOUSE: &str = "secretariat@metropolis.example";
pub const OWNER: &str = "official@agra.example";
pub const DESK: &str = "/desk/calls/2014/decisions";

impl TestApp {
    /// Some proposals of Agra under review.
    pub async fn several_under_review<const N: usize>(&self) -> [Reference; N] {
        let mut all = Vec::new();
        for _ in 0..N {
            all.push(self.under_review().await);
        }
        all.try_into().unwrap()
    }

    pub async fn state_of(&self, reference: &Reference) -> State {
        self.case(HOUSE, reference).await.unwrap().proposal.state
    }

    /// What is decided on it, published or not.
    pub async fn decision_on(&self, reference: &Reference) -> Option<decision::Model> {
        let id = self.case(HOUSE, reference).await.unwrap().proposal.id;
        decided::in_force(self.db.read(), id).await.unwrap()
    }

    /// The worker carries out what is ordered.
    pub async fn publish_due(&self) {
        publish_due(&self.app).await.unwrap();
    }

    pub async fn orders(&self) -> Vec<publishing_order::Model> {
        publishing_order::Entity::find().all(self.db.read()).await.unwrap()
    }

    pub async fn items(&self) -> Vec<publishing_item::Model> {
        let find = publishing_item::Entity::find().order_by_asc(publishing_item::Column::Place);
        find.all(self.db.read()).await.unwrap()
    }
}

/// What the boxes of these proposals carry on a page.
pub fn boxes(page: &Page, of: &[&Reference]) -> Vec<(&'static str, String)> {
    let mut chosen = page.each_after("name=\"pick\" value=\"");
    chosen.retain(|value| of.iter().any(|one| value.starts_with(&format!("{one}:"))));
    assert_eq!(chosen.len(), of.len(), "{}", page.words());
    chosen.into_iter().map(|value| ("pick", value)).collect()
}

/// A decision of the Board as it is typed.
pub fn board(outcome: &str, changed: &[(&'static str, &str)]) -> Vec<(&'static str, String)> {
    let sound = [
        ("save", "yes"),
        ("outcome", outcome),
        ("body", "Board of Directors"),
        ("session", "Hyderabad"),
        ("decided_on", "2014-03-28"),
        ("minute_reference", "MIN-7"),
        ("message", "We are glad."),
        ("reason", "The partner cities were not convinced."),
    ];
    over(&sound, changed)
}

/// Prepares the same decision for these proposals through the pages.
pub async fn prepare(house: &mut Browser, of: &[&Reference], outcome: &str) -> Page {
    let list = house.get(&format!("{DESK}?show=all")).await;
    let form = [boxes(&list, of), board(outcome, &[])].concat();
    let done = house.post_typed(&format!("{DESK}/preparation"), &form).await;
    assert_eq!(done.status, 303, "{}", done.words());
    house.get(&format!("{DESK}?show=prepared")).await
}

/// What the page before publishing sends on.
pub fn sent_on(check: &Page, when: &[(&'static str, &str)]) -> Vec<(&'static str, String)> {
    let picks = check.each_after("name=\"pick\" value=\"");
    let mut form: Vec<(&'static str, String)> = picks.into_iter().map(|value| ("pick", value)).collect();
    form.push(("texts", check.field("texts").unwrap()));
    form.extend(when.iter().map(|(name, value)| (*name, (*value).to_owned())));
    form
}

/// Orders the publication of what is prepared for these, and where it is followed.
pub async fn order(house: &mut Browser, of: &[&Reference], when: &[(&'static str, &str)]) -> String {
    let list = house.get(&format!("{DESK}?show=all")).await;
    let check = house.post_typed(&format!("{DESK}/check"), &boxes(&list, of)).await;
    assert_eq!(check.status, 200, "{}", check.words());
    let done = house.post_typed(&format!("{DESK}/orders"), &sent_on(&check, when)).await;
    assert_eq!(done.status, 303, "{}", done.words());
    done.location().to_owned()
}
