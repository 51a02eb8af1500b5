//! What is published about an Initiative on its way.

use crate::{
    codes::codes,
    words::{Locale, Trilingual},
};

codes! {
    /// What a piece of news is.
    NewsKind {
        /// Something was reached.
        Milestone = "milestone",
        /// A report can be read.
        Report = "report",
    }

    /// What made a version of a piece of news.
    NewsDeed {
        Published = "published",
        Changed = "changed",
        TakenBack = "taken_back",
        PutBack = "put_back",
    }
}

/// What a piece of news says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    pub kind: NewsKind,
    /// In which it was written. In another one it says nothing where it was not translated.
    pub language: Locale,
    pub title: Trilingual,
    pub text: Trilingual,
    /// Where there is more to read.
    pub link: Option<String>,
}
