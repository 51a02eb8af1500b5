//! The forms by which the secretariat adds publications, changes them, puts them in order, and hides them.

use serde::Deserialize;
use validator::{Validate, ValidationError};

use super::{given, is_said, is_web_address_or_nothing};
use crate::{
    calls::answers::Way,
    catalogue::publications::{About, MOST_INITIATIVES, Name, NewCover, NewFile, Tongue, named},
    error::FieldErrors,
    ids::{AnnouncementId, PublicationFileId},
    reviews::rules::THEMES,
    web::{Accepted, Values},
    words::{Locale, Trilingual},
};

/// The inputs of the files: that of the cover, and that of the file in a language which is none of ours.
pub const COVER: &str = "cover";
pub const OTHER_FILE: &str = "file_other";

/// The input of the file in a language of ours.
pub fn file_input(locale: Locale) -> String {
    format!("file_{locale}")
}

/// A publication, new or known, in three languages.
#[derive(Clone, Debug, Default, Deserialize, Validate)]
#[serde(default)]
pub struct PublicationForm {
    /// Of a new one: under which it is announced, so that pressing twice publishes once.
    pub id: Option<AnnouncementId>,
    /// Of a known one: the version that the form was filled from.
    pub version: Option<i32>,
    #[validate(
        custom(function = "is_said", message = "publications-title-missing"),
        length(max = 200, message = "form-too-long")
    )]
    pub title_en: String,
    #[validate(
        custom(function = "is_said", message = "publications-title-missing"),
        length(max = 200, message = "form-too-long")
    )]
    pub title_fr: String,
    #[validate(
        custom(function = "is_said", message = "publications-title-missing"),
        length(max = 200, message = "form-too-long")
    )]
    pub title_es: String,
    #[validate(
        custom(function = "is_said", message = "publications-summary-missing"),
        length(max = 1000, message = "form-too-long")
    )]
    pub summary_en: String,
    #[validate(
        custom(function = "is_said", message = "publications-summary-missing"),
        length(max = 1000, message = "form-too-long")
    )]
    pub summary_fr: String,
    #[validate(
        custom(function = "is_said", message = "publications-summary-missing"),
        length(max = 1000, message = "form-too-long")
    )]
    pub summary_es: String,
    #[validate(custom(function = "is_year_or_nothing", message = "publications-year-wrong"))]
    pub year: String,
    #[validate(
        custom(function = "is_web_address_or_nothing", message = "accounts-website-wrong"),
        length(max = 500, message = "form-too-long")
    )]
    pub link: String,
    #[validate(custom(function = "is_theme_or_nothing", message = "form-choice-wrong"))]
    pub theme: String,
    /// The Initiatives that it belongs to, one a line.
    pub initiatives: String,
    /// The tag of the language of the file that is in none of ours.
    pub other_language: String,
}

impl PublicationForm {
    pub fn about(&self) -> About {
        About {
            title: trilingual(&self.title_en, &self.title_fr, &self.title_es),
            summary: trilingual(&self.summary_en, &self.summary_fr, &self.summary_es),
            year: self.year.trim().parse().ok(),
            link: given(&self.link),
            theme: self.theme.clone(),
        }
    }

    /// The Initiatives that it names.
    pub fn names(&self, locale: Locale) -> Result<Vec<Name>, FieldErrors> {
        let wrong = |message: String| FieldErrors::one("initiatives", message);
        let names = named(&self.initiatives)
            .map_err(|line| wrong(locale.tr("publications-initiative-wrong", &[("line", shortened(&line).into())])))?;
        if names.len() > MOST_INITIATIVES {
            return Err(wrong(locale.tr("publications-initiatives-many", &[("limit", MOST_INITIATIVES.into())])));
        }
        Ok(names)
    }

    /// The files that came along, each with its language.
    pub fn files(&self, came: &[Accepted], locale: Locale) -> Result<Vec<NewFile>, FieldErrors> {
        let ours = Locale::ALL.into_iter().filter_map(|one| Some((Tongue::of(one), last(came, &file_input(one))?)));
        let mut files: Vec<NewFile> = ours.map(|(language, file)| new_file(language, file)).collect();
        match (last(came, OTHER_FILE), self.other_language.parse::<Tongue>().ok()) {
            (None, None) => {}
            (None, Some(_)) => return Err(FieldErrors::one(OTHER_FILE, locale.t("publications-other-missing"))),
            (Some(_), None) => {
                return Err(FieldErrors::one("other_language", locale.t("publications-language-missing")));
            }
            (Some(_), Some(language)) if files.iter().any(|file| file.language == language) => {
                return Err(FieldErrors::one("other_language", locale.t("publications-language-twice")));
            }
            (Some(file), Some(language)) => files.push(new_file(language, file)),
        }
        Ok(files)
    }
}

/// The image of the cover that came along, if there is one.
pub fn cover(came: &[Accepted]) -> Option<NewCover> {
    let file = last(came, COVER)?;
    let (width, height) = file.pixels?;
    Some(NewCover { sha256: file.sha256.clone(), media_type: file.media_type.clone(), width, height })
}

/// Whether the cover is to be taken off, and the files that are to be taken away.
pub fn gone(values: &Values) -> (bool, Vec<PublicationFileId>) {
    let files = values.all("gone").into_iter().filter_map(|id| id.parse().ok()).collect();
    (values.get("cover_gone").is_some(), files)
}

/// What was chosen last in an input: it takes the place of what was received before, beside a wrong answer.
fn last<'f>(came: &'f [Accepted], input: &str) -> Option<&'f Accepted> {
    came.iter().rev().find(|file| file.field == input)
}

fn new_file(language: Tongue, file: &Accepted) -> NewFile {
    NewFile { language, name: file.name.clone(), size: file.size, sha256: file.sha256.clone() }
}

/// So much of a line as a message can tell back.
fn shortened(line: &str) -> String {
    line.chars().take(80).collect()
}

fn trilingual(en: &str, fr: &str, es: &str) -> Trilingual {
    let trimmed = |text: &str| text.trim().replace("\r\n", "\n");
    Trilingual { en: trimmed(en), fr: trimmed(fr), es: trimmed(es) }
}

fn is_year_or_nothing(typed: &str) -> Result<(), ValidationError> {
    let fine = typed.trim().is_empty() || typed.trim().parse().is_ok_and(|year: i32| (1985..=2100).contains(&year));
    if fine { Ok(()) } else { Err(ValidationError::new("year")) }
}

fn is_theme_or_nothing(code: &str) -> Result<(), ValidationError> {
    let fine = code.is_empty() || THEMES.contains(&code);
    if fine { Ok(()) } else { Err(ValidationError::new("theme")) }
}

/// A button that moves a publication.
#[derive(Clone, Debug, Deserialize, Validate)]
pub struct MoveForm {
    /// Its slug.
    pub publication: String,
    /// `up` or `down`.
    pub to: String,
}

impl MoveForm {
    pub fn way(&self) -> Option<Way> {
        match self.to.as_str() {
            "up" => Some(Way::Up),
            "down" => Some(Way::Down),
            _ => None,
        }
    }
}

/// A button that hides a publication, or shows it.
#[derive(Clone, Debug, Deserialize, Validate)]
pub struct ShownForm {
    /// Its slug.
    pub publication: String,
    /// `yes` or `no`.
    pub shown: String,
}
