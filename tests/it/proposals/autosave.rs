//! Saving while one writes: the door that answers scripts.

use axum::{body::Body, http::Request};
use initiatives::{entity::save, ids::Reference};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use serde_json::Value as Json;
use std::time::Duration;

use crate::support::{Browser, PASSWORD, TestApp, on_both};

const OWNER: &str = "official@agra.example";
const EDITOR: &str = "editor@agra.example";

/// What a script posts, and what it is answered.
async fn ask(browser: &mut Browser, path: &str, values: &[(&str, &str)]) -> (u16, Json) {
    let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(values).finish();
    send(browser, path, body.into_bytes()).await
}

async fn send(browser: &mut Browser, path: &str, body: Vec<u8>) -> (u16, Json) {
    let request = Request::post(path)
        .header("content-type", "application/x-www-form-urlencoded")
        .header("sec-fetch-site", "same-origin")
        .header("accept", "application/json");
    let page = browser.send(request.body(Body::from(body)).unwrap()).await;
    assert!(page.headers["content-type"].to_str().unwrap().contains("json"), "{}", page.words());
    (page.status, serde_json::from_str(&page.text).unwrap())
}

fn section(reference: &Reference, section: &str) -> String {
    format!("/proposals/{reference}/edit/{section}")
}

/// Saves one field of the section `content`, typed on that version.
async fn save(browser: &mut Browser, reference: &Reference, text: &str, version: &str) -> (u16, Json) {
    let values = [("changed-field", "aim"), ("version.aim", version), ("aim", text)];
    ask(browser, &section(reference, "content"), &values).await
}

async fn stored(app: &TestApp, reference: &Reference) -> String {
    let mut owner = app.sign_in(OWNER).await;
    let page = owner.get(&section(reference, "content")).await;
    let area = page.text.split("name=\"aim\"").nth(1).unwrap();
    area.split_once(">\n").unwrap().1.split("</textarea>").next().unwrap().to_owned()
}

/// All texts that a field ever had, the oldest first.
async fn history(app: &TestApp, field: &str) -> Vec<Json> {
    let rows = save::Entity::find().filter(save::Column::Field.eq(field)).order_by_asc(save::Column::Version);
    rows.all(app.db.read()).await.unwrap().into_iter().map(|row| row.value).collect()
}

#[tokio::test]
async fn a_script_saves_one_field_and_is_told_when_and_where_it_stands() {
    on_both(async |app| {
        let reference = app.draft().await;
        let mut owner = app.sign_in(OWNER).await;
        let (status, told) = save(&mut owner, &reference, "Shade for all", "0").await;
        assert_eq!(status, 200, "{told}");
        assert_eq!(told["saved"], "Saved at 15:30", "on the clock of Agra");
        assert_eq!(told["versions"]["aim"], 1);
        assert_eq!(told["versions"].as_object().unwrap().len(), 1, "only what was sent");
        assert_eq!(told["others"].as_array().unwrap().len(), 0);
        assert_eq!(stored(&app, &reference).await, "Shade for all");
        let (_, told) = ask(
            &mut owner,
            &format!("{}?lang=fr", section(&reference, "content")),
            &[("changed-field", "aim"), ("version.aim", "1")],
        )
        .await;
        assert_eq!(told["saved"], "Enregistré à 15:30");
        assert_eq!(stored(&app, &reference).await, "", "a field that was sent without a text was emptied");
    })
    .await;
}

#[tokio::test]
async fn saving_one_field_writes_twice() {
    on_both(async |app| {
        let reference = app.draft().await;
        let mut owner = app.sign_in(OWNER).await;
        save(&mut owner, &reference, "One", "0").await;
        let (all, writes) = (app.statements(), app.writes());
        let (status, _) = save(&mut owner, &reference, "Two", "1").await;
        assert_eq!(status, 200);
        assert_eq!(app.writes() - writes, 2, "the answer and its row of history");
        assert!(app.statements() - all <= 5, "{} statements", app.statements() - all);
        let writes = app.writes();
        save(&mut owner, &reference, "Two", "2").await;
        assert_eq!(app.writes() - writes, 0, "nothing was changed");
    })
    .await;
}

