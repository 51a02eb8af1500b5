//! Tells the history of an example through the verbs that people use, each at its own time and by its own person, so that
//! timeline, letters and audit trail are what they would be.

use std::{collections::BTreeMap, time::Duration};

use super::{
    read::Told,
    records::{self, Comment, Deed, Eligibility, Review, ReviewState, Step},
    times::{DayZero, RelativeDay, RelativeMoment},
};
use crate::{
    accounts::{Actor, actions::NewPerson},
    act::{Act, Who},
    app::App,
    clock::Moment,
    error::{Error, Result},
    files::safe_name,
    guidelines::{Answer, Answers, Value},
    ids::{CallId, OrganisationId, Reference},
    mail::Email,
    proposals::{
        self,
        actions::{
            co_editing,
            discussing::{self, Saying},
            drafting, noting, public_texts,
            saving::{self, NewFile},
            standing,
            steering::{self, Target},
            submitting,
        },
        eligibility::Check,
        requests::{Numbered, Request, for_submission},
        rules::{Decision, Outcome},
    },
    reviews::{self, rules::Entry},
    seeds::Folder,
};

/// How long before it is submitted a proposal is written in for the last time.
const WRITING: Duration = Duration::from_secs(40 * 60);

/// The secretariat of the demonstration assigns the reviewers, and publishes what the public pages show.
pub const SECRETARIAT: &str = "secretariat@metropolis.example";

/// Someone who knows what happened to one example.
pub struct Teller<'a> {
    pub app: &'a App,
    pub zero: DayZero,
    pub people: &'a BTreeMap<Email, Actor>,
    pub told: &'a Told,
}

