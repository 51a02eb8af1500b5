//! Reminding those who hold drafts of the deadline: a chore of the worker. However often it is done, and by however many
//! processes, nobody is reminded twice of the same.

use crate::{
    app::App,
    calls::extensions,
    clock::Moment,
    entity::call,
    error::Result,
    mail::{Wordings, outbox},
    proposals::{
        actions::telling::reader,
        letters::{About, News, letter},
        reminders::{HORIZON, Reminder, due},
        store::reminders::{Group, Held, Of, any_waiting, calls_near, take},
    },
};

/// How many drafts are reminded in one act.
const BATCH: u64 = 50;

/// Posts all reminders that are due.
pub async fn remind(app: &App) -> Result<()> {
    let now = app.now();
    for call in calls_near(app.db.read(), now, now + HORIZON).await? {
        for (group, since) in groups(app, &call).await? {
            let Some(reminder) = due(group.deadline, since, now) else { continue };
            while any_waiting(app.db.read(), &group, reminder).await? {
                batch(app, &call, &group, reminder).await?;
            }
        }
    }
    Ok(())
}

/// The drafts of a call by the deadline that holds for them, each with when that deadline was set.
async fn groups(app: &App, call: &call::Model) -> Result<Vec<(Group, Moment)>> {
    let db = app.db.read();
    let own = extensions::in_call(db, call.id).await?;
    let mut groups = Vec::new();
    let mut others = Vec::new();
    for row in own.rows() {
        let deadline = call.window().until(Some(row.closes_at)).closes_at;
        if let Some(organisation) = row.organisation_id.filter(|_| deadline > call.closes_at) {
            others.push(organisation);
            groups.push((Group { call: call.id, of: Of::One(organisation), deadline }, row.granted_at));
        }
    }
    let since = extensions::known_since(db, call.id, call.closes_at).await?;
    groups.push((Group { call: call.id, of: Of::AllBut(others), deadline: call.closes_at }, since));
    Ok(groups)
}

async fn batch(app: &App, call: &call::Model, group: &Group, reminder: Reminder) -> Result<()> {
    let act = app.begin_as("worker").await?;
    for Held { proposal, organisation, writers } in take(&act, group, reminder, BATCH).await? {
        let about = About {
            id: proposal.id,
            reference: proposal.reference.to_string(),
            title: proposal.title.clone(),
            organisation,
            call: call.title.clone(),
            words: Wordings::new(),
            event: format!("reminder:{}:{}:{}", proposal.id, group.deadline.millis(), reminder.hours),
            call_zone: call.zone(),
            seal: None,
            page: app.config.link(&format!("/proposals/{}", proposal.reference)),
            desk: app.config.link(&format!("/desk/proposals/{}", proposal.reference)),
        };
        let news =
            News::Reminder { deadline: group.deadline, left: group.deadline - act.at, is_last: reminder.is_last };
        for person in writers {
            outbox::post(&act, letter(&about, &news, &reader(person, false))).await?;
        }
    }
    act.commit().await
}
