//! XML, as quick-xml writes it.

use std::{borrow::Cow, io};

use quick_xml::{
    ElementWriter, Writer,
    events::{BytesDecl, BytesText, Event},
};

pub type Xml = Writer<Vec<u8>>;

/// A document, with the root that `write` writes.
pub fn document(write: impl FnOnce(&mut Xml) -> io::Result<()>) -> io::Result<Vec<u8>> {
    let mut xml = Writer::new(Vec::new());
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    write(&mut xml)?;
    Ok(xml.into_inner())
}

/// An element, to be written empty or with something in it.
pub fn element<'x>(xml: &'x mut Xml, name: &'static str, attributes: &[(&str, &str)]) -> ElementWriter<'x, Vec<u8>> {
    let attributes = attributes.iter().map(|(name, value)| (*name, Cow::<str>::Owned(allowed(value))));
    xml.create_element(name).with_attributes(attributes)
}

/// An element with a text in it.
pub fn text(xml: &mut Xml, name: &'static str, attributes: &[(&str, &str)], text: &str) -> io::Result<()> {
    element(xml, name, attributes).write_text_content(BytesText::new(&allowed(text)))?;
    Ok(())
}

/// The text without what no XML may hold, however it is written: most control characters, and what is no character.
fn allowed(text: &str) -> String {
    text.chars().filter(|c| matches!(c, '\t' | '\n' | '\r' | ' '..='\u{fffd}' | '\u{10000}'..)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_stay_texts_and_what_no_xml_may_hold_is_left_out() {
        let written =
            document(|xml| text(xml, "a", &[("b", "\"<\u{1}'")], "1 < 2 &\u{0}\u{b}\u{ffff} ]]> é😀")).unwrap();
        assert_eq!(
            String::from_utf8(written).unwrap(),
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><a b=\"&quot;&lt;&apos;\">1 &lt; 2 &amp; ]]&gt; é😀</a>"
        );
    }
}
