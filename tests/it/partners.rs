//! Partners, who are reached by email only.

use initiatives::{
    entity::letter,
    guidelines::{Answer, Value},
    ids::Reference,
    mail::LetterState,
    proposals::{
        actions::{
            saving,
            steering::{self, Target},
        },
        rules::Outcome,
    },
};
use std::collections::BTreeSet;

use crate::{
    proposals::verbs::decision,
    support::{
        TestApp,
        letters::{Written, read},
        on_both,
        proposals::{ask_for, complete_answers},
    },
};

const HOUSE: &str = "secretariat@metropolis.example";
const OWNER: &str = "official@agra.example";

/// The letters to people without an account.
async fn letters_to_partners(app: &TestApp) -> Vec<Written> {
    use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
    let find = letter::Entity::find()
        .filter(letter::Column::UserId.is_null())
        .order_by_asc(letter::Column::CreatedAt)
        .order_by_asc(letter::Column::Id);
    read(app, find).await
}

async fn approve(app: &TestApp, reference: &Reference) {
    let seen = app.seen(reference).await;
    app.act(HOUSE, async |act, actor| {
        steering::approve(act, actor, Target { reference, seen }, &decision(Outcome::Approved)).await
    })
    .await
    .unwrap();
    app.deliver_mail().await;
}

/// The path of the first link of ours below `below` in a letter.
fn link(letter: &Written, below: &str) -> String {
    let at = letter.body_text.find(below).unwrap_or_else(|| panic!("no {below} in {}", letter.body_text));
    letter.body_text[at..].split_whitespace().next().unwrap().to_owned()
}

#[tokio::test]
async fn a_named_partner_is_asked_once_and_hears_nothing_more_without_an_answer() {
    on_both(async |app| {
        let reference = app.under_review().await;
        app.deliver_mail().await;
        let asked = letters_to_partners(&app).await;
        assert!(!asked.is_empty());
        let addresses: BTreeSet<_> = asked.iter().map(|letter| letter.recipient.clone()).collect();
        assert_eq!(addresses.len(), asked.len(), "each address is asked once");
        assert!(asked.iter().all(|letter| letter.kind == "partners-ask"));
        approve(&app, &reference).await;
        assert_eq!(letters_to_partners(&app).await.len(), asked.len(), "nobody answered, nobody is told");
    })
    .await;
}

#[tokio::test]
async fn a_partner_named_later_is_asked_too_and_nobody_twice() {
    on_both(async |app| {
        let reference = app.submitted().await;
        app.deliver_mail().await;
        let first = letters_to_partners(&app).await;

        let target = Target { reference: &reference, seen: app.seen(&reference).await };
        let due = app.now() + std::time::Duration::from_secs(86_400);
        app.act(HOUSE, async |act, actor| ask_for(act, actor, target, "Name a university.", due).await).await.unwrap();
        let mut answers = complete_answers(&*app.definition().await);
        let mut named = answers.rows("partners").to_vec();
        let mut university = named[0].clone();
        university.insert("name".parse().unwrap(), Value::Text("Dayalbagh University".to_owned()));
        university.insert("email".parse().unwrap(), Value::Text("rector@dayalbagh.example".to_owned()));
        named.push(university);
        answers.insert("partners".parse().unwrap(), Answer::Rows(named));
        app.act(OWNER, async |act, actor| saving::set(act, actor, &reference, answers, &[]).await).await.unwrap();
        app.submit(&reference).await;
        app.deliver_mail().await;

        let asked = letters_to_partners(&app).await;
        let is_new = |letter: &&Written| !first.iter().any(|before| before.id == letter.id);
        let new: Vec<_> = asked.iter().filter(is_new).map(|letter| letter.recipient.to_string()).collect();
        assert_eq!(new, ["rector@dayalbagh.example"]);
    })
    .await;
}

