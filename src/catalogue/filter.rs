//! What the address of a list asks for.

use serde::Deserialize;

use super::facets::Facet;

/// What is to be listed. An address may come from anywhere: what it says amiss finds nothing, or counts as not said.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Filter {
    pub q: String,
    pub theme: String,
    pub region: String,
    pub country: String,
    pub state: String,
    pub year: String,
    pub sort: String,
    /// `map`; else a list.
    pub view: String,
    /// From 1 on.
    #[serde(deserialize_with = "page_or_first")]
    pub page: usize,
}

/// The order of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    Title,
    Newest,
    /// Where words are looked for: the best first.
    Relevance,
}

impl Sort {
    pub const ALL: [Self; 3] = [Self::Relevance, Self::Title, Self::Newest];

    pub const fn code(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Newest => "newest",
            Self::Relevance => "relevance",
        }
    }
}

/// Longer questions have no more words that are looked for.
const LONGEST_QUESTION: usize = 300;
/// Longer than any code of a facet or of an order: the links of a page repeat what its address says, each of them all of it.
const LONGEST_CODE: usize = 40;

impl Filter {
    /// The same with what no address of ours says taken away.
    #[must_use]
    pub fn bounded(mut self) -> Self {
        let Self { q, theme, region, country, state, year, sort, .. } = &mut self;
        *q = q.chars().take(LONGEST_QUESTION).collect();
        for code in [theme, region, country, state, year, sort] {
            *code = code.chars().take(LONGEST_CODE).collect();
        }
        self
    }

    /// What is wanted of a facet; nothing for all.
    pub fn wanted(&self, facet: Facet) -> &str {
        let wanted = match facet {
            Facet::Theme => &self.theme,
            Facet::Region => &self.region,
            Facet::Country => &self.country,
            Facet::State => &self.state,
            Facet::Year => &self.year,
        };
        wanted.trim()
    }

    /// Whether anything narrows the list.
    pub fn narrows(&self) -> bool {
        !self.q.trim().is_empty() || Facet::ALL.into_iter().any(|facet| !self.wanted(facet).is_empty())
    }

    /// The order that is asked for: by title where nothing is said, and by relevance where words are looked for.
    pub fn order(&self) -> Sort {
        let asks = !self.q.trim().is_empty();
        let usual = if asks { Sort::Relevance } else { Sort::Title };
        let said = Sort::ALL.into_iter().find(|sort| sort.code() == self.sort);
        said.filter(|sort| asks || *sort != Sort::Relevance).unwrap_or(usual)
    }

    pub fn is_map(&self) -> bool {
        self.view == "map"
    }

    /// What the address says, as names and values, without the page.
    pub fn pairs(&self) -> Vec<(&'static str, &str)> {
        let facets = Facet::ALL.into_iter().map(|facet| (facet.name(), self.wanted(facet)));
        let rest = [("sort", self.sort.as_str()), ("view", if self.is_map() { "map" } else { "" })];
        let all = std::iter::once(("q", self.q.trim())).chain(facets).chain(rest);
        all.filter(|(_, value)| !value.is_empty()).collect()
    }

    /// The address of the list, with some values replaced or, where they are empty, taken away; pages start anew unless one is
    /// among them.
    pub fn address(&self, changed: &[(&str, &str)]) -> String {
        self.address_below("/initiatives", changed)
    }

    /// The same below another path.
    pub fn address_below(&self, path: &str, changed: &[(&str, &str)]) -> String {
        let mut query = url::form_urlencoded::Serializer::new(String::new());
        let kept = self.pairs().into_iter().filter(|(name, _)| changed.iter().all(|(other, _)| other != name));
        let changed = changed.iter().copied().filter(|(_, value)| !value.is_empty());
        query.extend_pairs(kept.chain(changed));
        let query = query.finish();
        if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") }
    }
}

fn page_or_first<'de, D: serde::Deserializer<'de>>(from: D) -> Result<usize, D::Error> {
    let said = String::deserialize(from)?;
    Ok(said.trim().parse().unwrap_or(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_of_any_length_makes_links_of_a_few_words() {
        let long = || "é".repeat(10_000);
        let filter = Filter { q: long(), theme: long(), country: long(), sort: long(), ..Filter::default() }.bounded();
        assert!(filter.narrows());
        assert!(filter.address(&[("page", "2")]).len() < 3_000);
        let short = Filter { theme: "urban_innovation".to_owned(), ..Filter::default() }.bounded();
        assert_eq!(short.address(&[]), "/initiatives?theme=urban_innovation");
    }
}
