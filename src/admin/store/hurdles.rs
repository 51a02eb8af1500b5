//! What stands against sending a letter once more.

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use crate::{
    admin::rules::Copied,
    entity::{audit_event, letter},
    error::Result,
    ids::LetterId,
    mail::{LetterClass, LetterState},
    partners, proposals,
};

/// What is known of a letter that somebody wants to send once more: whether it has a text, and whether nothing arrives at its address,
/// knows who reads its mail.
pub async fn of(
    db: &impl ConnectionTrait,
    letter: &letter::Model,
    has_text: bool,
    nothing_arrives: bool,
) -> Result<Copied> {
    let to_many = letter.class == LetterClass::Announcement;
    let is_cancelled = letter.state == LetterState::Cancelled;
    Ok(Copied {
        state: letter.state,
        has_text,
        nothing_arrives: to_many && nothing_arrives,
        is_stopped: to_many && partners::has_stopped(db, &letter.recipient, letter.proposal_id).await?,
        is_closed: is_closed(db, letter).await?,
        is_taken_back: is_cancelled && !was_cancelled_by_hand(db, letter.id).await?,
    })
}

/// Whether its reader has an interest in what it is about.
async fn is_closed(db: &impl ConnectionTrait, letter: &letter::Model) -> Result<bool> {
    match (letter.proposal_id, letter.user_id) {
        (Some(proposal), Some(reader)) => proposals::rulings::has_interest(db, proposal, reader).await,
        _ => Ok(false),
    }
}

/// Whether a person cancelled it, and not the service.
async fn was_cancelled_by_hand(db: &impl ConnectionTrait, letter: LetterId) -> Result<bool> {
    let by_hand = audit_event::Entity::find()
        .filter(audit_event::Column::Subject.eq(format!("letter:{letter}")))
        .filter(audit_event::Column::Action.eq("letter.cancelled"));
    Ok(by_hand.one(db).await?.is_some())
}
