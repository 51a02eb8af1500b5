//! The list of the desk: what it can be filtered and sorted by, and where a page of it begins. All of it stands in the
//! address, so that a view can be shared.

use std::collections::BTreeMap;

use sea_orm::FromQueryResult;

use crate::{
    calls::{Reviewing, Shown},
    clock::Moment,
    codes::codes,
    guidelines::Points,
    ids::{CallId, ProposalId, Reference, TagId},
    proposals::{Wait, workflow::State},
    reviews::{
        columns::{self, Column},
        paging::{Key, Place},
        selection::Selection,
    },
    words::Locale,
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
        Theme = "theme",
        /// What the reader must not know of a proposal stands with those that have no country; and so with the reviews.
        Country = "country",
        /// The newest first.
        Call = "call",
        /// By the total of the reader's own review, the highest first, then what is begun, then the rest. For reviewers alone.
        Own = "own",
        /// By how many reviews are in, the most first.
        Reviews = "reviews",
        /// By the mean of the totals, the highest first. This and the next one are the secretariat's alone.
        Total = "total",
        /// By how far the totals lie apart, the widest first.
        Gap = "gap",
    }
}

impl Sort {
    /// Whether such a reader can have it.
    pub fn is_offered(self, is_secretariat: bool) -> bool {
        match self {
            Self::Total | Self::Gap => is_secretariat,
            Self::Own => !is_secretariat,
            Self::Waiting | Self::Changed | Self::Title | Self::Reference | Self::Standing => true,
            Self::Theme | Self::Country | Self::Call | Self::Reviews => true,
        }
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
    /// The secretariat's alone.
    pub tag: Option<TagId>,
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

/// A proposal in the list, with the keys that it is sorted by.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Row {
    pub id: ProposalId,
    pub reference: Reference,
    pub title: String,
    pub title_key: String,
    pub theme: String,
    pub country: String,
    pub language: Locale,
    pub state: State,
    pub updated_at: Moment,
    /// Empty where the reader must not know who applies.
    pub organisation: String,
    pub call_id: CallId,
    /// What it waits for from the secretariat: a number of [`Wait`].
    pub waits: i32,
    /// The place in the order of what waits for the reader, the highest first.
    pub rank: i32,
    pub place_of_state: i32,
    /// How many review it, and how many of them have; -1 where the reader may not know.
    pub reviews_asked: i32,
    pub reviews_in: i32,
    /// Of the totals, in hundredths; -1 for none, and where the reader may not know.
    pub reviews_mean: i32,
    pub reviews_gap: i32,
    /// Whether the reader is to review it.
    pub own_asked: bool,
    /// Whether the reader has answered, by a review or by abstaining.
    pub own_in: bool,
    /// Whether the reader does not judge it.
    pub own_abstained: bool,
    /// Whether the reader's own review judged an earlier submission than the last.
    pub own_outdated: bool,
    /// Of the reader's own review, once it is in.
    pub own_total: Option<i32>,
    pub own_begun: bool,
}

impl Row {
    /// What is to be done next by a reader, who is of the secretariat or is not, by what holds in its call.
    pub fn waits(&self, is_secretariat: bool, reviewing: Reviewing) -> Wait {
        let takes = reviewing.takes_reviews && self.state == State::UnderReview;
        let owes = self.own_asked && !self.own_abstained && (!self.own_in || self.own_outdated);
        match (owes && takes, is_secretariat) {
            (true, _) => Wait::OwnReview,
            (false, true) => Wait::of_number(self.waits),
            (false, false) => Wait::Nothing,
        }
    }

    /// The row as a reviewer may know it by what holds in its call, who has `promised` to keep the proposals of that to
    /// themselves or has not.
    pub fn veiled(mut self, reviewing: Reviewing, promised: bool) -> Self {
        let knows = promised
            && match reviewing.reviews {
                Shown::Never => false,
                Shown::AfterOwn => self.own_in,
                Shown::Always => true,
            };
        if !knows {
            (self.reviews_asked, self.reviews_in) = (-1, -1);
        }
        if !reviewing.applicant || !promised {
            self.organisation.clear();
            self.country.clear();
        }
        (self.reviews_mean, self.reviews_gap, self.waits) = (-1, -1, 0);
        self
    }

    /// The mean of the weighted totals.
    pub fn mean(&self) -> Option<Points> {
        points(self.reviews_mean)
    }

    /// How far the totals lie apart.
    pub fn gap(&self) -> Option<Points> {
        points(self.reviews_gap)
    }

    pub fn own_total(&self) -> Option<Points> {
        points(self.own_total?)
    }

    /// The place in the order of the reader's own reviews: the total, or a number below all totals.
    fn own_place(&self) -> i32 {
        self.own_total.unwrap_or(if self.own_begun { OWN_BEGUN } else { OWN_OPEN })
    }

