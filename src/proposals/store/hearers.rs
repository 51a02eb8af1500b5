//! Who may read the conversations of an audience, and so can be named in them and told of them.

use std::collections::BTreeSet;

use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
    sea_query::SelectStatement,
};

use crate::{
    accounts::StaffRole,
    entity::{assignment, conflict, pledge, review, staff_role, user},
    error::Result,
    ids::{ProposalId, UserId},
    proposals::{
        conflicts::Ruling,
        policy::{Deed, Roles, Standing, may},
        rules::Audience,
        store::{Case, co_editors, people, standing::assigned},
    },
};

/// Somebody who may read a conversation.
#[derive(Clone, Debug)]
pub struct Hearer {
    pub person: user::Model,
    /// Of the secretariat; else one of those who review it.
    pub of_secretariat: bool,
}

/// Everybody of the house who may read what is said to an audience, by name. Nobody is among them who has an interest in the
/// proposal, nor a reviewer who may not read it now.
pub async fn of(db: &impl ConnectionTrait, case: &Case, audience: Audience) -> Result<Vec<Hearer>> {
    let secretariat = people::secretariat(db, case.proposal.id).await?;
    let known: BTreeSet<UserId> = secretariat.iter().map(|person| person.id).collect();
    let mut all: Vec<Hearer> = secretariat.into_iter().map(|person| Hearer { person, of_secretariat: true }).collect();
    if audience == Audience::Reviewers {
        let reviewers = reviewers(db, case).await?;
        let others = reviewers.into_iter().filter(|person| !known.contains(&person.id));
        all.extend(others.map(|person| Hearer { person, of_secretariat: false }));
    }
    Ok(all)
}

/// Whom somebody of this standing can name: a reviewer who must not know the others, only the secretariat.
pub fn nameable(case: &Case, hearers: &[Hearer]) -> Vec<Hearer> {
    let knows = !case.standing.roles.reviewer || case.may(Deed::KnowReviewers).is_yes();
    hearers.iter().filter(|hearer| knows || hearer.of_secretariat).cloned().collect()
}

/// The reviewers who may read what is said among them now: the policy is asked for each.
async fn reviewers(db: &impl ConnectionTrait, case: &Case) -> Result<Vec<user::Model>> {
    let assigned = assigned(db, case.proposal.id).await?;
    if assigned.is_empty() {
        return Ok(Vec::new());
    }
    let abstained: BTreeSet<UserId> =
        assigned.iter().filter(|(row, _)| row.abstained_at.is_some()).map(|(row, _)| row.reviewer_id).collect();
    let people = user::Entity::find()
        .filter(user::Column::Id.is_in(assigned.iter().map(|(row, _)| row.reviewer_id)))
        .filter(user::Column::Id.in_subquery(of_the_jury()))
        .filter(user::Column::Id.not_in_subquery(interested(case)))
        .filter(user::Column::DisabledAt.is_null())
        .order_by_asc(user::Column::NameKey)
        .order_by_asc(user::Column::Id)
        .all(db)
        .await?;
    let writers = co_editors::writers(db, &case.proposal, case.standing.now).await?;
    let done: Vec<UserId> = review::Entity::find()
        .select_only()
        .column(review::Column::ReviewerId)
        .filter(review::Column::ProposalId.eq(case.proposal.id))
        .filter(review::Column::SubmittedAt.is_not_null())
        .into_tuple()
        .all(db)
        .await?;
    let pledged: Vec<UserId> = pledge::Entity::find()
        .select_only()
        .column(pledge::Column::PersonId)
        .filter(pledge::Column::CallId.eq(case.proposal.call_id))
        .into_tuple()
        .all(db)
        .await?;
    let reads = |person: &user::Model| {
        let roles = Roles {
            reviewer: !writers.contains(&person.id),
            own_review_in: done.contains(&person.id) || abstained.contains(&person.id),
            pledged: pledged.contains(&person.id),
            ..Roles::default()
        };
        may(&Standing { roles, ..case.standing.clone() }, Audience::Reviewers.reading()).is_yes()
    };
    Ok(people.into_iter().filter(reads).collect())
}

/// The names of all who review a proposal or ever did: those who were given it, relieved or not, and those who wrote of it.
pub async fn ever_judging(db: &impl ConnectionTrait, proposal: ProposalId) -> Result<Vec<String>> {
    let given = assignment::Entity::find()
        .select_only()
        .column(assignment::Column::ReviewerId)
        .filter(assignment::Column::ProposalId.eq(proposal))
        .into_query();
    let wrote = review::Entity::find()
        .select_only()
        .column(review::Column::ReviewerId)
        .filter(review::Column::ProposalId.eq(proposal))
        .into_query();
    let either = Condition::any().add(user::Column::Id.in_subquery(given)).add(user::Column::Id.in_subquery(wrote));
    let names = user::Entity::find().select_only().column(user::Column::Name).filter(either);
    Ok(names.into_tuple().all(db).await?)
}

fn of_the_jury() -> SelectStatement {
    staff_role::Entity::find()
        .select_only()
        .column(staff_role::Column::UserId)
        .filter(staff_role::Column::Role.eq(StaffRole::Reviewer))
        .into_query()
}

/// Those who have an interest in a proposal.
fn interested(case: &Case) -> SelectStatement {
    conflict::Entity::find()
        .select_only()
        .column(conflict::Column::PersonId)
        .filter(conflict::Column::ProposalId.eq(case.proposal.id))
        .filter(conflict::Column::Ruling.ne(Ruling::Dismissed))
        .into_query()
}

/// Whether somebody of the secretariat has an interest in it: then its mailbox, which all of them read, must not tell of it.
pub async fn house_in_conflict(db: &impl ConnectionTrait, case: &Case) -> Result<bool> {
    let of_secretariat = staff_role::Entity::find()
        .filter(staff_role::Column::Role.eq(StaffRole::Secretariat))
        .filter(staff_role::Column::UserId.in_subquery(interested(case)));
    Ok(of_secretariat.one(db).await?.is_some())
}
