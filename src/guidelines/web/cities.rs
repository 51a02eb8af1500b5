//! The doors for the script that helps to set a point: cities by name, and what two typed coordinates say. Open to everybody,
//! as the data is; the language is in the address, so that a browser may keep the answers.

use axum::response::IntoResponse as _;
use http::header;
use serde::{Deserialize, Serialize};

use crate::{
    guidelines::{
        inputs::Suggestion,
        inputs_point::{around, nearby, suggestions, typed_point},
        worldmap::Dot,
    },
    web::{Answer, Query, json},
    words::Locale,
};

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Wanted {
    q: String,
    names: Option<Locale>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    lat: String,
    lon: String,
    names: Option<Locale>,
}

#[derive(Serialize)]
struct Cities {
    cities: Vec<Suggestion>,
}

/// A point as it was understood, or what is wrong with it.
#[derive(Default, Serialize)]
struct Understood {
    lat: Option<String>,
    lon: Option<String>,
    near: Option<String>,
    /// The cities for the map around it.
    dots: Vec<Dot>,
    wrong: Option<String>,
}

pub async fn search(Query(wanted): Query<Wanted>) -> Answer {
    kept(&Cities { cities: suggestions(&wanted.q, wanted.names.unwrap_or_default()) })
}

pub async fn nearest(Query(typed): Query<Typed>) -> Answer {
    let locale = typed.names.unwrap_or_default();
    kept(&match typed_point(&typed.lat, &typed.lon, locale) {
        Ok(point) => Understood {
            lat: Some(point.lat().to_string()),
            lon: Some(point.lon().to_string()),
            near: nearby(point, locale),
            dots: around(point, locale),
            wrong: None,
        },
        Err(wrong) => Understood { wrong: Some(wrong), ..Understood::default() },
    })
}

/// For an hour, by this browser alone.
fn kept(values: &impl Serialize) -> Answer {
    Ok(([(header::CACHE_CONTROL, "private, max-age=3600")], json(values)?).into_response())
}
