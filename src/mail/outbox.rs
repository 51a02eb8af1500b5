//! Where letters are posted: within an act, so that what happened and the letters about it are committed together.

use std::collections::HashSet;

use tokio::task::yield_now;

use super::{
    Digest, Email, Letter, LetterState,
    ahead::{Ahead, Written},
    digests,
    letter::Gather,
    notices,
    render::{Told, link, worded},
    specimens,
    state::may_be_copied,
    store,
};
use crate::{
    act::Act,
    clock::Moment,
    entity::{gathered, letter, letter_body},
    error::{Error, Result},
    ids::{AnnouncementId, LetterId, ProposalId, UserId},
};

/// Posts a letter, written out in its recipient's language. Posting it again changes nothing.
pub async fn post(act: &Act, letter: Letter) -> Result<()> {
    post_at(act, letter, act.at).await
}

/// The same for a letter that leaves no earlier than an instant to come: until then it can be taken back.
pub async fn post_at(act: &Act, letter: Letter, due_at: Moment) -> Result<()> {
    // Boxed: many acts post letters, and none should carry all that writing one takes.
    Box::pin(write(act, letter, &[], (None, due_at))).await
}

/// So many letters are made ready while those before them are stored.
const AT_ONCE: usize = 15;

/// The same for letters of an announcement, all at once: the database stores some while the next ones are made ready.
pub(super) async fn post_all_of(
    act: &Act,
    announcement: AnnouncementId,
    mut letters: Vec<Letter>,
    mut ahead: Ahead,
) -> Result<()> {
    // They say the same: one of each language is example enough.
    let mut languages = HashSet::new();
    let mut written = Vec::new();
    while !letters.is_empty() {
        let rest = letters.split_off(letters.len().min(AT_ONCE));
        let some = std::mem::replace(&mut letters, rest);
        let store = keep(act, std::mem::take(&mut written));
        let write = async {
            let mut entries = Vec::new();
            for letter in some {
                entries.extend(entry(act, letter, (&[], &mut ahead), (Some(announcement), act.at)).await?);
                // Whatever the database has done meanwhile, it gets its next statement now.
                yield_now().await;
            }
            Ok(entries)
        };
        // Storing is asked first, so that it is under way.
        ((), written) = futures::try_join!(store, write)?;
        for entry in &mut written {
            if let Entry::Letter(row, _) = entry
                && !languages.insert(row.locale)
            {
                row.args = None;
            }
        }
    }
    keep(act, written).await
}

/// The same for a letter that tells of several things below its own words.
pub(super) async fn post_telling(act: &Act, letter: Letter, told: Vec<Told>) -> Result<()> {
    Box::pin(write(act, letter, &told, (None, act.at))).await
}

async fn write(act: &Act, letter: Letter, told: &[Told], of: (Option<AnnouncementId>, Moment)) -> Result<()> {
    keep(act, entry(act, letter, (told, &mut Ahead::default()), of).await?.into_iter().collect()).await
}

/// What posting a letter adds.
enum Entry {
    Letter(letter::Model, letter_body::Model),
    /// What it says, until that is told together with others.
    Gathered(gathered::Model),
}

