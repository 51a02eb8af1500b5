//! Fills a demonstration once: the example calls, the invented cities, the people who can sign in, and what they did.

use std::collections::BTreeMap;

use sea_orm::{ActiveModelTrait, ActiveValue::Set, ConnectionTrait, EntityTrait, PaginatorTrait};

use super::{
    history::{SECRETARIAT, Teller},
    publishing::Publisher,
    read::Examples,
    records::{Call, Person},
    times::DayZero,
};
use crate::{
    accounts::{
        self, Actor,
        actions::{NewPerson, ensure_member, ensure_person, ensure_staff},
        passwords::Hashed,
    },
    act::Act,
    app::App,
    calls::{actions::answering, answers::Answered},
    entity::{mark, user},
    error::{Error, Result},
    ids::{CallId, OrganisationId},
    mail::Email,
    seeds::{
        Folder,
        calls::{NewCall, ensure_call},
        load::{self, organisations},
        read::Seeds,
    },
    words::Locale,
};

/// The one password of everyone in a demonstration.
pub const PASSWORD: &str = "initiatives-2014-demo";

/// Left when the first load begins; its time is day 0.
pub const BEGUN: &str = "demo-begun";
/// Left when the first load is over.
pub const DONE: &str = "demo-done";

/// Where a database stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    Empty,
    /// Its first load was interrupted.
    HalfLoaded,
    Loaded,
    /// Somebody works in it who is not of a demonstration.
    Foreign,
}

/// What the database holds.
pub async fn standing(db: &impl ConnectionTrait) -> Result<Standing> {
    let mark = async |name: &str| mark::Entity::find_by_id(name.to_owned()).one(db).await;
    if mark(DONE).await?.is_some() {
        return Ok(Standing::Loaded);
    }
    if mark(BEGUN).await?.is_some() {
        return Ok(Standing::HalfLoaded);
    }
    let people = user::Entity::find().count(db).await?;
    Ok(if people == 0 { Standing::Empty } else { Standing::Foreign })
}

/// Loads the seeds and then the examples into an empty database.
pub async fn load(app: &App) -> Result<()> {
    let seeds = Seeds::read(&Folder::BuiltIn).map_err(Error::internal)?;
    let examples = Examples::read(&Folder::BuiltIn, &seeds).map_err(Error::internal)?;
    // Everyone has the same password, which everyone knows: one hash is enough.
    let password = app.hasher.hash(PASSWORD, app.ids.salt()).await?;
    let act = app.begin_as("demo").await?;
    leave(&act, BEGUN).await?;
    act.commit().await?;
    load::load(app, &seeds).await?;
    let act = app.begin_as("demo").await?;
    let zero = act.at;
    let mut places = BTreeMap::new();
    for programme in &seeds.programmes {
        places.extend(organisations(&act, &programme.organisations, &mut 0).await?);
    }
    places.extend(organisations(&act, &examples.organisations, &mut 0).await?);
    for person in &examples.people {
        settle(&act, person, &places, &password).await?;
    }
    let mut calls = BTreeMap::new();
    for call in &examples.calls {
        calls.insert(call.slug.as_str(), (call_of(&act, &seeds, call).await?, DayZero::of(zero, call.time_zone)));
    }
    act.commit().await?;
    let people = actors(app, &examples).await?;
    let mut references = BTreeMap::new();
    for told in &examples.proposals {
        let example = &told.example;
        let (call, zero) = calls.get(example.call.as_str()).copied().ok_or(Error::NotFound)?;
        let organisation = places.get(&example.organisation).copied().ok_or(Error::NotFound)?;
        let what_went_wrong = |error: Error| Error::Internal(format!("the example {}: {error}", example.slug));
        let teller = Teller { app, zero, people: &people, told };
        let reference = Box::pin(teller.tell(call, organisation)).await.map_err(what_went_wrong)?;
        references.insert(example.slug.as_str(), reference);
    }
    let secretariat: Email = SECRETARIAT.parse().map_err(Error::internal)?;
    let secretariat = people.get(&secretariat).ok_or(Error::NotFound)?;
    let zero = DayZero::of(zero, examples.public.time_zone);
    let publisher = Publisher { app, zero, references: &references, secretariat };
    Box::pin(publisher.publish(&examples)).await?;
    let act = app.begin_as("demo").await?;
    leave(&act, DONE).await?;
    act.commit().await
}

async fn leave(act: &Act, name: &str) -> Result<()> {
    let row = mark::ActiveModel { name: Set(name.to_owned()), value: Set(String::new()), at: Set(act.at) };
    row.insert(act.tx()).await?;
    Ok(())
}

async fn settle(
    act: &Act,
    person: &Person,
    places: &BTreeMap<String, OrganisationId>,
    password: &Hashed,
) -> Result<()> {
    let new = NewPerson {
        email: person.email.clone(),
        name: person.name.clone(),
        locale: person.language,
        zone: person.time_zone,
    };
    let id = ensure_person(act, &new, Some(password)).await?;
    if let (Some(key), Some(role)) = (&person.organisation, person.role) {
        let organisation = places.get(key).copied().ok_or(Error::NotFound)?;
        ensure_member(act, id, organisation, role).await?;
    }
    if let Some(role) = person.staff {
        ensure_staff(act, id, role).await?;
    }
    Ok(())
}

async fn call_of(act: &Act, seeds: &Seeds, call: &Call) -> Result<CallId> {
    let zero = DayZero::of(act.at, call.time_zone);
    let closes_at = zero.moment(call.closes);
    let new = NewCall {
        slug: &call.slug,
        year: chrono::Datelike::year(&closes_at.day_in(call.time_zone.0)),
        guidelines: &call.guidelines,
        period: call.period,
        zone: call.time_zone,
        opens_at: zero.moment(call.opens),
        closes_at,
        first_closes_at: None,
        admits: &call.admits,
        example: call.example,
        texts: [&call.title, &call.summary, &call.body],
        note: call.note.as_ref(),
        sources: &[],
    };
    let id = ensure_call(act, seeds, new, &mut 0).await?;
    for asked in &call.answers {
        let text = Answered { question: asked.question.clone(), answer: asked.answer.clone() };
        answering::publish(act, id, act.id(), &text, Locale::En).await?;
    }
    Ok(id)
}

/// Everyone of the examples, with their roles.
async fn actors(app: &App, examples: &Examples) -> Result<BTreeMap<Email, Actor>> {
    let mut found = BTreeMap::new();
    for person in &examples.people {
        let row = accounts::store::people::by_email(app.db.read(), person.email.as_str()).await?;
        let id = row.ok_or(Error::NotFound)?.id;
        let actor = accounts::store::actor(app.db.read(), id).await?.ok_or(Error::NotFound)?;
        found.insert(person.email.clone(), actor);
    }
    Ok(found)
}
