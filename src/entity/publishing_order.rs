//! An order to publish prepared decisions, at once or at an instant. The worker carries it out.

use sea_orm::entity::prelude::*;

use crate::{
    clock::Moment,
    ids::{CallId, PublishingOrderId, UserId},
};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "publishing_orders")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: PublishingOrderId,
    pub call_id: CallId,
    /// In whose name it is carried out.
    pub ordered_by: UserId,
    pub ordered_at: Moment,
    pub publish_at: Moment,
    /// What the letters of the call said when it was ordered.
    #[sea_orm(column_type = "JsonBinary")]
    pub texts: Json,
    pub done_at: Option<Moment>,
    pub cancelled_by: Option<UserId>,
}

impl ActiveModelBehavior for ActiveModel {}
