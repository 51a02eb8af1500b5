//! PNG: the chunks that draw the picture are kept, all others left out, and what follows the last one.

use std::io::Cursor;

use image::{RgbImage, metadata::Orientation};
use png::{BitDepth, ColorType, DecodeOptions, Decoder, Transformations};

use super::{
    Clean, Pixels, Unfit, piece,
    shrink::{Shrinker, on_white},
    turn,
};

const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";

/// What draws: the picture, and what its numbers mean as colours. Profiles are compressed, and could unpack to anything; the
/// few that matter repeat themselves in `gAMA` and `cHRM`.
const KEPT: [&[u8; 4]; 10] = [b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"sBIT", b"pHYs"];

/// The file with nothing but its picture. Of one that moves, the first picture.
pub(super) fn clean(given: &[u8]) -> Result<Clean, Unfit> {
    if !given.starts_with(SIGNATURE) {
        return Err(Unfit::Damaged);
    }
    let mut bytes = Vec::with_capacity(given.len());
    bytes.extend(SIGNATURE);
    let (mut turn, mut header, mut drawn) = (Orientation::NoTransforms, None, false);
    let mut at = SIGNATURE.len();
    loop {
        let length = u32::from_be_bytes(piece(given, at, 4)?.try_into().map_err(|_| Unfit::Damaged)?);
        let length = usize::try_from(length).map_err(|_| Unfit::Damaged)?;
        let kind: &[u8; 4] = piece(given, at + 4, 4)?.try_into().map_err(|_| Unfit::Damaged)?;
        let body = piece(given, at + 8, length)?;
        let whole = piece(given, at, length.checked_add(12).ok_or(Unfit::Damaged)?)?;
        at += whole.len();
        match kind {
            b"IHDR" if header.is_none() => header = Some(ihdr(body)?),
            _ if header.is_none() => return Err(Unfit::Damaged),
            b"IHDR" => return Err(Unfit::Damaged),
            b"eXIf" => turn = turn::told_by(body),
            b"IDAT" if !drawn => {
                drawn = true;
                if let Some(block) = turn::block(turn) {
                    chunk(&mut bytes, *b"eXIf", &block);
                }
            }
            _ => {}
        }
        if KEPT.contains(&kind) {
            bytes.extend(whole);
        }
        if kind == b"IEND" {
            break;
        }
    }
    let (width, height, cost) = header.ok_or(Unfit::Damaged)?;
    Ok(Clean { bytes, width, height, turn: if drawn { turn } else { return Err(Unfit::Damaged) }, cost, profile: None })
}

/// Width, height, and what must be held to draw it: a row, or all of it where the rows do not come in their order.
fn ihdr(body: &[u8]) -> Result<(u32, u32, u64), Unfit> {
    let [w3, w2, w1, w0, h3, h2, h1, h0, depth, colour, 0, 0, interlaced @ (0 | 1)] = body else {
        return Err(Unfit::Damaged);
    };
    let (width, height) = (u32::from_be_bytes([*w3, *w2, *w1, *w0]), u32::from_be_bytes([*h3, *h2, *h1, *h0]));
    if width == 0 || height == 0 || *depth > 16 || *colour > 6 {
        return Err(Unfit::Damaged);
    }
    let rows = if *interlaced == 1 { u64::from(height) } else { 2 };
    Ok((width, height, u64::from(width).saturating_mul(rows).saturating_mul(4)))
}

fn chunk(out: &mut Vec<u8>, kind: [u8; 4], body: &[u8]) {
    let length = u32::try_from(body.len()).unwrap_or(u32::MAX);
    out.extend(length.to_be_bytes());
    let from = out.len();
    out.extend(kind);
    out.extend(body);
    let sum = crc(&out[from..]);
    out.extend(sum.to_be_bytes());
}

/// The sum by which PNG notices damage.
fn crc(bytes: &[u8]) -> u32 {
    let mut sum = u32::MAX;
    for byte in bytes {
        sum ^= u32::from(*byte);
        for _ in 0..8 {
            sum = if sum & 1 == 1 { 0xEDB8_8320 ^ (sum >> 1) } else { sum >> 1 };
        }
    }
    !sum
}

/// The picture, at a size from `target` up to twice that, read row by row.
pub(super) fn draw(bytes: &[u8], target: Pixels) -> Result<RgbImage, Unfit> {
    let damaged = |_| Unfit::Damaged;
    let mut options = DecodeOptions::default();
    options.set_ignore_text_chunk(true);
    options.set_ignore_iccp_chunk(true);
    let mut decoder = Decoder::new_with_options(Cursor::new(bytes), options);
    decoder.set_limits(png::Limits { bytes: usize::try_from(super::BUDGET).unwrap_or(usize::MAX) });
    decoder.set_transformations(Transformations::EXPAND | Transformations::STRIP_16);
    let mut reader = decoder.read_info().map_err(damaged)?;
    let (width, height, interlaced) = (reader.info().width, reader.info().height, reader.info().interlaced);
    let (colour, depth) = reader.output_color_type();
    if depth != BitDepth::Eight {
        return Err(Unfit::Damaged);
    }
    let mut small = Shrinker::new((width, height), target);
    if interlaced {
        let size = reader.output_buffer_size().ok_or(Unfit::Damaged)?;
        let mut whole = vec![0; size];
        let told = reader.next_frame(&mut whole).map_err(damaged)?;
        for row in whole.chunks_exact(told.line_size) {
            take(&mut small, row, colour);
        }
    } else {
        while let Some(row) = reader.next_row().map_err(damaged)? {
            take(&mut small, row.data(), colour);
        }
    }
    small.finish()
}

fn take(small: &mut Shrinker, row: &[u8], colour: ColorType) {
    match colour {
        ColorType::Grayscale => small.row(row.iter().map(|grey| [*grey; 3])),
        ColorType::GrayscaleAlpha => {
            small.row(row.chunks_exact(2).map(|pixel| on_white([pixel[0], pixel[0], pixel[0], pixel[1]])));
        }
        ColorType::Rgb => small.row(row.chunks_exact(3).map(|pixel| [pixel[0], pixel[1], pixel[2]])),
        ColorType::Rgba | ColorType::Indexed => {
            small.row(row.chunks_exact(4).map(|pixel| on_white([pixel[0], pixel[1], pixel[2], pixel[3]])));
        }
    }
}
