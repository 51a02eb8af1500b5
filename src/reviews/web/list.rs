//! The list of the desk.

use axum::extract::State;

use crate::{
    accounts::StaffRole,
    app::App,
    reviews::{
        forms::list::Wish,
        pages::{
            Reader,
            list::{ListPage, Offered},
        },
        store::desk,
    },
    web::{Answer, Query, SignedIn, page},
};

pub async fn show(State(app): State<App>, signed: SignedIn, Query(wish): Query<Wish>) -> Answer {
    let (db, actor, visit) = (app.db.read(), &signed.actor, &signed.visit);
    let is_secretariat = actor.is(StaffRole::Secretariat);
    let view = wish.view(is_secretariat);
    let calls = desk::calls(db, actor).await?;
    let promised = desk::promised(db, actor).await?;
    let sitter = desk::Sitter { actor, calls: &calls, promised: &promised, now: visit.at };
    let found = desk::page(db, &sitter, &view).await?;
    let countries = desk::countries(db, &sitter).await?;
    let offered = Offered { calls: &calls, countries: &countries };
    let frame = visit.frame(visit.t("layout-nav-desk"), "desk").await;
    page(&ListPage::new(frame, Reader::of(visit), &view, &found, &offered, (is_secretariat, visit.at)))
}
