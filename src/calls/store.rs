//! Queries on calls, and the only writer of their table.

pub mod answers;
pub mod changes;
pub mod extensions;

use std::time::Duration;

use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, QueryFilter, QueryOrder,
    QuerySelect, sea_query::Expr,
};

use super::{
    phases::{Phases, Reviewing},
    rules::{Phase, Window},
    terms::{Admits, Terms},
};
use crate::{
    act::Act,
    clock::{Moment, Zone},
    entity::call,
    error::{Error, Result},
    guidelines::Period,
    ids::{CallId, Reference},
};

impl call::Model {
    /// What holds for its reviewers at this moment.
    pub fn reviewing(&self, now: Moment) -> Reviewing {
        self.phases.as_ref().map_or(Reviewing::OPEN, |phases| phases.rules(now))
    }

    /// The time in which it takes proposals.
    pub fn window(&self) -> Window {
        let grace = Duration::from_secs(u64::try_from(self.grace_seconds).unwrap_or(0));
        Window { opens_at: self.opens_at, closes_at: self.closes_at, grace }
    }

    /// The zone in which its dates were set.
    pub fn zone(&self) -> Zone {
        self.zone.parse().unwrap_or(Zone::UTC)
    }

    /// What the secretariat set.
    pub fn terms(&self) -> Result<Terms> {
        let unsound = || Error::Internal(format!("call {} is unsound", self.slug));
        Ok(Terms {
            slug: self.slug.parse().map_err(|_| unsound())?,
            year: self.year,
            guidelines: self.guidelines_id,
            period: self.period().ok_or_else(unsound)?,
            title: self.title.clone(),
            summary: self.summary.clone(),
            body: self.body.clone(),
            note: self.note.clone(),
            zone: self.zone(),
            window: self.window(),
            admits: Admits::new(self.admits_members, self.admits_partners).ok_or_else(unsound)?,
            example: self.example,
        })
    }

    /// Whether a proposal was started: then its year, its slug and its guidelines stay.
    pub fn is_settled(&self) -> bool {
        self.next_number > 1
    }

    /// The action plan period that its proposals carry.
    pub fn period(&self) -> Option<Period> {
        Period::new(u16::try_from(self.period_first).ok()?, u16::try_from(self.period_last).ok()?)
    }
}

/// A page of a list, and the key with which the next one begins.
#[derive(Clone, Debug)]
pub struct Listed {
    pub calls: Vec<call::Model>,
    /// Of the last call, if there are more.
    pub next: Option<(Moment, CallId)>,
}

pub async fn by_slug(db: &impl ConnectionTrait, slug: &str) -> Result<Option<call::Model>> {
    Ok(call::Entity::find().filter(call::COLUMN.slug.eq(slug)).one(db).await?)
}

pub async fn by_id(db: &impl ConnectionTrait, id: CallId) -> Result<Option<call::Model>> {
    Ok(call::Entity::find_by_id(id).one(db).await?)
}

/// The calls in which a proposal may be started at this moment, the first to close first. Few, so they are not paged.
pub async fn open_at(db: &impl ConnectionTrait, at: Moment) -> Result<Vec<call::Model>> {
    Ok(call::Entity::find()
        .filter(call::Column::OpensAt.lte(at))
        .filter(call::Column::ClosesAt.gte(at))
        .order_by_asc(call::Column::ClosesAt)
        .order_by_asc(call::Column::Id)
        .all(db)
        .await?)
}

/// The same, with those in which an organisation of `own` still has time.
pub async fn open_for(db: &impl ConnectionTrait, at: Moment, own: &extensions::Own) -> Result<Vec<call::Model>> {
    Ok(call::Entity::find()
        .filter(call::Column::OpensAt.lte(at))
        .filter(call::Column::ClosesAt.gte(at).or(call::Column::Id.is_in(own.calls_at(at))))
        .order_by_asc(call::Column::ClosesAt)
        .order_by_asc(call::Column::Id)
        .all(db)
        .await?)
}

