//! Writing to an audience, taking back in time, changing, calling done.

use std::time::Duration;

use initiatives::{mail::LetterState, proposals::rules::Audience};

use super::{HOUSE, OWNER, RUTH, talk};
use crate::support::on_both;

#[tokio::test]
async fn a_conversation_is_for_one_audience_and_the_narrowest_is_offered_first() {
    on_both(async |app| {
        let reference = app.under_review().await;
        app.give(&reference, RUTH).await;
        app.review(&reference, RUTH, [3; 6], "Fair.").await;
        let (mut house, mut ruth, mut owner) =
            (app.sign_in(HOUSE).await, app.sign_in(RUTH).await, app.sign_in(OWNER).await);
        let page = house.get(&talk(&reference)).await;
        assert!(page.text.contains("value=\"internal\" checked"), "the narrowest is chosen");
        for words in ["Post internally", "Post for reviewers", "Send to the applicant"] {
            assert!(page.has(words), "{words}");
        }
        house.begin(&reference, "internal", "Between <i>us</i>.").await;
        house.begin(&reference, "reviewers", "To the jury.").await;
        let page = house.begin(&reference, "applicant", "Dear city.").await;
        assert!(page.has("Between <i>us</i>.") && page.has("To the jury.") && page.has("Dear city."));
        assert!(!page.text.contains("<i>us</i>"), "as text");
        app.clock.advance(Duration::from_secs(60));

        let page = ruth.get(&talk(&reference)).await;
        assert!(page.has("To the jury.") && !page.has("Between") && !page.has("Dear city."), "{}", page.words());
        assert!(!page.text.contains("value=\"internal\"") && !page.text.contains("value=\"applicant\""));
        assert!(page.has("Post for reviewers"));
        let desk = ruth.get(&format!("/desk/proposals/{reference}")).await;
        assert!(desk.has("To the jury.") && !desk.has("Between") && !desk.has("Dear city."));

        let page = owner.get(&format!("/proposals/{reference}")).await;
        assert!(page.has("Dear city.") && !page.has("Between") && !page.has("To the jury."), "{}", page.words());
        assert!(page.has("Send to the Secretariat"));
        assert_eq!(owner.get(&talk(&reference)).await.location(), format!("/proposals/{reference}#messages"));
        for (who, audience) in [(&mut owner, "internal"), (&mut ruth, "applicant")] {
            let said = [("audience", audience), ("body", "No.")];
            assert_eq!(who.post(&talk(&reference), &said).await.status, 404, "{audience}");
        }
    })
    .await;
}

#[tokio::test]
async fn what_is_typed_comes_back_with_what_is_wrong_with_it() {
    on_both(async |app| {
        let reference = app.submitted().await;
        let mut house = app.sign_in(HOUSE).await;
        let empty = [("audience", "applicant"), ("subject", "The letter"), ("body", "  ")];
        let page = house.post(&talk(&reference), &empty).await;
        assert_eq!(page.status, 422);
        assert!(page.has("Write something first.") && page.text.contains("value=\"The letter\""));
        assert!(page.text.contains("value=\"applicant\" checked"), "the choice stays");
        let nobody = [("audience", "everybody"), ("body", "For whom?")];
        let page = house.post(&talk(&reference), &nobody).await;
        assert_eq!(page.status, 403);
        assert!(page.has("Choose who reads this.") && page.has("For whom?"));
        let long = "a".repeat(8_001);
        let page = house.post(&talk(&reference), &[("audience", "internal"), ("body", &long)]).await;
        assert_eq!(page.status, 422);
        assert!(page.text.contains(&long));
        assert_eq!(app.conversations().await, 0, "nothing was said");
        app.give(&reference, RUTH).await;
        let named = [("audience", "applicant"), ("body", "Ask @Ruth Hill about it.")];
        let page = house.post(&talk(&reference), &named).await;
        assert_eq!(page.status, 422);
        assert!(page.has("names somebody who reviews") && page.has("Ask @Ruth Hill about it."), "{}", page.words());
        assert_eq!(app.conversations().await, 0);
        let draft = app.draft().await;
        let page = house.post(&talk(&draft), &[("audience", "applicant"), ("body", "Too early.")]).await;
        assert_eq!(page.status, 403);
        assert!(page.has("Too early."), "{}", page.words());
    })
    .await;
}

