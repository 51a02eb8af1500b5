//! Files that are not what they say, and a store that does not do its part: a clear message, and the draft intact.

use std::time::Duration;

use initiatives::{files, guidelines::Answer, ids::Reference, proposals::drafts};

use crate::{
    images::photograph,
    support::{Browser, Page, TestApp, on_both, on_s3},
};

const OWNER: &str = "official@agra.example";
const PDF: &[u8] = include_bytes!("../../seeds/demo/files/letter.pdf");
const PNG: &[u8] = include_bytes!("../../seeds/demo/files/shore.png");

/// Saves a section with a text and a file.
async fn save(app: &TestApp, who: &mut Browser, reference: &Reference, title: &str, file: (&str, &str, &[u8])) -> Page {
    let seen = draft(app, reference).await.version("title").to_string();
    let typed = [("version.title", seen.as_str()), ("title", title), ("save", "stay")];
    who.upload(&format!("/proposals/{reference}/edit/identity"), &typed, &[file]).await
}

async fn draft(app: &TestApp, reference: &Reference) -> drafts::Draft {
    let case = app.case(OWNER, reference).await.unwrap();
    drafts::load(app.db.read(), &*app.definition().await, case.proposal.id).await.unwrap()
}

#[tokio::test]
async fn each_file_that_is_no_image_says_why_and_the_text_beside_it_is_saved() {
    on_both(async |app| {
        let reference = app.draft().await;
        let mut owner = app.sign_in(OWNER).await;
        let mut bomb = PNG.to_vec();
        bomb[16..24].copy_from_slice(&[0, 0, 0xC3, 0x50, 0, 0, 0xC3, 0x50]);
        let photo = photograph(300, 200);
        let archive = b"PK\x03\x04\x14\0\0\0\x08\0 a thousand times a thousand zeros".as_slice();
        let bad: [(&str, &[u8], &str); 6] = [
            ("bomb.png", &bomb, "“bomb.png” has too many pixels: 50,000 × 50,000."),
            ("half.jpg", &photo[..photo.len() / 2], "“half.jpg” is damaged or cut off."),
            ("zip.png", archive, "“zip.png” is of another type."),
            ("page.png", b"<html><script>alert(1)</script>", "“page.png” is of another type."),
            ("empty.png", b"", "“empty.png” is empty."),
            ("na\u{85}me\u{202e}.png", PDF, "is of another type."),
        ];
        for (place, (name, bytes, said)) in bad.into_iter().enumerate() {
            let title = format!("Title {place}");
            let page = save(&app, &mut owner, &reference, &title, ("images", name, bytes)).await;
            assert_eq!(page.status, 422, "{name}");
            assert!(page.has(said), "{name}: {}", page.words());
            let draft = draft(&app, &reference).await;
            assert_eq!(draft.answers.text("title"), Some(title.as_str()));
            assert_eq!(draft.answers.files("images"), []);
        }
        assert_eq!(app.stored(), Vec::<String>::new());
        // No form may hold such a name: scripts leave the character out, browsers without them send it.
        let page = save(&app, &mut owner, &reference, "Nothing", ("images", "\u{1}.png", PNG)).await;
        assert_eq!(page.status, 403);
        assert!(page.has("This form could not be read."));
        assert_eq!(draft(&app, &reference).await.answers.text("title"), Some("Title 5"));
        let page = owner
            .upload(
                &format!("/proposals/{reference}/edit/identity?lang=fr"),
                &[("version.title", "6"), ("title", "Titre")],
                &[("images", "bombe.png", &bomb), ("images", "rive.jpg", &photo)],
            )
            .await;
        assert!(page.has("compte trop de pixels"), "{}", page.words());
        assert_eq!(draft(&app, &reference).await.answers.files("images").len(), 1, "the sound one beside it is kept");
    })
    .await;
}

#[tokio::test]
async fn a_letter_that_is_no_letter_says_why() {
    on_both(async |app| {
        let reference = app.draft().await;
        let mut owner = app.sign_in(OWNER).await;
        let archive = b"PK\x03\x04\x14\0\0\0\x08\0 word/document.xml".as_slice();
        let hidden = [PDF, b"PK\x03\x04 an archive behind the end"].concat();
        for (name, bytes, said) in [
            ("letter.pdf", archive, "is of another type"),
            ("half.pdf", &PDF[..PDF.len() / 2], "is damaged or cut off"),
            ("two.pdf", &hidden, "is damaged or cut off"),
            ("page.pdf", b"<html>%PDF-1.4 %%EOF", "is of another type"),
        ] {
            let path = format!("/proposals/{reference}/edit/applicant");
            let seen = draft(&app, &reference).await.version("lead_city").to_string();
            let typed = [("version.lead_city", seen.as_str()), ("lead_city", "Agra")];
            let page = owner.upload(&path, &typed, &[("endorsement_letter", name, bytes)]).await;
            assert_eq!(page.status, 422, "{name}");
            assert!(page.has(said), "{name}: {}", page.words());
        }
        assert_eq!(draft(&app, &reference).await.answers.text("lead_city"), Some("Agra"));
    })
    .await;
}

