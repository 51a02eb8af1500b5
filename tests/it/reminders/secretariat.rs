//! The secretariat is reminded of what waits for it: by one letter a morning, that names no proposal.

use initiatives::{
    accounts::{
        StaffRole,
        actions::{disable, ensure_staff},
    },
    clock::Moment,
    proposals::{
        actions::{discussing, late, standing, steering},
        conflicts::Ruling,
        eligibility::Check,
        rules::{Audience, Outcome},
    },
};

use super::{DAY, HOUR, HOUSE, OWNER};
use crate::{
    desk::{EVE, RUTH},
    letters_posted::does,
    proposals::verbs::decision,
    support::{TestApp, on_both, proposals::CLOSES},
};

/// Of the secretariat too, in the stories of this file.
const PAU: &str = "admin@metropolis.example";
/// Seven in the morning in Barcelona, on the day after the call of 2014 has closed.
const MORNING: Moment = Moment::from_millis(1_400_216_400_000);

/// The letters to somebody about what waits.
async fn told(app: &TestApp, email: &str) -> Vec<String> {
    let letters = app.letters_to(email).await.into_iter().filter(|letter| letter.kind == "waiting");
    letters.map(|letter| letter.body_text).collect()
}

async fn appoint(app: &TestApp, email: &str) {
    let person = app.person(email).await;
    let act = app.begin_as("story").await.unwrap();
    ensure_staff(&act, person, StaffRole::Secretariat).await.unwrap();
    act.commit().await.unwrap();
}

#[tokio::test]
async fn what_waits_for_its_check_too_long_is_told_once_in_the_morning_and_once_more_later() {
    on_both(async |app| {
        app.person(HOUSE).await;
        let (one, two) = (app.submitted().await, app.submitted().await);
        app.reminds_at(CLOSES - HOUR).await;
        assert!(told(&app, HOUSE).await.is_empty(), "as long as the call is open a submission can be taken back");
        app.reminds_at(CLOSES + 5 * DAY + HOUR).await;
        assert!(told(&app, HOUSE).await.is_empty(), "not in the night");
        app.reminds_at(MORNING + 5 * DAY).await;
        let letters = told(&app, HOUSE).await;
        assert_eq!(letters.len(), 1);
        assert!(
            letters[0].contains("2 submissions have waited for their check of eligibility for more than 5 days."),
            "{}",
            letters[0]
        );
        assert!(letters[0].contains("/desk?waiting=yes") && !letters[0].contains(one.as_str()), "{}", letters[0]);
        for hours in [1, 12, 24, 48] {
            app.reminds_at(MORNING + 5 * DAY + hours * HOUR).await;
        }
        assert_eq!(told(&app, HOUSE).await.len(), 1);

        app.act(HOUSE, async |act, actor| standing::check_eligibility(act, actor, &two, Check::first(true, "")).await)
            .await
            .unwrap();
        app.reminds_at(MORNING + 14 * DAY).await;
        let letters = told(&app, HOUSE).await;
        assert_eq!(letters.len(), 2);
        assert!(letters[1].contains("One submission has waited"), "one is checked: {}", letters[1]);
        app.reminds_at(MORNING + 40 * DAY).await;
        assert_eq!(told(&app, HOUSE).await.len(), 2);
    })
    .await;
}

