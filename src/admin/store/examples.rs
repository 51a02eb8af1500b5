//! Real letters as examples for those who write what such letters say.

use sea_orm::{ColumnTrait, ConnectionTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect};
use serde_json::Value;

use super::letters::letters_for;
use crate::{
    accounts::Actor,
    clock::Moment,
    entity::letter::Column,
    error::Result,
    ids::{LetterId, ProposalId},
    words::Locale,
};

/// A letter by its values.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Example {
    pub id: LetterId,
    pub created_at: Moment,
    pub proposal_id: Option<ProposalId>,
    pub args: Value,
}

/// The newest letter of a kind in a language whose values are kept, among those that the reader may see.
pub async fn newest(db: &impl ConnectionTrait, reader: &Actor, kind: &str, locale: Locale) -> Result<Option<Example>> {
    Ok(letters_for(reader)
        .filter(Column::Kind.eq(kind))
        .filter(Column::Locale.eq(locale))
        .filter(Column::Args.is_not_null())
        .order_by_desc(Column::Id)
        .select_only()
        .columns([Column::Id, Column::CreatedAt, Column::ProposalId, Column::Args])
        .into_model::<Example>()
        .one(db)
        .await?)
}