/// The calls that have opened by this moment, whether they are over or not; the last to open first.
pub async fn opened(db: &impl ConnectionTrait, at: Moment, limit: u64) -> Result<Vec<call::Model>> {
    Ok(call::Entity::find()
        .filter(call::Column::OpensAt.lte(at))
        .order_by_desc(call::Column::OpensAt)
        .order_by_desc(call::Column::Id)
        .limit(limit)
        .all(db)
        .await?)
}

/// The next instant after this one at which a call opens, or is over: it still is open at the instant at which it closes.
pub async fn next_turn(db: &impl ConnectionTrait, at: Moment) -> Result<Option<Moment>> {
    let calls = || call::Entity::find().select_only();
    let opens = calls().column_as(call::Column::OpensAt.min(), "at").filter(call::Column::OpensAt.gt(at));
    let closes = calls().column_as(call::Column::ClosesAt.min(), "at").filter(call::Column::ClosesAt.gte(at));
    let opens = opens.into_tuple::<Option<Moment>>().one(db).await?.flatten();
    let closes = closes.into_tuple::<Option<Moment>>().one(db).await?.flatten();
    let over = closes.map(|at| at + Duration::from_millis(1));
    Ok([opens, over].into_iter().flatten().min())
}

/// The calls in a phase at this moment, or all of them; the last to close first, at most `limit` after the key `after`.
pub async fn list(
    db: &impl ConnectionTrait,
    phase: Option<(Phase, Moment)>,
    after: Option<(Moment, CallId)>,
    limit: u64,
) -> Result<Listed> {
    let mut query = call::Entity::find();
    query = match phase {
        None => query,
        Some((Phase::Upcoming, at)) => query.filter(call::Column::OpensAt.gt(at)),
        Some((Phase::Open, at)) => query.filter(call::Column::OpensAt.lte(at)).filter(call::Column::ClosesAt.gte(at)),
        Some((Phase::Closed, at)) => query.filter(call::Column::ClosesAt.lt(at)),
    };
    if let Some((closes_at, id)) = after {
        let same = call::Column::ClosesAt.eq(closes_at).and(call::Column::Id.lt(id));
        query = query.filter(call::Column::ClosesAt.lt(closes_at).or(same));
    }
    let mut calls = query
        .order_by_desc(call::Column::ClosesAt)
        .order_by_desc(call::Column::Id)
        .limit(limit.saturating_add(1))
        .all(db)
        .await?;
    let limit = usize::try_from(limit).unwrap_or(usize::MAX);
    let more = calls.len() > limit;
    calls.truncate(limit);
    let next = calls.last().filter(|_| more).map(|last| (last.closes_at, last.id));
    Ok(Listed { calls, next })
}

/// Takes the number of a new proposal: the next one of the call's year, since references name the year and not the call.
/// One that came on paper may bring the number it had.
pub async fn take_number(act: &Act, id: CallId, wanted: Option<i32>) -> Result<(i32, Reference)> {
    let call = by_id(act.tx(), id).await?.ok_or(Error::NotFound)?;
    // Always in the same order, so that two such acts never wait for each other.
    let of_year = call::Entity::find()
        .filter(call::COLUMN.year.eq(call.year))
        .order_by_asc(call::Column::Id)
        .lock_exclusive()
        .all(act.tx())
        .await?;
    let next = of_year.iter().map(|call| call.next_number).max().unwrap_or(1);
    let number = wanted.unwrap_or(next);
    call::Entity::update_many()
        .col_expr(call::Column::NextNumber, Expr::value(Ord::max(next, number.saturating_add(1))))
        .filter(call::Column::Id.eq(id))
        .exec(act.tx())
        .await?;
    Ok((number, Reference::new(call.year, number)))
}

