//! What somebody with an account wants to be told beside what they must know.

use std::time::Duration;

use initiatives::{
    entity::gathered,
    mail::{LetterState, outbox},
};
use sea_orm::{EntityTrait, PaginatorTrait};

use crate::support::{TestApp, on_both};

const HOUSE: &str = "secretariat@metropolis.example";
const OWNER: &str = "official@agra.example";
const DAY: Duration = Duration::from_secs(86_400);

impl TestApp {
    /// The kinds of the letters to somebody, as they were written.
    async fn kinds_to(&self, email: &str) -> Vec<String> {
        self.letters_to(email).await.into_iter().map(|letter| letter.row.kind).collect()
    }

    async fn choose_notices(&self, email: &str, choices: &[(&str, &str)]) {
        let page = self.sign_in(email).await.post_and_follow("/account/notices", choices).await;
        assert!(page.has("Your choice is saved."), "{}", page.words());
        for (name, value) in choices {
            assert!(page.text.contains(&format!("<option value=\"{value}\" selected>")), "{name}: {}", page.text);
        }
    }
}

#[tokio::test]
async fn notices_come_at_once_as_a_digest_or_not_at_all_and_what_must_be_known_always() {
    on_both(async |app| {
        app.choose_notices(OWNER, &[("progress", "never"), ("reminders", "daily")]).await;
        app.choose_notices(HOUSE, &[("arrivals", "daily")]).await;
        let reference = app.under_review().await;
        app.deliver_mail().await;
        let told = app.kinds_to(OWNER).await;
        assert!(told.contains(&"received".to_owned()), "the receipt always comes: {told:?}");
        assert!(!told.contains(&"review_started".to_owned()), "{told:?}");
        assert!(!app.kinds_to(HOUSE).await.contains(&"arrived".to_owned()));

        app.clock.advance(DAY);
        app.deliver_mail().await;
        let digest = app.letters_to(HOUSE).await.pop().unwrap();
        assert_eq!(digest.kind, "notices");
        assert_eq!(digest.state, LetterState::Sent);
        assert!(
            digest.body_text.contains("* Submitted: ") && digest.body_text.contains("/desk/proposals/"),
            "{}",
            digest.body_text
        );
        assert!(digest.body_text.contains("/account/notices") && digest.unsubscribe.is_none(), "{}", digest.body_text);
        app.clock.advance(DAY);
        app.deliver_mail().await;
        assert_eq!(app.letters_to(HOUSE).await.pop().unwrap().id, digest.id, "without news there is none");
        assert!(app.browser().get(&format!("/initiatives/{reference}")).await.status == 404);
    })
    .await;
}

#[tokio::test]
async fn somebody_is_offered_the_notices_that_they_can_get() {
    on_both(async |app| {
        app.under_review().await;
        let official = app.sign_in(OWNER).await.get("/account/notices").await;
        assert!(official.has("Your people") && !official.has("What cities and reviewers do"), "{}", official.words());
        let house = app.sign_in(HOUSE).await.get("/account/notices").await;
        assert!(house.has("What cities and reviewers do") && !house.has("Your people"), "{}", house.words());
        // What there is not counts as not said.
        app.choose_notices(OWNER, &[("team", "weekly")]).await;
        app.sign_in(OWNER).await.post("/account/notices", &[("team", "sometimes"), ("weather", "daily")]).await;
        let page = app.sign_in(OWNER).await.get("/account/notices").await;
        assert!(page.text.contains("<option value=\"weekly\" selected>"), "{}", page.text);
    })
    .await;
}

#[tokio::test]
async fn whoever_must_not_hear_of_a_proposal_any_more_finds_it_in_no_digest() {
    on_both(async |app| {
        app.choose_notices(HOUSE, &[("arrivals", "weekly")]).await;
        let reference = app.submitted().await;
        let gathered = async || gathered::Entity::find().count(app.db.read()).await.unwrap();
        assert_eq!(gathered().await, 1);
        let case = app.case(HOUSE, &reference).await.unwrap();
        let person = app.person(HOUSE).await;
        app.act(HOUSE, async |act, _| outbox::take_back(act, case.proposal.id, person).await).await.unwrap();
        assert_eq!(gathered().await, 0);
    })
    .await;
}
