//! The countries that the list can be filtered by.

use sea_orm::{
    ColumnTrait, ConnectionTrait, QueryFilter, QuerySelect, QueryTrait, Select,
    sea_query::{
        Alias, CommonTableExpression, Expr, ExprTrait, Order, Query, SelectStatement, SimpleExpr, UnionType,
        WithClause, WithQuery,
    },
};

use super::{Sitter, at_the_desk, in_none_of};
use crate::{entity::proposal, error::Result};

/// The countries of the proposals at the desk, by their codes; not of those whose applicants the reader must not know.
pub async fn countries(db: &impl ConnectionTrait, sitter: &Sitter) -> Result<Vec<String>> {
    let seen = at_the_desk(&sitter.actor)?.filter(in_none_of(&sitter.blind()));
    // The secretariat has all proposals, a reviewer few, which lie anywhere in the index.
    let rows = match sitter.is_secretariat() {
        true => db.query_all(&one_after_the_other(&seen)).await?,
        false => db.query_all(&each_once(seen)).await?,
    };
    rows.iter().map(|row| Ok(row.try_get("", "code")?)).collect()
}

fn each_once(seen: Select<proposal::Entity>) -> SelectStatement {
    let country = (proposal::Entity, proposal::Column::Country);
    let seen = seen.select_only().column_as(proposal::Column::Country, "code").distinct();
    seen.into_query().order_by(country, Order::Asc).take()
}

/// The first country, and then of each the next one: as many steps in their index as there are countries, and not proposals.
fn one_after_the_other(seen: &Select<proposal::Entity>) -> WithQuery {
    let (every, code) = (Alias::new("every"), Alias::new("code"));
    let last = || Expr::col((every.clone(), code.clone()));
    let first_of = |some: Select<proposal::Entity>| {
        some.select_only().column_as(proposal::Column::Country.min(), "code").into_query()
    };
    let next = first_of(seen.clone().filter(Expr::col((proposal::Entity, proposal::Column::Country)).gt(last())));
    let next = Query::select()
        .expr(SimpleExpr::SubQuery(None, Box::new(next.into())))
        .from(every.clone())
        .and_where(last().is_not_null())
        .take();
    let walk = first_of(seen.clone()).union(UnionType::All, next).take();
    let walk = CommonTableExpression::new().query(walk).column(code.clone()).table_name(every.clone()).to_owned();
    let codes = Query::select()
        .column(code.clone())
        .from(every.clone())
        .and_where(last().is_not_null())
        .order_by(code, Order::Asc)
        .take();
    codes.with(WithClause::new().recursive(true).cte(walk).to_owned())
}
