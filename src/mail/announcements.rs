//! Something to tell many people: an act writes one row, and the worker writes the letters, batch by batch, each batch in one
//! transaction with the mark of how far it came. The next batch is written out meanwhile. The slice that knows the recipients gives a
//! function; the same person never gets the same announcement twice, whatever the function says.

use futures::future::BoxFuture;
use tokio_util::{sync::CancellationToken, task::AbortOnDropHandle};

use super::{Letter, LetterClass, ahead::Ahead, outbox, store};
use crate::{
    act::Act,
    app::App,
    clock::Moment,
    entity::announcement,
    error::Result,
    ids::{AnnouncementId, CallId, ProposalId},
};

/// An announcement's next letters: to at most `limit` recipients whose addresses sort behind `after`, in the order of their
/// (folded) addresses. Fewer than `limit` means that these are the last.
pub type Letters = for<'a> fn(
    act: &'a Act,
    row: &'a announcement::Model,
    after: &'a str,
    limit: u64,
) -> BoxFuture<'a, Result<Vec<Letter>>>;

/// A kind of announcement, and who answers for its letters. Their `class` is set here, and their `event`, unless a letter
/// names one of its own: then that letter goes out once, whatever the number of announcements.
pub struct Announced {
    pub kind: &'static str,
    /// Whether its letters are part of somebody's work here, or can be stopped.
    pub class: LetterClass,
    /// Whether its letters can be looked for before their act begins: finding them changes nothing.
    pub can_be_foreseen: bool,
    pub letters: Letters,
}

/// So many are written in one act: others wait for it no longer than they notice.
const BATCH: u64 = 75;
/// After so many batches of one announcement there are more letters than the database may have reckoned with: in an outbox that was
/// empty before, ten thousand are looked through for each that is added.
const COUNTED: [usize; 3] = [1, 10, 100];

/// Writes down that many are to be told. `data` is what the letters will say.
pub async fn announce(
    act: &Act,
    kind: &'static str,
    about: (Option<ProposalId>, Option<CallId>),
    data: serde_json::Value,
) -> Result<()> {
    announce_once(act, act.id(), kind, about, data).await.map(|_| ())
}

/// The same under an id that is known before: the second time nothing is written, and the first one is given back.
pub async fn announce_once(
    act: &Act,
    id: AnnouncementId,
    kind: &'static str,
    about: (Option<ProposalId>, Option<CallId>),
    data: serde_json::Value,
) -> Result<Option<announcement::Model>> {
    if let Some(known) = store::announcement(act, id).await? {
        return Ok(Some(known));
    }
    let row = announcement::Model {
        id,
        kind: kind.to_owned(),
        proposal_id: about.0,
        call_id: about.1,
        data,
        reached: String::new(),
        created_at: act.at,
        lease_until: act.at,
        done_at: None,
    };
    store::insert_announcement(act, row).await?;
    Ok(None)
}

/// The announcement of this kind about a proposal, by the time of the act that made it.
pub async fn find(act: &Act, kind: &str, about: ProposalId, made_at: Moment) -> Result<Option<AnnouncementId>> {
    store::announcement_about(act, kind, about, made_at).await
}

/// Has no more letters of an announcement written. Waits for the batch that is being written: whoever locks what its letters are about,
/// too, does so afterwards, for the batch does.
pub async fn end(act: &Act, id: AnnouncementId) -> Result<()> {
    store::end_announcement(act, id).await
}

/// The same of all announcements about a proposal.
pub async fn end_about(act: &Act, proposal: ProposalId) -> Result<()> {
    store::end_announcements_about(act, proposal).await
}

/// The announcements of a kind whose data says this under `name`.
pub async fn saying(act: &Act, kind: &str, name: &str, said: &str) -> Result<Vec<AnnouncementId>> {
    let all = store::announcements_of(act, kind).await?;
    let says = |row: &announcement::Model| row.data.get(name).and_then(serde_json::Value::as_str) == Some(said);
    Ok(all.iter().filter(|row| says(row)).map(|row| row.id).collect())
}

/// Has the letters of an announcement that are still to be written say something else; waits as [`end`] does.
pub async fn say(act: &Act, id: AnnouncementId, data: serde_json::Value) -> Result<()> {
    store::change_announcement(act, id, data).await
}

/// Writes the letters of all open announcements. One that cannot be written holds up no other; what was wrong first is given back.
pub async fn expand(app: &App, announced: &[&'static [Announced]], stop: &CancellationToken) -> Result<()> {
    let known: Vec<&'static Announced> = announced.iter().copied().flatten().collect();
    let kinds: Vec<&'static str> = known.iter().map(|known| known.kind).collect();
    let mut all = Ok(());
    for row in store::open_announcements(app.db.read(), &kinds).await? {
        let Some(kind) = known.iter().copied().find(|known| known.kind == row.kind) else { continue };
        let id = row.id;
        if let Err(error) = expand_one(app, kind, row, stop).await {
            tracing::error!(announcement = %id, kind = kind.kind, %error, "the letters of an announcement cannot be written");
            all = all.and(Err(error));
        }
    }
    all
}

async fn expand_one(
    app: &App,
    kind: &'static Announced,
    mut row: announcement::Model,
    stop: &CancellationToken,
) -> Result<()> {
    let mut ahead = Ahead::default();
    let mut batches = 0;
    while !stop.is_cancelled() {
        if kind.can_be_foreseen && !ahead.is_from(&row.reached) {
            ahead = Ahead::of(app.clone(), kind, row.clone()).await;
        }
        let next = ahead.next().map(|reached| {
            let row = announcement::Model { reached, ..row.clone() };
            AbortOnDropHandle::new(tokio::spawn(Ahead::of(app.clone(), kind, row)))
        });
        let Some(on) = batch(app, kind, &row, ahead).await? else { break };
        row = on;
        ahead = match next {
            Some(next) => next.await.unwrap_or_default(),
            None => Ahead::default(),
        };
        batches += 1;
        if COUNTED.contains(&batches) {
            store::count_anew(&app.db).await?;
        }
    }
    Ok(())
}

impl Announced {
    /// The letters of its next batch, and whether others follow.
    pub(super) async fn batch(&self, act: &Act, row: &announcement::Model) -> Result<(Vec<Letter>, bool)> {
        let mut letters = (self.letters)(act, row, &row.reached, BATCH).await?;
        let more = u64::try_from(letters.len()).is_ok_and(|n| n >= BATCH);
        for letter in &mut letters {
            letter.class = self.class;
            if letter.event.is_empty() {
                letter.event = row.id.to_string();
            }
        }
        Ok((letters, more))
    }
}

/// Writes one batch; the announcement as it stands then, or nothing if that was the last, or another worker's.
async fn batch(
    app: &App,
    kind: &Announced,
    row: &announcement::Model,
    ahead: Ahead,
) -> Result<Option<announcement::Model>> {
    let act = app.begin_as("worker").await?;
    let Some(row) = store::hold_announcement(&act, row).await? else { return Ok(None) };
    store::do_not_wait_for_the_disk(&act).await?;
    let (letters, more) = kind.batch(&act, &row).await?;
    let reached = letters.last().map_or_else(|| row.reached.clone(), |last| last.to.email.to_string());
    // Boxed: whoever waits for the worker should not carry all that writing letters takes.
    Box::pin(outbox::post_all_of(&act, row.id, letters, ahead)).await?;
    store::advance_announcement(&act, &row, &reached, !more).await?;
    act.commit().await?;
    Ok(more.then_some(announcement::Model { reached, ..row }))
}
