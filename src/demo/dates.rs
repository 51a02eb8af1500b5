//! The open example call stays open: when its deadline has passed, it is moved on.

use chrono::{Datelike, Days, NaiveDateTime};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use crate::{
    app::App,
    calls,
    clock::{Moment, Zone},
    entity::call,
    error::Result,
};

/// At least this far away a deadline is moved.
const AHEAD: Days = Days::new(21);
const WEEK: Days = Days::new(7);

/// Moves the deadline of the last example call on, if it has passed.
pub async fn keep_open(app: &App) -> Result<()> {
    let act = app.begin_as("demo").await?;
    let examples = call::Entity::find().filter(call::Column::Example.eq(true));
    let Some(call) = examples.order_by_desc(call::Column::ClosesAt).one(act.tx()).await? else { return Ok(()) };
    if call.closes_at >= act.at {
        return Ok(());
    }
    let closes_at = moved_on(call.closes_at, act.at, call.zone());
    calls::actions::move_on(&act, &call, closes_at).await?;
    act.commit().await
}

/// The deadline, later by as many whole weeks as it takes to be far enough away. It keeps its weekday and its hour.
fn moved_on(deadline: Moment, now: Moment, zone: Zone) -> Moment {
    let mut local: NaiveDateTime = deadline.in_zone(zone.0).naive_local();
    let earliest = now.in_zone(zone.0).naive_local().checked_add_days(AHEAD).unwrap_or(local);
    while local < earliest {
        let Some(next) = local.checked_add_days(WEEK) else { break };
        local = next;
    }
    debug_assert_eq!(local.weekday(), deadline.in_zone(zone.0).weekday());
    Moment::from_local(local, zone.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_deadline_that_has_passed_moves_on_by_whole_weeks_and_keeps_its_hour() {
        let madrid: Zone = "Europe/Madrid".parse().unwrap();
        let local = |text: &str| {
            Moment::from_local(NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M:%S").unwrap(), madrid.0)
        };
        let deadline = local("2026-03-20 23:59:59");
        assert_eq!(moved_on(deadline, local("2026-03-21 00:00:00"), madrid), local("2026-04-17 23:59:59"));
        assert_eq!(moved_on(deadline, local("2027-03-21 09:00:00"), madrid), local("2027-04-16 23:59:59"));
    }
}
