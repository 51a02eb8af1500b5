//! Proof of work in ALTCHA's scheme. A page hands out a challenge, the hash of a salt and a number; the browser finds the number by
//! trying, and whoever wants to send a thousand forms pays for it a thousand times. Nobody looks at a picture.

use std::time::Duration;

use base64::{Engine, engine::general_purpose::STANDARD as BASE64};
use hmac::{Hmac, Mac};
use serde::Deserialize;
use sha2::{Digest, Sha256};

use crate::clock::Moment;

/// The largest number that there is to try: a browser tries half of them in the mean, which is a second or two of an old telephone.
pub const MOST: u32 = 50_000;

/// So long a challenge can be solved: longer than people write.
pub const LASTS: Duration = Duration::from_secs(2 * 60 * 60);

const ALGORITHM: &str = "SHA-256";

/// Between the random part of a salt and the second in which its challenge expires.
const EXPIRES: &str = "?expires=";
/// The last sign of a salt. Without it, digits could pass from the second to the number, and the hash would stay the same.
const END: char = '&';

/// By what our own challenges are known.
#[derive(Clone)]
pub struct Key(Hmac<Sha256>);

impl Key {
    pub fn of(mac: Hmac<Sha256>) -> Self {
        Self(mac)
    }

    fn signature(&self, challenge: &str) -> String {
        hex::encode(self.0.clone().chain_update(challenge).finalize().into_bytes())
    }

    fn has_signed(&self, challenge: &str, signature: &str) -> bool {
        let Ok(tag) = hex::decode(signature) else { return false };
        self.0.clone().chain_update(challenge).verify_slice(&tag).is_ok()
    }
}

/// What a page hands out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Challenge {
    pub challenge: String,
    pub salt: String,
    pub signature: String,
    pub most: u32,
}

impl Challenge {
    pub fn new(key: &Key, random: [u8; 24], at: Moment) -> Self {
        let [salt @ .., a, b, c, d] = random;
        let number = u32::from_be_bytes([a, b, c, d]) % (MOST + 1);
        let expires = (at + LASTS).millis() / 1000;
        let salt = format!("{}{EXPIRES}{expires}{END}", hex::encode(salt));
        let challenge = hash(&salt, number);
        Self { signature: key.signature(&challenge), challenge, salt, most: MOST }
    }
}

/// A proof that holds, if its challenge was not spent before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Solved {
    pub challenge: String,
    pub expires_at: Moment,
}

/// Why a proof does not hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    Unreadable,
    /// Its challenge is not ours.
    Forged,
    /// Its number is not the one.
    Wrong,
    Expired,
    /// It has brought a message already.
    Spent,
}

/// What a browser answers: JSON in base 64.
#[derive(Deserialize)]
struct Solution {
    algorithm: String,
    challenge: String,
    number: u32,
    salt: String,
    signature: String,
}

/// What `proof` solves, if it holds at this moment.
pub fn solved(key: &Key, proof: &str, at: Moment) -> Result<Solved, Refusal> {
    let Solution { algorithm, challenge, number, salt, signature } = read(proof).ok_or(Refusal::Unreadable)?;
    if algorithm != ALGORITHM {
        return Err(Refusal::Unreadable);
    }
    if !key.has_signed(&challenge, &signature) {
        return Err(Refusal::Forged);
    }
    if hash(&salt, number) != challenge {
        return Err(Refusal::Wrong);
    }
    let expires_at = expiry(&salt).ok_or(Refusal::Wrong)?;
    if at >= expires_at {
        return Err(Refusal::Expired);
    }
    Ok(Solved { challenge, expires_at })
}

fn read(proof: &str) -> Option<Solution> {
    serde_json::from_slice(&BASE64.decode(proof.trim()).ok()?).ok()
}

fn hash(salt: &str, number: u32) -> String {
    hex::encode(Sha256::digest(format!("{salt}{number}")))
}

