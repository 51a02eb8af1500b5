//! The submission and review service of the Metropolis Initiatives. docs/architecture.md is the map of this crate.

pub mod accounts;
pub mod act;
pub mod admin;
pub mod app;
pub mod audit;
pub mod calls;
pub mod catalogue;
pub mod cli;
pub mod clock;
mod codes;
pub mod config;
pub mod db;
pub mod demo;
pub mod entity;
pub mod error;
pub mod files;
pub mod guidelines;
pub mod ids;
pub mod mail;
pub mod partners;
pub mod places;
pub mod proposals;
pub mod reviews;
pub mod sealed;
pub mod seeds;
pub mod web;
pub mod words;
