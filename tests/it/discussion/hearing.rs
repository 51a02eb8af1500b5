//! Who is told, of how much, and who never is.

use std::time::Duration;

use initiatives::{
    ids::Reference,
    mail::LetterState,
    proposals::{
        actions::{
            discussing::{self, Saying},
            standing,
        },
        conflicts::Ruling,
        rules::Audience,
    },
};

use super::{EVE, HOUSE, OWNER, RUTH, talk};
use crate::support::{Browser, TestApp, on_both};

/// The kinds of the letters about messages that somebody has got.
async fn heard(app: &TestApp, who: &str) -> Vec<String> {
    const KINDS: [&str; 4] = ["comment", "mentioned", "discussed", "message_waits"];
    let letters = app.letters_to(who).await.into_iter().map(|letter| letter.row.kind);
    letters.filter(|kind| KINDS.contains(&kind.as_str())).collect()
}

#[tokio::test]
async fn who_is_named_is_told_once_and_only_if_they_may_read_it() {
    on_both(async |app| {
        let reference = app.under_review().await;
        let eve = app.give(&reference, EVE).await.to_string();
        let ruth = app.give(&reference, RUTH).await.to_string();
        app.review(&reference, RUTH, [3; 6], "Fair.").await;
        let mut house = app.sign_in(HOUSE).await;
        let page = house.begin(&reference, "reviewers", "@Ruth Hill and @Ève Roux, what of the roofs?").await;
        assert_eq!(heard(&app, RUTH).await, ["mentioned"]);
        assert!(heard(&app, EVE).await.is_empty(), "her own review is not in: for her it is not there");
        let letter = app.letters_to(RUTH).await.pop().unwrap();
        assert!(!letter.body_text.contains("what of the roofs"), "what is said stays within the service");
        assert!(letter.body_text.contains(&format!("{}#thread-{}", talk(&reference), page.thread())));
        assert!(!page.text.contains(&format!("value=\"{eve}\"")), "nor can she be chosen");
        let reply = format!("{}/{}", talk(&reference), page.thread());
        let both = [("body", "And you?"), ("notify", ruth.as_str()), ("notify", eve.as_str())];
        let page = house.post(&reply, &both).await;
        assert_eq!(page.status, 422);
        assert!(page.has("cannot read this conversation") && page.has("And you?"));
        house.post_and_follow(&reply, &[("body", "And you? @Ruth Hill"), ("notify", &ruth)]).await;
        assert_eq!(heard(&app, RUTH).await, ["mentioned", "mentioned"], "one letter for each message");

        // A name that comes in by a change tells once, too.
        let message = house.begin(&reference, "reviewers", "Who knows the river?").await.message();
        let own = format!("/proposals/{reference}/messages/{message}");
        house.post_and_follow(&own, &[("version", "1"), ("body", "Who knows it? @Ruth Hill")]).await;
        house.post_and_follow(&own, &[("version", "2"), ("body", "Who knows it then? @Ruth Hill")]).await;
        assert_eq!(heard(&app, RUTH).await.len(), 3);
    })
    .await;
}

#[tokio::test]
async fn who_was_named_follows_and_can_stop() {
    on_both(async |app| {
        let reference = app.under_review().await;
        app.give(&reference, RUTH).await;
        app.review(&reference, RUTH, [3; 6], "Fair.").await;
        let (mut house, mut ruth) = (app.sign_in(HOUSE).await, app.sign_in(RUTH).await);
        let thread = house.begin(&reference, "reviewers", "@Ruth Hill?").await.thread();
        let reply = format!("{}/{thread}", talk(&reference));
        house.post_and_follow(&reply, &[("body", "One thing more.")]).await;
        assert_eq!(heard(&app, RUTH).await, ["mentioned", "discussed"]);
        ruth.post_and_follow(&reply, &[("body", "I see.")]).await;
        assert_eq!(heard(&app, HOUSE).await, ["discussed"], "who has written follows");
        let page = ruth.post_and_follow(&format!("{reply}/following"), &[("follow", "no")]).await;
        assert!(page.has("no longer be told") && page.has("Follow"));
        house.post_and_follow(&reply, &[("body", "And another.")]).await;
        assert_eq!(heard(&app, RUTH).await, ["mentioned", "discussed"]);
    })
    .await;
}

