//! Writing with another city: who is invited sees one proposal, writes in it, and nothing else.

use initiatives::{
    accounts::{
        self, Role, StaffRole,
        actions::{NewPerson, disable, ensure_member, ensure_person, ensure_staff},
    },
    clock::Zone,
    error::Error,
    proposals::actions::{co_editing, drafting, submitting},
    words::Locale,
};

use crate::support::{Browser, TestApp, new_address, on_both};

const OWNER: &str = "official@agra.example";
const PARTNER: &str = "partner@barcelona.example";
const HOUSE: &str = "secretariat@metropolis.example";

async fn invite(owner: &mut Browser, proposal: &str, email: &str) -> crate::support::Page {
    let form = [("email", email), ("name", "Jordi Serra"), ("locale", "es")];
    owner.post(&format!("{proposal}/co-editors"), &form).await
}

#[tokio::test]
async fn someone_of_another_city_is_invited_accepts_writes_and_cannot_submit() {
    on_both(async |app| {
        let reference = app.complete_draft().await;
        let page = format!("/proposals/{reference}");
        let mut partner = app.sign_in(PARTNER).await;
        assert_eq!(partner.get(&page).await.status, 404);
        let mut owner = app.sign_in(OWNER).await;
        assert_eq!(invite(&mut owner, &page, PARTNER).await.status, 303);

        let letter = app.only_letter_to(PARTNER).await;
        assert_eq!(letter.kind, "co_invited");
        assert!(!letter.secret, "who has an account logs in as always");
        let link = app.link_to(PARTNER).await;
        assert_eq!(link, format!("{page}/invitation"));
        assert_eq!(partner.get(&page).await.status, 404, "an invitation alone shows nothing");
        assert!(partner.get("/proposals").await.has("Invitation to co-edit"));
        for _ in 0..2 {
            let shown = partner.get(&link).await;
            assert!(shown.has("Asha Verma of Agra invites you"), "{}", shown.words());
        }
        assert_eq!(partner.get(&page).await.status, 404, "looking at it accepts nothing");
        assert_eq!(owner.get(&link).await.status, 303, "the invitation is nobody else's");

        let shown = partner.post_and_follow(&link, &[("answer", "accept")]).await;
        assert!(shown.has("You can write in this proposal now."), "{}", shown.words());
        assert!(shown.has("Its own people submit it."), "{}", shown.words());
        assert_eq!(partner.post(&link, &[("answer", "accept")]).await.status, 303, "pressed twice");
        assert!(partner.get("/proposals").await.has("Co-edited"));

        app.clock.advance(std::time::Duration::from_secs(60));
        let typed = [("version.title", "1"), ("title", "Roofs of two cities")];
        assert_eq!(partner.post(&format!("{page}/edit/identity"), &typed).await.status, 303);
        assert!(owner.get(&format!("{page}/text")).await.has("Roofs of two cities"));
        let form = owner.get(&format!("{page}/edit/identity")).await;
        assert!(form.has("Jordi Serra"), "the history names who wrote: {}", form.words());
        assert_eq!(
            owner.post(&format!("{page}/edit/identity"), &[("version.title", "2"), ("title", "T")]).await.status,
            303
        );

        let check = partner.get(&format!("{page}/check")).await;
        assert!(!check.text.contains("/submission\""), "no button that leads to a refusal");
        let said = [("audience", "applicant"), ("body", "Hello")];
        assert_eq!(partner.post(&format!("{page}/discussion"), &said).await.status, 404);
        assert_eq!(partner.get(&format!("{page}/discussion")).await.status, 404);
        assert_eq!(partner.get(&format!("{page}/withdrawal")).await.status, 404);
        assert_eq!(invite(&mut partner, &page, &new_address()).await.status, 404);
    })
    .await;
}

