//! Loads seeds through the same actions as people use. What is there already stays as it is, so loading again changes
//! nothing. Each programme is one act: it is there whole, or not at all.

use std::collections::BTreeMap;

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter};

use super::{
    calls::{NewCall, ensure_call},
    read::{Programme, Seeds, point},
    records::{Call, Organisation, Proposal, Publications, Texts},
};
use crate::{
    accounts::{
        self,
        actions::{NewOrganisation, ensure_organisation},
    },
    act::Act,
    app::App,
    catalogue::{
        actions::{
            ensure_text,
            publications::{self as publishing, NewPublication},
        },
        publications::{About, Name},
    },
    clock::Moment,
    entity::proposal,
    error::{Error, Result},
    guidelines::Answers,
    ids::{CallId, OrganisationId},
    proposals::{
        actions::registering::{Registered, register},
        rules::{Place, Sources},
    },
    words::Trilingual,
};

/// What was new.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Loaded {
    pub calls: usize,
    pub organisations: usize,
    pub proposals: usize,
    pub publications: usize,
}

/// Loads all of `seeds`.
pub async fn load(app: &App, seeds: &Seeds) -> Result<Loaded> {
    let mut loaded = Loaded::default();
    for programme in &seeds.programmes {
        let act = app.begin_as("seed").await?;
        programme_within(&act, seeds, programme, &mut loaded).await?;
        act.commit().await?;
    }
    Ok(loaded)
}

async fn programme_within(act: &Act, seeds: &Seeds, programme: &Programme, loaded: &mut Loaded) -> Result<()> {
    let organisations = organisations(act, &programme.organisations, &mut loaded.organisations).await?;
    let call = ensure_call(act, seeds, new_call(&programme.call), &mut loaded.calls).await?;
    for (proposal, answers) in &programme.proposals {
        if is_registered(act.tx(), call, proposal.number).await? {
            continue;
        }
        let organisation = organisations.get(&proposal.organisation).copied().ok_or(Error::NotFound)?;
        register(act, None, registered(call, organisation, proposal, answers)?).await?;
        loaded.proposals += 1;
    }
    if let Some(texts) = &programme.texts {
        page_texts(act, texts).await?;
    }
    if let Some(publications) = &programme.publications {
        loaded.publications += self::publications(act, publications).await?;
    }
    Ok(())
}

/// The ids of these organisations by key, those that are new being added and counted.
pub async fn organisations(
    act: &Act,
    organisations: &[Organisation],
    added: &mut usize,
) -> Result<BTreeMap<String, OrganisationId>> {
    let mut ids = BTreeMap::new();
    for organisation in organisations {
        if let Some(known) = accounts::store::organisations::by_slug(act.tx(), &organisation.key).await? {
            ids.insert(organisation.key.clone(), known.id);
            continue;
        }
        let place = point(organisation.lat, organisation.lon);
        let new = NewOrganisation {
            slug: organisation.key.clone(),
            name: organisation.name.clone(),
            kind: organisation.kind,
            city: organisation.city.clone(),
            country: organisation.country.clone(),
            place: place.map(|point| (point.lat().millionths().into(), point.lon().millionths().into())),
            website: organisation.website.clone(),
            example: organisation.example,
        };
        ids.insert(organisation.key.clone(), ensure_organisation(act, &new).await?);
        *added += 1;
    }
    Ok(ids)
}

async fn is_registered(db: &impl ConnectionTrait, call: CallId, number: i32) -> Result<bool> {
    let same = proposal::Entity::find().filter(proposal::Column::CallId.eq(call));
    Ok(same.filter(proposal::Column::Number.eq(number)).count(db).await? > 0)
}

fn registered(
    call: CallId,
    organisation: OrganisationId,
    proposal: &Proposal,
    answers: &Answers,
) -> Result<Registered> {
    let place = |named: &super::records::Place| {
        let point = point(named.lat, named.lon).ok_or_else(|| Error::internal("a place off the map"))?;
        Ok(Place {
            name: named.name.clone(),
            country: named.country.clone(),
            latitude: point.lat().millionths().into(),
            longitude: point.lon().millionths().into(),
        })
    };
    Ok(Registered {
        call,
        number: Some(proposal.number),
        organisation,
        state: proposal.state,
        answers: answers.clone(),
        sources: Sources {
            sources: proposal.sources.clone(),
            note: Some(proposal.source_note.clone()),
            places: proposal.places.iter().map(place).collect::<Result<_>>()?,
        },
        slug: Some(proposal.slug.clone()),
    })
}

fn new_call(call: &Call) -> NewCall<'_> {
    let instant = |local| Moment::from_local(local, call.time_zone.0);
    NewCall {
        slug: &call.slug,
        year: call.year,
        guidelines: &call.guidelines,
        period: call.period,
        zone: call.time_zone,
        opens_at: instant(call.opens),
        closes_at: instant(call.closes),
        first_closes_at: call.first_closes.map(instant),
        admits: &call.admits,
        example: call.example,
        texts: [&call.title, &call.summary, &call.body],
        note: call.note.as_ref(),
        sources: &call.sources,
    }
}

/// The words of the public pages, under the names by which they are asked for.
async fn page_texts(act: &Act, texts: &Texts) -> Result<()> {
    let Texts { association, what, benefits } = texts;
    let named = [
        ("association", association),
        ("what.title", &what.title),
        ("what.text", &what.text),
        ("benefits.title", &benefits.title),
        ("benefits.text", &benefits.text),
    ];
    for (name, text) in named {
        ensure_text(act, name, text).await?;
    }
    for (place, item) in benefits.items.iter().enumerate() {
        ensure_text(act, &format!("benefits.items.{:02}", place + 1), &item.text).await?;
    }
    Ok(())
}

async fn publications(act: &Act, seed: &Publications) -> Result<usize> {
    ensure_text(act, "publications.note", &seed.note).await?;
    let mut added = 0;
    for (place, publication) in (1..).zip(&seed.publications) {
        let title = &publication.title;
        let new = NewPublication {
            slug: publication.key.clone(),
            place,
            about: About {
                // As printed, in whatever language the page is.
                title: Trilingual { en: title.clone(), fr: title.clone(), es: title.clone() },
                summary: publication.caption.clone(),
                year: publication.year,
                link: None,
                theme: publication.theme.clone().unwrap_or_default(),
            },
        };
        let initiatives: Vec<Name> = publication.initiatives.iter().cloned().map(Name::Slug).collect();
        added += usize::from(publishing::ensure(act, &new, &initiatives).await?);
    }
    Ok(added)
}
