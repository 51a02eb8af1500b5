//! Sums of money in rows, beside the total that a rule says they make.

use super::{
    answers::{Answers, Row},
    definition::{Definition, Field, Test},
    inputs::Total,
    keys::FieldKey,
    money::Cents,
};
use crate::words::Locale;

/// What is typed in a column of money; what is no amount counts nothing.
pub(super) fn sum_of(rows: &[Row], column: &FieldKey) -> Cents {
    rows.iter().filter_map(|row| row.money(column.as_str())).sum()
}

impl Definition {
    /// The total that the rows of a field have to make, and how far they are from it.
    pub(super) fn total(&self, field: &Field, answers: &Answers, locale: Locale) -> Option<Total> {
        let (column, total) = self.rules.iter().find_map(|rule| match &rule.test {
            Test::Sum { rows, column, total } if *rows == field.key => Some((column, total)),
            _ => None,
        })?;
        let label = self.field(total.as_str()).map(|total| total.label.get(locale)).unwrap_or_default();
        let say = |key: &str, difference: String| {
            locale.tr(key, &[("difference", difference.into()), ("field", label.into())])
        };
        let pattern = |key: &str| say(key, "{difference}".to_owned());
        let (below, above, equal) = ("guidelines-sum-below", "guidelines-sum-above", "guidelines-sum-equal");
        let sum = sum_of(answers.rows(field.key.as_str()), column);
        let text = answers.money(total.as_str()).map(|wanted| {
            let difference = || (sum - wanted).abs().show(locale);
            match sum.cmp(&wanted) {
                std::cmp::Ordering::Less => say(below, difference()),
                std::cmp::Ordering::Greater => say(above, difference()),
                std::cmp::Ordering::Equal => pattern(equal),
            }
        });
        Some(Total {
            field: total.to_string(),
            text: text.unwrap_or_default(),
            below: pattern(below),
            above: pattern(above),
            equal: pattern(equal),
        })
    }
}
