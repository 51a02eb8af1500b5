//! Setting a point on the map: by the name of a city, by pressing a map, by coordinates; all of it without scripts.

use serde_json::Value;

use super::pages::{post, sent, start};
use crate::support::{Browser, on_both};

const OWNER: &str = "official@agra.example";

/// What is asked of a door for scripts, and what it answers.
async fn ask(browser: &mut Browser, path: &str, query: &[(&str, &str)]) -> Value {
    let query = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(query).finish();
    let page = browser.get(&format!("{path}?{query}")).await;
    assert_eq!(page.status, 200, "{}", page.text);
    assert!(page.headers["cache-control"].to_str().unwrap().starts_with("private, max-age="));
    serde_json::from_str(&page.text).unwrap()
}

fn first(found: &Value) -> &str {
    found["cities"][0]["text"].as_str().unwrap_or_default()
}

#[tokio::test]
async fn a_city_is_searched_and_sets_the_point_without_scripts() {
    on_both(async |app| {
        let mut official = app.sign_in(OWNER).await;
        let path = format!("{}/edit/applicant", start(&app, &mut official).await);
        let form = official.get(&path).await;
        assert!(form.has("Find your city") && form.has("Names and places of cities: GeoNames"), "{}", form.words());
        let typed = [("lead_organisation", "Roads"), ("city-search.location", "bogota"), ("find-city", "location")];
        let found = post(&mut official, &path, &sent(&form.text, &typed)).await;
        assert_eq!(found.location(), format!("{path}?at=location&city=bogota#f-location-city"));
        let page = official.get(found.location().split('#').next().unwrap()).await;
        assert_eq!(page.field("city-search.location").unwrap(), "bogota");
        assert_eq!(page.field("lead_organisation").unwrap(), "Roads", "nothing typed is lost");
        assert_eq!(page.field("location.lat").unwrap(), "", "and nothing was set");
        assert!(page.has("Bogotá, Colombia") && page.has("4.61, -74.082"), "{}", page.words());

        let choice = page.field("set-place").unwrap();
        let set =
            post(&mut official, &path, &sent(&page.text, &[("lead_organisation", "Roads"), ("set-place", &choice)]))
                .await;
        assert_eq!(set.location(), format!("{path}#f-location"));
        let page = official.get(&path).await;
        assert_eq!(
            (page.field("location.lat"), page.field("location.lon")),
            (Some("4.61".into()), Some("-74.082".into()))
        );
        assert_eq!(page.field("lead_organisation").unwrap(), "Roads");
        assert!(page.has("In or near Bogotá, Colombia"));

        let enter = [("city-search.location", "Wien, österreich"), ("save", "stay")];
        let found = post(&mut official, &path, &sent(&page.text, &enter)).await;
        let spanish = format!("{}&lang=es", found.location().split('#').next().unwrap());
        assert!(official.get(&spanish).await.has("No se encontró ninguna ciudad"), "no country is called so in ours");
        let found =
            post(&mut official, &path, &sent(&page.text, &[("city-search.location", "Wien"), ("save", "stay")])).await;
        let spanish = format!("{}&lang=es", found.location().split('#').next().unwrap());
        assert!(official.get(&spanish).await.has("Viena, Austria (Wien)"), "the Enter key searches, too");
    })
    .await;
}

#[tokio::test]
async fn a_map_that_is_pressed_sets_the_point_without_scripts() {
    on_both(async |app| {
        let mut official = app.sign_in(OWNER).await;
        let path = format!("{}/edit/applicant", start(&app, &mut official).await);
        let form = official.get(&path).await.text;
        assert!(form.contains("type=\"image\" name=\"map-press.location.0-0-3600\""), "{form}");
        assert!(form.contains("map-press.location.2480-528-200"), "where the city lies, as far as it is known");
        let press = [("map-press.location.0-0-3600.x", "215"), ("map-press.location.0-0-3600.y", "47")];
        let set = post(&mut official, &path, &sent(&form, &press)).await;
        assert_eq!(set.location(), format!("{path}#f-location"));
        let page = official.get(&path).await;
        assert_eq!((page.field("location.lat"), page.field("location.lon")), (Some("27.6".into()), Some("78".into())));
        assert!(page.text.contains("map-press.location.2480-524-200"), "and what lies around it can be pressed");

        let press = [("map-press.location.2480-524-200.x", "152"), ("map-press.location.2480-524-200.y", "66")];
        post(&mut official, &path, &sent(&page.text, &press)).await;
        let page = official.get(&path).await;
        assert_eq!(
            (page.field("location.lat"), page.field("location.lon")),
            (Some("27.2".into()), Some("78.13".into()))
        );
        assert!(page.has("In or near Agra, India"), "{}", page.words());

        let kept = [("location.lat", "27.2"), ("location.lon", "78.13")];
        for wrong in [("0-0-3600", "0", "0"), ("0-0-9999", "9", "9"), ("nowhere", "9", "9"), ("0-0-3600", "-", "9")] {
            let names = ["x", "y"].map(|axis| format!("map-press.location.{}.{axis}", wrong.0));
            let more = [kept[0], kept[1], (names[0].as_str(), wrong.1), (names[1].as_str(), wrong.2)];
            assert_eq!(post(&mut official, &path, &sent(&page.text, &more)).await.status, 303, "{wrong:?}");
            assert_eq!(official.get(&path).await.field("location.lat").unwrap(), "27.2", "{wrong:?}");
        }
        let shown = official.get(&path.replace("/edit/applicant", "/text")).await;
        assert!(shown.has("27.2, 78.13") && shown.text.contains("map-shown"));
    })
    .await;
}

