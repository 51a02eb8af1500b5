//! Who reviews what: the assignment that meets as many of the wanted reviews as can be met, spread over the proposals, with
//! the best fitting reviewers and an even load.
//!
//! It is a flow of least cost from the proposals through the allowed pairs to the reviewers, found by successive shortest
//! paths with potentials (R. K. Ahuja, T. L. Magnanti, J. B. Orlin, *Network Flows*, 1993, section 9.7; J. Edmonds, R. M. Karp,
//! *Theoretical improvements in algorithmic efficiency for network flow problems*, 1972). What a further review of a proposal
//! or by a reviewer costs grows with those that there are, so gaps and loads come out even.

/// A proposal that is to be reviewed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Need {
    /// The reviews that are assigned already.
    pub has: u32,
    /// The reviews that are wanted in all.
    pub wants: u32,
}

/// A reviewer who can be asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Room {
    /// The reviews that are assigned already.
    pub has: u32,
    /// The most reviews to be assigned in all.
    pub most: u32,
}

/// A reviewer who may review a proposal: no conflict, and not assigned to it already. Both are places in their lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pair {
    pub proposal: usize,
    pub reviewer: usize,
    /// How badly they fit, at most [`WORST`].
    pub cost: u32,
}

/// The cost of the pair that fits worst.
pub const WORST: u32 = 1_000;
/// What each review that a reviewer has adds to the cost of the next one: ten more outweigh the worst fit.
const LOAD: i64 = WORST as i64 / 10;
/// What each review that a proposal has adds to the cost of the next one: no fit and no load outweighs a gap.
const GAP: i64 = 1_000_000_000;

/// Why a proposal gets fewer reviews than it wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// Fewer reviewers may review it than it wants.
    TooFewMay,
    /// Those who may have all that they can take.
    AllAreFull,
}

/// A proposal for which the plan has too few reviews.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gap {
    pub proposal: usize,
    pub lacks: u32,
    pub why: Why,
}

/// What is proposed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// Places in the list of pairs, in its order.
    pub chosen: Vec<usize>,
    /// In the order of the proposals.
    pub gaps: Vec<Gap>,
}

/// The plan of least cost among those that meet the most of what is wanted. The same lists give the same plan.
pub fn plan(needs: &[Need], rooms: &[Room], pairs: &[Pair]) -> Plan {
    let mut flow = Flow::new(needs, rooms, pairs);
    while flow.augment() {}
    let chosen: Vec<usize> = (0..pairs.len()).filter(|pair| flow.taken[*pair]).collect();
    let gaps = (0..needs.len()).filter_map(|proposal| flow.gap(proposal)).collect();
    Plan { chosen, gaps }
}

/// The flow so far. Nodes are the proposals, then the reviewers.
struct Flow<'a> {
    needs: &'a [Need],
    rooms: &'a [Room],
    pairs: &'a [Pair],
    /// Whether a pair is in the plan.
    taken: Vec<bool>,
    /// The reviews that each node has in the plan, with those that it had before.
    has: Vec<u32>,
    /// The pairs at each node.
    at: Vec<Vec<usize>>,
    /// What the shortest paths so far cost: keeps every arc's reduced cost from being negative.
    potential: Vec<i64>,
}

/// The shortest paths from the proposals that still want reviews.
struct Paths {
    /// None where no path leads.
    cost: Vec<Option<i64>>,
    /// The pair by which a node is reached; none where a path begins.
    by: Vec<Option<usize>>,
}

impl<'a> Flow<'a> {
    fn new(needs: &'a [Need], rooms: &'a [Room], pairs: &'a [Pair]) -> Self {
        let mut at = vec![Vec::new(); needs.len() + rooms.len()];
        for (place, pair) in pairs.iter().enumerate() {
            at[pair.proposal].push(place);
            at[needs.len() + pair.reviewer].push(place);
        }
        let has = needs.iter().map(|need| need.has).chain(rooms.iter().map(|room| room.has)).collect();
        let potential = vec![0; needs.len() + rooms.len()];
        Self { needs, rooms, pairs, taken: vec![false; pairs.len()], has, at, potential }
    }

