//! From TOML to the kind of a field or of a column.

use crate::words::Trilingual;

use super::{
    definition::Column,
    json::MARKS,
    keys::{ChoiceKey, FieldKey},
    kinds::{Choice, Kind, PERSON_CHARS, Scalar},
    source::{At, Distinct, Parsed, Table},
};

/// How many images, rows or words a definition may ask for at most: a slip of a zero is refused.
const MOST: u32 = 10_000;
/// What a whole number in JSON holds exactly, with room to add.
const MOST_NUMBER: i64 = 1_000_000_000_000;

/// The kind that a field's table names, with its own settings.
pub(super) fn kind(table: &mut Table<'_>) -> Parsed<Kind> {
    let At { value: name, at } = table.text("kind")?;
    Ok(match name {
        "choices" => {
            let options = options(table)?;
            let count = u32::try_from(options.len()).unwrap_or(u32::MAX);
            let (min, max) = range(table, count)?;
            Kind::Choices { options, min, max }
        }
        "tags" => Kind::Tags { max: limit(table, "max")?, chars: limit(table, "chars")? },
        "point" => Kind::Point,
        "person" => Kind::Person { parts: parts(table)? },
        "rows" => {
            let (min, max) = range(table, MOST)?;
            Kind::Rows { min, max, columns: columns(table)? }
        }
        "images" => Kind::Images {
            max: limit(table, "max")?,
            max_bytes: megabytes(table)?,
            alt_chars: limit(table, "alt_chars")?,
        },
        "pdf" => Kind::Pdf { max_bytes: megabytes(table)? },
        "declaration" => Kind::Declaration,
        "period" => Kind::Period,
        other => match scalar(table, other)? {
            Some(scalar) => Kind::Scalar(scalar),
            None => return Err(table.refuse(at, format!("unknown kind `{other}`"))),
        },
    })
}

fn scalar(table: &mut Table<'_>, name: &str) -> Parsed<Option<Scalar>> {
    Ok(Some(match name {
        "text" => Scalar::Text { chars: limit(table, "chars")? },
        "long_text" => Scalar::LongText { words: limit(table, "words")?, lists: table.flag("lists")? },
        "choice" => Scalar::Choice { options: options(table)? },
        "country" => Scalar::Country,
        "language" => Scalar::Language,
        "money" => Scalar::Money,
        "number" => number(table)?,
        "month" => Scalar::Month,
        "date" => Scalar::Date,
        "email" => Scalar::Email,
        "phone" => Scalar::Phone,
        "yes_no" => Scalar::YesNo,
        _ => return Ok(None),
    }))
}

fn number(table: &mut Table<'_>) -> Parsed<Scalar> {
    let min = table.maybe_number("min")?.map_or(0, |min| min.value);
    let max = table.maybe_number("max")?;
    let (max, at) = max.map_or((MOST_NUMBER, table.at), |max| (max.value, max.at));
    if min > max || min < -MOST_NUMBER || max > MOST_NUMBER {
        return Err(table.refuse(at, format!("`min` {min} and `max` {max} leave no number")));
    }
    Ok(Scalar::Number { min, max })
}

fn limit(table: &mut Table<'_>, key: &'static str) -> Parsed<u32> {
    let At { value, at } = table.count(key)?;
    if value > MOST { Err(table.refuse(at, format!("`{key}` is {value}, above {MOST}"))) } else { Ok(value) }
}

/// How few and how many: `min` is 0 when it is not said, `max` no more than `most`.
fn range(table: &mut Table<'_>, most: u32) -> Parsed<(u32, u32)> {
    let min = table.maybe_count("min")?.map_or(0, |min| min.value);
    let max = table.count("max")?;
    if max.value > most {
        return Err(table.refuse(max.at, format!("`max` is {}, above {most}", max.value)));
    }
    if min > max.value {
        return Err(table.refuse(max.at, format!("`min` is {min}, above `max`, which is {}", max.value)));
    }
    Ok((min, max.value))
}

fn megabytes(table: &mut Table<'_>) -> Parsed<u64> {
    let At { value, at } = table.count("megabytes")?;
    if value > 100 { Err(table.refuse(at, "`megabytes` is above 100")) } else { Ok(u64::from(value) * 1024 * 1024) }
}

fn options(table: &mut Table<'_>) -> Parsed<Vec<Choice>> {
    let mut keys = Distinct::new("option");
    let mut options = Vec::new();
    for mut table in table.tables("options")? {
        let key: At<ChoiceKey> = table.read("key")?;
        keys.add(&table, &key)?;
        let label = table.trilingual("label")?;
        table.finish("an option")?;
        options.push(Choice { key: key.value, label });
    }
    Ok(options)
}

fn columns(table: &mut Table<'_>) -> Parsed<Vec<Column>> {
    let mut keys = Distinct::new("column");
    let mut columns = Vec::new();
    for mut table in table.tables("columns")? {
        let key: At<FieldKey> = table.read("key")?;
        keys.add(&table, &key)?;
        if MARKS.contains(&key.value.as_str()) {
            let reason = format!("`{}` is a word of the stored form: choose another key", key.value);
            return Err(table.refuse(key.at, reason));
        }
        let name = table.text("kind")?;
        let kind = scalar(&mut table, name.value)?.ok_or_else(|| {
            table.refuse(name.at, format!("unknown kind `{}` of a column: a column holds one value", name.value))
        })?;
        let column = Column {
            key: key.value,
            label: table.trilingual("label")?,
            hint: table.maybe_trilingual("hint")?,
            private: table.flag("private")? || matches!(kind, Scalar::Email | Scalar::Phone),
            kind,
            required: table.flag("required")?,
            autocomplete: None,
        };
        table.finish("a column of this kind")?;
        columns.push(column);
    }
    Ok(columns)
}

/// The parts of a person have the same labels everywhere: they come from the locale files.
fn parts(table: &mut Table<'_>) -> Parsed<Vec<Column>> {
    let mut keys = Distinct::new("part");
    let mut parts = Vec::new();
    for part in table.read_list::<FieldKey>("parts")? {
        keys.add(table, &part)?;
        let (kind, token, label) = match part.value.as_str() {
            "name" => (Scalar::Text { chars: PERSON_CHARS }, Some("name"), "guidelines-person-name"),
            "post" => (Scalar::Text { chars: PERSON_CHARS }, Some("organization-title"), "guidelines-person-post"),
            "email" => (Scalar::Email, Some("email"), "guidelines-person-email"),
            "phone" => (Scalar::Phone, Some("tel"), "guidelines-person-phone"),
            "date" => (Scalar::Date, None, "guidelines-person-date"),
            other => {
                let known = "name, post, email, phone, date";
                return Err(table.refuse(part.at, format!("unknown part `{other}` of a person: {known}")));
            }
        };
        parts.push(Column {
            key: part.value,
            label: Trilingual::each(|locale| locale.t(label)),
            hint: None,
            private: matches!(kind, Scalar::Email | Scalar::Phone),
            kind,
            required: true,
            autocomplete: token,
        });
    }
    Ok(parts)
}
