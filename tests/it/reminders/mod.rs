//! Reminders: each once at its hour, to those who can still do something about it, whichever processes give it. Drafts and reviews
//! have stories of their own (deadlines/reminders.rs, reviews_reminders.rs).

mod applicants;
mod kept;
mod secretariat;
mod table;

use initiatives::{
    app::App,
    clock::{Clock, Moment},
    entity::letter,
    error::Result,
    proposals, reviews,
};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use std::{sync::atomic::Ordering, time::Duration};

use crate::support::TestApp;

const HOUSE: &str = "secretariat@metropolis.example";
const OWNER: &str = "official@agra.example";
const HOUR: Duration = Duration::from_secs(3_600);
const DAY: Duration = Duration::from_secs(86_400);

/// All chores that remind.
async fn remind(app: &App) -> Result<()> {
    proposals::actions::reminding::remind(app).await?;
    reviews::actions::reminding::remind(app).await?;
    reviews::actions::waiting::remind(app).await
}

impl TestApp {
    fn turn_the_clock_to(&self, time: Moment) {
        let Clock::Manual(clock) = &self.clock else { panic!("a story's clock stands") };
        clock.store(time.millis(), Ordering::SeqCst);
    }

    /// Turns the clock, has two processes remind at the same moment, and then one that has just been started.
    async fn reminds_at(&self, time: Moment) {
        self.turn_the_clock_to(time);
        let other = self.again().await;
        let (one, two) = tokio::join!(remind(&self.app), remind(&other));
        one.unwrap();
        two.unwrap();
        drop(other);
        let started_anew = self.again().await;
        remind(&started_anew).await.unwrap();
    }

    /// How many letters of a kind were written so far.
    async fn written(&self, kind: &str) -> u64 {
        letter::Entity::find().filter(letter::Column::Kind.eq(kind)).count(self.db.read()).await.unwrap()
    }
}
