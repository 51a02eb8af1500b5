//! A word by which a letter is found.

use sea_orm::entity::prelude::*;

use crate::ids::LetterId;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "letter_words")]
pub struct Model {
    /// Folded; or an address as a whole.
    #[sea_orm(primary_key, auto_increment = false)]
    pub word: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub letter_id: LetterId,
}

impl ActiveModelBehavior for ActiveModel {}
