//! The letters: the log, each one's page, and what is done with one there.

use axum::extract::State;
use serde::Deserialize;
use validator::Validate;

use crate::{
    accounts::{
        StaffRole,
        lists::{Part, Turn},
    },
    act::Act,
    admin::{
        actions,
        pages::{
            letter::{self, LetterPage},
            mail::{Days, MailPage, Proposals},
        },
        policy::may_keep_mail,
        rules::{Doer, Filter, last_days, page_without_secrets, why_no_copy, why_not_again},
        store::{
            self,
            letters::{Asked, Line},
        },
    },
    app::App,
    entity::letter::Model,
    error::{Error, Result},
    ids::{LetterId, UserId},
    mail::{self, finding},
    web::{self, Answer, Frame, Nothing, Path, Posted, Query, SignedIn, letter::Links, list_link, page, see_other},
};

/// What the address of the list says. It is read leniently: an address is also typed, and cut short by mail programs.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Wish {
    q: String,
    proposal: String,
    kind: String,
    state: String,
    after: String,
    before: String,
}

/// How far back the counts go, in days.
const DAYS: u64 = 30;
/// How many other letters to the same address a letter's page shows, and how much of what was done to it.
const OTHERS: u64 = 5;
const DONE: u64 = 100;

pub async fn list(State(app): State<App>, signed: SignedIn, Query(wish): Query<Wish>) -> Answer {
    may_keep_mail(&signed.actor).must()?;
    let filter = Filter::of(&wish.q, &wish.state, &wish.kind, &wish.proposal);
    let turn = Turn::of(wish.after.parse().ok(), wish.before.parse().ok());
    let found = found(&app, &signed, &filter, &turn).await?;
    let link = |side: &str, row: &Line| list_link("/admin/mail", &filter.asked(), side, row.id);
    let previous = found.rows.first().filter(|_| found.has_previous).map(|row| link("before", row));
    let next = found.rows.last().filter(|_| found.has_next).map(|row| link("after", row));
    let frame = signed.visit.frame(signed.visit.t("layout-nav-mail"), "mail").await;
    let days = if filter.is_empty() && turn == Turn::First { Some(days(&app, &signed, &frame).await?) } else { None };
    let proposals = Proposals {
        references: store::references(app.db.read(), found.rows.iter().filter_map(|row| row.proposal_id)).await?,
        are_read: signed.actor.is(StaffRole::Secretariat),
    };
    let shown = MailPage::new(frame, &filter, &found.rows, &proposals, signed.visit.zone);
    page(&MailPage { previous, next, days, proposal: wish.proposal, ..shown })
}

/// The letters that are asked for; none if something is asked for that there is not.
async fn found(app: &App, signed: &SignedIn, filter: &Filter, turn: &Turn<LetterId>) -> Result<Part<Line>> {
    let nothing = Part { rows: Vec::new(), has_previous: false, has_next: false };
    let words = finding::sought(&filter.typed);
    if filter.is_unknown || (words.is_empty() && !filter.typed.is_empty()) {
        return Ok(nothing);
    }
    let proposal = match &filter.reference {
        None => None,
        Some(reference) => match store::proposal(app.db.read(), reference).await? {
            None => return Ok(nothing),
            found => found,
        },
    };
    let asked = Asked { stage: filter.stage, kind: filter.kind, proposal, words };
    store::letters::letters(app.db.read(), &signed.actor, &asked, turn).await
}

/// How many letters were written on each of the last days, as the visitor counts days.
async fn days(app: &App, signed: &SignedIn, frame: &Frame) -> Result<Days> {
    let zone = signed.visit.zone;
    let days = last_days(signed.visit.at, zone, DAYS);
    let counted = store::letters::by_day(app.db.read(), &signed.actor, &days).await?;
    Ok(Days::new(frame, &days, &counted, zone))
}

pub async fn show(State(app): State<App>, signed: SignedIn, Path(id): Path<LetterId>) -> Answer {
    may_keep_mail(&signed.actor).must()?;
    let letter = readable(&app, &signed, id).await?;
    let known = known(&app, &signed, &letter).await?;
    let frame = signed.visit.frame(letter.subject.clone(), "mail").await;
    page(&LetterPage::new(frame, &letter, known, signed.visit.zone))
}

async fn readable(app: &App, signed: &SignedIn, id: LetterId) -> Result<Model> {
    store::letters::letter(app.db.read(), &signed.actor, id).await?.ok_or(Error::NotFound)
}

