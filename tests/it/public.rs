//! What everybody may read.

use crate::support::on_both;

#[tokio::test]
async fn every_public_page_says_something_useful_before_there_is_anything() {
    on_both(async |app| {
        for locale in ["en", "fr", "es"] {
            for path in
                ["/", "/initiatives", "/benefits", "/publications", "/initiatives?q=%22%20OR%20%27&theme=x&after=y"]
            {
                let joint = if path.contains('?') { '&' } else { '?' };
                let page = app.browser().get(&format!("{path}{joint}lang={locale}")).await;
                assert_eq!(page.status, 200, "{path}");
                assert!(page.text.contains(&format!("<html lang=\"{locale}\"")), "{path}");
            }
        }
        assert_eq!(app.browser().get("/initiatives/nothing-of-that-name").await.status, 404);
    })
    .await;
}
