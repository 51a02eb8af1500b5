//! Who reviews a proposal, who could, and who must not.

use super::Reader;
use crate::{
    calls::{self, Phases},
    clock::{Moment, Zone},
    entity::{assignment, conflict, user},
    ids::UserId,
    proposals::{
        Deed, Standing,
        conflicts::{Ground, Ruling},
        may,
    },
    reviews::{
        rules::{Review, Reviewer},
        store::{dossier::Named, suspicions::Suspicion},
    },
};

/// Who reviews it, and whom one could ask.
pub struct AssignmentsPart {
    pub assigned: Vec<Assigned>,
    /// Those who were asked and do not.
    pub declined: Vec<Declined>,
    pub reviewers: Vec<(String, String)>,
    pub open: bool,
    /// How many reviews the guidelines ask for.
    pub asked: String,
    /// On whose clocks a due date is typed.
    pub clock: String,
}

/// A reviewer of the proposal.
pub struct Assigned {
    pub id: String,
    pub name: String,
    pub since: String,
    /// In with its total, or not yet.
    pub state: String,
    pub is_in: bool,
    /// Until when it is asked for, if an instant is set.
    pub due: Option<String>,
    /// What the input of a due date holds.
    pub due_typed: String,
    pub is_late: bool,
}

/// Somebody who was asked and does not.
pub struct Declined {
    pub name: String,
    pub when: String,
    pub reason: String,
}

/// What the assignments of a proposal are shown by.
pub struct Sources<'a> {
    pub assigned: &'a [Named<assignment::Model>],
    pub declined: &'a [Named<assignment::Model>],
    pub reviews: &'a [Review],
    pub reviewers: &'a [Reviewer],
    pub phases: Option<&'a Phases>,
    pub zone: Zone,
    pub now: Moment,
}

impl AssignmentsPart {
    pub fn of(sources: &Sources<'_>, open: bool, asked: String, reader: Reader) -> Self {
        let is_assigned = |id: UserId| sources.assigned.iter().any(|(row, _)| row.reviewer_id == id);
        let offered = sources.reviewers.iter().filter(|reviewer| !is_assigned(reviewer.id));
        let name = |reviewer: &Reviewer| {
            let counts = [("name", reviewer.name.as_str().into()), ("n", reviewer.open.into())];
            reader.locale.tr("desk-reviewer-load", &counts)
        };
        let declined = |(row, person): &Named<assignment::Model>| Declined {
            name: name_of(person.as_ref()),
            when: row.ended_at.map(|at| reader.day(at)).unwrap_or_default(),
            reason: row.reason.clone(),
        };
        Self {
            assigned: sources.assigned.iter().map(|named| sources.assigned(named, reader)).collect(),
            declined: sources.declined.iter().map(declined).collect(),
            reviewers: offered.map(|reviewer| (reviewer.id.to_string(), name(reviewer))).collect(),
            open,
            asked,
            clock: calls::clock(sources.zone, reader.locale),
        }
    }
}

impl Sources<'_> {
    fn assigned(&self, (row, person): &Named<assignment::Model>, reader: Reader) -> Assigned {
        let review = self.reviews.iter().find(|review| review.reviewer == row.reviewer_id);
        let total = review.and_then(|review| review.total).map(|total| total.show(reader.locale));
        let due = row.due_at.or(self.phases.and_then(Phases::reviews_due));
        let answered = total.is_some() || row.abstained_at.is_some();
        let state = match (&total, row.abstained_at, row.accepted_at) {
            (_, Some(_), _) => reader.locale.pair(reader.t("desk-review-abstained"), &row.reason),
            (Some(total), None, _) => reader.locale.tr("desk-review-in", &[("total", total.as_str().into())]),
            (None, None, Some(_)) => reader.t("desk-review-accepted"),
            (None, None, None) => reader.t("desk-review-open"),
        };
        Assigned {
            id: row.reviewer_id.to_string(),
            name: name_of(person.as_ref()),
            since: reader.day(row.assigned_at),
            state,
            is_in: total.is_some(),
            due: due.map(|due| reader.locale.instant(due, self.zone)),
            due_typed: row.due_at.map(|due| crate::reviews::forms::typed_instant(due, self.zone)).unwrap_or_default(),
            is_late: !answered && due.is_some_and(|due| due < self.now),
        }
    }
}

fn name_of(person: Option<&user::Model>) -> String {
    person.map(|person| person.name.clone()).unwrap_or_default()
}

/// Conflicts of interest: those that stand, those that are suspected, and those that were looked at.
pub struct ConflictsPart {
    pub rulings: Vec<Ruled>,
    pub suspected: Vec<Suspected>,
    /// Whom one can set it for.
    pub people: Vec<(String, String)>,
}

/// A ruling.
pub struct Ruled {
    pub id: String,
    pub name: String,
    pub stands: bool,
    /// By whom it was stated: the person, or the secretariat.
    pub kind: String,
    pub when: String,
    pub reason: String,
}

/// A suspicion on which nobody has ruled.
pub struct Suspected {
    pub id: String,
    pub name: String,
    /// As a sentence.
    pub why: String,
}

impl ConflictsPart {
    pub fn of(
        rulings: &[Named<conflict::Model>],
        suspicions: &[Suspicion],
        house: &[(UserId, String)],
        standing: &Standing,
        reader: Reader,
    ) -> Option<Self> {
        let ruled = |(row, person): &Named<conflict::Model>| Ruled {
            id: row.person_id.to_string(),
            name: name_of(person.as_ref()),
            stands: row.ruling.stands(),
            kind: reader.t(&format!("desk-conflict-{}", row.ruling.code())),
            when: reader.day(row.stated_at),
            reason: row.reason.clone(),
        };
        let is_ruled = |id: UserId| rulings.iter().any(|(row, _)| row.person_id == id);
        let stands = |id: UserId| rulings.iter().any(|(row, _)| row.person_id == id && row.ruling != Ruling::Dismissed);
        let suspected = |found: &Suspicion| Suspected {
            id: found.person.to_string(),
            name: found.name.clone(),
            why: why(found.ground, &found.what, reader),
        };
        let people = house.iter().filter(|(id, _)| !stands(*id));
        may(standing, Deed::RuleOnConflicts).is_yes().then(|| Self {
            rulings: rulings.iter().map(ruled).collect(),
            suspected: suspicions.iter().filter(|found| !is_ruled(found.person)).map(suspected).collect(),
            people: people.map(|(id, name)| (id.to_string(), name.clone())).collect(),
        })
    }
}

/// Why a conflict is suspected, as a sentence.
pub fn why(ground: Ground, what: &str, reader: Reader) -> String {
    let what = if ground == Ground::Country { super::country(what, reader.locale) } else { what.to_owned() };
    reader.locale.tr(&format!("desk-suspected-{}", ground.code()), &[("what", what.into())])
}

/// What somebody who was asked for a review can answer.
pub struct AnswerPart {
    pub accepted: bool,
    /// Until when the review is asked for.
    pub due: Option<String>,
}

impl AnswerPart {
    pub fn of(
        own: Option<&assignment::Model>,
        phases: Option<&Phases>,
        zone: Zone,
        standing: &Standing,
        reader: Reader,
    ) -> Option<Self> {
        let row = own.filter(|_| may(standing, Deed::AnswerAssignment).is_yes())?;
        let due = row.due_at.or(phases.and_then(Phases::reviews_due));
        Some(Self { accepted: row.accepted_at.is_some(), due: due.map(|due| reader.locale.instant(due, zone)) })
    }
}
