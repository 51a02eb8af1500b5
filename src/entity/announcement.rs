//! Something to tell many people. The worker expands it in batches.

use sea_orm::entity::prelude::*;

use crate::{
    clock::Moment,
    ids::{AnnouncementId, CallId, ProposalId},
};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "announcements")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: AnnouncementId,
    pub kind: String,
    pub proposal_id: Option<ProposalId>,
    pub call_id: Option<CallId>,
    #[sea_orm(column_type = "JsonBinary")]
    pub data: Json,
    /// The last recipient reached, so that the next batch goes on behind; empty at first.
    pub reached: String,
    pub created_at: Moment,
    pub lease_until: Moment,
    pub done_at: Option<Moment>,
}

impl ActiveModelBehavior for ActiveModel {}
