//! Images: freed of what they tell beside the picture, and made small for pages. Pure, slow work: the file store does it off
//! the threads that serve, one image at a time. It is a crate of its own because it must be optimised where everything else is
//! built for a test: nobody waits seconds for a thumbnail then.
//!
//! What is kept is the picture as it came, bit for bit: only the pieces of the file that draw it are copied
//! (`jpeg`, `png`, `webp`), and the turn by which it stands upright. Thumbnails are drawn anew.

mod jpeg;
mod png;
mod shrink;
#[cfg(test)]
mod tests;
mod turn;
mod webp;

use image::{
    DynamicImage, ExtendedColorType, ImageEncoder, RgbImage, codecs::jpeg::JpegEncoder, metadata::Orientation,
};

/// The longest sides of thumbnails: for lists and forms, and for looking at.
pub const SIDES: [u32; 2] = [320, 1280];
/// What thumbnails are.
pub const THUMBNAIL_TYPE: &str = "image/jpeg";

/// The most memory that decoding one image may take, in bytes: 24 megapixels of any camera need a tenth of it, those that can
/// only be drawn as a whole (progressive, interlaced) about 20.
const BUDGET: u64 = 64 * 1024 * 1024;
/// The most pixels of any image, and of a side.
const MOST_PIXELS: u64 = 50_000_000;
const LONGEST_SIDE: u32 = 20_000;
const QUALITY: u8 = 82;

/// Width and height, upright.
pub type Pixels = (u32, u32);

/// Why an image is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unfit {
    /// Cut off, or not what it says it is.
    #[error("damaged")]
    Damaged,
    #[error("too many pixels: {width} x {height}")]
    TooManyPixels { width: u32, height: u32 },
}

/// An image to be kept.
pub struct Prepared {
    /// The picture without anything beside it.
    pub bytes: Vec<u8>,
    pub pixels: Pixels,
    /// One for each of [`SIDES`].
    pub thumbnails: Vec<(u32, Vec<u8>)>,
}

/// What is left of a file when all but the picture is left out.
struct Clean {
    bytes: Vec<u8>,
    /// As stored, before it is turned upright.
    width: u32,
    height: u32,
    turn: Orientation,
    /// What drawing it takes, in bytes.
    cost: u64,
    /// The colours' profile, of an image in red, green and blue.
    profile: Option<Vec<u8>>,
}

/// Cleans an image of this type, looks whether it can be drawn, and makes its thumbnails. Its size is looked at in the header,
/// before anything of that size is held in memory.
pub fn prepare(given: &[u8], media_type: &str) -> Result<Prepared, Unfit> {
    let clean = match media_type {
        "image/jpeg" => jpeg::clean(given)?,
        "image/png" => png::clean(given)?,
        "image/webp" => webp::clean(given)?,
        _ => return Err(Unfit::Damaged),
    };
    let (width, height) = (clean.width, clean.height);
    let count = u64::from(width) * u64::from(height);
    if count > MOST_PIXELS || width.max(height) > LONGEST_SIDE || clean.cost > BUDGET {
        return Err(Unfit::TooManyPixels { width, height });
    }
    let largest = SIDES[SIDES.len() - 1];
    let drawn = match media_type {
        "image/jpeg" => jpeg::draw(&clean.bytes, fitted((width, height), largest))?,
        "image/png" => png::draw(&clean.bytes, fitted((width, height), largest))?,
        _ => webp::draw(&clean.bytes, fitted((width, height), largest))?,
    };
    let (wide, high) = fitted((width, height), largest);
    let mut picture = smaller(drawn.into(), wide, high);
    picture.apply_orientation(clean.turn);
    let mut thumbnails = Vec::new();
    for side in SIDES {
        let (wide, high) = fitted((picture.width(), picture.height()), side);
        thumbnails.push((side, encoded(&picture.thumbnail_exact(wide, high).into_rgb8(), clean.profile.as_deref())?));
    }
    let pixels = if turn::swaps_sides(clean.turn) { (height, width) } else { (width, height) };
    Ok(Prepared { bytes: clean.bytes, pixels, thumbnails })
}

/// The size at which a picture fits into a square of this side, never larger than it is.
pub fn fitted((width, height): Pixels, side: u32) -> Pixels {
    let longest = width.max(height).max(1);
    if longest <= side {
        return (width.max(1), height.max(1));
    }
    let scaled = |length: u32| {
        let exact = u64::from(length) * u64::from(side) + u64::from(longest) / 2;
        u32::try_from(exact / u64::from(longest)).unwrap_or(side).max(1)
    };
    (scaled(width), scaled(height))
}

/// The size of an image's thumbnail, for templates, which hold both by reference.
pub fn thumbnail_size(pixels: &Pixels, side: &u32) -> Pixels {
    fitted(*pixels, *side)
}

fn smaller(picture: DynamicImage, width: u32, height: u32) -> DynamicImage {
    if (picture.width(), picture.height()) == (width, height) {
        picture
    } else {
        picture.thumbnail_exact(width, height)
    }
}

fn encoded(picture: &RgbImage, profile: Option<&[u8]>) -> Result<Vec<u8>, Unfit> {
    let mut bytes = Vec::new();
    let mut encoder = JpegEncoder::new_with_quality(&mut bytes, QUALITY);
    if let Some(profile) = profile {
        // One that does not fit is left out: the colours are then taken for the usual ones.
        let _ = encoder.set_icc_profile(profile.to_vec());
    }
    let (width, height) = picture.dimensions();
    encoder.write_image(picture.as_raw(), width, height, ExtendedColorType::Rgb8).map_err(|_| Unfit::Damaged)?;
    Ok(bytes)
}

/// A profile for thumbnails: short, and of red, green and blue.
fn usable(profile: Vec<u8>) -> Option<Vec<u8>> {
    const LONGEST_PROFILE: usize = 16 * 1024;
    (profile.len() <= LONGEST_PROFILE && profile.get(16..20) == Some(b"RGB ")).then_some(profile)
}

/// The bytes of `bytes` from `at`, if there are so many.
fn piece(bytes: &[u8], at: usize, length: usize) -> Result<&[u8], Unfit> {
    bytes.get(at..at.checked_add(length).ok_or(Unfit::Damaged)?).ok_or(Unfit::Damaged)
}
