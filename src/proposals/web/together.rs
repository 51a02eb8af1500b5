//! Writing with another city: the co-editors of a proposal, and one's own invitation to be one.

use axum::{extract::State, response::Response};

use super::{frame, opened_by_writers, reader};
use crate::{
    accounts::actions::NewPerson,
    app::App,
    clock::Zone,
    error::{Error, FieldErrors, Result},
    ids::{Reference, UserId},
    proposals::{
        actions::co_editing,
        forms::{AnswerForm, CoEditorForm},
        pages::{CoEditorLine, CoEditorsPage, InvitedPage, Top},
        policy::Deed,
        store::{Case, co_editors},
    },
    web::{Answer, Filled, Nothing, Path, Posted, SignedIn, Values, page, see_other},
};

pub async fn show(State(app): State<App>, signed: SignedIn, Path(reference): Path<Reference>) -> Answer {
    let case = opened_by_writers(&app, &signed, &reference).await?;
    let first: Values = [("locale", signed.visit.locale.tag())].into_iter().collect();
    draw(&app, &signed, &case, Filled::with(first)).await
}

async fn draw(app: &App, signed: &SignedIn, case: &Case, filled: Filled) -> Answer {
    let rows = co_editors::all(app.db.read(), case.proposal.id).await?;
    let top = Top::new(&case.proposal, &case.call, &case.organisation.name, reader(signed).locale);
    let top = top.at(signed.visit.t("proposals-co-editors"));
    let lines = rows.iter().filter(|(row, person)| person.disabled_at.is_none() || row.accepted_at.is_some());
    let lines = lines.map(|(row, person)| CoEditorLine::new(row, person, signed.actor.id, reader(signed)));
    let lines = lines.collect();
    page(&CoEditorsPage::new(frame(signed, &top).await, top, &case.standing, lines, filled))
}

pub async fn invite(
    State(app): State<App>,
    signed: SignedIn,
    Path(reference): Path<Reference>,
    posted: Posted<CoEditorForm>,
) -> Answer {
    let case = opened_by_writers(&app, &signed, &reference).await?;
    case.must(Deed::InviteCoEditors)?;
    let act = async |form: CoEditorForm, _: &_| {
        let person = person(&form)?;
        let act = app.begin(signed.who()).await?;
        let invited = co_editing::invite(&act, &signed.actor, &reference, &person).await;
        invited.map_err(|error| match error {
            Error::Refused(reason) => Error::Invalid(FieldErrors::one("email", signed.visit.t(reason))),
            other => other,
        })?;
        act.commit().await?;
        back(&signed, &reference, "proposals-co-invited").await
    };
    posted.then(act, async |filled| draw(&app, &signed, &case, filled).await).await
}

/// The person that an invitation is for. The time zone is the invited one's to say.
fn person(form: &CoEditorForm) -> Result<NewPerson> {
    Ok(NewPerson {
        email: form.email.parse().map_err(Error::internal)?,
        name: form.name.trim().to_owned(),
        locale: form.locale.parse().unwrap_or_default(),
        zone: Zone::UTC,
    })
}

async fn back(signed: &SignedIn, reference: &Reference, done: &str) -> Result<Response> {
    signed.visit.flash("success", signed.visit.t(done)).await;
    Ok(see_other(&format!("/proposals/{reference}/co-editors")))
}

/// Takes an invitation back, ends a standing, or gives up one's own.
pub async fn remove(
    State(app): State<App>,
    signed: SignedIn,
    Path((reference, person)): Path<(Reference, UserId)>,
    posted: Posted<Nothing>,
) -> Answer {
    posted.sound()?;
    let act = app.begin(signed.who()).await?;
    if person != signed.actor.id {
        co_editing::remove(&act, &signed.actor, &reference, person).await?;
        act.commit().await?;
        return back(&signed, &reference, "proposals-co-removed").await;
    }
    co_editing::leave(&act, &signed.actor, &reference).await?;
    act.commit().await?;
    signed.visit.flash("success", signed.visit.t("proposals-co-left")).await;
    Ok(see_other("/proposals"))
}

/// One's own invitation. Looking at it accepts nothing; who has accepted is led to the proposal.
pub async fn show_invitation(State(app): State<App>, signed: SignedIn, Path(reference): Path<Reference>) -> Answer {
    let found = co_editors::invitation(app.db.read(), &reference, signed.actor.id, signed.visit.at).await?;
    let Some(invited) = found else {
        opened_by_writers(&app, &signed, &reference).await?;
        return Ok(see_other(&format!("/proposals/{reference}")));
    };
    let frame = signed.visit.frame(signed.visit.t("proposals-co-invitation"), super::HERE).await;
    page(&InvitedPage::new(frame, &invited, reader(&signed)))
}

pub async fn answer(
    State(app): State<App>,
    signed: SignedIn,
    Path(reference): Path<Reference>,
    posted: Posted<AnswerForm>,
) -> Answer {
    let accepts = posted.sound()?.accepts();
    let act = app.begin(signed.who()).await?;
    let answered = if accepts {
        co_editing::accept(&act, &signed.actor, &reference).await
    } else {
        co_editing::decline(&act, &signed.actor, &reference).await
    };
    match answered {
        // Pressed twice: the second finds what the first has done.
        Err(Error::NotFound) if accepts => {
            drop(act);
            opened_by_writers(&app, &signed, &reference).await?;
        }
        other => {
            other?;
            act.commit().await?;
            let done = if accepts { "proposals-co-accepted" } else { "proposals-co-declined" };
            signed.visit.flash("success", signed.visit.t(done)).await;
        }
    }
    Ok(see_other(&if accepts { format!("/proposals/{reference}") } else { "/proposals".to_owned() }))
}
