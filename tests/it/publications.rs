//! Publications: added with covers and files, changed, put in order and hidden by the secretariat, and read by everybody.

use std::{collections::BTreeSet, time::Duration};

use axum::{body::Body, http::Request};
use initiatives::{
    catalogue::store::publications as store,
    entity::{audit_event, proposal, publication},
    files,
    proposals::{
        actions::steering::{self, Target},
        rules::Outcome,
    },
};
use sea_orm::EntityTrait;

use crate::{
    images::photograph,
    proposals::verbs::decision,
    support::{Browser, Page, TestApp, on_both, over},
};

const HOUSE: &str = "secretariat@metropolis.example";
const DESK: &str = "/desk/publications";
const EDIT: &str = "/desk/publications/report-2014/edit";
const REPORT: &str = "/publications/report-2014";
const PDF: &[u8] = include_bytes!("../../seeds/demo/files/letter.pdf");
const MEGA: usize = 1024 * 1024;

type Typed<'t> = &'t [(&'static str, &'t str)];
type Chosen<'c> = &'c [(&'c str, &'c str, &'c [u8])];

/// Sends a form with files: what is typed over a sound publication, and what is chosen.
async fn send(who: &mut Browser, path: &str, changed: Typed<'_>, files: Chosen<'_>) -> Page {
    let sound = [
        ("title_en", "Report 2014"),
        ("title_fr", "Rapport 2014"),
        ("title_es", "Informe 2014"),
        ("summary_en", "What was reached."),
        ("summary_fr", "Ce qui a été atteint."),
        ("summary_es", "Lo alcanzado."),
        ("year", "2014"),
        ("theme", "governance"),
        ("link", ""),
    ];
    let values = over(&sound, changed);
    let values: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
    who.upload(path, &values, files).await
}

/// Adds a publication by the form, as it was drawn.
pub async fn add(house: &mut Browser, changed: Typed<'_>, files: Chosen<'_>) -> Page {
    let id = house.get(DESK).await.field("id").unwrap();
    send(house, DESK, &[changed, &[("id", id.as_str())]].concat(), files).await
}

/// Saves the form of the report, as it was drawn.
async fn change(house: &mut Browser, changed: Typed<'_>, files: Chosen<'_>) -> Page {
    let version = house.get(EDIT).await.field("version").unwrap();
    send(house, EDIT, &[changed, &[("version", version.as_str())]].concat(), files).await
}

/// An Initiative that everybody may read.
async fn initiative(app: &TestApp) -> proposal::Model {
    let reference = app.under_review().await;
    let target = Target { reference: &reference, seen: app.seen(&reference).await };
    let made = decision(Outcome::Approved);
    app.act(HOUSE, async |act, actor| steering::approve(act, actor, target, &made).await).await.unwrap();
    app.case(HOUSE, &reference).await.unwrap().proposal
}

async fn report(app: &TestApp) -> publication::Model {
    store::find(app.db.read(), None, "report-2014").await.unwrap()
}

/// The addresses of the files on the page of the report.
async fn files_of_report(visitor: &mut Browser) -> Vec<String> {
    let links = visitor.get(REPORT).await.each_after("href=\"");
    links.into_iter().filter(|link| link.starts_with("/publications/report-2014/files/")).collect()
}

async fn deeds(app: &TestApp, action: &str) -> usize {
    let events = audit_event::Entity::find().all(app.db.read()).await.unwrap();
    events.iter().filter(|event| event.action == action).count()
}

#[tokio::test]
async fn a_publication_is_added_with_a_cover_two_files_and_its_initiative() {
    on_both(async |app| {
        let proposal = initiative(&app).await;
        let slug = proposal.slug.clone().unwrap();
        let mut house = app.sign_in(HOUSE).await;
        let typed = [
            ("initiatives", &*format!("{} Cool Roofs\n\n/initiatives/{slug}?lang=fr", proposal.reference)),
            ("other_language", "pt"),
        ];
        let (picture, other) = (photograph(900, 1200), [PDF, b"\n"].concat());
        let chosen = [
            ("cover", "cover.jpg", picture.as_slice()),
            ("file_en", "report.pdf", PDF),
            ("file_other", "relatorio.pdf", other.as_slice()),
        ];
        let page = add(&mut house, &typed, &chosen).await;
        assert_eq!(page.location(), DESK, "{}", page.words());
        assert!(house.get(DESK).await.has("The publication is added."));

        let mut visitor = app.browser();
        let list = visitor.get("/publications").await;
        assert!(list.text.contains(&format!("href=\"{REPORT}\"")) && list.has("English · Português"));
        let page = visitor.get(REPORT).await;
        assert!(page.has("English (PDF,") && page.has("Português (PDF,"), "{}", page.words());
        assert!(page.text.contains(&format!("href=\"/initiatives/{slug}\"")), "named twice, it stands there once");
        assert_eq!(page.text.matches(&format!("href=\"/initiatives/{slug}\"")).count(), 1);
        let seal = report(&app).await.cover_sha256.unwrap()[..8].to_owned();
        assert!(
            page.text.contains(&format!("src=\"{REPORT}/cover?of={seal}&amp;size=320\" alt=\"\"")),
            "{}",
            page.text
        );
        assert!(page.text.contains("width=\"240\" height=\"320\""));
        assert!(visitor.get(&format!("{REPORT}?lang=es")).await.has("Informe 2014"));
        assert_eq!(store::publications_of(app.db.read(), proposal.id).await.unwrap(), [report(&app).await]);
        assert_eq!(deeds(&app, "publication.added").await, 1);
    })
    .await;
}

#[tokio::test]
async fn covers_and_files_are_handed_out_to_everybody_and_tell_nothing_beside_the_picture() {
    on_both(async |app| {
        let mut house = app.sign_in(HOUSE).await;
        let picture = photograph(900, 1200);
        assert!(String::from_utf8_lossy(&picture).contains("GPSLatitude"), "the telephone says where it was");
        add(&mut house, &[], &[("cover", "cover.jpg", &picture), ("file_fr", "rapport.pdf", PDF)]).await;
        let mut visitor = app.browser();
        let cover = visitor.get(&format!("{REPORT}/cover")).await;
        let small = visitor.get(&format!("{REPORT}/cover?of=whatever&size=320")).await;
        let sha256 = report(&app).await.cover_sha256.unwrap();
        assert_eq!(cover.headers["etag"], format!("\"{sha256}\""));
        assert_eq!(small.headers["etag"], format!("\"{sha256}-320\""));
        for page in [cover, small] {
            assert_eq!((page.status, &page.headers["content-type"]), (200, &"image/jpeg".parse().unwrap()));
            assert_eq!(page.headers["cache-control"], "public, max-age=300");
            assert!(!page.text.contains("GPS") && !page.text.contains("Asha"));
            assert!(!page.headers.contains_key("set-cookie"));
        }

        let address = files_of_report(&mut visitor).await.remove(0);
        let file = visitor.get(&address).await;
        assert_eq!(file.status, 200);
        assert_eq!(file.headers["content-type"], "application/pdf");
        assert_eq!(file.headers["content-disposition"], "inline; filename=\"rapport.pdf\"");
        assert_eq!(file.headers["cache-control"], "public, max-age=300");
        let known = Request::get(address.as_str()).header("if-none-match", file.headers["etag"].clone());
        assert_eq!(visitor.send(known.body(Body::empty()).unwrap()).await.status, 304);
        let elsewhere = address.replace("report-2014", "another");
        assert_eq!(visitor.get(&elsewhere).await.status, 404);
    })
    .await;
}

#[tokio::test]
async fn what_is_wrong_with_a_file_is_said_beside_it_and_nothing_typed_is_lost() {
    on_both(async |app| {
        let mut house = app.sign_in(HOUSE).await;
        let mut large = PDF.to_vec();
        large.resize(25 * MEGA + 1, b' ');
        let picture = photograph(300, 400);
        let chosen = [
            ("cover", "cover.jpg", picture.as_slice()),
            ("file_en", "report.pdf", b"<html>no PDF at all</html>".as_slice()),
            ("file_fr", "rapport.pdf", large.as_slice()),
        ];
        let page = add(&mut house, &[("summary_en", "A summary of much care.")], &chosen).await;
        assert_eq!(page.status, 422);
        assert!(page.has("“report.pdf” is of another type. Choose a file of this type: PDF."), "{}", page.words());
        assert!(page.has("“rapport.pdf” is too large: at most 25 MB."), "{}", page.words());
        assert!(page.text.contains("A summary of much care.") && page.has("Received: cover.jpg"));
        assert!(app.browser().get("/publications").await.has("No publication yet"));

        // The cover that was received comes along with the next try.
        let kept = page.field("kept.cover").unwrap();
        let id = page.field("id").unwrap();
        let again = [("kept.cover", kept.as_str()), ("id", id.as_str())];
        assert_eq!(send(&mut house, DESK, &again, &[("file_en", "report.pdf", PDF)]).await.status, 303);
        assert_eq!((report(&app).await.cover_width, report(&app).await.cover_height), (300, 400));

        let page = add(&mut house, &[], &[("cover", "cover.pdf", PDF)]).await;
        assert!(page.has("“cover.pdf” is of another type. Choose a file of this type: JPEG, PNG or WebP."));
    })
    .await;
}

#[tokio::test]
async fn an_initiative_that_nobody_knows_and_a_file_of_no_language_are_told() {
    on_both(async |app| {
        let hidden = app.under_review().await.to_string();
        let mut house = app.sign_in(HOUSE).await;
        for (typed, files, said) in [
            (vec![("initiatives", "Green Ways")], vec![], "“Green Ways” names no Initiative."),
            (vec![("initiatives", hidden.as_str())], vec![], "There is no public Initiative MI-"),
            (vec![("other_language", "pt")], vec![], "Choose the PDF in the language that you have chosen"),
            (vec![], vec![("file_other", "a.pdf", PDF)], "Choose the language of this PDF."),
            (
                vec![("other_language", "es")],
                vec![("file_es", "a.pdf", PDF), ("file_other", "b.pdf", PDF)],
                "There is another PDF in this language",
            ),
            (vec![("theme", "astronomy")], vec![], "Choose one of the answers on the page."),
            (vec![("title_fr", " ")], vec![], "Give the title in this language."),
        ] {
            let page = add(&mut house, &typed, &files).await;
            assert_eq!((page.status, page.has(said)), (422, true), "{said}: {}", page.words());
            assert!(page.text.contains("What was reached."), "{said}");
        }
        assert!(store::all(app.db.read()).await.unwrap().is_empty());
    })
    .await;
}

#[tokio::test]
async fn two_who_change_a_publication_at_a_time_overwrite_nothing() {
    on_both(async |app| {
        let mut house = app.sign_in(HOUSE).await;
        add(&mut house, &[], &[]).await;
        let mut other = app.sign_in(HOUSE).await;
        let seen = house.get(EDIT).await.field("version").unwrap();
        assert_eq!(change(&mut other, &[("title_en", "The report of 2014")], &[]).await.status, 303);

        let mine = [("version", seen.as_str()), ("summary_en", "All that was reached.")];
        let page = send(&mut house, EDIT, &mine, &[("file_en", "report.pdf", PDF)]).await;
        assert_eq!(page.status, 409);
        assert!(page.has("Somebody else saved this publication while you had it open."), "{}", page.words());
        assert!(page.has("Title: English") && page.has("The report of 2014"), "{}", page.words());
        assert!(page.text.contains("All that was reached.") && page.has("Received: report.pdf"));
        assert!(app.browser().get(REPORT).await.has("The report of 2014"));
        assert!(!app.browser().get(REPORT).await.has("All that was reached."));

        let now = page.field("version").unwrap();
        let kept = page.field("kept.file_en").unwrap();
        let mine =
            [("version", now.as_str()), ("summary_en", "All that was reached."), ("kept.file_en", kept.as_str())];
        assert_eq!(send(&mut house, EDIT, &mine, &[]).await.status, 303);
        let page = app.browser().get(REPORT).await;
        assert!(page.has("All that was reached.") && page.has("English (PDF,"));
        assert!(!page.has("The report of 2014"), "who saves last has seen both");

        // Saving what stands there already is no change, and in nobody's way.
        let stale = [("version", seen.as_str()), ("summary_en", "All that was reached.")];
        assert_eq!(send(&mut house, EDIT, &stale, &[]).await.status, 303);
        assert_eq!(deeds(&app, "publication.changed").await, 2);
    })
    .await;
}

#[tokio::test]
async fn a_new_file_keeps_the_address_and_what_is_taken_away_is_swept() {
    on_both(async |app| {
        let mut house = app.sign_in(HOUSE).await;
        let picture = photograph(300, 400);
        add(&mut house, &[], &[("cover", "cover.jpg", &picture), ("file_en", "report.pdf", PDF)]).await;
        let mut visitor = app.browser();
        let address = files_of_report(&mut visitor).await.remove(0);
        let before = visitor.get(&address).await.headers["etag"].clone();
        let newer = [PDF, b"\n"].concat();
        change(&mut house, &[], &[("file_en", "report-2.pdf", &newer)]).await;
        assert_eq!(files_of_report(&mut visitor).await, std::slice::from_ref(&address));
        assert_ne!(visitor.get(&address).await.headers["etag"], before);

        // The disk's clock is not the story's.
        app.clock.advance(Duration::from_secs(20 * 365 * 86_400));
        files::sweep(&app).await.unwrap();
        let claimed = files::claimed(app.db.read(), None).await.unwrap();
        assert_eq!(claimed.len(), 2);
        assert_eq!(app.stored().into_iter().collect::<BTreeSet<_>>(), claimed, "what was replaced is gone");

        let mut house = app.sign_in(HOUSE).await;
        let id = address.rsplit('/').next().unwrap().to_owned();
        let page = change(&mut house, &[("gone", id.as_str()), ("cover_gone", "yes")], &[]).await;
        assert_eq!(page.status, 303, "{}", page.words());
        assert_eq!(visitor.get(&address).await.status, 404);
        assert_eq!(visitor.get(&format!("{REPORT}/cover")).await.status, 404);
        let page = visitor.get(REPORT).await;
        assert!(page.has("It is not held here.") && page.text.contains("cover-drawn"), "{}", page.words());
        files::sweep(&app).await.unwrap();
        assert_eq!(app.stored(), Vec::<String>::new());
    })
    .await;
}

#[tokio::test]
async fn what_is_hidden_is_there_for_the_secretariat_alone() {
    on_both(async |app| {
        let proposal = initiative(&app).await;
        let mut house = app.sign_in(HOUSE).await;
        let typed = [("initiatives", proposal.reference.as_str())];
        let picture = photograph(300, 400);
        add(&mut house, &typed, &[("cover", "cover.jpg", &picture), ("file_en", "report.pdf", PDF)]).await;
        let mut visitor = app.browser();
        let file = files_of_report(&mut visitor).await.remove(0);
        let hide = [("publication", "report-2014"), ("shown", "no")];
        assert_eq!(house.post(&format!("{DESK}/visibility"), &hide).await.location(), DESK);
        assert!(house.get(DESK).await.has("The publication is hidden."));

        let cover = format!("{REPORT}/cover");
        for path in [REPORT, cover.as_str(), file.as_str()] {
            assert_eq!(visitor.get(path).await.status, 404, "{path}");
            let stranger = app.sign_in("official@agra.example").await.get(path).await;
            assert_eq!(stranger.status, 404, "{path}");
            assert_eq!(house.get(path).await.status, 200, "{path}");
        }
        assert_eq!(house.get(&file).await.headers["cache-control"], "private, no-cache");
        assert!(house.get(REPORT).await.has("This publication is hidden"));
        assert!(!visitor.get("/publications").await.has("Report 2014"));
        assert!(store::publications_of(app.db.read(), proposal.id).await.unwrap().is_empty());

        house.post(&format!("{DESK}/visibility"), &[("publication", "report-2014"), ("shown", "yes")]).await;
        house.post(&format!("{DESK}/visibility"), &[("publication", "report-2014"), ("shown", "yes")]).await;
        assert_eq!(visitor.get(REPORT).await.status, 200);
        assert_eq!((deeds(&app, "publication.hidden").await, deeds(&app, "publication.shown").await), (1, 1));
    })
    .await;
}

#[tokio::test]
async fn an_initiative_that_is_public_no_more_is_not_shown_and_not_forgotten() {
    on_both(async |app| {
        let proposal = initiative(&app).await;
        let mut house = app.sign_in(HOUSE).await;
        add(&mut house, &[("initiatives", proposal.reference.as_str())], &[]).await;
        let link = format!("href=\"/initiatives/{}\"", proposal.slug.unwrap());
        assert!(app.browser().get(REPORT).await.text.contains(&link));
        let (reference, id) = (proposal.reference, proposal.id);
        let target = Target { reference: &reference, seen: app.seen(&reference).await };
        let revised =
            app.act(HOUSE, async |act, actor| steering::revise(act, actor, target, "A vote is missing.").await);
        revised.await.unwrap();
        assert!(!app.browser().get(REPORT).await.text.contains(&link));
        assert!(!house.get(EDIT).await.text.contains(reference.as_str()), "who edits is not told of it either");

        assert_eq!(change(&mut house, &[("initiatives", ""), ("year", "2015")], &[]).await.status, 303);
        let target = Target { reference: &reference, seen: app.seen(&reference).await };
        let made = decision(Outcome::Approved);
        app.act(HOUSE, async |act, actor| steering::approve(act, actor, target, &made).await).await.unwrap();
        assert!(app.browser().get(REPORT).await.text.contains(&link));
        assert_eq!(change(&mut house, &[("initiatives", "")], &[]).await.status, 303);
        assert!(store::publications_of(app.db.read(), id).await.unwrap().is_empty());
    })
    .await;
}

#[tokio::test]
async fn publications_stand_in_the_order_that_the_secretariat_gives_them() {
    on_both(async |app| {
        let mut house = app.sign_in(HOUSE).await;
        for title in ["One", "Two", "Three"] {
            add(&mut house, &[("title_en", title)], &[]).await;
        }
        let order = async || {
            let rows = store::shown(app.db.read()).await.unwrap();
            rows.into_iter().map(|row| row.title.en).collect::<Vec<_>>()
        };
        assert_eq!(order().await, ["One", "Two", "Three"]);
        let moves = format!("{DESK}/moves");
        house.post(&moves, &[("publication", "three"), ("to", "up")]).await;
        assert_eq!(order().await, ["One", "Three", "Two"]);
        house.post(&moves, &[("publication", "one"), ("to", "up")]).await;
        house.post(&moves, &[("publication", "one"), ("to", "down")]).await;
        assert_eq!(order().await, ["Three", "One", "Two"]);
        assert_eq!(house.post(&moves, &[("publication", "four"), ("to", "up")]).await.status, 404);
        assert_eq!(deeds(&app, "publication.moved").await, 2, "the first goes no further up");
    })
    .await;
}

#[tokio::test]
async fn the_lists_ask_the_database_as_often_for_one_publication_as_for_many() {
    on_both(async |app| {
        let mut house = app.sign_in(HOUSE).await;
        let mut visitor = app.browser();
        add(&mut house, &[], &[("file_en", "report.pdf", PDF)]).await;
        let few = (app.cost(&mut visitor, "/publications").await, app.cost(&mut house, DESK).await);
        for title in ["Two", "Three", "Four"] {
            add(&mut house, &[("title_en", title)], &[("file_en", "report.pdf", PDF)]).await;
        }
        let many = (app.cost(&mut visitor, "/publications").await, app.cost(&mut house, DESK).await);
        assert_eq!(many, few);
    })
    .await;
}
