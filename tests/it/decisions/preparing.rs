//! Preparing decisions, one by one and together.

use initiatives::proposals::{rules::Outcome, workflow::State};

use super::{DESK, HOUSE, OWNER, board, boxes, prepare};
use crate::{
    desk::{RUTH, at},
    support::{TestApp, on_both, over},
};

#[tokio::test]
async fn one_decision_is_prepared_for_all_that_were_selected_and_nobody_is_told() {
    on_both(async |app| {
        let [one, two, three] = app.several_under_review().await;
        let mut house = app.sign_in(HOUSE).await;
        let list = house.get(DESK).await;
        assert!(list.has("To decide 3") && list.has("No review is in."), "{}", list.words());
        let form = house
            .post_typed(
                &format!("{DESK}/preparation"),
                &[boxes(&list, &[&one, &two]), vec![("outcome", "approved".to_owned())]].concat(),
            )
            .await;
        assert_eq!((form.status, form.field("body").as_deref()), (200, Some("Board of Directors")), "{}", form.words());
        assert!(form.has(one.as_str()) && form.has(two.as_str()) && !form.has(three.as_str()));

        let before = app.letters_to(OWNER).await.len();
        let list = prepare(&mut house, &[&one, &two], "approved").await;
        assert!(list.has("2 decisions are prepared.") && list.has("Prepared: Approved 2"), "{}", list.words());
        assert!(list.has("Clara Soler") && list.has("Emails of the decision"));
        for reference in [&one, &two] {
            let held = app.decision_on(reference).await.unwrap();
            assert!(held.is_prepared() && held.outcome == Outcome::Approved && held.session == "Hyderabad");
            assert_eq!(app.state_of(reference).await, State::UnderReview);
        }
        assert!(app.decision_on(&three).await.is_none());
        assert_eq!(app.letters_to(OWNER).await.len(), before, "nobody is told");

        // What is prepared can be taken back, all at once.
        let gone = house.post_typed(&format!("{DESK}/removal"), &boxes(&list, &[&one, &two])).await;
        assert_eq!(gone.status, 303);
        assert!(house.get(gone.location()).await.has("2 prepared decisions were taken back."));
        assert!(app.decision_on(&one).await.is_none());
    })
    .await;
}

