//! Publishing many decisions: what is shown before, what happens, what fails, and what a dying process leaves.

use std::time::Duration;

use initiatives::{
    accounts::StaffRole,
    entity::{audit_event, letter, staff_role},
    ids::Reference,
    mail::LetterState,
    proposals::workflow::State,
};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};

use super::{DESK, HOUSE, OWNER, boxes, order, prepare, sent_on};
use crate::{
    desk::at,
    support::{TestApp, on_both, process::Process, smtp::SmtpServer},
};

/// How many letters of a kind were written.
async fn letters(app: &TestApp, kind: &str) -> u64 {
    let find = letter::Entity::find().filter(letter::Column::Kind.eq(kind));
    find.count(app.db.read()).await.unwrap()
}

async fn events(app: &TestApp, action: &str) -> u64 {
    let find = audit_event::Entity::find().filter(audit_event::Column::Action.eq(action));
    find.count(app.db.read()).await.unwrap()
}

#[tokio::test]
async fn before_publishing_it_is_said_who_is_mailed_what_becomes_visible_and_what_will_not_be_published() {
    on_both(async |app| {
        let [one, two, three] = app.several_under_review().await;
        let mut house = app.sign_in(HOUSE).await;
        prepare(&mut house, &[&one, &three], "approved").await;
        app.withdraw(&three).await;
        let list = house.get(&format!("{DESK}?show=all")).await;
        assert!(list.has("What is prepared cannot be published in its state now."), "{}", list.words());
        let check = house.post_typed(&format!("{DESK}/check"), &boxes(&list, &[&one, &two, &three])).await;
        for said in [
            "One decision, one email. Nothing is published yet.",
            "Asha Verma <official@agra.example>, English",
            "can be read by everyone, on the page of the Initiative, at once",
            "Partners and followers who asked for it are told by email.",
            "Nothing is prepared for it.",
            "In its state now, this decision cannot be published.",
            "Publish one decision now",
        ] {
            assert!(check.has(said), "{said}: {}", check.words());
        }
        assert!(check.text.matches("name=\"pick\"").count() == 1);
        assert!(app.orders().await.is_empty() && letters(&app, "approved").await == 0);
        // What was prepared for the withdrawn one is taken back, and it can be ordered no more.
        let gone = house.post_typed(&format!("{DESK}/removal"), &boxes(&list, &[&three])).await;
        assert_eq!(gone.status, 303);
        assert!(app.decision_on(&three).await.is_none());
    })
    .await;
}

#[tokio::test]
async fn many_are_published_each_by_itself_and_one_that_fails_stops_none_of_the_others() {
    on_both(async |app| {
        let all: [Reference; 4] = app.several_under_review().await;
        let mut house = app.sign_in(HOUSE).await;
        prepare(&mut house, &[&all[0], &all[1], &all[2]], "approved").await;
        prepare(&mut house, &[&all[3]], "not_selected").await;
        let followed = order(&mut house, &all.iter().collect::<Vec<_>>(), &[("when", "now")]).await;
        let page = house.get(&followed).await;
        assert!(page.has("Being published") && page.has("0 of 4 are published."), "{}", page.words());
        assert!(page.text.contains("data-look-again") && page.has("Look again"));
        // Meanwhile the city withdraws one, and another one is prepared otherwise.
        app.withdraw(&all[1]).await;
        prepare(&mut house, &[&all[2]], "not_selected").await;
        app.publish_due().await;
        let page = house.get(&followed).await;
        assert!(page.has("Carried out") && page.has("2 of 4 are published."), "{}", page.words());
        assert!(page.has("In its state now, this decision cannot be published."), "{}", page.words());
        assert!(page.has("has changed since it was ordered") && !page.text.contains("data-look-again"));
        let mut states = Vec::new();
        for reference in &all {
            states.push(app.state_of(reference).await);
        }
        assert_eq!(states, [State::Approved, State::Withdrawn, State::UnderReview, State::NotSelected]);
        assert_eq!((letters(&app, "approved").await, letters(&app, "not_selected").await), (1, 1));
        assert_eq!(events(&app, "proposal.decision_not_published").await, 2);
        // Nothing of the failed ones was lost, and another order can publish what is prepared now.
        assert!(app.decision_on(&all[2]).await.unwrap().is_prepared());
        order(&mut house, &[&all[2]], &[("when", "now")]).await;
        app.publish_due().await;
        assert_eq!(app.state_of(&all[2]).await, State::NotSelected);
        // Done is done.
        app.publish_due().await;
        assert_eq!(letters(&app, "not_selected").await, 2);
    })
    .await;
}

