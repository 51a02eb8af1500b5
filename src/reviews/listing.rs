//! The list of the desk: what it can be filtered and sorted by, and where a page of it begins. All of it stands in the
//! address, so that a view can be shared.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD as BASE64};
use sea_orm::FromQueryResult;
use serde::{Deserialize, Serialize};

use crate::{
    clock::Moment,
    codes::codes,
    guidelines::Points,
    ids::Reference,
    proposals::{Standing, workflow::State},
    reviews::rules::Progress,
    words::{Locale, Trilingual},
};

codes! {
    /// The order of the list.
    Sort {
        /// What waits for the reader first, then what changed last.
        Waiting = "waiting",
        Changed = "changed",
        Title = "title",
        Reference = "reference",
        /// By the order of the workflow.
        Standing = "state",
        /// By the mean of the totals, the highest first; the secretariat's alone.
        Total = "total",
    }

    /// What a proposal waits for. The numbers that the queries use are the places in this list.
    Wait {
        Nothing = "nothing",
        /// The reader's own review.
        OwnReview = "own_review",
        Eligibility = "eligibility",
        Start = "start",
        /// It did not pass the check of eligibility.
        Ineligible = "ineligible",
        Reviewers = "reviewers",
        Decision = "decision",
        /// A decision is registered and not published.
        Publication = "publication",
        /// A submission came too late, and is held.
        Late = "late",
    }
}

impl Wait {
    /// As the queries write it.
    pub const fn number(self) -> i64 {
        match self {
            Self::Nothing => 0,
            Self::OwnReview => 1,
            Self::Eligibility => 2,
            Self::Start => 3,
            Self::Ineligible => 4,
            Self::Reviewers => 5,
            Self::Decision => 6,
            Self::Publication => 7,
            Self::Late => 8,
        }
    }

    pub fn of_number(number: i64) -> Self {
        Self::ALL.iter().copied().find(|wait| wait.number() == number).unwrap_or(Self::Nothing)
    }

    /// What a proposal waits for, as far as it is the reader's to do; the queries of the list say the same.
    pub fn of(standing: &Standing, progress: Progress) -> Self {
        let (roles, facts, state) = (standing.roles, &standing.facts, standing.place.state);
        match state {
            State::UnderReview if roles.reviewer && !roles.own_review_in => Self::OwnReview,
            _ if !roles.secretariat => Self::Nothing,
            State::Draft | State::Returned if facts.late_attempts > 0 => Self::Late,
            State::Submitted => match facts.eligible {
                None => Self::Eligibility,
                Some(false) => Self::Ineligible,
                Some(true) => Self::Start,
            },
            State::UnderReview if facts.decision.is_some() => Self::Publication,
            State::UnderReview if progress.assigned == 0 => Self::Reviewers,
            State::UnderReview if progress.submitted == progress.assigned => Self::Decision,
            _ => Self::Nothing,
        }
    }

    pub fn is_something(self) -> bool {
        self != Self::Nothing
    }
}

/// What is listed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// The slug of a call.
    pub call: Option<String>,
    pub state: Option<State>,
    pub theme: Option<String>,
    /// ISO 3166-1 alpha-2.
    pub country: Option<String>,
    /// What was searched for.
    pub text: String,
    /// Only what waits for the reader.
    pub waiting: bool,
}

impl Filter {
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// A value that a row is sorted by.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Key {
    Number(i64),
    Text(String),
}

impl From<i64> for Key {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl From<Moment> for Key {
    fn from(at: Moment) -> Self {
        Self::Number(at.millis())
    }
}

impl From<&str> for Key {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

/// A row's place in an order: its keys, the last of which is unique.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Place(pub Vec<Key>);

impl Place {
    /// For an address.
    pub fn written(&self) -> String {
        BASE64.encode(serde_json::to_vec(self).unwrap_or_default())
    }

    /// What an address says; none for what is no place in this order.
    pub fn read(written: &str, sort: Sort) -> Option<Self> {
        let place: Self = serde_json::from_slice(&BASE64.decode(written).ok()?).ok()?;
        let fits = place.0.len() == sort.shape().len()
            && place.0.iter().zip(sort.shape()).all(|(key, is_text)| matches!(key, Key::Text(_)) == *is_text);
        fits.then_some(place)
    }
}

impl Sort {
    /// Which of its keys are texts.
    const fn shape(self) -> &'static [bool] {
        match self {
            Self::Waiting | Self::Standing | Self::Total => &[false, false, true],
            Self::Changed => &[false, true],
            Self::Title => &[true, true],
            Self::Reference => &[true],
        }
    }
}

/// A proposal in the list, with the keys that it is sorted by.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Row {
    pub reference: Reference,
    pub title: String,
    pub title_key: String,
    pub theme: String,
    pub country: String,
    pub language: Locale,
    pub state: State,
    pub updated_at: Moment,
    pub organisation: String,
    pub call: Trilingual,
    /// A number of [`Wait`].
    pub waits: i64,
    pub place_of_state: i64,
    /// How many review it; none where the reader may not know: a reviewer whose own review is not in.
    pub assigned: Option<i64>,
    pub submitted: Option<i64>,
    /// Of the totals, in hundredths; -1 for none.
    pub mean: i64,
    /// Of the reader's own review, once it is in.
    pub own_total: Option<i32>,
    pub own_begun: bool,
}

