//! Who can be asked for a review.

use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait, sea_query::Expr,
};

use crate::{
    accounts::StaffRole,
    entity::{staff_role, user},
    error::Result,
    reviews::rules::Reviewer,
};

const OPEN: &str = "(SELECT COUNT(*) FROM assignments a JOIN proposals p ON p.id = a.proposal_id \
    WHERE a.reviewer_id = users.id AND a.ended_at IS NULL AND p.state IN ('submitted', 'under_review') \
    AND NOT EXISTS (SELECT 1 FROM reviews r WHERE r.proposal_id = a.proposal_id AND r.reviewer_id = a.reviewer_id \
    AND r.submitted_at IS NOT NULL))";

/// All reviewers who can log in, by name. There are some thirty, so they are not paged.
pub async fn reviewers(db: &impl ConnectionTrait) -> Result<Vec<Reviewer>> {
    let are = staff_role::Entity::find()
        .select_only()
        .column(staff_role::Column::UserId)
        .filter(staff_role::Column::Role.eq(StaffRole::Reviewer))
        .into_query();
    Ok(user::Entity::find()
        .select_only()
        .column(user::Column::Id)
        .column(user::Column::Name)
        .expr_as(Expr::cust(OPEN), "open")
        .filter(user::Column::Id.in_subquery(are))
        .filter(user::Column::DisabledAt.is_null())
        .order_by_asc(user::Column::NameKey)
        .order_by_asc(user::Column::Id)
        .into_model::<Reviewer>()
        .all(db)
        .await?)
}
