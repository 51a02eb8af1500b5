//! Who fits which proposal: what the assignment is planned from, and the reasons that are shown for every pair. The plan itself
//! is `assigning`; what is wanted, known and forbidden is held here as plain values.

use std::collections::BTreeMap;

use super::assigning::{Gap, Need, Pair, Plan, Room, WORST, plan};
use crate::{
    codes::codes,
    ids::{Reference, UserId},
    proposals::conflicts::Ground,
    words::Locale,
};

/// A proposal that may need reviewers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    pub reference: Reference,
    pub title: String,
    pub language: Locale,
    pub theme: String,
    /// How many review it already.
    pub has: u32,
}

/// A reviewer who can be asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    pub id: UserId,
    pub name: String,
    pub email: String,
    /// In which they can judge a proposal; none where nobody has said.
    pub languages: Vec<Locale>,
    pub themes: Vec<String>,
    /// The most that they take of one call.
    pub most: Option<u32>,
    /// How many of this call they have already.
    pub has: u32,
}

/// Why somebody does not come into question for a proposal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Barred {
    /// They have it.
    Has,
    /// They were asked, and declined.
    Declined,
    /// They have an interest in it.
    Conflict,
    /// They may have one, and nobody has ruled on it.
    Suspected(Ground, String),
    /// They write it.
    Writes,
}

codes! {
    /// What speaks for a pair, or against it.
    Reason {
        /// The reviewer would like to.
        Wish = "wish",
        /// The reviewer would rather not.
        Reluctant = "reluctant",
        Theme = "theme",
        Language = "language",
        /// The reviewer has named languages, and this is none of them.
        OtherLanguage = "other_language",
    }
}

/// All that an assignment is planned from. Pairs are named by their places in both lists.
#[derive(Clone, Debug, Default)]
pub struct Field {
    pub proposals: Vec<Wanted>,
    pub reviewers: Vec<Candidate>,
    pub barred: BTreeMap<(usize, usize), Barred>,
    /// 1 for gladly, -1 for rather not.
    pub wishes: BTreeMap<(usize, usize), i32>,
}

/// What is asked of a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Terms {
    /// How many reviews each proposal is to have.
    pub reviews: u32,
    /// The most that a reviewer gets who has named no limit.
    pub most: u32,
}

/// A plan with what it rests on.
#[derive(Clone, Debug, Default)]
pub struct Proposed {
    /// Places of proposals and reviewers, by proposal.
    pub pairs: Vec<(usize, usize)>,
    pub gaps: Vec<Gap>,
}

impl Field {
    /// The best assignment under these terms.
    pub fn proposed(&self, terms: Terms) -> Proposed {
        let needs: Vec<Need> =
            self.proposals.iter().map(|wanted| Need { has: wanted.has, wants: terms.reviews }).collect();
        let rooms: Vec<Room> = self
            .reviewers
            .iter()
            .map(|one| Room { has: one.has, most: one.most.unwrap_or(terms.most).max(one.has) })
            .collect();
        let pairs = self.pairs();
        let Plan { chosen, gaps } = plan(&needs, &rooms, &pairs);
        let place = |at: usize| pairs.get(at).map(|pair| (pair.proposal, pair.reviewer));
        Proposed { pairs: chosen.into_iter().filter_map(place).collect(), gaps }
    }

    /// Everybody who comes into question, with how badly they fit.
    fn pairs(&self) -> Vec<Pair> {
        let all = (0..self.proposals.len())
            .flat_map(|proposal| (0..self.reviewers.len()).map(move |reviewer| (proposal, reviewer)));
        all.filter(|pair| !self.barred.contains_key(pair))
            .map(|(proposal, reviewer)| Pair { proposal, reviewer, cost: self.cost(proposal, reviewer) })
            .collect()
    }

