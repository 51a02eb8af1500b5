//! Partners who wanted updates before there were subscriptions want them still.

use initiatives::{
    db::Db,
    entity::{subscriber, subscription},
    ids::ProposalId,
    partners::topics::{Origin, Topic},
};
use sea_orm::{EntityTrait, QueryOrder};

use crate::support::{Kind, filled_before};

/// Two proposals of before, and what five partners had answered: 30 and 31 are one address.
const BEFORE: &str = r#"
INSERT INTO organisations (id, slug, name, name_key, kind, city, country, example, created_at, version)
    VALUES ({10}, 'agra', 'Agra', 'agra', 'member_city', 'Agra', 'IN', false, 0, 1);
INSERT INTO guidelines (id, slug, version, source, created_at) VALUES ({11}, 'g', 1, '', 0);
INSERT INTO calls (id, slug, year, guidelines_id, title, summary, body, period_first, period_last, zone, opens_at, closes_at,
    grace_seconds, admits_members, admits_partners, next_number, example, created_at, version)
    VALUES ({12}, 'c', 2014, {11}, '{}', '{}', '{}', 2015, 2017, 'UTC', 0, 1, 0, true, false, 2, false, 0, 1);
INSERT INTO proposals (id, reference, call_id, number, organisation_id, state, version, state_since, title, title_key,
    short_title, theme, country, language, example, sources, created_at, updated_at)
    VALUES ({13}, 'MI-2014-001', {12}, 1, {10}, 'submitted', 1, 0, 'T', 't', 'T', '', 'IN', 'en', false, '{}', 0, 0),
        ({14}, 'MI-2014-002', {12}, 2, {10}, 'submitted', 1, 0, 'T', 't', 'T', '', 'IN', 'en', false, '{}', 0, 0);
INSERT INTO partners (id, proposal_id, name, email, locale, answer, asked_at, answered_at, unsubscribed_at) VALUES
    ({20}, {13}, 'A', 'both@a.example', 'fr', 'confirmed', 1, 2, NULL),
    ({21}, {14}, 'A', 'both@a.example', 'fr', 'updates', 3, 4, NULL),
    ({22}, {13}, 'B', 'stopped@a.example', 'en', 'confirmed', 1, 2, 9),
    ({23}, {13}, 'C', 'silent@a.example', 'en', 'asked', 1, NULL, NULL),
    ({24}, {13}, 'D', 'neither@a.example', 'en', 'neither', 1, 2, 2);
"#;

#[tokio::test]
async fn who_wanted_updates_follows_what_they_were_named_in() {
    for kind in [Kind::Sqlite, Kind::Postgres] {
        eprintln!("on {kind:?}");
        let folder = tempfile::tempdir().unwrap();
        let url = filled_before("m0024_subscriptions", kind, folder.path(), BEFORE).await;

        let db = Db::connect(&url).await.unwrap();
        let people = subscriber::Entity::find().all(db.read()).await.unwrap();
        let told: Vec<_> = people.iter().map(|row| (row.email.as_str(), row.locale.tag(), row.rhythm.code())).collect();
        assert_eq!(told, [("both@a.example", "fr", "at_once")]);
        assert!(people[0].confirmed_at.is_some());
        let rows = subscription::Entity::find().order_by_asc(subscription::Column::Value).all(db.read()).await.unwrap();
        let topics: Vec<_> = rows.iter().map(|row| Topic::read(row.topic, &row.value).unwrap()).collect();
        let named = |n: u8| Topic::Initiative(ProposalId(uuid::Uuid::from_bytes([n; 16])));
        assert_eq!(topics, [named(13), named(14)]);
        assert!(rows.iter().all(|row| row.origin == Origin::Partner && row.confirmed_at.is_some()));
    }
}
