//! Where a letter comes back to when it cannot be delivered: an address of its own, signed, so that a report can be believed.
//!
//! `bounces+<token>@domain`, the token being the letter's id and a part of an HMAC over it. It is written in letters that
//! survive a server which folds addresses to lower case (or upper).

use hmac::{Hmac, Mac};
use sha2::Sha256;
use uuid::Uuid;

use super::Email;
use crate::{config::Config, ids::LetterId, sealed};

/// The addresses to which letters come back.
pub struct ReturnPath {
    local: String,
    domain: String,
    mac: Hmac<Sha256>,
}

const ID: usize = 16;
/// 72 bits: who wants to guess one must write to us 2^71 times.
const TAG: usize = 9;
/// 25 bytes are exactly 40 letters of base 32.
const TOKEN: usize = (ID + TAG) * 8 / 5;
/// What RFC 5321 allows before the `@`.
const LOCAL_PART: usize = 64;
/// RFC 4648, in lower case.
const LETTERS: &[u8; 32] = b"abcdefghijklmnopqrstuvwxyz234567";

impl ReturnPath {
    /// None if `return_path` is not set; or what is wrong with it.
    pub fn from_config(config: &Config) -> Result<Option<Self>, String> {
        let Some(text) = &config.return_path else { return Ok(None) };
        let address: Email = text.parse().map_err(|_| format!("return_path: {text} is not an address"))?;
        let local = address.as_str().rsplit_once('@').map_or("", |(local, _)| local).to_owned();
        let plain = |c: char| c.is_ascii_alphanumeric() || "-_.".contains(c);
        let most = LOCAL_PART - TOKEN - 1;
        if local.len() > most || !local.chars().all(plain) {
            return Err(format!(
                "return_path: before the @ at most {most} ASCII letters, digits, dots, hyphens or underscores"
            ));
        }
        let secret = config.secret.as_deref().unwrap_or_default();
        let mac = sealed::mac(secret, "return path");
        Ok(Some(Self { local, domain: address.domain().to_owned(), mac }))
    }

    /// The address to which this letter comes back.
    pub fn of(&self, letter: LetterId) -> String {
        let id = letter.0.into_bytes();
        let tag = self.mac.clone().chain_update(id).finalize().into_bytes();
        let signed: Vec<u8> = id.iter().chain(tag.iter().take(TAG)).copied().collect();
        format!("{}+{}@{}", self.local, written(&signed), self.domain)
    }

    /// The letter whose address stands in a header; none if none does, or if its signature is not ours.
    pub fn letter_in(&self, header: &str) -> Option<LetterId> {
        let header = header.to_ascii_lowercase();
        let before = format!("{}+", self.local);
        header.match_indices(&before).find_map(|(at, _)| {
            let rest = &header[at + before.len()..];
            let (token, behind) = rest.split_at_checked(TOKEN)?;
            let domain = behind.strip_prefix('@')?.strip_prefix(self.domain.as_str())?;
            let ends = !domain.starts_with(|c: char| c.is_ascii_alphanumeric() || ".-".contains(c));
            if ends { self.proven(token) } else { None }
        })
    }

    fn proven(&self, token: &str) -> Option<LetterId> {
        let signed = read(token)?;
        let (id, tag) = signed.split_at_checked(ID)?;
        self.mac.clone().chain_update(id).verify_truncated_left(tag).ok()?;
        Some(LetterId(Uuid::from_slice(id).ok()?))
    }
}

/// Bytes, whose bits can be counted in fives, in base 32.
fn written(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 8 / 5);
    let (mut bits, mut held) = (0_u32, 0);
    for byte in bytes {
        bits = bits << 8 | u32::from(*byte);
        held += 8;
        while held >= 5 {
            held -= 5;
            text.push(char::from(LETTERS[(bits >> held & 31) as usize]));
        }
    }
    text
}

fn read(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() * 5 / 8);
    let (mut bits, mut held) = (0_u32, 0);
    for letter in text.bytes() {
        let five = LETTERS.iter().position(|known| *known == letter)?;
        bits = bits << 5 | u32::try_from(five).ok()?;
        held += 5;
        if held >= 8 {
            held -= 8;
            bytes.push(u8::try_from(bits >> held & 255).ok()?);
        }
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn path(address: &str, secret: &str) -> Result<ReturnPath, String> {
        let config =
            Config { return_path: Some(address.to_owned()), secret: Some(secret.to_owned()), ..Config::default() };
        ReturnPath::from_config(&config).map(Option::unwrap)
    }

    fn letter(n: u128) -> LetterId {
        LetterId(Uuid::from_u128(n))
    }

    #[test]
    fn a_letter_is_known_by_the_address_it_comes_back_to() {
        let path = path("Bounces@Initiatives.example", "a secret").unwrap();
        for n in [0, 1, 0x0190_a2b3_c4d5_7e6f_8091_a2b3_c4d5_e6f7, u128::MAX] {
            let address = path.of(letter(n));
            assert!(address.starts_with("bounces+") && address.ends_with("@initiatives.example"), "{address}");
            assert!(address.parse::<Email>().is_ok_and(|email| email.as_str() == address), "{address}");
            for header in [
                address.clone(),
                address.to_uppercase(),
                format!("\"Mail for {address}\" <{address}>"),
                format!("bounces+other@initiatives.example, <{address}>"),
            ] {
                assert_eq!(path.letter_in(&header), Some(letter(n)), "{header}");
            }
        }
    }

    #[test]
    fn no_other_address_is_believed() {
        let path_of = |secret| path("bounces@initiatives.example", secret).unwrap();
        let (ours, other) = (path_of("a secret"), path_of("another secret"));
        let address = ours.of(letter(7));
        assert_eq!(other.letter_in(&address), None);
        let at = "bounces+".len();
        for n in at..at + TOKEN {
            let mut changed = address.clone().into_bytes();
            changed[n] = if changed[n] == b'a' { b'b' } else { b'a' };
            assert_eq!(ours.letter_in(std::str::from_utf8(&changed).unwrap()), None, "changed at {n}");
        }
        for wrong in [
            "bounces@initiatives.example".to_owned(),
            "bounces+@initiatives.example".to_owned(),
            format!("bounces+{}@initiatives.example", "é".repeat(20)),
            format!("bounces+{}@initiatives.example", "a".repeat(TOKEN)),
            address.replace("initiatives.example", "initiatives.example.evil.example"),
            address.replace("bounces+", "bounces+a"),
            address.replace('@', "a@"),
        ] {
            assert_eq!(ours.letter_in(&wrong), None, "{wrong}");
        }
    }

    #[test]
    fn an_address_must_leave_room_for_the_token() {
        assert!(path(&format!("{}@a.example", "b".repeat(23)), "s").is_ok());
        for wrong in
            [&format!("{}@a.example", "b".repeat(24)), "b+c@a.example", "bé@a.example", "bounces", "b@localhost"]
        {
            assert!(path(wrong, "s").is_err_and(|said| said.starts_with("return_path: ")), "{wrong}");
        }
        let longest = path(&format!("{}@a.example", "b".repeat(23)), "s").unwrap().of(letter(u128::MAX));
        assert_eq!(longest.find('@'), Some(LOCAL_PART));
    }
}
