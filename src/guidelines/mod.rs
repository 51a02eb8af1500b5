//! Guidelines: what a call asks of a proposal, as data, and the pure engine that works from it. A [`Definition`] is parsed
//! from TOML; posted forms are read into typed [`Answers`] by it, checked for a draft or a submission, drawn as a form
//! ([`inputs`]) or for reading ([`show`]), and turned into the canonical bytes of a receipt ([`canonical()`]).
//!
//! The engine knows no database and no web; [`store`] keeps the versions of definitions.

mod answers;
mod canonical;
mod changes;
mod check;
mod check_scalars;
mod coordinates;
mod definition;
mod describe;
pub mod difference;
mod drawing;
mod extract;
mod imported;
pub mod inputs;
mod inputs_point;
mod inputs_scalars;
mod json;
mod keys;
mod kinds;
mod money;
mod months;
mod pages;
mod paper;
mod parse;
mod parse_kinds;
mod parse_rules;
pub mod placing;
mod plain;
mod press;
mod read;
mod report;
mod row_words;
mod rows;
mod rules;
mod scalars;
mod score;
pub mod show;
mod source;
pub mod store;
mod totals;
pub mod web;
mod words;
pub mod worldmap;

pub use crate::places::{Country, MicroDegrees, Point};
pub use answers::{Answer, Answers, FileRef, Row, Value};
pub use canonical::{canonical, sha256_hex};
pub use changes::{Change, Difference, Progress};
pub use check::{Context, Stage};
pub use definition::{Column, Criterion, Definition, EligibilityCheck, Field, Origin, Rubric, Rule, Section, Test};
pub use extract::Plain;
pub use imported::{Exported, Imported, NotExported};
pub use keys::{ChoiceKey, CriterionKey, FieldKey, NotAKey, SectionKey};
pub use kinds::{CHARS_PER_WORD, Choice, Kind, Scalar, label_of};
pub use money::{Cents, NotMoney};
pub use months::{Month, NotAMonth, NotAPeriod, Period};
pub use pages::parts;
pub use pages::printed::{printed, printed_for, signatures};
pub use plain::Unfit;
pub use press::{FINAL_REPORT, OUTCOME, REQUEST, REQUESTS, RESULTS, is_press};
pub use read::{HARD_CAP_CHARS, Reading};
pub use report::{Finding, Report, Severity, Spot, input_id, show_size};
pub use rows::{RowChange, RowFate};
pub use score::{Points, Scores, weighted_total};
pub use show::{Audience, Shown};
pub use source::DefinitionError;
pub use store::{Stored, all, by_slug, definition, freeze, keep};
pub use words::{clean_line, clean_text, count_chars, count_words};

#[cfg(test)]
mod tests;
