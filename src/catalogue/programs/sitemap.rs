//! What search engines are told: which pages there are (sitemaps.org), and which they are asked to leave alone.

use std::io;

use super::xml::{Xml, document, element, text};
use crate::{clock::Moment, words::Locale};

const SITEMAP: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";
const XHTML: &str = "http://www.w3.org/1999/xhtml";

/// As many pages as one list holds, each with an address in every language: some megabytes, though the format would allow for ten
/// times as much.
pub const PAGES: usize = 2_000;

/// A page that everybody may read.
#[derive(Clone, Debug)]
pub struct Page {
    /// Without a query.
    pub path: String,
    /// When it changed last, where that is known.
    pub changed: Option<Moment>,
}

impl Page {
    pub fn new(path: impl Into<String>) -> Self {
        Self { path: path.into(), changed: None }
    }
}

/// The part `part` (from 1 on) of the list of these pages; none where there is no such part. `base`: the address of the service.
pub fn part(base: &str, pages: &[Page], part: usize) -> Option<io::Result<Vec<u8>>> {
    let pages = pages.chunks(PAGES).nth(part.checked_sub(1)?)?;
    Some(document(|xml| {
        element(xml, "urlset", &[("xmlns", SITEMAP), ("xmlns:xhtml", XHTML)]).write_inner_content(|xml| {
            let mut all = pages.iter().flat_map(|page| Locale::ALL.map(|locale| (page, locale)));
            all.try_for_each(|(page, locale)| address(xml, base, page, locale))
        })?;
        Ok(())
    }))
}

/// The list of so many parts.
pub fn index(base: &str, parts: usize) -> io::Result<Vec<u8>> {
    document(|xml| {
        element(xml, "sitemapindex", &[("xmlns", SITEMAP)]).write_inner_content(|xml| {
            (1..=parts).try_for_each(|part| {
                let address = format!("{base}/sitemap.xml?part={part}");
                element(xml, "sitemap", &[]).write_inner_content(|xml| text(xml, "loc", &[], &address))?;
                Ok(())
            })
        })?;
        Ok(())
    })
}

/// A page in one language, with where it is in all of them, itself among them.
fn address(xml: &mut Xml, base: &str, page: &Page, locale: Locale) -> io::Result<()> {
    let at = |locale: Locale| format!("{base}{}?lang={}", page.path, locale.tag());
    element(xml, "url", &[]).write_inner_content(|xml| {
        text(xml, "loc", &[], &at(locale))?;
        if let Some(changed) = page.changed {
            text(xml, "lastmod", &[], &changed.iso())?;
        }
        for other in Locale::ALL {
            alternate(xml, other.tag(), &at(other))?;
        }
        alternate(xml, "x-default", &format!("{base}{}", page.path))
    })?;
    Ok(())
}

fn alternate(xml: &mut Xml, language: &str, href: &str) -> io::Result<()> {
    element(xml, "xhtml:link", &[("rel", "alternate"), ("hreflang", language), ("href", href)]).write_empty()?;
    Ok(())
}

/// `robots.txt`. `closed`: the beginnings of the paths that robots are asked to leave alone. A demonstration is not for them.
pub fn robots(base: &str, closed: &[&str], demo: bool) -> String {
    if demo {
        return "User-agent: *\nDisallow: /\n".to_owned();
    }
    let lines: String = closed.iter().map(|path| format!("Disallow: {path}\n")).collect();
    format!("User-agent: *\n{lines}\nSitemap: {base}/sitemap.xml\n")
}