#[tokio::test]
async fn a_phase_that_hides_names_hides_them_in_texts_lists_and_letters() {
    on_both(async |app| {
        let reference = app.under_review().await;
        for reviewer in [RUTH, EVE] {
            app.give(&reference, reviewer).await;
            app.review(&reference, reviewer, [3; 6], "Fair.").await;
        }
        app.show_to_reviewers(false, true).await;
        let (mut house, mut ruth) = (app.sign_in(HOUSE).await, app.sign_in(RUTH).await);
        house.begin(&reference, "reviewers", "@Ève Roux and @Ruth Hill, look at page two.").await;
        app.say(EVE, &reference, Audience::Reviewers, "I have looked.").await;
        let page = ruth.get(&talk(&reference)).await;
        assert!(page.has("look at page two") && page.has("I have looked."), "{}", page.words());
        assert!(!page.text.contains("Ève Roux"), "{}", page.words());
        assert!(page.has("@Name not shown in this phase"));
        assert!(page.text.contains("data-person=\"Clara Soler\""), "the secretariat can be named");
        assert!(!ruth.get(&format!("/desk/proposals/{reference}")).await.text.contains("Ève Roux"));
        let letter = app.letters_to(RUTH).await.pop().unwrap();
        assert_eq!(letter.kind, "mentioned");
        assert!(!letter.body_text.contains("Clara Soler") && letter.body_text.contains("Somebody has named you"));
        // A reviewer cannot reach one whom they must not know, even by name.
        let before = heard(&app, EVE).await.len();
        ruth.begin(&reference, "reviewers", "@Ève Roux?").await;
        assert_eq!(heard(&app, EVE).await.len(), before);
    })
    .await;
}

/// Of a conversation about a map that was begun with Ève's name a reviewer reads all but the name.
async fn reads_of_the_map_and_no_name(reviewer: &mut Browser, reference: &Reference) {
    for path in [talk(reference), format!("/desk/proposals/{reference}")] {
        let page = reviewer.get(&path).await;
        assert!(page.has("Name not shown in this phase and the map"), "{path}: {}", page.words());
        assert!(!page.text.contains("Roux"), "{path}: {}", page.words());
    }
}

#[tokio::test]
async fn a_name_stays_hidden_of_those_too_who_are_not_told_and_in_subjects_and_earlier_texts() {
    on_both(async |app| {
        let reference = app.under_review().await;
        app.give(&reference, RUTH).await;
        app.review(&reference, RUTH, [3; 6], "Fair.").await;
        let eve = app.give(&reference, EVE).await;
        app.show_to_reviewers(false, true).await;
        let (mut house, mut ruth) = (app.sign_in(HOUSE).await, app.sign_in(RUTH).await);
        let said = [
            ("audience", "reviewers"),
            ("subject", "Ève Roux and the map"),
            ("body", "@Ève Roux, look at page two. @eve roux? Eve Roux knows."),
        ];
        let page = house.post_and_follow(&talk(&reference), &said).await;
        assert!(page.has("Ève Roux and the map") && page.has("@Ève Roux, look"), "the secretariat reads it all");
        reads_of_the_map_and_no_name(&mut ruth, &reference).await;
        let own = format!("/proposals/{reference}/messages/{}", page.message());
        house.post_and_follow(&own, &[("version", "1"), ("body", "Look at page two, Ève Roux.")]).await;
        reads_of_the_map_and_no_name(&mut ruth, &reference).await;
        assert!(ruth.get(&talk(&reference)).await.has("1 earlier version"));

        app.act(HOUSE, async |act, actor| standing::unassign(act, actor, &reference, eve).await).await.unwrap();
        let cost = app.cost(&mut ruth, &talk(&reference)).await;
        for body in ["Without @Ève Roux now.", "@Ève Roux has left.", "Who judges in the place of Ève Roux?"] {
            house.begin(&reference, "reviewers", body).await;
        }
        reads_of_the_map_and_no_name(&mut ruth, &reference).await;
        assert!(ruth.get(&talk(&reference)).await.has("Without @Name not shown in this phase now."));
        assert_eq!(app.cost(&mut ruth, &talk(&reference)).await, cost, "however much is said");

        // Whom a text names is told only if they may read it.
        assert!(heard(&app, EVE).await.is_empty());
        for letter in app.letters_to(RUTH).await {
            assert!(!letter.body_text.contains("Roux") && !letter.subject.contains("Roux"), "{}", letter.subject);
        }
        // Nor does an applicant learn who has reviewed it, not from a subject either.
        for (subject, body) in [("@Ève Roux asks", "Dear city."), ("The map", "@Ève Roux asks.")] {
            let said = [("audience", "applicant"), ("subject", subject), ("body", body)];
            let page = house.post(&talk(&reference), &said).await;
            assert_eq!(page.status, 422, "{subject}");
            assert!(page.has("names somebody who reviews"), "{}", page.words());
        }
    })
    .await;
}

