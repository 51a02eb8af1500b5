//! A call under review with as many proposals as are wanted. The first one is made through the service's own actions; the others
//! are its likenesses, written straight into the tables.

use std::time::Duration;

use initiatives::{
    accounts::{
        StaffRole,
        actions::{NewPerson, ensure_person, ensure_staff},
    },
    app::App,
    clock::Zone,
    entity::{assignment, eligibility, proposal, review, submission},
    ids::{Reference, UserId},
    proposals::{actions::submitting, store::summary, workflow::State},
    reviews::rules::Recommendation,
    words::Locale,
};
use sea_orm::{ActiveModelTrait, ConnectionTrait, EntityTrait, IntoActiveModel, Statement, TransactionTrait};
use serde_json::json;

use crate::stage::{self, Stage};

pub const SECRETARIAT: &str = "secretariat@metropolis.example";
pub const PASSWORD: &str = "initiatives-2014-demo";
const REVIEWERS: usize = 40;
const THEMES: [&str; 4] = ["governance", "social_inclusion", "urban_innovation", "sustainability"];
const LANGUAGES: [Locale; 3] = [Locale::En, Locale::Fr, Locale::Es];
/// The criteria of the guidelines of 2014.
const CRITERIA: [&str; 6] = ["relevance", "partnership", "transfer", "innovation", "feasibility", "results"];
/// As many rows go into one statement.
const BATCH: usize = 500;

pub struct Crowd {
    first: proposal::Model,
    submitted: submission::Model,
    reviewers: Vec<UserId>,
    size: usize,
}

impl Crowd {
    /// The secretariat, the reviewers, and the first proposal.
    pub async fn gather(app: &App) -> Self {
        let stage = Stage::set(app, 1, 1).await;
        let city = &stage.cities[0];
        let receipt = async |act: &_| submitting::submit(act, &city.actor, &city.drafts[0], 1, None).await.map(|_| ());
        stage::act(app, &city.actor, receipt).await;
        staff(app, SECRETARIAT, StaffRole::Secretariat).await;
        let mut reviewers = Vec::new();
        for n in 0..REVIEWERS {
            reviewers.push(staff(app, &format!("reviewer-{n}@jury.example"), StaffRole::Reviewer).await);
        }
        let first = proposal::Entity::find().one(app.db.read()).await.unwrap().unwrap();
        let submitted = submission::Entity::find().one(app.db.read()).await.unwrap().unwrap();
        Self { first, submitted, reviewers, size: 1 }
    }

    /// Makes them `size`, each with three reviews, and gives every reviewer the same number of them.
    pub async fn grow(&mut self, app: &App, size: usize) {
        self.fill(app, size, true).await;
    }

    /// Makes them `size`, of which nobody reviews one.
    pub async fn wait(&mut self, app: &App, size: usize) {
        self.fill(app, size, false).await;
    }

    async fn fill(&mut self, app: &App, size: usize, reviewed: bool) {
        let all: Vec<usize> = (self.size..size).collect();
        for some in all.chunks(BATCH) {
            let rows: Vec<Likeness> = some.iter().map(|n| self.likeness(app, *n, size, reviewed)).collect();
            let tx = app.db.write().begin().await.unwrap();
            insert::<proposal::Entity, _>(&tx, rows.iter().map(|row| row.proposal.clone())).await;
            insert::<submission::Entity, _>(&tx, rows.iter().map(|row| row.submission.clone())).await;
            insert::<eligibility::Entity, _>(&tx, rows.iter().map(|row| row.eligibility.clone())).await;
            insert::<assignment::Entity, _>(&tx, rows.iter().flat_map(|row| row.assignments.clone())).await;
            insert::<review::Entity, _>(&tx, rows.iter().flat_map(|row| row.reviews.clone())).await;
            tx.commit().await.unwrap();
        }
        self.size = size;
        make_findable(app).await;
        summary::renew_all(app.db.write()).await.unwrap();
        settle(app).await;
    }

