//! What somebody with an account wants to be told beside what they must know.

use std::collections::BTreeMap;

use axum::extract::State;

use crate::{
    accounts::{actor::Actor, forms::notices, pages::NoticesPage, policy::StaffRole},
    app::App,
    mail::{
        self,
        rhythm::{Notice, Wanted},
    },
    web::{Answer, Nothing, Posted, SignedIn, page, see_other},
};

pub async fn show(State(app): State<App>, signed: SignedIn) -> Answer {
    let chosen = mail::notices::choices(app.db.read(), signed.actor.id).await?;
    let frame = signed.visit.frame(signed.visit.t("accounts-notices"), "account").await;
    page(&NoticesPage::new(frame, &concerning(&signed.actor), &chosen))
}

pub async fn choose(State(app): State<App>, signed: SignedIn, posted: Posted<Nothing>) -> Answer {
    let chosen: BTreeMap<Notice, Wanted> = notices(&posted.values);
    posted.sound()?;
    let act = app.begin(signed.who()).await?;
    mail::notices::choose(&act, signed.actor.id, &chosen).await?;
    act.commit().await?;
    signed.visit.flash("success", signed.visit.t("accounts-notices-saved")).await;
    Ok(see_other("/account/notices"))
}

/// The notices that somebody can get.
fn concerning(actor: &Actor) -> Vec<Notice> {
    let (house, city) = (actor.is(StaffRole::Secretariat), !actor.memberships.is_empty());
    let reads = house || actor.is(StaffRole::Reviewer);
    let concerns = |notice: &Notice| match notice {
        Notice::Arrivals => house,
        Notice::Discussions => reads,
        Notice::Reminders => city || reads,
        Notice::Team | Notice::Progress => city,
    };
    Notice::ALL.iter().copied().filter(concerns).collect()
}
