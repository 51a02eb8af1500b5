//! By which words a letter is found: those of its recipient's name and address, and of its subject.

use std::collections::BTreeSet;

use crate::words::fold;

/// More words than names and subjects have; a bound against those that try.
const MOST: usize = 60;
/// Longer runs are found by their beginning.
const LONGEST: usize = 60;
/// The longest address.
const LONGEST_ADDRESS: usize = 254;
/// Words of a question.
const MOST_SOUGHT: usize = 8;

/// The words by which a letter is found, none of them the beginning of another: that one is found by it already. Its address is
/// one, too, as a whole.
pub fn words_of(email: &str, name: &str, subject: &str) -> BTreeSet<String> {
    let mut words: BTreeSet<String> = [name, email, subject].into_iter().flat_map(runs).take(MOST).collect();
    words.insert(whole(email));
    // What begins with a word stands right behind it.
    let begins = |(word, next): (&String, &String)| next.starts_with(word.as_str()).then(|| word.clone());
    let beginnings: Vec<String> = words.iter().zip(words.iter().skip(1)).filter_map(begins).collect();
    for word in &beginnings {
        words.remove(word);
    }
    words
}

/// The words of what somebody types: a letter is found if each is the beginning of one of its own. None if there is no word
/// in it.
pub fn sought(typed: &str) -> Vec<String> {
    let pieces = typed.split(|c: char| c.is_whitespace() || c.is_control());
    let words: BTreeSet<String> = pieces.flat_map(of_piece).collect();
    words.into_iter().take(MOST_SOUGHT).collect()
}

/// An address is looked for as it is, also if it stands in brackets.
fn of_piece(piece: &str) -> Vec<String> {
    let bare = piece.trim_matches(|c| "<>()[]\"',;:".contains(c));
    match bare.find('@') {
        Some(at) if at > 0 => vec![whole(bare)],
        _ => runs(piece),
    }
}

fn whole(address: &str) -> String {
    fold(address).chars().take(LONGEST_ADDRESS).collect()
}

/// Folded runs of letters and digits.
fn runs(text: &str) -> Vec<String> {
    let folded = fold(text);
    let runs = folded.split(|c: char| !c.is_alphanumeric()).filter(|run| !run.is_empty());
    runs.map(|run| run.chars().take(LONGEST).collect()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_is_found_by_name_address_and_subject() {
        let words: Vec<String> =
            words_of("ines.rios@lumara.example", "Inés O’Ríos", "Rêves 100 %").into_iter().collect();
        let expected =
            ["100", "example", "ines.rios@lumara.example", "lumara", "o", "reves", "rios"].map(str::to_owned);
        assert_eq!(words, expected);
    }

    #[test]
    fn an_address_is_sought_whole_and_all_else_by_its_words() {
        for (typed, words) in [
            ("INÉS", vec!["ines"]),
            ("Inés <ines.rios@Lumara.example>", vec!["ines", "ines.rios@lumara.example"]),
            ("ines.ri", vec!["ines", "ri"]),
            ("@lumara.example", vec!["example", "lumara"]),
            ("ines@", vec!["ines@"]),
            ("it's \"100 %\" '; DROP TABLE", vec!["100", "drop", "it", "s", "table"]),
            (" -- % _ \\ ", vec![]),
            ("", vec![]),
        ] {
            assert_eq!(sought(typed), words, "{typed}");
        }
        assert_eq!(sought(&"é".repeat(10_000)), ["e".repeat(LONGEST)]);
        assert_eq!(sought(&"a b c d e f g h i j k l m n ".repeat(900)).len(), MOST_SOUGHT);
    }

    #[test]
    fn whoever_is_found_by_a_word_is_found_by_its_beginning() {
        let words = words_of("ines.rios@lumara.example", "Inés Ríos", "");
        for typed in ["ines.rios@lum", "RÍO", "ines rios", "lumara.ex"] {
            let found = |word: &String| words.iter().any(|known| known.starts_with(word.as_str()));
            assert!(sought(typed).iter().all(found), "{typed}");
        }
    }
}
