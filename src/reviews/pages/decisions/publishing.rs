//! What publishing would do, before it is ordered; and how far an order is.

use std::collections::BTreeMap;

use askama::Template;

use super::{Named, outcome_words};
use crate::{
    calls::{DeskCall, clock},
    clock::Moment,
    entity::{call, publishing_item, publishing_order, user},
    ids::{ProposalId, Reference},
    proposals::{
        decisions::{Hurdle, publishable},
        rules::Outcome,
    },
    reviews::{
        forms::decisions::pick,
        pages::{Reader, verbs::Effects},
        store::decisions::Decided,
    },
    web::{Filled, Frame},
};

/// What would be published, who would be mailed, what would become visible.
#[derive(Template)]
#[template(path = "desk/decisions/check.html")]
pub struct CheckPage {
    pub frame: Frame,
    pub filled: Filled,
    pub call: DeskCall,
    pub lede: String,
    pub groups: Vec<Group>,
    /// What cannot be published, with the reason.
    pub refused: Vec<(Named, String)>,
    pub texts: usize,
    pub clock: String,
    /// What the button says.
    pub publish: String,
}

/// All that is decided alike.
pub struct Group {
    pub code: &'static str,
    pub title: String,
    /// What becomes visible, and to whom.
    pub effects: Vec<String>,
    pub rows: Vec<CheckRow>,
}

pub struct CheckRow {
    pub named: Named,
    pub pick: String,
    /// Who is mailed: name, address, and language.
    pub told: Vec<String>,
    pub letters_href: String,
    /// That the letter has words of its own.
    pub own: Option<String>,
}

const GROUPS: [Outcome; 4] = [Outcome::Approved, Outcome::Returned, Outcome::NotSelected, Outcome::Ineligible];

impl CheckPage {
    /// `told`: who gets the letters, by proposal; `hurdles`: what was found when it was ordered.
    pub fn new(
        frame: Frame,
        reader: Reader,
        call: &call::Model,
        (found, told): (&[Decided], &BTreeMap<ProposalId, Vec<user::Model>>),
        (hurdles, now): (&BTreeMap<Reference, Hurdle>, Moment),
        (texts, filled): (usize, Filled),
    ) -> Self {
        let (mut groups, mut refused) = (BTreeMap::<Outcome, Vec<CheckRow>>::new(), Vec::new());
        for one in found {
            match refusal(one, hurdles, now) {
                Some(reason) => refused.push((Named::of(one, reader), reader.t(reason))),
                None => {
                    let row = check_row(one, told, reader);
                    groups.entry(outcome_of(one)).or_default().extend(row);
                }
            }
        }
        let count: usize = groups.values().map(Vec::len).sum();
        let letters: usize = groups.values().flatten().map(|row| row.told.len()).sum();
        let group = |outcome: Outcome| {
            let rows = groups.remove(&outcome)?;
            Some(Group {
                code: outcome.code(),
                title: reader.locale.pair(outcome_words(outcome, reader), rows.len()),
                effects: Effects::of_decision(outcome, &[], reader).lines,
                rows,
            })
        };
        let groups: Vec<Group> = GROUPS.into_iter().filter_map(group).collect();
        let args = [("count", count.into()), ("letters", letters.into())];
        Self {
            lede: reader.locale.tr("publishing-lede", &args),
            publish: reader.locale.tr("publishing-do", &[("count", count.into())]),
            call: DeskCall::new(call, reader.locale),
            clock: clock(call.zone(), reader.locale),
            groups,
            refused,
            texts,
            filled,
            frame,
        }
    }
}

fn outcome_of(one: &Decided) -> Outcome {
    one.decision.as_ref().map_or(Outcome::NotSelected, |made| made.outcome)
}

/// The key of why it cannot be published.
fn refusal(one: &Decided, hurdles: &BTreeMap<Reference, Hurdle>, now: Moment) -> Option<&'static str> {
    let Some(held) = one.decision.as_ref().filter(|made| made.is_prepared()) else {
        return Some("publishing-no-prepared");
    };
    if one.order.is_some() {
        return Some("publishing-no-ordered");
    }
    if !publishable(&one.case.standing, held.outcome).is_yes() {
        return Some("publishing-failed-state");
    }
    if held.due_at.is_some_and(|due| due <= now) {
        return Some("decisions-remark-due_passed");
    }
    match hurdles.get(&one.case.proposal.reference)? {
        // It is looked at again now, as it stands.
        Hurdle::Changed => None,
        Hurdle::Ordered => Some("publishing-no-ordered"),
        Hurdle::DueBefore => Some("publishing-no-due-before"),
    }
}

