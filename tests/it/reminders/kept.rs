//! What was reminded of is one row, whatever it is of; looking for what is to be reminded of costs the same for one and for many,
//! and writes nothing.

use initiatives::clock::Moment;
use sea_orm::{ConnectionTrait, Database, DbBackend, Statement};

use super::{DAY, HOUSE, remind};
use crate::support::{Kind, filled_before, on_both, proposals::CLOSES};

#[tokio::test]
async fn a_look_costs_the_same_for_many_and_writes_nothing_when_nothing_is_due() {
    on_both(async |app| {
        app.person(HOUSE).await;
        app.draft().await;
        app.under_review().await;
        app.turn_the_clock_to(CLOSES - 6 * DAY);
        let cost = async || {
            remind(&app).await.unwrap();
            let (statements, writes) = (app.statements(), app.writes());
            remind(&app).await.unwrap();
            assert_eq!(app.writes(), writes, "nothing is written when nothing is due");
            app.statements() - statements
        };
        let few = cost().await;
        for _ in 0..3 {
            app.draft().await;
            app.under_review().await;
            app.submitted().await;
        }
        assert_eq!(cost().await, few);
        assert!(few <= 8, "{few} statements");
    })
    .await;
}

/// What stood in the two tables of before: a draft (13) reminded twice of one deadline, a review (15) late.
const BEFORE: &str = r#"
INSERT INTO users (id, email, name, name_key, locale, zone, created_at, version) VALUES
    ({2}, 'jury@a.example', 'Jury', 'jury', 'en', 'UTC', 0, 1), ({3}, 'city@a.example', 'City', 'city', 'en', 'UTC', 0, 1);
INSERT INTO organisations (id, slug, name, name_key, kind, city, country, example, created_at, version)
    VALUES ({10}, 'agra', 'Agra', 'agra', 'member_city', 'Agra', 'IN', false, 0, 1);
INSERT INTO guidelines (id, slug, version, source, created_at) VALUES ({11}, 'g', 1, '', 0);
INSERT INTO calls (id, slug, year, guidelines_id, title, summary, body, period_first, period_last, zone, opens_at, closes_at,
    grace_seconds, admits_members, admits_partners, next_number, example, created_at, version)
    VALUES ({12}, 'c', 2014, {11}, '{}', '{}', '{}', 2015, 2017, 'UTC', 0, 1, 0, true, false, 2, false, 0, 1);
INSERT INTO proposals (id, reference, call_id, number, organisation_id, state, version, state_since, title, title_key,
    short_title, theme, country, language, example, created_by, created_at, updated_at)
    VALUES ({13}, 'MI-2014-001', {12}, 1, {10}, 'draft', 1, 0, 'T', 't', 'T', '', 'IN', 'en', false, {3}, 0, 0);
INSERT INTO assignments (id, proposal_id, reviewer_id, assigned_at, declined, reason)
    VALUES ({15}, {13}, {2}, 0, false, '');
INSERT INTO reminders (id, proposal_id, deadline, hours, sent_at) VALUES ({16}, {13}, 1000, 168, 10), ({17}, {13}, 1000, 48, 20);
INSERT INTO review_reminders (assignment_id, due_at, hours, sent_at) VALUES ({15}, 2000, -24, 30);
"#;

#[tokio::test]
async fn what_was_given_before_is_kept_in_the_one_table() {
    for kind in [Kind::Sqlite, Kind::Postgres] {
        eprintln!("on {kind:?}");
        let folder = tempfile::tempdir().unwrap();
        let url = filled_before("m0028_reminders", kind, folder.path(), BEFORE).await;
        let db = Database::connect(&url).await.unwrap();
        let backend: DbBackend = db.get_database_backend();
        let rows = Statement::from_string(backend, "SELECT reminder, instant, hours FROM reminders ORDER BY instant");
        let rows = db.query_all_raw(rows).await.unwrap();
        let read = |row: &sea_orm::QueryResult| -> (String, Moment, i32) {
            (
                row.try_get("", "reminder").unwrap(),
                row.try_get("", "instant").unwrap(),
                row.try_get("", "hours").unwrap(),
            )
        };
        let kept: Vec<_> = rows.iter().map(read).collect();
        let at = Moment::from_millis;
        assert_eq!(kept, [("draft".to_owned(), at(1000), 48), ("review".to_owned(), at(2000), -24)]);
        db.close().await.unwrap();
    }
}
