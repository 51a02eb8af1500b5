//! The audit trail, newest first.

use axum::extract::State;
use serde::Deserialize;

use crate::{
    accounts::{
        Actor, StaffRole,
        lists::{Part, Turn},
    },
    admin::{
        pages::audit::{AuditPage, Known},
        policy::may_administer,
        rules::{Doer, Sought, Subject},
        store,
    },
    app::App,
    audit,
    entity::audit_event,
    error::Result,
    ids::{EventId, UserId},
    web::{Answer, Query, SignedIn, list_link, page},
};

/// What the address of the list says.
#[derive(Default, Deserialize)]
pub struct Wish {
    #[serde(default)]
    subject: String,
    after: Option<EventId>,
    before: Option<EventId>,
}

pub async fn list(State(app): State<App>, signed: SignedIn, Query(wish): Query<Wish>) -> Answer {
    may_administer(&signed.actor).must()?;
    let found = found(&app, &signed.actor, &wish).await?;
    let link =
        |side: &str, row: &audit_event::Model| list_link("/admin/audit", &[("subject", &wish.subject)], side, row.id);
    let previous = found.rows.first().filter(|_| found.has_previous).map(|row| link("before", row));
    let next = found.rows.last().filter(|_| found.has_next).map(|row| link("after", row));
    let known = known(&app, &found.rows, signed.actor.is(StaffRole::Secretariat)).await?;
    let head = audit::head(app.db.read()).await?.map(|head| (head.position, head.hash));
    let frame = signed.visit.frame(signed.visit.t("admin-audit"), "admin").await;
    let zone = signed.visit.zone;
    let shown = AuditPage::new(frame, wish.subject, &found.rows, &known, zone).sealed(head);
    page(&AuditPage { previous, next, ..shown })
}

async fn found(app: &App, reader: &Actor, wish: &Wish) -> Result<Part<audit_event::Model>> {
    let subject = match Sought::of(&wish.subject) {
        Sought::Everything => None,
        Sought::Exactly(subject) => Some(subject),
        Sought::Named(reference) => {
            let proposal = store::proposal(app.db.read(), &reference).await?;
            Some(proposal.map_or_else(|| reference.to_string(), |id| format!("proposal:{id}")))
        }
    };
    store::events(app.db.read(), reader, subject.as_deref(), &Turn::of(wish.after, wish.before)).await
}

/// The names that stand in these events: two queries, however many they are.
async fn known(app: &App, events: &[audit_event::Model], reads_proposals: bool) -> Result<Known> {
    let (mut people, mut proposals) = (Vec::<UserId>::new(), Vec::new());
    for event in events {
        if let Doer::Person(id) = Doer::of(&event.actor) {
            people.push(id);
        }
        match Subject::of(&event.subject) {
            Subject::Person(id) => people.push(id),
            Subject::Proposal(id) => proposals.push(id),
            Subject::Letter(_) | Subject::Other => {}
        }
    }
    let names = store::names(app.db.read(), people).await?;
    Ok(Known { names, references: store::references(app.db.read(), proposals).await?, reads_proposals })
}
