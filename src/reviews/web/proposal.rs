//! A proposal at the desk.

use std::collections::BTreeSet;

use axum::extract::State;
use serde::Deserialize;

use super::{href, reference};
use crate::{
    accounts::habits,
    app::App,
    clock::Moment,
    entity::late_attempt,
    error::{Error, Result},
    guidelines::Audience as ReadsAs,
    ids::{LateAttemptId, Reference, UserId},
    mail,
    proposals::{Case, Deed, Wait, workflow::State as Place},
    reviews::{
        pages::{
            Head, Reader,
            eligibility::EligibilityPart,
            judging::{ReviewShown, TotalsShown},
            list::waits,
            proposal::{DecisionShown, Judging, Late, LetterLine, OwnReview, ProposalPage, buttons, facts},
            standing::{AnswerPart, AssignmentsPart, ConflictsPart, Sources},
            talk::TalkPart,
            text::{Asking, Text, final_report, open_requests, receipts, timeline},
            verbs::late_line,
            workplace::{Keys, TagsPart},
        },
        store::{
            dossier::{Dossier, dossier},
            tags,
        },
    },
    web::{Answer, Filled, Path, Query, SignedIn, page},
};

/// Which submission is read: the last, unless the address says another.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
pub struct Wish {
    submission: Option<i32>,
    /// One that came too late.
    attempt: Option<LateAttemptId>,
}

pub async fn show(
    State(app): State<App>,
    signed: SignedIn,
    Path(written): Path<String>,
    Query(wish): Query<Wish>,
) -> Answer {
    draw(&app, &signed, &reference(&written)?, wish, Filled::default()).await
}

/// Draws the page, with what was typed into one of its forms.
pub async fn draw(app: &App, signed: &SignedIn, reference: &Reference, wish: Wish, filled: Filled) -> Answer {
    let (visit, reader) = (&signed.visit, Reader::of(&signed.visit));
    let found = dossier(app.db.read(), &signed.actor, reference, visit.at).await?;
    let case = &found.case;
    let (standing, href) = (&case.standing, href(reference));
    let head = Head::of(&case.proposal, &case.organisation, &case.call, reader);
    let late = match wish.attempt {
        None => found.late.first().filter(|_| found.submissions.is_empty()),
        Some(id) => Some(found.late.iter().find(|row| row.id == id).ok_or(Error::NotFound)?),
    };
    let shown = match wish.submission {
        None => found.submissions.last().filter(|_| late.is_none()),
        Some(number) => {
            let numbered = found.submissions.iter().find(|row| row.number == number);
            Some(numbered.ok_or(Error::NotFound)?)
        }
    };
    let is_secretariat = standing.roles.secretariat;
    let (buttons, notes) = if is_secretariat { buttons(standing, &href, reader) } else { Default::default() };
    let known = case.proposal.known_from();
    let asking = Asking {
        reference: reference.as_str(),
        definition: &found.definition,
        requests: &found.requests,
        submissions: &found.submissions,
        audience: case.reads_as(),
    };
    let shortcuts = habits::of(app.db.read(), signed.actor.id).await?.shortcuts;
    let keys = if shortcuts { Keys::Proposal } else { Keys::Off };
    let names = |id: UserId| found.names.get(&id).cloned();
    page(&ProposalPage {
        frame: visit.frame(format!("{} {}", head.reference, head.title), "desk").await,
        filled,
        buttons,
        notes,
        next: Some(Wait::of(standing, case.proposal.waits))
            .filter(|wait| wait.is_something())
            .map(|wait| waits(wait, reader)),
        facts: facts(&case.proposal, &case.call, standing, reader),
        sources: known.sources,
        source_note: known.note.map(|note| note.get(reader.locale).to_owned()).unwrap_or_default(),
        report: final_report(&found.transitions, reader),
        decision: found.decision.as_ref().map(|made| DecisionShown::of(made, &names, &href, reader)),
        eligibility: is_secretariat
            .then(|| EligibilityPart::of(&found.definition, found.eligibility.as_ref(), standing, reader))
            .flatten(),
        assignments: is_secretariat.then(|| assignments(&found, visit.at, reader)),
        conflicts: ConflictsPart::of(&found.rulings, &found.suspicions, &found.house, standing, reader),
        answer: AnswerPart::of(found.own.as_ref(), case.call.phases.as_ref(), case.call.zone(), standing, reader),
        declares: case.may(Deed::DeclareConflict).is_yes(),
        pledge: pledge(case),
        judging: judging(&found, is_secretariat, reader),
        text: shown
            .map(|row| Text::of(asking, row, reader))
            .or(late.map(|row| Text::of_attempt(asking, row, late_line(row, &case.call, reader), reader))),
        open_requests: match case.proposal.state {
            Place::Returned => open_requests(asking, standing.next_submission(), reader),
            _ => Vec::new(),
        },
        late: found.late.iter().map(|row| came_late(&found, row, late.map(|late| late.id), reader)).collect(),
        talk: TalkPart::of(&found.talk, standing, (reference.as_str(), signed.actor.id), reader),
        receipts: match case.reads_as() {
            ReadsAs::Inside => receipts(&found.submissions, shown.map(|row| row.number), &found.names, &href, reader),
            // A receipt is made out to its applicant.
            ReadsAs::Anonymous | ReadsAs::Public => Vec::new(),
        },
        timeline: timeline(&found.transitions, &found.names, reader),
        letters: if is_secretariat { Some(letters(app, &found, reader).await?) } else { None },
        is_secretariat,
        tags: tags_of(app, case).await?,
        keys: keys.lines(reader, is_secretariat),
        head,
    })
}

