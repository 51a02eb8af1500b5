//! Many who want to hear of everything, and something to tell them.

use initiatives::{
    app::App,
    entity::{subscriber, subscription},
    ids::SubscriberId,
    mail::{announcements, rhythm::Rhythm},
    partners::topics::{Origin, TopicKind},
    words::{Locale, Trilingual},
};
use sea_orm::{ConnectionTrait, EntityTrait, IntoActiveModel};

/// Subscribers that one statement adds.
const AT_ONCE: usize = 500;

/// So many subscribers in three languages, who are told at once.
pub async fn subscribe(app: &App, count: usize) -> Vec<SubscriberId> {
    let now = app.now();
    let people: Vec<subscriber::Model> = (0..count)
        .map(|n| subscriber::Model {
            id: app.ids.id(now),
            email: format!("reader-{n:05}@city-{}.example", n % 100).parse().unwrap(),
            name: format!("Reader {n}"),
            locale: [Locale::En, Locale::Fr, Locale::Es][n % 3],
            rhythm: Rhythm::AtOnce,
            asked_at: Some(now),
            unanswered: 0,
            confirmed_at: Some(now),
            stopped_at: None,
            created_at: now,
            version: 1,
        })
        .collect();
    let ids: Vec<SubscriberId> = people.iter().map(|person| person.id).collect();
    for people in people.chunks(AT_ONCE) {
        let wishes = people.iter().map(|person| subscription::Model {
            subscriber_id: person.id,
            topic: TopicKind::Everything,
            value: String::new(),
            origin: Origin::Form,
            source: String::new(),
            asked_at: now,
            confirmed_at: Some(now),
        });
        let wishes: Vec<_> = wishes.map(IntoActiveModel::into_active_model).collect();
        let people = people.iter().cloned().map(IntoActiveModel::into_active_model);
        subscriber::Entity::insert_many(people).exec_without_returning(app.db.write()).await.unwrap();
        subscription::Entity::insert_many(wishes).exec_without_returning(app.db.write()).await.unwrap();
    }
    // As it does by itself within a minute; lists of readers are older than that.
    if app.db.is_postgres() {
        app.db.write().execute_unprepared("ANALYZE").await.unwrap();
    }
    ids
}

/// Announces a publication to all who want to hear of everything.
pub async fn announce(app: &App) {
    let text = |text: &str| Trilingual { en: text.to_owned(), fr: text.to_owned(), es: text.to_owned() };
    let told = serde_json::json!({
        "title": text("Metropolis Initiatives: what eight cities learned"),
        "summary": text("What worked, what did not, what it cost, and whom to ask. With the figures of two years."),
    });
    let act = app.begin_as("bench").await.unwrap();
    announcements::announce(&act, "publication.added", (None, None), told).await.unwrap();
    act.commit().await.unwrap();
}
