//! What visitors write to the secretariat: proven by work, or by whoever reads the mail of the address that was typed. A message,
//! its audit event and its letters are one act.

use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::{
    accounts::{
        Actor,
        actions::{count_written, may_ask_to_confirm},
    },
    act::Act,
    app::App,
    clock::Moment,
    entity::{contact_message, user},
    error::{Error, Result},
    ids::{ContactMessageId, digest},
    mail::{Email, Recipient, outbox},
    partners::{
        contact::{FORGOTTEN_AFTER, KEPT_AFTER_ANSWER, MessageState},
        letters::contact::{self as letters, Told},
        proof::{Challenge, Key, Refusal, Solved, solved as read_proof},
        store::{
            contact::{self, NewMessage},
            offers,
        },
    },
    proposals::people::{self, Circle},
    sealed,
    words::Locale,
};

const PURPOSE: &str = "contact";

#[derive(Serialize, Deserialize)]
struct Proof {
    email: Email,
}

/// The proof that whoever has it reads the mail of an address: it stands in the link of the letter that asks to confirm.
pub fn proof(app: &App, email: &Email) -> Result<String> {
    sealed::seal(app, PURPOSE, &Proof { email: email.clone() })
}

/// The address whose mail somebody reads, as a link proves.
pub fn proven(app: &App, token: &str) -> Result<Email> {
    let proof: Proof = sealed::open(app, PURPOSE, token).ok_or(Error::NotFound)?;
    Ok(proof.email)
}

/// A challenge for whoever opens the form.
pub fn challenge(app: &App, at: Moment) -> Challenge {
    Challenge::new(&key(app), app.ids.nonce(), at)
}

/// What a proof of work solves, if it holds.
pub fn solved(app: &App, proof: &str, at: Moment) -> Result<Solved, Refusal> {
    read_proof(&key(app), proof, at)
}

fn key(app: &App) -> Key {
    Key::of(sealed::mac(app.config.secret.as_deref().unwrap_or_default(), "proof of work"))
}

/// What became of a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It is sent on, or was before: somebody has pressed twice.
    Sent,
    /// It waits until whoever reads the mail of its address confirms it.
    Waits,
    /// Its proof of work has brought another one: the act must not be.
    Spent,
}

/// Somebody has written. With a proof of work the message is sent on; without one it waits, and its address is asked to confirm it,
/// unless it was asked within the hour. Whether it was asked now is told to nobody.
pub async fn write(act: &Act, message: NewMessage, work: Option<&Solved>, address: &str) -> Result<Outcome> {
    count_written(act, address).await?;
    let Some(solved) = work else {
        let row = match contact::waiting_same(act, &message).await? {
            Some(row) => row,
            None => contact::insert(act, message, MessageState::Waiting).await?,
        };
        ask(act, &row).await?;
        return Ok(Outcome::Waits);
    };
    let on = digest(&format!("{}\n{}\n{}", message.email, message.about.code(), message.body));
    match contact::spend(act, solved, &on).await? {
        None => {
            let row = contact::insert(act, message, MessageState::Open).await?;
            send_on(act, &row, Way::Work).await?;
            Ok(Outcome::Sent)
        }
        Some(before) if before == on => Ok(Outcome::Sent),
        Some(_) => Ok(Outcome::Spent),
    }
}

async fn ask(act: &Act, row: &contact_message::Model) -> Result<()> {
    if !may_ask_to_confirm(act, row.email.as_str()).await? {
        return Ok(());
    }
    let event = act.event("contact.asked", about(row), ()).await?;
    let proof = proof(&act.app, &row.email)?;
    outbox::post(act, letters::confirm(&act.app.config, row, &proof, event.to_string())).await
}

/// By what it is known that a message is none of many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    Work,
    Mail,
}

/// Sends a message on: to those of the secretariat who have no interest in what it is about, and to the people of the organisation
/// that leads the Initiative. The writer gets a copy only where the address is proven: else it could be anybody's.
async fn send_on(act: &Act, row: &contact_message::Model, way: Way) -> Result<()> {
    let proven_by = match way {
        Way::Work => "work",
        Way::Mail => "mail",
    };
    let event = act.event("contact.sent", about(row), json!({ "proven_by": proven_by })).await?.to_string();
    let (house, initiative) = match row.proposal_id {
        Some(id) => (people::secretariat(act.tx(), id).await?, offers::told_of(act.tx(), id).await?),
        None => (people::whole_secretariat(act.tx()).await?, None),
    };
    let title = |reader: Locale| initiative.as_ref().map_or("", |initiative| initiative.title(reader));
    let told = Told { row, title: initiative.as_ref().map(|_| &title as _), event: &event };
    for person in house {
        outbox::post(act, letters::message(&act.app.config, &told, recipient(person), true)).await?;
    }
    if let Some(offers::Told { proposal, .. }) = &initiative {
        for person in people::circle(act.tx(), proposal, Circle::Officials).await? {
            outbox::post(act, letters::message(&act.app.config, &told, recipient(person), false)).await?;
        }
    }
    if way == Way::Mail {
        // What is public no more by now is not told to somebody from outside.
        let is_public = initiative.as_ref().is_some_and(|initiative| initiative.proposal.state.is_public());
        let title = told.title.filter(|_| is_public);
        outbox::post(act, letters::received(&act.app.config, &Told { title, ..told })).await?;
    }
    Ok(())
}

fn recipient(person: user::Model) -> Recipient {
    Recipient { email: person.email, name: person.name, user: Some(person.id), locale: person.locale }
}

/// Whoever reads the mail of an address says that a message in its name is theirs. Saying so twice sends it once.
pub async fn confirm(act: &Act, email: &Email, id: ContactMessageId) -> Result<()> {
    // It was refused in another window, or has waited for too long.
    let row = contact::locked(act, id, email).await?.ok_or(Error::Conflict)?;
    if row.state != MessageState::Waiting {
        return Ok(());
    }
    let row = contact::arrived(act, &row).await?;
    send_on(act, &row, Way::Mail).await
}

/// Whoever reads the mail of an address says that a message in its name is not theirs.
pub async fn refuse(act: &Act, email: &Email, id: ContactMessageId) -> Result<()> {
    let Some(row) = contact::locked(act, id, email).await? else { return Ok(()) };
    if row.state != MessageState::Waiting {
        return Err(Error::Conflict);
    }
    contact::delete(act, row.id).await?;
    act.event("contact.refused", about(&row), ()).await?;
    Ok(())
}

/// Somebody of the house notes that a message was answered, or is to be answered after all.
pub async fn answer(act: &Act, reader: &Actor, id: ContactMessageId, seen: i32, answered: bool) -> Result<()> {
    let row = contact::locked_as_seen(act, reader, id, seen).await?;
    if answered == (row.state == MessageState::Answered) {
        return Ok(());
    }
    contact::answered(act, &row, answered.then_some(reader.id)).await?;
    if answered {
        act.event("contact.answered", about(&row), ()).await?;
    } else {
        act.event("contact.reopened", about(&row), ()).await?;
    }
    Ok(())
}

/// Forgets what nobody confirmed, what was answered long ago, and challenges that are over. For the worker.
pub async fn forget(app: &App) -> Result<()> {
    let act = app.begin_as("worker").await?;
    contact::forget(&act, act.at - FORGOTTEN_AFTER, act.at - KEPT_AFTER_ANSWER).await?;
    act.commit_unheard().await
}

/// What it is about, for the audit trail.
fn about(row: &contact_message::Model) -> String {
    format!("contact:{}", row.id)
}
