//! Publications: as everybody reads of them, and as the secretariat adds them, puts them in order and changes them.

use std::collections::BTreeSet;

use askama::Template;

use crate::{
    calls::Difference,
    catalogue::{content::Texts, publications::Tongue},
    entity::{catalogue_entry, publication, publication_file},
    error::FieldErrors,
    guidelines::{Stored, difference::words},
    places::Country,
    proposals::published::told,
    reviews::rules::THEMES,
    web::{Filled, Frame, Values},
    words::Locale,
};

/// The image of a cover.
pub struct Cover {
    /// Its address, which another image does not have; it ends within a query.
    pub src: String,
    pub pixels: Option<(u32, u32)>,
}

impl Cover {
    fn of(row: &publication::Model) -> Option<Self> {
        let seal = row.cover_sha256.as_deref()?.get(..8)?;
        let pixels = u32::try_from(row.cover_width).ok().zip(u32::try_from(row.cover_height).ok());
        Some(Self { src: format!("/publications/{}/cover?of={seal}", row.slug), pixels })
    }
}

/// A publication in a list. One without an image has a cover drawn for it.
pub struct Brief {
    pub slug: String,
    pub href: String,
    pub title: String,
    pub summary: String,
    pub year: Option<i32>,
    /// Where it can be read elsewhere.
    pub link: Option<String>,
    /// The code of its theme, empty for none.
    pub theme: String,
    pub cover: Option<Cover>,
    pub shown: bool,
    /// The languages of its files: the tag, and what each calls itself.
    pub languages: Vec<(&'static str, &'static str)>,
}

impl Brief {
    pub fn new(row: &publication::Model, files: &[publication_file::Model], locale: Locale) -> Self {
        Self {
            slug: row.slug.clone(),
            href: format!("/publications/{}", row.slug),
            title: row.title.get(locale).to_owned(),
            summary: row.summary.get(locale).to_owned(),
            year: row.year,
            link: row.link.clone(),
            theme: row.theme.clone(),
            cover: Cover::of(row),
            shown: row.shown,
            languages: files.iter().map(|file| (file.language.code(), file.language.own_name())).collect(),
        }
    }
}

/// A file of a publication.
pub struct File {
    pub id: String,
    pub href: String,
    /// The tag of its language, and what this calls itself.
    pub tag: &'static str,
    pub language: &'static str,
    pub name: String,
    pub size: String,
}

fn files_of(row: &publication::Model, files: &[publication_file::Model], locale: Locale) -> Vec<File> {
    let file = |file: &publication_file::Model| File {
        id: file.id.to_string(),
        href: format!("/publications/{}/files/{}", row.slug, file.id),
        tag: file.language.code(),
        language: file.language.own_name(),
        name: file.name.clone(),
        size: locale.size(u64::try_from(file.size).unwrap_or_default()),
    };
    files.iter().map(file).collect()
}

/// Guidelines, with the forms in which they can be had.
pub struct GuidelinesLinks {
    pub title: String,
    pub version: String,
    pub page: String,
    pub form: String,
    pub json: String,
}

impl GuidelinesLinks {
    /// The newest version of each. `stored`: the newest first.
    fn newest(stored: &[Stored], locale: Locale) -> Vec<Self> {
        let mut seen = BTreeSet::new();
        let newest = stored.iter().filter(|one| seen.insert(one.definition.slug.as_str()));
        let links = newest.map(|one| {
            let definition = &one.definition;
            let page = format!("/guidelines/{}", definition.slug);
            Self {
                title: definition.title.get(locale).to_owned(),
                version: locale.tr("guidelines-page-version", &[("version", definition.version.into())]),
                form: format!("{page}/form.pdf"),
                json: format!("{page}.json"),
                page,
            }
        });
        links.collect()
    }
}

/// All that everybody may read.
#[derive(Template)]
#[template(path = "catalogue/publications.html")]
pub struct PublicationsPage {
    pub frame: Frame,
    pub note: String,
    pub publications: Vec<Brief>,
    pub guidelines: Vec<GuidelinesLinks>,
}

impl PublicationsPage {
    pub fn new(frame: Frame, publications: Vec<Brief>, texts: &Texts, guidelines: &[Stored]) -> Self {
        let locale = frame.locale;
        Self {
            note: texts.say("publications.note", locale),
            publications,
            guidelines: GuidelinesLinks::newest(guidelines, locale),
            frame,
        }
    }
}

/// An Initiative that a publication belongs to.
pub struct Linked {
    pub href: String,
    pub title: String,
    pub lang: &'static str,
    pub place: String,
}

impl Linked {
    fn new(row: &catalogue_entry::Model, locale: Locale) -> Self {
        let (title, language) = told(&row.title, row.language, locale);
        let country = Country::from_code(&row.country).map(|country| country.name(locale)).unwrap_or_default();
        let place = [row.city.as_str(), country.as_str()].into_iter().filter(|part| !part.is_empty());
        Self {
            href: format!("/initiatives/{}", row.slug),
            title: title.to_owned(),
            lang: language.tag(),
            place: place.collect::<Vec<_>>().join(", "),
        }
    }
}

/// One publication.
#[derive(Template)]
#[template(path = "catalogue/publication_page.html")]
pub struct PublicationPage {
    pub frame: Frame,
    pub item: Brief,
    pub files: Vec<File>,
    pub initiatives: Vec<Linked>,
}

