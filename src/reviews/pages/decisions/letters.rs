//! What the letters about decisions say: of a call, and of one proposal; and as they will arrive.

use askama::Template;

use crate::{
    calls::DeskCall,
    entity::letter_text,
    reviews::pages::{Head, Reader},
    web::{
        Filled, Frame,
        wording::{Known, Look, VersionLine},
    },
    words::Locale,
};

/// All letters of a call about decisions.
#[derive(Template)]
#[template(path = "desk/decisions/texts.html")]
pub struct TextsPage {
    pub frame: Frame,
    pub call: DeskCall,
    pub kinds: Vec<KindLine>,
}

pub struct KindLine {
    pub title: String,
    pub languages: Vec<LanguageLine>,
}

pub struct LanguageLine {
    pub href: String,
    pub name: &'static str,
    pub tag: &'static str,
    pub stands: String,
}

/// One letter of a call, in one language.
#[derive(Template)]
#[template(path = "desk/decisions/text.html")]
pub struct TextPage {
    pub frame: Frame,
    pub filled: Filled,
    pub call: DeskCall,
    pub texts_href: String,
    pub href: String,
    pub language: &'static str,
    pub tag: &'static str,
    pub is_own: bool,
    pub known: Vec<Known>,
    pub look: Option<Look>,
    pub versions: Vec<VersionLine>,
    /// What somebody else has kept meanwhile.
    pub theirs: Option<(String, String)>,
}

/// What it said before, as the page shows it.
pub fn version_line(row: &letter_text::Model, who: Option<&String>, reader: Reader) -> VersionLine {
    VersionLine {
        number: row.version,
        iso: row.written_at.iso(),
        when: reader.instant(row.written_at),
        who: who.cloned().unwrap_or_default(),
        words: row.wording().map(|wording| (wording.subject, wording.body)),
    }
}

/// The letters about the decision that is prepared for a proposal.
#[derive(Template)]
#[template(path = "desk/decisions/letters.html")]
pub struct LettersPage {
    pub frame: Frame,
    pub head: Head,
    pub filled: Filled,
    pub outcome: String,
    pub decisions_href: String,
    pub decision_href: String,
    pub texts_href: String,
    /// The languages, that of the form among them.
    pub tabs: Vec<LetterTab>,
    pub language: &'static str,
    pub tag: &'static str,
    /// Whose words the letter has in this language.
    pub stands: String,
    pub is_own: bool,
    /// Why nothing can be changed, if it cannot.
    pub closed: Option<String>,
    pub known: Vec<Known>,
    pub looks: Vec<Look>,
    pub order: Option<String>,
    pub theirs: Option<(String, String)>,
}

pub struct LetterTab {
    pub href: String,
    pub name: &'static str,
    pub tag: &'static str,
    /// How many read the letter in it.
    pub readers: String,
    pub current: bool,
}

/// The languages as tabs, with how many of the readers read each.
pub fn tabs(base: &str, current: Locale, read_in: &[Locale], reader: Reader) -> Vec<LetterTab> {
    let tab = |locale: Locale| {
        let readers = read_in.iter().filter(|one| **one == locale).count();
        LetterTab {
            href: format!("{base}?language={}", locale.tag()),
            name: locale.own_name(),
            tag: locale.tag(),
            readers: reader.locale.tr("texts-readers", &[("count", readers.into())]),
            current: locale == current,
        }
    };
    Locale::ALL.into_iter().map(tab).collect()
}