/// The tags of the secretariat, for those who put them on.
async fn tags_of(app: &App, case: &Case) -> Result<Option<TagsPart>> {
    if !case.may(Deed::Tag).is_yes() {
        return Ok(None);
    }
    let worn = tags::of(app.db.read(), [case.proposal.id]).await?.remove(&case.proposal.id).unwrap_or_default();
    Ok(Some(TagsPart::of(&worn, &tags::all(app.db.read()).await?)))
}

fn came_late(found: &Dossier, row: &late_attempt::Model, shown: Option<LateAttemptId>, reader: Reader) -> Late {
    let call = &found.case.call;
    Late {
        href: format!("{}?attempt={}#text", href(&found.case.proposal.reference), row.id),
        line: late_line(row, call, reader),
        iso: row.tried_at.iso(),
        deadline: reader.locale.instant_to_the_second(row.deadline, call.zone()),
        by: found.names.get(&row.tried_by).cloned().unwrap_or_default(),
        shown: shown == Some(row.id),
        refusal: row.refused_at.map(|_| row.refusal.clone()),
    }
}

fn assignments(found: &Dossier, now: Moment, reader: Reader) -> AssignmentsPart {
    let call = &found.case.call;
    let sources = Sources {
        assigned: &found.assigned,
        declined: &found.declined,
        reviews: &found.reviews,
        reviewers: &found.reviewers,
        phases: call.phases.as_ref(),
        zone: call.zone(),
        now,
    };
    let open = found.case.may(Deed::Assign).is_yes();
    let least = found.definition.rubric.least_reviews;
    AssignmentsPart::of(&sources, open, reader.locale.tr("desk-assign-asked", &[("n", least.into())]), reader)
}

/// The page on which a reviewer promises to keep the proposals of the call to themselves, while they have not.
pub(super) fn pledge(case: &Case) -> Option<String> {
    let roles = case.standing.roles;
    let missing = roles.reviewer && !roles.pledged && !roles.secretariat;
    missing.then(|| format!("/desk/calls/{}/confidentiality?next={}", case.call.slug, case.proposal.reference))
}

fn judging(found: &Dossier, is_secretariat: bool, reader: Reader) -> Judging {
    let (case, rubric) = (&found.case, &found.definition.rubric);
    let counted: BTreeSet<UserId> = found.assigned.iter().map(|(row, _)| row.reviewer_id).collect();
    let shown = |(place, review): (usize, &crate::reviews::rules::Review)| {
        let is_counted = !is_secretariat || counted.contains(&review.reviewer);
        ReviewShown::of(review, rubric, &found.submissions, is_counted, reader).numbered(place + 1, reader)
    };
    let abstained = found.own.as_ref().is_some_and(|row| row.abstained_at.is_some());
    Judging {
        reviews: found.reviews.iter().enumerate().map(shown).collect(),
        totals: TotalsShown::of(rubric, &found.reviews, &counted, reader),
        hidden: case.may(Deed::ReadReviews).reason().map(|reason| reader.t(reason)),
        own: OwnReview::of(&case.standing, found.mine.as_ref(), abstained, reader),
    }
}

/// As many letters as the page has room for; the log has all of them.
const MOST_LETTERS: u64 = 10;

async fn letters(app: &App, found: &Dossier, reader: Reader) -> Result<(Vec<LetterLine>, String)> {
    let proposal = &found.case.proposal;
    let rows = mail::log::about(app.db.read(), proposal.id, MOST_LETTERS).await?;
    let line = |row: &mail::log::Told| LetterLine {
        href: format!("/admin/mail/{}", row.id),
        language: row.locale.tag(),
        when: reader.instant(row.created_at),
        iso: row.created_at.iso(),
        to: if row.recipient_name.is_empty() {
            row.recipient.to_string()
        } else {
            format!("{} <{}>", row.recipient_name, row.recipient)
        },
        subject: row.subject.clone(),
        state: reader.t(row.stage().key()),
    };
    Ok((rows.iter().map(line).collect(), format!("/admin/mail?proposal={}", proposal.reference)))
}
