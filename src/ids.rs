//! Identities. Every table's key is a newtype over a version 7 UUID, so that a proposal's id can never be passed where a
//! user's is meant, and so that ids sort by the time of their making. Ids and secrets come from [`Ids`], never from
//! ambient randomness, so that tests can repeat them.

use rand::{Rng, SeedableRng, rngs::StdRng};
use sea_orm::DeriveValueType;
use serde::{Deserialize, Serialize};
use std::{
    fmt,
    str::FromStr,
    sync::{Mutex, MutexGuard, PoisonError},
};
use uuid::Uuid;

use crate::clock::Moment;

macro_rules! id {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, DeriveValueType)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { self.0.fmt(f) }
        }

        impl FromStr for $name {
            type Err = uuid::Error;
            fn from_str(s: &str) -> Result<Self, uuid::Error> { Uuid::parse_str(s).map(Self) }
        }

        // Asked of every primary key; no database hands out such ids by itself.
        impl sea_orm::TryFromU64 for $name {
            fn try_from_u64(_: u64) -> Result<Self, sea_orm::DbErr> {
                Err(sea_orm::DbErr::ConvertFromU64(stringify!($name)))
            }
        }

        impl From<Uuid> for $name {
            fn from(id: Uuid) -> Self { Self(id) }
        }
    )*};
}

id! {
    /// A person with an account.
    UserId,
    /// A city, region or partner organisation.
    OrganisationId,
    /// A stored version of a guidelines definition.
    GuidelinesId,
    /// A call for proposals.
    CallId,
    /// A proposal, whatever its state.
    ProposalId,
    /// A numbered, immutable submission of a proposal.
    SubmissionId,
    /// A file attached to a proposal.
    AttachmentId,
    /// One recorded change of a proposal's state.
    TransitionId,
    /// The Board's (or the secretariat's) decision on a proposal.
    DecisionId,
    /// A reviewer's standing on a proposal.
    AssignmentId,
    /// A ruling on somebody's interest in a proposal.
    ConflictId,
    /// A reviewer's review of a proposal.
    ReviewId,
    /// A review as it was handed in.
    ReviewVersionId,
    /// A conversation about a proposal, for one audience.
    ThreadId,
    /// What one person says in a conversation.
    MessageId,
    /// A co-editor's standing on a proposal.
    CoEditorId,
    /// A private note of those who write a proposal.
    NoteId,
    /// A row of the history of draft saves.
    SaveId,
    /// A partner named in a proposal, reached by email.
    PartnerId,
    /// Something to tell many people, expanded by the worker.
    AnnouncementId,
    /// A letter in the outbox.
    LetterId,
    /// Something that waits to be told together with others.
    GatheredId,
    /// Somebody without an account who wants to hear of Initiatives.
    SubscriberId,
    /// What a visitor has written to the secretariat.
    ContactMessageId,
    /// An event of the audit trail.
    EventId,
    /// A publication on the public pages.
    PublicationId,
    /// A publication in one language.
    PublicationFileId,
    /// Something that was published about a running Initiative.
    NewsId,
    /// A signed-in browser; the cookie's secret is not this id.
    SessionId,
    /// A submission that came too late, and is held.
    LateAttemptId,
    /// A deadline moved, of a call or of one organisation.
    ExtensionId,
    /// An answer to a question about a call.
    CallAnswerId,
    /// Something that is to be changed in a returned proposal.
    RequestId,
    /// A tag of the secretariat's own making.
    TagId,
    /// A view of the desk's list, saved under a name.
    SavedViewId,
    /// A version of what a call's letters of a kind say in a language.
    LetterTextId,
    /// A version of what all letters of a kind say in a language.
    LetterWordingId,
    /// An order to publish prepared decisions.
    PublishingOrderId,
}

/// A proposal's public name, `MI-<year of the call>-<number>`, given at creation and never changed.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, DeriveValueType)]
#[serde(transparent)]
pub struct Reference(String);

