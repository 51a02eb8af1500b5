//! The log of letters: each is found, told of, cancelled or sent once more; and counted by day.

mod deeds;
mod finding;
mod pages;

use initiatives::{entity::letter, mail::LetterState};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, sea_query::Expr};

use crate::support::{Page, TestApp};

pub const OWNER: &str = "official@agra.example";
pub const SECRETARIAT: &str = "secretariat@metropolis.example";
pub const ADMINISTRATOR: &str = "admin@metropolis.example";

/// How many letters a page of the list shows.
pub fn shown(page: &Page) -> usize {
    page.text.matches("class=\"table-main\"").count()
}

/// Writes that a letter stands somewhere.
pub async fn stands(app: &TestApp, address: &str, state: LetterState) {
    let sent_at = (state == LetterState::Sent).then(|| app.now());
    letter::Entity::update_many()
        .col_expr(letter::Column::State, Expr::value(state))
        .col_expr(letter::Column::SentAt, Expr::value(sent_at))
        .filter(letter::Column::Recipient.eq(address))
        .exec(app.db.write())
        .await
        .unwrap();
}
