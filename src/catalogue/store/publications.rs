//! Publications with their files and the Initiatives that they belong to; the only writer of these rows.

use std::collections::{BTreeMap, BTreeSet};

use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect, QueryTrait, Select,
};

use crate::{
    accounts::{Actor, StaffRole},
    act::Act,
    catalogue::publications::{About, Name, NewCover, NewFile},
    entity::{catalogue_entry, publication, publication_file, publication_initiative},
    error::{Error, Result},
    ids::{ProposalId, PublicationFileId, PublicationId},
};

/// What is known of a publication before there is a row.
#[derive(Clone, Debug)]
pub struct NewPublication {
    pub slug: String,
    /// Its place among the others.
    pub place: i32,
    pub about: About,
}

impl publication::Model {
    pub fn about(&self) -> About {
        About {
            title: self.title.clone(),
            summary: self.summary.clone(),
            year: self.year,
            link: self.link.clone(),
            theme: self.theme.clone(),
        }
    }
}

/// The publications that exist for somebody: for the secretariat those that are hidden, too.
pub fn visible_to(actor: Option<&Actor>) -> Select<publication::Entity> {
    let all = publication::Entity::find();
    if actor.is_some_and(|actor| actor.is(StaffRole::Secretariat)) {
        all
    } else {
        all.filter(publication::Column::Shown.eq(true))
    }
}

/// Those that everybody may read, in their order. There are some dozens, so they are not paged.
pub async fn shown(db: &impl ConnectionTrait) -> Result<Vec<publication::Model>> {
    Ok(in_order(visible_to(None)).all(db).await?)
}

/// All of them, in their order.
pub async fn all(db: &impl ConnectionTrait) -> Result<Vec<publication::Model>> {
    Ok(in_order(publication::Entity::find()).all(db).await?)
}

fn in_order(publications: Select<publication::Entity>) -> Select<publication::Entity> {
    publications.order_by_asc(publication::Column::Place).order_by_asc(publication::Column::Id)
}

/// The publication of this slug, if it exists for this actor.
pub async fn find(db: &impl ConnectionTrait, actor: Option<&Actor>, slug: &str) -> Result<publication::Model> {
    let found = visible_to(actor).filter(publication::Column::Slug.eq(slug));
    found.one(db).await?.ok_or(Error::NotFound)
}

/// The files of these publications, by language: one query, however many they are.
pub async fn files_of(
    db: &impl ConnectionTrait,
    publications: impl IntoIterator<Item = PublicationId>,
) -> Result<BTreeMap<PublicationId, Vec<publication_file::Model>>> {
    let rows = publication_file::Entity::find()
        .filter(publication_file::Column::PublicationId.is_in(publications))
        .order_by_asc(publication_file::Column::Id)
        .all(db)
        .await?;
    let mut found: BTreeMap<PublicationId, Vec<publication_file::Model>> = BTreeMap::new();
    for row in rows {
        found.entry(row.publication_id).or_default().push(row);
    }
    for files in found.values_mut() {
        files.sort_by_key(|file| file.language);
    }
    Ok(found)
}

/// A file of this publication.
pub async fn file(
    db: &impl ConnectionTrait,
    publication: PublicationId,
    id: PublicationFileId,
) -> Result<publication_file::Model> {
    let found = publication_file::Entity::find_by_id(id);
    let found = found.filter(publication_file::Column::PublicationId.eq(publication));
    found.one(db).await?.ok_or(Error::NotFound)
}

/// The Initiatives that a publication belongs to, as far as everybody may read of them.
pub async fn initiatives_of(
    db: &impl ConnectionTrait,
    publication: PublicationId,
) -> Result<Vec<catalogue_entry::Model>> {
    let linked = publication_initiative::Entity::find()
        .select_only()
        .column(publication_initiative::Column::ProposalId)
        .filter(publication_initiative::Column::PublicationId.eq(publication))
        .into_query();
    Ok(catalogue_entry::Entity::find()
        .filter(catalogue_entry::Column::ProposalId.in_subquery(linked))
        .filter(catalogue_entry::Column::Shown.eq(true))
        .order_by_asc(catalogue_entry::Column::Reference)
        .order_by_asc(catalogue_entry::Column::ProposalId)
        .all(db)
        .await?)
}

