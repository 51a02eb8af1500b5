//! The letters about a decision: written for one proposal, looked at, and the same when they arrive.

use initiatives::{mail::worker, proposals::workflow::State, words::Locale};
use sea_orm::{ActiveModelTrait, ActiveValue::Set};

use super::{HOUSE, OWNER, board, order, prepare};
use crate::{
    desk::at,
    support::{TestApp, on_both, over, smtp::SmtpServer},
};

const FRENCH: &str = "submitter@agra.example";

/// The form of a letter as it is typed.
fn typed(version: &str, act: &str, changed: &[(&'static str, &str)]) -> Vec<(&'static str, String)> {
    let sound = [
        ("version", version),
        ("act", act),
        ("subject", "Félicitations, {organisation} : {title}"),
        ("body", "Le {decided_on}, {body} a approuvé {proposal}.\r\n\r\n{message}\r\n\r\nÀ bientôt."),
    ];
    over(&sound, changed)
}

/// Agra's submitter reads French.
async fn somebody_reads_french(app: &TestApp) {
    let id = app.person(FRENCH).await;
    let row = initiatives::entity::user::ActiveModel { id: Set(id), locale: Set(Locale::Fr), ..Default::default() };
    row.update(app.db.write()).await.unwrap();
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A text without the record of the audit trail, which is that of the moment of publishing.
fn unsealed(text: &str) -> String {
    let is_seal = |line: &&str| !line.contains("journal d’audit") && !line.contains("Audit record");
    text.lines().filter(is_seal).collect::<Vec<_>>().join("\n")
}

#[tokio::test]
async fn a_letter_edited_in_french_arrives_exactly_as_it_was_looked_at() {
    on_both(async |app| {
        somebody_reads_french(&app).await;
        let reference = app.under_review().await;
        let mut house = app.sign_in(HOUSE).await;
        prepare(&mut house, &[&reference], "approved").await;
        let path = format!("{}/decision/letters", at(&reference));
        let page = house.get(&format!("{path}?language=fr")).await;
        assert!(page.has("Français · one reader") && page.has("English · one reader"), "{}", page.words());
        assert!(page.has("The usual words of the service.") && page.text.contains("{minute_reference}"));
        let version = page.field("version").unwrap();

        // Looked at, and nothing is kept.
        let post = format!("{path}?language=fr");
        let looked = house.post_typed(&post, &typed(&version, "look", &[])).await;
        assert!(looked.status == 200 && looked.has("Félicitations, Agra"), "{}", looked.words());
        let typed_frame = looked.text.split("src=\"").find(|rest| rest.contains("?typed=yes")).unwrap();
        let frame = house.get(typed_frame.split('"').next().unwrap()).await;
        assert!(frame.text.contains("Félicitations") && frame.text.contains("À bientôt."));
        assert!(house.get(&post).await.has("The usual words of the service."));

        // Kept.
        assert_eq!(house.post_typed(&post, &typed(&version, "save", &[])).await.status, 303);
        let page = house.get(&post).await;
        assert!(page.has("This proposal has words of its own in this language."), "{}", page.words());
        let id = app.person(FRENCH).await;
        let frame = house.get(&format!("{path}/{id}")).await;

        // Published, and received by a real server.
        let mut server = SmtpServer::start();
        order(&mut house, &[&reference], &[("when", "now")]).await;
        app.publish_due().await;
        assert_eq!(app.state_of(&reference).await, State::Approved);
        let office = app.again_with(|config| config.mail_url = Some(server.url())).await;
        worker::deliver_due(&office).await.unwrap();
        server.wait_for(1);
        let about = |letter: &crate::support::smtp::Received| letter.header("subject").contains("Félicitations");
        let arrived = server.received().into_iter().find(|letter| letter.to == [FRENCH] && about(letter)).unwrap();
        assert!(arrived.header("subject").starts_with("Félicitations, Agra : "), "{}", arrived.header("subject"));
        let shown = page.words();
        let text = squeezed(&unsealed(&arrived.text));
        assert!(shown.contains(&text), "{text}\nis not in\n{shown}");
        assert!(text.contains("Le 28 mars 2014, Board of Directors a approuvé") && text.contains("> We are glad."));
        let html = arrived.html.replace("\r\n", "\n");
        assert_eq!(frame.text.replace("<base target=\"_blank\">\n", "").trim_end(), html.trim_end());
        // Who reads English gets the usual words.
        let english = app.letters_to(OWNER).await.pop().unwrap();
        assert!(english.subject.starts_with("Approved: MI-2014-001"), "{}", english.subject);
    })
    .await;
}

#[tokio::test]
async fn before_a_decision_is_published_from_its_own_page_its_emails_are_read() {
    on_both(async |app| {
        somebody_reads_french(&app).await;
        let [approved, returned] = app.several_under_review().await;
        let mut house = app.sign_in(HOUSE).await;
        let told = app.letters_to(OWNER).await.len();
        let path = format!("{}/decision", at(&approved));
        let open = format!("{path}?outcome=approved");
        let page = house.get(&open).await;
        assert!(page.has("<official@agra.example>, English") && page.has("<submitter@agra.example>, Français"));
        assert!(page.has("Each email can be read as it will arrive"), "{}", page.words());
        let publishes = page.text.rfind("name=\"publish\" value=\"yes\"").unwrap();
        assert!(page.text.find("value=\"look\"").unwrap() < publishes, "it is offered first");
        let version = page.field("version").unwrap();
        let form = board("approved", &[("version", &version), ("publish", "look")]);
        let done = house.post_typed(&path, &form).await;
        assert_eq!((done.status, done.location()), (303, format!("{path}/letters").as_str()), "{}", done.words());
        let letters = house.get(&format!("{path}/letters")).await;
        assert!(letters.has("The decision is kept and not published. Nobody has been told."), "{}", letters.words());
        assert!(letters.has("As they will arrive") && letters.has("We are glad.") && letters.has("Edit or publish"));
        assert_eq!(app.state_of(&approved).await, State::UnderReview);
        assert_eq!(app.letters_to(OWNER).await.len(), told, "nothing was sent");

        // From there it is published as it was kept.
        let page = house.get(&open).await;
        let (version, held) = (page.field("version").unwrap(), page.field("held").unwrap());
        let form = board("approved", &[("version", &version), ("held", &held), ("publish", "yes")]);
        assert_eq!(house.post_typed(&path, &form).await.location(), at(&approved));
        assert_eq!(app.state_of(&approved).await, State::Approved);

        // A return is looked at in the same way.
        let back = format!("{}/return", at(&returned));
        let version = house.get(&back).await.field("version").unwrap();
        let form = [
            ("version", version.as_str()),
            ("what", "The Board likes it."),
            ("due", "2014-06-30T18:00"),
            ("requests.0.field", "aim"),
            ("requests.0.text", "Say what changes for the people."),
            ("publish", "look"),
        ];
        let letters = house.post_and_follow(&back, &form).await;
        assert!(letters.has("As they will arrive") && letters.has("Say what changes for the people."));
        assert_eq!(app.state_of(&returned).await, State::UnderReview);
    })
    .await;
}

#[tokio::test]
async fn a_placeholder_that_does_not_exist_is_refused_by_its_name_and_every_word_is_kept() {
    on_both(async |app| {
        let reference = app.under_review().await;
        let mut house = app.sign_in(HOUSE).await;
        prepare(&mut house, &[&reference], "approved").await;
        let post = format!("{}/decision/letters?language=en", at(&reference));
        let version = house.get(&post).await.field("version").unwrap();
        let cases = [
            ("Hello {titel}", "", "There is no {titel}. Did you mean {title}?"),
            ("Hello", "We saw {weather}.", "There is no {weather}. You can use: {proposal}, {reference},"),
            ("About {message}", "", "{message} can have several paragraphs and has no room in a subject."),
            ("Hello", "An open {reason", "A brace is not closed: {reason"),
            ("Hello", "The reason: {reason}", "There is no {reason}."),
        ];
        for (subject, body, said) in cases {
            let body = if body.is_empty() { "Fine words." } else { body };
            for act in ["save", "look"] {
                let form = typed(&version, act, &[("subject", subject), ("body", body)]);
                let page = house.post_typed(&post, &form).await;
                assert_eq!(page.status, 422);
                assert!(page.has(said), "{said}: {}", page.words());
                assert!(page.words().contains(body) && page.field("subject").as_deref() == Some(subject));
            }
        }
        assert!(app.decision_on(&reference).await.unwrap().letters.is_none(), "nothing was kept");
    })
    .await;
}

#[tokio::test]
async fn two_who_write_the_same_letter_meet_each_other_s_words() {
    on_both(async |app| {
        let reference = app.under_review().await;
        let mut house = app.sign_in(HOUSE).await;
        prepare(&mut house, &[&reference], "approved").await;
        let post = format!("{}/decision/letters?language=en", at(&reference));
        let version = house.get(&post).await.field("version").unwrap();
        let (one, two) =
            (typed(&version, "save", &[("body", "Mine.")]), typed(&version, "save", &[("body", "Yours.")]));
        assert_eq!(house.post_typed(&post, &one).await.status, 303);
        let page = house.post_typed(&post, &two).await;
        assert_eq!(page.status, 409);
        assert!(page.has("What it says now") && page.has("Mine.") && page.text.contains("Yours."), "{}", page.words());
        let fresh = page.field("version").unwrap();
        assert_eq!(house.post_typed(&post, &typed(&fresh, "save", &[("body", "Yours.")])).await.status, 303);
        // Back to the words of the call: the reset needs no sound text.
        let version = house.get(&post).await.field("version").unwrap();
        let reset = typed(&version, "reset", &[("body", "{nonsense}")]);
        assert_eq!(house.post_typed(&post, &reset).await.status, 303);
        assert!(house.get(&post).await.has("The usual words of the service."));
    })
    .await;
}

#[tokio::test]
async fn values_cannot_become_headers_links_or_markup_in_words_of_one_s_own() {
    on_both(async |app| {
        let reference = app.under_review().await;
        let mut house = app.sign_in(HOUSE).await;
        prepare(&mut house, &[&reference], "approved").await;
        let held = app.decision_on(&reference).await.unwrap();
        let hostile = "Thanks {reference}\n\nhttps://evil.example/in <script>alert(1)</script>\u{202e}";
        let row = initiatives::entity::decision::ActiveModel {
            id: Set(held.id),
            message: Set(hostile.to_owned()),
            session: Set("Late\r\nBcc: all@evil.example".to_owned()),
            ..Default::default()
        };
        row.update(app.db.write()).await.unwrap();
        let post = format!("{}/decision/letters?language=en", at(&reference));
        let words = [("subject", "At {session}\r\nX: y"), ("body", "See https://www.metropolis.example.\n\n{message}")];
        let version = house.get(&post).await.field("version").unwrap();
        assert_eq!(house.post_typed(&post, &typed(&version, "save", &words)).await.status, 303);
        order(&mut house, &[&reference], &[("when", "now")]).await;
        app.publish_due().await;
        let letter = app.letters_to(OWNER).await.pop().unwrap();
        assert_eq!(letter.subject, "At Late Bcc: all@evil.example X: y");
        assert!(letter.body_text.contains("> Thanks {reference}"), "a value is a value: {}", letter.body_text);
        assert!(!letter.body_html.contains("<script") && !letter.body_text.contains("https://evil"));
        assert!(letter.body_text.contains("https://www.metropolis.example"), "the Secretariat's own words stand");
    })
    .await;
}
