//! Answers as a document to be printed, and the blank form with room for them.

use crate::{
    guidelines::{
        definition::{Column, Definition, Field, Section},
        kinds::{Choice, Kind, Scalar},
        show::{self, Audience, Shown, blocks},
    },
    pdf::document::{self, Block, Body, Document, Heading, Signatures, Table},
    words::Locale,
};

/// Every section with its answers, as those read them who work with the proposal. `pictures` are the SHA-256 of the images
/// whose pixels are at hand, in the order of the manuscript.
pub fn printed(
    definition: &Definition,
    answers: &super::super::Answers,
    locale: Locale,
    pictures: &[String],
) -> Vec<document::Section> {
    printed_for(definition, answers, locale, (Audience::Inside, pictures))
}

/// The same, as far as somebody may read it.
pub fn printed_for(
    definition: &Definition,
    answers: &super::super::Answers,
    locale: Locale,
    (audience, pictures): (Audience, &[String]),
) -> Vec<document::Section> {
    let section = |(place, section): (usize, &Section)| {
        let shown = definition.show(section, answers, locale, audience);
        let fields = shown.into_iter().map(|shown| field(shown, pictures)).collect();
        document::Section::new(numbered(place, section, locale), fields)
    };
    definition.sections.iter().enumerate().map(section).collect()
}

fn numbered(place: usize, section: &Section, locale: Locale) -> String {
    format!("{}. {}", place + 1, section.title.get(locale))
}

fn field(shown: Shown, pictures: &[String]) -> document::Field {
    let notes = shown.asked.iter().flat_map(|asked| lines(asked)).collect();
    document::Field { label: shown.label, notes, body: body(shown.body, pictures) }
}

fn body(body: show::Body, pictures: &[String]) -> Body {
    use show::Body as Said;
    match body {
        Said::Nothing(text) => Body::Nothing { text },
        Said::Said(text) | Said::Line(text) | Said::Unread(text) => Body::Lines { lines: lines(&text) },
        Said::Text(blocks) => Body::Text { blocks: blocks.into_iter().map(block).collect() },
        Said::Choices(items) => Body::Items { items },
        Said::Tags(tags) => Body::Lines { lines: vec![tags.join(", ")] },
        Said::Point(point) => Body::Lines { lines: vec![point.to_string()] },
        Said::Person(parts) => {
            Body::Facts { facts: parts.into_iter().map(|(label, cell)| (label, cell.text)).collect() }
        }
        Said::Table(table) => Body::Table(Table {
            head: table.head.into_iter().map(|head| Heading { label: head.label, numeric: head.numeric }).collect(),
            rows: table.rows.into_iter().map(|row| row.into_iter().map(|cell| lines(&cell.text)).collect()).collect(),
            totals: table.totals,
        }),
        Said::Files(files) => Body::Files { files: files.into_iter().map(|one| file(one, pictures)).collect() },
    }
}

fn lines(text: &str) -> Vec<String> {
    text.lines().map(str::to_owned).collect()
}

fn block(block: show::Block) -> Block {
    match block {
        show::Block::Paragraph(lines) => Block::Paragraph { lines },
        show::Block::List(items) => Block::List { items },
    }
}

fn file(file: show::FileShown, pictures: &[String]) -> document::File {
    document::File {
        picture: pictures.iter().position(|known| *known == file.sha256),
        alt: if file.alt.is_empty() { file.name.clone() } else { file.alt },
        name: format!("{} ({})", file.name, file.size),
        sha256: file.sha256,
    }
}

/// The form with nothing in it, to be written on and signed.
pub fn blank_form(definition: &Definition, locale: Locale) -> Document {
    let section = |(place, section): (usize, &Section)| {
        let fields = section.fields.iter().map(|field| blank(field, locale)).collect();
        let intro = section.intro.get(locale).to_owned();
        document::Section { intro, ..document::Section::new(numbered(place, section, locale), fields) }
    };
    let title = definition.title.get(locale).to_owned();
    let version = locale.tr("guidelines-page-version", &[("version", definition.version.into())]);
    let mut introduction: Vec<Block> = blocks(definition.note.get(locale), false).into_iter().map(block).collect();
    introduction.extend(blocks(definition.introduction.get(locale), true).into_iter().map(block));
    Document {
        lang: locale.tag(),
        author: locale.t("layout-service"),
        watermark: Some(locale.t("documents-pdf-blank")),
        notice: Some(locale.t("documents-pdf-blank-notice")),
        introduction,
        sections: definition.sections.iter().enumerate().map(section).collect(),
        signatures: Some(signatures(locale)),
        running: format!("{title} · {version}"),
        page: locale.t("documents-pdf-page"),
        kicker: version,
        title,
        ..Document::default()
    }
}

