//! Files: taken in, looked at, handed out, swept away.

use std::{
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::{Duration, UNIX_EPOCH},
};

use axum::{
    Router,
    body::{Body, Bytes},
    extract::State,
    http::HeaderMap,
    response::IntoResponse,
    routing::post,
};
use futures::{StreamExt, TryStreamExt, stream};
use initiatives::{
    app::App,
    error::{Error, FieldErrors},
    files,
    web::{self, Accepts, Answer, Upload, download, download::Download},
};
use sha2::{Digest, Sha256};

use crate::support::{Browser, TestApp, head, multipart, on_both, on_both_stores, upload};

const PDF: &[u8] = include_bytes!("../../seeds/demo/files/letter.pdf");
const PNG: &[u8] = include_bytes!("../../seeds/demo/files/shore.png");
const MEGA: u64 = 1024 * 1024;

/// A page with one text and two file inputs, behind the same layers as every page.
fn trial(app: &TestApp) -> Browser {
    let pages = Router::new().route("/trial", post(take)).route("/handed", post(hand_out));
    Browser::new(web::dress(&app.app, pages), app.config.origin())
}

fn accepts(field: &str) -> Option<Accepts> {
    match field {
        "letter" => Some(Accepts { media_types: &["application/pdf"], max_bytes: MEGA, most: 1, room: 1 }),
        "images" => Some(Accepts {
            media_types: &["image/jpeg", "image/png", "image/webp"],
            max_bytes: 5 * MEGA,
            most: 2,
            room: 2,
        }),
        _ => None,
    }
}

async fn take(State(app): State<App>, form: Upload) -> Answer {
    let form = form.receive(&app, accepts).await?;
    form.then(
        async |values, files| {
            if values.get("title").is_none_or(str::is_empty) {
                return Err(Error::Invalid(FieldErrors::one("title", "Write a title.")));
            }
            let told: Vec<String> = files
                .iter()
                .map(|file| format!("{}|{}|{}|{}", file.field, file.name, file.media_type, file.size))
                .collect();
            Ok(told.join("\n").into_response())
        },
        async |filled| {
            let values: Vec<String> =
                filled.values.pairs().iter().map(|(name, value)| format!("{name}={value}")).collect();
            let errors: Vec<String> = filled.errors().iter().map(|(name, text)| format!("{name}! {text}")).collect();
            Ok(format!("{}\n{}", values.join("\n"), errors.join("\n")).into_response())
        },
    )
    .await
}

/// Hands the letter out at once, under the name it came with.
async fn hand_out(State(app): State<App>, headers: HeaderMap, form: Upload) -> Answer {
    let form = form.receive(&app, accepts).await?;
    let file = &form.files[0];
    let file = Download { sha256: &file.sha256, name: &file.name, media_type: &file.media_type, public: false };
    download::download(&app, file, Default::default(), &headers).await
}

#[tokio::test]
async fn a_file_is_what_its_content_says() {
    on_both_stores(async |app| {
        let page = trial(&app)
            .upload("/trial", &[("title", "Shore")], &[("letter", "letter.txt", PDF), ("images", "a.gif", PNG)])
            .await;
        assert_eq!(page.status, 200, "{}", page.text);
        assert!(page.text.contains(&format!("letter|letter.txt.pdf|application/pdf|{}", PDF.len())), "{}", page.text);
        assert!(page.text.contains("images|a.gif.png|image/png|"), "{}", page.text);
    })
    .await;
}

