//! What everybody may read: the home page, the Initiatives, the benefits, the publications.

pub mod actions;
pub mod content;
pub mod entries;
pub mod facets;
pub mod filter;
pub mod forms;
pub mod listing;
pub mod map;
pub mod news;
pub mod pages;
pub mod programs;
pub mod publications;
pub mod similar;
pub mod snapshot;
pub mod store;
pub mod web;

pub use store::content as written;
