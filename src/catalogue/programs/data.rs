//! Open data: the Initiatives that are public, as JSON, CSV and GeoJSON. What each value means says docs/open-data.md.

use std::{collections::BTreeMap, sync::Arc};

use serde::Serialize;
use serde_json::{Map, Value as Json};

use crate::{
    catalogue::entries::Entry,
    codes::codes,
    places::Point,
    reviews::exporting::defused,
    words::{Locale, Trilingual},
};

/// Of what is written. The first number rises when a value goes or means something else, the second when one is added.
pub const VERSION: &str = "1.0";

/// Creative Commons Attribution 4.0.
pub const LICENCE: &str = "https://creativecommons.org/licenses/by/4.0/";

/// Where the schema of the JSON lies.
pub const SCHEMA_PATH: &str = "/data/initiatives.schema.json";

const SCHEMA: &str = include_str!("../../../templates/data/initiatives.schema.json");

codes! {
    /// As what it is written; the ending of its address.
    Format {
        Json = "json",
        Csv = "csv",
        GeoJson = "geojson",
    }
}

impl Format {
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Json => "application/json",
            Self::Csv => "text/csv; charset=utf-8; header=present",
            Self::GeoJson => "application/geo+json",
        }
    }

    /// Where it lies.
    pub fn path(self) -> String {
        format!("/data/initiatives.{}", self.code())
    }
}

/// Something that could not be written: a defect.
#[derive(Debug, thiserror::Error)]
pub enum Unwritten {
    #[error(transparent)]
    Json(#[from] serde_json::Error),
    #[error(transparent)]
    Csv(#[from] csv::Error),
}

/// Texts by their languages, without those into which one was not translated.
type Texts<'e> = BTreeMap<&'static str, &'e str>;

/// What is told of an Initiative. The order is that of the documentation.
#[derive(Serialize)]
struct Told<'e> {
    reference: &'e str,
    slug: &'e str,
    url: String,
    title: Texts<'e>,
    language: &'static str,
    lead: &'e str,
    city: Option<&'e str>,
    country: Option<&'static str>,
    region: Option<&'static str>,
    theme: Option<&'e str>,
    state: &'static str,
    year: i32,
    partners: Vec<Partner<'e>>,
    aim: Texts<'e>,
    published_at: String,
    changed_at: String,
    example: bool,
}

#[derive(Serialize)]
struct Partner<'e> {
    name: &'e str,
    country: &'e str,
}

/// In degrees.
#[derive(Serialize)]
struct Coordinates {
    latitude: f64,
    longitude: f64,
}

#[derive(Serialize)]
struct Initiative<'e> {
    #[serde(flatten)]
    told: Told<'e>,
    coordinates: Option<Coordinates>,
}

#[derive(Serialize)]
struct Dataset<'e> {
    schema: String,
    version: &'static str,
    license: &'static str,
    source: String,
    count: usize,
    initiatives: Vec<Initiative<'e>>,
}

#[derive(Serialize)]
struct Collection<'e> {
    r#type: &'static str,
    version: &'static str,
    license: &'static str,
    source: String,
    features: Vec<Feature<'e>>,
}

#[derive(Serialize)]
struct Feature<'e> {
    r#type: &'static str,
    id: &'e str,
    /// None where it is not known where it lies.
    geometry: Option<Geometry>,
    properties: Told<'e>,
}

#[derive(Serialize)]
struct Geometry {
    r#type: &'static str,
    /// Longitude, latitude.
    coordinates: [f64; 2],
}

/// These Initiatives, by reference. `base`: the address of the service.
pub fn written<'e>(
    entries: impl Iterator<Item = &'e Arc<Entry>>,
    format: Format,
    base: &str,
) -> Result<Vec<u8>, Unwritten> {
    let mut entries: Vec<&Entry> = entries.map(AsRef::as_ref).collect();
    entries.sort_by(|one, other| one.reference.as_str().cmp(other.reference.as_str()));
    match format {
        Format::Json => Ok(serde_json::to_vec(&dataset(&entries, base))?),
        Format::GeoJson => Ok(serde_json::to_vec(&collection(&entries, base))?),
        Format::Csv => Ok(table(&entries, base)?),
    }
}

fn dataset<'e>(entries: &[&'e Entry], base: &str) -> Dataset<'e> {
    let initiative =
        |entry: &&'e Entry| Initiative { told: told(entry, base), coordinates: entry.point.map(coordinates) };
    Dataset {
        schema: format!("{base}{SCHEMA_PATH}"),
        version: VERSION,
        license: LICENCE,
        source: format!("{base}/initiatives"),
        count: entries.len(),
        initiatives: entries.iter().map(initiative).collect(),
    }
}

