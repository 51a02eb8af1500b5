//! The database: how it is reached, and how its schema is brought up to date.
//!
//! SQLite has a pool for reading and one connection for writing, behind a fair queue; PostgreSQL has one pool for both.

mod asker;

use std::{path::PathBuf, sync::Arc, time::Duration};

use migration::{Migrator, MigratorTrait};
use sea_orm::{
    ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DatabaseTransaction, DbBackend, DbErr, RuntimeErr,
    SqliteTransactionMode, SqlxError, Statement, TransactionOptions, TransactionTrait, metric::Info,
};

use crate::{
    config::private_folder,
    error::{Error, Result},
};

pub use asker::Asker;

/// The database of the application.
#[derive(Clone)]
pub struct Db {
    read: DatabaseConnection,
    write: DatabaseConnection,
    file: Option<PathBuf>,
    heard: Option<Heard>,
}

type Heard = Arc<dyn Fn(&Info<'_>) + Send + Sync>;

/// The key of the advisory lock under which PostgreSQL migrates.
const MIGRATION_LOCK: i64 = 0x4d49_2014;

impl Db {
    /// Opens the database at `url`, making an SQLite file that is not there.
    pub async fn connect(url: &str) -> Result<Self> {
        if let Some(path) = url.strip_prefix("sqlite:") {
            let path = PathBuf::from(path.strip_prefix("//").unwrap_or(path));
            if let Some(folder) = path.parent() {
                private_folder(folder).map_err(Error::internal)?;
            }
            let write = Database::connect(sqlite(url, 1, false)).await?;
            let read = Database::connect(sqlite(url, 8, true)).await?;
            Ok(Self { read, write, file: Some(path), heard: None })
        } else {
            let mut options = ConnectOptions::new(url);
            options
                .max_connections(16)
                .acquire_timeout(Duration::from_secs(8))
                // One that was just used is there; asking each time would be a third more round trips.
                .test_before_acquire_if_idle_for(Duration::from_secs(1))
                .sqlx_logging(false);
            let both = Database::connect(options).await?;
            Ok(Self { read: both.clone(), write: both, file: None, heard: None })
        }
    }

    /// Tells `heard` of every statement that is carried out: for tests that count them, and for finding slow ones.
    pub fn on_statement(&mut self, heard: impl Fn(&Info<'_>) + Clone + Send + Sync + 'static) {
        self.read.set_metric_callback(heard.clone());
        self.write.set_metric_callback(heard.clone());
        self.heard = Some(Arc::new(heard));
    }

    /// For reading outside an act. On SQLite it refuses to write.
    pub fn read(&self) -> &DatabaseConnection {
        &self.read
    }

    /// The connection that may write, for what has no act: sessions, throttles, the worker's leases. One statement at a
    /// time; several belong into [`Db::begin`].
    pub fn write(&self) -> &DatabaseConnection {
        &self.write
    }

    pub fn is_postgres(&self) -> bool {
        self.write.get_database_backend() == DbBackend::Postgres
    }

    /// The file of an SQLite database.
    pub fn file(&self) -> Option<&PathBuf> {
        self.file.as_ref()
    }

    /// Begins a transaction that may write. On SQLite it takes the write lock at once: one that reads first and writes
    /// later could fail whatever the busy timeout.
    pub async fn begin(&self) -> Result<DatabaseTransaction> {
        let options = TransactionOptions {
            isolation_level: None,
            access_mode: None,
            sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
        };
        Ok(self.write.begin_with_options(options).await?)
    }

    /// Begins a transaction that only reads. On SQLite nobody waits for it.
    pub async fn look(&self) -> Result<DatabaseTransaction> {
        Ok(self.read.begin().await?)
    }

    /// Brings the schema up to date, one process at a time when several start at once.
    pub async fn migrate(&self) -> Result<()> {
        match &self.file {
            None => {
                // The lock belongs to a session, so it is taken and given back on one connection: a transaction's.
                let lock = self.write.begin().await?;
                lock.execute_unprepared(&format!("SELECT pg_advisory_xact_lock({MIGRATION_LOCK})")).await?;
                Migrator::up(&self.write, None).await?;
                lock.commit().await?;
            }
            Some(file) => {
                let _lock = FileLock::take(file.with_extension("migrating")).await?;
                Migrator::up(&self.write, None).await?;
            }
        }
        Ok(())
    }

    /// The names of the steps, each with whether it was applied.
    pub async fn migration_status(&self) -> Result<Vec<(String, bool)>> {
        let pending: Vec<String> =
            Migrator::get_pending_migrations(&self.write).await?.iter().map(|m| m.name().to_owned()).collect();
        Ok(Migrator::migrations()
            .iter()
            .map(|m| (m.name().to_owned(), !pending.iter().any(|name| name == m.name())))
            .collect())
    }

    /// How many steps of the schema were taken, and how many are still to be taken. Only reads, unlike
    /// [`Db::migration_status`].
    pub async fn steps(&self) -> Result<(usize, usize)> {
        let ask = Statement::from_string(self.read.get_database_backend(), "SELECT version FROM seaql_migrations");
        let rows = self.read.query_all_raw(ask).await?;
        let taken: Vec<String> = rows.iter().map(|row| row.try_get("", "version")).collect::<Result<_, _>>()?;
        let pending =
            Migrator::migrations().iter().filter(|step| !taken.iter().any(|name| name == step.name())).count();
        Ok((taken.len(), pending))
    }

    /// Whether the database answers.
    pub async fn ping(&self) -> Result<()> {
        self.read.execute_unprepared("SELECT 1").await.map(|_| ()).map_err(|e| Error::Unavailable(e.to_string()))
    }

    pub async fn close(self) {
        let _ = self.read.close().await;
        let _ = self.write.close().await;
    }
}

impl From<DbErr> for Error {
    fn from(error: DbErr) -> Self {
        match error {
            DbErr::Conn(e) => Self::Unavailable(e.to_string()),
            DbErr::ConnectionAcquire(e) => Self::Unavailable(e.to_string()),
            DbErr::Query(e) | DbErr::Exec(e) if hung_up(&e) => Self::Unavailable(e.to_string()),
            other if overtaken(&other) => {
                tracing::warn!(error = %other, "somebody else was first");
                Self::Conflict
            }
            other => Self::Internal(other.to_string()),
        }
    }
}

/// Whether somebody else did the same at once, or two waited for each other (class 40): what was looked at before is no longer so.
fn overtaken(error: &DbErr) -> bool {
    let (DbErr::Query(RuntimeErr::SqlxError(told)) | DbErr::Exec(RuntimeErr::SqlxError(told))) = error else {
        return false;
    };
    let SqlxError::Database(told) = told.as_ref() else { return false };
    told.is_unique_violation() || told.code().is_some_and(|code| matches!(code.as_ref(), "40P01" | "40001"))
}

/// Whether the database went away under a statement: the connection broke, or PostgreSQL says that it ends (class 08, 57P).
fn hung_up(error: &RuntimeErr) -> bool {
    let RuntimeErr::SqlxError(error) = error else { return false };
    match error.as_ref() {
        SqlxError::Io(_) | SqlxError::PoolTimedOut | SqlxError::PoolClosed | SqlxError::WorkerCrashed => true,
        SqlxError::Database(told) => told.code().is_some_and(|code| code.starts_with("08") || code.starts_with("57P")),
        _ => false,
    }
}

fn sqlite(url: &str, connections: u32, read_only: bool) -> ConnectOptions {
    let mut options = ConnectOptions::new(url);
    options
        .max_connections(connections)
        .min_connections(1)
        // The write queue is fair; under a burst it may be long, and nobody's text is to be lost to impatience.
        .acquire_timeout(Duration::from_secs(30))
        // A file does not hang up.
        .test_before_acquire(false)
        .sqlx_logging(false)
        .map_sqlx_sqlite_opts(move |opts| {
            let opts = opts
                .create_if_missing(true)
                .foreign_keys(true)
                .busy_timeout(Duration::from_secs(30))
                .pragma("journal_mode", "WAL")
                // A receipt promises that the submission survives a power cut.
                .pragma("synchronous", "FULL");
            // What a statement of many rows would undo need not go through files; what readers sort may.
            if read_only { opts.pragma("query_only", "ON") } else { opts.pragma("temp_store", "MEMORY") }
        });
    options
}

/// An exclusive lock on a file beside the database, given back when it is dropped or its process dies.
struct FileLock(std::fs::File);

impl FileLock {
    async fn take(path: PathBuf) -> Result<Self> {
        let lock = move || {
            let file = std::fs::File::create(path)?;
            file.lock()?;
            Ok::<_, std::io::Error>(Self(file))
        };
        tokio::task::spawn_blocking(lock).await.map_err(Error::internal)?.map_err(Error::internal)
    }
}

impl Drop for FileLock {
    fn drop(&mut self) {
        let _ = self.0.unlock();
    }
}
