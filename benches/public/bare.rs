//! What an answer costs at least: an axum server that hands out the same bytes with the same headers, and does nothing else.

use std::net::Ipv4Addr;

use axum::{Router, routing::get, serve::ListenerExt};
use bytes::Bytes;
use http::HeaderMap;
use tokio::net::TcpListener;

/// What a page was answered with.
#[derive(Clone)]
pub struct Answer {
    headers: HeaderMap,
    body: Bytes,
}

impl Answer {
    /// What is answered at this address now, compressed as browsers get it.
    pub async fn at(address: &str) -> Self {
        let answer = reqwest::Client::new().get(address).header("accept-encoding", "gzip").send().await.unwrap();
        assert_eq!(answer.status(), 200, "{address}");
        let mut headers = answer.headers().clone();
        assert_eq!(headers["content-encoding"], "gzip", "{address}");
        // The server adds these itself.
        headers.remove("content-length");
        headers.remove("date");
        Self { headers, body: answer.bytes().await.unwrap() }
    }

    pub fn etag(&self) -> &str {
        self.headers["etag"].to_str().unwrap()
    }

    pub fn length(&self) -> usize {
        self.body.len()
    }
}

/// Serves them as `/0`, `/1` and so on, on as many threads as the service has, as long as the measurement runs; the origin.
pub fn serve(answers: &[Answer]) -> String {
    let mut pages: Router = Router::new();
    for (place, answer) in answers.iter().cloned().enumerate() {
        let page = move || async move { (answer.headers, answer.body) };
        pages = pages.route(&format!("/{place}"), get(page));
    }
    let listener = std::net::TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    listener.set_nonblocking(true).unwrap();
    let origin = format!("http://{}", listener.local_addr().unwrap());
    std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let listener = TcpListener::from_std(listener).unwrap();
            let listener = listener.tap_io(|stream| stream.set_nodelay(true).unwrap());
            axum::serve(listener, pages).await.unwrap();
        });
    });
    origin
}
