//! A connection of its own for a question that is asked all the time.

use std::time::{Duration, Instant};

use sea_orm::{
    Statement,
    metric::Info,
    sqlx::{PgConnection, SqliteConnection, query_scalar},
};
use tokio::{sync::Mutex, time::timeout};

use super::Db;
use crate::error::{Error, Result};

/// Stays connected: a pool asks each connection that is given back whether it is well, which is one round trip more than the question.
#[derive(Default)]
pub struct Asker(Mutex<Option<Connection>>);

/// PostgreSQL's pool waits as long for a connection.
const PATIENCE: Duration = Duration::from_secs(8);

enum Connection {
    Sqlite(SqliteConnection),
    Postgres(PgConnection),
}

impl Asker {
    /// The number that answers a question without values.
    pub async fn number(&self, db: &Db, question: &'static str) -> Result<i64> {
        let start = Instant::now();
        let number = self.ask(db, question).await;
        if let Some(heard) = &db.heard {
            let statement = Statement::from_string(db.read.get_database_backend(), question);
            heard(&Info { elapsed: start.elapsed(), statement: &statement, failed: number.is_err() });
        }
        number
    }

    async fn ask(&self, db: &Db, question: &'static str) -> Result<i64> {
        let unanswered = |_| Error::Unavailable("no answer".to_owned());
        // Whoever has waited for their turn gets the whole time: a database that hangs is left with one question after the other, not
        // with as many at once as ask.
        let mut kept = timeout(PATIENCE, self.0.lock()).await.map_err(unanswered)?;
        let answer = async {
            // Taken: one that failed, or whose answer nobody waited for, is not kept.
            let mut connection = match kept.take() {
                Some(connection) => connection,
                None => Connection::open(db).await?,
            };
            let number = connection.number(question).await?;
            *kept = Some(connection);
            Ok(number)
        };
        timeout(PATIENCE, answer).await.map_err(unanswered)?
    }
}

impl Connection {
    async fn open(db: &Db) -> Result<Self> {
        let opened = if db.is_postgres() {
            Self::Postgres(db.read.get_postgres_connection_pool().acquire().await.map_err(unavailable)?.detach())
        } else {
            Self::Sqlite(db.read.get_sqlite_connection_pool().acquire().await.map_err(unavailable)?.detach())
        };
        Ok(opened)
    }

    async fn number(&mut self, question: &'static str) -> Result<i64> {
        let number = match self {
            Self::Sqlite(connection) => query_scalar(question).fetch_one(connection).await,
            Self::Postgres(connection) => query_scalar(question).fetch_one(connection).await,
        };
        number.map_err(unavailable)
    }
}

fn unavailable(error: sea_orm::SqlxError) -> Error {
    Error::Unavailable(error.to_string())
}
