//! Whether a choice of proposals leans to one side: what was chosen, against all that were submitted.

use std::collections::BTreeSet;

use crate::{
    guidelines::Cents,
    ids::{ProposalId, Reference},
    places::regions::Region,
    proposals::workflow::State,
    reviews::plots::portfolio::Share,
    words::Locale,
};

/// The questions whose answers are counted, by the keys that every definition uses for them.
pub const THEME: &str = "theme";
pub const COUNTRY: &str = "lead_country";
pub const KIND: &str = "applicant_type";
pub const SUPPORT: &str = "support_requested";
pub const LANGUAGE: &str = "content_language";
pub const TOTAL: &str = "total_eur";
pub const FIELDS: [&str; 6] = [THEME, COUNTRY, KIND, SUPPORT, LANGUAGE, TOTAL];

/// A proposal that was submitted, by its last submission.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Submitted {
    pub id: ProposalId,
    pub reference: Reference,
    pub title: String,
    pub title_language: Locale,
    pub state: State,
    /// A decision to approve is registered, and not published.
    pub is_pending: bool,
    pub profile: Profile,
}

/// What was answered; what was not is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Profile {
    pub theme: String,
    /// ISO 3166-1 alpha-2.
    pub country: String,
    pub region: Option<Region>,
    pub kind: String,
    pub support: Vec<String>,
    pub language: Option<Locale>,
    pub total: Option<Cents>,
}

/// Which proposals are looked at against all others.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Chosen {
    /// Those with a decision to approve that is not published.
    #[default]
    Pending,
    State(State),
    References(BTreeSet<Reference>),
}

impl Chosen {
    pub fn holds(&self, one: &Submitted) -> bool {
        match self {
            Self::Pending => one.is_pending,
            Self::State(state) => one.state == *state,
            Self::References(references) => references.contains(&one.reference),
        }
    }
}

/// How many proposals gave an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Count {
    /// The code of the answer; none for those that gave none of the known ones.
    pub answer: Option<String>,
    pub chosen: u32,
    pub all: u32,
    /// What the chosen of these cost together, as far as they say it.
    pub costs: Cents,
}

impl Count {
    fn add(&mut self, one: &Submitted, is_chosen: bool) {
        self.all += 1;
        if is_chosen {
            self.chosen += 1;
            self.costs = plus(self.costs, one.profile.total.unwrap_or_default());
        }
    }
}

fn plus(one: Cents, other: Cents) -> Cents {
    Cents::new(one.cents().saturating_add(other.cents()))
}

/// Counts the answers to one question: each of those that can be given, then none, if any proposal gave none.
pub fn counts(
    all: &[Submitted],
    chosen: &Chosen,
    possible: &[String],
    answers: impl Fn(&Profile) -> Vec<String>,
) -> Vec<Count> {
    let none = |answer: Option<String>| Count { answer, chosen: 0, all: 0, costs: Cents::default() };
    let mut counts: Vec<Count> = possible.iter().map(|answer| none(Some(answer.clone()))).collect();
    let mut unknown = none(None);
    for one in all {
        let given: BTreeSet<String> = answers(&one.profile).into_iter().collect();
        let is_chosen = chosen.holds(one);
        let mut found = false;
        for count in counts.iter_mut().filter(|count| count.answer.as_ref().is_some_and(|code| given.contains(code))) {
            count.add(one, is_chosen);
            found = true;
        }
        if !found {
            unknown.add(one, is_chosen);
        }
    }
    counts.extend(Some(unknown).filter(|unknown| unknown.all > 0));
    counts
}

/// What the chosen cost together, and all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Costs {
    pub chosen: Cents,
    pub all: Cents,
    /// How many of the chosen and of all say what they cost.
    pub chosen_say: usize,
    pub all_say: usize,
}

