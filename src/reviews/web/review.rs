//! Writing a review.

use axum::extract::State;

use super::{Trouble, href, kept, proposal::pledge, reference};
use crate::{
    app::App,
    entity::submission,
    error::{Error, Result},
    guidelines::{Change, Definition, Scores, definition},
    ids::{Reference, SubmissionId},
    proposals::{Case, Deed, actions::standing, submissions, workflow::State as Stage},
    reviews::{
        actions::{self, Judged},
        forms::review::{Abstention, Review as Form, confirmed, incomplete, read, to_confirm, typed},
        pages::{
            Head, Reader,
            judging::ReviewShown,
            review::{ReviewPage, confidences, criteria, recommendations, scale},
            text::{Asking, Text},
        },
        rules::{Review, unconfirmed},
        store::{
            self, desk,
            dossier::{case_at_the_desk, requests_of, submissions_of},
        },
    },
    web::{Answer, Filled, Path, Posted, SignedIn, Values, json, page, see_other},
    words::Locale,
};

pub async fn show(State(app): State<App>, signed: SignedIn, Path(written): Path<String>) -> Answer {
    let desk = Desk::find(&app, &signed, &reference(&written)?).await?;
    if let Some(first) = pledge(&desk.case) {
        return Ok(see_other(&first));
    }
    desk.draw(&app, &signed, Filled::with(desk.typed()), desk.version(), Standing::Saved).await
}

pub async fn write(
    State(app): State<App>,
    signed: SignedIn,
    Path(written): Path<String>,
    posted: Posted<Form>,
) -> Answer {
    let reference = reference(&written)?;
    let desk = Desk::find(&app, &signed, &reference).await?;
    let values = posted.values.clone();
    let seen = values.get("version").and_then(|version| version.parse().ok()).unwrap_or(0);
    let judged = values.get("submission").and_then(|number| number.parse().ok());
    let is_of_now = !signed.visit.only_shown && judged == desk.submissions.last().map(|last| last.number);
    let refused = if is_of_now { Standing::Refused } else { Standing::Shown };
    let outcome = posted
        .then(
            async |form, values| carry_out(&app, &signed, &desk, &form, values).await,
            async |filled| desk.draw(&app, &signed, filled, seen, refused).await,
        )
        .await;
    kept(outcome, async |trouble| {
        let desk = Desk::find(&app, &signed, &reference).await?;
        let standing = if trouble == Trouble::Changed { Standing::Overtaken } else { refused };
        desk.draw(&app, &signed, trouble.shown(&signed, values), desk.version(), standing).await
    })
    .await
}

/// Saves the draft, or hands the review in if it is complete.
async fn carry_out(app: &App, signed: &SignedIn, desk: &Desk, form: &Form, values: &Values) -> Answer {
    let (visit, rubric, at) = (&signed.visit, &desk.definition.rubric, &desk.case.proposal.reference);
    let (entry, mut errors) = read(rubric, values, visit.locale);
    let judged = Judged { submission: form.submission, confirmed: confirmed(rubric, values) };
    if errors.is_empty() && form.hands_in() {
        errors = incomplete(rubric, &entry, visit.locale);
        if let Some(before) = desk.to_renew() {
            let stay = unconfirmed(rubric, before, &entry, &judged.confirmed);
            to_confirm(rubric, &stay, visit.locale).iter().for_each(|(field, message)| errors.add(field, message));
        }
    }
    if !errors.is_empty() {
        return Err(Error::Invalid(errors));
    }
    let act = app.begin(signed.who()).await?;
    if form.hands_in() {
        let total = actions::submit(&act, &signed.actor, at, form.version, &entry, &judged).await?;
        act.commit().await?;
        let told = visit.locale.tr("reviews-done-submitted", &[("total", total.show(visit.locale).into())]);
        visit.flash_arrived(told, at).await;
        return Ok(see_other(&if form.goes_on() { next(app, signed, at).await? } else { href(at) }));
    }
    actions::save(&act, &signed.actor, at, form.version, &entry, &judged).await?;
    act.commit().await?;
    visit.flash("success", visit.t("reviews-done-saved")).await;
    Ok(see_other(&format!("{}/review", href(at))))
}

