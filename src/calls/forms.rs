//! What is typed into the form of a call, read into its terms.

pub mod answers;
pub mod phases;

use std::time::Duration;

use serde::Deserialize;
use validator::Validate;

use super::{
    rules::Window,
    terms::{Admits, Clockwork, LONGEST_GRACE, Slug, Terms, meant, typed_local},
    texts::Wrong,
};
use crate::{
    clock::Zone,
    error::FieldErrors,
    guidelines::Period,
    words::{Locale, Trilingual},
};

/// The form, as it is posted.
#[derive(Clone, Debug, Default, Deserialize, Validate)]
#[serde(default)]
pub struct CallForm {
    pub title_en: String,
    pub title_fr: String,
    pub title_es: String,
    pub slug: String,
    pub guidelines: String,
    pub year: String,
    pub period_first: String,
    pub period_last: String,
    pub zone: String,
    pub opens: String,
    pub closes: String,
    pub grace: String,
    pub admits_members: Option<String>,
    pub admits_partners: Option<String>,
    pub summary_en: String,
    pub summary_fr: String,
    pub summary_es: String,
    pub body_en: String,
    pub body_fr: String,
    pub body_es: String,
    pub note_en: String,
    pub note_fr: String,
    pub note_es: String,
    pub example: Option<String>,
    /// The version of the call that the form was filled from.
    pub version: Option<i32>,
}

/// A form, read.
#[derive(Clone, Debug)]
pub struct Read {
    pub terms: Terms,
    /// Of the opening and the closing: whether the clock is plain about what was typed.
    pub clockworks: [Clockwork; 2],
}

impl CallForm {
    /// The terms that were typed, or what is wrong with them.
    pub fn read(&self, locale: Locale) -> Result<Read, FieldErrors> {
        let mut wrong = Wrong::new(locale);
        self.texts(&mut wrong);
        let zone = self.zone.parse::<Zone>().ok();
        let opens = typed_local(&self.opens).zip(zone).map(|(local, zone)| meant(local, zone));
        let closes = typed_local(&self.closes).zip(zone).map(|(local, zone)| meant(local, zone));
        wrong.unless(zone.is_some(), "zone", "form-choice-wrong");
        wrong.unless(typed_local(&self.opens).is_some(), "opens", "calls-instant-wrong");
        wrong.unless(typed_local(&self.closes).is_some(), "closes", "calls-instant-wrong");
        let grace = grace(&self.grace);
        wrong.unless(grace.is_some(), "grace", "calls-grace-wrong");
        let window = opens.zip(closes).map(|(opens, closes)| Window::new(opens.0, closes.0, grace.unwrap_or_default()));
        wrong.unless(window != Some(None), "closes", "calls-closes-too-early");
        let year = year(&self.year);
        wrong.unless(year.is_some(), "year", "calls-year-wrong");
        let period = year_of(&self.period_first).zip(year_of(&self.period_last));
        let period = period.and_then(|(first, last)| Period::new(first, last));
        wrong.unless(period.is_some(), "period_last", "calls-period-wrong");
        let admits = Admits::new(self.admits_members.is_some(), self.admits_partners.is_some());
        wrong.unless(admits.is_some(), "admits_members", "calls-admits-nobody");
        let slug = self.slug.trim().parse::<Slug>().ok();
        wrong.unless(slug.is_some(), "slug", "calls-slug-wrong");
        let guidelines = self.guidelines.parse().ok();
        wrong.unless(guidelines.is_some(), "guidelines", "form-choice-wrong");
        let note = self.note(&mut wrong);
        let read = || {
            let clockworks = [opens?.1, closes?.1];
            let terms = Terms {
                slug: slug?,
                year: year?,
                guidelines: guidelines?,
                period: period?,
                title: trilingual([&self.title_en, &self.title_fr, &self.title_es]),
                summary: trilingual([&self.summary_en, &self.summary_fr, &self.summary_es]),
                body: trilingual([&self.body_en, &self.body_fr, &self.body_es]),
                note,
                zone: zone?,
                window: window??,
                admits: admits?,
                example: self.example.is_some(),
            };
            Some(Read { terms, clockworks })
        };
        wrong.or(read)
    }

    fn texts(&self, wrong: &mut Wrong) {
        for (name, typed, most) in [
            ("title_en", &self.title_en, 120),
            ("title_fr", &self.title_fr, 120),
            ("title_es", &self.title_es, 120),
            ("summary_en", &self.summary_en, 600),
            ("summary_fr", &self.summary_fr, 600),
            ("summary_es", &self.summary_es, 600),
            ("body_en", &self.body_en, 20_000),
            ("body_fr", &self.body_fr, 20_000),
            ("body_es", &self.body_es, 20_000),
        ] {
            wrong.unless(!typed.trim().is_empty(), name, "form-missing");
            wrong.at_most(most, typed, name);
        }
        for (name, typed) in [("note_en", &self.note_en), ("note_fr", &self.note_fr), ("note_es", &self.note_es)] {
            wrong.at_most(2_000, typed, name);
        }
    }

    /// A note in all three languages, or none at all.
    fn note(&self, wrong: &mut Wrong) -> Option<Trilingual> {
        let note = trilingual([&self.note_en, &self.note_fr, &self.note_es]);
        let written = Locale::ALL.map(|locale| !note.get(locale).is_empty());
        if written == [false; 3] {
            return None;
        }
        for (locale, name) in Locale::ALL.into_iter().zip(["note_en", "note_fr", "note_es"]) {
            wrong.unless(!note.get(locale).is_empty(), name, "calls-note-incomplete");
        }
        Some(note)
    }
}

fn trilingual([en, fr, es]: [&String; 3]) -> Trilingual {
    // Browsers send the ends of lines as two characters.
    let clean = |text: &str| text.replace("\r\n", "\n").trim().to_owned();
    Trilingual { en: clean(en), fr: clean(fr), es: clean(es) }
}

/// Minutes.
fn grace(typed: &str) -> Option<Duration> {
    let minutes: u32 = typed.trim().parse().ok()?;
    Some(Duration::from_secs(u64::from(minutes) * 60)).filter(|grace| *grace <= LONGEST_GRACE)
}

fn year(typed: &str) -> Option<i32> {
    typed.trim().parse().ok().filter(|year| (1900..=2199).contains(year))
}

fn year_of(typed: &str) -> Option<u16> {
    typed.trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::NaiveDateTime;

    #[test]
    fn instants_are_read_as_browsers_and_people_write_them() {
        let noon = NaiveDateTime::parse_from_str("2014-05-15 12:00:00", "%Y-%m-%d %H:%M:%S").unwrap();
        for typed in ["2014-05-15T12:00", "2014-05-15 12:00", " 2014-05-15T12:00:00 "] {
            assert_eq!(typed_local(typed), Some(noon), "{typed}");
        }
        for wrong in ["", "15/05/2014 12:00", "2014-05-15", "2014-02-30T12:00", "2014-05-15T24:00", "12014-05-15T12:00"]
        {
            assert_eq!(typed_local(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn everything_wrong_is_said_at_once() {
        let form = CallForm { opens: "soon".to_owned(), grace: "-1".to_owned(), ..CallForm::default() };
        let errors = form.read(Locale::En).unwrap_err();
        for field in ["slug", "guidelines", "year", "period_last", "zone", "opens", "closes", "grace", "admits_members"]
        {
            assert!(errors.get(field).is_some(), "{field}");
        }
    }
}
