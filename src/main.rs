//! The command line: `initiatives --help`.

fn main() -> std::process::ExitCode {
    initiatives::cli::run()
}