#[tokio::test]
async fn one_field_is_looked_at_beside_those_that_were_not_sent() {
    on_both(async |app| {
        let reference = app.complete_draft().await;
        let mut owner = app.sign_in(OWNER).await;
        // As the page sends it, with the versions of all fields: nothing is news to it.
        let seen = ["start", "end", "phases", "risks"].map(|field| (format!("version.{field}"), "1"));
        let seen = seen.iter().map(|(name, version)| (name.as_str(), *version));
        let early: Vec<_> = [("changed-field", "end"), ("end", "2015-01")].into_iter().chain(seen).collect();
        let (status, told) = ask(&mut owner, &section(&reference, "work_plan"), &early).await;
        assert_eq!(status, 200, "{told}");
        let said = told["findings"][0]["text"].as_str().unwrap_or_default();
        assert!(said.contains("after the start"), "{told}");
        assert!(owner.get("/proposals").await.has("Cool Roofs"), "what lists show was not sent, and is not lost");
    })
    .await;
}

#[tokio::test]
async fn two_texts_of_one_field_are_shown_and_the_one_not_chosen_stays_in_the_history() {
    on_both(async |app| {
        let reference = app.draft().await;
        let (mut owner, mut editor) = (app.sign_in(OWNER).await, app.sign_in(EDITOR).await);
        save(&mut owner, &reference, "The city is old.", "0").await;
        save(&mut editor, &reference, "The city is very old.", "1").await;
        let (status, told) = save(&mut owner, &reference, "The green city is old.", "1").await;
        assert_eq!(status, 409);
        let clash = &told["clashes"][0];
        assert_eq!((clash["field"].as_str(), clash["version"].as_i64()), (Some("aim"), Some(2)));
        let html = clash["html"].as_str().unwrap();
        assert!(html.contains("<ins>") && html.contains("Saved by Nila Rao"), "{html}");
        assert!(html.contains("The green city is very old.</textarea>"), "both changes together: {html}");
        assert!(told["versions"].as_object().unwrap().is_empty());
        assert_eq!(told["others"][0], "Nila Rao saved in this section at 15:30.");

        let mine = [("aim", "The green city is old."), ("version.aim", "1"), ("theirs_version.aim", "2")];
        let choose = |more: &[(&'static str, &'static str)]| {
            let mut values = mine.to_vec();
            values.push(("changed-field", "aim"));
            values.extend(more);
            values
        };
        let path = section(&reference, "content");
        let (status, told) = ask(&mut owner, &path, &choose(&[("theirs", "aim")])).await;
        assert_eq!(status, 200);
        assert!(told["redraw"][0]["html"].as_str().unwrap().contains("The city is very old."));
        let texts = ["The city is old.", "The city is very old.", "The green city is old.", "The city is very old."];
        assert_eq!(history(&app, "aim").await, texts, "the own text was not dropped");

        save(&mut editor, &reference, "A third text.", "4").await;
        let both = [("theirs_version.aim", "5"), ("combine", "aim"), ("combined.aim", "Both.")];
        let (status, told) = ask(&mut owner, &path, &choose(&both)).await;
        assert_eq!((status, &told["versions"]["aim"]), (200, &Json::from(7)));
        assert_eq!(stored(&app, &reference).await, "Both.");
        assert_eq!(history(&app, "aim").await[4..], ["A third text.", "The green city is old.", "Both."]);
    })
    .await;
}

#[tokio::test]
async fn two_texts_are_decided_without_scripts_too() {
    on_both(async |app| {
        let reference = app.draft().await;
        let (mut owner, mut editor) = (app.sign_in(OWNER).await, app.sign_in(EDITOR).await);
        save(&mut editor, &reference, "Hers", "0").await;
        let path = section(&reference, "content");
        let page = owner.post(&path, &[("aim", "His"), ("version.aim", "0"), ("save", "stay")]).await;
        assert_eq!(page.status, 409);
        assert!(page.has("two texts") && page.has("Both together"), "{}", page.words());
        let seen = page.field("theirs_version.aim").unwrap();
        let choice = [
            ("aim", "His"),
            ("version.aim", "0"),
            ("theirs_version.aim", &seen),
            ("combined.aim", "Theirs"),
            ("combine", "aim"),
        ];
        assert_eq!(owner.post(&path, &choice).await.status, 303);
        assert_eq!(stored(&app, &reference).await, "Theirs");
        assert_eq!(history(&app, "aim").await, ["Hers", "His", "Theirs"]);
    })
    .await;
}

