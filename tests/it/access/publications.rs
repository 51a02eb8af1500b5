//! What is published: a publication with a cover and a file, a piece of news.

use initiatives::{
    catalogue::{
        actions::{
            news::publish,
            publications::{self, Wanted},
        },
        news::{NewsKind, Said},
        publications::{About, NewCover, NewFile, Tongue},
    },
    entity::{news, publication, publication_file},
    ids::{NewsId, Reference},
    words::{Locale, Trilingual},
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::scene::HOUSE;
use crate::support::TestApp;

const SLUG: &str = "a-study-for-the-matrix";

/// The publication, which everybody may read unless a line has hidden it.
pub async fn publication(app: &TestApp) -> publication::Model {
    let find = || publication::Entity::find().filter(publication::Column::Slug.eq(SLUG)).one(app.db.read());
    if let Some(known) = find().await.unwrap() {
        return known;
    }
    let text = |text: &str| Trilingual { en: text.to_owned(), fr: text.to_owned(), es: text.to_owned() };
    let (cover, file) = ("ab".repeat(32), "cd".repeat(32));
    for sha256 in [&cover, &file] {
        let place = app.files.folder().unwrap().join("sha256").join(&sha256[..2]);
        std::fs::create_dir_all(&place).unwrap();
        std::fs::write(place.join(sha256), "%PDF-1.4 of a study").unwrap();
    }
    let wanted = Wanted {
        about: About {
            title: text("A study for the matrix"),
            summary: text("What it says."),
            year: Some(2014),
            link: None,
            theme: String::new(),
        },
        initiatives: Vec::new(),
        cover: Some(NewCover { sha256: cover, media_type: "image/png".to_owned(), width: 300, height: 400 }),
        files: vec![NewFile { language: Tongue::English, name: "study.pdf".to_owned(), size: 19, sha256: file }],
        without_cover: false,
        gone: Vec::new(),
    };
    let added = app.act(HOUSE, async |act, actor| publications::add(act, actor, act.id(), &wanted, Locale::En).await);
    added.await.unwrap();
    find().await.unwrap().unwrap()
}

/// What a form of a line posts, with what it names of the publication filled in.
pub async fn filled(app: &TestApp, body: String) -> String {
    if !body.contains("{publication") {
        return body;
    }
    let row = publication(app).await;
    body.replace("{publication}", &row.slug).replace("{publication_version}", &row.version.to_string())
}

/// Its file.
pub async fn file(app: &TestApp) -> publication_file::Model {
    let of = publication_file::Column::PublicationId.eq(publication(app).await.id);
    publication_file::Entity::find().filter(of).one(app.db.read()).await.unwrap().unwrap()
}

/// A piece of news of an Initiative.
pub async fn news(app: &TestApp, reference: &Reference) -> NewsId {
    let proposal = app.case(HOUSE, reference).await.unwrap().proposal.id;
    let known = news::Entity::find().filter(news::Column::ProposalId.eq(proposal)).one(app.db.read()).await.unwrap();
    if let Some(known) = known {
        return known.id;
    }
    let (id, text) = (app.ids.id(app.now()), Trilingual { en: "Reached".to_owned(), ..Trilingual::default() });
    let said =
        Said { kind: NewsKind::Milestone, language: Locale::En, title: text.clone(), text: text.clone(), link: None };
    app.act(HOUSE, async |act, actor| publish(act, actor, reference, id, &said).await).await.unwrap();
    id
}
