//! Counts of failed log-ins and of letters asked for.

use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, EntityTrait, QueryFilter, QuerySelect,
    sea_query::{Expr, ExprTrait, OnConflict},
};

use crate::{
    accounts::throttle::{Bucket, Count},
    act::Act,
    clock::Moment,
    entity::throttle,
    error::{Error, Result},
};

/// What was counted in a bucket, locked until the act ends: two tries at once count as two.
pub async fn locked(act: &Act, bucket: &Bucket) -> Result<Count> {
    let empty = throttle::ActiveModel {
        bucket: Set(bucket.key.clone()),
        failures: Set(0),
        last_at: Set(act.at),
        open_at: Set(act.at),
    };
    throttle::Entity::insert(empty)
        .on_conflict(OnConflict::column(throttle::Column::Bucket).do_nothing().to_owned())
        .exec_without_returning(act.tx())
        .await?;
    let row = throttle::Entity::find_by_id(bucket.key.clone()).lock_exclusive().one(act.tx()).await?;
    let row = row.ok_or_else(|| Error::Internal("a throttle was removed while it was read".to_owned()))?;
    Ok(Count { failures: row.failures, last_at: row.last_at, open_at: row.open_at })
}

pub async fn set(act: &Act, bucket: &Bucket, count: Count) -> Result<()> {
    throttle::Entity::update_many()
        .col_expr(throttle::Column::Failures, Expr::value(count.failures))
        .col_expr(throttle::Column::LastAt, Expr::value(count.last_at))
        .col_expr(throttle::Column::OpenAt, Expr::value(count.open_at))
        .filter(throttle::Column::Bucket.eq(&bucket.key))
        .exec(act.tx())
        .await?;
    Ok(())
}

/// Takes back one try, which proved right.
pub async fn give_back(act: &Act, bucket: &Bucket) -> Result<()> {
    throttle::Entity::update_many()
        .col_expr(throttle::Column::Failures, Expr::col(throttle::Column::Failures).sub(1))
        .col_expr(throttle::Column::OpenAt, Expr::value(act.at))
        .filter(throttle::Column::Bucket.eq(&bucket.key))
        .filter(throttle::Column::Failures.gt(0))
        .exec(act.tx())
        .await?;
    Ok(())
}

/// Forgets what was counted.
pub async fn clear(act: &Act, bucket: &Bucket) -> Result<()> {
    throttle::Entity::delete_by_id(bucket.key.clone()).exec(act.tx()).await?;
    Ok(())
}

/// Forgets all that nobody touched since `before`; how many there were.
pub async fn sweep(act: &Act, before: Moment) -> Result<u64> {
    let gone = throttle::Entity::delete_many().filter(throttle::Column::LastAt.lt(before)).exec(act.tx()).await?;
    Ok(gone.rows_affected)
}