impl Row {
    pub fn waits(&self) -> Wait {
        Wait::of_number(self.waits)
    }

    /// The mean of the weighted totals; for the secretariat only.
    pub fn mean(&self) -> Option<Points> {
        u32::try_from(self.mean).ok().map(Points::from_hundredths)
    }

    pub fn own_total(&self) -> Option<Points> {
        u32::try_from(self.own_total?).ok().map(Points::from_hundredths)
    }

    pub fn place(&self, sort: Sort) -> Place {
        let (changed, reference) = (Key::from(self.updated_at), Key::from(self.reference.as_str()));
        Place(match sort {
            Sort::Waiting => vec![i64::from(self.waits == 0).into(), changed, reference],
            Sort::Changed => vec![changed, reference],
            Sort::Title => vec![self.title_key.as_str().into(), reference],
            Sort::Reference => vec![reference],
            Sort::Standing => vec![self.place_of_state.into(), changed, reference],
            Sort::Total => vec![self.mean.into(), changed, reference],
        })
    }
}

/// A page of the list.
#[derive(Clone, Debug, Default)]
pub struct Page {
    pub rows: Vec<Row>,
    pub previous: Option<Place>,
    pub next: Option<Place>,
    /// How many the filter finds, on all pages.
    pub found: i64,
    /// How many of these wait for the reader.
    pub waiting: i64,
}

/// From where a page is read, and in which direction.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Begin {
    #[default]
    Top,
    After(Place),
    /// Up to the row before this place.
    Before(Place),
}

/// A view of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct View {
    pub filter: Filter,
    pub sort: Sort,
    pub begin: Begin,
}

impl View {
    /// The address of this view.
    pub fn address(&self) -> String {
        let mut query = url::form_urlencoded::Serializer::new(String::new());
        let filter = &self.filter;
        let mut say = |name: &str, value: &str| {
            if !value.is_empty() {
                query.append_pair(name, value);
            }
        };
        say("q", &filter.text);
        say("call", filter.call.as_deref().unwrap_or_default());
        say("state", filter.state.map_or("", State::code));
        say("theme", filter.theme.as_deref().unwrap_or_default());
        say("country", filter.country.as_deref().unwrap_or_default());
        say("waiting", if filter.waiting { "yes" } else { "" });
        say("sort", if self.sort == Sort::Waiting { "" } else { self.sort.code() });
        match &self.begin {
            Begin::Top => {}
            Begin::After(place) => say("after", &place.written()),
            Begin::Before(place) => say("before", &place.written()),
        }
        let query = query.finish();
        if query.is_empty() { "/desk".to_owned() } else { format!("/desk?{query}") }
    }

    /// The same filter in another order, from its start.
    pub fn sorted(&self, sort: Sort) -> Self {
        Self { filter: self.filter.clone(), sort, begin: Begin::Top }
    }

    /// The same view from another place.
    pub fn starting(&self, begin: Begin) -> Self {
        Self { begin, ..self.clone() }
    }

    /// The same order of another filter, from its start.
    pub fn filtered(&self, filter: Filter) -> Self {
        Self { filter, sort: self.sort, begin: Begin::Top }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_view_is_an_address() {
        let mut view = View { filter: Filter::default(), sort: Sort::Waiting, begin: Begin::Top };
        assert_eq!(view.address(), "/desk");
        view.filter.text = "São & Paulo".to_owned();
        view.filter.state = Some(State::UnderReview);
        view.sort = Sort::Title;
        assert_eq!(view.address(), "/desk?q=S%C3%A3o+%26+Paulo&state=under_review&sort=title");
    }

    #[test]
    fn a_place_is_read_back_for_its_own_order_only() {
        let place = Place(vec![Key::from("agua"), Key::from("MI-2014-001")]);
        let written = place.written();
        assert_eq!(Place::read(&written, Sort::Title), Some(place));
        assert_eq!(Place::read(&written, Sort::Changed), None);
        assert_eq!(Place::read("%%", Sort::Title), None);
        assert_eq!(Place::read("", Sort::Title), None);
    }

    #[test]
    fn numbers_of_waits_are_places_in_their_list() {
        for (place, wait) in Wait::ALL.iter().enumerate() {
            assert_eq!(usize::try_from(wait.number()), Ok(place));
            assert_eq!(Wait::of_number(wait.number()), *wait);
        }
        assert_eq!(Wait::of_number(99), Wait::Nothing);
    }
}
