//! JPEG: the segments that draw the picture are kept, all others left out, and what follows the picture's end.

use image::{RgbImage, metadata::Orientation};
use jpeg_decoder::{Decoder, PixelFormat};

use super::{Clean, Pixels, Unfit, piece, turn, usable};

const START: u8 = 0xD8;
const END: u8 = 0xD9;
const SCAN: u8 = 0xDA;

/// What the frame's header says.
struct Frame {
    width: u32,
    height: u32,
    components: u8,
    /// What must be held until the last scan, in bytes: nothing, where each scan can be drawn by itself.
    held: u64,
}

/// The file with nothing but its picture.
pub(super) fn clean(given: &[u8]) -> Result<Clean, Unfit> {
    if piece(given, 0, 2)? != [0xFF, START] {
        return Err(Unfit::Damaged);
    }
    let mut first = vec![0xFF, START];
    let mut rest = Vec::with_capacity(given.len());
    let (mut turn, mut frame, mut profile) = (Orientation::NoTransforms, None, Vec::new());
    let mut at = 2;
    loop {
        let (marker, next) = marker(given, at)?;
        if marker == END {
            break;
        }
        let length = usize::from(u16::from_be_bytes([byte(given, next)?, byte(given, next + 1)?]));
        let body = piece(given, next + 2, length.checked_sub(2).ok_or(Unfit::Damaged)?)?;
        at = next + length;
        match (marker, body) {
            // Of the JFIF header, all but the thumbnail that it may hold.
            (0xE0, [b'J', b'F', b'I', b'F', 0, told @ ..]) if told.len() >= 7 && first.len() == 2 => {
                first.extend([0xFF, 0xE0, 0, 16]);
                first.extend(b"JFIF\0");
                first.extend(&told[..7]);
                first.extend([0, 0]);
            }
            (0xE1, [b'E', b'x', b'i', b'f', 0, 0, exif @ ..]) => turn = turn::told_by(exif),
            // What its colours mean, and how they are mixed.
            (0xE2, [b'I', b'C', b'C', b'_', b'P', b'R', b'O', b'F', b'I', b'L', b'E', 0, _, _, part @ ..]) => {
                profile.extend(part);
                segment(&mut rest, marker, body);
            }
            (0xEE, [b'A', b'd', b'o', b'b', b'e', ..]) => segment(&mut rest, marker, body),
            (0xC0..=0xC2, _) if frame.is_none() => {
                frame = Some(header(body, marker == 0xC2)?);
                segment(&mut rest, marker, body);
            }
            // Tables.
            (0xC4 | 0xDB | 0xDD, _) => segment(&mut rest, marker, body),
            (SCAN, _) if frame.is_some() => {
                segment(&mut rest, marker, body);
                let end = scan_end(given, at)?;
                rest.extend(&given[at..end]);
                at = end;
            }
            // Applications' own pieces and comments.
            (0xE0..=0xEF | 0xFE, _) => {}
            _ => return Err(Unfit::Damaged),
        }
    }
    rest.extend([0xFF, END]);
    let frame = frame.ok_or(Unfit::Damaged)?;
    if let Some(block) = turn::block(turn) {
        segment(&mut first, 0xE1, &[b"Exif\0\0".as_slice(), &block].concat());
    }
    first.append(&mut rest);
    let profile = if frame.components == 3 { usable(profile) } else { None };
    Ok(Clean { bytes: first, width: frame.width, height: frame.height, turn, cost: frame.held, profile })
}

/// The marker at `at` and where it ends. Any number of filling bytes may stand before it.
fn marker(given: &[u8], at: usize) -> Result<(u8, usize), Unfit> {
    if byte(given, at)? != 0xFF {
        return Err(Unfit::Damaged);
    }
    let mut at = at + 1;
    while byte(given, at)? == 0xFF {
        at += 1;
    }
    Ok((byte(given, at)?, at + 1))
}

