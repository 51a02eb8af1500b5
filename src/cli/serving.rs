//! Serving pages over HTTP, until the process is asked to stop.

use std::{convert::Infallible, net::SocketAddr, time::Duration};

use axum::{
    Router,
    body::Body,
    extract::{ConnectInfo, Request},
};
use hyper::{body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::{TcpListener, TcpStream};
use tokio_util::{sync::CancellationToken, task::TaskTracker};
use tower::ServiceExt;
use tower_http::timeout::RequestBodyTimeoutLayer;

/// A browser has this long to say what it wants,
const HEAD: Duration = Duration::from_secs(15);
/// and may pause for this long while sending a form or a file: connections are poor where some of our cities are.
const BODY_PAUSE: Duration = Duration::from_secs(60);
/// Requests under way at the end have this long to finish.
const GRACE: Duration = Duration::from_secs(30);
/// Connections that are served at once; more wait in the system's queue.
const CONNECTIONS: usize = 4096;

/// Answers on `listener` until `stop`; then takes no more, finishes what is under way, and returns.
pub async fn serve(listener: TcpListener, pages: Router, stop: CancellationToken) {
    let pages = pages.layer(RequestBodyTimeoutLayer::new(BODY_PAUSE));
    let open = TaskTracker::new();
    let places = std::sync::Arc::new(tokio::sync::Semaphore::new(CONNECTIONS));
    while let Some((stream, peer)) = accepted(&listener, &stop).await {
        let Ok(place) = places.clone().acquire_owned().await else { break };
        let (pages, stop) = (pages.clone(), stop.clone());
        open.spawn(async move {
            converse(stream, peer, pages, stop).await;
            drop(place);
        });
    }
    drop(listener);
    open.close();
    if tokio::time::timeout(GRACE, open.wait()).await.is_err() {
        tracing::warn!(open = open.len(), "some requests did not finish in time");
    }
}

/// The next connection; `None` once the process is to stop.
async fn accepted(listener: &TcpListener, stop: &CancellationToken) -> Option<(TcpStream, SocketAddr)> {
    loop {
        let accepted = tokio::select! {
            biased;
            () = stop.cancelled() => return None,
            accepted = listener.accept() => accepted,
        };
        match accepted {
            Ok(connection) => return Some(connection),
            // Out of file handles, most likely: those who are served now will give some back.
            Err(error) => {
                tracing::warn!(%error, "a connection was not accepted");
                tokio::time::sleep(Duration::from_millis(500)).await;
            }
        }
    }
}

/// Answers the requests of one connection, one after the other.
async fn converse(stream: TcpStream, peer: SocketAddr, pages: Router, stop: CancellationToken) {
    let _ = stream.set_nodelay(true);
    let answer = service_fn(move |request: hyper::Request<Incoming>| {
        let pages = pages.clone();
        async move {
            let mut request: Request = request.map(Body::new);
            request.extensions_mut().insert(ConnectInfo(peer));
            Ok::<_, Infallible>(pages.oneshot(request).await.unwrap_or_else(|never| match never {}))
        }
    });
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(HEAD)
        .serve_connection(TokioIo::new(stream), answer);
    let mut connection = std::pin::pin!(connection);
    let ended = tokio::select! {
        ended = connection.as_mut() => ended,
        () = stop.cancelled() => {
            connection.as_mut().graceful_shutdown();
            connection.await
        }
    };
    if let Err(error) = ended {
        // A browser that went away is no event; whoever looks for it can have it.
        tracing::debug!(%error, "a connection ended early");
    }
}

/// A token that is cancelled by SIGTERM or SIGINT. A second signal ends the process at once.
pub fn stop_at_signal() -> std::io::Result<CancellationToken> {
    use tokio::signal::unix::{SignalKind, signal};
    let (mut terminate, mut interrupt) = (signal(SignalKind::terminate())?, signal(SignalKind::interrupt())?);
    let stop = CancellationToken::new();
    let told = stop.clone();
    tokio::spawn(async move {
        for last in [false, true] {
            tokio::select! { _ = terminate.recv() => {}, _ = interrupt.recv() => {} }
            if last {
                std::process::exit(1);
            }
            tracing::info!("stopping");
            told.cancel();
        }
    });
    Ok(stop)
}