/// Something that happened.
#[derive(Clone, Copy)]
enum Event<'a> {
    Step(&'a Step),
    Assigned(&'a Review),
    Reviewed(&'a Review),
    Said(&'a Comment),
}

impl Teller<'_> {
    /// Tells it all, in the order of time; the reference under which it is known now.
    pub async fn tell(&self, call: CallId, organisation: OrganisationId) -> Result<Reference> {
        let (created, rest) = self.told.example.history.split_first().ok_or(Error::NotFound)?;
        let reference = self.created(created, call, organisation).await?;
        for (at, event) in self.events(rest) {
            match event {
                Event::Step(step) => Box::pin(self.done(step, &reference)).await?,
                Event::Assigned(review) => self.assigned(review, at, &reference).await?,
                Event::Reviewed(review) => self.reviewed(review, at, &reference).await?,
                Event::Said(comment) => self.said(comment, at, &reference).await?,
            }
        }
        self.ended_as_told(&reference).await?;
        Ok(reference)
    }

    /// What happened after the beginning, with its instants. What happened at one instant stays in the order of the seed.
    fn events<'s>(&'s self, steps: &'s [Step]) -> Vec<(Moment, Event<'s>)> {
        let example = &self.told.example;
        let mut events: Vec<(RelativeMoment, Event<'s>)> = Vec::new();
        events.extend(steps.iter().map(|step| (step.at, Event::Step(step))));
        events.extend(example.reviews.iter().map(|review| (review.assigned_at, Event::Assigned(review))));
        let written = example.reviews.iter().filter(|review| review.state != ReviewState::Assigned);
        events.extend(written.map(|review| (review.at.unwrap_or(review.assigned_at), Event::Reviewed(review))));
        events.extend(example.comments.iter().map(|comment| (comment.at, Event::Said(comment))));
        events.sort_by_key(|(at, _)| *at);
        events.into_iter().map(|(at, event)| (self.zero.moment(at), event)).collect()
    }

    async fn created(&self, step: &Step, call: CallId, organisation: OrganisationId) -> Result<Reference> {
        let at = self.zero.moment(step.at);
        let (act, actor) = self.begin(&step.by, at).await?;
        let reference = drafting::create(&act, actor, call, organisation).await?;
        act.commit().await?;
        let mut first = self.told.answers.clone();
        first.extend(self.told.before.clone());
        let next = self.told.example.history.get(1).map(|step| self.zero.moment(step.at));
        let written = at + WRITING;
        let at = if next.is_some_and(|next| next < written) { at } else { written };
        let files = self.files().await?;
        self.written(&step.by, at, &reference, (first, &files)).await?;
        Ok(reference)
    }

    /// The files that the answers name, in the file store.
    async fn files(&self) -> Result<Vec<NewFile>> {
        let mut stored = Vec::new();
        for named in &self.told.files {
            let bytes = Folder::BuiltIn.bytes(&named.path).map_err(Error::internal)?;
            let name = named.path.rsplit('/').next().unwrap_or_default();
            let received = self.app.files.receive_bytes(self.app.ids.id(self.app.now()), bytes).await;
            let received = received.map_err(Error::internal)?;
            stored.push(NewFile {
                field: named.field.clone(),
                name: safe_name(name, received.media_type),
                media_type: received.media_type.to_owned(),
                size: received.size,
                sha256: received.sha256,
                pixels: received.pixels,
                alt: named.alt.clone(),
                replaces: None,
            });
        }
        Ok(stored)
    }

    /// Someone writes these answers into the draft.
    async fn written(
        &self,
        by: &Email,
        at: Moment,
        reference: &Reference,
        (answers, files): (Answers, &[NewFile]),
    ) -> Result<()> {
        let (act, actor) = self.begin(by, at).await?;
        saving::set(&act, actor, reference, answers, files).await?;
        act.commit().await
    }

    async fn done(&self, step: &Step, reference: &Reference) -> Result<()> {
        let at = self.zero.moment(step.at);
        if let Deed::Resubmit { before, replies } = &step.deed {
            let mut now: Answers = self
                .told
                .answers
                .clone()
                .into_iter()
                .filter(|(field, _)| before.contains_key(field.as_str()))
                .collect();
            now.extend(self.replies(&step.by, reference, replies).await?);
            self.written(&step.by, at - WRITING, reference, (now, &[])).await?;
        }
        let (act, actor) = self.begin(&step.by, at).await?;
        let seen = proposals::case(act.tx(), Some(actor), reference, act.at).await?.proposal.version;
        let target = Target { reference, seen };
        match &step.deed {
            Deed::Create => return Err(Error::internal("it is created twice")),
            Deed::Submit | Deed::Resubmit { .. } => {
                submitting::submit(&act, actor, reference, seen, None).await?;
            }
            Deed::Eligibility { outcome, reason } => {
                let check = Check::first(*outcome == Eligibility::Pass, reason);
                standing::check_eligibility(&act, actor, reference, check).await?;
            }
            Deed::Share { with } => self.invited(&act, actor, with, reference).await?,
            Deed::Note { section, text } => noting::write(&act, actor, reference, section, text).await?,
            Deed::StartReview => steering::start_review(&act, actor, target).await?,
            Deed::Return { message, requests, due } => {
                let request = |told: &records::Request| Request { field: told.field.clone(), text: told.text.clone() };
                let requests: Vec<Request> = requests.iter().map(request).collect();
                let asked = steering::Asked { message, requests: &requests };
                steering::return_for_changes(&act, actor, target, asked, self.zero.moment(*due)).await?;
            }
            Deed::Approve { .. } => steering::approve(&act, actor, target, &self.decision(&step.deed)?).await?,
            Deed::NotSelect { .. } => steering::not_select(&act, actor, target, &self.decision(&step.deed)?).await?,
            Deed::StartRunning { start_date } => {
                steering::start_running(&act, actor, target, self.zero.day(*start_date)).await?;
            }
            Deed::Complete { outcome, final_report } => {
                steering::complete(&act, actor, target, outcome, final_report).await?;
            }
            Deed::EndEarly { reason, date } => {
                steering::end_early(&act, actor, target, reason, self.zero.day(*date)).await?;
            }
            Deed::Withdraw { reason } => steering::withdraw(&act, actor, target, reason).await?,
            Deed::Feature => public_texts::feature(&act, actor, reference, true).await?,
        }
        act.commit().await?;
        let Deed::Share { with } = &step.deed else { return Ok(()) };
        let (act, invited) = self.begin(with, at).await?;
        co_editing::accept(&act, invited, reference).await?;
        act.commit().await
    }

    async fn invited(&self, act: &Act, actor: &Actor, with: &Email, reference: &Reference) -> Result<()> {
        let invited = self.person(with)?;
        let person = NewPerson {
            email: invited.email.clone(),
            name: invited.name.clone(),
            locale: invited.locale,
            zone: invited.zone,
        };
        co_editing::invite(act, actor, reference, &person).await.map(|_| ())
    }

    /// The answers to what was asked when the proposal was returned.
    async fn replies(&self, by: &Email, reference: &Reference, replies: &[String]) -> Result<Answers> {
        let db = self.app.db.read();
        let case = proposals::case(db, Some(self.person(by)?), reference, self.app.now()).await?;
        let asked = for_submission(&proposals::asked::of_case(db, &case).await?, case.standing.next_submission());
        if asked.len() != replies.len() {
            return Err(Error::Internal(format!("{} requests and {} replies", asked.len(), replies.len())));
        }
        let answer = |(asked, reply): (&Numbered, &String)| {
            Ok((asked.key().parse().map_err(Error::internal)?, Answer::Value(Value::Text(reply.clone()))))
        };
        asked.iter().zip(replies).map(answer).collect()
    }

    /// The decision in a deed that holds one.
    fn decision(&self, deed: &Deed) -> Result<Decision> {
        let made = |outcome, words: [&str; 4], date: RelativeDay, reason: &str| {
            let [body, session, minute_reference, message] = words.map(str::to_owned);
            let decided_on = Some(self.zero.day(date));
            Decision {
                outcome,
                body,
                session,
                decided_on,
                minute_reference,
                reason: reason.to_owned(),
                message,
                requests: Vec::new(),
                due_at: None,
            }
        };
        match deed {
            Deed::Approve { body, session, date, minute_reference, message } => {
                Ok(made(Outcome::Approved, [body, session, minute_reference, message], *date, ""))
            }
            Deed::NotSelect { body, session, date, minute_reference, message, reason } => {
                Ok(made(Outcome::NotSelected, [body, session, minute_reference, message], *date, reason))
            }
            _ => Err(Error::internal("a deed without a decision")),
        }
    }

    async fn assigned(&self, review: &Review, at: Moment, reference: &Reference) -> Result<()> {
        let reviewer = self.person(&review.reviewer)?.id;
        let secretariat: Email = SECRETARIAT.parse().map_err(Error::internal)?;
        let (act, actor) = self.begin(&secretariat, at).await?;
        standing::assign(&act, actor, reference, reviewer, standing::Asking::default()).await?;
        act.commit().await
    }

    async fn reviewed(&self, review: &Review, at: Moment, reference: &Reference) -> Result<()> {
        let entry = Entry {
            scores: review.scores.clone(),
            remarks: BTreeMap::new(),
            to_committee: review.comment_committee.clone().unwrap_or_default(),
            to_applicant: String::new(),
            recommendation: review.recommendation,
            confidence: review.recommendation.map(|_| reviews::Confidence::Medium),
        };
        let (act, actor) = self.begin(&review.reviewer, at).await?;
        let case = proposals::case(act.tx(), Some(actor), reference, at).await?;
        standing::pledge(&act, actor, case.call.id).await?;
        if review.state == ReviewState::Submitted {
            reviews::actions::submit(&act, actor, reference, 0, &entry, &reviews::actions::Judged::default()).await?;
        } else {
            reviews::actions::save(&act, actor, reference, 0, &entry, &reviews::actions::Judged::default()).await?;
        }
        act.commit().await
    }

    async fn said(&self, comment: &Comment, at: Moment, reference: &Reference) -> Result<()> {
        let (act, actor) = self.begin(&comment.by, at).await?;
        let case = proposals::case(act.tx(), Some(actor), reference, at).await?;
        let all = proposals::threads::all(act.tx(), &case, actor.id).await?;
        let saying = Saying::plain(&comment.text);
        match all.iter().find(|found| found.thread.audience == comment.audience) {
            Some(found) => discussing::reply(&act, actor, reference, found.thread.id, saying).await.map(|_| ())?,
            None => discussing::begin(&act, actor, reference, (comment.audience, ""), saying).await.map(|_| ())?,
        }
        act.commit().await
    }

    /// The seed says where it ends: a history that ends elsewhere is a mistake of ours.
    async fn ended_as_told(&self, reference: &Reference) -> Result<()> {
        let secretariat = self.person(&SECRETARIAT.parse().map_err(Error::internal)?)?;
        let case = proposals::case(self.app.db.read(), Some(secretariat), reference, self.app.now()).await?;
        let (state, told) = (case.proposal.state, self.told.example.state);
        if state == told {
            return Ok(());
        }
        Err(Error::Internal(format!("it ends as {} and not as {}", state.code(), told.code())))
    }

    fn person(&self, email: &Email) -> Result<&Actor> {
        self.people.get(email).ok_or_else(|| Error::Internal(format!("{email} is nobody")))
    }

    async fn begin(&self, email: &Email, at: Moment) -> Result<(Act, &Actor)> {
        let actor = self.person(email)?;
        Ok((self.app.begin(Who { by: actor.by(), at, may_act: true }).await?, actor))
    }
}
