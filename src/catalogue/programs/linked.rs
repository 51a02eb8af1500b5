//! Linked data in the words of schema.org: what search engines and other programs are told of a page.

use serde_json::{Map, Value as Json, json};

use crate::{catalogue::entries::Entry, words::Locale};

const SCHEMA_ORG: &str = "https://schema.org";

/// The service, and who answers for it. `base`: the address of the service; the same below.
pub fn house(base: &str, locale: Locale) -> Json {
    let publisher = format!("{base}/#association");
    json!({
        "@context": SCHEMA_ORG,
        "@graph": [
            { "@type": "Organization", "@id": publisher, "name": locale.t("data-association"), "url": base },
            {
                "@type": "WebSite",
                "@id": format!("{base}/#site"),
                "name": locale.t("layout-service"),
                "description": locale.t("layout-footer-about"),
                "url": base,
                "inLanguage": Locale::ALL.map(Locale::tag),
                "publisher": { "@id": publisher },
                "potentialAction": {
                    "@type": "SearchAction",
                    "target": {
                        "@type": "EntryPoint",
                        "urlTemplate": format!("{base}/initiatives?q={{search_term_string}}"),
                    },
                    "query-input": "required name=search_term_string",
                },
            },
        ],
    })
}

/// An Initiative. `image`: the path of its card.
pub fn initiative(base: &str, entry: &Entry, image: &str, locale: Locale) -> Json {
    let (title, _) = entry.title_for(locale);
    let (aim, _) = entry.aim_for(locale);
    let members = entry.partners.0.iter().map(|partner| city(&partner.name, &partner.country));
    let mut data = Map::new();
    let mut add = |name: &str, value: Json| data.insert(name.to_owned(), value);
    add("@context", json!(SCHEMA_ORG));
    add("@type", json!("Project"));
    add("@id", json!(format!("{base}{}", entry.href())));
    add("url", json!(format!("{base}{}?lang={}", entry.href(), locale.tag())));
    add("name", json!(title));
    add("identifier", json!(entry.reference));
    add("image", json!(format!("{base}{image}?lang={}", locale.tag())));
    add("founder", json!({ "@type": "Organization", "name": entry.lead }));
    add("location", place(entry));
    if !aim.is_empty() {
        add("description", json!(aim));
    }
    if !entry.theme.is_empty() {
        add("keywords", json!(entry.theme.replace('_', " ")));
    }
    let members: Vec<Json> = members.collect();
    if !members.is_empty() {
        add("member", json!(members));
    }
    Json::Object(data)
}

fn place(entry: &Entry) -> Json {
    let mut address = Map::from_iter([("@type".to_owned(), json!("PostalAddress"))]);
    if !entry.city.is_empty() {
        address.insert("addressLocality".to_owned(), json!(entry.city));
    }
    if let Some(country) = entry.country {
        address.insert("addressCountry".to_owned(), json!(country));
    }
    let mut place =
        Map::from_iter([("@type".to_owned(), json!("Place")), ("address".to_owned(), Json::Object(address))]);
    if let Some(point) = entry.point {
        let (latitude, longitude) = (point.lat().to_string(), point.lon().to_string());
        let geo = json!({ "@type": "GeoCoordinates", "latitude": latitude, "longitude": longitude });
        place.insert("geo".to_owned(), geo);
    }
    Json::Object(place)
}

fn city(name: &str, country: &str) -> Json {
    json!({
        "@type": "Organization",
        "name": name,
        "address": { "@type": "PostalAddress", "addressCountry": country },
    })
}

/// A publication, as its page tells of it.
#[derive(Clone, Copy, Debug)]
pub struct Published<'p> {
    pub slug: &'p str,
    pub title: &'p str,
    pub summary: &'p str,
    pub year: Option<i32>,
}

pub fn publication(base: &str, one: Published<'_>, locale: Locale) -> Json {
    let mut data = Map::from_iter([
        ("@context".to_owned(), json!(SCHEMA_ORG)),
        ("@type".to_owned(), json!("CreativeWork")),
        ("name".to_owned(), json!(one.title)),
        ("abstract".to_owned(), json!(one.summary)),
        ("url".to_owned(), json!(format!("{base}/publications/{}?lang={}", one.slug, locale.tag()))),
        ("publisher".to_owned(), json!({ "@type": "Organization", "name": locale.t("data-association") })),
    ]);
    if let Some(year) = one.year {
        data.insert("datePublished".to_owned(), json!(year.to_string()));
    }
    Json::Object(data)
}
