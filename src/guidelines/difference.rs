//! What differs between two texts, in words: for submissions, versions of an answer, and two people's texts of one field.
//!
//! Sentences are compared first, then the words of those that were rewritten, so that the work stays within bounds on texts of
//! any length: the same two texts always give the same difference, however busy the machine.

use similar::{Algorithm, ChangeTag, DiffTag, capture_diff_slices};

/// A piece of a text: in both, only in the old one, or only in the new one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    pub fate: Fate,
    pub text: String,
}

/// What became of a piece.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    Same,
    Gone,
    New,
}

impl Piece {
    pub fn is_gone(&self) -> bool {
        self.fate == Fate::Gone
    }

    pub fn is_new(&self) -> bool {
        self.fate == Fate::New
    }
}

/// Words of a rewritten stretch, old and new together, that are compared one by one. A longer one is shown as replaced: the
/// time grows with the square.
const MOST_WORDS: usize = 4_000;

/// The pieces of both texts in their order. Those that are not new make the old text, those that are not gone the new one,
/// to the last character.
pub fn words(old: &str, new: &str) -> Vec<Piece> {
    let mut pieces = Pieces::default();
    let (before, after) = (sentences(old), sentences(new));
    for op in capture_diff_slices(Algorithm::Myers, &before, &after) {
        let (gone, come) = (&before[op.old_range()], &after[op.new_range()]);
        match op.tag() {
            DiffTag::Equal => pieces.add(Fate::Same, gone),
            DiffTag::Delete => pieces.add(Fate::Gone, gone),
            DiffTag::Insert => pieces.add(Fate::New, come),
            DiffTag::Replace => rewritten(&mut pieces, &gone.concat(), &come.concat()),
        }
    }
    pieces.0
}

/// How much two texts have in common: words that stand in both, of all words; from 0 to 1000.
pub fn likeness(one: &str, other: &str) -> usize {
    if one == other {
        return 1000;
    }
    let (mut ours, mut theirs): (Vec<&str>, Vec<&str>) =
        (one.split_whitespace().collect(), other.split_whitespace().collect());
    let all = ours.len() + theirs.len();
    if all == 0 {
        return 0;
    }
    ours.sort_unstable();
    theirs.sort_unstable();
    let (mut at, mut common) = (0, 0);
    for word in ours {
        at += theirs[at..].iter().take_while(|other| **other < word).count();
        if theirs.get(at) == Some(&word) {
            (at, common) = (at + 1, common + 2);
        }
    }
    common * 1000 / all
}

fn rewritten(pieces: &mut Pieces, old: &str, new: &str) {
    let (before, after) = (tokens(old), tokens(new));
    if before.len() + after.len() > MOST_WORDS {
        return replaced(pieces, &before, &after);
    }
    let mut changes = Vec::new();
    for op in capture_diff_slices(Algorithm::Myers, &before, &after) {
        changes.extend(op.iter_changes(&before, &after).map(|change| (change.tag(), change.value())));
    }
    for (tag, token) in changes {
        let fate = match tag {
            ChangeTag::Equal => Fate::Same,
            ChangeTag::Delete => Fate::Gone,
            ChangeTag::Insert => Fate::New,
        };
        pieces.add(fate, &[token]);
    }
}

/// All that stands between the words at the beginning and at the end that both share.
fn replaced(pieces: &mut Pieces, before: &[&str], after: &[&str]) {
    let least = before.len().min(after.len());
    let head = before.iter().zip(after).take_while(|(old, new)| old == new).count();
    let tail =
        before.iter().rev().zip(after.iter().rev()).take(least - head).take_while(|(old, new)| old == new).count();
    pieces.add(Fate::Same, &before[..head]);
    pieces.add(Fate::Gone, &before[head..before.len() - tail]);
    pieces.add(Fate::New, &after[head..after.len() - tail]);
    pieces.add(Fate::Same, &before[before.len() - tail..]);
}

/// A text in sentences, or lines: each ends behind its full stop and the space that follows.
fn sentences(text: &str) -> Vec<&str> {
    let ends = |c: char| matches!(c, '.' | '!' | '?' | '…' | ';' | ':' | '。' | '！' | '？' | '؟' | '।');
    let mut found = Vec::new();
    let (mut start, mut before) = (0, ' ');
    for (at, c) in text.char_indices() {
        let end = if c == '\n' { Some(at + 1) } else { (c.is_whitespace() && ends(before)).then(|| at + c.len_utf8()) };
        if let Some(end) = end {
            found.push(&text[start..end]);
            start = end;
        }
        before = c;
    }
    if start < text.len() {
        found.push(&text[start..]);
    }
    found
}

