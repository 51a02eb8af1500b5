//! A proposal at the desk: eligibility, assignments.

use initiatives::proposals::actions::submitting;

use super::{EVE, HOUSE, LUIS, OWNER, RUTH, at};
use crate::support::{on_both, proposals::ALL_MET};

#[tokio::test]
async fn a_draft_is_known_by_its_title_and_nothing_more() {
    on_both(async |app| {
        let reference = app.complete_draft().await;
        let title = app.case(HOUSE, &reference).await.unwrap().proposal.title;
        let mut house = app.sign_in(HOUSE).await;
        let page = house.get(&at(&reference)).await;
        assert!(page.has(&title));
        assert!(page.has("Nothing has been submitted yet"));
        assert!(!page.has("Mayor or head of organisation"), "no section of the text");
        assert!(page.has("Withdraw") && !page.has("Start review"));
    })
    .await;
}

#[tokio::test]
async fn eligibility_is_checked_with_a_reason_where_it_fails() {
    on_both(async |app| {
        let reference = app.submitted().await;
        let mut house = app.sign_in(HOUSE).await;
        let page = house.get(&at(&reference)).await;
        assert!(page.has("The letter of support is signed"), "the guidelines' checks are shown");
        assert!(page.has("Start review: Check first whether the proposal is eligible."));
        let path = format!("{}/eligibility", at(&reference));
        let page = house.post(&path, &[]).await;
        assert_eq!(page.status, 422);
        assert!(page.has("Say whether this is met."));
        let answer = |reason: &'static str, remark: &'static str| {
            let others = ALL_MET.into_iter().filter(|(name, _)| *name != "check-letter_signed");
            let letter = [("check-letter_signed", "no"), ("reason-letter_signed", reason)];
            others.chain(letter).chain([("eligibility_remark", remark)]).collect::<Vec<_>>()
        };
        let page = house.post(&path, &answer(" ", "Kept")).await;
        assert_eq!(page.status, 422);
        assert!(page.has("Say why it is not met.") && page.has("Kept"));
        let failed = answer("The letter is <b>not</b> signed.", "");
        let page = house.post_and_follow(&path, &failed).await;
        assert!(page.has("The letter is <b>not</b> signed."), "as text");
        assert!(!page.text.contains("<b>not</b>"));
        assert!(page.has("Not eligible: tell the city"));

        // A colleague, who had opened the page before, says otherwise: nobody overwrites what was not seen.
        let met = [ALL_MET.as_slice(), &[("eligibility_remark", "It is signed"), ("checked", "")]].concat();
        let page = house.post(&path, &met).await;
        assert_eq!(page.status, 409);
        assert!(page.has("The letter is <b>not</b> signed.") && page.has("It is signed"), "both are shown");
        let seen = page.field("checked").unwrap();
        let page = house.post_and_follow(&path, &[ALL_MET.as_slice(), &[("checked", &seen)]].concat()).await;
        assert!(page.has("Eligible: start the review"));
        let mut owner = app.sign_in(OWNER).await;
        assert_eq!(owner.post(&path, &ALL_MET).await.status, 404);
    })
    .await;
}

#[tokio::test]
async fn a_check_of_an_earlier_submission_starts_no_review() {
    on_both(async |app| {
        let reference = app.submitted().await;
        let mut house = app.sign_in(HOUSE).await;
        let path = format!("{}/eligibility", at(&reference));
        let page = house.post_and_follow(&path, &ALL_MET).await;
        assert!(page.has("Eligible: start the review"));
        let seen = app.seen(&reference).await;
        app.act(OWNER, async |act, actor| submitting::reopen(act, actor, &reference, seen).await).await.unwrap();
        app.submit(&reference).await;
        let page = house.get(&at(&reference)).await;
        assert!(page.has("This was checked on submission 1. Submission 2 has come since"), "{}", page.words());
        assert!(page.has("Start review: Check first whether the proposal is eligible."));
        assert!(house.get("/desk").await.has("Check whether it is eligible"));
        let page = house.get(&format!("/desk/bulk/eligibility?sel={reference}&view=")).await;
        assert!(page.has("Submission 2 has come since"), "{}", page.words());
        assert!(page.text.contains(&format!("value=\"{reference}\" checked")), "and is to be said anew");
        let seen = house.get(&at(&reference)).await.field("checked").unwrap();
        let page = house.post_and_follow(&path, &[ALL_MET.as_slice(), &[("checked", &seen)]].concat()).await;
        assert!(page.has("Eligible: start the review"));
    })
    .await;
}

