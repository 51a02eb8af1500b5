//! The list of the desk.

use std::collections::BTreeMap;

use axum::extract::State;

use crate::{
    accounts::{StaffRole, habits},
    app::App,
    reviews::{
        forms::list::Wish,
        pages::{
            Reader,
            list::{ListPage, Offered, Seat},
            workplace::Keys,
        },
        store::{desk, tags, views},
    },
    web::{Answer, Query, SignedIn, page},
};

pub async fn show(State(app): State<App>, signed: SignedIn, Query(wish): Query<Wish>) -> Answer {
    let (db, actor, visit) = (app.db.read(), &signed.actor, &signed.visit);
    let is_secretariat = actor.is(StaffRole::Secretariat);
    let view = wish.view(is_secretariat);
    let calls = desk::calls(db, actor).await?;
    let sitter = desk::Sitter { actor, calls: &calls, now: visit.at };
    let found = desk::page(db, &sitter, &view).await?;
    let countries = desk::countries(db, &sitter).await?;
    let habits = habits::of(db, actor.id).await?;
    let (tags, tags_of) = match is_secretariat {
        true => (tags::all(db).await?, tags::of(db, found.rows.iter().map(|row| row.id)).await?),
        false => (Vec::new(), BTreeMap::new()),
    };
    let views = views::of(db, actor).await?;
    let offered = Offered {
        calls: &calls,
        countries: &countries,
        tags: &tags,
        tags_of: &tags_of,
        views: &views,
        remembered: &habits.desk_columns,
        keys: if habits.shortcuts { Keys::List } else { Keys::Off },
    };
    let frame = visit.frame(visit.t("layout-nav-desk"), "desk").await;
    let seat = Seat { reader: actor.id, is_secretariat, now: visit.at };
    page(&ListPage::new(frame, Reader::of(visit), &view, &found, &offered, seat))
}
