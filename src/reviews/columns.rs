//! The columns of the desk's list. Its title always stands there; which others do is said by the address, or remembered.

use crate::{codes::codes, reviews::listing::Sort};

codes! {
    /// A column that can be shown or left out, in the order in which they stand.
    Column {
        Reference = "reference",
        State = "state",
        Theme = "theme",
        Country = "country",
        Call = "call",
        /// The reader's own review.
        Own = "own",
        Reviews = "reviews",
        Total = "total",
        Gap = "gap",
        Changed = "changed",
    }
}

/// What stands for the title, so that a list of nothing else has an address too.
const TITLE: &str = "title";

impl Column {
    /// The order of the list by it, for readers who may sort so.
    pub fn sort(self, is_secretariat: bool) -> Option<Sort> {
        let sort = match self {
            Self::Reference => Sort::Reference,
            Self::State => Sort::Standing,
            Self::Theme => Sort::Theme,
            Self::Country => Sort::Country,
            Self::Call => Sort::Call,
            Self::Own => Sort::Own,
            Self::Reviews => Sort::Reviews,
            Self::Total => Sort::Total,
            Self::Gap => Sort::Gap,
            Self::Changed => Sort::Changed,
        };
        Some(sort).filter(|sort| sort.is_offered(is_secretariat))
    }

    pub fn is_numeric(self) -> bool {
        matches!(self, Self::Reviews | Self::Total | Self::Gap)
    }

    /// Whether such a reader can have it.
    pub fn is_offered(self, is_secretariat: bool) -> bool {
        match self {
            Self::Total | Self::Gap => is_secretariat,
            Self::Own => !is_secretariat,
            Self::Reference
            | Self::State
            | Self::Theme
            | Self::Country
            | Self::Call
            | Self::Reviews
            | Self::Changed => true,
        }
    }
}

/// Those that such a reader can have.
pub fn offered(is_secretariat: bool) -> Vec<Column> {
    Column::ALL.iter().copied().filter(|column| column.is_offered(is_secretariat)).collect()
}

/// Those that are shown to who has chosen none.
pub fn usual(is_secretariat: bool) -> Vec<Column> {
    let rarely = [Column::Country, Column::Call];
    offered(is_secretariat).into_iter().filter(|column| !rarely.contains(column)).collect()
}

/// What an address or a memory says; none where it says nothing that is known.
pub fn read(written: &str, is_secretariat: bool) -> Option<Vec<Column>> {
    let codes: Vec<&str> = written.split('.').collect();
    let found = offered(is_secretariat).into_iter().filter(|column| codes.contains(&column.code()));
    let found: Vec<Column> = found.collect();
    (codes.contains(&TITLE) || !found.is_empty()).then_some(found)
}

/// For an address, and to be remembered.
pub fn written(columns: &[Column]) -> String {
    let codes = columns.iter().map(|column| column.code());
    [TITLE].into_iter().chain(codes).collect::<Vec<_>>().join(".")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_read_as_they_were_written() {
        for columns in [Vec::new(), vec![Column::State, Column::Total], usual(true), offered(true)] {
            assert_eq!(read(&written(&columns), true), Some(columns));
        }
        assert_eq!(read("", true), None);
        assert_eq!(read("nonsense.%", true), None);
    }

    #[test]
    fn a_list_is_sorted_by_every_column_that_it_can_have() {
        for is_secretariat in [true, false] {
            assert!(offered(is_secretariat).into_iter().all(|column| column.sort(is_secretariat).is_some()));
        }
    }

    #[test]
    fn a_reviewer_has_no_column_of_the_secretariats() {
        assert_eq!(read("total.gap.state", false), Some(vec![Column::State]));
        assert_eq!(Column::Total.sort(false), None);
        assert!(!usual(false).contains(&Column::Total) && usual(false).contains(&Column::Own));
    }
}
