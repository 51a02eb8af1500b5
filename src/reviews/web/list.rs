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
            filters::Offered,
            list::{Besides, Kept, ListPage, Seat},
            workplace::Keys,
        },
        store::{desk, offered as offered_to, tags, views},
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
    let habits = habits::of(db, actor.id).await?;
    let (tags, tags_of) = match is_secretariat {
        true => (tags::all(db).await?, tags::of(db, found.rows.iter().map(|row| row.id)).await?),
        false => (Vec::new(), BTreeMap::new()),
    };
    let since = desk::changed(db, &sitter, &found.rows, visit.locale).await?;
    let views = views::of(db, actor).await?;
    let offered = Offered { calls: &sitter.calls, countries: &countries, tags: &tags };
    let kept = Kept {
        tags_of: &tags_of,
        since: &since,
        views: &views,
        remembered: &habits.desk_columns,
        keys: if habits.shortcuts { Keys::List } else { Keys::Off },
    };
    let frame = visit.frame(visit.t("layout-nav-desk"), "desk").await;
    let asking = offered_to::asking(db, actor, visit.at).await?;
    let profile = actor.is(StaffRole::Reviewer).then(|| format!("/desk/reviewers/{}", actor.id));
    let besides = Besides { asking: &asking, profile };
    let seat = Seat { reader: actor.id, is_secretariat, now: visit.at };
    page(&ListPage::new(frame, Reader::of(visit), &view, &found, (&offered, &kept, besides), seat))
}
