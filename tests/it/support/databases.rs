//! A fresh database for each story, copied from one that was migrated once per run.

use initiatives::db::Db;
use migration::{Migrator, MigratorTrait};
use sea_orm::{ConnectionTrait, Database};
use std::path::{Path, PathBuf};
use tokio::sync::OnceCell;

#[derive(Clone, Copy, Debug)]
pub enum Kind {
    Sqlite,
    Postgres,
}

/// The address of a new, migrated database.
pub async fn fresh(kind: Kind, folder: &Path) -> String {
    match kind {
        Kind::Sqlite => {
            static TEMPLATE: OnceCell<PathBuf> = OnceCell::const_new();
            let template = TEMPLATE.get_or_init(sqlite_template).await;
            let file = folder.join("initiatives.sqlite");
            std::fs::copy(template, &file).unwrap();
            format!("sqlite://{}", file.display())
        }
        Kind::Postgres => {
            static TEMPLATE: OnceCell<String> = OnceCell::const_new();
            let template = TEMPLATE.get_or_init(postgres_template).await;
            let name = unique("story");
            admin(&format!("CREATE DATABASE {name} TEMPLATE {template}")).await;
            postgres_url(&name)
        }
    }
}

/// The address of a new database with nothing in it.
async fn empty(kind: Kind, folder: &Path) -> String {
    match kind {
        Kind::Sqlite => format!("sqlite://{}?mode=rwc", folder.join("empty.sqlite").display()),
        Kind::Postgres => {
            let name = unique("empty");
            admin(&format!("CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8'")).await;
            postgres_url(&name)
        }
    }
}

/// The address of a database that was filled before a step of the schema was taken, and has all of them now. `{1}` in the statements
/// is the id of this number.
pub async fn filled_before(step: &str, kind: Kind, folder: &Path, statements: &str) -> String {
    let url = empty(kind, folder).await;
    let before = Database::connect(&url).await.unwrap();
    let place = Migrator::migrations().iter().position(|known| known.name() == step).unwrap();
    Migrator::up(&before, Some(u32::try_from(place).unwrap())).await.unwrap();
    let statements = (1..=30).fold(statements.to_owned(), |sql, n| sql.replace(&format!("{{{n}}}"), &key(kind, n)));
    before.execute_unprepared(&statements).await.unwrap();
    Migrator::up(&before, None).await.unwrap();
    before.close().await.unwrap();
    url
}

async fn sqlite_template() -> PathBuf {
    let file = std::env::temp_dir().join(format!("{}.sqlite", unique("template")));
    let db = Db::connect(&format!("sqlite://{}", file.display())).await.unwrap();
    db.migrate().await.unwrap();
    db.close().await;
    file
}

async fn postgres_template() -> String {
    let name = unique("template");
    admin(&format!("CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8'")).await;
    let db = Db::connect(&postgres_url(&name)).await.unwrap();
    db.migrate().await.unwrap();
    db.close().await;
    name
}

/// Every run has its own names, so that a server may serve several.
fn unique(what: &str) -> String {
    use std::sync::atomic::{AtomicU32, Ordering};
    static COUNT: AtomicU32 = AtomicU32::new(0);
    format!("initiatives_{what}_{}_{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed))
}

fn server() -> String {
    std::env::var("INITIATIVES_TEST_POSTGRES")
        .expect("INITIATIVES_TEST_POSTGRES names no PostgreSQL server: run the tests by tests/run")
}

fn postgres_url(name: &str) -> String {
    let mut url = url::Url::parse(&server()).unwrap();
    url.set_path(name);
    url.into()
}

async fn admin(sql: &str) {
    let server = Database::connect(server()).await.unwrap();
    server.execute_unprepared(sql).await.unwrap();
    server.close().await.unwrap();
}

/// A key as a database writes it.
fn key(kind: Kind, n: u8) -> String {
    match kind {
        Kind::Sqlite => format!("x'{}'", format!("{n:02x}").repeat(16)),
        Kind::Postgres => format!("'{}'", uuid::Uuid::from_bytes([n; 16])),
    }
}
