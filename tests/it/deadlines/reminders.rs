//! Reminders: each once, to all who can write in a draft, and none of what is submitted.

use initiatives::{calls::actions::extending, entity::letter, proposals::actions::reminding::remind, words::Locale};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use std::{sync::atomic::Ordering, time::Duration};

use crate::support::{TestApp, on_both, proposals::CLOSES};

const HOUSE: &str = "secretariat@metropolis.example";
const HOUR: Duration = Duration::from_secs(3_600);

fn hours(hours: u32) -> Duration {
    HOUR * hours
}

async fn count(app: &TestApp, kind: &str) -> usize {
    letter::Entity::find().filter(letter::Column::Kind.eq(kind)).all(app.db.read()).await.unwrap().len()
}

/// Puts the clock, does the chore twice, and counts the reminders posted so far.
async fn at(app: &TestApp, time: initiatives::clock::Moment) -> (usize, usize) {
    let initiatives::clock::Clock::Manual(clock) = &app.clock else { panic!("a story's clock stands") };
    clock.store(time.millis(), Ordering::SeqCst);
    remind(&app.app).await.unwrap();
    let other = app.again().await;
    remind(&other).await.unwrap();
    (count(app, "reminder").await, count(app, "reminder_last").await)
}

#[tokio::test]
async fn each_reminder_comes_once_at_its_hour_and_only_for_drafts() {
    on_both(async |app| {
        app.person("editor@agra.example").await;
        app.draft().await;
        let submitted = app.submitted().await;
        assert_eq!(at(&app, CLOSES - hours(168) - Duration::from_millis(1)).await, (0, 0));
        assert_eq!(at(&app, CLOSES - hours(168)).await, (2, 0), "both who can write in the draft");
        assert_eq!(at(&app, CLOSES - hours(49)).await, (2, 0));
        assert_eq!(at(&app, CLOSES - hours(48)).await, (4, 0));
        assert_eq!(at(&app, CLOSES - hours(100)).await, (4, 0), "a clock that jumps back");
        assert_eq!(at(&app, CLOSES - hours(6)).await, (4, 2));
        assert_eq!(at(&app, CLOSES + HOUR).await, (4, 2));
        let about = letter::Entity::find().filter(letter::Column::Subject.contains(submitted.as_str()));
        let kinds: Vec<String> = about.all(app.db.read()).await.unwrap().into_iter().map(|row| row.kind).collect();
        assert!(!kinds.iter().any(|kind| kind.starts_with("reminder")), "{kinds:?}");
        let last = app.letters_to("official@agra.example").await.pop().unwrap();
        assert!(last.subject.starts_with("Only 6 hours left: "), "{}", last.subject);
    })
    .await;
}

#[tokio::test]
async fn after_a_pause_only_the_nearest_comes_and_an_extension_begins_anew() {
    on_both(async |app| {
        app.draft().await;
        let call = app.call().await;
        assert_eq!(at(&app, CLOSES - hours(20)).await, (1, 0), "two were due, one comes");
        let extended = CLOSES + hours(240);
        app.act(HOUSE, async |act, _| {
            extending::extend(act, call, 1, extended, "A holiday.", Locale::En).await.map(|_| ())
        })
        .await
        .unwrap();
        assert_eq!(at(&app, CLOSES - hours(6)).await, (1, 0), "that deadline is no more");
        assert_eq!(at(&app, extended - hours(168)).await, (2, 0));
        let again = extended + hours(24);
        app.act(HOUSE, async |act, _| {
            extending::grant(act, call, "agra", again, "A flood.", Locale::En).await.map(|_| ())
        })
        .await
        .unwrap();
        assert_eq!(at(&app, extended - hours(160)).await, (2, 0), "whoever has just been told is not reminded");
        assert_eq!(at(&app, extended - hours(48)).await, (3, 0), "the week before the own deadline was later");
        assert_eq!(at(&app, again - hours(48)).await, (4, 0));
        assert_eq!(at(&app, again - hours(6)).await, (4, 1));
    })
    .await;
}

#[tokio::test]
async fn whoever_starts_after_a_reminder_was_due_waits_for_the_next() {
    on_both(async |app| {
        app.call().await;
        app.clock.advance(CLOSES - app.now() - hours(100));
        app.draft().await;
        assert_eq!(at(&app, CLOSES - hours(99)).await, (0, 0));
        assert_eq!(at(&app, CLOSES - hours(48)).await, (1, 0));
    })
    .await;
}
