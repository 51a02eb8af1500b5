//! How an event's hash is made: SHA-256, in hexadecimal, of this JSON object, its keys in this order, without white space
//! (RFC 8785; every value is a text or a whole number):
//!
//! ```json
//! {"action":"proposal.submit","actor":"user:…","at":1400191199000,"data":"{…}","id":"…","position":7,"previous":"…","subject":"proposal:…"}
//! ```
//!
//! `at` is in milliseconds since 1970; `data` is the event's data as the text that is stored; `previous` is the hash of the
//! event before, empty for the first.

use serde::Serialize;
use sha2::{Digest, Sha256};

use super::Head;
use crate::entity::audit_event;

#[derive(Serialize)]
struct Sealed<'a> {
    action: &'a str,
    actor: &'a str,
    at: i64,
    data: &'a str,
    id: String,
    position: i64,
    previous: &'a str,
    subject: &'a str,
}

/// The hash of an event at a position, behind the event whose hash is `previous`.
pub fn hash(event: &audit_event::Model, position: i64, previous: &str) -> String {
    let sealed = Sealed {
        action: &event.action,
        actor: &event.actor,
        at: event.at.millis(),
        data: &event.data,
        id: event.id.to_string(),
        position,
        previous,
        subject: &event.subject,
    };
    // A struct of texts and numbers always becomes JSON.
    hex::encode(Sha256::digest(serde_json::to_vec(&sealed).unwrap_or_default()))
}

/// The place of `event` behind `head`.
pub fn next(head: Option<&Head>, event: &audit_event::Model) -> Head {
    let position = head.map_or(1, |head| head.position + 1);
    let hash = hash(event, position, head.map_or("", |head| head.hash.as_str()));
    Head { position, hash }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{clock::Moment, ids::EventId};

    #[test]
    fn the_hash_can_be_made_with_other_tools() {
        let event = audit_event::Model {
            id: EventId(uuid::Uuid::from_u128(7)),
            at: Moment::from_millis(1_400_191_199_000),
            actor: "anyone".to_owned(),
            action: "partner.confirm".to_owned(),
            subject: "proposal:x".to_owned(),
            data: "{\"é\":1}".to_owned(),
            position: None,
            hash: None,
        };
        // printf '%s' '{"action":"partner.confirm","actor":"anyone","at":1400191199000,"data":"{\"é\":1}","id":
        // "00000000-0000-0000-0000-000000000007","position":1,"previous":"","subject":"proposal:x"}' | sha256sum
        assert_eq!(next(None, &event).hash, "7100115c8b64bfcb51f7247cffc938f767c522f29cbd1dbca198b9f04bb98fb7");
    }
}
