//! Giving the proposals of a call to reviewers: the overview, a plan before it is confirmed, profiles, and preferences.

use askama::Template;

use super::{Reader, standing::why};
use crate::{
    calls::DeskCall,
    entity::call,
    reviews::{
        assigning::Why,
        matching::{Barred, Candidate, Field, Reason, Terms},
        roster::{Slip, Wrong},
        store::offered::Offered,
    },
    web::{Filled, Frame},
};

/// Who has how much of a call, and the ways to give more.
#[derive(Template)]
#[template(path = "reviews/assignments.html")]
pub struct AssignmentsPage {
    pub frame: Frame,
    pub filled: Filled,
    pub call: DeskCall,
    pub terms: Terms,
    /// How many proposals have how many reviews: as sentences.
    pub coverage: Vec<String>,
    pub reviewers: Vec<ReviewerLine>,
    pub proposals: usize,
}

/// A reviewer with what is known of them.
pub struct ReviewerLine {
    pub href: String,
    pub name: String,
    pub has: u32,
    pub most: String,
    pub languages: String,
    pub themes: Vec<String>,
}

impl AssignmentsPage {
    pub fn new(
        frame: Frame,
        filled: Filled,
        call: &call::Model,
        (field, terms): (&Field, Terms),
        reader: Reader,
    ) -> Self {
        let most = field.proposals.iter().map(|one| one.has).max().unwrap_or_default().max(terms.reviews);
        let coverage = |has: u32| {
            let count = field.proposals.iter().filter(|one| one.has == has).count();
            let args = [("n", count.into()), ("reviews", has.into())];
            (count > 0).then(|| reader.locale.tr("assignments-coverage", &args))
        };
        Self {
            coverage: (0..=most).filter_map(coverage).collect(),
            reviewers: field.reviewers.iter().map(|one| line(one, reader)).collect(),
            proposals: field.proposals.len(),
            call: DeskCall::new(call, reader.locale),
            terms,
            filled,
            frame,
        }
    }
}

fn line(one: &Candidate, reader: Reader) -> ReviewerLine {
    let languages: Vec<&str> = one.languages.iter().map(|language| language.own_name()).collect();
    ReviewerLine {
        href: format!("/desk/reviewers/{}", one.id),
        name: one.name.clone(),
        has: one.has,
        most: one.most.map_or_else(|| reader.t("desk-none"), |most| most.to_string()),
        languages: if languages.is_empty() { reader.t("desk-none") } else { languages.join(", ") },
        themes: one.themes.clone(),
    }
}

/// A plan, before anything is assigned.
#[derive(Template)]
#[template(path = "reviews/plan.html")]
pub struct PlanPage {
    pub frame: Frame,
    pub filled: Filled,
    pub call: DeskCall,
    pub lede: String,
    pub rows: Vec<PlanRow>,
    /// What could not be met, or read; as sentences.
    pub troubles: Vec<String>,
    /// Pairs that cannot be given, each with the reason.
    pub refused: Vec<String>,
    /// Every pair, with those that cannot be given, and the troubles: what the form brings back if it cannot be confirmed.
    pub offered: Vec<String>,
    pub kept: Vec<String>,
    pub clock: String,
}

/// A pair that can be confirmed.
pub struct PlanRow {
    pub value: String,
    pub reference: String,
    pub title: String,
    pub reviewer: String,
    /// What speaks for it and against it.
    pub reasons: String,
    /// A suspicion on which nobody has ruled.
    pub suspected: Option<String>,
    pub ticked: bool,
}

/// The rows of pairs that may be given, and what is to be said of those that may not.
pub fn rows(field: &Field, pairs: &[(usize, usize)], reader: Reader) -> (Vec<PlanRow>, Vec<String>) {
    let (mut rows, mut refused) = (Vec::new(), Vec::new());
    for (proposal, reviewer) in pairs.iter().copied() {
        let (Some(wanted), Some(one)) = (field.proposals.get(proposal), field.reviewers.get(reviewer)) else {
            continue;
        };
        let bar = field.barred.get(&(proposal, reviewer));
        let suspected = match bar {
            Some(Barred::Suspected(ground, what)) => Some(why(*ground, what, reader)),
            _ => None,
        };
        if let Some(bar) = bar.filter(|_| suspected.is_none()) {
            let args = [("reference", wanted.reference.as_str().into()), ("name", one.name.as_str().into())];
            refused.push(reader.locale.tr(&format!("plan-barred-{}", code(bar)), &args));
            continue;
        }
        let reasons: Vec<String> =
            field.reasons(proposal, reviewer).iter().map(|reason| told(*reason, reader)).collect();
        rows.push(PlanRow {
            value: format!("{}:{}", wanted.reference, one.id),
            reference: wanted.reference.to_string(),
            title: wanted.title.clone(),
            reviewer: one.name.clone(),
            reasons: if reasons.is_empty() { reader.t("plan-reason-free") } else { reasons.join(", ") },
            ticked: suspected.is_none(),
            suspected,
        });
    }
    (rows, refused)
}

