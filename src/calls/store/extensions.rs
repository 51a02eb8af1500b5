//! Deadlines that were moved: of a call, and of one organisation.

use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
};

use crate::{
    act::Act,
    clock::Moment,
    entity::{extension, organisation},
    error::Result,
    ids::{CallId, ExtensionId, OrganisationId},
};

/// More than any call has.
const MOST: u64 = 500;

/// The extensions in force that some organisations have of their own.
#[derive(Clone, Debug, Default)]
pub struct Own(Vec<extension::Model>);

impl Own {
    /// Until when an organisation was given time in a call: for `Window::until`.
    pub fn of(&self, call: CallId, organisation: OrganisationId) -> Option<Moment> {
        let known = |row: &&extension::Model| row.call_id == call && row.organisation_id == Some(organisation);
        self.0.iter().find(known).map(|row| row.closes_at)
    }

    /// The calls in which one of them still has time at `at`.
    pub fn calls_at(&self, at: Moment) -> Vec<CallId> {
        self.0.iter().filter(|row| row.closes_at >= at).map(|row| row.call_id).collect()
    }

    pub fn rows(&self) -> &[extension::Model] {
        &self.0
    }
}

/// Of these organisations, in all calls.
pub async fn own(db: &impl ConnectionTrait, of: impl IntoIterator<Item = OrganisationId>) -> Result<Own> {
    let rows = extension::Entity::find()
        .filter(extension::Column::OrganisationId.is_in(of))
        .filter(extension::Column::EndedAt.is_null())
        .all(db)
        .await?;
    Ok(Own(rows))
}

/// Of all organisations, in a call.
pub async fn in_call(db: &impl ConnectionTrait, call: CallId) -> Result<Own> {
    let rows = extension::Entity::find()
        .filter(extension::Column::CallId.eq(call))
        .filter(extension::Column::OrganisationId.is_not_null())
        .filter(extension::Column::EndedAt.is_null())
        .all(db)
        .await?;
    Ok(Own(rows))
}

/// All that was ever granted in a call, with the organisation, the last first.
pub async fn history(
    db: &impl ConnectionTrait,
    call: CallId,
) -> Result<Vec<(extension::Model, Option<organisation::Model>)>> {
    Ok(extension::Entity::find()
        .find_also_related(organisation::Entity)
        .filter(extension::Column::CallId.eq(call))
        .order_by_desc(extension::Column::GrantedAt)
        .order_by_desc(extension::Column::Id)
        .limit(MOST)
        .all(db)
        .await?)
}

/// The organisation of this slug.
pub async fn organisation(db: &impl ConnectionTrait, slug: &str) -> Result<Option<organisation::Model>> {
    Ok(organisation::Entity::find().filter(organisation::Column::Slug.eq(slug)).one(db).await?)
}

/// An extension that is granted.
#[derive(Clone, Copy, Debug)]
pub struct Granted<'a> {
    pub call: CallId,
    /// None for all.
    pub organisation: Option<OrganisationId>,
    /// The deadline that held before.
    pub was: Moment,
    pub closes_at: Moment,
    pub reason: &'a str,
}

/// Writes an extension down. That of an organisation takes the place of the one it had.
pub async fn grant(act: &Act, granted: Granted<'_>) -> Result<ExtensionId> {
    if let Some(organisation) = granted.organisation {
        end(act, granted.call, organisation).await?;
    }
    let row = extension::ActiveModel {
        id: Set(act.id()),
        call_id: Set(granted.call),
        organisation_id: Set(granted.organisation),
        was: Set(granted.was),
        closes_at: Set(granted.closes_at),
        reason: Set(granted.reason.to_owned()),
        granted_by: Set(act.by.user()),
        granted_at: Set(act.at),
        ended_at: Set(None),
    };
    Ok(row.insert(act.tx()).await?.id)
}

/// Takes the extension back that an organisation has; false if it has none.
pub async fn end(act: &Act, call: CallId, organisation: OrganisationId) -> Result<bool> {
    let ended = extension::Entity::update_many()
        .set(extension::ActiveModel { ended_at: Set(Some(act.at)), ..Default::default() })
        .filter(extension::Column::CallId.eq(call))
        .filter(extension::Column::OrganisationId.eq(organisation))
        .filter(extension::Column::EndedAt.is_null())
        .exec(act.tx())
        .await?;
    Ok(ended.rows_affected > 0)
}

/// When the deadline of a call was last moved to where it is; the beginning of time if it never was.
pub async fn known_since(db: &impl ConnectionTrait, call: CallId, closes_at: Moment) -> Result<Moment> {
    let last = extension::Entity::find()
        .filter(extension::Column::CallId.eq(call))
        .filter(extension::Column::OrganisationId.is_null())
        .filter(extension::Column::ClosesAt.eq(closes_at))
        .order_by_desc(extension::Column::GrantedAt)
        .one(db)
        .await?;
    Ok(last.map_or(Moment::from_millis(0), |row| row.granted_at))
}
