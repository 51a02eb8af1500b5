//! Columns, orders, and what is ticked.

use initiatives::{
    calls::{self, Phases, ReviewPhase, Step, actions::phasing},
    entity::proposal,
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, sea_query::Expr};

use super::{HOUSE, OWNER, RUTH, headings, references, ticked};
use crate::{
    desk::EVE,
    support::{Browser, on_both},
};

#[tokio::test]
async fn one_chooses_columns_and_finds_them_again() {
    on_both(async |app| {
        let reference = app.under_review().await;
        app.give(&reference, RUTH).await;
        let mut house = app.sign_in(HOUSE).await;
        let usual = headings(&house.get("/desk").await);
        assert_eq!(usual[..3], ["Select", "Reference", "Proposal"]);
        let form = [("cols", "country"), ("cols", "call"), ("view", "state=under_review")];
        let page = house.post("/desk/columns", &form).await;
        assert_eq!(page.location(), "/desk?state=under_review&cols=title.country.call", "the address says it");
        assert_eq!(headings(&house.get("/desk").await), ["Select", "Proposal", "Country", "Call"]);
        let shared = house.get("/desk?cols=title.gap").await;
        assert_eq!(headings(&shared), ["Select", "Proposal", "Widest gap"], "an address goes before a memory");
        assert_eq!(house.post("/desk/columns", &[("view", "")]).await.location(), "/desk?cols=title");
        house.post("/desk/columns", &[("usual", "yes"), ("cols", "gap"), ("view", "")]).await;
        assert_eq!(headings(&house.get("/desk").await), usual);
        let mut ruth = app.sign_in(RUTH).await;
        let page = ruth.get("/desk?cols=title.total.own.country").await;
        assert_eq!(headings(&page), ["Proposal", "Country", "Your review"], "means are the secretariat's");
    })
    .await;
}

/// Whether the whole list, of two pages, is the same forwards, backwards and turned round.
async fn is_paged_both_ways(who: &mut Browser, sort: &str) {
    let mut pages = Vec::new();
    for turned in ["", "&turned=yes"] {
        let first = who.get(&format!("/desk?sort={sort}{turned}")).await;
        let mut all = references(&first);
        assert_eq!(all.len(), 25, "{sort}");
        let next = first.text.split("rel=\"next\" href=\"").nth(1).unwrap().split('"').next().unwrap();
        let second = who.get(&next.replace("&#38;", "&")).await;
        all.extend(references(&second));
        let back = second.text.split("rel=\"prev\" href=\"").nth(1).unwrap().split('"').next().unwrap();
        assert_eq!(references(&who.get(&back.replace("&#38;", "&")).await), all[..25], "{sort}{turned}, back");
        pages.push(all);
    }
    pages[1].reverse();
    assert_eq!(pages[0], pages[1], "{sort}");
}

#[tokio::test]
async fn a_reviewer_sorts_by_every_column_too() {
    on_both(async |app| {
        let mut last = None;
        for _ in 0..27 {
            let reference = app.under_review().await;
            app.give(&reference, RUTH).await;
            last = Some(reference);
        }
        let judged = last.unwrap();
        app.review(&judged, RUTH, [4; 6], "Good.").await;
        let mut ruth = app.sign_in(RUTH).await;
        for sort in ["title", "reference", "state", "country", "call", "own", "reviews", "changed", "theme"] {
            is_paged_both_ways(&mut ruth, sort).await;
        }
        let page = ruth.get("/desk?sort=own").await;
        assert_eq!(references(&page)[0], judged.to_string(), "the highest total first");
        assert!(page.text.contains("aria-sort=\"descending\""), "{}", page.words());
    })
    .await;
}

#[tokio::test]
async fn a_reviewers_list_is_sorted_by_nothing_that_they_must_not_know() {
    on_both(async |app| {
        let mut all = Vec::new();
        for country in ["ZW", "AU", "MX"] {
            let reference = app.under_review().await;
            let there = proposal::Entity::update_many().col_expr(proposal::Column::Country, Expr::value(country));
            there.filter(proposal::Column::Reference.eq(reference.clone())).exec(app.db.write()).await.unwrap();
            app.give(&reference, RUTH).await;
            all.push(reference);
        }
        app.give(&all[2], EVE).await;
        app.review(&all[2], EVE, [4; 6], "Fair.").await;
        let ruth = app.sign_in(RUTH).await;
        let order = async |sort: &str| references(&ruth.clone().get(&format!("/desk?sort={sort}")).await);
        let these = |places: [usize; 3]| places.map(|place| all[place].to_string()).to_vec();
        assert_eq!(order("country").await, these([1, 2, 0]));
        // Of others' reviews they know after their own: the one that is in moves nothing.
        assert_eq!(order("reviews").await, order("changed").await);
        app.review(&all[1], RUTH, [3; 6], "Fair.").await;
        assert_eq!(order("reviews").await[0], all[1].to_string());
        let call = calls::by_id(app.db.read(), app.call().await).await.unwrap().unwrap();
        let usual = ReviewPhase::usual(Step::Review);
        let phases = Phases::new(vec![ReviewPhase { begins_at: Some(app.now()), applicant: false, ..usual }]).unwrap();
        app.act(HOUSE, async |act, _| phasing::set(act, call.id, call.version, &phases).await).await.unwrap();
        assert_eq!(order("country").await, order("title").await, "who applies is hidden, and so is from where");
        assert_eq!(order("title").await, these([0, 1, 2]));
    })
    .await;
}

