//! One's own account: details, password, sessions, and what happens when a session is over.

use std::time::Duration;

use axum::{body::Body, http::Request};

use crate::support::{Browser, PASSWORD, TestApp, on_both};

const OFFICIAL: &str = "official@agra.example";
const NEW_PASSWORD: &str = "a river runs past the city hall";

const FIREFOX: &str = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

/// Someone signed in with a Firefox on Linux.
async fn on_firefox(app: &TestApp) -> Browser {
    app.person(OFFICIAL).await;
    let mut browser = app.browser();
    let body = format!("email=official%40agra.example&password={PASSWORD}");
    let request = Request::post("/login")
        .header("content-type", "application/x-www-form-urlencoded")
        .header("sec-fetch-site", "same-origin")
        .header("user-agent", FIREFOX)
        .body(Body::from(body))
        .unwrap();
    assert_eq!(browser.send(request).await.status, 303);
    browser
}

#[tokio::test]
async fn name_language_and_zone_are_kept() {
    on_both(async |app| {
        let mut official = app.sign_in(OFFICIAL).await;
        let form = [("name", " Asha <b>V</b> "), ("locale", "fr"), ("zone", "Europe/Paris")];
        let page = official.post_and_follow("/account", &form).await;
        assert!(page.text.contains("<html lang=\"fr\""));
        assert!(page.has("Vos données sont enregistrées."), "{}", page.words());
        assert!(!page.text.contains("<b>V"), "what people type shows as text");
        assert_eq!(page.field("zone").unwrap(), "Europe/Paris");

        let form = [("name", ""), ("locale", "fr"), ("zone", "Paris")];
        let page = official.post("/account", &form).await;
        assert_eq!(page.status, 422);
        assert!(page.has("Choisissez un fuseau horaire de la liste"));
        let actor = app.actor(OFFICIAL).await;
        assert_eq!((actor.name.as_str(), actor.zone.name()), ("Asha <b>V</b>", "Europe/Paris"));
    })
    .await;
}

#[tokio::test]
async fn changing_the_password_asks_for_the_old_one_and_ends_the_other_sessions() {
    on_both(async |app| {
        let mut official = app.sign_in(OFFICIAL).await;
        let mut elsewhere = app.sign_in(OFFICIAL).await;
        let change = |current| [("current", current), ("password", NEW_PASSWORD)];
        let page = official.post("/account/password", &change("a wrong guess")).await;
        assert_eq!(page.status, 422);
        assert!(page.has("This is not your current password."));
        assert_eq!(page.field("name").unwrap(), "Asha Verma", "the other form is as it was");

        let before = official.cookie("session").unwrap().to_owned();
        let page = official.post_and_follow("/account/password", &change(PASSWORD)).await;
        assert!(page.has("Your password is changed."), "{}", page.words());
        assert_ne!(official.cookie("session").unwrap(), before);
        let page = elsewhere.get("/account").await;
        assert_eq!(page.status, 401);
        assert!(page.has("Your session was ended"), "{}", page.words());
        assert_eq!(app.only_letter_to(OFFICIAL).await.subject, "Your password was changed");
        assert_eq!(app.browser().log_in(OFFICIAL, NEW_PASSWORD).await.status, 303);
    })
    .await;
}

#[tokio::test]
async fn an_open_session_is_no_way_to_guess_the_password() {
    on_both(async |app| {
        let mut thief = app.sign_in(OFFICIAL).await;
        for _ in 0..5 {
            let form = [("current", "a wrong guess"), ("password", NEW_PASSWORD)];
            assert_eq!(thief.post("/account/password", &form).await.status, 422);
        }
        let form = [("current", PASSWORD), ("password", NEW_PASSWORD)];
        assert_eq!(thief.post("/account/password", &form).await.status, 429);
    })
    .await;
}

