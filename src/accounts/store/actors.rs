//! Who somebody is, with all roles: by an account, or by the session of a request.

use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder, QueryResult,
    QuerySelect, QueryTrait, RelationTrait, Select,
};

use crate::{
    accounts::{
        actor::{Actor, Standing},
        policy::{OrganisationKind, Role, StaffRole},
    },
    clock::{Moment, Zone},
    entity::{membership, organisation, session, staff_role, user},
    error::Result,
    ids::{OrganisationId, SessionId, UserId},
    mail::Email,
    words::Locale,
};

/// The person of this id with all roles, unless disabled.
pub async fn actor(db: &impl ConnectionTrait, id: UserId) -> Result<Option<Actor>> {
    let find = user::Entity::find_by_id(id).select_only();
    assembled(&all(db, with_roles(find)).await?)
}

/// A session that stands.
#[derive(Debug, FromQueryResult)]
pub struct Session {
    pub id: SessionId,
    /// The session's values, as JSON.
    pub data: String,
    pub created_at: Moment,
    pub seen_at: Moment,
    pub expires_at: Moment,
}

/// The session whose secret has this digest, if it stands at this moment, and who is signed in with it: one query, since
/// every request asks it.
pub async fn signed_in(
    db: &impl ConnectionTrait,
    digest: &str,
    at: Moment,
) -> Result<Option<(Session, Option<Actor>)>> {
    let find = session::Entity::find()
        .select_only()
        .column(session::Column::Id)
        .column(session::Column::Data)
        .column(session::Column::CreatedAt)
        .column(session::Column::SeenAt)
        .column(session::Column::ExpiresAt)
        .join(JoinType::LeftJoin, session::Relation::User.def())
        .filter(session::Column::SecretHash.eq(digest))
        .filter(session::Column::EndedAt.is_null())
        .filter(session::Column::ExpiresAt.gt(at));
    let rows = all(db, with_roles(find)).await?;
    let Some(first) = rows.first() else { return Ok(None) };
    Ok(Some((Session::from_query_result(first, "")?, assembled(&rows)?)))
}

/// Adds the person and the roles to a query of sessions or people: a row for each pair of a role in the staff and a
/// membership. Hardly anybody has two of both.
fn with_roles<E: EntityTrait>(find: Select<E>) -> Select<E> {
    find.column_as(user::Column::Id, "person")
        .column_as(user::Column::Email, "email")
        .column_as(user::Column::Name, "name")
        .column_as(user::Column::Locale, "locale")
        .column_as(user::Column::Zone, "zone")
        .column_as(user::Column::DisabledAt, "disabled_at")
        .column_as(staff_role::Column::Role, "staff")
        .column_as(membership::Column::Role, "role")
        .column_as(organisation::Column::Id, "organisation")
        .column_as(organisation::Column::Slug, "organisation_slug")
        .column_as(organisation::Column::Name, "organisation_name")
        .column_as(organisation::Column::Kind, "organisation_kind")
        .join(JoinType::LeftJoin, user::Relation::StaffRole.def())
        .join(JoinType::LeftJoin, user::Relation::Membership.def())
        .join(JoinType::LeftJoin, membership::Relation::Organisation.def())
        .order_by_asc(organisation::Column::NameKey)
        .order_by_asc(organisation::Column::Id)
}

async fn all<E: EntityTrait>(db: &impl ConnectionTrait, find: Select<E>) -> Result<Vec<QueryResult>> {
    Ok(db.query_all(&find.into_query()).await?)
}

#[derive(FromQueryResult)]
struct Person {
    email: Email,
    name: String,
    locale: Locale,
    zone: String,
    disabled_at: Option<Moment>,
}

#[derive(FromQueryResult)]
struct Roles {
    staff: Option<StaffRole>,
    role: Option<Role>,
    organisation: Option<OrganisationId>,
    organisation_slug: Option<String>,
    organisation_name: Option<String>,
    organisation_kind: Option<OrganisationKind>,
}

/// The one whom all these rows are of.
fn assembled(rows: &[QueryResult]) -> Result<Option<Actor>> {
    let Some(first) = rows.first() else { return Ok(None) };
    let Some(id) = first.try_get::<Option<UserId>>("", "person")? else { return Ok(None) };
    let person = Person::from_query_result(first, "")?;
    if person.disabled_at.is_some() {
        return Ok(None);
    }
    let mut actor = Actor {
        id,
        email: person.email,
        name: person.name,
        locale: person.locale,
        zone: person.zone.parse().unwrap_or(Zone::UTC),
        memberships: Vec::new(),
        staff: Vec::new(),
    };
    for row in rows {
        let roles = Roles::from_query_result(row, "")?;
        let standing = roles.standing();
        if let Some(staff) = roles.staff.filter(|staff| !actor.is(*staff)) {
            actor.staff.push(staff);
        }
        if let Some(standing) = standing.filter(|standing| actor.role_in(standing.organisation).is_none()) {
            actor.memberships.push(standing);
        }
    }
    Ok(Some(actor))
}

impl Roles {
    fn standing(&self) -> Option<Standing> {
        Some(Standing {
            organisation: self.organisation?,
            organisation_slug: self.organisation_slug.clone()?,
            organisation_name: self.organisation_name.clone()?,
            kind: self.organisation_kind?,
            role: self.role?,
        })
    }
}