#[tokio::test]
async fn several_are_prepared_to_be_returned_with_the_same_requests() {
    on_both(async |app| {
        let [one, two] = app.several_under_review().await;
        let mut house = app.sign_in(HOUSE).await;
        let list = house.get(DESK).await;
        let path = format!("{DESK}/returns");
        let chosen = boxes(&list, &[&one, &two]);
        let empty = house.post_typed(&path, &chosen).await;
        assert!(empty.status == 200 && empty.text.contains("name=\"requests.0.text\""), "{}", empty.words());
        let typed = |changed: &[(&'static str, &str)]| {
            let sound = [
                ("save", "yes"),
                ("what", "The Board likes it."),
                ("due", "2014-06-30T18:00"),
                ("requests.0.field", "aim"),
                ("requests.0.text", "Say what changes for the people."),
            ];
            [chosen.clone(), over(&sound, changed)].concat()
        };
        let wrong = house.post_typed(&path, &typed(&[("due", "2014-03-01T10:00"), ("requests.0.text", "")])).await;
        assert_eq!(wrong.status, 422);
        assert!(wrong.has("This moment is past.") && wrong.text.contains("The Board likes it."), "{}", wrong.words());
        assert_eq!(house.post_typed(&path, &typed(&[])).await.status, 303);
        let held = app.decision_on(&two).await.unwrap();
        assert_eq!((held.outcome, held.made().requests.len()), (Outcome::Returned, 1));
        assert_eq!(app.state_of(&two).await, State::UnderReview);

        // One of them is changed by itself, in the form of a return.
        let form = house.get(&format!("{}/return", at(&two))).await;
        assert_eq!(form.field("due").as_deref(), Some("2014-06-30T18:00"));
        assert!(form.text.contains("Say what changes for the people.") && form.text.contains("The Board likes it."));
        let (version, held) = (form.field("version").unwrap(), form.field("held").unwrap());
        let mut more = typed(&[("version", &version), ("held", &held), ("what", "The Board loves it.")]);
        more.push(("publish", "no".to_owned()));
        let page = house.post_typed(&format!("{}/return", at(&two)), &more).await;
        assert_eq!(page.status, 303, "{}", page.words());
        assert_eq!(app.decision_on(&two).await.unwrap().message, "The Board loves it.");
        // Published by the button of that form, it is over at once, and the proposal is returned.
        let held = app.decision_on(&two).await.unwrap().version.to_string();
        let publish = typed(&[("version", &version), ("held", &held), ("what", "The Board loves it.")]);
        assert_eq!(house.post_typed(&format!("{}/return", at(&two)), &publish).await.status, 303);
        assert_eq!(app.state_of(&two).await, State::Returned);
        assert!(app.decision_on(&two).await.is_none(), "another decision can come");
        assert!(app.letters_to(OWNER).await.last().unwrap().body_text.contains("> 1. Aim: Say what changes"));
    })
    .await;
}

/// Somebody else of the secretariat prepares something for a proposal.
async fn somebody_else(app: &TestApp, reference: &initiatives::ids::Reference) {
    let mut other = app.sign_in(HOUSE).await;
    prepare(&mut other, &[reference], "approved").await;
}

#[tokio::test]
async fn who_decides_after_somebody_else_is_told_for_each_and_keeps_every_word() {
    on_both(async |app| {
        let [one, two, three] = app.several_under_review().await;
        let mut house = app.sign_in(HOUSE).await;
        let list = house.get(DESK).await;
        let all = [&one, &two, &three];
        let form = [boxes(&list, &all), board("not_selected", &[("reason", "Too late in the day.")])].concat();
        somebody_else(&app, &two).await;
        app.withdraw(&three).await;
        let page = house.post_typed(&format!("{DESK}/preparation"), &form).await;
        assert_eq!(page.status, 409);
        assert!(page.has("One decision is prepared. For those below nothing was done"), "{}", page.words());
        assert!(page.has(&format!("{two}: Somebody else changed it")) && page.has(three.as_str()));
        assert!(page.text.contains("Too late in the day.") && page.has("Replaces what is prepared: Approved"));
        assert_eq!(app.decision_on(&one).await.unwrap().outcome, Outcome::NotSelected);
        assert_eq!(app.decision_on(&two).await.unwrap().outcome, Outcome::Approved, "theirs stands");
        // Sent again, it replaces theirs knowingly; the withdrawn one stays out.
        let again = [boxes(&page, &[&two]), board("not_selected", &[("reason", "Too late in the day.")])].concat();
        assert_eq!(house.post_typed(&format!("{DESK}/preparation"), &again).await.status, 303);
        assert_eq!(app.decision_on(&two).await.unwrap().reason, "Too late in the day.");
        assert!(app.decision_on(&three).await.is_none());
    })
    .await;
}

#[tokio::test]
async fn whoever_selects_nothing_or_has_an_interest_decides_nothing() {
    on_both(async |app| {
        let [one, two] = app.several_under_review().await;
        app.assign(&one, RUTH).await;
        app.review(&one, RUTH, [4; 6], "Good").await;
        let mut house = app.sign_in(HOUSE).await;
        let page = house.post(&format!("{DESK}/check"), &[]).await;
        assert_eq!(page.status, 422);
        assert!(page.has("Select at least one proposal."), "{}", page.words());
        let list = house.get(DESK).await;
        assert!(list.has("Rank 1") && list.has("Approve: 1") && list.has("1 of 1 reviews are in"), "{}", list.words());
        assert!(house.get(&format!("{DESK}?all=yes")).await.text.matches(" checked").count() == 2);
        // A conflict of interest hides a proposal from whoever of the secretariat has it, here too.
        let chosen = boxes(&list, &[&one, &two]);
        let person = app.person(HOUSE).await.to_string();
        let ruling = [("person", person.as_str()), ("ruling", "set"), ("ruling_reason", "My city.")];
        assert_eq!(house.post(&format!("{}/conflicts", at(&one)), &ruling).await.status, 303);
        let list = house.get(&format!("{DESK}?show=all")).await;
        assert!(!list.text.contains(one.as_str()) && list.has(two.as_str()));
        let form = [chosen, board("approved", &[])].concat();
        let page = house.post_typed(&format!("{DESK}/preparation"), &form).await;
        assert_eq!(page.status, 409, "{}", page.words());
        assert!(app.decision_on(&two).await.is_some());
    })
    .await;
}
