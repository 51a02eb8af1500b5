//! What there is to hear of: the cities that lead an Initiative, and Initiatives by name. All of it is public.

use std::collections::BTreeMap;

use sea_orm::{ColumnTrait, ConnectionTrait, QueryFilter, QuerySelect};

use crate::{
    entity::{organisation, proposal},
    error::Result,
    ids::ProposalId,
    partners::topics::City,
    places::Country,
    proposals,
    words::fold,
};

/// A city that leads an Initiative.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedCity {
    pub city: City,
    pub name: String,
    pub country: Country,
}

/// The cities whose organisations lead Initiatives, by name.
pub async fn cities(db: &impl ConnectionTrait) -> Result<Vec<NamedCity>> {
    let rows: Vec<(String, String)> = proposals::visible_to(None)
        .inner_join(organisation::Entity)
        .select_only()
        .distinct()
        .columns([organisation::Column::City, organisation::Column::Country])
        .into_tuple()
        .all(db)
        .await?;
    let mut found = BTreeMap::new();
    for (name, country) in rows {
        let Some(country) = Country::from_code(&country) else { continue };
        let Some(city) = City::new(&name, country) else { continue };
        found.entry((fold(&name), city.clone())).or_insert(NamedCity { city, name, country });
    }
    Ok(found.into_values().collect())
}

/// The public Initiative of this slug.
pub async fn initiative(db: &impl ConnectionTrait, slug: &str) -> Result<Option<proposal::Model>> {
    let found = proposals::visible_to(None).filter(proposal::Column::Slug.eq(slug)).one(db).await?;
    Ok(as_published(db, found.into_iter().collect()).await?.pop())
}

/// Under the titles that everybody reads: they may have been corrected since they were submitted.
async fn as_published(db: &impl ConnectionTrait, mut rows: Vec<proposal::Model>) -> Result<Vec<proposal::Model>> {
    let ids: Vec<ProposalId> = rows.iter().map(|row| row.id).collect();
    for entry in proposals::published_texts::entries(db, &ids).await? {
        if let Some(row) = rows.iter_mut().find(|row| row.id == entry.proposal_id) {
            entry.title.get(entry.language).clone_into(&mut row.title);
            row.language = entry.language;
        }
    }
    Ok(rows)
}

/// The public ones among these.
pub async fn initiatives(
    db: &impl ConnectionTrait,
    ids: impl IntoIterator<Item = ProposalId>,
) -> Result<Vec<proposal::Model>> {
    let ids: Vec<ProposalId> = ids.into_iter().collect();
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    as_published(db, proposals::visible_to(None).filter(proposal::Column::Id.is_in(ids)).all(db).await?).await
}
