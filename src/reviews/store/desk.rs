//! The list of the desk, as a fixed number of queries: what waits, how far the reviews are, and the keys by which it is paged.
//! What it is sorted by is kept beside each proposal (`proposals::summary`), so that ten thousand are as quick as ten.

use std::sync::Arc;

use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, JoinType, Order, QueryFilter, QueryOrder, QuerySelect,
    QueryTrait, RelationTrait, Select, Value,
    sea_query::{Alias, Expr, ExprTrait, Query, SelectStatement, SimpleExpr},
};

use crate::{
    accounts::{Actor, StaffRole},
    clock::Moment,
    entity::{assignment, call, organisation, pledge, proposal, proposal_tag, review, submission},
    error::{Error, Result},
    ids::{CallId, Reference, UserId},
    places::Country,
    proposals::{
        Wait,
        search::{Scope, found_by, found_by_title},
        threads, to_review, visible_to, without_conflict,
        workflow::State,
    },
    reviews::{
        listing::{Begin, Filter, Key, MOST_COUNTED, Page, Place, Row, Sort, View},
        selection::MOST_SELECTED,
    },
};

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

    /// The calls in which reviews are written now.
    fn reviewing(&self) -> Vec<CallId> {
        self.calls.iter().filter(|call| call.reviewing(self.now).takes_reviews).map(|call| call.id).collect()
    }
}

/// The proposals with which someone has to do at the desk: all for the secretariat, for reviewers those that they are to
/// review. Nobody else sits there, and nobody has there what they have an interest in.
pub fn at_the_desk(actor: &Actor) -> Result<Select<proposal::Entity>> {
    if actor.is(StaffRole::Secretariat) {
        Ok(visible_to(Some(actor)).filter(without_conflict(actor.id)))
    } else if actor.is(StaffRole::Reviewer) {
        Ok(to_review(actor.id))
    } else {
        Err(Error::NotFound)
    }
}

/// So few are found first and put in order then. Of more, the first of an order are soon met by walking along its index; of few
/// that walk may be as long as the list.
const FEW: i64 = 200;