impl Reference {
    /// The reference of the `number`-th proposal of a call of `year`.
    pub fn new(year: i32, number: i32) -> Self {
        Self(format!("MI-{year}-{number:03}"))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The text is no reference: it must read `MI-<four digits>-<one to six digits>`.
#[derive(Debug, thiserror::Error)]
#[error("not a reference")]
pub struct NotAReference;

impl FromStr for Reference {
    type Err = NotAReference;

    fn from_str(s: &str) -> Result<Self, NotAReference> {
        let digits = |part: &str, least: usize, most: usize| {
            (least..=most).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit())
        };
        match s.split('-').collect::<Vec<_>>()[..] {
            ["MI", year, number] if digits(year, 4, 4) && digits(number, 1, 6) => Ok(Self(s.to_owned())),
            _ => Err(NotAReference),
        }
    }
}

/// The one source of ids and secrets of a process. Seeded from the system, or by a test.
pub struct Ids(Mutex<Source>);

struct Source {
    random: StdRng,
    /// The latest millisecond for which an id was made.
    latest: u64,
    /// Of the id made last, what tells its place among those of its millisecond.
    count: u16,
}

impl Ids {
    /// Seeded by the operating system.
    pub fn from_system() -> Self {
        Self::from_random(rand::make_rng())
    }

    /// Seeded by hand: the same seed gives the same ids in the same order.
    pub fn from_seed(seed: u64) -> Self {
        Self::from_random(StdRng::seed_from_u64(seed))
    }

    fn from_random(random: StdRng) -> Self {
        Self(Mutex::new(Source { random, latest: 0, count: 0 }))
    }

    fn source(&self) -> MutexGuard<'_, Source> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn bytes<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        self.source().random.fill_bytes(&mut bytes);
        bytes
    }

    /// A fresh id, sorting after all that were made before `at`, and after those that this process made at the same
    /// millisecond: what one act writes keeps its order. (Counted in the twelve bits that RFC 9562 leaves for it.)
    pub fn id<T: From<Uuid>>(&self, at: Moment) -> T {
        let millis = u64::try_from(at.millis()).unwrap_or(0);
        let mut source = self.source();
        let count = source.count_at(millis);
        let mut bytes = [0; 10];
        source.random.fill_bytes(&mut bytes);
        bytes[..2].copy_from_slice(&count.to_be_bytes());
        uuid::Builder::from_unix_timestamp_millis(millis, &bytes).into_uuid().into()
    }

    /// A fresh secret of 256 bits for a link or a cookie, as 43 URL-safe characters. Store its [`digest`], never itself.
    pub fn secret(&self) -> String {
        use base64::Engine;
        base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(self.bytes::<32>())
    }

    /// Sixteen random bytes, for the salt of a password.
    pub fn salt(&self) -> [u8; 16] {
        self.bytes()
    }

    /// Twenty-four random bytes, for sealing.
    pub fn nonce(&self) -> [u8; 24] {
        self.bytes()
    }
}

const COUNTS: u16 = 1 << 12;

impl Source {
    fn count_at(&mut self, millis: u64) -> u16 {
        // It goes on over the milliseconds, since an act that began before another may still be writing; with half of the
        // numbers left, a new millisecond begins anew.
        self.count = if millis > self.latest && self.count >= COUNTS / 2 { 0 } else { (self.count + 1) % COUNTS };
        self.latest = self.latest.max(millis);
        self.count
    }
}

/// What is stored of a secret: the SHA-256 of its text, in hexadecimal. Enough for secrets of 256 random bits.
pub fn digest(secret: &str) -> String {
    use sha2::{Digest, Sha256};
    hex::encode(Sha256::digest(secret.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reference_is_read_back_and_nothing_else_is() {
        assert_eq!(Reference::new(2014, 7).as_str(), "MI-2014-007");
        assert!("MI-2014-007".parse::<Reference>().is_ok());
        for wrong in ["MI-2014-", "mi-2014-1", "MI-14-1", "MI-2014-1-2", "MI-2014-１", ""] {
            assert!(wrong.parse::<Reference>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn ids_of_one_moment_keep_the_order_in_which_they_were_made() {
        let (ids, at, later) =
            (Ids::from_seed(1), Moment::from_millis(1_400_000_000_000), Moment::from_millis(1_400_000_000_001));
        let mut made: Vec<UserId> = (0..100).map(|_| ids.id(at)).collect();
        let other: UserId = ids.id(later);
        made.extend((0..100).map(|_| ids.id::<UserId>(at)));
        assert!(made.is_sorted(), "even when another act began in between");
        assert!(made.iter().all(|id| *id < other));
    }

    #[test]
    fn the_same_seed_gives_the_same_ids() {
        let at = Moment::from_millis(1_400_000_000_000);
        assert_eq!(Ids::from_seed(1).id::<UserId>(at), Ids::from_seed(1).id::<UserId>(at));
        assert_eq!(Ids::from_seed(1).secret().len(), 43);
    }
}