#[tokio::test]
async fn a_co_editor_sees_what_was_submitted_and_nothing_of_what_is_between_lead_and_secretariat() {
    on_both(async |app| {
        let (reference, other) = (app.complete_draft().await, app.draft().await);
        app.share(&reference, PARTNER).await;
        app.submit(&reference).await;
        let letters = app.letters_to(PARTNER).await;
        let told = letters.last().unwrap();
        assert_eq!(told.kind, "co_submitted");
        assert!(!told.body_text.contains("SHA-256"), "the receipt is the lead's");
        let page = format!("/proposals/{reference}");
        let mut house = app.sign_in(HOUSE).await;
        let said = [("audience", "applicant"), ("body", "Between us.")];
        assert_eq!(house.post(&format!("{page}/discussion"), &said).await.status, 303);
        app.clock.advance(std::time::Duration::from_secs(60));
        let mut partner = app.sign_in(PARTNER).await;
        let shown = partner.get(&page).await;
        assert!(shown.has("Submitted") && !shown.has("Between us."), "{}", shown.words());
        assert_eq!(partner.get(&format!("{page}/submissions/1")).await.status, 200);
        assert_eq!(partner.get(&format!("/proposals/{other}")).await.status, 404, "this one only");
        assert!(!partner.get("/proposals").await.text.contains(other.as_str()));
        assert!(app.letters_to(PARTNER).await.iter().all(|letter| letter.kind != "comment"));
    })
    .await;
}

#[tokio::test]
async fn who_was_removed_or_left_finds_nothing_anywhere() {
    on_both(async |app| {
        let reference = app.complete_draft().await;
        app.share(&reference, PARTNER).await;
        let page = format!("/proposals/{reference}");
        let (mut partner, mut owner) = (app.sign_in(PARTNER).await, app.sign_in(OWNER).await);
        let id = app.person(PARTNER).await;
        let removal = format!("{page}/co-editors/{id}/removal");
        let mut editor = app.sign_in("editor@agra.example").await;
        assert_eq!(editor.post(&removal, &[]).await.status, 403, "an owner's to do");
        assert_eq!(owner.post(&removal, &[]).await.status, 303);
        assert_eq!(owner.post(&removal, &[]).await.status, 404, "twice");
        let typed = [("version.title", "1"), ("title", "Too late")];
        for gone in ["", "/text", "/edit/identity", "/check", "/submission", "/co-editors", "/invitation"] {
            assert_eq!(partner.get(&format!("{page}{gone}")).await.status, 404, "{gone}");
        }
        assert_eq!(partner.post(&format!("{page}/edit/identity"), &typed).await.status, 404);
        assert!(!partner.get("/proposals").await.text.contains(reference.as_str()));
        assert_eq!(app.letters_to(PARTNER).await.last().unwrap().kind, "co_removed");

        app.share(&reference, PARTNER).await;
        assert_eq!(partner.get(&page).await.status, 200, "invited anew");
        assert_eq!(partner.post(&removal, &[]).await.location(), "/proposals");
        assert_eq!(partner.get(&page).await.status, 404, "left");
        let told = app.letters_to(OWNER).await;
        assert!(
            told.last().unwrap().body_text.contains("Jordi Serra has stopped"),
            "{}",
            told.last().unwrap().body_text
        );
    })
    .await;
}

#[tokio::test]
async fn someone_without_an_account_gets_one_by_the_letter_and_then_accepts() {
    on_both(async |app| {
        let reference = app.complete_draft().await;
        let (page, address) = (format!("/proposals/{reference}"), new_address());
        let mut owner = app.sign_in(OWNER).await;
        assert_eq!(invite(&mut owner, &page, &address).await.status, 303);
        let first = app.link_to(&address).await;
        assert!(app.only_letter_to(&address).await.secret, "the link opens an account");
        app.clock.advance(std::time::Duration::from_secs(60));
        assert_eq!(invite(&mut owner, &page, &address).await.status, 303, "once more");
        let link = app.link_to(&address).await;
        assert_eq!(app.browser().get(&first).await.status, 404, "the earlier link is void");
        let mut newcomer = app.browser();
        let form = [("name", "Jordi"), ("password", "una frase bastante larga"), ("locale", "es"), ("zone", "UTC")];
        let accepted = newcomer.post(&link, &form).await;
        assert_eq!((accepted.status, accepted.location()), (303, "/proposals"), "{}", accepted.words());
        assert!(newcomer.get("/proposals").await.text.contains(&format!("{page}/invitation")));
        assert_eq!(newcomer.get(&page).await.status, 404, "an account is not yet an acceptance");
        assert_eq!(newcomer.post(&format!("{page}/invitation"), &[("answer", "accept")]).await.status, 303);
        assert_eq!(newcomer.get(&page).await.status, 200);
    })
    .await;
}

