//! The map of the world tells of all that is public, and of nothing else; its list tells the same.

use std::collections::BTreeSet;

use initiatives::{
    ids::Reference,
    proposals::{
        actions::steering::{self, Target},
        rules::Outcome,
    },
    seeds::{Folder, load::load, read::Seeds},
};

use crate::{
    proposals::verbs::decision,
    support::{Page, TestApp, each_after, on_both, on_sqlite},
};

const HOUSE: &str = "secretariat@metropolis.example";

async fn seeded(app: &TestApp) {
    load(app, &Seeds::read(&Folder::BuiltIn).unwrap()).await.unwrap();
}

/// The names in the addresses of Initiatives to which a part of a page leads.
fn leads_to(part: &str) -> BTreeSet<String> {
    let names = each_after(part, "href=\"/initiatives/").into_iter();
    names.filter(|name| !name.starts_with("cities/") && !name.starts_with("themes/")).map(str::to_owned).collect()
}

/// The list below the map.
fn list(page: &Page) -> &str {
    let below = page.text.split_once("id=\"world-list\"").expect("a list below the map").1;
    below.split_once("</main>").expect("an end of the page").0
}

async fn approve(app: &TestApp, reference: &Reference) {
    let target = Target { reference, seen: app.seen(reference).await };
    let made = decision(Outcome::Approved);
    app.act(HOUSE, async |act, actor| steering::approve(act, actor, target, &made).await).await.unwrap();
}

#[tokio::test]
async fn the_sixteen_are_on_the_map_and_in_its_list() {
    on_both(async |app| {
        seeded(&app).await;
        let mut visitor = app.browser();
        let map = visitor.get("/map?lang=en").await;
        let cards = leads_to(&visitor.get("/initiatives?lang=en").await.text);
        assert_eq!(cards.len(), 16);
        assert_eq!(leads_to(list(&map)), cards);
        assert!(map.has("16 Initiatives") && map.text.contains("aria-label=\"Berlin: Integrated Urban Governance\""));
        assert!(map.text.contains("aria-label=\"Buenos Aires and one more city: 4 Initiatives\""));
        assert!(map.text.contains("class=\"world-tie\""), "{}", map.main());
        // Of Marseille and Rio de Janeiro no source says what kind of partner they are: they are cities all the same.
        for with in ["with Marseille, Berlin", "with Mexico City, Rio de Janeiro"] {
            assert!(map.has(with), "{with}: {}", map.main());
        }
        for (at, label) in [
            ("at=41.39,2.17&zoom=2", "Barcelona: 4 Initiatives"),
            ("at=-34.6,-58.38&zoom=3", "Buenos Aires: 3 Initiatives"),
        ] {
            let near = visitor.get(&format!("/map?{at}&lang=en")).await;
            assert!(near.text.contains(&format!("aria-label=\"{label}\"")), "{at}: {}", near.main());
            let listed = leads_to(list(&near));
            assert!(listed.len() < 16 && listed.is_subset(&cards), "only what lies in the view");
        }
        let french = visitor.get("/map?at=41.39,2.17&zoom=2&lang=fr").await;
        assert!(french.text.contains("aria-label=\"Barcelona\u{a0}: 4 Initiatives\""), "{}", french.main());
    })
    .await;
}

#[tokio::test]
async fn what_is_not_public_or_is_no_longer_is_not_on_the_map() {
    on_both(async |app| {
        let reference = app.under_review().await;
        let title = app.case(HOUSE, &reference).await.unwrap().proposal.short_title;
        let mut visitor = app.browser();
        let before = visitor.get("/map").await;
        assert!(!before.has(&title) && leads_to(&before.text).is_empty());
        approve(&app, &reference).await;
        let during = visitor.get("/map").await;
        assert!(during.has(&title) && leads_to(list(&during)).len() == 1, "{}", during.main());
        let few = app.cost(&mut visitor, "/map").await;
        for _ in 0..3 {
            let another = app.under_review().await;
            approve(&app, &another).await;
        }
        assert_eq!(app.cost(&mut visitor, "/map").await, few, "as many questions for many as for one");
        assert_eq!(leads_to(list(&visitor.get("/map").await)).len(), 4);
        let slug = app.case(HOUSE, &reference).await.unwrap().proposal.slug.unwrap();
        let target = Target { reference: &reference, seen: app.seen(&reference).await };
        app.act(HOUSE, async |act, actor| steering::revise(act, actor, target, "A vote is missing.").await)
            .await
            .unwrap();
        let after = visitor.get("/map").await;
        assert!(!leads_to(&after.text).contains(&slug) && leads_to(list(&after)).len() == 3);
    })
    .await;
}

#[tokio::test]
async fn what_narrows_the_list_narrows_the_map_and_stays_in_its_links() {
    on_sqlite(async |app| {
        seeded(&app).await;
        let mut visitor = app.browser();
        let map = visitor.get("/map?theme=governance&lang=en").await;
        let governance = ["financing-urban-development", "integrated-urban-governance"];
        assert_eq!(leads_to(list(&map)).iter().collect::<Vec<_>>(), governance);
        let moves = map.text.split_once("data-part=\"moves\"").unwrap().1.split_once("</nav>").unwrap().0;
        let moves = each_after(moves, "href=\"/map");
        assert!(!moves.is_empty() && moves.iter().all(|way| way.starts_with("?theme=governance&")), "{moves:?}");
        for (address, count) in [("region=europe", 6), ("country=AR", 4), ("state=approved", 6), ("year=2014", 16)] {
            let map = visitor.get(&format!("/map?{address}&lang=en")).await;
            assert_eq!(leads_to(list(&map)).len(), count, "{address}");
        }
        let found = leads_to(list(&visitor.get("/map?q=bogota&lang=en").await));
        assert!(found.contains("water-and-cities-alliance") && found.len() < 16, "{found:?}");
        let nothing = visitor.get("/map?theme=governance&country=AR&lang=en").await;
        assert!(nothing.has("0 Initiatives") && nothing.has("No Initiative lies here."), "{}", nothing.main());
    })
    .await;
}

#[tokio::test]
async fn whatever_an_address_says_the_page_is_a_map() {
    on_sqlite(async |app| {
        for filled in [false, true] {
            if filled {
                seeded(&app).await;
            }
            for address in [
                "/map?at=%F0%9F%8C%8D&zoom=x",
                "/map?at=91,181&zoom=-1",
                "/map?at=1,1&at=2,2&zoom=2&zoom=3",
                "/map?zoom=999999999999",
                "/map?at=,&zoom=",
                "/map?at=-90,-180&zoom=5",
                "/map?at=0,180&zoom=77",
                "/map?theme=nothing&at=0,0&zoom=5",
                "/map?q=%22%20OR%20%27%00&zoom=2",
                "/map?view=map&sort=newest&page=7",
            ] {
                for language in ["en", "fr", "es"] {
                    let page = app.browser().get(&format!("{address}&lang={language}")).await;
                    assert_eq!(page.status, 200, "{address}");
                    assert!(page.text.contains(&format!("<html lang=\"{language}\"")), "{address}");
                    assert!(page.text.contains("class=\"world-picture\""), "{address}");
                    assert!(!list(&page).is_empty());
                }
            }
        }
    })
    .await;
}
