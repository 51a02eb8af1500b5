//! Two texts of one field: what was typed, beside what somebody else has saved meanwhile.

use crate::{
    guidelines::difference::{Piece, words},
    web::Frame,
};

/// A field of which two texts exist.
pub struct Difference {
    pub label: String,
    /// What is stored, told apart from what was typed.
    pub theirs: Vec<Piece>,
    pub yours: String,
}

/// The fields whose two texts differ. `labels`: inputs with the keys of their labels; `told` gives what is stored and what was
/// typed, as people read it.
pub fn differences(
    frame: &Frame,
    labels: &[(&'static str, &'static str)],
    told: impl Fn(&str) -> (String, String),
) -> Vec<Difference> {
    let of = |(name, label): &(&'static str, &'static str)| {
        let (theirs, yours) = told(name);
        (theirs != yours).then(|| Difference { label: frame.t(label), theirs: words(&yours, &theirs), yours })
    };
    labels.iter().filter_map(of).collect()
}
