//! What is known of a reviewer for assigning proposals: languages, themes, where they belong, and how many they take.

use sea_orm::entity::prelude::*;

use crate::{clock::Moment, ids::UserId};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "reviewer_profiles")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub person_id: UserId,
    /// Tags of the languages in which they can judge a proposal.
    #[sea_orm(column_type = "JsonBinary")]
    pub languages: Json,
    /// Codes of the themes that they know best.
    #[sea_orm(column_type = "JsonBinary")]
    pub themes: Json,
    /// Where they work, as they write it.
    pub organisation: String,
    pub city: String,
    /// ISO 3166-1 alpha-2, or empty.
    pub country: String,
    /// The most proposals of one call that they take; none for no limit.
    pub most: Option<i32>,
    pub version: i32,
    pub updated_at: Moment,
}

impl ActiveModelBehavior for ActiveModel {}
