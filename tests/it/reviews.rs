//! Writing a review, and what nobody else knows of it.

use initiatives::{entity::review, ids::Reference, proposals::workflow::State, reviews};
use sea_orm::EntityTrait;

use crate::{
    desk::{CRITERIA, EVE, HOUSE, OWNER, RUTH, at, entry},
    reviews_newer::resubmitted,
    support::{TestApp, on_both},
};

/// What a reviewer types: the same score everywhere.
pub fn typed(version: &str, score: &str, word: &str, button: &str) -> Vec<(String, String)> {
    let scores = CRITERIA.iter().map(|key| (format!("score-{key}"), score.to_owned()));
    let rest = [
        ("version", version),
        ("to_committee", word),
        ("to_applicant", ""),
        ("recommendation", "approve"),
        ("confidence", "high"),
        ("do", button),
    ];
    scores.chain(rest.map(|(name, value)| (name.to_owned(), value.to_owned()))).collect()
}

pub fn pairs(typed: &[(String, String)]) -> Vec<(&str, &str)> {
    typed.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()
}

async fn kept(app: &TestApp, reference: &Reference) -> Vec<reviews::Review> {
    let case = app.case(HOUSE, reference).await.unwrap();
    reviews::for_proposal(app.db.read(), case.proposal.id).await.unwrap()
}

#[tokio::test]
async fn a_review_is_saved_as_it_grows_and_handed_in_when_complete() {
    on_both(async |app| {
        let reference = app.under_review().await;
        app.assign(&reference, RUTH).await;
        let mut ruth = app.sign_in(RUTH).await;
        assert!(ruth.get("/desk").await.has("Your review is open"));
        let path = format!("{}/review", at(&reference));
        let form = ruth.get(&path).await;
        assert!(form.has("Excellent: convincing in every respect") && form.has("weight 20"));
        assert!(form.has("Submission 1"), "beside the proposal");
        let draft =
            [("version", "0"), ("score-relevance", "4"), ("remark-relevance", "A <b>real</b> need"), ("do", "save")];
        let page = ruth.post_and_follow(&path, &draft).await;
        assert!(page.has("Your draft is saved.") && page.has("A <b>real</b> need"));
        assert!(!page.text.contains("<b>real</b>"), "as text");
        assert_eq!(page.field("version").as_deref(), Some("1"));
        assert!(kept(&app, &reference).await.is_empty(), "a draft is not in");
        let page = ruth.post(&path, &[("version", "1"), ("score-relevance", "4"), ("do", "submit")]).await;
        assert_eq!(page.status, 422);
        assert!(page.has("Give a score for “Partnership”.") && page.has("Say what you would decide."));
        assert!(
            page.text.contains("href=\"#f-score-partnership\"") && page.text.contains("id=\"f-score-partnership\"")
        );
        let complete = typed("1", "4", "Convincing.", "submit");
        let page = ruth.post_and_follow(&path, &pairs(&complete)).await;
        assert!(page.has("Your review is in, with a total of 80."), "{}", page.words());
        let reviews = kept(&app, &reference).await;
        assert_eq!(reviews[0].total.unwrap().to_string(), "80");
        assert!(reviews[0].submission.is_some(), "it remembers what it judged");
        let page = ruth.get(&path).await;
        assert!(page.has("Your review is in. Changes count at once."), "{}", page.words());
        let better = typed("2", "5", "Even better.", "submit");
        assert!(ruth.post_and_follow(&path, &pairs(&better)).await.has("total of 100"));
        let emptied = ruth.post(&path, &[("version", "3"), ("do", "save")]).await;
        assert_eq!(emptied.status, 303, "a draft lies beside what is in, and never replaces it");
        assert_eq!(kept(&app, &reference).await[0].total.unwrap().to_string(), "100");
    })
    .await;
}

