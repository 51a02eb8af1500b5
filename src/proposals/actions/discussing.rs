//! Conversations about a proposal: beginning one, saying something in it, changing and taking back what one has said.

use std::collections::BTreeSet;

use serde_json::json;

use crate::{
    accounts::Actor,
    act::Act,
    clock::Moment,
    entity::{message, thread},
    error::{Error, FieldErrors, Result},
    ids::{AttachmentId, MessageId, Reference, ThreadId, UserId},
    mail::outbox,
    proposals::{
        actions::hearing::{Heard, event_of, names, tell, tell_named},
        discussion::{HOLD, can_be_edited, named, resolves},
        rules::Audience,
        store::{
            Case, attachments, case_to_change,
            hearers::{self, Hearer},
            messages, threads,
        },
    },
};

/// What somebody says.
#[derive(Default)]
pub struct Saying<'a> {
    pub body: &'a str,
    /// Who is told of it besides those whom the text names.
    pub notify: &'a [UserId],
    pub files: Vec<attachments::New>,
    /// The own message that was taken back, in whose place this one goes, and which of its files go along.
    pub instead: Option<MessageId>,
    pub kept: &'a [AttachmentId],
}

impl<'a> Saying<'a> {
    pub fn plain(body: &'a str) -> Self {
        Self { body, ..Self::default() }
    }
}

/// All files that come with the messages about one proposal and with its answers, in bytes.
const HEAVIEST: u64 = 1_500_000_000;

/// Begins a conversation with an audience, and says the first thing in it.
pub async fn begin(
    act: &Act,
    actor: &Actor,
    reference: &Reference,
    (audience, subject): (Audience, &str),
    saying: Saying<'_>,
) -> Result<ThreadId> {
    let case = case_to_change(act, actor, reference).await?;
    case.must(audience.writing())?;
    if audience == Audience::Applicant {
        names_no_reviewer(act, actor, &case, ("subject", subject)).await?;
    }
    let thread = messages::begin(act, case.proposal.id, audience, subject.trim()).await?;
    say(act, actor, &case, &thread, saying).await?;
    Ok(thread.id)
}

/// Says something in a conversation. One that was called done with is open again.
pub async fn reply(
    act: &Act,
    actor: &Actor,
    reference: &Reference,
    thread: ThreadId,
    saying: Saying<'_>,
) -> Result<MessageId> {
    let case = case_to_change(act, actor, reference).await?;
    let thread = threads::find(act.tx(), &case, actor.id, thread).await?;
    case.must(thread.audience.writing())?;
    say(act, actor, &case, &thread, saying).await
}

async fn say(act: &Act, actor: &Actor, case: &Case, thread: &thread::Model, saying: Saying<'_>) -> Result<MessageId> {
    let body = said(saying.body)?;
    let by_applicant = thread.audience == Audience::Applicant && case.standing.roles.official.is_some();
    if thread.audience == Audience::Applicant {
        names_no_reviewer(act, actor, case, ("body", body)).await?;
    }
    let is_held = thread.audience == Audience::Applicant && !by_applicant;
    let goes_at = if is_held { act.at + HOLD } else { act.at };
    let id = messages::say(act, thread.id, body, goes_at, by_applicant).await?;
    attach(act, case, id, saying.files).await?;
    if let Some(before) = saying.instead {
        messages::move_files(act, before, id, saying.kept).await?;
        if !messages::discard(act, thread.id, before).await? {
            return Err(Error::Conflict);
        }
    }
    messages::resolve(act, thread.id, false).await?;
    messages::follow(act, thread.id, actor.id, true).await?;
    // Whoever may write there before they may read the others has not been shown what those said.
    if case.may(thread.audience.reading()).is_yes() {
        messages::read(act.tx(), actor.id, [(thread.id, act.at)]).await?;
    }
    let hearers = hearers::of(act.tx(), case, thread.audience).await?;
    let mut told = whom(actor, case, &hearers, by_applicant, body);
    told.extend(asked_for(actor, case, &hearers, saying.notify)?);
    messages::name(act, id, told.iter().copied()).await?;
    for person in &told {
        messages::follow(act, thread.id, *person, true).await?;
    }
    let heard = Heard { case, thread, message: id, body, by_applicant, goes_at, hearers: &hearers, named: &told };
    tell(act, actor, &heard).await?;
    let data = json!({ "comment": id, "thread": thread.id, "audience": thread.audience });
    act.event("proposal.comment", format!("proposal:{}", case.proposal.id), data).await?;
    Ok(id)
}