    pub fn place(&self, sort: Sort) -> Place {
        let (changed, reference) = (Key::from(self.updated_at), Key::from(self.reference.as_str()));
        let number = |number: i32| Key::from(i64::from(number));
        Place(match sort {
            Sort::Waiting => vec![number(self.rank), changed, reference],
            Sort::Changed => vec![changed, reference],
            Sort::Title => vec![self.title_key.as_str().into(), reference],
            Sort::Theme => vec![self.theme.as_str().into(), self.title_key.as_str().into(), reference],
            Sort::Country => vec![self.country.as_str().into(), self.title_key.as_str().into(), reference],
            Sort::Reference => vec![reference],
            Sort::Standing => vec![number(self.place_of_state), changed, reference],
            Sort::Call => vec![Key::Call(self.call_id), changed, reference],
            Sort::Own => vec![number(self.own_place()), changed, reference],
            Sort::Reviews => vec![number(self.reviews_in), changed, reference],
            Sort::Total => vec![number(self.reviews_mean), changed, reference],
            Sort::Gap => vec![number(self.reviews_gap), changed, reference],
        })
    }
}

/// Where a review that is begun, and one that is not, stand in the order of the reader's own.
pub const OWN_BEGUN: i32 = -1;
pub const OWN_OPEN: i32 = -2;

fn points(hundredths: i32) -> Option<Points> {
    u32::try_from(hundredths).ok().map(Points::from_hundredths)
}

/// Nobody reads on beyond it, and counting all would make a long list slow: what is more is *more than*.
pub const MOST_COUNTED: i64 = 1_000;

/// A page of the list.
#[derive(Clone, Debug, Default)]
pub struct Page {
    pub rows: Vec<Row>,
    pub previous: Option<Place>,
    pub next: Option<Place>,
    /// How many the filter finds, on all pages, counted to [`MOST_COUNTED`].
    pub found: i64,
    /// How many of these wait for the reader, counted as far.
    pub waiting: i64,
    /// How many messages the reader has yet to read about each of the proposals of this page, where there are any.
    pub unread: BTreeMap<Reference, i64>,
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
    /// Whether the order is turned round.
    pub turned: bool,
    pub begin: Begin,
    /// Where the address says them.
    pub columns: Option<Vec<Column>>,
    /// What was ticked on the pages before, where no script keeps it.
    pub selection: Selection,
}

impl View {
    /// What this filter finds, in the usual order and columns, from the start.
    pub fn of(filter: Filter) -> Self {
        Self {
            filter,
            sort: Sort::Waiting,
            turned: false,
            begin: Begin::Top,
            columns: None,
            selection: Selection::default(),
        }
    }

    /// The address of this view.
    pub fn address(&self) -> String {
        self.below("/desk")
    }

    /// The address of another page on the same proposals.
    pub fn below(&self, path: &str) -> String {
        let query = self.query();
        if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") }
    }

    /// What stands behind the question mark.
    pub fn query(&self) -> String {
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
        say("tag", &filter.tag.map(|tag| tag.to_string()).unwrap_or_default());
        say("waiting", if filter.waiting { "yes" } else { "" });
        say("sort", if self.sort == Sort::Waiting { "" } else { self.sort.code() });
        say("turned", if self.turned { "yes" } else { "" });
        say("cols", &self.columns.as_deref().map(columns::written).unwrap_or_default());
        say("sel", &self.selection.written());
        match &self.begin {
            Begin::Top => {}
            Begin::After(place) => say("after", &place.written()),
            Begin::Before(place) => say("before", &place.written()),
        }
        query.finish()
    }

    /// The same filter in another order, from its start.
    pub fn sorted(&self, sort: Sort, turned: bool) -> Self {
        Self { sort, turned, begin: Begin::Top, ..self.clone() }
    }

    /// The same view from another place.
    pub fn starting(&self, begin: Begin) -> Self {
        Self { begin, ..self.clone() }
    }

    /// The same order of another filter, from its start.
    pub fn filtered(&self, filter: Filter) -> Self {
        Self { filter, begin: Begin::Top, ..self.clone() }
    }

    /// The same page with other proposals ticked.
    pub fn selecting(&self, selection: Selection) -> Self {
        Self { selection, ..self.clone() }
    }

    /// What can be saved under a name: from its start, with nothing ticked.
    pub fn plain(&self) -> Self {
        Self { begin: Begin::Top, selection: Selection::default(), ..self.clone() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_view_is_an_address() {
        let mut view = View::of(Filter::default());
        assert_eq!(view.address(), "/desk");
        view.filter.text = "São & Paulo".to_owned();
        view.filter.state = Some(State::UnderReview);
        view.sort = Sort::Title;
        assert_eq!(view.address(), "/desk?q=S%C3%A3o+%26+Paulo&state=under_review&sort=title");
        view.turned = true;
        view.columns = Some(vec![Column::Gap]);
        view.selection = Selection::read("MI-2014-001.MI-2014-002");
        let whole = view.address();
        assert!(whole.ends_with("&sort=title&turned=yes&cols=title.gap&sel=MI-2014-001.MI-2014-002"), "{whole}");
        assert!(view.plain().address().ends_with("&cols=title.gap"));
    }
}
