//! Queries on partners; the only writer of their rows.

pub mod contact;
pub mod followers;
pub mod lists;
pub mod offers;
pub mod subscribers;

use sea_orm::{
    ActiveModelTrait,
    ActiveValue::Set,
    ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Expr, OnConflict},
};

use super::rules::{Choice, PartnerAnswer, after};
use crate::{
    act::Act,
    clock::Moment,
    entity::{organisation, partner, proposal, subscriber},
    error::{Error, Result},
    ids::{PartnerId, ProposalId},
    mail::Email,
};

/// A partner with the proposal that names it and the organisation that leads it.
pub struct Named {
    pub partner: partner::Model,
    pub proposal: proposal::Model,
    pub lead: organisation::Model,
}

/// The partner of this id; none for one whose proposal is gone.
pub async fn named(db: &impl ConnectionTrait, id: PartnerId) -> Result<Option<Named>> {
    let Some(partner) = partner::Entity::find_by_id(id).one(db).await? else { return Ok(None) };
    let found = with_lead(db, partner.proposal_id).await?;
    Ok(found.map(|(proposal, lead)| Named { partner, proposal, lead }))
}

/// A proposal with the organisation that leads it.
pub async fn with_lead(
    db: &impl ConnectionTrait,
    id: ProposalId,
) -> Result<Option<(proposal::Model, organisation::Model)>> {
    let found = proposal::Entity::find_by_id(id).find_also_related(organisation::Entity).one(db).await?;
    Ok(found.and_then(|(proposal, lead)| Some((proposal, lead?))))
}

/// All who were asked for a proposal, in the order of their addresses.
pub async fn of_proposal(db: &impl ConnectionTrait, proposal: ProposalId) -> Result<Vec<partner::Model>> {
    Ok(partner::Entity::find()
        .filter(partner::Column::ProposalId.eq(proposal))
        .order_by_asc(partner::Column::Email)
        .all(db)
        .await?)
}

/// Those behind `after` who were asked and have not answered, at most `limit`, in the order of their addresses.
pub async fn silent(
    db: &impl ConnectionTrait,
    proposal: ProposalId,
    after: &str,
    limit: u64,
) -> Result<Vec<partner::Model>> {
    Ok(partner::Entity::find()
        .filter(partner::Column::ProposalId.eq(proposal))
        .filter(partner::Column::Answer.eq(PartnerAnswer::Asked))
        .filter(partner::Column::Email.gt(after))
        .order_by_asc(partner::Column::Email)
        .limit(limit)
        .all(db)
        .await?)
}

/// Enters those who are named and not known for this proposal yet. One statement.
pub async fn enter(act: &Act, proposal: &proposal::Model, named: Vec<(String, Email)>) -> Result<()> {
    if named.is_empty() {
        return Ok(());
    }
    let rows = named.into_iter().map(|(name, email)| partner::ActiveModel {
        id: Set(act.id()),
        proposal_id: Set(proposal.id),
        name: Set(name),
        email: Set(email),
        locale: Set(proposal.language),
        answer: Set(PartnerAnswer::Asked),
        asked_at: Set(act.at),
        answered_at: Set(None),
        unsubscribed_at: Set(None),
    });
    let known = OnConflict::columns([partner::Column::ProposalId, partner::Column::Email]).do_nothing().to_owned();
    partner::Entity::insert_many(rows).on_conflict(known).exec_without_returning(act.tx()).await?;
    Ok(())
}

impl partner::Model {
    /// Whether letters about the proposal are wanted.
    pub fn wants_letters(&self) -> bool {
        matches!(self.answer, PartnerAnswer::Confirmed | PartnerAnswer::Updates) && self.unsubscribed_at.is_none()
    }
}

/// Writes that letters to an address have stopped, whatever the proposal. What was confirmed stays confirmed.
pub async fn stop_all(act: &Act, email: &Email) -> Result<()> {
    partner::Entity::update_many()
        .col_expr(partner::Column::UnsubscribedAt, Expr::value(Some(act.at)))
        .filter(partner::Column::Email.eq(email.as_str()))
        .filter(partner::Column::Answer.is_in([PartnerAnswer::Confirmed, PartnerAnswer::Updates]))
        .filter(partner::Column::UnsubscribedAt.is_null())
        .exec(act.tx())
        .await?;
    Ok(())
}

/// The same of these proposals alone.
pub async fn stop_about(act: &Act, email: &Email, proposals: &[ProposalId]) -> Result<()> {
    partner::Entity::update_many()
        .col_expr(partner::Column::UnsubscribedAt, Expr::value(Some(act.at)))
        .filter(partner::Column::Email.eq(email.as_str()))
        .filter(partner::Column::ProposalId.is_in(proposals.iter().copied()))
        .filter(partner::Column::Answer.is_in([PartnerAnswer::Confirmed, PartnerAnswer::Updates]))
        .filter(partner::Column::UnsubscribedAt.is_null())
        .exec(act.tx())
        .await?;
    Ok(())
}

/// Whether somebody has stopped what goes to many, or what goes to the partners of this proposal.
pub async fn has_stopped(db: &impl ConnectionTrait, email: &Email, proposal: Option<ProposalId>) -> Result<bool> {
    let all = subscriber::Entity::find()
        .filter(subscriber::Column::Email.eq(email.as_str()))
        .filter(subscriber::Column::StoppedAt.is_not_null());
    if all.one(db).await?.is_some() {
        return Ok(true);
    }
    let Some(proposal) = proposal else { return Ok(false) };
    let of_partners = partner::Entity::find()
        .filter(partner::Column::ProposalId.eq(proposal))
        .filter(partner::Column::Email.eq(email.as_str()))
        .filter(partner::Column::UnsubscribedAt.is_not_null());
    Ok(of_partners.one(db).await?.is_some())
}

/// Writes what a partner has chosen.
pub async fn answer(act: &Act, id: PartnerId, choice: Choice) -> Result<partner::Model> {
    let row = partner::Entity::find_by_id(id).lock_exclusive().one(act.tx()).await?.ok_or(Error::NotFound)?;
    let (answer, unsubscribed_at): (PartnerAnswer, Option<Moment>) = after(row.answer, choice, act.at);
    let mut row = row.into_active_model();
    row.answer = Set(answer);
    row.answered_at = Set(Some(act.at));
    row.unsubscribed_at = Set(unsubscribed_at);
    Ok(row.update(act.tx()).await?)
}
