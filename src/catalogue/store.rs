//! Queries on what is public. Each starts from what the public may see.

pub mod news;

use std::collections::{BTreeMap, HashMap};

use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, EntityTrait, FromQueryResult,
    PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Select,
};
use serde_json::Value as Json;

use super::forms::Filter;
use crate::{
    act::Act,
    entity::{answer, call, organisation, proposal, publication, text},
    error::{Error, Result},
    ids::ProposalId,
    proposals::{self, search::Scope},
    words::Trilingual,
};

/// How many Initiatives stand on a page of the catalogue.
pub const PAGE: u64 = 24;

/// An Initiative in a list.
pub struct Listed {
    pub proposal: proposal::Model,
    pub lead: String,
    /// Its aim, as the applicant wrote it; empty where there is none.
    pub aim: String,
}

/// A page of the catalogue.
pub struct Found {
    pub items: Vec<Listed>,
    /// How many there are on all pages.
    pub total: u64,
    pub has_previous: bool,
    pub has_next: bool,
}

/// The Initiatives that `filter` asks for, by title. Four queries at most, however many there are.
pub async fn list(db: &impl ConnectionTrait, filter: &Filter) -> Result<Found> {
    let wanted = wanted(db, filter);
    let total = wanted.clone().count(db).await?;
    let backwards = filter.after.is_empty() && !filter.before.is_empty();
    let from = if backwards { &filter.before } else { &filter.after };
    let place = if from.is_empty() { None } else { place(db, from).await? };
    let mut rows =
        page(wanted, place.as_ref(), backwards).find_also_related(organisation::Entity).limit(PAGE + 1).all(db).await?;
    let full = usize::try_from(PAGE).map_err(Error::internal)?;
    let more = rows.len() > full;
    rows.truncate(full);
    if backwards {
        rows.reverse();
    }
    let turned = place.is_some();
    Ok(Found {
        items: with_aims(db, rows).await?,
        total,
        has_previous: if backwards { more } else { turned },
        has_next: if backwards { turned } else { more },
    })
}

/// The Initiatives that came last, for the home page.
pub async fn latest(db: &impl ConnectionTrait, count: u64) -> Result<Vec<Listed>> {
    let rows = proposals::visible_to(None)
        .find_also_related(organisation::Entity)
        .order_by_desc(proposal::Column::UpdatedAt)
        .order_by_desc(proposal::Column::Id)
        .limit(count)
        .all(db)
        .await?;
    with_aims(db, rows).await
}

fn wanted(db: &impl ConnectionTrait, filter: &Filter) -> Select<proposal::Entity> {
    let mut query = proposals::visible_to(None);
    if !filter.theme.is_empty() {
        query = query.filter(proposal::Column::Theme.eq(filter.theme.as_str()));
    }
    if !filter.country.is_empty() {
        query = query.filter(proposal::Column::Country.eq(filter.country.as_str()));
    }
    match proposals::search::found_by(db.get_database_backend(), Scope::Public, &filter.q) {
        Some(found) => query.filter(found),
        None => query,
    }
}

/// Where the Initiative of this slug stands in the order of the list.
async fn place(db: &impl ConnectionTrait, slug: &str) -> Result<Option<(String, ProposalId)>> {
    let row = proposals::visible_to(None).filter(proposal::Column::Slug.eq(slug)).one(db).await?;
    Ok(row.map(|row| (row.title_key, row.id)))
}

fn page(
    query: Select<proposal::Entity>,
    place: Option<&(String, ProposalId)>,
    backwards: bool,
) -> Select<proposal::Entity> {
    let (key, id) = (proposal::Column::TitleKey, proposal::Column::Id);
    let query = match place {
        None => query,
        Some((title, at)) if backwards => query.filter(
            Condition::any()
                .add(key.lt(title.as_str()))
                .add(Condition::all().add(key.eq(title.as_str())).add(id.lt(*at))),
        ),
        Some((title, at)) => query.filter(
            Condition::any()
                .add(key.gt(title.as_str()))
                .add(Condition::all().add(key.eq(title.as_str())).add(id.gt(*at))),
        ),
    };
    if backwards { query.order_by_desc(key).order_by_desc(id) } else { query.order_by_asc(key).order_by_asc(id) }
}

