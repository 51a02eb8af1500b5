//! What somebody has written from the public pages: waiting for whoever reads the mail, or come to the desk.

use initiatives::{
    entity::contact_message::{self, Column},
    mail::Email,
    partners::{
        actions::contacting,
        contact::{About, MessageState},
        store::contact::{NewMessage, insert},
    },
    words::Locale,
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::matrix::Line;
use crate::support::TestApp;

const EMAIL: &str = "writer@cities.example";

fn email() -> Email {
    EMAIL.parse().unwrap()
}

/// The proof in the link of the letter that asks.
pub fn proof(app: &TestApp) -> String {
    contacting::proof(app, &email()).unwrap()
}

/// A message that came to the desk and is not answered.
pub async fn open(app: &TestApp) -> contact_message::Model {
    message(app, MessageState::Open).await
}

/// What the line posts, with what it says of messages filled in.
pub async fn filled(app: &TestApp, line: &Line) -> String {
    let mut body = line.body.clone();
    if body.contains("{waiting}") {
        body = body.replace("{waiting}", &message(app, MessageState::Waiting).await.id.to_string());
    }
    if body.contains("{message_version}") {
        body = body.replace("{message_version}", &open(app).await.version.to_string());
    }
    body
}

/// One in this state; another one when a line has changed that.
async fn message(app: &TestApp, state: MessageState) -> contact_message::Model {
    let find = contact_message::Entity::find().filter(Column::Email.eq(EMAIL)).filter(Column::State.eq(state));
    if let Some(row) = find.one(app.db.read()).await.unwrap() {
        return row;
    }
    let new = NewMessage {
        name: "A Writer".to_owned(),
        email: email(),
        locale: Locale::En,
        about: About::Question,
        body: "May two cities apply together?".to_owned(),
        proposal: None,
    };
    let act = app.begin_as("test").await.unwrap();
    let row = insert(&act, new, state).await.unwrap();
    act.commit().await.unwrap();
    row
}
