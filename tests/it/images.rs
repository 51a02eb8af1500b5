//! Images of a proposal: kept without what they tell beside the picture, shown small, and kept as long as a submission names
//! them.

use std::time::Duration;

use image::{ExtendedColorType, ImageEncoder, Rgb, RgbImage, codecs::jpeg::JpegEncoder};
use initiatives::{
    files,
    guidelines::FileRef,
    ids::Reference,
    proposals::{
        actions::{
            standing,
            steering::{self, Target},
        },
        drafts,
        eligibility::Check,
        rules::Outcome,
    },
};

use crate::{
    proposals::verbs::decision,
    support::{Browser, Page, TestApp, on_both_stores},
};

const OWNER: &str = "official@agra.example";
const HOUSE: &str = "secretariat@metropolis.example";
const PDF: &[u8] = include_bytes!("../../seeds/demo/files/letter.pdf");

/// A photograph as a telephone makes it: with the place where it was taken.
pub fn photograph(width: u32, height: u32) -> Vec<u8> {
    let picture = RgbImage::from_fn(width, height, |x, y| Rgb([200, u8::try_from((x + y) % 200).unwrap(), 30]));
    let mut bytes = Vec::new();
    let encoder = JpegEncoder::new_with_quality(&mut bytes, 90);
    encoder.write_image(picture.as_raw(), width, height, ExtendedColorType::Rgb8).unwrap();
    let told = b"Exif\0\0MM\0*\0\0\0\x08GPSLatitude 27.1751, GPSLongitude 78.0421, the telephone of Asha Verma";
    let length = u16::try_from(told.len() + 2).unwrap().to_be_bytes();
    [&bytes[..2], &[0xFF, 0xE1], &length, told, &bytes[2..]].concat()
}

/// Saves the section of the images with these files.
async fn add(who: &mut Browser, reference: &Reference, files: &[(&str, &str, &[u8])]) -> Page {
    who.upload(&format!("/proposals/{reference}/edit/identity"), &[("save", "stay")], files).await
}

/// The images of the draft.
async fn images(app: &TestApp, reference: &Reference) -> Vec<FileRef> {
    let case = app.case(OWNER, reference).await.unwrap();
    let draft = drafts::load(app.db.read(), &*app.definition().await, case.proposal.id).await.unwrap();
    draft.answers.files("images").to_vec()
}

#[tokio::test]
async fn what_is_shown_of_a_photograph_is_the_picture_alone() {
    on_both_stores(async |app| {
        let reference = app.draft().await;
        let mut owner = app.sign_in(OWNER).await;
        let page = add(&mut owner, &reference, &[("images", "shore.jpg", &photograph(1600, 900))]).await;
        assert_eq!(page.status, 303, "{}", page.words());
        let kept = images(&app, &reference).await.remove(0);
        assert_eq!(kept.pixels, Some((1600, 900)));
        assert_eq!(app.stored(), std::slice::from_ref(&kept.sha256), "what came in is not kept beside it");

        let address = format!("/proposals/{reference}/files/{}", kept.attachment);
        let page = owner.get(&format!("/proposals/{reference}/edit/identity")).await;
        assert!(page.text.contains(&format!("src=\"{address}?size=320\" alt=\"\" width=\"320\" height=\"180\"")));
        let page = owner.get(&format!("/proposals/{reference}/text")).await;
        assert!(page.text.contains(&format!("href=\"{address}?size=1280\"")), "{}", page.text);
        assert!(page.text.contains(&format!("{address}?size=320 320w, {address}?size=1280 1280w")));
        assert!(page.text.contains("alt=\"Enlarge: shore.jpg\""), "a link is never without a name");

        let whole = owner.get(&address).await;
        assert_eq!(whole.headers["etag"], format!("\"{}\"", kept.sha256));
        let small = owner.get(&format!("{address}?size=320")).await;
        assert_eq!(small.headers["content-type"], "image/jpeg");
        assert_eq!(small.headers["cache-control"], "private, no-cache");
        assert_eq!(small.headers["etag"], format!("\"{}-320\"", kept.sha256));
        for page in [whole, small] {
            assert_eq!(page.status, 200);
            assert!(!page.text.contains("GPS") && !page.text.contains("Asha"));
        }
        let other = owner.get(&format!("{address}?size=20000")).await;
        assert_eq!(other.headers["etag"], format!("\"{}\"", kept.sha256), "a size of no page of ours is none");

        for (stranger, status) in [("official@barcelona.example", 404), (HOUSE, 403)] {
            let page = app.sign_in(stranger).await.get(&format!("{address}?size=320")).await;
            assert_eq!(page.status, status, "{stranger} sees what is not submitted");
        }
        assert_eq!(app.browser().get(&format!("{address}?size=320")).await.status, 401);
    })
    .await;
}

