//! What is known of reviewers for assigning proposals, and what they would like to review.

use std::collections::BTreeMap;

use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, sea_query::OnConflict,
};

use crate::{
    act::Act,
    entity::{preference, reviewer_profile},
    error::{Error, Result},
    ids::{ProposalId, UserId},
    reviews::rules::Profile,
};

/// What is known of these people, by their ids.
pub async fn of(db: &impl ConnectionTrait, ids: &[UserId]) -> Result<BTreeMap<UserId, Profile>> {
    let rows = reviewer_profile::Entity::find()
        .filter(reviewer_profile::Column::PersonId.is_in(ids.iter().copied()))
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|row| (row.person_id, read(row))).collect())
}

/// What is known of one; empty, at version 0, where nothing is.
pub async fn one(db: &impl ConnectionTrait, id: UserId) -> Result<Profile> {
    Ok(of(db, &[id]).await?.remove(&id).unwrap_or_default())
}

fn read(row: reviewer_profile::Model) -> Profile {
    Profile {
        languages: serde_json::from_value(row.languages).unwrap_or_default(),
        themes: serde_json::from_value(row.themes).unwrap_or_default(),
        organisation: row.organisation,
        city: row.city,
        country: row.country,
        most: row.most.and_then(|most| u32::try_from(most).ok()),
        version: row.version,
    }
}

/// Writes a profile over the version that the person saw.
pub async fn write(act: &Act, person: UserId, profile: &Profile) -> Result<()> {
    let row = reviewer_profile::ActiveModel {
        person_id: Set(person),
        languages: Set(serde_json::to_value(&profile.languages).map_err(Error::internal)?),
        themes: Set(serde_json::to_value(&profile.themes).map_err(Error::internal)?),
        organisation: Set(profile.organisation.clone()),
        city: Set(profile.city.clone()),
        country: Set(profile.country.clone()),
        most: Set(profile.most.map(i32::try_from).transpose().map_err(Error::internal)?),
        version: Set(profile.version.saturating_add(1)),
        updated_at: Set(act.at),
    };
    if profile.version == 0 {
        if one(act.tx(), person).await?.version > 0 {
            return Err(Error::Conflict);
        }
        row.insert(act.tx()).await?;
        return Ok(());
    }
    let found = reviewer_profile::Entity::update_many()
        .set(row)
        .filter(reviewer_profile::Column::PersonId.eq(person))
        .filter(reviewer_profile::Column::Version.eq(profile.version))
        .exec(act.tx())
        .await?;
    if found.rows_affected == 0 { Err(Error::Conflict) } else { Ok(()) }
}

/// What somebody would like to review (1) or would rather not (-1), by proposal.
pub async fn wishes_of(db: &impl ConnectionTrait, person: UserId) -> Result<BTreeMap<ProposalId, i32>> {
    let rows = preference::Entity::find().filter(preference::Column::PersonId.eq(person)).all(db).await?;
    Ok(rows.into_iter().map(|row| (row.proposal_id, row.wish)).collect())
}

/// Keeps a wish, or forgets it (0).
pub async fn wish(act: &Act, proposal: ProposalId, person: UserId, wish: i32) -> Result<()> {
    if wish == 0 {
        preference::Entity::delete_by_id((proposal, person)).exec(act.tx()).await?;
        return Ok(());
    }
    let row = preference::ActiveModel {
        proposal_id: Set(proposal),
        person_id: Set(person),
        wish: Set(wish.signum()),
        stated_at: Set(act.at),
    };
    let newest = OnConflict::columns([preference::Column::ProposalId, preference::Column::PersonId])
        .update_columns([preference::Column::Wish, preference::Column::StatedAt])
        .to_owned();
    preference::Entity::insert(row).on_conflict(newest).exec_without_returning(act.tx()).await?;
    Ok(())
}
