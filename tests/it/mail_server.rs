//! Ways to a mail server: encrypted, with a password, signed; and into a folder.

use initiatives::{
    mail::{LetterState, worker},
    words::Locale,
};
use std::path::Path;

use crate::support::{
    TestApp,
    letters::{letter_to, post, someone},
    on_both,
    smtp::{Received, SmtpServer, certificate},
};

/// A server with a certificate that only those trust who are told to.
fn guarded(folder: &Path, more: &[&str]) -> (SmtpServer, String) {
    let (certificate, key) = certificate(folder);
    let (certificate, key) = (certificate.to_str().unwrap(), key.to_str().unwrap());
    let mut arguments = vec!["--certificate", certificate, "--key", key];
    arguments.extend(more);
    (SmtpServer::start_with(&arguments), certificate.to_owned())
}

/// Sends a letter over `url`: what the server got of it, or what was answered.
async fn send_over(app: &TestApp, url: &str, server: &SmtpServer) -> Result<Received, String> {
    let office = app.again_with(|config| config.mail_url = Some(url.parse().unwrap())).await;
    let before = server.received().len();
    let event = app.ids.secret();
    post(app, initiatives::mail::Letter { event: event.clone(), ..letter_to(app, "reader@agra.example") }).await;
    worker::deliver_due(&office).await.unwrap();
    let letters = app.letters_to("reader@agra.example").await;
    let letter = letters.iter().find(|letter| letter.unique_key.starts_with(&event)).unwrap();
    let mut received = server.received();
    if letter.state == LetterState::Sent {
        assert_eq!(received.len(), before + 1);
        Ok(received.remove(before))
    } else {
        assert_eq!((letter.state, received.len()), (LetterState::Queued, before), "it waits, and nothing was said");
        Err(letter.answer.clone())
    }
}

#[tokio::test]
async fn a_password_goes_only_over_an_encrypted_way_to_a_server_that_is_who_it_says() {
    on_both(async |app| {
        let (server, ca) = guarded(app.folder.path(), &["--user", "mailer:p@ss word"]);
        let port = server.port;
        let arrived =
            send_over(&app, &format!("smtp://mailer:p%40ss%20word@localhost:{port}?ca={ca}"), &server).await.unwrap();
        assert!(arrived.encrypted);
        assert_eq!(arrived.user.as_deref(), Some("mailer"));

        let answer = send_over(&app, &format!("smtp://mailer:wrong@localhost:{port}?ca={ca}"), &server).await;
        assert!(answer.unwrap_err().starts_with("535 "), "a wrong password is no fault of the letter's");
        let answer = send_over(&app, &format!("smtp://mailer:p%40ss%20word@localhost:{port}"), &server).await;
        assert!(answer.unwrap_err().to_lowercase().contains("certificate"));

        let open = SmtpServer::start();
        let answer = send_over(&app, &format!("smtp://mailer:secret@localhost:{}", open.port), &open).await;
        assert!(answer.unwrap_err().contains("no encryption"));
    })
    .await;
}

#[tokio::test]
async fn encryption_is_used_when_it_is_offered_and_can_be_asked_for() {
    on_both(async |app| {
        let (server, ca) = guarded(app.folder.path(), &[]);
        let arrived = send_over(&app, &format!("smtp://localhost:{}?ca={ca}", server.port), &server).await.unwrap();
        assert!(arrived.encrypted);

        let (wrapped, ca) = guarded(app.folder.path(), &["--wrapped"]);
        let arrived = send_over(&app, &format!("smtps://localhost:{}?ca={ca}", wrapped.port), &wrapped).await.unwrap();
        assert!(arrived.encrypted);

        let open = SmtpServer::start();
        let arrived = send_over(&app, &format!("smtp://localhost:{}", open.port), &open).await.unwrap();
        assert!(!arrived.encrypted);
        let answer = send_over(&app, &format!("smtp://localhost:{}?tls=required", open.port), &open).await;
        assert!(answer.unwrap_err().contains("no encryption"));
    })
    .await;
}

#[tokio::test]
async fn letters_are_signed_when_there_is_a_key() {
    on_both(async |app| {
        let server = SmtpServer::start();
        let key = app.folder.path().join("dkim");
        std::fs::write(&key, "nWGxne/9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A=\n").unwrap();
        let office = app
            .again_with(|config| {
                config.mail_url = Some(server.url());
                config.dkim_domain = Some("initiatives.example".to_owned());
                config.dkim_selector = Some("s2014".to_owned());
                config.dkim_key = Some(key);
            })
            .await;
        app.post_letter("reader@agra.example").await;
        worker::deliver_due(&office).await.unwrap();
        let arrived = server.only_letter_to("reader@agra.example");
        let signature = arrived.header("dkim-signature").replace(char::is_whitespace, "");
        for part in ["d=initiatives.example;", "s=s2014;", "a=ed25519-sha256;", "from:to:", "list-unsubscribe"] {
            assert!(signature.contains(part), "{part} in {signature}");
        }
    })
    .await;
}

#[tokio::test]
async fn without_a_server_letters_go_into_a_folder() {
    on_both(async |app| {
        let to = someone("reader@agra.example", "Ana", Locale::Es);
        post(&app, initiatives::mail::Letter::test(&app.config, to, "trial", "hola")).await;
        app.deliver_mail().await;
        let letter = app.only_letter_to("reader@agra.example").await;
        assert_eq!(letter.state, LetterState::Sent);
        let files: Vec<_> = std::fs::read_dir(app.folder.path().join("mail")).unwrap().map(|f| f.unwrap()).collect();
        assert_eq!(files.len(), 1);
        assert_eq!(files[0].file_name().to_str().unwrap(), format!("{}.eml", letter.id));
        let text = std::fs::read_to_string(files[0].path()).unwrap();
        assert!(text.contains("To: Ana <reader@agra.example>\r\n"));
    })
    .await;
}
