//! A partner named in a proposal, reached by email.

use sea_orm::entity::prelude::*;

use crate::{
    clock::Moment,
    ids::{PartnerId, ProposalId},
    mail::Email,
    partners::rules::PartnerAnswer,
    words::Locale,
};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "partners")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: PartnerId,
    pub proposal_id: ProposalId,
    pub name: String,
    pub email: Email,
    pub locale: Locale,
    pub answer: PartnerAnswer,
    pub asked_at: Moment,
    pub answered_at: Option<Moment>,
    pub unsubscribed_at: Option<Moment>,
    #[sea_orm(belongs_to, from = "proposal_id", to = "id")]
    pub proposal: BelongsTo<super::proposal::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
