//! Conflicts of interest: what is suspected, and why. A suspicion hides nothing; it is the secretariat that rules on it. A
//! conflict that was declared or set hides the proposal on every door (`store::visible_to`).

use crate::{codes::codes, words::fold};

codes! {
    /// What holds between somebody of the house and a proposal.
    Ruling {
        /// Said by the person.
        Declared = "declared",
        /// Said by the secretariat.
        Set = "set",
        /// Suspected, and looked at: there is none.
        Dismissed = "dismissed",
    }

    /// Why a conflict is suspected.
    Ground {
        /// Both belong to the same organisation.
        Organisation = "organisation",
        /// The person works in the city that leads it.
        City = "city",
        /// The person's organisation is named among the partners.
        Partner = "partner",
        /// The person's address is of the same domain as one of the proposal's.
        Domain = "domain",
        /// The person works in the country that leads it.
        Country = "country",
    }
}

impl Ruling {
    /// Whether it hides the proposal from the person.
    pub fn stands(self) -> bool {
        self != Self::Dismissed
    }
}

/// A name as people write it, ready to be compared: without case and accents, and without what is said of any of its kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    pub said: String,
    words: Vec<String>,
}

impl Name {
    /// None where it says nothing that tells it from others.
    pub fn new(said: &str) -> Option<Self> {
        let words = words(said);
        (!words.is_empty()).then(|| Self { said: said.trim().to_owned(), words })
    }

    /// Whether both mean the same: as a whole, or the shorter as a part of the longer.
    fn is(&self, other: &Self) -> bool {
        let holds = |long: &[String], short: &[String]| {
            let length: usize = short.iter().map(|word| word.chars().count()).sum();
            length >= LEAST_LETTERS && long.windows(short.len()).any(|part| part == short)
        };
        let (one, other) = (&self.words, &other.words);
        one == other || holds(one, other) || holds(other, one)
    }
}

/// What is known of somebody who may review.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Person {
    /// Organisations: those of the account, and the one that the profile names.
    pub organisations: Vec<Name>,
    pub cities: Vec<Name>,
    /// ISO 3166-1 alpha-2.
    pub countries: Vec<String>,
    /// The part of their address behind the `@`, in lower case.
    pub domain: String,
}

/// What is known of who stands behind a proposal.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Applicant {
    /// The organisation that leads it, under each name that it has.
    pub organisations: Vec<Name>,
    pub cities: Vec<Name>,
    pub country: String,
    pub partners: Vec<Name>,
    /// Of every address in it, and of the people who write it; in lower case.
    pub domains: Vec<String>,
}

/// Domains under which people of many houses have their mail: sharing one says nothing.
const PUBLIC_DOMAINS: [&str; 16] = [
    "gmail.com",
    "googlemail.com",
    "outlook.com",
    "hotmail.com",
    "live.com",
    "yahoo.com",
    "yahoo.fr",
    "yahoo.es",
    "icloud.com",
    "gmx.com",
    "gmx.net",
    "proton.me",
    "protonmail.com",
    "mail.com",
    "orange.fr",
    "free.fr",
];

/// Why somebody may have an interest in a proposal: the strongest ground, with what was found to be the same; none where nothing
/// is.
pub fn suspected(person: &Person, applicant: &Applicant) -> Option<(Ground, String)> {
    let in_common = |ours: &[Name], theirs: &[Name]| {
        ours.iter().find(|our| theirs.iter().any(|their| our.is(their))).map(|our| our.said.clone())
    };
    let domain = person.domain.as_str();
    let shares_domain =
        || !PUBLIC_DOMAINS.contains(&domain) && applicant.domains.iter().any(|theirs| of_one_house(domain, theirs));
    let country = applicant.country.as_str();
    let shares_country = || !country.is_empty() && person.countries.iter().any(|own| own == country);
    in_common(&person.organisations, &applicant.organisations)
        .map(|name| (Ground::Organisation, name))
        .or_else(|| in_common(&person.cities, &applicant.cities).map(|name| (Ground::City, name)))
        .or_else(|| in_common(&person.organisations, &applicant.partners).map(|name| (Ground::Partner, name)))
        .or_else(|| in_common(&person.cities, &applicant.partners).map(|name| (Ground::Partner, name)))
        .or_else(|| shares_domain().then(|| (Ground::Domain, domain.to_owned())))
        .or_else(|| shares_country().then(|| (Ground::Country, country.to_owned())))
}

