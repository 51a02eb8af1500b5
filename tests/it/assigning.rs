//! The secretariat gives the proposals of a call to reviewers: by a plan that is shown before anything is assigned, by a table,
//! and by what the reviewers wish.

use std::time::Duration;

use initiatives::{entity::assignment, ids::Reference};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};

use crate::{
    desk::{EVE, HOUSE, LUIS, RUTH, at},
    support::{Browser, Page, TestApp, on_both},
};

const BASE: &str = "/desk/calls/2014/assignments";

/// The call of 2014 is in its phase of preferences; `later`: what the form says of the phases after it.
async fn ask_for_preferences(house: &mut Browser, later: &[(&str, &str)]) {
    let asked = [("version", "1"), ("use-preferences", "yes"), ("begins-preferences", "2014-04-01T00:00")];
    let set = house.post("/desk/calls/2014/phases", &[&asked, later].concat()).await;
    assert_eq!(set.status, 303, "{}", set.words());
}

/// The pairs that a plan proposes, as its form would send them.
fn ticked(page: &Page) -> Vec<String> {
    let boxes = page.text.split("name=\"pair\" value=\"").skip(1);
    boxes
        .filter_map(|rest| {
            let (value, rest) = rest.split_once('"')?;
            rest.split('>').next()?.contains("checked").then(|| value.to_owned())
        })
        .collect()
}

/// What the form of a plan carries beside the boxes.
fn carried(page: &Page) -> Vec<(&'static str, String)> {
    let all = |name: &'static str| {
        let found = page.each_after(&format!("type=\"hidden\" name=\"{name}\" value=\""));
        found.into_iter().map(move |value| (name, value))
    };
    all("offered").chain(all("trouble")).collect()
}

fn confirmed(pairs: &[String]) -> Vec<(&'static str, String)> {
    pairs.iter().map(|pair| ("pair", pair.clone())).collect()
}

async fn assigned(app: &TestApp) -> u64 {
    assignment::Entity::find().filter(assignment::Column::EndedAt.is_null()).count(app.db.read()).await.unwrap()
}

async fn three_submitted(app: &TestApp) -> [Reference; 3] {
    [app.submitted().await, app.submitted().await, app.submitted().await]
}

#[tokio::test]
async fn a_plan_is_shown_with_its_reasons_and_nothing_is_assigned_until_it_is_confirmed() {
    on_both(async |app| {
        let references = three_submitted(&app).await;
        let ruth = app.person(RUTH).await;
        for reviewer in [EVE, LUIS] {
            app.person(reviewer).await;
        }
        let mut house = app.sign_in(HOUSE).await;
        let overview = house.get(BASE).await;
        assert!(overview.has("3 proposals with 0 reviewers"), "{}", overview.words());

        // Ruth reads English, the language of the proposals, and takes one at most.
        let profile = [("version", "0"), ("languages", "en"), ("themes", "governance"), ("most", "1")];
        assert_eq!(house.post(&format!("/desk/reviewers/{ruth}"), &profile).await.status, 303);

        let plan = house.get(&format!("{BASE}/plan?reviews=2&most=9")).await;
        let pairs = ticked(&plan);
        assert_eq!(pairs.len(), 6, "two for each: {}", plan.words());
        assert_eq!(pairs.iter().filter(|pair| pair.ends_with(&ruth.to_string())).count(), 1, "her own limit holds");
        assert!(plan.has("reads the language"), "{}", plan.words());
        assert_eq!(assigned(&app).await, 0, "a plan assigns nothing");

        let done = house.post_typed(BASE, &confirmed(&pairs)).await;
        assert_eq!(done.status, 303, "{}", done.words());
        assert_eq!(assigned(&app).await, 6);
        for reviewer in [RUTH, EVE, LUIS] {
            assert_eq!(app.letters_to(reviewer).await.len(), 1, "one letter, however many proposals");
        }
        let again = house.get(&format!("{BASE}/plan?reviews=2&most=9")).await;
        assert!(again.has("Nothing to assign"), "what is met is not planned again");
        let gaps = house.get(&format!("{BASE}/plan?reviews=3&most=9")).await;
        assert!(gaps.has("1 review short"), "Ruth has her one, and nobody else is left: {}", gaps.words());
        assert!(gaps.has(references[0].as_str()) || gaps.has(references[1].as_str()));
    })
    .await;
}

