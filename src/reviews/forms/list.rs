//! What the address of the list says.

use serde::Deserialize;

use crate::{
    places::Country,
    reviews::{
        columns,
        listing::{Begin, Filter, Sort, View},
        paging::Place,
        selection::Selection,
    },
};

/// The query of `/desk`. What it says amiss is as if it were not there.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Wish {
    q: String,
    call: String,
    state: String,
    theme: String,
    country: String,
    tag: String,
    waiting: String,
    sort: String,
    turned: String,
    cols: String,
    sel: String,
    after: String,
    before: String,
}

/// More than anybody types.
const LONGEST_SEARCH: usize = 200;

impl Wish {
    pub fn view(&self, is_secretariat: bool) -> View {
        let sort = self.sort.parse().ok().filter(|sort: &Sort| sort.is_offered(is_secretariat));
        let sort = sort.unwrap_or(Sort::Waiting);
        let begin = match (Place::read(&self.after, sort), Place::read(&self.before, sort)) {
            (Some(place), _) => Begin::After(place),
            (None, Some(place)) => Begin::Before(place),
            (None, None) => Begin::Top,
        };
        View {
            filter: self.filter(is_secretariat),
            sort,
            turned: self.turned == "yes",
            begin,
            columns: columns::read(&self.cols, is_secretariat),
            // Only the secretariat does something with many.
            selection: if is_secretariat { Selection::read(&self.sel) } else { Selection::default() },
        }
    }

    /// What stands behind the question mark of an address of the list.
    pub fn of_query(query: &str) -> Self {
        serde_urlencoded::from_str(query).unwrap_or_default()
    }

    fn filter(&self, is_secretariat: bool) -> Filter {
        let code = |text: &str| Some(text.to_owned()).filter(|code| is_code(code));
        Filter {
            call: code(&self.call),
            state: self.state.parse().ok(),
            theme: code(&self.theme),
            country: Country::from_code(&self.country).map(|country| country.code().to_owned()),
            tag: self.tag.parse().ok().filter(|_| is_secretariat),
            text: self.q.trim().chars().take(LONGEST_SEARCH).collect(),
            waiting: self.waiting == "yes",
        }
    }
}

fn is_code(text: &str) -> bool {
    (1..=80).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'-')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::proposals::workflow::State;

    fn view(query: &str, is_secretariat: bool) -> View {
        serde_urlencoded::from_str::<Wish>(query).unwrap().view(is_secretariat)
    }

    #[test]
    fn an_address_is_read_as_it_was_written() {
        let address = "/desk?q=water&call=2014&state=submitted&theme=governance&country=IN&tag=01890000-0000-7000-8000-000000000001&waiting=yes&sort=title&turned=yes&cols=title.state&sel=MI-2014-001";
        let query = address.split_once('?').unwrap().1;
        assert_eq!(view(query, true).address(), address);
        assert_eq!(view(query, true).filter.state, Some(State::Submitted));
    }

    #[test]
    fn what_is_amiss_is_as_if_it_were_not_there() {
        let odd = view("state=lost&country=XX&theme=%3Cb%3E&sort=none&after=zzz&page=3&lang=fr", true);
        assert_eq!(odd.address(), "/desk");
        assert_eq!(view("sort=total", false).sort, Sort::Waiting, "the mean is the secretariat's");
        assert_eq!(view("sort=own", true).sort, Sort::Waiting, "and an own review is a reviewer's");
        let tag = "tag=01890000-0000-7000-8000-000000000001&sel=MI-2014-001&cols=total";
        assert_eq!(view(tag, false).address(), "/desk", "and so are tags, means and bulk deeds");
    }
}
