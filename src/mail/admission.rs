//! Which of the letters that a worker has claimed go out now: not what goes to many to an address that is suppressed, and no
//! more to one domain in a minute than `mail_per_domain`.
//!
//! Workers do not queue for a counter. Each looks at what was tried in the last minute and at what all of them hold, and lets
//! the first of these go, in the order in which letters are claimed: who looks at the same finds the same. Only what another
//! worker claims after the look is not seen, so a minute may see more by as many letters as one claims, per worker.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    time::Duration,
};

use super::{
    LetterClass, LetterState,
    store::{
        domains::{self, Held},
        returned,
        underway::Lease,
    },
};
use crate::{app::App, clock::Moment, entity::letter, error::Result, ids::LetterId};

const MINUTE: Duration = Duration::from_secs(60);

/// What becomes of claimed letters.
pub struct Admitted {
    pub go: Vec<letter::Model>,
    /// One of many, to an address at which nothing arrives.
    pub suppressed: Vec<letter::Model>,
}

/// Parts what goes now from what does not; what is too much for its domain is put off.
pub async fn admit(app: &App, holder: &str, letters: Vec<letter::Model>) -> Result<Admitted> {
    let to_many = letters.iter().filter(|letter| letter.class == LetterClass::Announcement);
    let emails = to_many.map(|letter| letter.recipient.clone()).collect();
    let dead = returned::suppressed(app.db.read(), emails).await?;
    let is_suppressed =
        |letter: &letter::Model| letter.class == LetterClass::Announcement && dead.contains(&letter.recipient);
    let (suppressed, go) = letters.into_iter().partition(is_suppressed);
    Ok(Admitted { go: within_limits(app, holder, go).await?, suppressed })
}

async fn within_limits(app: &App, holder: &str, letters: Vec<letter::Model>) -> Result<Vec<letter::Model>> {
    let limit = i64::from(app.config.mail_per_domain);
    if limit == 0 || letters.is_empty() {
        return Ok(letters);
    }
    let now = app.now();
    let domains: BTreeSet<String> = letters.iter().map(|letter| letter.domain.clone()).collect();
    let domains: Vec<String> = domains.into_iter().collect();
    // In this order: a letter that is tried in between counts twice, and not at all in the other.
    let held = domains::held(app.db.read(), &domains, now).await?;
    let tried = domains::tried(app.db.read(), &domains, now - MINUTE).await?;
    let over = over(&held, &tried, limit);
    let (late, go): (Vec<_>, Vec<_>) = letters.into_iter().partition(|letter| over.contains(&letter.id));
    put_off(app, holder, now, late).await?;
    Ok(go)
}

/// Of the letters that workers hold, in their order, those for which the last minute has no room.
fn over(held: &[Held], tried: &HashMap<String, i64>, limit: i64) -> BTreeSet<LetterId> {
    let mut room: HashMap<&str, i64> = HashMap::new();
    for letter in held {
        let room = room
            .entry(letter.domain.as_str())
            .or_insert_with(|| limit - tried.get(&letter.domain).copied().unwrap_or_default());
        if letter.state == LetterState::Sending {
            *room -= 1;
        }
    }
    let waiting = held.iter().filter(|letter| letter.state != LetterState::Sending);
    let late = waiting.filter(|letter| {
        let room = room.entry(letter.domain.as_str()).or_default();
        *room -= 1;
        *room < 0
    });
    late.map(|letter| letter.id).collect()
}

/// Puts letters off to the first minute that is not full yet, so that a long queue is not taken up each minute in vain.
async fn put_off(app: &App, holder: &str, now: Moment, letters: Vec<letter::Model>) -> Result<()> {
    let limit = u64::from(app.config.mail_per_domain);
    let mut queues: BTreeMap<(String, LetterClass), Vec<LetterId>> = BTreeMap::new();
    for letter in letters {
        queues.entry((letter.domain, letter.class)).or_default().push(letter.id);
    }
    for ((domain, class), mut queue) in queues {
        let mut before = domains::waiting(app.db.read(), &domain, class, now).await?;
        while !queue.is_empty() {
            let room = usize::try_from(limit - before % limit).unwrap_or(usize::MAX).min(queue.len());
            let these: Vec<LetterId> = queue.drain(..room).collect();
            let minutes = u32::try_from(before / limit).unwrap_or(u32::MAX).saturating_add(1);
            let lease = Lease { holder, from: now, until: now + MINUTE.saturating_mul(minutes) };
            domains::put_off(app.db.write(), &these, lease).await?;
            before += these.len() as u64;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn held(n: u128, domain: &str, state: LetterState) -> Held {
        Held { id: LetterId(uuid::Uuid::from_u128(n)), domain: domain.to_owned(), state }
    }

    #[test]
    fn the_first_go_while_their_domain_has_room() {
        let all = [
            held(1, "a.example", LetterState::Queued),
            held(2, "b.example", LetterState::Queued),
            held(3, "a.example", LetterState::Queued),
            held(4, "a.example", LetterState::Sending),
            held(5, "a.example", LetterState::Unknown),
        ];
        let tried = HashMap::from([("a.example".to_owned(), 3)]);
        let over = |limit| over(&all, &tried, limit).iter().map(|id| id.0.as_u128()).collect::<Vec<_>>();
        assert_eq!(over(6), [5]);
        assert_eq!(over(5), [3, 5]);
        assert_eq!(over(1), [1, 3, 5]);
        assert_eq!(over(100), []);
    }
}