#[tokio::test]
async fn what_others_wrote_in_other_fields_comes_along() {
    on_both(async |app| {
        let reference = app.draft().await;
        let (mut owner, mut editor) = (app.sign_in(OWNER).await, app.sign_in(EDITOR).await);
        let path = section(&reference, "content");
        let hers = [("changed-field", "background"), ("version.background", "0"), ("background", "Hot streets.")];
        assert_eq!(ask(&mut editor, &path, &hers).await.0, 200);
        let mine = [("changed-field", "aim"), ("version.aim", "0"), ("version.background", "0"), ("aim", "Shade")];
        let (status, told) = ask(&mut owner, &path, &mine).await;
        assert_eq!(status, 200);
        let drawn = &told["redraw"][0];
        assert_eq!((drawn["field"].as_str(), drawn["version"].as_i64()), (Some("background"), Some(1)));
        assert!(drawn["html"].as_str().unwrap().contains("Hot streets."));
        app.clock.advance(Duration::from_secs(11 * 60));
        assert!(owner.get(&path).await.text.contains("data-others hidden"), "that was a while ago");
    })
    .await;
}

#[tokio::test]
async fn a_text_whose_arrival_nobody_heard_of_is_no_clash_with_oneself() {
    on_both(async |app| {
        let reference = app.draft().await;
        let mut owner = app.sign_in(OWNER).await;
        save(&mut owner, &reference, "One", "0").await;
        // The answer was lost: the same once more, then more of it.
        let (status, told) = save(&mut owner, &reference, "One", "0").await;
        assert_eq!((status, &told["versions"]["aim"]), (200, &Json::from(1)));
        let more = [("changed-field", "aim"), ("version.aim", "0"), ("aim", "One, two"), ("tried-first.aim", "One")];
        let (status, told) = ask(&mut owner, &section(&reference, "content"), &more).await;
        assert_eq!((status, &told["versions"]["aim"]), (200, &Json::from(2)));
        // A copy of long ago, that had arrived before a colleague wrote on.
        let mut editor = app.sign_in(EDITOR).await;
        save(&mut editor, &reference, "One, two, three", "2").await;
        let again = [("changed-field", "aim"), ("version.aim", "0"), ("aim", "One"), ("sent-before", "aim")];
        let (status, told) = ask(&mut owner, &section(&reference, "content"), &again).await;
        assert_eq!((status, &told["versions"]["aim"]), (200, &Json::from(3)));
        assert!(told["redraw"][0]["html"].as_str().unwrap().contains("One, two, three"));
        // Who writes the same text anew, on purpose, is asked.
        let (status, told) = save(&mut owner, &reference, "One", "0").await;
        assert_eq!((status, told["clashes"].as_array().unwrap().len()), (409, 1));
    })
    .await;
}

#[tokio::test]
async fn when_the_session_is_over_a_script_is_told_so_and_logs_in_again_as_the_same_person() {
    on_both(async |app| {
        let reference = app.draft().await;
        let mut owner = app.sign_in(OWNER).await;
        let account = app.actor(OWNER).await.id.to_string();
        app.clock.advance(Duration::from_secs(31 * 60));
        let (status, told) = save(&mut owner, &reference, "Typed meanwhile", "0").await;
        assert_eq!((status, &told["detail"]), (401, &Json::from("Log in to see this page.")));
        app.person(EDITOR).await;
        let log_in = async |browser: &mut Browser, email: &str, password: &str| {
            let values = [("email", email), ("password", password), ("account", account.as_str())];
            ask(browser, "/login", &values).await
        };
        assert_eq!(log_in(&mut owner, OWNER, "wrong").await.0, 422);
        let (status, told) = log_in(&mut owner, EDITOR, PASSWORD).await;
        assert_eq!(status, 422, "{told}");
        assert!(told["detail"].as_str().unwrap().contains("another account"));
        assert_eq!(save(&mut owner, &reference, "Typed meanwhile", "0").await.0, 401, "nobody was let in");
        let (status, told) = log_in(&mut owner, OWNER, PASSWORD).await;
        assert_eq!((status, told["account"].as_str()), (200, Some(account.as_str())));
        assert_eq!(save(&mut owner, &reference, "Typed meanwhile", "0").await.0, 200);
    })
    .await;
}

#[tokio::test]
async fn an_answer_that_is_too_long_holds_no_other_back() {
    on_both(async |app| {
        let reference = app.draft().await;
        let mut owner = app.sign_in(OWNER).await;
        let long = "word ".repeat(20_000);
        let form = [
            ("changed-field", "aim"),
            ("changed-field", "transfer"),
            ("version.aim", "0"),
            ("version.transfer", "0"),
            ("aim", long.as_str()),
            ("transfer", "What others learn from it."),
        ];
        let (status, told) = ask(&mut owner, &section(&reference, "content"), &form).await;
        assert_eq!((status, &told["refused"]), (422, &Json::from(true)));
        assert_eq!(told["versions"], serde_json::json!({ "transfer": 1 }));
        let page = owner.get(&section(&reference, "content")).await;
        assert!(page.text.contains("What others learn from it.") && !page.text.contains("word word"));
    })
    .await;
}

