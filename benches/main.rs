//! How quick and how small the service is: measured on the release build as a process of its own, on both databases. Speed is
//! told as a ratio to something measured in the same run, where there is something to compare with. Run it by `benches/run`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a measurement stops where it cannot go on")]
#![allow(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::cast_sign_loss,
    reason = "figures are rounded"
)]

mod client;
mod drafting;
mod figures;
mod mail;
mod public;
mod publishing;
mod reviewing;
mod service;
mod stage;

use service::Kind;

fn main() -> std::process::ExitCode {
    // `cargo bench` adds options of its own.
    let names: Vec<String> = std::env::args().skip(1).filter(|name| !name.starts_with("--")).collect();
    rustls::crypto::ring::default_provider().install_default().expect("the first to say so");
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    let wanted = |name: &str| names.is_empty() || names.iter().any(|wanted| wanted == name);
    let mut short = false;
    if let Some(unknown) = names.iter().find(|name| !MEASURES.contains(&name.as_str())) {
        eprintln!("There is no such measurement: {unknown}");
        return std::process::ExitCode::from(2);
    }
    for measure in MEASURES.into_iter().filter(|measure| wanted(measure)) {
        for kind in [Kind::Sqlite, Kind::Postgres] {
            for figure in runtime.block_on(measured(measure, kind)) {
                println!("{figure}");
                short |= !figure.holds();
            }
        }
    }
    std::process::ExitCode::from(u8::from(short))
}

const MEASURES: [&str; 5] = ["drafting", "mail", "public", "publishing", "reviewing"];

async fn measured(measure: &str, kind: Kind) -> Vec<figures::Figure> {
    match measure {
        "mail" => mail::measure(kind).await,
        "public" => public::measure(kind).await,
        "publishing" => publishing::measure(kind).await,
        "reviewing" => reviewing::measure(kind).await,
        _ => drafting::measure(kind).await,
    }
}

/// Tells what is being done.
fn tell(what: &str) {
    eprintln!("# {what}");
}
