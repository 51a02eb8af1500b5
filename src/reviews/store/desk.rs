//! The list of the desk, as a fixed number of queries: what waits, how far the reviews are, and the keys by which it is paged.
//! What it is sorted by is kept beside each proposal (`proposals::summary`), so that ten thousand are as quick as ten.

mod countries;
mod reader;
mod since;

use std::sync::Arc;

use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, Order, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
    Select, Value,
    sea_query::{Alias, Expr, ExprTrait, Query, SimpleExpr},
};

use crate::{
    accounts::{Actor, StaffRole},
    calls::{Reviewing, Shown},
    clock::Moment,
    entity::{call, pledge, proposal, proposal_tag},
    error::{Error, Result},
    ids::{CallId, ProposalId, Reference},
    proposals::{
        search::{Scope, found_by, found_by_title},
        threads, to_review, to_steer,
    },
    reviews::{
        listing::{Begin, Filter, MOST_COUNTED, Page, Row, Sort, View},
        paging::{Key, Place},
        selection::MOST_SELECTED,
    },
};

pub use countries::countries;
use reader::{columns, known_country, known_reviews, own_open, own_place, rank, waits_for};
pub use since::changed;

/// How many proposals a page shows.
pub const PAGE: usize = 25;

/// Someone who reads the list.
pub struct Sitter {
    pub actor: Arc<Actor>,
    /// The calls of the proposals at their desk, the newest first.
    pub calls: Vec<call::Model>,
    /// Those of these whose proposals they have promised to keep to themselves. Of the secretariat that is not asked.
    promised: Vec<CallId>,
    pub now: Moment,
}

impl Sitter {
    /// Whoever sits there at this moment; for all others there is no desk.
    pub async fn sit(db: &impl ConnectionTrait, actor: &Arc<Actor>, now: Moment) -> Result<Self> {
        Ok(Self { calls: calls(db, actor).await?, promised: promised(db, actor).await?, actor: Arc::clone(actor), now })
    }

    fn is_secretariat(&self) -> bool {
        self.actor.is(StaffRole::Secretariat)
    }

    fn call(&self, id: CallId) -> Option<&call::Model> {
        self.calls.iter().find(|call| call.id == id)
    }

    /// The calls in which they must not know who applies: by the phase of its review, or as long as they have not promised to
    /// keep it to themselves.
    fn blind(&self) -> Vec<CallId> {
        let is_blind = |call: &&call::Model| !self.is_secretariat() && !call.reviewing(self.now).applicant;
        let blind = self.calls.iter().filter(is_blind).map(|call| call.id);
        blind.chain(self.unread()).collect()
    }

    /// The calls of whose proposals they know no more than the titles.
    fn unread(&self) -> Vec<CallId> {
        let is_unread = |call: &&call::Model| !self.is_secretariat() && !self.promised.contains(&call.id);
        self.calls.iter().filter(is_unread).map(|call| call.id).collect()
    }

    /// The calls in which they may know how many reviews are in: always, or after their own is.
    fn shows_reviews(&self, shown: Shown) -> Vec<CallId> {
        let shows = |call: &&call::Model| self.promised.contains(&call.id) && call.reviewing(self.now).reviews == shown;
        self.calls.iter().filter(shows).map(|call| call.id).collect()
    }

    /// The calls in which reviews are written now.
    fn reviewing(&self) -> Vec<CallId> {
        self.calls.iter().filter(|call| call.reviewing(self.now).takes_reviews).map(|call| call.id).collect()
    }
}

/// The proposals with which someone has to do at the desk: all for the secretariat, for reviewers those that they are to
/// review. Nobody else sits there, and nobody has there what they have an interest in.
pub fn at_the_desk(actor: &Actor) -> Result<Select<proposal::Entity>> {
    if actor.is(StaffRole::Secretariat) {
        Ok(to_steer(actor))
    } else if actor.is(StaffRole::Reviewer) {
        Ok(to_review(actor.id))
    } else {
        Err(Error::NotFound)
    }
}

