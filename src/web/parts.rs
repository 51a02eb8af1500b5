//! Lists that are shown part by part.

use std::fmt::Display;

use url::form_urlencoded::Serializer;

/// The address of a list from its beginning, with what is asked of it.
pub fn list_at(path: &str, asked: &[(&str, &str)]) -> String {
    address(path, said(asked))
}

/// The address of another part of a list: what was asked, and the row it begins after or ends before.
pub fn list_link(path: &str, asked: &[(&str, &str)], side: &str, row: impl Display) -> String {
    let mut query = said(asked);
    query.append_pair(side, &row.to_string());
    address(path, query)
}

fn said(asked: &[(&str, &str)]) -> Serializer<'static, String> {
    let mut query = Serializer::new(String::new());
    query.extend_pairs(asked.iter().filter(|(_, value)| !value.is_empty()));
    query
}

fn address(path: &str, mut query: Serializer<'static, String>) -> String {
    let query = query.finish();
    if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_asked_is_not_said() {
        let asked = [("q", "São & co"), ("who", "")];
        assert_eq!(list_at("/desk/people", &asked), "/desk/people?q=S%C3%A3o+%26+co");
        assert_eq!(list_link("/desk/people", &asked, "after", 7), "/desk/people?q=S%C3%A3o+%26+co&after=7");
        assert_eq!(list_at("/desk/people", &[("q", "")]), "/desk/people");
        assert_eq!(list_link("/desk/people", &[], "before", 7), "/desk/people?before=7");
    }
}
