//! What several acts have to tell one person, told together: gathered as it happens, and written as one letter when it is due.
//! Whoever has nothing gathered gets no letter.

use tokio_util::sync::CancellationToken;

use super::{
    Because, Digest, Letter, LetterClass, Recipient, Words, outbox,
    render::{Link, Told},
    store,
};
use crate::{app::App, entity::gathered, error::Result};

/// Digests that are written in one act.
const BATCH: u64 = 50;

/// Writes all digests that are due.
pub async fn write_due(app: &App, stop: &CancellationToken) -> Result<()> {
    while !stop.is_cancelled() {
        let due = store::gathered::due(app.db.read(), app.now(), BATCH).await?;
        if due.is_empty() {
            break;
        }
        let act = app.begin_as("worker").await?;
        for (digest, recipient) in due {
            // Of two workers, the second finds nothing left to take.
            let rows = store::gathered::take(&act, digest, &recipient).await?;
            if let [first, ..] = &rows[..] {
                outbox::post_telling(&act, letter(first, &rows), rows.iter().map(told).collect()).await?;
            }
        }
        act.commit().await?;
    }
    Ok(())
}

/// The kind of the letters that tell several announcements.
pub(super) const OF_ANNOUNCEMENTS: &str = "digest";

/// The letter around what was gathered. It comes for all that was asked for of it; where nothing was, what was said last holds.
fn letter(first: &gathered::Model, rows: &[gathered::Model]) -> Letter {
    let last = rows.last().unwrap_or(first);
    let (kind, class) = match first.digest {
        Digest::Announcements => (OF_ANNOUNCEMENTS, LetterClass::Announcement),
        Digest::Notices => ("notices", LetterClass::Service),
    };
    let mut asked_for: Vec<String> = Vec::new();
    for one in rows.iter().flat_map(|row| row.asked_for.lines()) {
        if !asked_for.iter().any(|known| known == one) {
            asked_for.push(one.to_owned());
        }
    }
    let because = last.why.clone().zip(last.manage.clone()).map(|(why, manage)| match asked_for.is_empty() {
        true => Because::new(why, manage),
        false => Because::asked(asked_for, manage, last.locale),
    });
    Letter {
        kind,
        class,
        words: Words::OfKind,
        to: Recipient {
            email: last.recipient.clone(),
            name: last.recipient_name.clone(),
            user: last.user_id,
            locale: last.locale,
        },
        event: format!("digest:{}", first.id),
        proposal: None,
        args: vec![("first", first.subject.clone()), ("more", (rows.len() - 1).to_string())],
        action: None,
        unsubscribe: last.unsubscribe.clone(),
        because,
        gather: None,
        secret: false,
    }
}

fn told(row: &gathered::Model) -> Told {
    let link = row.button.clone().zip(row.link.clone());
    Told { subject: row.subject.clone(), body: row.body.clone(), link: link.map(|(label, link)| Link { label, link }) }
}