#[tokio::test]
async fn a_message_to_the_applicant_can_be_taken_back_for_a_minute_and_nothing_is_lost() {
    on_both(async |app| {
        let reference = app.submitted().await;
        let (mut house, mut owner) = (app.sign_in(HOUSE).await, app.sign_in(OWNER).await);
        let before = app.letters_to(OWNER).await.len();
        let page = house.begin(&reference, "applicant", "Dear city, about your letter.").await;
        assert!(page.has("Goes to the applicant at 1 April 2014") && page.has("Undo"), "{}", page.words());
        let own = format!("/proposals/{reference}");
        assert!(!owner.get(&own).await.has("Dear city"), "it has not gone");
        app.deliver_mail().await;
        let letter = app.letters_to(OWNER).await.pop().unwrap();
        assert_eq!((letter.kind.as_str(), letter.state), ("comment", LetterState::Queued), "it waits");

        app.clock.advance(Duration::from_secs(59));
        let undo = format!("{own}/messages/{}/undoing", page.message());
        let page = house.post_and_follow(&undo, &[]).await;
        assert!(page.has("Your message is taken back.") && page.has("Dear city, about your letter."));
        assert!(!page.has("Undo"), "it stands in the form alone");
        let letter = app.letters_to(OWNER).await.pop().unwrap();
        assert_eq!(letter.state, LetterState::Cancelled);
        app.clock.advance(Duration::from_secs(60));
        app.deliver_mail().await;
        assert!(!owner.get(&own).await.has("Dear city"));

        // Another one of the secretariat sees nothing of what was taken back; its author sends it after all.
        let (thread, instead) = (page.thread(), page.field("instead").unwrap());
        let said = [("body", "Dear city, better now."), ("instead", instead.as_str())];
        let page = house.post_and_follow(&format!("{}/{thread}", talk(&reference)), &said).await;
        assert!(page.has("better now") && !page.has("about your letter"));
        app.clock.advance(Duration::from_secs(60));
        app.deliver_mail().await;
        assert!(owner.get(&own).await.has("Dear city, better now."));
        let letters = app.letters_to(OWNER).await;
        let sent: Vec<_> = letters[before..].iter().map(|letter| letter.state).collect();
        assert_eq!(sent, [LetterState::Cancelled, LetterState::Sent], "one letter, with the text that went");
        assert!(letters.last().unwrap().body_text.contains("better now"));
    })
    .await;
}

#[tokio::test]
async fn what_has_gone_is_not_taken_back_nor_changed() {
    on_both(async |app| {
        let reference = app.submitted().await;
        let mut house = app.sign_in(HOUSE).await;
        let message = house.begin(&reference, "applicant", "Dear city.").await.message();
        app.clock.advance(Duration::from_secs(60));
        app.deliver_mail().await;
        let own = format!("/proposals/{reference}/messages/{message}");
        let page = house.post_and_follow(&format!("{own}/undoing"), &[]).await;
        assert!(page.has("It is too late to undo this") && page.has("Dear city."), "{}", page.words());
        assert!(page.has("This message has gone and stays as it is."));
        let page = house.post(&own, &[("version", "1"), ("body", "Dear town.")]).await;
        assert_eq!(page.status, 403);
        assert_eq!(house.post(&format!("{own}/removal"), &[]).await.status, 404);

        // A letter that has left before its time, for whatever reason, cannot be called back: then nothing is.
        let message = house.begin(&reference, "applicant", "Once more.").await.message();
        app.send_early(&message).await;
        let page = house.post_and_follow(&format!("/proposals/{reference}/messages/{message}/undoing"), &[]).await;
        assert!(page.has("It is too late to undo this"));
        app.clock.advance(Duration::from_secs(60));
        assert!(app.sign_in(OWNER).await.get(&format!("/proposals/{reference}")).await.has("Once more."));
    })
    .await;
}

