//! How failed log-ins slow the next ones down. Nobody is locked out for good: the longest wait is a quarter of an hour,
//! the right password is heard after it, and a new password opens everything at once.

use std::time::Duration;

use crate::{clock::Moment, ids::digest};

/// How many tries of a kind go without a wait after them, and how long the waits are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limit {
    free: i32,
    /// The wait after the first try that is not free; each further one doubles it.
    first: Duration,
    longest: Duration,
    /// After this long without a try, all is forgotten.
    forget: Duration,
}

const MINUTE: Duration = Duration::from_secs(60);

/// Failures on one account from one address.
const PAIR: Limit = Limit { free: 4, first: MINUTE, longest: minutes(15), forget: minutes(24 * 60) };
/// Failures on one account from wherever: many machines guessing at one person.
const ACCOUNT: Limit = Limit { free: 19, first: MINUTE, longest: minutes(15), forget: minutes(24 * 60) };
/// Failures from one address on whatever account: one machine guessing at many. A city hall may have one address.
const ADDRESS: Limit = Limit { free: 59, first: MINUTE, longest: minutes(15), forget: minutes(60) };
/// Letters to one account: the next one a few minutes later, so that nobody's mailbox can be filled.
pub const LETTERS: Limit = Limit { free: 0, first: minutes(5), longest: minutes(60), forget: minutes(24 * 60) };
/// Invitations to one address, from whomever: some that went astray, and no flood.
const INVITED: Limit = Limit { free: 2, first: minutes(60), longest: minutes(24 * 60), forget: minutes(24 * 60) };
/// Invitations by one person: a large team in one sitting.
const INVITING: Limit = Limit { free: 59, first: minutes(10), longest: minutes(60), forget: minutes(60) };
/// Letters asked for from one address.
pub const ASKED: Limit = Limit { free: 19, first: minutes(5), longest: minutes(60), forget: minutes(60) };
/// Messages written from one address, counted apart: who asked for letters may still say that something is wrong.
const WRITTEN: Limit = ASKED;
/// Letters that ask a mailbox to confirm what was written in its name: one in an hour, each further one after twice as long.
const CONFIRMING: Limit = Limit { free: 0, first: minutes(60), longest: minutes(24 * 60), forget: minutes(24 * 60) };

const fn minutes(n: u64) -> Duration {
    Duration::from_secs(60 * n)
}

/// What was counted in a bucket.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Count {
    pub failures: i32,
    pub last_at: Moment,
    pub open_at: Moment,
}

/// What is counted together, by the digest of its name, and its limit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bucket {
    pub key: String,
    pub limit: Limit,
}

impl Limit {
    /// The count after one more try, which is held for a failure until it proves right; or how long to wait before it.
    pub fn next(self, count: Count, at: Moment) -> Result<Count, Duration> {
        // Of two tries at once the later one may be counted first: without a wait after it, it keeps the other from nothing.
        let waits = count.open_at > count.last_at;
        // A longer wait than there is comes from a clock that was set back since: it keeps nobody out.
        if waits && at < count.open_at && count.open_at - at <= self.longest {
            return Err(count.open_at - at);
        }
        let before = if at - count.last_at >= self.forget { 0 } else { count.failures };
        let failures = before.saturating_add(1);
        Ok(Count { failures, last_at: at, open_at: at + self.wait_after(failures) })
    }

    fn wait_after(self, failures: i32) -> Duration {
        match u32::try_from(failures - self.free - 1) {
            Ok(over) => Ord::min(self.first.saturating_mul(2_u32.saturating_pow(over)), self.longest),
            Err(_) => Duration::ZERO,
        }
    }

    pub fn bucket(self, name: &str) -> Bucket {
        Bucket { key: digest(name), limit: self }
    }
}

/// The failures of `account` from `address`.
pub fn pair(account: &str, address: &str) -> Bucket {
    PAIR.bucket(&format!("pair\n{account}\n{}", network(address)))
}

/// The failures of `account` from everywhere.
pub fn account(account: &str) -> Bucket {
    ACCOUNT.bucket(&format!("account\n{account}"))
}

/// The failures from `address`, whatever the account.
pub fn address(address: &str) -> Bucket {
    ADDRESS.bucket(&format!("address\n{}", network(address)))
}

/// The letters to `account`.
pub fn letters(account: &str) -> Bucket {
    LETTERS.bucket(&format!("letters\n{account}"))
}

/// The invitations to `account`, and those by a person of this id.
pub fn invitation(account: &str, by: &str) -> [Bucket; 2] {
    [INVITED.bucket(&format!("invited\n{account}")), INVITING.bucket(&format!("inviting\n{by}"))]
}

/// The letters asked for from `address`.
pub fn asked(address: &str) -> Bucket {
    ASKED.bucket(&format!("asked\n{}", network(address)))
}

/// The messages written from `address`.
pub fn written(address: &str) -> Bucket {
    WRITTEN.bucket(&format!("written\n{}", network(address)))
}

/// The letters that ask `account` to confirm what was written in its name.
pub fn confirming(account: &str) -> Bucket {
    CONFIRMING.bucket(&format!("confirming\n{account}"))
}

/// The order in which all lock them: two who lock the same ones wait for each other, and never both.
pub fn in_order(buckets: &mut [Bucket]) {
    buckets.sort_by(|a, b| a.key.cmp(&b.key));
}

/// One household or office has a whole /64 of IPv6.
fn network(address: &str) -> String {
    match address.parse::<std::net::Ipv6Addr>() {
        Ok(v6) if v6.to_ipv4_mapped().is_none() => {
            let [a, b, c, d, ..] = v6.segments();
            format!("{a:x}:{b:x}:{c:x}:{d:x}::/64")
        }
        _ => address.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const START: Moment = Moment::from_millis(1_396_346_400_000);

    #[test]
    fn after_the_fifth_failure_comes_a_wait_that_doubles_up_to_a_quarter_of_an_hour() {
        let mut count = Count { failures: 0, last_at: START, open_at: START };
        let mut waits = Vec::new();
        for _ in 0..11 {
            let at = count.open_at;
            count = PAIR.next(count, at).unwrap();
            waits.push((count.open_at - at).as_secs() / 60);
        }
        assert_eq!(waits, [0, 0, 0, 0, 1, 2, 4, 8, 15, 15, 15]);
    }

    #[test]
    fn a_try_before_its_time_is_not_heard_and_does_not_prolong_the_wait() {
        let count = Count { failures: 7, last_at: START, open_at: START + minutes(4) };
        assert_eq!(PAIR.next(count, START + minutes(1)), Err(minutes(3)));
        assert!(PAIR.next(count, START + minutes(4)).is_ok());
    }

    #[test]
    fn of_two_tries_at_once_the_later_one_may_be_counted_first() {
        let count = PAIR.next(Count { failures: 0, last_at: START, open_at: START }, START + Duration::from_millis(2));
        assert_eq!(PAIR.next(count.unwrap(), START).unwrap().failures, 2);
    }

    #[test]
    fn a_day_later_all_is_forgotten() {
        let count = Count { failures: 50, last_at: START, open_at: START + minutes(15) };
        assert_eq!(PAIR.next(count, START + minutes(24 * 60)).unwrap().failures, 1);
    }

    #[test]
    fn the_addresses_of_one_network_count_as_one() {
        assert_eq!(address("2001:db8:1:2::1"), address("2001:db8:1:2:ffff::9"));
        assert_ne!(address("192.0.2.1"), address("192.0.2.2"));
    }
}
