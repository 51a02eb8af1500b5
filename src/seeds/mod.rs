//! What the service is first filled with: reading the folders that seeds/README.md describes, and loading them through the
//! same actions as people use. Loading again changes nothing.

pub mod calls;
pub mod folder;
pub mod load;
pub mod read;
pub mod records;

#[cfg(test)]
mod tests;

pub use folder::{Folder, SeedError};