async fn with_aims(
    db: &impl ConnectionTrait,
    rows: Vec<(proposal::Model, Option<organisation::Model>)>,
) -> Result<Vec<Listed>> {
    let ids: Vec<ProposalId> = rows.iter().map(|(row, _)| row.id).collect();
    let aims = answer::Entity::find()
        .filter(answer::Column::ProposalId.is_in(ids))
        .filter(answer::Column::Field.eq("aim"))
        .all(db)
        .await?;
    let mut aims: HashMap<ProposalId, Json> = aims.into_iter().map(|row| (row.proposal_id, row.value)).collect();
    Ok(rows
        .into_iter()
        .map(|(proposal, organisation)| Listed {
            aim: aims.remove(&proposal.id).and_then(|aim| aim.as_str().map(str::to_owned)).unwrap_or_default(),
            lead: organisation.map(|organisation| organisation.name).unwrap_or_default(),
            proposal,
        })
        .collect())
}

#[derive(FromQueryResult)]
struct Counted {
    code: String,
    count: i64,
}

/// How many Initiatives there are of each theme, by its code.
pub async fn themes(db: &impl ConnectionTrait) -> Result<BTreeMap<String, i64>> {
    counted(db, proposal::Column::Theme).await
}

/// How many Initiatives there are of each country, by its code.
pub async fn countries(db: &impl ConnectionTrait) -> Result<BTreeMap<String, i64>> {
    counted(db, proposal::Column::Country).await
}

async fn counted(db: &impl ConnectionTrait, column: proposal::Column) -> Result<BTreeMap<String, i64>> {
    let rows = proposals::visible_to(None)
        .select_only()
        .column_as(column, "code")
        .column_as(proposal::Column::Id.count(), "count")
        .filter(column.ne(""))
        .group_by(column)
        .into_model::<Counted>()
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|row| (row.code, row.count)).collect())
}

/// The Initiative of this slug, with its call and the organisation that leads it.
pub async fn initiative(
    db: &impl ConnectionTrait,
    slug: &str,
) -> Result<(proposal::Model, call::Model, organisation::Model)> {
    let found = proposals::visible_to(None)
        .filter(proposal::Column::Slug.eq(slug))
        .find_also_related(organisation::Entity)
        .one(db)
        .await?;
    let (proposal, Some(lead)) = found.ok_or(Error::NotFound)? else { return Err(Error::NotFound) };
    let call = call::Entity::find_by_id(proposal.call_id).one(db).await?.ok_or(Error::NotFound)?;
    Ok((proposal, call, lead))
}

/// All texts of the public pages whose names begin with one of these.
pub async fn texts(db: &impl ConnectionTrait, beginnings: &[&str]) -> Result<BTreeMap<String, Trilingual>> {
    let any = beginnings.iter().fold(Condition::any(), |any, name| any.add(text::Column::Name.starts_with(*name)));
    let rows = text::Entity::find().filter(any).order_by_asc(text::Column::Name).all(db).await?;
    Ok(rows.into_iter().map(|row| (row.name, row.text)).collect())
}

/// The publications, in their order.
pub async fn publications(db: &impl ConnectionTrait) -> Result<Vec<publication::Model>> {
    Ok(publication::Entity::find()
        .order_by_asc(publication::Column::Place)
        .order_by_asc(publication::Column::Id)
        .all(db)
        .await?)
}

/// The slugs of all publications, and the place behind the last one.
pub async fn shelf(db: &impl ConnectionTrait) -> Result<(Vec<String>, i32)> {
    let rows = publications(db).await?;
    let last = rows.iter().map(|row| row.place).max().unwrap_or(0);
    Ok((rows.into_iter().map(|row| row.slug).collect(), last.saturating_add(1)))
}

/// What is known of a publication before there is a row.
#[derive(Clone, Debug)]
pub struct NewPublication {
    pub slug: String,
    /// Its place among the others.
    pub place: i32,
    pub title: Trilingual,
    pub summary: Trilingual,
    pub year: Option<i32>,
    pub link: Option<String>,
}

/// Adds a text, unless there is one of this name; whether it was added.
pub async fn add_text(act: &Act, name: &str, text: &Trilingual) -> Result<bool> {
    if text::Entity::find_by_id(name.to_owned()).one(act.tx()).await?.is_some() {
        return Ok(false);
    }
    text::ActiveModel { name: Set(name.to_owned()), text: Set(text.clone()) }.insert(act.tx()).await?;
    Ok(true)
}

/// Adds a publication, unless there is one of this slug; whether it was added.
pub async fn add_publication(act: &Act, new: &NewPublication) -> Result<bool> {
    let same = publication::Entity::find().filter(publication::Column::Slug.eq(new.slug.as_str()));
    if same.one(act.tx()).await?.is_some() {
        return Ok(false);
    }
    publication::ActiveModel {
        id: Set(act.id()),
        slug: Set(new.slug.clone()),
        place: Set(new.place),
        title: Set(new.title.clone()),
        summary: Set(new.summary.clone()),
        year: Set(new.year),
        link: Set(new.link.clone()),
    }
    .insert(act.tx())
    .await?;
    Ok(true)
}