/// A page of the list: four queries, however long it is.
pub async fn page(db: &impl ConnectionTrait, sitter: &Sitter, view: &View) -> Result<Page> {
    let found = filtered(db, at_the_desk(&sitter.actor)?, sitter, &view.filter);
    let counts = counts(db, &found, sitter).await?;
    let backwards = matches!(view.begin, Begin::Before(_));
    let mut select = columns(if counts.0 <= FEW { found_first(found) } else { found }, sitter);
    for (key, order) in keys(sitter, view.sort) {
        select = select.order_by(key, if backwards == view.turned { order } else { turned(&order) });
    }
    if let Begin::After(place) | Begin::Before(place) = &view.begin {
        select = select.filter(beyond(keys(sitter, view.sort), place, backwards != view.turned));
    }
    let mut rows = select.limit(PAGE as u64 + 1).into_model::<Row>().all(db).await?;
    let more = rows.len() > PAGE;
    rows.truncate(PAGE);
    if backwards {
        rows.reverse();
    }
    let shown = proposal::Column::Reference.is_in(rows.iter().map(|row| row.reference.clone()));
    let unread = threads::unread(db, &sitter.actor, at_the_desk(&sitter.actor)?.filter(shown), sitter.now).await?;
    let has_previous = if backwards { more } else { view.begin != Begin::Top };
    let has_next = backwards || more;
    let veil = |row: Row| match sitter.is_secretariat() {
        true => row,
        false => {
            let promised = sitter.promised.contains(&row.call_id);
            row.veiled(sitter.now, promised)
        }
    };
    Ok(Page {
        previous: rows.first().filter(|_| has_previous).map(|row| row.place(view.sort)),
        next: rows.last().filter(|_| has_next).map(|row| row.place(view.sort)),
        rows: rows.into_iter().map(veil).collect(),
        unread,
        found: counts.0,
        waiting: counts.1,
    })
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
        all = all.add(proposal::Column::CallId.is_not_in(blind.iter().copied()));
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
        let seen = Condition::all().add(found).add(proposal::Column::CallId.is_not_in(blind.iter().copied()));
        // Nobody finds by the name of a city whom they must not know, nor by a text that they may not read yet.
        let unread = sitter.unread();
        let read = proposal::Column::CallId.is_not_in(unread.iter().copied());
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

/// How many are found, and how many of these wait for the reader; counted no further than anybody reads.
async fn counts(db: &impl ConnectionTrait, found: &Select<proposal::Entity>, sitter: &Sitter) -> Result<(i64, i64)> {
    let counted = |select: Select<proposal::Entity>| -> SimpleExpr {
        let some =
            select.select_only().column(proposal::Column::Id).limit(MOST_COUNTED.unsigned_abs() + 1).into_query();
        let count: SelectStatement =
            Query::select().expr(Expr::cust("COUNT(*)")).from_subquery(some, Alias::new("some")).take();
        SimpleExpr::SubQuery(None, Box::new(count.into()))
    };
    let both = Query::select()
        .expr_as(counted(found.clone()), "found")
        .expr_as(counted(found.clone().filter(waits_for(sitter))), "waiting")
        .take();
    let row = db.query_one(&both).await?.ok_or_else(|| Error::internal("a count without a row"))?;
    Ok((row.try_get("", "found")?, row.try_get("", "waiting")?))
}

fn columns(found: Select<proposal::Entity>, sitter: &Sitter) -> Select<proposal::Entity> {
    use proposal::Column as C;
    let reader = sitter.actor.id;
    let own_in = Condition::any()
        .add(Expr::exists(own_review(reader).filter(review::Column::SubmittedAt.is_not_null()).into_query()))
        .add(Expr::exists(own_assignment(reader).filter(assignment::Column::AbstainedAt.is_not_null()).into_query()));
    found
        .join(JoinType::InnerJoin, proposal::Relation::Organisation.def())
        .join(JoinType::InnerJoin, proposal::Relation::Call.def())
        .select_only()
        .columns([C::Id, C::CallId, C::Reference, C::Title, C::TitleKey, C::Theme, C::Country, C::Language])
        .columns([C::State, C::UpdatedAt, C::Waits, C::PlaceOfState])
        .columns([C::ReviewsAsked, C::ReviewsIn, C::ReviewsMean, C::ReviewsGap])
        .column_as(organisation::Column::Name, "organisation")
        .column_as(call::Column::Title, "call")
        .column_as(call::Column::Phases, "phases")
        .expr_as(rank(sitter), "rank")
        .expr_as(Expr::exists(own_assignment(reader).into_query()), "own_asked")
        .expr_as(SimpleExpr::from(own_in), "own_in")
        .expr_as(own_outdated(reader), "own_outdated")
        .expr_as(own_total(reader), "own_total")
        .expr_as(Expr::exists(own_review(reader).into_query()), "own_begun")
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
        Sort::Country => vec![(column(proposal::Column::Country), Order::Asc), title(), reference()],
        Sort::Reference => vec![reference()],
        Sort::Standing => vec![(column(proposal::Column::PlaceOfState), Order::Asc), changed(), reference()],
        Sort::Reviews => vec![(column(proposal::Column::ReviewsIn), Order::Desc), changed(), reference()],
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

/// Where a proposal stands in the order of what waits for the reader. For the secretariat that is kept in its row, by which the
/// longest list is sorted; reviewers have few.
fn rank(sitter: &Sitter) -> SimpleExpr {
    if sitter.is_secretariat() {
        return Expr::col((proposal::Entity, proposal::Column::Waits));
    }
    let own: SimpleExpr = Expr::case(own_open(sitter), Wait::OwnReview.number()).finally(Wait::Nothing.number()).into();
    own.cast_as("integer")
}

/// What waits for the reader: what the secretariat has to do, and the own reviews.
fn waits_for(sitter: &Sitter) -> Condition {
    let mut any = Condition::any();
    if sitter.is_secretariat() {
        any = any.add(proposal::Column::Waits.gt(Wait::Nothing.number()));
    }
    if sitter.actor.is(StaffRole::Reviewer) {
        any = any.add(own_open(sitter));
    }
    any
}

/// The reader is to review it now, and has not answered.
fn own_open(sitter: &Sitter) -> Condition {
    let reader = sitter.actor.id;
    let is_in = Expr::exists(own_review(reader).filter(review::Column::SubmittedAt.is_not_null()).into_query());
    Condition::all()
        .add(proposal::Column::State.eq(State::UnderReview))
        .add(proposal::Column::CallId.is_in(sitter.reviewing()))
        .add(Expr::exists(own_assignment(reader).filter(assignment::Column::AbstainedAt.is_null()).into_query()))
        .add(Condition::any().add(is_in.not()).add(own_outdated(reader)))
}

/// Whether the own review judged an earlier submission than the last.
fn own_outdated(reader: UserId) -> SimpleExpr {
    let judged = own_review(reader)
        .join(
            JoinType::InnerJoin,
            review::Entity::belongs_to(submission::Entity)
                .from(review::Column::SubmissionId)
                .to(submission::Column::Id)
                .into(),
        )
        .filter(review::Column::SubmittedAt.is_not_null())
        .filter(Expr::cust(
            "submissions.number < (SELECT MAX(s.number) FROM submissions s WHERE s.proposal_id = submissions.proposal_id)",
        ));
    Expr::exists(judged.into_query())
}

fn own_total(reader: UserId) -> SimpleExpr {
    let own = own_review(reader)
        .select_only()
        .column(review::Column::Total)
        .filter(review::Column::SubmittedAt.is_not_null())
        .into_query();
    SimpleExpr::SubQuery(None, Box::new(own.into()))
}

fn own_review(reader: UserId) -> Select<review::Entity> {
    review::Entity::find()
        .select_only()
        .column(review::Column::Id)
        .filter(review::Column::ReviewerId.eq(reader))
        .filter(
            Expr::col((review::Entity, review::Column::ProposalId)).equals((proposal::Entity, proposal::Column::Id)),
        )
}

fn own_assignment(reader: UserId) -> Select<assignment::Entity> {
    assignment::Entity::find()
        .select_only()
        .column(assignment::Column::Id)
        .filter(assignment::Column::ReviewerId.eq(reader))
        .filter(assignment::Column::EndedAt.is_null())
        .filter(
            Expr::col((assignment::Entity, assignment::Column::ProposalId))
                .equals((proposal::Entity, proposal::Column::Id)),
        )
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

/// The countries of the proposals at the desk, by their codes; not of those whose applicants the reader must not know. Each
/// country is asked for one proposal, by their index, since there are fewer countries than proposals.
pub async fn countries(db: &impl ConnectionTrait, sitter: &Sitter) -> Result<Vec<String>> {
    // What both databases call the first column of a list of values.
    let code = (Alias::new("every"), Alias::new("column1"));
    let of_country = Expr::col((proposal::Entity, proposal::Column::Country)).equals(code.clone());
    let one = at_the_desk(&sitter.actor)?
        .filter(proposal::Column::CallId.is_not_in(sitter.blind()))
        .select_only()
        .column(proposal::Column::Id)
        .filter(of_country)
        .into_query();
    let borne = Query::select()
        .expr_as(Expr::col(code.clone()), "code")
        .from_values(Country::all().map(Country::code), code.0.clone())
        .and_where(Expr::exists(one))
        .order_by(code, Order::Asc)
        .take();
    db.query_all(&borne).await?.iter().map(|row| Ok(row.try_get("", "code")?)).collect()
}
