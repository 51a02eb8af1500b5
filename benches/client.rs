//! Someone who reaches the service over HTTP, as a browser does.

use std::time::{Duration, Instant};

use reqwest::{Response, redirect::Policy};

/// The line between the parts of a form with files.
const BOUNDARY: &str = "----TheLineBetweenThePartsOfAForm";

/// A browser with its session.
#[derive(Clone)]
pub struct Visitor {
    http: reqwest::Client,
    origin: String,
    cookie: String,
}

impl Visitor {
    pub async fn log_in(origin: &str, email: &str, password: &str) -> Self {
        let http = reqwest::Client::builder().redirect(Policy::none()).build().unwrap();
        let mut visitor = Self { http, origin: origin.to_owned(), cookie: String::new() };
        let answer = visitor.post("/login", &[("email", email), ("password", password)], "text/html").await;
        assert_eq!(answer.status(), 303, "{email} could not log in");
        let cookie = answer.headers()["set-cookie"].to_str().unwrap();
        visitor.cookie = cookie.split(';').next().unwrap().to_owned();
        visitor
    }

    pub async fn get(&self, path: &str) -> Response {
        self.http.get(self.url(path)).header("cookie", &self.cookie).send().await.unwrap()
    }

    /// Posts a form; `accept`: `text/html` as a page does, `application/json` as a script does.
    pub async fn post(&self, path: &str, values: &[(&str, &str)], accept: &str) -> Response {
        let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(values).finish();
        self.send(path, "application/x-www-form-urlencoded", accept, body.into_bytes()).await
    }

    /// Posts a form as the script that saves while one writes.
    pub async fn save(&self, path: &str, values: &[(String, String)]) -> Response {
        let mut body = parts(values.iter().map(|(name, value)| (name.as_str(), value.as_str())));
        body.extend(format!("--{BOUNDARY}--\r\n").bytes());
        self.send(path, &format!("multipart/form-data; boundary={BOUNDARY}"), "application/json", body).await
    }

    /// Posts a form with a file.
    pub async fn upload(&self, path: &str, values: &[(&str, &str)], file: (&str, &str, &[u8])) -> Response {
        let (input, name, bytes) = file;
        let mut body = parts(values.iter().copied());
        let head = format!("Content-Disposition: form-data; name=\"{input}\"; filename=\"{name}\"");
        body.extend(format!("--{BOUNDARY}\r\n{head}\r\nContent-Type: application/octet-stream\r\n\r\n").bytes());
        body.extend(bytes);
        body.extend(format!("\r\n--{BOUNDARY}--\r\n").bytes());
        self.send(path, &format!("multipart/form-data; boundary={BOUNDARY}"), "text/html", body).await
    }

    async fn send(&self, path: &str, kind: &str, accept: &str, body: Vec<u8>) -> Response {
        let request = self.http.post(self.url(path)).header("cookie", &self.cookie).header("accept", accept);
        let request = request.header("content-type", kind).header("sec-fetch-site", "same-origin");
        request.body(body).send().await.unwrap()
    }

    fn url(&self, path: &str) -> String {
        format!("{}{path}", self.origin)
    }
}

/// The parts of a form that are no files.
fn parts<'v>(values: impl Iterator<Item = (&'v str, &'v str)>) -> Vec<u8> {
    let part = |(name, value): (&str, &str)| {
        format!("--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").into_bytes()
    };
    values.flat_map(part).collect()
}

/// The names and values of the hidden inputs of a page.
pub fn hidden(page: &str) -> Vec<(String, String)> {
    let attribute = |tag: &str, name: &str| {
        let value = tag.split_once(&format!("{name}=\""))?.1.split_once('"')?.0;
        Some(value.replace("&#34;", "\"").replace("&#38;", "&"))
    };
    let inputs = page.split("<input ").skip(1).filter_map(|rest| rest.split_once('>')).map(|(tag, _)| tag);
    let inputs = inputs.filter(|tag| tag.contains("type=\"hidden\""));
    inputs.filter_map(|tag| Some((attribute(tag, "name")?, attribute(tag, "value")?))).collect()
}

/// What came of it, and how long it took.
pub async fn timed<T>(work: impl Future<Output = T>) -> (T, Duration) {
    let start = Instant::now();
    let done = work.await;
    (done, start.elapsed())
}
