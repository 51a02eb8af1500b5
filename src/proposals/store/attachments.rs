//! The files of proposals and of the messages about them. Their bytes lie in the file store.

use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect,
};

use crate::{
    act::Act,
    entity::attachment,
    error::{Error, Result},
    ids::{AttachmentId, MessageId, ProposalId},
};

/// A file that is to be attached.
pub struct New {
    pub name: String,
    pub media_type: String,
    /// In bytes.
    pub size: u64,
    pub sha256: String,
}

/// Attaches a file to a field; from now on its bytes are claimed.
pub async fn add(act: &Act, proposal: ProposalId, field: &str, file: New) -> Result<AttachmentId> {
    attach(act, proposal, (field, None), file).await
}

/// Attaches a file to a message of a conversation. Its doors are those of the conversation: as a file of the proposal it is not
/// found.
pub async fn add_to(act: &Act, proposal: ProposalId, message: MessageId, file: New) -> Result<AttachmentId> {
    attach(act, proposal, ("", Some(message)), file).await
}

async fn attach(
    act: &Act,
    proposal: ProposalId,
    (field, message): (&str, Option<MessageId>),
    file: New,
) -> Result<AttachmentId> {
    let row = attachment::ActiveModel {
        id: Set(act.id()),
        proposal_id: Set(proposal),
        field: Set(field.to_owned()),
        name: Set(file.name),
        media_type: Set(file.media_type),
        size: Set(i64::try_from(file.size).map_err(Error::internal)?),
        sha256: Set(file.sha256),
        uploaded_by: Set(act.by.user()),
        uploaded_at: Set(act.at),
        removed_at: Set(None),
        message_id: Set(message),
    };
    Ok(row.insert(act.tx()).await?.id)
}

/// How many bytes the files of a proposal take, those that were taken out again among them: submissions may name these.
pub async fn weight(act: &Act, proposal: ProposalId) -> Result<u64> {
    let sizes: Vec<i64> = attachment::Entity::find()
        .select_only()
        .column(attachment::Column::Size)
        .filter(attachment::Column::ProposalId.eq(proposal))
        .into_tuple()
        .all(act.tx())
        .await?;
    Ok(sizes.into_iter().filter_map(|size| u64::try_from(size).ok()).sum())
}

/// Takes files out of what is being written. They stay, for the submissions that name them.
pub async fn remove(act: &Act, proposal: ProposalId, gone: Vec<AttachmentId>) -> Result<()> {
    if gone.is_empty() {
        return Ok(());
    }
    attachment::Entity::update_many()
        .set(attachment::ActiveModel { removed_at: Set(Some(act.at)), ..Default::default() })
        .filter(attachment::Column::ProposalId.eq(proposal))
        .filter(attachment::Column::Id.is_in(gone))
        .exec(act.tx())
        .await?;
    Ok(())
}

/// Files that were taken out stand again in what is being written.
pub async fn bring_back(act: &Act, proposal: ProposalId, files: Vec<AttachmentId>) -> Result<()> {
    if files.is_empty() {
        return Ok(());
    }
    attachment::Entity::update_many()
        .set(attachment::ActiveModel { removed_at: Set(None), ..Default::default() })
        .filter(attachment::Column::ProposalId.eq(proposal))
        .filter(attachment::Column::Id.is_in(files))
        .exec(act.tx())
        .await?;
    Ok(())
}

/// A file of this proposal; none that came with a message.
pub async fn find(db: &impl ConnectionTrait, proposal: ProposalId, id: AttachmentId) -> Result<attachment::Model> {
    let found = attachment::Entity::find_by_id(id)
        .filter(attachment::Column::ProposalId.eq(proposal))
        .filter(attachment::Column::MessageId.is_null());
    found.one(db).await?.ok_or(Error::NotFound)
}
