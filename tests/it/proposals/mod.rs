//! Proposals, from the first draft to the end of a running Initiative.

mod autosave;
mod documents;
mod drafting;
mod finding;
mod history;
mod importing;
mod letters;
mod pages;
mod receipts;
mod registering;
mod together;
pub mod verbs;
