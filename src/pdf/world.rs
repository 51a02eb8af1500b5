//! The little world in which typst works: a template, the data of one document or card, its pictures, the fonts. Nothing of the
//! machine can be reached from it.

use std::sync::LazyLock;

use ::bytes::Bytes as Given;
use chrono::{Datelike as _, Timelike as _};
use typst::{
    Library, LibraryExt as _, World,
    diag::{FileError, FileResult, SourceDiagnostic},
    foundations::{Bytes, Datetime, Duration, Smart},
    layout::Abs,
    syntax::{FileId, Source},
    text::{Font, FontBook},
    utils::LazyHash,
};
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};
use typst_svg::SvgOptions;

use super::{
    Manuscript,
    card::{self, Card},
};
use crate::{
    clock::Moment,
    error::{Error, Result},
};

static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| LazyHash::new(Library::default()));

/// The fonts that typst brings along, read when the first document is set.
static FONTS: LazyLock<(LazyHash<FontBook>, Vec<Font>)> = LazyLock::new(|| {
    let fonts: Vec<Font> = typst_assets::fonts().flat_map(|data| Font::iter(Bytes::new(data))).collect();
    (LazyHash::new(FontBook::from_fonts(&fonts)), fonts)
});

static TEMPLATE: LazyLock<Source> =
    LazyLock::new(|| Source::detached(include_str!("../../templates/pdf/document.typ")));

static CARD: LazyLock<Source> = LazyLock::new(|| Source::detached(include_str!("../../templates/pdf/card.typ")));

/// What a program calls itself in the files it writes.
const CREATOR: &str = "Metropolis Initiatives";

/// Sets a document: slow, and to be done off the threads that serve.
pub(super) fn set(manuscript: &Manuscript) -> Result<Given> {
    let drawable = is_drawable(manuscript)?;
    let desk = Desk::of(manuscript, drawable)?;
    let printed = print(&desk, manuscript, drawable);
    // Typst remembers what it did, pictures too: nothing of one document is of use to the next.
    typst::comemo::evict(0);
    printed.map(Given::from)
}

/// Draws a card, as slowly.
pub(super) fn draw(card: &Card) -> Result<Given> {
    let data = serde_json::to_vec(card).map_err(Error::internal)?;
    let picture = paint(&Desk { template: &CARD, data: Bytes::new(data), pictures: Vec::new() });
    typst::comemo::evict(0);
    picture.map(Given::from)
}

fn paint(desk: &Desk) -> Result<Vec<u8>> {
    let document = typst::compile(desk).output.map_err(|errors| told(&errors))?;
    card::painted(&typst_svg::svg_merged(&document, &SvgOptions::default(), Abs::zero()))
}

fn print(desk: &Desk, manuscript: &Manuscript, drawable: bool) -> Result<Vec<u8>> {
    let document = typst::compile(desk).output.map_err(|errors| told(&errors))?;
    let strict = PdfStandards::new(&[PdfStandard::Ua_1]).map_err(|error| Error::internal(error.message()))?;
    // PDF/UA-1 demands a glyph for every character. Without one the document stays tagged, and claims no more.
    if drawable {
        match typst_pdf::pdf(&document, &options(manuscript, strict)) {
            Ok(printed) => return Ok(printed),
            Err(errors) => tracing::warn!(error = %told(&errors), "a document is not PDF/UA-1"),
        }
    }
    typst_pdf::pdf(&document, &options(manuscript, PdfStandards::default())).map_err(|errors| told(&errors))
}

fn options(manuscript: &Manuscript, standards: PdfStandards) -> PdfOptions {
    let date = manuscript.at.and_then(date);
    PdfOptions {
        // So that the same document is the same file.
        ident: Smart::Custom(format!("{} {}", manuscript.document.kicker, manuscript.document.title)),
        creator: Smart::Custom(Some(CREATOR.to_owned())),
        timestamp: date.map(Timestamp::new_utc),
        standards,
        ..PdfOptions::default()
    }
}

fn date(at: Moment) -> Option<Datetime> {
    let at = at.utc();
    let [month, day, hour, minute, second] =
        [at.month(), at.day(), at.hour(), at.minute(), at.second()].map(|part| u8::try_from(part).unwrap_or(0));
    Datetime::from_ymd_hms(at.year(), month, day, hour, minute, second)
}

fn told(errors: &[SourceDiagnostic]) -> Error {
    let lines: Vec<&str> = errors.iter().map(|error| error.message.as_str()).collect();
    Error::internal(format!("typst: {}", lines.join("; ")))
}

/// Whether the fonts have a glyph for every character.
fn is_drawable(manuscript: &Manuscript) -> Result<bool> {
    let text = serde_json::to_string(&manuscript.document).map_err(Error::internal)?;
    let mut unusual: Vec<char> = text.chars().filter(|c| !c.is_ascii() && !c.is_whitespace()).collect();
    unusual.sort_unstable();
    unusual.dedup();
    let has = |c: &char| FONTS.1.iter().any(|font| font.info().coverage.contains(u32::from(*c)));
    Ok(unusual.iter().all(has))
}

/// The files of one document.
struct Desk {
    template: &'static Source,
    data: Bytes,
    pictures: Vec<Bytes>,
}

impl Desk {
    fn of(manuscript: &Manuscript, drawable: bool) -> Result<Self> {
        let mut document = manuscript.document.clone();
        if drawable {
            document.undrawable.clear();
        }
        let data = serde_json::to_vec(&document).map_err(Error::internal)?;
        Ok(Self {
            template: &TEMPLATE,
            data: Bytes::new(data),
            pictures: manuscript.pictures.iter().map(|picture| Bytes::new(picture.clone())).collect(),
        })
    }
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &FONTS.0
    }

    fn main(&self) -> FileId {
        self.template.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.template.id() { Ok(self.template.clone()) } else { Err(FileError::AccessDenied) }
    }

    /// `data.json`, and the pictures by their number.
    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let name = id.vpath().get_without_slash();
        if name == "data.json" {
            return Ok(self.data.clone());
        }
        let picture = name.parse::<usize>().ok().and_then(|place| self.pictures.get(place));
        picture.cloned().ok_or(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        FONTS.1.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
