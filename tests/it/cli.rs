//! The binary as an operator runs it.

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    path::Path,
    process::{Child, Command, Output, Stdio},
    time::{Duration, Instant},
};

use tempfile::TempDir;

/// The binary in an empty folder, with nothing of the tests' own environment.
fn initiatives(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_initiatives"));
    command.args(arguments).current_dir(folder).stdin(Stdio::null());
    for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("INITIATIVES_")) {
        command.env_remove(name);
    }
    command
}

fn run(folder: &Path, arguments: &[&str]) -> Output {
    initiatives(folder, arguments).output().unwrap()
}

/// What it answers: the exit code, and the one line that says why.
fn refusal(output: &Output) -> (i32, String) {
    let said = String::from_utf8(output.stderr.clone()).unwrap();
    assert_eq!(said.trim_end().lines().count(), 1, "one line: {said}");
    (output.status.code().unwrap(), said.trim_end().to_owned())
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

/// A service that runs until the story has ended.
struct Running {
    child: Child,
    /// `127.0.0.1:port`
    address: String,
}

impl Running {
    /// Starts the demonstration over `data` on a free port.
    fn demo(folder: &Path, data: &str) -> Self {
        let child = initiatives(folder, &["demo", "--data", data, "--listen", "127.0.0.1:0"])
            .stdout(Stdio::piped())
            .stderr(Stdio::inherit())
            .spawn()
            .unwrap();
        let mut running = Self { child, address: String::new() };
        let mut lines = BufReader::new(running.child.stdout.take().unwrap()).lines();
        let line = lines.find(|line| line.as_ref().unwrap().contains("http://127.0.0.1:")).unwrap().unwrap();
        running.address = line.split("http://").nth(1).unwrap().trim_end_matches('/').to_owned();
        // Whoever reads what it prints goes on reading: a closed pipe would be an error of its own.
        std::thread::spawn(move || lines.for_each(drop));
        running
    }

    /// Starts `serve` on a free port.
    fn serve(folder: &Path) -> Self {
        let address = format!("127.0.0.1:{}", free_port());
        let child = initiatives(folder, &["serve"]).env("INITIATIVES_LISTEN", &address).spawn().unwrap();
        let running = Self { child, address };
        let end = Instant::now() + Duration::from_secs(30);
        while TcpStream::connect(&running.address).is_err() {
            assert!(Instant::now() < end, "it does not listen");
            std::thread::yield_now();
        }
        running
    }

    /// The answer to a GET, from status line to body.
    fn get(&self, path: &str) -> String {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        write!(stream, "GET {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", self.address).unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        String::from_utf8_lossy(&answer).into_owned()
    }

    fn signal(&self, name: &str) {
        let pid = self.child.id().to_string();
        assert!(Command::new("kill").args(["-s", name, &pid]).status().unwrap().success());
    }

    /// Asks it to end, and gives the exit code.
    fn end(mut self) -> i32 {
        self.signal("TERM");
        let ended = self.child.wait().unwrap();
        ended.code().expect("it ends by itself")
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn free_port() -> u16 {
    std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}

fn folder() -> TempDir {
    tempfile::tempdir().unwrap()
}

#[test]
fn what_is_asked_wrongly_is_answered_by_2_and_one_line() {
    let folder = folder();
    for (arguments, said) in [
        (&[][..], "a command is missing"),
        (&["dance"], "unrecognized subcommand 'dance'"),
        (&["serve", "--loud"], "unexpected argument '--loud'"),
        (&["demo", "--listen", "here"], "invalid value 'here'"),
        (&["backup"], "<FILE>"),
        (&["seed", "nowhere"], "nowhere/guidelines: "),
        (&["audit", "verify"], "there is no database at"),
        (&["migrate", "status"], "there is no database at"),
    ] {
        let (code, line) = refusal(&run(folder.path(), arguments));
        assert_eq!(code, 2, "{arguments:?}: {line}");
        assert!(line.starts_with("initiatives: ") && line.contains(said), "{arguments:?}: {line}");
    }
    assert_eq!(run(folder.path(), &["--help"]).status.code(), Some(0));
    assert_eq!(run(folder.path(), &["--version"]).status.code(), Some(0));
}

#[test]
fn a_configuration_that_cannot_be_is_named_by_its_key() {
    let folder = folder();
    for (name, value, said) in [
        ("INITIATIVES_COLOUR", "red", "colour: there is no such key"),
        ("INITIATIVES_LISTEN", "everywhere", "listen: "),
        ("INITIATIVES_PUBLIC_URL", "initiatives.example", "public_url: "),
        ("INITIATIVES_MAIL_URL", "http://mail.example", "mail_url: "),
        ("INITIATIVES_SECRET", "123456", "secret: at least 32 characters"),
        ("INITIATIVES_TRUSTED_PROXIES", "10.0.0.1, proxy", "trusted_proxies: proxy is no IP address"),
    ] {
        for command in [&["config", "check"][..], &["serve"], &["worker"], &["migrate"]] {
            let output = initiatives(folder.path(), command).env(name, value).output().unwrap();
            let (code, line) = refusal(&output);
            assert_eq!(code, 2, "{line}");
            assert!(line.contains(said), "{line}");
        }
    }
}

#[test]
fn the_environment_stands_over_the_file_and_secrets_are_not_shown() {
    let folder = folder();
    std::fs::write(
        folder.path().join("initiatives.toml"),
        "listen = \"127.0.0.1:4000\"\nlog = \"warn\"\nmail_url = \"smtp://me:hush-hush@mail.example\"\n",
    )
    .unwrap();
    let secret = "hush-hush-hush-hush-hush-hush-hush-hush";
    let output = initiatives(folder.path(), &["config", "check"])
        .env("INITIATIVES_LISTEN", "127.0.0.1:5000")
        .env("INITIATIVES_SECRET", secret)
        .output()
        .unwrap();
    let shown = text(&output.stdout);
    assert_eq!(output.status.code(), Some(0));
    assert!(shown.contains("listen = 127.0.0.1:5000") && shown.contains("log = warn"), "{shown}");
    assert!(!shown.contains("hush-hush"), "{shown}");
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "looking makes nothing");
}

#[test]
fn the_schema_is_brought_up_to_date_and_told() {
    let folder = folder();
    assert_eq!(run(folder.path(), &["migrate"]).status.code(), Some(0));
    let status = text(&run(folder.path(), &["migrate", "status"]).stdout);
    assert!(status.lines().count() > 5 && status.lines().all(|line| line.starts_with("done")), "{status}");
}

#[test]
fn seeds_are_loaded_once_and_their_trail_is_sound() {
    let folder = folder();
    let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds");
    let seeds = seeds.to_str().unwrap();
    let first = run(folder.path(), &["seed", seeds]);
    assert!(text(&first.stdout).contains("16 proposals"), "{first:?}");
    let again = run(folder.path(), &["seed", seeds]);
    assert_eq!(text(&again.stdout), "New: 0 calls, 0 organisations, 0 proposals, 0 publications.\n");
    let verified = run(folder.path(), &["audit", "verify"]);
    assert_eq!(verified.status.code(), Some(0));
    let (code, line) = refusal(&run(folder.path(), &["audit", "verify", "--head", "0badcafe"]));
    assert_eq!(code, 1, "{line}");
}

#[test]
fn serve_answers_and_ends_when_it_is_asked_to() {
    let folder = folder();
    let service = Running::serve(folder.path());
    assert!(service.get("/health/ready").starts_with("HTTP/1.1 200"));
    assert!(service.get("/demo/mail").starts_with("HTTP/1.1 404"), "this is no demonstration");
    // An idle connection, and one in the middle of its words, do not keep it.
    let _idle = TcpStream::connect(&service.address).unwrap();
    assert_eq!(service.end(), 0);
}

#[test]
fn an_address_that_is_taken_is_named() {
    let folder = folder();
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let (code, line) = refusal(&run(folder.path(), &["demo", "--listen", &address]));
    assert_eq!(code, 1);
    assert!(line.contains(&address), "{line}");
    assert!(!folder.path().join("demo-data").exists(), "nothing was loaded");
}

#[test]
fn a_demonstration_is_backed_up_while_it_runs_and_lives_on_elsewhere() {
    let folder = folder();
    let demo = Running::demo(folder.path(), "first");
    assert!(demo.get("/initiatives").contains("Caring Cities"));
    let backup = |file: &str| {
        initiatives(folder.path(), &["backup", file]).env("INITIATIVES_DATA_DIR", "first").output().unwrap()
    };
    let done = backup("backup.tar");
    assert_eq!(done.status.code(), Some(0), "{done:?}");
    let (code, line) = refusal(&backup("backup.tar"));
    assert_eq!(code, 2, "an archive is never overwritten: {line}");
    assert_eq!(demo.end(), 0);

    let restored = folder.path().join("second");
    tar::Archive::new(std::fs::File::open(folder.path().join("backup.tar")).unwrap()).unpack(&restored).unwrap();
    assert!(restored.join("files/sha256").is_dir() && restored.join("secret").is_file());
    let start = Instant::now();
    let again = Running::demo(folder.path(), "second");
    assert!(again.get("/initiatives").contains("Caring Cities"));
    assert!(again.get("/demo/mail").contains("/demo/mail/"), "its letters are there");
    eprintln!("the second start took {:?}", start.elapsed());
    assert_eq!(again.end(), 0);
}

#[test]
fn serve_refuses_the_data_of_a_demonstration() {
    let folder = folder();
    assert_eq!(Running::demo(folder.path(), "demo-data").end(), 0);
    let mut serve = initiatives(folder.path(), &["serve"]);
    let output = serve.env("INITIATIVES_DATA_DIR", "demo-data").env("INITIATIVES_LOG", "off").output().unwrap();
    let (code, line) = refusal(&output);
    assert_eq!(code, 2);
    assert!(line.contains("everyone knows its passwords"), "{line}");
}

#[test]
fn the_demonstration_refuses_a_database_in_which_people_work() {
    let folder = folder();
    assert_eq!(run(folder.path(), &["migrate"]).status.code(), Some(0));
    let added = run(
        folder.path(),
        &["user", "add", "--email", "admin@city.example", "--name", "Ana", "--role", "administrator"],
    );
    assert_eq!(added.status.code(), Some(0), "{added:?}");
    let output = initiatives(folder.path(), &["demo", "--listen", "127.0.0.1:0"])
        .env("INITIATIVES_DATABASE_URL", "sqlite://data/initiatives.sqlite")
        .output()
        .unwrap();
    let (code, line) = refusal(&output);
    assert_eq!(code, 2);
    assert!(line.contains("people work in it"), "{line}");
}
