//! The comments of before become conversations: nobody reads more than before, and nothing is new to those who could read it.

use initiatives::{
    db::Db,
    entity::{message, thread, thread_reader},
    proposals::rules::Audience,
};
use sea_orm::{EntityTrait, QueryOrder};

use crate::support::{Kind, filled_before};

/// A proposal of before with what was said about it: 1 is of the secretariat, 2 reviews, 3 is of the city.
const BEFORE: &str = r#"
INSERT INTO users (id, email, name, name_key, locale, zone, created_at, version) VALUES
    ({1}, 'house@a.example', 'House', 'house', 'en', 'UTC', 0, 1), ({2}, 'jury@a.example', 'Jury', 'jury', 'en', 'UTC', 0, 1),
    ({3}, 'city@a.example', 'City', 'city', 'en', 'UTC', 0, 1), ({4}, 'other@a.example', 'Other', 'other', 'en', 'UTC', 0, 1);
INSERT INTO staff_roles (user_id, role, granted_at) VALUES ({1}, 'secretariat', 0), ({2}, 'reviewer', 0);
INSERT INTO organisations (id, slug, name, name_key, kind, city, country, example, created_at, version)
    VALUES ({10}, 'agra', 'Agra', 'agra', 'member_city', 'Agra', 'IN', false, 0, 1);
INSERT INTO memberships (user_id, organisation_id, role, created_at) VALUES ({3}, {10}, 'owner', 0);
INSERT INTO guidelines (id, slug, version, source, created_at) VALUES ({11}, 'g', 1, '', 0);
INSERT INTO calls (id, slug, year, guidelines_id, title, summary, body, period_first, period_last, zone, opens_at, closes_at,
    grace_seconds, admits_members, admits_partners, next_number, example, created_at, version)
    VALUES ({12}, 'c', 2014, {11}, '{}', '{}', '{}', 2015, 2017, 'UTC', 0, 1, 0, true, false, 2, false, 0, 1);
INSERT INTO proposals (id, reference, call_id, number, organisation_id, state, version, state_since, title, title_key,
    short_title, theme, country, language, example, created_by, created_at, updated_at)
    VALUES ({13}, 'MI-2014-001', {12}, 1, {10}, 'submitted', 1, 0, 'T', 't', 'T', '', 'IN', 'en', false, {3}, 0, 0);
INSERT INTO comments (id, proposal_id, author_id, audience, body, at) VALUES
    ({21}, {13}, {1}, 'internal', 'First.', 100), ({22}, {13}, {2}, 'internal', 'Second.', 200),
    ({23}, {13}, {1}, 'applicant', 'Dear city.', 150), ({24}, {13}, {3}, 'applicant', 'Dear house.', 250);
"#;

#[tokio::test]
async fn what_was_said_before_is_carried_over_and_no_wider() {
    for kind in [Kind::Sqlite, Kind::Postgres] {
        eprintln!("on {kind:?}");
        let folder = tempfile::tempdir().unwrap();
        let url = filled_before("m0021_discussion", kind, folder.path(), BEFORE).await;

        let db = Db::connect(&url).await.unwrap();
        let threads = thread::Entity::find().order_by_asc(thread::Column::BegunAt).all(db.read()).await.unwrap();
        let audiences: Vec<Audience> = threads.iter().map(|thread| thread.audience).collect();
        assert_eq!(audiences, [Audience::Reviewers, Audience::Applicant], "what reviewers read stays theirs");
        let messages = message::Entity::find().order_by_asc(message::Column::At).all(db.read()).await.unwrap();
        let said: Vec<_> = messages.iter().map(|row| (row.body.as_str(), row.by_applicant)).collect();
        assert_eq!(said, [("First.", false), ("Dear city.", false), ("Second.", false), ("Dear house.", true)]);
        let readers = thread_reader::Entity::find().all(db.read()).await.unwrap();
        let told = |thread: &thread::Model, who: u8| {
            let id = uuid::Uuid::from_bytes([who; 16]);
            let row = readers.iter().find(|row| row.thread_id == thread.id && row.person_id.0 == id);
            row.map(|row| (row.read_to.millis(), row.follows))
        };
        let [jury, applicant] = threads.as_slice() else { panic!("{threads:?}") };
        assert_eq!((told(jury, 1), told(jury, 2)), (Some((200, false)), Some((200, false))));
        assert_eq!((told(applicant, 1), told(applicant, 2)), (Some((250, true)), Some((250, false))));
        assert_eq!((told(applicant, 3), told(applicant, 4)), (Some((250, true)), None));
    }
}
