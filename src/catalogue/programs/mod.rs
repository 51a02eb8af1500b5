//! What programs read of the catalogue: a feed, open data, linked data, and what search engines are told. Values in, text out.

pub mod atom;
pub mod data;
pub mod linked;
pub mod sitemap;
mod xml;

#[cfg(test)]
mod tests;
