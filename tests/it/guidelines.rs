//! The proposals of the seeds, read by the guidelines.

use std::path::Path;

use serde::Deserialize;
use serde_json::{Map, Value as Json};

use initiatives::{
    guidelines::{Context, Definition, Period, Stage},
    words::Locale,
};

fn the_2014() -> Definition {
    Definition::parse(include_str!("../../seeds/guidelines/2014.toml"), "2014.toml").unwrap()
}

#[derive(Deserialize)]
struct Seed {
    state: String,
    answers: Map<String, Json>,
}

fn seeds(folder: &str) -> Vec<(String, Seed)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds").join(folder).join("proposals");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
    files.sort();
    files
        .into_iter()
        .map(|path| {
            let name = path.display().to_string();
            let seed = toml::from_str(&std::fs::read_to_string(path).unwrap());
            (name.clone(), seed.unwrap_or_else(|error| panic!("{name}: {error}")))
        })
        .collect()
}

#[test]
fn the_sixteen_of_2014_are_read_whole() {
    let definition = the_2014();
    let seeds = seeds("metropolis-2014");
    assert_eq!(seeds.len(), 16);
    for (name, seed) in seeds {
        let mut answers =
            definition.answers_from_plain(&seed.answers).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert!(answers.text("aim").is_some() && answers.period("action_plan_period").is_some(), "{name}");
        definition.rest_not_recorded(&mut answers);
        assert_eq!(answers.len(), definition.fields().count());
    }
}

#[test]
fn the_examples_that_were_submitted_could_be() {
    let definition = the_2014();
    for (name, seed) in seeds("demo") {
        let answers = definition.answers_from_plain(&seed.answers).unwrap_or_else(|error| panic!("{name}: {error}"));
        if seed.state == "draft" {
            continue;
        }
        let report = definition.check(&answers, &Context { stage: Stage::Submission, period: Period::new(2015, 2017) });
        let about_text = report.blocking().filter(|found| found.spot.field != "endorsement_letter");
        let lines: Vec<_> = about_text
            .map(|found| format!("{}: {}", found.spot.place(Locale::En), found.message(Locale::En)))
            .collect();
        assert_eq!(lines, Vec::<String>::new(), "{name}");
    }
}
