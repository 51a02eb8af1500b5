//! The lists of people and organisations: found by text, in parts by key.

use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect, QueryTrait, Select,
    sea_query::{Expr, ExprTrait, LikeExpr, SimpleExpr},
};

use crate::{
    accounts::{
        lists::{Part, ROWS, Turn},
        policy::StaffRole,
    },
    entity::{membership, organisation, staff_role, user},
    error::Result,
    ids::{OrganisationId, UserId},
    words::fold,
};

/// Which people a list shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Who {
    #[default]
    Everyone,
    Staff(StaffRole),
    /// Members of an organisation.
    Officials,
    /// Who has not accepted the invitation yet.
    Invited,
    Disabled,
}

/// People by name.
pub async fn people(db: &impl ConnectionTrait, text: &str, who: Who, turn: &Turn<UserId>) -> Result<Part<user::Model>> {
    let mut found = of(user::Entity::find(), who);
    if !text.trim().is_empty() {
        found = found.filter(holds(user::Column::NameKey, text).or(holds(user::Column::Email, text)));
    }
    let mut list = found.cursor_by((user::Column::NameKey, user::Column::Id));
    let room = ROWS as u64 + 1;
    match turn {
        Turn::After(id) if let Some(row) = user::Entity::find_by_id(*id).one(db).await? => {
            list.after((row.name_key, row.id)).first(room)
        }
        Turn::Before(id) if let Some(row) = user::Entity::find_by_id(*id).one(db).await? => {
            list.before((row.name_key, row.id)).last(room)
        }
        _ => list.first(room),
    };
    Ok(turn.part(list.all(db).await?))
}

/// Organisations by name.
pub async fn organisations(
    db: &impl ConnectionTrait,
    text: &str,
    turn: &Turn<OrganisationId>,
) -> Result<Part<organisation::Model>> {
    let mut found = organisation::Entity::find();
    if !text.trim().is_empty() {
        found = found.filter(holds(organisation::Column::NameKey, text));
    }
    let mut list = found.cursor_by((organisation::Column::NameKey, organisation::Column::Id));
    let room = ROWS as u64 + 1;
    match turn {
        Turn::After(id) if let Some(row) = organisation::Entity::find_by_id(*id).one(db).await? => {
            list.after((row.name_key, row.id)).first(room)
        }
        Turn::Before(id) if let Some(row) = organisation::Entity::find_by_id(*id).one(db).await? => {
            list.before((row.name_key, row.id)).last(room)
        }
        _ => list.first(room),
    };
    Ok(turn.part(list.all(db).await?))
}

fn of(people: Select<user::Entity>, who: Who) -> Select<user::Entity> {
    match who {
        Who::Everyone => people,
        Who::Staff(role) => {
            let such = staff_role::Entity::find()
                .select_only()
                .column(staff_role::Column::UserId)
                .filter(staff_role::Column::Role.eq(role));
            people.filter(user::Column::Id.in_subquery(such.into_query()))
        }
        Who::Officials => {
            let such = membership::Entity::find().select_only().column(membership::Column::UserId);
            people.filter(user::Column::Id.in_subquery(such.into_query()))
        }
        Who::Invited => people.filter(user::Column::PasswordHash.is_null()),
        Who::Disabled => people.filter(user::Column::DisabledAt.is_not_null()),
    }
}

/// Whether a folded column holds a text, wherever. The text's own signs stand for themselves.
fn holds(column: impl ColumnTrait, text: &str) -> SimpleExpr {
    let plain = fold(text.trim()).replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
    Expr::col((column.entity_name(), column)).like(LikeExpr::new(format!("%{plain}%")).escape('\\'))
}
