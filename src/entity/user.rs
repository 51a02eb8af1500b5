//! A person with an account.

use sea_orm::entity::prelude::*;

use crate::{clock::Moment, ids::UserId, mail::Email, words::Locale};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "users")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: UserId,
    #[sea_orm(unique)]
    pub email: Email,
    pub name: String,
    /// The name folded, for sorting.
    pub name_key: String,
    /// An argon2id hash with its parameters; none until the invitation is accepted.
    pub password_hash: Option<String>,
    pub locale: Locale,
    /// A name of the IANA time zone database.
    pub zone: String,
    pub created_at: Moment,
    pub disabled_at: Option<Moment>,
    pub version: i32,
    #[sea_orm(has_many)]
    pub staff_roles: HasMany<super::staff_role::Entity>,
    #[sea_orm(has_many)]
    pub memberships: HasMany<super::membership::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
