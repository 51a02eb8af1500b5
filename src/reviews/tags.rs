//! Tags of the secretariat's own making: a name and one of twelve colours.

/// How many colours there are; each is a class of the stylesheet.
pub const COLOURS: i32 = 12;

/// The longest name, in characters.
pub const LONGEST_NAME: usize = 40;

/// A tag as it is typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewTag {
    pub name: String,
    pub colour: i32,
}

/// The colour that stands out most from those in use: the first of the least used.
pub fn fresh_colour(used: &[i32]) -> i32 {
    let count = |colour: i32| used.iter().filter(|other| **other == colour).count();
    (1..=COLOURS).min_by_key(|colour| count(*colour)).unwrap_or(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_tag_is_offered_a_colour_that_is_not_in_use_yet() {
        assert_eq!(fresh_colour(&[]), 1);
        assert_eq!(fresh_colour(&[1, 2, 4]), 3);
        let all: Vec<i32> = (1..=COLOURS).collect();
        assert_eq!(fresh_colour(&all), 1);
    }
}
