//! What reviewers are shown before proposals are assigned: titles to choose from, while the phase of the call asks for it.

use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder, QuerySelect,
    QueryTrait, RelationTrait, Select,
};

use crate::{
    accounts::{Actor, StaffRole},
    clock::Moment,
    entity::{call, organisation, proposal},
    error::{Error, Result},
    ids::{ProposalId, Reference},
    proposals::{own, rulings, without_conflict, workflow::State},
    words::Locale,
};

/// A proposal that can be chosen.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Offered {
    pub id: ProposalId,
    pub reference: Reference,
    pub title: String,
    pub language: Locale,
    pub theme: String,
    /// Empty where the phase hides who applies.
    pub organisation: String,
    pub country: String,
}

/// What somebody is offered of a call at this moment, by reference.
pub async fn of(db: &impl ConnectionTrait, actor: &Actor, call: &call::Model, now: Moment) -> Result<Vec<Offered>> {
    let mut found = find(db, actor, call, now)
        .await?
        .join(JoinType::InnerJoin, proposal::Relation::Organisation.def())
        .select_only()
        .columns([
            proposal::Column::Id,
            proposal::Column::Reference,
            proposal::Column::Title,
            proposal::Column::Language,
            proposal::Column::Theme,
            proposal::Column::Country,
        ])
        .column_as(organisation::Column::Name, "organisation")
        .order_by_asc(proposal::Column::Reference)
        .into_model::<Offered>()
        .all(db)
        .await?;
    if !call.reviewing(now).applicant {
        for one in &mut found {
            one.organisation.clear();
            one.country.clear();
        }
    }
    Ok(found)
}

/// The proposals that somebody is offered: nothing of what they write or have an interest in, and nothing at all outside the
/// phase that asks for it, or before confidentiality was promised. Whoever has promised it is told that the phase is another.
pub async fn find(
    db: &impl ConnectionTrait,
    actor: &Actor,
    call: &call::Model,
    now: Moment,
) -> Result<Select<proposal::Entity>> {
    if !actor.is(StaffRole::Reviewer) {
        return Err(Error::NotFound);
    }
    match (call.reviewing(now).takes_preferences, rulings::has_pledged(db, call.id, actor.id).await?) {
        (true, true) => {}
        (true, false) => return Err(Error::Refused("proposals-no-pledge")),
        (false, true) => return Err(Error::Refused("preferences-closed")),
        (false, false) => return Err(Error::NotFound),
    }
    let own = own(actor).select_only().column(proposal::Column::Id).into_query();
    Ok(proposal::Entity::find()
        .filter(proposal::Column::CallId.eq(call.id))
        .filter(proposal::Column::State.is_in([State::Submitted, State::UnderReview]))
        .filter(without_conflict(actor.id))
        .filter(proposal::Column::Id.not_in_subquery(own)))
}

/// The calls that ask reviewers at this moment what they would like to review.
pub async fn asking(db: &impl ConnectionTrait, actor: &Actor, now: Moment) -> Result<Vec<call::Model>> {
    if !actor.is(StaffRole::Reviewer) {
        return Ok(Vec::new());
    }
    let phased = call::Entity::find().filter(call::Column::Phases.is_not_null()).order_by_desc(call::Column::OpensAt);
    let mut found = phased.all(db).await?;
    found.retain(|call| call.reviewing(now).takes_preferences);
    Ok(found)
}
