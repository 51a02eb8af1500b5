//! People, the organisations they act for, and how they sign in.

pub mod actor;
pub mod policy;
pub mod store;

pub use actor::{Actor, Standing};
pub use policy::{OrganisationKind, Role, StaffRole};
