//! The doors that are open to everybody, and those of the desk by which they get their content.

mod desk;

use axum::{Router, extract::State, routing::get};
use http::HeaderMap;

use super::{forms::Filter, pages, store};
use crate::{
    app::App,
    calls,
    error::Error,
    guidelines,
    ids::AttachmentId,
    proposals,
    web::{
        Answer, Path, Query, Visit,
        download::{Download, Size, download},
        page,
    },
};

pub fn routes() -> Router<App> {
    Router::new()
        .route("/", get(home))
        .route("/initiatives", get(list))
        .route("/initiatives/{slug}", get(initiative))
        .route("/initiatives/{slug}/files/{id}", get(file))
        .route("/benefits", get(benefits))
        .route("/publications", get(publications))
        .route("/desk/publications", get(desk::publications).post(desk::add_publication))
        .route("/desk/proposals/{reference}/news", get(desk::news).post(desk::publish_news))
}

async fn home(State(app): State<App>, visit: Visit) -> Answer {
    let db = app.db.read();
    let seen = pages::HomeData {
        texts: store::texts(db, &["association", "what.", "benefits."]).await?,
        calls: calls::open_at(db, visit.at).await?,
        latest: store::latest(db, 6).await?,
        themes: store::themes(db).await?,
    };
    page(&pages::HomePage::new(visit.frame(visit.t("catalogue-home"), "").await, &visit, seen))
}

async fn list(State(app): State<App>, visit: Visit, Query(filter): Query<Filter>) -> Answer {
    let db = app.db.read();
    let (found, themes) = (store::list(db, &filter).await?, store::themes(db).await?);
    let countries = store::countries(db).await?;
    let frame = visit.frame(visit.t("layout-nav-initiatives"), "initiatives").await;
    page(&pages::ListPage::new(frame, filter, found, &themes, &countries))
}

async fn initiative(State(app): State<App>, visit: Visit, Path(slug): Path<String>) -> Answer {
    let db = app.db.read();
    let (proposal, call, lead) = store::initiative(db, &slug).await?;
    let definition = guidelines::definition(db, call.guidelines_id).await?;
    let draft = proposals::drafts::load(db, &definition, proposal.id).await?;
    let steps = proposals::lists::transitions(db, proposal.id).await?;
    let frame = visit.frame(proposal.title.clone(), "initiatives").await;
    let news = store::news::of(db, proposal.id).await?;
    let told = pages::Told { proposal: &proposal, call: &call, lead: &lead, steps: &steps, news: &news };
    page(&pages::InitiativePage::new(frame, &definition, &draft.answers, &told, visit.zone))
}

/// A file of a published field: whatever else is attached is not the public's.
async fn file(
    State(app): State<App>,
    Path((slug, id)): Path<(String, AttachmentId)>,
    Query(size): Query<Size>,
    headers: HeaderMap,
) -> Answer {
    let db = app.db.read();
    let (proposal, call, _) = store::initiative(db, &slug).await?;
    let definition = guidelines::definition(db, call.guidelines_id).await?;
    let file = proposals::attachments::find(db, proposal.id, id).await?;
    let published = definition.field(&file.field).is_some_and(|field| field.public) && file.removed_at.is_none();
    if !published {
        return Err(Error::NotFound);
    }
    let file = Download { sha256: &file.sha256, name: &file.name, media_type: &file.media_type, public: true };
    download(&app, file, size, &headers).await
}

async fn benefits(State(app): State<App>, visit: Visit) -> Answer {
    let texts = store::texts(app.db.read(), &["benefits."]).await?;
    page(&pages::BenefitsPage::new(visit.frame(visit.t("layout-nav-benefits"), "benefits").await, &texts))
}

async fn publications(State(app): State<App>, visit: Visit) -> Answer {
    let db = app.db.read();
    let (rows, texts) = (store::publications(db).await?, store::texts(db, &["publications."]).await?);
    let frame = visit.frame(visit.t("catalogue-publications"), "publications").await;
    page(&pages::PublicationsPage::new(frame, &rows, &texts))
}
