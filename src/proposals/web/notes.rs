//! The private notes of those who write a proposal.

use axum::extract::State;
use serde::Deserialize;

use super::{Opened, frame, opened_by_writers};
use crate::{
    app::App,
    error::{Error, FieldErrors, Result},
    ids::{NoteId, Reference},
    proposals::{
        actions::noting,
        forms::{NoteEditForm, NoteForm, ResolutionForm},
        pages::{NoteLine, NotesPage},
        policy::Deed,
        store::notes,
    },
    web::{Answer, Filled, Nothing, Path, Posted, Query, SignedIn, Values, page, see_other},
};

/// From where the page was come to.
#[derive(Default, Deserialize)]
pub struct Way {
    #[serde(default)]
    section: String,
}

pub async fn show(
    State(app): State<App>,
    signed: SignedIn,
    Path(reference): Path<Reference>,
    Query(way): Query<Way>,
) -> Answer {
    let first: Values = [("section", way.section)].into_iter().collect();
    draw(&app, &signed, &reference, Filled::with(first), None).await
}

/// The page. `filled` is what was typed: as a new note, or as the one that is being edited.
async fn draw(app: &App, signed: &SignedIn, reference: &Reference, filled: Filled, edited: Option<NoteId>) -> Answer {
    let opened = Opened::new(app, signed, reference).await?;
    opened.case.must(Deed::Discuss)?;
    let rows = notes::all(app.db.read(), opened.case.proposal.id).await?;
    let top = opened.top().at(signed.visit.t("proposals-notes"));
    let line = |(row, author)| NoteLine::new(row, author, &opened.definition, signed.actor.id, opened.reader);
    let mut shown = NotesPage::new(frame(signed, &top).await, top, &opened.definition);
    shown.lines = rows.into_iter().map(line).collect();
    match edited {
        Some(note) => shown.edit(note, filled),
        None => shown.filled = filled,
    }
    page(&shown)
}

pub async fn write(
    State(app): State<App>,
    signed: SignedIn,
    Path(reference): Path<Reference>,
    posted: Posted<NoteForm>,
) -> Answer {
    opened_by_writers(&app, &signed, &reference).await?;
    let act = async |form: NoteForm, _: &Values| {
        let act = app.begin(signed.who()).await?;
        noting::write(&act, &signed.actor, &reference, &form.section, &form.body).await?;
        act.commit().await?;
        done(&signed, &reference, "proposals-note-written").await
    };
    posted.then(act, async |filled| draw(&app, &signed, &reference, filled, None).await).await
}

pub async fn edit(
    State(app): State<App>,
    signed: SignedIn,
    Path((reference, note)): Path<(Reference, NoteId)>,
    posted: Posted<NoteEditForm>,
) -> Answer {
    opened_by_writers(&app, &signed, &reference).await?;
    let act = async |form: NoteEditForm, _: &Values| {
        let act = app.begin(signed.who()).await?;
        noting::edit(&act, &signed.actor, &reference, note, form.version, &form.body).await.map_err(|error| {
            // What was typed stays, to be saved over what stands there now.
            let changed = || FieldErrors::one("body", signed.visit.t("proposals-note-changed"));
            if matches!(error, Error::Conflict) { Error::Invalid(changed()) } else { error }
        })?;
        act.commit().await?;
        done(&signed, &reference, "proposals-note-written").await
    };
    posted.then(act, async |filled| draw(&app, &signed, &reference, filled, Some(note)).await).await
}

pub async fn remove(
    State(app): State<App>,
    signed: SignedIn,
    Path((reference, note)): Path<(Reference, NoteId)>,
    posted: Posted<Nothing>,
) -> Answer {
    posted.sound()?;
    let act = app.begin(signed.who()).await?;
    noting::remove(&act, &signed.actor, &reference, note).await?;
    act.commit().await?;
    done(&signed, &reference, "proposals-note-removed").await
}

pub async fn resolve(
    State(app): State<App>,
    signed: SignedIn,
    Path((reference, note)): Path<(Reference, NoteId)>,
    posted: Posted<ResolutionForm>,
) -> Answer {
    let is_done = posted.sound()?.done == "yes";
    let act = app.begin(signed.who()).await?;
    noting::resolve(&act, &signed.actor, &reference, note, is_done).await?;
    act.commit().await?;
    done(&signed, &reference, if is_done { "proposals-note-resolved" } else { "proposals-note-opened" }).await
}

async fn done(signed: &SignedIn, reference: &Reference, key: &str) -> Result<axum::response::Response> {
    signed.visit.flash("success", signed.visit.t(key)).await;
    Ok(see_other(&format!("/proposals/{reference}/notes")))
}
