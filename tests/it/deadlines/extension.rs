//! More time: for all, told to those who hold drafts; and for one organisation, told to nobody else.

use initiatives::{
    calls::{self, actions::extending},
    clock::Moment,
    entity::{audit_event, letter},
    error::Error,
    proposals::{actions::submitting, workflow::State},
    words::Locale,
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use std::time::Duration;

use crate::{
    letters_posted::does,
    support::{TestApp, on_both, proposals::CLOSES},
};

const OWNER: &str = "official@agra.example";
const HOUSE: &str = "secretariat@metropolis.example";
const DAY: Duration = Duration::from_secs(86_400);

async fn told(app: &TestApp, kind: &str) -> Vec<String> {
    app.deliver_mail().await;
    let letters = letter::Entity::find().filter(letter::Column::Kind.eq(kind)).all(app.db.read()).await.unwrap();
    let mut told: Vec<String> = letters.into_iter().map(|letter| letter.recipient.to_string()).collect();
    told.sort();
    told
}

/// Gives Agra time of its own.
async fn grant(app: &TestApp, until: Moment) {
    let call = app.call().await;
    app.act(HOUSE, async |act, _| extending::grant(act, call, "agra", until, "A flood.", Locale::En).await.map(|_| ()))
        .await
        .unwrap();
}

#[tokio::test]
async fn a_call_is_extended_and_all_who_hold_drafts_are_told() {
    on_both(async |app| {
        for email in ["editor@agra.example", "submitter@agra.example", "official@barcelona.example"] {
            app.person(email).await;
        }
        app.draft().await;
        let mut house = app.sign_in(HOUSE).await;
        let path = "/desk/calls/2014/extension";
        assert!(house.get("/desk/calls/2014").await.text.contains(path));
        let page = house.get(path).await;
        assert!(page.has("3 people who have drafts get an email."), "{}", page.words());
        let version = page.field("version").unwrap();
        let typed = |closes| [("version", version.as_str()), ("closes", closes), ("reason", "A holiday.")];
        let early = house.post(path, &typed("2014-05-15T12:00")).await;
        assert_eq!(early.status, 422);
        assert!(
            early.has("Choose a time in the future, later than the deadline of the call.") && early.has("A holiday.")
        );
        assert_eq!(house.post(path, &typed("2014-05-22T23:59:59")).await.status, 303);
        let page = house.get(path).await;
        assert!(page.has("The new deadline is 22 May 2014, 23:59 (Europe/Madrid, UTC+2)."), "{}", page.words());
        assert!(page.has("First announced: 30 April 2014, 23:59") && page.has("A holiday."));
        let again = house.post(path, &typed("2014-05-29T23:59:59")).await;
        assert_eq!(again.status, 409, "over the call as it was seen");
        assert!(again.has("A holiday."), "{}", again.words());
        assert!(app.browser().get("/calls/2014").await.has("22 May 2014, 23:59 (Europe/Madrid, UTC+2)"));

        let all = ["editor@agra.example", OWNER, "submitter@agra.example"];
        assert_eq!(told(&app, "call_extended").await, all);
        assert_eq!(told(&app, "call_extended").await, all, "told once");
        let events = audit_event::Entity::find().all(app.db.read()).await.unwrap();
        assert_eq!(events.iter().filter(|event| event.action == "call.extended").count(), 1);
    })
    .await;
}

#[tokio::test]
async fn once_drafts_are_held_more_time_is_not_given_in_passing() {
    on_both(async |app| {
        app.draft().await;
        let id = app.call().await;
        let mut terms = calls::by_id(app.db.read(), id).await.unwrap().unwrap().terms().unwrap();
        terms.window.closes_at = CLOSES + DAY;
        let edited = app.act(HOUSE, async |act, _| calls::actions::edit(act, id, 1, &terms, Locale::En).await).await;
        assert!(matches!(edited, Err(Error::Invalid(errors)) if errors.get("closes").is_some()));
    })
    .await;
}

#[tokio::test]
async fn an_organisation_has_time_of_its_own_and_nobody_else_sees_it() {
    on_both(async |app| {
        app.person("official@barcelona.example").await;
        let reference = app.complete_draft().await;
        let mut house = app.sign_in(HOUSE).await;
        let own = [("organisation", "agra"), ("own_closes", "2014-05-20T12:00"), ("own_reason", "A flood.")];
        assert_eq!(house.post("/desk/calls/2014/extensions", &own).await.status, 303);
        assert!(house.get("/desk/calls/2014/extension").await.has("Agra From 15 May 2014, 23:59"));
        assert_eq!(told(&app, "extension_granted").await, [OWNER]);

        let mut owner = app.sign_in(OWNER).await;
        let page = owner.get(&format!("/proposals/{reference}")).await;
        assert!(page.has("You can submit until 20 May 2014, 12:00 (Europe/Madrid, UTC+2)"), "{}", page.words());
        assert!(owner.get("/calls/2014").await.has("15 May 2014, 23:59 (Europe/Madrid, UTC+2)"), "the call's stays");
        assert!(!owner.get("/calls/2014").await.has("20 May 2014"));

        app.clock.advance(CLOSES - app.now() + 2 * DAY);
        let mut owner = app.sign_in(OWNER).await;
        let start = owner.get("/proposals/new").await;
        assert!(start.has("You can submit until 20 May 2014, 12:00"), "{}", start.words());
        app.draft().await;
        app.submit(&reference).await;
        does!(app, OWNER, reference, |act, actor, t| submitting::reopen(act, actor, t.reference, t.seen));
        let mut other = app.sign_in("official@barcelona.example").await;
        assert!(!other.get("/proposals/new").await.has("20 May 2014"));
        app.clock.advance(3 * DAY);
        let case = app.case(OWNER, &reference).await.unwrap();
        assert!(case.may(State::Draft.way_in()).is_too_late());
    })
    .await;
}

#[tokio::test]
async fn the_later_of_two_deadlines_holds() {
    on_both(async |app| {
        let reference = app.complete_draft().await;
        let closes_at = async || app.case(OWNER, &reference).await.unwrap().standing.facts.closes_at;
        let call = app.call().await;
        let extend = async |seen, until| {
            let done = app.act(HOUSE, async |act, _| {
                extending::extend(act, call, seen, until, "A holiday.", Locale::En).await.map(|_| ())
            });
            done.await.unwrap();
        };
        grant(&app, CLOSES + 2 * DAY).await;
        assert_eq!(closes_at().await, CLOSES + 2 * DAY);
        extend(1, CLOSES + DAY).await;
        assert_eq!(closes_at().await, CLOSES + 2 * DAY, "an extension of the call shortens nobody's");
        extend(2, CLOSES + 3 * DAY).await;
        assert_eq!(closes_at().await, CLOSES + 3 * DAY);
        grant(&app, CLOSES + 5 * DAY).await;
        grant(&app, CLOSES + 4 * DAY).await;
        assert_eq!(closes_at().await, CLOSES + 4 * DAY, "the last word counts");
    })
    .await;
}
