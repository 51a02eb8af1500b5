//! Co-editors: people of other organisations who write in one proposal. A row is an invitation, then a standing, until it is
//! ended.

use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder,
    Select, sea_query::Expr,
};

use crate::{
    accounts::StaffRole,
    act::Act,
    calls::extensions,
    clock::Moment,
    entity::{assignment, call, co_editor, membership, organisation, proposal, staff_role, user},
    error::{Error, Result},
    ids::{CoEditorId, OrganisationId, ProposalId, Reference, UserId},
};

fn not_ended() -> Select<co_editor::Entity> {
    co_editor::Entity::find().filter(co_editor::Column::EndedAt.is_null())
}

/// Those who write: they have accepted, and were neither removed nor have they left.
pub fn accepted() -> Select<co_editor::Entity> {
    not_ended().filter(co_editor::Column::AcceptedAt.is_not_null())
}

/// The co-editors of a proposal and those who are invited to be, by name.
pub async fn all(db: &impl ConnectionTrait, proposal: ProposalId) -> Result<Vec<(co_editor::Model, user::Model)>> {
    let rows = not_ended()
        .filter(co_editor::Column::ProposalId.eq(proposal))
        .find_also_related(user::Entity)
        .order_by_asc(user::Column::NameKey)
        .order_by_asc(user::Column::Id)
        .all(db)
        .await?;
    Ok(rows.into_iter().filter_map(|(row, person)| Some((row, person?))).collect())
}

/// The co-editors of a proposal who have accepted and can log in.
pub async fn people(db: &impl ConnectionTrait, proposal: ProposalId) -> Result<Vec<user::Model>> {
    let is_in =
        |row: &co_editor::Model, person: &user::Model| row.accepted_at.is_some() && person.disabled_at.is_none();
    Ok(all(db, proposal).await?.into_iter().filter(|(row, person)| is_in(row, person)).map(|(_, who)| who).collect())
}

/// The row of one person, invited or more.
pub async fn of(act: &Act, proposal: ProposalId, user: UserId) -> Result<Option<co_editor::Model>> {
    let mine =
        not_ended().filter(co_editor::Column::ProposalId.eq(proposal)).filter(co_editor::Column::UserId.eq(user));
    Ok(mine.one(act.tx()).await?)
}

/// Invites someone who is not invited yet.
pub async fn add(act: &Act, proposal: ProposalId, user: UserId, until: Moment) -> Result<()> {
    let row = co_editor::ActiveModel {
        id: Set(act.id()),
        proposal_id: Set(proposal),
        user_id: Set(user),
        invited_by: Set(act.by.user()),
        invited_at: Set(act.at),
        expires_at: Set(until),
        accepted_at: Set(None),
        ended_at: Set(None),
    };
    row.insert(act.tx()).await?;
    Ok(())
}

/// Lets an invitation begin anew.
pub async fn renew(act: &Act, id: CoEditorId, until: Moment) -> Result<()> {
    co_editor::Entity::update_many()
        .col_expr(co_editor::Column::ExpiresAt, Expr::value(until))
        .col_expr(co_editor::Column::InvitedAt, Expr::value(act.at))
        .filter(co_editor::Column::Id.eq(id))
        .exec(act.tx())
        .await?;
    Ok(())
}

/// Accepts an invitation, once: false if it is accepted, withdrawn or over.
pub async fn accept(act: &Act, id: CoEditorId) -> Result<bool> {
    let accepted = co_editor::Entity::update_many()
        .col_expr(co_editor::Column::AcceptedAt, Expr::value(Some(act.at)))
        .filter(co_editor::Column::Id.eq(id))
        .filter(co_editor::Column::AcceptedAt.is_null())
        .filter(co_editor::Column::EndedAt.is_null())
        .filter(co_editor::Column::ExpiresAt.gt(act.at))
        .exec(act.tx())
        .await?;
    Ok(accepted.rows_affected == 1)
}

/// Ends an invitation or a standing; false if there was none any more.
pub async fn end(act: &Act, id: CoEditorId) -> Result<bool> {
    let ended = co_editor::Entity::update_many()
        .col_expr(co_editor::Column::EndedAt, Expr::value(Some(act.at)))
        .filter(co_editor::Column::Id.eq(id))
        .filter(co_editor::Column::EndedAt.is_null())
        .exec(act.tx())
        .await?;
    Ok(ended.rows_affected == 1)
}

