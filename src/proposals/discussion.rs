//! Conversations about a proposal: who reads and writes in which, how long what goes to an applicant is held, whom a text names.

use std::{collections::BTreeSet, time::Duration};

use super::{
    policy::{Deed, Standing, may},
    rules::Audience,
};
use crate::words::fold;

/// How long a message to the applicant can be taken back.
pub const HOLD: Duration = Duration::from_secs(60);

/// The longest subject and the longest message, in characters.
pub const MOST_SUBJECT: usize = 120;
pub const MOST_BODY: usize = 8_000;

/// How many files come with a message, how large each may be in bytes, and of which types, as their content tells.
pub const MOST_FILES: usize = 3;
pub const MOST_BYTES: u64 = 10_000_000;
pub const FILE_TYPES: &[&str] = &["application/pdf", "image/jpeg", "image/png", "image/webp"];

impl Audience {
    pub const fn reading(self) -> Deed {
        match self {
            Self::Internal => Deed::ReadInternal,
            Self::Reviewers => Deed::ReadAmongReviewers,
            Self::Applicant => Deed::ReadToApplicant,
        }
    }

    /// The icon that stands for it, beside its word.
    pub const fn icon(self) -> &'static str {
        match self {
            Self::Internal => "lock",
            Self::Reviewers => "people",
            Self::Applicant => "mail",
        }
    }

    pub const fn writing(self) -> Deed {
        match self {
            Self::Internal => Deed::CommentInternally,
            Self::Reviewers => Deed::CommentAmongReviewers,
            Self::Applicant => Deed::CommentToApplicant,
        }
    }
}

/// As whom somebody reads the conversations of one audience.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reading {
    /// Whether what others say is there; a reviewer may write before they may read that.
    pub others: bool,
    /// Whether they may know who the others are.
    pub names: bool,
}

/// As whom somebody of this standing reads them; none if for them there are no such conversations.
pub fn reading(standing: &Standing, audience: Audience) -> Option<Reading> {
    let others = may(standing, audience.reading()).is_yes();
    let own = may(standing, audience.writing()).is_yes();
    let names = !standing.roles.reviewer || may(standing, Deed::KnowReviewers).is_yes();
    (others || own).then_some(Reading { others, names })
}

/// For whom somebody can begin a conversation, the narrowest first: that is what a form offers unless another is chosen.
pub fn open_to(standing: &Standing) -> Vec<Audience> {
    Audience::ALL.iter().copied().filter(|audience| may(standing, audience.writing()).is_yes()).collect()
}

/// Why somebody who may write among the reviewers, or will, does not read what the others say there; the key of the words.
pub fn hidden(standing: &Standing) -> Option<&'static str> {
    match may(standing, Deed::ReadAmongReviewers).reason()? {
        "proposals-no-own-review-first" => Some("discussion-others-hidden"),
        "proposals-no-reviews-phase" => Some("proposals-no-comments-phase"),
        other => Some(other),
    }
}

/// Whether somebody of this standing has anything to do with conversations: for all others there is no such page.
pub fn discusses(standing: &Standing) -> bool {
    Audience::ALL.iter().any(|audience| reading(standing, *audience).is_some())
}

/// Whether somebody of this standing reads as one of the house: on a page of its own, and not on that of their own proposal.
pub fn is_house(standing: &Standing) -> bool {
    standing.roles.secretariat || standing.roles.reviewer
}

/// Whether a conversation can be called done with by somebody of this standing: an applicant waits for that.
pub fn resolves(standing: &Standing, audience: Audience) -> bool {
    let writes = may(standing, audience.writing()).is_yes();
    writes && (audience != Audience::Applicant || standing.roles.secretariat)
}

/// Whether what was said can be written anew: not what an applicant has read, or has written to be answered.
pub fn can_be_edited(audience: Audience) -> bool {
    audience != Audience::Applicant
}

/// The first line of a text, no longer than this many characters.
pub fn first_line(text: &str, most: usize) -> String {
    let line = text.lines().next().unwrap_or_default();
    let cut: String = line.chars().take(most).collect();
    match (cut.len() < line.len(), line.len() < text.trim_end().len()) {
        (true, _) => format!("{}…", cut.trim_end()),
        (false, true) => format!("{line} …"),
        (false, false) => cut,
    }
}

/// Whom a text names by `@` and their whole name, among these. Of two names that fit, the longer one is meant.
pub fn named<'p, T: Copy + Ord>(text: &str, people: impl Iterator<Item = (T, &'p str)> + Clone) -> BTreeSet<T> {
    marks(text).filter_map(|at| called(&text[at + 1..], people.clone()).map(|(person, _)| person)).collect()
}