#[tokio::test]
async fn nothing_of_others_is_known_until_the_own_review_is_in() {
    on_both(async |app| {
        let reference = app.under_review().await;
        for reviewer in [RUTH, EVE] {
            app.assign(&reference, reviewer).await;
        }
        app.review(&reference, EVE, [2, 2, 2, 2, 2, 2], "A secret of Ève’s.").await;
        let mut ruth = app.sign_in(RUTH).await;
        for path in [at(&reference), format!("{}/review", at(&reference)), "/desk".to_owned()] {
            let page = ruth.get(&path).await;
            assert_eq!(page.status, 200, "{path}");
            for secret in ["secret of", "Ève Roux", "1 of 2", "Total 40"] {
                assert!(!page.has(secret), "{path} tells {secret}: {}", page.words());
            }
        }
        assert!(ruth.get(&at(&reference)).await.has("Hand in your own review first"));
        let case = app.case(RUTH, &reference).await.unwrap();
        let actor = app.actor(RUTH).await;
        assert!(reviews::readable(app.db.read(), &case, &actor).await.unwrap().is_empty());
        app.act(RUTH, async |act, actor| {
            let (begun, last) = (entry([5; 6], "Only begun."), reviews::actions::Judged::default());
            reviews::actions::save(act, actor, &reference, 0, &begun, &last).await
        })
        .await
        .unwrap();
        assert!(!ruth.get(&at(&reference)).await.has("secret of"), "a draft does not open it");
        let complete = typed("1", "5", "My word.", "submit");
        let page = ruth.post_and_follow(&format!("{}/review", at(&reference)), &pairs(&complete)).await;
        assert!(page.has("A secret of Ève’s.") && page.has("Ève Roux"), "{}", page.words());
        assert!(ruth.get("/desk").await.has("2 of 2"));
        assert!(!page.has("Relieve"), "who reviews is the secretariat's to say");
    })
    .await;
}

#[tokio::test]
async fn a_review_is_its_reviewers_alone() {
    on_both(async |app| {
        let reference = app.under_review().await;
        app.assign(&reference, RUTH).await;
        let path = format!("{}/review", at(&reference));
        for email in [EVE, OWNER, HOUSE] {
            let mut other = app.sign_in(email).await;
            assert_eq!(other.get(&path).await.status, 404, "{email}");
            let complete = typed("0", "5", "Not mine.", "submit");
            assert_eq!(other.post(&path, &pairs(&complete)).await.status, 404, "{email}");
        }
        assert!(review::Entity::find().one(app.db.read()).await.unwrap().is_none());
    })
    .await;
}

#[tokio::test]
async fn two_windows_of_one_reviewer_are_a_conflict_that_shows_both_texts() {
    on_both(async |app| {
        let reference = app.under_review().await;
        app.assign(&reference, RUTH).await;
        let mut ruth = app.sign_in(RUTH).await;
        let path = format!("{}/review", at(&reference));
        let one = typed("0", "4", "From one window.", "save");
        assert_eq!(ruth.post(&path, &pairs(&one)).await.status, 303);
        let other = typed("0", "2", "From the other window.", "save");
        let page = ruth.post(&path, &pairs(&other)).await;
        assert_eq!(page.status, 409);
        assert!(page.has("From one window.") && page.has("From the other window."), "{}", page.words());
        let again = typed(&page.field("version").unwrap(), "2", "From the other window.", "save");
        assert_eq!(ruth.post(&path, &pairs(&again)).await.status, 303);
    })
    .await;
}

#[tokio::test]
async fn who_corrects_a_review_that_is_in_too_late_finds_the_correction_beside_it() {
    on_both(async |app| {
        let reference = app.under_review().await;
        app.assign(&reference, RUTH).await;
        let mut ruth = app.sign_in(RUTH).await;
        let path = format!("{}/review", at(&reference));
        let first = typed("0", "4", "All my thoughts.", "submit");
        assert_eq!(ruth.post(&path, &pairs(&first)).await.status, 303);
        let version = ruth.get(&path).await.field("version").unwrap();
        app.withdraw(&reference).await;
        let corrected = typed(&version, "2", "What I thought of later.", "submit");
        let page = ruth.post(&path, &pairs(&corrected)).await;
        assert_eq!(page.status, 403);
        assert!(page.has("All my thoughts.") && page.has("What I thought of later."), "{}", page.words());
    })
    .await;
}

