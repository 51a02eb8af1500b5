//! A store that speaks as Amazon S3 does: tests/s3/server.js, which takes only what is signed.

use std::{
    io::{BufRead, BufReader},
    process::{Child, Command, Stdio},
};

use initiatives::config::Config;

/// The bucket that is there, and the key to it.
const BUCKET: &str = "initiatives";
const KEY: &str = "S3RVER";

/// A store on a free port of this machine, until it is dropped.
pub struct S3Server {
    child: Child,
    port: u16,
    pub folder: tempfile::TempDir,
}

impl S3Server {
    pub fn start() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut child = Command::new("node")
            .arg(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/s3/server.js"))
            .arg(folder.path())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("Node, and the packages of tests/s3: run the tests by tests/run");
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let port = line.trim().parse().expect("the S3 store did not start: run the tests by tests/run");
        Self { child, port, folder }
    }

    /// Sends files there, below a prefix of their own.
    pub fn configure(&self, config: &mut Config) {
        config.files_url = Some(format!("s3://{BUCKET}/of/the-stories").parse().unwrap());
        config.s3_endpoint = Some(format!("http://127.0.0.1:{}", self.port).parse().unwrap());
        config.s3_access_key = Some(KEY.to_owned());
        config.s3_secret_key = Some(KEY.to_owned());
    }

    /// Where on its disk it keeps what it was sent.
    pub fn kept_in(&self) -> std::path::PathBuf {
        self.folder.path().join(BUCKET).join("of/the-stories")
    }

    /// It is out of reach from now on.
    pub fn stop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Drop for S3Server {
    fn drop(&mut self) {
        self.stop();
    }
}
