//! Writing a review.

use axum::extract::State;

use super::{Trouble, href, kept, reference};
use crate::{
    app::App,
    error::{Error, Result},
    guidelines::{Definition, definition},
    ids::Reference,
    proposals::{Case, Deed, workflow::State as Stage},
    reviews::{
        actions,
        forms::review::{Review as Form, incomplete, read, typed},
        pages::{
            Head, Reader,
            judging::ReviewShown,
            review::{ReviewPage, criteria, recommendations, scale},
            text::{Asking, Text},
        },
        rules::Review,
        store::{
            self,
            dossier::{case_at_the_desk, requests_of, submissions_of},
        },
    },
    web::{Answer, Filled, Path, Posted, SignedIn, Values, page, see_other},
};

pub async fn show(State(app): State<App>, signed: SignedIn, Path(written): Path<String>) -> Answer {
    let desk = Desk::find(&app, &signed, &reference(&written)?).await?;
    let values = desk.mine.as_ref().map(|mine| typed(&mine.entry)).unwrap_or_default();
    desk.draw(&app, &signed, Filled::with(values), desk.version(), false).await
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
    let outcome = posted
        .then(
            async |form, values| carry_out(&app, &signed, &desk, &form, values).await,
            async |filled| desk.draw(&app, &signed, filled, seen, false).await,
        )
        .await;
    kept(outcome, async |trouble| {
        let desk = Desk::find(&app, &signed, &reference).await?;
        let both = trouble == Trouble::Changed;
        desk.draw(&app, &signed, trouble.shown(&signed, values), desk.version(), both).await
    })
    .await
}

/// Saves the draft, or hands the review in if it is complete.
async fn carry_out(app: &App, signed: &SignedIn, desk: &Desk, form: &Form, values: &Values) -> Answer {
    let (visit, rubric, at) = (&signed.visit, &desk.definition.rubric, &desk.case.proposal.reference);
    let (entry, mut errors) = read(rubric, values, visit.locale);
    if errors.is_empty() && form.hands_in() {
        errors = incomplete(rubric, &entry, visit.locale);
    }
    if !errors.is_empty() {
        return Err(Error::Invalid(errors));
    }
    let act = app.begin(signed.who()).await?;
    if form.hands_in() {
        let total = actions::submit(&act, &signed.actor, at, form.version, &entry).await?;
        act.commit().await?;
        let told = visit.locale.tr("reviews-done-submitted", &[("total", total.show(visit.locale).into())]);
        visit.flash("success", told).await;
        return Ok(see_other(&href(at)));
    }
    actions::save(&act, &signed.actor, at, form.version, &entry).await?;
    act.commit().await?;
    visit.flash("success", visit.t("reviews-done-saved")).await;
    Ok(see_other(&format!("{}/review", href(at))))
}

/// What a reviewer has on the desk.
struct Desk {
    case: Case,
    definition: std::sync::Arc<Definition>,
    mine: Option<Review>,
}

impl Desk {
    /// For those who are to review it; for all others there is no such page.
    async fn find(app: &App, signed: &SignedIn, reference: &Reference) -> Result<Self> {
        let db = app.db.read();
        let case = case_at_the_desk(db, &signed.actor, reference, signed.visit.at).await?;
        if !case.standing.roles.reviewer {
            return Err(Error::NotFound);
        }
        let definition = definition(db, case.call.guidelines_id).await?;
        let mine = store::mine(db, case.proposal.id, signed.actor.id).await?;
        Ok(Self { case, definition, mine })
    }

    fn version(&self) -> i32 {
        self.mine.as_ref().map_or(0, |mine| mine.version)
    }

    /// Draws the form; `both` when what is kept stands beside what was typed.
    async fn draw(&self, app: &App, signed: &SignedIn, filled: Filled, version: i32, both: bool) -> Answer {
        let (visit, reader) = (&signed.visit, Reader::of(&signed.visit));
        let case = &self.case;
        let submissions = submissions_of(app.db.read(), case, &self.definition).await?;
        let requests = requests_of(app.db.read(), case).await?;
        let asking = Asking {
            reference: case.proposal.reference.as_str(),
            definition: &self.definition,
            requests: &requests,
            submissions: &submissions,
            audience: case.reads_as(),
        };
        let head = Head::of(&case.proposal, &case.organisation, &case.call, reader);
        let rubric = &self.definition.rubric;
        let open = case.may(Deed::Review).is_yes();
        let mine = self.mine.as_ref();
        let shown = mine.map(|mine| ReviewShown::of(mine, rubric, &submissions, true, reader));
        let is_in = mine.is_some_and(Review::is_in);
        page(&ReviewPage {
            frame: visit.frame(visit.locale.pair(visit.t("reviews-title"), &head.reference), "desk").await,
            notices: notices(case, shown.as_ref(), open, reader),
            version,
            open,
            is_in,
            criteria: criteria(rubric, reader),
            scale: scale(rubric, reader),
            recommendations: recommendations(reader),
            kept: shown.filter(|_| both || (!open && is_in)),
            text: submissions.last().map(|row| Text::of(asking, row, reader)),
            note: self.definition.note.get(reader.locale).to_owned(),
            filled,
            head,
        })
    }
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
