//! The only writer of states.

use sea_orm::{
    ActiveModelTrait,
    ActiveValue::{NotSet, Set},
    ColumnTrait, EntityTrait, QueryFilter, QueryOrder,
};
use serde_json::{Value as Json, json};

use crate::{
    act::Act,
    clock::Moment,
    entity::{proposal, transition},
    error::{Error, Result},
    ids::{CallId, OrganisationId, ProposalId, Reference, TransitionId},
    proposals::{
        listing::Listing,
        rules::Sources,
        store::{published, summary::renew},
        workflow::{Action, State, Transition},
    },
};

/// What a change of state brings with it.
#[derive(Clone, Debug, Default)]
pub struct Change {
    /// Shown on the timeline; empty where none is asked.
    pub reason: String,
    /// More about it, for the timeline. Nothing personal: it goes into the audit trail as well.
    pub data: Option<Json>,
    /// Where it was returned from, and until when it can be submitted again; for transitions to the state returned.
    pub returned: Option<(State, Moment)>,
    /// Its name in the catalogue; what it has already stays.
    pub slug: Option<String>,
}

impl Change {
    pub fn because(reason: &str) -> Self {
        Self { reason: reason.to_owned(), ..Self::default() }
    }

    pub fn with(data: Json) -> Self {
        Self { data: Some(data), ..Self::default() }
    }
}

/// A proposal that is being made.
#[derive(Clone, Debug)]
pub struct New {
    pub reference: Reference,
    pub call: CallId,
    pub number: i32,
    pub organisation: OrganisationId,
    pub listing: Listing,
    pub slug: Option<String>,
    pub sources: Option<Sources>,
    pub example: bool,
}

/// Makes a proposal in the state that `transition` begins with.
pub async fn enter(act: &Act, new: New, transition: Transition) -> Result<proposal::Model> {
    let (None, Some(state)) = (transition.from(), transition.to()) else {
        return Err(Error::internal("not the beginning of a proposal"));
    };
    let sources = new.sources.as_ref().map(serde_json::to_value).transpose().map_err(Error::internal)?;
    let row = proposal::ActiveModel {
        id: Set(act.id()),
        reference: Set(new.reference),
        call_id: Set(new.call),
        number: Set(new.number),
        organisation_id: Set(new.organisation),
        state: Set(state),
        version: Set(1),
        state_since: Set(act.at),
        state_before: Set(None),
        returned_from: Set(None),
        due_at: Set(None),
        title_key: Set(new.listing.title_key()),
        title: Set(new.listing.title),
        short_title: Set(new.listing.short_title),
        theme: Set(new.listing.theme),
        country: Set(new.listing.country),
        language: Set(new.listing.language),
        slug: Set(new.slug),
        sources: Set(sources),
        example: Set(new.example),
        created_by: Set(act.by.user()),
        created_at: Set(act.at),
        updated_at: Set(act.at),
        place_of_state: Set(state.place()),
        ..Default::default()
    };
    let row = row.insert(act.tx()).await?;
    renew(act, row.id).await?;
    write_down(act, row.id, transition, state, &Change::default()).await?;
    Ok(row)
}

