//! A call for proposals.

use sea_orm::entity::prelude::*;

use crate::{
    calls::phases::Phases,
    clock::Moment,
    ids::{CallId, GuidelinesId},
    words::Trilingual,
};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "calls")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: CallId,
    #[sea_orm(unique)]
    pub slug: String,
    pub year: i32,
    pub guidelines_id: GuidelinesId,
    pub title: Trilingual,
    pub summary: Trilingual,
    pub body: Trilingual,
    /// What a reader must know of the call itself: that it is an example, which of its facts are inferred.
    pub note: Option<Trilingual>,
    /// The first year of the action plan period, which its proposals carry.
    pub period_first: i32,
    pub period_last: i32,
    /// The zone in which the dates were set, a name of the IANA database.
    pub zone: String,
    pub opens_at: Moment,
    pub closes_at: Moment,
    /// The closing instant first announced, if it was extended.
    pub first_closes_at: Option<Moment>,
    pub grace_seconds: i32,
    pub admits_members: bool,
    pub admits_partners: bool,
    /// The number that the next proposal gets.
    pub next_number: i32,
    pub example: bool,
    /// How it is reviewed; none for a call without phases.
    #[sea_orm(column_type = "JsonBinary", nullable)]
    pub phases: Option<Phases>,
    /// When subscribers were told that it is open.
    pub opening_told_at: Option<Moment>,
    pub created_at: Moment,
    pub version: i32,
    #[sea_orm(belongs_to, from = "guidelines_id", to = "id")]
    pub guidelines: BelongsTo<super::guidelines::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