fn collection<'e>(entries: &[&'e Entry], base: &str) -> Collection<'e> {
    let geometry = |point: Point| {
        let Coordinates { latitude, longitude } = coordinates(point);
        Geometry { r#type: "Point", coordinates: [longitude, latitude] }
    };
    let feature = |entry: &&'e Entry| Feature {
        r#type: "Feature",
        id: entry.reference.as_str(),
        geometry: entry.point.map(geometry),
        properties: told(entry, base),
    };
    Collection {
        r#type: "FeatureCollection",
        version: VERSION,
        license: LICENCE,
        source: format!("{base}/initiatives"),
        features: entries.iter().map(feature).collect(),
    }
}

fn told<'e>(entry: &'e Entry, base: &str) -> Told<'e> {
    Told {
        reference: entry.reference.as_str(),
        slug: &entry.slug,
        url: format!("{base}{}", entry.href()),
        title: texts(&entry.title),
        language: entry.language.tag(),
        lead: &entry.lead,
        city: known(&entry.city),
        country: entry.country.map(|country| country.code()),
        region: entry.region().map(|region| region.code()),
        theme: known(&entry.theme),
        state: entry.state.code(),
        year: entry.year,
        partners: entry.partners.0.iter().map(|one| Partner { name: &one.name, country: &one.country }).collect(),
        aim: texts(&entry.aim),
        published_at: entry.published_at.iso(),
        changed_at: entry.changed_at.iso(),
        example: entry.example,
    }
}

fn texts(texts: &Trilingual) -> Texts<'_> {
    let all = Locale::ALL.into_iter().map(|locale| (locale.tag(), texts.get(locale)));
    all.filter(|(_, text)| !text.is_empty()).collect()
}

fn known(text: &str) -> Option<&str> {
    Some(text).filter(|text| !text.is_empty())
}

fn coordinates(point: Point) -> Coordinates {
    // The number nearest to so many millionths, which is written with no more digits than these.
    let degrees = |millionths: i32| f64::from(millionths) / 1_000_000.0;
    Coordinates { latitude: degrees(point.lat().millionths()), longitude: degrees(point.lon().millionths()) }
}

/// The columns of the table.
pub const COLUMNS: [&str; 23] = [
    "reference",
    "slug",
    "url",
    "title_en",
    "title_fr",
    "title_es",
    "language",
    "lead",
    "city",
    "country",
    "region",
    "theme",
    "state",
    "year",
    "latitude",
    "longitude",
    "partners",
    "aim_en",
    "aim_fr",
    "aim_es",
    "published_at",
    "changed_at",
    "example",
];

/// As RFC 4180 has it. Without a byte order mark, unlike what leaves the desk: this table is for programs first.
fn table(entries: &[&Entry], base: &str) -> csv::Result<Vec<u8>> {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    writer.write_record(COLUMNS)?;
    for entry in entries {
        writer.write_record(line(entry, base))?;
    }
    writer.into_inner().map_err(|error| error.into_error().into())
}

/// What people wrote is defused; numbers, codes and instants are ours, and no formula whatever their sign.
fn line(entry: &Entry, base: &str) -> Vec<String> {
    let in_each = |texts: &Trilingual| Locale::ALL.map(|locale| defused(texts.get(locale)));
    let partners: Vec<String> = entry.partners.0.iter().map(|one| format!("{} ({})", one.name, one.country)).collect();
    let mut cells = vec![entry.reference.to_string(), entry.slug.clone(), format!("{base}{}", entry.href())];
    cells.extend(in_each(&entry.title));
    cells.extend([
        entry.language.tag().to_owned(),
        defused(&entry.lead),
        defused(&entry.city),
        entry.country.map(|country| country.code().to_owned()).unwrap_or_default(),
        entry.region().map(|region| region.code().to_owned()).unwrap_or_default(),
        entry.theme.clone(),
        entry.state.code().to_owned(),
        entry.year.to_string(),
        entry.point.map(|point| point.lat().to_string()).unwrap_or_default(),
        entry.point.map(|point| point.lon().to_string()).unwrap_or_default(),
        defused(&partners.join("; ")),
    ]);
    cells.extend(in_each(&entry.aim));
    cells.extend([entry.published_at.iso(), entry.changed_at.iso(), entry.example.to_string()]);
    cells
}

/// The schema of the JSON, as JSON Schema 2020-12. `base`: the address of the service.
pub fn schema(base: &str) -> Result<Vec<u8>, Unwritten> {
    let mut schema: Map<String, Json> = serde_json::from_str(SCHEMA)?;
    schema.insert("$id".to_owned(), Json::String(format!("{base}{SCHEMA_PATH}")));
    Ok(serde_json::to_vec_pretty(&schema)?)
}