/// So few are found first and put in order then. Of more, the first of an order are soon met by walking along its index; of few
/// that walk may be as long as the list.
const FEW: i64 = 200;

/// A page of the list: five queries, however long it is, and a sixth if there are new messages. Which proposals it shows is found
/// first, and then what it tells of them: how so few are read, PostgreSQL need not plan anew for each page.
pub async fn page(db: &impl ConnectionTrait, sitter: &Sitter, view: &View) -> Result<Page> {
    let filtered = filtered(db, at_the_desk(&sitter.actor)?, sitter, &view.filter);
    let found = count(db, filtered.clone()).await?;
    let these = if found <= FEW { found_first(filtered) } else { filtered };
    let waiting = count(db, these.clone().filter(waits_for(sitter))).await?;
    let backwards = matches!(view.begin, Begin::Before(_));
    let mut shown = in_order(db, these, sitter, view).await?;
    let more = shown.len() > PAGE;
    shown.truncate(PAGE);
    if backwards {
        shown.reverse();
    }
    let these = at_the_desk(&sitter.actor)?.filter(proposal::Column::Id.is_in(shown.iter().copied()));
    let mut rows = columns(these.clone(), sitter).into_model::<Row>().all(db).await?;
    // One of a call that came to the desk since it was sat down at is there the next time.
    rows.retain(|row| sitter.call(row.call_id).is_some());
    rows.sort_by_key(|row| shown.iter().position(|id| *id == row.id));
    let unread = threads::unread(db, &sitter.actor, these, sitter.now).await?;
    let has_previous = if backwards { more } else { view.begin != Begin::Top };
    let has_next = backwards || more;
    let veil = |row: Row| match sitter.is_secretariat() {
        true => row,
        false => {
            let reviewing = sitter.call(row.call_id).map_or(Reviewing::CLOSED, |call| call.reviewing(sitter.now));
            let promised = sitter.promised.contains(&row.call_id);
            row.veiled(reviewing, promised)
        }
    };
    // A place is that of the row as it is shown: what its reader must not know is in no address.
    let rows: Vec<Row> = rows.into_iter().map(veil).collect();
    Ok(Page {
        previous: rows.first().filter(|_| has_previous).map(|row| row.place(view.sort)),
        next: rows.last().filter(|_| has_next).map(|row| row.place(view.sort)),
        rows,
        unread,
        found,
        waiting,
    })
}

/// Those of a page, in the order of the view or against it, and one more if there is one.
async fn in_order(
    db: &impl ConnectionTrait,
    these: Select<proposal::Entity>,
    sitter: &Sitter,
    view: &View,
) -> Result<Vec<ProposalId>> {
    let backwards = matches!(view.begin, Begin::Before(_));
    let mut select = these.select_only().column(proposal::Column::Id);
    for (key, order) in keys(sitter, view.sort) {
        select = select.order_by(key, if backwards == view.turned { order } else { turned(&order) });
    }
    if let Begin::After(place) | Begin::Before(place) = &view.begin {
        select = select.filter(beyond(keys(sitter, view.sort), place, backwards != view.turned));
    }
    let mut statement = select.build(db.get_database_backend());
    // Of a limit that is bound PostgreSQL knows nothing when it plans once for all, so it would plan each time.
    statement.sql.push_str(&format!(" LIMIT {}", PAGE + 1));
    let rows = db.query_all_raw(statement).await?;
    rows.iter().map(|row| Ok(row.try_get("", "id")?)).collect()
}

/// All that a filter finds, by their references, as far as they can be selected at once.
pub async fn references(db: &impl ConnectionTrait, sitter: &Sitter, filter: &Filter) -> Result<Vec<Reference>> {
    Ok(filtered(db, at_the_desk(&sitter.actor)?, sitter, filter)
        .select_only()
        .column(proposal::Column::Reference)
        .order_by_asc(proposal::Column::Reference)
        .limit(MOST_SELECTED as u64)
        .into_tuple()
        .all(db)
        .await?)
}

