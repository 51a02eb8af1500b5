//! What is typed when proposals are given to reviewers.

use std::collections::BTreeSet;

use serde::Deserialize;
use validator::Validate;

use super::due;
use crate::{
    clock::{Moment, Zone},
    error::FieldErrors,
    ids::{Reference, UserId},
    places::Country,
    reviews::{
        matching::Terms,
        rules::{Profile, THEMES},
    },
    web::Values,
    words::Locale,
};

/// What an automatic plan is asked for, in the address.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct PlanWish {
    reviews: String,
    most: String,
}

impl PlanWish {
    /// The terms; `usual` where nothing sound was said.
    pub fn terms(&self, usual: Terms) -> Terms {
        let number = |typed: &str, usual: u32, most: u32| {
            typed.trim().parse().ok().filter(|number| (1..=most).contains(number)).unwrap_or(usual)
        };
        Terms { reviews: number(&self.reviews, usual.reviews, 9), most: number(&self.most, usual.most, 200) }
    }
}

/// What was confirmed of a plan: `pair` is a reference and a reviewer's id, once for each that is ticked; `offered` the same,
/// for each that stood there; `trouble` a sentence that was told with it.
#[derive(Debug, Deserialize, Validate)]
pub struct Confirmation {
    #[serde(default)]
    due: String,
}

impl Confirmation {
    /// The pairs that are ticked; what is none is left out.
    pub fn pairs(values: &Values) -> Vec<(Reference, UserId)> {
        named(values, "pair")
    }

    /// All that stood in the plan, once each: for the page that shows it again, and never for what is given.
    pub fn offered(values: &Values) -> Vec<(Reference, UserId)> {
        let mut seen = BTreeSet::new();
        let all = named(values, "offered").into_iter().chain(Self::pairs(values));
        all.filter(|pair| seen.insert(pair.clone())).collect()
    }

    /// Until when, if anything was typed.
    pub fn due(&self, zone: Zone, now: Moment, locale: Locale) -> Result<Option<Moment>, FieldErrors> {
        due(&self.due, zone, now).map_err(|wrong| FieldErrors::one("due", locale.t(wrong)))
    }
}

fn named(values: &Values, name: &str) -> Vec<(Reference, UserId)> {
    let pair = |typed: &&str| {
        let (reference, reviewer) = typed.split_once(':')?;
        Some((reference.parse().ok()?, reviewer.parse().ok()?))
    };
    values.all(name).iter().filter_map(pair).collect()
}

/// What is known of a reviewer, as it is typed. Languages and themes are boxes.
#[derive(Debug, Deserialize, Validate)]
pub struct ProfileForm {
    version: i32,
    #[serde(default)]
    #[validate(length(max = 200, message = "form-too-long"))]
    organisation: String,
    #[serde(default)]
    #[validate(length(max = 120, message = "form-too-long"))]
    city: String,
    #[serde(default)]
    country: String,
    #[serde(default)]
    most: String,
}

impl ProfileForm {
    pub fn read(&self, values: &Values, locale: Locale) -> Result<Profile, FieldErrors> {
        let most = self.most.trim();
        let limit: Option<u32> = most.parse().ok().filter(|most| (1..=500).contains(most));
        if !most.is_empty() && limit.is_none() {
            return Err(FieldErrors::one("most", locale.t("reviewers-most-wrong")));
        }
        let languages = values.all("languages");
        let themes = values.all("themes");
        Ok(Profile {
            languages: Locale::ALL.into_iter().filter(|one| languages.contains(&one.tag())).collect(),
            themes: THEMES.into_iter().filter(|one| themes.contains(one)).map(str::to_owned).collect(),
            organisation: self.organisation.trim().to_owned(),
            city: self.city.trim().to_owned(),
            country: Country::from_code(&self.country).map(|country| country.code().to_owned()).unwrap_or_default(),
            most: limit,
            version: self.version,
        })
    }
}

/// A profile as the form shows it.
pub fn typed(profile: &Profile) -> Values {
    let single = [
        ("version".to_owned(), profile.version.to_string()),
        ("organisation".to_owned(), profile.organisation.clone()),
        ("city".to_owned(), profile.city.clone()),
        ("country".to_owned(), profile.country.clone()),
        ("most".to_owned(), profile.most.map(|most| most.to_string()).unwrap_or_default()),
    ];
    let languages = profile.languages.iter().map(|one| ("languages".to_owned(), one.tag().to_owned()));
    let themes = profile.themes.iter().map(|one| ("themes".to_owned(), one.clone()));
    single.into_iter().chain(languages).chain(themes).collect()
}

/// What a reviewer wishes: `wish-MI-2014-001` is 1, 0 or -1.
pub fn wishes(values: &Values) -> Vec<(Reference, i32)> {
    let wish = |(name, value): &(String, String)| {
        let reference = name.strip_prefix("wish-")?.parse().ok()?;
        Some((reference, value.parse::<i32>().ok().filter(|wish| (-1..=1).contains(wish))?))
    };
    values.pairs().iter().filter_map(wish).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn odd_terms_are_the_usual_ones() {
        let usual = Terms { reviews: 3, most: 10 };
        let terms =
            |reviews: &str, most: &str| PlanWish { reviews: reviews.to_owned(), most: most.to_owned() }.terms(usual);
        assert_eq!(terms("2", "7"), Terms { reviews: 2, most: 7 });
        for odd in ["", "0", "-1", "many", "1000"] {
            assert_eq!(terms(odd, odd), usual, "{odd}");
        }
    }

    #[test]
    fn what_is_no_pair_is_left_out() {
        let id = uuid::Uuid::from_u128(7);
        let values: Values =
            [("pair", format!("MI-2014-001:{id}")), ("pair", "MI-2014-002".to_owned()), ("due", String::new())]
                .into_iter()
                .collect();
        assert_eq!(Confirmation::pairs(&values), [(Reference::new(2014, 1), UserId(id))]);
    }

    #[test]
    fn what_stood_in_a_plan_is_all_that_was_offered_and_ticked_once_each() {
        let id = uuid::Uuid::from_u128(7);
        let said = |name: &str, number: u32| (name.to_owned(), format!("MI-2014-00{number}:{id}"));
        let values: Values =
            [said("pair", 2), said("offered", 1), said("offered", 2), said("pair", 3)].into_iter().collect();
        let offered: Vec<Reference> = Confirmation::offered(&values).into_iter().map(|(one, _)| one).collect();
        assert_eq!(offered, [1, 2, 3].map(|number| Reference::new(2014, number)));
    }
}
