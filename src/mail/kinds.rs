//! All kinds of letters, with what the words of each can say. The secretariat edits what each says in a language; what stands
//! between braces is one of these, and nothing else.

use super::wording::{
    Placeholder,
    Sort::{Day, Instant, Line, Link, Name, Number, Sentence, Text},
    Wording,
};
use crate::{codes::codes, words::Locale};

codes! {
    /// What letters are about, as the list of them is read.
    Group {
        Accounts = "accounts",
        Proposals = "proposals",
        Deadlines = "deadlines",
        Reviewing = "reviewing",
        Decisions = "decisions",
        Conversations = "conversations",
        Calls = "calls",
        News = "news",
        Service = "service",
    }
}

/// A kind of letter.
#[derive(Clone, Copy, Debug)]
pub struct Kind {
    /// As the letters are called in the outbox, and in the keys of their words: `mail-<name>-subject`.
    pub name: &'static str,
    pub group: Group,
    /// What only some letters can say, this one among them.
    own: &'static [Placeholder],
    /// What it can say beside, as many others can.
    common: &'static [Placeholder],
    /// The key of its button, as it mostly is.
    pub button: Option<&'static str>,
}

impl Kind {
    const fn new(name: &'static str, group: Group, own: &'static [Placeholder]) -> Self {
        Self { name, group, own, common: &[], button: None }
    }

    const fn with(self, common: &'static [Placeholder]) -> Self {
        Self { common, ..self }
    }

    const fn asks(self, button: &'static str) -> Self {
        Self { button: Some(button), ..self }
    }

    /// The kind of this name; none for one that an earlier version knew, or a later one.
    pub fn of(name: &str) -> Option<&'static Self> {
        KINDS.iter().find(|kind| kind.name == name)
    }

    /// What can stand between braces in its words.
    pub fn placeholders(&self) -> Vec<Placeholder> {
        [self.common, self.own].concat()
    }

    /// What the service says by itself, with its placeholders.
    pub fn usual(&self, locale: Locale) -> Wording {
        let args: Vec<_> = self.placeholders().iter().map(|one| (one.name, one.written().into())).collect();
        let subject = locale.tr(&format!("mail-{}-subject", self.name), &args);
        Wording { subject, body: locale.tr(&format!("mail-{}-body", self.name), &args) }
    }

    /// The key of what people call it.
    pub fn key(&self) -> String {
        format!("letters-kind-{}", self.name)
    }
}

const fn line(name: &'static str) -> Placeholder {
    Placeholder::new(name, Line)
}

const fn name(name: &'static str) -> Placeholder {
    Placeholder::new(name, Name)
}

const fn text(name: &'static str) -> Placeholder {
    Placeholder::new(name, Text)
}

const fn number(name: &'static str) -> Placeholder {
    Placeholder::new(name, Number)
}

const fn day(name: &'static str) -> Placeholder {
    Placeholder::new(name, Day)
}

const fn instant(name: &'static str) -> Placeholder {
    Placeholder::new(name, Instant)
}

const fn link(name: &'static str) -> Placeholder {
    Placeholder::new(name, Link)
}

/// Words of the service that depend on the values: `mail-says-<name>`.
const fn says(name: &'static str) -> Placeholder {
    Placeholder::new(name, Sentence)
}

/// What every letter about a proposal can say.
const PROPOSAL: &[Placeholder] =
    &[line("proposal"), line("reference"), line("title"), name("organisation"), line("call")];

/// What one about an Initiative can say to those who follow it.
const INITIATIVE: &[Placeholder] = &[line("title"), name("lead")];

const DESK: &str = "mail-open-desk";
const PROPOSAL_PAGE: &str = "mail-open-proposal";
const PROPOSALS: &str = "mail-open-proposals";
const CONVERSATION: &str = "mail-discussion-open";
const INITIATIVE_PAGE: &str = "mail-partners-read-button";
const CALL_PAGE: &str = "mail-partners-call-button";

const fn account(name: &'static str, own: &'static [Placeholder]) -> Kind {
    Kind::new(name, Group::Accounts, own)
}

const fn of_proposal(name: &'static str, group: Group, own: &'static [Placeholder]) -> Kind {
    Kind::new(name, group, own).with(PROPOSAL).asks(PROPOSAL_PAGE)
}

const fn to_house(name: &'static str, group: Group, own: &'static [Placeholder]) -> Kind {
    Kind::new(name, group, own).with(PROPOSAL).asks(DESK)
}

const fn of_initiative(name: &'static str, own: &'static [Placeholder]) -> Kind {
    Kind::new(name, Group::News, own).with(INITIATIVE).asks(INITIATIVE_PAGE)
}