#[tokio::test]
async fn a_proposal_withdrawn_meanwhile_says_so_and_keeps_the_text() {
    on_both(async |app| {
        let reference = app.under_review().await;
        app.assign(&reference, RUTH).await;
        let mut ruth = app.sign_in(RUTH).await;
        let path = format!("{}/review", at(&reference));
        app.withdraw(&reference).await;
        let complete = typed("0", "4", "All my thoughts.", "submit");
        let page = ruth.post(&path, &pairs(&complete)).await;
        assert_eq!(page.status, 403);
        assert!(page.has("The proposal has been withdrawn.") && page.has("All my thoughts."), "{}", page.words());
        assert!(!page.has("Hand in review"));
        assert_eq!(app.case(HOUSE, &reference).await.unwrap().proposal.state, State::Withdrawn);
    })
    .await;
}

#[tokio::test]
async fn who_abstains_from_a_proposal_withdrawn_meanwhile_keeps_the_reason() {
    on_both(async |app| {
        let reference = app.under_review().await;
        app.assign(&reference, RUTH).await;
        let mut ruth = app.sign_in(RUTH).await;
        app.withdraw(&reference).await;
        let path = format!("{}/review/abstention", at(&reference));
        let page = ruth.post(&path, &[("abstain_reason", "I know nothing of water.")]).await;
        assert_eq!(page.status, 403);
        assert!(page.has("The proposal has been withdrawn."), "{}", page.words());
        assert!(page.has("I know nothing of water."), "{}", page.words());
    })
    .await;
}

#[tokio::test]
async fn scores_out_of_range_and_endless_texts_come_back() {
    on_both(async |app| {
        let reference = app.under_review().await;
        app.assign(&reference, RUTH).await;
        let mut ruth = app.sign_in(RUTH).await;
        let path = format!("{}/review", at(&reference));
        let page = ruth.post(&path, &[("version", "0"), ("score-relevance", "6"), ("do", "save")]).await;
        assert_eq!(page.status, 422);
        let long = "a".repeat(8_001);
        let page = ruth.post(&path, &[("version", "0"), ("to_committee", &long), ("do", "save")]).await;
        assert_eq!(page.status, 422);
        assert!(page.has("At most 8,000 characters, please.") && page.text.contains(&long));
        assert_eq!(ruth.post(&path, &[("version", "one"), ("do", "save")]).await.status, 422);
    })
    .await;
}

#[tokio::test]
async fn a_review_is_saved_while_it_is_written_and_another_window_is_told() {
    on_both(async |app| {
        let reference = app.under_review().await;
        app.assign(&reference, RUTH).await;
        let mut ruth = app.sign_in(RUTH).await;
        let draft = format!("{}/review/draft", at(&reference));
        let saved = ruth.post(&draft, &pairs(&typed("0", "3", "So far.", "save"))).await;
        assert_eq!(saved.status, 200, "{}", saved.text);
        let told: serde_json::Value = serde_json::from_str(&saved.text).unwrap();
        assert_eq!(told["version"], 1);
        assert!(told["saved"].as_str().unwrap().starts_with("Saved at"));
        assert_eq!(ruth.post(&draft, &pairs(&typed("0", "4", "Elsewhere.", "save"))).await.status, 409);
        assert!(ruth.get(&format!("{}/review", at(&reference))).await.has("So far."));
        assert!(kept(&app, &reference).await.is_empty(), "a draft is nobody else's");

        // What is in counts until it is handed in again: what is written over it lies beside it.
        ruth.post(&format!("{}/review", at(&reference)), &pairs(&typed("1", "4", "Convincing.", "submit"))).await;
        assert_eq!(ruth.post(&draft, &pairs(&typed("2", "1", "On second thoughts", "save"))).await.status, 200);
        assert_eq!(kept(&app, &reference).await[0].total.unwrap().to_string(), "80");
        assert!(ruth.get(&format!("{}/review", at(&reference))).await.has("On second thoughts"));
    })
    .await;
}

