//! The doors of accounts.

mod account;
mod habits;
mod invitation;
mod login;
mod members;
mod notices;
mod organisations;
mod people;
mod person;
mod profile;
mod reset;

use axum::{
    Router,
    routing::{get, post},
};

use crate::app::App;

pub fn routes() -> Router<App> {
    Router::new()
        .route("/login", get(login::show).post(login::log_in))
        .route("/logout", post(login::log_out))
        .route("/invitations/{secret}", get(invitation::show).post(invitation::accept))
        .route("/password-reset", get(reset::show).post(reset::ask))
        .route("/password-reset/{secret}", get(reset::show_link).post(reset::reset))
        .route("/account", get(account::show).post(account::change_profile))
        .route("/account/notices", get(notices::show).post(notices::choose))
        .route("/account/password", post(account::change_password))
        .route("/account/shortcuts", post(habits::set_shortcuts))
        .route("/account/sessions/{id}/end", post(account::end_session))
        .route("/desk/organisations", get(organisations::list))
        .route("/desk/organisations/new", get(organisations::show_new).post(organisations::add))
        .route("/desk/organisations/{slug}", get(organisations::show).post(organisations::edit))
        .route("/desk/organisations/{slug}/members", get(organisations::show_invite).post(organisations::invite))
        .route("/organisations/{slug}/profile", get(profile::show).post(profile::edit))
        .route("/organisations/{slug}/members", get(members::show))
        .route("/organisations/{slug}/members/new", get(members::show_invite).post(members::invite))
        .route("/organisations/{slug}/members/{member}/role", post(members::change_role))
        .route("/organisations/{slug}/members/{member}/removal", post(members::remove))
        .route("/organisations/{slug}/leaving", post(members::leave))
        .route("/organisations/{slug}/ownership", get(members::ask_hand_over).post(members::hand_over))
        .route("/desk/people", get(people::list))
        .route("/desk/people/new", get(people::show_invite).post(people::invite))
        .route("/desk/people/{id}", get(person::show))
        .route("/desk/people/{id}/roles", post(person::appoint))
        .route("/desk/people/{id}/roles/{role}/end", post(person::dismiss))
        .route("/desk/people/{id}/disabling", post(person::disable))
        .route("/desk/people/{id}/enabling", post(person::enable))
        .route("/desk/people/{id}/invitation", post(person::invite_again))
}
