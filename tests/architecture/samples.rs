//! Small trees with one crossing each, so that the checker is known to see them, and one tree as it should be.

use super::{reader::Source, rules::crossings};

fn tree(files: &[(&str, &str)]) -> Vec<Source> {
    files.iter().map(|(file, text)| Source { file: (*file).to_owned(), text: (*text).to_owned() }).collect()
}

/// A tree in which nothing is wrong, large enough to try the finer points.
const AS_IT_SHOULD_BE: &[(&str, &str)] = &[
    ("src/lib.rs", "pub mod accounts; pub mod proposals; pub mod reviews; pub mod web; pub mod act; pub mod entity;"),
    ("src/app.rs", "use crate::{proposals, reviews}; pub struct App; fn routes() { proposals::web::routes(); }"),
    ("src/act.rs", "use sea_orm::DatabaseTransaction; use crate::{accounts::Actor, app::App};"),
    ("src/web/mod.rs", "use axum::Router; use crate::accounts::{actor, store::signed_in as read};"),
    ("src/entity/proposal.rs", "use sea_orm::entity::prelude::*; use crate::proposals::workflow::State;"),
    ("src/accounts/mod.rs", "pub mod actor; mod store; pub use actor::Actor; pub use store::members_of;"),
    ("src/accounts/actor.rs", "use crate::ids::UserId; pub struct Actor(UserId);"),
    ("src/accounts/store.rs", r#"fn f() { "SELECT 1"; } use crate::entity::user;"#),
    (
        "src/proposals/mod.rs",
        "pub mod actions; pub mod workflow; mod store; pub mod web; mod pages; pub use store::visible_to;",
    ),
    (
        "src/proposals/workflow.rs",
        "use crate::{accounts::actor::Actor, codes}; // axum::Router\n#[cfg(test)] mod tests { use crate::proposals::store; }",
    ),
    ("src/proposals/store.rs", "use sea_orm::{EntityTrait as _, QueryFilter}; use super::workflow::State;"),
    ("src/proposals/actions.rs", "use super::{store, letters}; use crate::{act::Act, mail::outbox, accounts};"),
    (
        "src/proposals/pages.rs",
        "use askama::Template; use crate::{web::Frame, entity::proposal}; use super::store::Listed;
         #[derive(Template)] struct Page { proposal: String } struct Seen<'a> { row: &'a proposal::Model } fn f(row: &proposal::Model) -> Page { todo!() }",
    ),
    ("src/proposals/letters.rs", "use crate::mail::Letter;"),
    ("src/proposals/parse_tests.rs", "use super::store;"),
    ("src/mail/mod.rs", "pub mod address; pub mod outbox; pub use address::Email; pub use outbox::post;"),
    ("src/mail/address.rs", "pub struct Email;"),
    ("src/mail/outbox.rs", "use crate::act::Act;"),
    ("src/partners/rules.rs", "use crate::mail::Email;"),
    ("src/proposals/web.rs", "use axum::Router; use super::{actions, pages, store}; fn f() { super::forms::read(); }"),
    (
        "src/proposals/forms.rs",
        "use validator::Validate; fn f<'a>(x: &'a str) -> impl Iterator<Item = char> + use<'a> { x.chars() }",
    ),
    ("src/reviews/actions.rs", "use crate::proposals::{self, workflow::State}; fn f() { proposals::visible_to(); }"),
    ("migration/src/lib.rs", "use sea_orm_migration::prelude::*;"),
];

#[test]
fn a_tree_as_it_should_be_has_no_crossing() {
    assert_eq!(crossings(&tree(AS_IT_SHOULD_BE)), []);
}

/// Each file replaces or joins the good tree; the text is part of what the checker must then say.
const CROSSINGS: &[(&str, &str, &str)] = &[
    ("src/accounts/actions.rs", "use crate::proposals::workflow::State;", "a later slice"),
    ("src/accounts/actions.rs", "fn f() { crate::reviews::actions::score(); }", "a later slice"),
    ("src/accounts/actions.rs", "use crate::{ids::UserId, error::{Error, Result}, reviews};", "a later slice"),
    ("src/reviews/actions.rs", "use crate::proposals::store::find;", "go through its face"),
    ("src/reviews/web.rs", "use crate::proposals; fn f() { proposals::store::find(); }", "go through its face"),
    ("src/reviews/web.rs", "use super::super::proposals::pages::Row;", "go through its face"),
    ("src/reviews/rules.rs", "use crate::proposals::visible_to;", "an earlier slice's rules"),
    ("src/reviews/rules.rs", "use super::store::scores;", "rules are pure"),
    ("src/reviews/rules.rs", "mod inner { use super::super::store::scores; }", "rules are pure"),
    ("src/reviews/weights.rs", "use crate::entity::review;", "not rows"),
    ("src/proposals/workflow.rs", "use axum::response::Response;", "HTTP is known to doors"),
    ("src/proposals/policy.rs", "fn f() { std::fs::read(\"x\"); }", "nothing of the machine"),
    ("src/proposals/policy.rs", "use std::time::{Duration, SystemTime};", "handed the time"),
    ("src/proposals/policy.rs", "async fn f() { tokio::task::yield_now().await }", "wait for nothing"),
    ("src/proposals/actions.rs", "use axum::http::StatusCode;", "HTTP is known to doors"),
    ("src/proposals/actions.rs", "use super::pages::Row;", "nothing of pages and doors"),
    ("src/proposals/actions.rs", "use sea_orm::EntityTrait;", "SQL lives in store.rs"),
    ("src/proposals/actions.rs", "use lettre::Message;", "post a letter"),
    ("src/proposals/web.rs", "use sea_orm::{ColumnTrait, QueryFilter};", "SQL lives in store.rs"),
    ("src/proposals/web.rs", "fn f() { run(\"SELECT * FROM proposal\") }", "SQL lives in store.rs"),
    ("src/proposals/web.rs", "fn f() { run(r#\" UPDATE proposal SET state = 'x'\"#) }", "SQL lives in store.rs"),
    ("src/proposals/web/answers.rs", "use sea_orm::EntityTrait;", "SQL lives in store.rs"),
    ("src/proposals/pages.rs", "use super::store::find;", "handed values"),
    (
        "src/proposals/pages.rs",
        "use crate::entity::proposal; #[derive(Template)] struct Page { row: proposal::Model }",
        "never see entities",
    ),
    (
        "src/proposals/pages.rs",
        "use crate::entity::proposal::Model as Row; #[derive(Clone, Template)] struct Page { row: Row }",
        "never see entities",
    ),
    ("src/proposals/letters.rs", "use crate::accounts::members_of;", "handed values"),
    ("src/proposals/letters.rs", "use sea_orm::EntityTrait;", "SQL lives in store.rs"),
    ("src/proposals/forms.rs", "use super::pages::Page;", "never the other way round"),
    ("src/proposals/forms.rs", "use axum::extract::Multipart;", "HTTP is known to doors"),
    ("src/proposals/store.rs", "use crate::web::Frame;", "know the web"),
    ("src/proposals/store.rs", "use super::actions::submit;", "entities and rules"),
    ("src/proposals/store.rs", "use crate::app::App;", "known by nobody"),
    ("src/web/frame.rs", "use crate::proposals::workflow::State;", "knows none of them"),
    ("src/web/frame.rs", "use crate::accounts::members_of;", "knows none of them"),
    ("src/web/frame.rs", "use sea_orm::EntityTrait;", "SQL lives in store.rs"),
    ("src/partners/rules.rs", "use crate::mail::post;", "rules are pure"),
    ("src/entity/letter.rs", "use crate::mail::post;", "an entity knows columns"),
    ("src/mail/outbox.rs", "use crate::accounts::Actor;", "knows none of them"),
    ("src/mail/outbox.rs", "use crate::web::Frame;", "know the web"),
    ("src/files/mod.rs", "use crate::proposals;", "knows none of them"),
    ("src/act.rs", "use crate::reviews::actions;", "knows none of them"),
    ("src/entity/user.rs", "use crate::accounts::members_of;", "an entity knows columns"),
    ("src/clock.rs", "use crate::entity::user;", "stands on nothing else"),
    ("src/proposals/helpers.rs", "", "says nothing"),
    ("src/utils/mod.rs", "", "says nothing"),
    ("src/bits.rs", "", "stands in no room"),
    ("migration/src/m0002_more.rs", "use initiatives::entity::user;", "the schema only"),
];

#[test]
fn every_kind_of_crossing_is_found() {
    for (file, text, expected) in CROSSINGS {
        let mut files: Vec<_> = AS_IT_SHOULD_BE.iter().copied().filter(|(name, _)| name != file).collect();
        files.push((file, text));
        let found = crossings(&tree(&files));
        assert!(
            found.iter().any(|crossing| crossing.file == *file && crossing.what.contains(expected)),
            "{file} with `{text}` should be found to be wrong ({expected}), but this was found: {found:?}"
        );
        assert!(found.iter().all(|crossing| crossing.file == *file), "{file}: others are blamed too: {found:?}");
    }
}
