//! Queries on people, organisations, roles, sessions, tokens and throttles.

pub mod organisations;
pub mod people;
pub mod roles;
pub mod search;
pub mod sessions;
pub mod throttles;
pub mod tokens;

use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, JoinType, QueryFilter, QueryOrder, QuerySelect, RelationTrait,
};

use crate::{
    accounts::actor::{Actor, Standing},
    clock::Zone,
    entity::{membership, organisation, staff_role, user},
    error::Result,
    ids::UserId,
};

/// The person of this id with all roles, unless disabled. Two queries, whatever the number of roles.
pub async fn actor(db: &impl ConnectionTrait, id: UserId) -> Result<Option<Actor>> {
    let enabled = user::Entity::find_by_id(id).filter(user::Column::DisabledAt.is_null());
    let with_roles = enabled.join_rev(JoinType::LeftJoin, staff_role::Relation::User.def());
    let found = with_roles.select_with(staff_role::Entity).all(db).await?;
    let Some((person, staff)) = found.into_iter().next() else { return Ok(None) };
    let memberships = membership::Entity::find()
        .filter(membership::Column::UserId.eq(id))
        .find_also_related(organisation::Entity)
        .order_by_asc(organisation::Column::NameKey)
        .order_by_asc(organisation::Column::Id)
        .all(db)
        .await?;
    Ok(Some(Actor {
        id,
        email: person.email,
        name: person.name,
        locale: person.locale,
        zone: person.zone.parse().unwrap_or(Zone::UTC),
        memberships: memberships
            .into_iter()
            .filter_map(|(membership, organisation)| {
                let organisation = organisation?;
                Some(Standing {
                    organisation: organisation.id,
                    organisation_slug: organisation.slug,
                    organisation_name: organisation.name,
                    kind: organisation.kind,
                    role: membership.role,
                })
            })
            .collect(),
        staff: staff.into_iter().map(|row| row.role).collect(),
    }))
}
