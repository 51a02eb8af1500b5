//! Spans of time in words.

use std::time::Duration;

use crate::words::Locale;

const MINUTE: u64 = 60;
const HOUR: u64 = 60 * MINUTE;
const DAY: u64 = 24 * HOUR;

/// `2 days 3 hours`, `4 minutes 10 seconds`: the two largest units, nothing rounded up.
pub fn span(span: Duration, locale: Locale) -> String {
    let mut rest = span.as_secs().max(1);
    let mut parts = Vec::new();
    for (size, unit) in [(DAY, "days"), (HOUR, "hours"), (MINUTE, "minutes"), (1, "seconds")] {
        let count = rest / size;
        rest %= size;
        if count > 0 && parts.len() < 2 {
            parts.push(counted(count, unit, locale));
        } else if !parts.is_empty() {
            break;
        }
    }
    parts.join(" ")
}

/// `7 days`, `6 hours`, `20 minutes`: the time there is left, rounded to the nearest unit that says enough.
pub fn left(time: Duration, locale: Locale) -> String {
    let rounded = |unit: u64| (time.as_secs() + unit / 2) / unit;
    if rounded(HOUR) >= 48 {
        counted(rounded(DAY), "days", locale)
    } else if rounded(HOUR) >= 2 {
        counted(rounded(HOUR), "hours", locale)
    } else {
        counted(rounded(MINUTE).max(1), "minutes", locale)
    }
}

fn counted(count: u64, unit: &str, locale: Locale) -> String {
    locale.tr(&format!("proposals-span-{unit}"), &[("count", count.into())])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_time_left_is_told_as_people_say_it() {
        let told = |seconds| left(Duration::from_secs(seconds), Locale::En);
        assert_eq!(told(7 * DAY - 59), "7 days");
        assert_eq!(told(2 * DAY - 59), "2 days");
        assert_eq!(told(30 * HOUR), "30 hours");
        assert_eq!(told(6 * HOUR - 59), "6 hours");
        assert_eq!(told(20 * MINUTE), "20 minutes");
    }

    #[test]
    fn a_span_is_told_in_its_two_largest_units() {
        let told = |seconds| span(Duration::from_secs(seconds), Locale::En);
        assert_eq!(told(0), "1 second");
        assert_eq!(told(250), "4 minutes 10 seconds");
        assert_eq!(told(3_723), "1 hour 2 minutes");
        assert_eq!(told(2 * DAY + 59), "2 days", "nothing but days is said of two days and some seconds");
    }
}
