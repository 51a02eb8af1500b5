//! What is published of Initiatives: the versions of their texts, and what lists know of them. Texts belong to the proposal
//! they are of; a change of either is numbered, so that whoever keeps all in memory reads what has changed and no more.

use std::collections::{BTreeMap, BTreeSet};

use sea_orm::{
    ActiveModelTrait,
    ActiveValue::Set,
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder,
    QuerySelect, QueryTrait, RelationDef, Statement,
    sea_query::{Expr, ExprTrait, LockType},
};
use serde_json::Value as Json;

use crate::{
    act::Act,
    clock::Moment,
    entity::{catalogue_entry, organisation, proposal, public_text, transition, user},
    error::{Error, Result},
    guidelines::{Answers, Definition},
    ids::{OrganisationId, ProposalId},
    places::Country,
    proposals::{
        published::{PartnerPlace, PartnerPlaces, Published},
        workflow::State,
    },
    words::Locale,
};

/// A version to be written.
#[derive(Clone, Debug)]
pub struct NewText<'a> {
    pub locale: Locale,
    pub origin: bool,
    pub answers: &'a Answers,
    /// What it was made from: `public_text::Model::of_number`.
    pub of_number: i32,
    pub note: &'a str,
}

/// Writes the next version of a text in one language; `seen` is the version that it follows, 0 for none. Refuses if there is a
/// newer one.
pub async fn write(act: &Act, proposal: ProposalId, seen: i32, new: NewText<'_>) -> Result<()> {
    let last = public_text::Entity::find()
        .select_only()
        .column_as(public_text::Column::Number.max(), "number")
        .filter(public_text::Column::ProposalId.eq(proposal))
        .filter(public_text::Column::Locale.eq(new.locale))
        .into_tuple::<Option<i32>>()
        .one(act.tx())
        .await?;
    if last.flatten().unwrap_or(0) != seen {
        return Err(Error::Conflict);
    }
    let row = public_text::ActiveModel {
        proposal_id: Set(proposal),
        locale: Set(new.locale),
        number: Set(seen + 1),
        origin: Set(new.origin),
        answers: Set(Json::Object(new.answers.to_json())),
        of_number: Set(new.of_number),
        note: Set(new.note.to_owned()),
        made_by: Set(act.by.user()),
        made_at: Set(act.at),
    };
    row.insert(act.tx()).await?;
    Ok(())
}

/// The last version of each language.
pub async fn current(db: &impl ConnectionTrait, proposal: ProposalId) -> Result<Vec<public_text::Model>> {
    current_of(db, &[proposal]).await
}

/// The last version of each language of several.
pub async fn current_of(db: &impl ConnectionTrait, proposals: &[ProposalId]) -> Result<Vec<public_text::Model>> {
    let last = "public_texts.number = (SELECT MAX(t.number) FROM public_texts t \
        WHERE t.proposal_id = public_texts.proposal_id AND t.locale = public_texts.locale)";
    Ok(public_text::Entity::find()
        .filter(public_text::Column::ProposalId.is_in(proposals.iter().copied()))
        .filter(Expr::cust(last))
        .order_by_asc(public_text::Column::ProposalId)
        .order_by_asc(public_text::Column::Locale)
        .all(db)
        .await?)
}

/// What everybody reads of one, by its versions.
pub fn read(definition: &Definition, versions: &[public_text::Model]) -> Published {
    let answers = |row: &public_text::Model| {
        row.answers.as_object().map(|stored| definition.answers_from_json(stored)).unwrap_or_default()
    };
    let mut published = Published::default();
    for row in versions {
        if row.origin {
            published.language = row.locale;
            published.original = answers(row);
        } else {
            published.translations.insert(row.locale, answers(row));
        }
    }
    published.as_far_as_the_original()
}

/// A version in the list of all of them.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Version {
    pub locale: Locale,
    pub number: i32,
    pub origin: bool,
    pub of_number: i32,
    pub note: String,
    pub made_by: Option<String>,
    pub made_at: Moment,
}

/// All versions of all languages, the newest first.
pub async fn versions(db: &impl ConnectionTrait, proposal: ProposalId) -> Result<Vec<Version>> {
    let maker: RelationDef =
        public_text::Entity::belongs_to(user::Entity).from(public_text::Column::MadeBy).to(user::Column::Id).into();
    Ok(public_text::Entity::find()
        .select_only()
        .column(public_text::Column::Locale)
        .column(public_text::Column::Number)
        .column(public_text::Column::Origin)
        .column(public_text::Column::OfNumber)
        .column(public_text::Column::Note)
        .column_as(user::Column::Name, "made_by")
        .column(public_text::Column::MadeAt)
        .join(JoinType::LeftJoin, maker)
        .filter(public_text::Column::ProposalId.eq(proposal))
        .order_by_desc(public_text::Column::MadeAt)
        .order_by_desc(public_text::Column::Number)
        .into_model()
        .all(db)
        .await?)
}

