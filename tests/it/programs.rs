//! What programs read: a feed, calendars, open data. Each is read here by programs that are none of ours.

use std::{
    io::Write as _,
    path::Path,
    process::{Command, Stdio},
    time::Duration,
};

use axum::{body::Body, http::Request};
use initiatives::{
    calls::{self, actions::extending},
    catalogue::actions::news::take_back,
    entity::news,
    ids::Reference,
    proposals::actions::steering::{self, Target},
    words::Locale,
};
use sea_orm::EntityTrait;
use serde_json::{Value as Json, json};

use crate::support::{Browser, Page, TestApp, on_both, proposals::CLOSES};

const HOUSE: &str = "secretariat@metropolis.example";
const DAY: Duration = Duration::from_secs(86_400);
/// What stands in every draft of the stories, and on no public page.
const PRIVATE: [&str; 3] = ["Fiona Example", "mayor@kestrel-bay.example", "support_requested"];

/// Everything that programs read, but for what is about one Initiative.
const ADDRESSES: [&str; 11] = [
    "/data/initiatives.json",
    "/data/initiatives.csv",
    "/data/initiatives.geojson",
    "/data/initiatives.schema.json",
    "/feed.atom",
    "/calls.ics",
    "/calls/2014/calendar.ics",
    "/guidelines/2014.json",
    "/sitemap.xml",
    "/robots.txt",
    "/card.png",
];

/// What others make of it (tests/support/programs.py).
pub fn read(kind: &str, text: &str) -> Json {
    let python = std::env::var("INITIATIVES_TEST_PYTHON").unwrap_or_else(|_| "/usr/bin/python3".to_owned());
    let mut reader = Command::new(python)
        .arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/support/programs.py"))
        .arg(kind)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("a Python with what it imports: run the tests by tests/run");
    let (mut stdin, text) = (reader.stdin.take().unwrap(), text.to_owned());
    // On a thread of its own: a long answer may be waited for before all was read.
    let writer = std::thread::spawn(move || stdin.write_all(text.as_bytes()));
    let output = reader.wait_with_output().unwrap();
    writer.join().unwrap().unwrap();
    serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("{kind} was not read"))
}

pub async fn fetch(app: &TestApp, address: &str) -> Page {
    let page = app.browser().get(address).await;
    assert_eq!(page.status, 200, "{address}: {}", page.words());
    page
}

pub async fn feed(app: &TestApp, query: &str) -> Json {
    let read = read("atom", &fetch(app, &format!("/feed.atom{query}")).await.text);
    assert_eq!((&read["broken"], &read["version"]), (&false.into(), &"atom10".into()));
    read
}

/// The titles of a feed, the newest first.
fn titles(feed: &Json) -> Vec<&str> {
    feed["entries"].as_array().unwrap().iter().map(|entry| entry["title"].as_str().unwrap()).collect()
}

pub async fn ask(browser: &mut Browser, method: &str, address: &str, headers: &[(&str, &str)]) -> Page {
    let request = Request::builder().method(method).uri(address);
    let request = headers.iter().fold(request, |request, (name, value)| request.header(*name, *value));
    browser.send(request.body(Body::empty()).unwrap()).await
}

pub fn said(page: &Page, name: &str) -> String {
    page.headers.get(name).map(|value| value.to_str().unwrap().to_owned()).unwrap_or_default()
}

pub async fn slug(app: &TestApp, reference: &Reference) -> String {
    app.case(HOUSE, reference).await.unwrap().proposal.slug.unwrap()
}

pub async fn publish_news(app: &TestApp, reference: &Reference, title: &str) {
    let mut house = app.sign_in(HOUSE).await;
    let path = format!("/desk/proposals/{reference}/news");
    let id = house.get(&path).await.field("id").unwrap();
    let text = ("text_fr", "Mille toits <blancs> & frais.");
    let values =
        [("id", id.as_str()), ("kind", "milestone"), ("language", "fr"), ("title_fr", title), text, ("link", "")];
    assert_eq!(house.post(&path, &values).await.status, 303);
}

