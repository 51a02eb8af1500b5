//! A section as a form: plain values for templates, one struct for each thing to draw, in the reader's language. Ids, names
//! and messages agree with [`read`](super::Definition::read) and [`check`](super::Definition::check).

/// One question of the form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// The field's key.
    pub key: String,
    /// `f-aim`: the id of the question's input, of the first of its boxes, or of the fieldset of a group or a table. Its texts
    /// are `{id}-hint`, `{id}-limit`, `{id}-error` and `{id}-warning`.
    pub id: String,
    pub label: String,
    pub hint: Option<String>,
    /// What the secretariat asks, where the question is one of its own; it is no hint, but what is answered.
    pub request: Option<Requested>,
    pub why: Option<String>,
    pub required: bool,
    /// Stands on the public page if the proposal is approved: say so.
    pub public: bool,
    /// What is to be said of the field as a whole: errors first.
    pub error: Option<String>,
    pub warning: Option<String>,
    /// The limit in words: `At most 80 words`.
    pub limit: Option<String>,
    pub shape: Shape,
}

/// A request of the secretariat.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Requested {
    pub text: String,
    /// Where that is written which it is about. The form says it: guidelines know no addresses.
    pub about: Option<String>,
}

/// What a question is drawn with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shape {
    /// One input, whose label, hint, error and limit are the question's own.
    One(Input),
    /// Boxes, several of which may be ticked. The first option has the question's id.
    Many {
        name: String,
        options: Vec<Choosable>,
    },
    /// Inputs that belong together: a person. Draw a fieldset.
    Group(Vec<Input>),
    Point(Box<PointInputs>),
    Rows(Rows),
    Files(Files),
    /// A box beside a statement, which is the question's label.
    Tick {
        name: String,
        ticked: bool,
    },
    /// A text that nobody here can change.
    Fixed(String),
}

/// A place on the map: found by the name of a city, pressed on a map, or typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PointInputs {
    /// Where it lies, if that can be read.
    pub point: Option<crate::places::Point>,
    /// Of the reader.
    pub locale: crate::words::Locale,
    /// The name of the input in which a city is searched.
    pub search: String,
    /// What was searched, if anything was.
    pub sought: Option<Sought>,
    /// The world; and what lies around the point, once there is one.
    pub maps: Vec<WorldMap>,
    /// Latitude and longitude.
    pub inputs: Vec<Input>,
}

/// A search among cities, and what it has found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sought {
    pub typed: String,
    pub cities: Vec<Suggestion>,
}

/// A city that was found.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Suggestion {
    /// `Mumbai (Bombay), India`.
    pub text: String,
    pub lat: String,
    pub lon: String,
    /// Of the button that sets the point there.
    #[serde(skip)]
    pub value: String,
}

/// A picture of the world, or of a part of it, that can be pressed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorldMap {
    /// Of the image that posts where it was pressed.
    pub name: String,
    pub label: String,
    pub view: super::worldmap::View,
    pub mark: Option<super::worldmap::Mark>,
}

/// One input with its label.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Input {
    pub id: String,
    pub name: String,
    pub label: String,
    pub hint: Option<String>,
    pub required: bool,
    pub error: Option<String>,
    pub limit: Option<Limit>,
    pub widget: Widget,
}

/// What a single input is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Widget {
    /// `<input>`. No `maxlength`: it would cut what is pasted without a word.
    Line {
        /// The `type` attribute.
        kind: &'static str,
        value: String,
        inputmode: Option<&'static str>,
        /// What the number counts, shown after the input: `EUR`.
        unit: Option<&'static str>,
        autocomplete: Option<String>,
        /// The language of what is typed.
        lang: Option<&'static str>,
    },
    /// `<textarea>`.
    Area { value: String, height: u32, lang: Option<&'static str> },
    /// `<select>`, whose first option is empty.
    Select { options: Vec<Choosable>, autocomplete: Option<String> },
    /// `<input type="radio">`, few enough to be seen at once. The first one has the input's id.
    Radios { options: Vec<Choosable> },
    /// A box; its value is `on`.
    Box { ticked: bool },
}

