//! The pages of an organisation's own people.

use askama::Template;

use super::desk::AccountState;
use crate::{
    accounts::contacts::ContactNames,
    ids::UserId,
    web::{Filled, Frame},
};

/// The members of one's organisation.
#[derive(Template)]
#[template(path = "accounts/members.html")]
pub struct MembersPage {
    pub frame: Frame,
    pub slug: String,
    pub name: String,
    pub lines: Vec<MemberLine>,
    /// Whether the visitor looks after the members.
    pub manages: bool,
    pub may_hand_over: bool,
    pub may_leave: bool,
    /// Or else of the secretariat.
    pub is_member: bool,
    /// What each role may, in a sentence.
    pub meanings: Vec<String>,
}

/// A member.
pub struct MemberLine {
    pub id: UserId,
    pub name: String,
    pub email: String,
    pub code: &'static str,
    pub role: String,
    /// The roles that they could have, with their codes.
    pub roles: Vec<(&'static str, String)>,
    pub state: AccountState,
    pub is_me: bool,
    pub is_last_owner: bool,
}

/// Handing one's ownership over.
#[derive(Template)]
#[template(path = "accounts/hand_over.html")]
pub struct HandOverPage {
    pub frame: Frame,
    pub slug: String,
    pub name: String,
    pub members: Vec<(String, String)>,
    pub filled: Filled,
}

/// What an organisation says of itself, and whom it names in its proposals.
#[derive(Template)]
#[template(path = "accounts/profile.html")]
pub struct ProfilePage {
    pub frame: Frame,
    pub slug: String,
    pub name: String,
    pub filled: Filled,
    /// What stands there now, if it was changed by someone else meanwhile: labels and values.
    pub changed: Vec<(String, String)>,
    pub countries: Vec<(String, String)>,
    /// The names of the inputs, the key of what they are, whether a telephone is asked.
    pub people: Vec<(ContactNames, &'static str, bool)>,
}
