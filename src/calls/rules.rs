//! When a call takes proposals, whose, and how an instant is told to people in several zones.

use std::time::Duration;

use crate::{
    accounts::policy::OrganisationKind,
    clock::{Moment, Zone},
    words::Locale,
};

/// The time in which a call takes proposals: both instants belong to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    pub opens_at: Moment,
    pub closes_at: Moment,
    /// How long after the closing a submission still counts, for slow connections. It is not announced.
    pub grace: Duration,
}

/// Where a call stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    Upcoming,
    Open,
    Closed,
}

/// How a submission stands to the deadline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Timeliness {
    /// The call has not opened.
    Early,
    InTime,
    /// After the closing, within the grace: it counts.
    InGrace(Duration),
    /// By how much.
    Late(Duration),
}

impl Window {
    /// None when it would close before it opens.
    pub fn new(opens_at: Moment, closes_at: Moment, grace: Duration) -> Option<Self> {
        (opens_at < closes_at).then_some(Self { opens_at, closes_at, grace })
    }

    /// The window of an organisation that was given time until `own`: the one place where it is decided which deadline
    /// holds. The later of the two does, so that an extension of the call never shortens anybody's.
    pub fn until(self, own: Option<Moment>) -> Self {
        Self { closes_at: own.map_or(self.closes_at, |own| own.max(self.closes_at)), ..self }
    }

    pub fn phase(&self, at: Moment) -> Phase {
        if at < self.opens_at {
            Phase::Upcoming
        } else if at <= self.closes_at {
            Phase::Open
        } else {
            Phase::Closed
        }
    }

    /// Whether a proposal may be started.
    pub fn is_open(&self, at: Moment) -> bool {
        self.phase(at) == Phase::Open
    }

    pub fn timeliness(&self, at: Moment) -> Timeliness {
        match self.phase(at) {
            Phase::Upcoming => Timeliness::Early,
            Phase::Open => Timeliness::InTime,
            Phase::Closed if at <= self.closes_at + self.grace => Timeliness::InGrace(at - self.closes_at),
            Phase::Closed => Timeliness::Late(at - self.closes_at),
        }
    }

    /// Whether a submission counts.
    pub fn accepts(&self, at: Moment) -> bool {
        matches!(self.timeliness(at), Timeliness::InTime | Timeliness::InGrace(_))
    }
}

impl Phase {
    /// As part of locale keys and URLs.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Upcoming => "upcoming",
            Self::Open => "open",
            Self::Closed => "closed",
        }
    }
}

/// Whether a call that admits members, partners or both admits an organisation of this kind.
pub fn admits(members: bool, partners: bool, kind: OrganisationKind) -> bool {
    match kind {
        OrganisationKind::MemberCity | OrganisationKind::MemberRegion => members,
        OrganisationKind::PartnerOrganisation => partners,
    }
}

/// What becomes of the closing instant first announced when the closing moves: an extension keeps it, and going back to it
/// is no extension any more.
pub fn first_closing(first: Option<Moment>, old: Moment, new: Moment) -> Option<Moment> {
    let announced = first.unwrap_or(old);
    (new > announced).then_some(announced)
}

/// An instant as people need it: on the clock of the call, on their own, and in UTC, each a text ready to be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Instants {
    /// For `<time datetime>`.
    pub iso: String,
    pub in_call_zone: String,
    /// Where the reader's account names another zone than the call's.
    pub in_reader_zone: Option<String>,
    pub in_utc: String,
}

impl Instants {
    /// `reader_zone` is that of the account, none for a visitor without one.
    pub fn new(at: Moment, call_zone: Zone, reader_zone: Option<Zone>, locale: Locale) -> Self {
        Self::told(at, call_zone, reader_zone, |zone| locale.instant(at, zone))
    }

    /// The same with its seconds: for two instants that may lie close together.
    pub fn to_the_second(at: Moment, call_zone: Zone, reader_zone: Option<Zone>, locale: Locale) -> Self {
        Self::told(at, call_zone, reader_zone, |zone| locale.instant_to_the_second(at, zone))
    }

    fn told(at: Moment, call_zone: Zone, reader_zone: Option<Zone>, in_zone: impl Fn(Zone) -> String) -> Self {
        Self {
            iso: at.iso(),
            in_call_zone: in_zone(call_zone),
            in_reader_zone: reader_zone.filter(|zone| *zone != call_zone).map(&in_zone),
            in_utc: in_zone(Zone::UTC),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DAY: Duration = Duration::from_secs(86_400);
    const SECOND: Duration = Duration::from_secs(1);

    fn window() -> Window {
        let opens_at = Moment::from_millis(1_393_830_000_000);
        Window { opens_at, closes_at: opens_at + 73 * DAY, grace: 300 * SECOND }
    }

    #[test]
    fn a_call_takes_proposals_from_its_opening_to_its_closing_both_included() {
        let window = window();
        assert_eq!(window.phase(window.opens_at - SECOND), Phase::Upcoming);
        assert!(window.is_open(window.opens_at));
        assert!(window.is_open(window.closes_at));
        assert_eq!(window.phase(window.closes_at + SECOND), Phase::Closed);
    }

    #[test]
    fn grace_saves_a_submission_but_does_not_keep_the_call_open() {
        let window = window();
        let after = window.closes_at + 300 * SECOND;
        assert!(!window.is_open(after));
        assert!(window.accepts(after));
        assert_eq!(window.timeliness(after), Timeliness::InGrace(300 * SECOND));
        assert!(!window.accepts(after + SECOND));
        assert_eq!(window.timeliness(after + SECOND), Timeliness::Late(301 * SECOND));
        assert!(!window.accepts(window.opens_at - SECOND));
    }

    #[test]
    fn an_extension_remembers_what_was_first_announced() {
        let (first, second) = (Moment::from_millis(1_000), Moment::from_millis(2_000));
        assert_eq!(first_closing(None, first, second), Some(first));
        assert_eq!(first_closing(Some(first), second, Moment::from_millis(3_000)), Some(first), "extended twice");
        assert_eq!(first_closing(Some(first), second, first), None, "the extension was taken back");
        assert_eq!(first_closing(None, second, first), None, "brought forward");
    }

    #[test]
    fn an_instant_is_told_in_the_reader_s_zone_only_if_it_is_another() {
        let madrid: Zone = "Europe/Madrid".parse().unwrap();
        let at = Moment::from_millis(1_400_191_199_000);
        let told = Instants::new(at, madrid, Some(madrid), Locale::En);
        assert_eq!(told.in_call_zone, "15 May 2014, 23:59 (Europe/Madrid, UTC+2)");
        assert_eq!(told.in_utc, "15 May 2014, 21:59 (UTC)");
        assert_eq!(told.in_reader_zone, None);
        let kolkata = Some("Asia/Kolkata".parse().unwrap());
        let told = Instants::new(at, madrid, kolkata, Locale::En);
        assert_eq!(told.in_reader_zone.as_deref(), Some("16 May 2014, 03:29 (Asia/Kolkata, UTC+5:30)"));
    }
}