#[tokio::test]
async fn all_that_is_due_in_a_morning_stands_in_one_letter() {
    on_both(async |app| {
        let (submitted, asking, draft) = (app.submitted().await, app.submitted().await, app.complete_draft().await);
        let (reviewed, decided) = (app.under_review().await, app.under_review().await);
        app.give(&reviewed, RUTH).await;
        app.give(&reviewed, EVE).await;
        let mut house = app.sign_in(HOUSE).await;
        let phases = [
            ("version", "1"),
            ("use-review", "yes"),
            ("begins-review", "2014-04-01T00:00"),
            ("due-review", "2014-05-18T06:00"),
        ];
        let set = house.post("/desk/calls/2014/phases", &phases).await;
        assert_eq!(set.status, 303, "{}", set.words());
        app.turn_the_clock_to(CLOSES + 2 * HOUR);
        app.act(OWNER, async |act, actor| late::hold(act, actor, &draft).await).await.unwrap().unwrap();
        app.say(OWNER, &asking, Audience::Applicant, "May we change a partner?").await;
        let made = decision(Outcome::NotSelected);
        does!(app, HOUSE, decided, |act, actor, t| steering::hold_decision(act, actor, t, &made));

        // After a pause of ten days all comes at once.
        app.reminds_at(MORNING + 8 * DAY).await;
        let letters = told(&app, HOUSE).await;
        assert_eq!(letters.len(), 1);
        for line in [
            "One late submission is held, and has waited for your decision for more than 2 days.",
            "2 submissions have waited for their check of eligibility for more than 5 days.",
            "One applicant has written and has had no answer for more than 3 days.",
            "2 reviews are more than 3 days late.",
            "One decision has been prepared for more than 7 days and is not published.",
        ] {
            assert!(letters[0].contains(line), "{line}: {}", letters[0]);
        }
        for reference in [&submitted, &asking, &draft, &reviewed, &decided] {
            assert!(!letters[0].contains(reference.as_str()), "{}", letters[0]);
        }
    })
    .await;
}

#[tokio::test]
async fn what_is_done_in_time_is_not_told() {
    on_both(async |app| {
        let (asking, draft) = (app.submitted().await, app.complete_draft().await);
        app.turn_the_clock_to(CLOSES + 2 * HOUR);
        app.act(OWNER, async |act, actor| late::hold(act, actor, &draft).await).await.unwrap().unwrap();
        let thread = app.say(OWNER, &asking, Audience::Applicant, "May we change a partner?").await;
        app.turn_the_clock_to(CLOSES + DAY);
        does!(app, HOUSE, draft, |act, actor, t| late::refuse(act, actor, t, "Two hours."));
        app.act(HOUSE, async |act, actor| discussing::resolve(act, actor, &asking, thread, true).await).await.unwrap();
        app.act(HOUSE, async |act, actor| {
            standing::check_eligibility(act, actor, &asking, Check::first(true, "")).await
        })
        .await
        .unwrap();
        app.reminds_at(MORNING + 8 * DAY).await;
        assert!(told(&app, HOUSE).await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn nobody_hears_of_a_proposal_in_which_they_have_an_interest_nor_whoever_is_disabled() {
    on_both(async |app| {
        let (open, hidden) = (app.submitted().await, app.submitted().await);
        appoint(&app, PAU).await;
        let pau = app.person(PAU).await;
        app.act(HOUSE, async |act, actor| standing::rule(act, actor, &hidden, pau, Ruling::Set, "A cousin.").await)
            .await
            .unwrap();
        app.reminds_at(MORNING + 5 * DAY).await;
        assert!(told(&app, HOUSE).await[0].contains("2 submissions have waited"));
        let letters = told(&app, PAU).await;
        assert!(letters[0].contains("One submission has waited"), "{}", letters[0]);
        app.act(HOUSE, async |act, actor| standing::check_eligibility(act, actor, &open, Check::first(true, "")).await)
            .await
            .unwrap();
        app.reminds_at(MORNING + 14 * DAY).await;
        assert_eq!((told(&app, HOUSE).await.len(), told(&app, PAU).await.len()), (2, 1), "nothing else waits");

        let third = app.now() + DAY;
        app.turn_the_clock_to(third);
        let clara = app.person(HOUSE).await;
        app.act(PAU, async |act, actor| disable(act, actor, clara).await).await.unwrap();
        app.say(OWNER, &open, Audience::Applicant, "Any news?").await;
        app.reminds_at(third + 5 * DAY).await;
        assert_eq!((told(&app, HOUSE).await.len(), told(&app, PAU).await.len()), (2, 2));
    })
    .await;
}

#[tokio::test]
async fn who_wants_a_digest_every_day_has_it_and_who_wants_no_reminders_gets_none() {
    on_both(async |app| {
        app.submitted().await;
        appoint(&app, PAU).await;
        app.sign_in(HOUSE).await.post_and_follow("/account/notices", &[("reminders", "daily")]).await;
        app.sign_in(PAU).await.post_and_follow("/account/notices", &[("reminders", "never")]).await;
        app.reminds_at(MORNING + 5 * DAY).await;
        assert_eq!((told(&app, HOUSE).await.len(), told(&app, PAU).await.len()), (1, 0));
    })
    .await;
}
