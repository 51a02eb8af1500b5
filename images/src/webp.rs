//! WebP: the chunks that draw the picture are kept, all others left out, and what follows the container's end.

use std::io::Cursor;

use image::{ColorType, ImageDecoder, RgbImage, codecs::webp::WebPDecoder, metadata::Orientation};

use super::{
    Clean, Pixels, Unfit, piece,
    shrink::{Shrinker, on_white},
    turn, usable,
};

const KEPT: [&[u8; 4]; 7] = [b"VP8X", b"VP8 ", b"VP8L", b"ALPH", b"ANIM", b"ANMF", b"ICCP"];
/// In the first byte of `VP8X`: that there is EXIF, that there is XMP.
const EXIF: u8 = 8;
const XMP: u8 = 4;

/// The file with nothing but its picture.
pub(super) fn clean(given: &[u8]) -> Result<Clean, Unfit> {
    if piece(given, 0, 4)? != b"RIFF" || piece(given, 8, 4)? != b"WEBP" {
        return Err(Unfit::Damaged);
    }
    let told = usize::try_from(number(given, 4)?).map_err(|_| Unfit::Damaged)?;
    let given = piece(given, 0, told.checked_add(8).ok_or(Unfit::Damaged)?)?;
    let mut bytes = Vec::with_capacity(given.len());
    bytes.extend(b"RIFF\0\0\0\0WEBP");
    let (mut turn, mut flags, mut lossless, mut profile) = (Orientation::NoTransforms, None, false, None);
    let mut at = 12;
    while at < given.len() {
        let kind: &[u8; 4] = piece(given, at, 4)?.try_into().map_err(|_| Unfit::Damaged)?;
        let length = usize::try_from(number(given, at + 4)?).map_err(|_| Unfit::Damaged)?;
        let body = piece(given, at + 8, length)?;
        match kind {
            b"EXIF" => turn = turn::told_by(body.strip_prefix(b"Exif\0\0").unwrap_or(body)),
            b"VP8X" => flags = Some(bytes.len() + 8),
            b"VP8L" | b"ALPH" | b"ANMF" => lossless = true,
            b"ICCP" => profile = usable(body.to_vec()),
            _ => {}
        }
        if KEPT.contains(&kind) {
            chunk(&mut bytes, *kind, body)?;
        }
        at = at.checked_add(8 + length + length % 2).ok_or(Unfit::Damaged)?;
    }
    if let Some(flags) = flags.and_then(|place| bytes.get_mut(place)) {
        *flags &= !(EXIF | XMP);
        if turn != Orientation::NoTransforms {
            *flags |= EXIF;
        }
    } else {
        // Only the long form has room for a turn.
        turn = Orientation::NoTransforms;
    }
    if let Some(block) = turn::block(turn) {
        chunk(&mut bytes, *b"EXIF", &block)?;
    }
    let size = u32::try_from(bytes.len() - 8).map_err(|_| Unfit::Damaged)?;
    bytes[4..8].copy_from_slice(&size.to_le_bytes());
    let (width, height) = WebPDecoder::new(Cursor::new(&bytes)).map_err(|_| Unfit::Damaged)?.dimensions();
    let each = if lossless { 9 } else { 5 };
    let cost = u64::from(width) * u64::from(height) * each;
    Ok(Clean { bytes, width, height, turn, cost, profile })
}

fn number(given: &[u8], at: usize) -> Result<u32, Unfit> {
    Ok(u32::from_le_bytes(piece(given, at, 4)?.try_into().map_err(|_| Unfit::Damaged)?))
}

fn chunk(out: &mut Vec<u8>, kind: [u8; 4], body: &[u8]) -> Result<(), Unfit> {
    out.extend(kind);
    out.extend(u32::try_from(body.len()).map_err(|_| Unfit::Damaged)?.to_le_bytes());
    out.extend(body);
    if body.len() % 2 == 1 {
        out.push(0);
    }
    Ok(())
}

/// The picture, at a size from `target` up to twice that.
pub(super) fn draw(bytes: &[u8], target: Pixels) -> Result<RgbImage, Unfit> {
    let decoder = WebPDecoder::new(Cursor::new(bytes)).map_err(|_| Unfit::Damaged)?;
    let (width, height) = decoder.dimensions();
    let colour = decoder.color_type();
    let mut whole = vec![0; usize::try_from(decoder.total_bytes()).map_err(|_| Unfit::Damaged)?];
    decoder.read_image(&mut whole).map_err(|_| Unfit::Damaged)?;
    let mut small = Shrinker::new((width, height), target);
    let line = usize::try_from(width).unwrap_or(0) * usize::from(colour.bytes_per_pixel());
    for row in whole.chunks_exact(line) {
        match colour {
            ColorType::Rgb8 => small.row(row.chunks_exact(3).map(|pixel| [pixel[0], pixel[1], pixel[2]])),
            ColorType::Rgba8 => {
                small.row(row.chunks_exact(4).map(|pixel| on_white([pixel[0], pixel[1], pixel[2], pixel[3]])));
            }
            _ => return Err(Unfit::Damaged),
        }
    }
    small.finish()
}
