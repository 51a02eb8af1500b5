//! Calls of seeds.

use sea_orm::ActiveValue::Set;
use serde_json::json;

use super::read::Seeds;
use crate::{
    accounts::OrganisationKind,
    act::Act,
    calls,
    clock::{Moment, Zone},
    entity::call,
    error::{Error, Result},
    guidelines::{self, Period},
    ids::CallId,
    words::Trilingual,
};

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
    let guidelines_id = guidelines::store::keep(act, &definition.source, &file).await?;
    guidelines::store::freeze(act, guidelines_id).await?;
    let members = [OrganisationKind::MemberCity, OrganisationKind::MemberRegion];
    let [title, summary, body] = new.texts;
    let id: CallId = act.id();
    let row = call::ActiveModel {
        id: Set(id),
        slug: Set(new.slug.to_owned()),
        year: Set(new.year),
        guidelines_id: Set(guidelines_id),
        title: Set(title.clone()),
        summary: Set(summary.clone()),
        body: Set(body.clone()),
        note: Set(new.note.cloned()),
        period_first: Set(i32::from(new.period.first())),
        period_last: Set(i32::from(new.period.last())),
        zone: Set(new.zone.name().to_owned()),
        opens_at: Set(new.opens_at),
        closes_at: Set(new.closes_at),
        first_closes_at: Set(new.first_closes_at),
        grace_seconds: Set(300),
        admits_members: Set(new.admits.iter().any(|kind| members.contains(kind))),
        admits_partners: Set(new.admits.contains(&OrganisationKind::PartnerOrganisation)),
        next_number: Set(1),
        example: Set(new.example),
        created_at: Set(act.at),
        version: Set(1),
    };
    calls::store::insert(act, row).await?;
    act.event("call.created", format!("call:{id}"), json!({ "slug": new.slug, "sources": new.sources })).await?;
    *added += 1;
    Ok(id)
}
