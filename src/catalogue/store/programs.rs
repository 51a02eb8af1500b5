//! What feeds tell: what happened to Initiatives, the newest first.

use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
    sea_query::SelectStatement,
};

use crate::{
    entity::{catalogue_entry, news, transition},
    error::Result,
    ids::ProposalId,
    proposals::workflow::Action,
};

/// Of which Initiatives, among those that are public.
#[derive(Clone, Debug)]
pub enum Of {
    All,
    /// Of this main theme.
    Theme(String),
    /// A few.
    These(Vec<ProposalId>),
}

/// What everybody is told of; that an Initiative was approved is told by its being there.
const TOLD: [Action; 3] = [Action::StartRunning, Action::Complete, Action::EndEarly];

/// The last steps on their way.
pub async fn steps(db: &impl ConnectionTrait, of: &Of, most: u64) -> Result<Vec<transition::Model>> {
    Ok(transition::Entity::find()
        .filter(transition::Column::Action.is_in(TOLD))
        .filter(transition::Column::ProposalId.in_subquery(shown(of)))
        .order_by_desc(transition::Column::At)
        .order_by_desc(transition::Column::Id)
        .limit(most)
        .all(db)
        .await?)
}

/// What was last published about them.
pub async fn news(db: &impl ConnectionTrait, of: &Of, most: u64) -> Result<Vec<news::Model>> {
    Ok(news::Entity::find()
        .filter(news::Column::ProposalId.in_subquery(shown(of)))
        .filter(news::Column::TakenBackAt.is_null())
        .order_by_desc(news::Column::PublishedAt)
        .order_by_desc(news::Column::Id)
        .limit(most)
        .all(db)
        .await?)
}

fn shown(of: &Of) -> SelectStatement {
    let all = catalogue_entry::Entity::find()
        .select_only()
        .column(catalogue_entry::Column::ProposalId)
        .filter(catalogue_entry::Column::Shown.eq(true));
    let wanted = match of {
        Of::All => all,
        Of::Theme(theme) => all.filter(catalogue_entry::Column::Theme.eq(theme.as_str())),
        Of::These(ids) => all.filter(catalogue_entry::Column::ProposalId.is_in(ids.iter().copied())),
    };
    wanted.into_query()
}