/// An option of a select, or one of several boxes or radio buttons.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choosable {
    /// Of the box or button; empty for an option of a select.
    pub id: String,
    pub value: String,
    pub label: String,
    pub chosen: bool,
}

/// How long a text may be: for the line below it and for the counter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limit {
    pub words: Option<u32>,
    pub chars: u32,
    /// `At most 80 words`.
    pub text: String,
}

/// A table that grows. One spare row is always drawn, so that rows can be added without JavaScript, by saving.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rows {
    pub rows: Vec<RowInputs>,
    /// A row for JavaScript to copy: its ids and names hold `__` where the row's number belongs.
    pub pattern: RowInputs,
    pub max: u32,
    /// `Add a row`: the text of the button whose name is `add` and whose value is the field's key.
    pub add: String,
    /// Whether it takes more rows than are drawn.
    pub can_grow: bool,
    /// The sum of what is typed in the column of money, where there is one.
    pub sum: Option<SumLine>,
}

/// A sum below rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SumLine {
    /// The key of the column.
    pub column: String,
    /// `€640,000.00`.
    pub text: String,
    pub total: Option<Total>,
}

/// The amount that a sum has to make.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Total {
    /// The key of its field.
    pub field: String,
    /// How far the sum is from it; empty as long as it is not known.
    pub text: String,
    /// The same for JavaScript, for a sum below, above and equal to it, with `{difference}` for the amount.
    pub below: String,
    pub above: String,
    pub equal: String,
}

/// One row of inputs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowInputs {
    /// Of the row: `f-partners-2`.
    pub id: String,
    /// `Partners, row 3`.
    pub legend: String,
    pub tools: Tools,
    pub inputs: Vec<Input>,
}

/// The buttons of a row or a file: their names are `remove`, `move_up` and `move_down`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tools {
    /// The value of each of them: `partners.2`.
    pub value: String,
    /// `Remove row 3`; none for a row in which nothing is typed yet.
    pub remove: Option<String>,
    pub move_up: Option<String>,
    pub move_down: Option<String>,
    /// `of “Costs”`: what tells the buttons of one list from those of another, for those who do not see where they stand.
    pub list: Option<String>,
}

/// Uploaded files, and room for more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Files {
    pub files: Vec<FileInput>,
    /// None when there is room for no more; a PDF can always be replaced.
    pub upload: Option<Upload>,
}

/// An uploaded file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileInput {
    pub attachment: crate::ids::AttachmentId,
    /// Of a hidden input that holds the attachment's id.
    pub attachment_name: String,
    pub file_name: String,
    /// `1.3 MB`.
    pub size: String,
    /// Width and height of an image.
    pub pixels: Option<(u32, u32)>,
    /// The text for those who cannot see the image; none for a PDF.
    pub alt: Option<Input>,
    pub tools: Tools,
}

/// An `<input type="file">`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Upload {
    pub id: String,
    pub name: String,
    pub label: String,
    /// The `accept` attribute.
    pub accept: String,
    pub multiple: bool,
    pub max_bytes: u64,
    /// The same for people: `10 MB`.
    pub limit: String,
}

impl Question {
    /// The ids for `aria-describedby`, of those texts that are there: `f-aim-hint f-aim-limit f-aim-error f-aim-warning`.
    pub fn described_by(&self) -> String {
        let texts = [
            ("hint", self.hint.is_some() || self.request.is_some()),
            ("limit", self.limit.is_some()),
            ("error", self.error.is_some()),
            ("warning", self.warning.is_some()),
        ];
        described_by(&self.id, &texts)
    }
}

impl Input {
    /// The ids for `aria-describedby`, of those texts that are there: `f-partners-2-role-limit f-partners-2-role-error`.
    pub fn described_by(&self) -> String {
        let texts = [("hint", self.hint.is_some()), ("limit", self.limit.is_some()), ("error", self.error.is_some())];
        described_by(&self.id, &texts)
    }
}

fn described_by(id: &str, texts: &[(&str, bool)]) -> String {
    let there = texts.iter().filter(|(_, there)| *there).map(|(text, _)| format!("{id}-{text}"));
    there.collect::<Vec<_>>().join(" ")
}
