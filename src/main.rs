//! The command line: `initiatives --help`.

/// The system's own keeps what every thread has ever used: some hundred log-ins would leave some hundred MiB behind.
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    initiatives::cli::run()
}
