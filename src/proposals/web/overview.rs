//! The page of a proposal, its text and its files.

use std::collections::BTreeMap;

use axum::extract::State;
use http::HeaderMap;

use super::{
    Opened,
    discussion::{conversations, have_read},
    frame,
};
use crate::{
    app::App,
    entity::submission,
    error::{Error, Result},
    guidelines::{Answers, Audience as ReadsAs, FieldKey},
    ids::{AttachmentId, Reference, UserId},
    mail,
    proposals::{
        pages::{
            Conversations, Decided, FormOf, Happened, OverviewPage, RequestLine, SentLetter, SubmissionLine, TextPage,
            Typed, What, late_line, timeline,
        },
        policy::Deed,
        requests::for_submission,
        rules::Audience,
        store::{
            Case, attachments, case,
            decisions::in_force,
            late, lists, notes, people, requests as asked, submissions,
            threads::{self, Found},
        },
        workflow::{Action, State as Place},
    },
    web::{
        Answer, Path, Query, SignedIn,
        download::{Download, Size, download},
        page, see_other,
    },
};

pub async fn show(
    State(app): State<App>,
    signed: SignedIn,
    Path(reference): Path<Reference>,
    asked: HeaderMap,
) -> Answer {
    draw(&app, &signed, &reference, Typed::default(), &asked).await
}

/// The page, with what was typed into one of the forms for messages.
pub(super) async fn draw(
    app: &App,
    signed: &SignedIn,
    reference: &Reference,
    typed: Typed,
    asked_as: &HeaderMap,
) -> Answer {
    let db = app.db.read();
    let found = case(db, Some(&*signed.actor), reference, signed.visit.at).await?;
    if !found.standing.roles.writes() {
        return elsewhere(&found);
    }
    let opened = Opened::new(app, signed, reference).await?;
    let (case, reader) = (&opened.case, opened.reader);
    let id = case.proposal.id;
    let transitions = lists::transitions(db, id).await?;
    let submitted = lists::submissions(db, id).await?;
    // What is said between the lead and the secretariat is not a co-editor's matter.
    let of_lead = case.may(Deed::ReadToApplicant).is_yes();
    let (said, talk) = talk(app, signed, case, typed).await?;
    let names = names(app, case, transitions.iter().filter_map(|row| row.by_user)).await?;
    let of_house = signed.visit.t("proposals-secretariat");
    let name_of = |id: UserId| Some(names.get(&id).cloned().unwrap_or_else(|| of_house.clone()));
    let asked = transitions.iter().rev().find(|row| row.action == Action::Return).map(|row| row.reason.clone());
    let requests = requests(app, &opened).await?;
    let decided = in_force(db, id).await?.filter(|row| of_lead && row.published_at.is_some());
    let top = opened.top();
    let events = timeline(&transitions, &case.call, reader, name_of);
    let open = notes::open(db, id, None).await?;
    let what = What {
        notes: reader.locale.tr("proposals-notes-open", &[("count", open.into())]),
        closing: opened.closing(),
        sections: case.may(Deed::Write).is_yes().then(|| opened.sections(&opened.draft.answers, "")),
        submissions: submitted.iter().rev().map(|row| SubmissionLine::of(row, &top.href, reader)).collect(),
        letters: letters(app, signed, &opened).await?,
        events: if of_lead { events } else { events.into_iter().map(Happened::without_note).collect() },
        talk,
        public: public_page(case),
        decided: decided.map(|row| Decided::of(&row, reader.locale)),
        asked: asked.filter(|asked| case.proposal.state == Place::Returned && !asked.is_empty()),
        requests,
        late: match case.may(Deed::ReadLateAttempts).is_yes() {
            true => late::attempts(db, case).await?.first().map(|attempt| late_line(attempt, &case.call, reader)),
            false => None,
        },
    };
    let shown = page(&OverviewPage::new(frame(signed, &top).await, top, &case.standing, what, signed.actor.id))?;
    have_read(app, signed, &said, asked_as).await;
    Ok(shown)
}

/// What the organisation and the secretariat write to each other: a co-editor has no part in that.
async fn talk(app: &App, signed: &SignedIn, case: &Case, typed: Typed) -> Result<(Vec<Found>, Option<Conversations>)> {
    let mut found = threads::all(app.db.read(), case, signed.actor.id).await?;
    // Who is of the house too has the other conversations on their own page.
    found.retain(|one| one.thread.audience == Audience::Applicant);
    // What was typed is shown again, whatever can be done with it now.
    let writes = case.may(Deed::CommentToApplicant).is_yes() || typed.of != FormOf::Nothing;
    let shown = case.standing.roles.official.is_some() && (writes || !found.is_empty());
    let talk = if shown { Some(conversations(app, signed, case, &found, typed).await?) } else { None };
    Ok((found, talk))
}