    /// Adds one review along the cheapest path, which may hand on others; false when no path is left.
    fn augment(&mut self) -> bool {
        let paths = self.shortest();
        let reviewers = self.needs.len()..self.at.len();
        let ends = reviewers.filter_map(|node| {
            let room = self.rooms[node - self.needs.len()];
            let ends = paths.cost[node]? + self.potential[node] + LOAD * i64::from(self.has[node]);
            (self.has[node] < room.most).then_some((ends, node))
        });
        let Some((_, end)) = ends.min() else { return false };
        // What lies beyond the end is raised as far as the end: in reduced costs, of which none is negative, and not in costs,
        // of which those of what is handed on are.
        let most = paths.cost[end].unwrap_or_default();
        for (potential, cost) in self.potential.iter_mut().zip(&paths.cost) {
            *potential += cost.map_or(most, |cost| cost.min(most));
        }
        self.has[end] += 1;
        let mut node = end;
        while let Some(pair) = paths.by[node] {
            self.taken[pair] = !self.taken[pair];
            node = self.other(pair, node);
        }
        self.has[node] += 1;
        true
    }

    /// By Dijkstra's algorithm on a dense graph, in reduced costs.
    fn shortest(&self) -> Paths {
        let nodes = self.at.len();
        let mut paths = Paths { cost: vec![None; nodes], by: vec![None; nodes] };
        for (node, need) in self.needs.iter().enumerate() {
            if self.has[node] < need.wants {
                paths.cost[node] = Some(GAP * i64::from(self.has[node]) - self.potential[node]);
            }
        }
        let mut done = vec![false; nodes];
        let next = |paths: &Paths, done: &[bool]| {
            let open = (0..nodes).filter(|node| !done[*node]);
            open.filter_map(|node| Some((paths.cost[node]?, node))).min()
        };
        while let Some((cost, node)) = next(&paths, &done) {
            done[node] = true;
            let is_proposal = node < self.needs.len();
            for pair in self.at[node].iter().copied().filter(|pair| self.taken[*pair] != is_proposal) {
                let other = self.other(pair, node);
                let fit = i64::from(self.pairs[pair].cost);
                let step = if is_proposal { fit } else { -fit };
                let through = cost + step + self.potential[node] - self.potential[other];
                debug_assert!(through >= cost, "a step of negative reduced cost");
                if !done[other] && paths.cost[other].is_none_or(|known| through < known) {
                    paths.cost[other] = Some(through);
                    paths.by[other] = Some(pair);
                }
            }
        }
        paths
    }

    fn other(&self, pair: usize, node: usize) -> usize {
        let Pair { proposal, reviewer, .. } = self.pairs[pair];
        if node == proposal { self.needs.len() + reviewer } else { proposal }
    }

    fn gap(&self, proposal: usize) -> Option<Gap> {
        let lacks = self.needs[proposal].wants.checked_sub(self.has[proposal]).filter(|lacks| *lacks > 0)?;
        let all_may = self.at[proposal].iter().all(|pair| self.taken[*pair]);
        Some(Gap { proposal, lacks, why: if all_may { Why::TooFewMay } else { Why::AllAreFull } })
    }
}

#[cfg(test)]
mod tests {
    use proptest::{collection::vec, prelude::*, sample::subsequence};

    use super::*;

    /// What a plan is judged by: how many reviews, and at which cost.
    fn worth(needs: &[Need], rooms: &[Room], pairs: &[Pair], chosen: &[usize]) -> Option<(usize, i64)> {
        let of = |is: &dyn Fn(&Pair) -> bool| {
            u32::try_from(chosen.iter().filter(|pair| is(&pairs[**pair])).count()).unwrap()
        };
        let mut cost: i64 = chosen.iter().map(|pair| i64::from(pairs[*pair].cost)).sum();
        for (place, need) in needs.iter().enumerate() {
            let more = of(&|pair| pair.proposal == place);
            if more > need.wants.saturating_sub(need.has) {
                return None;
            }
            cost += (need.has..need.has + more).map(|has| GAP * i64::from(has)).sum::<i64>();
        }
        for (place, room) in rooms.iter().enumerate() {
            let more = of(&|pair| pair.reviewer == place);
            if more > room.most.saturating_sub(room.has) {
                return None;
            }
            cost += (room.has..room.has + more).map(|has| LOAD * i64::from(has)).sum::<i64>();
        }
        Some((chosen.len(), cost))
    }

    /// The best of all subsets.
    fn best(needs: &[Need], rooms: &[Room], pairs: &[Pair]) -> (usize, i64) {
        let subsets =
            (0..1_u32 << pairs.len()).map(|set| (0..pairs.len()).filter(|place| set >> place & 1 == 1).collect());
        let all = subsets.filter_map(|chosen: Vec<usize>| worth(needs, rooms, pairs, &chosen));
        all.max_by_key(|(count, cost)| (*count, -cost)).unwrap()
    }

