//! Applicants are reminded of changes that they were asked for, and of invitations that they have not answered.

use initiatives::{
    accounts::actions::disable,
    clock::Moment,
    ids::Reference,
    proposals::actions::{co_editing, steering},
};

use super::{DAY, HOUR, HOUSE, OWNER};
use crate::{
    letters_posted::does,
    support::{
        TestApp, on_both,
        proposals::{CLOSES, ask_for},
        someone_new,
    },
};

const EDITOR: &str = "editor@agra.example";
const MARTA: &str = "official@barcelona.example";
const JORDI: &str = "partner@barcelona.example";

/// So far: reminders of changes, and last ones.
async fn of_changes(app: &TestApp) -> (u64, u64) {
    (app.written("returned_reminder").await, app.written("returned_last").await)
}

async fn returned(app: &TestApp, reference: &Reference, due: Moment) {
    does!(app, HOUSE, reference, |act, actor, t| ask_for(act, actor, t, "More partners.", due));
}

#[tokio::test]
async fn whoever_was_asked_for_changes_is_reminded_until_they_are_in() {
    on_both(async |app| {
        app.person(EDITOR).await;
        let (left, done) = (app.submitted().await, app.submitted().await);
        let due = app.now() + 20 * DAY;
        returned(&app, &left, due).await;
        returned(&app, &done, due).await;
        app.submit(&done).await;
        app.reminds_at(due - 169 * HOUR).await;
        assert_eq!(of_changes(&app).await, (0, 0));
        app.reminds_at(due - 168 * HOUR).await;
        assert_eq!(of_changes(&app).await, (2, 0), "both who can write in the one that is not in");
        let letter = app.letters_to(OWNER).await.pop().unwrap();
        assert_eq!(letter.kind, "returned_reminder");
        assert!(
            letter.subject.contains(left.as_str()) && letter.subject.starts_with("7 days left"),
            "{}",
            letter.subject
        );
        assert!(letter.body_text.contains(&format!("/proposals/{left}")), "{}", letter.body_text);

        let editor = app.person(EDITOR).await;
        app.act(HOUSE, async |act, actor| disable(act, actor, editor).await).await.unwrap();
        app.reminds_at(due - 20 * HOUR).await;
        assert_eq!(
            of_changes(&app).await,
            (3, 0),
            "of two whose time has come the nearer, and none to whom cannot log in"
        );
        app.reminds_at(due - 6 * HOUR).await;
        assert_eq!(of_changes(&app).await, (3, 1));
        app.reminds_at(due).await;
        assert_eq!(of_changes(&app).await, (3, 1));
    })
    .await;
}

#[tokio::test]
async fn a_due_instant_that_is_moved_begins_anew_and_reminds_nobody_of_what_they_were_just_told() {
    on_both(async |app| {
        let reference = app.submitted().await;
        let (due, later) = (app.now() + 20 * DAY, app.now() + 30 * DAY);
        returned(&app, &reference, due).await;
        app.reminds_at(due - 7 * DAY).await;
        assert_eq!(of_changes(&app).await, (1, 0));
        does!(app, HOUSE, reference, |act, actor, t| steering::move_due(act, actor, t, later));
        app.reminds_at(due - 2 * DAY).await;
        assert_eq!(of_changes(&app).await, (1, 0), "that instant is no more");
        app.reminds_at(later - 7 * DAY).await;
        assert_eq!(of_changes(&app).await, (2, 0));
        let sooner = app.now() + 3 * DAY;
        does!(app, HOUSE, reference, |act, actor, t| steering::move_due(act, actor, t, sooner));
        app.reminds_at(sooner - 3 * DAY + HOUR).await;
        assert_eq!(of_changes(&app).await, (2, 0), "the week before was over when they were told");
        app.reminds_at(sooner - 2 * DAY).await;
        assert_eq!(of_changes(&app).await, (3, 0));
        app.withdraw(&reference).await;
        app.reminds_at(sooner - 6 * HOUR).await;
        assert_eq!(of_changes(&app).await, (3, 0), "withdrawn: nothing is to be done");
    })
    .await;
}

#[tokio::test]
async fn whoever_has_not_answered_an_invitation_to_write_is_reminded_once() {
    on_both(async |app| {
        let reference = app.draft().await;
        app.invite_to_write(&reference, MARTA).await.unwrap();
        app.invite_to_write(&reference, JORDI).await.unwrap();
        let ends = app.now() + 14 * DAY;
        app.reminds_at(ends - 73 * HOUR).await;
        assert_eq!(app.written("co_reminder").await, 0);
        app.act(JORDI, async |act, actor| co_editing::accept(act, actor, &reference).await).await.unwrap();
        app.reminds_at(ends - 72 * HOUR).await;
        assert_eq!(app.written("co_reminder").await, 1, "one has accepted");
        let letter = app.letters_to(MARTA).await.pop().unwrap();
        assert!(letter.subject.starts_with("Invitación sin respuesta"), "{}", letter.subject);
        assert!(letter.body_text.contains(&format!("/proposals/{reference}/invitation")), "{}", letter.body_text);
        app.reminds_at(ends - HOUR).await;
        assert_eq!(app.written("co_reminder").await, 1);

        app.invite_to_write(&reference, MARTA).await.unwrap();
        app.reminds_at(ends + 13 * DAY).await;
        assert_eq!(app.written("co_reminder").await, 2, "invited anew, reminded anew");
    })
    .await;
}

#[tokio::test]
async fn a_reminder_of_an_invitation_leads_somebody_without_an_account_to_one() {
    on_both(async |app| {
        let reference = app.draft().await;
        let person = someone_new();
        app.act(OWNER, async |act, actor| co_editing::invite(act, actor, &reference, &person).await).await.unwrap();
        app.reminds_at(app.now() + 12 * DAY).await;
        let address = person.email.as_str();
        let kinds: Vec<String> = app.letters_to(address).await.into_iter().map(|letter| letter.row.kind).collect();
        assert_eq!(kinds, ["co_invited", "co_reminder"]);
        let link = app.link_to(address).await;
        assert!(link.starts_with("/invitations/"), "{link}");
        assert_eq!(app.browser().get(&link).await.status, 200);
    })
    .await;
}

#[tokio::test]
async fn nobody_is_reminded_of_an_invitation_to_what_cannot_be_written_any_more() {
    on_both(async |app| {
        let reference = app.draft().await;
        app.turn_the_clock_to(CLOSES - 2 * DAY);
        app.invite_to_write(&reference, MARTA).await.unwrap();
        app.reminds_at(CLOSES + 10 * DAY).await;
        assert_eq!(app.written("co_reminder").await, 0);
    })
    .await;
}
