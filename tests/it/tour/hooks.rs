//! What the one script that pages name looks for. A page that holds nothing of it may leave the script out; no other may.

use std::{collections::BTreeSet, fs};

use crate::support::each_after;

pub struct Hooks {
    attributes: BTreeSet<String>,
    classes: BTreeSet<String>,
    ids: BTreeSet<String>,
}

impl Hooks {
    pub fn read() -> Self {
        let script = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/js/main.js")).unwrap();
        let lines =
            script.lines().filter_map(|line| line.trim().strip_prefix("[\"")).filter(|line| line.contains("\"./"));
        let selectors: Vec<&str> =
            lines.filter_map(|line| line.split('"').next()).flat_map(|list| list.split(", ")).collect();
        let between = |open: &str, close: &str| {
            let part = |selector: &&str| Some(selector.split_once(open)?.1.split(close).next()?.to_owned());
            selectors.iter().filter_map(part).collect::<BTreeSet<String>>()
        };
        let hooks = Self { attributes: between("[", "]"), classes: between(".", "["), ids: between("#", "[") };
        assert!(hooks.attributes.contains("data-later") && hooks.classes.contains("world"));
        assert!(hooks.ids.contains("session-warning"));
        hooks
    }

    /// What a page without the script holds for it.
    pub fn missed_by<'p>(&self, page: &'p str) -> Vec<&'p str> {
        if page.contains("/js/main.js") {
            return Vec::new();
        }
        let is_attribute = |piece: &&str| self.attributes.contains(piece.split(['=', '>']).next().unwrap_or_default());
        let attributes = page.split_ascii_whitespace().filter(is_attribute);
        let classes = each_after(page, " class=\"")
            .into_iter()
            .flat_map(str::split_whitespace)
            .filter(|class| self.classes.contains(*class));
        let ids = each_after(page, " id=\"").into_iter().filter(|id| self.ids.contains(*id));
        attributes.chain(classes).chain(ids).collect()
    }
}

#[test]
fn a_page_that_leaves_the_script_out_though_it_needs_it_is_found() {
    let hooks = Hooks::read();
    let page =
        r#"<main class="page"><p data-zone="UTC">9 May</p><div id="session-warning" class="box world"></div></main>"#;
    assert_eq!(hooks.missed_by(page), ["data-zone=\"UTC\">9", "world", "session-warning"]);
    assert!(hooks.missed_by(&format!("{page}<script src=\"/assets/1/js/main.js\"></script>")).is_empty());
    assert!(hooks.missed_by(r#"<p class="worldly" id="zone" data-zones="2">data-left</p>"#).is_empty());
}
