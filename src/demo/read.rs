//! Reads `seeds/demo/` whole, and refuses what does not fit together, before anything is loaded.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    records::{Call, Deed, Example, People, Person, Public, Review, ReviewState, Translation},
    times::RelativeMoment,
};
use crate::{
    guidelines::{Answers, Definition, Kind, Rubric},
    mail::Email,
    proposals::published::is_translatable,
    seeds::{
        Folder, SeedError,
        read::{Seeds, organisations},
        records::Organisation,
    },
};

/// All examples, with the answers read by the guidelines of their calls.
#[derive(Clone, Debug)]
pub struct Examples {
    pub calls: Vec<Call>,
    pub organisations: Vec<Organisation>,
    pub people: Vec<Person>,
    /// By number.
    pub proposals: Vec<Told>,
    /// What the public pages show beside them.
    pub public: Public,
    /// What its translations say, in their order.
    pub translated: Vec<Answers>,
}

/// A proposal with what was written in it.
#[derive(Clone, Debug)]
pub struct Told {
    pub example: Example,
    pub answers: Answers,
    pub files: Vec<NamedFile>,
    /// What stood in the first submission where the second says something else.
    pub before: Answers,
}

/// A file that an answer names, still to be stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedFile {
    pub field: String,
    /// Within the folder of seeds.
    pub path: String,
    /// The alternative text of an image; empty for a PDF.
    pub alt: String,
}

impl Examples {
    pub fn read(folder: &Folder, seeds: &Seeds) -> Result<Self, SeedError> {
        let mut calls = Vec::new();
        for name in folder.names("demo/calls", ".toml")? {
            let path = format!("demo/calls/{name}");
            let call: Call = folder.read(&path)?;
            if !seeds.guidelines.contains_key(&call.guidelines) {
                return Err(SeedError::new(path, format!("guidelines: there are none called {}", call.guidelines)));
            }
            calls.push(call);
        }
        let organisations = organisations(folder, "demo/organisations.toml")?;
        let real = seeds.programmes.iter().flat_map(|programme| &programme.organisations);
        let keys: BTreeSet<&str> = real.chain(&organisations).map(|organisation| organisation.key.as_str()).collect();
        let people = people(folder)?;
        check_people(&people, &keys)?;
        let mut proposals: BTreeMap<i32, Told> = BTreeMap::new();
        for name in folder.names("demo/proposals", ".toml")? {
            let path = format!("demo/proposals/{name}");
            let told = told(folder, &path, seeds, &calls)?;
            check(&told, &keys, &people).map_err(|reason| SeedError::new(&path, reason))?;
            if let Some(twin) = proposals.insert(told.example.number, told) {
                return Err(SeedError::new(path, format!("number: there are two of {}", twin.example.number)));
            }
        }
        let proposals: Vec<Told> = proposals.into_values().collect();
        let public: Public = folder.read(PUBLIC)?;
        let refuse = |reason: String| SeedError::new(PUBLIC, reason);
        check_public(folder, &public, &proposals)?;
        let answers = |one: &Translation| translated(one, &proposals, &calls, seeds).map_err(refuse);
        let translated: Vec<Answers> = public.translations.iter().map(answers).collect::<Result<_, _>>()?;
        Ok(Self { calls, organisations, people, proposals, public, translated })
    }
}

const PEOPLE: &str = "demo/people.toml";

/// Who can sign in.
pub fn people(folder: &Folder) -> Result<Vec<Person>, SeedError> {
    Ok(folder.read::<People>(PEOPLE)?.people)
}

fn check_people(people: &[Person], organisations: &BTreeSet<&str>) -> Result<(), SeedError> {
    for person in people {
        let refuse = |reason: &str| Err(SeedError::new(PEOPLE, format!("{}: {reason}", person.email)));
        match (&person.organisation, person.role, person.staff) {
            (Some(key), Some(_), None) if organisations.contains(key.as_str()) => {}
            (None, None, Some(_)) => {}
            (Some(_), Some(_), None) => return refuse("there is no organisation of this key"),
            _ => return refuse("either `organisation` with `role`, or `staff`"),
        }
        if !is_invented(&person.email) {
            return refuse(INVENTED);
        }
    }
    Ok(())
}

const INVENTED: &str = "addresses of the demonstration end in .example";

fn is_invented(email: &Email) -> bool {
    email.domain().rsplit('.').next() == Some("example")
}

const PUBLIC: &str = "demo/public.toml";

fn check_public(folder: &Folder, public: &Public, proposals: &[Told]) -> Result<(), SeedError> {
    let refuse = |what: &dyn std::fmt::Display, reason: &str| Err(SeedError::new(PUBLIC, format!("{what}: {reason}")));
    let is_public =
        |slug: &str| proposals.iter().any(|told| told.example.slug == slug && told.example.state.is_public());
    if let Some(stranger) = public.about().find(|slug| !is_public(slug)) {
        return refuse(stranger, "no example of this slug is public");
    }
    for publication in &public.publications {
        folder.bytes(&format!("demo/{}", publication.cover))?;
    }
    for message in &public.messages {
        if !is_invented(&message.email) {
            return refuse(&message.email, INVENTED);
        }
        if message.confirmed < message.at {
            return refuse(&message.email, "it is confirmed before it is written");
        }
    }
    Ok(())
}

