//! From TOML to a [`Definition`]: whatever contradicts itself is refused, with file, line and reason.

use super::{
    definition::{Criterion, Definition, EligibilityCheck, Field, Origin, Rubric, Section},
    keys::{CriterionKey, FieldKey, SectionKey},
    parse_kinds::kind,
    parse_rules::rule,
    press::{REQUESTS, RESULTS, is_taken},
    source::{At, DefinitionError, Distinct, Parsed, Source, Table},
};

impl Definition {
    /// Reads a definition. `file` is what errors call the source.
    pub fn parse(source: &str, file: &str) -> Result<Self, DefinitionError> {
        let source = Source { text: source, file };
        let document = source.parse()?;
        let mut table = Table::new(source, document.get_ref(), 0);
        let definition = definition(&mut table)?;
        table.finish("a definition")?;
        Ok(definition)
    }
}

fn definition(table: &mut Table<'_>) -> Parsed<Definition> {
    let slug = slug(table)?;
    let version = table.count("version")?.value;
    let (title, note) = (table.trilingual("title")?, table.trilingual("note")?);
    let (source, introduction) = (table.trilingual("source")?, table.trilingual("introduction")?);
    let sections = sections(table)?;
    let mut definition = Definition {
        slug,
        version,
        title,
        note,
        source,
        introduction,
        sections,
        rules: Vec::new(),
        eligibility: eligibility(table)?,
        rubric: rubric(table)?,
    };
    for mut rules in table.tables("rules")? {
        let rule = rule(&mut rules, &definition)?;
        rules.finish(&format!("a rule `{}`", rule.test.name()))?;
        definition.rules.push(rule);
    }
    Ok(definition)
}

fn slug(table: &mut Table<'_>) -> Parsed<String> {
    let At { value, at } = table.text("slug")?;
    let plain = value.len() <= 60
        && value.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
        && !value.starts_with('-')
        && !value.ends_with('-');
    if plain { Ok(value.to_owned()) } else { Err(table.refuse(at, format!("`slug` is `{value}`: use a-z, 0-9 and -"))) }
}

fn sections(table: &mut Table<'_>) -> Parsed<Vec<Section>> {
    let (mut keys, mut field_keys) = (Distinct::new("section"), Distinct::new("field"));
    let mut sections = Vec::new();
    for mut table in table.tables("sections")? {
        let key: At<SectionKey> = table.read("key")?;
        keys.add(&table, &key)?;
        if [REQUESTS, RESULTS].contains(&key.value.as_str()) {
            return Err(
                table.refuse(key.at, format!("`{}` is a section of the service's own: choose another key", key.value))
            );
        }
        let (title, intro) = (table.trilingual("title")?, table.trilingual("intro")?);
        let mut fields = Vec::new();
        for mut table in table.tables("fields")? {
            fields.push(field(&mut table, &mut field_keys)?);
            table.finish("a field of this kind")?;
        }
        table.finish("a section")?;
        sections.push(Section { key: key.value, title, intro, fields });
    }
    Ok(sections)
}

fn field(table: &mut Table<'_>, keys: &mut Distinct) -> Parsed<Field> {
    let key: At<FieldKey> = table.read("key")?;
    keys.add(table, &key)?;
    if is_taken(key.value.as_str()) {
        return Err(table.refuse(key.at, format!("`{}` is a name of the form's own: choose another key", key.value)));
    }
    Ok(Field {
        key: key.value,
        label: table.trilingual("label")?,
        hint: table.maybe_trilingual("hint")?,
        why: table.maybe_trilingual("why")?,
        origin: origin(table)?,
        kind: kind(table)?,
        required: table.flag("required")?,
        public: table.flag("public")?,
        identifying: table.flag("identifying")?,
        autocomplete: autocomplete(table)?,
    })
}

fn origin(table: &mut Table<'_>) -> Parsed<Origin> {
    let At { value, at } = table.text("origin")?;
    match value {
        "published" => Ok(Origin::Published),
        "comparable" => Ok(Origin::Comparable),
        "judgement" => Ok(Origin::Judgement),
        other => Err(table.refuse(at, format!("unknown origin `{other}`: published, comparable or judgement"))),
    }
}

fn autocomplete(table: &mut Table<'_>) -> Parsed<Option<String>> {
    const KNOWN: [&str; 6] = ["organization", "address-level2", "country", "country-name", "url", "off"];
    match table.maybe_text("autocomplete")? {
        Some(At { value, .. }) if KNOWN.contains(&value) => Ok(Some(value.to_owned())),
        Some(At { value, at }) => {
            Err(table.refuse(at, format!("unknown `autocomplete` `{value}`: one of {}", KNOWN.join(", "))))
        }
        None => Ok(None),
    }
}

fn eligibility(table: &mut Table<'_>) -> Parsed<Vec<EligibilityCheck>> {
    let mut keys = Distinct::new("eligibility check");
    let mut checks = Vec::new();
    for mut table in table.tables("eligibility")? {
        let key: At<CriterionKey> = table.read("key")?;
        keys.add(&table, &key)?;
        let (label, help) = (table.trilingual("label")?, table.trilingual("help")?);
        table.finish("an eligibility check")?;
        checks.push(EligibilityCheck { key: key.value, label, help });
    }
    Ok(checks)
}

fn rubric(table: &mut Table<'_>) -> Parsed<Rubric> {
    let mut table = table.table("rubric")?;
    let scale = table.trilinguals("scale")?;
    if !(2..=101).contains(&scale.len()) {
        return Err(table.refuse(table.at, "`scale` must name the meaning of at least two scores, from 0 on"));
    }
    let highest = u32::try_from(scale.len() - 1).unwrap_or(u32::MAX);
    let rubric = Rubric {
        scale,
        least_reviews: table.count("least_reviews")?.value,
        recommended_from: at_most(&mut table, "recommended_from", 100)?,
        least_score: at_most(&mut table, "least_score", highest)?,
        consensus_gap: at_most(&mut table, "consensus_gap", 100)?,
        criteria: criteria(&mut table)?,
    };
    table.finish("the rubric")?;
    Ok(rubric)
}

fn at_most(table: &mut Table<'_>, key: &'static str, most: u32) -> Parsed<u32> {
    let At { value, at } = table.count(key)?;
    if value > most { Err(table.refuse(at, format!("`{key}` is {value}, above {most}"))) } else { Ok(value) }
}

fn criteria(table: &mut Table<'_>) -> Parsed<Vec<Criterion>> {
    let mut keys = Distinct::new("criterion");
    let (mut criteria, mut total, mut last) = (Vec::new(), 0_u64, 0);
    for mut table in table.tables("criteria")? {
        let key: At<CriterionKey> = table.read("key")?;
        keys.add(&table, &key)?;
        let weight = table.count("weight")?;
        (total, last) = (total + u64::from(weight.value), weight.at);
        let (label, help) = (table.trilingual("label")?, table.trilingual("help")?);
        table.finish("a criterion")?;
        criteria.push(Criterion { key: key.value, label, help, weight: weight.value });
    }
    if total == 100 {
        Ok(criteria)
    } else {
        Err(table.refuse(last, format!("the weights of the criteria sum to {total}, not to 100")))
    }
}
