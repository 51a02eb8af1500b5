//! The list of the desk.

use axum::extract::State;

use crate::{
    accounts::StaffRole,
    app::App,
    reviews::{
        forms::list::Wish,
        pages::{
            Reader,
            list::{Besides, ListPage, Offered},
        },
        store::{desk, offered as offered_to},
    },
    web::{Answer, Query, SignedIn, page},
};

pub async fn show(State(app): State<App>, signed: SignedIn, Query(wish): Query<Wish>) -> Answer {
    let (db, actor, visit) = (app.db.read(), &signed.actor, &signed.visit);
    let is_secretariat = actor.is(StaffRole::Secretariat);
    let view = wish.view(is_secretariat);
    let sitter = desk::Sitter::sit(db, actor, visit.at).await?;
    let found = desk::page(db, &sitter, &view).await?;
    let countries = desk::countries(db, &sitter).await?;
    let offered = Offered { calls: &sitter.calls, countries: &countries };
    let frame = visit.frame(visit.t("layout-nav-desk"), "desk").await;
    let asking = offered_to::asking(db, actor, visit.at).await?;
    let profile = actor.is(StaffRole::Reviewer).then(|| format!("/desk/reviewers/{}", actor.id));
    let besides = Besides { asking: &asking, profile };
    page(&ListPage::new(frame, Reader::of(visit), &view, &found, (&offered, besides), (is_secretariat, visit.at)))
}
