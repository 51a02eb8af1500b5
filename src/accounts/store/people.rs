//! People: their rows, their passwords, their roles.

use sea_orm::{
    ActiveModelTrait,
    ActiveValue::Set,
    ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect,
    sea_query::{Expr, OnConflict},
};

use crate::{
    accounts::{
        passwords::Hashed,
        policy::{Role, StaffRole},
    },
    act::Act,
    clock::Zone,
    entity::{membership, staff_role, user},
    error::{Error, Result},
    ids::{OrganisationId, UserId},
    mail::Email,
    words::{Locale, fold},
};

/// What is known of a person before there is a row.
#[derive(Clone, Debug)]
pub struct NewPerson {
    pub email: Email,
    pub name: String,
    pub locale: Locale,
    pub zone: Zone,
}

/// The person of this address.
pub async fn by_email(db: &impl ConnectionTrait, email: &str) -> Result<Option<user::Model>> {
    Ok(user::Entity::find().filter(user::Column::Email.eq(email)).one(db).await?)
}

/// The person of this id, locked until the act ends.
pub async fn locked(act: &Act, id: UserId) -> Result<user::Model> {
    user::Entity::find_by_id(id).lock_exclusive().one(act.tx()).await?.ok_or(Error::NotFound)
}

/// Adds a person, without a password if none is given.
pub async fn add(act: &Act, person: &NewPerson, password: Option<&Hashed>) -> Result<UserId> {
    let id = act.id();
    user::ActiveModel {
        id: Set(id),
        email: Set(person.email.clone()),
        name: Set(person.name.clone()),
        name_key: Set(fold(&person.name)),
        password_hash: Set(password.map(|hash| hash.as_str().to_owned())),
        locale: Set(person.locale),
        zone: Set(person.zone.name().to_owned()),
        created_at: Set(act.at),
        disabled_at: Set(None),
        version: Set(1),
    }
    .insert(act.tx())
    .await?;
    Ok(id)
}

/// Keeps a new password.
pub async fn set_password(act: &Act, id: UserId, password: &Hashed) -> Result<()> {
    user::Entity::update_many()
        .col_expr(user::Column::PasswordHash, Expr::value(password.as_str()))
        .filter(user::Column::Id.eq(id))
        .exec(act.tx())
        .await?;
    Ok(())
}

/// Keeps the same password, hashed at today's cost, unless it was changed meanwhile.
pub async fn raise_password(act: &Act, id: UserId, before: &str, password: &Hashed) -> Result<()> {
    user::Entity::update_many()
        .col_expr(user::Column::PasswordHash, Expr::value(password.as_str()))
        .filter(user::Column::Id.eq(id))
        .filter(user::Column::PasswordHash.eq(before))
        .exec(act.tx())
        .await?;
    Ok(())
}

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
