//! From TOML to the rules across fields: each must name fields that exist and are of the right kinds.

use super::{
    Month,
    definition::{Definition, Field, Rule, Test},
    keys::{ChoiceKey, FieldKey},
    kinds::{Kind, Scalar},
    source::{At, Parsed, Table},
};

/// A rule, whose fields `definition` already holds.
pub(super) fn rule(table: &mut Table<'_>, definition: &Definition) -> Parsed<Rule> {
    let At { value: name, at } = table.text("kind")?;
    let test = match name {
        "sum" => sum(table, definition)?,
        "order" => {
            Test::Order { start: month_field(table, definition, "start")?, end: month_field(table, definition, "end")? }
        }
        "not_before" => Test::NotBefore {
            field: month_field(table, definition, "field")?,
            month: table.read::<Month>("month")?.value,
        },
        "longest" => Test::Longest {
            start: month_field(table, definition, "start")?,
            end: month_field(table, definition, "end")?,
            months: table.count("months")?.value,
        },
        "enough_rows" => enough_rows(table, definition)?,
        "not_repeating" => not_repeating(table, definition)?,
        other => return Err(table.refuse(at, format!("unknown kind `{other}` of a rule"))),
    };
    Ok(Rule { statement: table.trilingual("statement")?, warns: table.flag("warns")?, test })
}

impl Test {
    /// As the TOML calls it.
    pub(super) fn name(&self) -> &'static str {
        match self {
            Self::Sum { .. } => "sum",
            Self::Order { .. } => "order",
            Self::NotBefore { .. } => "not_before",
            Self::Longest { .. } => "longest",
            Self::EnoughRows { .. } => "enough_rows",
            Self::NotRepeating { .. } => "not_repeating",
        }
    }
}

fn sum(table: &mut Table<'_>, definition: &Definition) -> Parsed<Test> {
    let (rows, field) = named(table, definition, "rows", "rows", |kind| matches!(kind, Kind::Rows { .. }))?;
    let column = column(table, field, "of money", |kind| matches!(kind, Scalar::Money))?;
    let money = |kind: &Kind| matches!(kind, Kind::Scalar(Scalar::Money));
    let (total, _) = named(table, definition, "total", "money", money)?;
    Ok(Test::Sum { rows, column, total })
}

fn enough_rows(table: &mut Table<'_>, definition: &Definition) -> Parsed<Test> {
    let (rows, field) = named(table, definition, "rows", "rows", |kind| matches!(kind, Kind::Rows { .. }))?;
    let column = column(table, field, "with options", |kind| matches!(kind, Scalar::Choice { .. }))?;
    let options = match field.column(column.as_str()).map(|column| &column.kind) {
        Some(Scalar::Choice { options }) => options.as_slice(),
        _ => &[],
    };
    let values = table.read_list::<ChoiceKey>("values")?;
    if let Some(stray) = values.iter().find(|value| options.iter().all(|option| option.key != value.value)) {
        return Err(table.refuse(stray.at, format!("the column `{column}` has no option `{}`", stray.value)));
    }
    let values = values.into_iter().map(|value| value.value).collect();
    Ok(Test::EnoughRows { rows, column, values, least: table.count("least")?.value })
}

fn not_repeating(table: &mut Table<'_>, definition: &Definition) -> Parsed<Test> {
    let several = |kind: &Kind| matches!(kind, Kind::Choices { .. });
    let single = |kind: &Kind| matches!(kind, Kind::Scalar(Scalar::Choice { .. }));
    let (field, _) = named(table, definition, "field", "several choices", several)?;
    let (other, _) = named(table, definition, "other", "one choice", single)?;
    Ok(Test::NotRepeating { field, other })
}

fn month_field(table: &mut Table<'_>, definition: &Definition, key: &'static str) -> Parsed<FieldKey> {
    named(table, definition, key, "a month", |kind| matches!(kind, Kind::Scalar(Scalar::Month))).map(|(key, _)| key)
}

fn named<'d>(
    table: &mut Table<'_>,
    definition: &'d Definition,
    key: &'static str,
    wanted: &str,
    fits: impl Fn(&Kind) -> bool,
) -> Parsed<(FieldKey, &'d Field)> {
    let name = table.read::<FieldKey>(key)?;
    let field = definition
        .field(name.value.as_str())
        .ok_or_else(|| table.refuse(name.at, format!("`{key}` names an unknown field `{}`", name.value)))?;
    if !fits(&field.kind) {
        return Err(table.refuse(name.at, format!("`{key}` must name a field of {wanted}; `{}` is not", name.value)));
    }
    Ok((name.value, field))
}

fn column(table: &mut Table<'_>, rows: &Field, wanted: &str, fits: impl Fn(&Scalar) -> bool) -> Parsed<FieldKey> {
    let name = table.read::<FieldKey>("column")?;
    match rows.column(name.value.as_str()) {
        Some(column) if fits(&column.kind) => Ok(name.value),
        Some(_) => Err(table.refuse(name.at, format!("the column `{}` is not {wanted}", name.value))),
        None => Err(table.refuse(name.at, format!("`{}` has no column `{}`", rows.key, name.value))),
    }
}
