//! One's own proposals, and starting one.

use std::collections::{BTreeMap, BTreeSet};

use axum::extract::State;

use super::{HERE, reader};
use crate::{
    accounts::Standing,
    app::App,
    calls::{self, Window, extensions::Own},
    entity::{call, proposal},
    error::Result,
    guidelines,
    ids::OrganisationId,
    proposals::{
        actions::drafting,
        forms::StartForm,
        pages::{Led, ListItem, ListPage, StartPage, Startable, Until, told},
        policy::{Verdict, may_create},
        store::{co_editors, lists, own as own_of, threads},
        workflow,
    },
    web::{Answer, Filled, Posted, SignedIn, page, see_other},
};

pub async fn list(State(app): State<App>, signed: SignedIn) -> Answer {
    let db = app.db.read();
    let found = lists::own_proposals(db, &signed.actor).await?;
    let concerned = found.iter().map(|(proposal, _)| proposal.organisation_id);
    let concerned: BTreeSet<_> = concerned.chain(signed.actor.memberships.iter().map(|m| m.organisation)).collect();
    let own = calls::extensions::own(db, concerned).await?;
    let open = calls::open_for(db, signed.visit.at, &own).await?;
    let leads = leads(&app, &signed, &found).await?;
    let unread = threads::unread(db, &signed.actor, own_of(&signed.actor), signed.visit.at).await?;
    let items = found.into_iter().filter_map(|(proposal, call)| {
        let call = call?;
        let co_edited = signed.actor.role_in(proposal.organisation_id).is_none();
        let lead = Led { organisation: leads.get(&proposal.organisation_id)?, co_edited };
        let window = call.window().until(own.of(call.id, proposal.organisation_id));
        let late = proposal.state == workflow::State::Draft && !window.accepts(signed.visit.at);
        let until = Until { closes_at: window.closes_at, late };
        let unread = unread.get(&proposal.reference).copied();
        Some(ListItem::new(&proposal, &call, &lead, reader(&signed), (until, unread)))
    });
    let items = items.collect();
    let invited = co_editors::waiting_for(db, signed.actor.id, signed.visit.at).await?;
    let invited = invited.into_iter().map(|(_, proposal)| proposal).collect();
    let can_start = open.iter().any(|call| !admitted(&signed, &own, call).is_empty());
    let frame = signed.visit.frame(signed.visit.t("layout-nav-proposals"), HERE).await;
    page(&ListPage::new(frame, items, invited, can_start, signed.actor.memberships.len() > 1))
}

/// Whether a call is open in which this organisation of theirs may start a proposal.
pub(super) async fn can_start(app: &App, signed: &SignedIn, organisation: OrganisationId) -> Result<bool> {
    if signed.actor.role_in(organisation).is_none() {
        return Ok(false);
    }
    let own = calls::extensions::own(app.db.read(), [organisation]).await?;
    let open = calls::open_for(app.db.read(), signed.visit.at, &own).await?;
    let starts = |call: &call::Model| admitted(signed, &own, call).iter().any(|of| of.organisation == organisation);
    Ok(open.iter().any(starts))
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
    let own = calls::extensions::own(db, signed.actor.memberships.iter().map(|m| m.organisation)).await?;
    let open = calls::open_for(db, signed.visit.at, &own).await?;
    // Who belongs to no organisation can start nothing.
    for call in open.into_iter().filter(|_| !signed.actor.memberships.is_empty()) {
        startable.push(offer(app, signed, &own, &call).await?);
    }
    let frame = signed.visit.frame(signed.visit.t("proposals-do-create"), HERE).await;
    page(&StartPage::new(frame, startable, filled))
}

/// The call as it is offered to someone.
async fn offer(app: &App, signed: &SignedIn, own: &Own, call: &call::Model) -> Result<Startable> {
    let reader = reader(signed);
    let admitted = admitted(signed, own, call);
    let reason = signed.actor.memberships.iter().map(|m| verdict(call, own, m, signed)).find_map(Verdict::reason);
    // Of several the first to close: whoever keeps to it is in time.
    let closes_at = admitted.iter().map(|m| window(call, own, m).closes_at).min().unwrap_or(call.closes_at);
    let organisations: Vec<_> =
        admitted.iter().map(|m| (m.organisation.to_string(), m.organisation_name.clone())).collect();
    let heading = if closes_at > call.closes_at { "deadlines-closing-own" } else { "proposals-closing-call" };
    let slug = guidelines::definition(app.db.read(), call.guidelines_id).await?.slug.clone();
    Ok(Startable {
        id: call.id.to_string(),
        title: call.title.get(reader.locale).to_owned(),
        summary: call.summary.get(reader.locale).to_owned(),
        href: format!("/calls/{}", call.slug),
        guidelines: format!("/guidelines/{slug}"),
        heading: signed.visit.t(heading),
        closes: told(closes_at, call, reader),
        reason: reason.filter(|_| organisations.is_empty()).map(|key| signed.visit.t(key)),
        organisations,
    })
}

fn window(call: &call::Model, own: &Own, of: &Standing) -> Window {
    call.window().until(own.of(call.id, of.organisation))
}

fn verdict(call: &call::Model, own: &Own, of: &Standing, signed: &SignedIn) -> Verdict {
    let admitted = calls::rules::admits(call.admits_members, call.admits_partners, of.kind);
    may_create(&window(call, own, of), admitted, signed.visit.at)
}

/// The own organisations for which a proposal can be started now.
fn admitted<'a>(signed: &'a SignedIn, own: &Own, call: &call::Model) -> Vec<&'a Standing> {
    signed.actor.memberships.iter().filter(|m| verdict(call, own, m, signed).is_yes()).collect()
}

pub async fn start(State(app): State<App>, signed: SignedIn, posted: Posted<StartForm>) -> Answer {
    let act = async |form: StartForm, _: &_| {
        let act = app.begin(signed.who()).await?;
        let reference = drafting::create(&act, &signed.actor, form.call, form.organisation).await?;
        act.commit().await?;
        signed.visit.flash("info", signed.visit.t("proposals-prefilled")).await;
        Ok(see_other(&format!("/proposals/{reference}")))
    };
    posted.then(act, async |filled| show_calls(&app, &signed, filled).await).await
}
