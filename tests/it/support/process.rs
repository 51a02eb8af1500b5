//! The service as processes of its own: the same binary that people start.

use std::{
    io::{BufRead, BufReader},
    process::{Child, Command, Stdio},
};

use super::TestApp;

/// A process of the service, killed without warning when it is dropped.
pub struct Process(Child);

impl Process {
    /// Starts `initiatives <command>` on the database and the folder of `app`, with more settings.
    pub fn start(app: &TestApp, command: &str, settings: &[(&str, String)]) -> Self {
        let mut process = Command::new(env!("CARGO_BIN_EXE_initiatives"));
        process.arg(command).current_dir(app.folder.path()).env_clear();
        process.env("INITIATIVES_DATABASE_URL", app.config.database_url());
        process.env("INITIATIVES_DATA_DIR", app.folder.path());
        process.env("INITIATIVES_SECRET", app.config.secret.as_deref().unwrap());
        process.env("INITIATIVES_LOG", "initiatives=info");
        for (key, value) in settings {
            process.env(key, value);
        }
        let child = process.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
        let mut process = Self(child);
        process.wait_until_it_says(if command == "worker" { "working" } else { "serving" });
        process
    }

    /// Reads its log up to a line with this word; what comes after is read and forgotten.
    fn wait_until_it_says(&mut self, word: &str) {
        let mut lines = BufReader::new(self.0.stderr.take().unwrap()).lines();
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
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
