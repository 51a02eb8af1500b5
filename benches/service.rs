//! The service as a process of its own, on a database of its own.

use std::{
    net::{Ipv4Addr, TcpListener},
    path::Path,
    process::{Child, Command, Stdio},
    sync::atomic::{AtomicU32, Ordering},
    time::Duration,
};

use initiatives::{app::App, clock::Clock, config::Config, db::Db, ids::Ids};
use sea_orm::{ConnectionTrait, Database};

const SECRET: &str = "a secret of the measurements that is long enough";

#[derive(Clone, Copy, Debug)]
pub enum Kind {
    Sqlite,
    Postgres,
}

impl Kind {
    pub fn name(self) -> &'static str {
        match self {
            Self::Sqlite => "sqlite",
            Self::Postgres => "postgresql",
        }
    }
}

/// A folder on the disk, a database, and the service in this process, to prepare it with and to look into it.
pub struct House {
    pub app: App,
    folder: tempfile::TempDir,
}

impl House {
    pub async fn new(kind: Kind) -> Self {
        Self::with(kind, |_| {}).await
    }

    /// The same with a configuration of its own.
    pub async fn with(kind: Kind, set: impl FnOnce(&mut Config)) -> Self {
        // Below the target folder: a folder for temporary files may lie in memory, which no database waits for.
        let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
        let url = match kind {
            Kind::Sqlite => format!("sqlite://{}", folder.path().join("initiatives.sqlite").display()),
            Kind::Postgres => new_postgres().await,
        };
        let mut config = Config {
            database_url: Some(url.clone()),
            data_dir: folder.path().to_owned(),
            secret: Some(SECRET.to_owned()),
            ..Config::default()
        };
        set(&mut config);
        let db = Db::connect(&url).await.unwrap();
        db.migrate().await.unwrap();
        Self { app: App::new(config, db, Clock::System, Ids::from_system()), folder }
    }

    fn path(&self) -> &Path {
        self.folder.path()
    }
}

async fn new_postgres() -> String {
    // Each measurement has a database of its own.
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let server = std::env::var("INITIATIVES_TEST_POSTGRES").expect("no PostgreSQL: measure by benches/run");
    let name = format!("initiatives_bench_{}_{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
    let admin = Database::connect(&server).await.unwrap();
    admin.execute_unprepared(&format!("CREATE DATABASE {name}")).await.unwrap();
    let durable = admin.query_one_raw(sea_orm::Statement::from_string(admin.get_database_backend(), "SHOW fsync"));
    let durable: String = durable.await.unwrap().unwrap().try_get("", "fsync").unwrap();
    assert_eq!(durable, "on", "a database that does not wait for the disk is no measure: use benches/run");
    admin.close().await.unwrap();
    let mut url = url::Url::parse(&server).unwrap();
    url.set_path(&name);
    url.into()
}

/// `initiatives serve`, stopped when it is dropped.
pub struct Service {
    child: Child,
    pub origin: String,
}

impl Service {
    pub async fn start(house: &House) -> Self {
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap().local_addr().unwrap().port();
        let origin = format!("http://127.0.0.1:{port}");
        let child = Command::new(env!("CARGO_BIN_EXE_initiatives"))
            .arg("serve")
            .current_dir(house.path())
            .env_clear()
            .env("INITIATIVES_DATABASE_URL", house.app.config.database_url())
            .env("INITIATIVES_DATA_DIR", house.path())
            .env("INITIATIVES_SECRET", SECRET)
            .env("INITIATIVES_LISTEN", format!("127.0.0.1:{port}"))
            .env("INITIATIVES_PUBLIC_URL", &origin)
            .env("INITIATIVES_LOG", "warn")
            .env("INITIATIVES_MAIL_URL", house.app.config.mail_url().as_str())
            .env("INITIATIVES_MAIL_PER_DOMAIN", house.app.config.mail_per_domain.to_string())
            .env("INITIATIVES_MAIL_CONNECTIONS", house.app.config.mail_connections.to_string())
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        let service = Self { child, origin };
        while reqwest::get(format!("{}/health/ready", service.origin)).await.is_err() {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        service
    }

    /// The memory that it holds now, and the most that it ever held, in MiB.
    pub fn memory(&self) -> (f64, f64) {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id())).unwrap();
        let mib = |name: &str| {
            let line = status.lines().find_map(|line| line.strip_prefix(name)).unwrap();
            line.split_whitespace().next().unwrap().parse::<f64>().unwrap() / 1024.0
        };
        (mib("VmRSS:"), mib("VmHWM:"))
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