#[tokio::test]
async fn while_the_store_is_down_the_text_is_saved_and_the_file_asked_for_again() {
    on_s3(async |app| {
        let reference = app.draft().await;
        let mut owner = app.sign_in(OWNER).await;
        save(&app, &mut owner, &reference, "Before", ("images", "a.jpg", &photograph(300, 200))).await;
        let Some(Answer::Files(before)) = draft(&app, &reference).await.answers.get("images").cloned() else {
            panic!("no image")
        };
        app.stop_store();
        let page = save(&app, &mut owner, &reference, "After", ("images", "b.jpg", &photograph(300, 200))).await;
        assert_eq!(page.status, 503);
        assert!(page.has("“b.jpg” could not be kept: our file store cannot be reached for a moment."));
        let draft = draft(&app, &reference).await;
        assert_eq!(draft.answers.text("title"), Some("After"), "the text is saved");
        assert_eq!(draft.answers.files("images"), before);
        let page = owner.get(&format!("/proposals/{reference}/files/{}?size=320", before[0].attachment)).await;
        assert_eq!(page.status, 503, "it is there, and cannot be had for a moment");
        assert!(page.text.contains("</main>"), "a page of ours");
        assert!(files::sweep(&app).await.is_err(), "nothing is taken for unclaimed");
        assert_eq!(std::fs::read_dir(app.folder.path().join("incoming")).unwrap().count(), 0, "nothing is left lying");
    })
    .await;
}

#[tokio::test]
async fn a_disk_that_takes_nothing_more_loses_no_text() {
    on_both(async |app| {
        let reference = app.draft().await;
        let mut owner = app.sign_in(OWNER).await;
        // Where files come in, nothing can be written.
        let files = app.files.folder().unwrap();
        std::fs::create_dir_all(files).unwrap();
        std::fs::write(files.join("incoming"), b"in the way").unwrap();
        let page = save(&app, &mut owner, &reference, "A title", ("images", "a.jpg", &photograph(300, 200))).await;
        assert_eq!(page.status, 503);
        assert!(page.has("“a.jpg” could not be kept"));
        assert_eq!(draft(&app, &reference).await.answers.text("title"), Some("A title"));
        std::fs::remove_file(files.join("incoming")).unwrap();
        let page = save(&app, &mut owner, &reference, "A title", ("images", "a.jpg", &photograph(300, 200))).await;
        assert_eq!(page.status, 303, "and once there is room it goes on");
    })
    .await;
}

#[tokio::test]
async fn a_store_that_does_not_know_us_keeps_nothing() {
    on_s3(async |app| {
        let stranger = app.again_with(|config| config.s3_secret_key = Some("another key".to_owned())).await;
        assert!(stranger.files.receive_bytes(app.ids.id(app.now()), PDF).await.is_err());
        assert!(app.files.receive_bytes(app.ids.id(app.now()), PDF).await.is_ok());
        assert_eq!(app.stored().len(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_long_file_goes_to_the_network_in_parts() {
    on_s3(async |app| {
        let mut long = PDF[..PDF.len() - 6].to_vec();
        long.resize(12 * 1024 * 1024, b' ');
        long.extend(b"\n%%EOF\n");
        let kept = app.files.receive_bytes(app.ids.id(app.now()), long.clone()).await.unwrap();
        assert_eq!(kept.size, long.len() as u64);
        let opened = app.files.open(&kept.sha256).await.unwrap();
        let out = futures::TryStreamExt::try_collect::<Vec<_>>(opened.bytes).await.unwrap().concat();
        assert!(out == long);
    })
    .await;
}

#[tokio::test]
async fn what_nothing_claims_leaves_the_network_too_by_way_of_an_hour_aside() {
    on_s3(async |app| {
        let lost = app.files.receive_bytes(app.ids.id(app.now()), photograph(40, 30)).await.unwrap();
        assert_eq!(files::sweep(&app).await.unwrap(), 0, "its form may still be open");
        app.clock.advance(Duration::from_secs(40 * 365 * 86_400));
        assert_eq!(files::sweep(&app).await.unwrap(), 1);
        assert_eq!(app.stored(), Vec::<String>::new());
        assert!(app.files.open(&lost.sha256).await.is_ok(), "aside, it can still be claimed");
        files::sweep(&app).await.unwrap();
        assert!(app.files.open(&lost.sha256).await.is_err());
    })
    .await;
}