fn expiry(salt: &str) -> Option<Moment> {
    let (_, rest) = salt.split_once(EXPIRES)?;
    let seconds: i64 = rest.strip_suffix(END)?.parse().ok()?;
    Some(Moment::from_millis(seconds.checked_mul(1000)?))
}

#[cfg(test)]
mod tests {
    use hmac::KeyInit;

    use super::*;

    const AT: Moment = Moment::from_millis(1_396_346_400_000);

    fn key_of(secret: &str) -> Key {
        Key::of(Hmac::new_from_slice(secret.as_bytes()).unwrap())
    }

    fn key() -> Key {
        key_of("a secret of the tests")
    }

    fn challenge() -> Challenge {
        Challenge::new(&key(), *b"twenty-four random bytes", AT)
    }

    /// The number behind a challenge, as a browser finds it.
    fn number(challenge: &Challenge) -> u32 {
        (0..=challenge.most).find(|number| hash(&challenge.salt, *number) == challenge.challenge).unwrap()
    }

    fn proof(challenge: &Challenge, salt: &str, number: u32) -> String {
        let json = serde_json::json!({
            "algorithm": ALGORITHM,
            "challenge": challenge.challenge,
            "number": number,
            "salt": salt,
            "signature": challenge.signature,
            "took": 412,
        });
        BASE64.encode(json.to_string())
    }

    #[test]
    fn the_number_that_was_found_is_proof_until_the_challenge_expires() {
        let challenge = challenge();
        let proof = proof(&challenge, &challenge.salt, number(&challenge));
        let expires_at = AT + LASTS;
        assert_eq!(solved(&key(), &proof, AT), Ok(Solved { challenge: challenge.challenge, expires_at }));
        assert!(solved(&key(), &proof, expires_at - Duration::from_millis(1)).is_ok());
        assert_eq!(solved(&key(), &proof, expires_at), Err(Refusal::Expired));
    }

    #[test]
    fn another_number_is_no_proof() {
        let challenge = challenge();
        let wrong = proof(&challenge, &challenge.salt, number(&challenge) + 1);
        assert_eq!(solved(&key(), &wrong, AT), Err(Refusal::Wrong));
    }

    #[test]
    fn a_challenge_of_ones_own_making_is_no_challenge() {
        let others = Challenge::new(&key_of("another secret"), *b"twenty-four random bytes", AT);
        let forged = proof(&others, &others.salt, number(&others));
        assert_eq!(solved(&key(), &forged, AT), Err(Refusal::Forged));
        let unsigned = Challenge { signature: "not hexadecimal".to_owned(), ..challenge() };
        assert_eq!(solved(&key(), &proof(&unsigned, &unsigned.salt, 0), AT), Err(Refusal::Forged));
    }

    #[test]
    fn a_challenge_cannot_be_made_to_last() {
        let challenge = challenge();
        let number = number(&challenge);
        let later = challenge.salt.replace(EXPIRES, "?expires=9");
        assert_eq!(solved(&key(), &proof(&challenge, &later, number), AT), Err(Refusal::Wrong));
        // Digits of the number, taken for those of the second in which it expires.
        let digit = number.to_string().chars().next().unwrap();
        let moved = format!("{}{digit}", challenge.salt);
        let rest = number.to_string().get(1..).and_then(|rest| rest.parse().ok()).unwrap_or_default();
        assert_eq!(solved(&key(), &proof(&challenge, &moved, rest), AT), Err(Refusal::Wrong));
    }

    #[test]
    fn what_is_no_solution_is_unreadable() {
        for odd in ["", "%", "e30=", "bm90IGpzb24="] {
            assert_eq!(solved(&key(), odd, AT), Err(Refusal::Unreadable), "{odd}");
        }
        let negative = BASE64.encode(r#"{"algorithm":"SHA-256","challenge":"","number":-1,"salt":"","signature":""}"#);
        assert_eq!(solved(&key(), &negative, AT), Err(Refusal::Unreadable));
    }
}
