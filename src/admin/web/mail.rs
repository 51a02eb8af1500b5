//! The letters: the list, each one's page, sending one again, and letting letters go to an address again.

use axum::extract::State;
use serde::Deserialize;

use super::list_link;
use crate::{
    accounts::{StaffRole, lists::Turn},
    admin::{
        pages::mail::{LetterPage, MailPage},
        policy::may_keep_mail,
        rules::Stage,
        store,
    },
    app::App,
    error::Error,
    ids::LetterId,
    mail,
    web::{Answer, Nothing, Path, Posted, Query, SignedIn, page, see_other},
};

/// What the address of the list says.
#[derive(Default, Deserialize)]
pub struct Wish {
    #[serde(default)]
    q: String,
    #[serde(default)]
    state: String,
    after: Option<LetterId>,
    before: Option<LetterId>,
}

pub async fn list(State(app): State<App>, signed: SignedIn, Query(wish): Query<Wish>) -> Answer {
    may_keep_mail(&signed.actor).must()?;
    let stage: Option<Stage> = wish.state.parse().ok();
    let found =
        store::letters(app.db.read(), &signed.actor, stage, &wish.q, &Turn::of(wish.after, wish.before)).await?;
    let asked = [("q", wish.q.as_str()), ("state", stage.map_or("", Stage::code))];
    let link = |side: &str, row: &store::Line| list_link("/admin/mail", &asked, side, row.id);
    let previous = found.rows.first().filter(|_| found.has_previous).map(|row| link("before", row));
    let next = found.rows.last().filter(|_| found.has_next).map(|row| link("after", row));
    let frame = signed.visit.frame(signed.visit.t("layout-nav-mail"), "mail").await;
    let zone = signed.visit.zone;
    page(&MailPage { previous, next, ..MailPage::new(frame, wish.q.clone(), stage, &found.rows, zone) })
}

pub async fn show(State(app): State<App>, signed: SignedIn, Path(id): Path<LetterId>) -> Answer {
    may_keep_mail(&signed.actor).must()?;
    let letter = store::letter(app.db.read(), &signed.actor, id).await?.ok_or(Error::NotFound)?;
    let reference = store::references(app.db.read(), letter.proposal_id).await?.into_values().next();
    let text = mail::log::body(app.db.read(), id).await?.body_text;
    let frame = signed.visit.frame(letter.subject.clone(), "mail").await;
    // Its next try, if it comes by itself.
    let due = mail::is_sent_again(letter.class, letter.state, letter.unknowns).then_some(letter.due_at);
    let reads_proposals = signed.actor.is(StaffRole::Secretariat);
    let suppression = mail::suppressions::of(app.db.read(), &letter.recipient).await?;
    let zone = signed.visit.zone;
    page(&LetterPage::new(frame, &letter, &text, due, zone).to(suppression, zone).about(reference, reads_proposals))
}

pub async fn send_again(
    State(app): State<App>,
    signed: SignedIn,
    Path(id): Path<LetterId>,
    posted: Posted<Nothing>,
) -> Answer {
    may_keep_mail(&signed.actor).must()?;
    posted.sound()?;
    store::letter(app.db.read(), &signed.actor, id).await?.ok_or(Error::NotFound)?;
    let act = app.begin(signed.who()).await?;
    mail::outbox::send_again(&act, id).await?;
    act.commit().await?;
    signed.visit.flash("success", signed.visit.t("admin-sent-again")).await;
    Ok(see_other(&format!("/admin/mail/{id}")))
}

/// Lets letters go to the address of this one again. Asked twice, it says so twice.
pub async fn lift(
    State(app): State<App>,
    signed: SignedIn,
    Path(id): Path<LetterId>,
    posted: Posted<Nothing>,
) -> Answer {
    may_keep_mail(&signed.actor).must()?;
    posted.sound()?;
    let letter = store::letter(app.db.read(), &signed.actor, id).await?.ok_or(Error::NotFound)?;
    let act = app.begin(signed.who()).await?;
    mail::suppressions::lift(&act, &letter.recipient).await?;
    act.commit().await?;
    signed.visit.flash("success", signed.visit.t("admin-lifted")).await;
    Ok(see_other(&format!("/admin/mail/{id}")))
}
