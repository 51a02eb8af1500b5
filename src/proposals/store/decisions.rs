//! What is decided on proposals: prepared, published, taken out of force.

use std::collections::BTreeMap;

use sea_orm::{
    ActiveModelTrait,
    ActiveValue::{Set, Unchanged},
    ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter,
};

use super::summary::renew;
use crate::{
    act::Act,
    entity::decision::{self, Column},
    error::{Error, Result},
    ids::{DecisionId, ProposalId},
    mail::{Wording, Wordings},
    proposals::rules::{Decision, Outcome},
    words::Locale,
};

impl decision::Model {
    /// What it says.
    pub fn made(&self) -> Decision {
        Decision {
            outcome: self.outcome,
            body: self.body.clone(),
            session: self.session.clone(),
            decided_on: self.decided_on.parse().ok(),
            minute_reference: self.minute_reference.clone(),
            reason: self.reason.clone(),
            message: self.message.clone(),
            requests: read(self.requests.as_ref()),
            due_at: self.due_at,
        }
    }

    /// What its letters say in words of their own.
    pub fn wordings(&self) -> Wordings {
        self.all_wordings().remove(&self.outcome).unwrap_or_default()
    }

    /// The same for every outcome that was ever prepared: who goes back to one finds the words again.
    fn all_wordings(&self) -> BTreeMap<Outcome, Wordings> {
        read(self.letters.as_ref())
    }

    pub fn is_prepared(&self) -> bool {
        self.published_at.is_none()
    }
}

fn read<T: serde::de::DeserializeOwned + Default>(stored: Option<&serde_json::Value>) -> T {
    stored.and_then(|stored| serde_json::from_value(stored.clone()).ok()).unwrap_or_default()
}

/// The decision in force, published or not.
pub async fn in_force(db: &impl ConnectionTrait, proposal: ProposalId) -> Result<Option<decision::Model>> {
    let find = decision::Entity::find().filter(Column::ProposalId.eq(proposal));
    Ok(find.filter(Column::RevisedAt.is_null()).one(db).await?)
}

/// The decision that is prepared and not published.
pub async fn prepared(db: &impl ConnectionTrait, proposal: ProposalId) -> Result<Option<decision::Model>> {
    Ok(in_force(db, proposal).await?.filter(decision::Model::is_prepared))
}

/// Writes the decision that holds: in the place of one that was not published yet, or as the first. A return is over as soon as
/// it is published: what it asks stands in the requests.
pub async fn write(act: &Act, proposal: ProposalId, made: &Decision, publish: bool) -> Result<DecisionId> {
    let held = in_force(act.tx(), proposal).await?;
    if held.as_ref().is_some_and(|held| !held.is_prepared()) {
        return Err(Error::Conflict);
    }
    let is_over = publish && made.outcome == Outcome::Returned;
    let requests = (made.outcome == Outcome::Returned).then(|| serde_json::to_value(&made.requests)).transpose();
    let mut row = decision::ActiveModel {
        id: Set(held.as_ref().map_or_else(|| act.id(), |held| held.id)),
        proposal_id: Set(proposal),
        outcome: Set(made.outcome),
        body: Set(made.body.clone()),
        session: Set(made.session.clone()),
        decided_on: Set(made.decided_on.map(|day| day.to_string()).unwrap_or_default()),
        minute_reference: Set(made.minute_reference.clone()),
        reason: Set(made.reason.clone()),
        message: Set(made.message.clone()),
        requests: Set(requests.map_err(Error::internal)?),
        due_at: Set(made.due_at.filter(|_| made.outcome == Outcome::Returned)),
        letters: Set(held.as_ref().and_then(|held| held.letters.clone())),
        version: Set(held.as_ref().map_or(1, |held| held.version + 1)),
        registered_by: Set(act.by.user()),
        registered_at: Set(act.at),
        published_at: Set(publish.then_some(act.at)),
        revised_at: Set(is_over.then_some(act.at)),
    };
    let written = match held {
        None => row.insert(act.tx()).await?,
        Some(held) => {
            row.id = Unchanged(held.id);
            row.update(act.tx()).await?
        }
    };
    renew(act, proposal).await?;
    Ok(written.id)
}

/// Keeps what the letter about a prepared decision says in a language; none for what the letters of its call say.
pub async fn reword(act: &Act, held: &decision::Model, locale: Locale, wording: Option<Wording>) -> Result<()> {
    let mut all = held.all_wordings();
    let mut own = all.remove(&held.outcome).unwrap_or_default();
    match wording {
        Some(wording) => own.insert(locale, wording),
        None => own.remove(&locale),
    };
    if !own.is_empty() {
        all.insert(held.outcome, own);
    }
    let letters = (!all.is_empty()).then(|| serde_json::to_value(&all)).transpose().map_err(Error::internal)?;
    let row = decision::ActiveModel {
        id: Unchanged(held.id),
        letters: Set(letters),
        version: Set(held.version + 1),
        registered_by: Set(act.by.user()),
        registered_at: Set(act.at),
        ..Default::default()
    };
    row.update(act.tx()).await?;
    Ok(())
}

/// Takes a prepared decision back: there is none then.
pub async fn take_back(act: &Act, held: &decision::Model) -> Result<()> {
    let gone = decision::Entity::delete_many()
        .filter(Column::Id.eq(held.id))
        .filter(Column::PublishedAt.is_null())
        .exec(act.tx())
        .await?;
    if gone.rows_affected == 0 {
        return Err(Error::Conflict);
    }
    renew(act, held.proposal_id).await
}

/// Takes the published decision out of force.
pub async fn revise(act: &Act, proposal: ProposalId) -> Result<()> {
    decision::Entity::update_many()
        .set(decision::ActiveModel { revised_at: Set(Some(act.at)), ..Default::default() })
        .filter(Column::ProposalId.eq(proposal))
        .filter(Column::RevisedAt.is_null())
        .filter(Column::PublishedAt.is_not_null())
        .exec(act.tx())
        .await?;
    renew(act, proposal).await
}
