//! Links that letters lead to: an invitation, a new password; and members who are in no column.

use initiatives::{
    accounts::{
        Role, StaffRole,
        actions::{Place, ask_reset, ensure_invited, ensure_member, ensure_person},
    },
    ids::UserId,
    mail::Email,
};

use super::scene::OWNER;
use crate::support::{TestApp, someone_new};

/// The secret of an invitation.
pub async fn invitation(app: &TestApp) -> String {
    let person = someone_new();
    let act = app.begin_as("test").await.unwrap();
    ensure_invited(&act, &person, Place::Staff(StaffRole::Reviewer)).await.unwrap();
    act.commit().await.unwrap();
    secret(app, person.email.as_str(), "/invitations/").await
}

/// The secret of a link for a new password.
pub async fn reset(app: &TestApp) -> String {
    let (_, email) = one_more_editor(app).await;
    let act = app.begin_as("test").await.unwrap();
    ask_reset(&act, email.as_str(), email.as_str()).await.unwrap();
    act.commit().await.unwrap();
    secret(app, email.as_str(), "/password-reset/").await
}

/// A member of Agra who is in no column.
pub async fn member(app: &TestApp) -> String {
    one_more_editor(app).await.0.to_string()
}

async fn one_more_editor(app: &TestApp) -> (UserId, Email) {
    let person = someone_new();
    let password = app.hasher.hash("an old password of mine", app.ids.salt()).await.unwrap();
    let agra = app.actor(OWNER).await.memberships[0].organisation;
    let act = app.begin_as("test").await.unwrap();
    let id = ensure_person(&act, &person, Some(&password)).await.unwrap();
    ensure_member(&act, id, agra, Role::Editor).await.unwrap();
    act.commit().await.unwrap();
    (id, person.email)
}

async fn secret(app: &TestApp, email: &str, below: &str) -> String {
    let letter = app.letters_to(email).await.pop().unwrap();
    let link = letter.body_text.split_whitespace().find(|word| word.contains(below)).unwrap().to_owned();
    link.split(below).nth(1).unwrap().to_owned()
}