/// The form of the next review that is open: of the proposal that has the fewest; the desk, where none is.
async fn next(app: &App, signed: &SignedIn, but: &Reference) -> Result<String> {
    let (db, actor) = (app.db.read(), &signed.actor);
    let sitter = desk::Sitter::sit(db, actor, signed.visit.at).await?;
    Ok(match desk::next_open(db, &sitter, but).await? {
        Some(reference) => format!("{}/review", href(&reference)),
        None => {
            signed.visit.flash("info", signed.visit.t("reviews-none-open")).await;
            "/desk".to_owned()
        }
    })
}

/// What became of a draft, for assets/js/review.js.
#[derive(serde::Serialize)]
struct Kept {
    /// `Saved at 14:02`.
    saved: String,
    version: i32,
}

/// Saves while somebody writes: the same verb as the button, asked by a script and answered in JSON.
pub async fn autosave(
    State(app): State<App>,
    signed: SignedIn,
    Path(written): Path<String>,
    posted: Posted<Form>,
) -> Answer {
    // The text that it judges is not read at every pause.
    let case = case_to_review(&app, &signed, &reference(&written)?).await?;
    let rubric = &definition(app.db.read(), case.call.guidelines_id).await?.rubric;
    let values = posted.values.clone();
    let form = posted.sound()?;
    let (entry, errors) = read(rubric, &values, signed.visit.locale);
    if !errors.is_empty() {
        return Err(Error::Invalid(errors));
    }
    let judged = Judged { submission: form.submission, confirmed: confirmed(rubric, &values) };
    let act = app.begin(signed.who()).await?;
    actions::save(&act, &signed.actor, &case.proposal.reference, form.version, &entry, &judged).await?;
    act.commit_unheard().await?;
    let when = Locale::time(signed.visit.at, signed.visit.zone);
    let saved = signed.visit.locale.tr("autosave-saved", &[("when", when.into())]);
    json(&Kept { saved, version: form.version + 1 })
}

pub async fn abstain(
    State(app): State<App>,
    signed: SignedIn,
    Path(written): Path<String>,
    posted: Posted<Abstention>,
) -> Answer {
    let reference = reference(&written)?;
    let desk = Desk::find(&app, &signed, &reference).await?;
    let values = posted.values.clone();
    let act_on = async |form: Abstention, _: &Values| {
        let act = app.begin(signed.who()).await?;
        standing::abstain(&act, &signed.actor, &reference, form.abstain_reason.trim()).await?;
        act.commit().await?;
        signed.visit.flash("success", signed.visit.t("reviews-done-abstained")).await;
        Ok(see_other(&href(&reference)))
    };
    let show = async |filled: Filled| {
        desk.draw(&app, &signed, desk.beside_the_review(filled), desk.version(), Standing::Saved).await
    };
    kept(posted.then(act_on, show).await, async |trouble| {
        let desk = Desk::find(&app, &signed, &reference).await?;
        let filled = desk.beside_the_review(trouble.shown(&signed, values));
        desk.draw(&app, &signed, filled, desk.version(), Standing::Saved).await
    })
    .await
}

/// How what stands in the form of a review stands to what is kept.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Standing {
    Saved,
    Refused,
    /// Nobody sent it anew: it came back after a log-in, or judges an earlier submission than the last.
    Shown,
    /// Something else was saved meanwhile, and stands beside it.
    Overtaken,
}

/// What a reviewer has on the desk.
struct Desk {
    case: Case,
    definition: std::sync::Arc<Definition>,
    mine: Option<Review>,
    /// What was submitted, as far as they may read it.
    submissions: Vec<submission::Model>,
}

impl Desk {
    fn last(&self) -> Option<SubmissionId> {
        self.submissions.last().map(|last| last.id)
    }

    /// Whether the own review was written on an earlier submission than the last.
    fn is_outdated(&self) -> bool {
        self.mine.as_ref().is_some_and(|mine| mine.judged_other_than(self.last()))
    }

    /// The scores that were given to an earlier submission than the last.
    fn to_renew(&self) -> Option<&Scores> {
        self.mine.as_ref()?.to_renew(self.last())
    }

    /// The own review as it was written last.
    fn typed(&self) -> Values {
        let mine = self.mine.as_ref();
        mine.map(|mine| typed(mine.latest(), &mine.confirmed_for(self.last()))).unwrap_or_default()
    }

    /// What was typed into another form of the page, with the review as it was written last.
    fn beside_the_review(&self, filled: Filled) -> Filled {
        let Filled { values, errors } = filled;
        Filled { values: values.0.into_iter().chain(self.typed().0).collect(), errors }
    }