#[tokio::test]
async fn one_sees_where_one_is_logged_in_and_ends_what_one_does_not_know() {
    on_both(async |app| {
        let mut forgotten = on_firefox(&app).await;
        app.clock.advance(Duration::from_secs(60));
        let mut official = app.sign_in(OFFICIAL).await;
        let page = official.get("/account").await;
        assert!(page.has("Firefox on Linux"), "{}", page.words());
        assert!(page.has("Last used 1 April 2014, 15:30"), "in one's own zone: {}", page.words());
        assert_eq!(page.text.matches("End this session").count(), 1, "one's own is ended by logging out");

        let action = page.text.split("action=\"").find(|part| part.starts_with("/account/sessions/")).unwrap();
        let action = action.split('"').next().unwrap().to_owned();
        let mut other = app.sign_in("official@barcelona.example").await;
        assert_eq!(other.post(&action, &[]).await.status, 404, "nobody ends another's session");
        assert_eq!(forgotten.get("/account").await.status, 200);

        let page = official.post_and_follow(&action, &[]).await;
        assert!(page.has("The session is ended.") && !page.has("Firefox on Linux"));
        let page = forgotten.get("/account").await;
        assert_eq!(page.status, 401);
        assert!(page.has("Your session was ended"));
    })
    .await;
}

#[tokio::test]
async fn a_session_ends_after_half_an_hour_without_use_and_says_so() {
    on_both(async |app| {
        let mut official = app.sign_in(OFFICIAL).await;
        for _ in 0..4 {
            app.clock.advance(Duration::from_secs(20 * 60));
            assert_eq!(official.get("/account").await.status, 200, "used, it goes on");
        }
        app.clock.advance(Duration::from_secs(31 * 60));
        let page = official.get("/account").await;
        assert_eq!(page.status, 401);
        assert!(page.has("Your session is over"), "{}", page.words());
        assert!(app.browser().get("/account").await.has("Log in to see this page."));
    })
    .await;
}

#[tokio::test]
async fn a_session_ends_twelve_hours_after_the_log_in_whatever_is_done() {
    on_both(async |app| {
        let mut official = app.sign_in(OFFICIAL).await;
        for _ in 0..(12 * 60 / 20 - 1) {
            app.clock.advance(Duration::from_secs(20 * 60));
            assert_eq!(official.get("/account").await.status, 200);
        }
        app.clock.advance(Duration::from_secs(20 * 60));
        assert_eq!(official.get("/account").await.status, 401);
    })
    .await;
}

#[tokio::test]
async fn a_form_posted_after_the_session_was_over_comes_back_to_its_writer_and_is_not_executed() {
    on_both(async |app| {
        let mut official = app.sign_in(OFFICIAL).await;
        app.clock.advance(Duration::from_secs(31 * 60));
        let form = [("name", "Asha Kapoor"), ("locale", "en"), ("zone", "Asia/Kolkata")];
        let page = official.post("/account", &form).await;
        assert_eq!(page.status, 401);
        assert!(page.has("Log in again: what you typed comes back"), "{}", page.words());
        let kept = page.field("returning").unwrap();
        assert!(!page.text.contains("Asha Kapoor"), "sealed");

        let mut other = app.sign_in("official@barcelona.example").await;
        other.post("/logout", &[]).await;
        let log_in = [("email", "official@barcelona.example"), ("password", PASSWORD), ("returning", &kept)];
        assert_eq!(other.post("/login", &log_in).await.location(), "/proposals", "not to anyone else");

        let log_in = [("email", OFFICIAL), ("password", PASSWORD), ("returning", &kept)];
        let page = official.post_and_follow("/login", &log_in).await;
        assert_eq!(page.field("name").unwrap(), "Asha Kapoor");
        assert_eq!(app.actor(OFFICIAL).await.name, "Asha Verma", "nothing was done");
        official.post_and_follow("/account", &form).await;
        assert_eq!(app.actor(OFFICIAL).await.name, "Asha Kapoor");
    })
    .await;
}

#[tokio::test]
async fn old_sessions_links_and_counts_are_forgotten() {
    on_both(async |app| {
        let mut official = app.sign_in(OFFICIAL).await;
        app.browser().post("/password-reset", &[("email", OFFICIAL)]).await;
        app.browser().log_in(OFFICIAL, "not the password").await;
        initiatives::accounts::actions::sweep(&app.app).await.unwrap();
        assert_eq!(official.get("/account").await.status, 200, "what still serves stays");
        assert_eq!(app.browser().get(&app.link_to(OFFICIAL).await).await.status, 200);
        assert_ne!(app.rows_of_accounts().await, [0, 0, 0]);
        app.clock.advance(Duration::from_secs(61 * 24 * 60 * 60));
        initiatives::accounts::actions::sweep(&app.app).await.unwrap();
        assert_eq!(app.rows_of_accounts().await, [0, 0, 0]);
    })
    .await;
}
