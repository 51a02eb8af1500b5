//! What is left of images, and what is not taken.

use image::{DynamicImage, ExtendedColorType, ImageEncoder, Rgb, RgbImage, codecs::jpeg::JpegEncoder};

use super::*;

/// Red on the left, blue on the right.
fn picture(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, _| if x < width / 2 { Rgb([200, 30, 30]) } else { Rgb([30, 30, 200]) })
}

fn as_jpeg(picture: &RgbImage) -> Vec<u8> {
    let mut bytes = Vec::new();
    let encoder = JpegEncoder::new_with_quality(&mut bytes, 90);
    encoder.write_image(picture.as_raw(), picture.width(), picture.height(), ExtendedColorType::Rgb8).unwrap();
    bytes
}

fn as_(format: image::ImageFormat, picture: &RgbImage) -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    DynamicImage::ImageRgb8(picture.clone()).write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

fn segment(marker: u8, body: &[u8]) -> Vec<u8> {
    let length = u16::try_from(body.len() + 2).unwrap().to_be_bytes();
    [&[0xFF, marker], length.as_slice(), body].concat()
}

fn chunk(kind: &[u8; 4], body: &[u8]) -> Vec<u8> {
    // Of a piece that is not kept, nobody looks at the sum.
    [&u32::try_from(body.len()).unwrap().to_be_bytes(), kind.as_slice(), body, &[0; 4]].concat()
}

/// An EXIF block that turns the picture, and tells where it was taken.
fn exif(turn: u8) -> Vec<u8> {
    let turn = turn::block(Orientation::from_exif(turn).unwrap()).unwrap();
    [turn.as_slice(), b"GPSLatitude 27.1751 N, camera of Asha Verma"].concat()
}

fn holds(bytes: &[u8], text: &[u8]) -> bool {
    bytes.windows(text.len()).any(|window| window == text)
}

fn opened(bytes: &[u8]) -> RgbImage {
    image::load_from_memory(bytes).unwrap().into_rgb8()
}

#[test]
fn a_photograph_keeps_its_picture_bit_for_bit_and_nothing_else_but_its_turn() {
    let plain = as_jpeg(&picture(640, 480));
    let told = [
        plain[..2].to_vec(),
        segment(0xE1, &[b"Exif\0\0".as_slice(), &exif(6)].concat()),
        segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>Asha Verma</x:xmpmeta>"),
        segment(0xED, b"Photoshop 3.0\0Asha Verma"),
        segment(0xFE, b"a comment of Asha Verma"),
        plain[2..].to_vec(),
        b"PK\x03\x04 an archive, or a film".to_vec(),
    ]
    .concat();
    let prepared = prepare(&told, "image/jpeg").unwrap();
    for secret in [b"GPS".as_slice(), b"Asha", b"xmp", b"Photoshop", b"comment", b"PK\x03\x04"] {
        assert!(!holds(&prepared.bytes, secret), "{}", String::from_utf8_lossy(secret));
    }
    assert_eq!(opened(&prepared.bytes), opened(&plain));
    assert_eq!(prepared.pixels, (480, 640), "it stands upright");
    let small = opened(&prepared.thumbnails[0].1);
    assert_eq!(small.dimensions(), (240, 320));
    assert!(small.get_pixel(120, 20).0[0] > 150 && small.get_pixel(120, 300).0[2] > 150, "the left is above now");
    assert_eq!(opened(&prepared.thumbnails[1].1).dimensions(), (480, 640), "nothing is made larger");
    let again = prepare(&prepared.bytes, "image/jpeg").unwrap();
    assert_eq!(again.bytes, prepared.bytes, "what is clean stays as it is");
}

#[test]
fn a_drawing_keeps_its_picture_and_no_text() {
    let plain = as_(image::ImageFormat::Png, &picture(2000, 1000));
    let header = plain[..33].to_vec();
    let told = [
        header,
        chunk(b"eXIf", &exif(3)),
        chunk(b"tEXt", b"Author\0Asha Verma"),
        chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0Asha Verma"),
        chunk(b"tIME", &[7; 7]),
        plain[33..].to_vec(),
        b"<script>alert('behind the end')</script>".to_vec(),
    ]
    .concat();
    let prepared = prepare(&told, "image/png").unwrap();
    for secret in [b"GPS".as_slice(), b"Asha", b"tIME", b"<script>"] {
        assert!(!holds(&prepared.bytes, secret), "{}", String::from_utf8_lossy(secret));
    }
    assert_eq!(opened(&prepared.bytes).dimensions(), (2000, 1000));
    let large = opened(&prepared.thumbnails[1].1);
    assert_eq!(large.dimensions(), (1280, 640));
    assert!(large.get_pixel(100, 300).0[2] > 150, "it is turned around");
}

