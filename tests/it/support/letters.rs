//! Letters, as stories post and find them.

use initiatives::{
    app::App,
    entity::letter,
    mail::{self, Letter, Recipient, outbox},
    words::Locale,
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use super::TestApp;

impl TestApp {
    /// Sends all letters that are due.
    pub async fn deliver_mail(&self) {
        mail::worker::deliver_due(&self.app).await.unwrap();
    }

    /// The letters to an address, oldest first, as they were written.
    pub async fn letters_to(&self, address: &str) -> Vec<letter::Model> {
        letter::Entity::find()
            .filter(letter::Column::Recipient.eq(address))
            .order_by_asc(letter::Column::CreatedAt)
            .order_by_asc(letter::Column::Id)
            .all(self.app.db.read())
            .await
            .unwrap()
    }

    /// All letters, in no order.
    pub async fn all_letters(&self) -> Vec<letter::Model> {
        letter::Entity::find().all(self.app.db.read()).await.unwrap()
    }

    /// The one letter to an address.
    pub async fn only_letter_to(&self, address: &str) -> letter::Model {
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
