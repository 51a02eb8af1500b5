//! Letters are found and counted, as quickly among many as among few.

use std::time::Duration;

use initiatives::{
    entity::{letter_body, letter_word},
    mail::{Letter, LetterState, finding},
    words::Locale,
};
use sea_orm::{Database, EntityTrait};

use super::{OWNER, SECRETARIAT, shown, stands};
use crate::support::{
    Browser, Kind, Page, filled_before,
    letters::{letter_to, post, someone},
    on_both,
};

const DAY: Duration = Duration::from_secs(86_400);

#[tokio::test]
async fn a_letter_is_found_by_its_reader_its_proposal_its_kind_and_where_it_stands() {
    on_both(async |app| {
        let reference = app.submitted().await;
        for (address, name) in [("ines.rios@lumara.example", "Inés Ríos"), ("rio@agra.example", "Río Grande")] {
            post(&app, Letter::test(&app.config, someone(address, name, Locale::Es), address, "nota")).await;
        }
        stands(&app, "rio@agra.example", LetterState::Failed).await;
        let mut secretariat = app.sign_in(SECRETARIAT).await;
        for (asked, expected) in [
            ("q=ines", 1),
            ("q=In%C3%A9s+R%C3%ADos+%3Cines.rios@lumara.example%3E", 1),
            ("q=r%C3%ADo", 2),
            ("q=ines.rios@", 1),
            ("q=@lumara.example", 1),
            ("q=rios+grande", 0),
            ("q=rio&state=failed", 1),
            ("q=rio&state=queued", 1),
            ("q=rio&kind=test&state=queued", 1),
            ("q=rio&kind=received", 0),
            ("kind=test", 2),
        ] {
            let page = secretariat.get(&format!("/admin/mail?{asked}")).await;
            assert_eq!((page.status, shown(&page)), (200, expected), "{asked}: {}", page.main());
        }
        let lower = reference.as_str().to_lowercase();
        let about = secretariat.get(&format!("/admin/mail?proposal={lower}")).await;
        assert!(shown(&about) > 0 && about.has(reference.as_str()) && !about.has("lumara"), "{}", about.main());
        let receipt = secretariat.get(&format!("/admin/mail?proposal={reference}&kind=received")).await;
        assert!(receipt.has("Acknowledgement of receipt") && receipt.has(OWNER), "{}", receipt.main());
        assert!(receipt.text.contains("<option value=\"received\" selected>"));
        assert_eq!(shown(&receipt), app.letters_to(OWNER).await.iter().filter(|l| l.kind == "received").count());
    })
    .await;
}

#[tokio::test]
async fn news_is_found_by_its_reader_and_not_by_the_subject_that_all_share() {
    on_both(async |app| {
        app.enter_subscriber("ana.lima@rosario.example", &["everything"]).await;
        let reference = app.under_review().await;
        app.approve_and_tell(&reference).await;
        let mut secretariat = app.sign_in(SECRETARIAT).await;
        for (asked, expected) in [
            ("q=ana.lima", 1),
            ("q=rosario", 1),
            ("q=@rosario.example", 1),
            ("q=ana.lima@ros", 1),
            ("q=lima&kind=partners-approved", 1),
            ("kind=partners-approved", 1),
            ("q=roofs&kind=partners-approved", 0),
        ] {
            let page = secretariat.get(&format!("/admin/mail?{asked}")).await;
            assert_eq!((page.status, shown(&page)), (200, expected), "{asked}: {}", page.main());
        }
        assert!(shown(&secretariat.get("/admin/mail?q=roofs&kind=received").await) > 0, "other emails are");
    })
    .await;
}

#[tokio::test]
async fn what_is_asked_wrongly_is_answered_with_a_page_that_helps() {
    on_both(async |app| {
        app.post_letter("somebody@agra.example").await;
        app.submitted().await;
        let mut secretariat = app.sign_in(SECRETARIAT).await;
        let long = "a".repeat(10_000);
        let signs = "%25".repeat(3_000);
        for (asked, said) in [
            ("kind=nonsense", "There is no such state, kind or reference."),
            ("kind=%27%3B+DROP+TABLE+outbox", "There is no such state, kind or reference."),
            ("state=nonsense", "There is no such state, kind or reference."),
            ("proposal=MI-14-%25", "There is no such state, kind or reference."),
            (format!("proposal={long}").as_str(), "There is no such state, kind or reference."),
            ("proposal=MI-1999-001", "No email found"),
            ("q=%25", "No email found"),
            ("q=%27+OR+1%3D1", "No email found"),
            ("q=%22%5C%00", "No email found"),
            (format!("q={long}").as_str(), "No email found"),
            (format!("q={signs}").as_str(), "No email found"),
            ("q=a@b@c", "No email found"),
            ("after=nonsense&q=somebody", "somebody@agra.example"),
            ("before=1&q=somebody", "somebody@agra.example"),
            ("q=%E2%80%8B", "No email found"),
        ] {
            let page = secretariat.get(&format!("/admin/mail?{asked}")).await;
            let asked: String = asked.chars().take(40).collect();
            assert!(page.status == 200 && page.has(said), "{asked}: {} {}", page.status, page.main());
        }
        for wrong in ["nonsense", "1", "%00", "00000000-0000-7000-8000-000000000000"] {
            for below in ["", "/html"] {
                assert_eq!(secretariat.get(&format!("/admin/mail/{wrong}{below}")).await.status, 404, "{wrong}");
            }
            for deed in ["cancellation", "copies", "sending"] {
                let page = secretariat.post(&format!("/admin/mail/{wrong}/{deed}"), &[]).await;
                assert_eq!(page.status, 404, "{wrong}/{deed}: {}", page.words());
            }
        }
    })
    .await;
}

