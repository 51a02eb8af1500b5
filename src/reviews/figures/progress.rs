//! How far the review of a call is.

use std::collections::BTreeMap;

use super::{Asked, Proposal};
use crate::{
    clock::Moment,
    ids::UserId,
    proposals::{Wait, workflow::State},
    reviews::spread::{Completion, Progress},
};

/// A whole call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CallProgress {
    pub proposals: usize,
    /// How many proposals there are of each state that occurs.
    pub states: Vec<(State, usize)>,
    /// What the secretariat has to do, the nearest to its end first; nothing to do comes last.
    pub waits: Vec<(Wait, usize)>,
    pub reviews: Tally,
    pub completion: Completion,
    /// By name.
    pub reviewers: Vec<Workload>,
}

/// What became of reviews that were asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Without those that were declined, abstained from, or taken back.
    pub asked: usize,
    pub is_in: usize,
    /// Not in, of a proposal whose review goes on.
    pub open: usize,
    /// Open, and due before now.
    pub late: usize,
    pub abstained: usize,
    pub declined: usize,
}

/// What one reviewer has to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Workload {
    pub reviewer: UserId,
    pub name: String,
    pub tally: Tally,
}

impl Tally {
    /// Not in, and not needed any more: the proposal was decided without.
    pub const fn passed_over(&self) -> usize {
        self.asked.saturating_sub(self.is_in).saturating_sub(self.open)
    }

    fn add(&mut self, asked: &Asked, open: bool, late: bool) {
        self.asked += usize::from(asked.stands());
        self.is_in += usize::from(asked.is_in());
        self.open += usize::from(open);
        self.late += usize::from(open && late);
        self.abstained += usize::from(asked.ended_at.is_none() && asked.abstained_at.is_some());
        self.declined += usize::from(asked.declined);
    }
}

impl CallProgress {
    /// `due` is until when reviews are asked for, where nothing else was said of one.
    pub fn of(proposals: &[Proposal], asked: &[Asked], due: Option<Moment>, now: Moment) -> Self {
        let reckoned: BTreeMap<_, _> =
            proposals.iter().filter(|one| one.is_reckoned()).map(|one| (one.id, one)).collect();
        let mut reviews = Tally::default();
        let mut reviewers: Vec<Workload> = Vec::new();
        // They come by reviewer.
        for one in asked {
            let Some(proposal) = reckoned.get(&one.proposal) else { continue };
            let open = proposal.awaits_reviews() && one.stands() && !one.is_in();
            let late = one.due_at.or(due).is_some_and(|due| due < now);
            if reviewers.last().is_none_or(|last| last.reviewer != one.reviewer) {
                let name = one.name.clone();
                reviewers.push(Workload { reviewer: one.reviewer, name, tally: Tally::default() });
            }
            if let Some(last) = reviewers.last_mut() {
                last.tally.add(one, open, late);
            }
            reviews.add(one, open, late);
        }
        let progress: Vec<Progress> = reckoned
            .values()
            .filter(|one| one.reviews_asked > 0)
            .map(|one| Progress { assigned: one.reviews_asked, submitted: one.reviews_in })
            .collect();
        Self {
            proposals: proposals.len(),
            states: counted(State::ALL.iter().copied(), |state| state_count(proposals, state)),
            waits: counted(Wait::ALL.iter().rev().copied(), |wait| wait_count(proposals, wait)),
            reviews,
            completion: Completion::of(&progress),
            reviewers,
        }
    }
}

fn counted<T: Copy>(all: impl Iterator<Item = T>, count: impl Fn(T) -> usize) -> Vec<(T, usize)> {
    all.map(|one| (one, count(one))).filter(|(_, count)| *count > 0).collect()
}

fn state_count(proposals: &[Proposal], state: State) -> usize {
    proposals.iter().filter(|proposal| proposal.state == state).count()
}

fn wait_count(proposals: &[Proposal], wait: Wait) -> usize {
    proposals.iter().filter(|proposal| Wait::of_number(proposal.waits) == wait).count()
}

#[cfg(test)]
mod tests {
    use super::{
        super::tests::{asked, proposal},
        *,
    };

    const DUE: Moment = Moment::from_millis(1_000);
    const LATER: Moment = Moment::from_millis(2_000);

    #[test]
    fn reviews_are_asked_in_open_late_declined_or_abstained_from() {
        let proposals = [proposal(1, State::UnderReview), proposal(2, State::Approved), proposal(3, State::Withdrawn)];
        let at = Some(Moment::from_millis(1));
        let all = [
            asked(1, 1, Some(80)),
            asked(2, 1, None),
            asked(3, 1, Some(70)),
            asked(1, 2, None),
            Asked { abstained_at: at, ..asked(2, 2, None) },
            Asked { due_at: Some(Moment::from_millis(3_000)), ..asked(1, 3, None) },
            Asked { ended_at: at, declined: true, ..asked(2, 3, None) },
            Asked { ended_at: at, ..asked(2, 3, Some(10)) },
        ];
        let progress = CallProgress::of(&proposals, &all, Some(DUE), LATER);
        assert_eq!(progress.reviews, Tally { asked: 4, is_in: 1, open: 2, late: 1, abstained: 1, declined: 1 });
        assert_eq!(progress.reviews.passed_over(), 1, "the second proposal was decided without");
        let tallies: Vec<Tally> = progress.reviewers.iter().map(|one| one.tally).collect();
        assert_eq!(tallies[0], Tally { asked: 2, is_in: 1, ..Tally::default() });
        assert_eq!(tallies[1], Tally { asked: 1, open: 1, late: 1, abstained: 1, ..Tally::default() });
        assert_eq!(tallies[2], Tally { asked: 1, open: 1, declined: 1, ..Tally::default() });
        let calm = CallProgress::of(&proposals, &all, None, LATER);
        assert_eq!(calm.reviews.late, 0, "nothing is late that is due at no time");
    }

    #[test]
    fn states_come_in_their_order_and_waits_by_urgency() {
        let waiting = |n, state, wait: Wait| Proposal { waits: wait.number(), ..proposal(n, state) };
        let all = [
            waiting(1, State::UnderReview, Wait::Decision),
            waiting(2, State::Draft, Wait::Nothing),
            waiting(3, State::UnderReview, Wait::Reviewers),
            waiting(4, State::Draft, Wait::Late),
        ];
        let progress = CallProgress::of(&all, &[], None, LATER);
        assert_eq!(progress.states, [(State::Draft, 2), (State::UnderReview, 2)]);
        let waits = [(Wait::Late, 1), (Wait::Decision, 1), (Wait::Reviewers, 1), (Wait::Nothing, 1)];
        assert_eq!(progress.waits, waits);
        assert_eq!(progress.completion, Completion::default());
    }

    #[test]
    fn a_proposal_is_complete_when_all_that_was_asked_for_is_in() {
        let reviewed =
            |n, asked, is_in| Proposal { reviews_asked: asked, reviews_in: is_in, ..proposal(n, State::UnderReview) };
        let progress = CallProgress::of(&[reviewed(1, 2, 2), reviewed(2, 2, 1), reviewed(3, 0, 0)], &[], None, LATER);
        let whole = Completion { assigned: 4, submitted: 3, proposals: 2, complete: 1 };
        assert_eq!(progress.completion, whole);
    }
}
