//! What comes too late: it is held as it was handed in, and the secretariat admits it or does not.

use std::collections::BTreeMap;

use serde_json::json;

use super::steering::{Target, given, ready};
use crate::{
    accounts::Actor,
    act::Act,
    entity::late_attempt,
    error::{Error, Result},
    guidelines::{Answers, Definition, FieldKey},
    ids::{LateAttemptId, Reference},
    proposals::{
        actions::{
            submitting::{check, hand_in},
            telling::{Circle, tell, tell_of},
        },
        letters::News,
        policy::Deed,
        store::{
            Case, attachments, case_to_change,
            drafts::{self, Edit},
            late::{self, Came},
            requests::asked_now,
            submissions::Handed,
        },
        workflow::Action,
    },
};

/// Holds the text of somebody who submits too late, and tells the secretariat. The same text, sent again, is held once.
/// None if the text is not complete: then there is nothing that could be admitted, and it only stays a draft.
pub async fn hold(act: &Act, actor: &Actor, reference: &Reference) -> Result<Option<late_attempt::Model>> {
    let case = case_to_change(act, actor, reference).await?;
    let state = case.proposal.state;
    if !case.may(state.way_in()).is_too_late() {
        case.must(state.way_in())?;
        // The deadline has moved since: it can be submitted.
        return Err(Error::Conflict);
    }
    let definition = asked_now(act.tx(), &case).await?;
    let draft = drafts::load(act.tx(), &definition, case.proposal.id).await?;
    let at = draft.written_until(act.at);
    let mut answers = draft.answers;
    if !check(&case, &definition, &mut answers).is_clear() {
        return Ok(None);
    }
    let came = Came {
        number: case.standing.facts.submissions + 1,
        deadline: case.standing.facts.deadline(state),
        at,
        guidelines: (case.call.guidelines_id, &definition),
        answers: &answers,
    };
    let (held, is_new) = late::hold(act, &case, came).await?;
    if is_new {
        let data = json!({ "attempt": held.id, "deadline": held.deadline.iso(), "sha256": held.sha256 });
        act.event("proposal.came_late", format!("proposal:{}", case.proposal.id), data).await?;
        let news = News::CameLate { at: held.tried_at, deadline: held.deadline };
        tell_of(act, &case, format!("late:{}", held.id), Circle::Secretariat, &news).await?;
    }
    Ok(Some(held))
}

/// Admits what came too late: that text, with its own author and its own time, becomes the submission.
pub async fn admit(act: &Act, actor: &Actor, target: Target<'_>, attempt: LateAttemptId, reason: &str) -> Result<()> {
    let (case, step) = ready(act, actor, target, Action::Admit).await?;
    let reason = given(reason)?;
    let held = late::held(act.tx(), &case, attempt).await?;
    let definition = asked_now(act.tx(), &case).await?;
    let answers = late::answers(&definition, &held);
    put_back(act, &case, &definition, &answers).await?;
    let handed = Handed { by: Some(held.tried_by), at: held.tried_at };
    let (proposal, _) = hand_in(act, &case, (&definition, &answers), (step, reason), (handed, BTreeMap::new())).await?;
    let admitted = News::Admitted { at: held.tried_at, reason: reason.to_owned() };
    tell(act, &case, &proposal, Circle::Officials, &admitted).await
}

/// Makes what is written the same as what is submitted, as it is after every submission. What was written since then stays
/// in the history of saves.
async fn put_back(act: &Act, case: &Case, definition: &Definition, answers: &Answers) -> Result<()> {
    let mut draft = drafts::load(act.tx(), definition, case.proposal.id).await?;
    let differs = |field: &&FieldKey| draft.answers.get(field.as_str()) != answers.get(field.as_str());
    let known = draft.answers.iter().map(|(field, _)| field).filter(|field| answers.get(field.as_str()).is_none());
    let fields = answers.iter().map(|(field, _)| field).chain(known).filter(differs);
    let changed: Vec<Edit> =
        fields.map(|field| Edit::to(field.clone(), answers.get(field.as_str()).cloned())).collect();
    let files = |answers: &Answers| answers.all_files().map(|(_, file)| file.attachment).collect::<Vec<_>>();
    let (written, back) = (files(&draft.answers), files(answers));
    let gone = written.into_iter().filter(|file| !back.contains(file)).collect();
    attachments::remove(act, case.proposal.id, gone).await?;
    attachments::bring_back(act, case.proposal.id, back).await?;
    drafts::write(act, case.proposal.id, &mut draft, &changed).await
}

/// Decides that all that is held of a proposal stays out.
pub async fn refuse(act: &Act, actor: &Actor, target: Target<'_>, reason: &str) -> Result<()> {
    let case = case_to_change(act, actor, target.reference).await?;
    case.must(Deed::RefuseLate)?;
    case.unchanged_since(target.seen)?;
    let reason = given(reason)?;
    let last = late::open_attempts(act.tx(), &case).await?.into_iter().next().ok_or(Error::NotFound)?;
    late::refuse(act, case.proposal.id, reason).await?;
    let data = json!({ "attempt": last.id });
    act.event("proposal.late_refused", format!("proposal:{}", case.proposal.id), data).await?;
    let news = News::LateRefused { at: last.tried_at, reason: reason.to_owned() };
    tell_of(act, &case, format!("late_refused:{}", last.id), Circle::Officials, &news).await
}
