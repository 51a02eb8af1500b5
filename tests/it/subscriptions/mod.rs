//! Hearing of Initiatives by email, without an account.

mod asking;
mod digests;
mod importing;
mod moving;
mod publishing;
mod stopping;
mod telling;

use initiatives::{
    entity::{subscriber, subscription, suppression},
    ids::Reference,
    mail::{Announced, announcements},
    partners::{
        actions::announcing,
        store::subscribers::{self, From, Manner, NewSubscriber},
        topics::{Origin, Rhythm, Topic, TopicKind},
    },
    proposals::{
        actions::steering::{self, Target},
        rules::Outcome,
    },
    words::Locale,
};
use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder};

use tokio_util::sync::CancellationToken;

use crate::{
    proposals::verbs::decision,
    support::{TestApp, letters::Written},
};

pub const HOUSE: &str = "secretariat@metropolis.example";
pub const ANA: &str = "ana@rosario.example";

impl TestApp {
    /// Somebody asks for letters to an address.
    pub async fn ask_for_letters(&self, email: &str, wanted: &[(&str, &str)]) {
        let mut values = vec![("email", email), ("rhythm", "at_once"), ("language", "en")];
        // What is wanted may say otherwise.
        values.retain(|(name, _)| !wanted.iter().any(|(other, _)| other == name));
        values.extend(wanted);
        let page = self.browser().post("/subscriptions", &values).await;
        assert_eq!((page.status, page.location()), (303, "/subscriptions/asked"), "{}", page.words());
    }

    /// The path of the page behind the letter that asks to confirm.
    pub async fn link_to_confirm(&self, email: &str) -> String {
        let letters = self.letters_to(email).await;
        let asks =
            letters.iter().rev().find(|letter| letter.kind == "subscription-confirm").expect("a letter that asks");
        link(asks, "/subscriptions/")
    }

    /// Somebody asks for letters, reads the mail and confirms; the path of their page.
    pub async fn subscribe(&self, email: &str, wanted: &[(&str, &str)]) -> String {
        self.ask_for_letters(email, wanted).await;
        let path = self.link_to_confirm(email).await;
        self.press(&path, "confirmation", &[]).await;
        path
    }

    /// Somebody opens their page and presses one of its buttons.
    pub async fn press(&self, path: &str, noun: &str, values: &[(&str, &str)]) -> crate::support::Page {
        let mut browser = self.browser();
        let page = browser.get(path).await;
        let version = page.field("version").unwrap_or_else(|| panic!("nothing to press: {}", page.words()));
        let mut values = values.to_vec();
        values.push(("version", &version));
        let to = if noun.is_empty() { path.to_owned() } else { format!("{path}/{noun}") };
        browser.post_and_follow(&to, &values).await
    }

    /// A letter to this address came back: nothing arrives there.
    pub async fn suppress(&self, email: &str) {
        let row = suppression::Model {
            email: email.parse().unwrap(),
            since: self.now(),
            letter_id: None,
            reason: "5.1.1 nobody of this name here".to_owned(),
        };
        suppression::Entity::insert(row.into_active_model()).exec_without_returning(self.db.write()).await.unwrap();
    }

    /// A subscriber to these general topics, as an act enters one.
    pub async fn enter_subscriber(&self, email: &str, kinds: &[&str]) {
        let act = self.begin_as("story").await.unwrap();
        let manner = Manner { rhythm: Rhythm::AtOnce, locale: Locale::En };
        let new = NewSubscriber {
            email: email.parse().unwrap(),
            name: String::new(),
            locale: manner.locale,
            rhythm: manner.rhythm,
        };
        let known = subscribers::ensure(&act, new).await.unwrap();
        let topics = kinds.iter().map(|kind| Topic::read(kind.parse().unwrap(), "").unwrap());
        let from = From { origin: Origin::Import, source: "a story", confirmed: true };
        subscribers::add(&act, known.subscriber.id, topics, from).await.unwrap();
        subscribers::heard(&act, &known.subscriber, manner).await.unwrap();
        act.commit().await.unwrap();
    }

    /// Writes the letters of what was announced to those without an account, and sends none.
    pub async fn expand_announcements(&self) {
        const ALL: &[&[Announced]] = &[&announcing::ANNOUNCED];
        announcements::expand(&self.app, ALL, &CancellationToken::new()).await.unwrap();
    }

    pub async fn approve_and_tell(&self, reference: &Reference) {
        let seen = self.seen(reference).await;
        self.act(HOUSE, async |act, actor| {
            steering::approve(act, actor, Target { reference, seen }, &decision(Outcome::Approved)).await
        })
        .await
        .unwrap();
        self.deliver_mail().await;
    }

    pub async fn start_and_tell(&self, reference: &Reference) {
        let seen = self.seen(reference).await;
        let day = chrono::NaiveDate::from_ymd_opt(2015, 1, 1).unwrap();
        self.act(HOUSE, async |act, actor| steering::start_running(act, actor, Target { reference, seen }, day).await)
            .await
            .unwrap();
        self.deliver_mail().await;
    }

    /// What an address gets, without the letters that ask to confirm: kinds in their order.
    pub async fn told(&self, email: &str) -> Vec<Written> {
        let mut letters = self.letters_to(email).await;
        letters.retain(|letter| letter.kind != "subscription-confirm");
        letters
    }

    pub async fn subscriber(&self, email: &str) -> Option<subscriber::Model> {
        let find = subscriber::Entity::find().filter(subscriber::Column::Email.eq(email));
        find.one(self.db.read()).await.unwrap()
    }

    /// What is confirmed: `(kind, value)`.
    pub async fn confirmed(&self, email: &str) -> Vec<(TopicKind, String)> {
        let Some(row) = self.subscriber(email).await else { return Vec::new() };
        let rows = subscription::Entity::find()
            .filter(subscription::Column::SubscriberId.eq(row.id))
            .filter(subscription::Column::ConfirmedAt.is_not_null())
            .order_by_asc(subscription::Column::Topic)
            .order_by_asc(subscription::Column::Value)
            .all(self.db.read())
            .await
            .unwrap();
        rows.into_iter().map(|row| (row.topic, row.value)).collect()
    }
}

/// The path of the first link of ours below `below` in a letter, without its language.
pub fn link(letter: &Written, below: &str) -> String {
    let at = letter.body_text.find(below).unwrap_or_else(|| panic!("no {below} in {}", letter.body_text));
    let found = letter.body_text[at..].split_whitespace().next().unwrap();
    found.split('?').next().unwrap().to_owned()
}
