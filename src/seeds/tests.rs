//! Seeds as they are, and as they must not be.

use std::path::Path;

use super::{Folder, read::Seeds};
use crate::{catalogue::news::NewsKind, demo::read::Examples, proposals::workflow::State};

fn built_in() -> (Seeds, Examples) {
    let seeds = Seeds::read(&Folder::BuiltIn).unwrap();
    let examples = Examples::read(&Folder::BuiltIn, &seeds).unwrap();
    (seeds, examples)
}

#[test]
fn the_sixteen_are_there_in_their_order() {
    let (seeds, _) = built_in();
    let [programme] = &seeds.programmes[..] else { panic!("one programme") };
    let numbers: Vec<i32> = programme.proposals.iter().map(|(proposal, _)| proposal.number).collect();
    assert_eq!(numbers, (1..=16).collect::<Vec<_>>());
    let running = programme.proposals.iter().filter(|(proposal, _)| proposal.state == State::Running);
    assert_eq!(
        running.map(|(proposal, _)| proposal.number).collect::<Vec<_>>(),
        [1, 2, 4, 5, 7, 10, 11, 12, 13, 14],
        "those that later pages show as running"
    );
    assert!(programme.proposals.iter().all(|(proposal, _)| !proposal.sources.is_empty()));
    assert!(programme.proposals.iter().all(|(_, answers)| answers.text("aim").is_some()));
    let without_description: Vec<i32> = programme
        .proposals
        .iter()
        .filter(|(_, answers)| answers.get("description").is_none())
        .map(|(proposal, _)| proposal.number)
        .collect();
    assert_eq!(without_description, [2, 15], "one sentence each");
    assert_eq!(programme.publications.as_ref().unwrap().publications.len(), 4);
    assert_eq!(programme.texts.as_ref().unwrap().benefits.items.len(), 5);
}

#[test]
fn the_examples_stand_in_every_state() {
    let (_, examples) = built_in();
    for state in State::ALL {
        assert!(examples.proposals.iter().any(|told| told.example.state == *state), "none is {}", state.code());
    }
    assert!(examples.calls.iter().all(|call| call.example));
    assert!(examples.organisations.iter().all(|organisation| organisation.example));
    assert_eq!(examples.people.iter().filter(|person| person.listed).count(), 9);
    assert!(examples.proposals.iter().any(|told| told.files.len() > 1), "a letter and an image");
    assert!(examples.proposals.iter().any(|told| !told.before.is_empty()), "one that was submitted twice");
    let news: Vec<NewsKind> = examples.public.news.iter().map(|news| news.kind).collect();
    assert_eq!(news, NewsKind::ALL, "a milestone and a report");
    assert_eq!(examples.translated.len(), 2, "into the two other languages");
}

#[test]
fn a_folder_on_disk_is_read_the_same_way() {
    let folder = Folder::Disk(Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds"));
    assert_eq!(format!("{:?}", Seeds::read(&folder).unwrap()), format!("{:?}", built_in().0));
}

/// The built-in seeds with `from` replaced by `to` in one file: what is said about them.
fn said_about(file: &str, from: &str, to: &str) -> String {
    let copy = tempfile::tempdir().unwrap();
    copy_all(&Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds"), copy.path());
    let path = copy.path().join(file);
    let text = std::fs::read_to_string(&path).unwrap();
    assert!(text.contains(from), "{file} holds no {from}");
    std::fs::write(&path, text.replacen(from, to, 1)).unwrap();
    let folder = Folder::Disk(copy.path().to_owned());
    let read = Seeds::read(&folder).and_then(|seeds| Examples::read(&folder, &seeds));
    read.expect_err("they are read").to_string()
}

fn copy_all(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy_all(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).map(drop).unwrap();
        }
    }
}

#[test]
fn what_is_wrong_is_told_by_file_and_reason() {
    let call = "metropolis-2014/call.toml";
    let agra = "metropolis-2014/proposals/01-piloting-digital-technologies.toml";
    let example = "demo/proposals/04-manzanas-que-cuidan.toml";
    let public = "demo/public.toml";
    for (file, from, to, named) in [
        (call, "year = 2014", "year = 2014\ncolour = \"red\"", ":6: unknown field `colour`"),
        (call, "year = 2014", "year = \"soon\"", ":5: invalid type: string \"soon\", expected i32"),
        (call, "guidelines = \"2014\"", "guidelines = \"2013\"", ": guidelines: there are none called 2013"),
        (call, "opens = \"2014-03-03T09:00:00\"", "opens = \"monday\"", ": "),
        (call, "en = \"Metropolis Initiatives 2014\"", "en = \" \"", ": title: an empty text"),
        (agra, "organisation = \"agra\"", "organisation = \"ogre\"", ": organisation: there is none of the key ogre"),
        (agra, "state = \"running\"", "state = \"withdrawn\"", ": state: nothing is registered as withdrawn"),
        (agra, "theme = ", "topic = \"x\"\ntheme = ", ": topic: no such field"),
        (agra, "number = 1", "number = 2", ": number: there are two of 2"),
        ("metropolis-2014/organisations.toml", "lat = ", "lat = 9", ": agra: no place on the map"),
        (
            "demo/people.toml",
            "official@agra.example",
            "official@agra.in",
            ": official@agra.in: addresses of the demonstration",
        ),
        ("demo/people.toml", "role = \"owner\"", "role = \"king\"", ":"),
        (example, "action = \"submit\"", "action = \"hope\"", ":"),
        (example, "at = \"-139d 17:20:00\"", "at = \"-9d 17:20:00\"", ": history: it is not in the order of time"),
        (
            example,
            "by = \"official@santa-brisa.example\"",
            "by = \"nobody@santa-brisa.example\"",
            ": nobody@santa-brisa.example is not in",
        ),
        (example, "relevance = 5", "relevants = 5", ": reviews: reviewer1@jury.example: a criterion that the rubric"),
        (example, "session = \"Primer", "sitting = \"x\"\nsession = \"Primer", ": history: unknown field `sitting`"),
        (public, "\"living-shoreline\"", "\"cool-roofs\"", ": cool-roofs: no example of this slug is public"),
        (public, "seeking_partners", "lead_city", ": living-shoreline: lead_city is the same in every language"),
        (public, "delta-du-sud.example", "delta-du-sud.org", ": awa.exemple@delta-du-sud.org: addresses of the demo"),
        (public, "confirmed = \"-4d", "confirmed = \"-5d", ": it is confirmed before it is written"),
    ] {
        let said = said_about(file, from, to);
        let wrong_twin = file == agra && from.starts_with("number");
        assert!(wrong_twin || said.starts_with(file), "{file}: {to}: {said}");
        assert!(said.contains(named), "{file}: {to}: {said}");
        assert!(!said.contains('\n'), "{said}");
    }
}
