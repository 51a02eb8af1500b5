//! Reads a folder of seeds whole, and refuses what does not fit together, before anything is loaded.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    folder::{Folder, SeedError},
    records::{Call, Organisation, Organisations, Proposal, Publications, Texts},
};
use crate::{
    guidelines::{Answers, Country, Definition, Point},
    proposals::workflow::State,
};

/// A definition with its text.
#[derive(Clone, Debug)]
pub struct Guidelines {
    pub definition: Definition,
    pub source: String,
}

/// All of a folder but the examples.
#[derive(Clone, Debug)]
pub struct Seeds {
    /// By slug.
    pub guidelines: BTreeMap<String, Guidelines>,
    /// One for each folder that holds a `call.toml`.
    pub programmes: Vec<Programme>,
}

/// A call with what belongs to it.
#[derive(Clone, Debug)]
pub struct Programme {
    pub call: Call,
    pub organisations: Vec<Organisation>,
    /// By number.
    pub proposals: Vec<(Proposal, Answers)>,
    pub publications: Option<Publications>,
    pub texts: Option<Texts>,
}

impl Seeds {
    pub fn read(folder: &Folder) -> Result<Self, SeedError> {
        let guidelines = guidelines(folder)?;
        let mut programmes = Vec::new();
        for name in folder.names("", "")? {
            if folder.has(&format!("{name}/call.toml")) {
                programmes.push(programme(folder, &name, &guidelines)?);
            }
        }
        if programmes.is_empty() {
            return Err(SeedError::new("", "no folder in it holds a call.toml"));
        }
        Ok(Self { guidelines, programmes })
    }
}

fn guidelines(folder: &Folder) -> Result<BTreeMap<String, Guidelines>, SeedError> {
    let mut found = BTreeMap::new();
    for name in folder.names("guidelines", ".toml")? {
        let path = format!("guidelines/{name}");
        let source = folder.text(&path)?;
        let definition = Definition::parse(&source, &path)
            .map_err(|error| SeedError::new(format!("{path}:{}", error.line), error.reason))?;
        found.insert(definition.slug.clone(), Guidelines { definition, source });
    }
    Ok(found)
}

fn programme(folder: &Folder, name: &str, guidelines: &BTreeMap<String, Guidelines>) -> Result<Programme, SeedError> {
    let path = format!("{name}/call.toml");
    let call: Call = folder.read(&path)?;
    let definition = &guidelines
        .get(&call.guidelines)
        .ok_or_else(|| SeedError::new(&path, format!("guidelines: there are none called {}", call.guidelines)))?
        .definition;
    let organisations = organisations(folder, &format!("{name}/organisations.toml"))?;
    let keys: BTreeSet<&str> = organisations.iter().map(|organisation| organisation.key.as_str()).collect();
    let proposals = proposals(folder, &format!("{name}/proposals"), definition, &keys)?;
    let optional = |file: &str| Some(format!("{name}/{file}")).filter(|path| folder.has(path));
    Ok(Programme {
        call,
        organisations,
        proposals,
        publications: optional("publications.toml").map(|path| folder.read(&path)).transpose()?,
        texts: optional("texts.toml").map(|path| folder.read(&path)).transpose()?,
    })
}

/// The organisations of a file, each of another key, and somewhere on the map.
pub fn organisations(folder: &Folder, path: &str) -> Result<Vec<Organisation>, SeedError> {
    let found: Organisations = folder.read(path)?;
    let mut keys = BTreeSet::new();
    for organisation in &found.organisations {
        let refuse = |reason: &str| Err(SeedError::new(path, format!("{}: {reason}", organisation.key)));
        if !keys.insert(organisation.key.as_str()) {
            return refuse("there are two of this key");
        }
        if Country::from_code(&organisation.country).is_none() {
            return refuse("no country of ISO 3166-1");
        }
        if point(organisation.lat, organisation.lon).is_none() {
            return refuse("no place on the map");
        }
    }
    Ok(found.organisations)
}

fn proposals(
    folder: &Folder,
    path: &str,
    definition: &Definition,
    organisations: &BTreeSet<&str>,
) -> Result<Vec<(Proposal, Answers)>, SeedError> {
    let mut found: BTreeMap<i32, (Proposal, Answers)> = BTreeMap::new();
    for name in folder.names(path, ".toml")? {
        let path = format!("{path}/{name}");
        let proposal: Proposal = folder.read(&path)?;
        let refuse = |reason: String| Err(SeedError::new(&path, reason));
        if !matches!(proposal.state, State::Submitted | State::Approved | State::Running) {
            return refuse(format!("state: nothing is registered as {}", proposal.state.code()));
        }
        if !organisations.contains(proposal.organisation.as_str()) {
            return refuse(format!("organisation: there is none of the key {}", proposal.organisation));
        }
        if proposal.sources.is_empty() {
            return refuse("sources: at least one is needed".to_owned());
        }
        if proposal.places.iter().any(|p| point(p.lat, p.lon).is_none() || Country::from_code(&p.country).is_none()) {
            return refuse("places: no place on the map".to_owned());
        }
        let answers = definition.answers_from_plain(&proposal.answers).map_err(|unfit| SeedError::new(&path, unfit))?;
        let number = proposal.number;
        if found.insert(number, (proposal, answers)).is_some() {
            return refuse(format!("number: there are two of {number}"));
        }
    }
    Ok(found.into_values().collect())
}

/// A place of which a seed knows the degrees as decimal numbers.
pub fn point(lat: f64, lon: f64) -> Option<Point> {
    Point::parse(&lat.to_string(), &lon.to_string())
}
