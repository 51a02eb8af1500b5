//! A new password, by who has forgotten the old one.

use std::time::Duration;

use crate::support::{PASSWORD, on_both};

const OFFICIAL: &str = "official@agra.example";
const NEW_PASSWORD: &str = "a river runs past the city hall";

#[tokio::test]
async fn who_forgot_the_password_sets_a_new_one_by_a_letter() {
    on_both(async |app| {
        let mut elsewhere = app.sign_in(OFFICIAL).await;
        let mut official = app.browser();
        let page = official.post_and_follow("/password-reset", &[("email", " Official@AGRA.example")]).await;
        assert!(page.has("Look into your mailbox"), "{}", page.words());
        let link = app.link_to(OFFICIAL).await;

        assert_eq!(official.get(&link).await.status, 200);
        assert_eq!(app.browser().log_in(OFFICIAL, PASSWORD).await.status, 303, "looking at the link changes nothing");

        let page = official.post(&link, &[("password", "asha verma 1")]).await;
        assert_eq!(page.status, 422);
        let page = official.post_and_follow(&link, &[("password", NEW_PASSWORD)]).await;
        assert!(page.has("Your new password is set."), "{}", page.words());

        assert_eq!(elsewhere.get("/account").await.status, 401, "all sessions ended");
        assert_eq!(app.browser().log_in(OFFICIAL, PASSWORD).await.status, 422);
        assert_eq!(official.log_in(OFFICIAL, NEW_PASSWORD).await.status, 303);
        assert_eq!(official.post(&link, &[("password", PASSWORD)]).await.status, 404, "a link serves once");
        let letters = app.letters_to(OFFICIAL).await;
        assert!(letters.iter().any(|letter| letter.subject == "Your password was changed" && !letter.secret));
    })
    .await;
}

#[tokio::test]
async fn whether_an_address_is_known_cannot_be_asked_this_way() {
    on_both(async |app| {
        app.person(OFFICIAL).await;
        let known = app.browser().post_and_follow("/password-reset", &[("email", OFFICIAL)]).await;
        let unknown = app.browser().post_and_follow("/password-reset", &[("email", "nobody@agra.example")]).await;
        assert_eq!((known.status, known.words()), (unknown.status, unknown.words()));
        assert!(app.letters_to("nobody@agra.example").await.is_empty());
        let nothing = app.browser().post("/password-reset", &[("email", "nobody")]).await;
        assert_eq!(nothing.status, 422, "what is no address at all is said");
    })
    .await;
}

#[tokio::test]
async fn a_link_ends_after_an_hour_and_a_newer_one_ends_it_too() {
    on_both(async |app| {
        app.person(OFFICIAL).await;
        app.browser().post("/password-reset", &[("email", OFFICIAL)]).await;
        let first = app.link_to(OFFICIAL).await;
        app.clock.advance(Duration::from_secs(10 * 60));
        app.browser().post("/password-reset", &[("email", OFFICIAL)]).await;
        let second = app.link_to(OFFICIAL).await;
        assert_eq!(app.browser().post(&first, &[("password", NEW_PASSWORD)]).await.status, 404);
        assert_eq!(app.browser().get(&second).await.status, 200);
        app.clock.advance(Duration::from_secs(60 * 60));
        let late = app.browser().post(&second, &[("password", NEW_PASSWORD)]).await;
        assert_eq!(late.status, 404);
        assert!(late.has("This link is no longer valid"));
        let invitation = second.replace("/password-reset/", "/invitations/");
        assert_eq!(app.browser().get(&invitation).await.status, 404);
    })
    .await;
}

#[tokio::test]
async fn nobody_can_fill_a_mailbox_by_asking() {
    on_both(async |app| {
        app.person(OFFICIAL).await;
        for _ in 0..4 {
            let page = app.browser().post("/password-reset", &[("email", OFFICIAL)]).await;
            assert_eq!(page.status, 303);
        }
        assert_eq!(app.letters_to(OFFICIAL).await.len(), 1);
        app.clock.advance(Duration::from_secs(5 * 60));
        app.browser().post("/password-reset", &[("email", OFFICIAL)]).await;
        assert_eq!(app.letters_to(OFFICIAL).await.len(), 2);
        for n in 0..20 {
            app.browser().post("/password-reset", &[("email", &format!("nobody{n}@agra.example"))]).await;
        }
        let page = app.browser().post("/password-reset", &[("email", "another@agra.example")]).await;
        assert_eq!(page.status, 429);
    })
    .await;
}

#[tokio::test]
async fn a_new_password_opens_what_failures_had_closed() {
    on_both(async |app| {
        app.person(OFFICIAL).await;
        for _ in 0..5 {
            app.browser().log_in(OFFICIAL, "not the password").await;
        }
        assert_eq!(app.browser().log_in(OFFICIAL, PASSWORD).await.status, 429);
        app.browser().post("/password-reset", &[("email", OFFICIAL)]).await;
        let link = app.link_to(OFFICIAL).await;
        app.browser().post_and_follow(&link, &[("password", NEW_PASSWORD)]).await;
        assert_eq!(app.browser().log_in(OFFICIAL, NEW_PASSWORD).await.status, 303);
    })
    .await;
}

#[tokio::test]
async fn who_has_not_accepted_yet_is_invited_again_instead() {
    on_both(async |app| {
        let mut secretariat = app.sign_in("secretariat@metropolis.example").await;
        let form = [("email", "juror@jury.example"), ("name", "Ana"), ("role", "reviewer"), ("locale", "en")];
        secretariat.post("/desk/people/new", &form).await;
        app.clock.advance(Duration::from_secs(15 * 24 * 60 * 60));
        app.browser().post("/password-reset", &[("email", "juror@jury.example")]).await;
        let link = app.link_to("juror@jury.example").await;
        assert!(link.starts_with("/invitations/"));
        assert_eq!(app.browser().get(&link).await.status, 200);
    })
    .await;
}