/// An applicant must not learn from a name who reviews the proposal, or did: in a text that was begun for another audience, say.
async fn names_no_reviewer(act: &Act, actor: &Actor, case: &Case, (field, text): (&str, &str)) -> Result<()> {
    if !case.standing.roles.secretariat {
        return Ok(());
    }
    let reviewers = hearers::ever_judging(act.tx(), case.proposal.id).await?;
    if named(text, reviewers.iter().map(|name| ((), name.as_str()))).is_empty() {
        return Ok(());
    }
    Err(Error::Invalid(FieldErrors::one(field, actor.locale.t("discussion-no-reviewer-named"))))
}

/// Whom the text names, of those whom its author may name.
fn whom(actor: &Actor, case: &Case, hearers: &[Hearer], by_applicant: bool, body: &str) -> BTreeSet<UserId> {
    if by_applicant {
        return BTreeSet::new();
    }
    let mut found = named(body, names(&hearers::nameable(case, hearers)));
    found.remove(&actor.id);
    found
}

/// Those who were chosen to be told. Whoever may not read it is never told, and its author hears that they are not.
fn asked_for(actor: &Actor, case: &Case, hearers: &[Hearer], chosen: &[UserId]) -> Result<BTreeSet<UserId>> {
    let may_be = hearers::nameable(case, hearers);
    let reads = |id: &&UserId| may_be.iter().any(|hearer| hearer.person.id == **id);
    if case.standing.roles.official.is_some() && !chosen.is_empty() || !chosen.iter().all(|id| reads(&id)) {
        let message = actor.locale.t("discussion-no-reader");
        return Err(Error::Invalid(FieldErrors::one("notify", message)));
    }
    Ok(chosen.iter().copied().filter(|id| *id != actor.id).collect())
}

async fn attach(act: &Act, case: &Case, message: MessageId, files: Vec<attachments::New>) -> Result<()> {
    let new: u64 = files.iter().map(|file| file.size).sum();
    if new > 0 && attachments::weight(act, case.proposal.id).await? + new > HEAVIEST {
        return Err(Error::Refused("files-proposal-full"));
    }
    for file in files {
        attachments::add_to(act, case.proposal.id, message, file).await?;
    }
    Ok(())
}

/// Writes one's own message anew, over the version that was seen. What was said to an applicant, or by one, stays as it went.
pub async fn edit(
    act: &Act,
    actor: &Actor,
    reference: &Reference,
    message: MessageId,
    (seen, body): (i32, &str),
) -> Result<ThreadId> {
    let (case, thread, row) = own(act, actor, reference, message).await?;
    case.must(thread.audience.writing())?;
    if !can_be_edited(thread.audience) {
        return Err(Error::Refused("discussion-no-edit"));
    }
    let body = said(body)?;
    messages::edit(act, &row, seen, body).await?;
    let hearers = hearers::of(act.tx(), &case, thread.audience).await?;
    let before: BTreeSet<UserId> = messages::named(act.tx(), row.id).await?.into_iter().collect();
    let added: BTreeSet<UserId> =
        whom(actor, &case, &hearers, false, body).into_iter().filter(|id| !before.contains(id)).collect();
    messages::name(act, row.id, added.iter().copied()).await?;
    for person in &added {
        messages::follow(act, thread.id, *person, true).await?;
    }
    let heard = Heard {
        case: &case,
        thread: &thread,
        message: row.id,
        body,
        by_applicant: false,
        goes_at: act.at,
        hearers: &hearers,
        named: &added,
    };
    tell_named(act, actor, &heard).await?;
    let data = json!({ "comment": row.id, "version": seen + 1 });
    act.event("proposal.comment_edited", format!("proposal:{}", case.proposal.id), data).await?;
    Ok(thread.id)
}

