//! What letters say in words of the secretariat: by kind and language, looked at, tried out, kept and taken back.

use initiatives::{
    entity::letter_wording,
    mail::{
        Letter, LetterState, Wording, Words,
        kinds::{KINDS, Kind},
        outbox, specimens,
        wording::Sort,
    },
    proposals::{actions::standing, conflicts::Ruling},
    words::Locale,
};
use sea_orm::{EntityTrait, PaginatorTrait};

use crate::{
    letters_posted::{everybody, hostile_draft},
    support::{
        Browser, Page, TestApp,
        letters::{Written, letter_to, post},
        on_both, over,
    },
};

const HOUSE: &str = "secretariat@metropolis.example";
const ADMINISTRATOR: &str = "admin@metropolis.example";
const OWNER: &str = "official@agra.example";
const FRENCH: &str = "officielle@agra.example";
const TEXT: &str = "/admin/letters/received/en";

fn typed(version: &str, act: &str, changed: &[(&'static str, &str)]) -> Vec<(&'static str, String)> {
    let sound = [
        ("version", version),
        ("act", act),
        ("subject", "We have {reference}"),
        ("body", "{organisation}, thank you.\r\n\r\n{when}\r\n{sha256}\r\n\r\n{verify}\r\n\r\n{record}"),
    ];
    over(&sound, changed)
}

async fn save(house: &mut Browser, version: &str, changed: &[(&'static str, &str)]) {
    let page = house.post_typed(TEXT, &typed(version, "save", changed)).await;
    assert_eq!(page.status, 303, "{}", page.words());
}

impl TestApp {
    async fn wordings(&self) -> u64 {
        letter_wording::Entity::find().count(self.db.read()).await.unwrap()
    }

    /// The newest letter of a kind to somebody.
    async fn newest(&self, kind: &str, email: &str) -> Written {
        let mut letters = self.letters_to(email).await.into_iter().filter(|letter| letter.kind == kind);
        letters.next_back().unwrap_or_else(|| panic!("no letter of the kind {kind} to {email}"))
    }
}

#[tokio::test]
async fn a_text_holds_from_the_next_letter_on_and_in_its_language_alone() {
    on_both(async |app| {
        let mut house = app.sign_in(HOUSE).await;
        everybody(&app).await;
        let page = house.get(TEXT).await;
        assert_eq!(page.field("subject").as_deref(), Some("Received: {proposal}"));
        assert!(page.has("The usual words of the service.") && page.has("With made-up values"), "{}", page.words());

        let before = hostile_draft(&app).await;
        app.submit(&before).await;
        save(&mut house, "0", &[]).await;
        let after = hostile_draft(&app).await;
        app.submit(&after).await;
        let subjects: Vec<String> = app.letters_to(OWNER).await.into_iter().map(|letter| letter.row.subject).collect();
        assert!(subjects.iter().any(|subject| subject.starts_with("Received: ")), "{subjects:?}");
        let letter = app.newest("received", OWNER).await;
        assert_eq!(letter.subject, format!("We have {after}"));
        assert!(letter.body_text.contains("Agra <i>& Mathura</i>, thank you."), "{}", letter.body_text);
        assert!(!letter.body_html.contains("<i>"), "{}", letter.body_html);
        let verify = app.config.link("/receipts/");
        assert!(letter.body_html.contains(&format!("<a href=\"{verify}")), "an address of ours can be followed");
        assert!(app.newest("received", FRENCH).await.subject.starts_with("Reçue"));

        let list = house.get("/admin/letters").await;
        assert_eq!(list.words().matches("Own words").count(), 1, "{}", list.words());
        assert!(list.has("Acknowledgement of receipt") && list.has("Clara Soler"), "{}", list.words());
        let page = house.get(TEXT).await;
        assert!(page.has("The Secretariat has words of its own here.") && page.has(after.as_str()), "{}", page.words());
        let trail = app.sign_in(ADMINISTRATOR).await.get("/admin/audit").await;
        assert!(trail.has("Text of emails changed"), "{}", trail.main());
    })
    .await;
}

#[tokio::test]
async fn what_cannot_stand_is_refused_by_name_and_nothing_typed_is_lost() {
    on_both(async |app| {
        let mut house = app.sign_in(HOUSE).await;
        let wrong = [("subject", "On {referense}"), ("body", "{when} {sha256} {reason} {verify")];
        for act in ["save", "look"] {
            let page = house.post_typed(TEXT, &typed("0", act, &wrong)).await;
            assert_eq!(page.status, 422);
            for said in [
                "There is no {referense}. Did you mean {reference}?",
                "There is no {reason}. You can use:",
                "A brace is not closed: {verify",
                "The text must say {verify}.",
                "As it stands, this cannot be shown:",
            ] {
                assert!(page.has(said), "{said}: {}", page.words());
            }
            assert!(page.text.contains("On {referense}") && page.text.contains("{reason} {verify"), "{}", page.text);
        }
        let tried = house.post_typed(&format!("{TEXT}/test"), &typed("0", "", &wrong)).await;
        assert_eq!(tried.status, 422);
        let long = "x".repeat(301);
        let page = house.post_typed(TEXT, &typed("0", "save", &[("subject", &long)])).await;
        assert_eq!(page.status, 422);
        assert!(page.text.contains(&long));
        let quoted = house.post_typed("/admin/letters/comment/en", &typed("0", "save", &[("subject", "{text}")])).await;
        assert!(quoted.has("{text} can have several paragraphs and has no room in a subject."), "{}", quoted.words());
        for nowhere in ["/admin/letters/nothing/en", "/admin/letters/received/de", "/admin/letters/received"] {
            assert_eq!(house.get(nowhere).await.status, 404, "{nowhere}");
        }
        assert_eq!((app.wordings().await, app.letters_to(HOUSE).await.len()), (0, 0));
    })
    .await;
}

#[tokio::test]
async fn of_two_who_edit_the_second_sees_both_texts() {
    on_both(async |app| {
        let mut house = app.sign_in(HOUSE).await;
        save(&mut house, "0", &[]).await;
        let mut other = app.sign_in(ADMINISTRATOR).await;
        let mine = [("subject", "Mine about {reference}")];
        let late = other.post_typed(TEXT, &typed("0", "save", &mine)).await;
        assert_eq!(late.status, 409);
        assert!(late.has("What it says now") && late.has("We have {reference}"), "{}", late.words());
        assert_eq!(late.field("subject").as_deref(), Some("Mine about {reference}"));
        assert_eq!(late.field("version").as_deref(), Some("1"));
        assert_eq!(other.post_typed(TEXT, &typed("0", "reset", &[])).await.status, 409);
        assert_eq!(other.post_typed(TEXT, &typed("1", "save", &mine)).await.status, 303);
        // The same text again is no version of its own.
        assert_eq!(other.post_typed(TEXT, &typed("2", "save", &mine)).await.status, 303);
        assert_eq!(app.wordings().await, 2);
    })
    .await;
}

#[tokio::test]
async fn every_version_is_kept_and_there_is_a_way_back() {
    on_both(async |app| {
        let mut house = app.sign_in(HOUSE).await;
        save(&mut house, "0", &[]).await;
        save(&mut house, "1", &[("subject", "Here is {reference}")]).await;
        let page = house.get(&format!("{TEXT}?version=1")).await;
        assert_eq!(page.field("subject").as_deref(), Some("We have {reference}"));
        assert_eq!(page.field("version").as_deref(), Some("2"), "it is saved on top of what holds now");
        save(&mut house, "2", &[]).await;
        assert_eq!(house.get(TEXT).await.field("subject").as_deref(), Some("We have {reference}"));

        let page = house.post_typed(TEXT, &typed("3", "reset", &[])).await;
        assert_eq!(page.status, 303);
        let page = house.get(TEXT).await;
        assert_eq!(page.field("subject").as_deref(), Some("Received: {proposal}"));
        for said in ["Version 4", "Version 1", "The email has the usual words of the service again.", "Clara Soler"] {
            assert!(page.has(said), "{said}: {}", page.words());
        }
        app.submitted().await;
        assert!(app.newest("received", OWNER).await.subject.starts_with("Received: "));
        let trail = app.sign_in(ADMINISTRATOR).await.get("/admin/audit").await;
        assert!(trail.has("Text of emails reset"), "{}", trail.main());
    })
    .await;
}

#[tokio::test]
async fn a_text_is_looked_at_and_tried_out_before_it_is_saved() {
    on_both(async |app| {
        let mut house = app.sign_in(HOUSE).await;
        let looked = house.post_typed(TEXT, &typed("0", "look", &[])).await;
        assert!(looked.status == 200 && looked.has("We have MI-2014-000"), "{}", looked.words());
        let frame = house.get(&format!("{TEXT}/example?typed=yes")).await;
        assert!(frame.text.contains("Agra, thank you."), "{}", frame.text);
        assert!(house.get(&format!("{TEXT}/example")).await.text.contains("acknowledgement of receipt"));

        let tried = house.post_typed(&format!("{TEXT}/test"), &typed("0", "", &[])).await;
        assert_eq!((tried.status, tried.location()), (303, "/admin/letters/received/en?typed=yes"));
        let page = house.get(tried.location()).await;
        assert_eq!(page.field("subject").as_deref(), Some("We have {reference}"), "what was typed stays");
        assert!(page.has("The test is on its way to secretariat@metropolis.example."), "{}", page.words());
        app.deliver_mail().await;
        let letter = app.only_letter_to(HOUSE).await;
        assert_eq!((letter.subject.as_str(), letter.kind.as_str()), ("Test: We have MI-2014-000", "test"));
        assert_eq!((letter.state, letter.proposal_id, letter.row.args), (LetterState::Sent, None, None));
        let home = app.config.link("/");
        assert!(letter.body_text.contains(&format!("Open the proposal\n{home}\n")), "{}", letter.body_text);

        // In another language, with the values of a real letter.
        let french = "/admin/letters/received/fr";
        everybody(&app).await;
        let reference = hostile_draft(&app).await;
        app.submit(&reference).await;
        let page = house.get(french).await;
        assert!(page.has(reference.as_str()) && page.has("With the values of an email of"), "{}", page.words());
        assert_eq!(house.post_typed(&format!("{french}/test"), &typed("0", "", &[])).await.status, 303);
        let letter = app.newest("test", HOUSE).await;
        assert_eq!(letter.subject, format!("Essai\u{a0}: We have {reference}"));
        assert!(letter.proposal_id.is_some(), "who must not hear of the proposal does not see the test either");
        assert_eq!(app.wordings().await, 0);
    })
    .await;
}

#[tokio::test]
async fn an_example_tells_nobody_of_a_proposal_that_is_closed_to_them() {
    on_both(async |app| {
        let admin = app.person(ADMINISTRATOR).await;
        let mut administrator = app.sign_in(ADMINISTRATOR).await;
        let reference = app.under_review().await;
        let told = |page: &Page| page.has(reference.as_str());
        assert!(told(&administrator.get(TEXT).await));
        app.act(HOUSE, async |act, actor| {
            standing::rule(act, actor, &reference, admin, Ruling::Set, "They know each other.").await
        })
        .await
        .unwrap();
        let page = administrator.get(TEXT).await;
        assert!(!told(&page) && page.has("With made-up values"), "{}", page.words());
        assert!(!told(&administrator.get(&format!("{TEXT}/example")).await));
        app.sign_in(HOUSE).await.post_typed(&format!("{TEXT}/test"), &typed("0", "", &[])).await;
        assert!(app.newest("test", HOUSE).await.subject.contains(reference.as_str()));
        assert!(!told(&administrator.get("/admin/mail").await), "a test with its values is hidden, too");
    })
    .await;
}

#[tokio::test]
async fn values_are_kept_for_looking_at_unless_they_are_secret() {
    on_both(async |app| {
        app.submitted().await;
        let kept = app.newest("received", OWNER).await.row.args.unwrap();
        assert_eq!(kept["organisation"], "Agra");
        app.browser().post("/password-reset", &[("email", OWNER)]).await;
        assert_eq!(app.newest("password-reset", OWNER).await.row.args, None);
    })
    .await;
}

/// A header, an end of a line, markup, a script, pages of a stranger, and what would be a placeholder.
const HOSTILE: &str = "Hi\r\nBcc: x@evil.example\r\n\r\n<script>alert(1)</script>\n<a href=\"https://evil.example/a\">Log in</a>\n\n\
    https://evil.example/b www.evil.example Evil.example/d [log in](https://evil.example/c) {reference} {sha256} \u{202e}";

/// The letter of a kind with hostile values, in these words.
fn hostile(app: &TestApp, kind: &Kind, words: Words, event: &str) -> Letter {
    let mut args = specimens::examples(&app.config, kind, Locale::En, app.now());
    for (_, value) in &mut args {
        HOSTILE.clone_into(value);
    }
    Letter { kind: kind.name, words, args, event: format!("{event}:{}", kind.name), ..letter_to(app, OWNER) }
}

/// Words that name all that the kind knows, within sentences and alone.
fn all_of(kind: &Kind) -> Wording {
    let placeholders = kind.placeholders();
    let in_subject = placeholders.iter().filter(|one| one.sort != Sort::Text).map(|one| one.written());
    let lines = placeholders.iter().map(|one| format!("Say {0}.\n\n{0}", one.written()));
    Wording { subject: in_subject.collect(), body: lines.collect::<Vec<_>>().join("\n\n") }
}

#[tokio::test]
async fn no_value_of_any_letter_becomes_a_header_a_link_or_markup() {
    on_both(async |app| {
        for kind in KINDS {
            for (words, event) in [(Words::OfKind, "usual"), (Words::Own(all_of(kind)), "own")] {
                post(&app, hostile(&app, kind, words, event)).await;
            }
        }
        let letters = app.letters_to(OWNER).await;
        assert_eq!(letters.len(), 2 * KINDS.len());
        for letter in letters {
            let kind = &letter.kind;
            assert!(letter.subject.chars().all(|c| !c.is_control()), "{kind}: {:?}", letter.subject);
            assert!(letter.subject.chars().count() <= 181, "{kind}: {}", letter.subject);
            for text in [&letter.subject, &letter.body_text, &letter.body_html] {
                for whole in
                    ["https://evil", "www.evil", "evil.example/", "Evil.example", "\u{202e}", "\u{e000}", "\u{e001}"]
                {
                    assert!(!text.contains(whole), "{kind}: {whole} in {text}");
                }
            }
            let begins = |line: &str| line.starts_with("Bcc:") || line.starts_with('<');
            assert!(!letter.body_text.lines().any(begins), "{kind}: {}", letter.body_text);
            let origin = app.config.origin();
            for link in letter.body_html.split("href=\"").skip(1) {
                assert!(link.starts_with(&origin), "{kind}: {link}");
            }
            assert!(!letter.body_html.contains("<script"), "{kind}: {}", letter.body_html);
        }
    })
    .await;
}

#[tokio::test]
async fn an_act_asks_once_what_its_letters_say() {
    on_both(async |app| {
        let mut costs = Vec::new();
        for letters in [1, 11] {
            let act = app.begin_as("story").await.unwrap();
            let before = app.statements();
            for n in 0..letters {
                let event = format!("many:{letters}:{n}");
                outbox::post(&act, Letter { event, ..letter_to(&app, OWNER) }).await.unwrap();
            }
            costs.push(app.statements() - before);
            act.commit().await.unwrap();
        }
        // What it is, what it says, and by which words it is found.
        assert_eq!(costs[1] - costs[0], 30, "three statements for each further letter: {costs:?}");
    })
    .await;
}

#[tokio::test]
async fn a_letter_of_a_kind_that_no_list_knows_is_not_posted() {
    on_both(async |app| {
        let act = app.begin_as("story").await.unwrap();
        assert!(outbox::post(&act, Letter { kind: "unheard", ..letter_to(&app, OWNER) }).await.is_err());
    })
    .await;
}

#[tokio::test]
async fn a_call_comes_before_what_all_letters_say_and_that_before_the_service() {
    on_both(async |app| {
        let reference = app.under_review().await;
        let mut house = app.sign_in(HOUSE).await;
        let general = [("subject", "General: {reference}"), ("body", "{reason}")];
        let path = "/admin/letters/not_selected/en";
        assert_eq!(house.post_typed(path, &typed("0", "save", &general)).await.status, 303);
        let of_call = "/desk/calls/2014/letter-texts/not_selected/en";
        assert_eq!(house.get(of_call).await.field("subject").as_deref(), Some("General: {reference}"));
        crate::decisions::prepare(&mut house, &[&reference], "not_selected").await;
        let letters = house.get(&format!("/desk/proposals/{reference}/decision/letters")).await;
        assert!(letters.has(&format!("General: {reference}")), "{}", letters.words());
        let called = [("subject", "Of the call: {reference}"), ("body", "{reason}")];
        assert_eq!(house.post_typed(of_call, &typed("0", "save", &called)).await.status, 303);
        let letters = house.get(&format!("/desk/proposals/{reference}/decision/letters")).await;
        assert!(letters.has(&format!("Of the call: {reference}")), "{}", letters.words());
    })
    .await;
}

#[tokio::test]
async fn what_was_looked_at_before_publishing_goes_out_though_the_general_words_change() {
    on_both(async |app| {
        let reference = app.under_review().await;
        let mut house = app.sign_in(HOUSE).await;
        crate::decisions::prepare(&mut house, &[&reference], "not_selected").await;
        let later = [("when", "at"), ("at", "2014-04-02T10:00")];
        crate::decisions::order(&mut house, &[&reference], &later).await;
        let general = [("subject", "General: {reference}"), ("body", "{reason}")];
        let path = "/admin/letters/not_selected/en";
        assert_eq!(house.post_typed(path, &typed("0", "save", &general)).await.status, 303);
        app.clock.advance(std::time::Duration::from_secs(86_400));
        app.publish_due().await;
        let letter = app.newest("not_selected", OWNER).await;
        assert!(letter.subject.starts_with(&format!("Decision on {reference}")), "{}", letter.subject);
    })
    .await;
}
