//! Who may look behind the service.

use crate::accounts::{Actor, StaffRole, policy::Verdict};

/// The state of the service and the audit trail.
pub fn may_administer(actor: &Actor) -> Verdict {
    shown(actor.is(StaffRole::Administrator))
}

/// The letters: the secretariat answers for what they say, the administrators for their leaving.
pub fn may_keep_mail(actor: &Actor) -> Verdict {
    shown(actor.is(StaffRole::Secretariat) || actor.is(StaffRole::Administrator))
}

/// The texts of the public pages: whoever answers for what the letters say answers for what the pages do.
pub fn may_keep_content(actor: &Actor) -> Verdict {
    may_keep_mail(actor)
}

fn shown(yes: bool) -> Verdict {
    if yes { Verdict::Yes } else { Verdict::Hidden }
}