/// A text in words, spaces and marks.
fn tokens(text: &str) -> Vec<&str> {
    let kind = |c: char| match c {
        c if c.is_alphanumeric() => 0,
        c if c.is_whitespace() => 1,
        _ => 2,
    };
    let mut found = Vec::new();
    let mut start = 0;
    let mut before = None;
    for (at, c) in text.char_indices() {
        // A mark stands for itself, so that three dots for one are two new ones; a combining one stays with its letter.
        let own = Some(kind(c));
        if before.is_some() && (before != own || own == Some(2)) && !is_joined(c) {
            found.push(&text[start..at]);
            start = at;
        }
        if !is_joined(c) {
            before = own;
        }
    }
    if start < text.len() {
        found.push(&text[start..]);
    }
    found
}

/// Marks that stand on the character before, joiners, and what varies an emoji.
fn is_joined(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c)
        || matches!(c, '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}' | '\u{1f3fb}'..='\u{1f3ff}')
}

#[derive(Default)]
struct Pieces(Vec<Piece>);

impl Pieces {
    fn add(&mut self, fate: Fate, tokens: &[&str]) {
        if tokens.is_empty() {
            return;
        }
        match self.0.last_mut() {
            Some(last) if last.fate == fate => tokens.iter().for_each(|token| last.text.push_str(token)),
            _ => self.0.push(Piece { fate, text: tokens.concat() }),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn told(old: &str, new: &str) -> String {
        let piece = |piece: Piece| match piece.fate {
            Fate::Same => piece.text,
            Fate::Gone => format!("[-{}-]", piece.text),
            Fate::New => format!("[+{}+]", piece.text),
        };
        words(old, new).into_iter().map(piece).collect()
    }

    fn side(pieces: &[Piece], without: Fate) -> String {
        pieces.iter().filter(|piece| piece.fate != without).map(|piece| piece.text.as_str()).collect()
    }

    #[test]
    fn a_difference_is_told_in_words() {
        assert_eq!(told("Plant 300 trees.", "Plant 500 trees."), "Plant [-300-][+500+] trees.");
        assert_eq!(told("One. Two. Three.", "One. Three."), "One. [-Two. -]Three.");
        assert_eq!(told("", "New"), "[+New+]");
        assert_eq!(told("same", "same"), "same");
        assert_eq!(told("", ""), "");
        assert_eq!(
            told("cafe\u{301} noir", "cafe noir"),
            "[-cafe\u{301}-][+cafe+] noir",
            "an accent is part of its letter"
        );
        assert_eq!(told("مدينة كبيرة", "مدينة صغيرة"), "مدينة [-كبيرة-][+صغيرة+]");
    }

    #[test]
    fn long_texts_stay_quick_whatever_was_done_to_them() {
        let word = |n: usize| format!("w{} ", n * 7919 % 5003);
        let long: String = (0..20_000).map(word).collect();
        assert!(long.len() > 100_000);
        let edited = long.replacen("w7919 ", "", 1).replacen("w11 ", "eleven ", 1);
        let reversed: String = (0..20_000).rev().map(word).collect();
        for other in [edited, reversed, long.to_uppercase(), format!("{long}{long}")] {
            let pieces = words(&long, &other);
            assert_eq!((side(&pieces, Fate::New), side(&pieces, Fate::Gone)), (long.clone(), other));
        }
    }

    #[test]
    fn likeness_counts_common_words() {
        assert_eq!(likeness("a b c", "a b c"), 1000);
        assert_eq!(likeness("a b", "b c"), 500);
        assert_eq!(likeness("", ""), 1000);
        assert_eq!(likeness("a", ""), 0);
        assert_eq!(likeness("a a", "a"), 666);
    }

    proptest! {
        #[test]
        fn a_difference_holds_both_texts(old in "[ab .\n\u{301}é日😀]{0,60}", new in "[ab .\n\u{301}é日😀]{0,60}") {
            let pieces = words(&old, &new);
            prop_assert_eq!(side(&pieces, Fate::New), old);
            prop_assert_eq!(side(&pieces, Fate::Gone), new);
            prop_assert!(pieces.windows(2).all(|pair| pair[0].fate != pair[1].fate));
        }
    }
}
