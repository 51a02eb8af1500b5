//! The service as processes of its own, the same binary that people start, and a visitor who reaches it over HTTP.

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::{Ipv4Addr, TcpListener, TcpStream},
    process::{Child, Command, Stdio},
};

use super::{Page, TestApp};

/// A process of the service, killed without warning when it is dropped.
pub struct Process {
    child: Child,
    /// Where it serves, if it does.
    pub port: u16,
}

impl Process {
    /// Starts `initiatives <command>` on the database and the folder of `app`, with mail going to `mail_url`.
    pub fn start(app: &TestApp, command: &str, mail_url: &url::Url) -> Self {
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap().local_addr().unwrap().port();
        let mut process = Command::new(env!("CARGO_BIN_EXE_initiatives"));
        process
            .arg(command)
            .current_dir(app.folder.path())
            .env_clear()
            .env("INITIATIVES_DATABASE_URL", app.config.database_url())
            .env("INITIATIVES_DATA_DIR", app.folder.path())
            .env("INITIATIVES_SECRET", app.config.secret.as_deref().unwrap())
            .env("INITIATIVES_LISTEN", format!("127.0.0.1:{port}"))
            .env("INITIATIVES_MAIL_URL", mail_url.as_str())
            .env("INITIATIVES_LOG", "initiatives=info");
        let child = process.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
        let mut process = Self { child, port };
        process.wait_until_it_says(if command == "worker" { "working" } else { "serving" });
        process
    }

    /// Reads its log up to a line with this word; what comes after is read and forgotten.
    fn wait_until_it_says(&mut self, word: &str) {
        let mut lines = BufReader::new(self.child.stderr.take().unwrap()).lines();
        let mut said = String::new();
        loop {
            match lines.next() {
                Some(Ok(line)) if line.contains(word) => break,
                Some(Ok(line)) => said.push_str(&line),
                _ => panic!("the process ended: {said}"),
            }
        }
        std::thread::spawn(move || lines.for_each(drop));
    }

    /// SIGKILL: it cannot say goodbye.
    pub fn kill(self) {
        drop(self);
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Someone who reaches a process over HTTP, and notices when it is no longer there.
#[derive(Clone, Debug, Default)]
pub struct Visitor {
    pub port: u16,
    pub cookie: String,
}

impl Visitor {
    pub fn get(&mut self, path: &str) -> std::io::Result<Page> {
        self.ask(&format!("GET {path} HTTP/1.0\r\n"), "")
    }

    pub fn post(&mut self, path: &str, values: &[(&str, &str)]) -> std::io::Result<Page> {
        let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(values).finish();
        let form = "Content-Type: application/x-www-form-urlencoded\r\nSec-Fetch-Site: same-origin\r\n";
        self.ask(&format!("POST {path} HTTP/1.0\r\n{form}Content-Length: {}\r\n", body.len()), &body)
    }

    fn ask(&mut self, head: &str, body: &str) -> std::io::Result<Page> {
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port))?;
        write!(stream, "{head}Host: 127.0.0.1\r\nCookie: {}\r\n\r\n{body}", self.cookie)?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer)?;
        let gone = || std::io::Error::from(std::io::ErrorKind::UnexpectedEof);
        let (head, text) = answer.split_once("\r\n\r\n").ok_or_else(gone)?;
        let mut lines = head.lines();
        let status = lines.next().and_then(|line| line.split(' ').nth(1)?.parse().ok()).ok_or_else(gone)?;
        let mut page = Page { status, headers: axum::http::HeaderMap::new(), text: text.to_owned() };
        for (name, value) in lines.filter_map(|line| line.split_once(": ")) {
            page.headers.append(name.parse::<axum::http::HeaderName>().unwrap(), value.parse().unwrap());
        }
        for cookie in page.headers.get_all("set-cookie") {
            self.cookie = cookie.to_str().unwrap().split(';').next().unwrap().to_owned();
        }
        Ok(page)
    }
}
