//! Subscribers at the desk: for the secretariat, who answer for their consent.

use std::collections::BTreeSet;

use axum::extract::State;
use serde::Deserialize;

use crate::{
    accounts::{StaffRole, lists::Turn},
    app::App,
    error::{Error, FieldErrors},
    ids::SubscriberId,
    mail::suppressions,
    partners::{
        actions::{importing, subscribing},
        forms::{self, ImportForm},
        pages::{
            desk::{ImportPage, ImportedPage, SubscriberPage, SubscribersPage},
            subscriptions::Offer,
        },
        store::{
            lists, offers,
            subscribers::{self, Manner},
        },
        topics::{Rhythm, Topic},
    },
    web::{Answer, Filled, Nothing, Path, Posted, Query, SignedIn, Values, list_link, page, see_other},
};

/// What the address of the list says.
#[derive(Default, Deserialize)]
pub struct Wish {
    #[serde(default)]
    q: String,
    after: Option<SubscriberId>,
    before: Option<SubscriberId>,
}

pub async fn list(State(app): State<App>, signed: SignedIn, Query(wish): Query<Wish>) -> Answer {
    signed.must_be(StaffRole::Secretariat)?;
    let db = app.db.read();
    let found = lists::beginning_with(db, &wish.q, &Turn::of(wish.after, wish.before)).await?;
    let wishes = lists::wishes(db, found.rows.iter().map(|row| row.id)).await?;
    let reached = lists::count_reached(db).await?;
    let link = |side: &str, id: SubscriberId| list_link("/desk/subscribers", &[("q", &wish.q)], side, id);
    let previous = found.rows.first().filter(|_| found.has_previous).map(|row| link("before", row.id));
    let next = found.rows.last().filter(|_| found.has_next).map(|row| link("after", row.id));
    let frame = signed.visit.frame(signed.visit.t("subscribers-title"), "subscribers").await;
    let zone = signed.visit.zone;
    let shown = SubscribersPage::new(frame, wish.q.clone(), reached, (&found.rows, &wishes), zone);
    page(&SubscribersPage { previous, next, ..shown })
}

pub async fn show(State(app): State<App>, signed: SignedIn, Path(id): Path<SubscriberId>) -> Answer {
    signed.must_be(StaffRole::Secretariat)?;
    let db = app.db.read();
    let known = subscribers::by_id(db, id).await?.ok_or(Error::NotFound)?;
    let rows = lists::of_subscriber(db, id).await?;
    let held: BTreeSet<Topic> = known.confirmed.union(&known.waiting).cloned().collect();
    let followed = held.iter().filter_map(Topic::initiative);
    let named = offers::initiatives(db, followed, signed.visit.locale).await?;
    let cities = offers::cities(db, &held).await?;
    let frame = signed.visit.frame(known.subscriber.email.to_string(), "subscribers").await;
    let suppressed = suppressions::of(db, &known.subscriber.email).await?;
    let about = (&cities[..], &named[..]);
    page(&SubscriberPage::new(frame, &known.subscriber, &rows, suppressed.as_ref(), about, signed.visit.zone))
}

/// Somebody asked the secretariat to stop the letters.
pub async fn stop(
    State(app): State<App>,
    signed: SignedIn,
    Path(id): Path<SubscriberId>,
    posted: Posted<Nothing>,
) -> Answer {
    signed.must_be(StaffRole::Secretariat)?;
    posted.sound()?;
    let known = subscribers::by_id(app.db.read(), id).await?.ok_or(Error::NotFound)?;
    let act = app.begin(signed.who()).await?;
    subscribing::stop(&act, &known.subscriber.email).await?;
    act.commit().await?;
    signed.visit.flash("success", signed.visit.t("subscriptions-stopped")).await;
    Ok(see_other(&format!("/desk/subscribers/{id}")))
}

pub async fn ask_for_list(State(app): State<App>, signed: SignedIn) -> Answer {
    signed.must_be(StaffRole::Secretariat)?;
    let mut values = Values::default();
    values.add("rhythm".to_owned(), Rhythm::AtOnce.code());
    values.add("language".to_owned(), signed.visit.locale.tag());
    draw(&app, &signed, Filled::with(values)).await
}

async fn draw(app: &App, signed: &SignedIn, filled: Filled) -> Answer {
    let chosen = forms::topics_for(&filled.values, &BTreeSet::new());
    let offer = Offer::new(signed.visit.locale, &offers::cities(app.db.read(), &chosen).await?, &chosen, &[]);
    let frame = signed.visit.frame(signed.visit.t("subscribers-import"), "subscribers").await;
    page(&ImportPage { frame, filled, offer })
}

pub async fn import(State(app): State<App>, signed: SignedIn, posted: Posted<ImportForm>) -> Answer {
    signed.must_be(StaffRole::Secretariat)?;
    let act = async |form: ImportForm, values: &Values| {
        let topics = forms::topics_for(values, &BTreeSet::new());
        let wrong = |field: &str, key: &str| Error::Invalid(FieldErrors::one(field, signed.visit.t(key)));
        if topics.is_empty() {
            return Err(wrong("topics", "subscriptions-choose"));
        }
        let list = forms::list(&form.list);
        if list.people.is_empty() {
            return Err(wrong("list", "subscribers-list-empty"));
        }
        let manner = Manner { rhythm: form.rhythm, locale: form.language };
        let act = app.begin(signed.who()).await?;
        let done = importing::import(&act, list.people.clone(), &topics, manner, form.consent.trim()).await?;
        act.commit().await?;
        let frame = signed.visit.frame(signed.visit.t("subscribers-imported"), "subscribers").await;
        page(&ImportedPage::new(frame, done, &list))
    };
    posted.then(act, async |filled| draw(&app, &signed, filled).await).await
}
