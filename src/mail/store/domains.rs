//! How much goes to which domain, so that no more goes there than it likes. Nothing is counted in a row of its own, which all
//! workers would queue for: what was tried, what is being sent and what is held stand in the outbox.

use std::collections::HashMap;

use sea_orm::{
    ColumnTrait, DatabaseConnection, EntityTrait, FromQueryResult, Order, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect, sea_query::Expr,
};

use super::underway::{HELD, Lease};
use crate::{
    clock::Moment,
    entity::letter::{self, Column},
    error::Result,
    ids::LetterId,
    mail::{LetterClass, LetterState},
};

/// A letter that some worker holds.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Held {
    pub id: LetterId,
    pub domain: String,
    pub state: LetterState,
}

/// How many letters each of these domains was asked to take since a moment, whatever became of them.
pub async fn tried(db: &DatabaseConnection, domains: &[String], since: Moment) -> Result<HashMap<String, i64>> {
    let rows: Vec<(String, i64)> = letter::Entity::find()
        .select_only()
        .column(Column::Domain)
        .column_as(Column::Id.count(), "letters")
        .filter(Column::Domain.is_in(domains))
        .filter(Column::TriedAt.gt(since))
        .group_by(Column::Domain)
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().collect())
}

/// The letters to these domains that workers hold, in the order in which they are claimed.
pub async fn held(db: &DatabaseConnection, domains: &[String], now: Moment) -> Result<Vec<Held>> {
    Ok(letter::Entity::find()
        .select_only()
        .columns([Column::Id, Column::Domain, Column::State])
        .filter(Expr::cust(HELD))
        .filter(Column::LeaseUntil.gt(now))
        .filter(Column::Domain.is_in(domains))
        .order_by(Column::Class, Order::Desc)
        .order_by_asc(Column::DueAt)
        .order_by_asc(Column::Id)
        .into_model()
        .all(db)
        .await?)
}

/// How many letters wait for a later moment before they go to a domain; for what somebody waits for, what goes to many does not
/// count.
pub async fn waiting(db: &DatabaseConnection, domain: &str, class: LetterClass, now: Moment) -> Result<u64> {
    let mut waiting = letter::Entity::find()
        .filter(Expr::cust("state = 'queued'"))
        .filter(Column::Domain.eq(domain))
        .filter(Column::DueAt.gt(now));
    if class == LetterClass::Service {
        waiting = waiting.filter(Column::Class.eq(LetterClass::Service));
    }
    Ok(waiting.count(db).await?)
}

/// Lets go of claimed letters until a later moment. They were not tried.
pub async fn put_off(db: &DatabaseConnection, letters: &[LetterId], lease: Lease<'_>) -> Result<()> {
    letter::Entity::update_many()
        .col_expr(Column::DueAt, Expr::value(lease.until))
        .col_expr(Column::LeaseHolder, Expr::value(""))
        .col_expr(Column::LeaseUntil, Expr::value(lease.from))
        .filter(Column::Id.is_in(letters.iter().copied()))
        .filter(Column::LeaseHolder.eq(lease.holder))
        .filter(Column::State.ne(LetterState::Sending))
        .exec(db)
        .await?;
    Ok(())
}
