//! The form of the phases. Its fields follow the steps: `begins-review`, `reviews-review`.

use serde::Deserialize;
use validator::Validate;

use crate::{
    calls::{
        phases::{Disorder, Phases, ReviewPhase, Shown, Step},
        terms::{meant, typed_local},
    },
    clock::{Moment, Zone},
    error::FieldErrors,
    web::Values,
    words::Locale,
};

/// What does not follow the steps.
#[derive(Debug, Deserialize, Validate)]
pub struct PhasesForm {
    /// Of the call as the person saw it.
    pub version: i32,
}

/// The phases that were typed, or what is wrong with them, each beside its field.
pub fn read(values: &Values, zone: Zone, locale: Locale) -> Result<Phases, FieldErrors> {
    let mut errors = FieldErrors::default();
    let mut phases = Vec::new();
    for step in Step::ALL.iter().copied() {
        if values.get(&name("use", step)).is_none() {
            continue;
        }
        let mut instant = |what: &str| {
            let name = name(what, step);
            let typed = values.get(&name).unwrap_or_default().trim();
            if typed.is_empty() {
                return None;
            }
            let read = typed_local(typed).map(|local| meant(local, zone).0);
            if read.is_none() {
                errors.add(name, locale.t("calls-instant-wrong"));
            }
            read
        };
        let (begins_at, due_at) = (instant("begins"), instant("due"));
        let has = |what: &str| values.get(&name(what, step)).is_some();
        let reviews = values.get(&name("reviews", step)).and_then(|typed| typed.parse::<Shown>().ok());
        phases.push(ReviewPhase {
            step,
            begins_at,
            due_at,
            reviews: reviews.unwrap_or(Shown::Never),
            names: has("names"),
            applicant: has("applicant"),
            comments: has("comments"),
        });
    }
    match Phases::new(phases) {
        Ok(phases) if errors.is_empty() => return Ok(phases),
        Ok(_) => {}
        Err(Disorder::Begins(step)) => errors.add(name("begins", step), locale.t("calls-phase-begins-early")),
        Err(Disorder::Due(step)) => errors.add(name("due", step), locale.t("calls-phase-due-early")),
    }
    Err(errors)
}

/// The phases as the form shows them. Steps that are not used are proposed as they usually are.
pub fn typed(phases: Option<&Phases>, zone: Zone, version: i32) -> Values {
    let local =
        |at: Option<Moment>| at.map(|at| at.in_zone(zone.0).format("%Y-%m-%dT%H:%M").to_string()).unwrap_or_default();
    let mut values = vec![("version".to_owned(), version.to_string())];
    for step in Step::ALL.iter().copied() {
        let kept = phases.and_then(|phases| phases.of(step));
        let phase = kept.copied().unwrap_or_else(|| ReviewPhase::usual(step));
        values.push((name("begins", step), local(phase.begins_at)));
        values.push((name("due", step), local(phase.due_at)));
        values.push((name("reviews", step), phase.reviews.code().to_owned()));
        let boxes = [
            ("use", kept.is_some() || phases.is_none()),
            ("names", phase.names),
            ("applicant", phase.applicant),
            ("comments", phase.comments),
        ];
        values.extend(boxes.iter().filter(|(_, set)| *set).map(|(what, _)| (name(what, step), "yes".to_owned())));
    }
    Values(values)
}

pub fn name(what: &str, step: Step) -> String {
    format!("{what}-{}", step.code())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_form_shows_is_read_back_the_same() {
        let zone: Zone = "Europe/Madrid".parse().unwrap();
        let at = |text: &str| meant(typed_local(text).unwrap(), zone).0;
        let review = ReviewPhase {
            begins_at: Some(at("2015-01-10T09:00")),
            due_at: Some(at("2015-02-10T23:59")),
            applicant: false,
            ..ReviewPhase::usual(Step::Review)
        };
        let phases = Phases::new(vec![review, ReviewPhase::usual(Step::Decision)]).unwrap();
        assert_eq!(read(&typed(Some(&phases), zone, 1), zone, Locale::En).unwrap(), phases);
    }

    #[test]
    fn what_is_wrong_is_said_beside_its_field() {
        let zone = Zone::UTC;
        let values: Values = [
            ("use-review", "yes"),
            ("begins-review", "2015-01-10T09:00"),
            ("due-review", "soon"),
            ("use-decision", "yes"),
            ("begins-decision", "2015-01-09T09:00"),
        ]
        .into_iter()
        .collect();
        let errors = read(&values, zone, Locale::En).unwrap_err();
        assert!(errors.get("due-review").is_some() && errors.get("begins-decision").is_some());
    }
}
