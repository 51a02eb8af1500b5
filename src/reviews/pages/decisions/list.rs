//! The list of a call's decisions.

use std::collections::BTreeMap;

use askama::Template;

use super::{Named, outcome_words};
use crate::{
    calls::DeskCall,
    entity::{call, decision, publishing_order},
    guidelines::Points,
    ids::ProposalId,
    proposals::{Deed, rules::Outcome, workflow::State},
    reviews::{
        deciding::{Order, Shown, ranks, remarks},
        forms::decisions::pick,
        pages::{Reader, list::Head, proposal::decision_href},
        store::decisions::Decided,
    },
    web::{Filled, Frame},
    words::{Locale, fold},
};

#[derive(Template)]
#[template(path = "desk/decisions/list.html")]
pub struct DecisionsPage {
    pub frame: Frame,
    pub filled: Filled,
    pub call: DeskCall,
    /// How many stand where: a sentence each.
    pub counts: Vec<super::super::Fact>,
    /// Which are listed, each with how many they are.
    pub tabs: Vec<Tab>,
    pub columns: Vec<Head>,
    pub rows: Vec<Line>,
    /// Where the same list stands with all of it chosen, and with nothing chosen.
    pub all_href: String,
    pub none_href: String,
    /// Whether there is anything to choose.
    pub has_choice: bool,
    pub orders: Vec<OrderLine>,
}

pub struct Tab {
    pub text: String,
    pub href: String,
    pub current: bool,
}

/// A proposal of the list.
pub struct Line {
    pub named: Named,
    /// What its box carries; none where there is nothing to choose.
    pub pick: Option<String>,
    pub chosen: bool,
    pub rank: String,
    pub mean: String,
    pub reviews: String,
    /// What the reviews recommend, as sentences.
    pub advice: Vec<String>,
    pub prepared: Option<PreparedLine>,
    /// A decision that is published.
    pub published: Option<String>,
    /// Where a decision is prepared by itself.
    pub decide_href: Option<String>,
    pub remarks: Vec<String>,
}

/// What is prepared for it.
pub struct PreparedLine {
    pub outcome: String,
    pub href: String,
    /// By whom, and when.
    pub by: String,
    pub iso: String,
    pub letters_href: String,
    /// In which languages the letter has words of its own.
    pub letters: Option<String>,
    /// When an order publishes it, and where that is told.
    pub order: Option<(String, String)>,
}

/// An order that was given.
pub struct OrderLine {
    pub href: String,
    pub text: String,
    pub stands: String,
}

/// What is listed, and how.
#[derive(Clone, Copy, Debug)]
pub struct Wish {
    pub shown: Shown,
    pub order: Order,
    /// Whether all that is listed is chosen.
    pub all: bool,
}

impl DecisionsPage {
    pub fn new(
        frame: Frame,
        reader: Reader,
        call: &call::Model,
        found: &[Decided],
        orders: Vec<OrderLine>,
        (wish, filled): (Wish, Filled),
    ) -> Self {
        let base = format!("/desk/calls/{}/decisions", call.slug);
        let means: Vec<(ProposalId, i32)> =
            found.iter().map(|one| (one.case.proposal.id, one.case.proposal.reviews_mean)).collect();
        let ranks = ranks(&means);
        let mut listed: Vec<&Decided> = found.iter().filter(|one| holds(wish.shown, one)).collect();
        sort(&mut listed, wish.order);
        let chosen: Vec<&str> = filled.values("pick");
        let rows: Vec<Line> = listed
            .into_iter()
            .map(|one| line(one, call, &ranks, reader, &|pick| wish.all || chosen.contains(&pick)))
            .collect();
        let href = |wish: Wish| {
            let all = if wish.all { "&all=yes" } else { "" };
            format!("{base}?show={}&sort={}{all}", wish.shown.code(), wish.order.code())
        };
        let tab = |shown: &Shown| Tab {
            text: reader.locale.pair(
                reader.t(&format!("decisions-show-{}", shown.code())),
                found.iter().filter(|one| holds(*shown, one)).count(),
            ),
            href: href(Wish { shown: *shown, all: false, ..wish }),
            current: *shown == wish.shown,
        };
        let sorted = |order: Order| href(Wish { order, all: false, ..wish });
        Self {
            counts: counts(found, reader),
            tabs: Shown::ALL.iter().map(tab).collect(),
            columns: columns(wish.order, sorted, reader),
            all_href: href(Wish { all: true, ..wish }),
            none_href: href(Wish { all: false, ..wish }),
            has_choice: rows.iter().any(|row| row.pick.is_some()),
            call: DeskCall::new(call, reader.locale),
            rows,
            orders,
            filled,
            frame,
        }
    }
}

fn holds(shown: Shown, one: &Decided) -> bool {
    shown.holds(can_prepare(one), prepared(one).is_some(), one.order.is_some())
}

fn can_prepare(one: &Decided) -> bool {
    one.case.may(Deed::HoldDecision).is_yes()
}

fn prepared(one: &Decided) -> Option<&decision::Model> {
    one.decision.as_ref().filter(|made| made.is_prepared())
}

