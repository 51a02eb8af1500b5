//! What everybody may read.

use initiatives::{
    proposals::{
        actions::steering::{self, Target},
        rules::Outcome,
    },
    seeds::{Folder, load::load, read::Seeds},
    words::fold,
};

use crate::{
    proposals::verbs::decision,
    support::{Page, TestApp, on_both, on_sqlite},
};

const HOUSE: &str = "secretariat@metropolis.example";

#[tokio::test]
async fn every_public_page_says_something_useful_before_there_is_anything() {
    on_both(async |app| {
        for locale in ["en", "fr", "es"] {
            for path in [
                "/",
                "/initiatives",
                "/map",
                "/benefits",
                "/about",
                "/privacy",
                "/accessibility",
                "/publications",
                "/initiatives?q=%22%20OR%20%27&theme=x&after=y",
            ] {
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

/// Puts one more Initiative into the catalogue; its address.
async fn initiative(app: &TestApp) -> String {
    let reference = app.under_review().await;
    let target = Target { reference: &reference, seen: app.seen(&reference).await };
    let made = decision(Outcome::Approved);
    app.act(HOUSE, async |act, actor| steering::approve(act, actor, target, &made).await).await.unwrap();
    let slug = app.case(HOUSE, &reference).await.unwrap().proposal.slug.unwrap();
    format!("/initiatives/{slug}")
}

#[tokio::test]
async fn a_question_of_signs_finds_nothing_and_the_page_says_what_to_do_next() {
    on_both(async |app| {
        initiative(&app).await;
        let mut visitor = app.browser();
        // Signs, a face, dashes and dots, an accent without its letter.
        for signs in ["%3F%21", "%F0%9F%99%82", "%2B%2B+--+%E2%80%A6", "%CC%81"] {
            for view in ["", "&view=map"] {
                let page = visitor.get(&format!("/initiatives?q={signs}{view}&lang=en")).await;
                assert!(page.has("0 Initiatives") && page.has("No Initiative matches"), "{signs}: {}", page.main());
                assert!(page.has("Try fewer or other words, or take a filter away."), "{signs}: {}", page.main());
            }
            let map = visitor.get(&format!("/map?q={signs}&lang=en")).await;
            assert!(map.has("0 Initiatives") && map.has("No Initiative lies here."), "{signs}: {}", map.main());
        }
        assert!(visitor.get("/initiatives?q=+&lang=en").await.has("1 Initiative"), "a space asks for nothing");
    })
    .await;
}

#[tokio::test]
async fn the_pages_ask_the_database_as_often_for_one_initiative_as_for_many() {
    on_both(async |app| {
        let first = initiative(&app).await;
        let paths = ["/", "/initiatives", "/initiatives?q=cool&theme=sustainability&country=IN", first.as_str()];
        let (mut visitor, mut house) = (app.browser(), app.sign_in(HOUSE).await);
        let mut few = Vec::new();
        for path in paths {
            few.push((app.cost(&mut visitor, path).await, app.cost(&mut house, path).await));
        }
        for _ in 0..12 {
            initiative(&app).await;
        }
        assert!(visitor.get("/initiatives").await.has("13 Initiatives"));
        for (path, few) in paths.into_iter().zip(few) {
            let many = (app.cost(&mut visitor, path).await, app.cost(&mut house, path).await);
            assert_eq!(many, few, "{path}");
        }
    })
    .await;
}

#[tokio::test]
async fn an_initiative_tells_its_phases_by_their_dates() {
    on_both(async |app| {
        let path = initiative(&app).await;
        let page = app.browser().get(&format!("{path}?lang=fr")).await;
        let first =
            "<time datetime=\"2015-05-04\">4 mai 2015</time></p><p class=\"timeline-what\" lang=\"en\">Framework";
        assert!(page.text.contains(first), "{}", page.main());
        assert!(page.has("Signed contract with price steps"), "{}", page.main());
    })
    .await;
}

#[tokio::test]
async fn the_list_is_in_the_order_of_what_it_shows_and_counts_what_a_facet_leads_to() {
    on_both(async |app| {
        load(&app, &Seeds::read(&Folder::BuiltIn).unwrap()).await.unwrap();
        let mut visitor = app.browser();
        for language in ["en", "fr", "es"] {
            let page = visitor.get(&format!("/initiatives?lang={language}")).await;
            let titles = titles(&page);
            assert!(titles.len() > 15 && titles.is_sorted(), "{language}: {titles:?}");
        }
        let all = visitor.get("/initiatives?lang=en").await;
        let facets = all.text.split("class=\"facet-link\"").skip(1);
        let facets =
            facets.map(|part| (text_between(part, "href=\"", "\""), text_between(part, "facet-count\">", "<")));
        let facets: Vec<(String, String)> = facets.collect();
        assert!(facets.len() > 20, "{facets:?}");
        for (href, count) in facets {
            let page = visitor.get(&href.replace("&amp;", "&")).await;
            let noun = if count == "1" { "Initiative" } else { "Initiatives" };
            assert!(page.has(&format!("{count} {noun}")), "{href} promises {count}: {}", page.main());
        }
    })
    .await;
}

/// The titles of the cards, folded.
fn titles(page: &Page) -> Vec<String> {
    let cards = page.text.split("class=\"card-title\"").skip(1);
    cards.map(|card| fold(&text_between(card.split_once("<a ").unwrap().1, ">", "</a>"))).collect()
}

fn text_between(text: &str, start: &str, end: &str) -> String {
    text.split_once(start).unwrap().1.split_once(end).unwrap().0.to_owned()
}

#[tokio::test]
async fn an_initiative_leads_to_its_partner_cities_and_can_be_cited_and_sent_on() {
    on_sqlite(async |app| {
        load(&app, &Seeds::read(&Folder::BuiltIn).unwrap()).await.unwrap();
        let mut visitor = app.browser();
        let path = "/initiatives/climate-metropole-plus";
        let page = visitor.get(&format!("{path}?lang=en")).await;
        for city in ["fr-marseille", "de-berlin"] {
            assert!(page.text.contains(&format!("href=\"/initiatives/cities/{city}\"")), "{}", page.main());
        }
        assert!(page.has("To cite it") && page.has(&app.config.link(path)), "{}", page.main());
        let mail = page.each_after("href=\"mailto:?subject=").remove(0);
        assert!(mail.ends_with("climate-metropole-plus") && !mail.contains('+'), "{mail}");
        let berlin = visitor.get("/initiatives/cities/de-berlin?lang=en").await;
        assert!(berlin.has("Integrated Urban Governance") && berlin.has("Takes part in"), "{}", berlin.main());
        assert!(berlin.text.contains("href=\"/feed.atom?city=de-berlin"), "{}", berlin.main());
        let joined = visitor.get("/feed.atom?city=fr-marseille&lang=en").await;
        assert!(joined.has("Marseille") && joined.text.contains("climate-metropole-plus"), "{}", joined.text);
        let home = visitor.get("/?lang=en").await;
        assert!(home.text.contains("href=\"/publications/report-2014\""), "{}", home.main());
    })
    .await;
}