/// As many letters as the page has room for.
const MOST_LETTERS: u64 = 5;

/// What the visitor was sent about it: their own letters, nobody else's.
async fn letters(app: &App, signed: &SignedIn, opened: &Opened) -> Result<Vec<SentLetter>> {
    let sent = mail::log::sent_to(app.db.read(), opened.case.proposal.id, signed.actor.id, MOST_LETTERS).await?;
    let line = |row: mail::log::Told| {
        let at = row.sent_at.unwrap_or(row.created_at);
        SentLetter::new(row.subject, row.locale, (at, row.bounced_at.is_some()), opened.reader)
    };
    Ok(sent.into_iter().map(line).collect())
}

fn public_page(case: &Case) -> Option<String> {
    let slug = case.proposal.slug.as_ref().filter(|_| case.proposal.state.is_public());
    slug.map(|slug| format!("/initiatives/{slug}"))
}

/// What is to be changed, while it is.
async fn requests(app: &App, opened: &Opened) -> Result<Vec<RequestLine>> {
    let (case, top) = (&opened.case, opened.top());
    if case.proposal.state != Place::Returned {
        return Ok(Vec::new());
    }
    let all = asked::of_case(app.db.read(), case).await?;
    let written = (&*opened.definition, &opened.draft.answers);
    let open = for_submission(&all, case.standing.next_submission());
    Ok(open.iter().map(|one| RequestLine::of(one, written, &top, opened.reader.locale)).collect())
}

/// Where those find a proposal who are not of its organisation.
fn elsewhere(case: &Case) -> Answer {
    let of_house = case.standing.roles.secretariat || case.standing.roles.reviewer;
    match &case.proposal.slug {
        _ if of_house => Ok(see_other(&format!("/desk/proposals/{}", case.proposal.reference))),
        Some(slug) => Ok(see_other(&format!("/initiatives/{slug}"))),
        None => Err(Error::NotFound),
    }
}

/// The names of those who belong to the proposal's organisation.
async fn names(app: &App, case: &Case, ids: impl Iterator<Item = UserId>) -> Result<BTreeMap<UserId, String>> {
    let db = app.db.read();
    let officials = people::officials(db, case.proposal.organisation_id, crate::accounts::Role::ALL).await?;
    let ids: Vec<UserId> = ids.collect();
    Ok(officials.into_iter().filter(|row| ids.contains(&row.id)).map(|row| (row.id, row.name)).collect())
}

pub async fn text(State(app): State<App>, signed: SignedIn, Path(reference): Path<Reference>) -> Answer {
    let opened = Opened::new(&app, &signed, &reference).await?;
    let top = opened.top().at(signed.visit.t("proposals-text"));
    page(&TextPage::new(frame(&signed, &top).await, top, &opened.definition, &opened.draft.answers))
}

/// A file, for those who may read what holds it.
pub async fn file(
    State(app): State<App>,
    signed: SignedIn,
    Path((reference, attachment)): Path<(Reference, AttachmentId)>,
    Query(size): Query<Size>,
    asked: HeaderMap,
) -> Answer {
    let db = app.db.read();
    let case = case(db, Some(&*signed.actor), &reference, signed.visit.at).await?;
    let row = attachments::find(db, case.proposal.id, attachment).await?;
    let definition = crate::guidelines::definition(db, case.call.guidelines_id).await?;
    if !case.standing.roles.writes() {
        let in_late =
            case.may(Deed::ReadLateAttempts).is_yes() && late::holds(db, &case, &definition, attachment).await?;
        if !in_late {
            // What was never handed in is nobody else's, whoever knows its address.
            case.must(Deed::ReadSubmissions)?;
            let handed_in = lists::submissions(db, case.proposal.id).await?;
            let readable = |field: &FieldKey| {
                case.reads_as() == ReadsAs::Inside
                    || definition.field(field.as_str()).is_some_and(|field| !field.identifying)
            };
            let holds = |row: &submission::Model| holds(&submissions::answers(&definition, row), attachment, readable);
            if !handed_in.iter().any(holds) {
                return Err(Error::NotFound);
            }
        }
    }
    let file = Download { sha256: &row.sha256, name: &row.name, media_type: &row.media_type, public: false };
    download(&app, file, size, &asked).await
}

/// Whether the file is in one of the answers that may be read.
fn holds(answers: &Answers, attachment: AttachmentId, readable: impl Fn(&FieldKey) -> bool) -> bool {
    answers.all_files().any(|(field, file)| file.attachment == attachment && readable(field))
}
