//! Passwords: which ones are taken, and how one is kept.

use unicode_normalization::UnicodeNormalization;

use crate::words::fold;

/// The fewest characters of a password,
pub const LEAST: usize = 12;
/// and the most. Any character is welcome, spaces among them; nothing more is asked.
pub const MOST: usize = 128;

/// A password as it is kept: argon2id, salt and parameters in one text. Only the hasher makes it.
#[derive(Clone)]
pub struct Hashed(String);

impl Hashed {
    pub(super) fn new(text: String) -> Self {
        Self(text)
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What is hashed of a password: the same whichever way a keyboard composes its accents.
pub fn bytes(password: &str) -> Vec<u8> {
    password.nfc().collect::<String>().into_bytes()
}

/// Why `password` is not taken, as a key of the locale files; `None` if it is. `own` are texts that anyone can guess of its
/// owner: the address, the name.
pub fn objection(password: &str, own: &[&str]) -> Option<&'static str> {
    let length = password.nfc().count();
    if length < LEAST {
        return Some("accounts-password-short");
    }
    if length > MOST {
        return Some("accounts-password-long");
    }
    let plain = bare(password);
    if own.iter().any(|text| is_made_of(&plain, text)) {
        return Some("accounts-password-own");
    }
    (is_repeated(&fold(password)) || is_repeated(&plain) || is_run(&plain) || COMMON.contains(&plain.as_str()))
        .then_some("accounts-password-common")
}

/// The letters and digits alone, folded: `Pass-Word 1234` is `password1234`.
fn bare(text: &str) -> String {
    fold(text).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Whether a password is its owner's name or address with little more.
fn is_made_of(plain: &str, own: &str) -> bool {
    let local = own.split('@').next().unwrap_or_default();
    [own, local].into_iter().map(bare).any(|part| {
        part.chars().count() >= 4 && plain.contains(&part) && plain.replace(&part, "").chars().count() < LEAST / 2
    })
}

/// `aaaaaaaaaaaa`, `123412341234`: up to four characters over and over.
fn is_repeated(text: &str) -> bool {
    let letters: Vec<char> = text.chars().collect();
    letters.len() >= LEAST / 2
        && (1..=4).any(|period| letters.iter().zip(letters.iter().skip(period)).all(|(a, b)| a == b))
}

/// `abcdefghijkl`, `qwertyuiopas`: a run of the alphabet, the digits or a keyboard, either way.
fn is_run(plain: &str) -> bool {
    let back: String = plain.chars().rev().collect();
    plain.len() >= LEAST / 2 && RUNS.iter().any(|run| run.contains(plain) || run.contains(&back))
}

const RUNS: [&str; 5] = [
    "abcdefghijklmnopqrstuvwxyz",
    "01234567890123456789",
    "12345678901234567890qwertyuiopasdfghjklzxcvbnm",
    "qwertyuiopasdfghjklzxcvbnm1234567890",
    "azertyuiopqsdfghjklmwxcvbn1234567890",
];

/// The commonest of those long enough, without their signs. Short ones need no list: they are too short.
const COMMON: [&str; 32] = [
    "1q2w3e4r5t6y",
    "1qaz2wsx3edc",
    "adminadmin123",
    "administrator",
    "administrator1",
    "changemechangeme",
    "contrasena123",
    "contrasena1234",
    "footballfootball",
    "iloveyouiloveyou",
    "initiatives2014",
    "letmeinletmein",
    "metropolis123",
    "metropolis1234",
    "metropolis2014",
    "metropolis2015",
    "motdepasse123",
    "motdepasse1234",
    "mypassword123",
    "passwordpassword",
    "password1234",
    "password12345",
    "password123456",
    "password123456789",
    "qwerty123456",
    "qwertyqwerty",
    "qwerty1234567",
    "superman1234",
    "teamometropolis",
    "trustno1trustno1",
    "welcome12345",
    "welcome123456",
];

#[cfg(test)]
mod tests {
    use super::*;

    const OWN: [&str; 2] = ["official@agra.example", "Asha Verma"];

    #[test]
    fn long_ones_are_taken_whatever_they_are_made_of() {
        for fine in [
            "correct horse battery staple",
            "!$%&/()=?+*#-_",
            "ñandú y café con leche",
            "パスワードは長いほど良いですよ",
            "initiatives-2014-demo",
        ] {
            assert_eq!(objection(fine, &OWN), None, "{fine}");
        }
    }

    #[test]
    fn short_overlong_common_and_own_ones_are_not() {
        let overlong = "correct horse ".repeat(10);
        for (wrong, why) in [
            ("eleven char", "accounts-password-short"),
            (overlong.as_str(), "accounts-password-long"),
            ("Password-1234", "accounts-password-common"),
            ("1234 1234 1234", "accounts-password-common"),
            ("abcdefghijklmn", "accounts-password-common"),
            ("0987654321098", "accounts-password-common"),
            ("qwertyuiop asdf", "accounts-password-common"),
            ("............", "accounts-password-common"),
            ("official@agra.example", "accounts-password-own"),
            ("asha verma 2014", "accounts-password-own"),
        ] {
            assert_eq!(objection(wrong, &OWN), Some(why), "{wrong}");
        }
    }

    #[test]
    fn an_accent_is_the_same_however_it_was_typed() {
        assert_eq!(bytes("caf\u{e9}"), bytes("cafe\u{301}"));
    }
}
