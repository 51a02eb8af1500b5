//! What the texts of the public pages say and what they said before; the only writer of both.

use sea_orm::{
    ActiveModelTrait,
    ActiveValue::Set,
    ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect,
    QueryTrait, TryInsertResult,
    sea_query::{Expr, ExprTrait, OnConflict},
};

use crate::{
    act::Act,
    catalogue::content::{Changed, Page, TEXTS, Texts},
    clock::Moment,
    entity::{
        text,
        text_version::{self, Column},
    },
    error::{Error, Result},
    ids::UserId,
    words::Trilingual,
};

/// What the texts of these pages say. One query.
pub async fn now(db: &impl ConnectionTrait, pages: &[Page]) -> Result<Texts> {
    let names = TEXTS.iter().filter(|text| pages.contains(&text.page)).map(|text| text.name);
    let rows = text::Entity::find().filter(text::Column::Name.is_in(names)).all(db).await?;
    Ok(rows.into_iter().map(|row| (row.name, row.text)).collect())
}

/// A version in a list: without what it says.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Version {
    pub page: Page,
    pub number: i32,
    pub changed: Changed,
    pub written_by: Option<UserId>,
    pub written_at: Moment,
}

const LISTED: [Column; 5] = [Column::Page, Column::Number, Column::Changed, Column::WrittenBy, Column::WrittenAt];

/// The versions of a page, the last first.
pub async fn versions(db: &impl ConnectionTrait, page: Page) -> Result<Vec<Version>> {
    Ok(text_version::Entity::find()
        .select_only()
        .columns(LISTED)
        .filter(Column::Page.eq(page))
        .order_by_desc(Column::Number)
        .into_model()
        .all(db)
        .await?)
}

/// The last version of each page that was ever changed, in one query.
pub async fn latest(db: &impl ConnectionTrait) -> Result<Vec<Version>> {
    let newest = text_version::Entity::find()
        .select_only()
        .column(Column::Page)
        .column_as(Column::Number.max(), "number")
        .group_by(Column::Page)
        .into_query();
    let this = Expr::tuple([Column::Page, Column::Number].map(Expr::col));
    let found = text_version::Entity::find().select_only().columns(LISTED).filter(this.in_subquery(newest));
    Ok(found.into_model().all(db).await?)
}

/// The last version of a page, with all that it says.
pub async fn last(db: &impl ConnectionTrait, page: Page) -> Result<Option<text_version::Model>> {
    let of_page = text_version::Entity::find().filter(Column::Page.eq(page));
    Ok(of_page.order_by_desc(Column::Number).one(db).await?)
}

/// This version of a page.
pub async fn version(db: &impl ConnectionTrait, page: Page, number: i32) -> Result<Option<text_version::Model>> {
    Ok(text_version::Entity::find_by_id((page, number)).one(db).await?)
}

/// Adds a version; a conflict if somebody else was faster.
pub async fn add_version(act: &Act, row: text_version::Model) -> Result<()> {
    let added = text_version::Entity::insert(row.into_active_model())
        .on_conflict_do_nothing_on([Column::Page, Column::Number])
        .exec_without_returning(act.tx())
        .await?;
    if matches!(added, TryInsertResult::Conflicted) { Err(Error::Conflict) } else { Ok(()) }
}

/// Has a text say this from now on; nothing for what the service says by itself.
pub async fn say(act: &Act, name: &str, said: Option<&Trilingual>) -> Result<()> {
    let Some(said) = said else {
        text::Entity::delete_by_id(name.to_owned()).exec(act.tx()).await?;
        return Ok(());
    };
    let row = text::ActiveModel { name: Set(name.to_owned()), text: Set(said.clone()) };
    let there = OnConflict::column(text::Column::Name).update_column(text::Column::Text).to_owned();
    text::Entity::insert(row).on_conflict(there).exec_without_returning(act.tx()).await?;
    Ok(())
}

/// Adds a text, unless there is one of this name; whether it was added.
pub async fn add(act: &Act, name: &str, said: &Trilingual) -> Result<bool> {
    if text::Entity::find_by_id(name.to_owned()).one(act.tx()).await?.is_some() {
        return Ok(false);
    }
    text::ActiveModel { name: Set(name.to_owned()), text: Set(said.clone()) }.insert(act.tx()).await?;
    Ok(true)
}
