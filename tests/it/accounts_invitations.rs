//! Invitations, from the desk to the first log-in.

use std::time::Duration;

use crate::support::{Browser, Page, TestApp, on_both};

const SECRETARIAT: &str = "secretariat@metropolis.example";
const JUROR: &str = "juror@jury.example";
const NEW_PASSWORD: &str = "une phrase assez longue";

async fn invite_juror(secretariat: &mut Browser, language: &str) -> Page {
    let form = [("email", JUROR), ("name", "Ana Juror"), ("role", "reviewer"), ("locale", language)];
    secretariat.post("/desk/people/new", &form).await
}

async fn accept(browser: &mut Browser, link: &str) -> Page {
    let form = [("name", "Ana Jurado"), ("password", NEW_PASSWORD), ("locale", "es"), ("zone", "America/Bogota")];
    browser.post(link, &form).await
}

/// The link of an invitation that the secretariat has just sent.
async fn invited(app: &TestApp, language: &str) -> String {
    let mut secretariat = app.sign_in(SECRETARIAT).await;
    assert_eq!(invite_juror(&mut secretariat, language).await.status, 303);
    app.link_to(JUROR).await
}

#[tokio::test]
async fn a_reviewer_is_invited_accepts_and_works_in_the_language_of_choice() {
    on_both(async |app| {
        let link = invited(&app, "fr").await;
        let letter = app.only_letter_to(JUROR).await;
        assert_eq!(letter.subject, "Votre invitation aux Initiatives Metropolis");
        assert!(letter.body_text.contains("Évaluateur"), "{}", letter.body_text);
        assert!(letter.secret);

        let mut juror = app.browser();
        let page = juror.get(&link).await;
        assert_eq!((page.status, page.field("name").unwrap()), (200, "Ana Juror".to_owned()));
        assert!(page.has("Votre invitation"), "in the language of the letter: {}", page.words());
        assert!(page.text.contains(JUROR));
        assert_eq!(juror.get("/desk").await.status, 401, "looking at the link accepts nothing");

        let page = accept(&mut juror, &link).await;
        assert_eq!((page.status, page.location()), (303, "/desk"), "{}", page.words());
        let page = juror.get("/account").await;
        assert!(page.text.contains("<html lang=\"es\""));
        assert_eq!(page.field("name").unwrap(), "Ana Jurado");
        assert_eq!(page.field("zone").unwrap(), "America/Bogota");
        assert_eq!(app.browser().log_in(JUROR, NEW_PASSWORD).await.status, 303);
    })
    .await;
}

#[tokio::test]
async fn an_invitation_is_used_once_within_its_time_and_cannot_be_made_up() {
    on_both(async |app| {
        let link = invited(&app, "en").await;
        assert_eq!(accept(&mut app.browser(), &link).await.status, 303);
        let again = accept(&mut app.browser(), &link).await;
        assert_eq!(again.status, 404, "used");
        assert!(again.has("This link is no longer valid"));
        assert_eq!(app.browser().get(&link).await.words(), again.words(), "and says the same to who looks");

        let forged =
            accept(&mut app.browser(), "/invitations/x7hSmKc0vO2dmWvPq6q8yM0Zt3a9b1c2d3e4f5g6h7i?lang=en").await;
        assert_eq!((forged.status, forged.words()), (404, again.words()));
    })
    .await;
    on_both(async |app| {
        let link = invited(&app, "en").await;
        app.clock.advance(Duration::from_secs(14 * 24 * 60 * 60));
        assert_eq!(accept(&mut app.browser(), &link).await.status, 404, "expired");
    })
    .await;
}

#[tokio::test]
async fn a_password_that_anyone_would_guess_is_not_taken_and_the_rest_of_the_form_stays() {
    on_both(async |app| {
        let link = invited(&app, "en").await;
        for (password, said) in [
            ("", "Write a password."),
            ("short", "at least 12 characters"),
            ("password 1234", "one of the first that anyone would try"),
            ("juror@jury.example", "made of your name or your email address"),
        ] {
            let form = [("name", "Ana"), ("password", password), ("locale", "es"), ("zone", "America/Bogota")];
            let page = app.browser().post(&link, &form).await;
            assert_eq!(page.status, 422);
            assert!(page.has(said), "{password}: {}", page.words());
            assert_eq!(page.field("zone").unwrap(), "America/Bogota");
        }
        let form = [("name", " "), ("password", NEW_PASSWORD), ("locale", "xx"), ("zone", "Madrid")];
        let page = app.browser().post(&link, &form).await;
        assert!(page.has("Choose a time zone from the list"));
        assert_eq!(accept(&mut app.browser(), &link).await.status, 303, "the link still serves");
    })
    .await;
}

#[tokio::test]
async fn an_invitation_sent_again_makes_the_earlier_link_void() {
    on_both(async |app| {
        let first = invited(&app, "en").await;
        let mut secretariat = app.sign_in(SECRETARIAT).await;
        app.clock.advance(Duration::from_secs(60));
        let person = invite_juror(&mut secretariat, "en").await.location().to_owned();
        app.clock.advance(Duration::from_secs(60));
        let page = secretariat.post_and_follow(&format!("{person}/invitation"), &[]).await;
        assert!(page.has("The invitation is on its way."), "{}", page.words());
        assert_eq!(app.letters_to(JUROR).await.len(), 3);
        let last = app.link_to(JUROR).await;
        assert_eq!(app.browser().get(&first).await.status, 404);
        assert_eq!(app.browser().get(&last).await.status, 200);
    })
    .await;
}

#[tokio::test]
async fn who_has_an_account_gets_the_new_part_at_once_and_a_letter_that_says_so() {
    on_both(async |app| {
        app.person("official@barcelona.example").await;
        app.person("official@agra.example").await;
        let mut secretariat = app.sign_in(SECRETARIAT).await;
        let form = [("email", "official@barcelona.example"), ("name", "Someone"), ("role", "editor"), ("locale", "en")];
        let page = secretariat.post_and_follow("/desk/organisations/agra/members", &form).await;
        assert!(page.has("Marta Puig"), "the name is the account's own: {}", page.words());
        let letter = app.only_letter_to("official@barcelona.example").await;
        assert_eq!(letter.subject, "Tiene una nueva función en las Iniciativas Metropolis");
        assert!(letter.body_text.contains("Agra: persona que redacta"), "{}", letter.body_text);
        assert_eq!(app.actor("official@barcelona.example").await.memberships.len(), 2);

        secretariat.post_and_follow("/desk/organisations/agra/members", &form).await;
        assert_eq!(app.letters_to("official@barcelona.example").await.len(), 1, "what is no news is not written");
    })
    .await;
}