#[tokio::test]
async fn an_order_is_told_as_a_success_only_when_all_of_it_is_published() {
    on_both(async |app| {
        let [one, two, three] = app.several_under_review().await;
        let mut house = app.sign_in(HOUSE).await;
        prepare(&mut house, &[&one, &two, &three], "approved").await;
        let told = async |kind: &str, followed: &str| {
            let page = house.clone().get(followed).await;
            assert!(page.text.contains(&format!("callout-{kind}\" role=\"status\"")), "{kind}: {}", page.main());
        };
        let both = order(&mut house.clone(), &[&one, &two], &[("when", "now")]).await;
        told("info", &both).await;
        app.withdraw(&two).await;
        app.publish_due().await;
        told("info", &both).await;
        // Whoever has an interest in all that is ordered sees none of it, neither waiting nor done.
        let last = order(&mut house.clone(), &[&three], &[("when", "now")]).await;
        let person = app.person(HOUSE).await.to_string();
        let ruling = [("person", person.as_str()), ("ruling", "set"), ("ruling_reason", "She advised them.")];
        let conflicts = format!("/desk/proposals/{three}/conflicts");
        assert_eq!(house.clone().post(&conflicts, &ruling).await.status, 303);
        told("info", &last).await;
        app.publish_due().await;
        told("info", &last).await;
        let alone = app.under_review().await;
        prepare(&mut house.clone(), &[&alone], "approved").await;
        let alone = order(&mut house.clone(), &[&alone], &[("when", "now")]).await;
        app.publish_due().await;
        told("success", &alone).await;
    })
    .await;
}

#[tokio::test]
async fn they_are_published_at_the_instant_that_was_set_unless_the_order_is_cancelled() {
    on_both(async |app| {
        let [one, two] = app.several_under_review().await;
        let mut house = app.sign_in(HOUSE).await;
        prepare(&mut house, &[&one, &two], "approved").await;
        let list = house.get(&format!("{DESK}?show=prepared")).await;
        let check = house.post_typed(&format!("{DESK}/check"), &boxes(&list, &[&one])).await;
        for (at, said) in
            [("", "Please fill this in."), ("2014-03-01T10:00", "This moment is past."), ("soon", "Write a day")]
        {
            let page =
                house.post_typed(&format!("{DESK}/orders"), &sent_on(&check, &[("when", "at"), ("at", at)])).await;
            assert_eq!(page.status, 422);
            assert!(page.has(said) && page.text.matches("name=\"pick\"").count() == 1, "{}", page.words());
        }
        // On the clock of the call: 10:00 in Madrid is 08:00 in UTC.
        let followed = order(&mut house, &[&one], &[("when", "at"), ("at", "2014-04-03T10:00")]).await;
        assert_eq!(app.orders().await[0].publish_at.iso(), "2014-04-03T08:00:00.000Z");
        assert!(house.get(&followed).await.has("To be published on 3 April 2014, 10:00 (Europe/Madrid, UTC+2)"));
        let list = house.get(&format!("{DESK}?show=ordered")).await;
        assert!(list.has("To be published: 3 April 2014, 10:00"), "{}", list.words());
        let check = house.post_typed(&format!("{DESK}/check"), &boxes(&list, &[&one])).await;
        assert!(check.has("It is to be published already.") && check.has("There is nothing to publish"));
        let cancelled = order(&mut house, &[&two], &[("when", "at"), ("at", "2014-04-03T10:00")]).await;
        assert_eq!(house.post(&format!("{cancelled}/cancellation"), &[]).await.status, 303);
        let page = house.get(&cancelled).await;
        assert!(page.has("One decision stays unpublished.") && page.has("Cancelled"), "{}", page.words());
        assert_eq!(house.post(&format!("{cancelled}/cancellation"), &[]).await.status, 403);

        app.clock.advance(Duration::from_secs(86_400));
        app.publish_due().await;
        assert_eq!(app.state_of(&one).await, State::UnderReview, "its time has not come");
        app.clock.advance(Duration::from_secs(86_400));
        app.publish_due().await;
        assert_eq!((app.state_of(&one).await, app.state_of(&two).await), (State::Approved, State::UnderReview));
    })
    .await;
}

#[tokio::test]
async fn whoever_ordered_it_must_still_be_one_who_may() {
    on_both(async |app| {
        let reference = app.under_review().await;
        let mut house = app.sign_in(HOUSE).await;
        prepare(&mut house, &[&reference], "approved").await;
        let followed = order(&mut house, &[&reference], &[("when", "now")]).await;
        staff_role::Entity::delete_by_id((app.person(HOUSE).await, StaffRole::Secretariat))
            .exec(app.db.write())
            .await
            .unwrap();
        app.publish_due().await;
        assert_eq!(app.items().await[0].failure.as_deref(), Some("publishing-failed-person"));
        // Who is of the secretariat again sees it.
        let mut house = app.sign_in(HOUSE).await;
        let page = house.get(&followed).await;
        assert!(page.has("Whoever ordered it may no longer do so."), "{}", page.words());
        assert_eq!(app.state_of(&reference).await, State::UnderReview);
    })
    .await;
}

