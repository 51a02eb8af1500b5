//! A letter's words in its recipient's language, as text and as HTML with equal content.
//!
//! Values may come from anybody, and letters go to people who never heard of us, so a value stays a value: while the words
//! are put together it stands between two marks that no value can hold. It cannot start a paragraph, end one or add a line
//! of its own; alone in a paragraph it is a quotation; a web address in it is not clickable unless it is one of ours. Links
//! are made of nothing but the button and the values named in [`ADDRESSES`], which the service makes itself.

use askama::Template;
use fluent_templates::fluent_bundle::FluentValue;

use super::{
    Letter, LetterClass, LetterTexts,
    kinds::SENTENCES,
    letter::{Button, Words},
    wording::filled,
};
use crate::{
    config::Config,
    error::{Error, Result},
    words::{Arg, Locale},
};

/// A letter ready to be stored and sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rendered {
    pub subject: String,
    pub text: String,
    pub html: String,
}

/// One of several things that a letter tells: a digest's.
pub(super) struct Told {
    pub subject: String,
    /// As [`worded`] gives it.
    pub body: String,
    pub link: Option<Link>,
}

/// Writes the letter out, in its own words or in those that such letters have now.
pub fn render(config: &Config, texts: &LetterTexts, letter: &Letter) -> Result<Rendered> {
    render_with(config, texts, letter, &[])
}

/// Writes out a letter that tells of several things below its own words.
pub(super) fn render_with(config: &Config, texts: &LetterTexts, letter: &Letter, told: &[Told]) -> Result<Rendered> {
    let locale = letter.to.locale;
    let (subject, body) = worded(config, texts, letter)?;
    let subject = one_line(&subject, SUBJECT_LENGTH);
    let blocks = blocks(&body);
    let entries = told.iter().map(Entry::from).collect::<Vec<_>>();
    let name = one_line(&tame(config, &letter.to.name), NAME_LENGTH);
    let frame = Frame {
        language: locale.tag(),
        greeting: greeting(locale, &name),
        blocks: &blocks,
        entries: &entries,
        button: letter.action.as_ref().map(|button| link(locale, button)).transpose()?,
        closing: locale.t("mail-closing"),
        service: locale.t("mail-service"),
        why: why(config, letter),
        home: config.link("/"),
        manage: letter.because.as_ref().map(|because| manage(locale, &because.manage)).transpose()?,
        unsubscribe: unsubscribe(letter)?,
    };
    let text = TextFrame { frame: &frame }.render().map_err(Error::internal)?;
    let html = HtmlFrame { frame: &frame, subject: &subject }.render().map_err(Error::internal)?;
    Ok(Rendered { text, html, subject })
}

/// Why it comes. Names in the sentence may be anybody's, so it is no more than a line of text.
fn why(config: &Config, letter: &Letter) -> String {
    let locale = letter.to.locale;
    match (&letter.because, letter.class) {
        (Some(because), _) => one_line(&tame(config, &because.why), usize::MAX),
        (None, LetterClass::Service) => locale.t("mail-why-service"),
        (None, LetterClass::Announcement) => locale.t("mail-why-announcement"),
    }
}

fn manage(locale: Locale, at: &str) -> Result<Link> {
    Ok(Link { label: locale.t("mail-manage"), link: address(at)? })
}

/// The subject and the body with their values between marks.
pub(super) fn worded(config: &Config, texts: &LetterTexts, letter: &Letter) -> Result<(String, String)> {
    let own = match &letter.words {
        Words::OfKind => None,
        Words::Own(own) => Some(own),
    };
    let words = texts.or_own(own, letter.kind, letter.to.locale)?;
    let text = |text: &str| filled(&cleaned(text), |name| value(config, letter, name));
    Ok((text(&words.subject), text(&words.body)))
}

/// What stands in the place of a placeholder: a value between marks, or words of the service with values within.
fn value(config: &Config, letter: &Letter, name: &str) -> Option<String> {
    if SENTENCES.contains(&name) {
        return Some(sentence(config, letter, name));
    }
    let (name, value) = letter.args.iter().find(|(known, _)| *known == name)?;
    Some(between_marks(config, name, value))
}

/// A sentence as the values choose it. One that says nothing leaves two marks, so that its line is no blank one, which would
/// part the paragraph around it.
fn sentence(config: &Config, letter: &Letter, name: &str) -> String {
    let args: Vec<Arg<'_>> = letter.args.iter().map(|(name, value)| (*name, marked(config, name, value))).collect();
    let said = letter.to.locale.tr(&format!("mail-says-{name}"), &args);
    if said.trim().is_empty() { format!("{OPEN}{CLOSE}") } else { said }
}

const SUBJECT_LENGTH: usize = 180;
const NAME_LENGTH: usize = 80;

