//! A letter in the outbox, with all that became of it. What it says is its `letter_body`.

use sea_orm::entity::prelude::*;

use crate::{
    clock::Moment,
    ids::{AnnouncementId, LetterId, ProposalId, UserId},
    mail::{Email, LetterClass, LetterState},
    words::Locale,
};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "outbox")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: LetterId,
    /// Event, recipient, kind and resend number: the same letter is never written twice.
    #[sea_orm(unique)]
    pub unique_key: String,
    pub kind: String,
    pub class: LetterClass,
    pub state: LetterState,
    pub recipient: Email,
    /// Of the recipient.
    pub domain: String,
    pub recipient_name: String,
    pub user_id: Option<UserId>,
    pub proposal_id: Option<ProposalId>,
    /// Of which it is one of many.
    pub announcement_id: Option<AnnouncementId>,
    /// The letter that it sends once more.
    pub copy_of: Option<LetterId>,
    pub locale: Locale,
    pub subject: String,
    /// The address of the page that stops such letters.
    pub unsubscribe: Option<String>,
    /// Whether its body holds a secret, blanked once it is sent.
    pub secret: bool,
    pub created_at: Moment,
    pub due_at: Moment,
    pub attempts: i32,
    /// How often it was not known whether the letter had arrived.
    pub unknowns: i32,
    pub lease_until: Moment,
    pub lease_holder: String,
    pub sent_at: Option<Moment>,
    /// When a server was last asked to take it.
    pub tried_at: Option<Moment>,
    /// What the server answered last.
    pub answer: String,
    /// The values of its words, so that another text can be looked at with them; none where they are secret, or long.
    #[sea_orm(column_type = "JsonBinary", nullable)]
    pub args: Option<Json>,
    /// When it came back.
    pub bounced_at: Option<Moment>,
    /// What was said then.
    pub bounce: String,
}

impl ActiveModelBehavior for ActiveModel {}
