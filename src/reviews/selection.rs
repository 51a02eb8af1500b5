//! What was ticked in the desk's list: it stays over pages, in the address where there are no scripts.

use std::collections::BTreeSet;

use crate::ids::Reference;

/// As many can be selected at once; an address of so many is still understood by everything on its way.
pub const MOST_SELECTED: usize = 400;

/// Proposals that were selected, by their references.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection(BTreeSet<Reference>);

impl Selection {
    /// Those of an address; what is no reference is left out, and so are those beyond the most.
    pub fn read(written: &str) -> Self {
        Self::of(written.split('.'))
    }

    pub fn of<'a>(references: impl IntoIterator<Item = &'a str>) -> Self {
        let read = references.into_iter().filter_map(|written| written.parse().ok());
        Self(read.take(MOST_SELECTED).collect())
    }

    /// For an address.
    pub fn written(&self) -> String {
        self.0.iter().map(Reference::as_str).collect::<Vec<_>>().join(".")
    }

    pub fn has(&self, reference: &Reference) -> bool {
        self.0.contains(reference)
    }

    pub fn iter(&self) -> impl Iterator<Item = &Reference> {
        self.0.iter()
    }

    pub fn len(&self) -> usize {
        self.0.len()
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_selection_is_read_as_it_was_written_each_once_and_in_order() {
        let selection = Selection::read("MI-2014-002.MI-2014-001.nonsense..MI-2014-002");
        assert_eq!(selection.written(), "MI-2014-001.MI-2014-002");
        assert_eq!(Selection::read(&selection.written()), selection);
        assert!(Selection::read("").is_empty());
    }

    #[test]
    fn no_more_are_selected_than_can_be() {
        let many: Vec<String> = (0..600).map(|n| format!("MI-2014-{n:03}")).collect();
        assert_eq!(Selection::of(many.iter().map(String::as_str)).len(), MOST_SELECTED);
    }
}