    /// Some proposals, reviewers and pairs: few enough to try all plans.
    fn small() -> impl Strategy<Value = (Vec<Need>, Vec<Room>, Vec<Pair>)> {
        let needs = vec((0..3_u32, 0..4_u32).prop_map(|(has, wants)| Need { has, wants }), 1..5);
        let rooms = vec((0..4_u32, 0..5_u32).prop_map(|(has, most)| Room { has, most }), 1..5);
        (needs, rooms).prop_flat_map(|(needs, rooms)| {
            let both = (0..needs.len()).flat_map(|proposal| (0..rooms.len()).map(move |reviewer| (proposal, reviewer)));
            let allowed = subsequence(both.collect::<Vec<_>>(), 0..=Ord::min(needs.len() * rooms.len(), 11));
            let fitting = allowed.prop_flat_map(|allowed| {
                let count = allowed.len();
                (Just(allowed), vec(0..=WORST, count))
            });
            let pairs = fitting.prop_map(|(allowed, costs)| {
                let pair = |((proposal, reviewer), cost)| Pair { proposal, reviewer, cost };
                allowed.into_iter().zip(costs).map(pair).collect()
            });
            (Just(needs), Just(rooms), pairs)
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(10_000))]

        #[test]
        fn no_other_plan_meets_more_or_costs_less((needs, rooms, pairs) in small()) {
            let made = plan(&needs, &rooms, &pairs);
            prop_assert_eq!(worth(&needs, &rooms, &pairs, &made.chosen), Some(best(&needs, &rooms, &pairs)));
        }
    }

    /// One that was once planned for 722 instead of 546, since a path led past the end of another.
    #[test]
    fn a_proposal_hands_its_reviewer_on_to_one_that_nobody_else_may_review() {
        let needs = [(0, 3), (1, 0), (1, 3), (0, 2)].map(|(has, wants)| Need { has, wants });
        let rooms = [(0, 4), (1, 1), (0, 1), (2, 4)].map(|(has, most)| Room { has, most });
        let pairs = [(0, 0, 269), (0, 2, 176), (2, 2, 0), (3, 0, 177)];
        let pairs = pairs.map(|(proposal, reviewer, cost)| Pair { proposal, reviewer, cost });
        let made = plan(&needs, &rooms, &pairs);
        assert_eq!(worth(&needs, &rooms, &pairs, &made.chosen), Some(best(&needs, &rooms, &pairs)));
    }

    /// Pairs by their places, all of which fit alike.
    fn alike(pairs: &[(usize, usize)]) -> Vec<Pair> {
        pairs.iter().map(|(proposal, reviewer)| Pair { proposal: *proposal, reviewer: *reviewer, cost: 0 }).collect()
    }

    #[test]
    fn reviews_that_cannot_all_be_met_are_spread_over_the_proposals() {
        let needs = [Need { has: 0, wants: 2 }; 3];
        let rooms = [Room { has: 0, most: 3 }];
        let made = plan(&needs, &rooms, &alike(&[(0, 0), (1, 0), (2, 0)]));
        assert_eq!(made.chosen, [0, 1, 2]);
        let gap = |proposal| Gap { proposal, lacks: 1, why: Why::TooFewMay };
        assert_eq!(made.gaps, [gap(0), gap(1), gap(2)]);
    }

    #[test]
    fn the_load_is_even_where_all_fit_alike() {
        let needs = [Need { has: 0, wants: 1 }; 4];
        let rooms = [Room { has: 1, most: 9 }, Room { has: 0, most: 9 }];
        let both: Vec<_> = (0..4).flat_map(|proposal| [(proposal, 0), (proposal, 1)]).collect();
        let pairs = alike(&both);
        let made = plan(&needs, &rooms, &pairs);
        let of_first = made.chosen.iter().filter(|pair| pairs[**pair].reviewer == 0).count();
        assert!((1..=2).contains(&of_first), "{of_first} of 4 went to the one who had one already");
    }

    #[test]
    fn who_may_review_but_has_no_room_is_told_from_who_may_not() {
        let needs = [Need { has: 0, wants: 1 }, Need { has: 0, wants: 1 }];
        let made = plan(&needs, &[Room { has: 2, most: 2 }], &alike(&[(0, 0)]));
        assert_eq!(made.gaps.iter().map(|gap| gap.why).collect::<Vec<_>>(), [Why::AllAreFull, Why::TooFewMay]);
    }
}
