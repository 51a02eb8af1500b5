//! Roles: what a person is in an organisation, and what a person is of the staff; and who may do what to people and
//! organisations, in one pure function, [`may`].

use crate::{
    accounts::actor::Actor,
    codes::codes,
    error::Error,
    ids::{OrganisationId, UserId},
};

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

/// Something that one may want to do with people and organisations.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    /// The list of people, and the page of each.
    SeePeople,
    /// The list of organisations, the page of each, and what stands there.
    KeepOrganisations,
    /// Give someone a role in an organisation, or take it away.
    ManageMembers(OrganisationId),
    /// The organisation's own page, and who its members are.
    SeeOrganisation(OrganisationId),
    /// Say what it is, and whom it names in its proposals.
    EditOrganisation(OrganisationId),
    /// Give someone a role of the staff.
    Appoint(StaffRole),
    /// Take it away.
    Dismiss(StaffRole, Target),
    Disable(Target),
    Enable(Target),
}

/// Whom a deed is done to, as far as it matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Target {
    pub id: UserId,
    /// Secretariat or administrator.
    pub is_house: bool,
    /// Without whom nobody could administer.
    pub is_last_administrator: bool,
}

/// Whether someone may do something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    Yes,
    /// They see it, and it cannot be done; the key of the reason in the locale files.
    No(&'static str),
    /// For them there is no such thing.
    Hidden,
}

impl Verdict {
    pub fn is_yes(self) -> bool {
        self == Self::Yes
    }

    /// Passes a yes; the error of anything else.
    pub fn must(self) -> Result<(), Error> {
        match self {
            Self::Yes => Ok(()),
            Self::No(reason) => Err(Error::Refused(reason)),
            Self::Hidden => Err(Error::NotFound),
        }
    }
}

/// Whether `actor` may do this.
pub fn may(actor: &Actor, deed: Deed) -> Verdict {
    let secretariat = actor.is(StaffRole::Secretariat);
    let administrator = actor.is(StaffRole::Administrator);
    let sees_people = secretariat || administrator;
    match deed {
        Deed::SeePeople => shown(sees_people),
        Deed::KeepOrganisations => shown(secretariat),
        Deed::SeeOrganisation(organisation) => shown(secretariat || actor.role_in(organisation).is_some()),
        Deed::ManageMembers(organisation) | Deed::EditOrganisation(organisation) => {
            shown(secretariat || actor.role_in(organisation) == Some(Role::Owner))
        }
        _ if !sees_people => Verdict::Hidden,
        Deed::Appoint(role) => appoints(actor, role),
        Deed::Dismiss(StaffRole::Administrator, target) if target.is_last_administrator => {
            Verdict::No("accounts-no-last-administrator")
        }
        Deed::Dismiss(role, _) => appoints(actor, role),
        Deed::Disable(target) if target.id == actor.id => Verdict::No("accounts-no-self"),
        Deed::Disable(target) if target.is_last_administrator => Verdict::No("accounts-no-last-administrator"),
        Deed::Disable(target) | Deed::Enable(target) if target.is_house && !administrator => {
            Verdict::No("accounts-no-administrator")
        }
        Deed::Disable(_) | Deed::Enable(_) => Verdict::Yes,
    }
}

/// A member of an organisation, as far as it matters to who owns it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seat {
    pub user: UserId,
    pub role: Role,
    /// Whether they can log in: who was only invited, or whose account is closed, owns nothing.
    pub is_able: bool,
}

/// Whether an organisation would be without an owner if this member were none.
pub fn is_last_owner(seats: impl IntoIterator<Item = Seat>, user: UserId) -> bool {
    let mut owners = seats.into_iter().filter(|seat| seat.role == Role::Owner && seat.is_able);
    owners.next().is_some_and(|seat| seat.user == user) && owners.next().is_none()
}

fn shown(yes: bool) -> Verdict {
    if yes { Verdict::Yes } else { Verdict::Hidden }
}

