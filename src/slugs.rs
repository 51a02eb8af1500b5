//! Names for addresses.

use crate::words::fold;

/// The letters and digits of a name, folded: `Área Metropolitana de Barcelona (AMB)` is `area-metropolitana-de-barcelona-amb`.
/// Empty for a name without any that an address can hold.
pub fn slug_of(name: &str) -> String {
    let folded = fold(name);
    let words = folded.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let mut slug = String::new();
    for word in words {
        if slug.len() + word.len() > 60 {
            break;
        }
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.push_str(word);
    }
    slug
}

/// The slug, with the first number that makes it one of its own.
pub fn numbered(slug: &str, taken: &[String]) -> String {
    let free = |candidate: &String| !taken.contains(candidate);
    let first = slug.to_owned();
    if free(&first) {
        return first;
    }
    (2..).map(|n| format!("{slug}-{n}")).find(free).unwrap_or(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slug_is_plain_and_ones_own() {
        assert_eq!(slug_of("Área Metropolitana (AMB)"), "area-metropolitana-amb");
        assert_eq!(slug_of("Climate-Métropole +"), "climate-metropole");
        assert_eq!(slug_of("東京都"), "");
        assert_eq!(numbered("agra", &[]), "agra");
        assert_eq!(numbered("agra", &["agra".to_owned(), "agra-2".to_owned()]), "agra-3");
    }
}
