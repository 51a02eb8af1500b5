//! Lists and search.

use initiatives::proposals::{
    actions::steering::{self, Target},
    rules::Outcome,
    search::{Scope, found_by},
    visible_to,
};
use sea_orm::QueryFilter;

use super::verbs::decision;
use crate::support::{TestApp, on_both};

async fn found(app: &TestApp, scope: Scope, query: &str) -> usize {
    let actor = app.actor("secretariat@metropolis.example").await;
    let filter = found_by(app.db.read().get_database_backend(), scope, query).unwrap();
    visible_to(Some(&actor)).filter(filter).all(app.db.read()).await.unwrap().len()
}

#[tokio::test]
async fn what_was_submitted_is_found_by_the_beginnings_of_its_words() {
    on_both(async |app| {
        let draft = app.complete_draft().await;
        assert_eq!(found(&app, Scope::Desk, "cool roofs").await, 0, "a draft is its authors'");
        app.submit(&draft).await;
        for query in ["cool roofs", "COOL", "roo coo", "développement DURABLE", "sostenibilidad", "mi-2014-001", "Agra"]
        {
            assert_eq!(found(&app, Scope::Desk, query).await, 1, "{query}");
        }
        assert_eq!(found(&app, Scope::Desk, "cool toits").await, 0, "every word must be found");
        assert_eq!(found(&app, Scope::Desk, "ool").await, 0, "not by the middle of a word");
        assert_eq!(found(&app, Scope::Desk, "'; drop table proposals --").await, 0);
        assert_eq!(found(&app, Scope::Public, "cool").await, 0, "nothing is public yet");
    })
    .await;
}

#[tokio::test]
async fn the_public_finds_by_what_is_published_only() {
    on_both(async |app| {
        let reference = app.under_review().await;
        let target = Target { reference: &reference, seen: app.seen(&reference).await };
        app.act("secretariat@metropolis.example", async |act, actor| {
            steering::approve(act, actor, target, &decision(Outcome::Approved)).await
        })
        .await
        .unwrap();
        assert_eq!(found(&app, Scope::Public, "cool roofs").await, 1);
        assert_eq!(found(&app, Scope::Public, "official@kestrel-bay.example").await, 0, "no one's address");
        assert_eq!(found(&app, Scope::Desk, "official@kestrel-bay.example").await, 1);
    })
    .await;
}

#[tokio::test]
async fn one_s_own_list_asks_the_database_as_often_for_ten_proposals_as_for_one() {
    on_both(async |app| {
        let mut official = app.sign_in("official@agra.example").await;
        app.draft().await;
        official.get("/proposals").await;
        let before = app.statements();
        official.get("/proposals").await;
        let for_one = app.statements() - before;
        assert!(for_one > 0);
        for _ in 0..9 {
            app.draft().await;
        }
        let before = app.statements();
        let page = official.get("/proposals").await;
        assert_eq!(app.statements() - before, for_one);
        assert!(page.has("MI-2014-010"));
    })
    .await;
}

#[tokio::test]
async fn a_save_writes_in_a_bounded_number_of_statements() {
    on_both(async |app| {
        let reference = app.complete_draft().await;
        let mut official = app.sign_in("official@agra.example").await;
        let path = format!("/proposals/{reference}/edit/identity");
        let title = |text: &'static str| [("title", text), ("version.title", "1"), ("save", "stay")];
        let before = app.statements();
        official.post(&path, &title("One field changed, and others emptied")).await;
        let asked = app.statements() - before;
        assert!(asked <= 30, "{asked} statements for one save");
    })
    .await;
}
