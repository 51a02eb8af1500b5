//! Registering a decision.

use initiatives::proposals::{actions::standing, eligibility::Check, workflow::State};

use super::{HOUSE, RUTH, at};
use crate::support::on_both;

fn typed<'a>(version: &'a str, held: &'a str, outcome: &'a str, publish: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![
        ("version", version),
        ("held", held),
        ("outcome", outcome),
        ("body", "Board of Directors"),
        ("session", "Hyderabad"),
        ("decided_on", "2014-03-28"),
        ("minute_reference", "MIN-7"),
        ("message", "We are glad."),
        ("publish", publish),
    ]
}

#[tokio::test]
async fn the_form_says_what_will_be_mailed_and_what_becomes_public() {
    on_both(async |app| {
        let reference = app.under_review().await;
        let mut house = app.sign_in(HOUSE).await;
        let path = format!("{}/decision", at(&reference));
        let page = house.get(&format!("{path}?outcome=approved")).await;
        assert!(page.has("Asha Verma <official@agra.example>"));
        assert!(page.has("can be read by everyone, on the page of the Initiative, at once"));
        assert_eq!(page.field("body").as_deref(), Some("Board of Directors"));
        let version = page.field("version").unwrap();
        let page = house.post(&path, &[("version", &version), ("outcome", "approved"), ("message", "Hm")]).await;
        assert_eq!(page.status, 422);
        assert_eq!(page.text.matches("Please fill this in.").count(), 8, "four fields, each in the summary too");
        assert!(page.text.contains("Hm"));
        for day in ["2014-04-02", "0001-01-01"] {
            let mut form = typed(&version, "", "approved", "yes");
            form.retain(|(name, _)| *name != "decided_on");
            form.push(("decided_on", day));
            let page = house.post(&path, &form).await;
            assert_eq!(page.status, 422, "nobody decided on {day}: it is 1 April 2014");
            assert_eq!(page.field("decided_on").as_deref(), Some(day));
        }
        let page = house.get(&format!("{path}?outcome=not_selected")).await;
        assert!(page.has("Nothing becomes public."));
        let no_reason = house.post(&path, &typed(&version, "", "not_selected", "yes")).await;
        assert_eq!(no_reason.status, 422);
        assert!(no_reason.has("Please fill this in."));
    })
    .await;
}

#[tokio::test]
async fn a_decision_can_be_held_edited_and_published_later() {
    on_both(async |app| {
        let reference = app.under_review().await;
        app.assign(&reference, RUTH).await;
        let mut house = app.sign_in(HOUSE).await;
        let path = format!("{}/decision", at(&reference));
        let open = format!("{path}?outcome=approved");
        let form = house.get(&open).await;
        let version = form.field("version").unwrap();
        let page = house.post_and_follow(&path, &typed(&version, "", "approved", "no")).await;
        assert!(page.has("Registered, not published") && page.has("A decision is registered: publish it"));
        let mut reviewer = app.sign_in(RUTH).await;
        assert!(!reviewer.get(&at(&reference)).await.has("MIN-7"), "held decisions are the secretariat's");
        // Somebody who opened the form before meets the other text, and keeps the own one.
        let late = house.post(&path, &typed(&version, "", "approved", "yes")).await;
        assert_eq!(late.status, 409);
        assert!(late.has("What somebody else registered meanwhile") && late.has("MIN-7"), "{}", late.words());
        let form = house.get(&open).await;
        let (version, held) = (form.field("version").unwrap(), form.field("held").unwrap());
        assert!(form.text.contains("We are glad."), "the held text comes back");
        let page = house.post_and_follow(&path, &typed(&version, &held, "approved", "yes")).await;
        assert!(page.has("The proposal is approved and public."));
        let case = app.case(HOUSE, &reference).await.unwrap();
        assert_eq!(case.proposal.state, State::Approved);
        assert!(reviewer.get(&at(&reference)).await.has("MIN-7"), "what is published is known");
    })
    .await;
}

#[tokio::test]
async fn an_ineligible_proposal_needs_no_board() {
    on_both(async |app| {
        let reference = app.submitted().await;
        let mut house = app.sign_in(HOUSE).await;
        app.act(HOUSE, async |act, actor| {
            standing::check_eligibility(act, actor, &reference, Check::first(false, "No partner")).await
        })
        .await
        .unwrap();
        let path = format!("{}/decision", at(&reference));
        let form = house.get(&format!("{path}?outcome=not_selected")).await;
        assert!(form.text.contains("value=\"ineligible\" id=\"f-outcome-2\" checked"), "suggested by the check");
        assert!(form.has("Keep without publishing"), "its email can be read first: {}", form.words());
        let version = form.field("version").unwrap();
        let typed = [
            ("version", version.as_str()),
            ("outcome", "ineligible"),
            ("reason", "No partner is named."),
            ("publish", "yes"),
        ];
        let page = house.post_and_follow(&path, &typed).await;
        assert!(page.has("Decision: Not eligible") && page.has("No partner is named."), "{}", page.words());
        assert_eq!(app.case(HOUSE, &reference).await.unwrap().proposal.state, State::NotSelected);
    })
    .await;
}
