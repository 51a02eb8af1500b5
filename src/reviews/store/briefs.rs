//! Many proposals as far as their reader may know them: for exports and for documents, a batch at a time, in a number of queries
//! that depends on the batches alone. What a reader must not know of one is not in its [`Brief`].

use std::{collections::BTreeMap, sync::Arc};

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect};

use super::{
    Counted, counted,
    desk::{Sitter, at_the_desk, filtered},
    dossier::{readable_decision, tells_of_applicant, veiled},
    read, told_to,
};
use crate::{
    entity::{decision, proposal, review, submission, user},
    error::{Error, Result},
    guidelines::{Answers, Audience, Definition, definition},
    ids::{GuidelinesId, ProposalId, Reference, SubmissionId, UserId},
    proposals::{
        Case, Deed, cases,
        submissions::{self, Latest},
    },
    reviews::{exporting::What, listing::Filter, rules::Review},
};

/// How many proposals are read at once: few enough that their texts are nothing beside the program itself.
pub const BATCH: u64 = 50;

/// What is read beside the proposals themselves.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct With {
    /// What was last submitted.
    pub text: bool,
    pub reviews: bool,
    pub decisions: bool,
}

impl With {
    /// What an export needs.
    pub fn needed_for(what: What) -> Self {
        match what {
            What::Proposals => Self { text: true, ..Self::default() },
            What::Reviews | What::Scores => Self { reviews: true, ..Self::default() },
            What::Decisions => Self { decisions: true, ..Self::default() },
        }
    }
}

/// A proposal as far as its reader may know it.
pub struct Brief {
    pub case: Case,
    /// The guidelines of its call.
    pub definition: Arc<Definition>,
    /// What was last submitted, if the reader may read it.
    pub submitted: Option<Latest>,
    /// Those that are in, the oldest first.
    pub reviews: Vec<Told>,
    /// The oldest first; for reviewers the one in force, once it is published.
    pub decisions: Vec<decision::Model>,
}

/// A review that is in.
pub struct Told {
    /// Without the name of its reviewer, where the reader must not know it.
    pub review: Review,
    /// The number of the submission that it judges.
    pub judged: Option<i32>,
    /// Whether it counts: its reviewer was neither relieved nor has abstained. The secretariat alone is told.
    pub counted: Option<bool>,
    /// Whether the reader wrote it.
    pub own: bool,
}

impl Brief {
    /// The answers that were submitted, as far as the reader may read them.
    pub fn answers(&self) -> Answers {
        self.submitted.as_ref().map(|row| row.answers(&self.definition)).unwrap_or_default()
    }
}

/// A batch, and the reference after which the next one begins; none after the last.
pub type Batch = (Vec<Brief>, Option<Reference>);

/// The proposals that a filter finds at someone's desk, by their references, those after `after`.
pub async fn batch(
    db: &impl ConnectionTrait,
    sitter: &Sitter,
    filter: &Filter,
    with: With,
    after: Option<&Reference>,
) -> Result<Batch> {
    let mut find = filtered(db, at_the_desk(&sitter.actor)?, sitter, filter);
    if let Some(after) = after {
        find = find.filter(proposal::Column::Reference.gt(after.clone()));
    }
    let find = find.order_by_asc(proposal::Column::Reference).limit(BATCH);
    let found = cases(db, &sitter.actor, find, sitter.now).await?;
    let is_full = u64::try_from(found.len()).is_ok_and(|count| count == BATCH);
    let next = found.last().map(|case| case.proposal.reference.clone()).filter(|_| is_full);
    // As the page of each would be there for the reader.
    let here = |case: &Case| case.standing.roles.secretariat || (case.standing.roles.reviewer && case.standing.is_in());
    let found: Vec<Case> = found.into_iter().filter(here).map(veiled).collect();
    Ok((with_all(db, sitter, found, with).await?, next))
}

/// How many proposals the filter finds.
pub async fn count(db: &impl ConnectionTrait, sitter: &Sitter, filter: &Filter) -> Result<u64> {
    Ok(filtered(db, at_the_desk(&sitter.actor)?, sitter, filter).count(db).await?)
}

