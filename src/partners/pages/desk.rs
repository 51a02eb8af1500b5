//! Subscribers, as the secretariat sees them.

use std::collections::BTreeMap;

use askama::Template;

use super::subscriptions::{Offer, in_words};
use crate::{
    clock::Zone,
    entity::{proposal, subscriber, subscription, suppression},
    ids::SubscriberId,
    partners::{
        forms::List,
        store::lists::Entered,
        topics::{NamedCity, Topic},
    },
    web::{Filled, Frame},
};

/// The list.
#[derive(Template)]
#[template(path = "partners/subscribers.html")]
pub struct SubscribersPage {
    pub frame: Frame,
    pub q: String,
    pub reached: String,
    pub rows: Vec<Row>,
    pub previous: Option<String>,
    pub next: Option<String>,
}

/// Somebody in the list.
pub struct Row {
    pub href: String,
    pub email: String,
    pub name: String,
    pub what: String,
    pub rhythm: String,
    pub language: &'static str,
    pub since: String,
    pub iso: String,
}

impl SubscribersPage {
    pub fn new(
        frame: Frame,
        q: String,
        reached: u64,
        found: (&[subscriber::Model], &BTreeMap<SubscriberId, i64>),
        zone: Zone,
    ) -> Self {
        let locale = frame.locale;
        let (people, wishes) = found;
        let row = |person: &subscriber::Model| Row {
            href: format!("/desk/subscribers/{}", person.id),
            email: person.email.to_string(),
            name: person.name.clone(),
            what: match wishes.get(&person.id) {
                Some(count) => locale.tr("subscribers-wishes", &[("count", (*count).into())]),
                None => locale.t(standing(person)),
            },
            rhythm: locale.t(&format!("subscriptions-rhythm-{}", person.rhythm.code())),
            language: person.locale.own_name(),
            since: locale.date(person.created_at.day_in(zone.0)),
            iso: person.created_at.iso(),
        };
        Self {
            reached: locale.tr("subscribers-reached", &[("count", reached.into())]),
            rows: people.iter().map(row).collect(),
            previous: None,
            next: None,
            q,
            frame,
        }
    }
}

/// How somebody stands who gets no letters.
fn standing(person: &subscriber::Model) -> &'static str {
    match (person.stopped_at, person.confirmed_at) {
        (Some(_), _) => "subscribers-stopped",
        (None, Some(_)) => "subscribers-nothing",
        (None, None) => "subscribers-unconfirmed",
    }
}

/// One subscriber, with where each wish is known from.
#[derive(Template)]
#[template(path = "partners/subscriber_desk.html")]
pub struct SubscriberPage {
    pub frame: Frame,
    pub id: String,
    pub email: String,
    pub name: String,
    pub language: &'static str,
    pub rhythm: String,
    pub standing: Option<String>,
    /// Since when nothing arrives there.
    pub suppressed: Option<String>,
    pub wishes: Vec<Wish>,
    pub letters: String,
    pub may_stop: bool,
}

/// One thing that somebody wants to hear of.
pub struct Wish {
    pub what: String,
    pub origin: String,
    pub source: String,
    pub asked: String,
    pub confirmed: Option<String>,
}

impl SubscriberPage {
    pub fn new(
        frame: Frame,
        person: &subscriber::Model,
        rows: &[subscription::Model],
        suppressed: Option<&suppression::Model>,
        (cities, named): (&[NamedCity], &[proposal::Model]),
        zone: Zone,
    ) -> Self {
        let locale = frame.locale;
        let wish = |row: &subscription::Model| {
            let topic = Topic::read(row.topic, &row.value)?;
            Some(Wish {
                what: in_words(&topic, cities, named, locale),
                origin: locale.t(&format!("subscribers-origin-{}", row.origin.code())),
                source: row.source.clone(),
                asked: locale.instant(row.asked_at, zone),
                confirmed: row.confirmed_at.map(|at| locale.instant(at, zone)),
            })
        };
        let email = person.email.to_string();
        let query: String = url::form_urlencoded::byte_serialize(email.as_bytes()).collect();
        let gets_letters = rows.iter().any(|row| row.confirmed_at.is_some());
        Self {
            id: person.id.to_string(),
            letters: format!("/admin/mail?q={query}"),
            name: person.name.clone(),
            language: person.locale.own_name(),
            rhythm: locale.t(&format!("subscriptions-rhythm-{}", person.rhythm.code())),
            standing: (!gets_letters).then(|| locale.t(standing(person))),
            suppressed: suppressed.map(|row| locale.instant(row.since, zone)),
            wishes: rows.iter().filter_map(wish).collect(),
            may_stop: person.stopped_at.is_none(),
            email,
            frame,
        }
    }
}

/// Bringing a list here.
#[derive(Template)]
#[template(path = "partners/import.html")]
pub struct ImportPage {
    pub frame: Frame,
    pub filled: Filled,
    pub offer: Offer,
}

/// What became of a list.
#[derive(Template)]
#[template(path = "partners/imported.html")]
pub struct ImportedPage {
    pub frame: Frame,
    pub lines: Vec<String>,
    /// The numbers of the lines without an address, with what they say.
    pub unread: Vec<(usize, String)>,
}

impl ImportedPage {
    pub fn new(frame: Frame, done: Entered, list: &List) -> Self {
        let told = [
            ("subscribers-did-new", done.new),
            ("subscribers-did-known", done.known),
            ("subscribers-did-stopped", done.stopped),
            ("subscribers-did-again", list.again),
        ];
        let lines = told.iter().filter(|(key, count)| *count > 0 || *key == "subscribers-did-new");
        let lines = lines.map(|(key, count)| frame.tr(key, &[("count", (*count).into())])).collect();
        Self { lines, unread: list.unread.clone(), frame }
    }
}
