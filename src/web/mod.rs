//! What every page and every form goes through: who visits, what was posted, the frame around a page, the pages of what went
//! wrong. Knows no slice, except that a visitor may be an actor of `accounts`.

pub mod assets;
pub mod download;
pub mod extension;
pub mod faults;
pub mod fields;
pub mod frame;
pub mod gallery;
pub mod headers;
pub mod health;
pub mod kept;
mod kept_pages;
pub mod letter;
pub mod markdown;
pub mod origin;
pub mod outline;
mod paced;
mod parts;
pub mod posted;
pub mod printed;
pub mod returning;
pub mod session;
mod store;
pub mod taken;
pub mod upload;
pub mod visit;
pub mod wording;

use axum::{Router, middleware};
use tower_http::{catch_panic::CatchPanicLayer, compression::CompressionLayer};

pub use faults::{json, page, problem, see_other};
pub use fields::{Filled, Values};
pub use frame::{Flash, Frame};
pub use outline::Outline;
pub use parts::{list_at, list_link};
pub use posted::{Nothing, Posted};
pub use taken::{Path, Query};
pub use upload::{Accepted, Accepts, Upload, Uploaded};
pub use visit::{SignedIn, Visit};

use crate::app::App;

/// A page or a redirect, or what went wrong.
pub type Answer = crate::error::Result<axum::response::Response>;

/// Puts around `pages` what all of them need. From the inside out: who visits (and the pages of what went wrong), the
/// origin check, sessions, headers, compression; and the pages that are kept as they leave all of these.
pub fn dress(app: &App, pages: Router<App>) -> Router {
    let shown = if app.config.demo { gallery::routes() } else { Router::new() };
    let pages = pages.merge(extension::routes()).merge(shown);
    let pages = pages.fallback(faults::nowhere).method_not_allowed_fallback(faults::not_a_page);
    let inner = pages.layer(middleware::from_fn_with_state(app.clone(), origin::check));
    let again = inner.clone().with_state(app.clone());
    let dressed = inner
        .merge(returning::routes(again))
        .layer(middleware::from_fn_with_state(app.clone(), visit::establish))
        .layer(session::layer(app))
        .layer(middleware::from_fn_with_state(app.clone(), session::keep_clue))
        .merge(assets::routes())
        .merge(health::routes())
        .layer(CatchPanicLayer::custom(faults::panicked))
        .layer(middleware::from_fn_with_state(app.clone(), headers::set))
        .layer(CompressionLayer::new())
        .with_state(app.clone());
    // Around the router, not around each of its routes: what is kept need not be looked up there.
    let kept = kept_pages::KeptPages::new(app);
    Router::new().fallback_service(dressed).layer(middleware::from_fn_with_state(kept, kept_pages::keep))
}
