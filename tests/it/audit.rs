//! The chain of the audit trail, and whoever tampers with it.

use initiatives::{
    app::App,
    audit::{self, Fault, Verdict},
    entity::audit_event,
};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use crate::support::{TestApp, on_both};

/// `count` acts, one after the other, then the sealer.
async fn acts(app: &App, count: usize) {
    for n in 0..count {
        let act = app.begin_as("story").await.unwrap();
        act.event("story.told", format!("story:{n}"), serde_json::json!({ "n": n })).await.unwrap();
        act.commit().await.unwrap();
    }
    audit::seal(app).await.unwrap();
}

/// Someone with full access to the database, who knows what to switch off.
async fn tamper(app: &TestApp, sql: &str) {
    let off: &[&str] = if app.db.is_postgres() {
        &["ALTER TABLE audit_events DISABLE TRIGGER ALL"]
    } else {
        &["DROP TRIGGER IF EXISTS audit_events_stay", "DROP TRIGGER IF EXISTS audit_events_remain"]
    };
    for statement in off.iter().chain([&sql]) {
        app.db.write().execute_unprepared(statement).await.unwrap();
    }
}

async fn verdict(app: &App) -> Verdict {
    audit::verify(&app.db, None).await.unwrap()
}

async fn event_at(app: &App, position: i64) -> audit_event::Model {
    let event = audit_event::Entity::find().filter(audit_event::Column::Position.eq(position));
    event.one(app.db.read()).await.unwrap().unwrap()
}

#[tokio::test]
async fn every_event_gets_a_place_and_the_chain_is_sound() {
    on_both(async |app| {
        assert_eq!(verdict(&app).await, Verdict::Sound { head: None, unsealed: 0 });
        acts(&app, 3).await;
        let third = audit::head(app.db.read()).await.unwrap().unwrap();
        assert_eq!(third.position, 3);
        acts(&app, 2).await;
        let act = app.begin_as("story").await.unwrap();
        act.event("story.told", "story:late", ()).await.unwrap();
        act.commit().await.unwrap();
        let head = audit::head(app.db.read()).await.unwrap();
        assert_eq!(verdict(&app).await, Verdict::Sound { head, unsealed: 1 });

        let with_head = audit::verify(&app.db, Some(&third.hash.to_uppercase())).await.unwrap();
        assert!(matches!(with_head, Verdict::Sound { .. }), "the head of an old receipt is still in the chain");
        let invented = audit::verify(&app.db, Some(&"0".repeat(64))).await.unwrap();
        assert_eq!(invented, Verdict::HeadNotFound);
    })
    .await;
}

#[tokio::test]
async fn sealed_events_cannot_be_changed_or_deleted_by_the_service() {
    on_both(async |app| {
        acts(&app, 1).await;
        let db = app.db.write();
        assert!(db.execute_unprepared("UPDATE audit_events SET actor = 'user:somebody'").await.is_err());
        assert!(db.execute_unprepared("DELETE FROM audit_events").await.is_err());
    })
    .await;
}

#[tokio::test]
async fn a_changed_event_is_named() {
    on_both(async |app| {
        acts(&app, 5).await;
        let event = event_at(&app, 3).await.id;
        tamper(&app, "UPDATE audit_events SET actor = 'user:somebody' WHERE position = 3").await;
        assert_eq!(verdict(&app).await, Verdict::Broken { position: 3, event: Some(event), fault: Fault::Changed });
    })
    .await;
}

#[tokio::test]
async fn a_removed_event_is_named_even_if_the_others_move_up() {
    on_both(async |app| {
        acts(&app, 5).await;
        tamper(&app, "DELETE FROM audit_events WHERE position = 3").await;
        let removed = Verdict::Broken { position: 3, event: None, fault: Fault::Removed };
        assert_eq!(verdict(&app).await, removed);
        tamper(&app, "UPDATE audit_events SET position = 3 WHERE position = 4").await;
        tamper(&app, "UPDATE audit_events SET position = 4 WHERE position = 5").await;
        assert_eq!(verdict(&app).await, removed);
    })
    .await;
}

#[tokio::test]
async fn an_added_event_is_named() {
    on_both(async |app| {
        acts(&app, 4).await;
        for position in [4, 3] {
            tamper(&app, &format!("UPDATE audit_events SET position = {position} + 1 WHERE position = {position}"))
                .await;
        }
        let id = if app.db.is_postgres() { "gen_random_uuid()" } else { "randomblob(16)" };
        let forged = format!(
            "INSERT INTO audit_events (id, at, actor, action, subject, data, position, hash)
             SELECT {id}, at, actor, action, 'story:forged', data, 3, 'forged' FROM audit_events WHERE position = 2"
        );
        tamper(&app, &forged).await;
        let event = event_at(&app, 3).await.id;
        assert_eq!(verdict(&app).await, Verdict::Broken { position: 3, event: Some(event), fault: Fault::Added });
    })
    .await;
}

#[tokio::test]
async fn an_event_added_at_the_end_is_named() {
    on_both(async |app| {
        acts(&app, 2).await;
        let id = if app.db.is_postgres() { "gen_random_uuid()" } else { "randomblob(16)" };
        let forged = format!(
            "INSERT INTO audit_events (id, at, actor, action, subject, data, position, hash)
             SELECT {id}, at, actor, action, subject, data, 3, 'forged' FROM audit_events WHERE position = 2"
        );
        tamper(&app, &forged).await;
        let event = event_at(&app, 3).await.id;
        let named = Verdict::Broken { position: 3, event: Some(event), fault: Fault::ChangedOrAdded };
        assert_eq!(verdict(&app).await, named);
    })
    .await;
}

#[tokio::test]
async fn a_cut_off_end_shows_against_the_head_of_a_receipt() {
    on_both(async |app| {
        acts(&app, 4).await;
        let receipt = audit::head(app.db.read()).await.unwrap().unwrap();
        tamper(&app, "DELETE FROM audit_events WHERE position > 2").await;
        assert!(matches!(verdict(&app).await, Verdict::Sound { .. }), "by itself the rest is sound");
        assert_eq!(audit::verify(&app.db, Some(&receipt.hash)).await.unwrap(), Verdict::HeadNotFound);
    })
    .await;
}

#[tokio::test]
async fn sealers_and_writers_at_the_same_time_make_one_chain() {
    on_both(async |app| {
        let other = app.again().await;
        tokio::join!(acts(&app, 30), acts(&other, 30), acts(&app, 30));
        audit::seal(&app).await.unwrap();
        let Verdict::Sound { head: Some(head), unsealed: 0 } = verdict(&app).await else {
            panic!("{:?}", verdict(&app).await)
        };
        assert_eq!(head.position, 90);
    })
    .await;
}
