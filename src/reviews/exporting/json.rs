//! Tables as JSON: one list, an object for each row. Amounts are texts, so that no program makes other amounts of them.

use serde_json::{Number, Value as Json};

use super::{Cell, Record};

pub(super) const HEAD: &[u8] = b"[";
pub(super) const FOOT: &[u8] = b"\n]\n";

pub(super) fn row(columns: &[String], record: &Record) -> Vec<u8> {
    let members = columns.iter().cloned().zip(record.iter().map(value));
    Json::Object(members.collect()).to_string().into_bytes()
}

fn value(cell: &Cell) -> Json {
    match cell {
        Cell::Nothing => Json::Null,
        Cell::Number(number) => Json::from(*number),
        Cell::Is(is) => Json::Bool(*is),
        // At most two decimals: the shortest number that reads back the same has no more.
        Cell::Points(points) => {
            points.to_string().parse().ok().and_then(Number::from_f64).map_or(Json::Null, Json::Number)
        }
        Cell::Object(object) => Json::Object(object.clone()),
        Cell::Text(_) | Cell::Money(_) | Cell::At(_) => Json::String(cell.plain()),
    }
}
