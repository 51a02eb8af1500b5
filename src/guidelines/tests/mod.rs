//! The engine at work on the guidelines of 2014.

mod checking;
mod drawing;
mod importing;
mod parsing;
mod reading;
mod sealing;

use std::sync::LazyLock;

use crate::ids::AttachmentId;

use super::{
    Answer, Answers, Audience, Cents, Context, Definition, FieldKey, FileRef, Finding, HARD_CAP_CHARS, Kind, Month,
    Period, Progress, Reading, Section, Severity, Stage, Unfit, Value, canonical, sha256_hex,
};

fn the_2014() -> Definition {
    static PARSED: LazyLock<Definition> = LazyLock::new(|| {
        let source = include_str!("../../../seeds/guidelines/2014.toml");
        Definition::parse(source, "seeds/guidelines/2014.toml").unwrap_or_else(|error| panic!("{error}"))
    });
    PARSED.clone()
}

/// What a browser posts, from lines of `name = text`.
fn posted(form: &str) -> Vec<(String, String)> {
    let line = |line: &str| line.split_once('=').map(|(name, text)| (name.trim().to_owned(), text.trim().to_owned()));
    form.lines().filter_map(line).collect()
}

/// The answers to one section of 2014.
fn read(section: &str, form: &str) -> Answers {
    let reading = read_over(section, &posted(form), &Answers::default());
    assert_eq!(reading.refused, []);
    reading.answers
}

fn read_over(section: &str, posted: &[(String, String)], stored: &Answers) -> Reading {
    let definition = the_2014();
    definition.read(definition.section(section).unwrap(), posted, stored)
}

fn file(name: &str, media_type: &str, alt: &str) -> FileRef {
    FileRef {
        attachment: AttachmentId(uuid::Uuid::from_u128(name.bytes().map(u128::from).sum())),
        sha256: sha256_hex(name.as_bytes()),
        name: name.to_owned(),
        size: 12_345,
        media_type: media_type.to_owned(),
        pixels: None,
        alt: alt.to_owned(),
    }
}

fn key(key: &str) -> FieldKey {
    key.parse().unwrap()
}

/// A proposal that can be submitted.
fn complete() -> Answers {
    let mut answers = Answers::default();
    for (section, form) in COMPLETE {
        answers.extend(read(section, form));
    }
    answers.insert(key("endorsement_letter"), Answer::Files(vec![file("letter.pdf", "application/pdf", "")]));
    answers.insert(key("images"), Answer::Files(vec![file("shore.png", "image/png", "A shore at dusk")]));
    the_2014().fix_period(&mut answers, period());
    answers
}

fn period() -> Period {
    Period::new(2015, 2017).unwrap()
}

const COMPLETE: [(&str, &str); 7] = [
    (
        "applicant",
        "applicant_type = member_city
         lead_city = Lumara
         lead_country = PH
         lead_organisation = City of Lumara
         location.lat = 14.6
         location.lon = 120.98
         endorser.name = Ana Example
         endorser.post = Mayor
         endorser.email = mayor@lumara.example
         manager.name = Ben Example
         manager.post = Head of Shores
         manager.email = ben@lumara.example
         manager.phone = +63 2 8000 1234",
    ),
    (
        "identity",
        "title = A Living Shoreline
         short_title = Living Shoreline
         content_language = en
         theme = sustainability
         other_themes = governance
         other_themes = urban_economy
         action_spheres = water, mangroves",
    ),
    (
        "content",
        "aim = To keep the water out and the people in.
         description = Mangroves instead of walls.
         background = The sea rises.
         objectives.0.text = Plant mangroves.
         beneficiaries.0.group = Fishers
         beneficiaries.0.kind = direct
         beneficiaries.0.number = 4200
         results.0.result = Mangroves stand
         results.0.indicator = Hectares
         results.0.target = 60 hectares
         results.0.date = 2017-06-30
         innovation = Nobody has.
         transfer = Everybody can.
         inclusion = Women lead.
         benefits_sought = learning
         benefits_sought = exchange",
    ),
    (
        "partnership",
        "partners.0.name = Ndiakor
         partners.0.kind = member_city
         partners.0.country = SN
         partners.0.role = Learns
         partners.0.status = confirmed
         partners.0.email = sea@ndiakor.example
         partners.0.updates = on
         partners.1.name = Orisun
         partners.1.kind = other_city
         partners.1.country = NG
         partners.1.role = Learns
         partners.1.status = invited",
    ),
    (
        "work_plan",
        "start = 2015-01
         end = 2017-12
         phases.0.date = 2015-02-01
         phases.0.action = Plant
         phases.0.output = Plants
         phases.1.date = 2016-02-01
         phases.1.action = Count
         phases.1.output = Numbers",
    ),
    (
        "budget",
        "total_eur = 1 000,50
         funding.0.source = City
         funding.0.kind = cash
         funding.0.amount = 1000
         funding.0.certainty = confirmed
         funding.1.source = Port
         funding.1.kind = in_kind
         funding.1.amount = 0.5
         funding.1.certainty = hoped
         budget_lines.0.item = Plants
         budget_lines.0.amount = 1000.50
         support_requested = training",
    ),
    (
        "declarations",
        "publish_consent = on
         reporting_commitment = on
         accuracy = on
         signatory.name = Ana Example
         signatory.post = Mayor
         signatory.date = 2014-05-14",
    ),
];
