//! Deadlines as a calendar, after RFC 5545. Written by hand: what is needed of the format is two rules, how a text is escaped and
//! how a long line is folded; and the same deadline must always be the same bytes.

use crate::{clock::Moment, ids::CallId, words::Locale};

/// The deadline of a call.
#[derive(Clone, Debug)]
pub struct Deadline {
    pub call: CallId,
    pub at: Moment,
    /// How often what is told of it has changed.
    pub changes: i64,
    pub created_at: Moment,
    pub changed_at: Moment,
    pub summary: String,
    pub description: String,
    /// The address of the call's page.
    pub href: String,
}

/// A calendar, named `name` in the language `locale`.
pub fn calendar(name: &str, locale: Locale, deadlines: &[Deadline]) -> String {
    let mut lines = Lines::default();
    lines.plain("BEGIN", "VCALENDAR");
    lines.plain("VERSION", "2.0");
    lines.plain("PRODID", "-//Metropolis//Metropolis Initiatives//EN");
    lines.plain("CALSCALE", "GREGORIAN");
    lines.text("NAME", locale, name);
    // What programs knew before there was a NAME, and a REFRESH-INTERVAL (RFC 7986).
    lines.text("X-WR-CALNAME", locale, name);
    lines.plain("REFRESH-INTERVAL;VALUE=DURATION", "PT6H");
    lines.plain("X-PUBLISHED-TTL", "PT6H");
    for deadline in deadlines {
        event(&mut lines, locale, deadline);
    }
    lines.plain("END", "VCALENDAR");
    lines.0
}

/// It has no length: it is over in the moment in which it begins. It is told in UTC, which needs no table of a zone's summers.
fn event(lines: &mut Lines, locale: Locale, deadline: &Deadline) {
    lines.plain("BEGIN", "VEVENT");
    lines.plain("UID", &deadline.call.to_string());
    lines.plain("SEQUENCE", &deadline.changes.to_string());
    // Without a method, the stamp says when what is told was last revised: the same bytes at every look.
    lines.plain("DTSTAMP", &instant(deadline.changed_at));
    lines.plain("CREATED", &instant(deadline.created_at));
    lines.plain("LAST-MODIFIED", &instant(deadline.changed_at));
    lines.plain("DTSTART", &instant(deadline.at));
    lines.text("SUMMARY", locale, &deadline.summary);
    lines.text("DESCRIPTION", locale, &deadline.description);
    lines.plain("URL", &deadline.href);
    lines.plain("STATUS", "CONFIRMED");
    lines.plain("TRANSP", "TRANSPARENT");
    lines.plain("END", "VEVENT");
}

/// `20140515T215959Z`
fn instant(at: Moment) -> String {
    at.utc().format("%Y%m%dT%H%M%SZ").to_string()
}

/// At most so many bytes are in a line, its end left out.
const LONGEST: usize = 75;

#[derive(Default)]
struct Lines(String);

impl Lines {
    fn text(&mut self, name: &str, locale: Locale, text: &str) {
        self.plain(&format!("{name};LANGUAGE={}", locale.tag()), &escaped(text));
    }

    /// A line, folded between characters where it is too long.
    fn plain(&mut self, name: &str, value: &str) {
        let mut room = LONGEST;
        for c in name.chars().chain([':']).chain(value.chars()) {
            if c.len_utf8() > room {
                self.0.push_str("\r\n ");
                room = LONGEST - 1;
            }
            self.0.push(c);
            room -= c.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

/// A text without what would end it.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn deadline(summary: &str) -> Deadline {
        Deadline {
            call: "0197b1a2-0000-7000-8000-000000000001".parse().unwrap(),
            // 2014-05-15T23:59:59 in Madrid.
            at: Moment::from_millis(1_400_191_199_000),
            changes: 1,
            created_at: Moment::from_millis(1_393_833_600_000),
            changed_at: Moment::from_millis(1_396_346_400_500),
            summary: summary.to_owned(),
            description: "Two lines,\nto be exact.".to_owned(),
            href: "https://initiatives.example/calls/2014?lang=fr".to_owned(),
        }
    }

    /// As a reader undoes it.
    fn unfolded(calendar: &str) -> String {
        calendar.replace("\r\n ", "")
    }

    fn unescaped(text: &str) -> String {
        let mut out = String::new();
        let mut chars = text.chars();
        while let Some(c) = chars.next() {
            match c {
                '\\' => out.extend(chars.next().map(|c| if c == 'n' { '\n' } else { c })),
                c => out.push(c),
            }
        }
        out
    }

    #[test]
    fn a_deadline_is_told_in_utc_and_says_how_often_it_changed() {
        let written = calendar("Échéances", Locale::Fr, &[deadline("Échéance : Initiatives 2014")]);
        for line in [
            "UID:0197b1a2-0000-7000-8000-000000000001\r\n",
            "SEQUENCE:1\r\n",
            "DTSTART:20140515T215959Z\r\n",
            "LAST-MODIFIED:20140401T100000Z\r\n",
            "SUMMARY;LANGUAGE=fr:Échéance : Initiatives 2014\r\n",
            "DESCRIPTION;LANGUAGE=fr:Two lines\\,\\nto be exact.\r\n",
        ] {
            assert!(written.contains(line), "{line} in {written}");
        }
        assert!(written.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n") && written.ends_with("END:VCALENDAR\r\n"));
    }

    #[test]
    fn no_text_begins_a_line_of_its_own() {
        let hostile = "Hi\r\nEND:VEVENT\r\nBEGIN:VEVENT\u{0}; a, b\\";
        let written = calendar("x", Locale::En, &[deadline(hostile)]);
        assert_eq!(written.lines().filter(|line| line.starts_with("BEGIN:VEVENT")).count(), 1);
        assert!(unfolded(&written).contains("SUMMARY;LANGUAGE=en:Hi\\nEND:VEVENT\\nBEGIN:VEVENT\\; a\\, b\\\\\r\n"));
    }

    proptest! {
        #[test]
        fn lines_are_short_and_are_read_back(summary in "[^\\p{Cc}]{0,200}") {
            let written = calendar("x", Locale::Es, &[deadline(&summary)]);
            for line in written.split("\r\n") {
                prop_assert!(line.len() <= LONGEST, "{} bytes", line.len());
            }
            let whole = unfolded(&written);
            let read = whole.lines().find_map(|line| line.strip_prefix("SUMMARY;LANGUAGE=es:")).unwrap();
            prop_assert_eq!(unescaped(read), summary);
        }
    }
}
