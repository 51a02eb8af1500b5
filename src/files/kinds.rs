//! What a file is, as its content tells: never its name, never what the sender says of it.

/// The type of what is none of the types that the service knows.
pub const OCTETS: &str = "application/octet-stream";

/// How much of a file's beginning is looked at, in bytes.
pub(super) const HEAD: usize = 4096;
/// How much of its end.
pub(super) const TAIL: usize = 2048;

/// The media type of a file of `size` bytes that begins with `head` and ends with `tail`; [`OCTETS`] when it is none of ours
/// or is cut off.
pub fn sniff(head: &[u8], tail: &[u8], size: u64) -> &'static str {
    let found = infer::get(head).map_or(OCTETS, |kind| kind.mime_type());
    match found {
        // A PDF names its end in its last lines; one that does not was cut off on its way.
        "application/pdf" if head.starts_with(b"%PDF-") && ends_as_pdf(tail) => "application/pdf",
        "image/png" if head.get(12..16) == Some(b"IHDR") && holds(tail, b"IEND") => "image/png",
        "image/jpeg" if size > 128 => "image/jpeg",
        "image/webp" if riff_size(head).is_some_and(|told| told <= size) => "image/webp",
        _ => OCTETS,
    }
}

/// The type of which a file is that begins with `head`, be it damaged further on.
pub(super) fn begun(head: &[u8]) -> &'static str {
    match infer::get(head).map_or(OCTETS, |kind| kind.mime_type()) {
        "application/pdf" if !head.starts_with(b"%PDF-") => OCTETS,
        found => found,
    }
}

/// Nothing but white space may follow the mark of the end: what does is another file, hidden behind this one.
fn ends_as_pdf(tail: &[u8]) -> bool {
    const MARK: &[u8] = b"%%EOF";
    let last = tail.windows(MARK.len()).rposition(|window| window == MARK);
    last.is_some_and(|at| tail[at + MARK.len()..].iter().all(|byte| byte.is_ascii_whitespace() || *byte == 0))
}

/// How people call a type.
pub fn type_name(media_type: &str) -> &str {
    match media_type {
        "application/pdf" => "PDF",
        "image/jpeg" => "JPEG",
        "image/png" => "PNG",
        "image/webp" => "WebP",
        other => other,
    }
}

fn holds(bytes: &[u8], mark: &[u8]) -> bool {
    bytes.windows(mark.len()).any(|window| window == mark)
}

/// The size that a RIFF container tells of itself.
fn riff_size(head: &[u8]) -> Option<u64> {
    let told: [u8; 4] = head.get(4..8)?.try_into().ok()?;
    Some(u64::from(u32::from_le_bytes(told)) + 8)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(bytes: &[u8]) -> &'static str {
        sniff(bytes, bytes, bytes.len() as u64)
    }

    #[test]
    fn what_a_file_is_called_says_nothing() {
        assert_eq!(of(b"%PDF-1.4\n1 0 obj\ntrailer\n%%EOF\n"), "application/pdf");
        assert_eq!(of(b"%PDF-1.4\n1 0 obj, then the line broke"), OCTETS);
        assert_eq!(of(b"%PDF-1.4\ntrailer\n%%EOF\nPK\x03\x04 an archive behind it"), OCTETS);
        assert_eq!(of(b"%PDF-1.4\ntrailer\n%%EOF\n%%EOF\r\n\0\0"), "application/pdf");
        assert_eq!(of(b"<html><script>alert(1)</script>%PDF-1.4 %%EOF"), OCTETS);
        assert_eq!(of(b"<svg xmlns='http://www.w3.org/2000/svg'/>"), OCTETS);
        assert_eq!(of(b"PK\x03\x04 a letter in .docx"), OCTETS);
        assert_eq!(of(b"MZ\x90\0"), OCTETS);
        assert_eq!(of(b""), OCTETS);
    }

    #[test]
    fn images_are_told_apart() {
        assert_eq!(of(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR....\0\0\0\0IEND\xaeB`\x82"), "image/png");
        assert_eq!(of(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR...."), OCTETS);
        assert_eq!(of(b"RIFF\x0c\0\0\0WEBPVP8 ...."), "image/webp");
        assert_eq!(of(b"RIFF\xff\xff\0\0WEBPVP8 ...."), OCTETS);
        let mut jpeg = b"\xff\xd8\xff\xe0\0\x10JFIF".to_vec();
        assert_eq!(of(&jpeg), OCTETS);
        jpeg.resize(200, 0);
        assert_eq!(of(&jpeg), "image/jpeg");
    }
}