/// Reviewers are the secretariat's to choose; the secretariat and the administrators are the administrators'.
fn appoints(actor: &Actor, role: StaffRole) -> Verdict {
    match role {
        StaffRole::Reviewer if actor.is(StaffRole::Secretariat) => Verdict::Yes,
        StaffRole::Reviewer => Verdict::No("accounts-no-secretariat"),
        StaffRole::Secretariat | StaffRole::Administrator if actor.is(StaffRole::Administrator) => Verdict::Yes,
        StaffRole::Secretariat | StaffRole::Administrator => Verdict::No("accounts-no-administrator"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{accounts::actor::Standing, clock::Zone, words::Locale};

    const ORGANISATION: OrganisationId = OrganisationId(uuid::Uuid::from_u128(1));

    fn someone(staff: &[StaffRole], role: Option<Role>) -> Actor {
        let standing = |role| Standing {
            organisation: ORGANISATION,
            organisation_slug: "agra".to_owned(),
            organisation_name: "Agra".to_owned(),
            kind: OrganisationKind::MemberCity,
            role,
        };
        Actor {
            id: UserId(uuid::Uuid::from_u128(2)),
            email: "someone@agra.example".parse().unwrap(),
            name: "Someone".to_owned(),
            locale: Locale::En,
            zone: Zone::UTC,
            memberships: role.map(standing).into_iter().collect(),
            staff: staff.to_vec(),
        }
    }

    fn target(id: u128, is_house: bool, is_last_administrator: bool) -> Target {
        Target { id: UserId(uuid::Uuid::from_u128(id)), is_house, is_last_administrator }
    }

    /// Deeds down, people across: owner, submitter, reviewer, secretariat, administrator. y: yes, n: no, .: hidden.
    #[test]
    fn who_may_do_what_to_people_and_organisations() {
        let people = [
            someone(&[], Some(Role::Owner)),
            someone(&[], Some(Role::Submitter)),
            someone(&[StaffRole::Reviewer], None),
            someone(&[StaffRole::Secretariat], None),
            someone(&[StaffRole::Administrator], None),
        ];
        let other = OrganisationId(uuid::Uuid::from_u128(9));
        for (deed, expected) in [
            (Deed::SeePeople, "...yy"),
            (Deed::KeepOrganisations, "...y."),
            (Deed::ManageMembers(ORGANISATION), "y..y."),
            (Deed::ManageMembers(other), "...y."),
            (Deed::SeeOrganisation(ORGANISATION), "yy.y."),
            (Deed::SeeOrganisation(other), "...y."),
            (Deed::EditOrganisation(ORGANISATION), "y..y."),
            (Deed::Appoint(StaffRole::Reviewer), "...yn"),
            (Deed::Appoint(StaffRole::Secretariat), "...ny"),
            (Deed::Appoint(StaffRole::Administrator), "...ny"),
            (Deed::Dismiss(StaffRole::Reviewer, target(3, false, false)), "...yn"),
            (Deed::Dismiss(StaffRole::Administrator, target(3, true, false)), "...ny"),
            (Deed::Dismiss(StaffRole::Administrator, target(3, true, true)), "...nn"),
            (Deed::Disable(target(3, false, false)), "...yy"),
            (Deed::Disable(target(3, true, false)), "...ny"),
            (Deed::Disable(target(3, true, true)), "...nn"),
            (Deed::Disable(target(2, false, false)), "...nn"),
            (Deed::Enable(target(3, false, false)), "...yy"),
            (Deed::Enable(target(3, true, false)), "...ny"),
        ] {
            let found: String = people
                .iter()
                .map(|actor| match may(actor, deed) {
                    Verdict::Yes => 'y',
                    Verdict::No(_) => 'n',
                    Verdict::Hidden => '.',
                })
                .collect();
            assert_eq!(found, expected, "{deed:?}");
        }
    }

    #[test]
    fn the_last_owner_is_the_only_one_who_can_log_in() {
        let user = |n| UserId(uuid::Uuid::from_u128(n));
        let seat = |n, role, is_able| Seat { user: user(n), role, is_able };
        let owner = seat(1, Role::Owner, true);
        let cases = [
            (vec![owner], true),
            (vec![owner, seat(2, Role::Submitter, true)], true),
            (vec![owner, seat(2, Role::Owner, false)], true),
            (vec![seat(2, Role::Owner, false), owner], true),
            (vec![owner, seat(2, Role::Owner, true)], false),
            (vec![seat(1, Role::Owner, false)], false),
            (vec![seat(1, Role::Submitter, true), seat(2, Role::Owner, true)], false),
        ];
        for (seats, last) in cases {
            assert_eq!(is_last_owner(seats.clone(), user(1)), last, "{seats:?}");
        }
    }
}