/// The publications that belong to an Initiative and that everybody may read, in their order.
pub async fn publications_of(db: &impl ConnectionTrait, initiative: ProposalId) -> Result<Vec<publication::Model>> {
    let linked = publication_initiative::Entity::find()
        .select_only()
        .column(publication_initiative::Column::PublicationId)
        .filter(publication_initiative::Column::ProposalId.eq(initiative))
        .into_query();
    Ok(in_order(visible_to(None).filter(publication::Column::Id.in_subquery(linked))).all(db).await?)
}

/// The Initiatives of these names, in their order; none for one that everybody knows nothing of.
pub async fn initiatives_named(db: &impl ConnectionTrait, names: &[Name]) -> Result<Vec<Option<ProposalId>>> {
    if names.is_empty() {
        return Ok(Vec::new());
    }
    let mut any = Condition::any();
    for name in names {
        any = any.add(match name {
            Name::Reference(reference) => catalogue_entry::Column::Reference.eq(reference.as_str()),
            Name::Slug(slug) => catalogue_entry::Column::Slug.eq(slug.as_str()),
        });
    }
    let find = catalogue_entry::Entity::find().filter(catalogue_entry::Column::Shown.eq(true)).filter(any);
    let rows = find.all(db).await?;
    let is = |row: &&catalogue_entry::Model, name: &Name| match name {
        Name::Reference(reference) => row.reference == *reference,
        Name::Slug(slug) => row.slug == *slug,
    };
    Ok(names.iter().map(|name| rows.iter().find(|row| is(row, name)).map(|row| row.proposal_id)).collect())
}

/// The publication of this slug, kept from others until the act ends.
pub async fn locked(act: &Act, slug: &str) -> Result<publication::Model> {
    let find = publication::Entity::find().filter(publication::Column::Slug.eq(slug));
    find.lock_exclusive().one(act.tx()).await?.ok_or(Error::NotFound)
}

/// All of them in their order, kept from others until the act ends. They are locked in an order that never changes.
pub async fn all_locked(act: &Act) -> Result<Vec<publication::Model>> {
    let find = publication::Entity::find().order_by_asc(publication::Column::Id).lock_exclusive();
    let mut rows = find.all(act.tx()).await?;
    rows.sort_by_key(|row| (row.place, row.id));
    Ok(rows)
}

/// The slugs of all publications, and the place behind the last one, which nobody else takes until the act ends.
pub async fn shelf(act: &Act) -> Result<(Vec<String>, i32)> {
    let rows = all_locked(act).await?;
    let last = rows.iter().map(|row| row.place).max().unwrap_or(0);
    Ok((rows.into_iter().map(|row| row.slug).collect(), last.saturating_add(1)))
}

/// Adds a publication, unless there is one of this slug; its id, if it was added.
pub async fn add(act: &Act, new: &NewPublication) -> Result<Option<PublicationId>> {
    let same = publication::Entity::find().filter(publication::Column::Slug.eq(new.slug.as_str()));
    if same.one(act.tx()).await?.is_some() {
        return Ok(None);
    }
    let about = &new.about;
    let row = publication::ActiveModel {
        id: Set(act.id()),
        slug: Set(new.slug.clone()),
        place: Set(new.place),
        title: Set(about.title.clone()),
        summary: Set(about.summary.clone()),
        year: Set(about.year),
        link: Set(about.link.clone()),
        version: Set(1),
        shown: Set(true),
        theme: Set(about.theme.clone()),
        cover_sha256: Set(None),
        cover_type: Set(String::new()),
        cover_width: Set(0),
        cover_height: Set(0),
    };
    Ok(Some(row.insert(act.tx()).await?.id))
}

/// Writes anew what a publication says that still is as it was seen; a conflict if it is not.
pub async fn change(act: &Act, id: PublicationId, seen: i32, about: &About) -> Result<()> {
    let row = publication::ActiveModel {
        title: Set(about.title.clone()),
        summary: Set(about.summary.clone()),
        year: Set(about.year),
        link: Set(about.link.clone()),
        theme: Set(about.theme.clone()),
        version: Set(seen.saturating_add(1)),
        ..Default::default()
    };
    let written = publication::Entity::update_many()
        .set(row)
        .filter(publication::Column::Id.eq(id))
        .filter(publication::Column::Version.eq(seen))
        .exec(act.tx())
        .await?;
    if written.rows_affected == 1 { Ok(()) } else { Err(Error::Conflict) }
}