#[tokio::test]
async fn a_partner_who_confirms_is_told_and_can_stop_the_letters_by_one_click() {
    on_both(async |app| {
        let reference = app.under_review().await;
        app.deliver_mail().await;
        let asked = letters_to_partners(&app).await.remove(0);
        let page_path = link(&asked, "/partners/");
        let mut partner = app.browser();

        // A scanner that opens the link, and the link that stops the letters, changes nothing.
        assert_eq!(partner.get(&link(&asked, "/unsubscribe/")).await.status, 200);
        let page = partner.get(&page_path).await;
        assert!(page.has("Confirm our part"), "{}", page.words());
        let page = partner.post_and_follow(&page_path, &[("choice", "confirm")]).await;
        assert!(page.has("Confirms the part"), "{}", page.words());

        approve(&app, &reference).await;
        let letters = letters_to_partners(&app).await;
        let told: Vec<_> = letters.iter().filter(|letter| letter.kind == "partners-approved").collect();
        assert_eq!(told.len(), 1);
        assert_eq!(told[0].recipient, asked.recipient);

        // One click in a mail program: no cookie, no page of ours behind it.
        let stop = axum::http::Request::post(link(told[0], "/unsubscribe/"))
            .header("content-type", "application/x-www-form-urlencoded")
            .body(axum::body::Body::from("List-Unsubscribe=One-Click"))
            .unwrap();
        assert_eq!(app.browser().send(stop).await.status, 200);
        let seen = app.seen(&reference).await;
        app.act(HOUSE, async |act, actor| {
            let day = chrono::NaiveDate::from_ymd_opt(2015, 1, 1).unwrap();
            steering::start_running(act, actor, Target { reference: &reference, seen }, day).await
        })
        .await
        .unwrap();
        app.deliver_mail().await;
        assert_eq!(letters_to_partners(&app).await.len(), letters.len(), "the letters have stopped");

        let answers = app.sign_in(HOUSE).await.get(&format!("/desk/proposals/{reference}/partners")).await;
        assert!(answers.has("Receives no more emails"), "{}", answers.words());
    })
    .await;
}

#[tokio::test]
async fn a_partner_who_wants_nothing_more_gets_nothing_that_waits_and_is_told_what_else_comes() {
    on_both(async |app| {
        let reference = app.under_review().await;
        app.deliver_mail().await;
        let asked = letters_to_partners(&app).await.remove(0);
        let (address, page_path) = (asked.recipient.to_string(), link(&asked, "/partners/"));
        let mut partner = app.browser();
        let page = partner.post_and_follow(&page_path, &[("choice", "updates")]).await;
        assert!(page.has("Everything you receive from us"), "{}", page.words());
        let manage = format!("/subscriptions/{}", page.each_after("href=\"/subscriptions/").remove(0));
        assert_eq!(app.browser().get(&manage).await.status, 200, "offered the same as all others");

        let seen = app.seen(&reference).await;
        app.act(HOUSE, async |act, actor| {
            let target = Target { reference: &reference, seen };
            steering::approve(act, actor, target, &decision(Outcome::Approved)).await
        })
        .await
        .unwrap();
        app.expand_announcements().await;
        let page = partner.post_and_follow(&page_path, &[("choice", "neither")]).await;
        assert!(page.has("Neither takes part") && !page.has("Everything you receive"), "{}", page.words());
        let told: Vec<_> =
            app.letters_to(&address).await.into_iter().filter(|one| one.kind == "partners-approved").collect();
        assert_eq!(told.iter().map(|one| one.state).collect::<Vec<_>>(), [LetterState::Cancelled]);

        partner.post(&page_path, &[("choice", "updates")]).await;
        app.press(&manage, "", &[("general", "calls"), ("rhythm", "at_once"), ("language", "en")]).await;
        let page = partner.get(&page_path).await;
        assert!(page.has("Receives no more emails") && !page.has("Receives updates"), "{}", page.words());
        assert!(page.has("You also asked to hear of other things"), "{}", page.words());
    })
    .await;
}

#[tokio::test]
async fn a_forged_link_is_nobodys() {
    on_both(async |app| {
        app.under_review().await;
        app.deliver_mail().await;
        let path = link(&letters_to_partners(&app).await[0], "/partners/");
        let forged = format!("{}A", &path[..path.len() - 1]);
        for path in [forged.as_str(), "/partners/x", "/unsubscribe/x"] {
            if path != link(&letters_to_partners(&app).await[0], "/partners/") {
                assert_eq!(app.browser().get(path).await.status, 404, "{path}");
            }
        }
        assert_eq!(app.browser().post("/unsubscribe/x", &[]).await.status, 404);
        let page = app.sign_in("official@agra.example").await.get("/desk/proposals/MI-2014-001/partners").await;
        assert_eq!(page.status, 404);
    })
    .await;
}
