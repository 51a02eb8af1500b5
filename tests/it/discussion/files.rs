//! Files that go with messages: for those who read the message, and for nobody else.

use std::time::Duration;

use initiatives::files;

use super::{HOUSE, OWNER, RUTH, talk};
use crate::support::on_both;

const PDF: &[u8] = b"%PDF-1.4\n1 0 obj\ntrailer\n%%EOF\n";
const TEXT: &[u8] = b"MZ no document";

#[tokio::test]
async fn a_file_is_for_those_who_read_its_message() {
    on_both(async |app| {
        let reference = app.under_review().await;
        app.give(&reference, RUTH).await;
        app.review(&reference, RUTH, [3; 6], "Fair.").await;
        let (mut house, mut ruth, mut owner) =
            (app.sign_in(HOUSE).await, app.sign_in(RUTH).await, app.sign_in(OWNER).await);
        let mut addresses = Vec::new();
        for audience in ["internal", "reviewers", "applicant"] {
            let said = [("audience", audience), ("body", "See this.")];
            let page = house.upload(&talk(&reference), &said, &[("files", "a plan.pdf", PDF)]).await;
            assert_eq!(page.status, 303, "{}", page.words());
            let page = house.get(&talk(&reference)).await;
            let part = page.text.split(&format!("thread thread-{audience}")).nth(1).unwrap().to_owned();
            let part = crate::support::Page { text: part, ..page };
            addresses.push(format!(
                "/proposals/{reference}/messages/{}/files/{}",
                part.message(),
                part.after("/files/")
            ));
        }
        let (internal, jury, applicant) = (&addresses[0], &addresses[1], &addresses[2]);
        assert_eq!(owner.bytes(applicant).await.0, 404, "it has not gone");
        app.clock.advance(Duration::from_secs(60));
        for (address, [h, r, o]) in [(internal, [200, 404, 404]), (jury, [200, 200, 404]), (applicant, [200, 404, 200])]
        {
            let found = [house.bytes(address).await.0, ruth.bytes(address).await.0, owner.bytes(address).await.0];
            assert_eq!(found, [h, r, o], "{address}");
        }
        // By the doors of the proposal's own files it is not found, whoever asks.
        let id = internal.rsplit('/').next().unwrap();
        for who in [&mut house, &mut ruth, &mut owner] {
            assert_eq!(who.bytes(&format!("/proposals/{reference}/files/{id}")).await.0, 404);
        }
        // Under the message of another audience neither.
        let message = applicant.split('/').nth(4).unwrap();
        assert_eq!(owner.bytes(&format!("/proposals/{reference}/messages/{message}/files/{id}")).await.0, 404);
        // Long after, by any clock.
        app.clock.advance(Duration::from_secs(40 * 366 * 24 * 60 * 60));
        assert_eq!(files::sweep(&app.app).await.unwrap(), 0, "it is claimed");
        assert_eq!(app.stored().len(), 1);
    })
    .await;
}

#[tokio::test]
async fn what_is_wrong_with_a_file_loses_neither_the_text_nor_the_others() {
    on_both(async |app| {
        let reference = app.submitted().await;
        let mut house = app.sign_in(HOUSE).await;
        let said = [("audience", "internal"), ("body", "Two things.")];
        let files = [("files", "plan.pdf", PDF), ("files", "tool.exe", TEXT)];
        let page = house.upload(&talk(&reference), &said, &files).await;
        assert_eq!(page.status, 422);
        assert!(page.has("Two things.") && page.has("tool.exe") && page.has("plan.pdf"), "{}", page.words());
        let kept = page.field("kept.files").unwrap();
        let said = [("audience", "internal"), ("body", "One thing."), ("kept.files", kept.as_str())];
        let page = house.upload(&talk(&reference), &said, &[]).await;
        assert_eq!(page.status, 303, "{}", page.words());
        assert!(house.get(&talk(&reference)).await.has("plan.pdf"));
        let many: Vec<_> = ["a.pdf", "b.pdf", "c.pdf", "d.pdf"].map(|name| ("files", name, PDF)).into();
        let said = [("audience", "internal"), ("body", "Four things.")];
        let page = house.upload(&talk(&reference), &said, &many).await;
        assert_eq!(page.status, 422);
        assert!(page.has("at most 3"), "{}", page.words());
    })
    .await;
}

#[tokio::test]
async fn files_of_what_was_taken_back_go_with_what_is_sent_instead() {
    on_both(async |app| {
        let reference = app.submitted().await;
        let (mut house, mut owner) = (app.sign_in(HOUSE).await, app.sign_in(OWNER).await);
        let said = [("audience", "applicant"), ("body", "See these.")];
        let files = [("files", "first.pdf", PDF), ("files", "second.pdf", PDF)];
        assert_eq!(house.upload(&talk(&reference), &said, &files).await.status, 303);
        let message = house.get(&talk(&reference)).await.message();
        let undo = format!("/proposals/{reference}/messages/{message}/undoing");
        let page = house.post_and_follow(&undo, &[]).await;
        assert!(page.has("first.pdf") && page.has("second.pdf"));
        let (thread, keep) = (page.thread(), page.field("keep").unwrap());
        let said = [("body", "See this."), ("instead", message.as_str()), ("keep", keep.as_str())];
        let page = house.post_and_follow(&format!("{}/{thread}", talk(&reference)), &said).await;
        assert!(page.has("first.pdf") && !page.has("second.pdf"), "{}", page.words());
        app.clock.advance(Duration::from_secs(60));
        let page = owner.get(&format!("/proposals/{reference}")).await;
        assert!(page.has("first.pdf") && !page.has("second.pdf"));
        // Sent in another window meanwhile: the text is not lost.
        let page = house.post(&format!("{}/{thread}", talk(&reference)), &said).await;
        assert_eq!(page.status, 403);
        assert!(page.has("in another window") && page.has("See this."), "{}", page.words());
    })
    .await;
}