#[tokio::test]
async fn a_thumbnail_that_was_lost_is_made_again() {
    on_both_stores(async |app| {
        let kept = app.files.receive_bytes(app.ids.id(app.now()), photograph(800, 600)).await.unwrap();
        let size = app.files.thumbnail(&kept.sha256, 320).await.unwrap().size;
        if let Some(folder) = app.files.folder() {
            std::fs::remove_dir_all(folder.join("thumbnails")).unwrap();
        }
        assert_eq!(app.files.thumbnail(&kept.sha256, 320).await.unwrap().size, size);
        assert!(app.files.thumbnail(&kept.sha256, 4000).await.is_err());
        assert!(app.files.thumbnail(&"0".repeat(64), 320).await.is_err());
    })
    .await;
}

#[tokio::test]
async fn an_image_is_replaced_in_its_place() {
    on_both_stores(async |app| {
        let reference = app.draft().await;
        let mut owner = app.sign_in(OWNER).await;
        let (first, second) = (photograph(400, 300), photograph(300, 400));
        add(&mut owner, &reference, &[("images", "a.jpg", &first), ("images", "b.jpg", &second)]).await;
        let before = images(&app, &reference).await;
        let (id, other) = (before[0].attachment.to_string(), before[1].attachment.to_string());
        let typed = [
            ("images.0.attachment", id.as_str()),
            ("images.0.alt", "The shore at dusk"),
            ("images.1.attachment", other.as_str()),
            ("images.1.alt", "The harbour"),
        ];
        let replacing = format!("replace.images.{id}");
        let path = format!("/proposals/{reference}/edit/identity");
        let page = owner.upload(&path, &typed, &[(&replacing, "c.jpg", &photograph(500, 500))]).await;
        assert_eq!(page.status, 303, "{}", page.words());
        let after = images(&app, &reference).await;
        let told: Vec<(&str, &str)> = after.iter().map(|file| (file.name.as_str(), file.alt.as_str())).collect();
        assert_eq!(told, [("c.jpg", "The shore at dusk"), ("b.jpg", "The harbour")]);
        assert_eq!(after[0].pixels, Some((500, 500)));
    })
    .await;
}

#[tokio::test]
async fn what_was_submitted_stays_whatever_happens_to_the_draft() {
    on_both_stores(async |app| {
        let reference = app.complete_draft().await;
        let mut owner = app.sign_in(OWNER).await;
        add(&mut owner, &reference, &[("images", "shore.jpg", &photograph(640, 480))]).await;
        let path = format!("/proposals/{reference}/edit/applicant");
        owner.upload(&path, &[("save", "stay")], &[("endorsement_letter", "letter.pdf", PDF)]).await;
        let submitted = images(&app, &reference).await.remove(0);
        let alt = [("images.0.attachment", &*submitted.attachment.to_string()), ("images.0.alt", "A shore")];
        owner.upload(&format!("/proposals/{reference}/edit/identity"), &alt, &[]).await;
        // Saved without their other answers, the sections are empty now: they are filled in again.
        let answers = crate::support::proposals::complete_answers(&*app.definition().await);
        app.act(OWNER, async |act, actor| {
            initiatives::proposals::actions::saving::set(act, actor, &reference, answers, &[]).await
        })
        .await
        .unwrap();
        app.submit(&reference).await;
        let stored = app.stored();
        assert_eq!(stored.len(), 2);

        let version = app.seen(&reference).await.to_string();
        let page = owner.post(&format!("/proposals/{reference}/reopening"), &[("version", &version)]).await;
        assert_eq!(page.status, 303, "{}", page.words());
        let gone = format!("images.{}", submitted.attachment);
        owner.upload(&format!("/proposals/{reference}/edit/identity"), &[("remove", &gone)], &[]).await;
        assert_eq!(images(&app, &reference).await, [], "it is out of the draft");
        let other = [PDF, b"\n"].concat();
        owner.upload(&path, &[], &[("endorsement_letter", "new.pdf", &other)]).await;

        app.clock.advance(Duration::from_secs(20 * 365 * 86_400));
        files::sweep(&app).await.unwrap();
        assert!(stored.iter().all(|hash| app.stored().contains(hash)), "the submission still names them");
        let mut owner = app.sign_in(OWNER).await;
        let page = owner.get(&format!("/proposals/{reference}/files/{}", submitted.attachment)).await;
        assert_eq!(page.status, 200, "those who read the submission read its image: {}", page.words());
        assert_eq!(page.headers["etag"], format!("\"{}\"", submitted.sha256));
    })
    .await;
}

