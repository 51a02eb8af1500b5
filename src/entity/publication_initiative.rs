//! That a publication belongs to an Initiative.

use sea_orm::entity::prelude::*;

use crate::ids::{ProposalId, PublicationId};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "publication_initiatives")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub publication_id: PublicationId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub proposal_id: ProposalId,
}

impl ActiveModelBehavior for ActiveModel {}
