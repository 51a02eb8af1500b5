//! Stories on the whole service in one process, each told on SQLite and on PostgreSQL.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a story stops where it cannot go on")]

mod support;

mod access;
mod accounts_account;
mod accounts_desk;
mod accounts_invitations;
mod accounts_login;
mod accounts_passwords;
mod admin;
mod answers;
mod assigning;
mod audit;
mod bad_input;
mod calls;
mod circulars;
mod city;
mod cli;
mod conflicts;
mod crash;
mod deadlines;
mod decisions;
mod desk;
mod discussion;
mod exports;
mod exports_pack;
mod figures;
mod files;
mod files_faults;
mod guidelines;
mod images;
mod letters;
mod letters_posted;
mod lost_input;
mod mail_posting;
mod mail_sending;
mod mail_server;
mod notices;
mod partners;
mod phases;
mod proposals;
mod public;
mod reviews;
mod reviews_newer;
mod reviews_reminders;
mod seeds;
mod slow_bodies;
mod subscriptions;
mod summary;
mod tour;
mod visibility;
mod visits;
mod words;
mod workflow;
mod workplace;
