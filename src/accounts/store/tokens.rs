//! One-time links. What stands here is the digest of their secret: whoever reads the table can use none of them.

use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, sea_query::Expr,
};

use crate::{
    accounts::policy::Purpose,
    act::Act,
    clock::Moment,
    entity::{token, user},
    error::{Error, Result},
    ids::{UserId, digest},
};

/// Makes a link's secret. The ones made for the same purpose before are void.
pub async fn issue(act: &Act, user: UserId, purpose: Purpose, expires_at: Moment) -> Result<String> {
    void(act, user, purpose).await?;
    let secret = act.app.ids.secret();
    token::ActiveModel {
        hash: Set(digest(&secret)),
        purpose: Set(purpose),
        user_id: Set(user),
        created_at: Set(act.at),
        expires_at: Set(expires_at),
        used_at: Set(None),
    }
    .insert(act.tx())
    .await?;
    Ok(secret)
}

/// Whom a link is for, unless it is void, used, expired, or was never made. Looking does not use it.
pub async fn owner(
    db: &impl ConnectionTrait,
    secret: &str,
    purpose: Purpose,
    at: Moment,
) -> Result<Option<user::Model>> {
    let found = token::Entity::find_by_id(digest(secret))
        .filter(token::Column::Purpose.eq(purpose))
        .filter(token::Column::UsedAt.is_null())
        .filter(token::Column::ExpiresAt.gt(at))
        .find_also_related(user::Entity)
        .one(db)
        .await?;
    Ok(found.and_then(|(_, user)| user).filter(|user| user.disabled_at.is_none()))
}

/// Uses a link, once: of two at the same moment, one.
pub async fn take(act: &Act, secret: &str, purpose: Purpose) -> Result<user::Model> {
    let owner = owner(act.tx(), secret, purpose, act.at).await?.ok_or(Error::NotFound)?;
    let used = token::Entity::update_many()
        .col_expr(token::Column::UsedAt, Expr::value(act.at))
        .filter(token::Column::Hash.eq(digest(secret)))
        .filter(token::Column::UsedAt.is_null())
        .exec(act.tx())
        .await?;
    if used.rows_affected == 1 { Ok(owner) } else { Err(Error::NotFound) }
}

/// Makes the links of a person void.
pub async fn void(act: &Act, user: UserId, purpose: Purpose) -> Result<()> {
    token::Entity::update_many()
        .col_expr(token::Column::UsedAt, Expr::value(act.at))
        .filter(token::Column::UserId.eq(user))
        .filter(token::Column::Purpose.eq(purpose))
        .filter(token::Column::UsedAt.is_null())
        .exec(act.tx())
        .await?;
    Ok(())
}

/// Forgets all that expired before then; how many there were.
pub async fn sweep(act: &Act, before: Moment) -> Result<u64> {
    let gone = token::Entity::delete_many().filter(token::Column::ExpiresAt.lt(before)).exec(act.tx()).await?;
    Ok(gone.rows_affected)
}
