//! Who may know whom: the table of rooms in docs/architecture.md, as data and as one function.

use std::collections::BTreeMap;

use super::reader::{Modules, Named, Reading, Source, module_of, modules, read};

/// The slices in their order: each may use only those before it.
pub const SLICES: [&str; 8] =
    ["accounts", "guidelines", "calls", "proposals", "reviews", "partners", "catalogue", "admin"];

/// What anyone may use: values and where they come from. `db` is what the databases' differences are hidden behind.
const GROUND: [&str; 8] = ["clock", "codes", "config", "error", "ids", "places", "slugs", "words"];

/// Files that put the service together, and so know everything. Nobody knows them, but for `App` itself.
const HOUSE: [&str; 6] = ["", "app", "cli", "demo", "main", "seeds"];

/// Rooms that every slice stands on, and that know no slice.
const SHARED: [&str; 8] = ["act", "audit", "files", "mail", "pdf", "sealed", "search", "web"];

/// Values of the shared rooms, free to all as the ground is: an address, a letter's state, its words and how they are kept, when who is reminded, who did
/// something, what a document says.
const VALUES_ELSEWHERE: [&str; 9] = [
    "mail::address",
    "mail::kinds",
    "mail::packed",
    "mail::reminders",
    "mail::rhythm",
    "mail::state",
    "mail::wording",
    "act::By",
    "pdf::document",
];

/// Files outside the slices that hold SQL: the act and its trail, the sessions, and each shared room's one store.
const SQL_ELSEWHERE: [&str; 8] =
    ["act", "audit::store", "db", "files::store", "mail::log", "mail::store", "web::session", "web::store"];

/// Names for rooms that would hold anything at all.
const NO_ROOM: [&str; 8] = ["common", "helper", "helpers", "misc", "shared", "util", "utils", "stuff"];

/// What a slice's file is for, told by its name. A file of any other name holds rules, and must be as pure as they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Pure,
    Store,
    Actions,
    Forms,
    Pages,
    Letters,
    Doors,
    Face,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Room {
    Ground,
    Entity,
    Shared(&'static str),
    Slice(usize, Kind),
    House,
    Migration,
    /// In no room of the table.
    Nowhere,
}

/// A use that the table does not allow.
#[derive(Debug, PartialEq, Eq)]
pub struct Crossing {
    pub file: String,
    pub line: usize,
    pub what: String,
}

pub fn crossings(sources: &[Source]) -> Vec<Crossing> {
    let modules = modules(sources);
    let readings: BTreeMap<&str, Reading> =
        sources.iter().map(|source| (source.file.as_str(), read(source, &modules))).collect();
    let tree = Tree { modules: &modules, readings: &readings };
    let mut found = Vec::new();
    for source in sources.iter().filter(|source| !is_test(&source.file)) {
        let room = room_of_file(&source.file);
        let mut complain = |line, what: String| found.push(Crossing { file: source.file.clone(), line, what });
        if room == Room::Nowhere {
            complain(
                1,
                "stands in no room: give it one in docs/architecture.md and tests/architecture/rules.rs".into(),
            );
        }
        if source.file.split(['/', '.']).any(|part| NO_ROOM.contains(&part)) {
            complain(1, "a name that says nothing: name it after what it holds".into());
        }
        let reading = &readings[source.file.as_str()];
        for named in &reading.named {
            if let Some(reason) = tree.objection(source, room, named) {
                complain(named.line, format!("names {}: {reason}", named.path.join("::")));
            }
        }
        for (text, line) in &reading.texts {
            if is_sql(text) && !may_hold_sql(&source.file, room) {
                complain(*line, format!("holds SQL ({}): SQL lives in store.rs", first_words(text)));
            }
        }
    }
    found.dedup();
    found
}

/// Tests in a file of their own may know more than the code they try.
fn is_test(file: &str) -> bool {
    file.ends_with("_tests.rs") || file.ends_with("/tests.rs") || file.contains("/tests/")
}

fn room_of_file(file: &str) -> Room {
    if file.starts_with("migration/") {
        return Room::Migration;
    }
    module_of(file).map_or(Room::Nowhere, |module| room_of_module(&module))
}

fn room_of_module(module: &[String]) -> Room {
    let first = module.first().map_or("", String::as_str);
    if let Some(slice) = SLICES.iter().position(|name| *name == first) {
        return Room::Slice(slice, module.get(1).map_or(Kind::Face, |name| kind(name)));
    }
    if let Some(shared) = SHARED.into_iter().find(|name| *name == first) {
        return Room::Shared(shared);
    }
    match first {
        "entity" => Room::Entity,
        "db" => Room::Shared("db"),
        _ if GROUND.contains(&first) => Room::Ground,
        _ if HOUSE.contains(&first) => Room::House,
        _ => Room::Nowhere,
    }
}

fn kind(name: &str) -> Kind {
    match name {
        "store" => Kind::Store,
        "actions" => Kind::Actions,
        "forms" => Kind::Forms,
        "pages" => Kind::Pages,
        "letters" => Kind::Letters,
        "web" | "api" => Kind::Doors,
        _ => Kind::Pure,
    }
}

struct Tree<'a> {
    modules: &'a Modules,
    readings: &'a BTreeMap<&'a str, Reading>,
}