/// Takes back what has not gone to the applicant yet, with all letters about it: both or neither.
pub async fn take_back(act: &Act, actor: &Actor, reference: &Reference, message: MessageId) -> Result<ThreadId> {
    let (case, thread, row) = own(act, actor, reference, message).await?;
    if row.taken_back {
        return Ok(thread.id);
    }
    let taken = messages::take_back(act, row.id).await?;
    if !taken || !outbox::take_back_of(act, case.proposal.id, &event_of(row.id)).await? {
        return Err(Error::Refused("discussion-no-undo"));
    }
    let data = json!({ "comment": row.id });
    act.event("proposal.comment_taken_back", format!("proposal:{}", case.proposal.id), data).await?;
    Ok(thread.id)
}

/// Throws away what was taken back.
pub async fn discard(act: &Act, actor: &Actor, reference: &Reference, message: MessageId) -> Result<()> {
    let (_, thread, row) = own(act, actor, reference, message).await?;
    if messages::discard(act, thread.id, row.id).await? { Ok(()) } else { Err(Error::NotFound) }
}

/// Calls a conversation done with, or opens it again.
pub async fn resolve(act: &Act, actor: &Actor, reference: &Reference, thread: ThreadId, done: bool) -> Result<()> {
    let case = case_to_change(act, actor, reference).await?;
    let thread = threads::find(act.tx(), &case, actor.id, thread).await?;
    if !resolves(&case.standing, thread.audience) {
        return Err(Error::NotFound);
    }
    if messages::resolve(act, thread.id, done).await? {
        let what = if done { "proposal.thread_resolved" } else { "proposal.thread_reopened" };
        let data = json!({ "thread": thread.id });
        act.event(what, format!("proposal:{}", case.proposal.id), data).await?;
    }
    Ok(())
}

/// Somebody of the house wants to be told of what is said in a conversation, or no more. As reading, it is no event of the trail.
pub async fn follow(act: &Act, actor: &Actor, reference: &Reference, thread: ThreadId, follows: bool) -> Result<()> {
    let case = case_to_change(act, actor, reference).await?;
    let thread = threads::find(act.tx(), &case, actor.id, thread).await?;
    messages::follow(act, thread.id, actor.id, follows).await
}

/// Says that one has yet to read the last message of others in a conversation.
pub async fn mark_unread(act: &Act, actor: &Actor, reference: &Reference, thread: ThreadId) -> Result<()> {
    let case = case_to_change(act, actor, reference).await?;
    let all = threads::all(act.tx(), &case, actor.id).await?;
    let found = all.iter().find(|found| found.thread.id == thread).ok_or(Error::NotFound)?;
    let last = found.messages.iter().rfind(|said| said.row.author_id != actor.id).ok_or(Error::NotFound)?;
    let before = Moment::from_millis(last.row.goes_at.millis() - 1);
    messages::read(act.tx(), actor.id, [(thread, before)]).await
}

/// One's own message, in a proposal that nobody else changes meanwhile.
async fn own(
    act: &Act,
    actor: &Actor,
    reference: &Reference,
    message: MessageId,
) -> Result<(Case, thread::Model, message::Model)> {
    let case = case_to_change(act, actor, reference).await?;
    let (thread, row) = threads::message(act.tx(), &case, actor.id, message).await?;
    if row.author_id == actor.id { Ok((case, thread, row)) } else { Err(Error::NotFound) }
}

fn said(body: &str) -> Result<&str> {
    let body = body.trim();
    if body.is_empty() { Err(Error::Refused("proposals-no-comment")) } else { Ok(body) }
}
