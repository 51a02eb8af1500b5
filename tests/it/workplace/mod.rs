//! The desk as a workplace: tags, saved views, columns, what is ticked, and what is done with many at once.

mod bulk;
mod list;
mod tags;
mod views;

use initiatives::{
    ids::{Reference, TagId},
    reviews::{actions::tagging, tags::NewTag},
};

use crate::support::{Page, TestApp};

const HOUSE: &str = "secretariat@metropolis.example";
const OWNER: &str = "official@agra.example";
const RUTH: &str = "reviewer1@jury.example";

impl TestApp {
    async fn tag(&self, name: &str, colour: i32) -> TagId {
        let new = NewTag { name: name.to_owned(), colour };
        self.act(HOUSE, async |act, actor| tagging::add(act, actor, &new).await).await.unwrap()
    }

    async fn put_on(&self, reference: &Reference, tag: TagId) {
        self.act(HOUSE, async |act, actor| tagging::put_on(act, actor, reference, tag).await).await.unwrap();
    }
}

/// The proposals that a list shows, in its order.
fn references(page: &Page) -> Vec<String> {
    page.each_after("href=\"/desk/proposals/")
}

/// Those that are ticked in it.
fn ticked(page: &Page) -> Vec<String> {
    let boxes = page.text.split("<input type=\"checkbox\" name=\"ref\" value=\"").skip(1);
    let marked = boxes.filter(|part| part.split('>').next().unwrap().contains(" checked"));
    marked.map(|part| part.split('"').next().unwrap().to_owned()).collect()
}

/// The heads of its columns, as they are read.
fn headings(page: &Page) -> Vec<String> {
    let parts = page.text.split("<th role=\"columnheader\"").skip(1);
    let text = |part: &str| {
        let inner = part.split("</th>").next().unwrap().split_once('>').unwrap().1.to_owned();
        let words = inner.split('<').map(|piece| piece.split_once('>').map_or(piece, |(_, rest)| rest));
        words.collect::<String>().trim().to_owned()
    };
    parts.map(text).collect()
}
