//! Answers taken along as JSON, and brought back.

use initiatives::{guidelines::Answers, ids::Reference, proposals};
use serde_json::{Value as Json, json};

use crate::support::{Browser, Page, TestApp, on_both, on_sqlite};

const OWNER: &str = "official@agra.example";

async fn bring(app: &TestApp, browser: &mut Browser, bytes: &[u8]) -> Page {
    let call = app.call().await.to_string();
    let agra = app.actor(OWNER).await.memberships[0].organisation.to_string();
    let values = [("call", call.as_str()), ("organisation", agra.as_str())];
    browser.upload("/proposals/imports", &values, &[("file", "answers.json", bytes)]).await
}

/// The answers of a draft, without its files.
async fn written(app: &TestApp, reference: &Reference) -> Answers {
    let case = app.case(OWNER, reference).await.unwrap();
    let draft = proposals::drafts::load(app.db.read(), &*app.definition().await, case.proposal.id).await.unwrap();
    let files: Vec<_> = draft.answers.all_files().map(|(field, _)| field.clone()).collect();
    let mut answers = draft.answers;
    for field in files {
        answers.remove(field.as_str());
    }
    answers
}

fn reference_of(page: &Page) -> Reference {
    page.location().rsplit('/').next().unwrap().parse().unwrap()
}

#[tokio::test]
async fn what_is_taken_along_comes_back_as_it_was() {
    on_both(async |app| {
        let reference = app.complete_draft().await;
        let path = format!("/proposals/{reference}");
        let mut official = app.sign_in(OWNER).await;
        let start = official.get("/proposals/new").await;
        assert!(start.has("Start from a file"), "{}", start.words());
        let draft = official.get(&format!("{path}/draft.json")).await;
        assert_eq!(draft.headers["content-type"], "application/json");
        app.submit(&reference).await;
        let submission = official.get(&format!("{path}/submissions/1/canonical")).await;
        let (told, _) = (serde_json::from_str::<Json>(&draft.text).unwrap(), ());
        let sealed: Json = serde_json::from_str(&submission.text).unwrap();
        assert_eq!((&told["answers"], &told["guidelines"]), (&sealed["answers"], &sealed["guidelines"]));

        for file in
            [draft.text.as_bytes(), submission.text.as_bytes(), &[b"\xef\xbb\xbf", draft.text.as_bytes()].concat()]
        {
            let done = bring(&app, &mut official, file).await;
            assert_eq!(done.status, 303, "{}", done.words());
            let new = reference_of(&done);
            assert_ne!(new, reference);
            assert_eq!(written(&app, &new).await, written(&app, &reference).await);
            let page = official.get(done.location()).await;
            assert!(page.has("Files are not imported. Add them again:"), "{}", page.words());
            assert!(!page.has("The file follows other guidelines"));
        }
    })
    .await;
}

#[tokio::test]
async fn what_does_not_fit_is_named_and_the_rest_is_taken() {
    on_sqlite(async |app| {
        let mut official = app.sign_in(OWNER).await;
        app.call().await;
        let file = json!({
            "guidelines": { "slug": "2014", "version": 99 },
            "answers": {
                "title": "Bro\u{0}ught\u{202e} back",
                "aim": ["a", "list"],
                "total_eur": 12.5,
                "nobody<b>": "knows me",
                "objectives": [{ "text": "First", "colour": "red" }, "no row"],
                "location": { "lat": "north", "lon": "2.1" },
            },
        });
        let done = bring(&app, &mut official, file.to_string().as_bytes()).await;
        assert_eq!(done.status, 303, "{}", done.words());
        let page = official.get(done.location()).await;
        for told in [
            "The file follows other guidelines, or another version of them.",
            "The guidelines do not know these names, so they were left out: nobody<b>, objectives.colour.",
            "were left out, entirely or in part:",
            "cannot be read and are kept as they were typed.",
        ] {
            assert!(page.has(told), "{told}: {}", page.words());
        }
        let answers = written(&app, &reference_of(&done)).await;
        assert_eq!(answers.text("title"), Some("Brought back"));
        assert_eq!(answers.rows("objectives").len(), 1);
        assert!(answers.get("aim").is_none() && answers.get("total_eur").is_none());
    })
    .await;
}

#[tokio::test]
async fn what_holds_no_answers_is_refused_and_starts_nothing() {
    on_sqlite(async |app| {
        let mut official = app.sign_in(OWNER).await;
        app.call().await;
        let nested = format!("{{\"answers\":{}1{}}}", "[".repeat(100_000), "]".repeat(100_000));
        let large = format!("{{\"answers\":{{\"aim\":\"{}\"}}}}", "x".repeat(2 * 1024 * 1024));
        let odd: [(&[u8], &str); 7] = [
            (b"not json", "This file is not JSON"),
            (b"\xff\xfe{\x00}\x00", "This file is not JSON"),
            (b"{\"answers\":{\"title\":\"\\ud800\"}}", "This file is not JSON"),
            (nested.as_bytes(), "This file is not JSON, or is nested too deeply."),
            (b"[1, 2]", "This file holds no answers."),
            (b"{\"answers\": 3}", "This file holds no answers."),
            (large.as_bytes(), "answers.json"),
        ];
        for (bytes, told) in odd {
            let page = bring(&app, &mut official, bytes).await;
            assert_eq!(page.status, 422, "{told}: {}", page.words());
            assert!(page.has(told), "{told}: {}", page.words());
        }
        let page = bring(&app, &mut official, b"").await;
        assert_eq!(page.status, 422, "{}", page.words());
        assert!(official.get("/proposals").await.has("No proposals yet"));
    })
    .await;
}
