//! A feed, after RFC 4287.

use std::{cmp::Reverse, io};

use uuid::Uuid;

use super::xml::{Xml, document, element, text};
use crate::{clock::Moment, words::Locale};

const ATOM: &str = "http://www.w3.org/2005/Atom";

/// At most so many entries are in a feed: the newest.
pub const MOST: usize = 50;

/// A text, and the language it is in.
#[derive(Clone, Debug)]
pub struct Said {
    pub text: String,
    pub lang: Locale,
}

/// What an entry is about.
#[derive(Clone, Debug)]
pub struct Category {
    pub term: String,
    /// The address below which such terms lie.
    pub scheme: String,
    pub label: String,
}

/// Something that happened.
#[derive(Clone, Debug)]
pub struct Item {
    /// That of the row that it tells of, which stays whatever else changes.
    pub id: Uuid,
    pub title: Said,
    pub text: Option<Said>,
    /// The page that tells more.
    pub href: String,
    /// A page elsewhere that tells more.
    pub elsewhere: Option<String>,
    pub published: Moment,
    pub updated: Moment,
    /// None where it is the feed's.
    pub author: Option<String>,
    pub categories: Vec<Category>,
}

/// A feed and where it lies. All addresses are whole.
#[derive(Clone, Debug)]
pub struct Feed {
    /// What stays of it wherever it lies.
    pub id: String,
    pub locale: Locale,
    pub title: String,
    pub author: String,
    /// Its own address.
    pub own: String,
    /// The page that shows the same.
    pub page: String,
    /// Itself in other languages.
    pub others: Vec<(Locale, String)>,
    pub items: Vec<Item>,
}

impl Feed {
    /// When something in it changed last; none where there is nothing in it.
    pub fn updated(&self) -> Option<Moment> {
        self.items.iter().map(|item| item.updated).max()
    }
}

/// The newest of these first, and no more than a feed holds.
pub fn newest(mut items: Vec<Item>) -> Vec<Item> {
    items.sort_by_key(|item| Reverse((item.published, item.id)));
    items.truncate(MOST);
    items
}

pub fn feed(feed: &Feed) -> io::Result<Vec<u8>> {
    let lang = feed.locale.tag();
    document(|xml| {
        element(xml, "feed", &[("xmlns", ATOM), ("xml:lang", lang)]).write_inner_content(|xml| {
            text(xml, "id", &[], &feed.id)?;
            text(xml, "title", &[], &feed.title)?;
            // A feed must say when it changed: one that never did, at the beginning of time.
            instant(xml, "updated", feed.updated().unwrap_or(Moment::from_millis(0)))?;
            author(xml, &feed.author)?;
            link(xml, &[("rel", "self"), ("type", "application/atom+xml"), ("href", &feed.own)])?;
            link(xml, &[("rel", "alternate"), ("type", "text/html"), ("hreflang", lang), ("href", &feed.page)])?;
            for (locale, href) in &feed.others {
                let kind = ("type", "application/atom+xml");
                link(xml, &[("rel", "alternate"), kind, ("hreflang", locale.tag()), ("href", href)])?;
            }
            feed.items.iter().try_for_each(|item| entry(xml, item, lang))
        })?;
        Ok(())
    })
}

fn entry(xml: &mut Xml, item: &Item, lang: &str) -> io::Result<()> {
    element(xml, "entry", &[]).write_inner_content(|xml| {
        text(xml, "id", &[], &format!("urn:uuid:{}", item.id))?;
        said(xml, "title", &item.title)?;
        instant(xml, "published", item.published)?;
        instant(xml, "updated", item.updated)?;
        if let Some(name) = &item.author {
            author(xml, name)?;
        }
        link(xml, &[("rel", "alternate"), ("type", "text/html"), ("hreflang", lang), ("href", &item.href)])?;
        if let Some(href) = &item.elsewhere {
            link(xml, &[("rel", "related"), ("href", href)])?;
        }
        for category in &item.categories {
            let Category { term, scheme, label } = category;
            element(xml, "category", &[("term", term), ("scheme", scheme), ("label", label)]).write_empty()?;
        }
        item.text.iter().try_for_each(|told| said(xml, "summary", told))
    })?;
    Ok(())
}

fn said(xml: &mut Xml, name: &'static str, said: &Said) -> io::Result<()> {
    text(xml, name, &[("type", "text"), ("xml:lang", said.lang.tag())], &said.text)
}

fn author(xml: &mut Xml, name: &str) -> io::Result<()> {
    element(xml, "author", &[]).write_inner_content(|xml| text(xml, "name", &[], name))?;
    Ok(())
}

fn instant(xml: &mut Xml, name: &'static str, at: Moment) -> io::Result<()> {
    text(xml, name, &[], &at.iso())
}

fn link(xml: &mut Xml, attributes: &[(&str, &str)]) -> io::Result<()> {
    element(xml, "link", attributes).write_empty()?;
    Ok(())
}