#[tokio::test]
async fn conflicts_are_left_out_of_every_plan_and_suspected_ones_are_not_ticked() {
    on_both(async |app| {
        let reference = app.submitted().await;
        let (ruth, eve) = (app.person(RUTH).await, app.person(EVE).await);
        let mut house = app.sign_in(HOUSE).await;
        // Ève works in the city that leads it; of Ruth the secretariat knows more.
        let profile = [("version", "0"), ("city", "Agra"), ("country", "IN")];
        house.post(&format!("/desk/reviewers/{eve}"), &profile).await;
        let ruling = [("person", &*ruth.to_string()), ("ruling", "set"), ("ruling_reason", "She advised them.")];
        assert_eq!(house.post(&format!("{}/conflicts", at(&reference)), &ruling).await.status, 303);

        let plan = house.get(&format!("{BASE}/plan?reviews=1&most=9")).await;
        assert!(plan.has("Too few reviewers may review it."), "{}", plan.words());
        assert!(ticked(&plan).is_empty());

        let text = format!("{reference};{RUTH}\n{reference};{EVE}\n");
        let table = house.upload(&format!("{BASE}/table"), &[("text", &text)], &[]).await;
        assert!(table.has("Ruth Hill has a conflict of interest."), "{}", table.words());
        assert!(table.has("Same city: Agra") && ticked(&table).is_empty(), "{}", table.words());
        let nothing = house.post_typed(BASE, &carried(&table)).await;
        assert_eq!(nothing.status, 422);
        assert!(nothing.has("Ruth Hill has a conflict of interest."), "{}", nothing.words());
        assert!(nothing.has("Same city: Agra") && ticked(&nothing).is_empty(), "{}", nothing.words());
        // Whoever sends it all the same is refused for the one, and heard for the other.
        let pairs = [format!("{reference}:{ruth}"), format!("{reference}:{eve}")];
        house.post_typed(BASE, &confirmed(&pairs)).await;
        assert_eq!(assigned(&app).await, 1);
        assert!(house.get(BASE).await.has("This person has a conflict of interest with the proposal."));
    })
    .await;
}

#[tokio::test]
async fn a_table_with_mistakes_tells_each_by_its_line_and_does_nothing_by_halves() {
    on_both(async |app| {
        let reference = app.submitted().await;
        app.person(RUTH).await;
        let mut house = app.sign_in(HOUSE).await;
        let path = format!("{BASE}/table");
        let text = format!(
            "Proposal,Reviewer\n{reference},{RUTH}\nMI-2014-999,{RUTH}\n{reference},nobody@jury.example\n{reference},Ruth Hill\n"
        );
        let page = house.upload(&path, &[("text", "")], &[("table", "assignments.csv", text.as_bytes())]).await;
        assert_eq!(page.status, 200, "{}", page.words());
        assert!(page.has("Line 3: no proposal “MI-2014-999” can be assigned in this call."), "{}", page.words());
        assert!(page.has("Line 4: no reviewer “nobody@jury.example”.") && page.has("Line 5: it stands there twice."));
        assert_eq!(ticked(&page).len(), 1);
        assert_eq!(assigned(&app).await, 0);

        let nothing = house.post_typed(BASE, &carried(&page)).await;
        assert_eq!(nothing.status, 422);
        assert!(nothing.has("Nothing is ticked."), "{}", nothing.words());
        assert!(nothing.has("Line 5: it stands there twice."), "{}", nothing.words());
        assert!(nothing.has("1 assignment can be made.") && ticked(&nothing).is_empty(), "{}", nothing.words());

        let text = format!("2014-999,{RUTH}\n{reference},{RUTH}\n");
        let page = house.upload(&path, &[("text", &text)], &[]).await;
        assert!(page.has("Line 1: no proposal “2014-999”"), "it is no heading: {}", page.words());
        assert_eq!(ticked(&page).len(), 1);
        let text = format!("\"Proposal,Reviewer\n{reference},{RUTH}\n");
        let page = house.upload(&path, &[("text", &text)], &[]).await;
        assert!(page.has("Line 1: a quotation mark is not closed on the same line."), "{}", page.words());

        let latin = b"MI-2014-001;\xC8ve Roux\n";
        let page = house.upload(&path, &[("text", "Kept")], &[("table", "old.csv", latin.as_slice())]).await;
        assert_eq!(page.status, 422);
        assert!(page.has("The file is not UTF-8.") && page.has("Kept"), "{}", page.words());
        let pair = format!("{reference}:{}", app.person(RUTH).await);
        let past = house.post(BASE, &[("pair", &pair), ("due", "2014-01-01T10:00")]).await;
        assert_eq!(past.status, 422);
        assert!(past.text.contains(&pair), "what was confirmed is still there: {}", past.words());
    })
    .await;
}

