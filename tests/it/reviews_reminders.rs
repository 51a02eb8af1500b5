//! Reviewers are reminded of what they have not handed in: each reminder once, and none of what is done.

use initiatives::{clock::Moment, entity::letter, reviews::actions::reminding::remind};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use std::{sync::atomic::Ordering, time::Duration};

use crate::{
    desk::{EVE, HOUSE, RUTH, at},
    support::{TestApp, on_both},
};

const HOUR: Duration = Duration::from_secs(3_600);
/// 30 June 2014, noon in Madrid.
const DUE: Moment = Moment::from_millis(1_404_122_400_000);

fn hours(hours: u32) -> Duration {
    HOUR * hours
}

async fn count(app: &TestApp, kind: &str) -> u64 {
    letter::Entity::find().filter(letter::Column::Kind.eq(kind)).count(app.db.read()).await.unwrap()
}

/// Puts the clock, does the chore in two processes, and counts the reminders posted so far: before and after the day.
async fn at_time(app: &TestApp, time: Moment) -> (u64, u64) {
    let initiatives::clock::Clock::Manual(clock) = &app.clock else { panic!("a story's clock stands") };
    clock.store(time.millis(), Ordering::SeqCst);
    let other = app.again().await;
    let (one, two) = tokio::join!(remind(&app.app), remind(&other));
    one.unwrap();
    two.unwrap();
    (count(app, "review_reminder").await, count(app, "review_late").await)
}

#[tokio::test]
async fn whoever_has_not_handed_in_is_reminded_once_a_week_before_two_days_before_and_a_day_after() {
    on_both(async |app| {
        let (one, two) = (app.under_review().await, app.under_review().await);
        for reviewer in [RUTH, EVE] {
            app.give(&one, reviewer).await;
            app.give(&two, reviewer).await;
        }
        let mut house = app.sign_in(HOUSE).await;
        let phases = [
            ("version", "1"),
            ("use-review", "yes"),
            ("begins-review", "2014-04-01T00:00"),
            ("due-review", "2014-06-30T12:00"),
        ];
        let set = house.post("/desk/calls/2014/phases", &phases).await;
        assert_eq!(set.status, 303, "{}", set.words());

        assert_eq!(at_time(&app, DUE - hours(169)).await, (0, 0));
        assert_eq!(at_time(&app, DUE - hours(168)).await, (2, 0), "one letter each, for two reviews");
        let letter = app.letters_to(RUTH).await.pop().unwrap();
        assert_eq!(letter.kind, "review_reminder");
        assert!(letter.subject.starts_with("2 reviews to hand in by "), "{}", letter.subject);
        assert!(letter.body_text.contains("30 June 2014"), "{}", letter.body_text);
        assert!(!letter.body_text.contains(one.as_str()), "it names none");
        let french = app.letters_to(EVE).await.pop().unwrap();
        assert!(french.subject.starts_with("2 évaluations à remettre avant le "), "{}", french.subject);

        app.review(&one, RUTH, [4; 6], "Sound").await;
        assert_eq!(at_time(&app, DUE - hours(48)).await, (4, 0));
        let letter = app.letters_to(RUTH).await.pop().unwrap();
        assert!(letter.subject.starts_with("A review to hand in by "), "one is in: {}", letter.subject);
        assert_eq!(at_time(&app, DUE - hours(1)).await, (4, 0));

        app.review(&two, RUTH, [4; 6], "Sound").await;
        assert_eq!(at_time(&app, DUE + hours(24)).await, (4, 1), "Ruth has done all of hers");
        assert_eq!(app.letters_to(EVE).await.pop().unwrap().kind, "review_late");
        assert_eq!(at_time(&app, DUE + hours(160)).await, (4, 1));
    })
    .await;
}

#[tokio::test]
async fn a_day_of_ones_own_counts_and_nobody_is_reminded_of_what_they_no_longer_owe() {
    on_both(async |app| {
        let (one, two) = (app.under_review().await, app.under_review().await);
        let ruth = app.give(&one, RUTH).await;
        app.give(&two, EVE).await;
        let mut house = app.sign_in(HOUSE).await;
        for (reference, reviewer) in [(&one, ruth), (&two, app.person(EVE).await)] {
            let path = format!("{}/assignments/{reviewer}/due", at(reference));
            let set = house.post(&path, &[("review_due", "2014-06-30T12:00")]).await;
            assert_eq!(set.status, 303, "{}", set.words());
        }
        let mut eve = app.sign_in(EVE).await;
        let declined = eve.post(&format!("{}/refusal", at(&two)), &[("decline_reason", "I am away.")]).await;
        assert_eq!(declined.status, 303);
        assert_eq!(at_time(&app, DUE - hours(100)).await, (1, 0), "Ève has declined");
        let path = format!("{}/assignments/{ruth}/due", at(&one));
        let mut house = app.sign_in(HOUSE).await;
        assert_eq!(house.post(&path, &[("review_due", "2014-07-30T12:00")]).await.status, 303);
        assert_eq!(at_time(&app, DUE - hours(40)).await, (1, 0), "that day is no more");
        assert_eq!(at_time(&app, DUE + hours(720 - 48)).await, (2, 0));
        app.withdraw(&one).await;
        assert_eq!(at_time(&app, DUE + hours(720 + 24)).await, (2, 0), "withdrawn: nothing is owed");
    })
    .await;
}