fn greeting(locale: Locale, name: &str) -> String {
    if name.is_empty() {
        locale.t("mail-greeting-nameless")
    } else {
        locale.tr("mail-greeting", &[("name", name.to_owned().into())])
    }
}

pub(super) fn link(locale: Locale, button: &Button) -> Result<Link> {
    Ok(Link { label: locale.t(button.label_key), link: address(&button.link)? })
}

fn unsubscribe(letter: &Letter) -> Result<Option<Link>> {
    match (&letter.unsubscribe, letter.class) {
        (Some(at), _) => Ok(Some(Link { label: letter.to.locale.t("mail-unsubscribe"), link: address(at)? })),
        (None, LetterClass::Service) => Ok(None),
        (None, LetterClass::Announcement) => Err(Error::internal("an announcement without a way to stop it")),
    }
}

/// An address that may stand in a link and in a header.
fn address(link: &str) -> Result<String> {
    let url = url::Url::parse(link).map_err(|_| Error::internal("a letter's link is not an absolute address"))?;
    if !matches!(url.scheme(), "http" | "https") {
        return Err(Error::internal("a letter's link is not a web address"));
    }
    Ok(url.into())
}

#[derive(Clone, Debug)]
pub(super) struct Link {
    pub label: String,
    pub link: String,
}

/// One of several things, as the frame shows it.
struct Entry<'a> {
    heading: String,
    blocks: Vec<Block>,
    link: Option<&'a Link>,
}

impl<'a> From<&'a Told> for Entry<'a> {
    fn from(told: &'a Told) -> Self {
        let heading = one_line(&told.subject, SUBJECT_LENGTH);
        Self { heading, blocks: blocks(&told.body), link: told.link.as_ref() }
    }
}

struct Frame<'a> {
    language: &'static str,
    greeting: String,
    blocks: &'a [Block],
    entries: &'a [Entry<'a>],
    button: Option<Link>,
    closing: String,
    service: String,
    why: String,
    home: String,
    manage: Option<Link>,
    unsubscribe: Option<Link>,
}

#[derive(Template)]
#[template(path = "mail/frame.txt")]
struct TextFrame<'a> {
    frame: &'a Frame<'a>,
}

#[derive(Template)]
#[template(path = "mail/frame.html")]
struct HtmlFrame<'a> {
    frame: &'a Frame<'a>,
    subject: &'a str,
}

/// A part of the body.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Block {
    /// Lines of our own words, with values within them.
    Paragraph(Vec<String>),
    /// What somebody wrote: paragraphs of lines.
    Quote(Vec<Vec<String>>),
    /// The address of a page of ours, alone in a paragraph.
    Address(String),
}

impl Block {
    fn text(&self) -> String {
        match self {
            Self::Paragraph(lines) => lines.join("\n"),
            Self::Address(address) => address.clone(),
            Self::Quote(paragraphs) => {
                let quoted =
                    |lines: &Vec<String>| lines.iter().map(|l| format!("> {l}")).collect::<Vec<_>>().join("\n");
                paragraphs.iter().map(quoted).collect::<Vec<_>>().join("\n>\n")
            }
        }
    }
}

/// The marks before and after a value: private to us, and taken out of every value.
const OPEN: char = '\u{e000}';
const CLOSE: char = '\u{e001}';
/// Behind the first mark of a value that is an address of ours.
const OURS: char = '\u{e002}';

/// The names of values that are addresses of our own pages. Whoever posts a letter makes them by `Config::link`, never from
/// what people wrote.
const ADDRESSES: [&str; 1] = ["verify"];

/// A value as a sentence takes it: a whole number as a number, so that the words can agree with it; a code as it is, so that
/// they can choose by it; anything else tamed and between marks.
fn marked<'a>(config: &Config, name: &str, value: &str) -> FluentValue<'a> {
    let is_count = value.len() <= 9 && !(value.len() > 1 && value.starts_with('0'));
    if is_count && let Ok(number) = value.parse::<u32>() {
        return FluentValue::from(number);
    }
    if value.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_') {
        return FluentValue::from(value.to_owned());
    }
    FluentValue::from(between_marks(config, name, value))
}

fn between_marks(config: &Config, name: &str, value: &str) -> String {
    let ours = if is_ours(config, name, value) { OURS.to_string() } else { String::new() };
    format!("{OPEN}{ours}{}{CLOSE}", tame(config, value))
}

fn is_ours(config: &Config, name: &str, value: &str) -> bool {
    ADDRESSES.contains(&name)
        && value.starts_with(&format!("{}/", config.origin()))
        && value.chars().all(|c| c.is_ascii_graphic())
}

/// The value without anything that is not text, and web addresses that are not ours made unclickable.
fn tame(config: &Config, value: &str) -> String {
    unclickable(config, cleaned(value).trim())
}

