//! A real mail server: the Postfix that tests/run starts by tests/support/postfix, which says how it treats whom.

use serde::Deserialize;
use std::{
    collections::BTreeMap,
    io::{BufRead, BufReader, Write},
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

pub struct Postfix {
    folder: PathBuf,
}

/// A letter as others read it: tests/support/letter.py.
#[derive(Debug, Deserialize)]
pub struct Arrived {
    pub headers: BTreeMap<String, String>,
    pub text: String,
    pub html: String,
    pub defects: Vec<String>,
    /// The headers that the signature covers.
    pub signed: Vec<String>,
    pub holds: bool,
    /// The changes that the signature does not notice.
    pub holds_when_changed: Vec<String>,
}

impl Postfix {
    pub fn running() -> Self {
        let folder = std::env::var_os("INITIATIVES_TEST_POSTFIX")
            .expect("INITIATIVES_TEST_POSTFIX names no Postfix: run the tests by tests/run");
        Self { folder: folder.into() }
    }

    /// The server that says at once whom it does not know.
    pub fn url(&self) -> url::Url {
        self.url_of("port", "open%20sesame")
    }

    /// The server that takes the letter first, and sends it back.
    pub fn late_url(&self) -> url::Url {
        self.url_of("port-late", "open%20sesame")
    }

    pub fn url_of(&self, port: &str, password: &str) -> url::Url {
        let port = std::fs::read_to_string(self.folder.join(port)).unwrap();
        let ca = self.folder.join("certificate.pem");
        format!("smtp://service:{password}@localhost:{}?ca={}", port.trim(), ca.display()).parse().unwrap()
    }

    /// The Maildir of an address.
    pub fn maildir(&self, address: &str) -> PathBuf {
        let (name, domain) = address.rsplit_once('@').unwrap();
        self.folder.join("mail").join(domain).join(name)
    }

    /// Waits until so many letters have been delivered to an address, which may be none's before.
    pub fn wait_for(&self, address: &str, letters: usize) {
        let mut tail = Command::new("timeout")
            .args(["60", "tail", "-n", "+1", "-f"])
            .arg(self.folder.join("mail/delivered"))
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let lines = BufReader::new(tail.stdout.take().unwrap()).lines();
        let came = lines.map_while(Result::ok).filter(|line| line == address).take(letters).count();
        let _ = tail.kill();
        let _ = tail.wait();
        assert_eq!(came, letters, "letters to {address} within a minute");
    }

    /// The one letter to an address, whose signature's key lies in DNS as `name` and `record`.
    pub fn only_letter_to(&self, address: &str, name: &str, record: &str) -> Arrived {
        self.wait_for(address, 1);
        let files: Vec<_> = std::fs::read_dir(self.maildir(address).join("new")).unwrap().map(|f| f.unwrap()).collect();
        assert_eq!(files.len(), 1, "letters to {address}");
        read(&std::fs::read(files[0].path()).unwrap(), name, record)
    }
}

/// Reads a letter by programs that are none of ours.
pub fn read(raw: &[u8], name: &str, record: &str) -> Arrived {
    let python = std::env::var("INITIATIVES_TEST_PYTHON").unwrap_or_else(|_| "/usr/bin/python3".to_owned());
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/support/letter.py");
    let mut reader = Command::new(python)
        .arg(script)
        .args([name, record])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("a Python with dkimpy: run the tests by tests/run");
    reader.stdin.take().unwrap().write_all(raw).unwrap();
    let output = reader.wait_with_output().unwrap();
    serde_json::from_slice(&output.stdout).expect("a letter")
}

/// A key made as docs/operations.md says, in a file; and its record in DNS.
pub fn dkim_key(folder: &Path, kind: &str) -> (PathBuf, String) {
    let made = match kind {
        "rsa" => {
            "openssl genrsa -traditional -out dkim.key 2048 2>/dev/null &&
             openssl rsa -in dkim.key -pubout -outform DER 2>/dev/null | base64 -w0"
        }
        _ => {
            "openssl genpkey -algorithm ed25519 -out ed.pem &&
             openssl pkey -in ed.pem -outform DER | tail -c 32 | base64 > dkim.key &&
             openssl pkey -in ed.pem -pubout -outform DER | tail -c 32 | base64"
        }
    };
    let made = Command::new("sh").args(["-ec", made]).current_dir(folder).output().unwrap();
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    let public = String::from_utf8(made.stdout).unwrap();
    (folder.join("dkim.key"), format!("v=DKIM1; k={kind}; p={}", public.trim()))
}