/// One version.
pub async fn version(
    db: &impl ConnectionTrait,
    proposal: ProposalId,
    locale: Locale,
    number: i32,
) -> Result<public_text::Model> {
    public_text::Entity::find_by_id((proposal, locale, number)).one(db).await?.ok_or(Error::NotFound)
}

/// Makes lists know what is published of an Initiative now. `year`: that of its call.
pub async fn enter(act: &Act, proposal: &proposal::Model, year: i32, published: &Published) -> Result<()> {
    let Some(slug) = proposal.slug.clone() else { return Err(Error::internal("public without a slug")) };
    let number = next_change(act, proposal.organisation_id).await?;
    let before = catalogue_entry::Entity::find_by_id(proposal.id).one(act.tx()).await?;
    let published_at = match &before {
        Some(before) => before.published_at,
        None => became_public(act, proposal.id).await?.unwrap_or(act.at),
    };
    let point = published.point();
    let original = &published.original;
    let row = catalogue_entry::ActiveModel {
        proposal_id: Set(proposal.id),
        number: Set(number),
        shown: Set(proposal.state.is_public()),
        slug: Set(slug),
        reference: Set(proposal.reference.clone()),
        language: Set(published.language),
        title: Set(published.lines("title")),
        short_title: Set(published.lines("short_title")),
        aim: Set(published.lines("aim")),
        organisation_id: Set(proposal.organisation_id),
        city: Set(original.text("lead_city").unwrap_or_default().to_owned()),
        country: Set(original.country("lead_country").map(|country| country.code().to_owned()).unwrap_or_default()),
        theme: Set(original.choice("theme").map(ToString::to_string).unwrap_or_default()),
        state: Set(proposal.state),
        year: Set(year),
        latitude: Set(point.map(|point| point.lat().millionths())),
        longitude: Set(point.map(|point| point.lon().millionths())),
        partners: Set(published.partner_places()),
        example: Set(proposal.example),
        published_at: Set(published_at),
        changed_at: Set(act.at),
        featured_at: Set(before.as_ref().and_then(|before| before.featured_at)),
    };
    match before {
        Some(_) => row.update(act.tx()).await?,
        None => row.insert(act.tx()).await?,
    };
    Ok(())
}

/// When everybody could read of it for the first time: of those that were public before there were entries, too.
async fn became_public(act: &Act, proposal: ProposalId) -> Result<Option<Moment>> {
    let first = transition::Entity::find()
        .select_only()
        .column_as(transition::Column::At.min(), "at")
        .filter(transition::Column::ProposalId.eq(proposal))
        .filter(transition::Column::ToState.is_in(State::PUBLIC.iter().copied()))
        .into_tuple::<Option<Moment>>()
        .one(act.tx())
        .await?;
    Ok(first.flatten())
}

/// Makes lists know the state of an Initiative that is public, or was until now.
pub async fn follow(act: &Act, proposal: &proposal::Model) -> Result<()> {
    let number = next_change(act, proposal.organisation_id).await?;
    catalogue_entry::Entity::update_many()
        .set(catalogue_entry::ActiveModel {
            number: Set(number),
            shown: Set(proposal.state.is_public()),
            state: Set(proposal.state),
            changed_at: Set(act.at),
            ..Default::default()
        })
        .filter(catalogue_entry::Column::ProposalId.eq(proposal.id))
        .exec(act.tx())
        .await?;
    Ok(())
}

/// Has the home page feature an Initiative, or no more; whether that was different. The mark stays when the text changes, and while the
/// Initiative is not public.
pub async fn feature(act: &Act, proposal: &proposal::Model, featured: bool) -> Result<bool> {
    let entry = catalogue_entry::Entity::find_by_id(proposal.id).one(act.tx()).await?.ok_or(Error::NotFound)?;
    if entry.featured_at.is_some() == featured {
        return Ok(false);
    }
    let number = next_change(act, proposal.organisation_id).await?;
    catalogue_entry::Entity::update_many()
        .set(catalogue_entry::ActiveModel {
            number: Set(number),
            featured_at: Set(featured.then_some(act.at)),
            ..Default::default()
        })
        .filter(catalogue_entry::Column::ProposalId.eq(proposal.id))
        .exec(act.tx())
        .await?;
    Ok(true)
}

/// Changes are numbered in the order of their commits: whoever has a number keeps others from the next one until then. So all take
/// their rows in one order: first the proposal, then the organisation that leads it, then the number. Whoever renames that
/// organisation holds its row while they wait for a number (m0030), and would otherwise wait for somebody who waits for the row.
async fn next_change(act: &Act, lead: OrganisationId) -> Result<i64> {
    let stays = organisation::Entity::find_by_id(lead).select_only().column(organisation::Column::Id);
    stays.lock(LockType::KeyShare).into_tuple::<OrganisationId>().one(act.tx()).await?;
    let backend = act.tx().get_database_backend();
    let raise = "UPDATE catalogue_changes SET number = number + 1 WHERE one = 1 RETURNING number";
    let row = act.tx().query_one_raw(Statement::from_string(backend, raise.to_owned())).await?;
    let row = row.ok_or_else(|| Error::internal("no number of changes"))?;
    Ok(row.try_get("", "number")?)
}