/// Line ends made the same; other control characters, our marks and the characters that turn the direction of what follows
/// taken out.
fn cleaned(value: &str) -> String {
    let value = value.replace("\r\n", "\n").replace(['\r', '\u{2028}', '\u{2029}', '\u{b}', '\u{c}', '\u{85}'], "\n");
    let turns = |c: char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let kept =
        |c: &char| *c == '\n' || !(c.is_control() || turns(*c) || matches!(*c, OPEN | CLOSE | OURS | '\u{feff}'));
    value.chars().map(|c| if c == '\t' { ' ' } else { c }).filter(kept).collect()
}

/// Breaks web addresses with a word joiner, which no one sees and no mail reader takes for a part of an address. Those of mailboxes
/// stay whole: somebody may have to copy one.
fn unclickable(config: &Config, text: &str) -> String {
    const JOINER: char = '\u{2060}';
    let ours = format!("{}/", config.origin());
    let mut out = String::with_capacity(text.len());
    for word in text.split_inclusive(char::is_whitespace) {
        // An address of ours, and nothing that hides behind one.
        let (own, word) = if word.starts_with(&ours) { word.split_at(ours.len()) } else { ("", word) };
        out.push_str(own);
        let lower = word.to_ascii_lowercase();
        let is_mailbox = word.contains('@') && !word.contains('/');
        let may_be_domain = own.is_empty() && !is_mailbox;
        for (at, c) in word.char_indices() {
            let (before, rest) = lower.split_at(at);
            let is_www = c == '.' && before.ends_with("www");
            if rest.starts_with("://") || is_www || (may_be_domain && parts_names(before, rest)) {
                out.push(JOINER);
            }
            out.push(c);
        }
    }
    out
}

/// Whether a dot stands between two names, as in a domain: `evil.example`, and not as in `400.000` or `e.g.`.
fn parts_names(before: &str, rest: &str) -> bool {
    let Some(behind) = rest.strip_prefix('.') else { return false };
    before.ends_with(char::is_alphanumeric) && behind.chars().take_while(|c| c.is_alphabetic()).count() >= 2
}

/// The parts of a body, split at blank lines outside of values.
fn blocks(body: &str) -> Vec<Block> {
    paragraphs(body).iter().filter_map(|paragraph| block(paragraph)).collect()
}

fn paragraphs(body: &str) -> Vec<String> {
    let mut paragraphs = vec![String::new()];
    let mut within = false;
    let mut blank = false;
    for line in body.split('\n') {
        if !within && line.trim().is_empty() {
            blank = true;
            continue;
        }
        if blank {
            paragraphs.push(String::new());
            blank = false;
        }
        if let Some(last) = paragraphs.last_mut() {
            if !last.is_empty() {
                last.push('\n');
            }
            last.push_str(line);
        }
        within = line.rfind([OPEN, CLOSE]).map_or(within, |at| line[at..].starts_with(OPEN));
    }
    paragraphs
}

fn block(paragraph: &str) -> Option<Block> {
    let inner = paragraph.trim().strip_prefix(OPEN).and_then(|rest| rest.strip_suffix(CLOSE));
    if let Some(value) = inner.filter(|value| !value.contains(OPEN)) {
        if let Some(address) = value.strip_prefix(OURS) {
            return Some(Block::Address(address.to_owned()));
        }
        let quoted = paragraphs(value).iter().map(|p| lines(p)).filter(|lines| !lines.is_empty()).collect::<Vec<_>>();
        return (!quoted.is_empty()).then_some(Block::Quote(quoted));
    }
    // A line end within a value is no line end of ours.
    let mut within = false;
    let flat: String = paragraph
        .chars()
        .map(|c| {
            within = c == OPEN || (within && c != CLOSE);
            if within && c == '\n' { ' ' } else { c }
        })
        .collect();
    let lines = lines(&flat);
    (!lines.is_empty()).then_some(Block::Paragraph(lines))
}

fn lines(text: &str) -> Vec<String> {
    text.split('\n').map(|line| one_line(line, usize::MAX)).filter(|line| !line.is_empty()).collect()
}

/// The text on one line, without marks, cut at `most` characters.
pub(super) fn one_line(text: &str, most: usize) -> String {
    let kept = |c: &char| !matches!(*c, OPEN | CLOSE | OURS) && (!c.is_control() || c.is_whitespace());
    let text: String = text.chars().filter(kept).collect();
    // Not `split_whitespace`: the narrow and fixed spaces of French stay what they are.
    let folds = |c: char| c == ' ' || c == '\t' || c.is_control() || matches!(c, '\u{2028}' | '\u{2029}');
    let text = text.split(folds).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    match text.char_indices().nth(most) {
        Some((end, _)) => format!("{}…", text[..end].trim_end()),
        None => text,
    }
}
