//! A browser as the server sees it: cookies, and the headers that tell our own pages from others.

use axum::{Router, body::Body, http::Request};
use http_body_util::BodyExt;
use std::collections::BTreeMap;
use tower::ServiceExt;

/// Someone's browser.
#[derive(Clone)]
pub struct Browser {
    router: Router,
    origin: String,
    cookies: BTreeMap<String, String>,
    /// What the browser asks for by itself.
    pub language: String,
    /// From which network address it comes, if the story says so.
    pub address: Option<std::net::SocketAddr>,
}

/// What came back.
#[derive(Debug)]
pub struct Page {
    pub status: u16,
    pub headers: axum::http::HeaderMap,
    pub text: String,
}

impl Browser {
    pub fn new(router: Router, origin: String) -> Self {
        Self { router, origin, cookies: BTreeMap::new(), language: "en".to_owned(), address: None }
    }

    pub async fn get(&mut self, path: &str) -> Page {
        self.send(Request::get(path).body(Body::empty()).unwrap()).await
    }

    /// Posts a form of our own pages.
    pub async fn post(&mut self, path: &str, values: &[(&str, &str)]) -> Page {
        let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(values).finish();
        let request = Request::post(path)
            .header("content-type", "application/x-www-form-urlencoded")
            .header("sec-fetch-site", "same-origin")
            .header("origin", &self.origin)
            .body(Body::from(body))
            .unwrap();
        self.send(request).await
    }

    /// Posts, and follows where the answer leads.
    pub async fn post_and_follow(&mut self, path: &str, values: &[(&str, &str)]) -> Page {
        let page = self.post(path, values).await;
        assert_eq!(page.status, 303, "expected to be sent on from {path}: {}", page.words());
        let next = page.location().to_owned();
        self.get(&next).await
    }

    /// Posts what [`over`] makes.
    pub async fn post_typed(&mut self, path: &str, values: &[(&'static str, String)]) -> Page {
        let values: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
        self.post(path, &values).await
    }

    /// The bytes of an answer that is no text.
    pub async fn bytes(&mut self, path: &str) -> (u16, axum::http::HeaderMap, Vec<u8>) {
        let (parts, bytes) = self.fetch(Request::get(path).body(Body::empty()).unwrap()).await;
        (parts.status.as_u16(), parts.headers, bytes.to_vec())
    }

    /// Asks for something and leaves before it has come; the status.
    pub async fn hang_up(&mut self, path: &str) -> u16 {
        let jar: Vec<String> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let request = Request::get(path).header("cookie", jar.join("; ")).body(Body::empty()).unwrap();
        self.router.clone().oneshot(request).await.unwrap().status().as_u16()
    }

    pub async fn send(&mut self, request: Request<Body>) -> Page {
        let (parts, bytes) = self.fetch(request).await;
        let text = String::from_utf8_lossy(&bytes).into_owned();
        Page { status: parts.status.as_u16(), headers: parts.headers, text }
    }

    async fn fetch(&mut self, mut request: Request<Body>) -> (axum::http::response::Parts, bytes::Bytes) {
        let jar: Vec<String> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        if !jar.is_empty() {
            request.headers_mut().insert("cookie", jar.join("; ").parse().unwrap());
        }
        if !request.headers().contains_key("accept-language") {
            request.headers_mut().insert("accept-language", self.language.parse().unwrap());
        }
        if let Some(address) = self.address {
            request.extensions_mut().insert(axum::extract::ConnectInfo(address));
        }
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        for cookie in parts.headers.get_all("set-cookie") {
            let (pair, attributes) = cookie.to_str().unwrap().split_once(';').unwrap();
            let (name, value) = pair.split_once('=').unwrap();
            if attributes.contains("Max-Age=0") {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
        let bytes = body.collect().await.unwrap().to_bytes();
        (parts, bytes)
    }

    pub fn cookie(&self, name: &str) -> Option<&str> {
        self.cookies.get(name).map(String::as_str)
    }

    pub fn set_cookie(&mut self, name: &str, value: &str) {
        self.cookies.insert(name.to_owned(), value.to_owned());
    }
}

impl Page {
    /// Where a redirect leads.
    pub fn location(&self) -> &str {
        self.headers.get("location").map(|l| l.to_str().unwrap()).unwrap_or_default()
    }

    pub fn has(&self, text: &str) -> bool {
        self.words().contains(text)
    }

    /// The page's text without its markup, white space folded, the common entities resolved.
    pub fn words(&self) -> String {
        words(&self.text)
    }

    /// The words of its main part, without the frame around it.
    pub fn main(&self) -> String {
        words(self.text.split_once("<main").map_or(self.text.as_str(), |(_, rest)| rest))
    }

    /// What stands after each `mark` of the page's text, up to the quotation mark that ends it.
    pub fn each_after(&self, mark: &str) -> Vec<String> {
        each_after(&self.text, mark).into_iter().map(str::to_owned).collect()
    }

    /// The value of the (first) input of this name.
    pub fn field(&self, name: &str) -> Option<String> {
        let at = self.text.find(&format!("name=\"{name}\""))?;
        let start = self.text[..at].rfind('<')?;
        let tag = &self.text[start..at + self.text[at..].find('>')?];
        let value = tag.split("value=\"").nth(1)?.split('"').next()?;
        Some(value.to_owned())
    }
}

/// What stands after each `mark`, up to the quotation mark that ends it.
pub fn each_after<'t>(text: &'t str, mark: &str) -> Vec<&'t str> {
    text.split(mark).skip(1).map(|part| part.split('"').next().unwrap()).collect()
}

fn words(text: &str) -> String {
    let mut out = String::new();
    let mut inside = false;
    for c in text.chars() {
        match c {
            '<' => inside = true,
            '>' => {
                inside = false;
                out.push(' ');
            }
            c if !inside => out.push(c),
            _ => {}
        }
    }
    let out = out.replace("&#39;", "'").replace("&#34;", "\"").replace("&quot;", "\"").replace("&#38;", "&");
    let out = out.replace("&#60;", "<").replace("&#62;", ">").replace("&lt;", "<").replace("&gt;", ">");
    let out = out.replace("&amp;", "&");
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What somebody types into a form: `changed` over values that are sound.
pub fn over(sound: &[(&'static str, &str)], changed: &[(&'static str, &str)]) -> Vec<(&'static str, String)> {
    let kept = sound.iter().filter(|(name, _)| !changed.iter().any(|(other, _)| other == name));
    kept.chain(changed).map(|(name, value)| (*name, (*value).to_owned())).collect()
}
