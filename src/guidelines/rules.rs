//! The rules across fields. A rule is silent as long as what it looks at is unanswered or unread: that is said elsewhere.

use super::{
    answers::{Answers, Row, Value},
    check::to_usize,
    definition::{Definition, Field, Rule, Section, Test},
    keys::{ChoiceKey, FieldKey},
    kinds::label_of_key,
    money::Cents,
    months::Month,
    report::{Finding, Given, Message, Severity, Spot},
};

/// What a rule that is shown at `field` finds.
pub(super) fn test(
    rule: &Rule,
    definition: &Definition,
    section: &Section,
    field: &Field,
    answers: &Answers,
) -> Option<Finding> {
    let spot = Spot::field(&section.key, &field.key, &field.label);
    let (spot, message) = match &rule.test {
        Test::Sum { rows, column, total } => sum(definition, answers, rows, column, total)
            .map(|message| (spot.via(&format!("{rows}.0.{column}")), message)),
        Test::Order { start, end } => {
            let (start, end) = (answers.month(start.as_str())?, answers.month(end.as_str())?);
            let given = vec![("start", Given::Month(start))];
            (end <= start).then_some((spot, Message::Key("guidelines-rule-order", given)))
        }
        Test::NotBefore { field, month } => {
            let given = vec![("month", Given::Month(*month))];
            (answers.month(field.as_str())? < *month)
                .then_some((spot, Message::Key("guidelines-rule-not-before", given)))
        }
        Test::Longest { start, end, months } => {
            longest(answers.month(start.as_str())?, answers.month(end.as_str())?, *months)
                .map(|message| (spot, message))
        }
        Test::EnoughRows { rows, column, values, least } => {
            let count = matching(answers.rows(rows.as_str()), column, values);
            let some = !answers.rows(rows.as_str()).is_empty();
            (some && count < to_usize(*least))
                .then(|| (spot.via(&format!("{rows}.0.{column}")), Message::Statement(rule.statement.clone())))
        }
        Test::NotRepeating { field: own, other } => {
            let other = answers.choice(other.as_str())?;
            let repeated = answers.choices(own.as_str()).contains(other);
            let given = || vec![("option", Given::Label(label_of_key(field.kind.options(), other)))];
            repeated.then(|| (spot, Message::Key("guidelines-rule-not-repeating", given())))
        }
    }?;
    let severity = if rule.warns { Severity::Warning } else { Severity::Wrong };
    Some(Finding::new(severity, spot, message))
}

fn sum(
    definition: &Definition,
    answers: &Answers,
    rows: &FieldKey,
    column: &FieldKey,
    total: &FieldKey,
) -> Option<Message> {
    let wanted = answers.money(total.as_str())?;
    let rows = answers.rows(rows.as_str());
    // An amount that cannot be read would make any sum wrong.
    if rows.is_empty() || rows.iter().any(|row| matches!(row.get(column.as_str()), Some(Value::Unread(_)))) {
        return None;
    }
    let found: Cents = rows.iter().filter_map(|row| row.money(column.as_str())).sum();
    if found == wanted {
        return None;
    }
    let key = if found < wanted { "guidelines-rule-sum-below" } else { "guidelines-rule-sum-above" };
    let label = definition.field(total.as_str()).map(|field| field.label.clone()).unwrap_or_default();
    Some(Message::Key(
        key,
        vec![
            ("sum", Given::Money(found)),
            ("total", Given::Money(wanted)),
            ("difference", Given::Money((found - wanted).abs())),
            ("field", Given::Label(label)),
        ],
    ))
}

fn longest(start: Month, end: Month, months: u32) -> Option<Message> {
    let length = start.months_to(end);
    (i64::from(length) > i64::from(months)).then(|| {
        let given = vec![("count", Given::Count(length.into())), ("limit", Given::Count(months.into()))];
        Message::Key("guidelines-rule-longest", given)
    })
}

fn matching(rows: &[Row], column: &FieldKey, values: &[ChoiceKey]) -> usize {
    rows.iter().filter(|row| row.choice(column.as_str()).is_some_and(|key| values.contains(key))).count()
}
