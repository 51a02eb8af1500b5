//! Organisations, people, their roles, sessions, one-time tokens and the throttle of failed log-ins.

use sea_orm_migration::prelude::*;

use super::run;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        run(manager, TABLES).await
    }
}

const TABLES: &str = r"
CREATE TABLE organisations (
    id {uuid} NOT NULL PRIMARY KEY,
    slug {key} NOT NULL UNIQUE,
    name text NOT NULL CHECK (name <> ''),
    name_key {key} NOT NULL,
    kind text NOT NULL CHECK (kind IN ('member_city', 'member_region', 'partner_organisation')),
    city text NOT NULL,
    country {key} NOT NULL,
    latitude bigint,
    longitude bigint,
    website text,
    example boolean NOT NULL,
    created_at bigint NOT NULL,
    version integer NOT NULL,
    CHECK ((latitude IS NULL) = (longitude IS NULL)),
    CHECK (latitude BETWEEN -90000000 AND 90000000),
    CHECK (longitude BETWEEN -180000000 AND 180000000)
);
CREATE INDEX organisations_by_name ON organisations (name_key, id);

CREATE TABLE users (
    id {uuid} NOT NULL PRIMARY KEY,
    email {key} NOT NULL UNIQUE,
    name text NOT NULL,
    name_key {key} NOT NULL,
    password_hash text,
    locale text NOT NULL CHECK (locale IN ('en', 'fr', 'es')),
    zone text NOT NULL,
    created_at bigint NOT NULL,
    disabled_at bigint,
    version integer NOT NULL
);
CREATE INDEX users_by_name ON users (name_key, id);

CREATE TABLE memberships (
    user_id {uuid} NOT NULL REFERENCES users (id),
    organisation_id {uuid} NOT NULL REFERENCES organisations (id),
    role text NOT NULL CHECK (role IN ('owner', 'submitter', 'editor')),
    created_at bigint NOT NULL,
    PRIMARY KEY (user_id, organisation_id)
);
CREATE INDEX memberships_by_organisation ON memberships (organisation_id);

CREATE TABLE staff_roles (
    user_id {uuid} NOT NULL REFERENCES users (id),
    role text NOT NULL CHECK (role IN ('reviewer', 'secretariat', 'administrator')),
    granted_at bigint NOT NULL,
    PRIMARY KEY (user_id, role)
);
CREATE INDEX staff_roles_by_role ON staff_roles (role);

CREATE TABLE sessions (
    id {uuid} NOT NULL PRIMARY KEY,
    secret_hash text NOT NULL UNIQUE,
    user_id {uuid} REFERENCES users (id),
    data text NOT NULL,
    created_at bigint NOT NULL,
    seen_at bigint NOT NULL,
    expires_at bigint NOT NULL,
    ended_at bigint,
    agent text NOT NULL,
    address text NOT NULL
);
CREATE INDEX sessions_by_user ON sessions (user_id, seen_at);
CREATE INDEX sessions_by_expiry ON sessions (expires_at);

CREATE TABLE tokens (
    hash text NOT NULL PRIMARY KEY,
    purpose text NOT NULL CHECK (purpose IN ('invitation', 'password_reset')),
    user_id {uuid} NOT NULL REFERENCES users (id),
    created_at bigint NOT NULL,
    expires_at bigint NOT NULL,
    used_at bigint
);
CREATE INDEX tokens_by_user ON tokens (user_id, purpose);
CREATE INDEX tokens_by_expiry ON tokens (expires_at);

CREATE TABLE throttles (
    bucket text NOT NULL PRIMARY KEY,
    failures integer NOT NULL,
    last_at bigint NOT NULL,
    open_at bigint NOT NULL
);
CREATE INDEX throttles_by_age ON throttles (last_at);
";
