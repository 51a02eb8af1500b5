//! The service as those see it who run it: what it consists of, its letters, its audit trail.

mod actions;
mod deeds;
mod forms;
mod pages;
mod policy;
mod rules;
mod store;
pub mod web;
