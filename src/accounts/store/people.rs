//! People: their rows and their passwords.

use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect,
    sea_query::Expr,
};

use crate::{
    accounts::passwords::Hashed,
    act::Act,
    clock::{Moment, Zone},
    entity::user,
    error::{Error, Result},
    ids::UserId,
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

/// The person of this id.
pub async fn by_id(db: &impl ConnectionTrait, id: UserId) -> Result<Option<user::Model>> {
    Ok(user::Entity::find_by_id(id).one(db).await?)
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

/// Keeps a name, a language and a time zone.
pub async fn set_profile(act: &Act, id: UserId, name: &str, locale: Locale, zone: Zone) -> Result<()> {
    user::Entity::update_many()
        .col_expr(user::Column::Name, Expr::value(name))
        .col_expr(user::Column::NameKey, Expr::value(fold(name)))
        .col_expr(user::Column::Locale, Expr::value(locale))
        .col_expr(user::Column::Zone, Expr::value(zone.name()))
        .filter(user::Column::Id.eq(id))
        .exec(act.tx())
        .await?;
    Ok(())
}

/// Closes an account, or opens it again.
pub async fn set_disabled(act: &Act, id: UserId, since: Option<Moment>) -> Result<()> {
    user::Entity::update_many()
        .col_expr(user::Column::DisabledAt, Expr::value(since))
        .filter(user::Column::Id.eq(id))
        .exec(act.tx())
        .await?;
    Ok(())
}
