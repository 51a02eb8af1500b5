//! What is taken along from the desk: tables as CSV, XLSX and JSON, and documents with many proposals.

mod documents;
mod sheet;
mod source;

use axum::{
    Router,
    body::{Body, Bytes},
    extract::State,
    response::IntoResponse,
    routing::get,
};
use futures::stream::try_unfold;
use http::header;

use crate::{
    accounts::StaffRole,
    app::App,
    error::{Error, Result},
    files::content_disposition,
    reviews::{
        exporting::{Export, Format, Written},
        forms::list::Wish,
        pages::{
            Reader,
            exports::{ExportsPage, Found},
            filters::Offered,
        },
        store::{briefs, desk, tags},
    },
    web::{Answer, Path, Query, SignedIn, page},
};
use source::Source;

pub fn routes() -> Router<App> {
    Router::new()
        .route("/desk/exports", get(show))
        .route("/desk/exports/{file}", get(export))
        .route("/desk/calls/{slug}/board-pack.pdf", get(documents::board_pack))
        .route("/desk/my-proposals.pdf", get(documents::my_proposals))
}

async fn show(State(app): State<App>, signed: SignedIn, Query(wish): Query<Wish>) -> Answer {
    let (db, actor, visit) = (app.db.read(), &signed.actor, &signed.visit);
    let is_secretariat = actor.is(StaffRole::Secretariat);
    let view = wish.view(is_secretariat);
    let sitter = desk::Sitter::sit(db, actor, visit.at).await?;
    let found = briefs::count(db, &sitter, &view.filter).await?;
    let countries = desk::countries(db, &sitter).await?;
    let tags = if is_secretariat { tags::all(db).await? } else { Vec::new() };
    let offered = Offered { calls: &sitter.calls, countries: &countries, tags: &tags };
    let frame = visit.frame(visit.t("exports-title"), "desk").await;
    let found = Found { proposals: found, is_secretariat, is_reviewer: actor.is(StaffRole::Reviewer) };
    page(&ExportsPage::new(frame, Reader::of(visit), &view, &offered, found))
}

async fn export(
    State(app): State<App>,
    signed: SignedIn,
    Path(file): Path<String>,
    Query(wish): Query<Wish>,
) -> Answer {
    let export: Export = file.parse().map_err(|_| Error::NotFound)?;
    let filter = wish.view(signed.actor.is(StaffRole::Secretariat)).filter;
    let source = Source::open(&app, &signed, export, filter).await?;
    let body = match export.format {
        Format::Xlsx => sheet::body(source).await?,
        Format::Csv | Format::Json => streamed(source)?,
    };
    let headers = [
        (header::CONTENT_TYPE, export.format.media_type().to_owned()),
        (header::CONTENT_DISPOSITION, content_disposition(&export.saved_as(signed.visit.at), false)),
        (header::CONTENT_SECURITY_POLICY, "default-src 'none'; sandbox".to_owned()),
    ];
    Ok((headers, body).into_response())
}

/// The rows as they are read, a batch at a time: the next one is read when this one is on its way. If a batch cannot be read the
/// connection breaks off, so that no part is taken for the whole.
fn streamed(source: Source) -> Result<Body> {
    let written = Written::new(source.export.format, source.columns.clone());
    let head = Bytes::from(written.head().map_err(Error::internal)?);
    let rest = try_unfold(Some((source, written)), async |state| {
        let Some((mut source, mut written)) = state else { return Ok(None) };
        match source.next().await.inspect_err(|error| tracing::error!(%error, "an export broke off"))? {
            Some(records) => {
                let bytes = written.rows(&records).map_err(Error::internal)?;
                Ok(Some((Bytes::from(bytes), Some((source, written)))))
            }
            None => {
                source.finish().await?;
                Ok(Some((Bytes::from_static(written.foot()), None)))
            }
        }
    });
    let head = futures::stream::once(async { Ok::<_, Error>(head) });
    Ok(Body::from_stream(futures::StreamExt::chain(head, rest)))
}
