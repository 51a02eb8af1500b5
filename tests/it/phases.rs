//! The phases of a review: set, begun by hand, begun by time; and what reviewers answer to being asked.

use initiatives::{
    clock::Moment,
    ids::Reference,
    proposals::{
        actions::steering,
        rules::{Decision, Outcome},
    },
    reviews::actions::Judged,
};

use crate::{
    desk::{EVE, HOUSE, RUTH, at, entry},
    letters_posted::does,
    proposals::verbs::decision,
    support::{Page, TestApp, on_both, proposals::ask_for},
};

const PHASES: &str = "/desk/calls/2014/phases";

/// The boxes and fields of one phase.
fn phase(step: &'static str, typed: &[(&str, &str)]) -> Vec<(String, String)> {
    let used = [("use", "yes")];
    used.iter().chain(typed).map(|(what, value)| (format!("{what}-{step}"), (*value).to_owned())).collect()
}

async fn save(app: &TestApp, version: &str, phases: &[Vec<(String, String)>]) -> Page {
    let mut house = app.sign_in(HOUSE).await;
    let typed: Vec<(&str, &str)> = std::iter::once(("version", version))
        .chain(phases.iter().flatten().map(|(name, value)| (name.as_str(), value.as_str())))
        .collect();
    house.post(PHASES, &typed).await
}

async fn version(app: &TestApp) -> String {
    app.sign_in(HOUSE).await.get(PHASES).await.field("version").unwrap()
}

/// A proposal with a review of Ève's that is in, for Ruth to see or not.
async fn reviewed(app: &TestApp) -> Reference {
    let reference = app.under_review().await;
    for reviewer in [RUTH, EVE] {
        app.assign(&reference, reviewer).await;
    }
    app.review(&reference, RUTH, [4; 6], "Ruth thinks so.").await;
    app.clock.advance(std::time::Duration::from_secs(60));
    app.review(&reference, EVE, [3; 6], "Ève thinks so.").await;
    reference
}

#[tokio::test]
async fn dates_that_cannot_be_are_refused_beside_their_field_and_kept() {
    on_both(async |app| {
        app.call().await;
        let seen = version(&app).await;
        let early = [
            phase("review", &[("begins", "2014-05-01T09:00"), ("due", "2014-04-20T09:00")]),
            phase("decision", &[("begins", "2014-06-01T09:00")]),
        ];
        let page = save(&app, &seen, &early).await;
        assert_eq!(page.status, 422);
        assert!(page.has("Its work would be due before it begins."), "{}", page.words());
        assert_eq!(page.field("due-review").as_deref(), Some("2014-04-20T09:00"), "what was typed is kept");
        let turned =
            [phase("review", &[("begins", "2014-06-01T09:00")]), phase("decision", &[("begins", "2014-05-01T09:00")])];
        let page = save(&app, &seen, &turned).await;
        assert_eq!(page.status, 422);
        assert!(page.has("It begins before a phase that comes earlier."));
        assert!(page.text.contains("href=\"#f-begins-decision\""), "the summary leads to the field");
        let page = save(&app, &seen, &[phase("review", &[("begins", "next week")])]).await;
        assert_eq!(page.status, 422);
        assert!(page.text.contains("href=\"#f-begins-review\""), "{}", page.words());
        assert_eq!(version(&app).await, seen, "nothing was kept");
        for email in [RUTH, "official@agra.example"] {
            let mut other = app.sign_in(email).await;
            assert_eq!(other.get(PHASES).await.status, 404, "{email}");
            assert_eq!(other.post(PHASES, &[("version", &seen)]).await.status, 404, "{email}");
        }
    })
    .await;
}

