//! What is decided before the review: that a proposal is not eligible.

use initiatives::{
    ids::Reference,
    proposals::{
        actions::{standing, submitting},
        eligibility::Check,
        standing as kept,
        workflow::State,
    },
};

use super::{DESK, HOUSE, OWNER, board, boxes, order, prepare};
use crate::support::{TestApp, on_both};

const REASON: &str = "No partner is named.";

/// What the button below the list sends.
fn asked(outcome: &str) -> Vec<(&'static str, String)> {
    vec![("outcome", outcome.to_owned())]
}

async fn fails(app: &TestApp, reference: &Reference) {
    is_found(app, reference, false).await;
}

/// The secretariat finds it to be eligible, or not, whatever it found before.
async fn is_found(app: &TestApp, reference: &Reference, eligible: bool) {
    let id = app.case(HOUSE, reference).await.unwrap().proposal.id;
    let before = kept::eligibility(app.db.read(), id).await.unwrap();
    let check =
        Check { seen: before.map(|row| row.checked_at), ..Check::first(eligible, if eligible { "" } else { REASON }) };
    app.act(HOUSE, async |act, actor| standing::check_eligibility(act, actor, reference, check).await).await.unwrap();
}

#[tokio::test]
async fn what_is_not_eligible_is_decided_together_and_its_emails_are_read_first() {
    on_both(async |app| {
        let (one, two, unchecked) = (app.submitted().await, app.submitted().await, app.submitted().await);
        fails(&app, &one).await;
        fails(&app, &two).await;
        let mut house = app.sign_in(HOUSE).await;
        let list = house.get(&format!("{DESK}?show=open")).await;
        let chosen = boxes(&list, &[&one, &two]);
        assert!(!list.has(unchecked.as_str()), "of what was not checked there is nothing to decide: {}", list.words());
        assert!(list.has("It was found not to be eligible.") && !list.has("No review is in."), "{}", list.words());

        let approved =
            house.post_typed(&format!("{DESK}/preparation"), &[chosen.clone(), board("approved", &[])].concat()).await;
        assert!(
            approved.status == 409 && approved.has("This cannot be done in the present state"),
            "{}",
            approved.words()
        );
        let form = house.post_typed(&format!("{DESK}/preparation"), &[chosen, asked("not_selected")].concat()).await;
        assert!(form.text.contains("value=\"ineligible\" id=\"f-outcome-2\" checked"), "{}", form.text);
        assert_eq!(form.field("body").as_deref(), Some(""), "the Board does not say so");
        let list = prepare(&mut house, &[&one, &two], "ineligible").await;
        assert!(list.has("Not eligible"), "{}", list.words());
        assert_eq!((app.state_of(&one).await, app.state_of(&two).await), (State::Submitted, State::Submitted));
        assert!(house.get("/desk").await.has("A decision is registered: publish it"));
        let letters = house.get(&format!("/desk/proposals/{one}/decision/letters")).await;
        assert!(letters.has("The partner cities were not convinced."), "as it will arrive: {}", letters.words());
        assert!(!letters.has("In its state now, this decision cannot be published."));

        let told = order(&mut house, &[&one, &two], &[]).await;
        app.publish_due().await;
        assert!(house.get(&told).await.has("Not eligible"), "{}", house.get(&told).await.words());
        assert_eq!((app.state_of(&one).await, app.state_of(&two).await), (State::NotSelected, State::NotSelected));
        let letters = app.letters_to(OWNER).await;
        let told = letters.iter().filter(|letter| letter.body_text.contains("The partner cities were not convinced."));
        assert_eq!(told.count(), 2);
    })
    .await;
}

#[tokio::test]
async fn what_was_prepared_falls_when_the_city_takes_the_proposal_back() {
    on_both(async |app| {
        let reference = app.submitted().await;
        fails(&app, &reference).await;
        let mut house = app.sign_in(HOUSE).await;
        prepare(&mut house, &[&reference], "ineligible").await;
        let seen = app.seen(&reference).await;
        app.act(OWNER, async |act, actor| submitting::reopen(act, actor, &reference, seen).await).await.unwrap();
        assert!(app.decision_on(&reference).await.is_none(), "it was about another text");
        app.submit(&reference).await;
        assert!(house.get("/desk").await.has("Check whether it is eligible"));
        assert!(!house.get(&format!("{DESK}?show=prepared")).await.has(reference.as_str()));
    })
    .await;
}

#[tokio::test]
async fn a_review_does_not_start_over_what_was_prepared_while_it_was_not_eligible() {
    on_both(async |app| {
        let reference = app.submitted().await;
        fails(&app, &reference).await;
        let mut house = app.sign_in(HOUSE).await;
        prepare(&mut house, &[&reference], "ineligible").await;
        is_found(&app, &reference, true).await;
        assert!(house.get("/desk").await.has("A decision is registered"), "what stands in the way comes first");
        let list = house.get(&format!("{DESK}?show=prepared")).await;
        assert!(list.has("What is prepared cannot be published in its state now."), "{}", list.words());
        let check = house.post_typed(&format!("{DESK}/check"), &boxes(&list, &[&reference])).await;
        assert!(check.has("In its state now, this decision cannot be published."), "{}", check.words());
        let bulk = house.get(&format!("/desk/bulk/review-start?sel={reference}&view=")).await;
        assert!(bulk.has("A decision is prepared for this proposal. Take it back first."), "{}", bulk.words());
        let gone = house.post_typed(&format!("{DESK}/removal"), &boxes(&list, &[&reference])).await;
        assert_eq!(gone.status, 303);
        let bulk = house.get(&format!("/desk/bulk/review-start?sel={reference}&view=")).await;
        assert!(bulk.has("It can be done with 1 of 1."), "{}", bulk.words());
    })
    .await;
}