#[tokio::test]
async fn a_page_of_one_person_does_not_write_in_the_name_of_another() {
    on_both(async |app| {
        let reference = app.draft().await;
        let mut owner = app.sign_in(OWNER).await;
        let mut editor = app.sign_in(EDITOR).await;
        let account = owner.get(&section(&reference, "content")).await.field("account").unwrap();
        let form = [("account", account.as_str()), ("changed-field", "aim"), ("version.aim", "0"), ("aim", "Mine")];
        let (status, _) = ask(&mut editor, &section(&reference, "content"), &form).await;
        assert_eq!(status, 401, "a script is told to log in as who it began");
        let page = editor.post(&section(&reference, "content"), &form).await;
        assert_eq!(page.status, 403);
        assert!(page.has("Nothing was saved. Save again to write under your own name.") && page.has("Mine"));
        assert_ne!(page.field("account").unwrap(), account);
        assert_eq!(app.case(OWNER, &reference).await.unwrap().proposal.title, "");
    })
    .await;
}

#[tokio::test]
async fn what_cannot_be_saved_is_told_apart() {
    on_both(async |app| {
        let reference = app.complete_draft().await;
        let mut owner = app.sign_in(OWNER).await;
        let before = stored(&app, &reference).await;
        let long = "a".repeat(50_001);
        let (status, told) = save(&mut owner, &reference, &long, "1").await;
        assert_eq!((status, &told["refused"]), (422, &Json::from(true)));
        assert_eq!(told["findings"][0]["input"], "f-aim");
        let huge = "a".repeat(1_100_000);
        assert_eq!(save(&mut owner, &reference, &huge, "1").await.0, 413);
        let mut rows = vec![("changed-field".to_owned(), "objectives".to_owned())];
        rows.extend((0..10_000).map(|row| (format!("objectives.{row}.text"), "x".to_owned())));
        let rows: Vec<(&str, &str)> = rows.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        assert_eq!(ask(&mut owner, &section(&reference, "content"), &rows).await.0, 422);
        assert_eq!(ask(&mut owner, &section(&reference, "nowhere"), &rows).await.0, 404);
        let mut stranger = app.sign_in("official@barcelona.example").await;
        assert_eq!(save(&mut stranger, &reference, "x", "1").await.0, 404);
        assert_eq!(stored(&app, &reference).await, before, "the draft is as it was");
        app.submit(&reference).await;
        let (status, told) = save(&mut owner, &reference, "Too late", "1").await;
        assert_eq!(status, 403, "{told}");
    })
    .await;
}

#[tokio::test]
async fn odd_characters_are_kept_or_dropped_but_never_break_a_draft() {
    on_both(async |app| {
        let reference = app.draft().await;
        let mut owner = app.sign_in(OWNER).await;
        let path = section(&reference, "content");
        // A lone surrogate, written as UTF-8 as no browser does, and bytes that are no text.
        for odd in ["%ED%A0%80", "%FF%FE", "a%00b"] {
            let body = format!("changed-field=aim&version.aim=9999&aim=Shade+{odd}");
            let (status, told) = send(&mut owner, &path, body.into_bytes()).await;
            assert!(matches!(status, 200 | 409), "{odd}: {told}");
        }
        let seen = stored(&app, &reference).await;
        assert!(seen.starts_with("Shade"), "{seen:?}");
        let version = history(&app, "aim").await.len().to_string();
        let texts =
            ["مدينة خضراء للجميع", "\u{202e}reversed\u{202c} text", "𝒮hade 🌳👨‍👩‍👧 for all", "tab\u{7}bell\u{1b}[31m"];
        for (place, text) in texts.iter().enumerate() {
            let version = (version.parse::<usize>().unwrap() + place).to_string();
            let (status, told) = save(&mut owner, &reference, text, &version).await;
            assert_eq!(status, 200, "{text:?}: {told}");
        }
        assert!(history(&app, "aim").await.contains(&Json::from("مدينة خضراء للجميع")));
        assert!(history(&app, "aim").await.contains(&Json::from("𝒮hade 🌳👨‍👩‍👧 for all")));
        assert_eq!(owner.get(&path).await.status, 200);
    })
    .await;
}
