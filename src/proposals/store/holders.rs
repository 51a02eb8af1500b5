//! Those who hold proposals in a call: whoever can write in one of them; of drafts above all.

use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
    Select,
    sea_query::{ExprTrait, SelectStatement},
};

use crate::{
    entity::{co_editor, membership, organisation, proposal, user},
    error::Result,
    ids::{CallId, OrganisationId, UserId},
    proposals::{store::without_conflict, workflow::State},
};

/// Of which organisations: all that hold drafts, or only some of these.
#[derive(Clone, Copy, Debug)]
pub enum Among<'a> {
    All,
    Only(&'a [OrganisationId]),
}

/// Whose proposals: those of a call that stand in one of these states. No state is nobody.
#[derive(Clone, Copy, Debug)]
pub struct Group<'a> {
    pub call: CallId,
    pub states: &'a [State],
    /// Whoever writes to them: they find nobody here whose proposal they must not know.
    pub sender: Option<UserId>,
}

impl Group<'_> {
    fn people(self) -> Select<user::Entity> {
        let mut held = proposal::Entity::find()
            .filter(proposal::Column::CallId.eq(self.call))
            .filter(proposal::Column::State.is_in(self.states.iter().copied()));
        if let Some(sender) = self.sender {
            held = held.filter(without_conflict(sender));
        }
        writers(column(held.clone(), proposal::Column::OrganisationId), column(held, proposal::Column::Id))
    }
}

/// How many they are.
pub async fn count_in(db: &impl ConnectionTrait, group: Group<'_>) -> Result<u64> {
    Ok(group.people().count(db).await?)
}

/// All of them, in the order of their addresses.
pub async fn all_in(db: &impl ConnectionTrait, group: Group<'_>) -> Result<Vec<user::Model>> {
    Ok(group.people().order_by_asc(user::Column::Email).all(db).await?)
}

/// Those of them whose addresses sort behind `after`, at most `limit`, in the order of their addresses.
pub async fn after_in(
    db: &impl ConnectionTrait,
    group: Group<'_>,
    after: &str,
    limit: u64,
) -> Result<Vec<user::Model>> {
    behind(db, group.people(), after, limit).await
}

fn drafts(call: CallId, among: Among<'_>) -> Select<proposal::Entity> {
    let drafts = proposal::Entity::find()
        .filter(proposal::Column::CallId.eq(call))
        .filter(proposal::Column::State.eq(State::Draft));
    match among {
        Among::All => drafts,
        Among::Only(some) => drafts.filter(proposal::Column::OrganisationId.is_in(some.iter().copied())),
    }
}

/// The people of these organisations, and the co-editors of these drafts.
fn writers(organisations: SelectStatement, drafts: SelectStatement) -> Select<user::Entity> {
    let members = membership::Entity::find()
        .select_only()
        .column(membership::Column::UserId)
        .filter(membership::Column::OrganisationId.in_subquery(organisations));
    let guests = co_editor::Entity::find()
        .select_only()
        .column(co_editor::Column::UserId)
        .filter(co_editor::Column::ProposalId.in_subquery(drafts))
        .filter(co_editor::Column::AcceptedAt.is_not_null())
        .filter(co_editor::Column::EndedAt.is_null());
    let is_member = user::Column::Id.in_subquery(members.into_query());
    user::Entity::find()
        .filter(is_member.or(user::Column::Id.in_subquery(guests.into_query())))
        .filter(user::Column::DisabledAt.is_null())
}

fn column(drafts: Select<proposal::Entity>, column: proposal::Column) -> SelectStatement {
    drafts.select_only().column(column).into_query()
}

fn people(call: CallId, among: Among<'_>) -> Select<user::Entity> {
    let of = |of| column(drafts(call, among), of);
    writers(of(proposal::Column::OrganisationId), of(proposal::Column::Id))
}

/// How many hold drafts.
pub async fn count(db: &impl ConnectionTrait, call: CallId, among: Among<'_>) -> Result<u64> {
    Ok(people(call, among).count(db).await?)
}

/// Those whose addresses sort behind `after`, at most `limit`, in the order of their addresses.
pub async fn after(
    db: &impl ConnectionTrait,
    call: CallId,
    among: Among<'_>,
    after: &str,
    limit: u64,
) -> Result<Vec<user::Model>> {
    behind(db, people(call, among), after, limit).await
}

/// The people of an organisation, whether it holds drafts or not, and the co-editors of its drafts: in the same order.
pub async fn of_after(
    db: &impl ConnectionTrait,
    call: CallId,
    organisation: OrganisationId,
    after: &str,
    limit: u64,
) -> Result<Vec<user::Model>> {
    let itself = organisation::Entity::find_by_id(organisation).select_only().column(organisation::Column::Id);
    let held = column(drafts(call, Among::Only(&[organisation])), proposal::Column::Id);
    behind(db, writers(itself.into_query(), held), after, limit).await
}

async fn behind(
    db: &impl ConnectionTrait,
    people: Select<user::Entity>,
    after: &str,
    limit: u64,
) -> Result<Vec<user::Model>> {
    let behind = people.filter(user::Column::Email.gt(after));
    Ok(behind.order_by_asc(user::Column::Email).limit(limit).all(db).await?)
}

/// The organisations that hold drafts in a call, by name.
pub async fn organisations(db: &impl ConnectionTrait, call: CallId) -> Result<Vec<organisation::Model>> {
    let holding = column(drafts(call, Among::All), proposal::Column::OrganisationId);
    Ok(organisation::Entity::find()
        .filter(organisation::Column::Id.in_subquery(holding))
        .order_by_asc(organisation::Column::NameKey)
        .order_by_asc(organisation::Column::Id)
        .all(db)
        .await?)
}