/// Room for those who sign on paper.
pub fn signatures(locale: Locale) -> Signatures {
    const PEOPLE: u32 = 2;
    let names =
        ["guidelines-person-name", "guidelines-person-post", "guidelines-person-date", "documents-pdf-signature"];
    Signatures {
        heading: locale.t("documents-pdf-signatures"),
        text: locale.t("documents-pdf-signatures-text"),
        names: names.map(|key| locale.t(key)).to_vec(),
        people: PEOPLE,
    }
}

fn blank(field: &Field, locale: Locale) -> document::Field {
    let need = locale.t(if field.required { "form-required" } else { "form-optional" });
    // What the call fixes is nobody's to fill in.
    let mut notes = match field.kind {
        Kind::Period => vec![field.kind_in_words(locale)],
        _ => vec![format!("{} · {need}", field.kind_in_words(locale))],
    };
    notes.extend(field.hint.as_ref().map(|hint| hint.get(locale).to_owned()));
    notes.extend(field.columns().iter().filter_map(|column| choices(column, locale)));
    document::Field { label: field.label.get(locale).to_owned(), notes, body: room(&field.kind, locale) }
}

/// What can stand in a column that takes one of a few: `Type: member city, company`.
fn choices(column: &Column, locale: Locale) -> Option<String> {
    let options: Vec<String> = match &column.kind {
        Scalar::Choice { options } => options.iter().map(|option| option.label.get(locale).to_owned()).collect(),
        Scalar::YesNo => ["guidelines-yes", "guidelines-no"].map(|key| locale.t(key)).to_vec(),
        _ => return None,
    };
    Some(locale.pair(column.label.get(locale), options.join(" · ")))
}

fn room(kind: &Kind, locale: Locale) -> Body {
    let label = |column: &Column| column.label.get(locale).to_owned();
    match kind {
        Kind::Scalar(scalar) => room_for_one(scalar, locale),
        Kind::Choices { options, .. } => boxes(options, locale),
        Kind::Tags { .. } => Body::Room { lines: 2 },
        Kind::Point => {
            Body::Blanks { names: ["guidelines-latitude", "guidelines-longitude"].map(|key| locale.t(key)).to_vec() }
        }
        Kind::Person { parts } => Body::Blanks { names: parts.iter().map(label).collect() },
        Kind::Rows { max, columns, .. } => Body::Grid {
            head: columns.iter().map(|column| Heading { label: label(column), numeric: false }).collect(),
            rows: (*max).min(MOST_ROWS),
        },
        Kind::Images { .. } | Kind::Pdf { .. } => Body::Room { lines: 1 },
        Kind::Period => Body::Room { lines: 0 },
        Kind::Declaration => Body::Boxes { options: vec![locale.t("guidelines-declared")] },
    }
}

/// More rows go on another sheet.
const MOST_ROWS: u32 = 6;
/// What fits on a line of a hand-written page.
const WORDS_ON_A_LINE: u32 = 11;
const CHARS_ON_A_LINE: u32 = 70;
const MOST_LINES: u32 = 24;

fn room_for_one(scalar: &Scalar, locale: Locale) -> Body {
    match scalar {
        Scalar::LongText { words, .. } => Body::Room { lines: (words / WORDS_ON_A_LINE).clamp(3, MOST_LINES) },
        Scalar::Text { chars } => Body::Room { lines: (chars / CHARS_ON_A_LINE + 1).min(3) },
        Scalar::Choice { options } => boxes(options, locale),
        Scalar::Language => {
            Body::Boxes { options: Locale::ALL.map(|language| language.own_name().to_owned()).to_vec() }
        }
        Scalar::YesNo => Body::Boxes { options: ["guidelines-yes", "guidelines-no"].map(|key| locale.t(key)).to_vec() },
        Scalar::Country
        | Scalar::Money
        | Scalar::Number { .. }
        | Scalar::Month
        | Scalar::Date
        | Scalar::Email
        | Scalar::Phone => Body::Room { lines: 1 },
    }
}

fn boxes(options: &[Choice], locale: Locale) -> Body {
    Body::Boxes { options: options.iter().map(|option| option.label.get(locale).to_owned()).collect() }
}
