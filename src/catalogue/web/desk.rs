//! The secretariat gives the public pages their news.

use axum::extract::State;

use crate::{
    app::App,
    catalogue::{actions, forms::NewsForm, news::NewsKind, pages::desk::NewsPage, store},
    ids::{NewsId, Reference},
    proposals,
    web::{Answer, Filled, Path, Posted, SignedIn, Values, page, see_other},
};

pub async fn news(State(app): State<App>, signed: SignedIn, Path(reference): Path<Reference>) -> Answer {
    let mut values = Values::default();
    values.add("id".to_owned(), &app.ids.id::<NewsId>(signed.visit.at).to_string());
    values.add("kind".to_owned(), NewsKind::Milestone.code());
    values.add("language".to_owned(), signed.visit.locale.tag());
    draw_news(&app, &signed, &reference, Filled::with(values)).await
}

async fn draw_news(app: &App, signed: &SignedIn, reference: &Reference, filled: Filled) -> Answer {
    let db = app.db.read();
    let case = proposals::case(db, Some(&signed.actor), reference, signed.visit.at).await?;
    actions::may_publish(&case)?;
    let rows = store::news::of(db, case.proposal.id).await?;
    let frame = signed.visit.frame(signed.visit.t("news-title"), "desk").await;
    page(&NewsPage::new(frame, filled, &case.proposal, &rows, signed.visit.zone))
}

pub async fn publish_news(
    State(app): State<App>,
    signed: SignedIn,
    Path(reference): Path<Reference>,
    posted: Posted<NewsForm>,
) -> Answer {
    let act = async |form: NewsForm, _: &Values| {
        let act = app.begin(signed.who()).await?;
        actions::publish_news(&act, &signed.actor, &reference, &form).await?;
        act.commit().await?;
        signed.visit.flash("success", signed.visit.t("news-published")).await;
        Ok(see_other(&format!("/desk/proposals/{reference}/news")))
    };
    posted.then(act, async |filled| draw_news(&app, &signed, &reference, filled).await).await
}
