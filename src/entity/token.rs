//! A one-time link, known by the digest of its secret.

use sea_orm::entity::prelude::*;

use crate::{accounts::policy::Purpose, clock::Moment, ids::UserId};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "tokens")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub hash: String,
    pub purpose: Purpose,
    pub user_id: UserId,
    pub created_at: Moment,
    pub expires_at: Moment,
    pub used_at: Option<Moment>,
    #[sea_orm(belongs_to, from = "user_id", to = "id")]
    pub user: BelongsTo<super::user::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
