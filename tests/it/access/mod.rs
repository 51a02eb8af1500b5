//! Who gets what: the matrix in tests/data/access.txt, asked of the whole service.

mod contact;
mod links;
mod matrix;
mod publications;
pub mod routes;
mod scene;
mod states;
mod subscribers;
mod workplace;

use std::collections::BTreeMap;

use axum::{body::Body, http::Request};

use crate::support::{Browser, PASSWORD, TestApp, on_both};
use matrix::{Line, VISITORS, lines, listed};
use scene::Scene;

#[test]
fn every_route_stands_in_the_matrix() {
    let (declared, listed) = (routes::declared(), listed());
    let missing: Vec<_> = declared.difference(&listed).collect();
    let gone: Vec<_> = listed.difference(&declared).collect();
    assert!(missing.is_empty() && gone.is_empty(), "not in the matrix: {missing:#?}\nno route any more: {gone:#?}");
}

#[tokio::test]
async fn everyone_gets_what_the_matrix_says() {
    on_both(async |app| {
        let mut visitors = Visitors::enter(&app).await;
        let mut scenes: BTreeMap<String, Scene> = BTreeMap::new();
        let mut wrong = Vec::new();
        for line in lines() {
            for (place, visitor) in VISITORS.into_iter().enumerate() {
                let expected = line.expected[place];
                let scene = match scenes.remove(&line.state) {
                    Some(scene) => scene,
                    None => Scene::set(&app, &line.state).await,
                };
                let found = visitors.ask(&app, place, &line, &scene).await;
                if found.status != expected {
                    let (method, route) = (&line.method, &line.route);
                    let said = found.main();
                    let said: String = said.chars().take(240).collect();
                    wrong.push(format!(
                        "[{}] {method} {route} for {visitor}: {}, not {expected} ({said})",
                        line.state, found.status
                    ));
                }
                // What was done changed the proposal: the next visitor finds a new one.
                if line.method == "POST" && found.status == 303 && line.route.starts_with("/organisations/") {
                    visitors.have_their_roles(&app).await;
                }
                let changed = line.method == "POST" && found.status == 303 && line.route.contains("/proposals/{");
                if !changed {
                    scenes.insert(line.state.clone(), scene);
                }
            }
        }
        assert!(wrong.is_empty(), "{} answers are not what the matrix says:\n{}", wrong.len(), wrong.join("\n"));
    })
    .await;
}

/// A browser of each visitor.
struct Visitors(Vec<Browser>);

const ADDRESSES: [&str; 10] = [
    "",
    "editor@agra.example",
    "submitter@agra.example",
    "official@agra.example",
    "official@barcelona.example",
    "reviewer1@jury.example",
    "reviewer2@jury.example",
    "secretariat@metropolis.example",
    "admin@metropolis.example",
    "partner@barcelona.example",
];

impl Visitors {
    /// Gives everyone back what they were: some lines take roles away.
    async fn have_their_roles(&self, app: &TestApp) {
        for address in ADDRESSES.iter().filter(|address| !address.is_empty()) {
            app.person(address).await;
        }
    }

    async fn enter(app: &TestApp) -> Self {
        let mut browsers = Vec::new();
        for address in ADDRESSES {
            browsers.push(if address.is_empty() { app.browser() } else { app.sign_in(address).await });
        }
        Self(browsers)
    }

    async fn ask(&mut self, app: &TestApp, place: usize, line: &Line, scene: &Scene) -> crate::support::Page {
        let filled = scene.fill(app, line).await;
        let request = Request::builder().method(line.method.as_str()).uri(&filled.address);
        let request = request.header("sec-fetch-site", "same-origin");
        let request = request.header("content-type", "application/x-www-form-urlencoded");
        let page = self.0[place].send(request.body(Body::from(filled.body)).unwrap()).await;
        if ["/login", "/logout", "/invitations", "/password-reset"].iter().any(|door| line.route.starts_with(door)) {
            self.come_back(app, place).await;
        }
        page
    }

    /// Signs in again, after a door that may have ended the session or begun somebody else's.
    async fn come_back(&mut self, app: &TestApp, place: usize) {
        self.0[place] = app.browser();
        if place > 0 {
            assert_eq!(self.0[place].log_in(ADDRESSES[place], PASSWORD).await.status, 303);
        }
    }
}
