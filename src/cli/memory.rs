//! How memory is given back. A password takes 19 MiB to check, a picture or a document more, each for a moment. The system's
//! allocator keeps that for the thread that used it, and the next moment may be another thread's: after some hundred log-ins
//! some hundred MiB would stay taken. What it takes from the system piece by piece it gives back at once.
//!
//! The allocator reads its orders from the environment, before the program begins. So the program begins once more.

/// From this many bytes on, a piece is the system's again as soon as it is not needed.
#[cfg(all(target_os = "linux", target_env = "gnu"))]
const PIECE: &str = "1048576";

/// Begins the program once more with its orders in the environment, unless they stand there already: then they are somebody's.
#[cfg(all(target_os = "linux", target_env = "gnu"))]
pub fn settle() {
    use std::os::unix::process::CommandExt;

    let orders = ["MALLOC_MMAP_THRESHOLD_", "MALLOC_TRIM_THRESHOLD_"];
    if orders.iter().any(|order| std::env::var_os(order).is_some()) {
        return;
    }
    let mut line = std::env::args_os();
    let (Some(name), Ok(program)) = (line.next(), std::env::current_exe()) else { return };
    let mut again = std::process::Command::new(program);
    again.arg0(name).args(line).envs(orders.map(|order| (order, PIECE)));
    // The process stays the same. It goes on here only if that cannot be done, and then as it is.
    let _ = again.exec();
}

/// Other allocators need no orders.
#[cfg(not(all(target_os = "linux", target_env = "gnu")))]
pub fn settle() {}
