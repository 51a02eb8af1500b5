//! What the page of a bulk deed posts: what is asked once, and of each proposal (`made-MI-2014-001`).

use serde::Deserialize;
use validator::Validate;

use super::instant;
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
            Bulk::Eligibility => check(values, reference, locale).map(Order::Check),
            Bulk::ReviewStart => Ok(Order::StartReview),
            Bulk::Assignment => {
                let reviewer = self.reviewer.parse().map_err(|_| wrong("reviewer", "desk-assign-choose"))?;
                let due_at = match self.due.trim() {
                    "" => None,
                    typed => Some(instant(typed, zone).ok_or_else(|| wrong("due", "desk-instant-wrong"))?),
                };
                if due_at.is_some_and(|due| due <= now) {
                    return Err(wrong("due", "proposals-no-due-past"));
                }
                Ok(Order::Assign { reviewer, due_at })
            }
            Bulk::Tagging | Bulk::Untagging => {
                let tag = self.tag.parse().map_err(|_| wrong("tag", "desk-tag-choose"))?;
                Ok(if bulk == Bulk::Tagging { Order::Tag(tag) } else { Order::Untag(tag) })
            }
        }
    }
}

/// All conditions are met, or it fails for a reason.
fn check(values: &Values, reference: &Reference, locale: Locale) -> Result<Check, (String, String)> {
    let (made, why) = (made_name(reference.as_str()), why_name(reference.as_str()));
    let reason = values.get(&why).unwrap_or_default().replace("\r\n", "\n").trim().to_owned();
    let about = |key: &str| {
        let message = locale.t(key);
        locale.tr("form-error-at", &[("place", reference.as_str().into()), ("message", message.into())])
    };
    let passed = match values.get(&made) {
        Some("yes") => true,
        Some("no") => false,
        _ => return Err((made, about("desk-eligibility-choose"))),
    };
    if !passed && reason.is_empty() {
        return Err((why, about("desk-eligibility-reason-missing")));
    }
    if reason.chars().count() > MOST_REASON {
        let most = locale.number(i64::try_from(MOST_REASON).unwrap_or(0));
        return Err((why, locale.tr("form-too-long", &[("max", most.into())])));
    }
    let seen = values.get(&seen_name(reference.as_str())).and_then(|seen| seen.parse().ok()).map(Moment::from_millis);
    let remark = if passed { "" } else { &reason };
    Ok(Check { seen, ..Check::first(passed, remark) })
}

/// Whether all conditions are met.
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
    fn all_that_is_wrong_is_said_at_once_and_beside_its_field() {
        let errors = items(Bulk::Eligibility, &[("made-MI-2014-002", "no")]).unwrap_err();
        assert!(errors.get("made-MI-2014-001").is_some() && errors.get("why-MI-2014-002").is_some());
        assert!(items(Bulk::Assignment, &[("reviewer", "nobody")]).unwrap_err().get("reviewer").is_some());
        let late = [("reviewer", "01890000-0000-7000-8000-000000000001"), ("due", "2014-01-01T12:00")];
        assert!(items(Bulk::Assignment, &late).unwrap_err().get("due").is_some());
        assert!(items(Bulk::Tagging, &[]).unwrap_err().get("tag").is_some());
    }
}
