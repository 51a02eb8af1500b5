//! A real SMTP server: tests/support/smtpd.py, which says how each recipient's letters are treated.

use serde::Deserialize;
use std::{
    collections::BTreeMap,
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
    process::{Child, ChildStdout, Command, Stdio},
};

/// A server on a free port of this machine, until it is dropped.
pub struct SmtpServer {
    child: Child,
    lines: BufReader<ChildStdout>,
    pub port: u16,
    folder: tempfile::TempDir,
}

/// What the server received, as Python read it.
#[derive(Debug, Deserialize)]
pub struct Received {
    pub from: String,
    pub to: Vec<String>,
    /// By lower-case name, decoded.
    pub headers: BTreeMap<String, String>,
    pub header_names: Vec<String>,
    /// The recipient's, as it stands in `to`.
    pub name: String,
    /// Encoded words of its headers in which a letter is cut in two.
    pub broken_words: Vec<String>,
    pub text: String,
    pub html: String,
    pub raw: String,
    /// Whether the server said that it has it.
    pub answered: bool,
    pub encrypted: bool,
    pub user: Option<String>,
}

impl SmtpServer {
    /// One that takes letters from everybody.
    pub fn start() -> Self {
        Self::start_with(&[])
    }

    /// One that is started with arguments of smtpd.py.
    pub fn start_with(arguments: &[&str]) -> Self {
        let python = std::env::var("INITIATIVES_TEST_PYTHON").unwrap_or_else(|_| "/usr/bin/python3".to_owned());
        let folder = tempfile::tempdir().unwrap();
        let mut child = Command::new(python)
            .arg(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/support/smtpd.py"))
            .arg(folder.path())
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("a Python with aiosmtpd: run the tests by tests/run");
        let mut line = String::new();
        let mut lines = BufReader::new(child.stdout.take().unwrap());
        lines.read_line(&mut line).unwrap();
        let port = line.trim().parse().expect("the SMTP server did not start: run the tests by tests/run");
        Self { child, lines, port, folder }
    }

    pub fn url(&self) -> url::Url {
        format!("smtp://127.0.0.1:{}", self.port).parse().unwrap()
    }

    /// Waits until so many more letters have come.
    pub fn wait_for(&mut self, letters: usize) {
        for _ in 0..letters {
            let mut line = String::new();
            assert!(self.lines.read_line(&mut line).unwrap() > 0, "the SMTP server ended");
        }
    }

    /// All that came, in the order of its coming.
    pub fn received(&self) -> Vec<Received> {
        self.received_behind(0)
    }

    /// The same without the first ones.
    pub fn received_behind(&self, first: usize) -> Vec<Received> {
        let mut files: Vec<PathBuf> =
            std::fs::read_dir(self.folder.path()).unwrap().map(|entry| entry.unwrap().path()).collect();
        files.retain(|file| file.extension().is_some_and(|extension| extension == "json"));
        files.sort();
        files.iter().skip(first).map(|file| serde_json::from_slice(&std::fs::read(file).unwrap()).unwrap()).collect()
    }

    /// The one letter that came for somebody.
    pub fn only_letter_to(&self, address: &str) -> Received {
        let mut letters: Vec<Received> =
            self.received().into_iter().filter(|letter| letter.to.iter().any(|to| to == address)).collect();
        assert_eq!(letters.len(), 1, "letters to {address}");
        letters.remove(0)
    }
}

impl Drop for SmtpServer {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Received {
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map(String::as_str).unwrap_or_default()
    }

    /// The words of the HTML part, for comparing with the text part.
    pub fn html_words(&self) -> String {
        let body = self.html.split("</head>").nth(1).unwrap_or_default();
        let page = super::Page { status: 200, headers: Default::default(), text: body.to_owned() };
        page.words()
    }
}

/// A certificate for `localhost` made for this test, and its key.
pub fn certificate(folder: &Path) -> (PathBuf, PathBuf) {
    let (certificate, key) = (folder.join("certificate.pem"), folder.join("key.pem"));
    let made = Command::new("openssl")
        .args(["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"])
        .args(["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"])
        .args(["-addext", "basicConstraints=critical,CA:FALSE"])
        .arg("-out")
        .arg(&certificate)
        .arg("-keyout")
        .arg(&key)
        .output()
        .expect("openssl: run the tests by tests/run");
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    (certificate, key)
}