#[test]
fn webp_is_taken_too() {
    let plain = as_(image::ImageFormat::WebP, &picture(400, 300));
    let mut told = [plain.as_slice(), b"EXIF", &71_u32.to_le_bytes(), &[b'G'; 71], &[0]].concat();
    let size = u32::try_from(told.len() - 8).unwrap();
    told[4..8].copy_from_slice(&size.to_le_bytes());
    let prepared = prepare(&told, "image/webp").unwrap();
    assert_eq!(prepared.bytes, plain);
    assert_eq!(prepared.pixels, (400, 300));
    assert_eq!(opened(&prepared.thumbnails[0].1).dimensions(), (320, 240));
}

#[test]
fn what_would_fill_the_memory_is_refused_by_its_header() {
    let mut huge = as_(image::ImageFormat::Png, &picture(8, 8));
    huge[16..20].copy_from_slice(&50_000_u32.to_be_bytes());
    huge[20..24].copy_from_slice(&50_000_u32.to_be_bytes());
    let refused = Unfit::TooManyPixels { width: 50_000, height: 50_000 };
    assert_eq!(prepare(&huge, "image/png").err(), Some(refused));

    let mut huge = as_jpeg(&picture(8, 8));
    let frame = huge.windows(2).position(|pair| pair == [0xFF, 0xC0]).unwrap();
    huge[frame + 5..frame + 9].copy_from_slice(&[0xC3, 0x50, 0xC3, 0x50]);
    assert_eq!(prepare(&huge, "image/jpeg").err(), Some(refused));

    // Of a picture that can only be drawn as a whole, less.
    huge[frame + 1] = 0xC2;
    huge[frame + 5..frame + 9].copy_from_slice(&[0x17, 0x70, 0x1F, 0x40]);
    let refused = Unfit::TooManyPixels { width: 8_000, height: 6_000 };
    assert_eq!(prepare(&huge, "image/jpeg").err(), Some(refused));
}

#[test]
fn a_picture_that_is_not_what_it_says_is_damaged() {
    let jpeg = as_jpeg(&picture(300, 200));
    let png =
        as_(image::ImageFormat::Png, &RgbImage::from_fn(300, 200, |x, y| Rgb([u8::try_from(x * y % 251).unwrap(); 3])));
    for (bytes, media_type) in [(&jpeg, "image/jpeg"), (&png, "image/png")] {
        for length in [0, 1, 10, 40, bytes.len() / 2, bytes.len() - 3] {
            assert_eq!(prepare(&bytes[..length], media_type).err(), Some(Unfit::Damaged), "{media_type} {length}");
        }
    }
    assert_eq!(prepare(&png, "image/jpeg").err(), Some(Unfit::Damaged));
    assert_eq!(prepare(&jpeg, "image/png").err(), Some(Unfit::Damaged));
    // A header that promises more than there is.
    let mut lying = png.clone();
    lying[20..24].copy_from_slice(&4_000_u32.to_be_bytes());
    assert_eq!(prepare(&lying, "image/png").err(), Some(Unfit::Damaged));
}

#[test]
fn any_byte_may_be_wrong() {
    let jpeg = as_jpeg(&picture(40, 30));
    let png = as_(image::ImageFormat::Png, &picture(40, 30));
    let webp = as_(image::ImageFormat::WebP, &picture(40, 30));
    for (bytes, media_type) in [(jpeg, "image/jpeg"), (png, "image/png"), (webp, "image/webp")] {
        for place in 0..bytes.len() {
            let mut wrong = bytes.clone();
            wrong[place] ^= 0xFF;
            // Taken or refused, but never a panic.
            let _ = prepare(&wrong, media_type);
        }
    }
}

#[test]
fn thumbnails_keep_the_picture_s_shape() {
    assert_eq!(fitted((6000, 4000), 1280), (1280, 853));
    assert_eq!(fitted((4000, 6000), 320), (213, 320));
    assert_eq!(fitted((100, 50), 320), (100, 50));
    assert_eq!(fitted((20_000, 1), 320), (320, 1));
}
