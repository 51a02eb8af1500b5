//! Who wrote what, and bringing an earlier text back.

use initiatives::{
    guidelines::Answer,
    ids::Reference,
    proposals::{actions::restoring, drafts},
};

use crate::support::{Browser, TestApp, on_both};

/// A draft whose aim was written three times, by two people, an hour apart.
async fn a_draft_written_together(app: &TestApp) -> Reference {
    let reference = app.draft().await;
    for (email, aim) in [
        ("editor@agra.example", "To plant 300 trees."),
        ("editor@agra.example", "To plant 300 trees along the river."),
        ("official@agra.example", "To plant 500 trees along the river."),
    ] {
        app.clock.advance(std::time::Duration::from_secs(3600));
        let mut browser = app.sign_in(email).await;
        let saved = write(&mut browser, &reference, aim).await;
        assert_eq!(saved, 303);
    }
    reference
}

async fn write(browser: &mut Browser, reference: &Reference, aim: &str) -> u16 {
    let form = format!("/proposals/{reference}/edit/content");
    let version = browser.get(&form).await.field("version.aim").unwrap();
    browser.post(&form, &[("aim", aim), ("version.aim", &version)]).await.status
}

async fn aim(app: &TestApp, reference: &Reference) -> (Option<Answer>, i32) {
    let case = app.case("official@agra.example", reference).await.unwrap();
    let draft = drafts::load(app.db.read(), &*app.definition().await, case.proposal.id).await.unwrap();
    (draft.answers.get("aim").cloned(), draft.version("aim"))
}

#[tokio::test]
async fn the_history_says_who_wrote_what_and_an_earlier_text_comes_back() {
    on_both(async |app| {
        let reference = a_draft_written_together(&app).await;
        let mut editor = app.sign_in("editor@agra.example").await;
        let history = editor.get(&format!("/proposals/{reference}/history")).await;
        assert_eq!(history.status, 200);
        assert!(history.has("Aim") && history.has("Asha Verma"), "{}", history.words());

        let first = editor.get(&format!("/proposals/{reference}/history/aim?version=1")).await;
        assert!(first.has("To plant 300 trees."), "{}", first.words());
        assert!(first.words().contains("Removed: 300 Added: 500"), "{}", first.words());
        let version = [("version", "1"), ("seen", "3")];
        let done = editor.post_and_follow(&format!("/proposals/{reference}/history/aim"), &version).await;
        assert!(done.has("The version is back."), "{}", done.words());
        assert_eq!(aim(&app, &reference).await, (Answer::text("To plant 300 trees."), 4));
        let newest = editor.get(&format!("/proposals/{reference}/history/aim")).await;
        assert!(newest.has("Version 4") && newest.has("Version 1"), "nothing of the history is gone");
    })
    .await;
}

#[tokio::test]
async fn what_was_saved_meanwhile_is_not_replaced_unseen() {
    on_both(async |app| {
        let reference = a_draft_written_together(&app).await;
        let mut editor = app.sign_in("editor@agra.example").await;
        let page = format!("/proposals/{reference}/history/aim");
        let done = editor.post_and_follow(&page, &[("version", "1"), ("seen", "2")]).await;
        assert!(done.has("Somebody saved this answer in the meantime"), "{}", done.words());
        assert_eq!(aim(&app, &reference).await.1, 3);
        for (version, seen) in [("9", "3"), ("0", "3")] {
            assert_eq!(editor.post(&page, &[("version", version), ("seen", seen)]).await.status, 404);
        }
        assert_eq!(editor.get(&format!("{page}?version=9")).await.status, 404);
        assert_eq!(editor.get(&format!("/proposals/{reference}/history/nothing")).await.status, 404);
        assert_eq!(editor.post(&page, &[("version", "one")]).await.status, 422);
    })
    .await;
}

#[tokio::test]
async fn a_letter_that_was_replaced_can_be_brought_back_with_its_file() {
    on_both(async |app| {
        let reference = app.complete_draft().await;
        let mut owner = app.sign_in("official@agra.example").await;
        let form = format!("/proposals/{reference}/edit/applicant");
        let before = owner.get(&form).await;
        let version = before.field("version.endorsement_letter").unwrap();
        let file = before.field("endorsement_letter.0.attachment");
        assert!(file.is_some(), "{}", before.main());
        let removed = [("remove", format!("endorsement_letter.{}", file.unwrap()))];
        let pressed: Vec<(&str, &str)> = removed.iter().map(|(name, value)| (*name, value.as_str())).collect();
        owner.post(&form, &pressed).await;
        let page = format!("/proposals/{reference}/history/endorsement_letter");
        let seen = (version.parse::<i32>().unwrap() + 1).to_string();
        let done = owner.post_and_follow(&page, &[("version", &version), ("seen", &seen)]).await;
        assert!(done.has("The version is back."), "{}", done.words());
        let case = app.case("official@agra.example", &reference).await.unwrap();
        let draft = drafts::load(app.db.read(), &*app.definition().await, case.proposal.id).await.unwrap();
        assert_eq!(draft.answers.files("endorsement_letter").len(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_submitted_proposal_keeps_its_history_and_changes_no_more() {
    on_both(async |app| {
        let reference = app.submitted().await;
        let mut owner = app.sign_in("official@agra.example").await;
        assert_eq!(owner.get(&format!("/proposals/{reference}/history")).await.status, 200);
        let page = owner.get(&format!("/proposals/{reference}/history/aim")).await;
        assert_eq!(page.status, 200);
        let refused = app
            .act("official@agra.example", async |act, actor| {
                restoring::restore(act, actor, &reference, "aim", 1, 1).await
            })
            .await;
        assert!(matches!(refused, Err(initiatives::error::Error::Refused("proposals-no-writing"))));
        for email in ["secretariat@metropolis.example", "reviewer1@jury.example", "official@barcelona.example"] {
            let mut other = app.sign_in(email).await;
            for address in ["history", "history/aim"] {
                assert_eq!(other.get(&format!("/proposals/{reference}/{address}")).await.status, 404, "{email}");
            }
        }
    })
    .await;
}
