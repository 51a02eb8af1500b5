//! The stage on which the stories are told.

mod browser;
mod databases;
pub mod letters;
mod people;
pub mod postfix;
pub mod process;
pub mod proposals;
pub mod s3;
pub mod smtp;
mod uploads;

pub use browser::{Browser, Page, each_after, over};
use databases::fresh;
pub use databases::{Kind, filled_before};
pub use people::{PASSWORD, new_address, someone_new};
use s3::S3Server;
pub use uploads::{head, multipart, upload};

use initiatives::{
    app::App,
    clock::{Clock, Moment},
    config::Config,
    db::Db,
    ids::Ids,
};
use std::{
    ops::Deref,
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
};

/// A running service with its own database, file store and mail folder, and a clock that stands at
/// 2014-04-01T10:00:00Z until it is moved.
pub struct TestApp {
    pub app: App,
    router: axum::Router,
    statements: Arc<AtomicUsize>,
    writes: Arc<AtomicUsize>,
    /// Removed when the story ends.
    pub folder: tempfile::TempDir,
    /// The store over the network, if files are kept on one.
    s3: Option<Mutex<S3Server>>,
}

impl Deref for TestApp {
    type Target = App;
    fn deref(&self) -> &App {
        &self.app
    }
}

/// 2014-04-01T10:00:00Z
pub const BEGINNING: Moment = Moment::from_millis(1_396_346_400_000);

/// Tells `story` on SQLite, then on PostgreSQL.
pub async fn on_both(story: impl AsyncFn(TestApp)) {
    for kind in [Kind::Sqlite, Kind::Postgres] {
        eprintln!("on {kind:?}");
        story(TestApp::start(kind).await).await;
    }
}

/// Tells `story` on SQLite alone: it is long, and asks nothing of the database that others do not ask on both.
pub async fn on_sqlite(story: impl AsyncFn(TestApp)) {
    story(TestApp::start(Kind::Sqlite).await).await;
}

/// Tells `story` on PostgreSQL alone.
pub async fn on_postgres(story: impl AsyncFn(TestApp)) {
    story(TestApp::start(Kind::Postgres).await).await;
}

/// Tells `story` with files in a folder, then with files on S3.
pub async fn on_both_stores(story: impl AsyncFn(TestApp)) {
    eprintln!("files in a folder");
    story(TestApp::start(Kind::Sqlite).await).await;
    on_s3(story).await;
}

/// Tells `story` with files on S3.
pub async fn on_s3(story: impl AsyncFn(TestApp)) {
    eprintln!("files on S3");
    let server = S3Server::start();
    let mut app = TestApp::start_with(Kind::Postgres, |config| server.configure(config)).await;
    app.s3 = Some(Mutex::new(server));
    story(app).await;
}

impl TestApp {
    async fn start(kind: Kind) -> Self {
        Self::start_with(kind, |_| ()).await
    }

    async fn start_with(kind: Kind, change: impl FnOnce(&mut Config)) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let url = fresh(kind, folder.path()).await;
        let mut config = Config {
            database_url: Some(url.clone()),
            data_dir: folder.path().to_owned(),
            secret: Some("a secret of the tests that is long enough".to_owned()),
            // Hashing as cheap as it can be: what it costs is tried elsewhere.
            password_memory_kib: 32,
            password_passes: 1,
            ..Config::default()
        };
        change(&mut config);
        let mut db = Db::connect(&url).await.unwrap();
        let statements = Arc::new(AtomicUsize::new(0));
        let writes = Arc::new(AtomicUsize::new(0));
        let (count, count_writes) = (Arc::clone(&statements), Arc::clone(&writes));
        db.on_statement(move |heard| {
            let sql = &heard.statement.sql;
            // Whether pages that are kept still hold is asked beside them, now and then, for many at once.
            if !sql.starts_with("SELECT number FROM public_changes") {
                count.fetch_add(1, Ordering::Relaxed);
            }
            // One statement of PostgreSQL may hold several that write.
            let changes = ["UPDATE", "DELETE"].iter().filter(|verb| sql.starts_with(*verb)).count();
            count_writes.fetch_add(sql.matches("INSERT INTO ").count() + changes, Ordering::Relaxed);
        });
        let app = App::new(config, db, Clock::standing_at(BEGINNING), Ids::from_system());
        Self { router: app.router(), app, statements, writes, folder, s3: None }
    }

    /// The store over the network is out of reach from now on.
    pub fn stop_store(&self) {
        self.s3.as_ref().expect("a store over the network").lock().unwrap().stop();
    }

    /// The hashes of all files in the store, as they lie on its disk.
    pub fn stored(&self) -> Vec<String> {
        let folder = match &self.s3 {
            Some(server) => server.lock().unwrap().kept_in(),
            None => self.files.folder().unwrap().to_owned(),
        };
        let Ok(shelves) = std::fs::read_dir(folder.join("sha256")) else { return Vec::new() };
        let mut found: Vec<String> = shelves
            .flat_map(|shelf| std::fs::read_dir(shelf.unwrap().path()).unwrap())
            .map(|file| file.unwrap().file_name().into_string().unwrap())
            .map(|name| name.split('.').next().unwrap().to_owned())
            .collect();
        found.sort();
        found.dedup();
        found
    }

    /// How many statements that write the database has carried out so far.
    pub fn writes(&self) -> usize {
        self.writes.load(Ordering::Relaxed)
    }

    /// How many statements the database has carried out so far, but for those that ask whether anything has changed.
    pub fn statements(&self) -> usize {
        self.statements.load(Ordering::Relaxed)
    }

    /// How many statements a page costs. The first visit of the two may note that the session is in use.
    pub async fn cost(&self, who: &mut Browser, path: &str) -> usize {
        who.get(path).await;
        let before = self.statements();
        assert_eq!(who.get(path).await.status, 200, "{path}");
        self.statements() - before
    }

    /// Someone's browser, with no cookie yet.
    pub fn browser(&self) -> Browser {
        Browser::new(self.router.clone(), self.app.config.origin())
    }
}

/// Another process of the same service: on the same database, with the same time.
pub struct AnotherProcess {
    app: App,
    router: axum::Router,
}

impl TestApp {
    pub async fn again(&self) -> AnotherProcess {
        self.again_with(|_| ()).await
    }

    /// Another process, configured otherwise.
    pub async fn again_with(&self, change: impl FnOnce(&mut Config)) -> AnotherProcess {
        let mut config = self.app.config.clone();
        change(&mut config);
        let db = Db::connect(&config.database_url()).await.unwrap();
        let app = App::new(config, db, self.app.clock.clone(), Ids::from_system());
        AnotherProcess { router: app.router(), app }
    }
}

impl Deref for AnotherProcess {
    type Target = App;
    fn deref(&self) -> &App {
        &self.app
    }
}

impl AnotherProcess {
    /// The same, some time later.
    pub async fn later(&self, span: std::time::Duration) -> AnotherProcess {
        let config = self.app.config.clone();
        let db = Db::connect(&config.database_url()).await.unwrap();
        let app = App::new(config, db, Clock::standing_at(self.app.now() + span), Ids::from_system());
        AnotherProcess { router: app.router(), app }
    }

    pub fn browser(&self) -> Browser {
        Browser::new(self.router.clone(), self.app.config.origin())
    }
}
