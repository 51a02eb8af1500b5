//! From the last look before submitting to what anybody may ask about a receipt.

use std::{
    io::Write,
    process::{Command, Stdio},
    time::Duration,
};

use initiatives::guidelines::Answer;

use crate::support::{Browser, TestApp, on_both, proposals::CLOSES};

const OWNER: &str = "official@agra.example";

/// What `sha256sum` says of these bytes.
fn sha256sum(bytes: &[u8]) -> String {
    let mut program = Command::new("sha256sum");
    let mut program = program.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    program.stdin.take().unwrap().write_all(bytes).unwrap();
    let said = String::from_utf8(program.wait_with_output().unwrap().stdout).unwrap();
    said.split_whitespace().next().unwrap().to_owned()
}

/// The hash that stands on the receipt of the first submission.
async fn hash_on_receipt(browser: &mut Browser, path: &str) -> String {
    let receipt = browser.get(&format!("{path}/submissions/1")).await;
    let (_, rest) = receipt.text.split_once("<code class=\"hash\">").unwrap();
    rest.split('<').next().unwrap().to_owned()
}

/// Writes one answer over another.
async fn write(app: &TestApp, reference: &initiatives::ids::Reference, field: &str, text: &str) {
    use initiatives::proposals::actions::saving;
    let answers = [(field.parse().unwrap(), Answer::text(text).unwrap())].into_iter().collect();
    app.act(OWNER, async |act, actor| saving::set(act, actor, reference, answers, &[]).await).await.unwrap();
}

#[tokio::test]
async fn the_readiness_page_counts_by_section_and_leads_to_each_input() {
    on_both(async |app| {
        let reference = app.complete_draft().await;
        let path = format!("/proposals/{reference}");
        let mut official = app.sign_in(OWNER).await;
        let ready = official.get(&format!("{path}/check")).await;
        assert!(ready.has("Nothing is missing") && ready.has("Go on to submit"), "{}", ready.words());
        assert!(ready.has("The call closes 15 May 2014, 23:59 (Europe/Madrid, UTC+2)"), "{}", ready.words());
        assert!(ready.text.contains("data-left-until=\"2014-05-15T21:59:59.000Z\""), "the countdown");

        write(&app, &reference, "aim", &"word ".repeat(500)).await;
        let over = official.get(&format!("{path}/check")).await;
        assert!(over.has("Over the limit 1") && over.has("1 over the limit"), "{}", over.words());
        assert!(over.text.contains(&format!("href=\"{path}/edit/content?check=1#f-aim\"")));
        assert!(!over.has("Go on to submit"));

        let draft = app.draft().await;
        let bare = official.get(&format!("/proposals/{draft}/check")).await;
        assert!(bare.has("Missing") && bare.has("Sections complete 0 of"), "{}", bare.words());
        for language in ["fr", "es"] {
            assert_eq!(official.get(&format!("/proposals/{draft}/check?lang={language}")).await.status, 200);
        }
    })
    .await;
}

#[tokio::test]
async fn an_editor_is_told_by_name_who_can_submit() {
    on_both(async |app| {
        let reference = app.complete_draft().await;
        app.person("submitter@agra.example").await;
        let mut editor = app.sign_in("editor@agra.example").await;
        let page = editor.get(&format!("/proposals/{reference}/check")).await;
        assert!(page.has("You cannot submit it now") && page.has("Asha Verma, Ravi Gupta."), "{}", page.words());
        assert!(!page.has("Nila Rao."), "an editor cannot");
        assert!(!page.has("Go on to submit"));
        assert_eq!(editor.get(&format!("/proposals/{reference}/submission")).await.status, 303);

        app.clock.advance(CLOSES - app.now() + Duration::from_secs(86_400));
        let mut official = app.sign_in(OWNER).await;
        let late = official.get(&format!("/proposals/{reference}/check")).await;
        assert!(late.has("You cannot submit it now The call has closed."), "{}", late.words());
    })
    .await;
}

#[tokio::test]
async fn the_preview_is_what_reviewers_read_afterwards() {
    on_both(async |app| {
        let reference = app.complete_draft().await;
        let mut official = app.sign_in(OWNER).await;
        let preview = official.get(&format!("/proposals/{reference}/preview")).await;
        assert_eq!(preview.status, 200);
        assert!(preview.has("This is what reviewers will read if you submit now."), "{}", preview.words());
        app.submit(&reference).await;
        let mut house = app.sign_in("secretariat@metropolis.example").await;
        let desk = house.get(&format!("/desk/proposals/{reference}")).await;
        let text = |page: &str| {
            let from = page.find("id=\"text-title\"").unwrap();
            let from = from + page[from..].find("<section class=\"panel\"").unwrap();
            let to = from + page[from..].find("<p class=\"muted small\">").unwrap();
            page[from..to].split_whitespace().collect::<Vec<_>>().join(" ")
        };
        assert_eq!(text(&preview.text), text(&desk.text));
        let gone = official.get(&format!("/proposals/{reference}/preview")).await;
        assert_eq!(gone.location(), format!("/proposals/{reference}/text"), "what is submitted needs no preview");
    })
    .await;
}

