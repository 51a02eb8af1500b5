//! Calls: made and edited by the secretariat, read by everybody.

use std::time::Duration;

use initiatives::{
    calls,
    clock::Moment,
    entity::{audit_event, call, guidelines as stored},
    guidelines,
    ids::GuidelinesId,
};
use sea_orm::EntityTrait;

use crate::support::{Browser, Page, TestApp, on_both};

const DEFINITION: &str = include_str!("../../seeds/guidelines/2014.toml");
const SECRETARIAT: &str = "secretariat@metropolis.example";

async fn definition(app: &TestApp) -> GuidelinesId {
    let act = app.begin_as("test").await.unwrap();
    let id = guidelines::keep(&act, DEFINITION, "2014.toml").await.unwrap();
    act.commit().await.unwrap();
    id
}

/// What the secretariat types: `changed` over a sound call, open from 3 March to 30 April 2014.
async fn typed(app: &TestApp, changed: &[(&'static str, &str)]) -> Vec<(&'static str, String)> {
    let mut values = vec![
        ("title_en", "Initiatives 2014".to_owned()),
        ("title_fr", "Initiatives 2014 (fr)".to_owned()),
        ("title_es", "Iniciativas 2014".to_owned()),
        ("slug", "initiatives-2014".to_owned()),
        ("guidelines", definition(app).await.to_string()),
        ("year", "2014".to_owned()),
        ("period_first", "2015".to_owned()),
        ("period_last", "2017".to_owned()),
        ("zone", "Europe/Madrid".to_owned()),
        ("opens", "2014-03-03T09:00".to_owned()),
        ("closes", "2014-04-30T23:59:59".to_owned()),
        ("grace", "5".to_owned()),
        ("admits_members", "yes".to_owned()),
        ("summary_en", "Lead an Initiative.".to_owned()),
        ("summary_fr", "Menez une Initiative.".to_owned()),
        ("summary_es", "Lidere una Iniciativa.".to_owned()),
        ("body_en", "**Who.** Members.\r\n\r\n- one\r\n- <b>two</b>".to_owned()),
        ("body_fr", "Les membres.".to_owned()),
        ("body_es", "Los miembros.".to_owned()),
        ("note_en", String::new()),
        ("note_fr", String::new()),
        ("note_es", String::new()),
    ];
    values.retain(|(name, _)| !changed.iter().any(|(other, _)| other == name));
    values.extend(changed.iter().map(|(name, value)| (*name, (*value).to_owned())));
    values
}

async fn post(browser: &mut Browser, path: &str, values: &[(&'static str, String)]) -> Page {
    let values: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
    browser.post(path, &values).await
}

/// The secretariat's browser, after it has made the call.
async fn call_made(app: &TestApp, changed: &[(&'static str, &str)]) -> Browser {
    let mut secretariat = app.sign_in(SECRETARIAT).await;
    let page = post(&mut secretariat, "/desk/calls/new", &typed(app, changed).await).await;
    assert_eq!(page.status, 303, "{}", page.words());
    secretariat
}

async fn stored_call(app: &TestApp) -> call::Model {
    calls::by_slug(app.db.read(), "initiatives-2014").await.unwrap().unwrap()
}

#[tokio::test]
async fn the_secretariat_makes_a_call_and_everybody_reads_it() {
    on_both(async |app| {
        let mut secretariat = app.sign_in(SECRETARIAT).await;
        definition(&app).await;
        let form = secretariat.get("/desk/calls/new").await;
        assert_eq!(form.field("grace").as_deref(), Some("5"), "what is usual stands there already");
        assert!(form.has("Metropolis Initiatives Guidelines 2014, version 1"));
        let page = post(&mut secretariat, "/desk/calls/new", &typed(&app, &[]).await).await;
        assert_eq!(page.location(), "/desk/calls/initiatives-2014", "{}", page.words());
        let page = secretariat.get("/desk/calls/initiatives-2014").await;
        assert!(page.has("The call was saved"));
        assert_eq!(page.field("closes").as_deref(), Some("2014-04-30T23:59:59"));
        assert!(secretariat.get("/desk/calls").await.has("Initiatives 2014"));

        let mut visitor = app.browser();
        let page = visitor.get("/calls").await;
        assert!(page.has("Open until 30 April 2014, 23:59 (Europe/Madrid, UTC+2)"), "{}", page.words());
        let page = visitor.get("/calls/initiatives-2014").await;
        assert!(page.text.contains("<strong>Who.</strong> Members."));
        assert!(page.text.contains("<li>&#60;b&#62;two&#60;/b&#62;</li>"), "HTML is text");
        assert!(page.has("30 April 2014, 21:59 (UTC)"));
        assert!(page.text.contains("href=\"/proposals/new?call=initiatives-2014\""));
        assert!(page.has("You will be asked to log in."));
        assert!(page.has("Member cities Member regions") && !page.has("Partner organisations"));
        assert!(!page.has("Edit this call"));
        assert!(visitor.get("/calls/initiatives-2014?lang=fr").await.has("Menez une Initiative."));
        assert!(visitor.get("/calls?lang=es").await.has("Iniciativas 2014"));

        let row = stored::Entity::find().one(app.db.read()).await.unwrap().unwrap();
        assert_eq!(row.frozen_at, Some(app.now()), "its guidelines no longer change");
        let events = audit_event::Entity::find().all(app.db.read()).await.unwrap();
        assert!(events.iter().any(|event| event.action == "call.created"));
    })
    .await;
}

#[tokio::test]
async fn nobody_else_makes_calls() {
    on_both(async |app| {
        call_made(&app, &[]).await;
        for email in ["official@agra.example", "reviewer1@jury.example", "admin@metropolis.example"] {
            let mut browser = app.sign_in(email).await;
            for path in ["/desk/calls", "/desk/calls/new", "/desk/calls/initiatives-2014"] {
                assert_eq!(browser.get(path).await.status, 404, "{email} {path}");
            }
            for path in ["/desk/calls/new", "/desk/calls/initiatives-2014"] {
                assert_eq!(post(&mut browser, path, &typed(&app, &[]).await).await.status, 404, "{email} {path}");
            }
        }
        assert_eq!(app.browser().get("/desk/calls").await.status, 401);
    })
    .await;
}

#[tokio::test]
async fn what_cannot_stand_is_said_beside_its_field_and_nothing_is_lost() {
    on_both(async |app| {
        let mut secretariat = call_made(&app, &[]).await;
        let wrong = [
            ("title_fr", " "),
            ("slug", "Initiatives 2014"),
            ("closes", "2014-03-02T09:00"),
            ("grace", "10081"),
            ("zone", "Europe/Atlantis"),
            ("period_last", "2014"),
            ("note_en", "Only in English"),
            ("body_es", "¿Quién? <script>"),
        ];
        let page = post(&mut secretariat, "/desk/calls/new", &typed(&app, &wrong).await).await;
        assert_eq!(page.status, 422);
        for text in [
            "Please fill this in.",
            "Use small letters, digits and hyphens between them.",
            "Choose one of the answers on the page.",
            "Write a whole number of minutes",
            "Write two years, the first not after the last.",
            "Write the remark in all three languages, or in none.",
        ] {
            assert!(page.has(text), "{text}");
        }
        assert!(page.has("¿Quién? <script>"), "typed texts are still there");
        assert_eq!(page.field("slug").as_deref(), Some("Initiatives 2014"));

        let page =
            post(&mut secretariat, "/desk/calls/new", &typed(&app, &[("closes", "2014-03-02T09:00")]).await).await;
        assert!(page.has("The closing must come after the opening."));
        let page = post(&mut secretariat, "/desk/calls/new", &typed(&app, &[]).await).await;
        assert!(page.has("Another call has this name already."));
        let page = post(&mut secretariat, "/desk/calls/new?lang=fr", &typed(&app, &[("opens", "demain")]).await).await;
        assert!(page.has("Indiquez une date et une heure"));
        let unknown = [("guidelines", "00000000-0000-7000-8000-000000000000"), ("slug", "other")];
        assert_eq!(post(&mut secretariat, "/desk/calls/new", &typed(&app, &unknown).await).await.status, 422);
    })
    .await;
}

#[tokio::test]
async fn nights_on_which_the_clock_is_changed_are_told_back() {
    on_both(async |app| {
        let mut secretariat = app.sign_in(SECRETARIAT).await;
        let twice = typed(&app, &[("closes", "2014-10-26T02:30")]).await;
        let page = post(&mut secretariat, "/desk/calls/new", &twice).await;
        assert_eq!(page.status, 303, "{}", page.words());
        let page = secretariat.get("/desk/calls/initiatives-2014").await;
        assert!(
            page.has("show this time twice. The later one was taken: 26 October 2014, 02:30 (Europe/Madrid, UTC+1)")
        );
        assert_eq!(stored_call(&app).await.closes_at.iso(), "2014-10-26T01:30:00.000Z");
        assert_eq!(page.field("closes").as_deref(), Some("2014-10-26T02:30"));

        let skipped = typed(&app, &[("closes", "2015-03-29T02:30"), ("version", "1")]).await;
        post(&mut secretariat, "/desk/calls/initiatives-2014", &skipped).await;
        let page = secretariat.get("/desk/calls/initiatives-2014").await;
        assert!(page.has("The end of the gap was taken: 29 March 2015, 03:00 (Europe/Madrid, UTC+2)"));
        assert_eq!(page.field("closes").as_deref(), Some("2015-03-29T03:00"));
    })
    .await;
}

#[tokio::test]
async fn a_deadline_is_told_on_the_call_s_clock_on_the_reader_s_and_in_utc() {
    on_both(async |app| {
        call_made(&app, &[("closes", "2014-05-15T23:59:59")]).await;
        let page = app.sign_in("official@agra.example").await.get("/calls/initiatives-2014").await;
        assert!(page.has("15 May 2014, 23:59 (Europe/Madrid, UTC+2)"));
        assert!(page.has("Your time: 16 May 2014, 03:29 (Asia/Kolkata, UTC+5:30)"));
        assert!(page.has("15 May 2014, 21:59 (UTC)"));
        assert!(page.text.contains("datetime=\"2014-05-15T21:59:59.000Z\""));
        let page = app.sign_in("official@barcelona.example").await.get("/calls/initiatives-2014").await;
        assert!(page.has("15 de mayo de 2014, 23:59 (Europe/Madrid, UTC+2)"));
    })
    .await;
}

#[tokio::test]
async fn an_extended_deadline_keeps_the_one_first_announced() {
    on_both(async |app| {
        let mut secretariat = call_made(&app, &[]).await;
        let edit = async |secretariat: &mut Browser, closes: &str, version: &str| {
            let values = typed(&app, &[("closes", closes), ("version", version)]).await;
            let page = post(secretariat, "/desk/calls/initiatives-2014", &values).await;
            assert_eq!(page.status, 303, "{}", page.words());
        };
        edit(&mut secretariat, "2014-05-15T23:59:59", "1").await;
        let page = app.browser().get("/calls/initiatives-2014").await;
        assert!(page.has("15 May 2014, 23:59 (Europe/Madrid, UTC+2)"));
        assert!(page.has("Extended. First announced: 30 April 2014, 23:59 (Europe/Madrid, UTC+2)."));
        edit(&mut secretariat, "2014-05-20T23:59:59", "2").await;
        assert!(app.browser().get("/calls/initiatives-2014").await.has("First announced: 30 April 2014"));
        edit(&mut secretariat, "2014-04-30T23:59:59", "3").await;
        assert_eq!(stored_call(&app).await.first_closes_at, None);
        app.clock.advance(Duration::from_secs(40 * 86_400));
        let page = app.browser().get("/calls/initiatives-2014").await;
        assert!(page.has("This call is closed") && !page.text.contains("/proposals/new?call="));
    })
    .await;
}

#[tokio::test]
async fn two_who_edit_at_once_see_both_texts() {
    on_both(async |app| {
        let mut ana = call_made(&app, &[]).await;
        let mut clara = ana.clone();
        let hers = typed(&app, &[("summary_en", "Lead a new Initiative."), ("version", "1")]).await;
        assert_eq!(post(&mut ana, "/desk/calls/initiatives-2014", &hers).await.status, 303);
        let mine = typed(&app, &[("summary_en", "Lead an Initiative together."), ("version", "1")]).await;
        let page = post(&mut clara, "/desk/calls/initiatives-2014", &mine).await;
        assert_eq!(page.status, 409);
        assert!(page.has("Saved meanwhile") && page.has("Lead an Initiative together."), "{}", page.words());
        assert!(page.text.contains("<ins>"), "what differs is marked: {}", page.text);
        assert_eq!(stored_call(&app).await.summary.en, "Lead a new Initiative.", "nothing was overwritten");
        let version = page.field("version").unwrap();
        let again = typed(&app, &[("summary_en", "Lead an Initiative together."), ("version", &version)]).await;
        assert_eq!(post(&mut clara, "/desk/calls/initiatives-2014", &again).await.status, 303);
        assert_eq!(stored_call(&app).await.summary.en, "Lead an Initiative together.");
    })
    .await;
}

#[tokio::test]
async fn once_a_proposal_was_started_its_foundations_stay() {
    on_both(async |app| {
        let mut secretariat = call_made(&app, &[]).await;
        let act = app.begin_as("test").await.unwrap();
        calls::take_number(&act, stored_call(&app).await.id, None).await.unwrap();
        act.commit().await.unwrap();
        let page = secretariat.get("/desk/calls/initiatives-2014").await;
        assert!(page.has("Proposals have been started in this call"));
        let other_year = typed(&app, &[("year", "2015"), ("version", "1"), ("summary_en", "Lead one, or join.")]).await;
        let page = post(&mut secretariat, "/desk/calls/initiatives-2014", &other_year).await;
        assert_eq!(page.status, 409);
        assert!(
            page.has("its year and its guidelines stay") && page.has("Lead one, or join."),
            "nothing typed is lost"
        );
        assert_eq!(page.field("year").as_deref(), Some("2014"), "what stays stands there again");
        let same = typed(&app, &[("title_en", "Initiatives of 2014"), ("version", "1")]).await;
        assert_eq!(post(&mut secretariat, "/desk/calls/initiatives-2014", &same).await.status, 303);
    })
    .await;
}

#[tokio::test]
async fn a_rubric_does_not_change_under_those_who_review_by_it() {
    on_both(async |app| {
        let mut secretariat = call_made(&app, &[]).await;
        let before = stored_call(&app).await.guidelines_id;
        let act = app.begin_as("test").await.unwrap();
        calls::take_number(&act, stored_call(&app).await.id, None).await.unwrap();
        let newer = DEFINITION.replace("\nversion = 1\n", "\nversion = 2\n").replace("weight = 15", "weight = 10");
        let newer = newer.replacen("weight = 10", "weight = 20", 1);
        let newer = guidelines::keep(&act, &newer, "2014.toml").await.unwrap().to_string();
        act.commit().await.unwrap();
        let other = typed(&app, &[("guidelines", &newer), ("version", "1")]).await;
        let page = post(&mut secretariat, "/desk/calls/initiatives-2014", &other).await;
        assert_eq!(page.status, 409);
        assert!(page.has("its guidelines stay as they are"), "{}", page.words());
        assert_eq!(page.field("guidelines"), Some(before.to_string()));
        assert_eq!(stored_call(&app).await.guidelines_id, before);
    })
    .await;
}

#[tokio::test]
async fn numbers_run_through_a_year_since_references_name_the_year() {
    on_both(async |app| {
        let mut secretariat = call_made(&app, &[]).await;
        let second =
            typed(&app, &[("slug", "second"), ("opens", "2014-06-01T09:00"), ("closes", "2014-07-01T09:00")]).await;
        assert_eq!(post(&mut secretariat, "/desk/calls/new", &second).await.status, 303);
        let first = stored_call(&app).await.id;
        let second = calls::by_slug(app.db.read(), "second").await.unwrap().unwrap().id;
        let take = async |call, wanted| {
            let act = app.begin_as("test").await.unwrap();
            let (_, reference) = calls::take_number(&act, call, wanted).await.unwrap();
            act.commit().await.unwrap();
            reference.to_string()
        };
        assert_eq!(take(first, None).await, "MI-2014-001");
        assert_eq!(take(second, None).await, "MI-2014-002");
        assert_eq!(take(first, Some(16)).await, "MI-2014-016", "one that came on paper brings its number");
        assert_eq!(take(second, None).await, "MI-2014-017");
        assert_eq!(take(first, Some(9)).await, "MI-2014-009");
        assert_eq!(take(first, None).await, "MI-2014-018");
    })
    .await;
}

#[tokio::test]
async fn a_long_list_is_paged_by_key() {
    on_both(async |app| {
        let mut secretariat = call_made(&app, &[("opens", "2014-01-01T09:00"), ("closes", "2014-01-02T09:00")]).await;
        let act = app.begin_as("test").await.unwrap();
        let terms = stored_call(&app).await.terms().unwrap();
        for n in 1..=24 {
            let mut terms = terms.clone();
            terms.slug = format!("old-{n}").parse().unwrap();
            terms.title.en = format!("Old call {n:02}");
            // Some close at the same instant: the key tells them apart.
            terms.window.opens_at = Moment::from_millis(1_000);
            terms.window.closes_at = Moment::from_millis(1_000_000 + n / 3);
            calls::actions::ensure(&act, &terms, calls::actions::Past::default()).await.unwrap();
        }
        act.commit().await.unwrap();
        let mut seen = Vec::new();
        let mut next = Some("/desk/calls".to_owned());
        while let Some(path) = next {
            let page = secretariat.get(&path).await;
            seen.extend(page.text.split("Old call ").skip(1).map(|rest| rest[..2].to_owned()));
            next =
                page.text.split("rel=\"next\" href=\"").nth(1).map(|rest| rest.split('"').next().unwrap().to_owned());
        }
        seen.sort();
        assert_eq!(seen, (1..=24).map(|n| format!("{n:02}")).collect::<Vec<_>>());
        assert_eq!(app.browser().get("/calls?after=nonsense").await.status, 200);
    })
    .await;
}

#[tokio::test]
async fn a_definition_is_stored_once_and_never_changes() {
    on_both(async |app| {
        assert_eq!(definition(&app).await, definition(&app).await);
        let act = app.begin_as("test").await.unwrap();
        let changed = DEFINITION.replace("Metropolis Initiatives Guidelines 2014", "Other Guidelines");
        assert!(guidelines::keep(&act, &changed, "2014.toml").await.is_err());
        let newer = changed.replace("\nversion = 1\n", "\nversion = 2\n");
        let second = guidelines::keep(&act, &newer, "2014.toml").await.unwrap();
        let newest = guidelines::by_slug(act.tx(), "2014", None).await.unwrap().unwrap();
        assert_eq!((newest.id, newest.definition.version, newest.frozen), (second, 2, false));
        let first = guidelines::by_slug(act.tx(), "2014", Some(1)).await.unwrap().unwrap();
        assert_eq!(first.definition.title.en, "Metropolis Initiatives Guidelines 2014");
    })
    .await;
}

#[tokio::test]
async fn guidelines_are_read_whole_and_called_a_reconstruction() {
    on_both(async |app| {
        definition(&app).await;
        let mut visitor = app.browser();
        for (language, note, question) in [
            ("en", "This is a reconstruction.", "Letter of support"),
            ("fr", "Ceci est une reconstitution.", "Lettre de soutien"),
            ("es", "Esto es una reconstrucción.", "Carta de apoyo"),
        ] {
            let page = visitor.get(&format!("/guidelines/2014?lang={language}")).await;
            assert_eq!(page.status, 200);
            assert!(page.has(note) && page.has(question), "{language}");
        }
        let page = visitor.get("/guidelines/2014?version=1&lang=en").await;
        for part in ["Eligibility", "Transferability", "Weight, of 100", "At least two partner cities are recommended."]
        {
            assert!(page.has(part), "{part}");
        }
        for nothing in ["/guidelines/2014?version=2", "/guidelines/2014?version=99999999999", "/guidelines/other"] {
            let status = visitor.get(nothing).await.status;
            assert!(status == 404 || nothing.ends_with("99"), "{nothing}: {status}");
        }
    })
    .await;
}

#[tokio::test]
async fn the_lists_ask_the_database_as_often_for_one_call_as_for_many() {
    on_both(async |app| {
        let (mut secretariat, mut visitor) = (call_made(&app, &[]).await, app.browser());
        let few = (app.cost(&mut visitor, "/calls").await, app.cost(&mut secretariat, "/desk/calls").await);
        for number in 0..7 {
            call_made(&app, &[("slug", &format!("more-{number}"))]).await;
        }
        let many = (app.cost(&mut visitor, "/calls").await, app.cost(&mut secretariat, "/desk/calls").await);
        assert_eq!(many, few);
    })
    .await;
}
