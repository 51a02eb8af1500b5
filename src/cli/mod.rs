//! The command line: what an operator can ask of the one binary. Exit code 0 when it was done, 2 when it was asked wrongly
//! (usage, configuration), 1 when it failed; in both cases one line on stderr says what.

mod backup;
mod commands;
pub mod log;
mod memory;
mod people;
pub mod serving;
pub mod start;
pub mod worker;

use std::{fmt, net::SocketAddr, path::PathBuf, process::ExitCode};

use clap::{Parser, Subcommand, error::ErrorKind};

use crate::{config::ConfigError, error::Error};

/// The submission and review service of the Metropolis Initiatives.
#[derive(Debug, Parser)]
#[command(version, name = "initiatives", disable_help_subcommand = true)]
struct Line {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serve a demonstration, filled with the Initiatives of 2014 and with examples
    Demo {
        /// The folder that the demonstration keeps its data in
        #[arg(long, value_name = "DIR", default_value = "demo-data")]
        data: PathBuf,
        /// The address to listen on; port 0 takes a free one
        #[arg(long, value_name = "ADDR", default_value = "127.0.0.1:3000")]
        listen: SocketAddr,
    },
    /// Serve the pages, send the letters and do the other work behind them
    Serve {
        /// Serve the pages only; `initiatives worker` runs elsewhere
        #[arg(long)]
        no_worker: bool,
    },
    /// Send letters, seal the audit trail and tidy up, without serving pages
    Worker,
    /// Bring the database's schema up to date
    Migrate {
        #[command(subcommand)]
        command: Option<MigrateCommand>,
    },
    /// People who can sign in
    User {
        #[command(subcommand)]
        command: UserCommand,
    },
    /// Load a folder of seeds; what is there already stays as it is
    Seed {
        /// A folder like `seeds/` of the source, which its README.md describes
        path: PathBuf,
    },
    /// Look at the audit trail
    Audit {
        #[command(subcommand)]
        command: AuditCommand,
    },
    /// Write the database and its files into one archive, while the service runs
    Backup {
        /// The archive to write, a .tar
        file: PathBuf,
    },
    /// Look at the configuration
    Config {
        #[command(subcommand)]
        command: ConfigCommand,
    },
}

#[derive(Debug, Subcommand)]
enum MigrateCommand {
    /// List the steps of the schema, and whether each was taken
    Status,
}

#[derive(Debug, Subcommand)]
enum UserCommand {
    /// Give someone a role, and invite them to an account
    Add(people::NewUser),
}

#[derive(Debug, Subcommand)]
enum AuditCommand {
    /// Recompute the chain of the audit trail, and name the first event that does not fit
    Verify {
        /// A hash that must be in the chain: from a receipt or a letter
        #[arg(long, value_name = "HASH")]
        head: Option<String>,
    },
}

#[derive(Debug, Subcommand)]
enum ConfigCommand {
    /// Check the configuration and print it without its secrets
    Check,
}

/// Why a command was not done.
#[derive(Debug)]
pub enum Failure {
    /// Asked wrongly: exit code 2.
    Asked(String),
    /// It went wrong: exit code 1.
    Failed(String),
}

/// What a command comes to.
pub type Outcome = Result<(), Failure>;

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (Self::Asked(what) | Self::Failed(what)) = self;
        f.write_str(what.lines().next().unwrap_or_default())
    }
}

impl From<ConfigError> for Failure {
    fn from(error: ConfigError) -> Self {
        Self::Asked(error.to_string())
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self::Failed(error.to_string())
    }
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        Self::Failed(error.to_string())
    }
}

/// Does what the command line asks, and tells how it went by the exit code.
pub fn run() -> ExitCode {
    let line = match Line::try_parse() {
        Ok(line) => line,
        Err(error) => return refused(&error),
    };
    if matches!(line.command, Command::Demo { .. } | Command::Serve { .. } | Command::Worker) {
        memory::settle();
    }
    let runtime = match tokio::runtime::Runtime::new() {
        Ok(runtime) => runtime,
        Err(error) => return told(&Failure::from(error)),
    };
    match runtime.block_on(Box::pin(done(line.command))) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => told(&failure),
    }
}

async fn done(command: Command) -> Outcome {
    match command {
        Command::Demo { data, listen } => Box::pin(crate::demo::run(data, listen)).await,
        Command::Serve { no_worker } => Box::pin(commands::serve(!no_worker)).await,
        Command::Worker => Box::pin(commands::work()).await,
        Command::Migrate { command: None } => commands::migrate().await,
        Command::Migrate { command: Some(MigrateCommand::Status) } => commands::migrate_status().await,
        Command::Seed { path } => Box::pin(commands::seed(path)).await,
        Command::User { command: UserCommand::Add(new) } => Box::pin(people::add(new)).await,
        Command::Audit { command: AuditCommand::Verify { head } } => commands::audit_verify(head.as_deref()).await,
        Command::Backup { file } => backup::run(file).await,
        Command::Config { command: ConfigCommand::Check } => commands::config_check(),
    }
}

/// Help and version are answers; all else that clap says was asked wrongly, and its first line says how.
fn refused(error: &clap::Error) -> ExitCode {
    if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
        let _ = error.print();
        return ExitCode::SUCCESS;
    }
    let text = error.to_string();
    let lines: Vec<&str> = text.lines().map(str::trim).take_while(|line| !line.is_empty()).collect();
    let what = match error.kind() {
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand | ErrorKind::MissingSubcommand => {
            "a command is missing".into()
        }
        _ => lines.join(" ").trim_start_matches("error: ").to_owned(),
    };
    told(&Failure::Asked(format!("{what} (initiatives --help lists what can be asked)")))
}

fn told(failure: &Failure) -> ExitCode {
    eprintln!("initiatives: {failure}");
    match failure {
        Failure::Asked(_) => ExitCode::from(2),
        Failure::Failed(_) => ExitCode::FAILURE,
    }
}