#[tokio::test]
async fn whoever_cannot_judge_abstains_with_a_reason_and_may_still_judge() {
    on_both(async |app| {
        let reference = app.under_review().await;
        for reviewer in [RUTH, EVE] {
            app.assign(&reference, reviewer).await;
        }
        let (mut ruth, mut house) = (app.sign_in(RUTH).await, app.sign_in(HOUSE).await);
        let review = format!("{}/review", at(&reference));
        let path = format!("{review}/abstention");
        assert_eq!(ruth.post(&path, &[("abstain_reason", " ")]).await.status, 422);
        let page = ruth.post_and_follow(&path, &[("abstain_reason", "I know nothing of water.")]).await;
        assert!(page.has("You have abstained."), "{}", page.words());
        assert!(house.get(&at(&reference)).await.has("I know nothing of water."));
        app.review(&reference, EVE, [4; 6], "Good.").await;
        let listed = house.get("/desk").await;
        assert!(listed.has("All reviews are in: register the decision"), "nobody waits for her: {}", listed.words());
        ruth.post(&review, &pairs(&typed("0", "2", "After all.", "submit"))).await;
        assert!(house.get("/desk").await.has("2 of 2"));
    })
    .await;
}

#[tokio::test]
async fn whoever_abstained_has_no_open_work_in_the_list() {
    on_both(async |app| {
        let (begun, judged) = (app.under_review().await, app.under_review().await);
        for reference in [&begun, &judged] {
            app.assign(reference, RUTH).await;
        }
        let mut ruth = app.sign_in(RUTH).await;
        ruth.post(&format!("{}/review", at(&begun)), &pairs(&typed("0", "3", "So far.", "save"))).await;
        app.review(&judged, RUTH, [4; 6], "Of the first.").await;
        resubmitted(&app, &judged).await;
        let list = ruth.get("/desk").await;
        assert!(list.has("Draft saved") && list.has("Changed since your review"), "{}", list.words());
        for reference in [&begun, &judged] {
            let path = format!("{}/review/abstention", at(reference));
            assert_eq!(ruth.post(&path, &[("abstain_reason", "I know nothing of water.")]).await.status, 303);
            assert!(ruth.get(&at(reference)).await.has("You abstained"), "{reference}");
        }
        let list = ruth.get("/desk").await;
        assert!(list.has("You abstained") && list.has(begun.as_str()) && list.has(judged.as_str()), "{}", list.words());
        for open in ["Draft saved", "Changed since your review", "Your review is open"] {
            assert!(!list.has(open), "{open}: {}", list.words());
        }
    })
    .await;
}

#[tokio::test]
async fn whoever_hands_in_goes_on_to_the_open_proposal_with_the_fewest_reviews() {
    on_both(async |app| {
        let (one, two, three) = (app.under_review().await, app.under_review().await, app.under_review().await);
        for reference in [&one, &two, &three] {
            app.assign(reference, RUTH).await;
        }
        app.assign(&two, EVE).await;
        app.review(&two, EVE, [3; 6], "Fair.").await;
        let mut ruth = app.sign_in(RUTH).await;
        let mut hand_in = async |reference: &Reference| {
            let complete = typed("0", "4", "Good.", "next");
            ruth.post(&format!("{}/review", at(reference)), &pairs(&complete)).await.location().to_owned()
        };
        assert_eq!(hand_in(&one).await, format!("{}/review", at(&three)), "two has one already");
        assert_eq!(hand_in(&three).await, format!("{}/review", at(&two)));
        assert_eq!(hand_in(&two).await, "/desk", "that was the last");
    })
    .await;
}