fn check_row(one: &Decided, told: &BTreeMap<ProposalId, Vec<user::Model>>, reader: Reader) -> Option<CheckRow> {
    let held = one.decision.as_ref()?;
    let proposal = &one.case.proposal;
    let person = |person: &user::Model| format!("{} <{}>, {}", person.name, person.email, person.locale.own_name());
    let own: Vec<&str> = held.wordings().keys().map(|locale| locale.own_name()).collect();
    Some(CheckRow {
        named: Named::of(one, reader),
        pick: pick(&proposal.reference, proposal.version, Some(held.version)),
        told: told.get(&proposal.id).into_iter().flatten().map(person).collect(),
        letters_href: format!("/desk/proposals/{}/decision/letters", proposal.reference),
        own: (!own.is_empty())
            .then(|| reader.locale.tr("decisions-letters-own", &[("languages", own.join(", ").into())])),
    })
}

/// How far an order is.
#[derive(Template)]
#[template(path = "desk/decisions/order.html")]
pub struct OrderPage {
    pub frame: Frame,
    pub call: DeskCall,
    pub href: String,
    pub lede: String,
    pub stands: String,
    /// Whether more is to come.
    pub is_open: bool,
    /// The kind of the callout that tells how far it is.
    pub kind: &'static str,
    pub done: usize,
    pub all: usize,
    /// How many were published, in words.
    pub published: String,
    pub failed: Vec<Failed>,
    pub rows: Vec<OrderRow>,
}

/// A proposal that was not published.
pub struct Failed {
    pub row: OrderRow,
    pub reason: String,
}

pub struct OrderRow {
    pub href: String,
    pub reference: String,
    pub title: String,
    /// The language of the title, if it is not the page's.
    pub title_lang: Option<&'static str>,
    pub state: &'static str,
    pub outcome: String,
    pub stands: String,
}

/// Where an order stands, in words.
pub fn stands(order: &publishing_order::Model, call: &call::Model, now: Moment, reader: Reader) -> String {
    let when = reader.locale.instant(order.publish_at, call.zone());
    let key = match (order.done_at, order.cancelled_by) {
        (_, Some(_)) => "publishing-stands-cancelled",
        (Some(_), None) => "publishing-stands-done",
        (None, None) if order.publish_at > now => "publishing-stands-waiting",
        (None, None) => "publishing-stands-running",
    };
    reader.locale.tr(key, &[("when", when.into())])
}

impl OrderPage {
    pub fn new(
        frame: Frame,
        reader: Reader,
        call: &call::Model,
        (order, by): (&publishing_order::Model, &str),
        items: &[(publishing_item::Model, crate::entity::proposal::Model)],
        now: Moment,
    ) -> Self {
        let count = |which: fn(&publishing_item::Model) -> bool| items.iter().filter(|(item, _)| which(item)).count();
        let published = count(|item| item.done_at.is_some() && item.failure.is_none());
        // Whoever has an interest in all of them sees none, and no success either.
        let is_done = order.done_at.is_some() && published > 0 && published == items.len();
        let args = [("when", reader.instant(order.ordered_at).into()), ("name", by.to_owned().into())];
        let failed = items.iter().filter_map(|(item, proposal)| {
            let reason = reader.t(item.failure.as_deref()?);
            Some(Failed { row: order_row(item, proposal, reader), reason })
        });
        Self {
            href: super::list::order_href(call, order),
            lede: reader.locale.tr("publishing-ordered-by", &args),
            stands: stands(order, call, now, reader),
            is_open: order.is_open(),
            kind: if is_done { "success" } else { "info" },
            done: count(|item| item.done_at.is_some()),
            all: items.len(),
            published: reader
                .locale
                .tr("publishing-published", &[("count", published.into()), ("all", items.len().into())]),
            failed: failed.collect(),
            rows: items.iter().map(|(item, proposal)| order_row(item, proposal, reader)).collect(),
            call: DeskCall::new(call, reader.locale),
            frame,
        }
    }
}

fn order_row(item: &publishing_item::Model, proposal: &crate::entity::proposal::Model, reader: Reader) -> OrderRow {
    let key = match (item.done_at, &item.failure) {
        (None, _) => "publishing-item-waiting",
        (Some(_), None) => "publishing-item-done",
        (Some(_), Some(_)) => "publishing-item-failed",
    };
    let (title, title_lang) = super::super::titled(&proposal.title, proposal.language, reader.locale);
    OrderRow {
        href: format!("/desk/proposals/{}", proposal.reference),
        reference: proposal.reference.to_string(),
        title,
        title_lang,
        state: proposal.state.code(),
        outcome: outcome_words(item.outcome, reader),
        stands: reader.t(key),
    }
}