impl PublicationPage {
    pub fn new(
        frame: Frame,
        row: &publication::Model,
        files: &[publication_file::Model],
        initiatives: &[catalogue_entry::Model],
    ) -> Self {
        let locale = frame.locale;
        Self {
            item: Brief::new(row, files, locale),
            files: files_of(row, files, locale),
            initiatives: initiatives.iter().map(|row| Linked::new(row, locale)).collect(),
            frame,
        }
    }
}

/// The inputs of one language.
pub struct Inputs {
    pub title: String,
    pub summary: String,
    pub language: &'static str,
    pub tag: &'static str,
}

/// What the form of a publication offers beside what is typed into it.
pub struct Offered {
    pub languages: Vec<Inputs>,
    /// Codes and names.
    pub themes: Vec<(String, String)>,
    /// The languages that have no inputs of their own: tags, and what each calls itself.
    pub tongues: Vec<(String, String)>,
    /// What a publication that is known has already.
    pub cover: Option<Cover>,
    pub files: Vec<File>,
}

impl Offered {
    fn new(locale: Locale) -> Self {
        let inputs = |one: Locale| Inputs {
            title: format!("title_{one}"),
            summary: format!("summary_{one}"),
            language: one.own_name(),
            tag: one.tag(),
        };
        let theme = |code: &str| (code.to_owned(), locale.t(&format!("layout-theme-{code}")));
        let tongue = |tongue: Tongue| (tongue.code().to_owned(), tongue.own_name().to_owned());
        Self {
            languages: Locale::ALL.map(inputs).into(),
            themes: THEMES.map(theme).into(),
            tongues: Tongue::others().map(tongue).collect(),
            cover: None,
            files: Vec::new(),
        }
    }
}

/// All publications in their order, those that are hidden among them, and the form for one more.
#[derive(Template)]
#[template(path = "catalogue/add_publication.html")]
pub struct ShelfPage {
    pub frame: Frame,
    pub filled: Filled,
    pub publications: Vec<Brief>,
    pub offered: Offered,
}

impl ShelfPage {
    pub fn new(frame: Frame, filled: Filled, publications: Vec<Brief>) -> Self {
        Self { offered: Offered::new(frame.locale), filled, publications, frame }
    }
}

/// One publication, to be changed.
#[derive(Template)]
#[template(path = "catalogue/edit_publication.html")]
pub struct EditPage {
    pub frame: Frame,
    pub filled: Filled,
    pub item: Brief,
    pub offered: Offered,
    /// The version that the next save is on top of.
    pub version: String,
    /// What somebody else saved meanwhile, beside what was typed here.
    pub differences: Vec<Difference>,
}

impl EditPage {
    pub fn new(frame: Frame, filled: Filled, row: &publication::Model, files: &[publication_file::Model]) -> Self {
        let (locale, typed) = (frame.locale, filled.value("version"));
        let version = if typed.is_empty() { row.version.to_string() } else { typed.to_owned() };
        let offered = Offered { cover: Cover::of(row), files: files_of(row, files, locale), ..Offered::new(locale) };
        Self { item: Brief::new(row, files, locale), offered, version, differences: Vec::new(), filled, frame }
    }

    /// Puts what is stored now beside what was typed. The next save is on top of what is stored now.
    #[must_use]
    pub fn beside(mut self, row: &publication::Model, stored: &Values) -> Self {
        let locale = self.frame.locale;
        let differs = |(input, label): (String, String)| {
            let (theirs, yours) = (said(stored, &input, locale), said(&self.filled.values, &input, locale));
            (theirs != yours).then(|| Difference { label, theirs: words(&yours, &theirs), yours })
        };
        self.differences = labels(locale).into_iter().filter_map(differs).collect();
        // What differs says more than the message does; where only files do, there is only the message.
        if !self.differences.is_empty() {
            self.filled.errors = FieldErrors::default();
        }
        self.version = row.version.to_string();
        self
    }
}

/// What is stored of a publication, as its form holds it.
pub fn stored(row: &publication::Model, initiatives: &[catalogue_entry::Model], locale: Locale) -> Values {
    let line = |entry: &catalogue_entry::Model| {
        format!("{} {}", entry.reference, told(&entry.title, entry.language, locale).0)
    };
    let lines: Vec<String> = initiatives.iter().map(line).collect();
    let mut values = Values(row.about().typed());
    values.add("initiatives".to_owned(), &lines.join("\n"));
    values
}

/// The inputs that hold words, with their labels, in the order of the form.
fn labels(locale: Locale) -> Vec<(String, String)> {
    let texts = Locale::ALL.into_iter().flat_map(|one| {
        [("title", "publications-title"), ("summary", "publications-summary")]
            .map(|(name, label)| (format!("{name}_{one}"), locale.pair(locale.t(label), one.own_name())))
    });
    let rest = [
        ("year", "publications-year"),
        ("theme", "publications-theme"),
        ("link", "publications-link"),
        ("initiatives", "publications-initiatives"),
    ];
    texts.chain(rest.map(|(name, label)| (name.to_owned(), locale.t(label)))).collect()
}

/// What an input says, as people read it.
fn said(values: &Values, input: &str, locale: Locale) -> String {
    let value = values.get(input).unwrap_or_default().trim().replace("\r\n", "\n");
    match THEMES.iter().find(|code| input == "theme" && **code == value) {
        Some(code) => locale.t(&format!("layout-theme-{code}")),
        None => value,
    }
}