impl Tree<'_> {
    /// Why `source` may not name this; `None` if it may.
    fn objection(&self, source: &Source, from: Room, named: &Named) -> Option<&'static str> {
        match named.path[0].as_str() {
            "crate" => self.objection_within(source, from, named),
            "initiatives" if from == Room::Migration => {
                Some("a migration knows the schema only: entities change after it was written")
            }
            outside => objection_to_crate(source, from, outside, &named.path),
        }
    }

    fn objection_within(&self, source: &Source, from: Room, named: &Named) -> Option<&'static str> {
        let path = &named.path[1..];
        let to = match room_of_module(self.module_named(path)) {
            Room::Shared(_) if is_value(&self.followed(path)) => return None,
            room => room,
        };
        match (from, to) {
            (Room::Migration | Room::House | Room::Nowhere, _) | (_, Room::Ground) => None,
            (_, Room::House) => objection_to_house(from, path),
            (Room::Slice(slice, kind), Room::Slice(other, _)) if slice == other => {
                objection_within_slice(kind, self.real_kind(path, slice), is_type(path))
            }
            (Room::Slice(slice, _), Room::Slice(other, _)) if other > slice => {
                Some("a later slice: slices point one way, so the verb belongs there, or this is an announcement")
            }
            (Room::Slice(_, kind), Room::Slice(other, face)) => {
                objection_to_earlier(kind, face, self.real_kind(path, other), is_type(path))
            }
            (Room::Slice(_, kind), Room::Entity) => objection_to_entity(kind, named),
            (Room::Slice(_, kind), Room::Shared(shared)) => objection_to_shared(kind, shared),
            (Room::Entity, Room::Slice(_, Kind::Pure) | Room::Entity) => None,
            (Room::Entity, _) => Some("an entity knows columns and the pure types in them"),
            (Room::Ground, _) => Some("the ground stands on nothing else"),
            (Room::Shared("web" | "act"), Room::Slice(0, _)) if self.is_of_the_actor(path) => None,
            (Room::Shared(_), Room::Slice(..)) => Some("a room under all slices knows none of them"),
            (Room::Shared("mail" | "files" | "act" | "db" | "sealed" | "search"), Room::Shared("web")) => {
                Some("only doors and pages know the web")
            }
            (Room::Shared(_), Room::Shared(_) | Room::Entity) => None,
            (_, Room::Nowhere) => (!source.file.starts_with("src/main")).then_some("this stands in no room"),
            (_, Room::Migration) => None,
        }
    }

    /// The module of a path: its longest beginning that is one.
    fn module_named<'p>(&self, path: &'p [String]) -> &'p [String] {
        (1..=path.len()).rev().map(|end| &path[..end]).find(|part| self.modules.contains(*part)).unwrap_or(&path[..1])
    }

    /// The kind of file that a name of a slice's face really comes from, where the face passes it on.
    fn real_kind(&self, path: &[String], slice: usize) -> Kind {
        if let Room::Slice(_, kind) = room_of_module(self.module_named(path))
            && kind != Kind::Face
        {
            return kind;
        }
        match room_of_module(self.module_named(&self.followed(path))) {
            Room::Slice(other, kind) if other == slice => kind,
            _ => Kind::Face,
        }
    }

    /// Who is signed in, and with which roles: the one thing that the web asks of accounts.
    fn is_of_the_actor(&self, path: &[String]) -> bool {
        self.real_kind(path, 0) == Kind::Pure || path.len() == 1 || path[1..] == ["store", "signed_in"]
    }

    /// Where a name that a `mod.rs` passes on really comes from; the path itself, if it passes nothing on.
    fn followed(&self, path: &[String]) -> Vec<String> {
        let module = self.module_named(path);
        let face = format!("src/{}/mod.rs", module.join("/"));
        let real = path.get(module.len()).and_then(|name| self.readings.get(face.as_str())?.aliases.get(name));
        match real {
            Some(real) if real[0] == "crate" => [&real[1..], &path[module.len() + 1..]].concat(),
            _ => path.to_vec(),
        }
    }
}

