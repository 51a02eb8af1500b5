//! The doors for programs: a feed, open data, what search engines ask for, the pictures that go with links. All of them are open to
//! everybody, know no session, and may be kept by any cache; so their language is that of the address.

use std::collections::BTreeSet;

use axum::{Router, extract::State, routing::get};
use http::HeaderMap;

use crate::{
    app::App,
    calls,
    catalogue::{
        content::Page,
        entries::Entry,
        filter::Filter,
        forms::programs::{FeedWish, PartWish, Spoken},
        listing::Listing,
        pages::{
            groups::{city_href, city_name, theme_href},
            programs::{DataPage, Happened, feed as told},
        },
        programs::{
            atom,
            data::{self, Format},
            sitemap,
        },
        snapshot::Snapshot,
        store::{self, programs::Of},
    },
    error::{Error, Result},
    guidelines,
    partners::topics::City,
    pdf::card::Card,
    reviews::rules::THEMES,
    web::{
        Answer, Path, Query, Visit,
        kept::{Kept, tag_of},
        outline, page,
    },
    words::Locale,
};

pub fn routes() -> Router<App> {
    Router::new()
        .route("/data", get(about))
        .route("/data/initiatives.json", get(json))
        .route("/data/initiatives.csv", get(csv))
        .route("/data/initiatives.geojson", get(geojson))
        .route("/data/initiatives.schema.json", get(schema))
        .route("/feed.atom", get(feed))
        .route("/sitemap.xml", get(pages))
        .route("/robots.txt", get(robots))
        .route("/card.png", get(house_card))
        .route("/initiatives/{slug}/card.png", get(card))
}

async fn about(State(app): State<App>, visit: Visit) -> Answer {
    let stored = guidelines::all(app.db.read()).await?;
    let frame = visit.frame(visit.t("data-heading"), "data").await;
    let frame = frame.outlined(outline::Outline::of(&visit.t("data-lede")));
    page(&DataPage::new(frame, &stored))
}

async fn json(State(app): State<App>, Query(filter): Query<Filter>, asked: HeaderMap) -> Answer {
    initiatives(&app, Format::Json, filter, &asked).await
}

async fn csv(State(app): State<App>, Query(filter): Query<Filter>, asked: HeaderMap) -> Answer {
    initiatives(&app, Format::Csv, filter, &asked).await
}

async fn geojson(State(app): State<App>, Query(filter): Query<Filter>, asked: HeaderMap) -> Answer {
    initiatives(&app, Format::GeoJson, filter, &asked).await
}

/// Those that the list would show, without its search: words are found for people.
async fn initiatives(app: &App, format: Format, filter: Filter, asked: &HeaderMap) -> Answer {
    let filter = Filter { q: String::new(), sort: String::new(), ..filter };
    let (snapshot, base) = (store::entries::snapshot(app.db.read(), &app.catalogue).await?, app.config.link(""));
    let wanted = filter.address_below(&format.path(), &[]);
    let tag = format!("{}-{}", snapshot.number(), tag_of(format!("{} {base}{wanted}", data::VERSION).as_bytes()));
    let kept = Kept { media_type: format.media_type(), tag, changed: None, any_site: true };
    if let Some(known) = kept.known(asked) {
        return known;
    }
    let listing = Listing::new(&snapshot, Locale::default(), &filter, None);
    kept.answer(data::written(listing.all(), format, &base).map_err(Error::internal)?)
}

async fn schema(State(app): State<App>, asked: HeaderMap) -> Answer {
    let written = data::schema(&app.config.link("")).map_err(Error::internal)?;
    by_content(&asked, "application/schema+json", written, true)
}

/// What is known by its bytes alone.
fn by_content(asked: &HeaderMap, media_type: &'static str, content: impl Into<Vec<u8>>, any_site: bool) -> Answer {
    let content = content.into();
    let kept = Kept { media_type, tag: tag_of(&content), changed: None, any_site };
    kept.known(asked).unwrap_or_else(|| kept.answer(content))
}

async fn feed(State(app): State<App>, visit: Visit, Query(wish): Query<FeedWish>, asked: HeaderMap) -> Answer {
    let happened = happened(&app, &visit, &wish).await?;
    let feed = told(&app.config.link(""), &wish, &happened);
    let written = atom::feed(&feed).map_err(Error::internal)?;
    let media_type = "application/atom+xml; charset=utf-8";
    let changed = feed.updated().max(happened.changed_at);
    let kept = Kept { media_type, tag: tag_of(&written), changed, any_site: true };
    kept.known(&asked).unwrap_or_else(|| kept.answer(written))
}

/// What has happened of late, in a fixed number of queries.
async fn happened(app: &App, visit: &Visit, wish: &FeedWish) -> Result<Happened> {
    const MOST: u64 = atom::MOST as u64;
    let (db, snapshot) = (app.db.read(), store::entries::snapshot(app.db.read(), &app.catalogue).await?);
    let city = wish.city();
    let told = snapshot.entries().iter().filter(|entry| wish.includes(entry, city.as_ref()));
    let entries: Vec<_> = told.cloned().collect();
    let of = match (wish.theme.is_empty(), wish.city.is_empty()) {
        (true, true) => Of::All,
        (false, true) => Of::Theme(wish.theme.clone()),
        (_, false) => Of::These(entries.iter().map(|entry| entry.id).collect()),
    };
    let calls = if wish.is_of_all() { calls::opened(db, visit.at, MOST).await? } else { Vec::new() };
    Ok(Happened {
        steps: store::programs::steps(db, &of, MOST).await?,
        news: store::programs::news(db, &of, MOST).await?,
        changes: calls::changes(db, &calls).await?,
        changed_at: snapshot.changed_at().max(store::news::last_deed(db).await?),
        city: city.and_then(|city| Some((city_name(&city, snapshot.entries())?.to_owned(), city))),
        entries,
        calls,
    })
}

