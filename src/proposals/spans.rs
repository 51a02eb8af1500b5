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

fn counted(count: u64, unit: &str, locale: Locale) -> String {
    locale.tr(&format!("proposals-span-{unit}"), &[("count", count.into())])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_span_is_told_in_its_two_largest_units() {
        let told = |seconds| span(Duration::from_secs(seconds), Locale::En);
        assert_eq!(told(0), "1 second");
        assert_eq!(told(250), "4 minutes 10 seconds");
        assert_eq!(told(3_723), "1 hour 2 minutes");
        assert_eq!(told(2 * DAY + 59), "2 days", "nothing but days is said of two days and some seconds");
    }
}
