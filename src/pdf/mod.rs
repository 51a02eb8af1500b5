//! Documents as PDF, set by typst: tagged, with title, language, headings and alternative texts, after PDF/UA-1. The fonts are
//! those that typst brings along. What people wrote reaches the template as data, and is never read as markup. And cards: pictures
//! that are set in the same way.

pub mod card;
pub mod document;
mod world;

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use bytes::Bytes;
use tokio::{sync::Semaphore, task::spawn_blocking, time::timeout};

use crate::{
    clock::Moment,
    error::{Error, Result},
};
use card::Card;
use document::Document;

/// At most so many documents are set at once: each takes a processor and some memory for a moment.
const AT_ONCE: usize = 2;
/// And so many cards, in turns of their own: whoever asks for many of them holds up no document.
const CARDS_AT_ONCE: usize = 1;
/// So long one waits for a turn.
const PATIENCE: Duration = Duration::from_secs(20);
/// At most so many documents that never change are kept.
const KEPT: usize = 64;
/// At most so many cards are kept, of some ten kilobytes each.
const CARDS: usize = 200;

/// What becomes one PDF. The same manuscript gives the same bytes.
#[derive(Clone, Debug)]
pub struct Manuscript {
    pub document: Document,
    /// JPEG or PNG, each fit to be shown (see [`is_picture`]).
    pub pictures: Vec<Bytes>,
    /// The date that the file tells, if any.
    pub at: Option<Moment>,
}

/// Sets documents, off the threads that serve pages.
pub struct Press {
    turns: Arc<Semaphore>,
    turns_of_cards: Arc<Semaphore>,
    kept: Mutex<HashMap<String, Bytes>>,
    drawn: Mutex<HashMap<Card, Bytes>>,
}

impl Default for Press {
    fn default() -> Self {
        Self {
            turns: Arc::new(Semaphore::new(AT_ONCE)),
            turns_of_cards: Arc::new(Semaphore::new(CARDS_AT_ONCE)),
            kept: Mutex::default(),
            drawn: Mutex::default(),
        }
    }
}

impl Press {
    /// The manuscript as PDF.
    pub async fn print(&self, manuscript: Manuscript) -> Result<Bytes> {
        in_turn(&self.turns, move || world::set(&without_damaged(manuscript))).await
    }

    /// A card as PNG. The same card is drawn once, as long as there is room to keep it.
    pub async fn draw(&self, card: Card) -> Result<Bytes> {
        if let Some(known) = self.drawn.lock().unwrap_or_else(PoisonError::into_inner).get(&card) {
            return Ok(known.clone());
        }
        let drawing = card.clone();
        let picture = in_turn(&self.turns_of_cards, move || world::draw(&drawing)).await?;
        let mut drawn = self.drawn.lock().unwrap_or_else(PoisonError::into_inner);
        if drawn.len() >= CARDS {
            drawn.clear();
        }
        drawn.insert(card, picture.clone());
        Ok(picture)
    }

    /// The same for what never changes, known by `name`: set once in the life of the process.
    pub async fn print_once(&self, name: String, manuscript: impl FnOnce() -> Manuscript) -> Result<Bytes> {
        if let Some(known) = self.kept.lock().unwrap_or_else(PoisonError::into_inner).get(&name) {
            return Ok(known.clone());
        }
        let printed = self.print(manuscript()).await?;
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.len() < KEPT {
            kept.insert(name, printed.clone());
        }
        Ok(printed)
    }
}

async fn in_turn(turns: &Arc<Semaphore>, work: impl FnOnce() -> Result<Bytes> + Send + 'static) -> Result<Bytes> {
    let turn = timeout(PATIENCE, Arc::clone(turns).acquire_owned());
    let turn = turn.await.map_err(|_| Error::Unavailable("too many documents at once".to_owned()))?;
    let turn = turn.map_err(Error::internal)?;
    // The turn goes with the work: a visitor who leaves does not free it early.
    let work = spawn_blocking(move || {
        let done = work();
        drop(turn);
        done
    });
    work.await.map_err(Error::internal)?
}

/// The manuscript without the pictures that cannot be drawn: their files are named, as those are that were never pictures.
fn without_damaged(mut manuscript: Manuscript) -> Manuscript {
    let sound: Vec<bool> = manuscript.pictures.iter().map(|picture| image::load_from_memory(picture).is_ok()).collect();
    let is_sound = |picture: &usize| sound.get(*picture).copied().unwrap_or(false);
    for field in manuscript.document.sections.iter_mut().flat_map(|section| &mut section.fields) {
        if let document::Body::Files { files } = &mut field.body {
            for file in files {
                file.picture = file.picture.filter(is_sound);
            }
        }
    }
    manuscript
}

/// Whether these bytes are a picture that can be set: its size is looked at in the header alone.
pub fn is_picture(bytes: &[u8]) -> bool {
    const MOST_PIXELS: u64 = 4_000_000;
    let reader = image::ImageReader::new(std::io::Cursor::new(bytes)).with_guessed_format();
    let size = reader.ok().and_then(|reader| reader.into_dimensions().ok());
    size.is_some_and(|(width, height)| width > 0 && height > 0 && u64::from(width) * u64::from(height) <= MOST_PIXELS)
}
