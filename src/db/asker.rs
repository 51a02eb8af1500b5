//! A connection of its own for a question that is asked all the time.

use sea_orm::sqlx::{PgConnection, SqliteConnection, query_scalar};
use tokio::sync::Mutex;

use super::Db;
use crate::error::{Error, Result};

/// Stays connected: a pool asks each connection that is given back whether it is well, which is one round trip more than the question.
#[derive(Default)]
pub struct Asker(Mutex<Option<Connection>>);

enum Connection {
    Sqlite(SqliteConnection),
    Postgres(PgConnection),
}

impl Asker {
    /// The number that answers a question without values.
    pub async fn number(&self, db: &Db, question: &'static str) -> Result<i64> {
        let mut kept = self.0.lock().await;
        // Taken: one that failed, or whose answer nobody waited for, is not kept.
        let mut connection = match kept.take() {
            Some(connection) => connection,
            None => Connection::open(db).await?,
        };
        let number = connection.number(question).await?;
        *kept = Some(connection);
        Ok(number)
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
