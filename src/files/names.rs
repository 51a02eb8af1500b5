//! Names of files: as people gave them, made safe for every system, and as HTTP carries them.

/// The most characters that a name keeps.
const LONGEST: usize = 120;

/// A name that any system can keep: no folders, no control characters, nothing that a shell or a file system reads as more
/// than a letter, and an ending that fits the content. `media_type` is what the content was found to be.
pub fn safe_name(given: &str, media_type: &str) -> String {
    // Browsers write these three so, since they stand between quotes in the request.
    let given = given.replace("%22", "\"").replace("%0D", " ").replace("%0A", " ");
    let last = given.rsplit(['/', '\\']).next().unwrap_or_default();
    let plain: String = last.chars().map(|c| if is_unsafe(c) { ' ' } else { c }).collect();
    let plain = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    let plain = plain.trim_matches(['.', ' ', '-']);
    let endings = endings(media_type);
    let (stem, ending) = match plain.rsplit_once('.') {
        Some((stem, ending)) if endings.iter().any(|known| ending.eq_ignore_ascii_case(known)) => (stem, ending),
        _ => (plain, endings.first().copied().unwrap_or_default()),
    };
    let stem: String = stem.trim_end_matches(['.', ' ']).chars().take(LONGEST).collect();
    let stem = if stem.is_empty() { "file" } else { stem.as_str() };
    if ending.is_empty() { stem.to_owned() } else { format!("{stem}.{ending}") }
}

/// The endings that fit a type, the usual one first; none for what is no type of ours.
fn endings(media_type: &str) -> &'static [&'static str] {
    match media_type {
        "application/pdf" => &["pdf"],
        "image/jpeg" => &["jpg", "jpeg"],
        "image/png" => &["png"],
        "image/webp" => &["webp"],
        _ => &["bin"],
    }
}

/// Besides what systems forbid: what turns the direction of the text around, so that `gpj.exe` cannot look like `exe.jpg`.
fn is_unsafe(c: char) -> bool {
    c.is_control()
        || matches!(c, '"' | '\'' | '`' | '<' | '>' | ':' | '|' | '?' | '*' | '%' | '$' | ';' | '&')
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// The value of `Content-Disposition` (RFC 6266): the name twice, in ASCII for old clients and in UTF-8 (RFC 8187).
pub fn content_disposition(name: &str, inline: bool) -> String {
    let how = if inline { "inline" } else { "attachment" };
    let plain: String = name
        .chars()
        .map(|c| if c.is_ascii_graphic() && !matches!(c, '"' | '\\') || c == ' ' { c } else { '_' })
        .collect();
    if plain == name {
        return format!("{how}; filename=\"{plain}\"");
    }
    format!("{how}; filename=\"{plain}\"; filename*=UTF-8''{}", extended(name))
}

/// As an extended parameter value carries it: all but the attribute characters of RFC 8187 percent-encoded.
fn extended(name: &str) -> String {
    use std::fmt::Write;
    let mut out = String::new();
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || b"!#$&+-.^_`|~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lead_nowhere_and_end_as_their_content_does() {
        let pdf = |given: &str| safe_name(given, "application/pdf");
        assert_eq!(pdf("Carta de apoyo – Alcaldía.PDF"), "Carta de apoyo – Alcaldía.PDF");
        assert_eq!(pdf("C:\\Users\\ana\\letter.pdf"), "letter.pdf");
        assert_eq!(pdf("../../etc/passwd"), "passwd.pdf");
        assert_eq!(pdf("a %22quoted%22%0D%0Aname.pdf"), "a quoted name.pdf");
        assert_eq!(pdf("letter.pdf\r\nSet-Cookie: a=b"), "letter.pdf Set-Cookie a=b.pdf");
        assert_eq!(pdf("letter.pdf.exe"), "letter.pdf.exe.pdf");
        assert_eq!(pdf("\u{202e}fdp.exe"), "fdp.exe.pdf");
        assert_eq!(pdf(".."), "file.pdf");
        assert_eq!(pdf("信.pdf"), "信.pdf");
        assert_eq!(safe_name("photo.JPEG", "image/jpeg"), "photo.JPEG");
        assert_eq!(safe_name("photo.png", "image/jpeg"), "photo.png.jpg");
        assert_eq!(pdf(&"é".repeat(500)).chars().count(), LONGEST + 4);
    }

    #[test]
    fn headers_carry_any_name() {
        assert_eq!(content_disposition("letter.pdf", false), "attachment; filename=\"letter.pdf\"");
        assert_eq!(
            content_disposition("Año 2014.pdf", true),
            "inline; filename=\"A_o 2014.pdf\"; filename*=UTF-8''A%C3%B1o%202014.pdf"
        );
        assert_eq!(
            content_disposition("a\"b\r\n.pdf", false),
            "attachment; filename=\"a_b__.pdf\"; filename*=UTF-8''a%22b%0D%0A.pdf"
        );
    }
}
