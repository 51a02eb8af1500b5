//! What the public pages of the demonstration show beside the proposals: a text in other languages, news, a publication; and what a
//! visitor wrote to the secretariat. Each comes by the verb that the pages use, at its own time.

use std::collections::BTreeMap;

use bytes::Bytes;

use super::{
    read::Examples,
    records::{Article, Booklet, Chapter, Message, News, Publication, Translation},
    times::{DayZero, RelativeMoment},
};
use crate::{
    accounts::Actor,
    act::{Act, By, Who},
    app::App,
    catalogue::{
        actions::{
            news,
            publications::{self, Wanted},
        },
        news::Said,
        publications::{About, Name, NewCover, NewFile, Tongue},
    },
    error::{Error, Result},
    files::{Received, safe_name},
    guidelines::Answers,
    ids::Reference,
    partners::{
        actions::contacting,
        store::contact::{self, NewMessage},
    },
    pdf::{
        Manuscript,
        document::{Block, Body, Document, Field, Section},
    },
    proposals::{
        self,
        actions::public_texts::{self, Typed},
    },
    seeds::Folder,
    words::Locale,
};

/// Where the visitor writes from: an address that is kept for examples.
const ADDRESS: &str = "192.0.2.14";

/// Somebody of the secretariat who publishes what there is to publish.
pub struct Publisher<'a> {
    pub app: &'a App,
    pub zero: DayZero,
    /// By the slugs of the examples.
    pub references: &'a BTreeMap<&'a str, Reference>,
    pub secretariat: &'a Actor,
}

impl Publisher<'_> {
    /// Publishes all of it, and lets the visitor write.
    pub async fn publish(&self, examples: &Examples) -> Result<()> {
        let public = &examples.public;
        for (translation, answers) in public.translations.iter().zip(&examples.translated) {
            Box::pin(self.translated(translation, answers)).await?;
        }
        for news in &public.news {
            Box::pin(self.told(news)).await?;
        }
        for publication in &public.publications {
            Box::pin(self.added(publication)).await?;
        }
        for message in &public.messages {
            Box::pin(self.written(message)).await?;
        }
        Ok(())
    }

    async fn translated(&self, translation: &Translation, answers: &Answers) -> Result<()> {
        let typed = Typed {
            locale: translation.language,
            seen: 0,
            original: None,
            answers: answers.clone(),
            note: String::new(),
        };
        let act = self.begin(self.secretariat.by(), translation.at).await?;
        public_texts::change(&act, self.secretariat, self.reference(&translation.initiative)?, &typed).await?;
        act.commit().await
    }

    async fn told(&self, told: &News) -> Result<()> {
        let act = self.begin(self.secretariat.by(), told.at).await?;
        let said = Said {
            kind: told.kind,
            language: told.language,
            title: told.title.clone(),
            text: told.text.clone(),
            link: told.link.clone(),
        };
        news::publish(&act, self.secretariat, self.reference(&told.initiative)?, act.id(), &said).await?;
        act.commit().await
    }

    async fn added(&self, publication: &Publication) -> Result<()> {
        let cover = Folder::BuiltIn.bytes(&format!("demo/{}", publication.cover)).map_err(Error::internal)?;
        // Each takes a moment.
        let (cover, file) = tokio::try_join!(self.kept(cover), self.printed(&publication.booklet, publication.at))?;
        let (width, height) = cover.pixels.ok_or_else(|| Error::internal("the cover is no image"))?;
        let name = |slug: &String| self.reference(slug).cloned().map(Name::Reference);
        let wanted = Wanted {
            about: About {
                title: publication.title.clone(),
                summary: publication.summary.clone(),
                year: None,
                link: None,
                theme: publication.theme.clone().unwrap_or_default(),
            },
            initiatives: publication.initiatives.iter().map(name).collect::<Result<_>>()?,
            cover: Some(NewCover { sha256: cover.sha256, media_type: cover.media_type.to_owned(), width, height }),
            files: vec![file],
            without_cover: false,
            gone: Vec::new(),
        };
        let act = self.begin(self.secretariat.by(), publication.at).await?;
        publications::add(&act, self.secretariat, act.id(), &wanted, Locale::En).await?;
        act.commit().await
    }

    /// A booklet, set now.
    async fn printed(&self, booklet: &Booklet, at: RelativeMoment) -> Result<NewFile> {
        let at = Some(self.zero.moment(at));
        let manuscript = Manuscript { document: document(booklet), pictures: Vec::new(), at };
        let received = self.kept(self.app.press.print(manuscript).await?).await?;
        Ok(NewFile {
            language: Tongue::of(booklet.language),
            name: safe_name(&booklet.name, received.media_type),
            size: received.size,
            sha256: received.sha256,
        })
    }

    /// These bytes, in the file store.
    async fn kept(&self, bytes: impl Into<Bytes>) -> Result<Received> {
        let received = self.app.files.receive_bytes(self.app.ids.id(self.app.now()), bytes).await;
        received.map_err(Error::internal)
    }

    /// Somebody whose browser runs no scripts writes, and confirms it by the mail.
    async fn written(&self, message: &Message) -> Result<()> {
        let reference = self.reference(&message.initiative)?;
        let db = self.app.db.read();
        let case = proposals::case(db, Some(self.secretariat), reference, self.app.now()).await?;
        let new = NewMessage {
            name: message.name.clone(),
            email: message.email.clone(),
            locale: message.language,
            about: message.about,
            body: message.text.trim().to_owned(),
            proposal: Some(case.proposal.id),
        };
        let act = self.begin(By::Anyone, message.at).await?;
        contacting::write(&act, new, None, ADDRESS).await?;
        act.commit().await?;
        let act = self.begin(By::Anyone, message.confirmed).await?;
        for row in contact::waiting(act.tx(), &message.email).await? {
            contacting::confirm(&act, &message.email, row.id).await?;
        }
        act.commit().await
    }

    fn reference(&self, slug: &str) -> Result<&Reference> {
        self.references.get(slug).ok_or_else(|| Error::Internal(format!("{slug} is no example")))
    }

    async fn begin(&self, by: By, at: RelativeMoment) -> Result<Act> {
        self.app.begin(Who { by, at: self.zero.moment(at), may_act: true }).await
    }
}

fn document(booklet: &Booklet) -> Document {
    let locale = booklet.language;
    let article = |article: &Article| Field {
        label: article.title.clone(),
        notes: Vec::new(),
        body: Body::Text { blocks: paragraphs(&article.text) },
    };
    let chapter =
        |chapter: &Chapter| Section::new(chapter.title.clone(), chapter.articles.iter().map(article).collect());
    Document {
        lang: locale.tag(),
        title: booklet.title.clone(),
        author: booklet.author.clone(),
        kicker: booklet.kicker.clone(),
        notice: Some(booklet.notice.clone()),
        introduction: paragraphs(&booklet.introduction),
        sections: booklet.chapters.iter().map(chapter).collect(),
        running: booklet.title.clone(),
        page: locale.t("documents-pdf-page"),
        undrawable: locale.t("documents-pdf-undrawable"),
        ..Document::default()
    }
}

/// The paragraphs of a text, an empty line between each two.
fn paragraphs(text: &str) -> Vec<Block> {
    let paragraph = |part: &str| Block::Paragraph { lines: part.trim().lines().map(str::to_owned).collect() };
    text.split("\n\n").map(paragraph).collect()
}
