//! Texts as people type them: what is kept of them, and how they are counted. `assets/js/words.js` counts the same way; both
//! are tested against `tests/data/words.json`.

use unicode_normalization::UnicodeNormalization as _;

/// How many words a text has: maximal runs without white space that hold a letter or a digit. `rock-and-roll` is one, a
/// lone dash is none.
pub fn count_words(text: &str) -> usize {
    text.split_whitespace().filter(|run| run.chars().any(char::is_alphanumeric)).count()
}

/// How many characters a text has once composed: Unicode scalar values of its NFC, as it is kept.
pub fn count_chars(text: &str) -> usize {
    text.nfc().count()
}

/// A text of several lines as it is kept: composed (NFC), line feeds alone between lines, no other control characters, no
/// white space at its ends or at the ends of lines.
pub fn clean_text(typed: &str) -> String {
    let unix = typed.replace("\r\n", "\n").replace(['\r', '\u{2028}', '\u{2029}', '\u{85}', '\u{b}', '\u{c}'], "\n");
    let composed: String = unix.chars().filter_map(kept).nfc().collect();
    let lines: Vec<&str> = composed.split('\n').map(str::trim_end).collect();
    lines.join("\n").trim().to_owned()
}

/// A line as it is kept: as above, line breaks turned into spaces.
pub fn clean_line(typed: &str) -> String {
    let plain = typed.chars().map(|c| if is_line_break(c) { ' ' } else { c });
    let line: String = plain.filter_map(kept).nfc().collect();
    line.trim().to_owned()
}

fn is_line_break(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Tabs become spaces. Other control characters go, and with them the invisible ones that turn the direction of all that
/// follows, which would garble a list or a mail around the text.
fn kept(c: char) -> Option<char> {
    match c {
        '\n' => Some(c),
        '\t' => Some(' '),
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' => None,
        _ if c.is_control() => None,
        _ => Some(c),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde::Deserialize;

    use super::*;

    #[derive(Deserialize)]
    struct Case {
        text: String,
        words: usize,
        chars: usize,
        why: String,
    }

    #[test]
    fn words_are_counted_as_the_shared_table_says() {
        let cases: Vec<Case> = serde_json::from_str(include_str!("../../tests/data/words.json")).unwrap();
        for case in cases {
            assert_eq!(count_words(&case.text), case.words, "words: {}", case.why);
            assert_eq!(count_chars(&case.text), case.chars, "characters: {}", case.why);
        }
    }

    #[test]
    fn what_is_kept_is_composed_and_free_of_control_characters() {
        assert_eq!(clean_text("  a\r\nb\rc \u{0} \t\n\n d\u{7}e\u{301} "), "a\nb\nc\n\n dé");
        assert_eq!(clean_line(" two\nlines\u{202e} "), "two lines");
        assert_eq!(clean_text("\u{feff} \u{a0}\r\n"), "");
    }

    proptest! {
        #[test]
        fn cleaning_twice_changes_nothing(text in "(?s)(.|[e\u{301}\u{202e}\r\n\t ])*") {
            let (once, line) = (clean_text(&text), clean_line(&text));
            prop_assert_eq!(clean_text(&once), once);
            prop_assert_eq!(clean_line(&line), line);
        }

        #[test]
        fn cleaning_loses_no_word(text in "[ a-z0-9éñ\\-\\n\\t]*") {
            prop_assert_eq!(count_words(&clean_text(&text)), count_words(&text));
        }
    }
}
