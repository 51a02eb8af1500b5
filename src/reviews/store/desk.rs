//! The list of the desk, as one query: what waits, how far the reviews are, and the keys by which it is paged.

use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, JoinType, Order, QueryFilter, QueryOrder, QuerySelect,
    QueryTrait, RelationDef, RelationTrait, Select, Value,
    sea_query::{Expr, ExprTrait, SimpleExpr},
};

use crate::{
    accounts::{Actor, StaffRole},
    entity::{assignment, call, organisation, proposal, review},
    error::{Error, Result},
    ids::UserId,
    proposals::{
        search::{Scope, found_by},
        to_review, visible_to,
        workflow::State,
    },
    reviews::listing::{Begin, Filter, Key, Page, Place, Row, Sort, View, Wait},
};

/// How many proposals a page shows.
pub const PAGE: usize = 25;

/// The proposals with which someone has to do at the desk: all for the secretariat, for reviewers those that they are to
/// review. Nobody else sits there.
pub fn at_the_desk(actor: &Actor) -> Result<Select<proposal::Entity>> {
    if actor.is(StaffRole::Secretariat) {
        Ok(visible_to(Some(actor)))
    } else if actor.is(StaffRole::Reviewer) {
        Ok(to_review(actor.id))
    } else {
        Err(Error::NotFound)
    }
}

/// A page of the list: two queries, however long it is.
pub async fn page(db: &impl ConnectionTrait, actor: &Actor, view: &View) -> Result<Page> {
    let found = filtered(db, at_the_desk(actor)?, actor, &view.filter);
    let counts = counts(db, found.clone(), actor).await?;
    let backwards = matches!(view.begin, Begin::Before(_));
    let mut select = columns(found, actor);
    for (key, order) in keys(actor, view.sort) {
        select = select.order_by(key, if backwards { turned(&order) } else { order });
    }
    if let Begin::After(place) | Begin::Before(place) = &view.begin {
        select = select.filter(beyond(keys(actor, view.sort), place, backwards));
    }
    let mut rows = select.limit(PAGE as u64 + 1).into_model::<Row>().all(db).await?;
    let more = rows.len() > PAGE;
    rows.truncate(PAGE);
    if backwards {
        rows.reverse();
    }
    let has_previous = if backwards { more } else { view.begin != Begin::Top };
    let has_next = backwards || more;
    Ok(Page {
        previous: rows.first().filter(|_| has_previous).map(|row| row.place(view.sort)),
        next: rows.last().filter(|_| has_next).map(|row| row.place(view.sort)),
        rows,
        found: counts.0,
        waiting: counts.1,
    })
}

fn turned(order: &Order) -> Order {
    if *order == Order::Desc { Order::Asc } else { Order::Desc }
}

fn filtered(
    db: &impl ConnectionTrait,
    select: Select<proposal::Entity>,
    actor: &Actor,
    filter: &Filter,
) -> Select<proposal::Entity> {
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
    }
    if let Some(found) = found_by(db.get_database_backend(), Scope::Desk, &filter.text) {
        all = all.add(found);
    }
    if filter.waiting {
        all = all.add(waits(actor).ne(0_i64));
    }
    select.filter(all)
}

async fn counts(db: &impl ConnectionTrait, found: Select<proposal::Entity>, actor: &Actor) -> Result<(i64, i64)> {
    let waiting: SimpleExpr = Expr::case(waits(actor).ne(0_i64), 1).finally(0).into();
    let counted = found
        .select_only()
        .expr_as(Expr::cust("COUNT(*)"), "found")
        .expr_as(big(waiting.sum().if_null(0_i64)), "waiting")
        .into_tuple::<(i64, i64)>()
        .one(db)
        .await?;
    Ok(counted.unwrap_or_default())
}

