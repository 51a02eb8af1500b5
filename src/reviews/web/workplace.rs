//! The desk as a workplace: what is ticked, which columns are shown, and views saved under a name.

use std::collections::BTreeSet;

use axum::{
    Router,
    extract::State,
    routing::{get, post},
};

use super::{bulk, tags};
use crate::{
    accounts::{StaffRole, actions as habits},
    app::App,
    ids::SavedViewId,
    reviews::{
        actions::viewing,
        bulk::Bulk,
        columns,
        forms::{
            list::Wish,
            workplace::{ColumnsForm, SelectionForm, ViewForm},
        },
        pages::workplace::{ViewRow, ViewsPage},
        selection::{MOST_SELECTED, Selection},
        store::{desk, views},
    },
    web::{Answer, Filled, Nothing, Path, Posted, SignedIn, Values, page, see_other},
};

pub fn routes() -> Router<App> {
    Router::new()
        .route("/desk/selection", post(select))
        .route("/desk/columns", post(choose_columns))
        .route("/desk/views", get(list).post(save))
        .route("/desk/views/{view}", post(edit))
        .route("/desk/views/{view}/removal", post(remove))
        .route("/desk/bulk/{action}", get(bulk::show).post(bulk::carry_out))
        .route("/desk/tags", get(tags::list).post(tags::add))
        .route("/desk/tags/{tag}", get(tags::show).post(tags::edit))
        .route("/desk/tags/{tag}/removal", post(tags::remove))
        .route("/desk/proposals/{reference}/tags", post(tags::put_on))
        .route("/desk/proposals/{reference}/tags/{tag}/removal", post(tags::take_off))
}

/// What was ticked goes along: to another page of the list, or to a bulk deed.
pub async fn select(State(app): State<App>, signed: SignedIn, posted: Posted<SelectionForm>) -> Answer {
    signed.must_be(StaffRole::Secretariat)?;
    let mut ticked: Vec<String> = posted.values.all("ref").into_iter().map(str::to_owned).collect();
    let shown: Vec<String> = posted.values.all("shown").into_iter().map(str::to_owned).collect();
    let form = posted.sound()?;
    let view = Wish::of_query(&form.view).view(true);
    if form.whole == "page" {
        ticked.extend(shown);
    }
    if form.everything == "yes" {
        let sitter = desk::Sitter::sit(app.db.read(), &signed.actor, signed.visit.at).await?;
        let found = desk::references(app.db.read(), &sitter, &view.filter).await?;
        ticked.extend(found.iter().map(ToString::to_string));
    }
    let selection = Selection::of(ticked.iter().map(String::as_str));
    if ticked.iter().collect::<BTreeSet<_>>().len() > selection.len() && selection.len() == MOST_SELECTED {
        let most = i64::try_from(MOST_SELECTED).unwrap_or(0);
        signed.visit.flash("warning", signed.visit.locale.tr("desk-select-cut", &[("most", most.into())])).await;
    }
    if form.everything == "yes" {
        return Ok(see_other(&view.selecting(selection).address()));
    }
    if !form.go.is_empty() {
        return Ok(see_other(&Wish::of_query(&form.go).view(true).selecting(selection).address()));
    }
    match form.action.parse::<Bulk>() {
        Ok(bulk) => Ok(see_other(&bulk::address(bulk, &selection, &view))),
        Err(_) => Ok(see_other(&view.selecting(selection).address())),
    }
}

/// Shows other columns, and remembers them.
pub async fn choose_columns(State(app): State<App>, signed: SignedIn, posted: Posted<ColumnsForm>) -> Answer {
    let is_secretariat = sits_at_the_desk(&signed)?;
    let chosen = columns::read(&columns_of(&posted.values), is_secretariat);
    let form = posted.sound()?;
    let chosen = chosen.filter(|_| form.usual.is_empty());
    let mut view = Wish::of_query(&form.view).view(is_secretariat);
    let act = app.begin(signed.who()).await?;
    let remembered = chosen.as_deref().map(columns::written).unwrap_or_default();
    habits::set_desk_columns(&act, &signed.actor, remembered).await?;
    act.commit().await?;
    view.columns = chosen;
    Ok(see_other(&view.address()))
}

/// The boxes that were ticked; where none was, the title is left.
fn columns_of(values: &Values) -> String {
    let ticked = values.all("cols").into_iter().collect::<Vec<_>>().join(".");
    format!("title.{ticked}")
}

/// Whether someone at the desk is of the secretariat; nobody else passes.
fn sits_at_the_desk(signed: &SignedIn) -> crate::error::Result<bool> {
    let is_secretariat = signed.actor.is(StaffRole::Secretariat);
    if !is_secretariat {
        signed.must_be(StaffRole::Reviewer)?;
    }
    Ok(is_secretariat)
}

pub async fn list(State(app): State<App>, signed: SignedIn) -> Answer {
    draw(&app, &signed, None, None).await
}

pub async fn save(State(app): State<App>, signed: SignedIn, posted: Posted<ViewForm>) -> Answer {
    let is_secretariat = sits_at_the_desk(&signed)?;
    let act_on = async |form: ViewForm, _: &Values| {
        let view = Wish::of_query(&form.view).view(is_secretariat).plain();
        let act = app.begin(signed.who()).await?;
        viewing::save(&act, &signed.actor, &form.name(), &view.query(), form.is_shared()).await?;
        act.commit().await?;
        signed.visit.flash("success", signed.visit.t("desk-view-saved")).await;
        Ok(see_other(&view.address()))
    };
    posted.then(act_on, async |filled| draw(&app, &signed, Some(filled), None).await).await
}

pub async fn edit(
    State(app): State<App>,
    signed: SignedIn,
    Path(view): Path<SavedViewId>,
    posted: Posted<ViewForm>,
) -> Answer {
    sits_at_the_desk(&signed)?;
    let act_on = async |form: ViewForm, _: &Values| {
        let act = app.begin(signed.who()).await?;
        viewing::edit(&act, &signed.actor, view, &form.name(), form.is_shared()).await?;
        act.commit().await?;
        signed.visit.flash("success", signed.visit.t("desk-view-saved")).await;
        Ok(see_other("/desk/views"))
    };
    posted.then(act_on, async |filled| draw(&app, &signed, None, Some((view.to_string(), filled))).await).await
}

pub async fn remove(
    State(app): State<App>,
    signed: SignedIn,
    Path(view): Path<SavedViewId>,
    posted: Posted<Nothing>,
) -> Answer {
    sits_at_the_desk(&signed)?;
    posted.sound()?;
    let act = app.begin(signed.who()).await?;
    viewing::remove(&act, &signed.actor, view).await?;
    act.commit().await?;
    signed.visit.flash("success", signed.visit.t("desk-view-removed")).await;
    Ok(see_other("/desk/views"))
}

async fn draw(app: &App, signed: &SignedIn, new: Option<Filled>, edited: Option<(String, Filled)>) -> Answer {
    let is_secretariat = sits_at_the_desk(signed)?;
    let found = views::of(app.db.read(), &signed.actor).await?;
    page(&ViewsPage {
        frame: signed.visit.frame(signed.visit.t("desk-views"), "desk").await,
        views: found.iter().map(|row| ViewRow::of(row, signed.actor.id, "-")).collect(),
        new,
        edited,
        is_secretariat,
    })
}
