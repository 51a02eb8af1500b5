//! What people are: in organisations, and of the staff.

use std::collections::BTreeMap;

use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, JoinType, QueryFilter, QueryOrder, QuerySelect,
    RelationTrait, sea_query::OnConflict,
};

use crate::{
    accounts::policy::{Role, Seat, StaffRole, Target},
    act::Act,
    entity::{membership, organisation, staff_role, user},
    error::Result,
    ids::{OrganisationId, UserId},
};

/// Makes a person a member, or changes the role; whether anything was different before.
pub async fn set_member(act: &Act, user: UserId, organisation: OrganisationId, role: Role) -> Result<bool> {
    let before = membership::Entity::find_by_id((user, organisation)).one(act.tx()).await?;
    if before.is_some_and(|row| row.role == role) {
        return Ok(false);
    }
    let row = membership::ActiveModel {
        user_id: Set(user),
        organisation_id: Set(organisation),
        role: Set(role),
        created_at: Set(act.at),
    };
    membership::Entity::insert(row)
        .on_conflict(
            OnConflict::columns([membership::Column::UserId, membership::Column::OrganisationId])
                .update_column(membership::Column::Role)
                .to_owned(),
        )
        .exec_without_returning(act.tx())
        .await?;
    Ok(true)
}

/// What a person is in an organisation, if anything.
pub async fn role_in(act: &Act, user: UserId, organisation: OrganisationId) -> Result<Option<Role>> {
    Ok(membership::Entity::find_by_id((user, organisation)).one(act.tx()).await?.map(|row| row.role))
}

/// The members of an organisation, as far as it matters to who owns it.
pub fn seats(members: &[(user::Model, Role)]) -> impl Iterator<Item = Seat> {
    members.iter().map(|(person, role)| Seat { user: person.id, role: *role, is_able: is_able(person) })
}

/// Whether someone can log in.
pub fn is_able(person: &user::Model) -> bool {
    person.disabled_at.is_none() && person.password_hash.is_some()
}

/// Ends a membership.
pub async fn remove_member(act: &Act, user: UserId, organisation: OrganisationId) -> Result<()> {
    membership::Entity::delete_by_id((user, organisation)).exec(act.tx()).await?;
    Ok(())
}

/// Gives a role of the staff; whether it was new.
pub async fn add_staff(act: &Act, user: UserId, role: StaffRole) -> Result<bool> {
    let row = staff_role::ActiveModel { user_id: Set(user), role: Set(role), granted_at: Set(act.at) };
    let added = staff_role::Entity::insert(row)
        .on_conflict(
            OnConflict::columns([staff_role::Column::UserId, staff_role::Column::Role]).do_nothing().to_owned(),
        )
        .exec_without_returning(act.tx())
        .await?;
    Ok(added > 0)
}

/// Takes a role of the staff away; whether it was there.
pub async fn remove_staff(act: &Act, user: UserId, role: StaffRole) -> Result<bool> {
    let gone = staff_role::Entity::delete_by_id((user, role)).exec(act.tx()).await?;
    Ok(gone.rows_affected > 0)
}

/// Locks the roles of all administrators until the act ends: of two who dismiss each other at the same moment, one comes
/// too late.
pub async fn lock_administrators(act: &Act) -> Result<()> {
    staff_role::Entity::find()
        .filter(staff_role::Column::Role.eq(StaffRole::Administrator))
        .order_by_asc(staff_role::Column::UserId)
        .lock_exclusive()
        .all(act.tx())
        .await?;
    Ok(())
}

/// What the policy asks about a person with these roles. It may change until the act that locks it.
pub async fn target(db: &impl ConnectionTrait, id: UserId, staff: &[StaffRole]) -> Result<Target> {
    let is_administrator = staff.contains(&StaffRole::Administrator);
    Ok(Target {
        id,
        is_house: is_administrator || staff.contains(&StaffRole::Secretariat),
        is_last_administrator: is_administrator && able(db).await?.iter().all(|other| *other == id),
    })
}

/// The administrators who can sign in.
async fn able(db: &impl ConnectionTrait) -> Result<Vec<UserId>> {
    Ok(user::Entity::find()
        .join(JoinType::InnerJoin, staff_role::Relation::User.def().rev())
        .filter(staff_role::Column::Role.eq(StaffRole::Administrator))
        .filter(user::Column::DisabledAt.is_null())
        .filter(user::Column::PasswordHash.is_not_null())
        .select_only()
        .column(user::Column::Id)
        .into_tuple()
        .all(db)
        .await?)
}

/// The roles of the staff of these people.
pub async fn staff_of(db: &impl ConnectionTrait, people: &[UserId]) -> Result<BTreeMap<UserId, Vec<StaffRole>>> {
    let rows =
        staff_role::Entity::find().filter(staff_role::Column::UserId.is_in(people.iter().copied())).all(db).await?;
    let mut found = BTreeMap::<_, Vec<_>>::new();
    for row in rows {
        found.entry(row.user_id).or_default().push(row.role);
    }
    found.values_mut().for_each(|roles| roles.sort_unstable());
    Ok(found)
}

/// The organisations of these people, with their roles in them, by name.
pub async fn memberships_of(
    db: &impl ConnectionTrait,
    people: &[UserId],
) -> Result<BTreeMap<UserId, Vec<(organisation::Model, Role)>>> {
    let rows = membership::Entity::find()
        .filter(membership::Column::UserId.is_in(people.iter().copied()))
        .find_also_related(organisation::Entity)
        .order_by_asc(organisation::Column::NameKey)
        .order_by_asc(organisation::Column::Id)
        .all(db)
        .await?;
    let mut found = BTreeMap::<_, Vec<_>>::new();
    for (membership, organisation) in rows {
        if let Some(organisation) = organisation {
            found.entry(membership.user_id).or_default().push((organisation, membership.role));
        }
    }
    Ok(found)
}

/// The members of these organisations, by name.
pub async fn members_of(
    db: &impl ConnectionTrait,
    organisations: &[OrganisationId],
) -> Result<BTreeMap<OrganisationId, Vec<(user::Model, Role)>>> {
    let rows = membership::Entity::find()
        .filter(membership::Column::OrganisationId.is_in(organisations.iter().copied()))
        .find_also_related(user::Entity)
        .order_by_asc(user::Column::NameKey)
        .order_by_asc(user::Column::Id)
        .all(db)
        .await?;
    let mut found = BTreeMap::<_, Vec<_>>::new();
    for (membership, person) in rows {
        if let Some(person) = person {
            found.entry(membership.organisation_id).or_default().push((person, membership.role));
        }
    }
    Ok(found)
}
