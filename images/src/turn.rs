//! The one thing that is kept of what cameras write beside the picture: how it must be turned to stand upright.

use image::metadata::Orientation;

/// Whether width and height change places.
pub fn swaps_sides(turn: Orientation) -> bool {
    turn.to_exif() >= 5
}

/// As an EXIF block says, which begins like a TIFF.
pub fn told_by(exif: &[u8]) -> Orientation {
    Orientation::from_exif_chunk(exif).unwrap_or(Orientation::NoTransforms)
}

/// The shortest EXIF block: one that says this and nothing else. None for a picture that stands upright as it is.
pub fn block(turn: Orientation) -> Option<[u8; 26]> {
    if turn == Orientation::NoTransforms {
        return None;
    }
    let mut block = *b"II\x2a\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\0\0\0\0\0\0\0\0";
    block[18] = turn.to_exif();
    Some(block)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        for number in 2..=8 {
            let turn = Orientation::from_exif(number).unwrap();
            assert_eq!(told_by(&block(turn).unwrap()), turn);
        }
        assert_eq!(told_by(b"no exif at all"), Orientation::NoTransforms);
        assert_eq!(block(Orientation::NoTransforms), None);
    }
}