    /// What has changed in the text since the own review.
    fn changes(&self, reader: Reader) -> Vec<Change> {
        let judged = self.mine.as_ref().and_then(|mine| mine.submission);
        let before = self.submissions.iter().find(|row| Some(row.id) == judged);
        match (before, self.submissions.last()) {
            (Some(before), Some(last)) if self.is_outdated() => {
                let answers = |row| submissions::answers(&self.definition, row);
                let audience = self.case.reads_as();
                self.definition.changes(&answers(before), &answers(last), reader.locale, audience)
            }
            _ => Vec::new(),
        }
    }

    /// For those who are to review it; for all others there is no such page.
    async fn find(app: &App, signed: &SignedIn, reference: &Reference) -> Result<Self> {
        let db = app.db.read();
        let case = case_to_review(app, signed, reference).await?;
        let definition = definition(db, case.call.guidelines_id).await?;
        let mine = store::mine(db, case.proposal.id, signed.actor.id).await?;
        let submissions = submissions_of(db, &case, &definition).await?;
        Ok(Self { case, definition, mine, submissions })
    }

    fn version(&self) -> i32 {
        self.mine.as_ref().map_or(0, |mine| mine.version)
    }

    async fn draw(&self, app: &App, signed: &SignedIn, filled: Filled, version: i32, standing: Standing) -> Answer {
        let (visit, reader) = (&signed.visit, Reader::of(&signed.visit));
        let case = &self.case;
        let submissions = &self.submissions;
        let requests = requests_of(app.db.read(), case).await?;
        let asking = Asking {
            reference: case.proposal.reference.as_str(),
            definition: &self.definition,
            requests: &requests,
            submissions,
            audience: case.reads_as(),
        };
        let head = Head::of(&case.proposal, &case.organisation, &case.call, reader);
        let rubric = &self.definition.rubric;
        let open = case.may(Deed::Review).is_yes();
        let mine = self.mine.as_ref();
        // What is in is shown as it counts, a draft as it was written last.
        let written = mine.map(|mine| match mine.is_in() {
            true => mine.clone(),
            false => Review { entry: mine.latest().clone(), ..mine.clone() },
        });
        let shown = written.map(|mine| ReviewShown::of(&mine, rubric, submissions, true, reader));
        let is_in = mine.is_some_and(Review::is_in);
        page(&ReviewPage {
            frame: visit.frame(visit.locale.pair(visit.t("reviews-title"), &head.reference), "desk").await,
            notices: notices(case, shown.as_ref(), open, reader),
            version,
            open,
            is_in,
            criteria: criteria(rubric, self.to_renew(), reader),
            scale: scale(rubric, reader),
            recommendations: recommendations(reader),
            confidences: confidences(reader),
            changes: self.changes(reader),
            outdated: self.is_outdated(),
            submission: submissions.last().map(|last| last.number),
            account: signed.actor.id.to_string(),
            unsaved: standing != Standing::Saved,
            refused: standing == Standing::Refused,
            kept: shown.filter(|_| standing == Standing::Overtaken || (!open && is_in)),
            text: submissions.last().map(|row| Text::of(asking, row, reader)),
            note: self.definition.note.get(reader.locale).to_owned(),
            filled,
            head,
        })
    }
}

/// A proposal for those who are to review it.
async fn case_to_review(app: &App, signed: &SignedIn, reference: &Reference) -> Result<Case> {
    let case = case_at_the_desk(app.db.read(), &signed.actor, reference, signed.visit.at).await?;
    if case.standing.roles.reviewer { Ok(case) } else { Err(Error::NotFound) }
}

fn notices(case: &Case, mine: Option<&ReviewShown>, open: bool, reader: Reader) -> Vec<(&'static str, String)> {
    let mut notices = Vec::new();
    if !open {
        let key = match case.proposal.state {
            Stage::Submitted => "reviews-closed-early",
            Stage::Withdrawn => "reviews-closed-withdrawn",
            Stage::Returned => "reviews-closed-returned",
            _ => "reviews-closed",
        };
        notices.push(("warning", reader.t(key)));
    }
    if let Some(judged) = mine.and_then(|mine| mine.judged.clone()) {
        notices.push(("info", judged));
    }
    notices
}