/// An invitation as the invited person sees it.
#[derive(Clone, Debug)]
pub struct Invited {
    pub row: co_editor::Model,
    pub proposal: proposal::Model,
    pub organisation: organisation::Model,
    pub call: call::Model,
    /// The deadline that holds for the proposal.
    pub deadline: Moment,
    /// The name of who invited.
    pub by: String,
}

/// What someone is invited to and has not answered, the last first.
pub async fn waiting_for(
    db: &impl ConnectionTrait,
    user: UserId,
    now: Moment,
) -> Result<Vec<(co_editor::Model, proposal::Model)>> {
    let rows = open_to(user, now)
        .find_also_related(proposal::Entity)
        .order_by_desc(co_editor::Column::InvitedAt)
        .order_by_desc(co_editor::Column::Id)
        .all(db)
        .await?;
    Ok(rows.into_iter().filter_map(|(row, proposal)| Some((row, proposal?))).collect())
}

/// The invitation of one person to one proposal; none that is answered, withdrawn or over.
pub async fn invitation(
    db: &impl ConnectionTrait,
    reference: &Reference,
    user: UserId,
    now: Moment,
) -> Result<Option<Invited>> {
    let find = open_to(user, now).find_also_related(proposal::Entity);
    let found = find.filter(proposal::Column::Reference.eq(reference.clone())).one(db).await?;
    let Some((row, Some(proposal))) = found else { return Ok(None) };
    let broken = || Error::internal("a proposal without call or organisation");
    let organisation = organisation::Entity::find_by_id(proposal.organisation_id).one(db).await?.ok_or_else(broken)?;
    let call = call::Entity::find_by_id(proposal.call_id).one(db).await?.ok_or_else(broken)?;
    let own = extensions::own(db, [organisation.id]).await?.of(call.id, organisation.id);
    let deadline = proposal.due_at.unwrap_or(call.window().until(own).closes_at);
    let by = match row.invited_by {
        Some(id) => user::Entity::find_by_id(id).one(db).await?.map(|person| person.name).unwrap_or_default(),
        None => String::new(),
    };
    Ok(Some(Invited { row, proposal, organisation, call, deadline, by }))
}

fn open_to(user: UserId, now: Moment) -> Select<co_editor::Entity> {
    not_ended()
        .filter(co_editor::Column::UserId.eq(user))
        .filter(co_editor::Column::AcceptedAt.is_null())
        .filter(co_editor::Column::ExpiresAt.gt(now))
}

/// What someone is already, as far as it matters to an invitation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Already {
    /// Of the organisation that leads the proposal.
    pub member: bool,
    /// Of the secretariat or the jury, or assigned to review this proposal.
    pub judges: bool,
}

pub async fn already(act: &Act, user: UserId, proposal: &proposal::Model) -> Result<Already> {
    let member = membership::Entity::find_by_id((user, proposal.organisation_id)).one(act.tx()).await?.is_some();
    let of_house = staff_role::Column::Role.is_in([StaffRole::Secretariat, StaffRole::Reviewer]);
    let staff = staff_role::Entity::find().filter(staff_role::Column::UserId.eq(user)).filter(of_house);
    let assigned = assignment::Entity::find()
        .filter(assignment::Column::ProposalId.eq(proposal.id))
        .filter(assignment::Column::ReviewerId.eq(user))
        .filter(assignment::Column::EndedAt.is_null());
    let judges = staff.one(act.tx()).await?.is_some() || assigned.one(act.tx()).await?.is_some();
    Ok(Already { member, judges })
}

/// Those who write a proposal or are invited to: they do not review it.
pub async fn writers(db: &impl ConnectionTrait, proposal: &proposal::Model, now: Moment) -> Result<Vec<UserId>> {
    let is_in =
        Condition::any().add(co_editor::Column::AcceptedAt.is_not_null()).add(co_editor::Column::ExpiresAt.gt(now));
    let writing = not_ended().filter(co_editor::Column::ProposalId.eq(proposal.id)).filter(is_in).all(db).await?;
    let of_lead = membership::Column::OrganisationId.eq(proposal.organisation_id);
    let members = membership::Entity::find().filter(of_lead).all(db).await?;
    Ok(writing.into_iter().map(|row| row.user_id).chain(members.into_iter().map(|row| row.user_id)).collect())
}

/// The names of these organisations.
pub async fn names(
    db: &impl ConnectionTrait,
    ids: impl IntoIterator<Item = OrganisationId>,
) -> Result<Vec<(OrganisationId, String)>> {
    let rows = organisation::Entity::find().filter(organisation::Column::Id.is_in(ids)).all(db).await?;
    Ok(rows.into_iter().map(|row| (row.id, row.name)).collect())
}
