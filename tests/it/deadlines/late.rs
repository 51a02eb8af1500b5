//! Submissions that come too late: nothing of them is lost, and the secretariat decides.

use initiatives::{
    entity::{attachment, letter, save},
    ids::Reference,
    proposals::{
        actions::{saving, standing},
        eligibility::Check,
        submissions,
        workflow::State,
    },
};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use std::time::Duration;

use crate::{
    letters_posted::does,
    support::{
        Browser, Page, TestApp,
        letters::{Written, read},
        on_both,
        proposals::{CLOSES, ask_for, complete_answers},
    },
};

const OWNER: &str = "official@agra.example";
const HOUSE: &str = "secretariat@metropolis.example";
/// The grace of the call of the stories.
const GRACE: Duration = Duration::from_secs(300);

/// Presses the button of the confirmation page.
async fn press(app: &TestApp, browser: &mut Browser, reference: &Reference) -> Page {
    let version = app.seen(reference).await.to_string();
    browser.post(&format!("/proposals/{reference}/submission"), &[("version", &version), ("edition", "1")]).await
}

/// Writes another title into a proposal.
async fn retitle(app: &TestApp, reference: &Reference, title: &str) {
    let mut answers = complete_answers(&*app.definition().await);
    answers.insert("title".parse().unwrap(), initiatives::guidelines::Answer::text(title).unwrap());
    app.act(OWNER, async |act, actor| saving::set(act, actor, reference, answers, &[]).await).await.unwrap();
}

async fn letters(app: &TestApp, kind: &str) -> Vec<Written> {
    read(app, letter::Entity::find().filter(letter::Column::Kind.eq(kind))).await
}

#[tokio::test]
async fn what_comes_too_late_is_held_once_and_admitted_with_its_own_time() {
    on_both(async |app| {
        app.person(HOUSE).await;
        let reference = app.complete_draft().await;
        let desk = format!("/desk/proposals/{reference}");
        app.clock.advance(CLOSES - app.now() + GRACE + Duration::from_millis(1));
        let tried = app.now();
        let mut owner = app.sign_in(OWNER).await;
        let page = press(&app, &mut owner, &reference).await;
        assert_eq!(page.status, 403);
        assert!(page.has("5 minutes after the deadline") && page.has("may admit it"), "{}", page.words());
        let told = letters(&app, "came_late").await;
        assert_eq!(told.len(), 1);
        assert_eq!(told[0].recipient.as_str(), HOUSE);

        app.clock.advance(Duration::from_secs(60));
        let again = press(&app, &mut owner, &reference).await;
        assert!(again.has("5 minutes after the deadline"), "the first attempt counts: {}", again.words());
        assert_eq!(letters(&app, "came_late").await.len(), 1, "the same text is held once");
        assert!(owner.get(&format!("/proposals/{reference}")).await.has("The Secretariat was told, and may admit it."));

        // What is written since then stays the city's.
        retitle(&app, &reference, "A newer title").await;
        let mut house = app.sign_in(HOUSE).await;
        assert!(house.get("/desk").await.has("Came too late: admit it or not"));
        let page = house.get(&desk).await;
        assert!(page.has("Late submissions") && page.has("Asha Verma"), "{}", page.words());
        let text = page.text.split("id=\"text-title\"").nth(1).unwrap();
        assert!(text.contains("Cool Roofs") && !text.contains("A newer title"), "{text}");

        let form = house.get(&format!("{desk}/admission")).await;
        let (version, attempt) = (form.field("version").unwrap(), form.field("attempt").unwrap());
        let typed = [("version", version.as_str()), ("attempt", attempt.as_str()), ("reason", " ")];
        assert_eq!(house.post(&format!("{desk}/admission"), &typed).await.status, 422, "a reason is needed");
        let typed = [("version", version.as_str()), ("attempt", attempt.as_str()), ("reason", "The network was down.")];
        assert_eq!(house.post(&format!("{desk}/admission"), &typed).await.status, 303);
        let case = app.case(OWNER, &reference).await.unwrap();
        assert_eq!((case.proposal.state, case.standing.facts.submissions), (State::Submitted, 1));
        let kept = submissions::numbered(app.db.read(), case.proposal.id, 1).await.unwrap();
        assert_eq!(kept.submitted_at, tried);
        assert_eq!(kept.submitted_by, Some(app.person(OWNER).await));
        assert!(!String::from_utf8(kept.canonical).unwrap().contains("A newer title"));
        let receipt = app.letters_to(OWNER).await.into_iter().find(|letter| letter.kind == "received").unwrap();
        assert!(receipt.body_text.contains(&kept.sha256) && receipt.body_text.contains("03:34"), "its own time");
        assert!(
            letters(&app, "admitted").await.iter().all(|letter| letter.body_text.contains("The network was down."))
        );
        assert!(house.get("/desk?q=cool").await.has(reference.as_str()), "the desk finds it");
        assert!(!owner.get(&format!("/proposals/{reference}/text")).await.has("A newer title"));
        let saves = save::Entity::find().filter(save::Column::ProposalId.eq(case.proposal.id));
        let saves = saves.filter(save::Column::Field.eq("title")).all(app.db.read()).await.unwrap();
        assert!(saves.iter().any(|row| row.value.to_string().contains("A newer title")), "nothing written is lost");
    })
    .await;
}

