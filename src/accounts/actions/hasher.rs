//! Hashing passwords: argon2id, off the async threads, a few at a time, since each takes its memory and a moment of a
//! processor. Never within an act: it would hold the write lock meanwhile.

use std::{sync::Arc, thread::available_parallelism};

use argon2::{Argon2, Params, PasswordHasher, PasswordVerifier, password_hash::phc::PasswordHash};
use tokio::{sync::Semaphore, task::spawn_blocking};

use crate::{
    accounts::passwords::{Hashed, bytes},
    error::{Error, Result},
};

/// At most this many at once, on however many processors.
const AT_ONCE: usize = 4;

/// Hashes and checks passwords.
pub struct Hasher {
    params: Params,
    turns: Arc<Semaphore>,
}

/// What became of a check.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Checked {
    Wrong,
    Right,
    /// Right, and kept at a lower cost than today's: hash it anew.
    RightButCheap,
}

impl Hasher {
    /// A hasher of this cost: KiB of memory, passes over it.
    pub fn new(memory_kib: u32, passes: u32) -> Self {
        let params = Params::new(memory_kib, passes, Params::DEFAULT_P_COST, None).unwrap_or_default();
        let turns = available_parallelism().map_or(2, |n| n.get().clamp(2, AT_ONCE));
        Self { params, turns: Arc::new(Semaphore::new(turns)) }
    }

    /// Hashes a password with a fresh salt.
    pub async fn hash(&self, password: &str, salt: [u8; 16]) -> Result<Hashed> {
        let (argon2, password) = (Argon2::from(&self.params), bytes(password));
        let hash = self.in_turn(move || argon2.hash_password_with_salt(&password, &salt)).await?;
        hash.map(|hash| Hashed::new(hash.to_string())).map_err(Error::internal)
    }

    /// Checks a password against the kept one. Where none is kept it takes as long, and is wrong.
    pub async fn check(&self, password: &str, kept: Option<String>) -> Result<Checked> {
        let (argon2, password, today) = (Argon2::from(&self.params), bytes(password), self.params.clone());
        self.in_turn(move || {
            let Some(kept) = kept.as_deref().and_then(|text| PasswordHash::new(text).ok()) else {
                let _ = argon2.hash_password_with_salt(&password, &[0; 16]);
                return Checked::Wrong;
            };
            match PasswordVerifier::<PasswordHash>::verify_password(&argon2, &password, &kept) {
                Err(_) => Checked::Wrong,
                Ok(()) if is_cheaper(&kept, &today) => Checked::RightButCheap,
                Ok(()) => Checked::Right,
            }
        })
        .await
    }

    async fn in_turn<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> Result<T> {
        let turn = Arc::clone(&self.turns).acquire_owned().await.map_err(Error::internal)?;
        // The turn goes with the work: a visitor who leaves does not free it early.
        let done = spawn_blocking(move || {
            let done = work();
            drop(turn);
            done
        });
        done.await.map_err(Error::internal)
    }
}

fn is_cheaper(kept: &PasswordHash, today: &Params) -> bool {
    Params::try_from(kept).map_or(true, |then| then.m_cost() < today.m_cost() || then.t_cost() < today.t_cost())
}

#[cfg(test)]
mod tests {
    use super::*;

    const SALT: [u8; 16] = [7; 16];

    #[tokio::test]
    async fn the_right_password_is_right_and_no_other() {
        let hasher = Hasher::new(64, 1);
        let kept = hasher.hash("correct horse battery", SALT).await.unwrap().as_str().to_owned();
        assert!(kept.starts_with("$argon2id$v=19$m=64,t=1,p=1$"), "{kept}");
        assert_eq!(hasher.check("correct horse battery", Some(kept.clone())).await.unwrap(), Checked::Right);
        assert_eq!(hasher.check("correct horse batterz", Some(kept)).await.unwrap(), Checked::Wrong);
        assert_eq!(hasher.check("correct horse battery", None).await.unwrap(), Checked::Wrong);
        assert_eq!(hasher.check("anything", Some("not a hash".to_owned())).await.unwrap(), Checked::Wrong);
    }

    #[tokio::test]
    async fn what_was_kept_at_a_lower_cost_is_to_be_hashed_anew_and_never_cheaper() {
        let kept = Hasher::new(64, 1).hash("correct horse battery", SALT).await.unwrap().as_str().to_owned();
        let check = async |hasher: Hasher| hasher.check("correct horse battery", Some(kept.clone())).await.unwrap();
        assert_eq!(check(Hasher::new(128, 1)).await, Checked::RightButCheap);
        assert_eq!(check(Hasher::new(64, 2)).await, Checked::RightButCheap);
        assert_eq!(check(Hasher::new(32, 1)).await, Checked::Right);
    }
}
