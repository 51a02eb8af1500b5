//! The list of the desk.

use super::{EVE, HOUSE, OWNER, RUTH, at};
use crate::support::{Page, each_after, on_both};
use initiatives::entity::proposal;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, sea_query::Expr};

fn references(page: &Page) -> Vec<String> {
    page.each_after("href=\"/desk/proposals/")
}

#[tokio::test]
async fn only_the_secretariat_and_reviewers_sit_at_the_desk() {
    on_both(async |app| {
        let reference = app.under_review().await;
        for email in [OWNER, "admin@metropolis.example"] {
            let mut other = app.sign_in(email).await;
            assert_eq!(other.get("/desk").await.status, 404, "{email}");
            assert_eq!(other.get(&at(&reference)).await.status, 404, "{email}");
        }
        let mut reviewer = app.sign_in(RUTH).await;
        let page = reviewer.get("/desk").await;
        assert_eq!(page.status, 200);
        assert!(page.has("Nothing to review yet"), "{}", page.words());
        assert_eq!(reviewer.get(&at(&reference)).await.status, 404, "not assigned");
        app.assign(&reference, RUTH).await;
        assert!(reviewer.get("/desk").await.has(reference.as_str()));
        assert_eq!(reviewer.get(&at(&reference)).await.status, 200);
    })
    .await;
}

#[tokio::test]
async fn what_waits_stands_first_and_says_for_what() {
    on_both(async |app| {
        let draft = app.draft().await;
        let submitted = app.submitted().await;
        let eligible = app.eligible().await;
        let under_review = app.under_review().await;
        let reviewed = app.under_review().await;
        app.assign(&reviewed, RUTH).await;
        app.review(&reviewed, RUTH, [4, 4, 4, 4, 4, 4], "Good.").await;
        // The draft changed last; it waits for nobody.
        app.clock.advance(std::time::Duration::from_secs(60));
        let younger = app.draft().await;
        let mut house = app.sign_in(HOUSE).await;
        let page = house.get("/desk").await;
        let order = references(&page);
        assert_eq!(order.len(), 6);
        assert_eq!(order[4..], [younger.to_string(), draft.to_string()], "drafts wait for their city");
        assert!(page.has("4 wait for you"), "{}", page.words());
        for (reference, wait) in [
            (&submitted, "Check whether it is eligible"),
            (&eligible, "Eligible: start the review"),
            (&under_review, "Assign reviewers"),
            (&reviewed, "All reviews are in: register the decision"),
        ] {
            assert!(page.has(wait), "{wait}");
            assert!(house.get(&at(reference)).await.has(wait), "the proposal's own page says the same: {wait}");
        }
        assert_eq!(references(&house.get("/desk?waiting=yes").await).len(), 4);
        assert!(page.has("1 of 1"));
        assert!(page.has("80"), "the mean");
    })
    .await;
}

#[tokio::test]
async fn it_is_filtered_by_what_its_address_says() {
    on_both(async |app| {
        let draft = app.draft().await;
        let submitted = app.submitted().await;
        let mut house = app.sign_in(HOUSE).await;
        let find = async |query: &str| {
            let mut house = house.clone();
            references(&house.get(&format!("/desk?{query}")).await)
        };
        assert_eq!(find("state=draft").await, [draft.to_string()]);
        assert_eq!(find("state=submitted&call=2014").await, [submitted.to_string()]);
        assert_eq!(find("call=1999").await.len(), 0);
        assert_eq!(find(&format!("q={submitted}")).await, [submitted.to_string()]);
        assert_eq!(find("q=agra").await, [submitted.to_string()], "what is not submitted is not found by its words");
        assert_eq!(find("q=nosuchword").await.len(), 0);
        let country = app.case(HOUSE, &submitted).await.unwrap().proposal.country;
        assert!(find(&format!("country={country}")).await.contains(&submitted.to_string()));
        assert_eq!(find("country=ZW").await.len(), 0);
        assert_eq!(find("sort=reference").await, [draft.to_string(), submitted.to_string()]);
        assert_eq!(find("sort=state").await, [draft.to_string(), submitted.to_string()]);
        let nothing = house.get("/desk?q=nosuchword").await;
        assert!(nothing.has("No proposal fits") && nothing.has("Clear all"));
        assert_eq!(house.get("/desk?state=lost&after=%25%25&sort=none&page=x").await.status, 200);
    })
    .await;
}

