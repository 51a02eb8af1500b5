//! Several people write in one proposal: what a save changes, and where two of them changed the same answer.

use crate::guidelines::{Answer, FileRef};

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

/// What two people wrote beside the same files, one text for each file: `mine` are the files as they stand now with the texts
/// of a form, `seen` those that stood there when it was opened, `now` those that are stored. Texts that only one of them
/// changed come together. Also says whether both changed the same text.
pub fn described(mine: &[FileRef], seen: &[FileRef], now: &[FileRef]) -> (Vec<FileRef>, bool) {
    let alt = |files: &[FileRef], of: &FileRef| {
        files.iter().find(|file| file.attachment == of.attachment).map(|file| file.alt.clone())
    };
    let mut clash = false;
    let one = |file: &FileRef| {
        let (before, theirs) = (alt(seen, file), alt(now, file));
        let text = match (before, theirs) {
            (Some(before), Some(theirs)) if file.alt == before => theirs,
            (Some(before), Some(theirs)) if theirs != before && theirs != file.alt => {
                clash = true;
                file.alt.clone()
            }
            _ => file.alt.clone(),
        };
        FileRef { alt: text, ..file.clone() }
    };
    (mine.iter().map(one).collect(), clash)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn image(id: u128, alt: &str) -> FileRef {
        FileRef {
            attachment: crate::ids::AttachmentId(uuid::Uuid::from_u128(id)),
            sha256: String::new(),
            name: "street.jpg".to_owned(),
            size: 1,
            media_type: "image/jpeg".to_owned(),
            pixels: None,
            alt: alt.to_owned(),
        }
    }

    #[test]
    fn texts_beside_different_images_come_together_and_the_same_one_is_a_clash() {
        let seen = [image(1, "A street"), image(2, "")];
        let now = [image(1, "A street at noon"), image(2, "")];
        let (both, clash) = described(&[image(1, "A street"), image(2, "A desk")], &seen, &now);
        assert_eq!((both, clash), (vec![image(1, "A street at noon"), image(2, "A desk")], false));
        let (mine, clash) = described(&[image(1, "A road"), image(2, "")], &seen, &now);
        assert_eq!((mine[0].alt.as_str(), clash), ("A road", true));
        let (same, clash) = described(&[image(1, "A street at noon"), image(2, "")], &seen, &now);
        assert_eq!((same, clash), (now.to_vec(), false));
        // One that came meanwhile stands as it is stored.
        let later = [now[0].clone(), now[1].clone(), image(3, "New")];
        assert_eq!(described(&later, &seen, &later), (later.to_vec(), false));
    }

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