fn is_value(path: &[String]) -> bool {
    VALUES_ELSEWHERE.iter().any(|value| path.join("::").starts_with(value))
}

fn objection_to_house(from: Room, path: &[String]) -> Option<&'static str> {
    let is_app = path.first().is_some_and(|name| name == "app") && path.get(1).is_some_and(|name| name == "App");
    let may = matches!(from, Room::Shared(_) | Room::Slice(_, Kind::Actions | Kind::Doors | Kind::Face));
    (!(is_app && may))
        .then_some("what puts the service together is known by nobody, but for `App` to actions and doors")
}

/// What a query gives is values, which pages and letters are made from; they never ask for them.
fn is_type(path: &[String]) -> bool {
    path.last().is_some_and(|name| name.starts_with(char::is_uppercase))
}

fn objection_within_slice(from: Kind, to: Kind, is_type: bool) -> Option<&'static str> {
    use Kind::{Actions, Doors, Face, Forms, Letters, Pages, Pure, Store};
    match (from, to) {
        (_, Pure) | (Face | Doors, _) => None,
        (Actions, Store | Actions | Letters | Forms) => None,
        (Store, Store | Forms) | (Forms, Forms) | (Letters, Letters) => None,
        (Pages | Letters, Store) if is_type => None,
        (Pages, Pages | Forms) => None,
        (Pure, _) => Some("rules are pure: hand them the values"),
        (_, Face) => Some("name the file itself, not its own slice's face"),
        (Store, _) => Some("a store knows entities and rules"),
        (Actions, _) => Some("a verb knows nothing of pages and doors"),
        (_, Store) => Some("no database behind pages, letters and forms: they are handed values"),
        _ => Some("doors know pages and forms, never the other way round"),
    }
}

/// `face` is the file as named, `real` the one that the name comes from.
fn objection_to_earlier(from: Kind, face: Kind, real: Kind, is_type: bool) -> Option<&'static str> {
    match (from, face, real) {
        (_, Kind::Pure, _) | (_, Kind::Face, Kind::Pure) | (Kind::Face, Kind::Face, _) => None,
        (Kind::Pure, ..) => Some("rules may use an earlier slice's rules, nothing else of it"),
        (Kind::Pages | Kind::Letters, Kind::Face, Kind::Store) if is_type => None,
        (Kind::Pages | Kind::Letters | Kind::Forms, _, Kind::Store | Kind::Actions | Kind::Doors) => {
            Some("no database behind pages, letters and forms: they are handed values")
        }
        (_, Kind::Actions | Kind::Face, _) => None,
        _ => Some("another slice's inside: go through its face (mod.rs)"),
    }
}

