//! What is counted of a call, as a number of queries that does not depend on how many proposals it has. All of it begins at the
//! desk of whoever asks: nobody finds there what they have an interest in, in no sum either.

use std::collections::BTreeMap;

use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder, QuerySelect,
    QueryTrait, RelationTrait, Select,
    sea_query::{Expr, ExprTrait, Query, SelectStatement},
};
use serde_json::Value as Json;

use crate::{
    accounts::Actor,
    entity::{assignment, decision, proposal, review, user},
    error::Result,
    guidelines::Definition,
    ids::{CallId, ProposalId, Reference},
    places::regions::Region,
    proposals::{rules::Outcome, submissions, workflow::State},
    reviews::{
        figures::{
            Asked, Proposal,
            choice::{self, Profile, Submitted},
        },
        store::desk::at_the_desk,
    },
    words::Locale,
};

/// So many submissions are read at once: their answers hold whole proposals.
const BATCH: usize = 200;

/// The proposals of a call, by title.
pub async fn proposals(db: &impl ConnectionTrait, actor: &Actor, call: CallId) -> Result<Vec<Proposal>> {
    use proposal::Column as C;
    Ok(of_call(actor, call)?
        .select_only()
        .columns([C::Id, C::Reference, C::Title, C::TitleKey, C::Language, C::State, C::Waits])
        .columns([C::ReviewsAsked, C::ReviewsIn])
        .order_by_asc(C::TitleKey)
        .order_by_asc(C::Reference)
        .into_model()
        .all(db)
        .await?)
}

fn of_call(actor: &Actor, call: CallId) -> Result<Select<proposal::Entity>> {
    Ok(at_the_desk(actor)?.filter(proposal::Column::CallId.eq(call)))
}

/// All reviews that were asked for in a call, by the reviewers' names, one reviewer after the other.
pub async fn asked(db: &impl ConnectionTrait, actor: &Actor, call: CallId) -> Result<Vec<Asked>> {
    use assignment::Column as A;
    let these = of_call(actor, call)?.select_only().column(proposal::Column::Id).into_query();
    let theirs = assignment::Entity::belongs_to(review::Entity)
        .from((A::ProposalId, A::ReviewerId))
        .to((review::Column::ProposalId, review::Column::ReviewerId))
        .into();
    Ok(assignment::Entity::find()
        .join(JoinType::InnerJoin, assignment::Relation::User.def())
        .join(JoinType::LeftJoin, theirs)
        .select_only()
        .column_as(A::ProposalId, "proposal")
        .column_as(A::ReviewerId, "reviewer")
        .column_as(user::Column::Name, "name")
        .columns([A::DueAt, A::EndedAt, A::Declined, A::AbstainedAt])
        .columns([review::Column::SubmittedAt, review::Column::Total, review::Column::Scores])
        .filter(A::ProposalId.in_subquery(these))
        .order_by_asc(user::Column::NameKey)
        .order_by_asc(user::Column::Id)
        .order_by_asc(A::Id)
        .into_model()
        .all(db)
        .await?)
}

/// A proposal that may have been submitted.
#[derive(FromQueryResult)]
struct Candidate {
    id: ProposalId,
    reference: Reference,
    title: String,
    language: Locale,
    state: State,
    is_pending: bool,
}

/// The proposals of a call that were ever submitted, by title, each as its last submission answers.
pub async fn submitted(
    db: &impl ConnectionTrait,
    actor: &Actor,
    call: CallId,
    definition: &Definition,
) -> Result<Vec<Submitted>> {
    use proposal::Column as C;
    let candidates: Vec<Candidate> = of_call(actor, call)?
        .select_only()
        .columns([C::Id, C::Reference, C::Title, C::Language, C::State])
        .expr_as(Expr::exists(pending()), "is_pending")
        .order_by_asc(C::TitleKey)
        .order_by_asc(C::Reference)
        .into_model()
        .all(db)
        .await?;
    let mut profiles: BTreeMap<ProposalId, Profile> = BTreeMap::new();
    for batch in candidates.chunks(BATCH) {
        let ids: Vec<ProposalId> = batch.iter().map(|candidate| candidate.id).collect();
        let latest = submissions::latest(db, &ids).await?;
        profiles.extend(latest.into_iter().map(|(id, row)| (id, profile(definition, row.answers))));
    }
    let told = |one: Candidate| {
        Some(Submitted {
            profile: profiles.remove(&one.id)?,
            id: one.id,
            reference: one.reference,
            title: one.title,
            title_language: one.language,
            state: one.state,
            is_pending: one.is_pending,
        })
    };
    Ok(candidates.into_iter().filter_map(told).collect())
}

/// A decision to approve the proposal of the outer query, registered and not published.
fn pending() -> SelectStatement {
    Query::select()
        .expr(Expr::val(1))
        .from(decision::Entity)
        .and_where(
            Expr::col((decision::Entity, decision::Column::ProposalId))
                .equals((proposal::Entity, proposal::Column::Id)),
        )
        .and_where(decision::Column::Outcome.eq(Outcome::Approved))
        .and_where(decision::Column::PublishedAt.is_null())
        .and_where(decision::Column::RevisedAt.is_null())
        .take()
}

/// What is counted of the answers; all others are left unread.
fn profile(definition: &Definition, answers: Json) -> Profile {
    let Json::Object(mut stored) = answers else { return Profile::default() };
    stored.retain(|key, _| choice::FIELDS.contains(&key.as_str()));
    let answers = definition.answers_from_json(&stored);
    let country = answers.country(choice::COUNTRY);
    let chosen = |key: &str| answers.choice(key).map(ToString::to_string).unwrap_or_default();
    Profile {
        theme: chosen(choice::THEME),
        country: country.map(|country| country.code().to_owned()).unwrap_or_default(),
        region: country.and_then(Region::of),
        kind: chosen(choice::KIND),
        support: answers.choices(choice::SUPPORT).iter().map(ToString::to_string).collect(),
        language: answers.language(choice::LANGUAGE),
        total: answers.money(choice::TOTAL),
    }
}