/// The same proposals, of which there are few. The limit keeps a database from looking for them along the order, whatever it
/// believes of how many there are.
fn found_first(few: Select<proposal::Entity>) -> Select<proposal::Entity> {
    let ids = few.select_only().column(proposal::Column::Id).limit(MOST_COUNTED.unsigned_abs()).into_query();
    proposal::Entity::find().filter(proposal::Column::Id.in_subquery(ids))
}

fn turned(order: &Order) -> Order {
    if *order == Order::Desc { Order::Asc } else { Order::Desc }
}

/// What a filter finds of these.
pub(super) fn filtered(
    db: &impl ConnectionTrait,
    select: Select<proposal::Entity>,
    sitter: &Sitter,
    filter: &Filter,
) -> Select<proposal::Entity> {
    let blind = sitter.blind();
    let mut all = Condition::all();
    if let Some(slug) = &filter.call {
        let call = call::Entity::find().select_only().column(call::Column::Id).filter(call::Column::Slug.eq(slug));
        all = all.add(proposal::Column::CallId.in_subquery(call.into_query()));
    }
    if let Some(state) = filter.state {
        all = all.add(proposal::Column::State.eq(state));
    }
    if let Some(theme) = &filter.theme {
        all = all.add(proposal::Column::Theme.eq(theme));
    }
    if let Some(country) = &filter.country {
        all = all.add(proposal::Column::Country.eq(country));
        all = all.add(in_none_of(&blind));
    }
    if let Some(tag) = filter.tag {
        let borne = proposal_tag::Entity::find()
            .select_only()
            .column(proposal_tag::Column::ProposalId)
            .filter(proposal_tag::Column::TagId.eq(tag));
        all = all.add(proposal::Column::Id.in_subquery(borne.into_query()));
    }
    let backend = db.get_database_backend();
    if let Some(found) = found_by(backend, Scope::Desk, &filter.text) {
        let seen = Condition::all().add(found).add(in_none_of(&blind));
        // Nobody finds by the name of a city whom they must not know, nor by a text that they may not read yet.
        let unread = sitter.unread();
        let read = in_none_of(&unread);
        let unseen = found_by(backend, Scope::Blind, &filter.text).filter(|_| !blind.is_empty());
        let unseen = unseen.map(|found| {
            Condition::all().add(found).add(proposal::Column::CallId.is_in(blind.iter().copied())).add(read)
        });
        let titled = Some(found_by_title(&filter.text)).filter(|_| !unread.is_empty());
        let titled = titled.map(|found| found.add(proposal::Column::CallId.is_in(unread)));
        all = all.add(Condition::any().add(seen).add_option(unseen).add_option(titled));
    }
    if filter.waiting {
        all = all.add(waits_for(sitter));
    }
    select.filter(all)
}

/// Of none, nothing is asked: not even whether one is equal to one, which PostgreSQL would plan anew each time.
fn in_none_of(calls: &[CallId]) -> Condition {
    let asked = (!calls.is_empty()).then(|| proposal::Column::CallId.is_not_in(calls.iter().copied()));
    Condition::all().add_option(asked)
}

/// How many there are, counted no further than anybody reads.
async fn count(db: &impl ConnectionTrait, select: Select<proposal::Entity>) -> Result<i64> {
    let some = select.select_only().column(proposal::Column::Id).limit(MOST_COUNTED.unsigned_abs() + 1).into_query();
    let count = Query::select().expr_as(Expr::cust("COUNT(*)"), "n").from_subquery(some, Alias::new("some")).take();
    let row = db.query_one(&count).await?.ok_or_else(|| Error::internal("a count without a row"))?;
    Ok(row.try_get("", "n")?)
}

