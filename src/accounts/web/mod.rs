//! The doors of accounts.

mod login;

use axum::{
    Router,
    routing::{get, post},
};

use crate::app::App;

pub fn routes() -> Router<App> {
    Router::new().route("/login", get(login::show).post(login::log_in)).route("/logout", post(login::log_out))
}