const LEAST_LETTERS: usize = 4;

/// The words of a name, without what is said of any of them.
fn words(name: &str) -> Vec<String> {
    const COMMON: [&str; 34] = [
        "city",
        "of",
        "the",
        "council",
        "municipality",
        "municipal",
        "metropolitan",
        "authority",
        "government",
        "county",
        "ville",
        "de",
        "la",
        "le",
        "du",
        "des",
        "commune",
        "mairie",
        "metropole",
        "communaute",
        "agglomeration",
        "ayuntamiento",
        "municipio",
        "alcaldia",
        "ciudad",
        "del",
        "los",
        "las",
        "gobierno",
        "example",
        "exemple",
        "ejemplo",
        "and",
        "for",
    ];
    let folded = fold(name);
    let runs = folded.split(|c: char| !c.is_alphanumeric()).filter(|run| !run.is_empty());
    runs.filter(|run| !COMMON.contains(run)).map(str::to_owned).collect()
}

/// Whether two domains are the same, or one lies within the other.
fn of_one_house(one: &str, other: &str) -> bool {
    // A domain of one word, such as `org`, is nobody's house.
    let within = |inner: &str, outer: &str| {
        outer.contains('.') && inner.strip_suffix(outer).is_some_and(|rest| rest.ends_with('.'))
    };
    !one.is_empty() && (one == other || within(one, other) || within(other, one))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(all: &[&str]) -> Vec<Name> {
        all.iter().filter_map(|name| Name::new(name)).collect()
    }

    fn applicant() -> Applicant {
        Applicant {
            organisations: names(&["City of Lumara (example)"]),
            cities: names(&["Lumara"]),
            country: "PH".to_owned(),
            partners: names(&["Saint-Aurin", "School of Public Finance, Brenmoor (example)"]),
            domains: vec!["lumara.example".to_owned(), "gmail.com".to_owned()],
        }
    }

    fn person(change: impl FnOnce(&mut Person)) -> Person {
        let mut person = Person { domain: "jury.example".to_owned(), ..Person::default() };
        change(&mut person);
        person
    }

    fn ground(change: impl FnOnce(&mut Person)) -> Option<Ground> {
        suspected(&person(change), &applicant()).map(|(ground, _)| ground)
    }

    #[test]
    fn each_ground_is_found_and_the_strongest_is_told() {
        assert_eq!(ground(|_| ()), None);
        assert_eq!(ground(|p| p.organisations = names(&["Lumara City Council"])), Some(Ground::Organisation));
        assert_eq!(ground(|p| p.cities = names(&["LUMARÁ"])), Some(Ground::City));
        assert_eq!(ground(|p| p.organisations = names(&["School of Public Finance"])), Some(Ground::Partner));
        assert_eq!(ground(|p| p.cities = names(&["Saint-Aurin"])), Some(Ground::Partner));
        assert_eq!(ground(|p| p.domain = "planning.lumara.example".to_owned()), Some(Ground::Domain));
        assert_eq!(ground(|p| p.countries.push("PH".to_owned())), Some(Ground::Country));
        let both = |p: &mut Person| {
            p.countries.push("PH".to_owned());
            p.cities = names(&["Lumara"]);
        };
        assert_eq!(ground(both), Some(Ground::City));
    }

    #[test]
    fn what_many_share_is_no_ground() {
        assert_eq!(ground(|p| p.domain = "gmail.com".to_owned()), None);
        assert_eq!(ground(|p| p.organisations = names(&["City Council (example)"])), None, "names of any");
        assert_eq!(ground(|p| p.cities = names(&["Lum"])), None, "a part of a word");
        assert_eq!(ground(|p| p.organisations = names(&[""])), None);
        assert_eq!(ground(|p| p.domain = "notlumara.example".to_owned()), None);
    }
}
