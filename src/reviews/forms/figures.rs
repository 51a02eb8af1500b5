//! What the addresses of the figures of a call say.

use serde::Deserialize;

use crate::{
    proposals::workflow::State,
    reviews::figures::{choice::Chosen, ranking::Order},
};

/// The query of the statistics. What it says amiss is as if it were not there.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Sorting {
    sort: String,
}

impl Sorting {
    pub fn order(&self) -> Order {
        self.sort.parse().unwrap_or(Order::Mean)
    }
}

/// The query of the portfolio: a state, or any number of references; else, what would be approved.
pub type Wishes = Vec<(String, String)>;

/// The more particular wish counts: references before a state.
pub fn chosen(wishes: &Wishes) -> Chosen {
    let said = |name: &'static str| wishes.iter().filter(move |(key, _)| key == name).map(|(_, value)| value);
    let state: Option<State> = said("state").find_map(|code| code.parse().ok());
    if said("ref").next().is_some() {
        Chosen::References(said("ref").filter_map(|reference| reference.parse().ok()).collect())
    } else {
        state.map_or(Chosen::Pending, Chosen::State)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(query: &str) -> Chosen {
        chosen(&serde_urlencoded::from_str(query).unwrap())
    }

    #[test]
    fn an_address_names_a_set_of_proposals() {
        assert_eq!(of(""), Chosen::Pending);
        assert_eq!(of("state=approved&lang=fr"), Chosen::State(State::Approved));
        assert_eq!(of("state=lost"), Chosen::Pending);
        let two = ["MI-2014-001", "MI-2014-002"].map(|reference| reference.parse().unwrap());
        assert_eq!(of("ref=MI-2014-001&state=approved&ref=MI-2014-002&ref=nonsense"), Chosen::References(two.into()));
    }

    #[test]
    fn the_usual_order_is_by_the_mean() {
        let order = |query: &str| serde_urlencoded::from_str::<Sorting>(query).unwrap().order();
        assert_eq!(order(""), Order::Mean);
        assert_eq!(order("sort=gap"), Order::Gap);
        assert_eq!(order("sort=corrected"), Order::Mean, "a correction orders nothing");
    }
}