#[tokio::test]
async fn the_hash_of_the_canonical_bytes_is_the_one_that_sha256sum_prints() {
    on_both(async |app| {
        let reference = app.complete_draft().await;
        write(&app, &reference, "aim", "Söme “words”, e\u{301}, 屋根, 🌍 and \\ \" too").await;
        app.submit(&reference).await;
        let path = format!("/proposals/{reference}");
        let mut official = app.sign_in(OWNER).await;
        let bytes = official.get(&format!("{path}/submissions/1/canonical")).await;
        assert_eq!(sha256sum(bytes.text.as_bytes()), hash_on_receipt(&mut official, &path).await);
    })
    .await;
}

#[tokio::test]
async fn anybody_with_the_hash_is_told_reference_number_and_time_and_nothing_else() {
    on_both(async |app| {
        let reference = app.submitted().await;
        let path = format!("/proposals/{reference}");
        let mut official = app.sign_in(OWNER).await;
        let hash = hash_on_receipt(&mut official, &path).await;
        let receipt = official.get(&format!("{path}/submissions/1")).await;
        assert!(receipt.has(&app.config.link(&format!("/receipts/{hash}"))), "{}", receipt.words());

        let mut anybody = app.browser();
        let page = anybody.get(&format!("/receipts/{hash}")).await;
        assert_eq!(page.status, 200);
        for told in [
            reference.as_str(),
            "Submission 1",
            "1 April 2014, 10:00 (UTC)",
            "1 April 2014, 12:00 (Europe/Madrid, UTC+2)",
            &hash,
        ] {
            assert!(page.has(told), "{told}: {}", page.words());
        }
        for kept in ["Cool Roofs", "Agra", "Asha", "India"] {
            assert!(!page.text.contains(kept), "{kept} is nobody's business: {}", page.words());
        }
        assert!(page.headers.get("set-cookie").is_none());
        assert_eq!(page.headers["x-robots-tag"], "noindex");
        assert!(anybody.get(&format!("/receipts/{hash}?lang=fr")).await.has("Cette soumission a été reçue"));
    })
    .await;
}

#[tokio::test]
async fn what_is_no_hash_of_ours_is_the_same_page_whatever_it_is() {
    on_both(async |app| {
        let reference = app.submitted().await;
        let mut official = app.sign_in(OWNER).await;
        let hash = hash_on_receipt(&mut official, &format!("/proposals/{reference}")).await;
        let mut anybody = app.browser();
        let unknown = anybody.get(&format!("/receipts/{}", "0".repeat(64))).await;
        assert_eq!(unknown.status, 404);
        let most = &hash[..63];
        for odd in ["%00", "%ff%fe"] {
            assert_eq!(anybody.get(&format!("/receipts/{odd}")).await.status, 404, "{odd}");
        }
        for odd in [most, "1", "..%2f..%2fetc", &hash.to_uppercase(), &format!("{hash}0")] {
            if odd == hash {
                continue;
            }
            let page = anybody.get(&format!("/receipts/{odd}")).await;
            assert_eq!((page.status, page.main()), (404, unknown.main()), "{odd}");
        }
        // The form takes it as it was copied.
        let copied = format!("/receipts?hash=%20{}%0A{}", &hash[..32].to_uppercase(), &hash[32..]);
        assert_eq!(anybody.get(&copied).await.location(), format!("/receipts/{hash}"));
        let wrong = anybody.get("/receipts?hash=%3Cb%3E").await;
        assert_eq!(wrong.status, 422);
        assert!(wrong.has("This is not a SHA-256 hash.") && !wrong.text.contains("<b>"));
        assert_eq!(anybody.get("/receipts").await.status, 200);
    })
    .await;
}

#[tokio::test]
async fn the_receipt_offers_to_take_back_until_the_call_closes() {
    on_both(async |app| {
        let reference = app.submitted().await;
        let path = format!("/proposals/{reference}");
        let mut official = app.sign_in(OWNER).await;
        let receipt = official.get(&format!("{path}/submissions/1")).await;
        assert!(receipt.text.contains(&format!("href=\"{path}/reopening\"")));
        assert!(receipt.has("The call closes: 15 May 2014, 23:59 (Europe/Madrid, UTC+2)"), "{}", receipt.words());
        let mut editor = app.sign_in("editor@agra.example").await;
        assert!(!editor.get(&format!("{path}/submissions/1")).await.text.contains("/reopening"));

        app.clock.advance(CLOSES - app.now() + Duration::from_secs(1));
        let mut official = app.sign_in(OWNER).await;
        let receipt = official.get(&format!("{path}/submissions/1")).await;
        assert!(!receipt.text.contains("/reopening"));
        assert!(receipt.has("The call has closed, so it can no longer be taken back."), "{}", receipt.words());
    })
    .await;
}

#[tokio::test]
async fn the_letter_tells_the_time_on_every_clock_and_where_to_check() {
    on_both(async |app| {
        let reference = app.submitted().await;
        let letter = app.letters_to(OWNER).await.into_iter().find(|letter| letter.kind == "received").unwrap();
        for told in [
            reference.as_str(),
            "1 April 2014, 15:30 (Asia/Kolkata, UTC+5:30); 1 April 2014, 12:00 (Europe/Madrid, UTC+2)",
            "1 April 2014, 10:00 (UTC)",
        ] {
            assert!(letter.body_text.contains(told), "{told}: {}", letter.body_text);
        }
        let ours = app.config.link("/receipts/");
        let hash = letter.body_text.split(&ours).nth(1).unwrap().split_whitespace().next().unwrap();
        assert_eq!(app.browser().get(&format!("/receipts/{hash}")).await.status, 200);
    })
    .await;
}
