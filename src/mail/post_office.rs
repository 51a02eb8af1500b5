//! What the application keeps for its mail: how letters leave, and who answers for announcements.

use std::sync::OnceLock;

use super::{announcements::Announced, message::Stationery, transport::Transport};
use crate::config::Config;

pub struct PostOffice {
    pub(super) announced: &'static [&'static [Announced]],
    counter: OnceLock<Result<Counter, String>>,
}

/// Where letters go out.
pub(super) struct Counter {
    pub stationery: Stationery,
    pub transport: Transport,
}

impl PostOffice {
    pub const fn new(announced: &'static [&'static [Announced]]) -> Self {
        Self { announced, counter: OnceLock::new() }
    }

    /// Opens on first use.
    pub(super) fn counter(&self, config: &Config) -> Result<&Counter, String> {
        self.counter.get_or_init(|| Counter::open(config)).as_ref().map_err(Clone::clone)
    }

    /// What is wrong with the mail's configuration, to be said at start: an address that leads nowhere, a key that cannot be
    /// read, a folder that is none. Speaks to nobody.
    pub fn check(&self, config: &Config) -> Result<(), String> {
        super::bounces::check(config)?;
        self.counter(config).map(|_| ())
    }
}

impl Counter {
    fn open(config: &Config) -> Result<Self, String> {
        Ok(Self { stationery: Stationery::from_config(config)?, transport: Transport::from_config(config)? })
    }
}