    /// How badly a reviewer fits a proposal: what they wish weighs most, then the language, then the theme.
    fn cost(&self, proposal: usize, reviewer: usize) -> u32 {
        let weigh = |reason: &Reason| match reason {
            Reason::Wish => -300,
            Reason::Reluctant => 450,
            Reason::Theme => -150,
            Reason::Language => -50,
            Reason::OtherLanguage => 400,
        };
        let sum: i32 = 500 + self.reasons(proposal, reviewer).iter().map(weigh).sum::<i32>();
        u32::try_from(sum).unwrap_or_default().min(WORST)
    }

    /// What speaks for a pair and against it.
    pub fn reasons(&self, proposal: usize, reviewer: usize) -> Vec<Reason> {
        let (Some(wanted), Some(one)) = (self.proposals.get(proposal), self.reviewers.get(reviewer)) else {
            return Vec::new();
        };
        let wish = self.wishes.get(&(proposal, reviewer)).copied().unwrap_or_default();
        let speaks = one.languages.contains(&wanted.language);
        let holds = [
            (Reason::Wish, wish > 0),
            (Reason::Reluctant, wish < 0),
            (Reason::Theme, one.themes.contains(&wanted.theme)),
            (Reason::Language, speaks),
            (Reason::OtherLanguage, !speaks && !one.languages.is_empty()),
        ];
        holds.into_iter().filter(|(_, holds)| *holds).map(|(reason, _)| reason).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn field() -> Field {
        let wanted = |(number, language, theme): (i32, Locale, &str)| Wanted {
            reference: Reference::new(2014, number),
            title: String::new(),
            language,
            theme: theme.to_owned(),
            has: 0,
        };
        let candidate = |(id, languages, themes): (u128, &[Locale], &[&str])| Candidate {
            id: UserId(Uuid::from_u128(id)),
            name: format!("Reviewer {id}"),
            email: String::new(),
            languages: languages.to_vec(),
            themes: themes.iter().map(|theme| (*theme).to_owned()).collect(),
            most: None,
            has: 0,
        };
        Field {
            proposals: [(1, Locale::Fr, "governance"), (2, Locale::Es, "sustainability")].map(wanted).to_vec(),
            reviewers: [
                (1, [Locale::Fr].as_slice(), [].as_slice()),
                (2, [Locale::Es].as_slice(), ["sustainability"].as_slice()),
                (3, [].as_slice(), [].as_slice()),
            ]
            .map(candidate)
            .to_vec(),
            ..Field::default()
        }
    }

    #[test]
    fn language_and_theme_decide_and_are_told() {
        let field = field();
        let proposed = field.proposed(Terms { reviews: 1, most: 5 });
        assert_eq!(proposed.pairs, [(0, 0), (1, 1)]);
        assert_eq!(field.reasons(1, 1), [Reason::Theme, Reason::Language]);
        assert_eq!(field.reasons(0, 1), [Reason::OtherLanguage]);
        assert_eq!(field.reasons(0, 2), [], "who has named no language reads all");
    }

    #[test]
    fn wishes_outweigh_the_rest_and_whoever_is_barred_is_never_proposed() {
        let mut field = field();
        field.wishes.insert((0, 2), 1);
        assert_eq!(field.proposed(Terms { reviews: 1, most: 5 }).pairs[0], (0, 2));
        field.barred.insert((0, 2), Barred::Conflict);
        field.barred.insert((0, 0), Barred::Declined);
        assert_eq!(field.proposed(Terms { reviews: 1, most: 5 }).pairs[0], (0, 1));
        field.barred.insert((0, 1), Barred::Writes);
        let proposed = field.proposed(Terms { reviews: 1, most: 5 });
        assert_eq!(proposed.gaps.len(), 1, "nobody is left");
    }

    #[test]
    fn a_limit_of_one_s_own_holds() {
        let mut field = field();
        field.reviewers[0].most = Some(1);
        let proposed = field.proposed(Terms { reviews: 3, most: 9 });
        assert_eq!(proposed.pairs.iter().filter(|(_, reviewer)| *reviewer == 0).count(), 1);
        assert_eq!(proposed.gaps.len(), 1);
    }
}
