//! What programs read, written from plain values.

use std::{collections::BTreeSet, sync::Arc};

use serde_json::Value as Json;

use super::{
    atom::{self, Category, Feed, Item, Said},
    data::{self, COLUMNS, Format},
    linked, sitemap,
};
use crate::{
    catalogue::entries::Entry,
    clock::Moment,
    places::{Country, Point, regions::Region},
    proposals::{
        published::{PartnerPlace, PartnerPlaces},
        workflow::State,
    },
    reviews::rules::THEMES,
    words::{Locale, Trilingual},
};

const BASE: &str = "https://initiatives.example";
/// 2014-04-01T10:00:00Z
const THEN: Moment = Moment::from_millis(1_396_346_400_000);

fn in_english(text: &str) -> Trilingual {
    Trilingual { en: text.to_owned(), ..Trilingual::default() }
}

/// An Initiative written in English, and not translated.
fn initiative(number: i32) -> Entry {
    Entry {
        id: format!("0197b1a2-0000-7000-8000-{number:012}").parse().unwrap(),
        title: in_english("=Cool roofs, \"white\""),
        short_title: Trilingual::default(),
        aim: in_english("Cooler streets.\nFor <all> & everybody."),
        lead: "Rosario".to_owned(),
        city: "Rosario".to_owned(),
        country: Country::from_code("AR"),
        theme: "sustainability".to_owned(),
        point: Point::parse("-32.95", "-60.64"),
        partners: PartnerPlaces(vec![PartnerPlace {
            name: "Berlin".to_owned(),
            country: "DE".to_owned(),
            latitude: 52_520_000,
            longitude: 13_410_000,
        }]),
        published_at: THEN,
        changed_at: THEN,
        ..Entry::called(number, &format!("initiative-{number}"))
    }
}

fn nowhere(number: i32) -> Entry {
    Entry { point: None, city: String::new(), country: None, theme: String::new(), ..initiative(number) }
}

fn written(entries: Vec<Entry>, format: Format) -> String {
    let entries: Vec<Arc<Entry>> = entries.into_iter().map(Arc::new).collect();
    String::from_utf8(data::written(entries.iter(), format, BASE).unwrap()).unwrap()
}

fn json(entries: Vec<Entry>, format: Format) -> Json {
    serde_json::from_str(&written(entries, format)).unwrap()
}

#[test]
fn initiatives_come_by_reference_with_what_is_known_of_them() {
    let found = json(vec![nowhere(2), initiative(1)], Format::Json);
    assert_eq!((&found["count"], &found["version"]), (&2.into(), &data::VERSION.into()));
    let [first, second] = [&found["initiatives"][0], &found["initiatives"][1]];
    assert_eq!(first["reference"], "MI-2014-001");
    assert_eq!(first["url"], "https://initiatives.example/initiatives/initiative-1");
    assert_eq!(
        first["title"],
        serde_json::json!({ "en": "=Cool roofs, \"white\"" }),
        "a text of people stays as it is"
    );
    assert_eq!(first["coordinates"], serde_json::json!({ "latitude": -32.95, "longitude": -60.64 }));
    assert_eq!(first["partners"], serde_json::json!([{ "name": "Berlin", "country": "DE" }]));
    assert_eq!((&first["region"], &first["state"]), (&"latin_america".into(), &"running".into()));
    for unknown in ["coordinates", "city", "country", "region", "theme"] {
        assert_eq!(second[unknown], Json::Null, "{unknown}");
    }
}

#[test]
fn geojson_has_longitude_before_latitude_and_no_place_where_none_is_known() {
    let found = json(vec![initiative(1), nowhere(2)], Format::GeoJson);
    let [first, second] = [&found["features"][0], &found["features"][1]];
    assert_eq!(first["geometry"], serde_json::json!({ "type": "Point", "coordinates": [-60.64, -32.95] }));
    assert_eq!((&first["id"], &first["properties"]["slug"]), (&"MI-2014-001".into(), &"initiative-1".into()));
    assert!(second["geometry"].is_null() && second.as_object().unwrap().contains_key("geometry"));
    assert!(first["properties"].get("coordinates").is_none(), "said once");
}

