//! The pages that are made of texts alone.

use askama::Template;

use crate::{
    catalogue::content::{Page, Texts},
    web::{
        Frame,
        markdown::{Markup, Under, markup},
    },
};

#[derive(Template)]
#[template(path = "catalogue/benefits.html")]
pub struct BenefitsPage {
    pub frame: Frame,
    pub title: String,
    pub text: String,
    pub items: Vec<String>,
}

impl BenefitsPage {
    pub fn new(frame: Frame, texts: &Texts) -> Self {
        let locale = frame.locale;
        Self {
            title: texts.say("benefits.title", locale),
            text: texts.say("benefits.text", locale),
            items: texts.benefits(locale),
            frame,
        }
    }
}

/// What the Initiatives are, and how to take part.
#[derive(Template)]
#[template(path = "catalogue/about.html")]
pub struct AboutPage {
    pub frame: Frame,
    pub title: String,
    pub text: Markup,
    pub participation_title: String,
    pub participation_text: Markup,
    /// Where its texts are edited, for those who may.
    pub edit: Option<String>,
}

impl AboutPage {
    pub fn new(frame: Frame, texts: &Texts) -> Self {
        let locale = frame.locale;
        Self {
            title: texts.say("about.title", locale),
            text: markup(&texts.say("about.text", locale), Under::Page),
            participation_title: texts.say("participation.title", locale),
            participation_text: markup(&texts.say("participation.text", locale), Under::Section),
            edit: edit(&frame, Page::About),
            frame,
        }
    }
}

/// A page with one text: what the service does with what it knows, and for whom it can be used.
#[derive(Template)]
#[template(path = "catalogue/statement.html")]
pub struct StatementPage {
    pub frame: Frame,
    pub title: String,
    pub text: Markup,
    pub edit: Option<String>,
}

impl StatementPage {
    pub fn new(frame: Frame, texts: &Texts, page: Page) -> Self {
        let locale = frame.locale;
        Self {
            title: texts.say(&format!("{}.title", page.code()), locale),
            text: markup(&texts.say(&format!("{}.text", page.code()), locale), Under::Page),
            edit: edit(&frame, page),
            frame,
        }
    }
}

fn edit(frame: &Frame, page: Page) -> Option<String> {
    let may = frame.user.as_ref().is_some_and(|user| user.is_secretariat || user.is_admin);
    may.then(|| format!("/admin/content/{}", page.code()))
}
