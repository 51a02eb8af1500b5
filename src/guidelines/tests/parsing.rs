//! What a definition may be, and the twenty ways in which one is refused.

use super::the_2014;
use crate::{
    guidelines::{Definition, Kind, Scalar},
    words::Locale,
};

#[test]
fn the_guidelines_of_2014_ask_what_the_programme_asks() {
    let asked: Vec<(String, Vec<String>)> = the_2014()
        .sections
        .iter()
        .map(|section| (section.key.to_string(), section.fields.iter().map(|field| field.key.to_string()).collect()))
        .collect();
    let expected = [
        (
            "applicant",
            "applicant_type lead_city lead_country lead_organisation location endorser manager endorsement_letter",
        ),
        ("identity", "title short_title content_language theme other_themes action_spheres action_plan_period images"),
        (
            "content",
            "aim description background objectives beneficiaries results innovation transfer inclusion benefits_sought",
        ),
        ("partnership", "partners sponsor seeking_partners"),
        ("work_plan", "start end phases risks"),
        ("budget", "total_eur funding budget_lines support_requested"),
        ("declarations", "publish_consent reporting_commitment accuracy signatory"),
    ];
    let expected: Vec<(String, Vec<String>)> = expected
        .iter()
        .map(|(section, fields)| ((*section).to_owned(), fields.split(' ').map(str::to_owned).collect()))
        .collect();
    assert_eq!(asked, expected);
}

#[test]
fn the_guidelines_of_2014_leave_open_what_the_programme_leaves_open() {
    let open: Vec<String> =
        the_2014().fields().filter(|field| !field.required).map(|field| field.key.to_string()).collect();
    assert_eq!(open.join(" "), "other_themes action_spheres images benefits_sought sponsor seeking_partners risks");
}

#[test]
fn the_limits_of_2014_are_those_of_the_programme() {
    let definition = the_2014();
    let words = |key: &str| match definition.field(key).map(|field| &field.kind) {
        Some(Kind::Scalar(Scalar::LongText { words, .. })) => *words,
        other => panic!("{key} is {other:?}"),
    };
    let limits = [
        ("aim", 80),
        ("description", 150),
        ("background", 400),
        ("innovation", 200),
        ("transfer", 250),
        ("inclusion", 150),
        ("seeking_partners", 80),
        ("risks", 150),
    ];
    for (key, limit) in limits {
        assert_eq!(words(key), limit, "{key}");
    }
    let rows = |key: &str| match definition.field(key).map(|field| &field.kind) {
        Some(Kind::Rows { min, max, .. }) => (*min, *max),
        other => panic!("{key} is {other:?}"),
    };
    for (key, limit) in [
        ("objectives", (1, 6)),
        ("beneficiaries", (1, 8)),
        ("results", (1, 8)),
        ("partners", (1, 15)),
        ("phases", (2, 12)),
        ("funding", (1, 10)),
        ("budget_lines", (1, 10)),
    ] {
        assert_eq!(rows(key), limit, "{key}");
    }
}

#[test]
fn the_rubric_of_2014_weighs_six_criteria_from_0_to_5() {
    let rubric = the_2014().rubric;
    let weights: Vec<_> = rubric.criteria.iter().map(|criterion| criterion.weight).collect();
    assert_eq!(weights, [20, 20, 20, 15, 15, 10]);
    assert_eq!(rubric.highest_score(), 5);
}

#[test]
fn addresses_of_persons_are_private_even_in_public_fields() {
    let definition = the_2014();
    let partners = definition.field("partners").unwrap();
    assert!(
        partners.public && partners.column("email").unwrap().private && partners.column("updates").unwrap().private
    );
    for field in definition.fields().filter(|field| matches!(field.kind, Kind::Person { .. })) {
        assert!(!field.public, "{}", field.key);
    }
}

#[test]
fn the_note_says_that_it_is_a_reconstruction() {
    let note = the_2014().note;
    for (locale, word) in
        [(Locale::En, "reconstruction"), (Locale::Fr, "reconstitution"), (Locale::Es, "reconstrucción")]
    {
        assert!(note.get(locale).contains(word));
    }
}

