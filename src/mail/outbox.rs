//! Where letters are posted: within an act, so that what happened and the letters about it are committed together.

use super::{Letter, LetterState, render::render, store};
use crate::{
    act::Act,
    clock::Moment,
    entity::letter,
    error::{Error, Result},
    ids::{AnnouncementId, LetterId, ProposalId, UserId},
};

/// Posts a letter, written out in its recipient's language. Posting it again changes nothing.
pub async fn post(act: &Act, letter: Letter) -> Result<()> {
    write(act, letter, None, act.at).await
}

/// The same for a letter that leaves no earlier than an instant to come: until then it can be taken back.
pub async fn post_at(act: &Act, letter: Letter, due_at: Moment) -> Result<()> {
    write(act, letter, None, due_at).await
}

/// The same for one of the letters of an announcement.
pub(super) async fn post_one_of(act: &Act, announcement: AnnouncementId, letter: Letter) -> Result<()> {
    write(act, letter, Some(announcement), act.at).await
}

async fn write(act: &Act, letter: Letter, announcement: Option<AnnouncementId>, due_at: Moment) -> Result<()> {
    if letter.event.is_empty() || letter.event.contains(' ') {
        return Err(Error::internal("a letter's event must be one word"));
    }
    let written = render(&act.app.config, &letter)?;
    let row = letter::Model {
        id: act.id(),
        unique_key: unique_key(&letter, 0),
        kind: letter.kind.to_owned(),
        class: letter.class,
        state: LetterState::Queued,
        domain: letter.to.email.domain().to_owned(),
        recipient: letter.to.email,
        recipient_name: letter.to.name,
        user_id: letter.to.user,
        proposal_id: letter.proposal,
        announcement_id: announcement,
        locale: letter.to.locale,
        subject: written.subject,
        body_text: written.text,
        body_html: written.html,
        unsubscribe: letter.unsubscribe,
        secret: letter.secret,
        created_at: act.at,
        due_at,
        attempts: 0,
        unknowns: 0,
        lease_until: act.at,
        lease_holder: String::new(),
        sent_at: None,
        answer: String::new(),
        bounced_at: None,
        bounce: String::new(),
    };
    store::insert(act, row).await
}

/// Takes back the letters about a proposal to somebody who must not hear of it any more, as far as they have not left.
pub async fn take_back(act: &Act, proposal: ProposalId, person: UserId) -> Result<()> {
    store::cancel(act, proposal, person).await
}

/// Takes back all letters about one event of a proposal. False if one of them has left, or may have: then the act must not be.
pub async fn take_back_of(act: &Act, proposal: ProposalId, event: &str) -> Result<bool> {
    store::cancel_of(act, proposal, event).await
}

/// Sends a letter that failed, or whose outcome nobody knows, again: a person's decision. Refused when it stands elsewhere by
/// now, or when its body held a secret and is no more.
pub async fn send_again(act: &Act, id: LetterId) -> Result<()> {
    if !store::requeue(act, id).await? {
        return Err(Error::Refused("mail-not-sent-again"));
    }
    act.event("letter.sent_again", format!("letter:{id}"), ()).await?;
    Ok(())
}

/// Event, recipient, kind and resend number: what makes a letter the same letter.
fn unique_key(letter: &Letter, resend: u32) -> String {
    format!("{} {} {} {resend}", letter.event, letter.to.email, letter.kind)
}
