//! What is done with many at once: each by itself, and nothing stops the others.

use initiatives::{
    ids::Reference,
    proposals::{
        actions::{
            standing,
            steering::{self, Target},
        },
        conflicts::Ruling,
        eligibility::Check,
        standing as kept,
        workflow::State,
    },
};

use super::{HOUSE, RUTH};
use crate::support::{Browser, Page, TestApp, on_both};

/// The page of a bulk deed on these.
async fn open(house: &mut Browser, action: &str, references: &[&Reference]) -> Page {
    let sel = references.iter().map(|reference| reference.as_str()).collect::<Vec<_>>().join(".");
    house.get(&format!("/desk/bulk/{action}?sel={sel}&view=state%3Dsubmitted")).await
}

/// Sends its form as it was drawn, with those that are ticked in it, and what is typed over it.
async fn confirm(house: &mut Browser, page: &Page, action: &str, typed: &[(&str, &str)]) -> Page {
    let mut values = vec![("confirm".to_owned(), "yes".to_owned())];
    for name in ["sel", "view"] {
        values.push((name.to_owned(), page.field(name).unwrap()));
    }
    for part in page.text.split("name=\"").skip(1) {
        let name = part.split('"').next().unwrap();
        let input = part.split('>').next().unwrap();
        let sent = if name == "ref" { input.ends_with(" checked") } else { hidden(name) };
        if sent {
            let value = input.split("value=\"").nth(1).unwrap().split('"').next().unwrap();
            values.push((name.to_owned(), value.to_owned()));
        }
    }
    values.extend(typed.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
    let values: Vec<(&str, &str)> = values.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    house.post(&format!("/desk/bulk/{action}"), &values).await
}

fn hidden(name: &str) -> bool {
    name.starts_with("version-") || name.starts_with("seen-")
}

async fn passed(app: &TestApp, reference: &Reference) -> Option<bool> {
    let id = app.case(HOUSE, reference).await.unwrap().proposal.id;
    kept::eligibility(app.db.read(), id).await.unwrap().map(|row| row.passed)
}

#[tokio::test]
async fn eligibility_is_said_of_many_each_with_its_own_answer() {
    on_both(async |app| {
        let (good, bad, draft) = (app.submitted().await, app.submitted().await, app.draft().await);
        let mut house = app.sign_in(HOUSE).await;
        let page = open(&mut house, "eligibility", &[&good, &bad, &draft]).await;
        assert!(page.has("It can be done with 2 of 3."), "{}", page.words());
        assert!(page.has("Not possible: This cannot be done in the present state"));
        let (made_good, made_bad) = (format!("made-{good}"), format!("made-{bad}"));
        let why = format!("why-{bad}");
        let typed = [(made_good.as_str(), "yes"), (made_bad.as_str(), "no"), (why.as_str(), " ")];
        let refused = confirm(&mut house, &page, "eligibility", &typed).await;
        assert_eq!(refused.status, 422);
        assert!(refused.text.contains(&format!("href=\"#f-{why}\"")), "beside its field: {}", refused.words());
        assert!(refused.has("It can be done with 2 of 3."), "all that was listed still is");
        assert_eq!(passed(&app, &good).await, None, "nothing is half done");
        let typed = [(made_good.as_str(), "yes"), (made_bad.as_str(), "no"), (why.as_str(), "No letter.")];
        let done = confirm(&mut house, &page, "eligibility", &typed).await;
        assert_eq!(done.status, 200);
        assert!(done.has("Done: 2 of 2"), "{}", done.words());
        assert_eq!((passed(&app, &good).await, passed(&app, &bad).await), (Some(true), Some(false)));
        assert!(done.text.contains(&format!("/desk?state=submitted&#38;sel={good}.{bad}")), "the selection is kept");
        let again = confirm(&mut house, &page, "eligibility", &typed).await;
        assert!(again.has("Done: 0 of 2") && again.has("Somebody else changed it in the meantime"));
        let page = open(&mut house, "eligibility", &[&bad]).await;
        assert!(page.has("No letter."), "what was said before is shown");
        let ticked = format!("value=\"{bad}\" checked");
        assert!(!page.text.contains(&ticked), "and not said anew without being asked for");
    })
    .await;
}

#[tokio::test]
async fn one_reason_is_given_for_all_that_fail_and_another_answer_for_one() {
    on_both(async |app| {
        let (late, later, fine) = (app.submitted().await, app.submitted().await, app.submitted().await);
        let mut house = app.sign_in(HOUSE).await;
        let page = open(&mut house, "eligibility", &[&late, &later, &fine]).await;
        let nothing = confirm(&mut house, &page, "eligibility", &[]).await;
        assert!(nothing.status == 422 && nothing.text.contains("href=\"#f-made\""), "{}", nothing.words());
        let typed = [("made", "no"), ("why", "")];
        let without = confirm(&mut house, &page, "eligibility", &typed).await;
        assert!(without.status == 422 && without.text.contains("href=\"#f-why\""), "{}", without.words());
        let made = format!("made-{fine}");
        let typed = [("made", "no"), ("why", "It is not signed."), (made.as_str(), "yes")];
        let done = confirm(&mut house, &page, "eligibility", &typed).await;
        assert!(done.has("Done: 3 of 3"), "{}", done.words());
        for (reference, passes) in [(&late, false), (&later, false), (&fine, true)] {
            let id = app.case(HOUSE, reference).await.unwrap().proposal.id;
            let kept = kept::eligibility(app.db.read(), id).await.unwrap().unwrap();
            assert_eq!((kept.passed, kept.reason.as_str()), (passes, if passes { "" } else { "It is not signed." }));
        }
    })
    .await;
}

#[tokio::test]
async fn a_failure_in_one_stops_none_of_the_others_and_is_told() {
    on_both(async |app| {
        let (one, other, unchecked) = (app.eligible().await, app.eligible().await, app.submitted().await);
        let mut house = app.sign_in(HOUSE).await;
        let page = open(&mut house, "review-start", &[&one, &other, &unchecked]).await;
        assert!(page.has("Not possible: Check first whether the proposal is eligible."));
        // Somebody else withdraws the first meanwhile.
        let seen = app.seen(&one).await;
        app.act(HOUSE, async |act, actor| {
            steering::withdraw(act, actor, Target { reference: &one, seen }, "Asked by letter.").await
        })
        .await
        .unwrap();
        app.deliver_mail().await;
        let extra = [("ref", unchecked.as_str()), ("ref", "MI-2099-001")];
        let done = confirm(&mut house, &page, "review-start", &extra).await;
        assert!(done.has("Done: 1 of 4"), "{}", done.words());
        assert!(done.has("Check first whether the proposal is eligible.") || done.has("Somebody else changed it"));
        assert!(done.has("There is no such proposal at your desk."));
        assert_eq!(app.case(HOUSE, &other).await.unwrap().proposal.state, State::UnderReview);
        assert_eq!(app.case(HOUSE, &one).await.unwrap().proposal.state, State::Withdrawn);
        let rest = format!("sel={one}.{unchecked}.MI-2099-001");
        assert!(done.text.contains(&rest), "those that were not done can be selected again: {}", done.text);
    })
    .await;
}

#[tokio::test]
async fn a_reviewer_gets_many_but_none_with_a_conflict() {
    on_both(async |app| {
        let (one, other, conflicted) = (app.under_review().await, app.submitted().await, app.under_review().await);
        let ruth = app.person(RUTH).await;
        app.act(HOUSE, async |act, actor| {
            standing::rule(act, actor, &conflicted, ruth, Ruling::Set, "Worked there.").await
        })
        .await
        .unwrap();
        let mut house = app.sign_in(HOUSE).await;
        let page = open(&mut house, "assignment", &[&one, &other, &conflicted]).await;
        assert!(page.has("Conflicts of interest: "), "who has one is told before: {}", page.words());
        let none = confirm(&mut house, &page, "assignment", &[("reviewer", ""), ("due", "soon")]).await;
        assert_eq!(none.status, 422);
        let ruth = ruth.to_string();
        let typed = [("reviewer", ruth.as_str()), ("due", "2014-06-30T12:00")];
        let done = confirm(&mut house, &page, "assignment", &typed).await;
        assert!(done.has("Done: 2 of 3") && done.has("This person has a conflict of interest"), "{}", done.words());
        assert_eq!(app.letters_to(RUTH).await.len(), 1, "one email about all of them");
        let page = open(&mut house, "assignment", &[&one]).await;
        assert!(page.has("Reviewers: "), "who has it is told");
        let again = confirm(&mut house, &page, "assignment", &typed).await;
        assert!(again.has("It was so before."), "{}", again.words());
        assert_eq!(app.letters_to(RUTH).await.len(), 1, "and nobody hears of it twice");
    })
    .await;
}

#[tokio::test]
async fn tags_are_put_on_and_taken_off_many() {
    on_both(async |app| {
        let (one, other) = (app.draft().await, app.submitted().await);
        let tag = app.tag("Water", 8).await;
        app.put_on(&one, tag).await;
        let mut house = app.sign_in(HOUSE).await;
        let tag = tag.to_string();
        let page = open(&mut house, "tagging", &[&one, &other]).await;
        assert_eq!(confirm(&mut house, &page, "tagging", &[]).await.status, 422);
        let done = confirm(&mut house, &page, "tagging", &[("tag", &tag)]).await;
        assert!(done.has("Done: 2 of 2") && done.has("It was so before."), "{}", done.words());
        let page = open(&mut house, "untagging", &[&one, &other]).await;
        confirm(&mut house, &page, "untagging", &[("tag", &tag)]).await;
        assert!(house.get(&format!("/desk?tag={tag}")).await.has("No proposal fits"));
    })
    .await;
}

#[tokio::test]
async fn what_one_must_not_see_is_in_no_selection() {
    on_both(async |app| {
        let (own, hidden) = (app.submitted().await, app.submitted().await);
        let tag = app.tag("Water", 8).await;
        app.put_on(&hidden, tag).await;
        let me = app.person(HOUSE).await;
        app.act(HOUSE, async |act, actor| standing::rule(act, actor, &hidden, me, Ruling::Set, "A cousin.").await)
            .await
            .unwrap();
        let mut house = app.sign_in(HOUSE).await;
        let page = open(&mut house, "eligibility", &[&own, &hidden]).await;
        assert!(page.has(own.as_str()) && !page.main().contains(hidden.as_str()), "{}", page.words());
        assert!(house.get("/desk/tags").await.has("No proposal"), "nor counted");
        let typed = [("ref", hidden.as_str()), ("reviewer", &me.to_string())];
        let done = confirm(&mut house, &page, "assignment", &typed).await;
        assert!(done.has("There is no such proposal at your desk."));
        let everything = house.post_and_follow("/desk/selection", &[("view", ""), ("everything", "yes")]).await;
        assert!(everything.has("Selected: 1"));
    })
    .await;
}

#[tokio::test]
async fn nothing_is_done_without_a_word_or_with_nothing_ticked() {
    on_both(async |app| {
        let reference = app.submitted().await;
        let mut house = app.sign_in(HOUSE).await;
        let shown = house.post("/desk/bulk/eligibility", &[("ref", reference.as_str())]).await;
        assert_eq!(shown.status, 200, "shown, and not done");
        assert_eq!(passed(&app, &reference).await, None);
        assert!(house.get("/desk/bulk/eligibility").await.has("Nothing is selected"));
        assert_eq!(house.post("/desk/bulk/eligibility", &[("confirm", "yes")]).await.status, 422);
        assert_eq!(house.get("/desk/bulk/nonsense?sel=MI-2014-001").await.status, 404);
        // As a whole, whatever the check-list of the guidelines holds.
        app.act(HOUSE, async |act, actor| {
            standing::check_eligibility(act, actor, &reference, Check::first(true, "")).await
        })
        .await
        .unwrap();
        assert_eq!(passed(&app, &reference).await, Some(true));
    })
    .await;
}