/// Words of the service that depend on the values, in every letter that has them the same.
pub const SENTENCES: [&str; 19] = [
    "changed_answers",
    "late_reviews",
    "more_news",
    "more_notices",
    "open_reviews",
    "overdue_reviews",
    "own_clock",
    "record",
    "review_due",
    "reviews",
    "reviews_due",
    "wait_eligibility",
    "wait_late",
    "wait_missing",
    "wait_publication",
    "wait_question",
    "way_in",
    "what_is_new",
    "writer",
];

/// All kinds of letters: what the code posts is one of these, and tests hold that.
pub const KINDS: &[Kind] = &[
    account("invitation", &[line("part"), instant("until").needed()]).asks("mail-invitation-action"),
    account("new-part", &[line("part")]).asks("mail-new-part-action"),
    account("password-reset", &[instant("until").needed()]).asks("mail-password-reset-action"),
    account("password-changed", &[instant("at").needed()]).asks("mail-password-changed-action"),
    account("role-changed", &[line("part")]).asks("mail-role-changed-action"),
    account("member-removed", &[name("organisation").needed()]),
    account("member-left", &[name("name"), name("organisation")]).asks("mail-member-left-action"),
    of_proposal(
        "received",
        Group::Proposals,
        &[
            number("number"),
            instant("when").needed(),
            instant("utc"),
            line("sha256").needed(),
            link("verify").needed(),
            says("changed_answers"),
            line("seal"),
            says("record"),
        ],
    ),
    to_house("arrived", Group::Proposals, &[number("number"), instant("when"), instant("utc")]),
    to_house("taken_back", Group::Proposals, &[]),
    of_proposal("withdrawn", Group::Proposals, &[text("reason")]),
    of_proposal("reinstated", Group::Proposals, &[text("reason")]),
    Kind::new(
        "co_invited",
        Group::Proposals,
        &[name("by"), says("way_in").needed(), instant("when").needed(), instant("utc")],
    )
    .with(PROPOSAL)
    .asks("mail-co-open"),
    Kind::new("co_reminder", Group::Proposals, &[instant("when").needed(), instant("utc")])
        .with(PROPOSAL)
        .asks("mail-co-open"),
    Kind::new("co_removed", Group::Proposals, &[]).with(PROPOSAL),
    of_proposal("co_left", Group::Proposals, &[name("name")]),
    of_proposal("co_submitted", Group::Proposals, &[number("number"), instant("when"), instant("utc")]),
    of_proposal("reminder", Group::Deadlines, &[line("left"), instant("when").needed(), instant("utc")]),
    of_proposal("reminder_last", Group::Deadlines, &[line("left"), instant("when").needed(), instant("utc")]),
    of_proposal("returned_reminder", Group::Deadlines, &[line("left"), instant("when").needed(), instant("utc")]),
    of_proposal("returned_last", Group::Deadlines, &[line("left"), instant("when").needed(), instant("utc")]),
    to_house("came_late", Group::Deadlines, &[instant("deadline"), instant("when"), instant("utc"), line("late")]),
    of_proposal("admitted", Group::Deadlines, &[instant("when"), instant("utc"), text("reason")]),
    of_proposal("late_refused", Group::Deadlines, &[instant("when"), instant("utc"), text("reason")]),
    Kind::new(
        "call_extended",
        Group::Deadlines,
        &[line("call"), instant("when").needed(), says("own_clock"), instant("utc"), instant("was"), text("reason")],
    )
    .asks(PROPOSALS),
    Kind::new(
        "extension_granted",
        Group::Deadlines,
        &[line("call"), instant("when").needed(), says("own_clock"), instant("utc"), text("reason")],
    )
    .asks(PROPOSALS),
    of_proposal("due_moved", Group::Deadlines, &[instant("when").needed(), instant("utc")]),
    of_proposal("review_started", Group::Reviewing, &[]),
    to_house("assigned", Group::Reviewing, &[says("review_due")]),
    Kind::new("assigned_several", Group::Reviewing, &[number("count"), line("call"), says("reviews_due")]).asks(DESK),
    to_house("declined", Group::Reviewing, &[name("name"), text("reason")]),
    to_house("conflict_declared", Group::Reviewing, &[name("name"), text("reason")]),
    Kind::new(
        "review_reminder",
        Group::Reviewing,
        &[number("count"), says("reviews"), says("open_reviews"), line("call"), instant("when")],
    )
    .asks(DESK),
    Kind::new(
        "review_late",
        Group::Reviewing,
        &[number("count"), says("late_reviews"), says("overdue_reviews"), line("call"), instant("when")],
    )
    .asks(DESK),
    Kind::new(
        "waiting",
        Group::Reviewing,
        &[
            number("count"),
            day("as_of"),
            says("wait_eligibility"),
            says("wait_late"),
            says("wait_question"),
            says("wait_publication"),
            says("wait_missing"),
        ],
    )
    .asks(DESK),
    of_proposal(
        "returned",
        Group::Decisions,
        &[
            text("message"),
            text("requests").needed(),
            instant("due").needed(),
            instant("due_utc"),
            line("seal"),
            says("record"),
        ],
    ),
    of_proposal(
        "approved",
        Group::Decisions,
        &[
            line("body"),
            line("session"),
            day("decided_on"),
            line("minute_reference"),
            text("message"),
            line("seal"),
            says("record"),
        ],
    ),
    of_proposal(
        "not_selected",
        Group::Decisions,
        &[
            line("body"),
            line("session"),
            day("decided_on"),
            line("minute_reference"),
            text("reason"),
            text("message"),
            line("seal"),
            says("record"),
        ],
    ),
    of_proposal("ineligible", Group::Decisions, &[text("reason"), text("message"), line("seal"), says("record")]),
    of_proposal("revised", Group::Decisions, &[text("reason")]),
    of_proposal("running", Group::Decisions, &[day("day")]),
    of_proposal("completed", Group::Decisions, &[text("outcome")]),
    of_proposal("ended_early", Group::Decisions, &[text("reason")]),
    Kind::new("comment", Group::Conversations, &[name("author"), text("text").needed()])
        .with(PROPOSAL)
        .asks(CONVERSATION),
    Kind::new("mentioned", Group::Conversations, &[says("writer")]).with(PROPOSAL).asks(CONVERSATION),
    Kind::new("discussed", Group::Conversations, &[says("writer")]).with(PROPOSAL).asks(CONVERSATION),
    Kind::new("message_waits", Group::Conversations, &[]).asks(DESK),
    Kind::new(
        "contact-message",
        Group::Conversations,
        &[name("name"), line("email").needed(), line("about"), text("text").needed()],
    )
    .asks("mail-contact-message-button"),
    Kind::new("contact-confirm", Group::Conversations, &[]).asks("mail-contact-confirm-button"),
    Kind::new("contact-received", Group::Conversations, &[line("about"), text("text").needed()]),
    Kind::new("call_letter", Group::Calls, &[line("subject"), text("text").needed(), line("states"), line("call")])
        .asks(PROPOSALS),
    Kind::new("partners-call-opened", Group::Calls, &[line("call"), text("summary"), instant("closes").needed()])
        .asks(CALL_PAGE),
    Kind::new("partners-call-extended", Group::Calls, &[line("call"), text("summary"), instant("closes").needed()])
        .asks(CALL_PAGE),
    Kind::new("partners-ask", Group::News, &[name("partner"), line("reference")])
        .with(INITIATIVE)
        .asks("mail-partners-answer-button"),
    of_initiative("partners-approved", &[]),
    of_initiative("partners-running", &[]),
    of_initiative("partners-completed", &[]),
    of_initiative("partners-discontinued", &[]),
    of_initiative("partners-news", &[line("headline"), says("what_is_new"), text("text")]),
    Kind::new("partners-publication", Group::News, &[line("title"), text("summary")])
        .asks("mail-partners-publication-button"),
    Kind::new("subscription-confirm", Group::News, &[]).asks("mail-subscription-confirm-button"),
    Kind::new("digest", Group::News, &[line("first"), number("more"), says("more_news")]),
    Kind::new("notices", Group::News, &[line("first"), number("more"), says("more_notices")]),
    Kind::new("test", Group::Service, &[line("host"), line("note").needed()]).asks("mail-test-button"),
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn a_name_stands_once_for_kinds_and_for_what_one_can_say() {
        let names: BTreeSet<&str> = KINDS.iter().map(|kind| kind.name).collect();
        assert_eq!(names.len(), KINDS.len());
        for kind in KINDS {
            let placeholders = kind.placeholders();
            let names: BTreeSet<&str> = placeholders.iter().map(|one| one.name).collect();
            assert_eq!(names.len(), placeholders.len(), "{}", kind.name);
        }
    }

    #[test]
    fn a_sentence_is_a_sentence_in_every_letter() {
        let all: Vec<Placeholder> = KINDS.iter().flat_map(Kind::placeholders).collect();
        let of_sort = |is: bool| -> BTreeSet<&str> {
            all.iter().filter(|one| (one.sort == Sentence) == is).map(|one| one.name).collect()
        };
        assert_eq!(of_sort(true), BTreeSet::from(SENTENCES));
        assert_eq!(of_sort(true).intersection(&of_sort(false)).count(), 0);
    }

    #[test]
    fn what_the_service_says_knows_its_own_placeholders_and_has_what_is_needed() {
        for kind in KINDS {
            for locale in Locale::ALL {
                let usual = kind.usual(locale);
                assert_eq!(usual.slips(&kind.placeholders()), [], "{} in {locale}: {usual:?}", kind.name);
            }
        }
    }
}
