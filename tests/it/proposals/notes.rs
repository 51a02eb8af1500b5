//! Private notes: those who write a proposal talk to each other, and nobody else ever hears of it.

use initiatives::{entity::note, proposals::actions::noting};
use sea_orm::EntityTrait;

use super::documents::Seen;
use crate::support::{Browser, TestApp, on_both};

const OWNER: &str = "official@agra.example";
const EDITOR: &str = "editor@agra.example";
const PARTNER: &str = "partner@barcelona.example";
const HOUSE: &str = "secretariat@metropolis.example";
const REVIEWER: &str = "reviewer1@jury.example";

/// A word that stands nowhere else.
const SECRET: &str = "Zanzibarine";

async fn only_note(app: &TestApp) -> String {
    let all = note::Entity::find().all(app.db.read()).await.unwrap();
    assert_eq!(all.len(), 1);
    all[0].id.to_string()
}

#[tokio::test]
async fn those_who_write_together_leave_each_other_notes() {
    on_both(async |app| {
        let reference = app.complete_draft().await;
        app.share(&reference, PARTNER).await;
        let page = format!("/proposals/{reference}");
        let notes = format!("{page}/notes");
        let (mut editor, mut partner) = (app.sign_in(EDITOR).await, app.sign_in(PARTNER).await);
        let form = [("section", "identity"), ("body", "Is the <b>title</b> long enough?\nI doubt it.")];
        let shown = editor.post_and_follow(&notes, &form).await;
        assert!(shown.has("Is the <b>title</b> long enough? I doubt it."), "as it was typed: {}", shown.words());
        let shown = partner.get(&notes).await;
        assert!(shown.has("Nila Rao") && shown.has("I doubt it."), "{}", shown.words());
        let id = only_note(&app).await;
        assert!(partner.get(&page).await.has("1 open note"));
        assert!(partner.get(&format!("{page}/edit/identity")).await.has("1 open note"));
        assert!(partner.get(&format!("{page}/edit/content")).await.has("0 open notes"), "it is about another section");

        let (text, removal) = (format!("{notes}/{id}"), format!("{notes}/{id}/removal"));
        assert!(!shown.text.contains(&removal), "only its author deletes it");
        assert_eq!(partner.post(&removal, &[]).await.status, 404);
        assert_eq!(partner.post(&text, &[("version", "1"), ("body", "Mine now")]).await.status, 404);
        let resolution = format!("{text}/resolution");
        assert!(partner.post_and_follow(&resolution, &[("done", "yes")]).await.has("Done"));
        assert!(partner.get(&page).await.has("0 open notes"));
        assert_eq!(editor.post(&resolution, &[("done", "no")]).await.status, 303);

        let shown = editor.post_and_follow(&text, &[("version", "1"), ("body", "It is long enough.")]).await;
        assert!(shown.has("It is long enough.") && !shown.has("I doubt it."), "{}", shown.words());
        let clash = editor.post(&text, &[("version", "1"), ("body", "From another window.")]).await;
        assert!(clash.status == 422 && clash.has("From another window."), "kept: {}", clash.words());
        assert!(editor.post(&text, &[("version", "2"), ("body", "  ")]).await.has("Write something first."));
        assert_eq!(editor.post(&notes, &[("section", "nowhere"), ("body", "Where?")]).await.status, 404);
        assert_eq!(editor.post(&removal, &[]).await.status, 303);
        assert!(editor.get(&notes).await.has("No notes yet."));
    })
    .await;
}

/// A submitted proposal whose editors have written of a secret, assigned to a reviewer.
async fn discussed(app: &TestApp) -> initiatives::ids::Reference {
    let reference = app.complete_draft().await;
    app.share(&reference, PARTNER).await;
    for section in ["", "identity"] {
        let write = app.act(PARTNER, async |act, actor| noting::write(act, actor, &reference, section, SECRET).await);
        write.await.unwrap();
    }
    app.submit(&reference).await;
    app.give(&reference, REVIEWER).await;
    reference
}

/// Every address at which `browser` could come across a note.
async fn look(browser: &mut Browser, reference: &str, who: &str) {
    let page = format!("/proposals/{reference}");
    for address in ["/notes", "/notes?section=identity"] {
        assert_eq!(browser.get(&format!("{page}{address}")).await.status, 404, "{who} {address}");
    }
    assert_eq!(browser.post(&format!("{page}/notes"), &[("section", ""), ("body", "I see")]).await.status, 404);
    for below in [
        "",
        "/text",
        "/history",
        "/preview",
        "/submissions/1",
        "/submissions/1/canonical",
        "/draft.json",
        "/co-editors",
    ] {
        let shown = browser.get(&format!("{page}{below}")).await;
        assert!(!shown.text.contains(SECRET), "{who} reads it at {below}");
    }
    for address in [format!("/desk{page}"), format!("/desk{page}/review"), "/admin/audit".to_owned()] {
        assert!(!browser.get(&address).await.text.contains(SECRET), "{who} reads it at {address}");
    }
    let found = browser.get(&format!("/desk?q={SECRET}")).await;
    assert!(!found.text.contains(&format!("proposals/{reference}\"")), "{who} finds it: {}", found.words());
}

#[tokio::test]
async fn nobody_else_sees_a_note_anywhere() {
    on_both(async |app| {
        let reference = discussed(&app).await;
        for who in [HOUSE, REVIEWER, "reviewer2@jury.example", "official@barcelona.example", "admin@metropolis.example"]
        {
            let mut browser = app.sign_in(who).await;
            look(&mut browser, reference.as_str(), who).await;
        }
        let mut house = app.sign_in(HOUSE).await;
        let pdf = Seen::at(&mut house, &format!("/proposals/{reference}/submissions/1/pdf")).await;
        assert!(!pdf.text.contains(SECRET));
        for letter in app.all_letters().await {
            assert!(!letter.body_text.contains(SECRET), "a letter tells of it: {}", letter.kind);
        }
    })
    .await;
}

#[tokio::test]
async fn what_its_writers_hand_out_holds_no_note() {
    on_both(async |app| {
        let reference = discussed(&app).await;
        let page = format!("/proposals/{reference}");
        let mut owner = app.sign_in(OWNER).await;
        assert!(owner.get(&format!("{page}/notes")).await.has(SECRET), "after submitting, too");
        for below in ["/text", "/draft.json", "/submissions/1", "/submissions/1/canonical"] {
            assert!(!owner.get(&format!("{page}{below}")).await.text.contains(SECRET), "{below}");
        }
        for below in ["/draft.pdf", "/submissions/1/pdf"] {
            assert!(!Seen::at(&mut owner, &format!("{page}{below}")).await.text.contains(SECRET), "{below}");
        }
        let draft = app.complete_draft().await;
        let write = app.act(OWNER, async |act, actor| noting::write(act, actor, &draft, "", SECRET).await);
        write.await.unwrap();
        assert!(!owner.get(&format!("/proposals/{draft}/preview")).await.text.contains(SECRET));
    })
    .await;
}