#[test]
fn a_definition_can_be_handed_out_as_json() {
    let json = serde_json::to_value(the_2014()).unwrap();
    let aim = &json["sections"][2]["fields"][0]["kind"];
    assert_eq!(aim, &serde_json::json!({ "kind": "scalar", "scalar": "long_text", "words": 80, "lists": false }));
    assert_eq!(json["sections"][0]["fields"][2]["kind"]["scalar"], "country");
    assert_eq!(json["rules"][2]["test"]["month"], "2015-01");
}

/// A small definition that stands; each refusal below is it with one thing changed.
const SMALL: &str = r#"slug = "small"
version = 1
title = { en = "t", fr = "t", es = "t" }
note = { en = "t", fr = "t", es = "t" }
source = { en = "t", fr = "t", es = "t" }
introduction = { en = "t", fr = "t", es = "t" }
[[sections]]
key = "one"
title = { en = "t", fr = "t", es = "t" }
intro = { en = "t", fr = "t", es = "t" }
[[sections.fields]]
key = "aim"
label = { en = "t", fr = "t", es = "t" }
origin = "published"
kind = "long_text"
words = 80
[[sections.fields]]
key = "total"
label.en = "t"
label.fr = "t"
label.es = "t"
origin = "published"
kind = "money"
[[sections.fields]]
key = "lines"
label = { en = "t", fr = "t", es = "t" }
origin = "published"
kind = "rows"
min = 1
max = 4
[[sections.fields.columns]]
key = "item"
label = { en = "t", fr = "t", es = "t" }
kind = "text"
chars = 10
[[sections.fields.columns]]
key = "amount"
label = { en = "t", fr = "t", es = "t" }
kind = "money"
[[rules]]
kind = "sum"
rows = "lines"
column = "amount"
total = "total"
statement = { en = "t", fr = "t", es = "t" }
[[eligibility]]
key = "lead"
label = { en = "t", fr = "t", es = "t" }
help = { en = "t", fr = "t", es = "t" }
[rubric]
scale = [{ en = "0", fr = "0", es = "0" }, { en = "1", fr = "1", es = "1" }]
least_reviews = 2
recommended_from = 60
least_score = 1
consensus_gap = 20
[[rubric.criteria]]
key = "quality"
weight = 60
label = { en = "t", fr = "t", es = "t" }
help = { en = "t", fr = "t", es = "t" }
[[rubric.criteria]]
key = "effect"
weight = 40
label = { en = "t", fr = "t", es = "t" }
help = { en = "t", fr = "t", es = "t" }
"#;

/// `SMALL` with the first `from` replaced; the error must stand in the line where the change is, `below` lines further down.
#[track_caller]
fn refused(from: &str, to: &str, below: isize, reason: &str) {
    let at = SMALL.find(from).unwrap_or_else(|| panic!("no {from}"));
    let line = (1 + SMALL[..at].matches('\n').count()).checked_add_signed(below).unwrap();
    let changed = format!("{}{to}{}", &SMALL[..at], &SMALL[at + from.len()..]);
    let error = Definition::parse(&changed, "small.toml").expect_err("it should be refused");
    assert_eq!(error.to_string(), format!("small.toml:{line}: {reason}"));
}

#[test]
fn a_sound_definition_stands() {
    Definition::parse(SMALL, "small.toml").unwrap();
}

#[test]
fn what_is_no_toml_is_refused_where_it_breaks() {
    let error = Definition::parse(&SMALL.replacen("version = 1", "version = = 1", 1), "small.toml").unwrap_err();
    assert_eq!((error.file.as_str(), error.line), ("small.toml", 2));
    let error = Definition::parse(&SMALL.replacen("version = 1", "slug = \"again\"", 1), "small.toml").unwrap_err();
    assert_eq!(error.line, 2);
}