/// The keys of an order, the last of which is unique.
fn keys(sitter: &Sitter, sort: Sort) -> Vec<(SimpleExpr, Order)> {
    let column = |column: proposal::Column| Expr::col((proposal::Entity, column));
    let changed = || (column(proposal::Column::UpdatedAt), Order::Desc);
    let reference = || (column(proposal::Column::Reference), Order::Asc);
    let title = || (column(proposal::Column::TitleKey), Order::Asc);
    match sort {
        Sort::Waiting => vec![(rank(sitter), Order::Desc), changed(), reference()],
        Sort::Changed => vec![changed(), reference()],
        Sort::Title => vec![title(), reference()],
        Sort::Theme => vec![(column(proposal::Column::Theme), Order::Asc), title(), reference()],
        Sort::Country => vec![(known_country(sitter), Order::Asc), title(), reference()],
        Sort::Call => vec![(column(proposal::Column::CallId), Order::Desc), changed(), reference()],
        Sort::Own => vec![(own_place(sitter), Order::Desc), changed(), reference()],
        Sort::Reference => vec![reference()],
        Sort::Standing => vec![(column(proposal::Column::PlaceOfState), Order::Asc), changed(), reference()],
        Sort::Reviews => vec![(known_reviews(sitter), Order::Desc), changed(), reference()],
        Sort::Total => vec![(column(proposal::Column::ReviewsMean), Order::Desc), changed(), reference()],
        Sort::Gap => vec![(column(proposal::Column::ReviewsGap), Order::Desc), changed(), reference()],
    }
}

/// The rows that come after a place in this order, or before it.
fn beyond(keys: Vec<(SimpleExpr, Order)>, place: &Place, backwards: bool) -> Condition {
    let mut any = Condition::any();
    let mut same = Condition::all();
    for ((key, order), value) in keys.into_iter().zip(&place.0) {
        let value: Value = match value {
            Key::Number(number) => (*number).into(),
            Key::Text(text) => text.clone().into(),
            Key::Call(id) => (*id).into(),
        };
        let later = if (order == Order::Desc) == backwards {
            key.clone().gt(value.clone())
        } else {
            key.clone().lt(value.clone())
        };
        any = any.add(same.clone().add(later));
        same = same.add(key.eq(value));
    }
    any
}

/// The reader's open review of the proposal that has the fewest, but for one.
pub async fn next_open(db: &impl ConnectionTrait, sitter: &Sitter, but: &Reference) -> Result<Option<Reference>> {
    Ok(at_the_desk(&sitter.actor)?
        .select_only()
        .column(proposal::Column::Reference)
        .filter(own_open(sitter))
        .filter(proposal::Column::Reference.ne(but.clone()))
        .order_by_asc(proposal::Column::ReviewsIn)
        .order_by_asc(proposal::Column::Reference)
        .into_tuple()
        .one(db)
        .await?)
}

/// The calls of the proposals at the desk, the newest first: each call is asked for one, not each proposal for its call.
async fn calls(db: &impl ConnectionTrait, actor: &Actor) -> Result<Vec<call::Model>> {
    let of_call = Expr::col((proposal::Entity, proposal::Column::CallId)).equals((call::Entity, call::Column::Id));
    let one = at_the_desk(actor)?.select_only().column(proposal::Column::Id).filter(of_call).into_query();
    Ok(call::Entity::find()
        .filter(Expr::exists(one))
        .order_by_desc(call::Column::OpensAt)
        .order_by_desc(call::Column::Id)
        .all(db)
        .await?)
}

async fn promised(db: &impl ConnectionTrait, actor: &Actor) -> Result<Vec<CallId>> {
    if actor.is(StaffRole::Secretariat) {
        return Ok(Vec::new());
    }
    Ok(pledge::Entity::find()
        .select_only()
        .column(pledge::Column::CallId)
        .filter(pledge::Column::PersonId.eq(actor.id))
        .into_tuple()
        .all(db)
        .await?)
}
