//! Views of the list that are saved under a name.

use initiatives::accounts::StaffRole;

use super::{HOUSE, RUTH, references};
use crate::support::{TestApp, on_both};

const COLLEAGUE: &str = "deputy@metropolis.example";

/// Somebody else of the secretariat.
async fn colleague(app: &TestApp) {
    use initiatives::accounts::actions::{ensure_person, ensure_staff};
    app.person(HOUSE).await;
    let known = app.actor(HOUSE).await;
    let person = initiatives::accounts::actions::NewPerson {
        email: COLLEAGUE.parse().unwrap(),
        name: "Deputy".to_owned(),
        locale: known.locale,
        zone: known.zone,
    };
    let password = app.hasher.hash(crate::support::PASSWORD, app.ids.salt()).await.unwrap();
    let act = app.begin_as("test").await.unwrap();
    let id = ensure_person(&act, &person, Some(&password)).await.unwrap();
    ensure_staff(&act, id, StaffRole::Secretariat).await.unwrap();
    act.commit().await.unwrap();
}

fn id_of(page: &crate::support::Page) -> String {
    page.text.split("action=\"/desk/views/").nth(1).unwrap().split('"').next().unwrap().to_owned()
}

#[tokio::test]
async fn a_view_is_saved_for_oneself_or_shared_and_its_address_is_for_everybody() {
    on_both(async |app| {
        let (draft, submitted) = (app.draft().await, app.submitted().await);
        colleague(&app).await;
        let mut house = app.sign_in(HOUSE).await;
        let view = "state=submitted&sort=title&turned=yes&cols=title.state&sel=MI-2014-001";
        let page = house.post_and_follow("/desk/views", &[("name", "To check"), ("view", view)]).await;
        assert_eq!(references(&page), [submitted.to_string()]);
        let plain = "/desk?state=submitted&#38;sort=title&#38;turned=yes&#38;cols=title.state";
        let link = format!("href=\"{plain}\" aria-current=\"page\">To check</a>");
        assert!(page.text.contains(&link), "what is ticked is no part of a view: {}", page.text);
        let twice = house.post("/desk/views", &[("name", "to CHECK"), ("view", "")]).await;
        assert_eq!(twice.status, 422);
        assert!(twice.has("There is a view of this name already.") && twice.text.contains("value=\"to CHECK\""));

        let mut deputy = app.browser();
        assert_eq!(deputy.log_in(COLLEAGUE, crate::support::PASSWORD).await.status, 303);
        assert!(!deputy.get("/desk").await.has("To check"), "it is the other's own");
        let id = id_of(&house.get("/desk/views").await);
        assert_eq!(deputy.post(&format!("/desk/views/{id}"), &[("name", "Mine")]).await.status, 404);
        house.post_and_follow(&format!("/desk/views/{id}"), &[("name", "All to check"), ("shared", "yes")]).await;
        let page = deputy.get("/desk").await;
        assert!(page.has("All to check") && references(&page).contains(&draft.to_string()));
        let page = deputy.post_and_follow(&format!("/desk/views/{id}/removal"), &[]).await;
        assert!(page.has("No saved view yet"), "what is shared is everybody's: {}", page.words());
    })
    .await;
}

#[tokio::test]
async fn a_reviewer_saves_views_for_themselves_alone() {
    on_both(async |app| {
        let reference = app.under_review().await;
        app.give(&reference, RUTH).await;
        let mut house = app.sign_in(HOUSE).await;
        house.post_and_follow("/desk/views", &[("name", "Ours"), ("view", "sort=total"), ("shared", "yes")]).await;
        let mut ruth = app.sign_in(RUTH).await;
        assert!(!ruth.get("/desk").await.has("Ours"));
        let form = [("name", "To read"), ("view", "waiting=yes&sort=total"), ("shared", "yes")];
        let page = ruth.post_and_follow("/desk/views", &form).await;
        assert!(page.text.contains("href=\"/desk?waiting=yes\""), "no order of the secretariat's");
        assert!(!house.get("/desk/views").await.has("To read"), "a reviewer shares nothing");
        assert!(ruth.get("/desk/views").await.has("Only you have it"));
    })
    .await;
}
