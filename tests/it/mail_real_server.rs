//! Letters through a real mail server, over STARTTLS with a password: they arrive and their signatures hold for others, or they
//! come back.

use initiatives::{
    mail::{Letter, LetterClass, LetterState, bounces, suppressions, worker},
    words::Locale,
};

use crate::support::{
    AnotherProcess, TestApp,
    letters::{letter_to, post, someone},
    on_both,
    postfix::{Postfix, dkim_key},
};

impl TestApp {
    /// A domain of this story alone, since both databases talk to one server.
    fn domain(&self, story: &str) -> String {
        let kind = if self.db.is_postgres() { "postgres" } else { "sqlite" };
        format!("{story}.{kind}.example")
    }

    /// A process that sends over `url` and reads what comes back to the server's mailbox.
    async fn office_at(&self, url: url::Url, domain: &str) -> AnotherProcess {
        let bounces = Postfix::running().maildir(&format!("bounces@{domain}"));
        self.again_with(|config| {
            config.mail_url = Some(url);
            config.mail_from = format!("Initiatives <initiatives@{domain}>");
            config.return_path = Some(format!("bounces@{domain}"));
            config.bounces = Some(bounces);
        })
        .await
    }
}

fn to_many(app: &TestApp, address: &str) -> Letter {
    Letter {
        class: LetterClass::Announcement,
        unsubscribe: Some(app.config.link("/updates/stop?key=1")),
        ..letter_to(app, address)
    }
}

#[tokio::test]
async fn letters_arrive_and_their_signatures_hold_for_others() {
    let server = Postfix::running();
    on_both(async |app| {
        for kind in ["rsa", "ed25519"] {
            let domain = app.domain(&format!("signed-{kind}"));
            let folder = tempfile::tempdir().unwrap();
            let (key, record) = dkim_key(folder.path(), kind);
            let office = app
                .again_with(|config| {
                    config.mail_url = Some(server.url());
                    config.mail_from = format!("Initiatives <initiatives@{domain}>");
                    config.return_path = Some(format!("bounces@{domain}"));
                    config.dkim_domain = Some(domain.clone());
                    config.dkim_selector = Some("s2014".to_owned());
                    config.dkim_key = Some(key);
                })
                .await;
            let address = format!("reader@{domain}");
            let note = "Une « idée » — فكرة 主意 💡\n.\n.. a line that begins with dots\nand one of 900 letters "
                .to_owned()
                + &"é".repeat(900);
            let to = someone(&address, "Ünal \"the\" Şükrü, 李小龙", Locale::Fr);
            let letter = Letter { to: to.clone(), ..to_many(&app, &address) };
            post(&app, Letter { args: Letter::test(&app.config, to, "", &note).args, ..letter }).await;
            let written = app.only_letter_to(&address).await;
            worker::deliver_due(&office).await.unwrap();

            assert_eq!(app.only_letter_to(&address).await.state, LetterState::Sent);
            let name = format!("s2014._domainkey.{domain}");
            let arrived = server.only_letter_to(&address, &name, &record);
            assert!(arrived.holds, "{kind}: {:?}", arrived.headers.get("dkim-signature"));
            assert_eq!(arrived.holds_when_changed, [""; 0], "{kind}");
            assert_eq!(arrived.defects, [""; 0]);
            assert_eq!(arrived.text.trim_end(), written.body_text.trim_end());
            assert_eq!(arrived.html.trim_end(), written.body_html.trim_end());
            assert_eq!(arrived.headers["subject"], written.subject);
            let returns = &arrived.headers["return-path"];
            assert!(returns.starts_with("<bounces+") && returns.ends_with(&format!("@{domain}>")), "{returns}");
            for header in ["from", "subject", "message-id", "list-id", "list-unsubscribe", "list-unsubscribe-post"] {
                assert!(arrived.signed.iter().any(|signed| signed == header), "{header} in {:?}", arrived.signed);
                assert!(arrived.headers.contains_key(header), "{header}");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn a_letter_to_a_mailbox_that_does_not_exist_comes_back_and_no_announcement_goes_there_any_more() {
    let server = Postfix::running();
    on_both(async |app| {
        let domain = app.domain("returned");
        let office = app.office_at(server.late_url(), &domain).await;
        let address = format!("nobody@{domain}");
        post(&app, to_many(&app, &address)).await;
        worker::deliver_due(&office).await.unwrap();
        assert_eq!(app.only_letter_to(&address).await.state, LetterState::Sent);

        server.wait_for(&format!("bounces@{domain}"), 1);
        let tally = bounces::look(&office).await.unwrap();
        assert_eq!((tally.returned, tally.passed_over, tally.unreadable), (1, 0, 0));
        let letter = app.only_letter_to(&address).await;
        assert_eq!((letter.state, letter.bounced_at), (LetterState::Sent, Some(app.now())));
        assert!(letter.bounce.starts_with("5.1.1 ") && letter.bounce.contains("user unknown"), "{}", letter.bounce);
        let email = address.parse().unwrap();
        let suppressed = suppressions::of(app.db.read(), &email).await.unwrap().unwrap();
        assert_eq!((suppressed.letter_id, suppressed.reason), (Some(letter.id), letter.row.bounce));
        assert_eq!(bounces::look(&office).await.unwrap(), bounces::Tally::default(), "it was seen");
    })
    .await;
}

#[tokio::test]
async fn a_mailbox_that_the_server_does_not_know_is_refused_at_once() {
    let server = Postfix::running();
    on_both(async |app| {
        let domain = app.domain("unknown");
        let office = app.again_with(|config| config.mail_url = Some(server.url())).await;
        let (unknown, known) = (format!("nobody@{domain}"), format!("reader@{domain}"));
        app.post_letter(&unknown).await;
        app.post_letter(&known).await;
        worker::deliver_due(&office).await.unwrap();
        let letter = app.only_letter_to(&unknown).await;
        assert_eq!(letter.state, LetterState::Failed);
        assert!(letter.answer.starts_with("550 5.1.1 "), "{}", letter.answer);
        assert!(suppressions::of(app.db.read(), &unknown.parse().unwrap()).await.unwrap().is_some());
        assert_eq!(app.only_letter_to(&known).await.state, LetterState::Sent);
    })
    .await;
}

#[tokio::test]
async fn a_wrong_password_is_nothing_that_a_letter_can_help() {
    let server = Postfix::running();
    on_both(async |app| {
        let office = app.again_with(|config| config.mail_url = Some(server.url_of("port", "guessed"))).await;
        let address = format!("reader@{}", app.domain("password"));
        app.post_letter(&address).await;
        assert_eq!(worker::deliver_due(&office).await.unwrap(), worker::Pass::ServerGone);
        let letter = app.only_letter_to(&address).await;
        assert_eq!(letter.state, LetterState::Queued);
        assert!(letter.answer.starts_with("535 "), "{}", letter.answer);
    })
    .await;
}