async fn with_all(db: &impl ConnectionTrait, sitter: &Sitter, found: Vec<Case>, with: With) -> Result<Vec<Brief>> {
    let ids: Vec<ProposalId> = found.iter().map(|case| case.proposal.id).collect();
    let asked = |is: bool| if is { ids.as_slice() } else { &[] };
    let mut submitted = submissions::latest(db, asked(with.text)).await?;
    let mut reviews = reviews(db, asked(with.reviews)).await?;
    let counted = counted(db, asked(with.reviews)).await?;
    let numbers = numbers(db, asked(with.reviews)).await?;
    let mut decisions = decisions(db, asked(with.decisions)).await?;
    let mut known: BTreeMap<GuidelinesId, Arc<Definition>> = BTreeMap::new();
    let mut briefs = Vec::with_capacity(found.len());
    for case in found {
        let id = case.proposal.id;
        let definition = match known.get(&case.call.guidelines_id) {
            Some(known) => Arc::clone(known),
            None => definition(db, case.call.guidelines_id).await?,
        };
        known.entry(case.call.guidelines_id).or_insert_with(|| Arc::clone(&definition));
        let told = reviews.remove(&id).unwrap_or_default();
        briefs.push(Brief {
            submitted: submitted.remove(&id).and_then(|row| readable_text(row, &case, &definition)),
            reviews: readable_reviews(told, &case, sitter.actor.id, (&counted, &numbers)),
            decisions: decisions
                .remove(&id)
                .unwrap_or_default()
                .into_iter()
                .filter_map(|made| readable_decision(made, &case))
                .collect(),
            definition,
            case,
        });
    }
    Ok(briefs)
}

fn readable_text(mut row: Latest, case: &Case, definition: &Definition) -> Option<Latest> {
    if !case.may(Deed::ReadSubmissions).is_yes() {
        return None;
    }
    if case.reads_as() == Audience::Anonymous
        && let Some(answers) = row.answers.as_object_mut()
    {
        answers.retain(|key, _| !tells_of_applicant(definition, key));
    }
    Some(row)
}

type Numbers = BTreeMap<SubmissionId, i32>;

fn readable_reviews(
    found: Vec<Review>,
    case: &Case,
    reader: UserId,
    (counted, numbers): (&Counted, &Numbers),
) -> Vec<Told> {
    let told = |review: Review| Told {
        judged: review.submission.and_then(|id| numbers.get(&id)).copied(),
        counted: case.standing.roles.secretariat.then(|| counted.contains(&(case.proposal.id, review.reviewer))),
        own: review.reviewer == reader,
        review,
    };
    told_to(case, reader, counted, found).into_iter().map(told).collect()
}

async fn reviews(db: &impl ConnectionTrait, ids: &[ProposalId]) -> Result<BTreeMap<ProposalId, Vec<Review>>> {
    let mut found: BTreeMap<ProposalId, Vec<Review>> = BTreeMap::new();
    if ids.is_empty() {
        return Ok(found);
    }
    let rows = review::Entity::find()
        .filter(review::Column::ProposalId.is_in(ids.iter().copied()))
        .filter(review::Column::SubmittedAt.is_not_null())
        .find_also_related(user::Entity)
        .order_by_asc(review::Column::Id)
        .all(db)
        .await?;
    for (row, person) in rows {
        found.entry(row.proposal_id).or_default().push(read(row, person));
    }
    Ok(found)
}

/// The numbers of all submissions.
async fn numbers(db: &impl ConnectionTrait, ids: &[ProposalId]) -> Result<Numbers> {
    if ids.is_empty() {
        return Ok(Numbers::new());
    }
    let rows: Vec<(SubmissionId, i32)> = submission::Entity::find()
        .select_only()
        .columns([submission::Column::Id, submission::Column::Number])
        .filter(submission::Column::ProposalId.is_in(ids.iter().copied()))
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().collect())
}

async fn decisions(
    db: &impl ConnectionTrait,
    ids: &[ProposalId],
) -> Result<BTreeMap<ProposalId, Vec<decision::Model>>> {
    let mut found: BTreeMap<ProposalId, Vec<decision::Model>> = BTreeMap::new();
    if ids.is_empty() {
        return Ok(found);
    }
    let rows = decision::Entity::find()
        .filter(decision::Column::ProposalId.is_in(ids.iter().copied()))
        .order_by_asc(decision::Column::RegisteredAt)
        .order_by_asc(decision::Column::Id)
        .all(db)
        .await?;
    for row in rows {
        found.entry(row.proposal_id).or_default().push(row);
    }
    Ok(found)
}

/// All that a filter finds, read batch by batch: for documents, which hold no more than `most`.
pub async fn all(
    db: &impl ConnectionTrait,
    sitter: &Sitter,
    filter: &Filter,
    with: With,
    most: Most,
) -> Result<Vec<Brief>> {
    let (mut found, mut after): (Vec<Brief>, Option<Reference>) = (Vec::new(), None);
    loop {
        let (mut some, next) = batch(db, sitter, filter, with, after.as_ref()).await?;
        found.append(&mut some);
        if found.len() > most.proposals {
            return Err(Error::Refused(most.reason));
        }
        let Some(next) = next else { return Ok(found) };
        after = Some(next);
    }
}

/// How many proposals a document holds, and the key of what to say where there are more.
#[derive(Clone, Copy, Debug)]
pub struct Most {
    pub proposals: usize,
    pub reason: &'static str,
}
