//! Brings two texts of one answer together, when two people changed it at once: a proposal that the person edits further.

use std::hash::Hash;

use similar::{Algorithm, DiffOp, capture_diff_slices};

/// Two versions of one text, brought together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Combined<T> {
    pub whole: T,
    /// Whether both changed the same passage: then it holds what either wrote there, one after the other.
    pub overlaps: bool,
}

/// Word by word. What both left is there, what either added is there, and only what one of them deleted is not.
pub fn texts(before: &str, mine: &str, theirs: &str) -> Combined<String> {
    let (before, mine, theirs) = (words(before), words(mine), words(theirs));
    let mut whole = String::new();
    let mut overlaps = false;
    for piece in pieces(&before, &mine, &theirs) {
        match piece {
            Piece::One(words) => words.iter().for_each(|word| join(&mut whole, word)),
            Piece::Both { mine, theirs } => {
                overlaps = true;
                theirs.iter().chain(mine).for_each(|word| join(&mut whole, word));
            }
        }
    }
    Combined { whole, overlaps }
}

/// The same for rows and lists, item by item.
pub fn lists<T: Clone + Eq + Hash + Ord>(before: &[T], mine: &[T], theirs: &[T]) -> Combined<Vec<T>> {
    let mut whole = Vec::new();
    let mut overlaps = false;
    for piece in pieces(before, mine, theirs) {
        match piece {
            Piece::One(items) => whole.extend(items.iter().cloned()),
            Piece::Both { mine, theirs } => {
                overlaps = true;
                whole.extend(theirs.iter().chain(mine).cloned());
            }
        }
    }
    Combined { whole, overlaps }
}

/// Appends a word; where the last word of a text comes before another, a space goes between them.
fn join(whole: &mut String, word: &str) {
    if !whole.is_empty() && !whole.ends_with(char::is_whitespace) && !word.starts_with(char::is_whitespace) {
        whole.push(' ');
    }
    whole.push_str(word);
}

/// The words of a text, each with the white space after it.
fn words(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let (mut start, mut in_gap) = (0, false);
    for (at, c) in text.char_indices() {
        if in_gap && !c.is_whitespace() {
            words.push(&text[start..at]);
            start = at;
        }
        in_gap = c.is_whitespace();
    }
    if start < text.len() {
        words.push(&text[start..]);
    }
    words
}

enum Piece<'t, T> {
    /// What both have, or what one of them made of it where the other changed nothing.
    One(&'t [T]),
    Both {
        mine: &'t [T],
        theirs: &'t [T],
    },
}

/// Cuts all three at what nobody changed, and decides piece by piece.
fn pieces<'t, T: Eq + Hash + Ord>(before: &'t [T], mine: &'t [T], theirs: &'t [T]) -> Vec<Piece<'t, T>> {
    let (in_mine, in_theirs) = (places(before, mine), places(before, theirs));
    let mut pieces = Vec::new();
    let mut from = (0, 0, 0);
    for (at, places) in in_mine.into_iter().zip(in_theirs).enumerate() {
        let (Some(own), Some(other)) = places else { continue };
        pieces.extend(decide(&before[from.0..at], &mine[from.1..own], &theirs[from.2..other]));
        pieces.push(Piece::One(&before[at..=at]));
        from = (at + 1, own + 1, other + 1);
    }
    pieces.extend(decide(&before[from.0..], &mine[from.1..], &theirs[from.2..]));
    pieces
}

/// Where both changed the same passage, what both begin and end it with stands once.
fn decide<'t, T: Eq>(before: &'t [T], mine: &'t [T], theirs: &'t [T]) -> Vec<Piece<'t, T>> {
    if mine == before || mine == theirs {
        return vec![Piece::One(theirs)];
    }
    if theirs == before {
        return vec![Piece::One(mine)];
    }
    let head = mine.iter().zip(theirs).take_while(|(own, other)| own == other).count();
    let (mine, theirs, begun) = (&mine[head..], &theirs[head..], &theirs[..head]);
    let tail = mine.iter().rev().zip(theirs.iter().rev()).take_while(|(own, other)| own == other).count();
    let (mine, theirs, ended) =
        (&mine[..mine.len() - tail], &theirs[..theirs.len() - tail], &theirs[theirs.len() - tail..]);
    vec![Piece::One(begun), Piece::Both { mine, theirs }, Piece::One(ended)]
}

