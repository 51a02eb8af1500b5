//! Calls of seeds.

use std::time::Duration;

use super::read::Seeds;
use crate::{
    accounts::OrganisationKind,
    act::Act,
    calls::{self, Admits, Terms, Window, actions::Past},
    clock::{Moment, Zone},
    error::{Error, Result},
    guidelines::{self, Period},
    ids::{CallId, GuidelinesId},
    words::Trilingual,
};

/// How long after a deadline a submission still counts.
const GRACE: Duration = Duration::from_secs(300);

/// A call as a seed tells of it.
#[derive(Clone, Copy, Debug)]
pub struct NewCall<'a> {
    pub slug: &'a str,
    pub year: i32,
    /// The slug of a definition among the seeds.
    pub guidelines: &'a str,
    pub period: Period,
    pub zone: Zone,
    pub opens_at: Moment,
    pub closes_at: Moment,
    pub first_closes_at: Option<Moment>,
    pub admits: &'a [OrganisationKind],
    pub example: bool,
    /// Title, summary, body.
    pub texts: [&'a Trilingual; 3],
    pub note: Option<&'a Trilingual>,
    pub sources: &'a [String],
}

/// The call of this slug, added (and counted) if it is new, with the guidelines that it follows.
pub async fn ensure_call(act: &Act, seeds: &Seeds, new: NewCall<'_>, added: &mut usize) -> Result<CallId> {
    if let Some(known) = calls::by_slug(act.tx(), new.slug).await? {
        return Ok(known.id);
    }
    let definition = seeds.guidelines.get(new.guidelines).ok_or(Error::NotFound)?;
    let file = format!("guidelines/{}.toml", new.guidelines);
    let guidelines = guidelines::store::keep(act, &definition.source, &file).await?;
    let past = Past { first_closes_at: new.first_closes_at, sources: new.sources };
    let id = calls::actions::ensure(act, &terms(&new, guidelines)?, past).await?;
    *added += 1;
    Ok(id)
}

fn terms(new: &NewCall<'_>, guidelines: GuidelinesId) -> Result<Terms> {
    let unsound = |what: &str| Error::Internal(format!("call {}: {what}", new.slug));
    let members = [OrganisationKind::MemberCity, OrganisationKind::MemberRegion];
    let admits = Admits::new(
        new.admits.iter().any(|kind| members.contains(kind)),
        new.admits.contains(&OrganisationKind::PartnerOrganisation),
    );
    let [title, summary, body] = new.texts;
    Ok(Terms {
        slug: new.slug.parse().map_err(|error| unsound(&format!("slug: {error}")))?,
        year: new.year,
        guidelines,
        period: new.period,
        title: title.clone(),
        summary: summary.clone(),
        body: body.clone(),
        note: new.note.cloned(),
        zone: new.zone,
        window: Window::new(new.opens_at, new.closes_at, GRACE).ok_or_else(|| unsound("closes before it opens"))?,
        admits: admits.ok_or_else(|| unsound("admits nobody"))?,
        example: new.example,
    })
}
