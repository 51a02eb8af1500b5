//! The doors that are open to everybody, and those of the desk by which they get their content.

mod content;
mod groups;
mod map;
mod news;
mod programs;
mod publications;
mod texts;

use axum::{
    Router,
    extract::State,
    routing::{get, post},
};
use http::HeaderMap;

use super::{
    content::Page,
    filter::Filter,
    listing::Listing,
    map::view::Looking,
    pages::{
        self,
        initiative::{InitiativePage, Told},
        list::ListPage,
    },
    similar::similar,
    store,
};
use crate::{
    app::App,
    calls,
    error::Error,
    guidelines,
    ids::AttachmentId,
    proposals::{self, published_texts as published, results::with_results},
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
        .route("/map", get(map::map))
        .route("/initiatives/cities/{code}", get(groups::city))
        .route("/initiatives/themes/{code}", get(groups::theme))
        .route("/initiatives/{slug}", get(initiative))
        .route("/initiatives/{slug}/files/{id}", get(file))
        .route("/benefits", get(content::benefits))
        .route("/about", get(content::about))
        .route("/privacy", get(content::privacy))
        .route("/accessibility", get(content::accessibility))
        .route("/publications", get(publications::list))
        .route("/publications/{slug}", get(publications::show))
        .route("/publications/{slug}/cover", get(publications::show_cover))
        .route("/publications/{slug}/files/{id}", get(publications::file))
        .route("/desk/publications", get(publications::shelf).post(publications::add))
        .route("/desk/publications/moves", post(publications::shift))
        .route("/desk/publications/visibility", post(publications::hide_or_show))
        .route("/desk/publications/{slug}/edit", get(publications::edit).post(publications::change))
        .route("/desk/proposals/{reference}/public-text", get(texts::text).post(texts::change))
        .route("/desk/proposals/{reference}/featured", post(texts::feature))
        .route("/desk/proposals/{reference}/news", get(news::list).post(news::publish))
        .route("/desk/proposals/{reference}/news/{id}", get(news::edit).post(news::change))
        .route("/desk/proposals/{reference}/news/{id}/shown", post(news::show))
        .merge(programs::routes())
}

async fn home(State(app): State<App>, visit: Visit) -> Answer {
    let db = app.db.read();
    let seen = pages::HomeData {
        texts: store::content::now(db, &[Page::Home, Page::Participation, Page::Benefits]).await?,
        calls: calls::open_at(db, visit.at).await?,
        publications: store::publications::shown(db).await?,
        snapshot: store::entries::snapshot(app.db.read(), &app.catalogue).await?,
    };
    let frame = pages::programs::outlined_home(visit.frame(visit.t("catalogue-home"), "").await);
    page(&pages::HomePage::new(frame, &visit, seen))
}

async fn list(
    State(app): State<App>,
    visit: Visit,
    Query(filter): Query<Filter>,
    Query(looking): Query<Looking>,
) -> Answer {
    let filter = filter.bounded();
    let snapshot = store::entries::snapshot(app.db.read(), &app.catalogue).await?;
    let found = store::entries::found(app.db.read(), &filter.q).await?;
    let listing = Listing::new(&snapshot, visit.locale, &filter, found.as_deref());
    let elsewhere = store::entries::elsewhere(app.db.read(), &listing.page, &filter.q, visit.locale).await?;
    let frame = visit.frame(visit.t("layout-nav-initiatives"), "initiatives").await;
    page(&ListPage::new(frame, &filter, &listing, looking.view(), &elsewhere))
}

/// So many others stand below an Initiative.
const SIMILAR: usize = 3;

async fn initiative(State(app): State<App>, visit: Visit, Path(slug): Path<String>) -> Answer {
    let (db, snapshot) = (app.db.read(), store::entries::snapshot(app.db.read(), &app.catalogue).await?);
    let entry = snapshot.by_slug(&slug).ok_or(Error::NotFound)?;
    let (proposal, call, lead) = store::initiative(db, &slug).await?;
    let definition = with_results(&guidelines::definition(db, call.guidelines_id).await?, proposal.state);
    let text = published::read(&definition, &published::current(db, proposal.id).await?);
    let steps = proposals::lists::transitions(db, proposal.id).await?;
    let news = store::news::of(db, proposal.id).await?;
    let publications = store::publications::publications_of(db, proposal.id).await?;
    let similar = similar(&snapshot, entry, SIMILAR);
    let frame = visit.frame(entry.title_for(visit.locale).0, "initiatives").await;
    let frame = pages::programs::outlined(frame, entry);
    let told = Told {
        proposal: &proposal,
        entry,
        text: &text,
        similar: &similar,
        publications: &publications,
        call: &call,
        lead: &lead,
        steps: &steps,
        news: &news,
    };
    page(&InitiativePage::new(frame, &definition, &told, visit.zone))
}

/// A file that the published text names: whatever else is attached is not the public's.
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
    let text = published::read(&definition, &published::current(db, proposal.id).await?);
    if file.removed_at.is_some() || !text.original.all_files().any(|(_, named)| named.attachment == id) {
        return Err(Error::NotFound);
    }
    let file = Download { sha256: &file.sha256, name: &file.name, media_type: &file.media_type, public: true };
    download(&app, file, size, &headers).await
}