#[tokio::test]
async fn two_of_the_secretariat_at_once_are_a_conflict_that_keeps_what_was_typed() {
    on_both(async |app| {
        app.call().await;
        let seen = version(&app).await;
        let one = save(&app, &seen, &[phase("review", &[("begins", "2014-05-01T09:00")])]).await;
        assert_eq!(one.status, 303, "{}", one.words());
        let other = save(&app, &seen, &[phase("consensus", &[("begins", "2014-07-07T07:07")])]).await;
        assert_eq!(other.status, 409);
        assert!(other.has("Somebody else changed this call in the meantime."));
        assert_eq!(other.field("begins-consensus").as_deref(), Some("2014-07-07T07:07"));
        let fresh = other.field("version").unwrap();
        assert_ne!(fresh, seen);
        let again = save(&app, &fresh, &[phase("consensus", &[("begins", "2014-07-07T07:07")])]).await;
        assert_eq!(again.status, 303);
        let mut house = app.sign_in(HOUSE).await;
        let begun = house.post(&format!("{PHASES}/consensus/beginning"), &[("version", &seen)]).await;
        assert_eq!(begun.status, 409, "nor is a phase begun over what was not seen");
    })
    .await;
}

#[tokio::test]
async fn a_phase_begun_by_hand_changes_what_reviewers_see_at_once() {
    on_both(async |app| {
        let reference = reviewed(&app).await;
        let seen = version(&app).await;
        let phases = [
            phase("review", &[("reviews", "never"), ("applicant", "yes")]),
            phase(
                "consensus",
                &[("reviews", "after_own"), ("names", "yes"), ("applicant", "yes"), ("comments", "yes")],
            ),
        ];
        assert_eq!(save(&app, &seen, &phases).await.status, 303);
        let (mut ruth, mut house) = (app.sign_in(RUTH).await, app.sign_in(HOUSE).await);
        let page = ruth.get(&at(&reference)).await;
        assert!(page.has("Applicant not shown") && !page.has("Ève thinks so."), "none has begun: {}", page.words());
        let begin = async |house: &mut crate::support::Browser, step: &str| {
            let seen = house.get(PHASES).await.field("version").unwrap();
            house.post_and_follow(&format!("{PHASES}/{step}/beginning"), &[("version", &seen)]).await
        };
        assert!(begin(&mut house, "review").await.has("The call is in the phase: Individual review."));
        let page = ruth.get(&at(&reference)).await;
        assert!(page.has("Agra") && !page.has("Ève thinks so."), "{}", page.words());
        assert!(page.has("In this phase you do not see the reviews of others."));
        assert!(begin(&mut house, "consensus").await.has("The call is in the phase: Consensus."));
        let page = ruth.get(&at(&reference)).await;
        assert!(page.has("Ève thinks so.") && page.has("Ève Roux"), "{}", page.words());
        assert!(ruth.get("/desk").await.has("2 of 2"));
        begin(&mut house, "review").await;
        assert!(!ruth.get(&at(&reference)).await.has("Ève thinks so."), "and back again");
    })
    .await;
}

#[tokio::test]
async fn a_phase_begins_by_time_and_reviews_are_written_while_it_lasts() {
    on_both(async |app| {
        let reference = app.under_review().await;
        app.assign(&reference, RUTH).await;
        let seen = version(&app).await;
        // It is noon in Madrid.
        let phases = [
            phase("review", &[("begins", "2014-04-01T13:00"), ("due", "2014-04-10T12:00"), ("applicant", "yes")]),
            phase("decision", &[("begins", "2014-04-01T14:00"), ("applicant", "yes"), ("reviews", "always")]),
        ];
        assert_eq!(save(&app, &seen, &phases).await.status, 303);
        let mut ruth = app.sign_in(RUTH).await;
        assert!(ruth.get(&at(&reference)).await.has("Applicant not shown"));
        assert!(!ruth.get("/desk").await.has("Your review is open"));
        let early = app
            .act(RUTH, async |act, actor| {
                let (early, last) = (entry([4; 6], "Early."), Judged::default());
                initiatives::reviews::actions::save(act, actor, &reference, 0, &early, &last).await
            })
            .await;
        assert!(early.is_err(), "nothing is written before it begins");
        app.clock.advance(std::time::Duration::from_secs(3600));
        let mut ruth = app.sign_in(RUTH).await;
        let page = ruth.get(&at(&reference)).await;
        assert!(page.has("Agra") && page.has("10 April 2014, 12:00"), "{}", page.words());
        assert!(ruth.get("/desk").await.has("Your review is open"));
        app.review(&reference, RUTH, [4; 6], "In time.").await;
        app.clock.advance(std::time::Duration::from_secs(3600));
        let late = app
            .act(RUTH, async |act, actor| {
                initiatives::reviews::actions::submit(
                    act,
                    actor,
                    &reference,
                    1,
                    &entry([1; 6], "Too late."),
                    &Judged::default(),
                )
                .await
            })
            .await;
        assert!(late.is_err(), "in the phase of the decision nothing is written");
        let mut ruth = app.sign_in(RUTH).await;
        let typed = [("version", "1"), ("score-relevance", "2"), ("to_committee", "All I thought."), ("do", "save")];
        let page = ruth.post(&format!("{}/review", at(&reference)), &typed).await;
        assert_eq!(page.status, 403);
        assert!(page.has("Reviews are not written in the present phase of the call.") && page.has("All I thought."));
    })
    .await;
}

