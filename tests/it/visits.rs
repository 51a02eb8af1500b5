//! What every visitor meets, whoever it is.

use crate::support::on_both;

#[tokio::test]
async fn an_unknown_address_is_a_page_that_says_so_in_the_visitors_language() {
    on_both(async |app| {
        let mut visitor = app.browser();
        let page = visitor.get("/nowhere").await;
        assert_eq!(page.status, 404);
        assert_eq!(page.headers["x-content-type-options"], "nosniff");
        let page = visitor.get("/nowhere?lang=fr").await;
        assert!(page.text.contains("<html lang=\"fr\""));
        let page = visitor.get("/nowhere").await;
        assert!(page.text.contains("<html lang=\"fr\""), "the chosen language stays");
    })
    .await;
}

#[tokio::test]
async fn a_language_that_is_chosen_after_logging_in_stays_until_the_account_is_asked() {
    on_both(async |app| {
        let mut official = app.sign_in("official@agra.example").await;
        assert!(official.get("/proposals").await.text.contains("<html lang=\"en\""));
        assert!(official.get("/proposals?lang=fr").await.text.contains("<html lang=\"fr\""));
        assert!(official.get("/proposals").await.text.contains("<html lang=\"fr\""), "the next page, too");
        let refused = official.post("/account", &[("name", ""), ("locale", "en"), ("zone", "Asia/Kolkata")]).await;
        assert!(refused.text.contains("<html lang=\"fr\""), "and a form that comes back");
        let form = [("name", "Asha Verma"), ("locale", "es"), ("zone", "Asia/Kolkata")];
        assert_eq!(official.post("/account", &form).await.status, 303);
        assert!(
            official.get("/proposals").await.text.contains("<html lang=\"es\""),
            "the account's own, once it is set"
        );
    })
    .await;
}

#[tokio::test]
async fn what_is_to_be_said_waits_for_a_person_whatever_a_script_looks_at() {
    on_both(async |app| {
        let mut official = app.sign_in("official@agra.example").await;
        let form = [("name", "Asha Verma"), ("locale", "en"), ("zone", "Asia/Kolkata")];
        assert_eq!(official.post("/account", &form).await.status, 303);
        let is_said = |page: &str| page.contains("Your details are saved.");
        let aside = axum::http::Request::get("/account").header("x-looks-aside", "1");
        let page = official.send(aside.body(axum::body::Body::empty()).unwrap()).await;
        assert!(page.status == 200 && page.text.contains("Asha Verma") && !is_said(&page.text));
        assert!(is_said(&official.get("/account").await.text));
        assert!(!is_said(&official.get("/account").await.text), "once");
    })
    .await;
}

#[tokio::test]
async fn a_form_from_another_site_is_refused() {
    on_both(async |app| {
        let mut visitor = app.browser();
        let request = axum::http::Request::post("/login")
            .header("sec-fetch-site", "cross-site")
            .header("content-type", "application/x-www-form-urlencoded")
            .body(axum::body::Body::from("email=a"))
            .unwrap();
        assert_eq!(visitor.send(request).await.status, 403);
    })
    .await;
}

#[tokio::test]
async fn what_is_for_signed_in_people_asks_to_log_in() {
    on_both(async |app| {
        for path in ["/proposals", "/desk", "/account", "/admin/anything"] {
            let page = app.browser().get(path).await;
            assert_eq!(page.status, 401, "{path}");
            assert!(page.text.contains("name=\"password\""));
        }
    })
    .await;
}

#[tokio::test]
async fn the_service_says_when_it_is_ready() {
    on_both(async |app| {
        assert_eq!(app.browser().get("/health/live").await.status, 200);
        assert_eq!(app.browser().get("/health/ready").await.status, 200);
    })
    .await;
}
