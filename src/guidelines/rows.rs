//! Rows of two tables, matched by what stands in them: a row that was moved or corrected is the same row.

use super::{
    difference::{Fate, Piece, likeness, words},
    show::Cell,
};

/// A row of either table, with the pieces of each cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowChange {
    pub fate: RowFate,
    pub cells: Vec<Vec<Piece>>,
    /// Its number before and after, from 1.
    pub before: Option<usize>,
    pub after: Option<usize>,
}

impl RowChange {
    /// Whether there is something to see in it: a row that is the same is not shown.
    pub fn differs(&self) -> bool {
        self.fate != RowFate::Same
    }

    /// Its number; that which it had, if it is gone.
    pub fn number(&self) -> usize {
        self.after.or(self.before).unwrap_or_default()
    }

    /// The number that it had, where it has another one now.
    pub fn moved_from(&self) -> Option<usize> {
        self.before.filter(|before| self.after.is_some_and(|after| after != *before))
    }
}

/// What became of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowFate {
    Same,
    Changed,
    /// It stands elsewhere among those that stayed; its cells may have changed, too.
    Moved,
    Gone,
    New,
}

impl RowFate {
    /// As part of locale keys and classes.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Changed => "changed",
            Self::Moved => "moved",
            Self::Gone => "gone",
            Self::New => "new",
        }
    }
}

/// Rows with less in common, of 1000, are different rows.
const LEAST_LIKENESS: usize = 400;

type Cells = Vec<Cell>;

/// The rows of the new table in their order; those that are gone stand where they stood.
pub(super) fn changes(before: &[Cells], after: &[Cells]) -> Vec<RowChange> {
    let matched = matched(before, after);
    let stayed = longest_run(&matched);
    let mut changes: Vec<RowChange> = Vec::new();
    let mut shown = 0;
    for (at, row) in after.iter().enumerate() {
        // The rows that are gone before the one that this row was.
        if let Some(was) = matched[at].filter(|_| stayed.contains(&at)) {
            changes.extend((shown..was).filter(|gone| !matched.contains(&Some(*gone))).map(|gone| lost(before, gone)));
            shown = was + 1;
        }
        changes.push(match matched[at] {
            None => RowChange { fate: RowFate::New, cells: whole(row, Fate::New), before: None, after: Some(at + 1) },
            Some(was) => {
                let same = before[was] == *row;
                let fate = match (stayed.contains(&at), same) {
                    (false, _) => RowFate::Moved,
                    (true, true) => RowFate::Same,
                    (true, false) => RowFate::Changed,
                };
                let cells = before[was].iter().zip(row).map(|(old, new)| words(&old.text, &new.text)).collect();
                RowChange { fate, cells, before: Some(was + 1), after: Some(at + 1) }
            }
        });
    }
    let rest = shown..before.len();
    changes.extend(rest.filter(|gone| !matched.contains(&Some(*gone))).map(|gone| lost(before, gone)));
    changes
}

fn lost(before: &[Cells], at: usize) -> RowChange {
    RowChange { fate: RowFate::Gone, cells: whole(&before[at], Fate::Gone), before: Some(at + 1), after: None }
}

fn whole(row: &Cells, fate: Fate) -> Vec<Vec<Piece>> {
    let cell = |cell: &Cell| match cell.text.as_str() {
        "" => Vec::new(),
        text => vec![Piece { fate, text: text.to_owned() }],
    };
    row.iter().map(cell).collect()
}

/// For each new row, the old row that it was: the most alike first, each old row once.
fn matched(before: &[Cells], after: &[Cells]) -> Vec<Option<usize>> {
    let mut pairs: Vec<(usize, usize, usize)> = Vec::new();
    for (new, row) in after.iter().enumerate() {
        for (old, was) in before.iter().enumerate() {
            let alike = row_likeness(was, row);
            if alike >= LEAST_LIKENESS {
                pairs.push((alike, old, new));
            }
        }
    }
    // Among equals, the one that stands nearest.
    pairs.sort_by_key(|&(alike, old, new)| (std::cmp::Reverse(alike), old.abs_diff(new), new));
    let mut found = vec![None; after.len()];
    let mut taken = vec![false; before.len()];
    for (_, old, new) in pairs {
        if found[new].is_none() && !taken[old] {
            (found[new], taken[old]) = (Some(old), true);
        }
    }
    found
}

