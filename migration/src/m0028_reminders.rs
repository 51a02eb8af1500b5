//! All reminders that were given in one table, whatever they are of; and what is looked through for the secretariat's.

use sea_orm_migration::prelude::*;

use super::run;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    // On SQLite, too: a start that is interrupted begins anew.
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        run(manager, TABLES).await
    }
}

// Of each thing and instant the last step is kept, which is the one with the fewest hours left. Which reminders there are, the
// code says: a new one needs no step here.
const TABLES: &str = r"
ALTER TABLE reminders RENAME TO reminders_of_drafts;
CREATE TABLE reminders (
    reminder {key} NOT NULL,
    subject_id {uuid} NOT NULL,
    instant bigint NOT NULL,
    hours integer NOT NULL,
    sent_at bigint NOT NULL,
    PRIMARY KEY (reminder, subject_id, instant)
);
INSERT INTO reminders (reminder, subject_id, instant, hours, sent_at)
    SELECT 'draft', proposal_id, deadline, MIN(hours), MAX(sent_at) FROM reminders_of_drafts GROUP BY proposal_id, deadline;
INSERT INTO reminders (reminder, subject_id, instant, hours, sent_at)
    SELECT 'review', assignment_id, due_at, hours, sent_at FROM review_reminders;
DROP TABLE reminders_of_drafts;
DROP TABLE review_reminders;

CREATE INDEX co_editors_open ON co_editors (expires_at) WHERE accepted_at IS NULL AND ended_at IS NULL;
CREATE INDEX messages_of_applicants ON messages (goes_at) WHERE by_applicant;
";
