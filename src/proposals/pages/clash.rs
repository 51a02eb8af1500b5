//! Two texts of one question, side by side, with what differs marked and a third text made of both.

use crate::{
    guidelines::{
        Answer, Answers, Audience, Definition, Field, FieldKey, Kind, Scalar,
        difference::{self, Fate, Piece},
        input_id,
    },
    proposals::combine,
    words::Locale,
};

/// A field that two people changed.
#[derive(Clone, Debug)]
pub struct Disputed {
    pub field: FieldKey,
    /// What stood there before either of them.
    pub before: Option<Answer>,
    /// What stands there now, and its version.
    pub theirs: Option<Answer>,
    pub version: i32,
    /// Who wrote it and when: `Saved by Nila Rao at 14:02`.
    pub heading: String,
}

/// The same, as it is shown.
pub struct Clash {
    pub key: String,
    pub label: String,
    pub version: i32,
    pub heading: String,
    pub theirs: Vec<Passage>,
    pub mine: Vec<Passage>,
    /// The language of both.
    pub lang: Option<Locale>,
    pub combined: Option<Combined>,
}

/// A stretch of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    pub text: String,
    /// Whether the other text lacks it.
    pub only_here: bool,
}

/// Both texts brought together, to be edited.
pub struct Combined {
    pub id: String,
    pub text: String,
    pub rows: usize,
    /// What to look at: the key of a hint.
    pub hint: &'static str,
}

impl Clash {
    /// `answers` are those of the form: the reader's own.
    pub fn new(definition: &Definition, answers: &Answers, disputed: &Disputed, locale: Locale) -> Option<Self> {
        let key = disputed.field.as_str();
        let field = definition.field(key)?;
        let show = |answers: &Answers| definition.show_field(key, answers, locale, Audience::Inside);
        let mine = show(answers)?;
        let mut others = answers.clone();
        others.set(disputed.field.clone(), disputed.theirs.clone());
        let theirs = show(&others)?;
        let (left, right) = marked(&theirs.plain(), &mine.plain());
        Some(Self {
            key: key.to_owned(),
            label: mine.label,
            version: disputed.version,
            heading: disputed.heading.clone(),
            theirs: left,
            mine: right,
            lang: mine.lang,
            combined: combined(field, answers, disputed),
        })
    }
}

/// For texts only: rows, choices and amounts are brought together in the inputs of the question itself.
fn combined(field: &Field, answers: &Answers, disputed: &Disputed) -> Option<Combined> {
    if !matches!(field.kind, Kind::Scalar(Scalar::Text { .. } | Scalar::LongText { .. })) {
        return None;
    }
    let text = |answer: Option<&Answer>| match answer {
        Some(Answer::Value(value)) => value.text().unwrap_or_default().to_owned(),
        _ => String::new(),
    };
    let key = disputed.field.as_str();
    let before = text(disputed.before.as_ref());
    let both = combine::texts(&before, &text(answers.get(key)), &text(disputed.theirs.as_ref()));
    Some(Combined {
        id: input_id(&format!("combined.{key}")),
        rows: (both.whole.len() / 70).clamp(2, 18),
        hint: if both.overlaps { "autosave-combined-overlaps" } else { "autosave-combined-clean" },
        text: both.whole,
    })
}

/// Both texts, cut where they differ.
fn marked(theirs: &str, mine: &str) -> (Vec<Passage>, Vec<Passage>) {
    let side = |own: Fate, pieces: &[Piece]| {
        let there = pieces.iter().filter(|piece| piece.fate == Fate::Same || piece.fate == own);
        there.map(|piece| Passage { text: piece.text.clone(), only_here: piece.fate == own }).collect()
    };
    let pieces = difference::words(theirs, mine);
    (side(Fate::Gone, &pieces), side(Fate::New, &pieces))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_side_marks_what_the_other_lacks() {
        let (theirs, mine) = marked("Plant 300 trees.", "Plant 500 trees now.");
        let only = |side: &[Passage]| {
            side.iter().filter(|one| one.only_here).map(|one| one.text.clone()).collect::<Vec<_>>().join("|")
        };
        assert_eq!((only(&theirs).as_str(), only(&mine).as_str()), ("300", "500| now"));
        assert_eq!(mine.iter().map(|one| one.text.as_str()).collect::<String>(), "Plant 500 trees now.");
    }
}
