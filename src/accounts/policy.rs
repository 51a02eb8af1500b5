//! Roles: what a person is in an organisation, and what a person is of the staff.

use crate::codes::codes;

codes! {
    /// What an organisation is to the association.
    OrganisationKind {
        MemberCity = "member_city",
        MemberRegion = "member_region",
        PartnerOrganisation = "partner_organisation",
    }

    /// What an official may do in an organisation, the most first.
    Role {
        /// All that a submitter may, and withdraw, delete drafts, invite and remove members.
        Owner = "owner",
        /// All that an editor may, and submit.
        Submitter = "submitter",
        /// Write drafts.
        Editor = "editor",
    }

    /// What a person is of the staff; a person may be several.
    StaffRole {
        Reviewer = "reviewer",
        Secretariat = "secretariat",
        Administrator = "administrator",
    }

    /// What a one-time link is for.
    Purpose {
        Invitation = "invitation",
        PasswordReset = "password_reset",
    }
}
