//! News of Initiatives and what they said before; the only writer of both.

use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, IntoActiveModel, JoinType,
    QueryFilter, QueryOrder, QuerySelect, RelationDef, Select, TryInsertResult,
};

use crate::{
    act::Act,
    catalogue::news::{NewsDeed, Said},
    clock::Moment,
    entity::{
        news::{self, Column},
        news_version, user,
    },
    error::{Error, Result},
    ids::{NewsId, ProposalId, UserId},
};

impl news::Model {
    pub fn said(&self) -> Said {
        Said {
            kind: self.kind,
            language: self.locale,
            title: self.title.clone(),
            text: self.body.clone(),
            link: self.link.clone(),
        }
    }

    /// Whether it says this of this Initiative, for everybody.
    pub fn is(&self, of: ProposalId, said: &Said) -> bool {
        self.proposal_id == of && self.taken_back_at.is_none() && self.said() == *said
    }
}

impl news_version::Model {
    pub fn said(&self) -> Said {
        Said {
            kind: self.kind,
            language: self.locale,
            title: self.title.clone(),
            text: self.body.clone(),
            link: self.link.clone(),
        }
    }
}

/// What everybody may read of an Initiative's news, the newest first.
pub async fn of(db: &impl ConnectionTrait, initiative: ProposalId) -> Result<Vec<news::Model>> {
    Ok(about(initiative).filter(Column::TakenBackAt.is_null()).all(db).await?)
}

/// All of it, with what was taken back.
pub async fn all_of(db: &impl ConnectionTrait, initiative: ProposalId) -> Result<Vec<news::Model>> {
    Ok(about(initiative).all(db).await?)
}

fn about(initiative: ProposalId) -> Select<news::Entity> {
    news::Entity::find()
        .filter(Column::ProposalId.eq(initiative))
        .order_by_desc(Column::PublishedAt)
        .order_by_desc(Column::Id)
}

/// A piece of news of this Initiative, taken back or not.
pub async fn find(db: &impl ConnectionTrait, initiative: ProposalId, id: NewsId) -> Result<news::Model> {
    let found = news::Entity::find_by_id(id).filter(Column::ProposalId.eq(initiative)).one(db).await?;
    found.ok_or(Error::NotFound)
}

/// The piece of news of this id, whichever Initiative it is about.
pub async fn any(db: &impl ConnectionTrait, id: NewsId) -> Result<Option<news::Model>> {
    Ok(news::Entity::find_by_id(id).one(db).await?)
}

/// When something was published last, or changed, or taken back.
pub async fn last_deed(db: &impl ConnectionTrait) -> Result<Option<Moment>> {
    let last = news_version::Entity::find().order_by_desc(news_version::Column::WrittenAt);
    let last = last.select_only().column(news_version::Column::WrittenAt);
    Ok(last.into_tuple().one(db).await?)
}

/// Adds a piece of news with its first version.
pub async fn add(act: &Act, row: news::Model) -> Result<()> {
    let first = version_of(&row, NewsDeed::Published, row.published_by, row.published_at);
    row.into_active_model().insert(act.tx()).await?;
    add_version(act, first).await
}

/// Has a piece of news stand as in `row`, whose number is one more than it was; a conflict if somebody else was faster.
pub async fn change(act: &Act, row: news::Model, deed: NewsDeed, by: UserId) -> Result<()> {
    add_version(act, version_of(&row, deed, by, act.at)).await?;
    row.into_active_model().reset_all().update(act.tx()).await?;
    Ok(())
}

fn version_of(row: &news::Model, deed: NewsDeed, written_by: UserId, written_at: Moment) -> news_version::Model {
    news_version::Model {
        news_id: row.id,
        number: row.version,
        deed,
        kind: row.kind,
        locale: row.locale,
        title: row.title.clone(),
        body: row.body.clone(),
        link: row.link.clone(),
        written_by,
        written_at,
    }
}

async fn add_version(act: &Act, row: news_version::Model) -> Result<()> {
    let added = news_version::Entity::insert(row.into_active_model())
        .on_conflict_do_nothing_on([news_version::Column::NewsId, news_version::Column::Number])
        .exec_without_returning(act.tx())
        .await?;
    if matches!(added, TryInsertResult::Conflicted) { Err(Error::Conflict) } else { Ok(()) }
}

/// A version in a list: without what it says.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Version {
    pub number: i32,
    pub deed: NewsDeed,
    pub written_by: Option<String>,
    pub written_at: Moment,
}

/// The versions of a piece of news, the last first.
pub async fn versions(db: &impl ConnectionTrait, id: NewsId) -> Result<Vec<Version>> {
    let writer: RelationDef = news_version::Entity::belongs_to(user::Entity)
        .from(news_version::Column::WrittenBy)
        .to(user::Column::Id)
        .into();
    Ok(news_version::Entity::find()
        .select_only()
        .columns([news_version::Column::Number, news_version::Column::Deed, news_version::Column::WrittenAt])
        .column_as(user::Column::Name, "written_by")
        .join(JoinType::LeftJoin, writer)
        .filter(news_version::Column::NewsId.eq(id))
        .order_by_desc(news_version::Column::Number)
        .into_model()
        .all(db)
        .await?)
}

/// This version of a piece of news.
pub async fn version(db: &impl ConnectionTrait, id: NewsId, number: i32) -> Result<Option<news_version::Model>> {
    Ok(news_version::Entity::find_by_id((id, number)).one(db).await?)
}
