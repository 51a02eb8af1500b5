//! What a letter says, apart from all that changes while it is on its way.

use sea_orm::entity::prelude::*;

use crate::{ids::LetterId, mail::Packed};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "outbox_bodies")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub letter_id: LetterId,
    /// Empty once a secret was blanked.
    pub body_text: Packed,
    pub body_html: Packed,
}

impl ActiveModelBehavior for ActiveModel {}
