//! What the letters say: all of them, and each in one language.

use std::collections::HashMap;

use askama::Template;

use super::letter::Instant;
use crate::{
    clock::{Moment, Zone},
    entity::letter_wording,
    ids::{LetterId, UserId},
    mail::{
        Wording,
        kinds::{Group, KINDS, Kind},
    },
    web::{
        Filled, Frame,
        wording::{Known, Look, VersionLine, known},
    },
    words::Locale,
};

/// The path of what a kind of letter says in a language.
pub fn href(kind: &Kind, locale: Locale) -> String {
    format!("/admin/letters/{}/{locale}", kind.name)
}

/// All kinds of letters, by what they are about.
#[derive(Template)]
#[template(path = "admin/letters.html")]
pub struct LettersPage {
    pub frame: Frame,
    /// The languages by their own names, each with its tag.
    pub languages: [(&'static str, &'static str); 3],
    pub groups: Vec<GroupLines>,
}

pub struct GroupLines {
    pub title: String,
    pub lines: Vec<KindLine>,
}

pub struct KindLine {
    pub title: String,
    pub texts: Vec<TextLink>,
    pub last: Option<Change>,
}

pub struct TextLink {
    pub href: String,
    pub name: &'static str,
    pub tag: &'static str,
    pub is_own: bool,
}

/// Who has changed it when.
pub struct Change {
    pub at: Instant,
    pub who: String,
}

/// The names of people.
pub type Names = HashMap<UserId, String>;

impl Change {
    pub fn new((by, at): (Option<UserId>, Moment), names: &Names, (locale, zone): (Locale, Zone)) -> Self {
        let at = Instant { iso: at.iso(), when: locale.instant(at, zone) };
        Self { at, who: by.and_then(|who| names.get(&who).cloned()).unwrap_or_default() }
    }

    fn of(row: &letter_wording::Model, names: &Names, reader: (Locale, Zone)) -> Self {
        Self::new((row.written_by, row.written_at), names, reader)
    }
}

impl LettersPage {
    /// `rows` are the last versions of all texts that were ever changed.
    pub fn new(frame: Frame, rows: &[letter_wording::Model], names: &Names, zone: Zone) -> Self {
        let locale = frame.locale;
        let is_own = |kind: &Kind, of: Locale| {
            rows.iter().any(|row| row.kind == kind.name && row.locale == of && row.subject.is_some())
        };
        let link = |kind: &Kind, of: Locale| TextLink {
            href: href(kind, of),
            name: of.own_name(),
            tag: of.tag(),
            is_own: is_own(kind, of),
        };
        let last = |kind: &Kind| rows.iter().filter(|row| row.kind == kind.name).max_by_key(|row| row.written_at);
        let line = |kind: &Kind| KindLine {
            title: frame.t(&kind.key()),
            texts: Locale::ALL.into_iter().map(|of| link(kind, of)).collect(),
            last: last(kind).map(|row| Change::of(row, names, (locale, zone))),
        };
        let group = |group: &Group| GroupLines {
            title: frame.t(&format!("letters-group-{}", group.code())),
            lines: KINDS.iter().filter(|kind| kind.group == *group).map(line).collect(),
        };
        let languages = Locale::ALL.map(|of| (of.own_name(), of.tag()));
        Self { groups: Group::ALL.iter().map(group).collect(), languages, frame }
    }
}

/// Where the values of the example come from.
pub struct Source {
    pub args: Vec<(&'static str, String)>,
    /// The letter that had them, and when it was written; none where they are made up.
    pub letter: Option<(LetterId, Moment)>,
}

/// What a kind of letter says in one language.
#[derive(Template)]
#[template(path = "admin/wording.html")]
pub struct TextPage {
    pub frame: Frame,
    pub filled: Filled,
    pub kind: String,
    pub href: String,
    pub tag: &'static str,
    pub languages: Vec<TextLink>,
    pub is_own: bool,
    pub known: Vec<Known>,
    pub usual: Wording,
    /// As it will arrive; none while something in it cannot stand.
    pub look: Option<Look>,
    /// Where its values come from: a letter's page and its moment; none where they are made up.
    pub source: Option<(String, Instant)>,
    pub versions: Vec<VersionLine>,
    /// Whether the form holds what is kept nowhere.
    pub is_unsaved: bool,
    /// What somebody else has kept meanwhile.
    pub theirs: Option<(String, String)>,
}

impl TextPage {
    pub fn new(
        frame: Frame,
        (kind, locale): (&Kind, Locale),
        (versions, names): (&[letter_wording::Model], &Names),
        source: &Source,
        zone: Zone,
    ) -> Self {
        let reader = (frame.locale, zone);
        let version = |row: &letter_wording::Model| {
            let Change { at: Instant { iso, when }, who } = Change::of(row, names, reader);
            let words = row.wording().map(|wording| (wording.subject, wording.body));
            VersionLine { number: row.version, iso, when, who, words }
        };
        let link =
            |of: Locale| TextLink { href: href(kind, of), name: of.own_name(), tag: of.tag(), is_own: of == locale };
        let of_letter = |(id, at): (LetterId, Moment)| {
            (format!("/admin/mail/{id}"), Instant { iso: at.iso(), when: frame.locale.instant(at, zone) })
        };
        Self {
            filled: Filled::default(),
            kind: frame.t(&kind.key()),
            href: href(kind, locale),
            tag: locale.tag(),
            languages: Locale::ALL.into_iter().map(link).collect(),
            is_own: versions.first().is_some_and(|last| last.subject.is_some()),
            known: with_examples(known(&kind.placeholders(), frame.locale), &source.args),
            usual: kind.usual(locale),
            look: None,
            source: source.letter.map(of_letter),
            versions: versions.iter().map(version).collect(),
            is_unsaved: false,
            theirs: None,
            frame,
        }
    }
}

/// The most of an example that stands beside its placeholder, in characters.
const EXAMPLE: usize = 80;

fn with_examples(mut known: Vec<Known>, args: &[(&'static str, String)]) -> Vec<Known> {
    for one in &mut known {
        let value = args.iter().find(|(name, _)| one.written == format!("{{{name}}}"));
        let line = value.map_or("", |(_, value)| value.lines().next().unwrap_or_default());
        one.example = line.chars().take(EXAMPLE).collect();
    }
    known
}
