//! The little that a call's text may be besides words: paragraphs, lists whose lines begin with `- `, and `**strong**`.
//! Everything else, HTML above all, is text.

use crate::guidelines::show;

/// A piece of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    Paragraph(Vec<Span>),
    /// Its items.
    List(Vec<Vec<Span>>),
}

/// Some words in one weight.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    pub strong: bool,
    pub text: String,
}

/// Reads a text. Lines of a paragraph flow together; an empty line ends it.
pub fn blocks(text: &str) -> Vec<Block> {
    let block = |block: show::Block| match block {
        show::Block::Paragraph(lines) => {
            Block::Paragraph(spans(&lines.iter().map(|line| line.trim()).collect::<Vec<_>>().join(" ")))
        }
        show::Block::List(items) => Block::List(items.iter().map(|item| spans(item)).collect()),
    };
    show::blocks(text, true).into_iter().map(block).collect()
}

/// Every second piece between two pairs of asterisks is strong; a pair without its other half is text.
fn spans(text: &str) -> Vec<Span> {
    let pieces: Vec<&str> = text.split("**").collect();
    if pieces.len().is_multiple_of(2) {
        return vec![Span { strong: false, text: text.to_owned() }];
    }
    let spans = pieces.iter().enumerate().map(|(i, piece)| Span { strong: i % 2 == 1, text: (*piece).to_owned() });
    spans.filter(|span| !span.text.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> String {
        let spans = |spans: &[Span]| {
            spans.iter().map(|s| if s.strong { format!("[{}]", s.text) } else { s.text.clone() }).collect::<String>()
        };
        let block = |block: &Block| match block {
            Block::Paragraph(words) => format!("p({})", spans(words)),
            Block::List(items) => {
                format!("ul({})", items.iter().map(|item| spans(item)).collect::<Vec<_>>().join("|"))
            }
        };
        blocks(text).iter().map(block).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn paragraphs_lists_and_strong_words() {
        assert_eq!(told("One\ntwo.\r\n\r\nThree."), "p(One two.) p(Three.)");
        assert_eq!(told("**Who may apply.** Members."), "p([Who may apply.] Members.)");
        assert_eq!(
            told("Bring:\n- a letter\n- **a plan**\nThen wait."),
            "p(Bring:) ul(a letter|[a plan]) p(Then wait.)"
        );
        assert_eq!(told("- one\n\n- two"), "ul(one) ul(two)");
        assert_eq!(told("\n\n \n"), "");
    }

    #[test]
    fn anything_else_is_text() {
        assert_eq!(told("<b>2 ** 3</b> # no"), "p(<b>2 ** 3</b> # no)");
        assert_eq!(told("-no list"), "p(-no list)");
    }
}
