//! What people typed, and what they pressed twice: nothing of it is lost, and nobody is frightened.

use initiatives::{ids::Reference, proposals::actions::steering::Target};
use std::time::Duration;

use crate::support::{Browser, PASSWORD, Page, on_both, proposals::ask_for};

const HOUSE: &str = "secretariat@metropolis.example";
const OWNER: &str = "official@agra.example";
const EDITOR: &str = "editor@agra.example";
const TYPED: &str = "Roofs that reflect the sun";

fn section(reference: &Reference) -> String {
    format!("/proposals/{reference}/edit/identity")
}

/// Saves the title, as the form of its section does.
async fn save_title(browser: &mut Browser, reference: &Reference, title: &str) -> Page {
    let form = browser.get(&section(reference)).await;
    let seen = form.field("version.title").unwrap_or_else(|| "1".to_owned());
    browser.post(&section(reference), &[("title", title), ("version.title", &seen)]).await
}

/// Logs in on the page that asks for it, and goes where that leads.
async fn log_in_again(browser: &mut Browser, asked: &Page) -> Page {
    assert_eq!(asked.status, 401, "{}", asked.words());
    let kept = asked.field("returning").unwrap();
    browser.post_and_follow("/login", &[("email", OWNER), ("password", PASSWORD), ("returning", &kept)]).await
}

#[tokio::test]
async fn a_form_comes_back_though_other_pages_were_looked_at_after_the_session_was_over() {
    on_both(async |app| {
        let reference = app.draft().await;
        let mut owner = app.sign_in(OWNER).await;
        app.clock.advance(Duration::from_secs(31 * 60));
        owner.get("/calls").await;
        owner.get("/nowhere").await;
        let asked = owner.post(&section(&reference), &[("title", TYPED), ("version.title", "1")]).await;
        let page = log_in_again(&mut owner, &asked).await;
        assert_eq!(page.field("title").as_deref(), Some(TYPED));
        let again = owner.get("/returning").await;
        assert_eq!(again.field("title").as_deref(), Some(TYPED), "a page that is loaded again shows it again");
    })
    .await;
}

#[tokio::test]
async fn a_form_comes_back_after_a_log_out_in_another_window() {
    on_both(async |app| {
        let reference = app.draft().await;
        let mut owner = app.sign_in(OWNER).await;
        owner.post_and_follow("/logout", &[]).await;
        let asked = owner.post(&section(&reference), &[("title", TYPED), ("version.title", "1")]).await;
        assert!(!asked.text.contains(TYPED), "sealed for its writer");
        let page = log_in_again(&mut owner, &asked).await;
        assert_eq!(page.field("title").as_deref(), Some(TYPED));
    })
    .await;
}

#[tokio::test]
async fn a_section_saved_after_a_colleague_has_submitted_is_there_to_be_copied() {
    on_both(async |app| {
        let reference = app.complete_draft().await;
        let mut editor = app.sign_in(EDITOR).await;
        app.submit(&reference).await;
        let page = editor.post(&section(&reference), &[("title", TYPED), ("version.title", "1")]).await;
        assert_eq!(page.status, 403);
        assert_eq!(page.field("title").as_deref(), Some(TYPED));
        assert!(page.has("Nothing was saved"), "{}", page.words());
    })
    .await;
}

#[tokio::test]
async fn who_presses_submit_twice_gets_the_receipt_twice() {
    on_both(async |app| {
        let reference = app.complete_draft().await;
        let mut owner = app.sign_in(OWNER).await;
        let confirm = owner.get(&format!("/proposals/{reference}/submission")).await;
        let (version, edition) = (confirm.field("version").unwrap(), confirm.field("edition").unwrap());
        let form = [("version", version.as_str()), ("edition", edition.as_str())];
        let path = format!("/proposals/{reference}/submission");
        let receipt = format!("/proposals/{reference}/submissions/1");
        for press in 1..=2 {
            assert_eq!(owner.post(&path, &form).await.location(), receipt, "press {press}");
        }
        assert_eq!(app.letters_to(OWNER).await.len(), 1, "submitted once");
    })
    .await;
}

