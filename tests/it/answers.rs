//! Answers to questions about a call: written at the desk, read by everybody on the page of the call.

use std::time::Duration;

use initiatives::{
    calls::{self, actions::answering, answers::Answered},
    entity::{audit_event, call_answer},
    ids::CallAnswerId,
    words::{Locale, Trilingual},
};
use sea_orm::{EntityTrait, QueryOrder};

use crate::support::{Browser, TestApp, on_both, over};

const HOUSE: &str = "secretariat@metropolis.example";
const DESK: &str = "/desk/calls/2014/answers";
const PUBLIC: &str = "/calls/2014";
const DAY: Duration = Duration::from_secs(86_400);

/// The same question and answer in all languages.
pub fn answered(question: &str, answer: &str) -> Answered {
    let text = |text: &str| Trilingual { en: text.to_owned(), fr: text.to_owned(), es: text.to_owned() };
    Answered { question: text(question), answer: text(answer) }
}

/// What the secretariat types: `changed` over a sound question with its answer.
fn typed(changed: &[(&'static str, &str)]) -> Vec<(&'static str, String)> {
    let sound = [
        ("question_en", "May two cities apply together?"),
        ("question_fr", "Deux villes peuvent-elles répondre ensemble ?"),
        ("question_es", "¿Pueden presentarse dos ciudades juntas?"),
        ("answer_en", "**Yes.** One of them leads:\r\n\r\n- it signs\r\n- <b>it</b> reports"),
        ("answer_fr", "Oui, l’une d’elles mène le projet."),
        ("answer_es", "Sí, una de ellas lidera."),
    ];
    over(&sound, changed)
}

/// The secretariat's browser, with the call there.
async fn house(app: &TestApp) -> Browser {
    app.call().await;
    app.sign_in(HOUSE).await
}

/// Publishes an answer to this question; its id.
async fn published(app: &TestApp, question: &str) -> CallAnswerId {
    let (call, text) = (app.call().await, answered(question, "An answer."));
    app.act(HOUSE, async |act, _| {
        let id = act.id();
        answering::publish(act, call, id, &text, Locale::En).await?;
        Ok(id)
    })
    .await
    .unwrap()
}

async fn stored(app: &TestApp) -> Vec<call_answer::Model> {
    let find = call_answer::Entity::find().order_by_asc(call_answer::Column::Place);
    find.order_by_asc(call_answer::Column::Id).all(app.db.read()).await.unwrap()
}

/// How often each act on answers stands in the audit trail.
async fn deeds(app: &TestApp, action: &str) -> usize {
    let events = audit_event::Entity::find().all(app.db.read()).await.unwrap();
    events.iter().filter(|event| event.action == action).count()
}

#[tokio::test]
async fn the_secretariat_answers_a_question_and_everybody_reads_it() {
    on_both(async |app| {
        let mut house = house(&app).await;
        let mut visitor = app.browser();
        assert!(!visitor.get(PUBLIC).await.has("Questions and answers"), "nothing was asked yet");
        assert!(house.get("/desk/calls/2014").await.text.contains(&format!("href=\"{DESK}\"")));
        assert!(house.get(DESK).await.has("publish the question with its answer below"));

        let page = house.post_typed(DESK, &typed(&[])).await;
        assert_eq!(page.location(), DESK, "{}", page.words());
        let page = house.get(DESK).await;
        assert!(page.has("The answer stands on the page of the call.") && page.has("May two cities apply together?"));

        let page = visitor.get(PUBLIC).await;
        assert!(page.has("Questions and answers May two cities apply together? Yes. One of them leads:"));
        assert!(page.text.contains("<strong>Yes.</strong>") && page.text.contains("<li>it signs</li>"));
        assert!(page.text.contains("<li>&#60;b&#62;it&#60;/b&#62; reports</li>"), "HTML is text");
        assert!(page.has("Published on 1 April 2014"), "{}", page.words());
        let anchor = format!("answer-{}", stored(&app).await[0].id);
        assert!(page.text.contains(&format!("id=\"{anchor}\"")) && page.text.contains(&format!("href=\"#{anchor}\"")));
        assert!(visitor.get(&format!("{PUBLIC}?lang=fr")).await.has("Oui, l’une d’elles mène le projet."));
        let page = visitor.get(&format!("{PUBLIC}?lang=es")).await;
        assert!(page.has("¿Pueden presentarse dos ciudades juntas?") && page.has("Publicada el 1 de abril de 2014"));
        assert_eq!(deeds(&app, "call.answer_published").await, 1);
    })
    .await;
}

#[tokio::test]
async fn an_answer_is_written_anew_and_says_when() {
    on_both(async |app| {
        let mut house = house(&app).await;
        house.post_typed(DESK, &typed(&[])).await;
        let path = format!("{DESK}/{}", stored(&app).await[0].id);
        app.clock.advance(DAY);
        let mut house = app.sign_in(HOUSE).await;
        let form = house.get(&path).await;
        assert!(form.text.contains("Sí, una de ellas lidera.") && form.has("Published on 1 April 2014"));
        let version = form.field("version").unwrap();
        let same = typed(&[("version", &version)]);
        assert_eq!(house.post_typed(&path, &same).await.status, 303);
        assert!(app.browser().get(PUBLIC).await.has("Published on 1 April 2014"), "nothing was changed");
        let other = typed(&[("answer_en", "Up to three."), ("version", &version)]);
        assert_eq!(house.post_typed(&path, &other).await.location(), DESK);
        assert_eq!(house.post_typed(&path, &other).await.status, 303, "saved twice, changed once");
        let page = app.browser().get(PUBLIC).await;
        assert!(page.has("Up to three.") && page.has("Last changed on 2 April 2014"), "{}", page.words());
        assert_eq!(deeds(&app, "call.answer_edited").await, 1);
    })
    .await;
}

#[tokio::test]
async fn what_cannot_stand_is_said_beside_its_field_and_nothing_is_lost() {
    on_both(async |app| {
        let mut house = house(&app).await;
        let (long, longer) = ("é".repeat(301), "x".repeat(6_001));
        let wrong = [("question_fr", " \u{202e} "), ("question_es", long.as_str()), ("answer_en", longer.as_str())];
        let page = house.post_typed(DESK, &typed(&wrong)).await;
        assert_eq!(page.status, 422);
        for said in ["Please fill this in.", "At most 300 characters, please.", "At most 6,000 characters, please."] {
            assert!(page.has(said), "{said}: {}", page.words());
        }
        assert!(page.text.contains(&longer) && page.text.contains(&long), "what was typed is there");
        assert!(page.text.contains("¿Pueden") || page.text.contains("Sí, una de ellas lidera."));
        assert!(stored(&app).await.is_empty());
        // All that may stand: to the limit, in another script, with line ends and signs that no keyboard has.
        let (full, odd) = ("é".repeat(300), "هل يمكن\r\nلمدينتين\u{202e}\u{7}؟");
        let page = house.post_typed(DESK, &typed(&[("question_en", odd), ("question_es", &full)])).await;
        assert_eq!(page.status, 303, "{}", page.words());
        let row = stored(&app).await.remove(0);
        assert!(row.question.en.starts_with("هل يمكن") && !row.question.en.contains(['\n', '\r', '\u{202e}', '\u{7}']));
        assert_eq!(row.answer.en, "**Yes.** One of them leads:\n\n- it signs\n- <b>it</b> reports");
        let page = house.post(&format!("{DESK}/{}", row.id), &[("version", "one")]).await;
        assert_eq!(page.status, 422, "{}", page.words());
    })
    .await;
}

#[tokio::test]
async fn pressing_publish_twice_publishes_once_and_what_was_changed_in_between_is_another_answer() {
    on_both(async |app| {
        let mut house = house(&app).await;
        let id = house.get(DESK).await.field("id").unwrap();
        for _ in 0..2 {
            assert_eq!(house.post_typed(DESK, &typed(&[("id", &id)])).await.status, 303);
        }
        assert_eq!(stored(&app).await.len(), 1);
        let other = typed(&[("id", &id), ("question_en", "May three cities apply together?")]);
        assert_eq!(house.post_typed(DESK, &other).await.status, 303);
        assert_eq!(stored(&app).await.len(), 2, "nothing that was typed is lost");
    })
    .await;
}

#[tokio::test]
async fn answers_stand_in_the_order_that_the_secretariat_gives_them() {
    on_both(async |app| {
        let mut house = house(&app).await;
        let mut ids = Vec::new();
        for question in ["One?", "Two?", "Three?"] {
            ids.push(published(&app, question).await);
        }
        let shift = async |house: &mut Browser, id: CallAnswerId, to: &str| {
            let page = house.post(&format!("{DESK}/{id}/moves"), &[("to", to)]).await;
            assert_eq!(page.location(), DESK, "{}", page.words());
        };
        let order = async || {
            let page = app.browser().get(PUBLIC).await.words();
            let mut found: Vec<_> = ["One?", "Two?", "Three?"].map(|q| (page.find(q).unwrap(), q)).to_vec();
            found.sort_unstable();
            found.into_iter().map(|(_, question)| question).collect::<Vec<_>>()
        };
        shift(&mut house, ids[2], "up").await;
        assert_eq!(order().await, ["One?", "Three?", "Two?"]);
        shift(&mut house, ids[0], "down").await;
        assert_eq!(order().await, ["Three?", "One?", "Two?"]);
        shift(&mut house, ids[2], "up").await;
        shift(&mut house, ids[1], "down").await;
        assert_eq!(order().await, ["Three?", "One?", "Two?"], "at the ends they stay");
        assert_eq!(deeds(&app, "call.answer_moved").await, 2);
        let last = published(&app, "Four?").await;
        assert_eq!(stored(&app).await.last().unwrap().id, last);
        assert_eq!(house.post(&format!("{DESK}/{last}/moves"), &[("to", "sideways")]).await.status, 404);
        assert!(app.browser().get(PUBLIC).await.has("Published on 1 April 2014"), "moving is no change of the text");
        // One that was moved meanwhile can be saved: it says what it said.
        let path = format!("{DESK}/{}", ids[1]);
        assert_eq!(house.post_typed(&path, &typed(&[("version", "1")])).await.status, 303);
    })
    .await;
}

#[tokio::test]
async fn an_answer_is_removed_after_a_page_that_asks() {
    on_both(async |app| {
        let mut house = house(&app).await;
        let id = published(&app, "May we apply twice?").await;
        published(&app, "May we apply late?").await;
        let path = format!("{DESK}/{id}/removal");
        let page = house.get(&path).await;
        assert!(page.has("They cannot be brought back.") && page.has("May we apply twice?"), "{}", page.words());
        assert!(app.browser().get(PUBLIC).await.has("May we apply twice?"), "looking removes nothing");
        assert_eq!(house.post(&path, &[("version", "7")]).await.status, 409, "not what was looked at");
        assert!(house.post_and_follow(&path, &[("version", "1")]).await.has("The answer was removed"));
        let page = app.browser().get(PUBLIC).await;
        assert!(!page.has("May we apply twice?") && page.has("May we apply late?"));
        assert!(house.post_and_follow(&path, &[("version", "1")]).await.has("had removed this answer already"));
        let moved = house.post_and_follow(&format!("{DESK}/{id}/moves"), &[("to", "up")]).await;
        assert!(moved.has("had removed this answer already"));
        assert_eq!(house.get(&path).await.status, 404);
        assert_eq!(house.get(&format!("{DESK}/{id}")).await.status, 404);
        assert_eq!(deeds(&app, "call.answer_removed").await, 1);
    })
    .await;
}

#[tokio::test]
async fn two_who_edit_an_answer_at_once_see_both_texts() {
    on_both(async |app| {
        let mut ana = house(&app).await;
        let mut clara = ana.clone();
        ana.post_typed(DESK, &typed(&[])).await;
        let path = format!("{DESK}/{}", stored(&app).await[0].id);
        let hers = typed(&[("answer_fr", "Oui, à deux."), ("version", "1")]);
        assert_eq!(ana.post_typed(&path, &hers).await.status, 303);
        let mine = typed(&[("answer_fr", "Oui, à trois."), ("version", "1")]);
        let page = clara.post_typed(&path, &mine).await;
        assert_eq!(page.status, 409);
        assert!(page.has("Saved meanwhile") && page.has("Oui, à trois.") && page.text.contains("<ins>"));
        assert!(page.has("Answer in French") && !page.has("Question in English Saved meanwhile"));
        assert_eq!(stored(&app).await[0].answer.fr, "Oui, à deux.", "nothing was overwritten");
        let version = page.field("version").unwrap();
        let again = typed(&[("answer_fr", "Oui, à trois."), ("version", &version)]);
        assert_eq!(clara.post_typed(&path, &again).await.status, 303);
        assert_eq!(stored(&app).await[0].answer.fr, "Oui, à trois.");
    })
    .await;
}

#[tokio::test]
async fn who_saves_an_answer_that_was_removed_meanwhile_can_publish_what_was_written() {
    on_both(async |app| {
        let mut house = house(&app).await;
        let id = published(&app, "May we apply twice?").await;
        house.post(&format!("{DESK}/{id}/removal"), &[("version", "1")]).await;
        let values = typed(&[("answer_es", "Sí, dos veces."), ("version", "1")]);
        let page = house.post_typed(&format!("{DESK}/{id}"), &values).await;
        assert_eq!(page.status, 409);
        assert!(page.has("Somebody removed this answer while you had it open.") && page.has("Sí, dos veces."));
        let fresh = page.field("id").unwrap();
        let values = typed(&[("answer_es", "Sí, dos veces."), ("id", &fresh)]);
        assert_eq!(house.post_typed(DESK, &values).await.status, 303);
        assert_eq!(stored(&app).await[0].answer.es, "Sí, dos veces.");
    })
    .await;
}

#[tokio::test]
async fn an_answer_belongs_to_one_call() {
    on_both(async |app| {
        let mut house = house(&app).await;
        let id = published(&app, "May we apply twice?").await;
        let first = calls::by_slug(app.db.read(), "2014").await.unwrap().unwrap();
        let mut terms = first.terms().unwrap();
        terms.slug = "second".parse().unwrap();
        let act = app.begin_as("test").await.unwrap();
        calls::actions::ensure(&act, &terms, calls::actions::Past::default()).await.unwrap();
        act.commit().await.unwrap();
        assert!(!app.browser().get("/calls/second").await.has("May we apply twice?"));
        for nothing in [
            format!("/desk/calls/second/answers/{id}"),
            format!("/desk/calls/second/answers/{id}/removal"),
            format!("/desk/calls/none/answers/{id}"),
            "/desk/calls/none/answers".to_owned(),
            format!("{DESK}/nonsense"),
            format!("{DESK}/%00"),
        ] {
            assert_eq!(house.get(&nothing).await.status, 404, "{nothing}");
        }
        let elsewhere = format!("/desk/calls/second/answers/{id}");
        house.post(&format!("{elsewhere}/removal"), &[("version", "1")]).await;
        house.post(&format!("{elsewhere}/moves"), &[("to", "up")]).await;
        assert_eq!(house.post_typed(&elsewhere, &typed(&[("version", "1")])).await.status, 409);
        assert_eq!(stored(&app).await[0].question.en, "May we apply twice?", "nobody touched it");
    })
    .await;
}

#[tokio::test]
async fn a_call_has_room_for_so_many_answers_and_its_page_asks_for_them_at_once() {
    on_both(async |app| {
        let mut house = house(&app).await;
        published(&app, "Question 1?").await;
        let few = (app.cost(&mut app.browser(), PUBLIC).await, app.cost(&mut house, DESK).await);
        let call = app.call().await;
        app.act(HOUSE, async |act, _| {
            for number in 2..=200 {
                let text = answered(&format!("Question {number}?"), "An answer.");
                answering::publish(act, call, act.id(), &text, Locale::En).await?;
            }
            Ok(())
        })
        .await
        .unwrap();
        let many = (app.cost(&mut app.browser(), PUBLIC).await, app.cost(&mut house, DESK).await);
        assert_eq!(many, few);
        let page = house.post_typed(DESK, &typed(&[])).await;
        assert_eq!(page.status, 422);
        assert!(page.has("A call has room for 200 answers.") && page.has("Sí, una de ellas lidera."));
    })
    .await;
}
