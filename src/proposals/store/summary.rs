//! What the list of the desk knows of each proposal beside its own columns: what it waits for, and how far its reviews are.
//! Kept in its row, so that ten thousand can be sorted by it as quickly as ten. Every writer of what it is made from renews it
//! within its act.

use sea_orm::{ConnectionTrait, Statement};

use crate::{act::Act, error::Result, ids::ProposalId, proposals::waits::Wait};

/// Renews the summary of one proposal from what is stored.
pub async fn renew(act: &Act, proposal: ProposalId) -> Result<()> {
    let backend = act.tx().get_database_backend();
    for sql in [counts("WHERE id = $1"), waits("WHERE id = $1")] {
        act.tx().execute_raw(Statement::from_sql_and_values(backend, sql, [proposal.into()])).await?;
    }
    Ok(())
}

/// Renews all of them: for what is true of many at once.
pub async fn renew_all(db: &impl ConnectionTrait) -> Result<()> {
    for sql in [counts(""), waits("")] {
        db.execute_raw(Statement::from_string(db.get_database_backend(), sql)).await?;
    }
    Ok(())
}

/// The reviews that count: of those who are neither relieved nor have abstained, and have handed theirs in.
const COUNTED: &str = "FROM assignments a JOIN reviews r ON r.proposal_id = a.proposal_id AND r.reviewer_id = a.reviewer_id \
    WHERE a.proposal_id = proposals.id AND a.ended_at IS NULL AND a.abstained_at IS NULL AND r.submitted_at IS NOT NULL";

/// The mean of the totals is rounded as `Points::mean` rounds.
fn counts(which: &str) -> String {
    format!(
        "UPDATE proposals SET \
            reviews_asked = (SELECT COUNT(*) FROM assignments a \
                WHERE a.proposal_id = proposals.id AND a.ended_at IS NULL AND a.abstained_at IS NULL), \
            reviews_in = (SELECT COUNT(*) {COUNTED}), \
            reviews_mean = COALESCE((SELECT (2 * SUM(r.total) + COUNT(r.total)) / (2 * NULLIF(COUNT(r.total), 0)) \
                {COUNTED}), -1), \
            reviews_gap = COALESCE((SELECT MAX(r.total) - MIN(r.total) {COUNTED}), -1) \
        {which}"
    )
}

/// The check of eligibility that counts: that of the last submission. What was checked before checks were numbered counts too.
pub(super) const CHECKED: &str = "e.proposal_id = proposals.id AND (e.submission = 0 OR e.submission = \
    (SELECT COALESCE(MAX(s.number), 0) FROM submissions s WHERE s.proposal_id = proposals.id))";

fn waits(which: &str) -> String {
    let cases: Vec<String> =
        WAITS.iter().map(|(condition, wait)| format!("WHEN {condition} THEN {}", wait.number())).collect();
    let cases = cases.join(" ").replace("{checked}", CHECKED);
    format!("UPDATE proposals SET waits = CASE {cases} ELSE {} END {which}", Wait::Nothing.number())
}

/// What waits for the secretariat, the first that holds.
const WAITS: [(&str, Wait); 7] = [
    (
        "state IN ('draft', 'returned') AND EXISTS \
            (SELECT 1 FROM late_attempts l WHERE l.proposal_id = proposals.id AND l.refused_at IS NULL AND l.number > \
                (SELECT COALESCE(MAX(s.number), 0) FROM submissions s WHERE s.proposal_id = proposals.id))",
        Wait::Late,
    ),
    ("state = 'submitted' AND NOT EXISTS (SELECT 1 FROM eligibilities e WHERE {checked})", Wait::Eligibility),
    (
        "state IN ('submitted', 'under_review') AND EXISTS \
            (SELECT 1 FROM decisions d WHERE d.proposal_id = proposals.id AND d.revised_at IS NULL)",
        Wait::Publication,
    ),
    (
        "state = 'submitted' AND EXISTS (SELECT 1 FROM eligibilities e WHERE {checked} AND NOT e.passed)",
        Wait::Ineligible,
    ),
    ("state = 'submitted'", Wait::Start),
    ("state = 'under_review' AND reviews_asked = 0", Wait::Reviewers),
    ("state = 'under_review' AND reviews_in = reviews_asked", Wait::Decision),
];