/// What belongs to a letter: the same number of queries, however much it is.
async fn known(app: &App, signed: &SignedIn, letter: &Model) -> Result<letter::Known> {
    let db = app.db.read();
    let text = mail::log::body(db, letter.id).await?.body_text.text()?;
    let suppression = mail::suppressions::of(db, &letter.recipient).await?;
    let hurdles = store::hurdles::of(db, letter, !text.is_empty(), suppression.is_some()).await?;
    let done = store::done_to(db, letter.id, DONE).await?;
    let people: Vec<UserId> = done
        .iter()
        .filter_map(|row| match Doer::of(&row.actor) {
            Doer::Person(id) => Some(id),
            Doer::System(_) | Doer::Anyone => None,
        })
        .collect();
    Ok(letter::Known {
        reference: store::references(db, letter.proposal_id).await?.into_values().next(),
        reads_proposals: signed.actor.is(StaffRole::Secretariat),
        due: mail::is_sent_again(letter.class, letter.state, letter.unknowns).then_some(letter.due_at),
        is_held: !letter.lease_holder.is_empty() && letter.lease_until > signed.visit.at,
        why_no_copy: why_no_copy(hurdles),
        may_go_again: why_not_again(hurdles).is_none(),
        suppression,
        family: store::letters::family(db, letter, DONE).await?,
        others: store::letters::to_same(db, &signed.actor, letter, OTHERS).await?,
        names: store::names(db, people).await?,
        done,
        text,
    })
}

/// What the letter looks like in a mail program, for the frame of its page. What its page hides is not here, either.
pub async fn as_html(State(app): State<App>, signed: SignedIn, Path(id): Path<LetterId>) -> Answer {
    may_keep_mail(&signed.actor).must()?;
    let letter = readable(&app, &signed, id).await?;
    let body = mail::log::body(app.db.read(), id).await?;
    if letter::hidden(&letter, !body.body_text.is_empty()).is_some() {
        return Err(Error::NotFound);
    }
    Ok(web::letter::letter(&page_without_secrets(&body.body_html.text()?), Links::Rest))
}

pub async fn send_again(State(app): State<App>, signed: SignedIn, Path(id): Path<LetterId>, posted: Press) -> Answer {
    pressed(&app, &signed, posted, id, "admin-sent-again", async |act| {
        actions::send_again(act, &signed.actor, id).await
    })
    .await
}

/// A letter that waits leaves no more.
pub async fn cancel(State(app): State<App>, signed: SignedIn, Path(id): Path<LetterId>, posted: Press) -> Answer {
    pressed(&app, &signed, posted, id, "admin-cancelled", async |act| actions::cancel(act, &signed.actor, id).await)
        .await
}

/// How many copies of the letter its page showed.
#[derive(Clone, Copy, Debug, Deserialize, Validate)]
pub struct Seen {
    #[serde(default)]
    copies: u64,
}

/// Sends one more; whoever presses twice is led to the same copy.
pub async fn send_copy(
    State(app): State<App>,
    signed: SignedIn,
    Path(id): Path<LetterId>,
    posted: Posted<Seen>,
) -> Answer {
    may_keep_mail(&signed.actor).must()?;
    let Seen { copies } = posted.sound()?;
    let act = app.begin(signed.who()).await?;
    let copy = actions::send_copy(&act, &signed.actor, id, copies).await?;
    act.commit().await?;
    done(&signed, copy, "admin-copied").await
}

/// Lets letters go to the address of this one again. Asked twice, it says so twice.
pub async fn lift(State(app): State<App>, signed: SignedIn, Path(id): Path<LetterId>, posted: Press) -> Answer {
    pressed(&app, &signed, posted, id, "admin-lifted", async |act| actions::lift(act, &signed.actor, id).await).await
}

/// A button that asks nothing.
type Press = Posted<Nothing>;

/// Does to a letter what a button says.
async fn pressed(
    app: &App,
    signed: &SignedIn,
    posted: Press,
    id: LetterId,
    said: &str,
    verb: impl AsyncFnOnce(&Act) -> Result<()>,
) -> Answer {
    may_keep_mail(&signed.actor).must()?;
    posted.sound()?;
    let act = app.begin(signed.who()).await?;
    verb(&act).await?;
    act.commit().await?;
    done(signed, id, said).await
}

/// On to the page of a letter, with what was done.
async fn done(signed: &SignedIn, id: LetterId, said: &str) -> Answer {
    signed.visit.flash("success", signed.visit.t(said)).await;
    Ok(see_other(&format!("/admin/mail/{id}")))
}
