//! The verbs of accounts.

mod hasher;
mod login;
mod organisations;
mod people;

pub use hasher::{Checked, Hasher};
pub use login::{Attempt, log_in, log_out};
pub use organisations::{NewOrganisation, ensure_organisation};
pub use people::{NewPerson, ensure_member, ensure_person, ensure_staff};
