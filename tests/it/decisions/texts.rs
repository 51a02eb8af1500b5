//! What the letters of a call say.

use initiatives::entity::letter_text;
use sea_orm::{EntityTrait, PaginatorTrait};

use super::{HOUSE, OWNER, order, prepare};
use crate::support::{on_both, over};

const TEXT: &str = "/desk/calls/2014/letter-texts/not_selected/en";

fn typed(version: &str, act: &str, changed: &[(&'static str, &str)]) -> Vec<(&'static str, String)> {
    let sound = [
        ("version", version),
        ("act", act),
        ("subject", "On {reference}"),
        ("body", "Dear {organisation},\r\n\r\nnot this time:\r\n\r\n{reason}"),
    ];
    over(&sound, changed)
}

#[tokio::test]
async fn a_call_has_words_of_its_own_with_every_version_kept_and_a_way_back() {
    on_both(async |app| {
        let reference = app.under_review().await;
        let mut house = app.sign_in(HOUSE).await;
        let list = house.get("/desk/calls/2014/letter-texts").await;
        assert!(list.has("Not selected") && list.has("The usual words of the service."), "{}", list.words());
        let page = house.get(TEXT).await;
        assert_eq!(page.field("subject").as_deref(), Some("Decision on {proposal}"));
        assert!(page.has("{minute_reference}") && page.has("(The reason, as it will be typed.)"), "{}", page.words());
        let looked = house.post_typed(TEXT, &typed("0", "look", &[])).await;
        assert!(looked.status == 200 && looked.has("Dear Agra,") && looked.has("On MI-2014-001"), "{}", looked.words());
        let frame = house.get(&format!("{TEXT}/example?typed=yes")).await;
        assert!(frame.text.contains("Dear Agra,"));
        assert_eq!(letter_text::Entity::find().count(app.db.read()).await.unwrap(), 0);

        assert_eq!(house.post_typed(TEXT, &typed("0", "save", &[])).await.status, 303);
        assert!(house.get(&format!("{TEXT}/example")).await.text.contains("Dear Agra,"));
        let wrong = house.post_typed(TEXT, &typed("1", "save", &[("body", "{raeson} {due}")])).await;
        assert_eq!(wrong.status, 422);
        assert!(wrong.has("There is no {due}.") && wrong.text.contains("{raeson}"), "{}", wrong.words());
        // Somebody who had opened it before meets what is kept now.
        let late = house.post_typed(TEXT, &typed("0", "save", &[("body", "Late. {reason}")])).await;
        assert_eq!(late.status, 409);
        assert!(late.has("What it says now") && late.has("not this time:") && late.text.contains("Late. {reason}"));
        assert_eq!(late.field("version").as_deref(), Some("1"));

        prepare(&mut house, &[&reference], "not_selected").await;
        order(&mut house, &[&reference], &[("when", "now")]).await;
        app.publish_due().await;
        let letter = app.letters_to(OWNER).await.pop().unwrap();
        assert_eq!(letter.subject, "On MI-2014-001");
        assert!(letter.body_text.contains("> The partner cities were not convinced."), "{}", letter.body_text);

        assert_eq!(house.post_typed(TEXT, &typed("1", "reset", &[])).await.status, 303);
        let page = house.get(TEXT).await;
        assert_eq!(page.field("subject").as_deref(), Some("Decision on {proposal}"));
        assert!(page.has("Version 2") && page.has("Version 1"), "{}", page.words());
        let page = house.get(&format!("{TEXT}?version=1")).await;
        assert_eq!(
            (page.field("subject").as_deref(), page.field("version").as_deref()),
            (Some("On {reference}"), Some("2"))
        );
    })
    .await;
}

#[tokio::test]
async fn a_letter_that_returns_a_proposal_must_say_what_and_until_when() {
    on_both(async |app| {
        app.call().await;
        let mut house = app.sign_in(HOUSE).await;
        let path = "/desk/calls/2014/letter-texts/returned/fr";
        assert!(house.get(path).await.has("As soon as a proposal is submitted, you see here"));
        let page = house.post_typed(path, &typed("0", "save", &[("body", "Changez-la.")])).await;
        assert_eq!(page.status, 422);
        assert!(page.has("The text must say {requests}.") && page.has("The text must say {due}."), "{}", page.words());
        assert_eq!(house.get("/desk/calls/2014/letter-texts/nothing/fr").await.status, 404);
        assert_eq!(house.get("/desk/calls/2014/letter-texts/returned/de").await.status, 404);
    })
    .await;
}

#[tokio::test]
async fn what_was_looked_at_is_what_goes_out_though_the_words_of_the_call_change_meanwhile() {
    on_both(async |app| {
        let [one, two] = app.several_under_review().await;
        let mut house = app.sign_in(HOUSE).await;
        prepare(&mut house, &[&one, &two], "not_selected").await;
        order(&mut house, &[&one], &[("when", "at"), ("at", "2014-04-02T10:00")]).await;
        // The page before publishing is opened before the words change.
        let list = house.get(&format!("{}?show=all", super::DESK)).await;
        let check = house.post_typed(&format!("{}/check", super::DESK), &super::boxes(&list, &[&two])).await;
        assert_eq!(house.post_typed(TEXT, &typed("0", "save", &[])).await.status, 303);
        let late =
            house.post_typed(&format!("{}/orders", super::DESK), &super::sent_on(&check, &[("when", "now")])).await;
        assert_eq!(late.status, 409);
        assert!(late.has("What the emails of this call say has changed"), "{}", late.words());
        let again =
            house.post_typed(&format!("{}/orders", super::DESK), &super::sent_on(&late, &[("when", "now")])).await;
        assert_eq!(again.status, 303);
        app.clock.advance(std::time::Duration::from_secs(86_400));
        app.publish_due().await;
        let subjects: Vec<String> = app.letters_to(OWNER).await.into_iter().map(|letter| letter.row.subject).collect();
        assert!(subjects.iter().any(|subject| subject.starts_with(&format!("Decision on {one}"))), "{subjects:?}");
        assert!(subjects.contains(&format!("On {two}")), "{subjects:?}");
    })
    .await;
}
