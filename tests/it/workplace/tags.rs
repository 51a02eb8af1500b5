//! Tags: made by the secretariat, shown to nobody else.

use std::sync::{Arc, Mutex};

use initiatives::{
    db::Db,
    reviews::{
        listing::{Filter, Sort, View},
        store::desk,
    },
};
use sea_orm::{ConnectionTrait, Statement};

use super::{HOUSE, OWNER, RUTH, references};
use crate::support::{on_both, on_sqlite};

#[tokio::test]
async fn a_tag_is_made_renamed_and_removed_from_all_that_bear_it() {
    on_both(async |app| {
        let reference = app.submitted().await;
        let mut house = app.sign_in(HOUSE).await;
        let page = house.post_and_follow("/desk/tags", &[("name", " To  discuss "), ("colour", "7")]).await;
        assert!(page.has("To discuss") && page.text.contains("tag tag-7"), "{}", page.words());
        let again = house.post("/desk/tags", &[("name", "TO DISCUSS"), ("colour", "2")]).await;
        assert_eq!(again.status, 422);
        assert!(again.has("There is a tag of this name already."));
        let none = house.post("/desk/tags", &[("name", " "), ("colour", "13")]).await;
        assert!(none.status == 422 && none.has("Please fill this in.") && none.has("Choose one of the answers"));
        let form = house.get(&format!("/desk/proposals/{reference}")).await;
        let id = form.text.split("\">To discuss</option>").next().unwrap().rsplit('"').next().unwrap().to_owned();
        let tags = format!("/desk/proposals/{reference}/tags");
        let page = house.post_and_follow(&tags, &[("tag", &id)]).await;
        assert!(page.has("The proposal bears the tag."));
        assert_eq!(house.post(&tags, &[("tag", "")]).await.status, 422);
        assert!(house.get("/desk/tags").await.has("1 proposal"));
        let path = format!("/desk/tags/{id}");
        house.post_and_follow(&path, &[("name", "Discussed"), ("colour", "5")]).await;
        assert!(
            house
                .get("/desk")
                .await
                .text
                .contains(&format!("<a class=\"tag tag-5\" href=\"/desk?tag={id}\">Discussed</a>"))
        );
        let page = house.post_and_follow(&format!("{path}/removal"), &[]).await;
        assert!(page.has("The tag is removed.") && !page.has("Discussed"));
        assert!(!house.get("/desk").await.has("Discussed"));
        assert_eq!(house.get(&path).await.status, 404);
        assert!(
            house.get(&format!("/desk?tag={id}")).await.has("A tag that was removed"),
            "an old address still says what it asks"
        );
    })
    .await;
}

#[tokio::test]
async fn reviewers_and_cities_see_no_tag_and_find_by_none() {
    on_both(async |app| {
        let reference = app.under_review().await;
        app.give(&reference, RUTH).await;
        let tag = app.tag("Doubtful figures", 1).await;
        app.put_on(&reference, tag).await;
        let mut ruth = app.sign_in(RUTH).await;
        let mut owner = app.sign_in(OWNER).await;
        for path in ["/desk".to_owned(), format!("/desk?tag={tag}"), format!("/desk/proposals/{reference}")] {
            let page = ruth.get(&path).await;
            assert!(page.has(reference.as_str()) && !page.text.contains("Doubtful"), "{path}");
        }
        assert!(!owner.get(&format!("/proposals/{reference}")).await.text.contains("Doubtful"));
        let other = app.tag("Nothing", 2).await;
        assert_eq!(references(&ruth.get(&format!("/desk?tag={other}")).await).len(), 1, "no filter of theirs");
        for path in [format!("/desk/proposals/{reference}/tags"), "/desk/tags".to_owned()] {
            assert_eq!(ruth.post(&path, &[("tag", &tag.to_string())]).await.status, 404, "{path}");
        }
    })
    .await;
}

#[tokio::test]
async fn the_list_is_filtered_by_a_tag_and_says_so() {
    on_both(async |app| {
        let (one, other) = (app.submitted().await, app.submitted().await);
        let tag = app.tag("Water", 8).await;
        app.put_on(&one, tag).await;
        let mut house = app.sign_in(HOUSE).await;
        for sort in Sort::ALL {
            let page = house.get(&format!("/desk?tag={tag}&sort={}", sort.code())).await;
            assert_eq!(references(&page), [one.to_string()]);
            assert!(page.text.contains(&format!("<option value=\"{tag}\" selected>Water</option>")));
        }
        let page = house.get(&format!("/desk?tag={tag}&q={other}")).await;
        assert!(page.has("No proposal fits"));
    })
    .await;
}

#[tokio::test]
async fn a_tag_finds_its_proposals_by_an_index_in_every_order() {
    on_sqlite(async |app| {
        let tag = app.tag("Water", 8).await;
        let actor = Arc::new(app.actor(HOUSE).await);
        let heard = Arc::new(Mutex::new(Vec::new()));
        let mut db = Db::connect(&app.config.database_url()).await.unwrap();
        let kept = Arc::clone(&heard);
        db.on_statement(move |info| kept.lock().unwrap().push(info.statement.clone()));
        let sitter = desk::Sitter::sit(db.read(), &actor, app.now()).await.unwrap();
        for sort in Sort::ALL {
            let filter = Filter { tag: Some(tag), ..Filter::default() };
            let view = View { sort: *sort, ..View::of(filter) };
            heard.lock().unwrap().clear();
            desk::page(db.read(), &sitter, &view).await.unwrap();
            let statements: Vec<Statement> = heard.lock().unwrap().drain(..).collect();
            let told = "two counts, which are shown, what they tell, and what is new about them";
            assert_eq!(statements.len(), 5, "{told}");
            for statement in statements.into_iter().take(3) {
                let explain = Statement { sql: format!("EXPLAIN QUERY PLAN {}", statement.sql), ..statement };
                let rows = db.read().query_all_raw(explain).await.unwrap();
                let plan: Vec<String> = rows.iter().map(|row| row.try_get("", "detail").unwrap()).collect();
                let tags: Vec<&String> = plan.iter().filter(|step| step.contains("proposal_tags")).collect();
                assert!(!tags.is_empty(), "{plan:#?}");
                let slow = plan.iter().find(|step| step.starts_with("SCAN proposal") && !step.contains("INDEX"));
                assert!(slow.is_none(), "{sort:?}: {plan:#?}");
            }
        }
    })
    .await;
}
