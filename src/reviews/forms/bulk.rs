//! What the page of a bulk deed posts: what is asked once, and of each proposal (`made-MI-2014-001`).

use serde::Deserialize;
use validator::Validate;

use super::due;
use crate::{
    clock::{Moment, Zone},
    error::FieldErrors,
    ids::Reference,
    proposals::eligibility::Check,
    reviews::bulk::{Bulk, Item, Order},
    web::Values,
    words::Locale,
};

/// What is asked once. Which deed asks what is known by [`Bulk::asks`].
#[derive(Debug, Deserialize, Validate)]
pub struct BulkForm {
    /// Whether it is to be done, and not only shown.
    #[serde(default)]
    confirm: String,
    /// What holds for those of which nothing else is said.
    #[serde(default)]
    made: String,
    #[serde(default)]
    why: String,
    #[serde(default)]
    reviewer: String,
    #[serde(default)]
    due: String,
    #[serde(default)]
    tag: String,
}

/// The longest reason, in characters.
const MOST_REASON: usize = 4_000;

impl BulkForm {
    pub fn is_confirmed(&self) -> bool {
        self.confirm == "yes"
    }

    /// What is to be done with each of those that are ticked, or all that is wrong with the form.
    pub fn items(
        &self,
        bulk: Bulk,
        values: &Values,
        ticked: &[(Reference, Zone)],
        (locale, now): (Locale, Moment),
    ) -> Result<Vec<Item>, FieldErrors> {
        let mut errors = FieldErrors::default();
        let mut items = Vec::new();
        for (reference, zone) in ticked {
            let seen = values.get(&version_name(reference.as_str())).and_then(|seen| seen.parse().ok()).unwrap_or(0);
            match self.order(bulk, values, (reference, *zone), (locale, now)) {
                Ok(order) => items.push(Item { reference: reference.clone(), seen, order }),
                Err((field, message)) => errors.add(field, message),
            }
        }
        if ticked.is_empty() {
            errors.add("", locale.t("desk-bulk-nothing"));
        }
        if errors.is_empty() { Ok(items) } else { Err(errors) }
    }

    fn order(
        &self,
        bulk: Bulk,
        values: &Values,
        (reference, zone): (&Reference, Zone),
        (locale, now): (Locale, Moment),
    ) -> Result<Order, (String, String)> {
        let wrong = |field: &str, key: &str| (field.to_owned(), locale.t(key));
        match bulk {
            Bulk::Eligibility => self.check(values, reference, locale).map(Order::Check),
            Bulk::ReviewStart => Ok(Order::StartReview),
            Bulk::Assignment => {
                let reviewer = self.reviewer.parse().map_err(|_| wrong("reviewer", "desk-assign-choose"))?;
                let due_at = due(&self.due, zone, now).map_err(|key| wrong("due", key))?;
                Ok(Order::Assign { reviewer, due_at })
            }
            Bulk::Tagging | Bulk::Untagging => {
                let tag = self.tag.parse().map_err(|_| wrong("tag", "desk-tag-choose"))?;
                Ok(if bulk == Bulk::Tagging { Order::Tag(tag) } else { Order::Untag(tag) })
            }
        }
    }

    /// All conditions are met, or it fails for a reason: its own, or that of all.
    fn check(&self, values: &Values, reference: &Reference, locale: Locale) -> Result<Check, (String, String)> {
        let (made, why) = (made_name(reference.as_str()), why_name(reference.as_str()));
        let about = |key: &str| {
            let message = locale.t(key);
            locale.tr("form-error-at", &[("place", reference.as_str().into()), ("message", message.into())])
        };
        let own = values.get(&made).filter(|said| !said.is_empty());
        let passed = match own.unwrap_or(&self.made) {
            "yes" => true,
            "no" => false,
            _ if own.is_none() => return Err(("made".to_owned(), locale.t("desk-eligibility-choose"))),
            _ => return Err((made, about("desk-eligibility-choose"))),
        };
        let written = values.get(&why).unwrap_or_default();
        let (reason, field) = match (written.trim(), self.why.trim()) {
            ("", "") if own.is_none() => ("", "why".to_owned()),
            ("", of_all) => (of_all, why),
            (written, _) => (written, why),
        };
        let reason = reason.replace("\r\n", "\n");
        if !passed && reason.is_empty() {
            let key = "desk-eligibility-reason-missing";
            let message = if field == "why" { locale.t(key) } else { about(key) };
            return Err((field, message));
        }
        if reason.chars().count() > MOST_REASON {
            let most = locale.number(i64::try_from(MOST_REASON).unwrap_or(0));
            return Err((field, locale.tr("form-too-long", &[("max", most.into())])));
        }
        let seen = values.get(&seen_name(reference.as_str())).and_then(|seen| seen.parse().ok());
        let remark = if passed { "" } else { &reason };
        Ok(Check { seen: seen.map(Moment::from_millis), ..Check::first(passed, remark) })
    }
}