/// The text with other words in the place of these whole names, called by `@` or not, for readers who must not know them.
pub fn without_names<'p>(text: &str, names: impl Iterator<Item = &'p str> + Clone, instead: &str) -> String {
    // Most words are told by their first letter to begin no name.
    let firsts: BTreeSet<char> = names.clone().filter_map(|name| fold(name).chars().next()).collect();
    let may_begin =
        |letter: char| fold(letter.encode_utf8(&mut [0; 4])).chars().next().is_some_and(|c| firsts.contains(&c));
    let marked: BTreeSet<usize> = marks(text).map(|at| at + 1).collect();
    let mut rest = 0;
    let mut out = String::new();
    for (at, letter) in beginnings(text) {
        if at < rest || !may_begin(letter) {
            continue;
        }
        // A name of one word may be any word, unless it is called.
        let is_called = marked.contains(&at);
        let meant = names.clone().filter(|name| is_called || name.contains(char::is_whitespace));
        if let Some((_, length)) = called(&text[at..], meant.map(|name| ((), name))) {
            out.push_str(&text[rest..at]);
            out.push_str(instead);
            rest = at + length;
        }
    }
    out + &text[rest..]
}

/// Where words begin, and with which letter.
fn beginnings(text: &str) -> impl Iterator<Item = (usize, char)> {
    let mut before: Option<char> = None;
    text.char_indices().filter(move |(_, letter)| {
        let begins = !before.is_some_and(char::is_alphanumeric);
        before = Some(*letter);
        begins
    })
}

/// Where an `@` stands that is no part of an address.
fn marks(text: &str) -> impl Iterator<Item = usize> {
    let begins = |at: usize| !text[..at].chars().next_back().is_some_and(char::is_alphanumeric);
    text.match_indices('@').map(|(at, _)| at).filter(move |at| begins(*at))
}

/// Who is called at the beginning of a text, and how many bytes of it their name takes.
fn called<'p, T>(text: &str, people: impl Iterator<Item = (T, &'p str)>) -> Option<(T, usize)> {
    let fits = |(person, name): (T, &'p str)| {
        let count = name.chars().count();
        let length: usize = text.chars().take(count).map(char::len_utf8).sum();
        let ends = !text[length..].chars().next().is_some_and(char::is_alphanumeric);
        (count > 0 && ends && fold(&text[..length]) == fold(name)).then_some((person, length))
    };
    people.filter_map(fits).max_by_key(|(_, length)| *length)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PEOPLE: [(u8, &str); 4] = [(1, "Ruth Hill"), (2, "Ève Roux"), (3, "Ruth Hill-Roux"), (4, "")];

    fn found(text: &str) -> Vec<u8> {
        named(text, PEOPLE.into_iter()).into_iter().collect()
    }

    #[test]
    fn people_are_named_by_their_whole_name_whatever_the_case_and_the_accents() {
        assert_eq!(found("@Ruth Hill and @eve roux, please"), [1, 2]);
        assert_eq!(found("(@Ève Roux)"), [2]);
        assert_eq!(found("@Ruth, @Ruth Hillary and Ruth Hill"), Vec::<u8>::new());
        assert_eq!(found("@Ruth Hill-Roux"), [3], "the longer name is meant");
        assert_eq!(found("write to mail@Ruth Hill"), Vec::<u8>::new(), "an address");
        assert_eq!(found("@"), Vec::<u8>::new());
    }

    #[test]
    fn a_first_line_says_whether_more_follows() {
        assert_eq!(first_line("Dear city.", 20), "Dear city.");
        assert_eq!(first_line("Dear city.\n\nWe ask you", 20), "Dear city. …");
        assert_eq!(first_line("Übermorgen früh", 11), "Übermorgen…");
    }

    #[test]
    fn names_are_left_out_for_those_who_must_not_know_them() {
        let names = ["Ruth Hill", "Ève Roux"];
        let said = without_names("@Ruth Hill asked @Eve Roux. Ruth Hill waits.", names.into_iter(), "…");
        assert_eq!(said, "@… asked @…. … waits.");
        let said = without_names("To RUTH HILL's friends, not to Ruth Hillary or (ève roux)", names.into_iter(), "…");
        assert_eq!(said, "To …'s friends, not to Ruth Hillary or (…)");
        assert_eq!(without_names("Nobody@here", names.into_iter(), "…"), "Nobody@here");
        assert_eq!(without_names("@Will will", ["Will"].into_iter(), "…"), "@… will", "one word may be any word");
    }
}