/// Makes the transition of the proposal as it was seen: 0 rows changed means that somebody was faster. A draft that is
/// discarded goes, with all that was written in it.
pub async fn record(
    act: &Act,
    seen: &proposal::Model,
    transition: Transition,
    change: Change,
) -> Result<proposal::Model> {
    let Some(to) = transition.to() else {
        return discard(act, seen, transition).await;
    };
    let (returned_from, due_at) = change.returned.filter(|_| to == State::Returned).unzip();
    let state_before = transition.from().filter(|_| matches!(to, State::NotSelected | State::Withdrawn));
    let found = proposal::Entity::update_many()
        .set(proposal::ActiveModel {
            state: Set(to),
            version: Set(seen.version + 1),
            state_since: Set(act.at),
            state_before: Set(state_before),
            returned_from: Set(returned_from),
            due_at: Set(due_at),
            slug: change.slug.clone().map_or(NotSet, |slug| Set(Some(slug))),
            updated_at: Set(act.at),
            place_of_state: Set(to.place()),
            ..Default::default()
        })
        .filter(proposal::Column::Id.eq(seen.id))
        .filter(proposal::Column::Version.eq(seen.version))
        .filter(proposal::Column::State.eq(transition.from()))
        .exec(act.tx())
        .await?;
    if found.rows_affected == 0 {
        return Err(Error::Conflict);
    }
    renew(act, seen.id).await?;
    write_down(act, seen.id, transition, to, &change).await?;
    let row = proposal::Model {
        state: to,
        version: seen.version + 1,
        state_since: act.at,
        state_before,
        returned_from,
        due_at,
        slug: change.slug.or_else(|| seen.slug.clone()),
        updated_at: act.at,
        ..seen.clone()
    };
    if seen.state.is_public() || to.is_public() {
        published::follow(act, &row).await?;
    }
    Ok(row)
}

async fn discard(act: &Act, seen: &proposal::Model, transition: Transition) -> Result<proposal::Model> {
    let found = proposal::Entity::delete_many()
        .filter(proposal::Column::Id.eq(seen.id))
        .filter(proposal::Column::Version.eq(seen.version))
        .filter(proposal::Column::State.eq(transition.from()))
        .exec(act.tx())
        .await?;
    if found.rows_affected == 0 {
        return Err(Error::Conflict);
    }
    audit(act, seen.id, transition, &Change::default()).await?;
    Ok(seen.clone())
}

/// Writes the transition down, for the timeline and for the audit trail.
async fn write_down(act: &Act, id: ProposalId, transition: Transition, to: State, change: &Change) -> Result<()> {
    let row = transition::ActiveModel {
        id: Set(act.id::<TransitionId>()),
        proposal_id: Set(id),
        action: Set(transition.action()),
        from_state: Set(transition.from()),
        to_state: Set(to),
        by_user: Set(act.by.user()),
        at: Set(act.at),
        reason: Set(change.reason.clone()),
        data: Set(change.data.clone().unwrap_or_else(|| json!({}))),
    };
    row.insert(act.tx()).await?;
    audit(act, id, transition, change).await
}

async fn audit(act: &Act, id: ProposalId, transition: Transition, change: &Change) -> Result<()> {
    let data = json!({
        "from": transition.from(),
        "to": transition.to(),
        "due": change.returned.map(|(_, due)| due.iso()),
        "data": change.data,
    });
    act.event(&format!("proposal.{}", transition.action().code()), format!("proposal:{id}"), data).await.map(|_| ())
}

/// Moves the instant until which a returned proposal can be submitted again.
pub async fn move_due(act: &Act, seen: &proposal::Model, due: Moment) -> Result<proposal::Model> {
    let found = proposal::Entity::update_many()
        .set(proposal::ActiveModel { due_at: Set(Some(due)), version: Set(seen.version + 1), ..Default::default() })
        .filter(proposal::Column::Id.eq(seen.id))
        .filter(proposal::Column::Version.eq(seen.version))
        .filter(proposal::Column::State.eq(State::Returned))
        .exec(act.tx())
        .await?;
    if found.rows_affected == 0 {
        return Err(Error::Conflict);
    }
    let data = json!({ "from": seen.due_at.map(Moment::iso), "to": due.iso() });
    act.event("proposal.due_moved", format!("proposal:{}", seen.id), data).await?;
    Ok(proposal::Model { due_at: Some(due), version: seen.version + 1, ..seen.clone() })
}

/// How it was returned last.
pub async fn last_return(act: &Act, id: ProposalId) -> Result<Option<transition::Model>> {
    Ok(transition::Entity::find()
        .filter(transition::Column::ProposalId.eq(id))
        .filter(transition::Column::Action.eq(Action::Return))
        .order_by_desc(transition::Column::At)
        .order_by_desc(transition::Column::Id)
        .one(act.tx())
        .await?)
}
