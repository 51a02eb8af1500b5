//! The verbs of accounts.

mod counting;
mod habits;
mod hasher;
mod invitations;
mod login;
mod members;
mod organisations;
mod password;
mod people;
mod sweep;

pub use counting::{count_written, may_ask_to_confirm};
pub use habits::{set_desk_columns, set_shortcuts};
pub use hasher::{Checked, Hasher};
pub use invitations::{LASTS, Place, accept, count_invitation, ensure_invited, invite, invite_again, invited, way_in};
pub use login::{Attempt, log_in, log_out};
pub use members::{change_role, hand_over, leave, remove_member};
pub use organisations::{
    NewOrganisation, add_organisation, edit_organisation, edit_profile, ensure_organisation, organisation_for,
};
pub use password::{ask_reset, change_password, count_asked, knows_password, reset, resetting};
pub use people::{
    NewPerson, Profile, appoint, disable, dismiss, enable, end_session, ensure_member, ensure_person, ensure_staff,
    set_profile,
};
pub use sweep::sweep;
