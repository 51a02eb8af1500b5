//! The application: what every part of it shares, and the routes of its slices.

use std::{
    ops::Deref,
    sync::{Arc, atomic::AtomicU64},
};

use axum::Router;
use tokio::sync::watch;

use crate::{
    accounts::{self, Hasher},
    act::{Act, By, Who},
    admin, calls, catalogue,
    clock::{Clock, Moment},
    config::Config,
    db::Db,
    demo,
    error::Result,
    files::Files,
    guidelines,
    ids::Ids,
    mail::{Announced, PostOffice},
    partners,
    pdf::Press,
    proposals, reviews, web,
};

/// What a running service consists of. Cheap to clone.
#[derive(Clone)]
pub struct App(Arc<Parts>);

/// The parts of an [`App`].
pub struct Parts {
    pub db: Db,
    pub clock: Clock,
    pub ids: Ids,
    pub files: Files,
    pub config: Config,
    /// Hashes and checks passwords, a few at a time.
    pub hasher: Hasher,
    pub post_office: PostOffice,
    /// Sets documents, a few at a time.
    pub press: Press,
    /// What is public, as this process has seen it last.
    pub catalogue: catalogue::snapshot::Held,
    /// Counts the acts that were committed in this process, so that what works behind them need not wait for its next look.
    pub acts: watch::Sender<u64>,
    /// Counts all that was committed in this process.
    pub commits: AtomicU64,
}

/// Who answers for each kind of announcement.
const ANNOUNCED: &[&[Announced]] =
    &[&proposals::actions::announcing::ANNOUNCED, &partners::actions::announcing::ANNOUNCED];

impl Deref for App {
    type Target = Parts;
    fn deref(&self) -> &Parts {
        &self.0
    }
}

impl App {
    pub fn new(config: Config, db: Db, clock: Clock, ids: Ids) -> Self {
        let hasher = Hasher::new(config.password_memory_kib, config.password_passes);
        let files = Files::new(&config);
        let (post_office, acts) = (PostOffice::new(ANNOUNCED), watch::Sender::new(0));
        Self(Arc::new(Parts {
            db,
            clock,
            ids,
            files,
            config,
            hasher,
            post_office,
            press: Press::default(),
            catalogue: catalogue::snapshot::Held::default(),
            acts,
            commits: AtomicU64::default(),
        }))
    }

    /// Begins an act of whoever asks.
    pub async fn begin(&self, who: Who) -> Result<Act> {
        Act::begin(self, who).await
    }

    /// Begins an act of the service itself, now.
    pub async fn begin_as(&self, what: &'static str) -> Result<Act> {
        self.begin(Who { by: By::System(what), at: self.now(), may_act: true }).await
    }

    pub fn now(&self) -> Moment {
        self.clock.now()
    }

    /// The next instant after this one at which public pages say something else though nobody changes anything: a call opens, or
    /// is over.
    pub async fn next_turn(&self, at: Moment) -> Result<Option<Moment>> {
        calls::next_turn(self.db.read(), at).await
    }

    /// The whole service as one router.
    pub fn router(&self) -> Router {
        let mut pages = Router::new()
            .merge(accounts::web::routes())
            .merge(calls::routes())
            .merge(guidelines::web::routes())
            .merge(catalogue::web::routes())
            .merge(proposals::web::routes())
            .merge(reviews::web::routes())
            .merge(partners::web::routes())
            .merge(admin::web::routes());
        if self.config.demo {
            pages = pages.merge(demo::web::routes());
        }
        web::dress(self, pages)
    }
}
