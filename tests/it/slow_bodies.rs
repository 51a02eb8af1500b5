//! Forms that are long on their way: what happened meanwhile counts.

use axum::body::Body;
use axum::http::Request;
use futures::{StreamExt, stream};
use initiatives::{
    accounts::{Actor, actions::remove_member, store::sessions},
    act::{Act, Who},
    app::App,
    guidelines::Answer,
    proposals::actions::saving,
};
use std::time::Duration;

use crate::support::{Browser, Page, TestApp, on_both, proposals::CLOSES};

const OWNER: &str = "official@agra.example";
const EDITOR: &str = "editor@agra.example";
const GRACE: Duration = Duration::from_secs(300);

/// Posts a form whose first half arrives, then `meanwhile` happens, then the rest.
async fn slowly(
    app: &TestApp,
    browser: &mut Browser,
    path: &str,
    values: &[(&str, &str)],
    meanwhile: impl Future<Output = ()> + Send + 'static,
) -> Page {
    let form = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(values).finish();
    let (first, rest) = form.split_at(form.len() / 2);
    let (first, rest) = (first.to_owned(), rest.to_owned());
    let begun = stream::once(async move { Ok::<_, std::io::Error>(first) });
    let ended = stream::once(async move {
        meanwhile.await;
        Ok(rest)
    });
    let request = Request::post(path)
        .header("content-type", "application/x-www-form-urlencoded")
        .header("sec-fetch-site", "same-origin")
        .header("origin", app.config.origin())
        .body(Body::from_stream(begun.chain(ended)))
        .unwrap();
    browser.send(request).await
}

/// Begins an act of somebody, now.
async fn begin(app: &App, actor: &Actor) -> Act {
    app.begin(Who { by: actor.by(), at: app.now(), may_act: true }).await.unwrap()
}

#[tokio::test]
async fn who_is_shown_out_does_not_finish_what_was_begun_before() {
    on_both(async |app| {
        let reference = app.complete_draft().await;
        let editor_id = app.person(EDITOR).await;
        let mut editor = app.sign_in(EDITOR).await;
        let typed = [("title", "Written by a stranger"), ("version.title", "1")];
        let (service, owner) = (app.app.clone(), app.actor(OWNER).await);
        let page = slowly(&app, &mut editor, &format!("/proposals/{reference}/edit/identity"), &typed, async move {
            let act = begin(&service, &owner).await;
            remove_member(&act, &owner, "agra", editor_id).await.unwrap();
            act.commit().await.unwrap();
            service.clock.advance(Duration::from_secs(60));
        })
        .await;
        assert_eq!(page.status, 403, "{}", page.words());
        assert!(page.has("Your part here has changed"), "{}", page.words());
        assert!(app.case(OWNER, &reference).await.unwrap().proposal.title.contains("Cool Roofs"));
    })
    .await;
}

#[tokio::test]
async fn what_was_begun_in_a_session_that_was_ended_is_not_done() {
    on_both(async |app| {
        let reference = app.complete_draft().await;
        let editor_id = app.person(EDITOR).await;
        let mut editor = app.sign_in(EDITOR).await;
        let typed = [("title", "Written by whoever has the other browser"), ("version.title", "1")];
        let (service, actor) = (app.app.clone(), app.actor(EDITOR).await);
        let page = slowly(&app, &mut editor, &format!("/proposals/{reference}/edit/identity"), &typed, async move {
            let act = begin(&service, &actor).await;
            sessions::end_all(&act, editor_id).await.unwrap();
            act.commit().await.unwrap();
            service.clock.advance(Duration::from_secs(60));
        })
        .await;
        assert_eq!(page.status, 401, "{}", page.words());
        assert!(app.case(OWNER, &reference).await.unwrap().proposal.title.contains("Cool Roofs"));
    })
    .await;
}

#[tokio::test]
async fn a_submission_is_no_older_than_the_text_in_it() {
    on_both(async |app| {
        let reference = app.complete_draft().await;
        app.clock.advance(CLOSES + GRACE - app.now() - Duration::from_secs(5));
        let mut owner = app.sign_in(OWNER).await;
        let path = format!("/proposals/{reference}/submission");
        let confirm = owner.get(&path).await;
        let hidden = |name: &str| confirm.field(name).unwrap();
        let (version, edition, versions) = (hidden("version"), hidden("edition"), hidden("versions"));
        let form = [("version", version.as_str()), ("edition", edition.as_str()), ("versions", versions.as_str())];
        let (service, actor, known) = (app.app.clone(), app.actor(OWNER).await, reference.clone());
        let page = slowly(&app, &mut owner, &path, &form, async move {
            service.clock.advance(Duration::from_secs(20));
            let act = begin(&service, &actor).await;
            let answers = [("aim".parse().unwrap(), Answer::text("Written after the deadline.").unwrap())];
            saving::set(&act, &actor, &known, answers.into_iter().collect(), &[]).await.unwrap();
            act.commit().await.unwrap();
        })
        .await;
        assert_eq!(page.status, 403, "{}", page.words());
        assert_eq!(app.case(OWNER, &reference).await.unwrap().standing.facts.submissions, 0);
        let late = owner.post(&path, &form).await;
        assert!(late.has("5 minutes 15 seconds after the deadline"), "held with its own time: {}", late.words());
    })
    .await;
}
