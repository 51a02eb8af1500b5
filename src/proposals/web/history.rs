//! The history of saves, and bringing an earlier text back.

use std::collections::BTreeMap;

use axum::extract::State;
use serde::Deserialize;

use super::{Opened, frame, reader};
use crate::{
    accounts::lists::Turn,
    app::App,
    error::{Error, Result},
    guidelines::{Answers, Audience},
    ids::{Reference, SaveId},
    proposals::{
        actions::restoring,
        forms::RestoreForm,
        pages::{HistoryPage, Names, Selected, VersionsPage},
        policy::Deed,
        store::{
            drafts,
            history::{self, Line},
            people,
        },
    },
    web::{Answer, Path, Posted, Query, SignedIn, page, see_other},
};

/// Which part of the list.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
pub struct Wish {
    after: Option<SaveId>,
    before: Option<SaveId>,
}

pub async fn list(
    State(app): State<App>,
    signed: SignedIn,
    Path(reference): Path<Reference>,
    Query(wish): Query<Wish>,
) -> Answer {
    let opened = Opened::new(&app, &signed, &reference).await?.with_all_asked(&app).await?;
    let turn = Turn::of(wish.after, wish.before);
    let part = history::of_proposal(app.db.read(), opened.case.proposal.id, &turn).await?;
    let names = names(&app, &signed, &part.rows).await?;
    let top = opened.top().at(signed.visit.t("proposals-history"));
    let link = |side: &str, row: &Line| format!("{}/history?{side}={}", top.href, row.id);
    let previous = part.rows.first().filter(|_| part.has_previous).map(|row| link("before", row));
    let next = part.rows.last().filter(|_| part.has_next).map(|row| link("after", row));
    let frame = frame(&signed, &top).await;
    let shown = HistoryPage::new(frame, top, &opened.definition, &part.rows, &names, reader(&signed));
    page(&shown.linked(previous, next))
}

async fn names(app: &App, signed: &SignedIn, rows: &[Line]) -> Result<Names> {
    let known: BTreeMap<_, _> =
        people::named(app.db.read(), rows.iter().filter_map(|row| row.saved_by)).await?.into_iter().collect();
    Ok(Names { known, nobody: signed.visit.t("proposals-history-nobody") })
}

/// Which version is looked at (the newest, if none), and from which one on versions are listed.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
pub struct Look {
    version: Option<i32>,
    upto: Option<i32>,
}

pub async fn versions(
    State(app): State<App>,
    signed: SignedIn,
    Path((reference, field)): Path<(Reference, String)>,
    Query(look): Query<Look>,
) -> Answer {
    let opened = Opened::new(&app, &signed, &reference).await?;
    let id = opened.case.proposal.id;
    let (rows, more) = history::of_field(app.db.read(), id, &field, look.upto).await?;
    let version = look.version.or_else(|| rows.first().map(|row| row.version)).ok_or(Error::NotFound)?;
    let may_restore = opened.case.may(Deed::Write).is_yes() && opened.definition.field(&field).is_some();
    let opened = opened.with_all_asked(&app).await?;
    let selected = Selected { may_restore, ..selected(&app, &opened, &field, version).await? };
    let names = names(&app, &signed, &rows).await?;
    let top = opened.top().at(selected.shown.label.clone());
    let frame = frame(&signed, &top).await;
    page(&VersionsPage::new(frame, top, (&rows, more), selected, &names, reader(&signed)))
}

async fn selected(app: &App, opened: &Opened, field: &str, version: i32) -> Result<Selected> {
    let definition = &opened.definition;
    let key = definition.field(field).ok_or(Error::NotFound)?.key.clone();
    let wanted = BTreeMap::from([(field, version)]);
    let mut found = drafts::at_versions(app.db.read(), definition, opened.case.proposal.id, &wanted).await?;
    let mut then = Answers::default();
    then.set(key, found.remove(field).ok_or(Error::NotFound)?.answer);
    let (draft, locale) = (&opened.draft, opened.reader.locale);
    let shown = definition.show_field(field, &then, locale, Audience::Inside).ok_or(Error::NotFound)?;
    Ok(Selected {
        version,
        shown,
        change: definition.change(field, &then, &draft.answers, locale),
        current: draft.version(field),
        may_restore: false,
    })
}

pub async fn restore(
    State(app): State<App>,
    signed: SignedIn,
    Path((reference, field)): Path<(Reference, String)>,
    posted: Posted<RestoreForm>,
) -> Answer {
    let form = posted.sound()?;
    let act = app.begin(signed.who()).await?;
    let restored = restoring::restore(&act, &signed.actor, &reference, &field, form.version, form.seen).await;
    if matches!(restored, Err(Error::Conflict)) {
        drop(act);
        signed.visit.flash("warning", signed.visit.t("proposals-restore-conflict")).await;
        return Ok(see_other(&format!("/proposals/{reference}/history/{field}?version={}", form.version)));
    }
    restored?;
    act.commit().await?;
    signed.visit.flash("success", signed.visit.t("proposals-restored")).await;
    Ok(see_other(&format!("/proposals/{reference}/history/{field}")))
}
