//! Queries on people, organisations, roles, sessions, tokens and throttles.

pub mod organisations;
pub mod people;
pub mod roles;
pub mod search;
pub mod sessions;
pub mod throttles;
pub mod tokens;

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use crate::{
    accounts::actor::{Actor, Standing},
    clock::Zone,
    entity::{membership, organisation, staff_role, user},
    error::Result,
    ids::UserId,
};

/// The person of this id with all roles, unless disabled: one query, since every request asks it.
pub async fn actor(db: &impl ConnectionTrait, id: UserId) -> Result<Option<Actor>> {
    // A row for each pair of a role in the staff and a membership: hardly anybody has two of both.
    let rows = user::Entity::find_by_id(id)
        .filter(user::Column::DisabledAt.is_null())
        .find_also_related(staff_role::Entity)
        .find_also(user::Entity, membership::Entity)
        .find_also(membership::Entity, organisation::Entity)
        .order_by_asc(organisation::Column::NameKey)
        .order_by_asc(organisation::Column::Id)
        .all(db)
        .await?;
    let Some((person, ..)) = rows.first() else { return Ok(None) };
    let mut actor = Actor {
        id,
        email: person.email.clone(),
        name: person.name.clone(),
        locale: person.locale,
        zone: person.zone.parse().unwrap_or(Zone::UTC),
        memberships: Vec::new(),
        staff: Vec::new(),
    };
    for (_, staff, membership, organisation) in rows {
        if let Some(staff) = staff.filter(|staff| !actor.is(staff.role)) {
            actor.staff.push(staff.role);
        }
        if let Some((membership, organisation)) = membership.zip(organisation)
            && actor.role_in(organisation.id).is_none()
        {
            actor.memberships.push(Standing {
                organisation: organisation.id,
                organisation_slug: organisation.slug,
                organisation_name: organisation.name,
                kind: organisation.kind,
                role: membership.role,
            });
        }
    }
    Ok(Some(actor))
}
