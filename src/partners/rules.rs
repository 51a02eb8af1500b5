//! What a partner who is known by email only can answer, and what follows from it.

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_confirmed_part_outlives_the_letters() {
        let at = Moment::from_millis(1);
        assert_eq!(after(PartnerAnswer::Confirmed, Choice::Unsubscribe, at), (PartnerAnswer::Confirmed, Some(at)));
        assert_eq!(after(PartnerAnswer::Asked, Choice::Unsubscribe, at), (PartnerAnswer::Neither, Some(at)));
        assert_eq!(after(PartnerAnswer::Neither, Choice::Confirm, at), (PartnerAnswer::Confirmed, None));
    }
}
