//! Who is told what: letters to those whom a proposal concerns, within the act that causes them.

use crate::{
    accounts::Role,
    act::Act,
    audit,
    clock::Zone,
    entity::{proposal, user},
    error::Result,
    mail::{Button, Letter, outbox},
    proposals::{
        letters::{About, News, Reader, letter},
        store::{Case, co_editors, people},
    },
};

/// Whom news reaches.
#[derive(Clone, Copy, Debug)]
pub enum Circle {
    /// Those of the organisation who answer for a submission.
    Submitters,
    /// Everybody of the organisation.
    Officials,
    Secretariat,
    Owners,
    /// Those of other organisations who write in it.
    CoEditors,
}

/// Tells all of a circle, each in the own language. `proposal` is how it stands after the event.
pub async fn tell(act: &Act, case: &Case, proposal: &proposal::Model, circle: Circle, news: &News) -> Result<()> {
    let about = About { seal: seal(act).await?, ..about(act, case, proposal) };
    tell_about(act, case, &about, circle, news).await
}

/// The same for an event that is no change of state, known by its own id.
pub async fn tell_of(act: &Act, case: &Case, event: impl std::fmt::Display, circle: Circle, news: &News) -> Result<()> {
    let about = About { event: event.to_string(), ..about(act, case, &case.proposal) };
    tell_about(act, case, &about, circle, news).await
}

async fn tell_about(act: &Act, case: &Case, about: &About, circle: Circle, news: &News) -> Result<()> {
    let organisation = case.proposal.organisation_id;
    let found = match circle {
        Circle::Submitters => people::officials(act.tx(), organisation, &[Role::Owner, Role::Submitter]).await?,
        Circle::Officials => people::officials(act.tx(), organisation, Role::ALL).await?,
        Circle::Owners => people::officials(act.tx(), organisation, &[Role::Owner]).await?,
        Circle::CoEditors => co_editors::people(act.tx(), case.proposal.id).await?,
        Circle::Secretariat => people::secretariat(act.tx(), case.proposal.id).await?,
    };
    for person in found {
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
    let about = About { event: event.to_string(), ..about(act, case, &case.proposal) };
    let written = letter(&about, news, &reader(person, false));
    let secret = to.as_ref().is_some_and(|(_, secret)| *secret);
    // The secret is the way to a first password.
    let label_key = if secret { "mail-co-password" } else { "mail-co-open" };
    let action = to.map(|(link, _)| Button { label_key, link });
    outbox::post(act, Letter { action, secret, ..written }).await
}

/// The head of the audit trail, which receipts and decisions print: its number and its hash.
pub async fn seal(act: &Act) -> Result<Option<String>> {
    Ok(audit::head(act.tx()).await?.map(|head| format!("{} {}", head.position, head.hash)))
}

pub(super) fn about(act: &Act, case: &Case, proposal: &proposal::Model) -> About {
    About {
        id: proposal.id,
        reference: proposal.reference.to_string(),
        title: proposal.title.clone(),
        organisation: case.organisation.name.clone(),
        // Every change of state raises the version.
        event: format!("proposal:{}:{}", proposal.id, proposal.version),
        call_zone: case.call.zone(),
        seal: None,
        page: act.app.config.link(&format!("/proposals/{}", proposal.reference)),
        desk: act.app.config.link(&format!("/desk/proposals/{}", proposal.reference)),
    }
}

pub(super) fn reader(person: user::Model, of_house: bool) -> Reader {
    Reader {
        id: Some(person.id),
        email: person.email,
        name: person.name,
        locale: person.locale,
        zone: person.zone.parse().unwrap_or(Zone::UTC),
        of_house,
    }
}
