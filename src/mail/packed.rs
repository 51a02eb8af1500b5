//! What a letter says, as the database keeps it: packed. Most of what it writes for a letter to thousands would be the same words again.

use std::io::{Read, Write};

use flate2::{Compression, read::DeflateDecoder, write::DeflateEncoder};
use sea_orm::DeriveValueType;

use crate::error::{Error, Result};

/// A text, packed where that makes it shorter.
#[derive(Clone, Debug, Default, PartialEq, Eq, DeriveValueType)]
pub struct Packed(Vec<u8>);

/// What is packed begins with a byte that no text begins with, so that texts from before are read as they stand.
const MARK: u8 = 0xff;

impl Packed {
    pub fn of(text: &str) -> Self {
        let plain = || text.as_bytes().to_vec();
        let mut packer = DeflateEncoder::new(vec![MARK], Compression::fast());
        let packed = packer.write_all(text.as_bytes()).and_then(|()| packer.finish());
        Self(packed.ok().filter(|packed| packed.len() < text.len()).unwrap_or_else(plain))
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn text(&self) -> Result<String> {
        let Some((&MARK, packed)) = self.0.split_first() else {
            return String::from_utf8(self.0.clone()).map_err(Error::internal);
        };
        let mut text = String::new();
        DeflateDecoder::new(packed).read_to_string(&mut text).map_err(Error::internal)?;
        Ok(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_comes_out_as_it_went_in() {
        let long = "Chère Ada, le 15 mai 2014 à 23 h 59, « tout » est clos. 🏙 ".repeat(200);
        for text in ["", "a", "ÿ", "\u{ff}\u{0}", long.as_str()] {
            assert_eq!(Packed::of(text).text().unwrap(), text);
        }
        assert!(Packed::of("").is_empty() && !Packed::of("a").is_empty());
        assert!(Packed::of(&long).0.len() * 10 < long.len());
    }

    #[test]
    fn a_text_that_was_never_packed_is_read_as_it_stands() {
        assert_eq!(Packed("Élan".as_bytes().to_vec()).text().unwrap(), "Élan");
    }

    #[test]
    fn what_was_damaged_is_told() {
        let packed = Packed::of(&"word ".repeat(100)).0;
        for damaged in [packed[..packed.len() / 2].to_vec(), vec![MARK], vec![MARK, 1, 2, 3], vec![0xfe]] {
            assert!(Packed(damaged).text().is_err());
        }
    }
}