#[tokio::test]
async fn an_invitation_is_declined_taken_back_or_ends_by_itself() {
    on_both(async |app| {
        let reference = app.complete_draft().await;
        let link = format!("/proposals/{reference}/invitation");
        let (mut partner, mut owner) = (app.sign_in(PARTNER).await, app.sign_in(OWNER).await);
        let id = app.invite_to_write(&reference, PARTNER).await.unwrap();
        assert_eq!(partner.post(&link, &[("answer", "decline")]).await.location(), "/proposals");
        assert_eq!(partner.post(&link, &[("answer", "accept")]).await.status, 404);
        app.clock.advance(std::time::Duration::from_secs(60));
        app.invite_to_write(&reference, PARTNER).await.unwrap();
        assert_eq!(owner.post(&format!("/proposals/{reference}/co-editors/{id}/removal"), &[]).await.status, 303);
        assert_eq!(partner.post(&link, &[("answer", "accept")]).await.status, 404, "taken back");
        assert!(app.letters_to(PARTNER).await.iter().all(|letter| letter.kind == "co_invited"));
        app.clock.advance(std::time::Duration::from_secs(60));
        app.invite_to_write(&reference, PARTNER).await.unwrap();
        app.clock.advance(std::time::Duration::from_secs(14 * 24 * 60 * 60));
        let mut partner = app.sign_in(PARTNER).await;
        assert_eq!(partner.post(&link, &[("answer", "accept")]).await.status, 404, "over");
        assert!(!partner.get("/proposals").await.has("Invitation to co-edit"));
    })
    .await;
}

#[tokio::test]
async fn those_who_cannot_be_invited_are_named_with_the_reason() {
    on_both(async |app| {
        let reference = app.complete_draft().await;
        let page = format!("/proposals/{reference}");
        let mut owner = app.sign_in(OWNER).await;
        for known in ["editor@agra.example", "reviewer1@jury.example", HOUSE, "official@barcelona.example"] {
            app.person(known).await;
        }
        let closed = app.person("official@barcelona.example").await;
        app.act(HOUSE, async |act, actor| disable(act, actor, closed).await).await.unwrap();
        app.share(&reference, PARTNER).await;
        for (email, said) in [
            ("editor@agra.example", "belongs to your organisation"),
            ("reviewer1@jury.example", "cannot be added here"),
            (HOUSE, "cannot be added here"),
            ("official@barcelona.example", "is closed"),
            (PARTNER, "is a co-editor already"),
            ("no address", "Write an email address"),
        ] {
            let shown = invite(&mut owner, &page, email).await;
            assert_eq!(shown.status, 422, "{email}");
            assert!(shown.has(said), "{email}: {}", shown.words());
            assert_eq!(shown.field("email").unwrap(), email);
        }
        let mut editor = app.sign_in("editor@agra.example").await;
        assert_eq!(invite(&mut editor, &page, &new_address()).await.status, 403, "an owner's to do");
    })
    .await;
}

#[tokio::test]
async fn an_invitation_accepted_and_taken_back_at_once_ends_one_way() {
    on_both(async |app| {
        let reference = app.complete_draft().await;
        let id = app.invite_to_write(&reference, PARTNER).await.unwrap();
        let accept = async |app: &TestApp| {
            Box::pin(app.act(PARTNER, async |act, actor| co_editing::accept(act, actor, &reference).await)).await
        };
        let (one, other) = tokio::join!(accept(&app), accept(&app));
        let fine = [&one, &other].iter().filter(|done| done.is_ok()).count();
        assert_eq!(fine, 1, "accepted twice at once: {one:?} {other:?}");
        let remove = Box::pin(app.act(OWNER, async |act, actor| co_editing::remove(act, actor, &reference, id).await));
        let leave = Box::pin(app.act(PARTNER, async |act, actor| co_editing::leave(act, actor, &reference).await));
        let (removed, left) = tokio::join!(remove, leave);
        assert!(removed.is_ok() != left.is_ok(), "ended once: {removed:?} {left:?}");
        assert!(matches!(app.case(PARTNER, &reference).await, Err(Error::NotFound)));
    })
    .await;
}