#[tokio::test]
async fn coordinates_are_kept_as_they_were_meant_and_doubts_are_told() {
    on_both(async |app| {
        let mut official = app.sign_in(OWNER).await;
        let path = format!("{}/edit/applicant", start(&app, &mut official).await);
        for typed in [["41°23′15″N", "2°10′7″E"], ["41°23′15″N 2°10′7″E", ""], ["41,3875; 2,168611", ""]]
        {
            let form = official.get(&path).await.text;
            let more = [("location.lat", typed[0]), ("location.lon", typed[1]), ("save", "stay")];
            post(&mut official, &path, &sent(&form, &more)).await;
            let page = official.get(&path).await;
            let read = (page.field("location.lat").unwrap(), page.field("location.lon").unwrap());
            assert_eq!(read, ("41.3875".to_owned(), "2.168611".to_owned()), "{typed:?}");
        }
        for (typed, told) in [
            (["97.1", "20.9"], "Are latitude and longitude the other way round?"),
            (["91", "181"], "A latitude goes from -90 to 90, a longitude from -180 to 180."),
            (["41,39", ""], "The longitude is missing."),
            (["\u{202e}north\u{7}", "'; DROP TABLE answers; --"], "Write latitude and longitude in degrees"),
        ] {
            let form = official.get(&path).await.text;
            let more = [("location.lat", typed[0]), ("location.lon", typed[1]), ("save", "stay")];
            assert_eq!(post(&mut official, &path, &sent(&form, &more)).await.status, 303, "a draft keeps it");
            let page = official.get(&path).await;
            assert!(page.has(told), "{typed:?}: {}", page.words());
        }
    })
    .await;
}

#[tokio::test]
async fn cities_are_found_by_anyone_in_any_of_the_languages() {
    on_both(async |app| {
        let mut anybody = app.browser();
        for (typed, names, told) in [
            ("vienne", "en", "Vienna, Austria (Vienne)"),
            ("VIENNA", "fr", "Vienne, Autriche (Vienna)"),
            ("calcutta", "es", "Calcuta, India (Calcutta)"),
            ("Barclona", "en", "Barcelona, Spain"),
        ] {
            assert_eq!(first(&ask(&mut anybody, "/cities", &[("q", typed), ("names", names)]).await), told);
        }
        let long = "é".repeat(10_000);
        for typed in ["", " ", "\u{0}\u{7}\u{202e}", "مدينة", "'; DROP TABLE users; --", "%_*\"(", "zzzz", &long] {
            let found = ask(&mut anybody, "/cities", &[("q", typed), ("names", "xx")]).await;
            assert!(found["cities"].as_array().is_none_or(Vec::is_empty), "{typed}: {found}");
        }
        let near = ask(&mut anybody, "/cities/nearest", &[("lat", "27°11′N 78°1′E"), ("names", "fr")]).await;
        assert_eq!(
            (near["lat"].as_str(), near["near"].as_str()),
            (Some("27.183333"), Some("À Agra (Inde) ou à proximité"))
        );
        let wrong = ask(&mut anybody, "/cities/nearest", &[("lat", &long), ("lon", "x")]).await;
        assert!(wrong["lat"].is_null() && wrong["wrong"].as_str().is_some_and(|text| text.starts_with("Write")));
    })
    .await;
}