/// Where each item of `before` stands in `after`, if it is still there.
fn places<T: Eq + Hash + Ord>(before: &[T], after: &[T]) -> Vec<Option<usize>> {
    let mut places = vec![None; before.len()];
    for step in capture_diff_slices(Algorithm::Myers, before, after) {
        if let DiffOp::Equal { old_index, new_index, len } = step {
            for offset in 0..len {
                places[old_index + offset] = Some(new_index + offset);
            }
        }
    }
    places
}

#[cfg(test)]
mod tests {
    use proptest::{collection::vec, prelude::*};

    use super::*;

    #[test]
    fn edits_in_different_places_go_together() {
        let before = "The old city has wells. People walk far.";
        let mine = "The old city has many wells. People walk far.";
        let theirs = "The old city has wells. People walk very far. Women most of all.";
        let combined = texts(before, mine, theirs);
        assert_eq!(combined.whole, "The old city has many wells. People walk very far. Women most of all.");
        assert!(!combined.overlaps);
    }

    #[test]
    fn where_both_changed_the_same_words_both_stand() {
        let combined = texts("It costs little.", "It costs nothing.", "It costs 3 euros.");
        assert_eq!(combined.whole, "It costs 3 euros. nothing.");
        assert!(combined.overlaps);
        let added = texts("By phone.", "By phone. Every day.", "By phone. Cada mesa.");
        assert_eq!(added.whole, "By phone. Cada mesa. Every day.", "what both have stands once");
        assert!(added.overlaps);
        let fresh = texts("", "Mine", "Theirs");
        assert_eq!(fresh, Combined { whole: "Theirs Mine".to_owned(), overlaps: true });
    }

    #[test]
    fn rows_go_together_row_by_row() {
        let combined = lists(&["a", "b", "c"], &["a", "b", "c", "mine"], &["theirs", "b", "c"]);
        assert_eq!(combined, Combined { whole: vec!["theirs", "b", "c", "mine"], overlaps: false });
    }

    /// A text, and two others made of it by deleting and adding.
    fn edited() -> impl Strategy<Value = (Vec<u32>, Vec<u32>, Vec<u32>)> {
        let step = || (any::<bool>(), 0..3_usize);
        vec((step(), step()), 0..30).prop_map(|steps| {
            let (mut before, mut mine, mut theirs) = (Vec::new(), Vec::new(), Vec::new());
            let mut fresh = 0..;
            for (mine_step, theirs_step) in steps {
                let word = fresh.next().unwrap();
                before.push(word);
                for (text, (keeps, adds)) in [(&mut mine, mine_step), (&mut theirs, theirs_step)] {
                    text.extend(keeps.then_some(word));
                    text.extend(fresh.by_ref().take(adds));
                }
            }
            (before, mine, theirs)
        })
    }

    proptest! {
        #[test]
        fn nothing_is_dropped_that_neither_deleted((before, mine, theirs) in edited()) {
            let whole = lists(&before, &mine, &theirs).whole;
            for word in mine.iter().chain(&theirs) {
                let deleted = before.contains(word) && !(mine.contains(word) && theirs.contains(word));
                prop_assert!(deleted || whole.contains(word), "{word} is gone");
            }
        }

        #[test]
        fn no_character_is_dropped_that_neither_deleted((before, mine, theirs) in edited()) {
            let text = |words: &[u32]| words.iter().map(|word| format!("w{word}x ")).collect::<String>();
            let whole = texts(&text(&before), &text(&mine), &text(&theirs)).whole;
            for word in mine.iter().chain(&theirs) {
                let deleted = before.contains(word) && !(mine.contains(word) && theirs.contains(word));
                prop_assert!(deleted || whole.contains(&format!("w{word}x")), "{word} is gone");
            }
        }

        #[test]
        fn who_changed_nothing_gets_the_others_text(before in ".*", theirs in ".*") {
            let same = |whole: &str| Combined { whole: whole.to_owned(), overlaps: false };
            prop_assert_eq!(texts(&before, &before, &theirs), same(&theirs));
            prop_assert_eq!(texts(&before, &theirs, &before), same(&theirs));
            prop_assert_eq!(texts(&before, &theirs, &theirs), same(&theirs));
        }
    }
}