fn objection_to_entity(from: Kind, named: &Named) -> Option<&'static str> {
    match from {
        Kind::Pure | Kind::Forms => Some("rules and forms know values, not rows"),
        Kind::Pages | Kind::Letters if named.in_template => {
            Some("templates never see entities: a page holds plain values")
        }
        _ => None,
    }
}

fn objection_to_shared(from: Kind, shared: &str) -> Option<&'static str> {
    match (from, shared) {
        (Kind::Doors | Kind::Face, _) => None,
        (Kind::Pages | Kind::Forms, "web") | (Kind::Letters, "mail") => None,
        (Kind::Store, "act" | "db" | "search") => None,
        (Kind::Actions, "act" | "audit" | "db" | "mail" | "files" | "sealed" | "search") => None,
        (Kind::Actions | Kind::Store, "web") => Some("only doors and pages know the web"),
        (Kind::Pure, _) => Some("rules are pure: hand them the values"),
        _ => Some("outside what this kind of file may know"),
    }
}

/// Names of SeaORM by which a value says how it is stored; they query nothing.
const COLUMN_VALUES: [&str; 8] = [
    "DbErr",
    "DeriveActiveEnum",
    "DeriveValueType",
    "EnumIter",
    "FromJsonQueryResult",
    "FromQueryResult",
    "StringLen",
    "TryFromU64",
];

fn objection_to_crate(source: &Source, from: Room, outside: &str, path: &[String]) -> Option<&'static str> {
    let standard = || path.get(..2).map(|start| start.join("::"));
    let is_time = || path.last().is_some_and(|name| name == "SystemTime" || name == "Instant");
    let pure = matches!(from, Room::Slice(_, Kind::Pure) | Room::Entity);
    match outside {
        "sqlx" | "sea_query" | "sea_orm" if may_hold_sql(&source.file, from) => None,
        "sea_orm" if path.iter().any(|name| COLUMN_VALUES.contains(&name.as_str())) => None,
        "sqlx" | "sea_query" | "sea_orm" => Some("SQL lives in store.rs"),
        "axum" | "axum_extra" | "tower" | "tower_http" | "tower_sessions" | "http" => match from {
            Room::House | Room::Shared("web") | Room::Slice(_, Kind::Doors | Kind::Face) => None,
            _ => Some("HTTP is known to doors and to web/"),
        },
        "askama" | "askama_web" => match from {
            Room::House | Room::Shared("web" | "mail") | Room::Slice(_, Kind::Pages | Kind::Letters) => None,
            _ => Some("templates are known to pages and letters"),
        },
        "lettre" => match from {
            Room::House => None,
            _ if source.file.starts_with("src/mail/") || source.file.starts_with("src/config") => None,
            _ => Some("SMTP is known to mail/: post a letter to the outbox"),
        },
        "tokio" if pure => Some("rules are pure: they wait for nothing"),
        "std" if pure && matches!(standard().as_deref(), Some("std::fs" | "std::env" | "std::process")) => {
            Some("rules are pure: they read nothing of the machine")
        }
        "std" if pure && is_time() => Some("rules are pure: they are handed the time"),
        _ => None,
    }
}

fn may_hold_sql(file: &str, room: Room) -> bool {
    let module = module_of(file).unwrap_or_default().join("::");
    match room {
        Room::Slice(_, Kind::Store) | Room::Entity | Room::Migration | Room::House => true,
        _ => {
            SQL_ELSEWHERE.contains(&module.as_str())
                || ["search", "db::", "mail::store::"].iter().any(|room| module.starts_with(room))
        }
    }
}

fn is_sql(text: &str) -> bool {
    let start = text.trim_start();
    ["SELECT ", "INSERT INTO ", "DELETE FROM ", "PRAGMA ", "CREATE TABLE ", "UPDATE "]
        .iter()
        .any(|verb| start.starts_with(verb))
}

fn first_words(text: &str) -> String {
    text.split_whitespace().take(3).collect::<Vec<_>>().join(" ")
}
