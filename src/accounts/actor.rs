//! Who is signed in, as every gate and every page needs to know it.

use serde::{Deserialize, Serialize};

use crate::{
    accounts::policy::{OrganisationKind, Role, StaffRole},
    act::By,
    clock::Zone,
    ids::{OrganisationId, UserId},
    mail::Email,
    words::Locale,
};

/// A person who is signed in, with all roles.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Actor {
    pub id: UserId,
    pub email: Email,
    pub name: String,
    pub locale: Locale,
    pub zone: Zone,
    pub memberships: Vec<Standing>,
    pub staff: Vec<StaffRole>,
}

/// What an actor is in one organisation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Standing {
    pub organisation: OrganisationId,
    pub organisation_slug: String,
    pub organisation_name: String,
    pub kind: OrganisationKind,
    pub role: Role,
}

impl Actor {
    pub fn is(&self, role: StaffRole) -> bool {
        self.staff.contains(&role)
    }

    /// The role in an organisation, if there is one.
    pub fn role_in(&self, organisation: OrganisationId) -> Option<Role> {
        self.memberships.iter().find(|m| m.organisation == organisation).map(|m| m.role)
    }

    pub fn by(&self) -> By {
        By::User(self.id)
    }
}