/// Whether this one meets all conditions; empty for what is said of all.
pub fn made_name(reference: &str) -> String {
    format!("made-{reference}")
}

/// Why not.
pub fn why_name(reference: &str) -> String {
    format!("why-{reference}")
}

/// The version of the proposal that the page shows.
pub fn version_name(reference: &str) -> String {
    format!("version-{reference}")
}

/// When the check that the page shows was made.
pub fn seen_name(reference: &str) -> String {
    format!("seen-{reference}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(values: &Values) -> BulkForm {
        serde_urlencoded::from_str(&values.to_urlencoded()).unwrap()
    }

    fn items(bulk: Bulk, pairs: &[(&str, &str)]) -> Result<Vec<Item>, FieldErrors> {
        let values: Values = pairs.iter().copied().collect();
        let ticked = [("MI-2014-001".parse().unwrap(), Zone::UTC), ("MI-2014-002".parse().unwrap(), Zone::UTC)];
        form(&values).items(bulk, &values, &ticked, (Locale::En, Moment::from_millis(1_396_346_400_000)))
    }

    #[test]
    fn each_is_checked_by_what_was_said_of_it() {
        let said = [
            ("made-MI-2014-001", "yes"),
            ("why-MI-2014-001", "left over from before"),
            ("seen-MI-2014-001", "17"),
            ("version-MI-2014-001", "3"),
            ("made-MI-2014-002", "no"),
            ("why-MI-2014-002", " No letter. "),
        ];
        let found = items(Bulk::Eligibility, &said).unwrap();
        assert_eq!(found[0].seen, 3);
        let first = Check { seen: Some(Moment::from_millis(17)), ..Check::first(true, "") };
        assert_eq!(found[0].order, Order::Check(first));
        assert_eq!(found[1].order, Order::Check(Check::first(false, "No letter.")));
    }

    #[test]
    fn what_is_said_of_all_holds_for_those_of_which_nothing_else_is() {
        let said = [
            ("made", "no"),
            ("why", "It came without a letter."),
            ("made-MI-2014-001", ""),
            ("made-MI-2014-002", "yes"),
        ];
        let found = items(Bulk::Eligibility, &said).unwrap();
        assert_eq!(found[0].order, Order::Check(Check::first(false, "It came without a letter.")));
        assert_eq!(found[1].order, Order::Check(Check::first(true, "")));
        let own = [said[0], said[1], ("why-MI-2014-001", "Too dear.")];
        let found = items(Bulk::Eligibility, &own).unwrap();
        assert_eq!(found[0].order, Order::Check(Check::first(false, "Too dear.")));
        let errors = items(Bulk::Eligibility, &[("made", "no")]).unwrap_err();
        assert!(errors.get("why").is_some() && errors.get("why-MI-2014-001").is_none(), "said once");
    }

    #[test]
    fn all_that_is_wrong_is_said_at_once_and_beside_its_field() {
        let errors = items(Bulk::Eligibility, &[("made-MI-2014-002", "no")]).unwrap_err();
        assert!(errors.get("made").is_some() && errors.get("why-MI-2014-002").is_some());
        assert!(items(Bulk::Assignment, &[("reviewer", "nobody")]).unwrap_err().get("reviewer").is_some());
        let late = [("reviewer", "01890000-0000-7000-8000-000000000001"), ("due", "2014-01-01T12:00")];
        assert!(items(Bulk::Assignment, &late).unwrap_err().get("due").is_some());
        assert!(items(Bulk::Tagging, &[]).unwrap_err().get("tag").is_some());
    }
}