#[tokio::test]
async fn a_file_of_a_wrong_type_names_the_types_and_loses_nothing() {
    on_both(async |app| {
        let html = b"<html><script>alert('%PDF-1.4')</script></html>".as_slice();
        let typed = [("title", "Shore"), ("aim", "To <b>walk</b> along the water")];
        let mut visitor = trial(&app);
        let page = visitor.upload("/trial", &typed, &[("letter", "letter.pdf", html), ("images", "a.png", PNG)]).await;
        assert_eq!(page.status, 422);
        assert!(page.text.contains("letter! “letter.pdf” is of another type. Choose a file of this type: PDF."));
        assert!(page.text.contains("aim=To <b>walk</b> along the water"));
        assert!(page.text.contains("kept-name.images=a.png"), "the sound file is kept: {}", page.text);
        let page = visitor.upload("/trial?lang=fr", &typed, &[("images", "lettre.pdf", PDF)]).await;
        assert!(page.text.contains("JPEG, PNG ou WebP"), "{}", page.text);
        let page = visitor.upload("/trial?lang=es", &typed, &[("letter", "corta.pdf", &PDF[..PDF.len() / 2])]).await;
        assert_eq!(page.status, 422);
        assert!(page.text.contains("letter! «corta.pdf» está dañado o incompleto."), "{}", page.text);
    })
    .await;
}

#[tokio::test]
async fn a_file_accepted_beside_a_wrong_field_comes_along_with_the_next_posting() {
    on_both_stores(async |app| {
        let mut visitor = trial(&app);
        let page = visitor.upload("/trial", &[("title", "")], &[("letter", "letter.pdf", PDF)]).await;
        assert_eq!(page.status, 422);
        assert!(page.text.contains("title! Write a title."));
        let sealed = page.text.lines().find_map(|line| line.strip_prefix("kept.letter=")).unwrap().to_owned();
        let typed = [("title", "Shore"), ("kept.letter", sealed.as_str()), ("kept-name.letter", "letter.pdf")];
        let page = visitor.upload("/trial", &typed, &[("letter", "", b"")]).await;
        assert_eq!(page.text, format!("letter|letter.pdf|application/pdf|{}", PDF.len()));

        let forged = [("title", "Shore"), ("kept.letter", "c2hvcmU")];
        assert_eq!(visitor.upload("/trial", &forged, &[]).await.text, "", "what we did not seal does not open");
    })
    .await;
}

#[tokio::test]
async fn an_input_left_empty_an_empty_file_and_one_too_many() {
    on_both(async |app| {
        let mut visitor = trial(&app);
        let page = visitor.upload("/trial", &[("title", "Shore")], &[("letter", "", b""), ("images", "", b"")]).await;
        assert_eq!((page.status, page.text.as_str()), (200, ""));
        let page = visitor.upload("/trial", &[("title", "Shore")], &[("letter", "letter.pdf", b"")]).await;
        assert!(page.text.contains("letter! “letter.pdf” is empty."));
        let three = [("images", "1.png", PNG), ("images", "2.png", PNG), ("images", "3.png", PNG)];
        let page = visitor.upload("/trial", &[("title", "Shore")], &three).await;
        assert!(page.text.contains("images! “3.png” is one file too many: at most 2."));
        let page = visitor.upload("/trial", &[("title", "Shore")], &[("elsewhere", "a.pdf", PDF)]).await;
        assert_eq!((page.status, page.text.as_str()), (200, ""), "an input of no form of ours is passed over");
    })
    .await;
}

#[tokio::test]
async fn a_letter_above_the_limit_is_a_message_beside_its_field() {
    on_both(async |app| {
        let mut large = PDF.to_vec();
        large.resize(usize::try_from(2 * MEGA).unwrap(), b' ');
        let files = [("letter", "letter.pdf", large.as_slice()), ("images", "a.png", PNG)];
        let page = trial(&app).upload("/trial", &[("title", "Shore")], &files).await;
        assert_eq!(page.status, 422);
        assert!(page.text.contains("letter! “letter.pdf” is too large: at most 1\u{a0}MB."), "{}", page.text);
        assert!(page.text.contains("kept-name.images=a.png"), "what follows is still read");
    })
    .await;
}

