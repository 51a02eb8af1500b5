//! Letters, as stories post and find them.

use std::{collections::HashMap, ops::Deref};

use initiatives::{
    app::App,
    entity::{letter, letter_body},
    ids::LetterId,
    mail::{self, Letter, Recipient, outbox},
    words::Locale,
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, Select};

use super::TestApp;

/// A letter with what it says.
#[derive(Clone, Debug)]
pub struct Written {
    pub row: letter::Model,
    pub body_text: String,
    pub body_html: String,
}

impl Deref for Written {
    type Target = letter::Model;

    fn deref(&self) -> &letter::Model {
        &self.row
    }
}

/// Letters with what they say.
pub async fn read(app: &App, find: Select<letter::Entity>) -> Vec<Written> {
    let rows = find.all(app.db.read()).await.unwrap();
    let bodies = letter_body::Entity::find().all(app.db.read()).await.unwrap();
    let mut bodies: HashMap<LetterId, letter_body::Model> =
        bodies.into_iter().map(|body| (body.letter_id, body)).collect();
    let written = rows.into_iter().map(|row| {
        let letter_body::Model { body_text, body_html, .. } =
            bodies.remove(&row.id).expect("every letter says something");
        Written { row, body_text: body_text.text().unwrap(), body_html: body_html.text().unwrap() }
    });
    written.collect()
}

impl TestApp {
    /// Sends all letters that are due.
    pub async fn deliver_mail(&self) {
        mail::worker::deliver_due(&self.app).await.unwrap();
    }

    /// The letters to an address, oldest first, as they were written.
    pub async fn letters_to(&self, address: &str) -> Vec<Written> {
        let find = letter::Entity::find()
            .filter(letter::Column::Recipient.eq(address))
            .order_by_asc(letter::Column::CreatedAt)
            .order_by_asc(letter::Column::Id);
        read(&self.app, find).await
    }

    /// All letters, in no order.
    pub async fn all_letters(&self) -> Vec<Written> {
        read(&self.app, letter::Entity::find()).await
    }

    /// The one letter to an address.
    pub async fn only_letter_to(&self, address: &str) -> Written {
        let mut letters = self.letters_to(address).await;
        assert_eq!(letters.len(), 1, "letters to {address}");
        letters.remove(0)
    }

    /// Posts a test letter.
    pub async fn post_letter(&self, address: &str) {
        post(&self.app, letter_to(&self.app, address)).await;
    }
}

pub fn someone(address: &str, name: &str, locale: Locale) -> Recipient {
    Recipient { email: address.parse().unwrap(), name: name.to_owned(), user: None, locale }
}

/// A test letter about something that happens to this address once.
pub fn letter_to(app: &App, address: &str) -> Letter {
    Letter::test(&app.config, someone(address, "Somebody", Locale::En), "trial", "a note")
}

/// An act that does nothing but post a letter.
pub async fn post(app: &App, letter: Letter) {
    let act = app.begin_as("story").await.unwrap();
    outbox::post(&act, letter).await.unwrap();
    act.commit().await.unwrap();
}
