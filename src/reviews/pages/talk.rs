//! Comments, in two threads that cannot be mistaken for each other.

use super::Reader;
use crate::{
    entity::{comment, user},
    proposals::rules::Audience,
};

/// A thread of comments for one audience.
pub struct Thread {
    pub comments: Vec<Comment>,
    /// Whether the reader may say something here.
    pub open: bool,
    /// Why others' comments are not shown, if they are not.
    pub hidden: Option<String>,
}

pub struct Comment {
    pub who: String,
    pub when: String,
    pub iso: String,
    pub text: String,
}

impl Thread {
    pub fn of(
        comments: &[(comment::Model, Option<user::Model>)],
        audience: Audience,
        open: bool,
        hidden: Option<String>,
        reader: Reader,
    ) -> Self {
        let shown = |(row, author): &(comment::Model, Option<user::Model>)| Comment {
            who: author.as_ref().map_or_else(|| reader.t("visibility-nameless"), |author| author.name.clone()),
            when: reader.instant(row.at),
            iso: row.at.iso(),
            text: row.body.clone(),
        };
        let of_audience = comments.iter().filter(|(row, _)| row.audience == audience);
        Self { comments: of_audience.map(shown).collect(), open, hidden }
    }
}
