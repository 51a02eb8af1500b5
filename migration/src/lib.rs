//! The schema, one step per file, the same for SQLite and PostgreSQL. Steps are written in the SQL that both speak; the few
//! types whose names differ stand in braces and are filled in by `run`. A step that has been released is never changed.

pub use sea_orm_migration::prelude::*;

mod m0001_accounts;
mod m0002_guidelines_and_calls;
mod m0003_proposals;
mod m0004_reviews_and_decisions;
mod m0005_mail;
mod m0006_audit;
mod m0007_search;
mod m0008_public_pages;
mod m0009_deadlines;
mod m0010_coediting;
mod m0014_versions;
mod m0015_announced_letters;
mod m0016_requests;
mod m0017_reviewing;
mod m0018_reviews;
mod m0019_workplace;
mod m0020_decisions;
mod m0021_discussion;
mod m0022_review_reminders;
mod m0023_waits_counted;
mod m0024_subscriptions;
mod m0025_bounces;
mod m0026_mail_log;
mod m0027_letter_wordings;
mod m0028_reminders;
mod m0029_bodies;
mod m0030_public_texts;
mod m0031_contact;
mod m0032_content;
mod m0033_publications;
mod m0036_public_changes;
mod m0037_letters_to_many;
mod m0038_packed_bodies;
mod m0039_news_versions;
mod m0040_announcements_by_proposal;
mod m0041_plain_letters;
mod m0042_attempts;

pub struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m0001_accounts::Migration),
            Box::new(m0002_guidelines_and_calls::Migration),
            Box::new(m0003_proposals::Migration),
            Box::new(m0004_reviews_and_decisions::Migration),
            Box::new(m0005_mail::Migration),
            Box::new(m0006_audit::Migration),
            Box::new(m0007_search::Migration),
            Box::new(m0008_public_pages::Migration),
            Box::new(m0009_deadlines::Migration),
            Box::new(m0010_coediting::Migration),
            Box::new(m0014_versions::Migration),
            Box::new(m0015_announced_letters::Migration),
            Box::new(m0016_requests::Migration),
            Box::new(m0017_reviewing::Migration),
            Box::new(m0018_reviews::Migration),
            Box::new(m0019_workplace::Migration),
            Box::new(m0020_decisions::Migration),
            Box::new(m0021_discussion::Migration),
            Box::new(m0022_review_reminders::Migration),
            Box::new(m0023_waits_counted::Migration),
            Box::new(m0024_subscriptions::Migration),
            Box::new(m0025_bounces::Migration),
            Box::new(m0026_mail_log::Migration),
            Box::new(m0027_letter_wordings::Migration),
            Box::new(m0028_reminders::Migration),
            Box::new(m0029_bodies::Migration),
            Box::new(m0030_public_texts::Migration),
            Box::new(m0031_contact::Migration),
            Box::new(m0032_content::Migration),
            Box::new(m0033_publications::Migration),
            Box::new(m0036_public_changes::Migration),
            Box::new(m0037_letters_to_many::Migration),
            Box::new(m0038_packed_bodies::Migration),
            Box::new(m0039_news_versions::Migration),
            Box::new(m0040_announcements_by_proposal::Migration),
            Box::new(m0041_plain_letters::Migration),
            Box::new(m0042_attempts::Migration),
        ]
    }
}

/// Runs the statements of `sql`, with the types in braces named as the database at hand names them:
/// `{uuid}`, `{bytes}`, `{json}`, and `{key}`, a text that sorts by code point on both.
async fn run(manager: &SchemaManager<'_>, sql: &str) -> Result<(), DbErr> {
    let types = match manager.get_database_backend() {
        sea_orm_migration::sea_orm::DbBackend::Postgres => {
            [("{uuid}", "uuid"), ("{bytes}", "bytea"), ("{json}", "jsonb"), ("{key}", "text COLLATE \"C\"")]
        }
        _ => [("{uuid}", "blob"), ("{bytes}", "blob"), ("{json}", "text"), ("{key}", "text")],
    };
    let sql = types.iter().fold(sql.to_owned(), |sql, (name, meant)| sql.replace(name, meant));
    manager.get_connection().execute_unprepared(&sql).await.map(|_| ())
}

/// Runs the statements that only the database at hand understands.
async fn run_either(manager: &SchemaManager<'_>, sqlite: &str, postgres: &str) -> Result<(), DbErr> {
    match manager.get_database_backend() {
        sea_orm_migration::sea_orm::DbBackend::Postgres => run(manager, postgres).await,
        _ => run(manager, sqlite).await,
    }
}