#[tokio::test]
async fn a_feed_tells_what_happens_to_what_is_public_and_nothing_before() {
    on_both(async |app| {
        let reference = app.under_review().await;
        let before = feed(&app, "").await;
        assert_eq!(titles(&before), ["Call opened: Metropolis Initiatives 2014"]);
        assert!(!before.to_string().contains("Cool Roofs"));

        app.clock.advance(DAY);
        app.approve_and_tell(&reference).await;
        app.clock.advance(DAY);
        app.start_and_tell(&reference).await;
        app.clock.advance(DAY);
        publish_news(&app, &reference, "Un millier de toits").await;
        let after = feed(&app, "").await;
        let found = titles(&after);
        assert_eq!(found.len(), 4);
        assert_eq!((found[0], found[3]), ("Un millier de toits", "Call opened: Metropolis Initiatives 2014"));
        assert!(found[1].starts_with("Started running: Cool Roofs") && found[2].starts_with("Cool Roofs"));

        let news = &after["entries"][0];
        assert_eq!(news["languages"], json!({ "title": "fr", "summary": "fr" }));
        assert_eq!(news["summary"], "Mille toits <blancs> & frais.", "a text is no markup");
        assert_eq!(news["author"], "Agra");
        let approved = &after["entries"][2];
        assert_eq!(approved["published"], "2014-04-02T10:00:00.000Z");
        assert_eq!(approved["terms"], json!(["running", "sustainability"]));
        let proposal = app.case(HOUSE, &reference).await.unwrap().proposal;
        assert_eq!(approved["id"], format!("urn:uuid:{}", proposal.id));
        let (french, slug) = (feed(&app, "?lang=fr").await, slug(&app, &reference).await);
        assert_eq!(french["language"], "fr");
        let link = french["entries"][2]["links"]["alternate fr"].as_str().unwrap();
        assert!(link.ends_with(&format!("/initiatives/{slug}?lang=fr")), "{link}");
        assert_eq!(french["entries"][2]["id"], approved["id"], "the same in every language");
    })
    .await;
}