#[tokio::test]
async fn names_are_hidden_where_the_phase_hides_them_and_reviews_stay_apart() {
    on_both(async |app| {
        let reference = reviewed(&app).await;
        let (mut house, mut eve) = (app.sign_in(HOUSE).await, app.sign_in(EVE).await);
        let said = [("audience", "reviewers"), ("body", "A word.")];
        eve.post_and_follow(&format!("/proposals/{reference}/discussion"), &said).await;
        let seen = version(&app).await;
        let nameless = phase(
            "consensus",
            &[("begins", "2014-03-01T00:00"), ("reviews", "after_own"), ("applicant", "yes"), ("comments", "yes")],
        );
        assert_eq!(save(&app, &seen, &[nameless]).await.status, 303);
        let mut ruth = app.sign_in(RUTH).await;
        for language in ["en", "fr", "es"] {
            let page = ruth.get(&format!("{}?lang={language}", at(&reference))).await;
            assert!(page.has("Ève thinks so.") && page.has("A word."), "{}", page.words());
            assert!(!page.text.contains("Ève Roux"), "{}", page.words());
            assert!(page.text.contains("Ruth Hill"), "the own name stays");
        }
        let page = ruth.get(&format!("{}?lang=en", at(&reference))).await;
        assert!(page.has("Reviewer 2") && page.has("Name not shown in this phase"), "{}", page.words());
        assert!(house.get(&at(&reference)).await.has("Ève Roux"));
    })
    .await;
}

#[tokio::test]
async fn in_a_blind_phase_nothing_is_told_of_what_was_said_to_the_applicant() {
    on_both(async |app| {
        let reference = reviewed(&app).await;
        let blind = phase("decision", &[("begins", "2014-03-01T00:00"), ("reviews", "always"), ("names", "yes")]);
        assert_eq!(save(&app, &version(&app).await, &[blind]).await.status, 303);
        let mut ruth = app.sign_in(RUTH).await;
        let due = Moment::from_millis(app.now().millis() + 86_400_000);
        does!(app, HOUSE, reference, |act, actor, t| ask_for(act, actor, t, "Agra must say more.", due));
        let paths = [at(&reference), format!("{}/review", at(&reference)), "/desk".to_owned()];
        let silent = async |ruth: &mut crate::support::Browser| {
            for path in &paths {
                let page = ruth.get(path).await;
                assert_eq!(page.status, 200, "{path}");
                assert!(!page.text.contains("Agra") && page.has("Applicant not shown"), "{path}: {}", page.words());
            }
        };
        silent(&mut ruth).await;
        app.submit(&reference).await;
        silent(&mut ruth).await;
        let made = Decision {
            reason: "Agra has no partner.".to_owned(),
            message: "Dear city of Agra, thank you.".to_owned(),
            ..decision(Outcome::NotSelected)
        };
        does!(app, HOUSE, reference, |act, actor, t| steering::not_select(act, actor, t, &made));
        silent(&mut ruth).await;
        let page = ruth.get(&at(&reference)).await;
        assert!(page.has("Board of Directors") && page.has("Ève thinks so."), "{}", page.words());
        let mut house = app.sign_in(HOUSE).await;
        assert!(house.get(&at(&reference)).await.has("Dear city of Agra, thank you."));
    })
    .await;
}