/// The pairs as the form names them.
pub fn offered(field: &Field, pairs: &[(usize, usize)]) -> Vec<String> {
    let value = |(proposal, reviewer): &(usize, usize)| {
        Some(format!("{}:{}", field.proposals.get(*proposal)?.reference, field.reviewers.get(*reviewer)?.id))
    };
    pairs.iter().filter_map(value).collect()
}

/// So many troubles go with the form of a plan: more would fill it.
pub const MOST_KEPT: usize = 100;

/// The troubles that go with the form, and how many more there are: one sentence more than [`MOST_KEPT`] at most.
pub fn kept(troubles: &[String], reader: Reader) -> Vec<String> {
    let more = troubles.len().saturating_sub(MOST_KEPT);
    if more < 2 {
        return troubles.to_vec();
    }
    let mut kept: Vec<String> = troubles.iter().take(MOST_KEPT).cloned().collect();
    kept.push(reader.locale.tr("plan-troubles-more", &[("n", more.into())]));
    kept
}

const fn code(bar: &Barred) -> &'static str {
    match bar {
        Barred::Has => "has",
        Barred::Declined => "declined",
        Barred::Conflict | Barred::Suspected(..) => "conflict",
        Barred::Writes => "writes",
    }
}

fn told(reason: Reason, reader: Reader) -> String {
    reader.t(&format!("plan-reason-{}", reason.code()))
}

/// What a plan could not meet, as sentences.
pub fn gaps(field: &Field, gaps: &[super::super::assigning::Gap], reader: Reader) -> Vec<String> {
    let told = |gap: &super::super::assigning::Gap| {
        let wanted = field.proposals.get(gap.proposal)?;
        let key = match gap.why {
            Why::TooFewMay => "plan-gap-few",
            Why::AllAreFull => "plan-gap-full",
        };
        let args = [("reference", wanted.reference.as_str().into()), ("n", gap.lacks.into())];
        Some(reader.locale.tr(key, &args))
    };
    gaps.iter().filter_map(told).collect()
}

/// So many characters of what was not understood are told again.
const MOST_SAID: usize = 80;

/// What of a table was not understood, as sentences.
pub fn slips(slips: &[Slip], reader: Reader) -> Vec<String> {
    let told = |slip: &Slip| {
        let (key, said) = match &slip.wrong {
            Wrong::Columns => ("plan-slip-columns", ""),
            Wrong::Proposal(said) => ("plan-slip-proposal", said.as_str()),
            Wrong::Reviewer(said) => ("plan-slip-reviewer", said.as_str()),
            Wrong::Ambiguous(said) => ("plan-slip-ambiguous", said.as_str()),
            Wrong::Twice => ("plan-slip-twice", ""),
            Wrong::Quote => ("plan-slip-quote", ""),
        };
        let said: String = said.chars().take(MOST_SAID).collect();
        reader.locale.tr(key, &[("line", slip.line.into()), ("said", said.into())])
    };
    slips.iter().map(told).collect()
}

/// What is known of a reviewer.
#[derive(Template)]
#[template(path = "reviews/profile.html")]
pub struct ProfilePage {
    pub frame: Frame,
    pub filled: Filled,
    pub name: String,
    pub action: String,
    pub languages: Vec<(String, String)>,
    pub themes: Vec<(String, String)>,
    pub countries: Vec<(String, String)>,
    pub is_own: bool,
}

/// What a reviewer would like to review.
#[derive(Template)]
#[template(path = "reviews/preferences.html")]
pub struct PreferencesPage {
    pub frame: Frame,
    pub filled: Filled,
    pub call: String,
    pub action: String,
    pub profile_href: String,
    pub due: Option<String>,
    pub rows: Vec<PreferenceRow>,
    /// The reference of the proposal whose declaration came back; else empty.
    pub declaring: String,
    /// Gladly, willing, rather not: value and words.
    pub wishes: Vec<(String, String)>,
}

/// A proposal that can be chosen.
pub struct PreferenceRow {
    pub name: String,
    pub reference: String,
    pub title: String,
    pub lang: &'static str,
    pub theme: Option<String>,
    /// Who applies, or nothing.
    pub applicant: String,
}

pub fn preference_rows(offered: &[Offered], reader: Reader) -> Vec<PreferenceRow> {
    let row = |one: &Offered| PreferenceRow {
        name: format!("wish-{}", one.reference),
        reference: one.reference.to_string(),
        title: one.title.clone(),
        lang: one.language.tag(),
        theme: Some(one.theme.clone()).filter(|theme| super::is_theme(theme)),
        applicant: match (one.organisation.is_empty(), super::country(&one.country, reader.locale)) {
            (true, _) => String::new(),
            (false, country) if country.is_empty() => one.organisation.clone(),
            (false, country) => format!("{}, {country}", one.organisation),
        },
    };
    offered.iter().map(row).collect()
}
