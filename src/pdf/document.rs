//! A document as plain values: all that the template `templates/pdf/document.typ` reads. Whatever people wrote is text in it,
//! never markup.

use serde::Serialize;

/// A document to be set.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Document {
    /// The tag of its language.
    pub lang: &'static str,
    pub title: String,
    /// Who wrote it.
    pub author: String,
    /// In small type above the title.
    pub kicker: String,
    /// Across every page: that it is a draft.
    pub watermark: Option<String>,
    /// The same, for those who do not see it.
    pub notice: Option<String>,
    pub facts: Vec<(String, String)>,
    pub introduction: Vec<Block>,
    pub receipt: Option<Receipt>,
    pub sections: Vec<Section>,
    pub signatures: Option<Signatures>,
    /// At the foot of every page.
    pub running: String,
    /// The word before the number of a page.
    pub page: String,
    /// What to say where no font can draw a character of the text.
    pub undrawable: String,
}

/// What stands on the receipt.
#[derive(Clone, Debug, Serialize)]
pub struct Receipt {
    pub heading: String,
    pub facts: Vec<(String, String)>,
    pub hash_label: String,
    pub hash: String,
    pub verify_label: String,
    /// The address at which anybody can ask about it.
    pub verify: String,
}

#[derive(Clone, Debug, Serialize)]
pub struct Section {
    pub title: String,
    pub intro: String,
    pub fields: Vec<Field>,
    /// 1, or 2 within the section of level 1 before it; the questions are one level below.
    pub level: u8,
    /// Whether it begins a page.
    pub new_page: bool,
    /// Set closely, in smaller type.
    pub dense: bool,
}

impl Section {
    pub fn new(title: String, fields: Vec<Field>) -> Self {
        Self { title, intro: String::new(), fields, level: 1, new_page: false, dense: false }
    }

    /// The same on a page of its own.
    #[must_use]
    pub fn on_new_page(self) -> Self {
        Self { new_page: true, ..self }
    }

    /// The same as a part of the section before it.
    #[must_use]
    pub fn within(self) -> Self {
        Self { level: 2, ..self }
    }
}

/// A question with its answer, or with room for one.
#[derive(Clone, Debug, Serialize)]
pub struct Field {
    pub label: String,
    /// What is asked for, in small type.
    pub notes: Vec<String>,
    pub body: Body,
}

#[derive(Clone, Debug, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Body {
    /// That there is no answer.
    Nothing {
        text: String,
    },
    /// A line or a few.
    Lines {
        lines: Vec<String>,
    },
    Text {
        blocks: Vec<Block>,
    },
    Items {
        items: Vec<String>,
    },
    /// Names with their values.
    Facts {
        facts: Vec<(String, String)>,
    },
    Table(Table),
    Files {
        files: Vec<File>,
    },
    /// So many empty lines to write on.
    Room {
        lines: u32,
    },
    /// Options, each with a box to tick.
    Boxes {
        options: Vec<String>,
    },
    /// Names, each with a line to write on.
    Blanks {
        names: Vec<String>,
    },
    /// A table to be filled in.
    Grid {
        head: Vec<Heading>,
        rows: u32,
    },
}

#[derive(Clone, Debug, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Block {
    Paragraph { lines: Vec<String> },
    List { items: Vec<String> },
}

#[derive(Clone, Debug, Serialize)]
pub struct Table {
    pub head: Vec<Heading>,
    /// Of each cell its lines.
    pub rows: Vec<Vec<Vec<String>>>,
    /// Below each column, or nothing at all.
    pub totals: Vec<String>,
}

#[derive(Clone, Debug, Serialize)]
pub struct Heading {
    pub label: String,
    /// Set to the right.
    pub numeric: bool,
}

#[derive(Clone, Debug, Serialize)]
pub struct File {
    /// `letter.pdf (1.3 MB)`
    pub name: String,
    pub sha256: String,
    /// What the picture shows; never empty where there is one.
    pub alt: String,
    /// Its place among the pictures of the manuscript.
    pub picture: Option<usize>,
}

/// Room for signatures, on paper.
#[derive(Clone, Debug, Serialize)]
pub struct Signatures {
    pub heading: String,
    pub text: String,
    pub names: Vec<String>,
    /// How many people may sign.
    pub people: u32,
}
