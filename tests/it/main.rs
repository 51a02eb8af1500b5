//! Stories on the whole service in one process, each told on SQLite and on PostgreSQL.

mod support;

mod accounts_login;
mod files;
mod guidelines;
mod proposals;
mod public;
mod visits;
