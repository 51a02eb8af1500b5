//! One's own proposals, and starting one.

use std::collections::{BTreeMap, BTreeSet};

use axum::extract::State;

use super::{HERE, reader};
use crate::{
    accounts::Actor,
    app::App,
    calls,
    entity::{call, proposal},
    error::Result,
    guidelines,
    ids::OrganisationId,
    proposals::{
        actions::drafting,
        forms::StartForm,
        pages::{Led, ListItem, ListPage, StartPage, Startable, told},
        policy::{Verdict, may_create},
        store::{co_editors, lists},
        workflow,
    },
    web::{Answer, Filled, Posted, SignedIn, page, see_other},
};

pub async fn list(State(app): State<App>, signed: SignedIn) -> Answer {
    let db = app.db.read();
    let found = lists::own_proposals(db, &signed.actor).await?;
    let open = calls::open_at(db, signed.visit.at).await?;
    let leads = leads(&app, &signed, &found).await?;
    let items = found.into_iter().filter_map(|(proposal, call)| {
        let call = call?;
        let co_edited = signed.actor.role_in(proposal.organisation_id).is_none();
        let lead = Led { organisation: leads.get(&proposal.organisation_id)?, co_edited };
        let late = proposal.state == workflow::State::Draft && !call.window().accepts(signed.visit.at);
        Some(ListItem::new(&proposal, &call, &lead, reader(&signed), late))
    });
    let items = items.collect();
    let invited = co_editors::waiting_for(db, signed.actor.id, signed.visit.at).await?;
    let invited = invited.into_iter().map(|(_, proposal)| proposal).collect();
    let can_start = open.iter().any(|call| !admitted(&signed.actor, call).is_empty());
    let frame = signed.visit.frame(signed.visit.t("layout-nav-proposals"), HERE).await;
    page(&ListPage::new(frame, items, invited, can_start, signed.actor.memberships.len() > 1))
}

/// The names of the organisations that lead these proposals.
async fn leads(
    app: &App,
    signed: &SignedIn,
    found: &[(proposal::Model, Option<call::Model>)],
) -> Result<BTreeMap<OrganisationId, String>> {
    let own = signed.actor.memberships.iter().map(|m| (m.organisation, m.organisation_name.clone()));
    let mut names: BTreeMap<_, _> = own.collect();
    let others: BTreeSet<_> = found.iter().map(|(proposal, _)| proposal.organisation_id).collect();
    let others: Vec<_> = others.into_iter().filter(|id| !names.contains_key(id)).collect();
    if !others.is_empty() {
        names.extend(co_editors::names(app.db.read(), others).await?);
    }
    Ok(names)
}

pub async fn calls(State(app): State<App>, signed: SignedIn) -> Answer {
    show_calls(&app, &signed, Filled::default()).await
}

pub(super) async fn show_calls(app: &App, signed: &SignedIn, filled: Filled) -> Answer {
    let db = app.db.read();
    let mut startable = Vec::new();
    let open = calls::open_at(db, signed.visit.at).await?;
    // Who belongs to no organisation can start nothing.
    for call in open.into_iter().filter(|_| !signed.actor.memberships.is_empty()) {
        startable.push(offer(app, signed, &call).await?);
    }
    let frame = signed.visit.frame(signed.visit.t("proposals-do-create"), HERE).await;
    page(&StartPage::new(frame, startable, filled))
}

/// The call as it is offered to someone.
async fn offer(app: &App, signed: &SignedIn, call: &call::Model) -> Result<Startable> {
    let reader = reader(signed);
    let organisations = admitted(&signed.actor, call);
    let kinds = signed.actor.memberships.iter().map(|m| m.kind);
    let reason = kinds.map(|kind| verdict(call, kind, signed)).find_map(Verdict::reason);
    let slug = guidelines::definition(app.db.read(), call.guidelines_id).await?.slug.clone();
    Ok(Startable {
        id: call.id.to_string(),
        title: call.title.get(reader.locale).to_owned(),
        summary: call.summary.get(reader.locale).to_owned(),
        href: format!("/calls/{}", call.slug),
        guidelines: format!("/guidelines/{slug}"),
        closes: told(call.closes_at, call, reader),
        reason: reason.filter(|_| organisations.is_empty()).map(|key| signed.visit.t(key)),
        organisations,
    })
}

fn verdict(call: &call::Model, kind: crate::accounts::OrganisationKind, signed: &SignedIn) -> Verdict {
    let admitted = calls::rules::admits(call.admits_members, call.admits_partners, kind);
    may_create(&call.window(), admitted, signed.visit.at)
}

/// The own organisations that the call admits.
fn admitted(actor: &Actor, call: &call::Model) -> Vec<(String, String)> {
    let admits = |kind| calls::rules::admits(call.admits_members, call.admits_partners, kind);
    let own = actor.memberships.iter().filter(|m| admits(m.kind));
    own.map(|m| (m.organisation.to_string(), m.organisation_name.clone())).collect()
}

pub async fn start(State(app): State<App>, signed: SignedIn, posted: Posted<StartForm>) -> Answer {
    let act = async |form: StartForm, _: &_| {
        let act = app.begin(signed.who()).await?;
        let reference = drafting::create(&act, &signed.actor, form.call, form.organisation).await?;
        act.commit().await?;
        Ok(see_other(&format!("/proposals/{reference}")))
    };
    posted.then(act, async |filled| show_calls(&app, &signed, filled).await).await
}