#[tokio::test]
async fn letters_are_counted_by_the_day_of_their_reader() {
    on_both(async |app| {
        // It is noon in Barcelona. An hour before its midnight, and just after.
        for (after, name, state) in [
            (0, "a", LetterState::Sent),
            (11 * 60, "b", LetterState::Failed),
            (60, "c", LetterState::Queued),
            (0, "d", LetterState::Sent),
            (0, "e", LetterState::Cancelled),
        ] {
            app.clock.advance(Duration::from_secs(after * 60));
            app.post_letter(&format!("{name}@agra.example")).await;
            stands(&app, &format!("{name}@agra.example"), state).await;
        }
        let mut secretariat = app.sign_in(SECRETARIAT).await;
        let row = |page: &Page, day: &str| {
            let at = page.text.find(&format!("<th role=\"rowheader\" scope=\"row\">{day}<")).unwrap();
            let row = page.text[at..].split("</tr>").next().unwrap();
            let cells =
                row.split("<td ").skip(1).map(|cell| cell.split('>').nth(1).unwrap().split('<').next().unwrap());
            cells.map(str::to_owned).collect::<Vec<_>>()
        };
        let page = secretariat.get("/admin/mail").await;
        assert!(page.has("Emails of the last 30 days") && page.text.contains("class=\"plot\""), "{}", page.main());
        assert_eq!(row(&page, "1 April 2014"), ["1", "1", "0"], "{}", page.main());
        assert_eq!(row(&page, "2 April 2014"), ["1", "0", "1"], "what was cancelled counts nowhere");
        assert_eq!(row(&page, "4 March 2014"), ["0", "0", "0"], "thirty days, today's the last");
        assert!(!secretariat.get("/admin/mail?state=sent").await.text.contains("class=\"plot\""));

        app.clock.advance(40 * DAY);
        let mut secretariat = app.sign_in(SECRETARIAT).await;
        let page = secretariat.get("/admin/mail").await;
        assert!(page.has("No email was written in the last 30 days."), "{}", page.main());
    })
    .await;
}

#[tokio::test]
async fn the_log_asks_the_database_as_often_for_many_letters_as_for_one() {
    on_both(async |app| {
        let reference = app.submitted().await;
        let mut secretariat = app.sign_in(SECRETARIAT).await;
        let letter = format!("/admin/mail/{}", app.letters_to(OWNER).await[0].id);
        let paths = [
            "/admin/mail".to_owned(),
            format!("/admin/mail?q=agra&proposal={reference}&kind=received&state=queued"),
            format!("/desk/proposals/{reference}"),
            letter,
        ];
        let costs = async |who: &mut Browser| {
            let mut costs = Vec::new();
            for path in &paths {
                costs.push(app.cost(who, path).await);
            }
            costs
        };
        let few = costs(&mut secretariat).await;
        let proposal = app.case(SECRETARIAT, &reference).await.unwrap().proposal.id;
        for n in 0..100 {
            app.clock.advance(Duration::from_millis(1));
            let about = Letter { proposal: Some(proposal), event: format!("event{n}"), ..letter_to(&app, OWNER) };
            post(&app, about).await;
        }
        assert_eq!(few, costs(&mut secretariat).await, "{paths:?}");
    })
    .await;
}

/// Three letters of before.
const BEFORE: &str = "
INSERT INTO outbox (id, unique_key, kind, class, state, recipient, recipient_name, locale, subject, body_text, body_html, secret,
    created_at, due_at, attempts, unknowns, lease_until, lease_holder, answer) VALUES
    ({1}, 'k1', 'test', 'service', 'queued', 'ines.rios@lumara.example', 'Inés O’Ríos', 'es', 'Rêves 100 %', 'text', 'html', false,
        0, 0, 0, 0, 0, '', ''),
    ({2}, 'k2', 'test', 'service', 'queued', 'ines.rios@lumara.example', 'Inés O’Ríos', 'es', 'Rêves 100 %', 'text', 'html', false,
        0, 0, 0, 0, 0, '', ''),
    ({3}, 'k3', 'test', 'service', 'queued', 'ines.rios@lumara.example', 'Inés O’Ríos', 'es', 'Rêves 100 %', 'text', 'html', false,
        0, 0, 0, 0, 0, '', '');
";

#[tokio::test]
async fn letters_of_before_are_found_as_those_of_now_are() {
    for kind in [Kind::Sqlite, Kind::Postgres] {
        eprintln!("on {kind:?}");
        let folder = tempfile::tempdir().unwrap();
        let url = filled_before("m0026_mail_log", kind, folder.path(), BEFORE).await;
        let db = Database::connect(&url).await.unwrap();
        let rows = letter_word::Entity::find().all(&db).await.unwrap();
        let bodies = letter_body::Entity::find().all(&db).await.unwrap();
        db.close().await.unwrap();
        assert_eq!(bodies.len(), 3, "what each says is kept");
        let says = |body: &letter_body::Model| (body.body_text.text().unwrap(), body.body_html.text().unwrap());
        assert!(bodies.iter().all(|body| says(body) == ("text".to_owned(), "html".to_owned())));
        let words = finding::words_of("ines.rios@lumara.example", "Inés O’Ríos", "Rêves 100 %");
        let has = |word: &String| rows.iter().filter(|row| row.word == *word).count();
        assert!(words.iter().all(|word| has(word) == 3), "{rows:?}");
    }
}
