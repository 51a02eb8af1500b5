//! What those who are reached by email type: what they want to hear of, how often, in which language.

pub mod contact;

use std::collections::BTreeSet;

use serde::Deserialize;
use validator::{Validate, ValidationError};

use super::topics::{Rhythm, Topic, TopicKind};
use crate::{mail::Email, web::Values, words::Locale};

/// Asking for letters.
#[derive(Debug, Deserialize, Validate)]
pub struct SubscribeForm {
    #[validate(custom(function = "is_email", message = "form-email-wrong"))]
    pub email: String,
    pub rhythm: Rhythm,
    pub language: Locale,
}

/// Changing what one gets.
#[derive(Debug, Deserialize, Validate)]
pub struct ManageForm {
    pub version: i32,
    pub rhythm: Rhythm,
    pub language: Locale,
}

/// A button that answers what stood on the page.
#[derive(Clone, Copy, Debug, Deserialize, Validate)]
pub struct AnswerForm {
    pub version: i32,
}

/// A list of people to be brought here, with the consent that they have given.
#[derive(Debug, Deserialize, Validate)]
pub struct ImportForm {
    #[validate(
        custom(function = "is_said", message = "subscribers-list-missing"),
        length(max = 500_000, message = "form-too-long")
    )]
    pub list: String,
    #[validate(
        custom(function = "is_said", message = "subscribers-consent-missing"),
        length(max = 1000, message = "form-too-long")
    )]
    pub consent: String,
    pub rhythm: Rhythm,
    pub language: Locale,
}

fn is_email(text: &str) -> Result<(), ValidationError> {
    text.parse::<Email>().map(|_| ()).map_err(|_| ValidationError::new("email"))
}

fn is_said(text: &str) -> Result<(), ValidationError> {
    if text.trim().is_empty() { Err(ValidationError::new("said")) } else { Ok(()) }
}

/// The inputs in which topics are chosen. Where one can be added to others, that has an input of its own.
pub const INPUTS: [(&str, TopicKind); 7] = [
    ("theme", TopicKind::Theme),
    ("region", TopicKind::Region),
    ("country", TopicKind::Country),
    ("add_country", TopicKind::Country),
    ("city", TopicKind::City),
    ("add_city", TopicKind::City),
    ("followed", TopicKind::Initiative),
];

/// Of two things there is only one each.
pub const GENERAL: &str = "general";

/// The input of an Initiative that somebody comes from, by its name in the catalogue.
pub const INITIATIVE: &str = "initiative";

/// What somebody chose who holds these already. An Initiative is followed by its name in the catalogue: its id stands in the
/// forms of those alone who hold it.
pub fn topics_for(values: &Values, held: &BTreeSet<Topic>) -> BTreeSet<Topic> {
    let mut topics = topics(values);
    topics.retain(|topic| !matches!(topic, Topic::Initiative(_)) || held.contains(topic));
    topics
}

/// What is chosen in a form, or in an address that leads to one. What there is not counts as not chosen.
fn topics(values: &Values) -> BTreeSet<Topic> {
    let kinds = values.all(GENERAL).into_iter().filter_map(|code| Topic::read(code.parse().ok()?, ""));
    let others = INPUTS
        .iter()
        .flat_map(|(name, kind)| values.all(name).into_iter().filter_map(|value| Topic::read(*kind, value)));
    kinds.chain(others).collect()
}

/// The inputs that choose these, for a form that shows them.
pub fn chosen(topics: &BTreeSet<Topic>) -> Vec<(String, String)> {
    let input = |topic: &Topic| {
        let known = INPUTS.iter().find(|(name, kind)| *kind == topic.kind() && !name.starts_with("add_"));
        match known {
            Some((name, _)) => ((*name).to_owned(), topic.value()),
            None => (GENERAL.to_owned(), topic.kind().code().to_owned()),
        }
    };
    topics.iter().map(input).collect()
}

/// A line of a list that names somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    pub email: Email,
    pub name: String,
    pub locale: Option<Locale>,
}

/// A list as it was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct List {
    /// Each address once, under its first line.
    pub people: Vec<Listed>,
    /// Lines that name an address again.
    pub again: usize,
    /// The numbers of the lines in which there is no address, with what they say.
    pub unread: Vec<(usize, String)>,
}

/// Reads a list: on each line an address and, in any order and behind commas, semicolons or tabs, a name and a language. So it
/// can be copied from a spreadsheet or from a mail program.
pub fn list(text: &str) -> List {
    let mut list = List::default();
    let mut known = BTreeSet::new();
    for (number, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        match listed(line) {
            Some(one) if known.insert(one.email.clone()) => list.people.push(one),
            Some(_) => list.again += 1,
            None => list.unread.push((number + 1, line.trim().chars().take(120).collect())),
        }
    }
    list
}

fn listed(line: &str) -> Option<Listed> {
    const QUOTES: [char; 3] = ['"', '\'', ' '];
    let mut email = None;
    let mut locale = None;
    let mut name = Vec::new();
    for cell in line.split([';', ',', '\t']) {
        let cell = cell.trim().trim_matches(QUOTES);
        // `Ana Díaz <ana@rosario.example>`
        let (before, address) =
            match cell.split_once('<').and_then(|(name, rest)| Some((name, rest.strip_suffix('>')?))) {
                Some((name, address)) => (name.trim().trim_matches(QUOTES), address),
                None => ("", cell),
            };
        match address.parse::<Email>() {
            Ok(found) if email.is_none() => {
                email = Some(found);
                name.push(before);
            }
            _ if locale.is_none() && cell.len() == 2 && cell.parse::<Locale>().is_ok() => locale = cell.parse().ok(),
            _ => name.push(cell),
        }
    }
    let name = name.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    Some(Listed { email: email?, name: name.chars().take(120).collect(), locale })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_chosen_is_shown_as_chosen() {
        let posted = "general=everything&general=moon&theme=governance&theme=weather&region=africa&country=AR&\
            add_country=FR&city=ar-rosario&add_city=&followed=0197b1a2000070008000000000000001";
        let chosen_once = topics(&Values::from_urlencoded(posted.as_bytes()));
        assert_eq!(chosen_once.len(), 7, "{chosen_once:?}");
        let shown = Values(chosen(&chosen_once));
        assert_eq!(topics(&shown), chosen_once);
        assert!(shown.all("country").contains(&"FR"), "what was added stands among the others");
    }

    #[test]
    fn a_list_is_read_as_people_keep_it() {
        let text = "Email;Name;Language\nana@rosario.example;Ana Díaz;es\r\n\n\"Jean Dupont\" <JEAN@lyon.example>\n\
            fr, chloe@lyon.example\nana@rosario.example\n  nobody\n李雷\tlilei@guangzhou.example";
        let read = list(text);
        let told: Vec<_> = read.people.iter().map(|one| (one.email.as_str(), one.name.as_str(), one.locale)).collect();
        assert_eq!(
            told,
            [
                ("ana@rosario.example", "Ana Díaz", Some(Locale::Es)),
                ("jean@lyon.example", "Jean Dupont", None),
                ("chloe@lyon.example", "", Some(Locale::Fr)),
                ("lilei@guangzhou.example", "李雷", None),
            ]
        );
        assert_eq!(read.again, 1);
        assert_eq!(read.unread, [(1, "Email;Name;Language".to_owned()), (7, "nobody".to_owned())]);
    }
}