/// A letter written out as its reader wants to have it, unless that was done ahead; none if they want none at all.
async fn entry(
    act: &Act,
    letter: Letter,
    (told, ahead): (&[Told], &mut Ahead),
    (announcement, due_at): (Option<AnnouncementId>, Moment),
) -> Result<Option<Entry>> {
    if letter.event.is_empty() || letter.event.contains(' ') {
        return Err(Error::internal("a letter's event must be one word"));
    }
    let Some(letter) = notices::as_wanted(act, letter, due_at).await? else { return Ok(None) };
    if let Some(with) = letter.gather {
        return Ok(Some(Entry::Gathered(to_gather(act, letter, with).await?)));
    }
    let texts = act.letter_texts().await?;
    let written = match ahead.take(&letter, texts) {
        Some(written) => written,
        None => Written::of(&act.app.config, texts, &letter, told)?,
    };
    let id = act.id();
    let body = letter_body::Model { letter_id: id, body_text: written.text, body_html: written.html };
    let row = letter::Model {
        id,
        unique_key: unique_key(&letter, 0),
        kind: letter.kind.to_owned(),
        args: specimens::kept(&letter, !told.is_empty()),
        class: letter.class,
        state: LetterState::Queued,
        domain: letter.to.email.domain().to_owned(),
        recipient: letter.to.email,
        recipient_name: letter.to.name,
        user_id: letter.to.user,
        proposal_id: letter.proposal,
        announcement_id: announcement,
        copy_of: None,
        locale: letter.to.locale,
        subject: written.subject,
        unsubscribe: letter.unsubscribe,
        secret: letter.secret,
        created_at: act.at,
        due_at,
        attempts: 0,
        unknowns: 0,
        lease_until: act.at,
        lease_holder: String::new(),
        sent_at: None,
        tried_at: None,
        answer: String::new(),
        bounced_at: None,
        bounce: String::new(),
    };
    Ok(Some(Entry::Letter(row, body)))
}

async fn to_gather(act: &Act, letter: Letter, with: Gather) -> Result<gathered::Model> {
    let (subject, body) = worded(&act.app.config, act.letter_texts().await?, &letter)?;
    let link = letter.action.as_ref().map(|button| link(letter.to.locale, button)).transpose()?;
    let (button, link) = link.map(|link| (link.label, link.link)).unzip();
    let asked_for = letter.because.as_ref().map(|because| because.asked_for.join("\n")).unwrap_or_default();
    let (why, manage) = letter.because.clone().map(|because| (because.why, because.manage)).unzip();
    Ok(gathered::Model {
        id: act.id(),
        unique_key: unique_key(&letter, 0),
        digest: with.digest,
        recipient: letter.to.email,
        recipient_name: letter.to.name,
        user_id: letter.to.user,
        proposal_id: letter.proposal,
        locale: letter.to.locale,
        subject,
        body,
        button,
        link,
        unsubscribe: letter.unsubscribe,
        why,
        manage,
        asked_for,
        created_at: act.at,
        due_at: with.due_at,
    })
}

async fn keep(act: &Act, entries: Vec<Entry>) -> Result<()> {
    let (mut letters, mut gathered) = (Vec::new(), Vec::new());
    for entry in entries {
        match entry {
            Entry::Letter(row, body) => letters.push((row, body)),
            Entry::Gathered(row) => gathered.push(row),
        }
    }
    store::insert(act, letters).await?;
    store::gathered::insert(act, gathered).await
}

/// Sends nothing more of what somebody asked to stop, neither what waits in the outbox nor what was gathered.
pub async fn stop_announcements(act: &Act, recipient: &Email) -> Result<()> {
    // In this order, as digests are written: one that is being written is waited for, and then found.
    store::gathered::forget(act, Digest::Announcements, recipient).await?;
    store::cancel_announcements(act, recipient).await
}

/// The same of what is about one proposal.
pub async fn stop_announcements_about(act: &Act, recipient: &Email, proposal: ProposalId) -> Result<()> {
    silence(act, Some(recipient), proposal).await
}

/// The same for everybody, of a proposal that is public no more; its announcements have ended.
pub async fn stop_all_about(act: &Act, proposal: ProposalId) -> Result<()> {
    silence(act, None, proposal).await
}

async fn silence(act: &Act, recipient: Option<&Email>, proposal: ProposalId) -> Result<()> {
    store::gathered::forget_of(act, Digest::Announcements, recipient, proposal).await?;
    store::cancel_announcements_about(act, recipient, proposal).await
}

/// The same of an announcement that has ended and is about no proposal.
pub async fn stop_announced(act: &Act, id: AnnouncementId) -> Result<()> {
    store::gathered::forget_event(act, None, &id.to_string()).await?;
    store::cancel_of_none(act, &id.to_string()).await
}