/// The call, kept from others until the act ends.
pub async fn locked(act: &Act, id: CallId) -> Result<call::Model> {
    call::Entity::find_by_id(id).lock_exclusive().one(act.tx()).await?.ok_or(Error::NotFound)
}

/// Stores a new call.
pub async fn insert(
    act: &Act,
    terms: &Terms,
    first_closes_at: Option<Moment>,
    opening_told_at: Option<Moment>,
) -> Result<CallId> {
    let id: CallId = act.id();
    let mut row = columns(terms, first_closes_at)?;
    row.id = Set(id);
    row.next_number = Set(1);
    row.created_at = Set(act.at);
    row.opening_told_at = Set(opening_told_at);
    row.version = Set(1);
    row.insert(act.tx()).await?;
    Ok(id)
}

/// The calls that are open while nobody was told.
pub async fn opened_untold(db: &impl ConnectionTrait, now: Moment) -> Result<Vec<call::Model>> {
    Ok(call::Entity::find()
        .filter(call::Column::OpeningToldAt.is_null())
        .filter(call::Column::OpensAt.lte(now))
        .filter(call::Column::ClosesAt.gt(now))
        .all(db)
        .await?)
}

/// Writes that all are told that a call is open. False if that was written before.
pub async fn mark_opening_told(act: &Act, id: CallId) -> Result<bool> {
    let marked = call::Entity::update_many()
        .col_expr(call::Column::OpeningToldAt, Expr::value(Some(act.at)))
        .filter(call::Column::Id.eq(id))
        .filter(call::Column::OpeningToldAt.is_null())
        .exec(act.tx())
        .await?;
    Ok(marked.rows_affected == 1)
}

/// Changes a call that is still as it was seen; a conflict if it is not.
pub async fn update(act: &Act, id: CallId, seen: i32, terms: &Terms, first_closes_at: Option<Moment>) -> Result<()> {
    let mut row = columns(terms, first_closes_at)?;
    row.version = Set(seen.saturating_add(1));
    let done = call::Entity::update_many()
        .set(row)
        .filter(call::Column::Id.eq(id))
        .filter(call::Column::Version.eq(seen))
        .exec(act.tx())
        .await?;
    if done.rows_affected == 1 { Ok(()) } else { Err(Error::Conflict) }
}

/// Writes the phases of a call that is still as it was seen; a conflict if it is not.
pub async fn write_phases(act: &Act, id: CallId, seen: i32, phases: Option<&Phases>) -> Result<()> {
    let row =
        call::ActiveModel { phases: Set(phases.cloned()), version: Set(seen.saturating_add(1)), ..Default::default() };
    let done = call::Entity::update_many()
        .set(row)
        .filter(call::Column::Id.eq(id))
        .filter(call::Column::Version.eq(seen))
        .exec(act.tx())
        .await?;
    if done.rows_affected == 1 { Ok(()) } else { Err(Error::Conflict) }
}

fn columns(terms: &Terms, first_closes_at: Option<Moment>) -> Result<call::ActiveModel> {
    Ok(call::ActiveModel {
        slug: Set(terms.slug.as_str().to_owned()),
        year: Set(terms.year),
        guidelines_id: Set(terms.guidelines),
        title: Set(terms.title.clone()),
        summary: Set(terms.summary.clone()),
        body: Set(terms.body.clone()),
        note: Set(terms.note.clone()),
        period_first: Set(terms.period.first().into()),
        period_last: Set(terms.period.last().into()),
        zone: Set(terms.zone.name().to_owned()),
        opens_at: Set(terms.window.opens_at),
        closes_at: Set(terms.window.closes_at),
        first_closes_at: Set(first_closes_at),
        grace_seconds: Set(i32::try_from(terms.window.grace.as_secs()).map_err(Error::internal)?),
        admits_members: Set(terms.admits.members()),
        admits_partners: Set(terms.admits.partners()),
        example: Set(terms.example),
        ..Default::default()
    })
}
