//! The doors for applicants, and those of the secretariat: for what came on paper, for more time, for writing to many.

mod acts;
mod autosave;
mod circulars;
mod city;
mod discussion;
mod documents;
mod extension;
mod history;
mod importing;
mod notes;
mod overview;
mod own;
mod receipts;
mod registering;
mod section;
mod submission;
mod together;
mod uploads;

use std::sync::Arc;

use axum::{
    Router,
    routing::{get, post},
};

use super::{
    pages::{Closing, For, Sections, Top},
    policy::Deed,
    store::{
        Case, case,
        drafts::{self, Draft},
        requests,
    },
};
use crate::{
    app::App,
    error::{Error, Result},
    guidelines::{Answers, Context, Definition, Report, Stage},
    ids::Reference,
    web::{Frame, SignedIn},
};

pub fn routes() -> Router<App> {
    let talk = Router::new()
        .route("/proposals/{reference}/discussion", get(discussion::show).post(discussion::begin))
        .route("/proposals/{reference}/discussion/{thread}", post(discussion::reply))
        .route("/proposals/{reference}/discussion/{thread}/resolution", post(discussion::resolve))
        .route("/proposals/{reference}/discussion/{thread}/following", post(discussion::follow))
        .route("/proposals/{reference}/discussion/{thread}/unread", post(discussion::mark_unread))
        .route("/proposals/{reference}/messages/{message}", post(discussion::edit))
        .route("/proposals/{reference}/messages/{message}/undoing", post(discussion::take_back))
        .route("/proposals/{reference}/messages/{message}/removal", post(discussion::discard))
        .route("/proposals/{reference}/messages/{message}/files/{attachment}", get(discussion::file));
    Router::new()
        .merge(talk)
        .route("/proposals", get(own::list).post(own::start))
        .route("/proposals/new", get(own::calls))
        .route("/proposals/{reference}", get(overview::show))
        .route("/proposals/{reference}/text", get(overview::text))
        .route("/proposals/{reference}/files/{attachment}", get(overview::file).post(uploads::take))
        .route("/organisations/{slug}", get(city::show))
        .route("/proposals/{reference}/notes", get(notes::show).post(notes::write))
        .route("/proposals/{reference}/notes/{note}", post(notes::edit))
        .route("/proposals/{reference}/notes/{note}/removal", post(notes::remove))
        .route("/proposals/{reference}/notes/{note}/resolution", post(notes::resolve))
        .route("/proposals/{reference}/co-editors", get(together::show).post(together::invite))
        .route("/proposals/{reference}/co-editors/{person}/removal", post(together::remove))
        .route("/proposals/{reference}/invitation", get(together::show_invitation).post(together::answer))
        .route("/proposals/{reference}/edit/{section}", get(section::show).post(section::save))
        .route("/proposals/{reference}/history", get(history::list))
        .route("/proposals/{reference}/history/{field}", get(history::versions).post(history::restore))
        .route("/proposals/{reference}/check", get(submission::check))
        .route("/proposals/{reference}/preview", get(submission::preview))
        .route("/proposals/{reference}/submission", get(submission::confirm).post(submission::submit))
        .route("/proposals/{reference}/submissions/{number}", get(receipts::receipt))
        .route("/proposals/{reference}/submissions/{number}/canonical", get(receipts::canonical))
        .route("/proposals/{reference}/submissions/{number}/pdf", get(documents::submission_pdf))
        .route("/proposals/{reference}/draft.pdf", get(documents::draft_pdf))
        .route("/proposals/{reference}/draft.json", get(documents::draft_json))
        .route("/proposals/imports", post(importing::import))
        .route("/receipts", get(receipts::ask))
        .route("/receipts/{hash}", get(receipts::confirm))
        .route("/proposals/{reference}/reopening", get(acts::ask_reopening).post(acts::reopen))
        .route("/proposals/{reference}/withdrawal", get(acts::ask_withdrawal).post(acts::withdraw))
        .route("/proposals/{reference}/deletion", get(acts::ask_deletion).post(acts::discard))
        .route("/desk/calls/{slug}/extension", get(extension::show).post(extension::extend))
        .route("/desk/calls/{slug}/extensions", post(extension::grant))
        .route("/desk/calls/{slug}/letters", get(circulars::show).post(circulars::send))
        .route("/desk/calls/{slug}/letters/preview", post(circulars::preview))
        .route("/desk/calls/{slug}/letters/{id}/{language}", get(circulars::as_html))
        .route("/desk/registrations/new", get(registering::begin))
        .route("/desk/registrations", post(registering::register))
}

/// The navigation's item of these pages.
const HERE: &str = "proposals";

/// A proposal as an applicant opens it: with all that is written in it.
struct Opened {
    case: Case,
    definition: Arc<Definition>,
    draft: Draft,
    reader: For,
}

/// A proposal for those of the organisation that leads it; for all others its pages here do not exist.
async fn own_case(app: &App, signed: &SignedIn, reference: &Reference) -> Result<Case> {
    let found = case(app.db.read(), Some(&*signed.actor), reference, signed.visit.at).await?;
    if found.standing.roles.official.is_some() { Ok(found) } else { Err(Error::NotFound) }
}

/// A proposal for all who write it: those of the lead, and co-editors.
async fn opened_by_writers(app: &App, signed: &SignedIn, reference: &Reference) -> Result<Case> {
    let found = case(app.db.read(), Some(&*signed.actor), reference, signed.visit.at).await?;
    if found.standing.roles.writes() { Ok(found) } else { Err(Error::NotFound) }
}

impl Opened {
    /// For those who write it, who may read what is being written.
    async fn new(app: &App, signed: &SignedIn, reference: &Reference) -> Result<Self> {
        let db = app.db.read();
        let case = opened_by_writers(app, signed, reference).await?;
        case.must(Deed::ReadAnswers)?;
        let definition = requests::asked_now(db, &case).await?;
        let draft = drafts::load(db, &definition, case.proposal.id).await?;
        Ok(Self { case, definition, draft, reader: reader(signed) })
    }

    /// The same with all that it was ever asked, whatever of that is still to be answered.
    async fn with_all_asked(self, app: &App) -> Result<Self> {
        let definition = requests::ever_asked(app.db.read(), &self.case).await?;
        let draft = drafts::load(app.db.read(), &definition, self.case.proposal.id).await?;
        Ok(Self { definition, draft, ..self })
    }

    fn top(&self) -> Top {
        Top::new(&self.case.proposal, &self.case.call, &self.case.organisation.name, self.reader.locale)
    }

    fn closing(&self) -> Option<Closing> {
        Closing::of(&self.case.standing, &self.case.call, self.reader)
    }

    /// What is wrong with these answers of a draft, without what is missing.
    fn look_over(&self, answers: &Answers, stage: Stage) -> Report {
        self.definition.check(answers, &Context { stage, period: self.case.call.period() })
    }

    fn sections(&self, answers: &Answers, current: &str) -> Sections {
        let report = self.look_over(answers, Stage::Draft);
        Sections::new(&self.definition, answers, &report, &self.case.proposal, current, self.reader.locale)
    }
}

fn reader(signed: &SignedIn) -> For {
    For { locale: signed.visit.locale, zone: signed.visit.zone }
}

async fn frame(signed: &SignedIn, top: &Top) -> Frame {
    signed.visit.frame(top.window(signed.visit.locale), HERE).await
}