/// How alike two rows are, of 1000: cells weigh by their words, so that a choice of two does not outweigh a sentence.
fn row_likeness(one: &Cells, other: &Cells) -> usize {
    let (mut sum, mut weights) = (0, 0);
    for (ours, theirs) in one.iter().zip(other) {
        let words = |cell: &Cell| cell.text.split_whitespace().count();
        let weight = words(ours).max(words(theirs));
        sum += weight * likeness(&ours.text, &theirs.text);
        weights += weight;
    }
    sum.checked_div(weights).unwrap_or(1000)
}

/// The places of the most new rows whose old places ascend: these stayed, all other matched rows were moved.
fn longest_run(matched: &[Option<usize>]) -> Vec<usize> {
    // For each place: the length of the longest run that ends there, and the place before it in that run.
    let mut best: Vec<(usize, Option<usize>)> = vec![(0, None); matched.len()];
    for at in 0..matched.len() {
        let Some(was) = matched[at] else { continue };
        let before = (0..at).filter(|other| matched[*other].is_some_and(|other| other < was));
        let longest = before.max_by_key(|other| best[*other].0);
        best[at] = (longest.map_or(1, |other| best[other].0 + 1), longest);
    }
    let mut run = Vec::new();
    let mut at = (0..matched.len()).filter(|at| matched[*at].is_some()).max_by_key(|at| best[*at].0);
    while let Some(place) = at {
        run.push(place);
        at = best[place].1;
    }
    run
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn table(rows: &[&[&str]]) -> Vec<Cells> {
        let cell = |text: &&str| Cell { text: (*text).to_owned(), written: true };
        rows.iter().map(|row| row.iter().map(cell).collect()).collect()
    }

    fn told(before: &[&[&str]], after: &[&[&str]]) -> Vec<(RowFate, Option<usize>, Option<usize>)> {
        changes(&table(before), &table(after)).iter().map(|row| (row.fate, row.before, row.after)).collect()
    }

    #[test]
    fn a_row_is_the_same_row_wherever_it_stands() {
        use RowFate as F;
        let (one, two, three): (&[&str], &[&str], &[&str]) =
            (&["Port of Agra", "city"], &["School of the river", "company"], &["Third", "city"]);
        assert_eq!(told(&[one, two], &[two]), [(F::Gone, Some(1), None), (F::Same, Some(2), Some(1))]);
        assert_eq!(
            told(&[one, two], &[one, three, two]),
            [(F::Same, Some(1), Some(1)), (F::New, None, Some(2)), (F::Same, Some(2), Some(3))]
        );
        let corrected: &[&str] = &["School of the big river", "company"];
        assert_eq!(told(&[one, two], &[one, corrected])[1], (F::Changed, Some(2), Some(2)));
        let moved = told(&[one, two, three], &[three, one, two]);
        assert_eq!(moved[0], (F::Moved, Some(3), Some(1)));
        assert_eq!(moved[1..], [(F::Same, Some(1), Some(2)), (F::Same, Some(2), Some(3))]);
        assert_eq!(told(&[], &[one]), [(F::New, None, Some(1))]);
        assert_eq!(told(&[one], &[]), [(F::Gone, Some(1), None)]);
    }

    proptest! {
        #[test]
        fn no_row_is_lost_or_shown_twice(
            before in prop::collection::vec("[ab ]{0,6}", 0..8),
            after in prop::collection::vec("[ab ]{0,6}", 0..8),
        ) {
            let rows = |texts: &[String]| -> Vec<Cells> {
                texts.iter().map(|text| vec![Cell { text: text.clone(), written: true }]).collect()
            };
            let changes = changes(&rows(&before), &rows(&after));
            let mut old: Vec<usize> = changes.iter().filter_map(|row| row.before).collect();
            let new: Vec<usize> = changes.iter().filter_map(|row| row.after).collect();
            old.sort_unstable();
            prop_assert_eq!(old, (1..=before.len()).collect::<Vec<_>>());
            prop_assert_eq!(new, (1..=after.len()).collect::<Vec<_>>());
        }
    }
}
