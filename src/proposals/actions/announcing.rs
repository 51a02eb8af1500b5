//! What those who hold drafts in a call are told all at once: the announcements about calls, opened by the mail's worker in
//! batches. The letters belong to their work here, so they cannot be stopped.

use futures::{FutureExt, future::BoxFuture};
use serde::{Deserialize, de::DeserializeOwned};

use crate::{
    act::Act,
    calls,
    clock::Moment,
    entity::{announcement, call},
    error::{Error, Result},
    ids::OrganisationId,
    mail::{Announced, Letter, LetterClass},
    proposals::{
        actions::telling::reader,
        circulars::{Circular, KIND},
        letters::calls::{extended, extended_for, written},
        store::holders::{self, Among, Group},
    },
};

/// The announcements whose letters go to those who hold drafts.
pub const ANNOUNCED: [Announced; 3] = [
    Announced { kind: "call.extended", class: LetterClass::Service, can_be_foreseen: true, letters: tell_extended },
    Announced {
        kind: "call.extended_for",
        class: LetterClass::Service,
        can_be_foreseen: true,
        letters: tell_extended_for,
    },
    Announced { kind: KIND, class: LetterClass::Service, can_be_foreseen: true, letters: tell_circular },
];

type Letters<'a> = BoxFuture<'a, Result<Vec<Letter>>>;

/// What an extension tells.
#[derive(Deserialize)]
struct Extended {
    /// None for all.
    organisation: Option<OrganisationId>,
    was: Option<Moment>,
    closes_at: Moment,
    reason: String,
}

fn tell_extended<'a>(act: &'a Act, row: &'a announcement::Model, after: &'a str, limit: u64) -> Letters<'a> {
    async move {
        let (call, told): (_, Extended) = about(act, row).await?;
        let people = holders::after(act.tx(), call.id, Among::All, after, limit).await?;
        let was = told.was.unwrap_or(told.closes_at);
        let letter =
            |person| extended(&act.app.config, &call, (was, told.closes_at), &told.reason, &reader(person, false));
        Ok(people.into_iter().map(letter).collect())
    }
    .boxed()
}

fn tell_extended_for<'a>(act: &'a Act, row: &'a announcement::Model, after: &'a str, limit: u64) -> Letters<'a> {
    async move {
        let (call, told): (_, Extended) = about(act, row).await?;
        let Some(organisation) = told.organisation else { return Ok(Vec::new()) };
        let people = holders::of_after(act.tx(), call.id, organisation, after, limit).await?;
        let letter =
            |person| extended_for(&act.app.config, &call, told.closes_at, &told.reason, &reader(person, false));
        Ok(people.into_iter().map(letter).collect())
    }
    .boxed()
}

fn tell_circular<'a>(act: &'a Act, row: &'a announcement::Model, after: &'a str, limit: u64) -> Letters<'a> {
    async move {
        let (call, circular): (_, Circular) = about(act, row).await?;
        let group = Group { call: call.id, states: &circular.states, sender: circular.sender };
        let people = holders::after_in(act.tx(), group, after, limit).await?;
        let letter = |person| written(&act.app.config, &call, &circular, &reader(person, false));
        Ok(people.into_iter().map(letter).collect())
    }
    .boxed()
}

/// The call, and what is told of it.
async fn about<T: DeserializeOwned>(act: &Act, row: &announcement::Model) -> Result<(call::Model, T)> {
    let gone = || Error::internal("an announcement about no call");
    let call = calls::by_id(act.tx(), row.call_id.ok_or_else(gone)?).await?.ok_or_else(gone)?;
    Ok((call, serde_json::from_value(row.data.clone()).map_err(Error::internal)?))
}