#[tokio::test]
async fn a_plan_that_cannot_be_confirmed_comes_back_whole_and_as_it_was_ticked() {
    on_both(async |app| {
        three_submitted(&app).await;
        for reviewer in [RUTH, EVE] {
            app.person(reviewer).await;
        }
        let mut house = app.sign_in(HOUSE).await;
        let plan = house.get(&format!("{BASE}/plan?reviews=3&most=9")).await;
        let pairs = ticked(&plan);
        assert_eq!(pairs.len(), 6, "{}", plan.words());
        let mut form = carried(&plan);
        form.extend([("pair", pairs[4].clone()), ("due", "2014-01-01T10:00".to_owned())]);

        let again = house.post_typed(BASE, &form).await;
        assert_eq!(again.status, 422);
        assert_eq!(again.each_after("name=\"pair\" value=\""), pairs, "every row");
        assert_eq!(ticked(&again), [pairs[4].clone()], "as it was ticked");
        assert_eq!(again.field("due").as_deref(), Some("2014-01-01T10:00"));
        assert!(again.has("1 review short"), "{}", again.words());
        assert_eq!(carried(&again), carried(&plan), "and so once more");
        assert_eq!(assigned(&app).await, 0);

        let mut form = carried(&again);
        form.extend(confirmed(&ticked(&again)));
        assert_eq!(house.post_typed(BASE, &form).await.status, 303);
        assert_eq!(assigned(&app).await, 1, "what was offered and not ticked is not given");
    })
    .await;
}

#[tokio::test]
async fn of_many_that_cannot_be_given_some_are_named_and_the_rest_are_counted() {
    on_both(async |app| {
        let reference = app.submitted().await;
        let ruth = app.person(RUTH).await;
        let mut house = app.sign_in(HOUSE).await;
        let gone = (901..=915).map(|number| format!("MI-2014-{number}:{ruth}"));
        let pairs: Vec<String> = gone.chain([format!("{reference}:{ruth}")]).collect();
        assert_eq!(house.post_typed(BASE, &confirmed(&pairs)).await.status, 303);
        let told = house.get(BASE).await;
        assert!(told.has("1 assignment is made.") && told.has("MI-2014-912"), "{}", told.words());
        assert!(told.has("3 more assignments could not be made.") && !told.has("MI-2014-913"), "{}", told.words());
    })
    .await;
}

#[tokio::test]
async fn reviewers_say_what_they_would_like_to_review_in_the_phase_for_it_and_declare_conflicts() {
    on_both(async |app| {
        let [one, two, _] = three_submitted(&app).await;
        let (ruth, _) = (app.person(RUTH).await, app.person(EVE).await);
        let mut reviewer = app.sign_in(RUTH).await;
        let path = "/desk/calls/2014/preferences";
        assert_eq!(reviewer.get(path).await.status, 404, "not in this phase");
        let mut house = app.sign_in(HOUSE).await;
        ask_for_preferences(&mut house, &[("use-review", "yes")]).await;

        assert!(reviewer.get("/desk").await.has("asks what you would like to review"), "the desk leads there");
        let first = reviewer.get(path).await;
        assert_eq!(
            first.location(),
            "/desk/calls/2014/confidentiality?next=preferences",
            "confidentiality comes first"
        );
        let unpromised = reviewer.post(path, &[(&format!("wish-{one}"), "1")]).await;
        assert_eq!(unpromised.status, 403);
        let promise = [("agreed", "yes"), ("next", "preferences")];
        let page = reviewer.post_and_follow("/desk/calls/2014/confidentiality", &promise).await;
        assert!(page.has(one.as_str()) && page.has(two.as_str()), "{}", page.words());
        assert!(!page.has("City of Agra"), "the phase hides who applies");
        let (first, second) = (format!("wish-{one}"), format!("wish-{two}"));
        reviewer.post(path, &[(&first, "1"), (&second, "-1")]).await;
        let kept = reviewer.get(path).await;
        assert!(kept.text.contains(&format!("name=\"{first}\" value=\"1\" checked")), "{}", kept.text);

        let plan = house.get(&format!("{BASE}/plan?reviews=1&most=1")).await;
        assert!(ticked(&plan).contains(&format!("{one}:{ruth}")), "{}", plan.words());
        assert!(plan.has("would like to"));
        reviewer.post(&format!("{path}/{one}/conflict"), &[("conflict_reason", "I wrote it.")]).await;
        assert!(!reviewer.get(path).await.has(one.as_str()), "it is gone at once");
        let plan = house.get(&format!("{BASE}/plan?reviews=1&most=9")).await;
        assert!(!ticked(&plan).contains(&format!("{one}:{ruth}")));
        let told = app.letters_to(HOUSE).await;
        assert!(
            told.iter().any(|letter| letter.kind == "conflict_declared" && letter.body_text.contains("I wrote it."))
        );
    })
    .await;
}

