//! Lists that are shown part by part.

use std::fmt::Display;

/// The address of another part of a list: what was asked, and the row it begins after or ends before.
pub fn list_link(path: &str, asked: &[(&str, &str)], side: &str, row: impl Display) -> String {
    let mut query = url::form_urlencoded::Serializer::new(String::new());
    query.extend_pairs(asked.iter().filter(|(_, value)| !value.is_empty()));
    query.append_pair(side, &row.to_string());
    format!("{path}?{}", query.finish())
}
