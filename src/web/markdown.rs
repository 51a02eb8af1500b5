//! Texts that the house writes, in Markdown, as HTML that can stand in a page. CommonMark with tables and with addresses that
//! become links; a line ends where its writer ended it; HTML is text like any other. What comes out is cleaned once more by a
//! short list of what may stand there, so that a slip of one library is caught by the other.

use std::{
    borrow::Cow,
    collections::{HashMap, HashSet},
    fmt,
    sync::LazyLock,
};

use ammonia::{Builder, UrlRelative};
use askama::filters::HtmlSafe;
use comrak::{
    Arena, Options,
    arena_tree::NodeEdge,
    format_html,
    nodes::{Node, NodeValue},
    parse_document,
};

/// What a text stands under on its page, so that its headings follow from there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Under {
    /// The heading of the page.
    Page,
    /// The heading of one of its sections.
    Section,
    /// A heading within a section.
    Part,
}

impl Under {
    const fn rank(self) -> u8 {
        match self {
            Self::Page => 1,
            Self::Section => 2,
            Self::Part => 3,
        }
    }
}

/// The lowest rank of a heading in a text.
const LOWEST: u8 = 4;

/// HTML that needs no escaping: only [`markup`] makes it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Markup(String);

impl Markup {
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl fmt::Display for Markup {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Templates write it as it stands.
impl HtmlSafe for Markup {}

/// The text as HTML.
pub fn markup(text: &str, under: Under) -> Markup {
    let options = options(text);
    let arena = Arena::new();
    let root = parse_document(&arena, text, &options);
    if is_too_deep(root) {
        return as_written(text);
    }
    rank(root, under);
    let mut html = String::new();
    match format_html(root, &options, &mut html) {
        Ok(()) => Markup(CLEANER.clean(&html).to_string().trim_end().to_owned()),
        Err(fmt::Error) => as_written(text),
    }
}

fn options(text: &str) -> Options<'static> {
    let mut options = Options::default();
    options.extension.autolink = true;
    options.extension.table = is_of_few_cells(text);
    options.render.r#unsafe = false;
    options.render.escape = true;
    options.render.hardbreaks = true;
    options
}

/// A row of a table has as many cells as its head, whatever is written in it. So a short text can be a table of half a million, each of
/// which costs more than its text does.
const MOST_CELLS: usize = 20_000;

/// Whether the tables of a text cannot have more cells than anybody fills, if it were one table as wide as its widest line.
fn is_of_few_cells(text: &str) -> bool {
    let lines = || text.split(['\n', '\r']);
    let widest = lines().map(|line| line.matches('|').count()).max().unwrap_or_default();
    lines().count().saturating_mul(widest) <= MOST_CELLS
}

/// Nobody nests a text further than this by meaning to, and what comes after would be slow.
const DEEPEST: usize = 40;

fn is_too_deep(root: Node<'_>) -> bool {
    let mut depth = 0_usize;
    for edge in root.traverse() {
        match edge {
            NodeEdge::Start(_) => depth += 1,
            NodeEdge::End(_) => depth = depth.saturating_sub(1),
        }
        if depth > DEEPEST {
            return true;
        }
    }
    false
}

/// Gives each heading the rank below what it stands under, whatever rank it was written with: none is skipped.
fn rank(root: Node<'_>, under: Under) {
    let mut open: Vec<u8> = Vec::new();
    for node in root.descendants() {
        if let NodeValue::Heading(heading) = &mut node.data_mut().value {
            while open.last().is_some_and(|level| *level >= heading.level) {
                open.pop();
            }
            open.push(heading.level);
            heading.level = open.iter().fold(under.rank(), |rank, _| (rank + 1).min(LOWEST));
        }
    }
}

/// The text without any markup of its own.
fn as_written(text: &str) -> Markup {
    let text = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    Markup(format!("<p>{text}</p>"))
}

const TAGS: [&str; 20] = [
    "a",
    "blockquote",
    "br",
    "code",
    "em",
    "h2",
    "h3",
    "h4",
    "hr",
    "li",
    "ol",
    "p",
    "strong",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
    "ul",
];

static CLEANER: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut cleaner = Builder::empty();
    cleaner
        .tags(HashSet::from(TAGS))
        .tag_attributes(HashMap::from([("a", HashSet::from(["href"])), ("ol", HashSet::from(["start"]))]))
        .set_tag_attribute_values(HashMap::from([("th", HashMap::from([("scope", "col")]))]))
        .generic_attributes(HashSet::new())
        .url_schemes(HashSet::from(["http", "https", "mailto"]))
        .url_relative(UrlRelative::Custom(Box::new(within_the_service)))
        .link_rel(Some("noopener"));
    cleaner
});