#[tokio::test]
async fn its_pages_follow_each_other_without_gap_in_every_order() {
    on_both(async |app| {
        for _ in 0..27 {
            app.draft().await;
        }
        app.submitted().await;
        let mut house = app.sign_in(HOUSE).await;
        for sort in ["waiting", "changed", "title", "reference", "state", "total"] {
            let first = house.get(&format!("/desk?sort={sort}")).await;
            let mut all = references(&first);
            assert_eq!(all.len(), 25, "{sort}");
            let next = link(&first, "rel=\"next\"").unwrap();
            let second = house.get(&next).await;
            let rest = references(&second);
            assert_eq!(rest.len(), 3, "{sort}");
            assert!(link(&second, "rel=\"next\"").is_none());
            let back = house.get(&link(&second, "rel=\"prev\"").unwrap()).await;
            assert_eq!(references(&back), all, "{sort}, back");
            assert!(link(&back, "rel=\"prev\"").is_none(), "{sort}: the first page has none before");
            all.extend(rest);
            all.sort();
            all.dedup();
            assert_eq!(all.len(), 28, "{sort}");
        }
    })
    .await;
}

fn link(page: &Page, mark: &str) -> Option<String> {
    let at = page.text.find(mark)?;
    let href = page.text[at..].split("href=\"").nth(1)?.split('"').next()?;
    Some(href.replace("&#38;", "&").replace("&amp;", "&"))
}

#[tokio::test]
async fn it_asks_the_database_as_often_for_one_row_as_for_many() {
    on_both(async |app| {
        let first = app.under_review().await;
        app.assign(&first, RUTH).await;
        let (mut house, mut ruth) = (app.sign_in(HOUSE).await, app.sign_in(RUTH).await);
        let few = (app.cost(&mut house, "/desk").await, app.cost(&mut ruth, "/desk").await);
        for _ in 0..8 {
            let more = app.under_review().await;
            app.assign(&more, RUTH).await;
            app.assign(&more, EVE).await;
            app.review(&more, EVE, [3, 3, 3, 3, 3, 3], "Fair.").await;
        }
        for _ in 0..21 {
            app.draft().await;
        }
        assert_eq!((app.cost(&mut house, "/desk").await, app.cost(&mut ruth, "/desk").await), few);
    })
    .await;
}

#[tokio::test]
async fn the_countries_to_filter_by_are_those_of_the_readers_own_list_each_once() {
    on_both(async |app| {
        let mut brazil = None;
        for (n, country) in ["MX", "AU", "BR", "MX", "ZW"].into_iter().enumerate() {
            let reference = app.under_review().await;
            let lies = Expr::value(country);
            let there = proposal::Entity::update_many().col_expr(proposal::Column::Country, lies);
            there.filter(proposal::Column::Reference.eq(reference.clone())).exec(app.db.write()).await.unwrap();
            if n < 2 {
                app.assign(&reference, RUTH).await;
            }
            brazil = brazil.or((country == "BR").then_some(reference));
        }
        let mut house = app.sign_in(HOUSE).await;
        assert_eq!(countries(&house.get("/desk").await), ["", "AU", "BR", "MX", "ZW"]);
        let mut ruth = app.sign_in(RUTH).await;
        assert_eq!(countries(&ruth.get("/desk").await), ["", "AU", "MX"]);
        let at = format!("/desk/proposals/{}/conflicts", brazil.unwrap());
        let house_itself = app.person(HOUSE).await.to_string();
        let ruling =
            [("person", house_itself.as_str()), ("ruling", "set"), ("ruling_reason", "My sister works there.")];
        assert_eq!(house.post(&at, &ruling).await.status, 303);
        assert_eq!(countries(&house.get("/desk").await), ["", "AU", "MX", "ZW"]);
    })
    .await;
}

/// The options of the filter, by their codes, in order of the codes; the empty one is every country.
fn countries(page: &Page) -> Vec<String> {
    let select = page.text.split("name=\"country\"").nth(1).expect("a filter by country");
    let mut codes = each_after(select.split("</select>").next().unwrap(), "<option value=\"");
    codes.sort_unstable();
    codes.into_iter().map(str::to_owned).collect()
}
