//! What visitors have written, at the desk: for the secretariat. Whoever has an interest in an Initiative finds nothing that was
//! written about it.

use std::slice;

use axum::extract::State;
use serde::Deserialize;

use crate::{
    accounts::{StaffRole, lists::Turn},
    app::App,
    entity::contact_message,
    error::{Error, Result},
    ids::ContactMessageId,
    partners::{
        actions::contacting,
        forms::contact::AnsweredForm,
        pages::messages::{Known, MessagesPage},
        store::contact,
    },
    proposals::people,
    web::{Answer, Path, Posted, Query, SignedIn, page, see_other},
};

/// What the address of the list says.
#[derive(Clone, Copy, Default, Deserialize)]
pub struct Wish {
    after: Option<ContactMessageId>,
    before: Option<ContactMessageId>,
}

impl Wish {
    /// The same, behind an address.
    fn place(self) -> String {
        match (self.after, self.before) {
            (Some(id), _) => format!("?after={id}"),
            (None, Some(id)) => format!("?before={id}"),
            (None, None) => String::new(),
        }
    }
}

pub async fn list(State(app): State<App>, signed: SignedIn, Query(wish): Query<Wish>) -> Answer {
    signed.must_be(StaffRole::Secretariat)?;
    let turn = Turn::of(wish.after, wish.before);
    let found = contact::messages(app.db.read(), &signed.actor, &turn).await?;
    let link = |side: &str, row: &contact_message::Model| format!("/desk/messages?{side}={}", row.id);
    let previous = found.rows.first().filter(|_| found.has_previous).map(|row| link("before", row));
    let next = found.rows.last().filter(|_| found.has_next).map(|row| link("after", row));
    let shown = draw(&app, &signed, &found.rows, wish.place()).await?;
    page(&MessagesPage { previous, next, ..shown })
}

pub async fn show(State(app): State<App>, signed: SignedIn, Path(id): Path<ContactMessageId>) -> Answer {
    signed.must_be(StaffRole::Secretariat)?;
    let found = contact::by_id(app.db.read(), &signed.actor, id).await?.ok_or(Error::NotFound)?;
    let shown = draw(&app, &signed, slice::from_ref(&found), String::new()).await?;
    page(&MessagesPage { alone: true, ..shown })
}

/// The page of these messages, with the names that stand in them: two queries, however many they are.
async fn draw(app: &App, signed: &SignedIn, rows: &[contact_message::Model], place: String) -> Result<MessagesPage> {
    let db = app.db.read();
    let proposals = contact::proposals(db, &signed.actor, rows.iter().filter_map(|row| row.proposal_id)).await?;
    let names = people::named(db, rows.iter().filter_map(|row| row.answered_by)).await?.into_iter().collect();
    let frame = signed.visit.frame(signed.visit.t("messages-title"), "messages").await;
    Ok(MessagesPage::new(frame, rows, &Known { proposals, names }, place, signed.visit.zone))
}

pub async fn answer(
    State(app): State<App>,
    signed: SignedIn,
    Path(id): Path<ContactMessageId>,
    Query(wish): Query<Wish>,
    posted: Posted<AnsweredForm>,
) -> Answer {
    signed.must_be(StaffRole::Secretariat)?;
    let form = posted.sound()?;
    let act = app.begin(signed.who()).await?;
    contacting::answer(&act, &signed.actor, id, form.version, form.is_answered()).await?;
    act.commit().await?;
    let said = if form.is_answered() { "messages-answered-now" } else { "messages-reopened-now" };
    signed.visit.flash("success", signed.visit.t(said)).await;
    Ok(see_other(&format!("/desk/messages{}#m-{id}", wish.place())))
}