fn sort(rows: &mut [&Decided], order: Order) {
    match order {
        // They come by reference.
        Order::Reference => {}
        Order::Title => rows.sort_by_key(|one| fold(&one.case.proposal.title)),
        Order::Rank => rows.sort_by_key(|one| std::cmp::Reverse(one.case.proposal.reviews_mean)),
    }
}

fn columns(order: Order, href: impl Fn(Order) -> String, reader: Reader) -> Vec<Head> {
    let column = |key: &str, by: Option<(Order, &'static str)>, numeric| Head {
        label: reader.t(key),
        href: by.map(|(by, _)| href(by)),
        sorted: by.filter(|(by, _)| *by == order).map_or("", |(_, way)| way),
        numeric,
    };
    vec![
        column("decisions-column-choose", None, false),
        column("desk-column-reference", Some((Order::Reference, "ascending")), false),
        column("desk-column-title", Some((Order::Title, "ascending")), false),
        column("desk-column-mean", Some((Order::Rank, "descending")), true),
        column("decisions-column-advice", None, false),
        column("decisions-column-prepared", None, false),
    ]
}

fn counts(found: &[Decided], reader: Reader) -> Vec<super::super::Fact> {
    let of = |outcome: Outcome| {
        let count = found.iter().filter_map(prepared).filter(|made| made.outcome == outcome).count();
        super::super::Fact::new(
            reader.locale.pair(reader.t("decisions-prepared"), outcome_words(outcome, reader)),
            count.to_string(),
        )
    };
    let open = found.iter().filter(|one| holds(Shown::Open, one)).count();
    let ordered = found.iter().filter(|one| holds(Shown::Ordered, one)).count();
    let mut counts = vec![super::super::Fact::new(reader.t("decisions-show-open"), open.to_string())];
    counts.extend([Outcome::Approved, Outcome::Returned, Outcome::NotSelected, Outcome::Ineligible].map(of));
    counts.push(super::super::Fact::new(reader.t("decisions-show-ordered"), ordered.to_string()));
    counts
}

fn line(
    one: &Decided,
    call: &call::Model,
    ranks: &BTreeMap<ProposalId, usize>,
    reader: Reader,
    is_chosen: &dyn Fn(&str) -> bool,
) -> Line {
    let (proposal, held) = (&one.case.proposal, prepared(one));
    let named = Named::of(one, reader);
    let can_prepare = can_prepare(one);
    let likely = if proposal.state == State::UnderReview { Outcome::Approved } else { Outcome::NotSelected };
    let box_value = pick(&proposal.reference, proposal.version, held.map(|held| held.version));
    let is_known = one.decision.as_ref().filter(|made| !made.is_prepared());
    Line {
        chosen: is_chosen(&box_value),
        pick: (can_prepare || held.is_some()).then_some(box_value),
        rank: ranks.get(&proposal.id).map(ToString::to_string).unwrap_or_default(),
        mean: mean(proposal.reviews_mean, reader.locale),
        reviews: reader
            .locale
            .tr("decisions-reviews", &[("in", proposal.reviews_in.into()), ("asked", proposal.reviews_asked.into())]),
        advice: one
            .advice
            .iter()
            .map(|(what, count)| {
                let what = reader.t(&format!("reviews-recommendation-{}", what.code()));
                reader.locale.pair(what, count)
            })
            .collect(),
        prepared: held.map(|held| prepared_line(one, held, call, &named.href, reader)),
        published: is_known.map(|made| outcome_words(made.outcome, reader)),
        decide_href: (can_prepare && held.is_none()).then(|| decision_href(&named.href, likely)),
        remarks: remarks(
            &one.case.standing,
            (proposal.reviews_in, proposal.reviews_asked),
            held.map(|held| (held.outcome, held.due_at)),
        )
        .into_iter()
        .map(|remark| reader.t(&format!("decisions-remark-{}", remark.code())))
        .collect(),
        named,
    }
}

fn prepared_line(
    one: &Decided,
    held: &decision::Model,
    call: &call::Model,
    href: &str,
    reader: Reader,
) -> PreparedLine {
    let own: Vec<&str> = held.wordings().keys().map(|locale| locale.own_name()).collect();
    let args = [("languages", own.join(", ").into())];
    let order = one.order.as_ref().map(|order| {
        let when = reader.locale.instant(order.publish_at, call.zone());
        let told = reader.locale.tr("decisions-ordered-for", &[("when", when.into())]);
        (told, order_href(call, order))
    });
    PreparedLine {
        outcome: outcome_words(held.outcome, reader),
        href: decision_href(href, held.outcome),
        by: match &one.by {
            Some(who) => format!("{} · {who}", reader.instant(held.registered_at)),
            None => reader.instant(held.registered_at),
        },
        iso: held.registered_at.iso(),
        letters_href: format!("{href}/decision/letters"),
        letters: (!own.is_empty()).then(|| reader.locale.tr("decisions-letters-own", &args)),
        order,
    }
}

/// Where an order is followed.
pub fn order_href(call: &call::Model, order: &publishing_order::Model) -> String {
    format!("/desk/calls/{}/decisions/orders/{}", call.slug, order.id)
}

fn mean(hundredths: i32, locale: Locale) -> String {
    u32::try_from(hundredths).map_or_else(|_| "–".to_owned(), |mean| Points::from_hundredths(mean).show(locale))
}
