//! What a proposal of the list is to its reader: whether it waits for them, and how far their own review is.

use sea_orm::{
    ColumnTrait, Condition, EntityTrait, JoinType, QueryFilter, QuerySelect, QueryTrait, RelationTrait, Select,
    sea_query::{Expr, ExprTrait, SimpleExpr},
};

use super::Sitter;
use crate::{
    accounts::StaffRole,
    calls::Shown,
    entity::{assignment, organisation, proposal, review, submission},
    ids::UserId,
    proposals::{Wait, workflow::State},
    reviews::listing::{OWN_BEGUN, OWN_OPEN},
};

/// What the list tells of these.
pub(super) fn columns(found: Select<proposal::Entity>, sitter: &Sitter) -> Select<proposal::Entity> {
    use proposal::Column as C;
    let listed = found
        .join(JoinType::InnerJoin, proposal::Relation::Organisation.def())
        .select_only()
        .columns([C::Id, C::CallId, C::Reference, C::Title, C::TitleKey, C::Theme, C::Country, C::Language])
        .columns([C::State, C::UpdatedAt, C::Waits, C::PlaceOfState])
        .columns([C::ReviewsAsked, C::ReviewsIn, C::ReviewsMean, C::ReviewsGap])
        .column_as(organisation::Column::Name, "organisation")
        .expr_as(rank(sitter), "rank");
    if sitter.actor.is(StaffRole::Reviewer) { with_own_review(listed, sitter.actor.id) } else { without_review(listed) }
}

fn with_own_review(listed: Select<proposal::Entity>, reader: UserId) -> Select<proposal::Entity> {
    listed
        .expr_as(Expr::exists(own_assignment(reader).into_query()), "own_asked")
        .expr_as(SimpleExpr::from(own_in(reader)), "own_in")
        .expr_as(own_abstained(reader), "own_abstained")
        .expr_as(own_outdated(reader), "own_outdated")
        .expr_as(own_total(reader), "own_total")
        .expr_as(Expr::exists(own_review(reader).into_query()), "own_begun")
}

/// Whoever reviews nothing is not asked for reviews, row by row.
fn without_review(listed: Select<proposal::Entity>) -> Select<proposal::Entity> {
    let no = || Expr::cust("FALSE");
    listed
        .expr_as(no(), "own_asked")
        .expr_as(no(), "own_in")
        .expr_as(no(), "own_abstained")
        .expr_as(no(), "own_outdated")
        .expr_as(Expr::cust("CAST(NULL AS integer)"), "own_total")
        .expr_as(no(), "own_begun")
}

/// Where a proposal stands in the order of what waits for the reader. For the secretariat that is kept in its row, by which the
/// longest list is sorted; reviewers have few.
pub(super) fn rank(sitter: &Sitter) -> SimpleExpr {
    if sitter.is_secretariat() {
        return Expr::col((proposal::Entity, proposal::Column::Waits));
    }
    let own: SimpleExpr = Expr::case(own_open(sitter), Wait::OwnReview.number()).finally(Wait::Nothing.number()).into();
    own.cast_as("integer")
}

/// The country, where the reader may know who applies: in an order too, nothing tells of what they must not know. For the
/// secretariat it is read in an index; reviewers have few proposals.
pub(super) fn known_country(sitter: &Sitter) -> SimpleExpr {
    let country = || Expr::col((proposal::Entity, proposal::Column::Country));
    if sitter.is_secretariat() {
        return country();
    }
    let hidden = Condition::all().add(proposal::Column::CallId.is_in(sitter.blind()));
    Expr::case(hidden, "").finally(country()).into()
}

/// How many reviews are in, where the reader may know it; else -1, as the row says.
pub(super) fn known_reviews(sitter: &Sitter) -> SimpleExpr {
    let reviews = || Expr::col((proposal::Entity, proposal::Column::ReviewsIn));
    if sitter.is_secretariat() {
        return reviews();
    }
    let in_calls = |shown: Shown| proposal::Column::CallId.is_in(sitter.shows_reviews(shown));
    let after_own = Condition::all().add(in_calls(Shown::AfterOwn)).add(own_in(sitter.actor.id));
    let known = Condition::any().add(in_calls(Shown::Always)).add(after_own);
    let number: SimpleExpr = Expr::case(known, reviews()).finally(-1_i32).into();
    number.cast_as("integer")
}

/// Where a proposal stands in the order of the reader's own reviews, as the row says it.
pub(super) fn own_place(sitter: &Sitter) -> SimpleExpr {
    let reader = sitter.actor.id;
    let is_in = own_review(reader)
        .filter(review::Column::SubmittedAt.is_not_null())
        .filter(review::Column::Total.is_not_null());
    let has_total = Condition::all().add(Expr::exists(is_in.into_query()));
    let is_begun = Condition::all().add(Expr::exists(own_review(reader).into_query()));
    let place: SimpleExpr = Expr::case(has_total, own_total(reader)).case(is_begun, OWN_BEGUN).finally(OWN_OPEN).into();
    place.cast_as("integer")
}

/// Whether the reader has answered, by a review or by abstaining.
fn own_in(reader: UserId) -> Condition {
    Condition::any()
        .add(Expr::exists(own_review(reader).filter(review::Column::SubmittedAt.is_not_null()).into_query()))
        .add(own_abstained(reader))
}

fn own_abstained(reader: UserId) -> SimpleExpr {
    Expr::exists(own_assignment(reader).filter(assignment::Column::AbstainedAt.is_not_null()).into_query())
}

/// What waits for the reader: what the secretariat has to do, and the own reviews.
pub(super) fn waits_for(sitter: &Sitter) -> Condition {
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
pub(super) fn own_open(sitter: &Sitter) -> Condition {
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
