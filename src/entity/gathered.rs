//! Something to tell somebody, gathered until it is told together with others.

use sea_orm::entity::prelude::*;

use crate::{
    clock::Moment,
    ids::{GatheredId, ProposalId, UserId},
    mail::{Digest, Email},
    words::Locale,
};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "gathered")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: GatheredId,
    /// As a letter's: the same is never told twice.
    #[sea_orm(unique)]
    pub unique_key: String,
    pub digest: Digest,
    pub recipient: Email,
    pub recipient_name: String,
    pub user_id: Option<UserId>,
    pub proposal_id: Option<ProposalId>,
    pub locale: Locale,
    pub subject: String,
    /// The words with their values between marks, as `mail::render` puts them together.
    pub body: String,
    /// The text of its link, and where that leads.
    pub button: Option<String>,
    pub link: Option<String>,
    pub unsubscribe: Option<String>,
    /// Why it comes, and where that is changed.
    pub why: Option<String>,
    pub manage: Option<String>,
    /// What was asked for of which this is told, a line each.
    pub asked_for: String,
    pub created_at: Moment,
    pub due_at: Moment,
}

impl ActiveModelBehavior for ActiveModel {}