/// So many calls are on the list of pages; a call a month would take forty years.
const CALLS: u64 = 500;

/// The pages that everybody may read: all of them, or a part where there are too many for one list.
async fn pages(State(app): State<App>, Query(wish): Query<PartWish>, asked: HeaderMap) -> Answer {
    let (base, all) = (app.config.link(""), listed(&app).await?);
    let parts = all.len().div_ceil(sitemap::PAGES);
    let part = wish.part.parse::<usize>().ok();
    let written = if part.is_none() && parts > 1 {
        sitemap::index(&base, parts)
    } else {
        sitemap::part(&base, &all, part.unwrap_or(1)).ok_or(Error::NotFound)?
    };
    by_content(&asked, "application/xml", written.map_err(Error::internal)?, false)
}

async fn listed(app: &App) -> Result<Vec<sitemap::Page>> {
    const ALONE: [&str; 12] = [
        "/",
        "/initiatives",
        "/map",
        "/calls",
        "/benefits",
        "/publications",
        "/subscriptions",
        "/data",
        "/about",
        "/accessibility",
        "/privacy",
        "/contact",
    ];
    let (db, snapshot) = (app.db.read(), store::entries::snapshot(app.db.read(), &app.catalogue).await?);
    let initiatives =
        snapshot.entries().iter().map(|entry| sitemap::Page { path: entry.href(), changed: Some(entry.changed_at) });
    let calls = calls::list(db, None, None, CALLS).await?.calls;
    let mut slugs: Vec<String> =
        guidelines::all(db).await?.iter().map(|stored| stored.definition.slug.clone()).collect();
    slugs.dedup();
    let mut pages: Vec<sitemap::Page> = ALONE.into_iter().map(sitemap::Page::new).collect();
    pages.extend(THEMES.map(|theme| sitemap::Page::new(theme_href(theme))));
    pages.extend(cities(&snapshot).iter().map(|city| sitemap::Page::new(city_href(city))));
    pages.extend(initiatives);
    pages.extend(calls.iter().map(|call| sitemap::Page::new(format!("/calls/{}", call.slug))));
    let publications = store::publications::shown(db).await?;
    pages.extend(publications.iter().map(|row| sitemap::Page::new(format!("/publications/{}", row.slug))));
    pages.extend(slugs.iter().map(|slug| sitemap::Page::new(format!("/guidelines/{slug}"))));
    Ok(pages)
}

/// All cities that lead an Initiative or take part in one: each has a page.
fn cities(snapshot: &Snapshot) -> BTreeSet<City> {
    let entries = || snapshot.entries().iter();
    let partners = entries().flat_map(|entry| entry.partner_cities().map(|(_, city)| city));
    entries().filter_map(|entry| entry.city_code()).chain(partners).collect()
}

async fn robots(State(app): State<App>, asked: HeaderMap) -> Answer {
    let written = sitemap::robots(&app.config.link(""), &outline::CLOSED, app.config.demo);
    by_content(&asked, "text/plain; charset=utf-8", written, false)
}

/// The picture that goes with a link to a page of no Initiative.
async fn house_card(State(app): State<App>, Query(spoken): Query<Spoken>, asked: HeaderMap) -> Answer {
    let locale = spoken.locale();
    let texts = store::content::now(app.db.read(), &[Page::Home]).await?;
    let card = Card {
        lang: locale.tag(),
        service: locale.t("layout-service"),
        title: texts.say("head.heading", locale),
        lead: String::new(),
        place: String::new(),
        theme: String::new(),
        theme_name: String::new(),
    };
    drawn(&app, card, &asked).await
}

async fn card(
    State(app): State<App>,
    Path(slug): Path<String>,
    Query(spoken): Query<Spoken>,
    asked: HeaderMap,
) -> Answer {
    let snapshot = store::entries::snapshot(app.db.read(), &app.catalogue).await?;
    let entry = snapshot.by_slug(&slug).ok_or(Error::NotFound)?;
    drawn(&app, card_of(entry, spoken.locale()), &asked).await
}

fn card_of(entry: &Entry, locale: Locale) -> Card {
    let (title, lang) = entry.short_for(locale);
    let theme = THEMES.into_iter().find(|theme| *theme == entry.theme);
    let country = entry.country.map(|country| country.name(locale));
    let city = Some(entry.city.clone()).filter(|city| !city.is_empty() && *city != entry.lead);
    Card {
        lang: lang.tag(),
        service: locale.t("layout-service"),
        title: title.to_owned(),
        lead: entry.lead.clone(),
        place: [city, country].into_iter().flatten().collect::<Vec<_>>().join(", "),
        theme: theme.unwrap_or_default().to_owned(),
        theme_name: theme.map(|theme| locale.t(&format!("layout-theme-{theme}"))).unwrap_or_default(),
    }
}

/// Whoever has the same card already is told so before anything is drawn.
async fn drawn(app: &App, card: Card, asked: &HeaderMap) -> Answer {
    let tag = tag_of(&serde_json::to_vec(&card).map_err(Error::internal)?);
    let kept = Kept { media_type: "image/png", tag, changed: None, any_site: false };
    match kept.known(asked) {
        Some(known) => known,
        None => kept.answer(app.press.draw(card).await?),
    }
}