    /// The proposal of this number. The last of each size is submitted, the others are under review: what is looked for
    /// selectively.
    fn likeness(&self, app: &App, n: usize, size: usize, reviewed: bool) -> Likeness {
        let at = self.first.updated_at + Duration::from_secs(n as u64);
        let state = if n + 1 == size { State::Submitted } else { State::UnderReview };
        let mut like = self.first.clone();
        like.id = app.ids.id(at);
        like.number = n as i32 + 1;
        like.reference = Reference::new(2014, like.number);
        like.state = state;
        like.place_of_state = state.place();
        like.title = format!("Likeness number{n}th of a proposal");
        like.title_key = format!("likeness number{n}th of a proposal");
        like.theme = THEMES[n % THEMES.len()].to_owned();
        like.language = LANGUAGES[n % LANGUAGES.len()];
        like.country = if n.is_multiple_of(2) { "IN" } else { "FR" }.to_owned();
        like.updated_at = at;
        let mut submission = self.submitted.clone();
        submission.id = app.ids.id(at);
        submission.proposal_id = like.id;
        submission.sha256 = format!("{n:064x}");
        let eligibility = eligibility::Model {
            proposal_id: like.id,
            passed: true,
            reason: String::new(),
            checks: json!({}),
            submission: 1,
            checked_by: None,
            checked_at: at,
        };
        let by = (0..3).filter(|_| reviewed).map(|k| self.reviewers[(n * 3 + k) % REVIEWERS]);
        let reviews: Vec<review::Model> =
            by.enumerate().map(|(k, reviewer)| review_of(app, &submission, reviewer, n * 3 + k)).collect();
        let given = |review: &review::Model| assignment::Model {
            id: app.ids.id(at),
            proposal_id: like.id,
            reviewer_id: review.reviewer_id,
            assigned_by: None,
            assigned_at: at,
            ended_at: None,
            due_at: None,
            accepted_at: None,
            abstained_at: None,
            declined: false,
            reason: String::new(),
        };
        let assignments = reviews.iter().map(given).collect();
        Likeness { proposal: like, submission, eligibility, assignments, reviews }
    }
}

/// A row of each table.
struct Likeness {
    proposal: proposal::Model,
    submission: submission::Model,
    eligibility: eligibility::Model,
    assignments: Vec<assignment::Model>,
    reviews: Vec<review::Model>,
}

fn review_of(app: &App, submission: &submission::Model, reviewer: UserId, n: usize) -> review::Model {
    let scores = CRITERIA.iter().enumerate().map(|(k, criterion)| ((*criterion).to_owned(), json!((n + k) % 6)));
    let remarks =
        CRITERIA.iter().map(|criterion| ((*criterion).to_owned(), json!("It says how, and by when. ".repeat(8))));
    review::Model {
        id: app.ids.id(submission.submitted_at),
        proposal_id: submission.proposal_id,
        reviewer_id: reviewer,
        submission_id: Some(submission.id),
        scores: scores.collect::<serde_json::Map<_, _>>().into(),
        remarks: remarks.collect::<serde_json::Map<_, _>>().into(),
        to_committee: "Worth a talk. ".repeat(20),
        to_applicant: "Say more of how it goes on. ".repeat(20),
        recommendation: Some(Recommendation::Approve),
        confidence: None,
        draft: None,
        total: Some(2_000 + (n as i32 * 37) % 8_000),
        version: 1,
        updated_at: submission.submitted_at,
        submitted_at: Some(submission.submitted_at),
    }
}

/// What was written is counted, and lies where it stays: nothing of it goes on in the background of what is measured.
pub async fn settle(app: &App) {
    let rest = if app.db.is_postgres() {
        ["VACUUM ANALYZE", "CHECKPOINT"]
    } else {
        ["PRAGMA optimize", "PRAGMA wal_checkpoint(TRUNCATE)"]
    };
    for statement in rest {
        app.db.write().execute_unprepared(statement).await.unwrap();
    }
}

/// Rows as they are, in one statement.
pub async fn insert<E, M>(db: &impl ConnectionTrait, rows: impl Iterator<Item = M>)
where
    E: EntityTrait<Model = M>,
    M: IntoActiveModel<E::ActiveModel>,
    E::ActiveModel: ActiveModelTrait<Entity = E> + Send,
{
    let rows: Vec<E::ActiveModel> = rows
        .map(|row| {
            let mut row = row.into_active_model();
            for column in <E::Column as sea_orm::Iterable>::iter() {
                if let Some(value) = row.get(column).into_value() {
                    row.set(column, value);
                }
            }
            row
        })
        .collect();
    if !rows.is_empty() {
        E::insert_many(rows).exec_without_returning(db).await.unwrap();
    }
}

/// What was submitted, found by the same words, and by the number of each.
pub async fn make_findable(app: &App) {
    let copy = "INSERT INTO search_texts (proposal_id, scope, body) \
        SELECT p.id, t.scope, t.body || ' ' || p.title_key FROM proposals p, search_texts t \
        WHERE t.proposal_id = (SELECT id FROM proposals WHERE number = 1) \
            AND NOT EXISTS (SELECT 1 FROM search_texts o WHERE o.proposal_id = p.id)";
    let db = app.db.write();
    db.execute_raw(Statement::from_string(db.get_database_backend(), copy)).await.unwrap();
}

async fn staff(app: &App, email: &str, role: StaffRole) -> UserId {
    let password = app.hasher.hash(PASSWORD, app.ids.salt()).await.unwrap();
    let act = app.begin_as("bench").await.unwrap();
    let person =
        NewPerson { email: email.parse().unwrap(), name: email.to_owned(), locale: Locale::En, zone: Zone::UTC };
    let user = ensure_person(&act, &person, Some(&password)).await.unwrap();
    ensure_staff(&act, user, role).await.unwrap();
    act.commit().await.unwrap();
    user
}