#[tokio::test]
async fn before_the_promise_there_is_a_title_and_nothing_to_find_it_by_but_that() {
    on_both(async |app| {
        let reference = app.under_review().await;
        let id = app.person(RUTH).await;
        app.act(HOUSE, async |act, actor| {
            use initiatives::proposals::actions::standing::{Asking, assign};
            assign(act, actor, &reference, id, Asking::default()).await
        })
        .await
        .unwrap();
        let mut ruth = app.sign_in(RUTH).await;
        let link = format!("/desk/proposals/{reference}");
        let page = ruth.get("/desk").await;
        assert!(page.text.contains(&link) && page.has("Cool Roofs") && !page.has("Agra"), "{}", page.words());
        assert!(ruth.get("/desk?q=cool+ROOFS").await.text.contains(&link), "by its title");
        for query in ["q=Agra", "q=reflective", "country=AU", "q=cool+agra"] {
            let page = ruth.get(&format!("/desk?{query}")).await;
            assert!(!page.text.contains(&link) && page.has("No proposal"), "{query}");
        }
        let page = ruth.post_and_follow("/desk/calls/2014/confidentiality", &[("agreed", "yes")]).await;
        assert!(page.has("Agra"), "{}", page.words());
        assert!(ruth.get("/desk?q=reflective").await.text.contains(&link));
    })
    .await;
}

#[tokio::test]
async fn a_reviewer_accepts_or_declines_and_the_secretariat_hears_of_it() {
    on_both(async |app| {
        let reference = app.under_review().await;
        let ruth_id = app.assign(&reference, RUTH).await.to_string();
        app.assign(&reference, EVE).await;
        let (mut ruth, mut eve) = (app.sign_in(RUTH).await, app.sign_in(EVE).await);
        let page = ruth.post_and_follow(&format!("{}/acceptance", at(&reference)), &[]).await;
        assert!(page.has("You have accepted. Thank you."), "{}", page.words());
        let path = format!("{}/refusal", at(&reference));
        let page = eve.post(&format!("{path}?lang=en"), &[("decline_reason", "")]).await;
        assert_eq!(page.status, 422, "a reason is asked for");
        let page = eve.post_and_follow(&path, &[("decline_reason", "I am away until June.")]).await;
        assert_eq!(page.status, 200);
        assert_eq!(eve.get(&at(&reference)).await.status, 404, "it is no longer theirs");
        let told = app.letters_to(HOUSE).await;
        let told = told.iter().find(|letter| letter.kind == "declined").expect("a letter to the secretariat");
        assert!(told.body_text.contains("I am away until June.") && told.subject.contains("Ève Roux"));
        let mut house = app.sign_in(HOUSE).await;
        let page = house.get(&at(&reference)).await;
        assert!(page.has("accepted, not in yet") && page.has("I am away until June."), "{}", page.words());

        let due = format!("{}/assignments/{ruth_id}/due", at(&reference));
        let page = house.post(&due, &[("review_due", "2014-03-01T12:00")]).await;
        assert_eq!(page.status, 422);
        assert!(page.has("This moment is past."), "{}", page.words());
        let page = house.post_and_follow(&due, &[("review_due", "2014-04-20T12:00")]).await;
        assert!(page.has("due 20 April 2014, 12:00"), "{}", page.words());
        assert!(ruth.get(&at(&reference)).await.has("20 April 2014, 12:00"));
        app.clock.advance(std::time::Duration::from_secs(20 * 86_400));
        let mut house = app.sign_in(HOUSE).await;
        assert!(house.get(&at(&reference)).await.has("late: was due 20 April 2014, 12:00"));
        let mut ruth = app.sign_in(RUTH).await;
        assert_eq!(ruth.post(&due, &[("review_due", "2014-05-20T12:00")]).await.status, 404);
    })
    .await;
}
