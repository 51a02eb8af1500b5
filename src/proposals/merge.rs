//! Several people write in one proposal: what a save changes, and where two of them changed the same answer.

use crate::guidelines::Answer;

/// An answer and how often it was saved; 0 for one that never was.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Versioned {
    pub answer: Option<Answer>,
    pub version: i32,
}

/// What becomes of one field of a save.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// Nothing was changed here, or the same was saved meanwhile: what is stored stays.
    Keep,
    Write,
    /// Changed here and by somebody else meanwhile: both texts are shown, and nothing is overwritten.
    Clash,
}

/// `mine` is what stands in the form, `seen` what stood there when it was opened, `now` what is stored.
pub fn fate(mine: Option<&Answer>, seen: &Versioned, now: &Versioned) -> Fate {
    if mine == seen.answer.as_ref() || mine == now.answer.as_ref() {
        Fate::Keep
    } else if seen.version == now.version || seen.answer == now.answer {
        Fate::Write
    } else {
        Fate::Clash
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(version: i32, text: &str) -> Versioned {
        Versioned { answer: Answer::text(text), version }
    }

    #[test]
    fn only_what_both_have_changed_is_a_clash() {
        let (seen, same) = (at(1, "one"), at(1, "one"));
        let mine = |text: &str| Answer::text(text);
        assert_eq!(fate(mine("one").as_ref(), &seen, &same), Fate::Keep);
        assert_eq!(fate(mine("mine").as_ref(), &seen, &same), Fate::Write);
        assert_eq!(fate(mine("one").as_ref(), &seen, &at(2, "theirs")), Fate::Keep, "only they have changed it");
        assert_eq!(fate(mine("mine").as_ref(), &seen, &at(2, "mine")), Fate::Keep, "both wrote the same");
        assert_eq!(fate(mine("mine").as_ref(), &seen, &at(2, "theirs")), Fate::Clash);
        assert_eq!(fate(None, &seen, &at(2, "theirs")), Fate::Clash, "emptying is a change");
        assert_eq!(fate(mine("mine").as_ref(), &seen, &at(3, "one")), Fate::Write, "they took their change back");
        assert_eq!(fate(mine("mine").as_ref(), &Versioned::default(), &at(1, "theirs")), Fate::Clash);
    }
}
