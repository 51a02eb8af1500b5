//! Proposals as PDF, looked at with the tools that others read PDFs with.

use std::process::Command;

use initiatives::{
    guidelines::{Answer, Answers, Value},
    ids::Reference,
    proposals::actions::saving::{self, NewFile},
    words::Locale,
};

use crate::support::{Browser, TestApp, on_both, on_sqlite};

const OWNER: &str = "official@agra.example";

/// A PDF, as poppler sees it.
pub(super) struct Seen {
    /// What `pdfinfo` says.
    info: String,
    /// The tree of its tags.
    tags: String,
    meta: String,
    /// Its text, white space folded.
    pub(super) text: String,
    bytes: Vec<u8>,
}

impl Seen {
    pub(super) async fn at(browser: &mut Browser, path: &str) -> Self {
        let (status, headers, bytes) = browser.bytes(path).await;
        assert_eq!(status, 200, "{path}: {}", String::from_utf8_lossy(&bytes));
        assert_eq!(headers["content-type"], "application/pdf");
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("seen.pdf");
        std::fs::write(&file, &bytes).unwrap();
        if let Ok(keep) = std::env::var("INITIATIVES_TEST_KEEP_PDF") {
            std::fs::write(format!("{keep}/{}", path.replace(['/', '?'], "_")), &bytes).unwrap();
        }
        let run = |program: &str, arguments: &[&str], last: &[&str]| {
            let said = Command::new(program).args(arguments).arg(&file).args(last).output().unwrap();
            assert!(said.status.success(), "{program}: {}", String::from_utf8_lossy(&said.stderr));
            String::from_utf8_lossy(&said.stdout).into_owned()
        };
        let text = run("pdftotext", &["-enc", "UTF-8"], &["-"]);
        Self {
            info: run("pdfinfo", &[], &[]),
            tags: run("pdfinfo", &["-struct"], &[]),
            meta: run("pdfinfo", &["-meta"], &[]),
            text: text.split_whitespace().collect::<Vec<_>>().join(" "),
            bytes,
        }
    }

    fn is_accessible(&self) -> bool {
        let part = self.meta.split("pdfuaid:part").nth(1).unwrap_or_default();
        part.trim_start_matches(['>', '=', '"', '\'']).starts_with('1')
    }

    fn has(&self, text: &str) -> bool {
        // A line may be broken within a long word, at a soft hyphen too.
        let plain = |text: &str| text.chars().filter(|c| !c.is_whitespace() && *c != '\u{ad}').collect::<String>();
        plain(&self.text).contains(&plain(text))
    }
}

async fn write(app: &TestApp, reference: &Reference, answers: Answers, files: &[NewFile]) {
    app.act(OWNER, async |act, actor| saving::set(act, actor, reference, answers, files).await).await.unwrap();
}

fn one(field: &str, answer: Answer) -> Answers {
    [(field.parse().unwrap(), answer)].into_iter().collect()
}

#[tokio::test]
async fn a_submission_is_an_accessible_pdf_with_its_receipt_and_always_the_same() {
    on_both(async |app| {
        let reference = app.complete_draft().await;
        let receipt = app.submit(&reference).await;
        let path = format!("/proposals/{reference}");
        let mut official = app.sign_in(OWNER).await;
        let seen = Seen::at(&mut official, &format!("{path}/submissions/1/pdf")).await;
        assert!(seen.is_accessible(), "{}", seen.meta);
        assert!(seen.info.contains("Tagged:          yes"), "{}", seen.info);
        assert!(seen.info.contains("Cool Roofs"), "{}", seen.info);
        for tag in ["H1", "H2", "Table", "TH", "TD", "L (", "P ("] {
            assert!(seen.tags.contains(tag), "{tag}: {}", seen.tags);
        }
        for told in [
            reference.as_str(),
            &receipt.sha256,
            "1 April 2014, 10:00 (UTC)",
            "1 April 2014, 12:00 (Europe/Madrid, UTC+2)",
            &app.config.link(&format!("/receipts/{}", receipt.sha256)),
        ] {
            assert!(seen.has(told), "{told}: {}", seen.text);
        }
        assert!(!seen.has("DRAFT"));
        let again = Seen::at(&mut official, &format!("{path}/submissions/1/pdf?lang=fr")).await;
        assert!(again.bytes == seen.bytes, "whoever asks, in whatever language, gets the same");
        for page in [path.clone(), format!("{path}/submissions/1")] {
            let page = official.get(&page).await;
            assert!(page.text.contains(&format!("href=\"{path}/submissions/1/pdf\"")), "{}", page.text);
        }
        let mut house = app.sign_in("secretariat@metropolis.example").await;
        let desk = house.get(&format!("/desk{path}")).await;
        assert!(desk.text.contains(&format!("href=\"{path}/submissions/1/pdf\"")));
    })
    .await;
}

