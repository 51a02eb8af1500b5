//! What is new to somebody, and what they are told of it in lists.

use std::time::Duration;

use axum::{body::Body, http::Request};
use initiatives::proposals::{actions::standing, rules::Audience};

use super::{HOUSE, OWNER, RUTH, talk};
use crate::support::on_both;

#[tokio::test]
async fn what_is_new_is_marked_until_it_was_shown() {
    on_both(async |app| {
        let reference = app.submitted().await;
        let (mut house, mut owner) = (app.sign_in(HOUSE).await, app.sign_in(OWNER).await);
        let own = format!("/proposals/{reference}");
        let thread = house.begin(&reference, "applicant", "Dear city.").await.thread();
        assert!(!house.get("/desk").await.has("new message"), "one's own words are not new");
        assert!(!owner.get("/proposals").await.has("new message"), "it has not gone");
        app.clock.advance(Duration::from_secs(60));
        assert!(owner.get("/proposals").await.has("1 new message"));
        // A browser that fetches ahead shows nothing to anybody.
        let ahead = Request::get(&own).header("sec-purpose", "prefetch").body(Body::empty()).unwrap();
        assert_eq!(owner.send(ahead).await.status, 200);
        let page = owner.get(&own).await;
        assert!(page.has("1 new message") && page.has("Dear city."));
        assert!(!owner.get("/proposals").await.has("new message"), "now it was shown");
        assert!(!owner.get(&own).await.has("new message"));

        app.clock.advance(Duration::from_secs(1));
        owner.post_and_follow(&format!("{}/{thread}", talk(&reference)), &[("body", "Dear house.")]).await;
        let desk = house.get("/desk").await;
        assert!(desk.has("1 new message"), "{}", desk.words());
        assert!(house.get(&format!("/desk/proposals/{reference}")).await.has("1 new message"));
        assert!(house.get("/desk").await.has("1 new message"), "the page of the proposal has only told of it");
        assert!(house.get(&talk(&reference)).await.has("New"));
        assert!(!house.get("/desk").await.has("new message"));
        let page = house.post(&format!("{}/{thread}/unread", talk(&reference)), &[]).await;
        assert_eq!(page.location(), "/desk");
        assert!(house.get("/desk").await.has("1 new message"));
    })
    .await;
}

#[tokio::test]
async fn a_reviewer_is_told_of_what_they_may_read() {
    on_both(async |app| {
        let reference = app.under_review().await;
        app.give(&reference, RUTH).await;
        app.say(HOUSE, &reference, Audience::Internal, "Between us.").await;
        app.say(HOUSE, &reference, Audience::Reviewers, "To the jury.").await;
        app.say(OWNER, &reference, Audience::Applicant, "A question.").await;
        let mut ruth = app.sign_in(RUTH).await;
        assert!(!ruth.get("/desk").await.has("new message"), "not before the own review is in");
        let page = ruth.get(&talk(&reference)).await;
        assert!(page.has("once your own review is in") && !page.has("To the jury."), "{}", page.words());
        let page = ruth.begin(&reference, "reviewers", "My own word.").await;
        assert!(page.has("My own word.") && !page.has("To the jury."), "one may write before");
        app.review(&reference, RUTH, [3; 6], "Fair.").await;
        assert!(ruth.get("/desk").await.has("1 new message"), "of three audiences one is theirs");
        let page = ruth.get(&talk(&reference)).await;
        assert!(page.has("To the jury.") && !page.has("Between us.") && !page.has("A question."));
        assert!(!ruth.get("/desk").await.has("new message"));
    })
    .await;
}

#[tokio::test]
async fn what_was_said_out_of_sight_is_new_once_it_can_be_read_whoever_wrote_there_meanwhile() {
    on_both(async |app| {
        let (mut house, mut ruth) = (app.sign_in(HOUSE).await, app.sign_in(RUTH).await);
        for abstains in [true, false] {
            let reference = app.under_review().await;
            app.give(&reference, RUTH).await;
            let thread = ruth.begin(&reference, "reviewers", "Who has seen the river?").await.thread();
            let reply = format!("{}/{thread}", talk(&reference));
            app.clock.advance(Duration::from_secs(1));
            house.post_and_follow(&reply, &[("body", "I was there in spring.")]).await;
            app.clock.advance(Duration::from_secs(1));
            let page = ruth.post_and_follow(&reply, &[("body", "Nobody at all?")]).await;
            assert!(page.has("Nobody at all?") && !page.has("there in spring"), "{}", page.words());
            assert!(!ruth.get("/desk").await.has("new message"), "not before the own review is in");
            if abstains {
                let why = "I know nothing of water.";
                app.act(RUTH, async |act, actor| standing::abstain(act, actor, &reference, why).await).await.unwrap();
            } else {
                app.review(&reference, RUTH, [3; 6], "Fair.").await;
            }
            let desk = ruth.get("/desk").await;
            assert!(desk.has("1 new message"), "of three two are her own; abstains: {abstains}; {}", desk.words());
            assert!(ruth.get(&format!("/desk/proposals/{reference}")).await.has("1 new message"));
            assert!(ruth.get(&talk(&reference)).await.has("there in spring"));
            assert!(!ruth.get("/desk").await.has("new message"), "now it was shown");

            // Who may read the conversation has read what stood above the form.
            app.clock.advance(Duration::from_secs(1));
            house.post_and_follow(&reply, &[("body", "In autumn, too.")]).await;
            assert_eq!(ruth.post(&reply, &[("body", "Thank you.")]).await.status, 303);
            assert!(!ruth.get("/desk").await.has("new message"));
        }
    })
    .await;
}

#[tokio::test]
async fn lists_and_pages_cost_the_same_however_much_is_said() {
    on_both(async |app| {
        let reference = app.submitted().await;
        app.say(OWNER, &reference, Audience::Applicant, "A question.").await;
        // Where there is something new, a list asks once more who may read it.
        app.say(HOUSE, &reference, Audience::Internal, "Between us.").await;
        let (mut house, mut owner) = (app.sign_in(HOUSE).await, app.sign_in(OWNER).await);
        let (page, own) = (talk(&reference), format!("/proposals/{reference}"));
        let desk = format!("/desk/proposals/{reference}");
        let mut costs = Vec::new();
        for _ in 0..2 {
            costs.push([
                app.cost(&mut house, "/desk").await,
                app.cost(&mut house, &page).await,
                app.cost(&mut house, &desk).await,
                app.cost(&mut owner, "/proposals").await,
                app.cost(&mut owner, &own).await,
            ]);
            let other = app.submitted().await;
            for body in ["One.", "Two.", "Three."] {
                app.say(HOUSE, &reference, Audience::Internal, body).await;
                app.say(OWNER, &reference, Audience::Applicant, body).await;
                app.say(OWNER, &other, Audience::Applicant, body).await;
            }
        }
        assert_eq!(costs[0], costs[1]);
    })
    .await;
}
