//! What is found without its accents is found without its strokes and joined letters, too, whenever it was entered.

use initiatives::{
    db::Db,
    entity::{letter_word, organisation, subscription, tag},
    partners::topics::{NamedCity, Topic},
};
use sea_orm::{ConnectionTrait, EntityTrait, QueryOrder, Statement};

use crate::support::{Kind, filled_before};

/// Keys as they were folded before: a city, two tags that are now called the same, a search text, what somebody follows.
const BEFORE: &str = r#"
INSERT INTO users (id, email, name, name_key, locale, zone, created_at, version)
    VALUES ({1}, 'lea@a.example', 'Léa Cœur', 'lea cœur', 'fr', 'UTC', 0, 1);
INSERT INTO organisations (id, slug, name, name_key, kind, city, country, example, created_at, version)
    VALUES ({10}, 'lodz', 'Łódź', 'łodz', 'member_city', 'Łódź', 'PL', false, 0, 1);
INSERT INTO guidelines (id, slug, version, source, created_at) VALUES ({11}, 'g', 1, '', 0);
INSERT INTO calls (id, slug, year, guidelines_id, title, summary, body, period_first, period_last, zone, opens_at, closes_at,
    grace_seconds, admits_members, admits_partners, next_number, example, created_at, version)
    VALUES ({12}, 'c', 2014, {11}, '{}', '{}', '{}', 2015, 2017, 'UTC', 0, 1, 0, true, false, 2, false, 0, 1);
INSERT INTO proposals (id, reference, call_id, number, organisation_id, state, version, state_since, title, title_key,
    short_title, theme, country, language, example, sources, created_at, updated_at)
    VALUES ({13}, 'MI-2014-001', {12}, 1, {10}, 'submitted', 1, 0, 'Œuvre', 'œuvre', 'T', '', 'PL', 'fr', false, '{}', 0, 0);
INSERT INTO search_texts (proposal_id, scope, body) VALUES ({13}, 'desk', 'une œuvre au cœur de łodz');
INSERT INTO tags (id, name, name_key, colour, created_at) VALUES
    ({20}, 'Œuvre', 'œuvre', 1, 0), ({21}, 'Oeuvre', 'oeuvre', 1, 0), ({22}, 'Straße', 'straße', 1, 0),
    ({24}, 'Đa', 'đa', 1, 0), ({25}, 'Ða', 'ða', 1, 0);
INSERT INTO outbox (id, unique_key, kind, class, state, recipient, recipient_name, locale, subject, secret, created_at, due_at, attempts,
    unknowns, lease_until, lease_holder, answer)
    VALUES ({26}, 'k', 'test', 'service', 'queued', 'f@a.example', '', 'fr', 'Smørrebrød et smørrebrod', false, 0, 0, 0, 0, 0, '', '');
INSERT INTO letter_words (word, letter_id) VALUES ('smørrebrød', {26}), ('smørrebrod', {26}), ('et', {26});
INSERT INTO subscribers (id, email, name, locale, rhythm, unanswered, confirmed_at, created_at, version)
    VALUES ({23}, 'f@a.example', '', 'fr', 'at_once', 0, 1, 0, 1);
INSERT INTO subscriptions (subscriber_id, topic, value, origin, source, asked_at, confirmed_at)
    VALUES ({23}, 'city', 'pl-łodz', 'form', '', 0, 1);
"#;

#[tokio::test]
async fn what_was_entered_before_is_found_by_what_any_keyboard_types() {
    for kind in [Kind::Sqlite, Kind::Postgres] {
        eprintln!("on {kind:?}");
        let folder = tempfile::tempdir().unwrap();
        let url = filled_before("m0041_plain_letters", kind, folder.path(), BEFORE).await;

        let db = Db::connect(&url).await.unwrap();
        let tags = tag::Entity::find().order_by_asc(tag::Column::Id).all(db.read()).await.unwrap();
        let keys: Vec<&str> = tags.iter().map(|row| row.name_key.as_str()).collect();
        assert_eq!(keys, ["œuvre", "oeuvre", "strasse", "đa", "da"], "two that would be one stay two");
        let words = letter_word::Entity::find().order_by_asc(letter_word::Column::Word).all(db.read()).await.unwrap();
        assert_eq!(words.iter().map(|row| row.word.as_str()).collect::<Vec<_>>(), ["et", "smorrebrod"]);
        let city = organisation::Entity::find().one(db.read()).await.unwrap().unwrap();
        assert_eq!(city.name_key, "lodz");
        let followed = subscription::Entity::find().one(db.read()).await.unwrap().unwrap();
        let lodz = NamedCity::new("Łódź", "PL").unwrap().city;
        assert_eq!(Topic::read(followed.topic, &followed.value), Some(Topic::City(lodz)));
        let found = match kind {
            Kind::Sqlite => "SELECT 1 FROM search_index WHERE search_index MATCH 'oeuvre coeur lodz'",
            Kind::Postgres => "SELECT 1 FROM search_texts WHERE words @@ to_tsquery('simple', 'oeuvre & coeur & lodz')",
        };
        let backend = db.read().get_database_backend();
        let rows = db.read().query_all_raw(Statement::from_string(backend, found.to_owned())).await.unwrap();
        assert_eq!(rows.len(), 1);
    }
}
