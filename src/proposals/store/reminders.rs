//! Reminders: of which drafts they are due, and which were posted.

use std::collections::BTreeMap;

use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect,
    QueryTrait, Select,
};

use crate::{
    act::Act,
    clock::Moment,
    entity::{call, co_editor, extension, membership, organisation, proposal, reminder, user},
    error::Result,
    ids::{CallId, OrganisationId},
    proposals::{reminders::Reminder, workflow::State},
};

/// The drafts of a call for which the same deadline holds.
#[derive(Clone, Debug)]
pub struct Group {
    pub call: CallId,
    pub of: Of,
    pub deadline: Moment,
}

/// Whose drafts.
#[derive(Clone, Debug)]
pub enum Of {
    /// Of all but these, which have a deadline of their own.
    AllBut(Vec<OrganisationId>),
    One(OrganisationId),
}

/// The calls in which a deadline comes between `now` and `until`: their own, or that of one organisation.
pub async fn calls_near(db: &impl ConnectionTrait, now: Moment, until: Moment) -> Result<Vec<call::Model>> {
    let own = extension::Entity::find()
        .select_only()
        .column(extension::Column::CallId)
        .filter(extension::Column::OrganisationId.is_not_null())
        .filter(extension::Column::EndedAt.is_null())
        .filter(extension::Column::ClosesAt.gt(now))
        .filter(extension::Column::ClosesAt.lte(until));
    let near = call::Column::ClosesAt.gt(now).and(call::Column::ClosesAt.lte(until));
    Ok(call::Entity::find().filter(near.or(call::Column::Id.in_subquery(own.into_query()))).all(db).await?)
}

/// The drafts of a group that are to be reminded: since the reminder was due they are drafts, and they had neither this one
/// nor a later one.
fn waiting(group: &Group, reminder: Reminder) -> Select<proposal::Entity> {
    let had = reminder::Entity::find()
        .select_only()
        .column(reminder::Column::ProposalId)
        .filter(reminder::Column::Deadline.eq(group.deadline))
        .filter(reminder::Column::Hours.lte(reminder.hours));
    let drafts = proposal::Entity::find()
        .filter(proposal::Column::CallId.eq(group.call))
        .filter(proposal::Column::State.eq(State::Draft))
        .filter(proposal::Column::StateSince.lte(reminder.due_at(group.deadline)))
        .filter(proposal::Column::Id.not_in_subquery(had.into_query()));
    match &group.of {
        Of::AllBut(others) => drafts.filter(proposal::Column::OrganisationId.is_not_in(others.iter().copied())),
        Of::One(one) => drafts.filter(proposal::Column::OrganisationId.eq(*one)),
    }
}

/// Whether any is: asked before an act is begun, which on SQLite only one can do at a time.
pub async fn any_waiting(db: &impl ConnectionTrait, group: &Group, reminder: Reminder) -> Result<bool> {
    Ok(waiting(group, reminder).limit(1).one(db).await?.is_some())
}

/// A draft with those who can write in it.
pub struct Held {
    pub proposal: proposal::Model,
    pub organisation: String,
    pub writers: Vec<user::Model>,
}

/// At most `limit` of them, kept from others until the act ends: what is submitted meanwhile is not reminded. Five queries.
pub async fn take(act: &Act, group: &Group, reminder: Reminder, limit: u64) -> Result<Vec<Held>> {
    let drafts =
        waiting(group, reminder).order_by_asc(proposal::Column::Id).limit(limit).lock_exclusive().all(act.tx()).await?;
    let of: Vec<OrganisationId> = drafts.iter().map(|draft| draft.organisation_id).collect();
    let names = organisation::Entity::find().filter(organisation::Column::Id.is_in(of.iter().copied()));
    let names: BTreeMap<OrganisationId, String> =
        names.all(act.tx()).await?.into_iter().map(|row| (row.id, row.name)).collect();
    let members = membership::Entity::find()
        .filter(membership::Column::OrganisationId.is_in(of))
        .find_also_related(user::Entity)
        .filter(user::Column::DisabledAt.is_null())
        .all(act.tx())
        .await?;
    let guests = co_editor::Entity::find()
        .filter(co_editor::Column::ProposalId.is_in(drafts.iter().map(|draft| draft.id)))
        .filter(co_editor::Column::AcceptedAt.is_not_null())
        .filter(co_editor::Column::EndedAt.is_null())
        .find_also_related(user::Entity)
        .filter(user::Column::DisabledAt.is_null())
        .all(act.tx())
        .await?;
    let rows = drafts.iter().map(|draft| reminder::ActiveModel {
        id: Set(act.id()),
        proposal_id: Set(draft.id),
        deadline: Set(group.deadline),
        hours: Set(reminder.hours),
        sent_at: Set(act.at),
    });
    let rows: Vec<_> = rows.collect();
    if !rows.is_empty() {
        reminder::Entity::insert_many(rows).exec_without_returning(act.tx()).await?;
    }
    let held = |proposal: proposal::Model| Held {
        organisation: names.get(&proposal.organisation_id).cloned().unwrap_or_default(),
        writers: {
            let own = members.iter().filter(|(row, _)| row.organisation_id == proposal.organisation_id);
            let own = own.map(|(_, user)| user);
            let others = guests.iter().filter(|(row, _)| row.proposal_id == proposal.id).map(|(_, user)| user);
            own.chain(others).filter_map(Clone::clone).collect()
        },
        proposal,
    };
    Ok(drafts.into_iter().map(held).collect())
}