#[tokio::test]
async fn a_question_s_files_come_by_themselves_and_leave_the_rest_of_the_section_alone() {
    on_both_stores(async |app| {
        let reference = app.complete_draft().await;
        let mut owner = app.sign_in(OWNER).await;
        let door = format!("/proposals/{reference}/files/images");
        let page = owner.upload(&door, &[], &[("images", "a.jpg", &photograph(400, 300))]).await;
        assert_eq!(page.status, 200, "{}", page.text);
        let told: serde_json::Value = serde_json::from_str(&page.text).unwrap();
        assert_eq!(told["errors"], serde_json::json!([]));
        assert_eq!(told["version"], 1);
        let first = images(&app, &reference).await.remove(0);
        assert!(told["html"].as_str().unwrap().contains(&format!("value=\"{}\"", first.attachment)));

        let id = first.attachment.to_string();
        let typed = [("images.0.attachment", id.as_str()), ("images.0.alt", "The shore")];
        let page = owner.upload(&door, &typed, &[("images", "b.jpg", b"only words, and no image at all")]).await;
        assert_eq!(page.status, 422);
        assert!(page.text.contains("“b.jpg” is of another type."), "{}", page.text);
        assert_eq!(images(&app, &reference).await[0].alt, "The shore", "what is sound is saved");
        let case = app.case(OWNER, &reference).await.unwrap();
        let draft = drafts::load(app.db.read(), &*app.definition().await, case.proposal.id).await.unwrap();
        assert!(draft.answers.text("title").is_some(), "the rest of the section is as it was");

        let page = owner.post(&door, &[("remove", &format!("images.{id}"))]).await;
        assert_eq!(page.status, 200, "{}", page.text);
        assert_eq!(images(&app, &reference).await, []);
        let other = format!("/proposals/{reference}/files/title");
        assert_eq!(owner.post(&other, &[]).await.status, 404, "a question for no files has no such door");
    })
    .await;
}

#[tokio::test]
async fn everybody_sees_the_images_of_an_initiative_once_it_is_one() {
    on_both_stores(async |app| {
        let reference = app.complete_draft().await;
        let mut owner = app.sign_in(OWNER).await;
        let door = format!("/proposals/{reference}/files/images");
        owner.upload(&door, &[], &[("images", "a.jpg", &photograph(1600, 900))]).await;
        let id = images(&app, &reference).await[0].attachment.to_string();
        owner.upload(&door, &[("images.0.attachment", &id), ("images.0.alt", "The shore")], &[]).await;
        app.submit(&reference).await;
        app.act(HOUSE, async |act, actor| {
            standing::check_eligibility(act, actor, &reference, Check::first(true, "")).await?;
            let seen = app.seen_within(act, &reference).await;
            steering::start_review(act, actor, Target { reference: &reference, seen }).await?;
            let seen = app.seen_within(act, &reference).await;
            let target = Target { reference: &reference, seen };
            steering::approve(act, actor, target, &decision(Outcome::Approved)).await
        })
        .await
        .unwrap();
        let slug = app.case(HOUSE, &reference).await.unwrap().proposal.slug.unwrap();
        let page = app.browser().get(&format!("/initiatives/{slug}")).await;
        let address = format!("/initiatives/{slug}/files/{id}?size=320");
        assert!(page.text.contains(&format!("src=\"{address}\"")), "{}", page.text);
        assert!(page.text.contains("width=\"320\" height=\"180\" alt=\"The shore\""));
        let small = app.browser().get(&address).await;
        assert_eq!((small.status, &small.headers["content-type"]), (200, &"image/jpeg".parse().unwrap()));
        assert_eq!(small.headers["cache-control"], "public, max-age=300");
        assert!(!small.headers.contains_key("set-cookie"));
        let elsewhere = format!("/initiatives/another/files/{id}?size=320");
        assert_eq!(app.browser().get(&elsewhere).await.status, 404);
    })
    .await;
}

#[tokio::test]
async fn a_file_beside_a_refused_text_of_its_field_is_kept_and_named() {
    on_both_stores(async |app| {
        let reference = app.draft().await;
        let mut owner = app.sign_in(OWNER).await;
        add(&mut owner, &reference, &[("images", "a.jpg", &photograph(40, 30))]).await;
        let first = images(&app, &reference).await.remove(0);
        let long = "w".repeat(120_000);
        let typed = [("images.0.attachment", &*first.attachment.to_string()), ("images.0.alt", long.as_str())];
        let path = format!("/proposals/{reference}/edit/identity");
        let page = owner.upload(&path, &typed, &[("images", "b.jpg", &photograph(50, 30))]).await;
        assert_eq!(page.status, 422);
        let names: Vec<String> = images(&app, &reference).await.into_iter().map(|file| file.name).collect();
        assert_eq!(names, ["a.jpg", "b.jpg"]);
    })
    .await;
}
