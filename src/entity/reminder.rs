//! The last reminder that was given of one thing, by the instant it is counted from. Drafts, reviews, conversations and what
//! else is waited for stand together, so their ids have no foreign key: what is gone is simply not found any more.

use sea_orm::entity::prelude::*;

use crate::clock::Moment;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "reminders")]
pub struct Model {
    /// The code of a `mail::reminders::Reminder`; or what `mail::reminded` calls the letter of a morning.
    #[sea_orm(primary_key, auto_increment = false)]
    pub reminder: String,
    /// What is waited for: a proposal, an assignment, an invitation, a conversation, a decision.
    #[sea_orm(primary_key, auto_increment = false)]
    pub subject_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub instant: Moment,
    /// Which step: so many hours before the instant, less than none after it.
    pub hours: i32,
    pub sent_at: Moment,
}

impl ActiveModelBehavior for ActiveModel {}
