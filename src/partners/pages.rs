//! The pages for those who are reached by email only.

pub mod contact;
pub mod desk;
pub mod messages;
pub mod subscriptions;

use askama::Template;

use super::{rules::PartnerAnswer, store::Named};
use crate::{
    clock::Zone,
    entity::{partner, proposal, subscriber},
    web::Frame,
};

/// Asks a partner what it wants, and shows what it has chosen.
#[derive(Template)]
#[template(path = "partners/ask.html")]
pub struct AskPage {
    pub frame: Frame,
    pub token: String,
    pub partner: String,
    pub reference: String,
    pub title: String,
    pub language: &'static str,
    pub lead: String,
    /// The key of the words for what was chosen; none before anything was.
    pub chosen: Option<String>,
    pub stopped: bool,
    /// The page with all that comes to this address, if anything does, and the key of the words before its link.
    pub manage: Option<String>,
    pub manage_text: &'static str,
}

impl AskPage {
    pub fn new(frame: Frame, named: &Named, token: String, manage: Option<String>) -> Self {
        let (answer, wants_letters) = (named.partner.answer, named.partner.wants_letters());
        let says_more = answer != PartnerAnswer::Updates || wants_letters;
        Self {
            frame,
            token,
            partner: named.partner.name.clone(),
            reference: named.proposal.reference.to_string(),
            title: named.proposal.title.clone(),
            language: named.proposal.language.tag(),
            lead: named.lead.name.clone(),
            chosen: (answer != PartnerAnswer::Asked && says_more).then(|| format!("partners-answer-{}", answer.code())),
            stopped: matches!(answer, PartnerAnswer::Confirmed | PartnerAnswer::Updates) && !wants_letters,
            manage,
            manage_text: if wants_letters { "partners-manage-more" } else { "partners-manage-others" },
        }
    }
}

/// Asks whether letters are to stop: those about one proposal, or all.
#[derive(Template)]
#[template(path = "partners/stop.html")]
pub struct StopPage {
    pub frame: Frame,
    pub token: String,
    pub email: String,
    pub stopped: bool,
    /// The one that it is about.
    pub proposal: Option<About>,
    /// The keys of what will be, and of what is so.
    pub text: &'static str,
    pub stopped_text: &'static str,
    /// Where something else is chosen, and the key of its words.
    pub change: String,
    pub change_text: &'static str,
    /// The page with what else comes to a partner, if anything does.
    pub manage: Option<String>,
}

/// A proposal, named.
pub struct About {
    pub reference: String,
    pub title: String,
    pub language: &'static str,
}

impl StopPage {
    /// Of letters about the proposal that names a partner.
    pub fn of_partner(frame: Frame, named: &Named, token: String, manage: Option<String>) -> Self {
        let proposal = About {
            reference: named.proposal.reference.to_string(),
            title: named.proposal.title.clone(),
            language: named.proposal.language.tag(),
        };
        Self {
            proposal: Some(proposal),
            email: named.partner.email.to_string(),
            stopped: named.partner.unsubscribed_at.is_some(),
            text: "partners-stop-text",
            stopped_text: "partners-stopped-text",
            change: format!("/partners/{token}"),
            change_text: "partners-change",
            manage: manage.filter(|_| named.partner.unsubscribed_at.is_some()),
            token,
            frame,
        }
    }

    /// Of all that somebody asked for.
    pub fn of_all(frame: Frame, person: &subscriber::Model, token: String) -> Self {
        let stopped = person.stopped_at.is_some();
        Self {
            proposal: None,
            email: person.email.to_string(),
            stopped,
            text: "subscriptions-stop-all-text",
            stopped_text: "subscriptions-stopped-text",
            change: format!("/subscriptions/{token}"),
            change_text: if stopped { "subscriptions-again" } else { "subscriptions-rather-change" },
            manage: None,
            token,
            frame,
        }
    }
}

/// What the partners of a proposal have answered.
#[derive(Template)]
#[template(path = "partners/answers.html")]
pub struct AnswersPage {
    pub frame: Frame,
    pub reference: String,
    pub title: String,
    pub language: &'static str,
    pub rows: Vec<AnswerRow>,
}

/// One partner's answer.
pub struct AnswerRow {
    pub name: String,
    pub email: String,
    pub answer: &'static str,
    pub when: String,
    pub stopped: bool,
}

impl AnswersPage {
    pub fn new(frame: Frame, proposal: &proposal::Model, partners: &[partner::Model], zone: Zone) -> Self {
        let row = |partner: &partner::Model| AnswerRow {
            name: partner.name.clone(),
            email: partner.email.to_string(),
            answer: partner.answer.code(),
            when: frame.locale.instant(partner.answered_at.unwrap_or(partner.asked_at), zone),
            stopped: partner.unsubscribed_at.is_some(),
        };
        Self {
            reference: proposal.reference.to_string(),
            title: proposal.title.clone(),
            language: proposal.language.tag(),
            rows: partners.iter().map(row).collect(),
            frame,
        }
    }
}