#[test]
fn in_the_table_texts_are_defused_and_numbers_are_not() {
    let found = written(vec![initiative(1)], Format::Csv);
    assert!(found.starts_with("reference,slug,url,title_en") && found.contains("\r\n"), "{found}");
    let mut reader = csv::Reader::from_reader(found.as_bytes());
    assert_eq!(reader.headers().unwrap().iter().collect::<Vec<_>>(), COLUMNS);
    let row = reader.records().next().unwrap().unwrap();
    let cell = |name: &str| row.get(COLUMNS.iter().position(|column| *column == name).unwrap()).unwrap();
    assert_eq!(cell("title_en"), "'=Cool roofs, \"white\"");
    assert_eq!((cell("latitude"), cell("longitude")), ("-32.95", "-60.64"));
    assert_eq!((cell("partners"), cell("title_fr"), cell("example")), ("Berlin (DE)", "", "false"));
    assert_eq!(written(Vec::new(), Format::Csv), format!("{}\r\n", COLUMNS.join(",")), "a head, and nothing below");
}

#[test]
fn the_schema_knows_what_is_written_and_the_codes_of_the_service() {
    let schema: Json = serde_json::from_slice(&data::schema(BASE).unwrap()).unwrap();
    assert_eq!(schema["$id"], "https://initiatives.example/data/initiatives.schema.json");
    let told = &schema["$defs"]["initiative"];
    let names = |value: &Json| value.as_object().unwrap().keys().cloned().collect::<BTreeSet<_>>();
    let written = json(vec![initiative(1)], Format::Json);
    assert_eq!(names(&told["properties"]), names(&written["initiatives"][0]));
    assert_eq!(names(&schema["properties"]), names(&written));
    let codes = |path: &str| {
        let listed = told.pointer(path).and_then(Json::as_array).unwrap();
        listed.iter().filter_map(Json::as_str).map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(codes("/properties/state/enum"), State::PUBLIC.iter().map(|state| state.code()).collect::<Vec<_>>());
    assert_eq!(codes("/properties/region/enum"), Region::ALL.iter().map(|region| region.code()).collect::<Vec<_>>());
    assert_eq!(codes("/properties/language/enum"), Locale::ALL.map(Locale::tag));
    let themes = told["properties"]["theme"]["description"].as_str().unwrap();
    assert!(THEMES.iter().all(|theme| themes.contains(theme)), "{themes}");
    assert_eq!(schema["properties"]["license"]["const"], data::LICENCE);
}

fn item(number: u128, published: Moment) -> Item {
    Item {
        id: uuid::Uuid::from_u128(number),
        title: Said { text: "Toits <frais> & blancs".to_owned(), lang: Locale::Fr },
        text: Some(Said { text: "Cooler streets.".to_owned(), lang: Locale::En }),
        href: format!("{BASE}/initiatives/roofs?lang=en"),
        elsewhere: Some("https://agra.example/?a=1&b=2".to_owned()),
        published,
        updated: published,
        author: Some("Agra".to_owned()),
        categories: vec![Category { term: "running".to_owned(), scheme: BASE.to_owned(), label: "Running".to_owned() }],
    }
}

#[test]
fn each_text_of_a_feed_says_its_language_and_none_is_markup() {
    let feed = Feed {
        id: "tag:initiatives.example,2014:feed".to_owned(),
        locale: Locale::En,
        title: "Initiatives".to_owned(),
        author: "Metropolis".to_owned(),
        own: format!("{BASE}/feed.atom?theme=governance&lang=en"),
        page: format!("{BASE}/initiatives?lang=en"),
        others: vec![(Locale::Fr, format!("{BASE}/feed.atom?lang=fr"))],
        items: vec![item(1, THEN)],
    };
    assert_eq!(feed.updated(), Some(THEN));
    let written = String::from_utf8(atom::feed(&feed).unwrap()).unwrap();
    for part in [
        "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"en\">",
        "<id>urn:uuid:00000000-0000-0000-0000-000000000001</id>",
        "<title type=\"text\" xml:lang=\"fr\">Toits &lt;frais&gt; &amp; blancs</title>",
        "<summary type=\"text\" xml:lang=\"en\">Cooler streets.</summary>",
        "<updated>2014-04-01T10:00:00.000Z</updated>",
        "href=\"https://agra.example/?a=1&amp;b=2\"",
        "href=\"https://initiatives.example/feed.atom?theme=governance&amp;lang=en\"",
    ] {
        assert!(written.contains(part), "{part} in {written}");
    }
    let empty = Feed { items: Vec::new(), ..feed };
    assert!(String::from_utf8(atom::feed(&empty).unwrap()).unwrap().contains("<updated>1970-01-01T00:00:00.000Z"));
}

#[test]
fn a_feed_holds_the_newest() {
    let at = |n: u128| Moment::from_millis(i64::try_from(n / 2).unwrap());
    let newest = atom::newest((0..100).map(|n| item(n, at(n))).collect());
    assert_eq!(newest.len(), atom::MOST);
    assert!(
        newest.iter().map(|item| item.id.as_u128()).eq((50..100).rev()),
        "and of one moment always in the same order"
    );
}

#[test]
fn the_list_of_pages_names_each_in_every_language_and_is_parted_where_it_is_too_long() {
    let pages = [sitemap::Page::new("/"), sitemap::Page { path: "/initiatives/a".to_owned(), changed: Some(THEN) }];
    let written = String::from_utf8(sitemap::part(BASE, &pages, 1).unwrap().unwrap()).unwrap();
    assert_eq!(written.matches("<url>").count(), 6);
    assert_eq!(written.matches("hreflang=\"x-default\" href=\"https://initiatives.example/initiatives/a\"").count(), 3);
    assert!(written.contains("<loc>https://initiatives.example/?lang=fr</loc>"));
    assert_eq!(written.matches("<lastmod>2014-04-01T10:00:00.000Z</lastmod>").count(), 3);
    let many = vec![sitemap::Page::new("/"); sitemap::PAGES + 1];
    let second = String::from_utf8(sitemap::part(BASE, &many, 2).unwrap().unwrap()).unwrap();
    assert_eq!(second.matches("<url>").count(), 3);
    for nothing in [0, 3] {
        assert!(sitemap::part(BASE, &many, nothing).is_none());
    }
    let index = String::from_utf8(sitemap::index(BASE, 2).unwrap()).unwrap();
    assert!(index.contains("<sitemap><loc>https://initiatives.example/sitemap.xml?part=2</loc></sitemap>"), "{index}");
}

#[test]
fn robots_are_asked_to_leave_accounts_alone_and_a_demonstration_altogether() {
    let asked = sitemap::robots(BASE, &["/desk"], false);
    assert_eq!(asked, "User-agent: *\nDisallow: /desk\n\nSitemap: https://initiatives.example/sitemap.xml\n");
    assert_eq!(sitemap::robots(BASE, &["/desk"], true), "User-agent: *\nDisallow: /\n");
}

#[test]
fn linked_data_tells_what_is_known_and_nothing_else() {
    let told = linked::initiative(BASE, &initiative(1), "/initiatives/initiative-1/card.png", Locale::Fr);
    assert_eq!((&told["@type"], &told["name"]), (&"Project".into(), &"=Cool roofs, \"white\"".into()));
    assert_eq!(told["location"]["address"]["addressCountry"], "AR");
    assert_eq!(told["location"]["geo"]["latitude"], "-32.95");
    assert_eq!(told["member"][0]["name"], "Berlin");
    let little = linked::initiative(BASE, &nowhere(2), "/card.png", Locale::En);
    assert!(little["location"].get("geo").is_none() && little.get("keywords").is_none());
    let house = linked::house(BASE, Locale::Es);
    let target = &house["@graph"][1]["potentialAction"]["target"]["urlTemplate"];
    assert_eq!(target, "https://initiatives.example/initiatives?q={search_term_string}");
}