/// What a translation says, read by the guidelines of its original.
fn translated(translation: &Translation, proposals: &[Told], calls: &[Call], seeds: &Seeds) -> Result<Answers, String> {
    let slug = &translation.initiative;
    let original = proposals.iter().find(|told| told.example.slug == *slug);
    let call = original.and_then(|told| calls.iter().find(|call| call.slug == told.example.call));
    let guidelines = call.and_then(|call| seeds.guidelines.get(&call.guidelines));
    let definition = &guidelines.ok_or_else(|| format!("{slug}: there is no such example"))?.definition;
    let stays = |key: &&String| definition.field(key).is_some_and(|field| !is_translatable(field));
    if let Some(key) = translation.answers.keys().find(stays) {
        return Err(format!("{slug}: {key} is the same in every language"));
    }
    definition.answers_from_plain(&translation.answers).map_err(|unfit| format!("{slug}: {unfit}"))
}

fn told(folder: &Folder, path: &str, seeds: &Seeds, calls: &[Call]) -> Result<Told, SeedError> {
    let example: Example = folder.read(path)?;
    let refuse = |reason: String| SeedError::new(path, reason);
    let call = calls.iter().find(|call| call.slug == example.call);
    let call = call.ok_or_else(|| refuse(format!("call: there is none called {}", example.call)))?;
    let definition = &seeds.guidelines[&call.guidelines].definition;
    let read = |values| definition.answers_from_plain(values).map_err(|unfit| refuse(unfit.to_string()));
    let answers = read(&example.answers)?;
    let mut before = Answers::default();
    for step in &example.history {
        if let Deed::Resubmit { before: different, .. } = &step.deed {
            before = read(different)?;
        }
    }
    for review in &example.reviews {
        check_review(review, &definition.rubric).map_err(refuse)?;
    }
    let files = files(definition, &example);
    for file in &files {
        folder.bytes(&file.path)?;
    }
    Ok(Told { example, answers, files, before })
}

/// The files that the answers name, in the order of the form.
fn files(definition: &Definition, example: &Example) -> Vec<NamedFile> {
    let mut found = Vec::new();
    for field in definition.fields().filter(|field| matches!(field.kind, Kind::Pdf { .. } | Kind::Images { .. })) {
        let named = match example.answers.get(field.key.as_str()) {
            Some(serde_json::Value::Array(images)) => images.as_slice(),
            Some(pdf) => std::slice::from_ref(pdf),
            None => &[],
        };
        for value in named {
            let text = |key: &str| value.get(key).and_then(serde_json::Value::as_str).unwrap_or_default();
            let path = format!("demo/{}", text("file"));
            found.push(NamedFile { field: field.key.to_string(), path, alt: text("alt").to_owned() });
        }
    }
    found
}

fn check(told: &Told, organisations: &BTreeSet<&str>, people: &[Person]) -> Result<(), String> {
    let example = &told.example;
    if !organisations.contains(example.organisation.as_str()) {
        return Err(format!("organisation: there is none of the key {}", example.organisation));
    }
    let by = example.history.iter().map(|step| &step.by);
    let named = by.chain(example.reviews.iter().map(|review| &review.reviewer));
    let mut named = named.chain(example.comments.iter().map(|comment| &comment.by));
    let is_known = |email: &Email| people.iter().any(|person| person.email == *email);
    if let Some(stranger) = named.find(|email| !is_known(email)) {
        return Err(format!("{stranger} is not in demo/people.toml"));
    }
    if !matches!(example.history.first().map(|step| &step.deed), Some(Deed::Create)) {
        return Err("history: it begins with `create`".to_owned());
    }
    let times: Vec<RelativeMoment> = example.history.iter().map(|step| step.at).collect();
    if !times.is_sorted() {
        return Err("history: it is not in the order of time".to_owned());
    }
    Ok(())
}

fn check_review(review: &Review, rubric: &Rubric) -> Result<(), String> {
    let refuse = |what: &str| Err(format!("reviews: {}: {what}", review.reviewer));
    if review.scores.keys().any(|key| rubric.criterion(key.as_str()).is_none()) {
        return refuse("a criterion that the rubric does not have");
    }
    let is_complete = review.at.is_some()
        && review.recommendation.is_some()
        && rubric.criteria.iter().all(|criterion| review.scores.contains_key(&criterion.key));
    match review.state {
        ReviewState::Submitted if !is_complete => refuse("a submitted review is complete"),
        ReviewState::Assigned if !review.scores.is_empty() => refuse("there is no review yet, but there are scores"),
        _ => Ok(()),
    }
}
