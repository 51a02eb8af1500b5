//! Logging in and out.

use std::time::Duration;

use crate::support::{PASSWORD, on_both};

const OFFICIAL: &str = "official@agra.example";

#[tokio::test]
async fn an_official_logs_in_and_out() {
    on_both(async |app| {
        let mut official = app.sign_in(OFFICIAL).await;
        let before = official.cookie("session").unwrap().to_owned();
        assert_eq!(official.get("/nowhere").await.status, 404);
        let page = official.post_and_follow("/logout", &[]).await;
        assert!(page.has("You are logged out."), "{}", page.words());
        assert_eq!(official.get("/proposals").await.status, 401);
        official.set_cookie("session", &before);
        assert_eq!(official.get("/proposals").await.status, 401, "the old cookie is worth nothing");
    })
    .await;
}

#[tokio::test]
async fn a_session_gets_a_new_id_at_log_in() {
    on_both(async |app| {
        app.person(OFFICIAL).await;
        let mut visitor = app.browser();
        visitor.post("/logout", &[]).await;
        let before = visitor.cookie("session").unwrap().to_owned();
        assert_eq!(visitor.log_in(OFFICIAL, PASSWORD).await.status, 303);
        assert_ne!(visitor.cookie("session").unwrap(), before);
        let mut planted = app.browser();
        planted.set_cookie("session", &before);
        assert_eq!(planted.get("/account").await.status, 401, "whoever knew the old id is not signed in with it");
    })
    .await;
}

#[tokio::test]
async fn a_wrong_password_and_an_unknown_address_are_told_alike() {
    on_both(async |app| {
        app.person(OFFICIAL).await;
        let wrong = app.browser().log_in(OFFICIAL, "not the password").await;
        let unknown = app.browser().log_in("nobody@agra.example", "not the password").await;
        let no_address = app.browser().log_in("nobody", "not the password").await;
        for page in [&wrong, &unknown, &no_address] {
            assert_eq!(page.status, 422);
            assert!(page.has("The email address or the password is not right."));
            assert_eq!(page.words(), wrong.words());
        }
        assert_eq!(wrong.field("email").unwrap(), OFFICIAL, "what was typed stays");
        assert!(!wrong.text.contains("not the password"), "but the password is not written back");
    })
    .await;
}

#[tokio::test]
async fn after_five_failures_even_the_right_password_waits_known_or_not_and_across_restarts() {
    on_both(async |app| {
        app.person(OFFICIAL).await;
        for email in [OFFICIAL, "nobody@agra.example"] {
            for _ in 0..5 {
                assert_eq!(app.browser().log_in(email, "not the password").await.status, 422);
            }
        }
        let known = app.browser().log_in(OFFICIAL, PASSWORD).await;
        let unknown = app.browser().log_in("nobody@agra.example", PASSWORD).await;
        assert_eq!((known.status, unknown.status), (429, 429));
        assert_eq!(known.words(), unknown.words());
        assert_eq!(known.headers["retry-after"], "60");
        assert!(known.has("Please wait a minute"), "{}", known.words());

        let other_process = app.again().await;
        assert_eq!(other_process.browser().log_in(OFFICIAL, PASSWORD).await.status, 429);

        app.clock.advance(Duration::from_secs(60));
        assert_eq!(
            app.browser().log_in(OFFICIAL, PASSWORD).await.status,
            303,
            "the owner is never locked out for good"
        );
        assert_eq!(app.browser().log_in(OFFICIAL, "not the password").await.status, 422, "and the count begins anew");
    })
    .await;
}

#[tokio::test]
async fn tries_at_the_same_moment_all_count() {
    on_both(async |app| {
        app.person(OFFICIAL).await;
        let tries = (0..12).map(|_| {
            let mut browser = app.browser();
            async move { browser.log_in(OFFICIAL, "not the password").await.status }
        });
        let heard = futures::future::join_all(tries).await.into_iter().filter(|status| *status == 422).count();
        assert_eq!(heard, 5);
    })
    .await;
}

#[tokio::test]
async fn strangers_who_fail_from_everywhere_do_not_keep_the_owner_out() {
    on_both(async |app| {
        let from = |last: u8| {
            let mut browser = app.browser();
            browser.address = Some(std::net::SocketAddr::from(([192, 0, 2, last], 4000)));
            browser
        };
        app.person(OFFICIAL).await;
        assert_eq!(from(1).log_in(OFFICIAL, PASSWORD).await.status, 303);
        for stranger in 10..14 {
            for _ in 0..5 {
                assert_eq!(from(stranger).log_in(OFFICIAL, "not the password").await.status, 422);
            }
        }
        assert_eq!(
            from(99).log_in(OFFICIAL, PASSWORD).await.status,
            429,
            "twenty failures close the account elsewhere"
        );
        assert_eq!(from(1).log_in(OFFICIAL, PASSWORD).await.status, 303, "and not where its owner was lately");
    })
    .await;
}

#[tokio::test]
async fn who_guesses_at_many_accounts_from_one_address_is_slowed_down_and_others_are_not() {
    on_both(async |app| {
        let mut guesser = app.browser();
        guesser.address = Some(std::net::SocketAddr::from(([192, 0, 2, 7], 4000)));
        for n in 0..60 {
            assert_eq!(guesser.log_in(&format!("person{n}@agra.example"), "not the password").await.status, 422);
        }
        assert_eq!(guesser.log_in("another@agra.example", "not the password").await.status, 429);
        assert_eq!(app.browser().log_in("another@agra.example", "not the password").await.status, 422);
    })
    .await;
}

#[tokio::test]
async fn a_password_is_hashed_anew_at_the_next_log_in_when_the_configuration_rises() {
    on_both(async |app| {
        let user = app.person(OFFICIAL).await;
        assert!(app.password_hash(user).await.contains("m=32,t=1"));
        let risen = app.again_with(|config| config.password_passes = 3).await;
        assert_eq!(risen.browser().log_in(OFFICIAL, PASSWORD).await.status, 303);
        assert!(app.password_hash(user).await.contains("m=32,t=3"));
        assert_eq!(app.browser().log_in(OFFICIAL, PASSWORD).await.status, 303);
        assert!(app.password_hash(user).await.contains("m=32,t=3"), "it never falls");
    })
    .await;
}

#[tokio::test]
async fn log_in_leads_to_pages_of_ours_only() {
    on_both(async |app| {
        app.person(OFFICIAL).await;
        for (next, leads_to) in [
            ("/calls?page=2", "/calls?page=2"),
            ("", "/proposals"),
            ("https://evil.example/", "/proposals"),
            ("//evil.example", "/proposals"),
            ("/\\evil.example", "/proposals"),
        ] {
            let form = [("email", OFFICIAL), ("password", PASSWORD), ("next", next)];
            assert_eq!(app.browser().post("/login", &form).await.location(), leads_to, "{next}");
        }
        let page = app.browser().get("/account").await;
        assert_eq!(page.field("next").unwrap(), "/account");
    })
    .await;
}