/// An Initiative as lists know it, with the name of whoever leads it.
pub type Listed = (catalogue_entry::Model, String);

/// What has changed in lists since a change, in the order of the changes.
pub async fn changed_since(db: &impl ConnectionTrait, number: i64) -> Result<Vec<Listed>> {
    let rows = catalogue_entry::Entity::find()
        .filter(catalogue_entry::Column::Number.gt(number))
        .order_by_asc(catalogue_entry::Column::Number)
        .order_by_asc(catalogue_entry::Column::ProposalId)
        .all(db)
        .await?;
    let mut leads: BTreeMap<_, String> = BTreeMap::new();
    let ids: BTreeSet<_> = rows.iter().map(|row| row.organisation_id).collect();
    let ids: Vec<_> = ids.into_iter().collect();
    // A statement takes so many values, and no more.
    for some in ids.chunks(500) {
        let named = organisation::Entity::find().filter(organisation::Column::Id.is_in(some.iter().copied()));
        leads.extend(named.all(db).await?.into_iter().map(|row| (row.id, row.name)));
    }
    Ok(rows
        .into_iter()
        .map(|row| {
            let lead = leads.get(&row.organisation_id).cloned().unwrap_or_default();
            (row, lead)
        })
        .collect())
}

/// What lists know of these.
pub async fn entries(db: &impl ConnectionTrait, proposals: &[ProposalId]) -> Result<Vec<catalogue_entry::Model>> {
    let of_these = catalogue_entry::Column::ProposalId.is_in(proposals.iter().copied());
    Ok(catalogue_entry::Entity::find().filter(of_these).all(db).await?)
}

/// The cities that lead what everybody may read, and those of the organisations that do, with the codes of their countries.
pub async fn lead_cities(db: &impl ConnectionTrait) -> Result<Vec<(String, String)>> {
    use catalogue_entry::Column::{City, Country, OrganisationId, Shown};
    let shown = || catalogue_entry::Entity::find().filter(Shown.eq(true)).select_only();
    let mut cities: Vec<(String, String)> = shown().distinct().columns([City, Country]).into_tuple().all(db).await?;
    let leading = organisation::Entity::find()
        .filter(organisation::Column::Id.in_subquery(shown().column(OrganisationId).into_query()))
        .select_only()
        .columns([organisation::Column::City, organisation::Column::Country]);
    cities.extend(leading.into_tuple::<(String, String)>().all(db).await?);
    Ok(cities)
}

/// The partners that are cities, of everything that everybody may read and that has one in these countries.
pub async fn partner_places(db: &impl ConnectionTrait, countries: &BTreeSet<Country>) -> Result<Vec<PartnerPlace>> {
    if countries.is_empty() {
        return Ok(Vec::new());
    }
    let column = (catalogue_entry::Entity, catalogue_entry::Column::Partners);
    // The code may stand for something else there, which is looked at by whoever asked.
    let names = |country: &Country| Expr::col(column).cast_as("text").like(format!("%\"{}\"%", country.code()));
    let any = countries.iter().map(names).fold(Condition::any(), Condition::add);
    let found: Vec<PartnerPlaces> = catalogue_entry::Entity::find()
        .filter(catalogue_entry::Column::Shown.eq(true))
        .filter(any)
        .select_only()
        .column(catalogue_entry::Column::Partners)
        .into_tuple()
        .all(db)
        .await?;
    Ok(found.into_iter().flat_map(|places| places.0).collect())
}

/// The number of the last change.
pub async fn last_change(db: &impl ConnectionTrait) -> Result<i64> {
    let last = "SELECT number FROM catalogue_changes WHERE one = 1";
    let row = db.query_one_raw(Statement::from_string(db.get_database_backend(), last.to_owned())).await?;
    Ok(row.ok_or_else(|| Error::internal("no number of changes"))?.try_get("", "number")?)
}

/// The next public Initiative behind `after` of which lists know nothing yet, since it was published before there were public texts;
/// kept from others until the act ends.
pub async fn unknown(act: &Act, after: Option<ProposalId>) -> Result<Option<proposal::Model>> {
    let known = "NOT EXISTS (SELECT 1 FROM catalogue_entries e WHERE e.proposal_id = proposals.id)";
    let mut find = super::visible_to(None).filter(Expr::cust(known)).order_by_asc(proposal::Column::Id);
    if let Some(after) = after {
        find = find.filter(proposal::Column::Id.gt(after));
    }
    while let Some(next) = find.clone().one(act.tx()).await? {
        proposal::Entity::find_by_id(next.id).lock_exclusive().one(act.tx()).await?;
        // Whoever had to wait for it looks again: another process may have been faster.
        if let Some(row) = find.clone().filter(proposal::Column::Id.eq(next.id)).one(act.tx()).await? {
            return Ok(Some(row));
        }
    }
    Ok(None)
}
