//! What people who are reached by email can ask to hear of.

use std::{fmt, str::FromStr};

pub use crate::mail::rhythm::Rhythm;
use crate::{
    codes::codes,
    ids::ProposalId,
    places::{Country, regions::Region},
    reviews::rules::THEMES,
    words::fold,
};

codes! {
    /// A kind of thing to hear of.
    TopicKind {
        /// All Initiatives, all calls, all publications.
        Everything = "everything",
        /// Calls for proposals: opened, extended.
        Calls = "calls",
        Theme = "theme",
        /// A part of the world.
        Region = "region",
        Country = "country",
        City = "city",
        Initiative = "initiative",
    }

    /// Where a subscription comes from.
    Origin {
        /// The form, and a letter that was answered.
        Form = "form",
        /// Somebody who was signed in.
        Account = "account",
        /// A partner's answer.
        Partner = "partner",
        /// A list of the secretariat's, with the consent that it wrote down.
        Import = "import",
    }
}

/// One thing to hear of.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Topic {
    Everything,
    Calls,
    Theme(&'static str),
    Region(Region),
    Country(Country),
    City(City),
    Initiative(ProposalId),
}

/// A city, told from others of its name by its country. Its code is `es-barcelona`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct City(String);

const LONGEST_CITY: usize = 80;

impl City {
    /// None for a name without a letter.
    pub fn new(name: &str, country: Country) -> Option<Self> {
        let folded = fold(name);
        let words: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
        let name: String = words.join("-").chars().take(LONGEST_CITY).collect();
        (!name.is_empty()).then(|| Self(format!("{}-{name}", country.code().to_ascii_lowercase())))
    }

    pub fn code(&self) -> &str {
        &self.0
    }

    pub fn country(&self) -> Option<Country> {
        Country::from_code(&self.0.get(..2)?.to_ascii_uppercase())
    }
}

/// A city, and what it is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedCity {
    pub city: City,
    pub name: String,
    pub country: Country,
}

impl NamedCity {
    /// None for a name without a letter, or a country that there is not.
    pub fn new(name: &str, country: &str) -> Option<Self> {
        let country = Country::from_code(country)?;
        Some(Self { city: City::new(name, country)?, name: name.to_owned(), country })
    }
}

impl Topic {
    pub const fn kind(&self) -> TopicKind {
        match self {
            Self::Everything => TopicKind::Everything,
            Self::Calls => TopicKind::Calls,
            Self::Theme(_) => TopicKind::Theme,
            Self::Region(_) => TopicKind::Region,
            Self::Country(_) => TopicKind::Country,
            Self::City(_) => TopicKind::City,
            Self::Initiative(_) => TopicKind::Initiative,
        }
    }

    /// The Initiative that is followed, if it is one.
    pub const fn initiative(&self) -> Option<ProposalId> {
        match self {
            Self::Initiative(id) => Some(*id),
            _ => None,
        }
    }

    /// Which of its kind, as it is stored and as a form names it; empty where there is only one.
    pub fn value(&self) -> String {
        match self {
            Self::Everything | Self::Calls => String::new(),
            Self::Theme(theme) => (*theme).to_owned(),
            Self::Region(region) => region.code().to_owned(),
            Self::Country(country) => country.code().to_owned(),
            Self::City(city) => city.0.clone(),
            Self::Initiative(id) => id.0.simple().to_string(),
        }
    }

    /// What was stored or typed; none if there is no such thing.
    pub fn read(kind: TopicKind, value: &str) -> Option<Self> {
        match kind {
            TopicKind::Everything => value.is_empty().then_some(Self::Everything),
            TopicKind::Calls => value.is_empty().then_some(Self::Calls),
            TopicKind::Theme => THEMES.into_iter().find(|theme| *theme == value).map(Self::Theme),
            TopicKind::Region => Region::from_str(value).ok().map(Self::Region),
            TopicKind::Country => Country::from_code(value).map(Self::Country),
            TopicKind::City => {
                let (country, name) = value.split_once('-')?;
                let city = City::new(name, Country::from_code(&country.to_ascii_uppercase())?)?;
                (city.0 == value).then_some(Self::City(city))
            }
            TopicKind::Initiative => value.parse().ok().map(Self::Initiative),
        }
    }
}

impl fmt::Display for City {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What is known of an Initiative by which somebody may want to hear of it.
#[derive(Clone, Debug)]
pub struct Subject<'a> {
    pub id: ProposalId,
    pub theme: &'a str,
    pub country: &'a str,
    /// The city that leads it, and those that take part.
    pub cities: &'a [NamedCity],
}

impl Subject<'_> {
    /// All topics by which news of it is wanted.
    pub fn topics(&self) -> Vec<Topic> {
        let country = Country::from_code(self.country);
        let mut topics = vec![Topic::Everything, Topic::Initiative(self.id)];
        topics.extend(Topic::read(TopicKind::Theme, self.theme));
        if let Some(country) = country {
            topics.push(Topic::Country(country));
            topics.extend(Region::of(country).map(Topic::Region));
        }
        topics.extend(self.cities.iter().map(|one| Topic::City(one.city.clone())));
        topics
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_stored_is_read_back() {
        let spain = Country::from_code("ES").unwrap();
        let id: ProposalId = "0197b1a2-0000-7000-8000-000000000001".parse().unwrap();
        let topics = [
            Topic::Everything,
            Topic::Calls,
            Topic::Theme("governance"),
            Topic::Region(Region::LatinAmerica),
            Topic::Country(spain),
            Topic::City(City::new("L’Hospitalet de Llobregat", spain).unwrap()),
            Topic::Initiative(id),
        ];
        for topic in topics {
            assert_eq!(Topic::read(topic.kind(), &topic.value()).as_ref(), Some(&topic), "{}", topic.value());
        }
    }

    #[test]
    fn what_is_nothing_to_hear_of_is_refused() {
        use TopicKind::{City, Country, Everything, Initiative, Region, Theme};
        let wrong = [
            (Everything, "x"),
            (Theme, ""),
            (Theme, "weather"),
            (Region, "atlantis"),
            (Country, "es"),
            (City, "es"),
            (City, "es-"),
            (City, "xx-barcelona"),
            (City, "es-Barcelona"),
            (Initiative, "1"),
        ];
        for (kind, value) in wrong {
            assert_eq!(Topic::read(kind, value), None, "{value}");
        }
    }

    #[test]
    fn a_city_is_known_in_any_script_and_whatever_its_accents() {
        let (colombia, china) = (Country::from_code("CO").unwrap(), Country::from_code("CN").unwrap());
        assert_eq!(City::new("Bogotá", colombia), City::new("BOGOTA ", colombia));
        assert_eq!(City::new("广州", china).unwrap().code(), "cn-广州");
        assert_eq!(City::new(" – ", china), None);
    }

    #[test]
    fn an_initiative_is_wanted_by_all_that_it_is() {
        let id: ProposalId = "0197b1a2-0000-7000-8000-000000000001".parse().unwrap();
        let cities =
            [("Rosario", "AR"), ("Montréal", "CA")].map(|(name, country)| NamedCity::new(name, country).unwrap());
        let subject = Subject { id, theme: "governance", country: "AR", cities: &cities };
        let told: Vec<String> = subject.topics().iter().map(|topic| topic.value()).collect();
        let simple = id.0.simple().to_string();
        assert_eq!(told, ["", simple.as_str(), "governance", "AR", "latin_america", "ar-rosario", "ca-montreal"]);
    }
}
