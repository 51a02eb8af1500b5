//! Who is told of a message, and of what in it. What is said within the house stays within the service: letters tell that something
//! was said, and lead to it. What goes between the house and an applicant is told with its text.

use std::collections::BTreeSet;

use crate::{
    accounts::{Actor, Role},
    act::Act,
    clock::{Moment, Zone},
    entity::{thread, user},
    error::Result,
    ids::{MessageId, UserId},
    mail::{Button, Letter, Recipient, outbox},
    proposals::{
        actions::telling::{about, reader},
        letters::{News, Reader, discussion, letter},
        rules::Audience,
        store::{
            Case,
            hearers::{self, Hearer},
            messages, people,
        },
    },
    words::Locale,
};

/// What was said, and what is needed to tell of it.
pub(super) struct Heard<'a> {
    pub case: &'a Case,
    pub thread: &'a thread::Model,
    pub message: MessageId,
    pub body: &'a str,
    pub by_applicant: bool,
    /// Before this no letter leaves.
    pub goes_at: Moment,
    /// Everybody of the house who may read it.
    pub hearers: &'a [Hearer],
    /// Whom it names.
    pub named: &'a BTreeSet<UserId>,
}

/// The event of a message's letters.
pub(super) fn event_of(message: MessageId) -> String {
    format!("comment:{message}")
}

/// Tells those who are named, those who follow, and the other side: of the house one mailbox rather than everybody.
pub(super) async fn tell(act: &Act, actor: &Actor, heard: &Heard<'_>) -> Result<()> {
    let followers = messages::followers(act.tx(), heard.thread.id).await?;
    for hearer in heard.hearers.iter().filter(|hearer| hearer.person.id != actor.id) {
        let id = hearer.person.id;
        let news = match (heard.named.contains(&id), followers.contains(&id)) {
            (true, _) => News::Mentioned { author: known_to(heard, hearer, actor) },
            (false, true) if heard.by_applicant => said(heard, actor),
            (false, true) => News::Discussed { author: known_to(heard, hearer, actor) },
            (false, false) => continue,
        };
        post(act, heard, &news, &reader(hearer.person.clone(), true)).await?;
    }
    match (heard.thread.audience, heard.by_applicant) {
        (Audience::Applicant, true) => tell_house(act, actor, heard, &followers).await,
        (Audience::Applicant, false) => tell_applicant(act, actor, heard).await,
        (Audience::Internal | Audience::Reviewers, _) => Ok(()),
    }
}

/// Tells those who are named only since a message was changed.
pub(super) async fn tell_named(act: &Act, actor: &Actor, heard: &Heard<'_>) -> Result<()> {
    for hearer in heard.hearers.iter().filter(|hearer| heard.named.contains(&hearer.person.id)) {
        let news = News::Mentioned { author: known_to(heard, hearer, actor) };
        post(act, heard, &news, &reader(hearer.person.clone(), true)).await?;
    }
    Ok(())
}

/// The author's name, for those who may know it.
fn known_to(heard: &Heard<'_>, hearer: &Hearer, actor: &Actor) -> Option<String> {
    let knows = hearer.of_secretariat || heard.case.standing.facts.reviewing.names;
    knows.then(|| actor.name.clone())
}

fn said(heard: &Heard<'_>, actor: &Actor) -> News {
    News::Comment { author: actor.name.clone(), body: heard.body.to_owned() }
}

async fn tell_applicant(act: &Act, actor: &Actor, heard: &Heard<'_>) -> Result<()> {
    let officials = people::officials(act.tx(), heard.case.proposal.organisation_id, Role::ALL).await?;
    for person in officials.into_iter().filter(|person| person.id != actor.id) {
        post(act, heard, &said(heard, actor), &reader(person, false)).await?;
    }
    Ok(())
}

/// One notice to the mailbox of the secretariat. Without one, whoever follows the conversation has been told already; if nobody
/// does, all are, so that no message is left lying.
async fn tell_house(act: &Act, actor: &Actor, heard: &Heard<'_>, followers: &[UserId]) -> Result<()> {
    if let Some(mailbox) = Recipient::shared(&act.app.config) {
        if hearers::house_in_conflict(act.tx(), heard.case).await? {
            return outbox::post(act, discussion::waiting(&act.app.config, event_of(heard.message), mailbox)).await;
        }
        return post(act, heard, &said(heard, actor), &mailbox_reader(mailbox)).await;
    }
    let is_followed = heard.hearers.iter().any(|hearer| followers.contains(&hearer.person.id));
    for hearer in heard.hearers.iter().filter(|hearer| !is_followed && hearer.person.id != actor.id) {
        post(act, heard, &said(heard, actor), &reader(hearer.person.clone(), true)).await?;
    }
    Ok(())
}

fn mailbox_reader(mailbox: Recipient) -> Reader {
    Reader { id: None, email: mailbox.email, name: mailbox.name, locale: Locale::En, zone: Zone::UTC, of_house: true }
}

async fn post(act: &Act, heard: &Heard<'_>, news: &News, to: &Reader) -> Result<()> {
    let mut about = about(act, heard.case, &heard.case.proposal);
    about.event = event_of(heard.message);
    let below = if to.of_house { "/discussion" } else { "" };
    let link = format!("/proposals/{}{below}#thread-{}", heard.case.proposal.reference, heard.thread.id);
    let action = Some(Button { label_key: "mail-discussion-open", link: act.app.config.link(&link) });
    outbox::post_at(act, Letter { action, ..letter(&about, news, to) }, heard.goes_at).await
}

/// Whom a message is for, by id and name: whoever may be named in it.
pub(super) fn names(hearers: &[Hearer]) -> impl Iterator<Item = (UserId, &str)> + Clone {
    hearers.iter().map(|Hearer { person: user::Model { id, name, .. }, .. }| (*id, name.as_str()))
}