#[tokio::test]
async fn a_gigabyte_is_not_read_to_its_end() {
    on_both_stores(async |app| {
        const CHUNK: usize = 64 * 1024;
        let sent = Arc::new(AtomicU64::new(0));
        let counted = sent.clone();
        let start = [
            multipart(&[("title", "Shore")], &[]).split_at(head("name=\"title\"", None).len() + 7).0.to_vec(),
            head("name=\"letter\"; filename=\"huge.pdf\"", Some("application/pdf")),
            b"%PDF-1.4\n".to_vec(),
        ]
        .concat();
        let gigabyte = stream::repeat_with(move || {
            counted.fetch_add(CHUNK as u64, Ordering::Relaxed);
            Bytes::from_static(&[0; CHUNK])
        })
        .take(1024 * 1024 * 1024 / CHUNK);
        let body = stream::iter([Bytes::from(start)]).chain(gigabyte).map(Ok::<_, std::convert::Infallible>);
        let page = trial(&app).send(upload("/trial", Body::from_stream(body))).await;
        assert_eq!(page.status, 422, "{} after {} bytes", page.words(), sent.load(Ordering::Relaxed));
        assert!(page.text.contains("letter! “huge.pdf” is too large"), "{}", page.text);
        assert!(page.text.contains("title=Shore"), "what came before is kept");
        assert!(sent.load(Ordering::Relaxed) < 1024 * MEGA, "it is answered before all of it was sent");
        assert_eq!(app.stored(), Vec::<String>::new(), "nothing of it is kept");
    })
    .await;
}

#[tokio::test]
async fn more_than_any_form_holds_is_refused_before_it_is_read() {
    on_both(async |app| {
        let mut request = upload("/trial", Body::from("whatever follows"));
        request.headers_mut().insert("content-length", (1024 * MEGA).into());
        let page = trial(&app).send(request).await;
        assert_eq!(page.status, 413);
        assert!(page.has("This is more than can be sent at once."), "{}", page.words());
    })
    .await;
}

#[tokio::test]
async fn a_body_that_is_no_form_or_is_cut_off_is_refused() {
    on_both_stores(async |app| {
        let mut visitor = trial(&app);
        let page = visitor.send(upload("/trial", Body::from("no boundary anywhere"))).await;
        assert_eq!(page.status, 403);
        let whole = multipart(&[("title", "Shore")], &[("letter", "letter.pdf", PDF)]);
        let page = visitor.send(upload("/trial", Body::from(whole[..whole.len() - 200].to_vec()))).await;
        assert_eq!(page.status, 403);
        assert_eq!(app.stored(), Vec::<String>::new());
        let words = "w".repeat(2 * 1024 * 1024);
        assert_eq!(visitor.upload("/trial", &[("title", &words)], &[]).await.status, 413);
    })
    .await;
}

#[tokio::test]
async fn names_of_all_kinds_are_handed_out_safely() {
    on_both_stores(async |app| {
        let mut visitor = trial(&app);
        for (given, header) in [
            ("letter.pdf", "inline; filename=\"letter.pdf\""),
            ("a \"b\"\r\nSet-Cookie: x=y.pdf", "inline; filename=\"a b Set-Cookie x=y.pdf\""),
            (
                "Carta – Bogotá.pdf",
                "inline; filename=\"Carta _ Bogot_.pdf\"; filename*=UTF-8''Carta%20%E2%80%93%20Bogot%C3%A1.pdf",
            ),
            ("信.pdf", "inline; filename=\"_.pdf\"; filename*=UTF-8''%E4%BF%A1.pdf"),
            ("..\\..\\evil.html", "inline; filename=\"evil.html.pdf\""),
        ] {
            let page = visitor.upload("/handed", &[], &[("letter", given, PDF)]).await;
            assert_eq!(page.status, 200, "{given}");
            assert_eq!(page.headers["content-disposition"], header, "{given}");
            assert_eq!(page.headers["content-type"], "application/pdf");
            assert_eq!(page.headers["x-content-type-options"], "nosniff");
            assert_eq!(page.headers["cache-control"], "private, no-cache");
            assert!(page.headers["content-security-policy"].to_str().unwrap().contains("sandbox"));
            assert!(!page.headers.contains_key("set-cookie"));
        }
    })
    .await;
}