#[tokio::test]
async fn the_files_of_what_came_too_late_stay_whatever_becomes_of_the_draft() {
    on_both(async |app| {
        let reference = app.complete_draft().await;
        app.clock.advance(CLOSES - app.now() + Duration::from_secs(7_200));
        let mut owner = app.sign_in(OWNER).await;
        press(&app, &mut owner, &reference).await;
        let id = app.case(OWNER, &reference).await.unwrap().proposal.id;
        let file = attachment::Entity::find().filter(attachment::Column::ProposalId.eq(id));
        let file = file.one(app.db.read()).await.unwrap().unwrap();
        let mut removed = complete_answers(&*app.definition().await);
        removed.insert("endorsement_letter".parse().unwrap(), initiatives::guidelines::Answer::Files(Vec::new()));
        app.act(OWNER, async |act, actor| saving::set(act, actor, &reference, removed, &[]).await).await.unwrap();
        let gone = attachment::Entity::find_by_id(file.id).one(app.db.read()).await.unwrap().unwrap();
        assert!(gone.removed_at.is_some(), "the draft no longer holds it");

        let mut house = app.sign_in(HOUSE).await;
        let found = house.get(&format!("/proposals/{reference}/files/{}", file.id)).await;
        assert_ne!(found.status, 403, "the attempt's file is the secretariat's to read");
        let attempt = house.get(&format!("/desk/proposals/{reference}/admission")).await.field("attempt").unwrap();
        does!(app, HOUSE, reference, |act, actor, t| {
            initiatives::proposals::actions::late::admit(act, actor, t, attempt.parse().unwrap(), "The network.")
        });
        let back = attachment::Entity::find_by_id(file.id).one(app.db.read()).await.unwrap().unwrap();
        assert_eq!(back.removed_at, None);
        let count = attachment::Entity::find().filter(attachment::Column::ProposalId.eq(id)).count(app.db.read());
        assert_eq!(count.await.unwrap(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_returned_proposal_that_comes_after_its_day_goes_back_to_where_it_was() {
    on_both(async |app| {
        let reference = app.under_review().await;
        let due = app.now() + Duration::from_secs(86_400);
        does!(app, HOUSE, reference, |act, actor, t| ask_for(act, actor, t, "Name a city.", due));
        app.answer_requests(&reference).await;
        app.clock.advance(Duration::from_secs(86_400 + 300 + 125));
        let mut owner = app.sign_in(OWNER).await;
        retitle(&app, &reference, "With a city").await;
        let page = press(&app, &mut owner, &reference).await;
        assert!(page.has("7 minutes 5 seconds after the deadline"), "{}", page.words());
        let mut house = app.sign_in(HOUSE).await;
        let page = house.get(&format!("/desk/proposals/{reference}")).await;
        assert!(page.has("Late submissions") && page.has("Give more time"));
        let form = house.get(&format!("/desk/proposals/{reference}/admission")).await;
        let (version, attempt) = (form.field("version").unwrap(), form.field("attempt").unwrap());
        let typed = [("version", version.as_str()), ("attempt", &attempt), ("reason", "Two minutes.")];
        assert_eq!(house.post(&format!("/desk/proposals/{reference}/admission"), &typed).await.status, 303);
        let case = app.case(OWNER, &reference).await.unwrap();
        assert_eq!((case.proposal.state, case.standing.facts.submissions), (State::UnderReview, 2));
        assert_eq!(case.proposal.title, "With a city");
    })
    .await;
}

#[tokio::test]
async fn who_comes_after_the_deadline_can_still_hand_in_and_knows_what_that_means() {
    on_both(async |app| {
        let reference = app.complete_draft().await;
        let path = format!("/proposals/{reference}");
        app.clock.advance(CLOSES - app.now() + GRACE + Duration::from_secs(4));
        let mut owner = app.sign_in(OWNER).await;
        let page = owner.get(&path).await;
        assert!(page.has("you can still hand it in late") && page.has("Check and hand in late"), "{}", page.words());
        assert!(owner.get(&format!("{path}/check")).await.has("Go on to hand it in late"));
        let confirm = owner.get(&format!("{path}/submission")).await;
        assert!(confirm.has("The deadline has passed") && confirm.has("Hand in late"), "{}", confirm.words());
        let late = press(&app, &mut owner, &reference).await;
        assert!(late.has("15 May 2014, 23:59:59") && late.has("16 May 2014, 00:05:03"), "{}", late.words());
        let page = owner.get(&path).await;
        assert!(!page.has("you can still hand it in late"), "one thing is said: {}", page.words());
        assert!(page.has("is kept as it was"), "{}", page.words());
        let mut editor = app.sign_in("editor@agra.example").await;
        assert_eq!(editor.get(&format!("{path}/submission")).await.status, 303, "not an editor's");
    })
    .await;
}

#[tokio::test]
async fn what_is_not_complete_or_not_theirs_to_submit_is_not_held() {
    on_both(async |app| {
        let reference = app.draft().await;
        app.clock.advance(CLOSES - app.now() + Duration::from_secs(3_600));
        let mut owner = app.sign_in(OWNER).await;
        let page = press(&app, &mut owner, &reference).await;
        assert!(page.has("could not be handed to the Secretariat"), "{}", page.words());
        let mut editor = app.sign_in("editor@agra.example").await;
        assert_eq!(press(&app, &mut editor, &reference).await.status, 403);
        let mut other = app.sign_in("official@barcelona.example").await;
        assert_eq!(press(&app, &mut other, &reference).await.status, 404);
        assert!(letters(&app, "came_late").await.is_empty());
        assert_eq!(app.case(OWNER, &reference).await.unwrap().standing.facts.late_attempts, 0);
    })
    .await;
}

#[tokio::test]
async fn the_secretariat_can_leave_it_out_and_says_why() {
    on_both(async |app| {
        let reference = app.complete_draft().await;
        app.clock.advance(CLOSES - app.now() + Duration::from_secs(90_000));
        let mut owner = app.sign_in(OWNER).await;
        app.person(HOUSE).await;
        press(&app, &mut owner, &reference).await;
        does!(app, HOUSE, reference, |act, actor, t| {
            initiatives::proposals::actions::late::refuse(act, actor, t, "A day is too much.")
        });
        assert!(!app.sign_in(HOUSE).await.get("/desk").await.has("Came too late: admit it or not"));
        assert!(owner.get(&format!("/proposals/{reference}")).await.has("A day is too much."));
        let again = press(&app, &mut owner, &reference).await;
        assert!(again.has("has decided not to admit it"), "{}", again.words());
        assert_eq!(letters(&app, "came_late").await.len(), 1);
        let told: Vec<_> = letters(&app, "late_refused").await.into_iter().map(|l| l.recipient.to_string()).collect();
        assert!(told.contains(&OWNER.to_owned()) && !told.contains(&HOUSE.to_owned()), "{told:?}");
    })
    .await;
}

#[tokio::test]
async fn two_who_press_at_once_around_the_deadline_make_one_submission_or_one_attempt() {
    on_both(async |app| {
        app.person(HOUSE).await;
        let drafts = [(false, app.complete_draft().await), (true, app.complete_draft().await)];
        for (late, reference) in drafts {
            let span = if late { GRACE + Duration::from_secs(1) } else { GRACE };
            app.clock.advance((CLOSES + span) - app.now());
            let mut asha = app.sign_in(OWNER).await;
            let mut ravi = app.sign_in("submitter@agra.example").await;
            let before = letters(&app, "came_late").await.len();
            let confirm = asha.get(&format!("/proposals/{reference}/submission")).await;
            let (version, edition) = match late {
                false => (confirm.field("version").unwrap(), confirm.field("edition").unwrap()),
                true => ("1".to_owned(), "1".to_owned()),
            };
            let typed = [("version", version.as_str()), ("edition", edition.as_str())];
            let path = format!("/proposals/{reference}/submission");
            let (one, other) = tokio::join!(asha.post(&path, &typed), ravi.post(&path, &typed));
            let case = app.case(OWNER, &reference).await.unwrap();
            if late {
                assert_eq!((one.status, other.status), (403, 403));
                assert_eq!(case.standing.facts.late_attempts, 1);
                assert_eq!(letters(&app, "came_late").await.len(), before + 1);
            } else {
                assert_eq!(case.standing.facts.submissions, 1, "the last instant of the grace still counts");
                assert!(one.status == 303 || other.status == 303);
            }
        }
    })
    .await;
}

#[tokio::test]
async fn a_clock_that_jumps_loses_nothing() {
    on_both(async |app| {
        let reference = app.complete_draft().await;
        app.clock.advance(CLOSES - app.now() + Duration::from_secs(3_600));
        let mut owner = app.sign_in(OWNER).await;
        assert_eq!(press(&app, &mut owner, &reference).await.status, 403);
        // The clock is put right: the deadline is still to come, and a submission counts.
        let earlier = app.again().await;
        let initiatives::clock::Clock::Manual(at) = &earlier.clock else { panic!("a story's clock stands") };
        at.store((CLOSES - Duration::from_secs(60)).millis(), std::sync::atomic::Ordering::SeqCst);
        app.submit(&reference).await;
        let case = app.case(OWNER, &reference).await.unwrap();
        assert_eq!((case.standing.facts.submissions, case.standing.facts.late_attempts), (1, 0));
        does!(app, HOUSE, reference, |act, actor, t| standing::check_eligibility(
            act,
            actor,
            t.reference,
            Check::first(true, "")
        ));
    })
    .await;
}