#[tokio::test]
async fn a_conflict_that_is_declared_early_ends_what_was_assigned_meanwhile() {
    on_both(async |app| {
        let reference = app.submitted().await;
        app.give(&reference, RUTH).await;
        let mut house = app.sign_in(HOUSE).await;
        ask_for_preferences(&mut house, &[]).await;
        let mut reviewer = app.sign_in(RUTH).await;
        let path = format!("/desk/calls/2014/preferences/{reference}/conflict");
        assert_eq!(reviewer.post(&path, &[("conflict_reason", "My sister works there.")]).await.status, 303);
        assert_eq!(assigned(&app).await, 0);
        assert_eq!(reviewer.get(&at(&reference)).await.status, 404);
        assert!(house.get(BASE).await.has("1 proposal with 0 reviewers"), "it counts no longer");
    })
    .await;
}

#[tokio::test]
async fn what_is_written_when_the_phase_of_preferences_is_over_is_given_back() {
    on_both(async |app| {
        let reference = app.submitted().await;
        app.person(RUTH).await;
        let mut house = app.sign_in(HOUSE).await;
        ask_for_preferences(&mut house, &[("use-review", "yes"), ("begins-review", "2014-07-01T00:00")]).await;
        let path = "/desk/calls/2014/preferences";
        let conflict = format!("{path}/{reference}/conflict");
        let mut reviewer = app.sign_in(RUTH).await;
        reviewer.post("/desk/calls/2014/confidentiality", &[("agreed", "yes"), ("next", "preferences")]).await;
        let long = "My sister works there. ".repeat(100);
        let refused = reviewer.post(&conflict, &[("conflict_reason", &long)]).await;
        assert_eq!(refused.status, 422);
        assert!(refused.text.contains(long.trim()), "too long, and still there: {}", refused.words());
        assert!(refused.text.contains("<details class=\"details\" open>"), "and in sight");

        app.clock.advance(Duration::from_secs(120 * 86_400));
        let mut reviewer = app.sign_in(RUTH).await;
        let late = reviewer.post(&conflict, &[("conflict_reason", "My sister works there.")]).await;
        assert_eq!(late.status, 403);
        assert!(late.has("This call does not ask for preferences now."), "{}", late.words());
        assert!(late.has("What you wrote") && late.has("My sister works there."), "{}", late.words());
        let late = reviewer.post(path, &[(&format!("wish-{reference}"), "1")]).await;
        assert!(late.status == 403 && !late.has("What you wrote"), "a choice is no text: {}", late.words());
    })
    .await;
}

#[tokio::test]
async fn a_letter_about_several_proposals_names_none_and_one_about_one_names_it() {
    on_both(async |app| {
        let references = three_submitted(&app).await;
        let (ruth, eve) = (app.person(RUTH).await, app.person(EVE).await);
        let mut house = app.sign_in(HOUSE).await;
        let mut pairs: Vec<(&str, String)> =
            references.iter().map(|reference| ("pair", format!("{reference}:{ruth}"))).collect();
        pairs.push(("pair", format!("{}:{eve}", references[0])));
        pairs.push(("due", "2014-06-30T12:00".to_owned()));
        house.post_typed(BASE, &pairs).await;
        let several = app.only_letter_to(RUTH).await;
        assert!(
            several.subject.contains("3 proposals") && several.body_text.contains("June 2014"),
            "{}",
            several.body_text
        );
        for reference in &references {
            assert!(
                !several.body_text.contains(reference.as_str()),
                "whoever must not hear of one any more reads of none"
            );
        }
        let one = app.only_letter_to(EVE).await;
        assert!(one.body_text.contains(references[0].as_str()) && one.body_text.contains("juin 2014"));
        assert!(one.proposal_id.is_some(), "it is taken back with a conflict");
    })
    .await;
}