#[tokio::test]
async fn the_same_bytes_are_kept_once_and_come_out_as_they_went_in() {
    on_both_stores(async |app| {
        let first = app.files.receive_bytes(app.ids.id(app.now()), PNG).await.unwrap();
        let second = app.files.receive_bytes(app.ids.id(app.now()), PNG).await.unwrap();
        assert_eq!(first, second);
        assert_eq!(app.stored(), std::slice::from_ref(&first.sha256));
        let opened = app.files.open(&first.sha256).await.unwrap();
        assert_eq!(opened.size, first.size);
        let out = opened.bytes.try_collect::<Vec<Bytes>>().await.unwrap().concat();
        assert_eq!(hex::encode(Sha256::digest(&out)), first.sha256);
        for no_hash in ["", "../../secret", &"0".repeat(64), &first.sha256.to_uppercase()] {
            assert!(matches!(app.files.open(no_hash).await, Err(Error::NotFound)), "{no_hash}");
        }
    })
    .await;
}

#[tokio::test]
async fn what_nothing_claims_is_swept_away_after_an_hour() {
    on_both(async |app| {
        let lost = app.files.receive_bytes(app.ids.id(app.now()), PNG).await.unwrap();
        lie_since(&app, &lost.sha256, 1_396_346_400);
        assert_eq!(files::sweep(&app).await.unwrap(), 0, "its form may still be open");
        app.clock.advance(Duration::from_secs(3_601));
        let young = app.files.receive_bytes(app.ids.id(app.now()), PDF).await.unwrap();
        assert_eq!(files::sweep(&app).await.unwrap(), 1);
        assert_eq!(app.stored(), [young.sha256]);
    })
    .await;
}

#[tokio::test]
async fn a_file_uploaded_again_is_young_again() {
    on_both(async |app| {
        let lost = app.files.receive_bytes(app.ids.id(app.now()), PNG).await.unwrap();
        lie_since(&app, &lost.sha256, 1_396_346_400);
        app.clock.advance(Duration::from_secs(3_601));
        app.files.receive_bytes(app.ids.id(app.now()), PNG).await.unwrap();
        assert_eq!(files::sweep(&app).await.unwrap(), 0);
        assert!(app.files.holds(&lost.sha256).await.unwrap());
    })
    .await;
}

#[tokio::test]
async fn leftovers_of_a_killed_upload_are_swept_away() {
    on_both(async |app| {
        app.files.receive_bytes(app.ids.id(app.now()), PDF).await.unwrap();
        let leftover = app.files.folder().unwrap().join("incoming/0146f4a0-0000-7000-8000-000000000000#1");
        std::fs::create_dir_all(leftover.parent().unwrap()).unwrap();
        std::fs::write(&leftover, b"half a letter").unwrap();
        age(&leftover, 1_396_346_400);
        files::sweep(&app).await.unwrap();
        assert!(leftover.exists(), "it may still be coming in");
        app.clock.advance(Duration::from_secs(3_601));
        files::sweep(&app).await.unwrap();
        assert!(!leftover.exists());
    })
    .await;
}

/// Makes a file look as if it had come at this second. (The disk's clock is not the story's.)
fn lie_since(app: &TestApp, sha256: &str, second: u64) {
    age(&app.files.folder().unwrap().join("sha256").join(&sha256[..2]).join(sha256), second);
}

fn age(file: &std::path::Path, second: u64) {
    let file = std::fs::File::options().write(true).open(file).unwrap();
    file.set_modified(UNIX_EPOCH + Duration::from_secs(second)).unwrap();
}
