//! Proposals, from the first draft to the end of a running Initiative.

mod autosave;
mod documents;
mod drafting;
mod finding;
mod history;
mod importing;
mod letters;
mod notes;
mod pages;
mod points;
mod receipts;
mod registering;
mod requests;
mod together;
pub mod verbs;
