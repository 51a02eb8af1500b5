//! The pages of letters, and of what they are about.

use initiatives::mail::{Letter, worker};

use super::{OWNER, SECRETARIAT};
use crate::support::{
    letters::{Written, letter_to, post},
    on_both,
    smtp::SmtpServer,
};

#[tokio::test]
async fn the_page_of_a_letter_tells_all_that_happened_and_shows_it_as_it_arrives() {
    let server = SmtpServer::start();
    on_both(async |app| {
        let office = app.again_with(|config| config.mail_url = Some(server.url())).await;
        let reference = app.submitted().await;
        worker::deliver_due(&office).await.unwrap();
        let letters = app.letters_to(OWNER).await;
        let receipt = letters.iter().find(|letter| letter.kind == "received").unwrap();
        let address = format!("/admin/mail/{}", receipt.id);
        let mut secretariat = app.sign_in(SECRETARIAT).await;
        let page = secretariat.get(&address).await;
        let answer = receipt.answer.as_str();
        for said in ["Acknowledgement of receipt", "What happened to it", "Written", "Sent", answer] {
            assert!(page.has(said), "{said} is missing: {}", page.main());
        }
        let person = receipt.user_id.unwrap();
        for link in [
            format!("href=\"/desk/people/{person}\""),
            format!("href=\"/desk/proposals/{reference}\""),
            format!("href=\"/admin/mail?proposal={reference}\""),
            format!("src=\"{address}/html\""),
        ] {
            assert!(page.text.contains(&link), "{link}: {}", page.text);
        }
        let frame = secretariat.get(&format!("{address}/html")).await;
        let policy = frame.headers["content-security-policy"].to_str().unwrap();
        assert!(policy.contains("default-src 'none'") && policy.ends_with("sandbox"), "{policy}");
        assert!(frame.has(reference.as_str()) && !frame.text.contains("<script"));
    })
    .await;
}

#[tokio::test]
async fn no_page_of_a_letter_keeps_what_opens_a_door() {
    on_both(async |app| {
        app.submitted().await;
        app.deliver_mail().await;
        let asks: Vec<Written> =
            app.all_letters().await.into_iter().filter(|letter| letter.kind == "partners-ask").collect();
        assert!(!asks.is_empty(), "partners are asked");
        let mut secretariat = app.sign_in(SECRETARIAT).await;
        for letter in asks {
            let frame = secretariat.get(&format!("/admin/mail/{}/html", letter.id)).await;
            let proof = letter.body_html.split("/partners/").nth(1).unwrap().split('"').next().unwrap();
            assert!(proof.len() > 20 && !frame.text.contains(proof), "{}", frame.text);
            assert!(frame.text.contains("/partners/…\"") && frame.text.contains("</html>"), "{}", frame.text);
            assert_eq!(frame.text.matches("<a ").count(), letter.body_html.matches("<a ").count());
        }
    })
    .await;
}

#[tokio::test]
async fn a_proposals_page_shows_the_letters_about_it_and_leads_to_the_log() {
    on_both(async |app| {
        let reference = app.submitted().await;
        let mut owner = app.sign_in(OWNER).await;
        let before = owner.get(&format!("/proposals/{reference}")).await;
        assert!(!before.has("Emails that you were sent"), "what waits can still be taken back: {}", before.main());
        app.deliver_mail().await;
        let own = owner.get(&format!("/proposals/{reference}")).await;
        assert!(own.has("Emails that you were sent") && !own.text.contains("/admin/mail"), "{}", own.main());

        let desk = format!("/desk/proposals/{reference}");
        let mut secretariat = app.sign_in(SECRETARIAT).await;
        let page = secretariat.get(&desk).await;
        let all = format!("href=\"/admin/mail?proposal={reference}\"");
        assert!(page.has(&format!("All emails about {reference}")) && page.text.contains(&all), "{}", page.main());
        let link = page.each_after("href=\"/admin/mail/").into_iter().next().unwrap();
        assert_eq!(secretariat.get(&format!("/admin/mail/{link}")).await.status, 200);

        let proposal = app.case(SECRETARIAT, &reference).await.unwrap().proposal.id;
        for n in 0..12 {
            let about = Letter { proposal: Some(proposal), ..letter_to(&app, &format!("n{n}@many.example")) };
            post(&app, about).await;
        }
        let page = secretariat.get(&desk).await;
        assert_eq!(page.text.matches("href=\"/admin/mail/").count(), 10, "the rest is in the log");
    })
    .await;
}
