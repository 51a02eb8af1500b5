//! Proposals, from the first draft to the end of a running Initiative: who may do what, the verbs, and all that is kept.

pub mod actions;
pub mod circulars;
pub mod combine;
pub mod conflicts;
pub mod decisions;
mod deeds;
pub mod discussion;
pub mod eligibility;
mod forms;
pub mod letters;
pub mod listing;
pub mod merge;
mod pages;
pub mod paper;
pub mod policy;
pub mod published;
pub mod requests;
pub mod results;
pub mod rules;
pub mod spans;
pub mod store;
pub mod waits;
pub mod web;
pub mod workflow;

pub use letters::Reader as Addressee;
pub use pages::Reading;
pub use policy::{Deed, Standing, Verdict, may};
pub use store::{
    Case, attachments, case, case_to_change, case_to_change_among, cases, closed_to, co_editors, conflicts as rulings,
    decisions as decided, drafts, late, lists, own, people, published as published_texts,
    publishing as publishing_orders, reminders as waited, requests as asked, search, standing, submissions, summary,
    texts as letter_texts, threads, to_review, to_steer, visible_to, without_conflict,
};
pub use waits::Wait;
