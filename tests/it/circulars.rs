//! The secretariat writes to all whose proposals in a call stand in a state: looked at before, sent once, to them and to nobody
//! else.

use std::time::Duration;

use initiatives::{
    calls::actions::extending,
    entity::{announcement, audit_event, letter},
    ids::AnnouncementId,
    mail::LetterState,
    proposals::{
        actions::{drafting, writing},
        circulars::Circular,
        workflow::State,
    },
    words::{Locale, Trilingual},
};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, sea_query::Expr};

use crate::{
    letters_posted::does,
    support::{Browser, PASSWORD, Page, TestApp, letters::read, on_both, over, proposals::CLOSES},
};

const OWNER: &str = "official@agra.example";
const HOUSE: &str = "secretariat@metropolis.example";
const SPANISH: &str = "official@barcelona.example";
const DESK: &str = "/desk/calls/2014/letters";
const PREVIEW: &str = "/desk/calls/2014/letters/preview";
/// Those who hold the draft of these stories, by address.
const HOLDERS: [&str; 4] = ["editor@agra.example", OWNER, SPANISH, "submitter@agra.example"];

/// What the secretariat types: `changed` over a sound letter.
fn typed(changed: &[(&'static str, &str)]) -> Vec<(&'static str, String)> {
    let sound = [
        ("states", "draft"),
        ("subject_en", "The form was mended"),
        ("subject_fr", "Le formulaire a été réparé"),
        ("subject_es", "El formulario se ha reparado"),
        ("text_en", "The sums are right again.\r\nSorry.\r\n\r\nPlease look at yours."),
        ("text_fr", "Les sommes sont de nouveau justes."),
        ("text_es", "Las sumas vuelven a ser correctas."),
    ];
    over(&sound, changed)
}

/// What the page that previews a letter sends on.
fn sent_on(preview: &Page) -> Vec<(&'static str, String)> {
    let id = preview.field("announcement").unwrap();
    typed(&[("announcement", &id), ("holders", &preview.field("holders").unwrap())])
}

/// A draft of Agra, with its three people and somebody of Barcelona who reads Spanish; a reviewer and another city have none.
async fn drafted(app: &TestApp) -> Browser {
    for email in
        ["submitter@agra.example", "editor@agra.example", "reviewer2@jury.example", "partner@barcelona.example"]
    {
        app.person(email).await;
    }
    let reference = app.draft().await;
    app.share(&reference, SPANISH).await;
    app.sign_in(HOUSE).await
}

/// Who was written to, after all letters went out.
async fn told(app: &TestApp) -> Vec<String> {
    app.deliver_mail().await;
    let find = letter::Entity::find().filter(letter::Column::Kind.eq("call_letter"));
    let letters = find.order_by_asc(letter::Column::Recipient).all(app.db.read()).await.unwrap();
    letters.into_iter().map(|letter| letter.recipient.to_string()).collect()
}

async fn deeds(app: &TestApp) -> Vec<String> {
    let events = audit_event::Entity::find().filter(audit_event::Column::Action.eq("call.letter_sent"));
    events.all(app.db.read()).await.unwrap().into_iter().map(|event| event.data).collect()
}

#[tokio::test]
async fn a_letter_is_looked_at_as_it_will_arrive_and_nothing_is_sent() {
    on_both(async |app| {
        let mut house = drafted(&app).await;
        assert!(house.get("/desk/calls/2014").await.text.contains(&format!("href=\"{DESK}\"")));
        assert!(house.get(DESK).await.has("Draft: 4 people"));
        let page = house.post_typed(PREVIEW, &typed(&[])).await;
        assert_eq!(page.status, 200, "{}", page.words());
        assert!(page.has("Nothing has been sent yet.") && page.has("Send to 4 people"));
        assert!(page.has("English 3 people read it in this language."), "{}", page.words());
        assert!(page.has("Spanish One person reads it in this language."));
        assert!(!page.has("Le formulaire a été réparé"), "nobody reads French");
        assert!(told(&app).await.is_empty() && deeds(&app).await.is_empty());
        assert_eq!(
            announcement::Entity::find()
                .filter(announcement::Column::Kind.eq("call.letter"))
                .count(app.db.read())
                .await
                .unwrap(),
            0
        );

        let id = page.field("announcement").unwrap();
        let frame = house.get(&format!("{DESK}/{id}/es")).await;
        assert_eq!(house.post_typed(DESK, &sent_on(&page)).await.status, 303);
        app.deliver_mail().await;
        let find = letter::Entity::find().filter(letter::Column::Kind.eq("call_letter"));
        let letters = read(&app, find.order_by_asc(letter::Column::Recipient)).await;
        let (english, spanish) = (&letters[0], &letters[2]);
        for letter in [english, spanish] {
            assert!(page.has(&letter.subject), "{}", letter.subject);
            let text = letter.body_text.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(page.words().contains(&text), "{text}\nis not in\n{}", page.words());
        }
        assert_eq!(spanish.subject, "El formulario se ha reparado");
        assert_eq!(frame.text.replace("<base target=\"_blank\">\n", ""), spanish.body_html);
        let policy = frame.headers["content-security-policy"].to_str().unwrap();
        assert!(policy.ends_with("sandbox") && policy.contains("default-src 'none'"), "{policy}");
    })
    .await;
}

#[tokio::test]
async fn it_is_changed_with_everything_kept_and_sent_to_all_who_hold_drafts() {
    on_both(async |app| {
        let mut house = drafted(&app).await;
        let page = house.post_typed(PREVIEW, &typed(&[])).await;
        let back = house.post_typed(PREVIEW, &[sent_on(&page), vec![("change", "yes".to_owned())]].concat()).await;
        assert_eq!((back.status, back.field("subject_fr").as_deref()), (200, Some("Le formulaire a été réparé")));
        assert!(back.text.contains("Las sumas vuelven a ser correctas.") && !back.has("Please check these answers"));

        let page = house.post_typed(DESK, &sent_on(&page)).await;
        assert_eq!(page.location(), DESK, "{}", page.words());
        let page = house.get(DESK).await;
        assert!(page.has("The email is on its way to 4 people.") && page.has("The emails are being written."));
        assert_eq!(told(&app).await, HOLDERS);
        let page = house.get(DESK).await;
        assert!(page.has("The form was mended 1 April 2014, 12:00 (Europe/Madrid, UTC+2) · It has reached 4 people."));
        assert!(page.has("Please look at yours."), "it can be read again");
        assert!(house.get(&format!("{DESK}?lang=fr")).await.has("Le formulaire a été réparé"));
        let data = deeds(&app).await;
        assert!(data.len() == 1 && data[0].contains("\"holders\":4") && !data[0].contains("mended"), "{data:?}");
        let letter = app.letters_to(OWNER).await.pop().unwrap();
        assert!(letter.body_text.contains("/proposals") && letter.unsubscribe.is_none());

        letter::Entity::update_many()
            .col_expr(letter::Column::State, Expr::value(LetterState::Failed))
            .col_expr(letter::Column::SentAt, Expr::value(None::<i64>))
            .filter(letter::Column::Id.eq(letter.id))
            .exec(app.db.write())
            .await
            .unwrap();
        let page = house.get(&format!("{DESK}?lang=en")).await;
        assert!(
            page.has("It has reached 3 people. One email may not have arrived. See the mail log"),
            "{}",
            page.words()
        );
    })
    .await;
}

#[tokio::test]
async fn pressing_twice_sends_once() {
    on_both(async |app| {
        let mut house = drafted(&app).await;
        let mut again = house.clone();
        let form = sent_on(&house.post_typed(PREVIEW, &typed(&[])).await);
        // At once, from two windows, and once more the day after.
        let (one, two) = tokio::join!(house.post_typed(DESK, &form), again.post_typed(DESK, &form));
        assert_eq!((one.status, two.status), (303, 303), "{} {}", one.words(), two.words());
        app.clock.advance(Duration::from_secs(86_400));
        let mut house = app.sign_in(HOUSE).await;
        assert_eq!(house.post_typed(DESK, &form).await.status, 303);
        let page = house.get(DESK).await;
        assert!(page.has("This email was sent on 1 April 2014, 12:00 (Europe/Madrid, UTC+2) already."));
        assert_eq!(told(&app).await, HOLDERS);
        assert_eq!(deeds(&app).await.len(), 1);
        // The same id with other words is no letter that was previewed.
        let mut other = form.clone();
        other.retain(|(name, _)| *name != "text_en");
        other.push(("text_en", "Something else.".to_owned()));
        assert_eq!(house.post_typed(DESK, &other).await.status, 409);
        // Another letter with the same words is another letter.
        let form = sent_on(&house.post_typed(PREVIEW, &typed(&[])).await);
        assert_eq!(house.post_typed(DESK, &form).await.status, 303);
        assert_eq!(told(&app).await.len(), 8);
    })
    .await;
}

#[tokio::test]
async fn an_announcement_of_something_else_is_not_taken_for_the_letter() {
    on_both(async |app| {
        let mut house = drafted(&app).await;
        let call = app.call().await;
        let until = CLOSES + Duration::from_secs(86_400);
        let extend = app.act(HOUSE, async |act, _| {
            extending::extend(act, call, 1, until, "A holiday.", Locale::En).await.map(|_| ())
        });
        extend.await.unwrap();
        let other = announcement::Entity::find().one(app.db.read()).await.unwrap().unwrap();
        let form = typed(&[("announcement", &other.id.to_string())]);
        assert_eq!(house.post_typed(DESK, &form).await.status, 409);
        assert_eq!(house.post_typed(DESK, &typed(&[])).await.status, 404, "one that nobody looked at");
        assert_eq!(house.post_typed(DESK, &typed(&[("announcement", "x")])).await.status, 422);
        assert!(told(&app).await.is_empty() && deeds(&app).await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn where_nobody_holds_a_draft_nobody_is_written_to() {
    on_both(async |app| {
        for email in HOLDERS {
            app.person(email).await;
        }
        app.submitted().await;
        let mut house = app.sign_in(HOUSE).await;
        let page = house.get(DESK).await;
        assert!(page.has("Submitted: 3 people") && !page.has("Draft:"), "{}", page.words());
        let page = house.post_typed(PREVIEW, &typed(&[])).await;
        assert_eq!(page.status, 422);
        assert!(page.has("so nothing was sent. Your text is still in the form."), "{}", page.words());
        assert_eq!(page.field("subject_es").as_deref(), Some("El formulario se ha reparado"));
        let id: AnnouncementId = app.ids.id(app.now());
        let page = house.post_typed(DESK, &typed(&[("announcement", &id.to_string())])).await;
        assert_eq!(page.status, 422);
        assert_eq!(page.field("subject_es").as_deref(), Some("El formulario se ha reparado"));
        assert!(told(&app).await.is_empty() && deeds(&app).await.is_empty());
        assert_eq!(house.get("/desk/calls/none/letters").await.status, 404);
    })
    .await;
}

#[tokio::test]
async fn it_goes_to_those_who_hold_drafts_when_it_is_sent() {
    on_both(async |app| {
        let mut house = drafted(&app).await;
        let page = house.post_typed(PREVIEW, &typed(&[])).await;
        let disabled = app.person("editor@agra.example").await;
        app.act(HOUSE, async |act, actor| initiatives::accounts::actions::disable(act, actor, disabled).await)
            .await
            .unwrap();
        let done = house.post_typed(DESK, &sent_on(&page)).await;
        assert_eq!(done.status, 303);
        let said = "on its way to 3 people: so many have proposals there now. In the preview there were 4.";
        assert!(house.get(DESK).await.has(said));
        assert_eq!(told(&app).await, HOLDERS[1..]);
    })
    .await;
}

#[tokio::test]
async fn who_holds_no_draft_any_more_when_the_letters_are_written_gets_none() {
    on_both(async |app| {
        let mut house = drafted(&app).await;
        let page = house.post_typed(PREVIEW, &typed(&[])).await;
        assert_eq!(house.post_typed(DESK, &sent_on(&page)).await.status, 303);
        let reference = "MI-2014-001".parse().unwrap();
        does!(app, OWNER, reference, |act, actor, t| drafting::discard(act, actor, t.reference, t.seen));
        assert!(told(&app).await.is_empty(), "an empty set is nobody");
        let page = house.get(DESK).await;
        assert!(page.has("It has not reached anybody yet."), "{}", page.words());
    })
    .await;
}

#[tokio::test]
async fn what_cannot_stand_is_said_and_every_word_is_kept() {
    on_both(async |app| {
        let mut house = drafted(&app).await;
        let (long, longer) = ("s".repeat(151), "t".repeat(8_001));
        let wrong = [("subject_en", ""), ("subject_fr", long.as_str()), ("text_es", longer.as_str())];
        let page = house.post_typed(PREVIEW, &typed(&wrong)).await;
        assert_eq!(page.status, 422);
        for said in ["Please fill this in.", "At most 150 characters, please.", "At most 8,000 characters, please."] {
            assert!(page.has(said), "{said}: {}", page.words());
        }
        assert!(page.text.contains(&longer) && page.has("Les sommes sont de nouveau justes."));
        let id: AnnouncementId = app.ids.id(app.now());
        let sent = [typed(&wrong), vec![("announcement", id.to_string())]].concat();
        assert_eq!(house.post_typed(DESK, &sent).await.status, 422, "what was not previewed is looked at, too");
        // To the limit, with line ends as browsers write them.
        let full = format!("{}\r\n{}", "t".repeat(4_000), "é".repeat(3_999));
        let page = house.post_typed(PREVIEW, &typed(&[("text_en", &full), ("subject_en", &"s".repeat(150))])).await;
        assert_eq!(page.status, 200, "{}", page.words());
        assert!(told(&app).await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn nothing_that_is_typed_becomes_a_header_a_link_or_markup() {
    on_both(async |app| {
        let mut house = drafted(&app).await;
        let hostile = [
            ("subject_en", "Late\r\nBcc: everyone@evil.example\u{7}\u{202e} <b>news</b>"),
            (
                "text_en",
                "<script>alert(1)</script>\r\n.\r\nhttps://evil.example/log-in\u{0}\u{202e}\r\n\r\n{ $call } %s",
            ),
            ("subject_es", "خبر"),
            ("text_es", "مرحبا\u{2067}بكم\r\nsaludos"),
        ];
        let page = house.post_typed(PREVIEW, &typed(&hostile)).await;
        assert_eq!(page.status, 200, "{}", page.words());
        assert!(!page.text.contains("<script>alert"));
        assert!(page.has("Late Bcc: everyone@evil.example <b>news</b>"), "{}", page.words());
        let id = page.field("announcement").unwrap();
        let sent = typed(&[hostile.as_slice(), &[("announcement", id.as_str())]].concat());
        assert_eq!(house.post_typed(DESK, &sent).await.status, 303);
        assert_eq!(told(&app).await.len(), 4);
        let letter = app.letters_to(OWNER).await.pop().unwrap();
        assert_eq!(letter.subject, "Late Bcc: everyone@evil.example <b>news</b>");
        assert!(!letter.body_html.contains("<script") && !letter.body_html.contains("href=\"https://evil"));
        assert!(!letter.body_text.contains("https://evil") && letter.body_text.contains("{ $call } %s"));
        let spanish = app.letters_to(SPANISH).await.pop().unwrap();
        assert_eq!(spanish.subject, "خبر");
        assert!(spanish.body_text.contains("> مرحبابكم\n> saludos"), "{}", spanish.body_text);
        assert!(house.get(DESK).await.has("<b>news</b>"), "the list shows it as text");
    })
    .await;
}

#[tokio::test]
async fn a_letter_that_was_sent_after_the_session_was_over_comes_back_as_it_was_written() {
    on_both(async |app| {
        let mut house = drafted(&app).await;
        let form = sent_on(&house.post_typed(PREVIEW, &typed(&[])).await);
        app.clock.advance(Duration::from_secs(31 * 60));
        let asked = house.post_typed(DESK, &form).await;
        assert_eq!(asked.status, 401);
        let kept = asked.field("returning").unwrap();
        let page =
            house.post_and_follow("/login", &[("email", HOUSE), ("password", PASSWORD), ("returning", &kept)]).await;
        assert_eq!(page.field("subject_fr").as_deref(), Some("Le formulaire a été réparé"), "{}", page.words());
        assert!(told(&app).await.is_empty(), "it is only shown");
    })
    .await;
}

#[tokio::test]
async fn a_preview_is_for_whoever_wrote_it() {
    on_both(async |app| {
        let mut house = drafted(&app).await;
        let id = house.post_typed(PREVIEW, &typed(&[])).await.field("announcement").unwrap();
        assert_eq!(house.get(&format!("{DESK}/{id}/en")).await.status, 200);
        for nothing in ["fr", "de", "%00"] {
            assert_eq!(house.get(&format!("{DESK}/{id}/{nothing}")).await.status, 404, "{nothing}");
        }
        assert_eq!(house.get(&format!("/desk/calls/none/letters/{id}/en")).await.status, 404);
        assert_eq!(app.sign_in(HOUSE).await.get(&format!("{DESK}/{id}/en")).await.status, 404, "another window");
        assert_eq!(house.get(PREVIEW).await.location(), DESK);
        // Once a later one was looked at, the earlier is gone, and can still be sent.
        house.post_typed(PREVIEW, &typed(&[])).await;
        assert_eq!(house.get(&format!("{DESK}/{id}/en")).await.status, 404);
        assert_eq!(house.post_typed(DESK, &typed(&[("announcement", &id)])).await.status, 303);
    })
    .await;
}

#[tokio::test]
async fn the_list_of_letters_costs_the_same_for_many() {
    on_both(async |app| {
        let mut house = drafted(&app).await;
        let call = app.call().await;
        let text = |text: &str| Trilingual { en: text.to_owned(), fr: text.to_owned(), es: text.to_owned() };
        let circular =
            Circular { subject: text("News"), text: text("There are some."), states: vec![State::Draft], sender: None };
        let send = async || {
            app.act(HOUSE, async |act, _| writing::send(act, call, act.id(), &circular, Locale::En).await)
                .await
                .unwrap();
        };
        send().await;
        let few = app.cost(&mut house, DESK).await;
        for _ in 0..5 {
            send().await;
        }
        app.deliver_mail().await;
        assert_eq!(app.cost(&mut house, DESK).await, few);
    })
    .await;
}

#[tokio::test]
async fn it_goes_to_all_applicants_in_the_states_that_were_chosen_and_to_nobody_where_none_was() {
    on_both(async |app| {
        for email in HOLDERS {
            app.person(email).await;
        }
        app.call().await;
        let mut house = app.sign_in(HOUSE).await;
        assert!(house.get(DESK).await.has("Nobody holds a proposal in this call"));
        let reference = app.under_review().await;
        let draft = app.draft().await;
        app.share(&draft, SPANISH).await;
        let page = house.get(DESK).await;
        assert!(page.has("Draft: 4 people") && page.has("Under review: 3 people"), "{}", page.words());
        let mut none = typed(&[]);
        none.retain(|(name, _)| *name != "states");
        for path in [PREVIEW, DESK] {
            let page = house.post_typed(path, &none).await;
            assert_eq!(page.status, 422);
            assert!(page.has("Choose at least one state: nothing chosen is nobody."), "{}", page.words());
            assert_eq!(page.field("subject_es").as_deref(), Some("El formulario se ha reparado"));
        }
        assert!(told(&app).await.is_empty());
        // Nobody is written to twice, though their proposals stand in two of the states.
        let both = |states: &[&str]| {
            let mut form = none.clone();
            form.extend(states.iter().map(|state| ("states", (*state).to_owned())));
            form
        };
        let page = house.post_typed(PREVIEW, &both(&["under_review", "draft"])).await;
        assert!(page.has("Send to 4 people") && page.has("Asha Verma <official@agra.example>"), "{}", page.words());
        let page = house.post_typed(PREVIEW, &both(&["under_review"])).await;
        assert!(page.has("Send to 3 people") && page.has("in this state: Under review."), "{}", page.words());
        let id = page.field("announcement").unwrap();
        let form = [both(&["under_review"]), vec![("announcement", id), ("holders", "3".to_owned())]].concat();
        assert_eq!(house.post_typed(DESK, &form).await.status, 303);
        assert_eq!(told(&app).await, ["editor@agra.example", OWNER, "submitter@agra.example"]);
        assert!(deeds(&app).await[0].contains("under_review"));
        // Whoever of the secretariat has an interest in a proposal does not meet its applicants here.
        let person = app.person(HOUSE).await.to_string();
        let ruling = [("person", person.as_str()), ("ruling", "set"), ("ruling_reason", "My city.")];
        assert_eq!(house.post(&format!("/desk/proposals/{reference}/conflicts"), &ruling).await.status, 303);
        assert!(!house.get(DESK).await.has("Under review:"));
    })
    .await;
}
