//! The letters to those who asked to hear of something.

use std::collections::BTreeSet;

use crate::{
    clock::Moment,
    config::Config,
    entity::subscriber,
    ids::ProposalId,
    mail::{Because, Button, Digest, Gather, Letter, LetterClass, Recipient, Words},
    partners::topics::Topic,
    words::Locale,
};

/// Asks whoever reads the mail to confirm that letters are wanted. Nothing else is sent before.
pub fn confirm(config: &Config, to: &subscriber::Model, proof: &str, event: String) -> Letter {
    let page = page(config, to, proof);
    Letter {
        kind: "subscription-confirm",
        class: LetterClass::Service,
        words: Words::OfKind,
        to: recipient(to),
        event,
        proposal: None,
        args: Vec::new(),
        action: Some(Button { label_key: "mail-subscription-confirm-button", link: page.clone() }),
        unsubscribe: None,
        because: Some(Because::new(to.locale.t("mail-why-typed"), page)),
        gather: None,
        secret: false,
    }
}

/// Something that happened, as it is told to all who want to hear of it.
pub struct News {
    pub kind: &'static str,
    pub proposal: Option<ProposalId>,
    /// Under what it is told: nobody is told twice.
    pub event: String,
    /// The values of the words, in the reader's language.
    pub args: Vec<(&'static str, String)>,
    /// The path of the page that tells more, and the key of its button.
    pub page: (String, &'static str),
}

/// Tells `news` to somebody who wants to hear of it by these topics: by itself, or with the next digest.
pub fn told(
    config: &Config,
    news: News,
    to: &subscriber::Model,
    because: Vec<String>,
    proof: &str,
    at: Moment,
) -> Letter {
    let (path, label_key) = news.page;
    Letter {
        kind: news.kind,
        class: LetterClass::Announcement,
        words: Words::OfKind,
        to: recipient(to),
        event: news.event,
        proposal: news.proposal,
        args: news.args,
        action: Some(Button { label_key, link: config.link(&path) }),
        unsubscribe: Some(config.link(&format!("/unsubscribe/{proof}"))),
        because: Some(Because::asked(because, page(config, to, proof), to.locale)),
        gather: to.rhythm.digest_due(at, config.demo).map(|due_at| Gather { digest: Digest::Announcements, due_at }),
        secret: false,
    }
}

/// What somebody asked to hear of, in words. `named` says what a city or an Initiative is called; one that it does not name is the one
/// that is told of.
pub fn reasons(because: &BTreeSet<Topic>, locale: Locale, named: impl Fn(&Topic) -> Option<String>) -> Vec<String> {
    let reason = |topic: &Topic| match topic {
        Topic::Everything => locale.t("subscriptions-everything"),
        Topic::Calls => locale.t("subscriptions-calls"),
        Topic::Theme(theme) => locale.t(&format!("layout-theme-{theme}")),
        Topic::Region(region) => locale.t(&format!("figures-region-{}", region.code())),
        Topic::Country(country) => country.name(locale),
        Topic::City(city) => named(topic).unwrap_or_else(|| city.code().to_owned()),
        Topic::Initiative(_) => named(topic).unwrap_or_else(|| locale.t("subscriptions-this-initiative")),
    };
    because.iter().map(reason).collect()
}

fn recipient(to: &subscriber::Model) -> Recipient {
    Recipient { email: to.email.clone(), name: to.name.clone(), user: None, locale: to.locale }
}

fn page(config: &Config, to: &subscriber::Model, proof: &str) -> String {
    config.link(&format!("/subscriptions/{proof}?lang={}", to.locale))
}
