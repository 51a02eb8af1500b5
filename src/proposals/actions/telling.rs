//! Who is told what: letters to those whom a proposal concerns, within the act that causes them.

pub use crate::proposals::store::people::Circle;
use crate::{
    act::Act,
    audit::{self, Head},
    clock::Zone,
    config::Config,
    entity::{proposal, user},
    error::Result,
    mail::{Button, Letter, Wordings, outbox},
    proposals::{
        letters::{About, News, Reader, letter},
        store::{Case, people},
    },
};

/// Tells all of a circle, each in the own language. `proposal` is how it stands after the event.
pub async fn tell(act: &Act, case: &Case, proposal: &proposal::Model, circle: Circle, news: &News) -> Result<()> {
    tell_saying(act, case, proposal, circle, news, &Wordings::new()).await
}

/// The same in words of one's own, where there are any.
pub async fn tell_saying(
    act: &Act,
    case: &Case,
    proposal: &proposal::Model,
    circle: Circle,
    news: &News,
    words: &Wordings,
) -> Result<()> {
    let seal = seal(act).await?;
    let about = About { seal, words: words.clone(), ..about(&act.app.config, case, proposal) };
    tell_about(act, case, &about, circle, news).await
}

/// The letters that bring the news to these people, as they would be posted now; `seal` is the head of the audit trail.
pub fn letters(
    config: &Config,
    case: &Case,
    readers: &[Reader],
    news: &News,
    words: &Wordings,
    seal: Option<String>,
) -> Vec<Letter> {
    let about = About { seal, words: words.clone(), ..about(config, case, &case.proposal) };
    readers.iter().map(|reader| letter(&about, news, reader)).collect()
}

/// The same for an event that is no change of state, known by its own id.
pub async fn tell_of(act: &Act, case: &Case, event: impl std::fmt::Display, circle: Circle, news: &News) -> Result<()> {
    let about = About { event: event.to_string(), ..about(&act.app.config, case, &case.proposal) };
    tell_about(act, case, &about, circle, news).await
}

async fn tell_about(act: &Act, case: &Case, about: &About, circle: Circle, news: &News) -> Result<()> {
    for person in people::circle(act.tx(), &case.proposal, circle).await? {
        let reader = reader(person, matches!(circle, Circle::Secretariat));
        outbox::post(act, letter(about, news, &reader)).await?;
    }
    Ok(())
}

/// Tells one person of something about a proposal. `to` is where the letter's button leads, if it has one, and whether that
/// address is a secret.
pub async fn tell_one(
    act: &Act,
    case: &Case,
    event: impl std::fmt::Display,
    person: user::Model,
    news: &News,
    to: Option<(String, bool)>,
) -> Result<()> {
    let about = About { event: event.to_string(), ..about(&act.app.config, case, &case.proposal) };
    let written = letter(&about, news, &reader(person, false));
    let secret = to.as_ref().is_some_and(|(_, secret)| *secret);
    // The secret is the way to a first password.
    let label_key = if secret { "mail-co-password" } else { "mail-co-open" };
    let action = to.map(|(link, _)| Button { label_key, link });
    outbox::post(act, Letter { action, secret, ..written }).await
}

/// The head of the audit trail, which receipts and decisions print: its number and its hash.
pub async fn seal(act: &Act) -> Result<Option<String>> {
    Ok(audit::head(act.tx()).await?.as_ref().map(sealed))
}

/// The same as it is printed.
pub fn sealed(head: &Head) -> String {
    format!("{} {}", head.position, head.hash)
}

pub(super) fn about(config: &Config, case: &Case, proposal: &proposal::Model) -> About {
    About {
        id: proposal.id,
        reference: proposal.reference.to_string(),
        title: proposal.title.clone(),
        organisation: case.organisation.name.clone(),
        call: case.call.title.clone(),
        words: Wordings::new(),
        // Every change of state raises the version.
        event: format!("proposal:{}:{}", proposal.id, proposal.version),
        call_zone: case.call.zone(),
        seal: None,
        page: config.link(&format!("/proposals/{}", proposal.reference)),
        desk: config.link(&format!("/desk/proposals/{}", proposal.reference)),
    }
}

/// A person as the reader of a letter; `of_house` for those who are sent to the desk.
pub fn reader(person: user::Model, of_house: bool) -> Reader {
    Reader {
        id: Some(person.id),
        email: person.email,
        name: person.name,
        locale: person.locale,
        zone: person.zone.parse().unwrap_or(Zone::UTC),
        of_house,
    }
}