/// Puts a cover on a publication, in the place of one that it has, or takes it off. From now on its bytes are claimed.
pub async fn put_cover(act: &Act, id: PublicationId, cover: Option<&NewCover>) -> Result<()> {
    let side = |side: u32| i32::try_from(side).map_err(Error::internal);
    let row = publication::ActiveModel {
        cover_sha256: Set(cover.map(|cover| cover.sha256.clone())),
        cover_type: Set(cover.map(|cover| cover.media_type.clone()).unwrap_or_default()),
        cover_width: Set(cover.map_or(Ok(0), |cover| side(cover.width))?),
        cover_height: Set(cover.map_or(Ok(0), |cover| side(cover.height))?),
        ..Default::default()
    };
    set(act, id, row).await
}

/// Adds a file. One that is there in its language gives way and its address stays. From now on its bytes are claimed.
pub async fn put_file(act: &Act, publication: PublicationId, file: &NewFile) -> Result<()> {
    let same = publication_file::Entity::find()
        .filter(publication_file::Column::PublicationId.eq(publication))
        .filter(publication_file::Column::Language.eq(file.language))
        .one(act.tx())
        .await?;
    let row = publication_file::ActiveModel {
        id: Set(same.as_ref().map_or_else(|| act.id(), |same| same.id)),
        publication_id: Set(publication),
        language: Set(file.language),
        name: Set(file.name.clone()),
        size: Set(i64::try_from(file.size).map_err(Error::internal)?),
        sha256: Set(file.sha256.clone()),
        uploaded_by: Set(act.by.user()),
        uploaded_at: Set(act.at),
    };
    match same {
        Some(_) => row.update(act.tx()).await?,
        None => row.insert(act.tx()).await?,
    };
    Ok(())
}

/// Takes files away. What nothing else claims is swept from the store.
pub async fn remove_files(act: &Act, publication: PublicationId, gone: &[PublicationFileId]) -> Result<()> {
    if gone.is_empty() {
        return Ok(());
    }
    publication_file::Entity::delete_many()
        .filter(publication_file::Column::PublicationId.eq(publication))
        .filter(publication_file::Column::Id.is_in(gone.iter().copied()))
        .exec(act.tx())
        .await?;
    Ok(())
}

/// Has a publication belong to these Initiatives, and to no others that everybody may read; whether that is a change. One that
/// is public no more is out of sight, and stays for the day on which it is again.
pub async fn set_initiatives(act: &Act, publication: PublicationId, wanted: &BTreeSet<ProposalId>) -> Result<bool> {
    let seen = initiatives_of(act.tx(), publication).await?;
    let seen: BTreeSet<ProposalId> = seen.into_iter().map(|row| row.proposal_id).collect();
    let of = publication_initiative::Entity::find();
    let all = of.filter(publication_initiative::Column::PublicationId.eq(publication)).all(act.tx()).await?;
    let all: BTreeSet<ProposalId> = all.into_iter().map(|row| row.proposal_id).collect();
    let gone: Vec<ProposalId> = seen.difference(wanted).copied().collect();
    let new: Vec<ProposalId> = wanted.difference(&all).copied().collect();
    let changed = !gone.is_empty() || !new.is_empty();
    if !gone.is_empty() {
        publication_initiative::Entity::delete_many()
            .filter(publication_initiative::Column::PublicationId.eq(publication))
            .filter(publication_initiative::Column::ProposalId.is_in(gone))
            .exec(act.tx())
            .await?;
    }
    for proposal in new {
        let row = publication_initiative::ActiveModel { publication_id: Set(publication), proposal_id: Set(proposal) };
        publication_initiative::Entity::insert(row).exec_without_returning(act.tx()).await?;
    }
    Ok(changed)
}

/// Puts a publication at another place. What it says stays, and so does its version.
pub async fn put(act: &Act, id: PublicationId, place: i32) -> Result<()> {
    set(act, id, publication::ActiveModel { place: Set(place), ..Default::default() }).await
}

/// Hides a publication from all but the secretariat, or shows it to everybody.
pub async fn show(act: &Act, id: PublicationId, shown: bool) -> Result<()> {
    set(act, id, publication::ActiveModel { shown: Set(shown), ..Default::default() }).await
}

async fn set(act: &Act, id: PublicationId, row: publication::ActiveModel) -> Result<()> {
    publication::Entity::update_many().set(row).filter(publication::Column::Id.eq(id)).exec(act.tx()).await?;
    Ok(())
}
