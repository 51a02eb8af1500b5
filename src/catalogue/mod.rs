//! What everybody may read: the home page, the Initiatives, the benefits, the publications.

pub mod actions;
pub mod forms;
pub mod news;
pub mod pages;
pub mod store;
pub mod web;