#[tokio::test]
async fn reviewers_are_assigned_and_relieved_by_hand() {
    on_both(async |app| {
        let reference = app.under_review().await;
        let (ruth, eve) = (app.person(RUTH).await.to_string(), app.person(EVE).await.to_string());
        let mut house = app.sign_in(HOUSE).await;
        let path = format!("{}/assignments", at(&reference));
        let page = house.post(&path, &[("reviewer", "")]).await;
        assert_eq!(page.status, 422);
        assert!(page.has("Choose a reviewer."));
        let page = house.post_and_follow(&path, &[("reviewer", &ruth)]).await;
        assert!(page.has("Ruth Hill since"), "{}", page.words());
        assert!(page.has("Ève Roux (0)"), "the others can still be asked");
        let page = house.post_and_follow(&path, &[("reviewer", &eve)]).await;
        assert!(page.has("Ève Roux since"));
        app.give(&reference, EVE).await;
        app.review(&reference, EVE, [5, 5, 5, 5, 5, 5], "Excellent.").await;
        let page = house.post_and_follow(&format!("{path}/{eve}/removal"), &[]).await;
        assert!(page.has("this review is kept, but not counted"), "{}", page.words());
        assert!(!page.has("Scores of all reviews"));
        let mut relieved = app.sign_in(EVE).await;
        assert_eq!(relieved.get(&at(&reference)).await.status, 404);
        let owner = app.person(OWNER).await.to_string();
        assert_eq!(house.post(&path, &[("reviewer", &owner)]).await.status, 404, "no reviewer");
        let mut reviewer = app.sign_in(RUTH).await;
        assert_eq!(reviewer.post(&path, &[("reviewer", &eve)]).await.status, 404);
    })
    .await;
}

#[tokio::test]
async fn all_reviews_add_up_for_the_secretariat() {
    on_both(async |app| {
        let reference = app.under_review().await;
        for reviewer in [RUTH, EVE, LUIS] {
            app.assign(&reference, reviewer).await;
        }
        let mut house = app.sign_in(HOUSE).await;
        app.review(&reference, RUTH, [5, 5, 5, 5, 5, 5], "Excellent.").await;
        let page = house.get(&at(&reference)).await;
        assert!(page.has("ask for 2 reviews before anything is recommended"), "{}", page.words());
        app.review(&reference, EVE, [3, 3, 3, 3, 3, 3], "Good enough.").await;
        let page = house.get(&at(&reference)).await;
        // 100 and 60: a mean of 80, and 40 points between them.
        assert!(page.has("Total 60 100 80"), "{}", page.words());
        assert!(page.has("Recommended: the mean total is 60 or more"));
        assert!(page.has("The totals lie 40 points apart, more than 20"));
        app.review(&reference, LUIS, [4, 3, 5, 4, 2, 3], "Feasible? <script>").await;
        let page = house.get(&at(&reference)).await;
        // (100 + 60 + 72) / 3
        assert!(page.has("77.33"), "{}", page.words());
        assert!(page.has("Feasible? <script>") && !page.text.contains("Feasible? <script>"));
        assert!(house.get("/desk").await.has("77.33"));
        let french = house.get(&format!("{}?lang=fr", at(&reference))).await;
        assert!(french.has("77,33"));
    })
    .await;
}

#[tokio::test]
async fn an_earlier_submission_can_be_read_and_letters_are_listed() {
    on_both(async |app| {
        let reference = app.submitted().await;
        let mut house = app.sign_in(HOUSE).await;
        let page = house.get(&at(&reference)).await;
        assert!(page.has("Submission 1") && page.has("Waiting to be sent"), "{}", page.words());
        assert_eq!(house.get(&format!("{}?submission=1", at(&reference))).await.status, 200);
        assert_eq!(house.get(&format!("{}?submission=2", at(&reference))).await.status, 404);
        assert_eq!(house.get("/desk/proposals/MI-2014-999").await.status, 404);
        assert_eq!(house.get("/desk/proposals/nonsense").await.status, 404);
    })
    .await;
}