#[tokio::test]
async fn two_who_submit_at_the_same_time_make_one_submission() {
    on_both(async |app| {
        let reference = app.complete_draft().await;
        let path = format!("/proposals/{reference}/submission");
        let (mut owner, mut colleague) = (app.sign_in(OWNER).await, app.sign_in("submitter@agra.example").await);
        let confirm = owner.get(&path).await;
        let (version, edition) = (confirm.field("version").unwrap(), confirm.field("edition").unwrap());
        let form = [("version", version.as_str()), ("edition", edition.as_str())];
        let (one, other) = tokio::join!(owner.post(&path, &form), colleague.post(&path, &form));
        let receipt = format!("{path}s/1");
        let (first, second) = if one.location() == receipt { (one, other) } else { (other, one) };
        assert_eq!(first.location(), receipt);
        assert!([403, 409].contains(&second.status), "the other is told: {} {}", second.status, second.words());
        assert_eq!(app.case(OWNER, &reference).await.unwrap().standing.facts.submissions, 1);
        assert_eq!(app.letters_to(OWNER).await.len(), 1, "one receipt");
    })
    .await;
}

#[tokio::test]
async fn what_is_not_submitted_again_yet_is_the_applicants_own() {
    on_both(async |app| {
        let reference = app.under_review().await;
        let target = Target { reference: &reference, seen: app.seen(&reference).await };
        let due = app.now() + Duration::from_secs(86_400);
        app.act(HOUSE, async |act, actor| ask_for(act, actor, target, "Name a partner city.", due).await)
            .await
            .unwrap();
        let mut owner = app.sign_in(OWNER).await;
        assert_eq!(save_title(&mut owner, &reference, TYPED).await.status, 303);
        let mut house = app.sign_in(HOUSE).await;
        for path in ["/desk".to_owned(), format!("/desk/proposals/{reference}")] {
            assert!(!house.get(&path).await.has(TYPED), "{path} shows what was not submitted");
        }
        app.submit(&reference).await;
        assert!(house.get("/desk").await.has(TYPED));
    })
    .await;
}

#[tokio::test]
async fn an_address_that_only_takes_forms_leads_to_the_page_they_stand_on() {
    on_both(async |app| {
        let reference = app.under_review().await;
        let mut house = app.sign_in(HOUSE).await;
        let page = house.get(&format!("/desk/proposals/{reference}/assignments?lang=fr")).await;
        assert_eq!(page.location(), format!("/desk/proposals/{reference}?lang=fr"));
        let stale = house.post(&format!("/desk/proposals/{reference}/review-start"), &[("version", "1")]).await;
        assert!(stale.text.contains(&format!("/desk/proposals/{reference}\"")), "a refusal leads back");
    })
    .await;
}

#[tokio::test]
async fn what_met_somebody_elses_change_is_there_to_be_copied() {
    on_both(async |app| {
        let ruth = app.person("reviewer1@jury.example").await;
        let (mut one, mut other) = (app.sign_in(HOUSE).await, app.sign_in(HOUSE).await);
        let path = format!("/desk/reviewers/{ruth}");
        let seen = one.get(&path).await.field("version").unwrap();
        let saved = one.post(&path, &[("version", &seen), ("organisation", "Institute of Cities")]).await;
        assert_eq!(saved.status, 303, "{}", saved.words());
        let met = other.post(&path, &[("version", &seen), ("organisation", "Institute of <Metropolises>")]).await;
        assert_eq!(met.status, 409);
        assert!(met.has("What you wrote"), "{}", met.words());
        assert!(met.text.contains("Institute of &#60;Metropolises&#62;"), "{}", met.text);
        assert_eq!(met.text.matches("<textarea").count(), 1, "and nothing that was not written: {}", met.text);
    })
    .await;
}
