//! Deadlines on the clocks of the world, and on nights on which they change.

use chrono::NaiveDateTime;
use initiatives::{
    calls::{
        Timeliness, Window,
        terms::{Clockwork, meant},
    },
    clock::Zone,
    entity::call,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, IntoActiveModel};
use std::time::Duration;

use crate::support::on_both;

const SECOND: Duration = Duration::from_secs(1);

#[test]
fn a_deadline_is_one_instant_whatever_the_clocks_do() {
    for (zone, typed, instant, clockwork) in [
        ("Europe/Madrid", "2014-05-15 23:59", "2014-05-15T21:59:00.000Z", Clockwork::Plain),
        ("Europe/Madrid", "2014-10-26 02:30", "2014-10-26T01:30:00.000Z", Clockwork::Twice),
        ("Europe/Madrid", "2014-03-30 02:30", "2014-03-30T01:00:00.000Z", Clockwork::Skipped),
        // Midnight itself comes twice in autumn, and not at all in spring.
        ("America/Santiago", "2014-04-26 23:30", "2014-04-27T03:30:00.000Z", Clockwork::Twice),
        ("America/Santiago", "2014-09-07 00:30", "2014-09-07T04:00:00.000Z", Clockwork::Skipped),
        ("Asia/Kolkata", "2014-05-15 23:59", "2014-05-15T18:29:00.000Z", Clockwork::Plain),
        ("Etc/GMT+12", "2014-05-15 23:59", "2014-05-16T11:59:00.000Z", Clockwork::Plain),
    ] {
        let local = NaiveDateTime::parse_from_str(typed, "%Y-%m-%d %H:%M").unwrap();
        let (closes_at, found) = meant(local, zone.parse().unwrap());
        assert_eq!((closes_at.iso().as_str(), found), (instant, clockwork), "{typed} in {zone}");
        let window = Window::new(closes_at - 1000 * SECOND, closes_at, 300 * SECOND).unwrap();
        assert_eq!(window.timeliness(closes_at), Timeliness::InTime);
        assert_eq!(window.timeliness(closes_at + 300 * SECOND), Timeliness::InGrace(300 * SECOND));
        assert_eq!(window.timeliness(closes_at + 301 * SECOND), Timeliness::Late(301 * SECOND));
    }
}

#[tokio::test]
async fn anywhere_on_earth_is_told_in_words() {
    on_both(async |app| {
        let id = app.call().await;
        let mut row = call::Entity::find_by_id(id).one(app.db.read()).await.unwrap().unwrap().into_active_model();
        row.zone = Set(Zone::ANYWHERE.name().to_owned());
        row.update(app.db.write()).await.unwrap();
        let mut visitor = app.browser();
        let page = visitor.get("/calls/2014").await;
        assert!(page.has("15 May 2014, 09:59 (anywhere on Earth, UTC−12)"), "{}", page.words());
        assert!(page.has("15 May 2014, 21:59 (UTC)"));
        assert!(visitor.get("/calls/2014?lang=fr").await.has("(partout sur Terre, UTC−12)"));
        assert!(visitor.get("/calls/2014?lang=es").await.has("(en cualquier lugar de la Tierra, UTC−12)"));
        let mut house = app.sign_in("secretariat@metropolis.example").await;
        assert!(house.get("/desk/calls/2014").await.has("Anywhere on Earth (UTC−12)"), "it can be chosen");
    })
    .await;
}