#[tokio::test]
async fn every_order_can_be_turned_round_and_paged_without_gap() {
    on_both(async |app| {
        for _ in 0..26 {
            app.draft().await;
        }
        app.submitted().await;
        let mut house = app.sign_in(HOUSE).await;
        for sort in ["title", "reference", "state", "country", "call", "reviews", "total", "gap", "changed", "theme"] {
            is_paged_both_ways(&mut house, sort).await;
        }
        let page = house.get("/desk?sort=title").await;
        assert!(page.text.contains("aria-sort=\"ascending\"") && page.text.contains("sort=title&#38;turned=yes"));
        assert!(house.get("/desk?sort=title&turned=yes").await.text.contains("aria-sort=\"descending\""));
    })
    .await;
}

#[tokio::test]
async fn what_is_ticked_goes_along_without_scripts() {
    on_both(async |app| {
        for _ in 0..27 {
            app.draft().await;
        }
        let mut house = app.sign_in(HOUSE).await;
        let first = house.get("/desk?sort=reference").await;
        let all = references(&first);
        let go =
            first.text.split("name=\"go\" value=\"").nth(1).unwrap().split('"').next().unwrap().replace("&#38;", "&");
        let form = [("view", "sort=reference"), ("ref", &all[0]), ("ref", &all[3]), ("go", &go)];
        let second = house.post_and_follow("/desk/selection", &form).await;
        assert_eq!(references(&second).len(), 2);
        assert!(second.has("Selected: 2") && ticked(&second).is_empty(), "those of the other page");
        let held = second.text.matches("data-held").count();
        assert_eq!(held, 2);
        let sorted = second
            .text
            .split("href=\"")
            .map(|part| part.split('"').next().unwrap())
            .find(|link| link.contains("sort=title"));
        assert!(
            sorted.unwrap().contains(&format!("sel={}.{}", all[0], all[3])),
            "every link within the list keeps them"
        );
        let form =
            [("view", "sort=reference"), ("ref", &all[0]), ("ref", &all[3]), ("whole", "page"), ("shown", &all[5])];
        let page = house.post_and_follow("/desk/selection", &form).await;
        assert_eq!(ticked(&page), [&all[0], &all[3], &all[5]].map(Clone::clone));
        let page = house.post_and_follow("/desk/selection", &[("view", "state=draft"), ("everything", "yes")]).await;
        assert!(page.has("Selected: 27"));
        let form = [("view", "sort=reference"), ("ref", &all[0]), ("ref", "nonsense"), ("action", "tagging")];
        let to = house.post("/desk/selection", &form).await.location().to_owned();
        assert_eq!(to, format!("/desk/bulk/tagging?sel={}&view=sort%3Dreference", all[0]));
        assert_eq!(house.get(&to).await.status, 200);
    })
    .await;
}

#[tokio::test]
async fn the_list_costs_as_much_with_tags_and_views_as_without() {
    on_both(async |app| {
        let first = app.submitted().await;
        let mut house = app.sign_in(HOUSE).await;
        let few = app.cost(&mut house, "/desk").await;
        let tags = [app.tag("One", 1).await, app.tag("Two", 2).await, app.tag("Three", 3).await];
        for tag in tags {
            app.put_on(&first, tag).await;
        }
        for name in ["Mine", "Yours"] {
            house.post("/desk/views", &[("name", name), ("view", "state=draft")]).await;
        }
        for _ in 0..9 {
            let draft = app.draft().await;
            app.put_on(&draft, tags[1]).await;
        }
        assert_eq!(app.cost(&mut house, "/desk").await, few);
        assert_eq!(app.cost(&mut house, &format!("/desk?tag={}&sel={first}", tags[1])).await, few);
    })
    .await;
}

#[tokio::test]
async fn keys_are_listed_until_they_are_switched_off() {
    on_both(async |app| {
        let reference = app.under_review().await;
        let mut house = app.sign_in(HOUSE).await;
        let proposal = format!("/desk/proposals/{reference}");
        for path in ["/desk", &proposal] {
            let page = house.get(path).await;
            assert!(page.text.contains("data-shortcuts") && page.has("Switch them off in your account"), "{path}");
        }
        assert!(house.get("/desk").await.has("x Select the proposal, or not"));
        let page = house.get("/account").await;
        assert!(page.has("Single keys do something on the pages of the desk"));
        house.post_and_follow("/account/shortcuts", &[]).await;
        for path in ["/desk", &proposal] {
            let page = house.get(path).await;
            assert!(!page.text.contains("data-shortcuts") && !page.has("Keyboard shortcuts"), "{path}");
        }
        house.post("/desk/columns", &[("cols", "state"), ("view", "")]).await;
        assert!(!house.get("/desk").await.text.contains("data-shortcuts"), "one habit does not undo another");
        house.post_and_follow("/account/shortcuts", &[("shortcuts", "yes")]).await;
        assert!(house.get("/desk").await.text.contains("data-shortcuts"));
        assert!(!app.sign_in(OWNER).await.get("/account").await.has("Keyboard shortcuts"), "a city has no desk");
    })
    .await;
}
