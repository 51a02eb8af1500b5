//! Single values: read from what was typed, and written back as an input holds them.

use chrono::{Datelike as _, NaiveDate};

use super::{
    answers::Value,
    kinds::Scalar,
    money::Cents,
    read::is_ticked,
    words::{clean_line, clean_text},
};
use crate::places::Country;

impl Scalar {
    /// The value that was typed; none when nothing was. What cannot be read is kept as typed.
    pub(super) fn read(&self, typed: &str) -> Option<Value> {
        let line = clean_line(typed);
        if line.is_empty() {
            return None;
        }
        let read = match self {
            Self::Text { .. } | Self::Email | Self::Phone => Some(Value::Text(line.clone())),
            Self::LongText { .. } => Some(Value::Text(clean_text(typed))),
            Self::Choice { .. } => line.parse().ok().map(Value::Choice),
            Self::Country => Country::from_code(&line).map(Value::Country),
            Self::Language => line.parse().ok().map(Value::Language),
            Self::Money => Cents::parse(&line).ok().map(Value::Money),
            Self::Number { .. } => read_number(&line).map(Value::Number),
            Self::Month => line.parse().ok().map(Value::Month),
            Self::Date => read_date(&line).map(Value::Date),
            Self::YesNo if is_ticked(&line) => Some(Value::Ticked),
            Self::YesNo => return None,
        };
        Some(read.unwrap_or(Value::Unread(line)))
    }
}

impl Value {
    /// As an input holds it, to be typed on; read back as the same value. Empty for a box and for what is not recorded.
    pub(super) fn typed(&self) -> String {
        match self {
            Self::Text(text) | Self::Unread(text) => text.clone(),
            Self::Choice(key) => key.to_string(),
            Self::Country(country) => country.code().to_owned(),
            Self::Language(locale) => locale.tag().to_owned(),
            Self::Money(amount) => amount.plain(),
            Self::Number(number) => number.to_string(),
            Self::Month(month) => month.to_string(),
            Self::Date(date) => date.to_string(),
            Self::Ticked | Self::NotRecorded => String::new(),
        }
    }
}

/// A whole number, its thousands grouped or not: `60000`, `60,000`, `60.000`, `60 000`. `1,5` is none.
fn read_number(text: &str) -> Option<i64> {
    let (negative, digits) = match text.strip_prefix(['-', '\u{2212}']) {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let separator = |c: char| matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | ',' | '.' | '\'' | '’');
    let mut groups = digits.split(separator);
    let first = groups.next().unwrap_or_default();
    let rest: Vec<&str> = groups.collect();
    let grouped = rest.is_empty() || (1..=3).contains(&first.len()) && rest.iter().all(|group| group.len() == 3);
    let plain = first.to_owned() + &rest.concat();
    if !grouped || plain.len() > 15 || plain.is_empty() || !plain.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    plain.parse::<i64>().ok().map(|number| if negative { -number } else { number })
}

/// A date as `<input type="date">` writes it, or a day first where it can be nothing else: `31.12.2015`, `31/12/2015`.
fn read_date(text: &str) -> Option<NaiveDate> {
    let read = |format: &str| NaiveDate::parse_from_str(text, format).ok();
    let date = if text.contains('.') {
        read("%d.%m.%Y")
    } else if text.contains('/') {
        // 03/04/2015 is the third of April to some and the fourth of March to others.
        read("%d/%m/%Y").filter(|date| date.day() > 12 || date.day() == date.month())
    } else {
        read("%Y-%m-%d")
    };
    date.filter(|date| (1900..=2199).contains(&date.year()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_that_could_be_two_days_are_not_guessed() {
        let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d);
        assert_eq!(read_date("2015-03-04"), day(2015, 3, 4));
        assert_eq!(read_date("04.03.2015"), day(2015, 3, 4));
        assert_eq!(read_date("31/12/2015"), day(2015, 12, 31));
        for wrong in ["03/04/2015", "2015-02-30", "2015-13-01", "15-01-01", "0001-01-01", "+12015-01-01", "soon"] {
            assert_eq!(read_date(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn whole_numbers_may_be_grouped() {
        for typed in ["60000", "60,000", "60.000", "60 000", "60\u{202f}000"] {
            assert_eq!(read_number(typed), Some(60_000), "{typed}");
        }
        for wrong in ["", "-", "1,5", "6000,0", "1e5", "60000000000000000000", "١", "about 5", "--1"] {
            assert_eq!(read_number(wrong), None, "{wrong}");
        }
        assert_eq!(read_number("-12"), Some(-12));
    }
}
