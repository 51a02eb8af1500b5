//! Queries on people, organisations, roles, sessions, tokens and throttles.

mod actors;
pub mod habits;
pub mod organisations;
pub mod people;
pub mod roles;
pub mod search;
pub mod sessions;
pub mod throttles;
pub mod tokens;

pub use actors::{Session, actor, signed_in};
