//! What somebody has written to the secretariat from the public pages.

use sea_orm::entity::prelude::*;

use crate::{
    clock::Moment,
    ids::{ContactMessageId, ProposalId, UserId},
    mail::Email,
    partners::contact::{About, MessageState},
    words::Locale,
};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "contact_messages")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ContactMessageId,
    /// As it was typed: nobody has looked whose it is.
    pub name: String,
    /// The same, until somebody who reads its mail has confirmed the message.
    pub email: Email,
    /// The language in which the form was shown.
    pub locale: Locale,
    pub about: About,
    pub body: String,
    /// The Initiative that it is about.
    pub proposal_id: Option<ProposalId>,
    pub state: MessageState,
    pub written_at: Moment,
    /// When it was sent on; while it waits, when it was written.
    pub arrived_at: Moment,
    pub answered_at: Option<Moment>,
    pub answered_by: Option<UserId>,
    /// Raised by every change.
    pub version: i32,
}

impl ActiveModelBehavior for ActiveModel {}