#[tokio::test]
async fn a_feed_can_be_had_of_a_theme_or_a_city_and_forgets_what_is_public_no_more() {
    on_both(async |app| {
        let reference = app.under_review().await;
        app.approve_and_tell(&reference).await;
        publish_news(&app, &reference, "Mille").await;
        let data: Json = serde_json::from_str(&fetch(&app, "/data/initiatives.json").await.text).unwrap();
        let (city, country) = (&data["initiatives"][0]["city"], &data["initiatives"][0]["country"]);
        let code = format!("{}-{}", country.as_str().unwrap(), city.as_str().unwrap()).to_lowercase().replace(' ', "-");
        for wanted in
            ["?theme=sustainability".to_owned(), format!("?city={code}"), format!("?theme=sustainability&city={code}")]
        {
            let found = feed(&app, &wanted).await;
            assert_eq!(titles(&found).len(), 2, "{wanted}: without calls, which are of no theme and no city");
            let own = found["links"]["self"].as_str().unwrap();
            assert!(own.contains(wanted[1..].split('&').next().unwrap()), "{own}");
            let page = found["links"]["alternate en"].as_str().unwrap();
            let city = page.ends_with(&format!("/initiatives/cities/{code}?lang=en"));
            assert_eq!(city, wanted.contains("city="), "{wanted}: {page}");
        }
        for other in ["?theme=governance", "?city=es-barcelona", "?theme=weather", "?city=%22%27"] {
            let found = feed(&app, other).await;
            let page = found["links"]["alternate en"].as_str().unwrap();
            let stands = if other == "?theme=governance" { "/initiatives/themes/governance?" } else { "/initiatives?" };
            assert!(titles(&found).is_empty() && page.contains(stands), "{other}: {page}");
        }
        let target = Target { reference: &reference, seen: app.seen(&reference).await };
        app.act(HOUSE, async |act, actor| steering::revise(act, actor, target, "A mistake.").await).await.unwrap();
        assert_eq!(titles(&feed(&app, "").await), ["Call opened: Metropolis Initiatives 2014"]);
        for address in ADDRESSES {
            let text = app.browser().get(address).await.text;
            assert!(!text.contains("Cool Roofs") && !text.contains("cool-roofs"), "{address}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_deadline_in_a_calendar_follows_the_call() {
    on_both(async |app| {
        let call = app.call().await;
        let first = read("calendar", &fetch(&app, "/calls.ics").await.text);
        let event = first["events"][0].clone();
        assert_eq!(event["uid"], call.to_string());
        assert_eq!((&event["sequence"], &event["errors"]), (&0.into(), &json!([])));
        assert_eq!(event["at"], "2014-05-15T21:59:59+00:00", "the end of a day in Madrid, in UTC");
        assert_eq!(event["stamp"], event["changed"]);
        assert!(first["longest"].as_u64().unwrap() <= 75);
        assert!(event["description"].as_str().unwrap().contains("15 May 2014, 23:59 (Europe/Madrid, UTC+2)"));

        app.clock.advance(DAY);
        let later = CLOSES + 7 * DAY;
        app.act(HOUSE, async |act, _| {
            let seen = calls::by_id(act.tx(), call).await?.unwrap().version;
            extending::extend(act, call, seen, later, "A holiday.", Locale::En).await.map(|_| ())
        })
        .await
        .unwrap();
        let second = read("calendar", &fetch(&app, "/calls/2014/calendar.ics?lang=es").await.text);
        let moved = &second["events"][0];
        assert_eq!((&moved["uid"], &moved["sequence"]), (&event["uid"], &1.into()));
        assert_eq!(
            (&moved["at"], &moved["changed"]),
            (&"2014-05-22T21:59:59+00:00".into(), &"2014-04-02T10:00:00+00:00".into())
        );
        assert_eq!(moved["summary"], "Fecha límite: Metropolis Initiatives 2014");

        app.clock.advance(60 * DAY);
        let over = read("calendar", &fetch(&app, "/calls.ics").await.text);
        assert_eq!(over["events"].as_array().unwrap().len(), 1, "a calendar without an event is none");
        assert_eq!(app.browser().get("/calls/2015/calendar.ics").await.status, 404);
    })
    .await;
}

#[tokio::test]
async fn open_data_says_of_initiatives_what_its_schema_promises_and_nothing_private() {
    on_both(async |app| {
        let hidden = app.under_review().await;
        let mut approved = Vec::new();
        for _ in 0..2 {
            let reference = app.under_review().await;
            app.approve_and_tell(&reference).await;
            approved.push(reference.to_string());
        }
        let data: Json = serde_json::from_str(&fetch(&app, "/data/initiatives.json").await.text).unwrap();
        let schema: Json = serde_json::from_str(&fetch(&app, "/data/initiatives.schema.json").await.text).unwrap();
        assert_eq!(read("schema", &json!({ "schema": schema, "data": data }).to_string()), json!([]));
        let of = |list: &Json, name: &str| -> Vec<String> {
            list.as_array().unwrap().iter().map(|one| one[name].as_str().unwrap().to_owned()).collect()
        };
        assert_eq!(of(&data["initiatives"], "reference"), approved, "by reference");

        let table = read("table", &fetch(&app, "/data/initiatives.csv").await.text);
        assert_eq!(of(&table, "reference"), approved);
        let (row, told) = (&table[0], &data["initiatives"][0]);
        assert_eq!((&row["title_en"], &row["changed_at"]), (&told["title"]["en"], &told["changed_at"]));
        let map = read("geojson", &fetch(&app, "/data/initiatives.geojson").await.text);
        assert_eq!((&map["kind"], &map["errors"]), (&"FeatureCollection".into(), &json!([])));
        let [lon, lat] = [0_usize, 1].map(|place| map["features"][0]["coordinates"][place].as_f64().unwrap());
        assert_eq!(json!({ "latitude": lat, "longitude": lon }), told["coordinates"]);
        assert_eq!(
            (row["latitude"].as_str().unwrap(), row["longitude"].as_str().unwrap()),
            (&*lat.to_string(), &*lon.to_string())
        );

        for format in ["json", "csv", "geojson"] {
            let text = fetch(&app, &format!("/data/initiatives.{format}")).await.text;
            assert!(!text.contains(hidden.as_str()), "{format}");
            assert!(PRIVATE.iter().all(|word| !text.contains(word)), "{format}");
        }
        let count = async |query: &str| {
            let text = fetch(&app, &format!("/data/initiatives.json{query}")).await.text;
            serde_json::from_str::<Json>(&text).unwrap()["count"].as_u64().unwrap()
        };
        assert_eq!(count("?theme=sustainability&year=2014").await, 2);
        for other in ["?theme=governance", "?year=2015", "?country=ZA", "?theme=weather&theme=x", "?year=soon"] {
            let found = count(other).await;
            // What is said twice counts as not said.
            assert_eq!(found, if other.contains("weather") { 2 } else { 0 }, "{other}");
        }
    })
    .await;
}

#[tokio::test]
async fn whoever_asks_again_is_told_that_nothing_has_changed_until_it_has() {
    on_both(async |app| {
        let reference = app.under_review().await;
        app.approve_and_tell(&reference).await;
        let mut browser = app.browser();
        let of_one = format!("/initiatives/{}/card.png", slug(&app, &reference).await);
        for address in ADDRESSES.into_iter().chain([of_one.as_str()]) {
            let (status, headers, bytes) = browser.bytes(address).await;
            let page = Page { status, headers, text: String::new() };
            assert_eq!(
                (status, said(&page, "cache-control")),
                (200, "public, max-age=300, must-revalidate".to_owned()),
                "{address}"
            );
            let again = ask(&mut browser, "GET", address, &[("if-none-match", &said(&page, "etag"))]).await;
            assert_eq!((again.status, again.text.as_str()), (304, ""), "{address}");
            assert_eq!(said(&again, "etag"), said(&page, "etag"), "{address}");
            let other = ask(&mut browser, "GET", address, &[("if-none-match", "\"another\"")]).await;
            assert_eq!(other.status, 200, "{address}");
            let head = ask(&mut browser, "HEAD", address, &[]).await;
            assert_eq!((head.status, head.text.as_str()), (200, ""), "{address}");
            assert_eq!(said(&head, "content-type"), said(&page, "content-type"), "{address}");
            let packed = ask(&mut browser, "HEAD", address, &[("accept-encoding", "gzip")]).await;
            assert!(packed.text.is_empty() && said(&packed, "content-length") != "0", "{address}");
            assert!(!bytes.is_empty(), "{address}");
        }
        let data = fetch(&app, "/data/initiatives.json").await;
        let feed = fetch(&app, "/feed.atom").await;
        let since = [("if-modified-since", said(&feed, "last-modified"))];
        let since: Vec<_> = since.iter().map(|(name, value)| (*name, value.as_str())).collect();
        assert_eq!(ask(&mut browser, "GET", "/feed.atom", &since).await.status, 304);
        assert_ne!(said(&data, "etag"), said(&fetch(&app, "/data/initiatives.json?theme=governance").await, "etag"));

        app.clock.advance(DAY);
        let another = app.under_review().await;
        app.approve_and_tell(&another).await;
        for (address, page) in [("/data/initiatives.json", &data), ("/feed.atom", &feed)] {
            let now = ask(&mut browser, "GET", address, &[("if-none-match", &said(page, "etag"))]).await;
            assert_eq!(now.status, 200, "{address}");
        }
        assert_eq!(ask(&mut browser, "GET", "/feed.atom", &since).await.status, 200);

        let known = said(&fetch(&app, "/feed.atom").await, "last-modified");
        app.clock.advance(DAY);
        let target = Target { reference: &another, seen: app.seen(&another).await };
        app.act(HOUSE, async |act, actor| steering::revise(act, actor, target, "A mistake.").await).await.unwrap();
        let now = ask(&mut browser, "GET", "/feed.atom", &[("if-modified-since", &known)]).await;
        assert_eq!(now.status, 200, "what is gone is a change");

        publish_news(&app, &reference, "Mille").await;
        let known = said(&fetch(&app, "/feed.atom").await, "last-modified");
        app.clock.advance(DAY);
        let row = news::Entity::find().one(app.db.read()).await.unwrap().unwrap();
        let place = (&reference, row.id);
        app.act(HOUSE, async |act, actor| take_back(act, actor, place).await).await.unwrap();
        let now = ask(&mut browser, "GET", "/feed.atom", &[("if-modified-since", &known)]).await;
        assert_eq!(now.status, 200, "so is a piece of news that was taken back");
    })
    .await;
}

#[tokio::test]
async fn answers_for_programs_are_the_same_for_everybody_and_carry_no_cookie() {
    on_both(async |app| {
        let reference = app.under_review().await;
        app.approve_and_tell(&reference).await;
        let (mut visitor, mut house) = (app.browser(), app.sign_in(HOUSE).await);
        house.get("/?lang=es").await;
        for address in ADDRESSES {
            for query in ["?lang=fr", "?lang=xx&lang", "?theme=%22&q=%00&page=-1&part=x&year=%E2%82%AC"] {
                let address = format!("{address}{query}");
                let asked = [("accept", "text/nothing"), ("accept-language", "es")];
                let (theirs, ours) =
                    (ask(&mut visitor, "GET", &address, &asked).await, ask(&mut house, "GET", &address, &[]).await);
                assert_eq!((theirs.status, said(&theirs, "etag")), (200, said(&ours, "etag")), "{address}");
                assert!(said(&theirs, "set-cookie").is_empty() && said(&ours, "set-cookie").is_empty(), "{address}");
                let for_all =
                    address.starts_with("/data/") || address.starts_with("/feed") || address.contains(".json");
                assert_eq!(said(&theirs, "access-control-allow-origin"), if for_all { "*" } else { "" }, "{address}");
                assert!(said(&theirs, "access-control-allow-credentials").is_empty());
            }
        }
        assert!(said(&visitor.get("/calls?lang=fr").await, "set-cookie").contains("lang=fr"), "a page remembers");
        assert!(said(&visitor.get("/calls").await, "access-control-allow-origin").is_empty());
        for nothing in ["/guidelines/none.json", "/initiatives/none/card.png", "/sitemap.xml?part=9", "/data/none.json"]
        {
            assert_eq!(visitor.get(nothing).await.status, 404, "{nothing}");
        }
    })
    .await;
}

#[tokio::test]
async fn the_page_on_open_data_leads_to_all_of_it() {
    on_both(async |app| {
        app.call().await;
        for locale in ["en", "fr", "es"] {
            let page = fetch(&app, &format!("/data?lang={locale}")).await;
            let mut visitor = app.browser();
            for address in ADDRESSES
                .into_iter()
                .filter(|address| address.starts_with("/data/") || address.contains("/guidelines/"))
            {
                assert!(page.text.contains(&format!("href=\"{address}\"")), "{locale}: {address}");
                assert_eq!(visitor.get(address).await.status, 200, "{address}");
            }
            assert!(page.text.contains("creativecommons.org/licenses/by/4.0/"));
        }
        let definition: Json =
            serde_json::from_str(&fetch(&app, "/guidelines/2014.json?version=1").await.text).unwrap();
        assert_eq!(definition["slug"], "2014");
        assert!(definition["sections"][0]["fields"][0]["key"].is_string());
        assert_eq!(app.browser().get("/guidelines/2014.json?version=99").await.status, 404);
    })
    .await;
}

#[tokio::test]
async fn what_programs_ask_for_costs_as_much_for_many_initiatives_as_for_one() {
    on_both(async |app| {
        let asked = ["/feed.atom", "/data/initiatives.csv", "/sitemap.xml", "/calls.ics"];
        let mut visitor = app.browser();
        let mut costs = Vec::new();
        for many in [1, 5] {
            for _ in 0..many {
                let reference = app.under_review().await;
                app.approve_and_tell(&reference).await;
            }
            let mut cost = Vec::new();
            for address in asked {
                cost.push(app.cost(&mut visitor, address).await);
            }
            costs.push(cost);
        }
        assert_eq!(costs[0], costs[1], "{asked:?}");
    })
    .await;
}
