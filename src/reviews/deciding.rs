//! What stands in the way of a decision, and what of it is told.

use std::collections::BTreeMap;

use crate::{
    clock::Moment,
    codes::codes,
    proposals::{Deed, Standing, decisions::publishable, may, rules::Outcome, workflow::State},
};

codes! {
    /// Which decisions of a call are listed.
    Shown {
        /// It can be decided now, and nothing is prepared.
        Open = "open",
        Prepared = "prepared",
        /// To be published by an order that is not carried out yet.
        Ordered = "ordered",
        /// Neither to decide now nor prepared.
        Decided = "decided",
        All = "all",
    }

    /// What the list of decisions is sorted by.
    Order {
        /// By the mean of the reviews, the best first.
        Rank = "rank",
        Reference = "reference",
        Title = "title",
    }

    /// What one should know before deciding.
    Remark {
        /// It was found not to be eligible.
        Ineligible = "ineligible",
        /// Nobody has judged it.
        Unjudged = "unjudged",
        /// Not all reviews that were asked for are in.
        ReviewsOpen = "reviews_open",
        /// What is prepared cannot be published where it stands now.
        Stuck = "stuck",
        /// The date of a prepared return is past.
        DuePassed = "due_passed",
    }
}

impl Shown {
    /// Whether a proposal belongs to this list; `is_open`: whether it can be decided now.
    pub fn holds(self, is_open: bool, is_prepared: bool, is_ordered: bool) -> bool {
        match self {
            Self::Open => is_open && !is_prepared,
            Self::Prepared => is_prepared && !is_ordered,
            Self::Ordered => is_ordered,
            Self::Decided => !is_open && !is_prepared,
            Self::All => true,
        }
    }
}

/// What is to be said of a proposal, of which so many reviews are in of so many that were asked for; `prepared` is what is
/// prepared for it.
pub fn remarks(
    standing: &Standing,
    (is_in, asked): (i32, i32),
    prepared: Option<(Outcome, Option<Moment>)>,
) -> Vec<Remark> {
    let mut remarks = Vec::new();
    if let Some((outcome, due)) = prepared {
        if !publishable(standing, outcome).is_yes() {
            remarks.push(Remark::Stuck);
        } else if due.is_some_and(|due| due <= standing.now) {
            remarks.push(Remark::DuePassed);
        }
    }
    if !may(standing, Deed::HoldDecision).is_yes() {
        return remarks;
    }
    if standing.facts.eligible == Some(false) {
        remarks.push(Remark::Ineligible);
    }
    // Before the review nobody judges it.
    if standing.place.state == State::Submitted {
        return remarks;
    }
    if is_in == 0 {
        remarks.push(Remark::Unjudged);
    } else if is_in < asked {
        remarks.push(Remark::ReviewsOpen);
    }
    remarks
}

/// Of the two ways not to be selected, the one that an ineligible proposal takes.
pub fn suited(outcome: Outcome, standing: &Standing) -> Outcome {
    let failed = standing.facts.eligible == Some(false);
    if outcome == Outcome::NotSelected && failed { Outcome::Ineligible } else { outcome }
}

/// The places of these means among each other, the highest first; equal means share a place. What has no mean has no place.
pub fn ranks<K: Ord + Copy>(means: &[(K, i32)]) -> BTreeMap<K, usize> {
    let mut sorted: Vec<(K, i32)> = means.iter().copied().filter(|(_, mean)| *mean >= 0).collect();
    sorted.sort_by_key(|(_, mean)| std::cmp::Reverse(*mean));
    let place = |mean: i32| sorted.iter().filter(|(_, other)| *other > mean).count() + 1;
    sorted.iter().map(|(key, mean)| (*key, place(*mean))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_means_share_a_place_and_what_nobody_judged_has_none() {
        let ranks = ranks(&[('a', 300), ('b', 450), ('c', -1), ('d', 300), ('e', 200)]);
        assert_eq!(ranks.into_iter().collect::<Vec<_>>(), [('a', 2), ('b', 1), ('d', 2), ('e', 4)]);
    }
}
