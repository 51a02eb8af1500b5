//! What the letters of a kind say in one language, in words of the secretariat. Every version is kept; the last one holds.

use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
    TryInsertResult,
    sea_query::{Expr, ExprTrait},
};

use crate::{
    act::Act,
    entity::letter_wording::{self, Column},
    error::{Error, Result},
    mail::{LetterTexts, Wording},
    words::Locale,
};

/// What letters say now: the last version of each that has any, in one query.
pub async fn now(db: &impl ConnectionTrait) -> Result<LetterTexts> {
    let newest = letter_wording::Entity::find()
        .select_only()
        .column(Column::Kind)
        .column(Column::Locale)
        .column_as(Column::Version.max(), "version")
        .group_by(Column::Kind)
        .group_by(Column::Locale)
        .into_query();
    let this = Expr::tuple([Column::Kind, Column::Locale, Column::Version].map(Expr::col));
    Ok(letter_wording::Entity::find().filter(this.in_subquery(newest)).all(db).await?.into_iter().collect())
}

/// All versions of one, the last first.
pub async fn versions(db: &impl ConnectionTrait, kind: &str, locale: Locale) -> Result<Vec<letter_wording::Model>> {
    Ok(letter_wording::Entity::find()
        .filter(Column::Kind.eq(kind))
        .filter(Column::Locale.eq(locale))
        .order_by_desc(Column::Version)
        .all(db)
        .await?)
}

/// Adds the version after `seen`; a conflict if somebody else was faster.
pub async fn insert(
    act: &Act,
    (kind, locale): (&str, Locale),
    seen: i32,
    wording: Option<&Wording>,
) -> Result<letter_wording::Model> {
    let row = letter_wording::Model {
        id: act.id(),
        kind: kind.to_owned(),
        locale,
        version: seen + 1,
        subject: wording.map(|wording| wording.subject.clone()),
        body: wording.map(|wording| wording.body.clone()),
        written_by: act.by.user(),
        written_at: act.at,
    };
    let added = letter_wording::Entity::insert(row.clone().into_active_model())
        .on_conflict_do_nothing_on([Column::Kind, Column::Locale, Column::Version])
        .exec_without_returning(act.tx())
        .await?;
    if matches!(added, TryInsertResult::Conflicted) { Err(Error::Conflict) } else { Ok(row) }
}