#[tokio::test]
async fn two_who_publish_at_once_publish_once() {
    on_both(async |app| {
        let reference = app.under_review().await;
        let mut house = app.sign_in(HOUSE).await;
        prepare(&mut house, &[&reference], "approved").await;
        let list = house.get(&format!("{DESK}?show=all")).await;
        let check = house.post_typed(&format!("{DESK}/check"), &boxes(&list, &[&reference])).await;
        let form = sent_on(&check, &[("when", "now")]);
        let mut other = house.clone();
        let path = format!("{DESK}/orders");
        let (one, two) = tokio::join!(house.post_typed(&path, &form), other.post_typed(&path, &form));
        let mut statuses = [one.status, two.status];
        statuses.sort_unstable();
        assert_eq!(statuses, [303, 409]);
        // Several workers, at once.
        let (a, b) = (app.again().await, app.again().await);
        let publish = initiatives::proposals::actions::publishing::publish_due;
        let (one, two, three) = tokio::join!(publish(&app.app), publish(&a), publish(&b));
        one.and(two).and(three).unwrap();
        assert_eq!((letters(&app, "approved").await, events(&app, "proposal.approve").await), (1, 1));
        assert_eq!(events(&app, "call.publication_done").await, 1);
    })
    .await;
}

#[tokio::test]
async fn a_published_decision_is_changed_by_taking_it_back_and_deciding_anew() {
    on_both(async |app| {
        let reference = app.under_review().await;
        let mut house = app.sign_in(HOUSE).await;
        prepare(&mut house, &[&reference], "approved").await;
        order(&mut house, &[&reference], &[("when", "now")]).await;
        app.publish_due().await;
        let list = house.get(&format!("{DESK}?show=decided")).await;
        assert!(list.has("Published: Approved") && !list.text.contains("name=\"pick\""), "{}", list.words());
        let version = app.seen(&reference).await.to_string();
        let revise = [("version", version.as_str()), ("reason", "The minutes say otherwise.")];
        assert_eq!(house.post(&format!("{}/revision", at(&reference)), &revise).await.status, 303);
        prepare(&mut house, &[&reference], "not_selected").await;
        order(&mut house, &[&reference], &[("when", "now")]).await;
        app.publish_due().await;
        assert_eq!(app.state_of(&reference).await, State::NotSelected);
        let kinds: Vec<String> = app.letters_to(OWNER).await.into_iter().map(|letter| letter.row.kind).collect();
        assert!(
            kinds.ends_with(&["approved".to_owned(), "revised".to_owned(), "not_selected".to_owned()]),
            "{kinds:?}"
        );
        let done = ["proposal.approve", "proposal.revise", "proposal.not_select", "proposal.decision_held"];
        for (action, count) in done.into_iter().zip([1, 1, 1, 2]) {
            assert_eq!(events(&app, action).await, count, "{action}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_process_that_is_killed_while_publishing_leaves_the_rest_to_the_next_and_publishes_nothing_twice() {
    const PROPOSALS: usize = 24;
    on_both(async |app| {
        let all: [Reference; PROPOSALS] = app.several_under_review().await;
        let mut house = app.sign_in(HOUSE).await;
        prepare(&mut house, &all.iter().collect::<Vec<_>>(), "not_selected").await;
        order(&mut house, &all.iter().collect::<Vec<_>>(), &[("when", "now")]).await;
        let mut server = SmtpServer::start();
        let process = Process::start(&app, "worker", &server.url());
        // The first letter to arrive tells that it is in the middle of it.
        server.wait_for(1);
        process.kill();
        let left = app.items().await.iter().filter(|item| item.done_at.is_none()).count();
        let (one, two) = (Process::start(&app, "worker", &server.url()), Process::start(&app, "worker", &server.url()));
        while app.items().await.iter().any(|item| item.done_at.is_none()) {
            tokio::task::yield_now().await;
        }
        drop((one, two));
        eprintln!("{left} were left");
        assert!(app.items().await.iter().all(|item| item.failure.is_none()), "{:?}", app.items().await);
        assert_eq!(letters(&app, "not_selected").await, PROPOSALS as u64);
        assert_eq!(events(&app, "proposal.not_select").await, PROPOSALS as u64);
        for reference in &all {
            assert_eq!(app.state_of(reference).await, State::NotSelected);
        }
        let failed = letter::Entity::find().filter(letter::Column::State.eq(LetterState::Failed));
        assert_eq!(failed.count(app.db.read()).await.unwrap(), 0);
    })
    .await;
}