#[tokio::test]
async fn what_was_taken_back_can_be_thrown_away_and_is_nobody_else_s() {
    on_both(async |app| {
        let reference = app.submitted().await;
        let colleague = app.colleague().await;
        let (mut house, mut other) = (app.sign_in(HOUSE).await, app.browser());
        other.log_in(&colleague, crate::support::PASSWORD).await;
        let message = house.begin(&reference, "applicant", "A slip of the pen.").await.message();
        assert!(!other.get(&talk(&reference)).await.has("A slip"), "while it is held, its author alone has it");
        let own = format!("/proposals/{reference}/messages/{message}");
        assert_eq!(other.post(&format!("{own}/undoing"), &[]).await.status, 404);
        house.post_and_follow(&format!("{own}/undoing"), &[]).await;
        assert!(!other.get(&talk(&reference)).await.has("A slip"));
        assert_eq!(other.post(&format!("{own}/removal"), &[]).await.status, 404);
        let page = house.post_and_follow(&format!("{own}/removal"), &[]).await;
        assert!(page.has("The message is thrown away.") && !page.has("A slip of the pen."));
        assert_eq!(app.conversations().await, 0, "and the conversation with it");
    })
    .await;
}

#[tokio::test]
async fn one_s_own_words_are_changed_in_sight_of_all_who_read_them() {
    on_both(async |app| {
        let reference = app.under_review().await;
        app.give(&reference, RUTH).await;
        app.review(&reference, RUTH, [3; 6], "Fair.").await;
        let (mut house, mut ruth) = (app.sign_in(HOUSE).await, app.sign_in(RUTH).await);
        let message = house.begin(&reference, "reviewers", "Forty roofs.").await.message();
        let own = format!("/proposals/{reference}/messages/{message}");
        app.clock.advance(Duration::from_secs(5));
        let page = house.post_and_follow(&own, &[("version", "1"), ("body", "Fourteen roofs.")]).await;
        assert!(page.has("The message is changed."));
        let page = ruth.get(&talk(&reference)).await;
        assert!(page.has("Fourteen roofs.") && page.has("edited") && page.has("1 earlier version"));
        assert!(page.has("Forty roofs."), "what stood there stays readable");
        assert_eq!(ruth.post(&own, &[("version", "2"), ("body", "None.")]).await.status, 404, "another's words");
        // Opened before the change, in another window.
        let page = house.post(&own, &[("version", "1"), ("body", "Fifteen roofs.")]).await;
        assert_eq!(page.status, 409);
        assert!(page.has("was changed in another window") && page.has("Fifteen roofs."));
        let page = house.post(&own, &[("version", "2"), ("body", " ")]).await;
        assert_eq!(page.status, 422);
    })
    .await;
}

#[tokio::test]
async fn a_conversation_is_called_done_and_opens_again_when_somebody_writes() {
    on_both(async |app| {
        let reference = app.submitted().await;
        let thread = app.say(OWNER, &reference, Audience::Applicant, "When do we hear from you?").await;
        let (mut house, mut owner) = (app.sign_in(HOUSE).await, app.sign_in(OWNER).await);
        let resolution = format!("{}/{thread}/resolution", talk(&reference));
        assert_eq!(owner.post(&resolution, &[("done", "yes")]).await.status, 404, "that is the secretariat's");
        let page = house.post_and_follow(&resolution, &[("done", "yes")]).await;
        assert!(page.has("Done since") && page.has("Open again"), "{}", page.words());
        let said = [("body", "And the map?")];
        let page = owner.post_and_follow(&format!("{}/{thread}", talk(&reference)), &said).await;
        assert!(page.has("And the map?") && !page.has("Done since"));
        let page = house.post_and_follow(&resolution, &[("done", "yes")]).await;
        assert!(page.has("Done since"));
        let page = house.post_and_follow(&resolution, &[("done", "no")]).await;
        assert!(page.has("The conversation is open again."));
    })
    .await;
}