fn byte(given: &[u8], at: usize) -> Result<u8, Unfit> {
    given.get(at).copied().ok_or(Unfit::Damaged)
}

fn segment(out: &mut Vec<u8>, marker: u8, body: &[u8]) {
    let length = u16::try_from(body.len() + 2).unwrap_or(u16::MAX);
    out.extend([0xFF, marker]);
    out.extend(length.to_be_bytes());
    out.extend(body);
}

/// Where the drawn data that begins at `at` ends: before a marker that is neither a filling zero nor a restart.
fn scan_end(given: &[u8], mut at: usize) -> Result<usize, Unfit> {
    loop {
        let rest = given.get(at..).ok_or(Unfit::Damaged)?;
        at += rest.iter().position(|byte| *byte == 0xFF).ok_or(Unfit::Damaged)?;
        match byte(given, at + 1)? {
            0 | 0xD0..=0xD7 => at += 2,
            0xFF => at += 1,
            _ => return Ok(at),
        }
    }
}

/// What a frame of 8 bits and Huffman codes says of itself; others browsers do not draw either.
fn header(body: &[u8], progressive: bool) -> Result<Frame, Unfit> {
    let [8, h1, h0, w1, w0, components @ (1 | 3 | 4), parts @ ..] = body else { return Err(Unfit::Damaged) };
    let (width, height) = (u32::from(u16::from_be_bytes([*w1, *w0])), u32::from(u16::from_be_bytes([*h1, *h0])));
    if width == 0 || height == 0 || parts.len() != usize::from(*components) * 3 {
        return Err(Unfit::Damaged);
    }
    let samples: Vec<(u64, u64)> =
        parts.chunks_exact(3).map(|part| (u64::from(part[1] >> 4), u64::from(part[1] & 15))).collect();
    let most = samples.iter().map(|(h, v)| h * v).max().unwrap_or(0);
    if most == 0 || samples.iter().any(|(h, v)| !(1..=4).contains(h) || !(1..=4).contains(v)) {
        return Err(Unfit::Damaged);
    }
    let shares: u64 = samples.iter().map(|(h, v)| h * v).sum();
    // Two bytes for each coefficient, until the last scan has come.
    let held = if progressive { u64::from(width) * u64::from(height) * 2 * shares / most } else { 0 };
    Ok(Frame { width, height, components: *components, held })
}

/// The picture, at a size from `target` up to twice that: what is not needed for it is never computed.
pub(super) fn draw(bytes: &[u8], target: Pixels) -> Result<RgbImage, Unfit> {
    let damaged = |_| Unfit::Damaged;
    let mut decoder = Decoder::new(bytes);
    decoder.set_max_decoding_buffer_size(usize::try_from(super::BUDGET).unwrap_or(usize::MAX));
    let side = |length: u32| u16::try_from(length).unwrap_or(u16::MAX);
    let (width, height) = decoder.scale(side(target.0), side(target.1)).map_err(damaged)?;
    let drawn = decoder.decode().map_err(damaged)?;
    let format = decoder.info().ok_or(Unfit::Damaged)?.pixel_format;
    let rgb: Vec<u8> = match format {
        PixelFormat::RGB24 => drawn,
        PixelFormat::L8 => drawn.into_iter().flat_map(|grey| [grey; 3]).collect(),
        PixelFormat::CMYK32 => drawn.chunks_exact(4).flat_map(printed).collect(),
        PixelFormat::L16 => return Err(Unfit::Damaged),
    };
    RgbImage::from_raw(width.into(), height.into(), rgb).ok_or(Unfit::Damaged)
}

/// Four inks on white paper.
fn printed(inks: &[u8]) -> [u8; 3] {
    let left = |ink: usize| u32::from(u8::MAX - inks[ink]);
    [0, 1, 2].map(|ink| u8::try_from(left(ink) * left(3) / 255).unwrap_or(u8::MAX))
}
