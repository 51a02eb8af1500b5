//! What a page tells of itself to those who do not open it: to search engines, and where others show a link to it.

use serde_json::Value as Json;

/// What is told of a page. All of it may be left out: the service then tells of itself.
#[derive(Clone, Debug, Default)]
pub struct Outline {
    /// A sentence or two.
    pub description: String,
    /// The path of a picture of 1200 × 630 pixels, without a language.
    pub image: String,
    pub linked: Option<Linked>,
    /// Whether search engines are to leave it out, whatever its address.
    pub hidden: bool,
}

impl Outline {
    /// That of a page that is about this text: as much of it as is shown below a link.
    pub fn of(text: &str) -> Self {
        Self { description: shortened(text), ..Self::default() }
    }

    pub fn with_image(self, path: impl Into<String>) -> Self {
        Self { image: path.into(), ..self }
    }

    pub fn with_linked(self, data: &Json) -> Self {
        Self { linked: Some(Linked::new(data)), ..self }
    }

    pub fn hidden() -> Self {
        Self { hidden: true, ..Self::default() }
    }
}

/// Linked data (JSON-LD), as it stands in a page. It is a block of data and no script: the policy of headers.rs has no say in it,
/// since a script of a type that no browser runs is never prepared for running
/// (<https://html.spec.whatwg.org/multipage/scripting.html#prepare-the-script-element>, the step of its type comes first).
#[derive(Clone, Debug)]
pub struct Linked(String);

impl Linked {
    fn new(data: &Json) -> Self {
        // Only texts hold these signs. So written they mean the same, and close no tag.
        Self(data.to_string().replace('<', "\\u003c").replace('>', "\\u003e").replace('&', "\\u0026"))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// As many characters as are shown below a link.
const MOST: usize = 200;

fn shortened(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let Some((end, _)) = line.char_indices().nth(MOST) else { return line };
    let cut = line.get(..end).unwrap_or_default();
    let whole = cut.rsplit_once(' ').map_or(cut, |(whole, _)| whole);
    format!("{}…", whole.trim_end_matches([',', ';', ':', '.', ' ']))
}

/// What lies here and below is for search engines.
const SHOWN: [&str; 7] = ["initiatives", "calls", "guidelines", "benefits", "publications", "map", "data"];
/// The same, but for what lies below: that is somebody's own.
const SHOWN_ALONE: [&str; 6] = ["", "about", "accessibility", "contact", "privacy", "subscriptions"];

/// What robots are asked to leave alone: pages that need an account, and those behind the links of letters.
pub const CLOSED: [&str; 16] = [
    "/account",
    "/admin",
    "/contact/",
    "/demo/",
    "/desk",
    "/health/",
    "/invitations/",
    "/login",
    "/logout",
    "/organisations",
    "/partners/",
    "/password-reset",
    "/proposals",
    "/receipts/",
    "/subscriptions/",
    "/unsubscribe/",
];

/// Whether search engines may show what lies here. A page that nobody thought of is not for them, and neither are the answers to
/// what somebody searched for.
pub fn is_shown(path_and_query: &str) -> bool {
    let (path, query) = path_and_query.split_once('?').unwrap_or((path_and_query, ""));
    let mut parts = path.trim_start_matches('/').trim_end_matches('/').split('/');
    let first = parts.next().unwrap_or_default();
    let is_alone = parts.next().is_none();
    let searches = query.split('&').any(|pair| pair.strip_prefix("q=").is_some_and(|words| !words.is_empty()));
    !searches && (SHOWN.contains(&first) || (is_alone && SHOWN_ALONE.contains(&first)))
}

/// What other sites hang on an address to know who followed it.
const TRACKING: [&str; 12] = [
    "_hsenc", "_hsmi", "dclid", "fbclid", "gbraid", "gclid", "igshid", "mc_cid", "mc_eid", "msclkid", "twclid",
    "wbraid",
];

/// The address without what changes nothing on the page: what other sites hang on it, and fields that were left empty.
pub fn plain(path_and_query: &str) -> String {
    let (path, query) = path_and_query.split_once('?').unwrap_or((path_and_query, ""));
    let says_something = |pair: &&str| {
        let (name, value) = pair.split_once('=').unwrap_or((*pair, ""));
        !value.is_empty() && !name.starts_with("utm_") && !TRACKING.contains(&name)
    };
    let kept: Vec<&str> = query.split('&').filter(says_something).collect();
    if kept.is_empty() { path.to_owned() } else { format!("{path}?{}", kept.join("&")) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_needs_an_account_or_a_letters_link_is_not_for_search_engines() {
        for shown in [
            "/",
            "/?lang=fr",
            "/initiatives",
            "/initiatives/agra",
            "/initiatives?theme=governance&q=",
            "/calls/2014",
            "/data",
            "/subscriptions",
            "/subscriptions?theme=governance",
        ] {
            assert!(is_shown(shown), "{shown}");
        }
        for hidden in [
            "/proposals",
            "/desk/proposals/MI-2014-001",
            "/login",
            "/subscriptions/secret",
            "/unsubscribe/secret",
            "/receipts/ab",
            "/initiatives?q=roofs",
            "/initiatives?theme=governance&q=roofs",
            "/whatever-comes",
        ] {
            assert!(!is_shown(hidden), "{hidden}");
        }
        for closed in CLOSED {
            assert!(!is_shown(&format!("{closed}x")), "{closed}");
        }
    }

    #[test]
    fn an_address_keeps_what_the_page_depends_on() {
        for (address, kept) in [
            ("/", "/"),
            ("/initiatives?theme=&utm_source=x&country=ES&fbclid=1", "/initiatives?country=ES"),
            ("/calls/2014?utm_medium=mail", "/calls/2014"),
            ("/guidelines/2014?version=2", "/guidelines/2014?version=2"),
        ] {
            assert_eq!(plain(address), kept);
        }
    }

    #[test]
    fn no_text_closes_the_tag_around_linked_data() {
        let data = json!({ "name": "</script><script>alert(1)</script> & <!--" });
        let written = Outline::default().with_linked(&data).linked.unwrap();
        assert!(!written.as_str().contains(['<', '>', '&']));
        assert_eq!(serde_json::from_str::<Json>(written.as_str()).unwrap(), data);
    }

    #[test]
    fn a_description_is_one_short_line_that_ends_with_a_word() {
        assert_eq!(Outline::of("Cool\n roofs.").description, "Cool roofs.");
        let long = Outline::of(&"word, ".repeat(100)).description;
        assert!(long.ends_with("word…") && long.chars().count() <= MOST + 1, "{long}");
    }
}
