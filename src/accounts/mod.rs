//! People, the organisations they act for, and how they sign in.

pub mod actions;
pub mod actor;
pub mod agents;
pub mod contacts;
pub mod forms;
pub mod letters;
pub mod lists;
pub mod pages;
pub mod passwords;
pub mod policy;
pub mod store;
pub mod throttle;
pub mod web;

pub use actions::Hasher;
pub use actor::{Actor, Standing};
pub use policy::{OrganisationKind, Role, StaffRole};
pub use store::{actor as signed_in_as, habits};