fn columns(found: Select<proposal::Entity>, actor: &Actor) -> Select<proposal::Entity> {
    use proposal::Column as C;
    found
        .join(JoinType::InnerJoin, proposal::Relation::Organisation.def())
        .join(JoinType::InnerJoin, proposal::Relation::Call.def())
        .select_only()
        .columns([C::Reference, C::Title, C::TitleKey, C::Theme, C::Country, C::Language, C::State, C::UpdatedAt])
        .column_as(organisation::Column::Name, "organisation")
        .column_as(call::Column::Title, "call")
        .expr_as(waits(actor), "waits")
        .expr_as(place_of_state(), "place_of_state")
        .expr_as(known(actor, ASSIGNED), "assigned")
        .expr_as(known(actor, SUBMITTED), "submitted")
        .expr_as(mean(actor), "mean")
        .expr_as(own_total(actor.id), "own_total")
        .expr_as(Expr::exists(own_review(actor.id).into_query()), "own_begun")
}

/// The keys of an order, the last of which is unique.
fn keys(actor: &Actor, sort: Sort) -> Vec<(SimpleExpr, Order)> {
    let column = |column: proposal::Column| Expr::col((proposal::Entity, column));
    let changed = || (column(proposal::Column::UpdatedAt), Order::Desc);
    let reference = || (column(proposal::Column::Reference), Order::Asc);
    match sort {
        Sort::Waiting => {
            let rank = Expr::case(waits(actor).ne(0_i64), 0_i64).finally(1_i64);
            vec![(big(rank.into()), Order::Asc), changed(), reference()]
        }
        Sort::Changed => vec![changed(), reference()],
        Sort::Title => vec![(column(proposal::Column::TitleKey), Order::Asc), reference()],
        Sort::Reference => vec![reference()],
        Sort::Standing => vec![(place_of_state(), Order::Asc), changed(), reference()],
        Sort::Total => vec![(mean(actor), Order::Desc), changed(), reference()],
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

/// A whole number that is as wide on both databases.
fn big(number: SimpleExpr) -> SimpleExpr {
    number.cast_as("bigint")
}

/// What a proposal waits for, as far as it is the reader's to do: a number of [`Wait`].
fn waits(actor: &Actor) -> SimpleExpr {
    let mut case = sea_orm::sea_query::CaseStatement::new();
    if actor.is(StaffRole::Reviewer) {
        let asked = Condition::all()
            .add(proposal::Column::State.eq(State::UnderReview))
            .add(Expr::exists(own_assignment(actor.id).into_query()))
            .add(
                Expr::exists(own_review(actor.id).filter(review::Column::SubmittedAt.is_not_null()).into_query()).not(),
            );
        case = case.case(asked, Wait::OwnReview.number());
    }
    if actor.is(StaffRole::Secretariat) {
        for (condition, wait) in SECRETARIAT_WAITS {
            case = case.case(Condition::all().add(Expr::cust(condition)), wait.number());
        }
    } else if !actor.is(StaffRole::Reviewer) {
        return Expr::val(0_i64);
    }
    big(case.finally(Wait::Nothing.number()).into())
}

/// What waits for the secretariat, the first that holds.
const SECRETARIAT_WAITS: [(&str, Wait); 7] = [
    (
        "proposals.state IN ('draft', 'returned') AND EXISTS \
            (SELECT 1 FROM late_attempts l WHERE l.proposal_id = proposals.id AND l.refused_at IS NULL AND l.number > \
                (SELECT COALESCE(MAX(s.number), 0) FROM submissions s WHERE s.proposal_id = proposals.id))",
        Wait::Late,
    ),
    (
        "proposals.state = 'submitted' AND NOT EXISTS (SELECT 1 FROM eligibilities e WHERE e.proposal_id = proposals.id)",
        Wait::Eligibility,
    ),
    (
        "proposals.state = 'submitted' AND EXISTS \
            (SELECT 1 FROM eligibilities e WHERE e.proposal_id = proposals.id AND NOT e.passed)",
        Wait::Ineligible,
    ),
    ("proposals.state = 'submitted'", Wait::Start),
    (
        "proposals.state = 'under_review' AND EXISTS \
            (SELECT 1 FROM decisions d WHERE d.proposal_id = proposals.id AND d.revised_at IS NULL)",
        Wait::Publication,
    ),
    (
        "proposals.state = 'under_review' AND NOT EXISTS \
            (SELECT 1 FROM assignments a WHERE a.proposal_id = proposals.id AND a.ended_at IS NULL)",
        Wait::Reviewers,
    ),
    (
        "proposals.state = 'under_review' AND NOT EXISTS \
            (SELECT 1 FROM assignments a LEFT JOIN reviews r \
                ON r.proposal_id = a.proposal_id AND r.reviewer_id = a.reviewer_id \
                WHERE a.proposal_id = proposals.id AND a.ended_at IS NULL AND r.submitted_at IS NULL)",
        Wait::Decision,
    ),
];

fn place_of_state() -> SimpleExpr {
    let mut case = sea_orm::sea_query::CaseStatement::new();
    for (place, state) in (0_i64..).zip(State::ALL) {
        case = case.case(Condition::all().add(proposal::Column::State.eq(*state)), place);
    }
    big(case.finally(99_i64).into())
}

const ASSIGNED: &str = "(SELECT COUNT(*) FROM assignments a WHERE a.proposal_id = proposals.id AND a.ended_at IS NULL)";
const SUBMITTED: &str = "(SELECT COUNT(*) FROM assignments a JOIN reviews r \
    ON r.proposal_id = a.proposal_id AND r.reviewer_id = a.reviewer_id \
    WHERE a.proposal_id = proposals.id AND a.ended_at IS NULL AND r.submitted_at IS NOT NULL)";

/// The mean of totals, rounded as `Points::mean` rounds.
pub const MEAN: &str = "(2 * SUM(reviews.total) + COUNT(reviews.total)) / (2 * NULLIF(COUNT(reviews.total), 0))";

/// A number that a reviewer may know once the own review is in.
fn known(actor: &Actor, number: &'static str) -> SimpleExpr {
    if actor.is(StaffRole::Secretariat) {
        return Expr::cust(number);
    }
    let own_is_in = own_review(actor.id).filter(review::Column::SubmittedAt.is_not_null()).into_query();
    Expr::case(Expr::exists(own_is_in), Expr::cust(number)).into()
}

/// The mean of the totals of those reviews that are in, in hundredths; -1 without any, and for whom it is not.
fn mean(actor: &Actor) -> SimpleExpr {
    if !actor.is(StaffRole::Secretariat) {
        return big(Expr::val(-1_i64));
    }
    let means = assignment::Entity::find()
        .select_only()
        .expr(Expr::cust(MEAN))
        .join(JoinType::InnerJoin, review_of_assignment())
        .filter(
            Expr::col((assignment::Entity, assignment::Column::ProposalId))
                .equals((proposal::Entity, proposal::Column::Id)),
        )
        .filter(assignment::Column::EndedAt.is_null())
        .filter(review::Column::SubmittedAt.is_not_null())
        .into_query();
    big(SimpleExpr::SubQuery(None, Box::new(means.into())).if_null(-1_i64))
}

/// From an assignment to the review that it led to.
pub fn review_of_assignment() -> RelationDef {
    assignment::Entity::belongs_to(review::Entity)
        .from((assignment::Column::ProposalId, assignment::Column::ReviewerId))
        .to((review::Column::ProposalId, review::Column::ReviewerId))
        .into()
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

/// The calls of the proposals at the desk, the newest first.
pub async fn calls(db: &impl ConnectionTrait, actor: &Actor) -> Result<Vec<call::Model>> {
    let used = at_the_desk(actor)?.select_only().column(proposal::Column::CallId).into_query();
    Ok(call::Entity::find()
        .filter(call::Column::Id.in_subquery(used))
        .order_by_desc(call::Column::OpensAt)
        .order_by_desc(call::Column::Id)
        .all(db)
        .await?)
}

/// The countries of the proposals at the desk, by their codes.
pub async fn countries(db: &impl ConnectionTrait, actor: &Actor) -> Result<Vec<String>> {
    Ok(at_the_desk(actor)?
        .select_only()
        .column(proposal::Column::Country)
        .distinct()
        .filter(proposal::Column::Country.ne(""))
        .order_by_asc(proposal::Column::Country)
        .into_tuple()
        .all(db)
        .await?)
}
