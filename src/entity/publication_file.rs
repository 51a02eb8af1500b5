//! A publication in one language, as a PDF. Its bytes lie in the file store under their own hash.

use sea_orm::entity::prelude::*;

use crate::{
    catalogue::publications::Tongue,
    clock::Moment,
    ids::{PublicationFileId, PublicationId, UserId},
};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "publication_files")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: PublicationFileId,
    pub publication_id: PublicationId,
    /// One file for each language.
    pub language: Tongue,
    /// The name it had, made safe.
    pub name: String,
    /// In bytes.
    pub size: i64,
    pub sha256: String,
    pub uploaded_by: Option<UserId>,
    pub uploaded_at: Moment,
}

impl ActiveModelBehavior for ActiveModel {}