#[tokio::test]
async fn a_draft_is_marked_as_one_in_the_language_it_is_written_in() {
    on_sqlite(async |app| {
        let reference = app.complete_draft().await;
        let mut official = app.sign_in(OWNER).await;
        let words = [
            (Locale::En, "Draft, not submitted.", "Signatures"),
            (Locale::Fr, "Brouillon, non soumis.", "Signatures"),
            (Locale::Es, "Borrador, no presentado.", "Firmas"),
        ];
        for (language, mark, signatures) in words {
            let answers = one("content_language", Answer::Value(Value::Language(language)));
            write(&app, &reference, answers, &[]).await;
            let seen = Seen::at(&mut official, &format!("/proposals/{reference}/draft.pdf")).await;
            assert!(seen.is_accessible(), "{}", seen.meta);
            assert!(seen.has(mark) && seen.has(signatures), "{language}: {}", seen.text);
            assert!(!seen.has("SHA-256 of the text"), "a draft has no receipt");
            let title = app.definition().await.sections[0].title.get(language).to_owned();
            assert!(seen.has(&title), "{title}: {}", seen.text);
        }
    })
    .await;
}

#[tokio::test]
async fn the_blank_form_is_there_for_everybody_in_three_languages() {
    on_sqlite(async |app| {
        let definition = app.definition().await;
        let mut anybody = app.browser();
        for (language, mark) in
            [(Locale::En, "Blank form,"), (Locale::Fr, "Formulaire vierge,"), (Locale::Es, "Formulario en blanco,")]
        {
            let path = format!("/guidelines/{}/form.pdf?lang={language}", definition.slug);
            let seen = Seen::at(&mut anybody, &path).await;
            assert!(seen.is_accessible(), "{}", seen.meta);
            assert!(seen.has(mark), "{}", seen.text);
            for field in definition.fields() {
                assert!(seen.has(field.label.get(language)), "{}: {}", field.key, seen.text);
            }
            let again = Seen::at(&mut anybody, &path).await;
            assert!(again.bytes == seen.bytes);
        }
        let page = anybody.get(&format!("/guidelines/{}", definition.slug)).await;
        assert!(page.text.contains("/form.pdf?version="), "{}", page.text);
        assert_eq!(anybody.get("/guidelines/nowhere/form.pdf").await.status, 404);
    })
    .await;
}

#[tokio::test]
async fn what_people_write_is_text_and_never_markup() {
    on_sqlite(async |app| {
        let reference = app.complete_draft().await;
        let hostile = "#panic(\"x\") *bold* _it_ $x^2$ = Head @ref <label> \\ // `raw` [#read(\"/etc/passwd\")] -- ...";
        write(&app, &reference, one("aim", Answer::text(hostile).unwrap()), &[]).await;
        let mut official = app.sign_in(OWNER).await;
        let path = format!("/proposals/{reference}/draft.pdf");
        let seen = Seen::at(&mut official, &path).await;
        assert!(seen.has(hostile), "{}", seen.text);

        // Scripts for which there is no font: whole in the text behind the page, and said.
        let far = "屋根 رياضة हिन्दी 🌍 \u{1d54f} e\u{301} \u{200d}";
        write(&app, &reference, one("aim", Answer::text(far).unwrap()), &[]).await;
        let seen = Seen::at(&mut official, &path).await;
        assert!(seen.info.contains("Tagged:          yes"), "{}", seen.info);
        assert!(seen.has("Some characters cannot be drawn"), "{}", seen.text);
        assert!(!seen.is_accessible(), "no claim that does not hold");
    })
    .await;
}

#[tokio::test]
async fn images_are_shown_and_one_that_is_damaged_is_named() {
    on_sqlite(async |app| {
        let reference = app.complete_draft().await;
        let mut pixels = std::io::Cursor::new(Vec::new());
        image::RgbImage::from_pixel(60, 40, image::Rgb([20, 90, 110]))
            .write_to(&mut pixels, image::ImageFormat::Png)
            .unwrap();
        let sound = pixels.into_inner();
        let damaged = sound[..sound.len() / 2].to_vec();
        let mut files = Vec::new();
        for (name, bytes) in [("roof.png", sound), ("torn.png", damaged)] {
            let sha256 = initiatives::guidelines::sha256_hex(&bytes);
            let place = app.files.folder().unwrap().join("sha256").join(&sha256[..2]);
            std::fs::create_dir_all(&place).unwrap();
            std::fs::write(place.join(&sha256), &bytes).unwrap();
            files.push(NewFile {
                field: "images".to_owned(),
                sha256,
                name: name.to_owned(),
                size: 1_000,
                media_type: "image/png".to_owned(),
                alt: format!("What {name} shows"),
                pixels: None,
                replaces: None,
            });
        }
        write(&app, &reference, Answers::default(), &files).await;
        let mut official = app.sign_in(OWNER).await;
        let seen = Seen::at(&mut official, &format!("/proposals/{reference}/draft.pdf")).await;
        assert!(seen.is_accessible(), "{}", seen.meta);
        assert_eq!(seen.tags.matches("Figure").count(), 1, "{}", seen.tags);
        assert!(seen.has("What roof.png shows") && seen.has("torn.png"), "{}", seen.text);
    })
    .await;
}
