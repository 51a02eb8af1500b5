//! What the service consists of, and how it does.

use axum::extract::State;

use crate::{
    admin::{
        pages::state::{Findings, StatePage},
        policy::may_administer,
        rules::Target,
        store,
    },
    app::App,
    audit,
    web::{Answer, SignedIn, page},
};

pub async fn show(State(app): State<App>, signed: SignedIn) -> Answer {
    may_administer(&signed.actor).must()?;
    let db = app.db.read();
    let findings = Findings {
        is_postgres: app.db.is_postgres(),
        steps: app.db.steps().await?,
        public_url: app.config.public_url.to_string(),
        mail: Target::of(&app.config.mail_url()),
        files: Target::of(&app.config.files_url()),
        letters: store::letters::by_stage(db, &signed.actor).await?,
        announcements: store::open_announcements(db).await?,
        sessions: store::sessions(db, signed.visit.at).await?,
        sealed: audit::head(db).await?.map(|head| (head.position, head.hash)),
        unsealed: audit::count_unsealed(db).await?,
    };
    page(&StatePage::new(signed.visit.frame(signed.visit.t("admin-title"), "admin").await, findings))
}