#[tokio::test]
async fn an_applicant_s_answer_is_one_notice_to_the_shared_mailbox_and_one_to_each_who_follows() {
    on_both(async |app| {
        let reference = app.submitted().await;
        let colleague = app.colleague().await;
        app.person(HOUSE).await;
        let app = app.again_with(|config| {
            config.mail_reply_to = Some("The Secretariat <secretariat@metropolis.test.example>".to_owned());
        });
        let app = app.await;
        let mut house = app.browser();
        house.log_in(HOUSE, crate::support::PASSWORD).await;
        let mut owner = app.browser();
        owner.log_in(OWNER, crate::support::PASSWORD).await;
        let thread = house.begin(&reference, "applicant", "Which year?").await.thread();
        app.clock.advance(Duration::from_secs(60));
        let page = owner.get(&format!("/proposals/{reference}")).await;
        assert!(page.has("Which year?") && page.has("Secretariat"));
        let page = owner.post_and_follow(&format!("{}/{thread}", talk(&reference)), &[("body", "2016.")]).await;
        assert!(page.has("2016.") && page.has("Your message has been sent."));
        assert!(house.get(&talk(&reference)).await.has("2016."), "it lands in the conversation");
        let letters = |who: &'static str| of(&app, who);
        assert_eq!(letters("secretariat@metropolis.test.example").await, ["comment"]);
        assert_eq!(letters(HOUSE).await, ["comment"], "who wrote first follows");
        assert!(of(&app, &colleague).await.is_empty(), "and not ten people");
    })
    .await;
}

/// The same as [`heard`], in another process.
async fn of(app: &initiatives::app::App, who: &str) -> Vec<String> {
    use initiatives::entity::letter;
    use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
    let find = letter::Entity::find().filter(letter::Column::Recipient.eq(who));
    let find = find.filter(letter::Column::Kind.is_in(["comment", "mentioned", "discussed", "message_waits"]));
    find.all(app.db.read()).await.unwrap().into_iter().map(|row| row.kind).collect()
}

