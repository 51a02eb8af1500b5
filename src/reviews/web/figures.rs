//! What is counted of a call: its progress, what its reviews say together, and whether a choice leans to one side. For the
//! secretariat; for all others there are no such pages.

use axum::{Router, extract::State, routing::get};

use crate::{
    app::App,
    calls::{Phases, at_desk},
    guidelines::definition,
    reviews::{
        figures::{progress::CallProgress, ranking::Statistics},
        forms::figures::{Sorting, Wishes, chosen},
        pages::{
            Reader,
            figures::{
                portfolio::PortfolioPage,
                progress::ProgressPage,
                statistics::{Ranking, StatisticsPage},
            },
        },
        store::figures,
    },
    web::{Answer, Path, Query, SignedIn, page},
};

pub fn routes() -> Router<App> {
    Router::new()
        .route("/desk/calls/{slug}/progress", get(progress))
        .route("/desk/calls/{slug}/statistics", get(statistics))
        .route("/desk/calls/{slug}/portfolio", get(portfolio))
}

async fn progress(State(app): State<App>, signed: SignedIn, Path(slug): Path<String>) -> Answer {
    let call = at_desk(&app, &signed, &slug).await?;
    let (db, visit) = (app.db.read(), &signed.visit);
    let proposals = figures::proposals(db, &signed.actor, call.id).await?;
    let asked = figures::asked(db, &signed.actor, call.id).await?;
    let due = call.phases.as_ref().and_then(Phases::reviews_due);
    let found = CallProgress::of(&proposals, &asked, due, visit.at);
    let frame = visit.frame(visit.t("figures-progress"), "desk").await;
    page(&ProgressPage::new(frame, Reader::of(visit), &call, &found, visit.at))
}

async fn statistics(
    State(app): State<App>,
    signed: SignedIn,
    Path(slug): Path<String>,
    Query(sorting): Query<Sorting>,
) -> Answer {
    let call = at_desk(&app, &signed, &slug).await?;
    let (db, visit, order) = (app.db.read(), &signed.visit, sorting.order());
    let definition = definition(db, call.guidelines_id).await?;
    let proposals = figures::proposals(db, &signed.actor, call.id).await?;
    let asked = figures::asked(db, &signed.actor, call.id).await?;
    let found = Statistics::of(&proposals, &asked, &definition.rubric, order);
    let due = call.phases.as_ref().and_then(Phases::reviews_due);
    let completion = CallProgress::of(&proposals, &asked, due, visit.at).completion;
    let frame = visit.frame(visit.t("figures-statistics"), "desk").await;
    let ranking = Ranking { found: &found, order, rubric: &definition.rubric, completion };
    page(&StatisticsPage::new(frame, Reader::of(visit), &call, &ranking))
}

async fn portfolio(
    State(app): State<App>,
    signed: SignedIn,
    Path(slug): Path<String>,
    Query(wishes): Query<Wishes>,
) -> Answer {
    let call = at_desk(&app, &signed, &slug).await?;
    let (db, visit) = (app.db.read(), &signed.visit);
    let definition = definition(db, call.guidelines_id).await?;
    let all = figures::submitted(db, &signed.actor, call.id, &definition).await?;
    let frame = visit.frame(visit.t("figures-portfolio"), "desk").await;
    page(&PortfolioPage::new(frame, Reader::of(visit), &call, (&all, &chosen(&wishes)), &definition))
}