impl Costs {
    pub fn of(all: &[Submitted], chosen: &Chosen) -> Self {
        let mut costs = Self::default();
        for one in all {
            let Some(total) = one.profile.total else { continue };
            costs.all = plus(costs.all, total);
            costs.all_say += 1;
            if chosen.holds(one) {
                costs.chosen = plus(costs.chosen, total);
                costs.chosen_say += 1;
            }
        }
        costs
    }
}

/// The share of the chosen in all, of proposals.
pub fn share(all: &[Submitted], chosen: &Chosen) -> Option<Share> {
    let count = all.iter().filter(|one| chosen.holds(one)).count();
    Share::of(u32::try_from(count).ok()?, u64::try_from(all.len()).ok()?)
}

#[cfg(test)]
mod tests {
    use super::{super::tests::id, *};

    fn submitted(n: u32, state: State, theme: &str, support: &[&str], euros: Option<i64>) -> Submitted {
        Submitted {
            id: id(n),
            reference: format!("MI-2014-{n:03}").parse().unwrap(),
            title: format!("Proposal {n}"),
            title_language: Locale::En,
            state,
            is_pending: n == 1,
            profile: Profile {
                theme: theme.to_owned(),
                support: support.iter().map(|code| (*code).to_owned()).collect(),
                total: euros.map(|euros| Cents::new(euros * 100)),
                ..Profile::default()
            },
        }
    }

    fn all() -> Vec<Submitted> {
        vec![
            submitted(1, State::UnderReview, "governance", &["training", "meeting"], Some(100)),
            submitted(2, State::UnderReview, "governance", &["training"], Some(250)),
            submitted(3, State::Approved, "sustainability", &[], None),
            submitted(4, State::Withdrawn, "unheard_of", &["training"], Some(50)),
        ]
    }

    fn codes(codes: &[&str]) -> Vec<String> {
        codes.iter().map(|code| (*code).to_owned()).collect()
    }

    fn plain(counts: &[Count]) -> Vec<(Option<&str>, u32, u32)> {
        counts.iter().map(|count| (count.answer.as_deref(), count.chosen, count.all)).collect()
    }

    #[test]
    fn answers_are_counted_among_the_chosen_and_among_all() {
        let themes = codes(&["governance", "sustainability", "urban_innovation"]);
        let of = |chosen: Chosen| counts(&all(), &chosen, &themes, |profile| vec![profile.theme.clone()]);
        let pending = of(Chosen::Pending);
        let expected = [(Some("governance"), 1, 2), (Some("sustainability"), 0, 1), (Some("urban_innovation"), 0, 0)];
        assert_eq!(plain(&pending)[..3], expected);
        assert_eq!(pending[0].costs, Cents::new(10_000), "of the one that is chosen");
        assert_eq!(plain(&pending)[3], (None, 0, 1), "an answer that cannot be given is none");
        let ticked = Chosen::References(["MI-2014-002", "MI-2014-003"].map(|it| it.parse().unwrap()).into());
        assert_eq!(plain(&of(ticked))[1], (Some("sustainability"), 1, 1));
        assert_eq!(plain(&of(Chosen::State(State::UnderReview)))[0], (Some("governance"), 2, 2));
    }

    #[test]
    fn a_proposal_counts_for_each_of_several_answers() {
        let kinds = codes(&["training", "meeting"]);
        let found = counts(&all(), &Chosen::Pending, &kinds, |profile| profile.support.clone());
        assert_eq!(plain(&found), [(Some("training"), 1, 3), (Some("meeting"), 1, 1), (None, 0, 1)]);
    }

    #[test]
    fn costs_are_summed_to_the_cent() {
        let costs = Costs::of(&all(), &Chosen::Pending);
        let expected = Costs { chosen: Cents::new(10_000), all: Cents::new(40_000), chosen_say: 1, all_say: 3 };
        assert_eq!(costs, expected);
        assert_eq!(share(&all(), &Chosen::Pending).map(Share::tenths), Some(250));
        assert_eq!(share(&[], &Chosen::Pending), None);
    }
}
