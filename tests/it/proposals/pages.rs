//! The pages for applicants, as their browsers meet them.

use initiatives::guidelines::sha256_hex;
use std::time::Duration;

use crate::support::{Browser, TestApp, on_both, proposals::CLOSES};

const OWNER: &str = "official@agra.example";

/// Starts a proposal through its page; the path of the proposal.
pub(super) async fn start(app: &TestApp, official: &mut Browser) -> String {
    app.call().await;
    let page = official.get("/proposals/new").await;
    assert!(page.has("15 May 2014, 23:59 (Europe/Madrid, UTC+2)"), "{}", page.words());
    let (call, organisation) = (page.field("call").unwrap(), page.field("organisation").unwrap());
    let page = official.post("/proposals", &[("call", &call), ("organisation", &organisation)]).await;
    assert_eq!(page.status, 303, "{}", page.words());
    page.location().to_owned()
}

/// The versions that a section's form holds, with `more` typed into it.
pub(super) fn sent(page: &str, more: &[(&str, &str)]) -> Vec<(String, String)> {
    let mut values = Vec::new();
    for part in page.split("<input type=\"hidden\" name=\"version.").skip(1) {
        let (field, rest) = part.split_once("\" value=\"").unwrap();
        values.push((format!("version.{field}"), rest.split('"').next().unwrap().to_owned()));
    }
    values.extend(more.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
    values
}

pub(super) async fn post(browser: &mut Browser, path: &str, values: &[(String, String)]) -> crate::support::Page {
    let values: Vec<(&str, &str)> = values.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    browser.post(path, &values).await
}

#[tokio::test]
async fn an_official_starts_writes_and_sees_how_far_it_is() {
    on_both(async |app| {
        let mut official = app.sign_in(OWNER).await;
        assert!(official.get("/proposals").await.has("No proposals yet"));
        let path = start(&app, &mut official).await;
        let page = official.get(&path).await;
        assert!(page.has("Untitled proposal") && page.has("Draft started") && page.has("Continue writing"));

        let form = official.get(&format!("{path}/edit/identity")).await;
        assert_eq!(form.status, 200);
        let typed = [
            ("title", "Digital <b>Agra</b> & more"),
            ("short_title", "Digital"),
            ("content_language", "en"),
            ("save", "next"),
        ];
        let saved = post(&mut official, &format!("{path}/edit/identity"), &sent(&form.text, &typed)).await;
        assert_eq!(saved.location(), format!("{path}/edit/content"));
        let page = official.get(&path).await;
        assert!(page.text.contains("Digital &#60;b&#62;Agra&#60;/b&#62; &#38; more"), "shown as text");
        assert!(official.get("/proposals").await.has("Digital <b>Agra</b> & more"));
        assert!(official.get(&format!("{path}/text")).await.has("Digital <b>Agra</b> & more"));
    })
    .await;
}

#[tokio::test]
async fn every_section_shows_in_every_language() {
    on_both(async |app| {
        let reference = app.complete_draft().await;
        let mut official = app.sign_in(OWNER).await;
        for language in ["en", "fr", "es"] {
            for section in &app.definition().await.sections {
                let path = format!("/proposals/{reference}/edit/{}?check=1&lang={language}", section.key);
                let page = official.get(&path).await;
                assert_eq!(page.status, 200, "{path}");
            }
            for page in ["", "/text", "/check", "/submission", "/withdrawal", "/deletion"] {
                let path = format!("/proposals/{reference}{page}?lang={language}");
                assert_eq!(official.get(&path).await.status, 200, "{path}");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn two_texts_are_shown_side_by_side_and_one_is_chosen() {
    on_both(async |app| {
        let (mut official, mut editor) = (app.sign_in(OWNER).await, app.sign_in("editor@agra.example").await);
        let path = format!("{}/edit/identity", start(&app, &mut official).await);
        let opened = official.get(&path).await.text;
        let theirs = [("title", "Her title"), ("content_language", "en"), ("save", "stay")];
        let her_form = editor.get(&path).await.text;
        post(&mut editor, &path, &sent(&her_form, &theirs)).await;

        let mine = [("title", "My title"), ("short_title", "Short"), ("content_language", "en"), ("save", "next")];
        let clash = post(&mut official, &path, &sent(&opened, &mine)).await;
        assert_eq!(clash.status, 409);
        assert!(clash.has("Her title") && clash.has("Saved by Nila Rao"), "{}", clash.words());
        assert_eq!(clash.field("title").unwrap(), "My title", "what was typed stays in the form");
        assert_eq!(clash.field("short_title").unwrap(), "Short");

        let again = post(&mut official, &path, &sent(&clash.text, &mine)).await;
        assert_eq!(again.status, 409, "saving alone decides nothing");
        let theirs_version = clash.field("theirs_version.title").unwrap();
        let mut chosen = sent(&clash.text, &mine[..3]);
        chosen.push(("theirs_version.title".to_owned(), theirs_version));
        chosen.push(("mine".to_owned(), "title".to_owned()));
        assert_eq!(post(&mut official, &path, &chosen).await.status, 303);
        assert_eq!(editor.get(&path).await.field("title").unwrap(), "My title");
    })
    .await;
}

#[tokio::test]
async fn rows_are_added_and_removed_by_buttons() {
    on_both(async |app| {
        let mut official = app.sign_in(OWNER).await;
        let path = format!("{}/edit/content", start(&app, &mut official).await);
        let form = official.get(&path).await.text;
        let two = [("objectives.0.text", "First"), ("objectives.1.text", "Second"), ("add", "objectives")];
        let page = post(&mut official, &path, &sent(&form, &two)).await;
        assert_eq!(page.location(), format!("{path}#f-objectives-2-text"));
        let form = official.get(&path).await.text;
        assert!(form.contains("name=\"objectives.2.text\""), "a spare row is there");
        let gone = [("objectives.0.text", "First"), ("objectives.1.text", "Second"), ("remove", "objectives.0")];
        post(&mut official, &path, &sent(&form, &gone)).await;
        let form = official.get(&path).await;
        assert!(!form.text.contains("First") && form.text.contains("Second"));
    })
    .await;
}

#[tokio::test]
async fn what_is_missing_leads_to_its_field() {
    on_both(async |app| {
        let mut official = app.sign_in(OWNER).await;
        let path = start(&app, &mut official).await;
        let check = official.get(&format!("{path}/check")).await;
        assert!(check.text.contains(&format!("{path}/edit/content?check=1#f-aim")), "{}", check.text);
        let field = official.get(&format!("{path}/edit/content?check=1")).await;
        assert!(field.text.contains("id=\"f-aim\"") && field.text.contains("f-aim-error"));
        assert_eq!(official.get(&format!("{path}/submission")).await.location(), format!("{path}/check"));
        let forced = official.post(&format!("{path}/submission"), &[("version", "1"), ("edition", "6")]).await;
        assert_ne!(forced.status, 303, "{}", forced.location());
    })
    .await;
}

#[tokio::test]
async fn a_submission_gives_a_receipt_whose_hash_anyone_can_check() {
    on_both(async |app| {
        let reference = app.complete_draft().await;
        let path = format!("/proposals/{reference}");
        let mut official = app.sign_in(OWNER).await;
        let confirm = official.get(&format!("{path}/submission")).await;
        let (version, edition) = (confirm.field("version").unwrap(), confirm.field("edition").unwrap());
        let done = official.post(&format!("{path}/submission"), &[("version", &version), ("edition", &edition)]).await;
        assert_eq!(done.location(), format!("{path}/submissions/1"));
        let receipt = official.get(done.location()).await;
        assert!(receipt.has("1 April 2014, 15:30 (Asia/Kolkata, UTC+5:30)"), "{}", receipt.words());
        let bytes = official.get(&format!("{path}/submissions/1/canonical")).await;
        assert!(receipt.has(&sha256_hex(bytes.text.as_bytes())));

        let again = official.post(&format!("{path}/submission"), &[("version", &version), ("edition", &edition)]).await;
        assert_eq!(again.location(), format!("{path}/submissions/1"), "a second press is no second submission");
        assert!(official.get(&path).await.has("Submission 1"));
        let form = official.get(&format!("{path}/edit/content")).await;
        assert_eq!(form.location(), path, "what was submitted is not written in");
    })
    .await;
}

#[tokio::test]
async fn a_colleague_s_change_after_the_last_look_is_named_on_the_receipt() {
    on_both(async |app| {
        let reference = app.complete_draft().await;
        let path = format!("/proposals/{reference}");
        let (mut official, mut editor) = (app.sign_in(OWNER).await, app.sign_in("editor@agra.example").await);
        let confirm = official.get(&format!("{path}/submission")).await;
        let (version, edition) = (confirm.field("version").unwrap(), confirm.field("edition").unwrap());
        let form = editor.get(&format!("{path}/edit/partnership")).await.text;
        post(
            &mut editor,
            &format!("{path}/edit/partnership"),
            &sent(&form, &[("sponsor", "Somebody else"), ("changed-field", "sponsor")]),
        )
        .await;
        let mut looked = vec![("version", version.as_str()), ("edition", &edition)];
        let blind = official.post(&format!("{path}/submission"), &looked).await;
        assert_eq!(blind.status, 409, "without the versions nobody can tell what changed");
        let versions = confirm.field("versions").unwrap();
        looked.push(("versions", &versions));
        let receipt = official.post_and_follow(&format!("{path}/submission"), &looked).await;
        assert!(
            receipt.has("Changed while you confirmed") && receipt.has("Nila Rao, 1 April 2014"),
            "{}",
            receipt.words()
        );
        let letters = app.letters_to(OWNER).await;
        let letter = &letters.last().unwrap().body_text;
        assert!(letter.contains("are part of what was submitted: Sponsor"), "{letter}");
    })
    .await;
}

#[tokio::test]
async fn who_comes_too_late_is_told_by_how_much_and_keeps_the_draft() {
    on_both(async |app| {
        let reference = app.complete_draft().await;
        let path = format!("/proposals/{reference}");
        app.clock.advance(CLOSES - app.now() + Duration::from_secs(3_723));
        let mut official = app.sign_in(OWNER).await;
        let late = official.post(&format!("{path}/submission"), &[("version", "1"), ("edition", "1")]).await;
        assert_eq!(late.status, 403);
        assert!(late.has("1 hour 2 minutes after the deadline"), "{}", late.words());
        assert!(official.get(&format!("{path}/text")).await.has("Cool Roofs"));
    })
    .await;
}

#[tokio::test]
async fn an_editor_is_told_who_can_submit_and_an_owner_can_withdraw_with_a_reason() {
    on_both(async |app| {
        let reference = app.complete_draft().await;
        let path = format!("/proposals/{reference}");
        let mut editor = app.sign_in("editor@agra.example").await;
        assert!(editor.get(&path).await.has("Ask an owner or a submitter"));
        assert_eq!(editor.get(&format!("{path}/withdrawal")).await.status, 403);
        let mut official = app.sign_in(OWNER).await;
        let version = official.get(&format!("{path}/withdrawal")).await.field("version").unwrap();
        let bare = official.post(&format!("{path}/withdrawal"), &[("version", &version), ("reason", " ")]).await;
        assert_eq!(bare.status, 422);
        assert!(bare.has("Give a reason."));
        let done = official
            .post_and_follow(&format!("{path}/withdrawal"), &[("version", &version), ("reason", "No <money>")])
            .await;
        assert!(done.has("The proposal has been withdrawn.") && done.has("No <money>"));
    })
    .await;
}

#[tokio::test]
async fn the_applicant_and_the_secretariat_write_to_each_other() {
    on_both(async |app| {
        let reference = app.submitted().await;
        let path = format!("/proposals/{reference}");
        let mut official = app.sign_in(OWNER).await;
        let said = [("audience", "applicant"), ("body", "When do we hear from you?")];
        let page = official.post_and_follow(&format!("{path}/discussion"), &said).await;
        assert!(page.has("When do we hear from you?"));
        let said = [("audience", "applicant"), ("body", "  ")];
        let empty = official.post(&format!("{path}/discussion"), &said).await;
        assert_eq!(empty.status, 422);
    })
    .await;
}

#[tokio::test]
async fn for_strangers_there_is_nothing() {
    on_both(async |app| {
        let reference = app.complete_draft().await;
        let mut stranger = app.sign_in("official@barcelona.example").await;
        for page in ["", "/text", "/check", "/submission", "/edit/content", "/withdrawal", "/submissions/1"] {
            assert_eq!(stranger.get(&format!("/proposals/{reference}{page}")).await.status, 404, "{page}");
        }
        let posts = ["/edit/content", "/submission", "/discussion", "/withdrawal", "/deletion", "/reopening"];
        for page in posts {
            let values = [("version", "1"), ("edition", "1"), ("reason", "x"), ("body", "x")];
            let answer = stranger.post(&format!("/proposals/{reference}{page}"), &values).await;
            assert_eq!(answer.status, 404, "{page}");
        }
    })
    .await;
}