#[tokio::test]
async fn a_draft_that_is_deleted_takes_its_co_editors_with_it_and_a_co_editor_can_join_the_lead() {
    on_both(async |app| {
        let reference = app.complete_draft().await;
        app.share(&reference, PARTNER).await;
        let (user, agra) = (app.person(PARTNER).await, app.actor(OWNER).await.memberships[0].organisation);
        let act = app.begin_as("test").await.unwrap();
        ensure_member(&act, user, agra, Role::Submitter).await.unwrap();
        act.commit().await.unwrap();
        let roles = app.case(PARTNER, &reference).await.unwrap().standing.roles;
        assert_eq!((roles.official, roles.co_editor), (Some(Role::Submitter), true), "the roles unite");
        let seen = app.seen(&reference).await;
        app.act(OWNER, async |act, actor| drafting::discard(act, actor, &reference, seen).await).await.unwrap();
        assert!(matches!(app.case(PARTNER, &reference).await, Err(Error::NotFound)));
    })
    .await;
}

#[tokio::test]
async fn who_writes_a_proposal_does_not_review_it_and_the_other_way_round() {
    on_both(async |app| {
        let reviewer = app.person("reviewer1@jury.example").await;
        let reference = app.complete_draft().await;
        let address = new_address();
        let mut owner = app.sign_in(OWNER).await;
        assert_eq!(invite(&mut owner, &format!("/proposals/{reference}"), &address).await.status, 303);
        app.submit(&reference).await;
        // Becomes a reviewer while the invitation waits for an answer.
        let someone: NewPerson =
            NewPerson { email: address.parse().unwrap(), name: String::new(), locale: Locale::En, zone: Zone::UTC };
        let act = app.begin_as("test").await.unwrap();
        let writer = ensure_person(&act, &someone, None).await.unwrap();
        ensure_staff(&act, writer, StaffRole::Reviewer).await.unwrap();
        act.commit().await.unwrap();
        let mut house = app.sign_in(HOUSE).await;
        let assignments = format!("/desk/proposals/{reference}/assignments");
        let refused = house.post(&assignments, &[("reviewer", &writer.to_string())]).await;
        assert!(refused.has("cannot review it"), "{} {}", refused.status, refused.words());
        let page = house.get(&format!("/desk/proposals/{reference}")).await;
        assert!(page.text.contains(&reviewer.to_string()) && !page.text.contains(&writer.to_string()), "not offered");
        assert_eq!(house.post(&assignments, &[("reviewer", &reviewer.to_string())]).await.status, 303);

        // Who was relieved of the role keeps what was assigned, and cannot be invited.
        let act = app.begin_as("test").await.unwrap();
        accounts::store::roles::remove_staff(&act, reviewer, StaffRole::Reviewer).await.unwrap();
        act.commit().await.unwrap();
        let seen = app.seen(&reference).await;
        app.act(OWNER, async |act, actor| submitting::reopen(act, actor, &reference, seen).await).await.unwrap();
        let refused = invite(&mut owner, &format!("/proposals/{reference}"), "reviewer1@jury.example").await;
        assert!(refused.status == 422 && refused.has("cannot be added here"), "{}", refused.words());
    })
    .await;
}

#[tokio::test]
async fn co_editors_are_told_what_is_to_be_changed_and_until_when() {
    on_both(async |app| {
        let reference = app.complete_draft().await;
        app.share(&reference, PARTNER).await;
        app.person("editor@agra.example").await;
        app.submit(&reference).await;
        let mut house = app.sign_in(HOUSE).await;
        let desk = format!("/desk/proposals/{reference}");
        let asked = house.get(&format!("{desk}/return")).await;
        assert!(asked.has(PARTNER), "the page says who gets the letter: {}", asked.words());
        let version = app.seen(&reference).await.to_string();
        let form = [("version", version.as_str()), ("requests.0.text", "More partners."), ("due", "2014-06-30T23:59")];
        assert_eq!(house.post(&format!("{desk}/return"), &form).await.status, 303);
        let version = app.seen(&reference).await.to_string();
        let form = [("version", version.as_str()), ("due", "2014-07-31T23:59")];
        assert_eq!(house.post(&format!("{desk}/due"), &form).await.status, 303);
        for writer in [PARTNER, "editor@agra.example"] {
            let letters = app.letters_to(writer).await;
            let kinds: Vec<&str> = letters.iter().map(|letter| letter.kind.as_str()).collect();
            assert_eq!(kinds[kinds.len() - 2..], ["returned", "due_moved"], "{writer}");
            assert!(letters[letters.len() - 2].body_text.contains("More partners."));
        }
    })
    .await;
}
