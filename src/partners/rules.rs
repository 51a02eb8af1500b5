//! What a partner who is known by email only can answer, and what follows from it.

use std::time::Duration;

use crate::{clock::Moment, codes::codes};

codes! {
    /// A named partner's answer to the one letter that asks.
    PartnerAnswer {
        /// Asked, and silent so far: nothing more is sent.
        Asked = "asked",
        /// Confirms the part, and receives updates.
        Confirmed = "confirmed",
        /// Receives updates without confirming a part.
        Updates = "updates",
        /// Neither.
        Neither = "neither",
    }

    /// What a partner can choose, on the page behind the letter's link.
    Choice {
        Confirm = "confirm",
        Updates = "updates",
        Neither = "neither",
        /// No more letters; a confirmed part stays confirmed.
        Unsubscribe = "unsubscribe",
    }
}

/// The answer after `choice`, with when the letters stopped.
pub fn after(answer: PartnerAnswer, choice: Choice, at: Moment) -> (PartnerAnswer, Option<Moment>) {
    match choice {
        Choice::Confirm => (PartnerAnswer::Confirmed, None),
        Choice::Updates => (PartnerAnswer::Updates, None),
        Choice::Neither => (PartnerAnswer::Neither, Some(at)),
        Choice::Unsubscribe if answer == PartnerAnswer::Confirmed => (PartnerAnswer::Confirmed, Some(at)),
        Choice::Unsubscribe => (PartnerAnswer::Neither, Some(at)),
    }
}

/// What is said once may be said again after this long; each time that nobody answers, twice as long.
const HOUR: Duration = Duration::from_secs(60 * 60);
const WEEK: Duration = Duration::from_secs(7 * 24 * 60 * 60);

/// From when on an address may be asked once more to confirm that it wants letters: whoever types the addresses of others
/// must not fill their mailboxes.
pub fn asked_again_from(asked_at: Moment, unanswered: i32) -> Moment {
    let doublings = u32::try_from(unanswered.saturating_sub(1)).unwrap_or(0);
    asked_at + HOUR.saturating_mul(2_u32.saturating_pow(doublings)).min(WEEK)
}

/// What was asked for and not confirmed is forgotten after this long.
pub const FORGOTTEN_AFTER: Duration = Duration::from_secs(30 * 24 * 60 * 60);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_asked_less_and_less_often() {
        let at = Moment::from_millis(0);
        let hours = |unanswered| (asked_again_from(at, unanswered) - at).as_secs() / 3600;
        assert_eq!([0, 1, 2, 3, 8, 9, 60].map(hours), [1, 1, 2, 4, 128, 168, 168]);
    }

    #[test]
    fn a_confirmed_part_outlives_the_letters() {
        let at = Moment::from_millis(1);
        assert_eq!(after(PartnerAnswer::Confirmed, Choice::Unsubscribe, at), (PartnerAnswer::Confirmed, Some(at)));
        assert_eq!(after(PartnerAnswer::Asked, Choice::Unsubscribe, at), (PartnerAnswer::Neither, Some(at)));
        assert_eq!(after(PartnerAnswer::Neither, Choice::Confirm, at), (PartnerAnswer::Confirmed, None));
    }
}