#[test]
fn keys_that_are_no_keys_or_stand_twice_are_refused() {
    refused("\"aim\"", "\"Aim\"", 0, "`key` is `Aim`: a key is 1 to 40 of a-z, 0-9 and _, a letter first");
    refused("\"total\"", "\"aim\"", 0, "the field `aim` occurs twice");
    refused("\"amount\"", "\"item\"", 0, "the column `item` occurs twice");
    refused("\"effect\"", "\"quality\"", 0, "the criterion `quality` occurs twice");
    refused("\"aim\"", "\"remove\"", 0, "`remove` is a name of the form's own: choose another key");
    refused("\"aim\"", "\"what_was_reached\"", 0, "`what_was_reached` is a name of the form's own: choose another key");
    refused("\"aim\"", "\"request_1\"", 0, "`request_1` is a name of the form's own: choose another key");
    refused("\"small\"", "\"Small one\"", 0, "`slug` is `Small one`: use a-z, 0-9 and -");
}

#[test]
fn what_is_missing_is_named_where_it_should_stand() {
    refused("label.fr = \"t\"\n", "", -1, "`label` has no text in Français");
    refused(
        "{ en = \"t\", fr = \"t\", es = \"t\" }",
        "{ en = \"t\", fr = \"t\" }",
        0,
        "`title` has no text in Español",
    );
    refused("es = \"t\" }", "es = \" \" }", 0, "`es` is empty");
    refused("origin = \"published\"\nkind = \"long_text\"", "kind = \"long_text\"", -3, "`origin` is missing");
    refused("chars = 10\n", "", -4, "`chars` is missing");
}

#[test]
fn what_nobody_knows_is_refused() {
    refused("\"long_text\"", "\"essay\"", 0, "unknown kind `essay`");
    refused("kind = \"text\"", "kind = \"rows\"", 0, "unknown kind `rows` of a column: a column holds one value");
    refused("\"published\"", "\"hearsay\"", 0, "unknown origin `hearsay`: published, comparable or judgement");
    refused(
        "origin = \"published\"\nkind = \"money\"",
        "autocomplete = \"cc-number\"\norigin = \"published\"\nkind = \"money\"",
        0,
        "unknown `autocomplete` `cc-number`: one of organization, address-level2, country, country-name, url, off",
    );
    refused("\"item\"", "\"typed\"", 0, "`typed` is a word of the stored form: choose another key");
    refused("kind = \"sum\"", "kind = \"product\"", 0, "unknown kind `product` of a rule");
    refused("words = 80", "words = 80\ncharss = 3", 1, "a field of this kind has no `charss`");
    refused("version = 1", "version = 1\nauthor = \"x\"", 1, "a definition has no `author`");
}

#[test]
fn limits_that_let_nothing_through_are_refused() {
    refused("words = 80", "words = 0", 0, "`words` is 0: nothing could ever be answered");
    refused("words = 80", "words = -1", 0, "`words` is -1: out of range");
    refused("words = 80", "words = 800000", 0, "`words` is 800000, above 10000");
    refused("words = 80", "words = \"many\"", 0, "`words` must be a whole number, not string");
    refused("max = 4", "max = 0", 0, "`max` is 0: nothing could ever be answered");
    refused("min = 1\nmax = 4", "min = 5\nmax = 4", 1, "`min` is 5, above `max`, which is 4");
}

#[test]
fn rules_must_name_what_exists_and_fits() {
    refused("rows = \"lines\"", "rows = \"costs\"", 0, "`rows` names an unknown field `costs`");
    refused("rows = \"lines\"", "rows = \"aim\"", 0, "`rows` must name a field of rows; `aim` is not");
    refused("total = \"total\"", "total = \"aim\"", 0, "`total` must name a field of money; `aim` is not");
    refused("column = \"amount\"", "column = \"price\"", 0, "`lines` has no column `price`");
    refused("column = \"amount\"", "column = \"item\"", 0, "the column `item` is not of money");
}

#[test]
fn a_rubric_must_add_up() {
    refused("weight = 40", "weight = 41", 0, "the weights of the criteria sum to 101, not to 100");
    refused("weight = 40", "weight = 0", 0, "`weight` is 0: nothing could ever be answered");
    refused("weight = 40", "weight = 40.0", 0, "`weight` must be a whole number, not float");
    refused("recommended_from = 60", "recommended_from = 101", 0, "`recommended_from` is 101, above 100");
    refused("least_score = 1", "least_score = 2", 0, "`least_score` is 2, above 1");
}