/// Tells what was gathered for somebody at another time.
pub async fn tell_gathered(act: &Act, digest: Digest, recipient: &Email, due_at: Moment) -> Result<()> {
    store::gathered::move_to(act, digest, recipient, due_at).await
}

/// Takes back the letters about a proposal to somebody who must not hear of it any more, as far as they have not left.
pub async fn take_back(act: &Act, proposal: ProposalId, person: UserId) -> Result<()> {
    store::gathered::forget_about(act, proposal, person).await?;
    store::cancel(act, proposal, person).await
}

/// Takes back all letters about one event of a proposal. False if one of them has left, or may have: then the act must not be.
pub async fn take_back_of(act: &Act, proposal: ProposalId, event: &str) -> Result<bool> {
    store::gathered::forget_event(act, Some(proposal), event).await?;
    store::cancel_of(act, proposal, event).await
}

/// The same of an announcement that has ended. What readers of digests were told is not known by event: if one was written since, it may
/// have been that.
pub async fn take_back_announced(act: &Act, proposal: ProposalId, id: AnnouncementId, since: Moment) -> Result<bool> {
    let stopped = take_back_of(act, proposal, &id.to_string()).await?;
    Ok(stopped && store::last_of(act, digests::OF_ANNOUNCEMENTS).await?.is_none_or(|last| last < since))
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

/// Cancels a letter that waits: a person's decision, which changes nothing the second time. A conflict if a worker holds it, or if
/// it has left.
pub async fn cancel(act: &Act, id: LetterId) -> Result<()> {
    let letter = store::kept::letter(act, id).await?.ok_or(Error::NotFound)?;
    // Nobody needs its secret any more. A demonstration shows its letters.
    let blank = letter.secret && !act.app.config.demo;
    if !store::kept::cancel(act, id, blank).await? {
        let stands = store::kept::letter(act, id).await?.map(|letter| letter.state);
        return if stands == Some(LetterState::Cancelled) { Ok(()) } else { Err(Error::Conflict) };
    }
    act.event("letter.cancelled", format!("letter:{id}"), ()).await?;
    Ok(())
}

/// Sends a letter that was sent, or cancelled, once more: a person's decision. The copy is a letter of its own, which arrives
/// beside the first. `seen` is how many copies there were when that was decided, so that whoever presses twice sends one.
pub async fn send_copy(act: &Act, id: LetterId, seen: u64) -> Result<LetterId> {
    let letter = store::kept::letter(act, id).await?.ok_or(Error::NotFound)?;
    if !may_be_copied(letter.state) {
        return Err(Error::Refused("mail-not-copied"));
    }
    let body = store::body(act.tx(), id).await?.filter(|body| !body.body_text.is_empty());
    let Some(body) = body else { return Err(Error::Refused("mail-not-copied-deleted")) };
    let original = letter.copy_of.unwrap_or(letter.id);
    let resend = store::kept::count_copies(act, original).await?.min(seen) + 1;
    let what = letter.unique_key.rsplit_once(' ').map_or("", |(what, _)| what);
    let copy = letter::Model {
        id: act.id(),
        unique_key: format!("{what} {resend}"),
        state: LetterState::Queued,
        // What an announcement has reached is told by its own letters.
        announcement_id: None,
        copy_of: Some(original),
        created_at: act.at,
        due_at: act.at,
        attempts: 0,
        unknowns: 0,
        lease_until: act.at,
        lease_holder: String::new(),
        sent_at: None,
        tried_at: None,
        answer: String::new(),
        bounced_at: None,
        bounce: String::new(),
        ..letter
    };
    let new = copy.id;
    let there = store::kept::insert_copy(act, copy, letter_body::Model { letter_id: new, ..body }).await?;
    if there == new {
        act.event("letter.copied", format!("letter:{id}"), serde_json::json!({ "copy": new })).await?;
    }
    Ok(there)
}

/// Event, recipient, kind and resend number: what makes a letter the same letter. [`send_copy`] counts the number on.
fn unique_key(letter: &Letter, resend: u32) -> String {
    format!("{} {} {} {resend}", letter.event, letter.to.email, letter.kind)
}
