//! Reminding those who write, and those who are invited to, of what is to be done by an instant: a chore of the worker. However
//! often it is done, and by however many processes, nobody is reminded twice of the same.

use std::collections::{BTreeMap, BTreeSet};

use uuid::Uuid;

use crate::{
    accounts::actions::way_in,
    act::Act,
    app::App,
    config::Config,
    error::Result,
    mail::{Button, Letter, Wordings, outbox, reminded, reminders::Reminder},
    proposals::{
        actions::telling::reader,
        letters::{About, News, letter},
        store::{
            co_editors, people,
            reminders::{Due, Held, Only, held, hold, of_writers},
        },
    },
};

/// Of how many things is reminded in one act.
const BATCH: usize = 50;

/// Posts all reminders that are due.
pub async fn remind(app: &App) -> Result<()> {
    // Looked for before an act is begun, which on SQLite only one can do at a time.
    let due = of_writers(app.db.read(), Only::All, app.now()).await?;
    for some in due.chunks(BATCH) {
        Box::pin(batch(app, some)).await?;
    }
    Ok(())
}

async fn batch(app: &App, found: &[Due]) -> Result<()> {
    let act = app.begin_as("worker").await?;
    hold(&act, found).await?;
    let subjects: Vec<Uuid> = found.iter().map(|one| one.subject).collect();
    let due = new_of(&act, of_writers(act.tx(), Only::These(&subjects), act.at).await?).await?;
    if due.is_empty() {
        return Ok(());
    }
    let proposals = held(&act, &due).await?;
    for one in due {
        let Some(held) = proposals.get(&one.proposal) else { continue };
        if one.of == Reminder::Invitation {
            remind_invited(&act, held, one).await?;
        } else {
            remind_writers(&act, held, one).await?;
        }
    }
    act.commit().await
}

/// Notes what is reminded of now; what was noted meanwhile is left out.
pub async fn new_of(act: &Act, due: Vec<Due>) -> Result<Vec<Due>> {
    let mut by_reminder: BTreeMap<Reminder, Vec<reminded::Given>> = BTreeMap::new();
    for one in &due {
        by_reminder.entry(one.of).or_default().push((one.subject, one.instant, one.step.hours));
    }
    let mut new: BTreeSet<(Reminder, Uuid)> = BTreeSet::new();
    for (of, given) in by_reminder {
        new.extend(reminded::note(act, of, &given).await?.into_iter().map(|subject| (of, subject)));
    }
    Ok(due.into_iter().filter(|one| new.contains(&(one.of, one.subject))).collect())
}

async fn remind_writers(act: &Act, held: &Held, due: Due) -> Result<()> {
    let about = about(&act.app.config, held, due);
    let news = News::Reminder { letter: due.step.letter, deadline: due.instant, left: due.instant - act.at };
    let mut told = BTreeSet::new();
    for person in held.writers.iter().filter(|person| told.insert(person.id)) {
        outbox::post(act, letter(&about, &news, &reader(person.clone(), false))).await?;
    }
    Ok(())
}

/// Whoever has no account yet gets a link to one, as with the invitation, whose link is void from now on.
async fn remind_invited(act: &Act, held: &Held, due: Due) -> Result<()> {
    let Some(id) = due.person else { return Ok(()) };
    let Some(person) = people::by_id(act.tx(), id).await? else { return Ok(()) };
    // Who was appointed since the invitation does not write what the house judges.
    if co_editors::already(act, id, &held.proposal).await?.judges {
        return Ok(());
    }
    let way_in = way_in(act, id).await?;
    let secret = way_in.is_some();
    let page = act.app.config.link(&format!("/proposals/{}/invitation", held.proposal.reference));
    let label_key = if secret { "mail-co-password" } else { "mail-co-open" };
    let action = Some(Button { label_key, link: way_in.unwrap_or(page) });
    let news = News::CoReminder { letter: due.step.letter, until: due.instant };
    let written = letter(&about(&act.app.config, held, due), &news, &reader(person, false));
    outbox::post(act, Letter { action, secret, ..written }).await
}

fn about(config: &Config, held: &Held, due: Due) -> About {
    let Held { proposal, call, organisation, .. } = held;
    About {
        id: proposal.id,
        reference: proposal.reference.to_string(),
        title: proposal.title.clone(),
        organisation: organisation.clone(),
        call: call.title.clone(),
        words: Wordings::new(),
        event: format!("reminder:{}:{}:{}", due.subject, due.instant.millis(), due.step.hours),
        call_zone: call.zone(),
        seal: None,
        page: config.link(&format!("/proposals/{}", proposal.reference)),
        desk: config.link(&format!("/desk/proposals/{}", proposal.reference)),
    }
}