/// An address without a host: one of our own pages, or else none. (`//host` is another site; browsers read `\` as `/`.)
fn within_the_service(address: &str) -> Option<Cow<'_, str>> {
    let rest = address.strip_prefix('/')?;
    let is_ours = !rest.starts_with('/') && !rest.contains(|c: char| c == '\\' || c.is_control());
    is_ours.then_some(Cow::Borrowed(address))
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use super::*;

    fn html(text: &str) -> String {
        markup(text, Under::Page).to_string()
    }

    /// Reads HTML as strictly as it is made: only tags of the list, only attributes that were meant, only addresses that
    /// lead somewhere.
    fn assert_harmless(html: &str) {
        for piece in html.split('<').skip(1) {
            let (tag, _) = piece.split_once('>').unwrap_or_else(|| panic!("a tag is not closed: {piece}"));
            let (name, attributes) = tag.split_once(' ').unwrap_or((tag, ""));
            assert!(TAGS.contains(&name.trim_start_matches('/')), "<{tag}>");
            let attributes: Vec<&str> = attributes.split('"').collect();
            for pair in attributes.chunks_exact(2) {
                let value = pair[1];
                match pair[0].trim() {
                    "href=" => {
                        let leads = ["http://", "https://", "mailto:"].iter().any(|way| value.starts_with(way));
                        assert!(leads || (value.starts_with('/') && !value.starts_with("//")), "{value}");
                    }
                    "rel=" => assert_eq!(value, "noopener"),
                    "scope=" => assert_eq!(value, "col"),
                    "start=" => assert!(value.parse::<u64>().is_ok(), "{value}"),
                    other => panic!("{other}{value} in <{tag}>"),
                }
            }
        }
    }

    #[test]
    fn a_text_has_paragraphs_lists_links_and_tables() {
        let found = html("One\ntwo.\n\nThree **and** *four*.");
        assert_eq!(found, "<p>One<br>\ntwo.</p>\n<p>Three <strong>and</strong> <em>four</em>.</p>");
        assert_eq!(html("- one\n- two"), "<ul>\n<li>one</li>\n<li>two</li>\n</ul>");
        assert_eq!(html("3. three"), "<ol start=\"3\">\n<li>three</li>\n</ol>");
        assert_eq!(html("[us](/calls?year=2014)"), "<p><a href=\"/calls?year=2014\" rel=\"noopener\">us</a></p>");
        let found = html("See https://metropolis.example/a and write to ana@lyon.example.");
        assert!(found.contains("<a href=\"https://metropolis.example/a\" rel=\"noopener\">"), "{found}");
        assert!(found.contains("<a href=\"mailto:ana@lyon.example\" rel=\"noopener\">"), "{found}");
        let found = html("| a | b |\n|---|--:|\n| 1 | 2 |");
        assert!(found.contains("<th scope=\"col\">a</th>") && found.contains("<td>2</td>"), "{found}");
        assert_eq!((html(""), html(" \n\n ")), (String::new(), String::new()));
    }

    #[test]
    fn headings_follow_from_where_the_text_stands_and_skip_no_rank() {
        let ranks = |text: &str, under| {
            let html = markup(text, under).to_string();
            html.split("<h").skip(1).filter_map(|rest| rest.chars().next()).collect::<String>()
        };
        assert_eq!(ranks("# A\n\n## B\n\n## C\n\n# D", Under::Page), "2332");
        assert_eq!(ranks("#### A\n\n###### B\n\n## C", Under::Page), "232");
        assert_eq!(ranks("A\n===\n\nB\n---\n\n### C\n\n#### D", Under::Section), "3444");
        assert_eq!(ranks("# A\n\n## B", Under::Part), "44");
    }

    #[test]
    fn nothing_that_is_written_becomes_a_script_a_tag_or_a_way_to_one() {
        let hostile = [
            "<script>alert(1)</script>",
            "a <b onclick=alert(1)>b</b> <img src=x onerror=alert(1)>",
            "<svg><style><img title=\"</style><img src onerror=alert(1)>\">",
            "<a href=\"javascript:alert(1)\">x</a>",
            "[x](javascript:alert(1)) [x](JaVaScRiPt&colon;alert(1))",
            "[x](<java\tscript:alert(1)>) [x](\u{1}javascript:alert(1))",
            "[x](data:text/html;base64,PHNjcmlwdD4=) ![x](data:image/png;base64,AAAA)",
            "[x](vbscript:x) [x](file:///etc/passwd)",
            "[x](//evil.example) [x](/\\evil.example) [x](\\\\evil.example) [x](evil) [x](#here) [x]()",
            "[x](https://a.example \"onmouseover=alert(1)\") ![\"onerror=\"alert(1)](x)",
            "<javascript:alert(1)> <https://a.example/\"onmouseover=\"alert(1)>",
            "`<script>` and\n\n    <script>\n\n```html\" onload=\"x\n<script>\n```",
            "[a]: javascript:alert(1)\n\n[a] [b][a]",
            "| <script> | x |\n|---|---|\n| <img src=x onerror=alert(1)> | [y](javascript:1) |",
            "<!-- --> <![CDATA[ ]]> <?php ?> <!DOCTYPE html>\0\u{202e}",
        ];
        for text in hostile {
            for under in [Under::Page, Under::Section, Under::Part] {
                assert_harmless(&markup(text, under).to_string());
            }
        }
        assert!(html("<script>alert(1)</script>").contains("&lt;script&gt;"), "it is seen by its writer");
        assert_eq!(html("![A map](https://a.example/map.png)"), "<p></p>", "pictures are left out");
    }

    #[test]
    fn a_text_made_to_be_slow_is_shown_as_it_was_written_and_soon() {
        let many = |part: &str| part.repeat(100_000 / part.len());
        let begin = Instant::now();
        for text in [
            many("["),
            many("]"),
            format!("{}a{}", "[".repeat(50_000), "]".repeat(50_000)),
            many("[a]("),
            many("![[]()"),
            many("> "),
            many("*a **a "),
            format!("{}b{}", "*a **a ".repeat(7_000), " a** a*".repeat(7_000)),
            many("a_ "),
            many("<"),
            many("ana@lyon.example "),
            many("\\"),
            format!("{}\n{}\n{}", "|a".repeat(2_000), "|-".repeat(2_000), "|\n".repeat(2_000)),
        ] {
            let html = html(&text);
            assert_harmless(&html);
            assert!(html.len() < 2_000_000, "{} of {}", html.len(), &text[..20]);
        }
        let deep = html(&format!("{}deep", "> ".repeat(200)));
        assert!(deep.starts_with("<p>&gt; &gt; ") && deep.ends_with("deep</p>"), "{deep}");
        assert!(html(&format!("{}deep", "> ".repeat(10))).contains("<blockquote>"));
        assert!(begin.elapsed() < Duration::from_secs(60), "{:?}", begin.elapsed());
    }
}