#[tokio::test]
async fn where_one_of_the_secretariat_has_an_interest_the_shared_mailbox_hears_of_no_proposal() {
    on_both(async |app| {
        let reference = app.submitted().await;
        let colleague = app.colleague().await;
        let interested = app.user(&colleague).await;
        app.act(HOUSE, async |act, actor| {
            standing::rule(act, actor, &reference, interested, Ruling::Set, "Her sister lives there.").await
        })
        .await
        .unwrap();
        let other = app.again_with(|config| config.mail_reply_to = Some("box@metropolis.example".to_owned())).await;
        let mut owner = other.browser();
        owner.log_in(OWNER, crate::support::PASSWORD).await;
        let said = [("audience", "applicant"), ("body", "Our mayor has changed.")];
        assert_eq!(owner.post(&talk(&reference), &said).await.status, 303);
        let letter = app.only_letter_to("box@metropolis.example").await;
        assert_eq!((letter.kind.as_str(), letter.proposal_id), ("message_waits", None));
        for word in [reference.as_str(), "Agra", "mayor"] {
            assert!(!letter.body_text.contains(word) && !letter.subject.contains(word), "{word}");
        }
    })
    .await;
}

#[tokio::test]
async fn without_a_shared_mailbox_no_message_is_left_lying() {
    on_both(async |app| {
        let reference = app.submitted().await;
        let colleague = app.colleague().await;
        app.person(HOUSE).await;
        let thread = app.say(OWNER, &reference, Audience::Applicant, "Anybody there?").await;
        assert_eq!(
            (heard(&app, HOUSE).await.len(), heard(&app, &colleague).await.len()),
            (1, 1),
            "nobody follows: all"
        );
        let reply = async |who: &str, body: &str| {
            app.act(who, async |act, actor| {
                discussing::reply(act, actor, &reference, thread, Saying::plain(body)).await
            })
            .await
            .unwrap();
        };
        reply(HOUSE, "I am.").await;
        reply(OWNER, "Good.").await;
        assert_eq!(heard(&app, HOUSE).await.len(), 2, "now she follows");
        assert_eq!(heard(&app, &colleague).await.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn whoever_has_an_interest_loses_letters_counts_files_and_conversations() {
    on_both(async |app| {
        let reference = app.under_review().await;
        let ruth_id = app.give(&reference, RUTH).await;
        app.review(&reference, RUTH, [3; 6], "Fair.").await;
        let (mut house, mut ruth) = (app.sign_in(HOUSE).await, app.sign_in(RUTH).await);
        let pdf = b"%PDF-1.4\ntrailer\n%%EOF\n".as_slice();
        let said = [("audience", "reviewers"), ("body", "@Ruth Hill, see the plan.")];
        let page = house.upload(&talk(&reference), &said, &[("files", "plan.pdf", pdf)]).await;
        assert_eq!(page.status, 303, "{}", page.words());
        let list = ruth.get("/desk").await;
        assert!(list.has("1 new message"), "{}", list.words());
        let page = ruth.get(&talk(&reference)).await;
        let file = format!("/proposals/{reference}/messages/{}/files/{}", page.message(), page.after("/files/"));
        assert_eq!(ruth.bytes(&file).await.0, 200);
        app.act(HOUSE, async |act, actor| {
            standing::rule(act, actor, &reference, ruth_id, Ruling::Set, "She built it.").await
        })
        .await
        .unwrap();
        let letter = app.letters_to(RUTH).await.into_iter().find(|letter| letter.kind == "mentioned").unwrap();
        assert_eq!(letter.state, LetterState::Cancelled, "what waited is taken back");
        let thread = page.thread();
        app.act(HOUSE, async |act, actor| {
            let saying = Saying::plain("Between those who are left, @Ruth Hill.");
            discussing::reply(act, actor, &reference, thread.parse().unwrap(), saying).await
        })
        .await
        .unwrap();
        assert_eq!(heard(&app, RUTH).await.len(), 1, "nothing new comes");
        assert_eq!(ruth.get(&talk(&reference)).await.status, 404);
        assert_eq!(ruth.bytes(&file).await.0, 404);
        assert!(!ruth.get("/desk").await.has("new message"));
        let door = format!("{}/{thread}", talk(&reference));
        for (end, form) in
            [("", [("body", "x")]), ("/resolution", [("done", "yes")]), ("/following", [("follow", "yes")])]
        {
            assert_eq!(ruth.post(&format!("{door}{end}"), &form).await.status, 404, "{end}");
        }
    })
    .await;
}
