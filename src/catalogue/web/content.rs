//! The pages that are made of texts alone.

use axum::extract::State;

use crate::{
    app::App,
    catalogue::{
        content::{Page, Texts},
        pages::content::{AboutPage, BenefitsPage, StatementPage},
        store::content,
    },
    error::Result,
    web::{Answer, Frame, Visit, page},
};

pub async fn benefits(State(app): State<App>, visit: Visit) -> Answer {
    let texts = content::now(app.db.read(), &[Page::Benefits]).await?;
    page(&BenefitsPage::new(visit.frame(visit.t("layout-nav-benefits"), "benefits").await, &texts))
}

pub async fn about(State(app): State<App>, visit: Visit) -> Answer {
    let (texts, frame) = titled(&app, &visit, &[Page::About, Page::Participation], "about.title").await?;
    page(&AboutPage::new(frame, &texts))
}

pub async fn privacy(State(app): State<App>, visit: Visit) -> Answer {
    let (texts, frame) = titled(&app, &visit, &[Page::Privacy], "privacy.title").await?;
    page(&StatementPage::new(frame, &texts, Page::Privacy))
}

pub async fn accessibility(State(app): State<App>, visit: Visit) -> Answer {
    let (texts, frame) = titled(&app, &visit, &[Page::Accessibility], "accessibility.title").await?;
    page(&StatementPage::new(frame, &texts, Page::Accessibility))
}

/// The texts of these pages, and a frame that is called by one of them.
async fn titled(app: &App, visit: &Visit, pages: &[Page], title: &str) -> Result<(Texts, Frame)> {
    let texts = content::now(app.db.read(), pages).await?;
    let frame = visit.frame(texts.say(title, visit.locale), "").await;
    Ok((texts, frame))
}
