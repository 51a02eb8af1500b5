//! Behind the service: its state, its letters, its audit trail, and who sees them.

use initiatives::{
    audit,
    mail::{Letter, LetterState, worker},
    words::Locale,
};
use migration::{Migrator, MigratorTrait};

use crate::support::{
    Browser, PASSWORD, TestApp,
    letters::{Written, letter_to, post, someone},
    on_both,
    smtp::SmtpServer,
};

const OFFICIAL: &str = "official@agra.example";
const REVIEWER: &str = "reviewer1@jury.example";
const SECRETARIAT: &str = "secretariat@metropolis.example";
const ADMINISTRATOR: &str = "admin@metropolis.example";

#[tokio::test]
async fn for_others_there_are_no_such_pages_and_the_secretariat_has_the_letters() {
    on_both(async |app| {
        app.post_letter("somebody@agra.example").await;
        let letter = app.only_letter_to("somebody@agra.example").await.id;
        let page = format!("/admin/mail/{letter}");
        for (who, mail, all) in [(OFFICIAL, 404, 404), (REVIEWER, 404, 404), (SECRETARIAT, 200, 404)] {
            let mut browser = app.sign_in(who).await;
            for (path, expected) in [("/admin", all), ("/admin/audit", all), ("/admin/mail", mail), (&page, mail)] {
                assert_eq!(browser.get(path).await.status, expected, "{who} at {path}");
            }
            let menu = browser.get("/account").await;
            assert_eq!(menu.text.contains("href=\"/admin/mail\""), mail == 200, "the menu of {who}");
            assert!(!menu.text.contains("href=\"/admin\""), "the menu of {who}");
        }
        assert_eq!(app.browser().get("/admin").await.status, 401);
        assert_eq!(app.sign_in(OFFICIAL).await.post(&format!("{page}/sending"), &[]).await.status, 404);
    })
    .await;
}

#[tokio::test]
async fn an_administrator_sees_how_the_service_does_and_no_password() {
    on_both(async |app| {
        let office = app
            .again_with(|config| config.mail_url = "smtp://porter:opensesame@mail.agra.example:2525".parse().ok())
            .await;
        for name in ["one", "two"] {
            app.post_letter(&format!("{name}@agra.example")).await;
        }
        let mut administrator = sign_in(&app, &office.browser()).await;
        let page = administrator.get("/admin").await;
        let steps = format!("{} taken, none pending", Migrator::migrations().len());
        let database = if app.db.is_postgres() { "PostgreSQL" } else { "SQLite" };
        for said in [
            env!("CARGO_PKG_VERSION"),
            database,
            &steps,
            "http://127.0.0.1:3000/",
            "Emails go to smtp://mail.agra.example:2525",
            "Files are kept in A folder on the server",
            "Waiting to be sent 2",
            "Browsers in which someone is logged in 1",
            "Nothing is sealed yet",
        ] {
            assert!(page.has(said), "{said} is missing: {}", page.main());
        }
        let folder = app.folder.path().display().to_string();
        for kept in ["porter", "opensesame", &folder] {
            assert!(!page.text.contains(kept), "{kept} is shown");
        }

        audit::seal(&app).await.unwrap();
        let head = audit::head(app.db.read()).await.unwrap().unwrap();
        let page = administrator.get("/admin").await;
        assert!(page.has(&format!("Number {}", head.position)) && page.has(&head.hash), "{}", page.main());
    })
    .await;
}

/// The administrator, on another process.
async fn sign_in(app: &TestApp, browser: &Browser) -> Browser {
    app.person(ADMINISTRATOR).await;
    let mut browser = browser.clone();
    assert_eq!(browser.log_in(ADMINISTRATOR, PASSWORD).await.status, 303);
    browser
}

#[tokio::test]
async fn a_letter_that_failed_is_found_opened_sent_again_and_arrives() {
    let server = SmtpServer::start();
    on_both(async |app| {
        let office = app.again_with(|config| config.mail_url = Some(server.url())).await;
        let host = if app.db.is_postgres() { "postgres.example" } else { "sqlite.example" };
        let (unlucky, lucky) = (format!("refused-once@{host}"), format!("kind@{host}"));
        app.post_letter(&unlucky).await;
        app.post_letter(&lucky).await;
        worker::deliver_due(&office).await.unwrap();

        let mut secretariat = app.sign_in(SECRETARIAT).await;
        let list = secretariat.get("/admin/mail?state=failed").await;
        assert!(list.has(&unlucky) && !list.has(&lucky), "{}", list.main());
        let address = format!("/admin/mail/{}", app.only_letter_to(&unlucky).await.id);
        assert!(list.text.contains(&format!("href=\"{address}\"")));
        let page = secretariat.get(&address).await;
        for said in ["Not delivered", "It goes to the same address.", "550 5.1.1 nobody of this name here", "a note"] {
            assert!(page.has(said), "{said} is missing: {}", page.main());
        }
        assert!(!page.has("Next attempt"), "it makes none by itself");

        let page = secretariat.post_and_follow(&format!("{address}/sending"), &[]).await;
        assert!(page.has("The email is on its way again.") && page.has("Waiting to be sent"), "{}", page.main());
        worker::deliver_due(&office).await.unwrap();
        server.only_letter_to(&unlucky);
        let page = secretariat.get(&address).await;
        assert!(page.has("The mail server has taken it.") && !page.has("Send again"), "{}", page.main());
        assert_eq!(secretariat.post(&format!("{address}/sending"), &[]).await.status, 403, "it is sent");
        let nowhere = "/admin/mail/00000000-0000-7000-8000-000000000000";
        assert_eq!(secretariat.get(nowhere).await.status, 404);
        assert_eq!(secretariat.post(&format!("{nowhere}/sending"), &[]).await.status, 404);

        let trail = app.sign_in(ADMINISTRATOR).await.get("/admin/audit").await;
        assert!(trail.has("Email sent again") && trail.has("Clara Soler"), "{}", trail.main());
        assert!(trail.text.contains(&format!("href=\"{address}\"")));
    })
    .await;
}

#[tokio::test]
async fn a_letter_says_what_its_state_means_and_when_it_is_tried_next() {
    let server = SmtpServer::start();
    on_both(async |app| {
        let office = app.again_with(|config| config.mail_url = Some(server.url())).await;
        for name in ["later", "lost"] {
            app.post_letter(&format!("{name}@agra.example")).await;
        }
        worker::deliver_due(&office).await.unwrap();
        let mut administrator = app.sign_in(ADMINISTRATOR).await;
        for (state, name, said) in [
            ("deferred", "later", "The service tries again by itself"),
            ("unknown", "lost", "The service sends it once more by itself."),
        ] {
            let list = administrator.get(&format!("/admin/mail?state={state}")).await;
            assert!(list.has(&format!("{name}@agra.example")), "{}", list.main());
            let id = app.only_letter_to(&format!("{name}@agra.example")).await.id;
            let page = administrator.get(&format!("/admin/mail/{id}")).await;
            assert!(page.has(said) && page.has("Attempts 1"), "{}", page.main());
            assert!(page.has("Next attempt 1 April 2014, 12:01 (Europe/Madrid, UTC+2)"), "{}", page.main());
        }
        assert!(administrator.get("/admin/mail?state=queued").await.has("No email found"));
        let state = administrator.get("/admin").await;
        assert!(state.has("To be tried again 1") && state.has("Of 1 email nobody knows"), "{}", state.main());
    })
    .await;
}

#[tokio::test]
async fn nobody_reads_the_secret_of_a_letter_before_it_is_sent_nor_after() {
    on_both(async |app| {
        app.person(OFFICIAL).await;
        app.browser().post("/password-reset", &[("email", OFFICIAL)]).await;
        let letter = app.only_letter_to(OFFICIAL).await;
        let secret = app.link_to(OFFICIAL).await;
        let address = format!("/admin/mail/{}", letter.id);
        let mut administrator = app.sign_in(ADMINISTRATOR).await;
        let before = administrator.get(&address).await;
        assert!(before.has("Only the recipient reads it."), "{}", before.main());
        assert!(!before.text.contains(&secret) && !before.text.contains("/password-reset/"));

        app.deliver_mail().await;
        assert_eq!(app.only_letter_to(OFFICIAL).await.state, LetterState::Sent);
        let after = administrator.get(&address).await;
        assert!(
            after.has("Its text was deleted") && !after.has("Send again") && !after.text.contains("/password-reset/"),
            "{}",
            after.main()
        );
    })
    .await;
}

#[tokio::test]
async fn nobody_reads_by_which_link_a_partner_answers() {
    on_both(async |app| {
        let reference = app.submitted().await;
        app.deliver_mail().await;
        let mut secretariat = app.sign_in(SECRETARIAT).await;
        let letters = letters_with(&app, "/partners/").await;
        assert!(!letters.is_empty(), "partners are asked");
        for letter in letters {
            let page = secretariat.get(&format!("/admin/mail/{}", letter.id)).await;
            assert!(page.has("/partners/…") && page.has("/unsubscribe/…"), "{}", page.main());
            let proof = letter.body_text.split("/partners/").nth(1).unwrap().split_whitespace().next().unwrap();
            assert!(proof.len() > 20 && !page.text.contains(proof));
            assert!(page.text.contains(&format!("href=\"/desk/proposals/{reference}\"")), "{}", page.main());
            // An administrator finds no proposal on the desk, so no link leads there.
            let page = app.sign_in(ADMINISTRATOR).await.get(&format!("/admin/mail/{}", letter.id)).await;
            assert!(page.has(reference.as_str()) && !page.text.contains("href=\"/desk/proposals/"));
        }
    })
    .await;
}

async fn letters_with(app: &TestApp, link: &str) -> Vec<Written> {
    let mut all = app.all_letters().await;
    all.retain(|letter| letter.body_text.contains(link));
    all
}

#[tokio::test]
async fn letters_are_found_by_recipient_and_subject_and_paged_by_key() {
    on_both(async |app| {
        let mut secretariat = app.sign_in(SECRETARIAT).await;
        assert!(secretariat.get("/admin/mail").await.has("No emails yet"));
        for (address, name, note) in [("ana@lumara.example", "Inés Ríos", "100%"), ("bo@agra.example", "Bo", "Œuvre")]
        {
            let to = someone(address, name, Locale::En);
            post(&app, Letter::test(&app.config, to, "trial", note)).await;
        }
        for (asked, found) in [("LUMARA", 1), ("ines", 1), ("test+EMAIL", 2), ("100%25", 1), ("%25", 0), ("umara", 0)] {
            let page = secretariat.get(&format!("/admin/mail?q={asked}")).await;
            assert_eq!(page.text.matches("class=\"table-main\"").count(), found, "{asked}: {}", page.main());
        }
        assert!(secretariat.get("/admin/mail?q=%C5%92uvre").await.has("bo@agra.example"));
        assert_eq!(secretariat.get("/admin/mail?state=nonsense&after=nonsense&q=%00").await.status, 200);

        many_letters(&app, 120).await;
        let mut page = secretariat.get("/admin/mail?q=many.example&state=queued").await;
        let mut seen = Vec::new();
        loop {
            let here: Vec<u32> = (0..120).filter(|n| page.has(&format!("number{n:03}@"))).collect();
            seen.extend(here.into_iter().rev());
            let Some(next) = link(&page.text, "next") else { break };
            assert_eq!(page.text.matches("class=\"table-main\"").count(), 50);
            page = secretariat.get(&next).await;
        }
        assert_eq!(seen, (0..120).rev().collect::<Vec<_>>(), "newest first");
        let back = secretariat.get(&link(&page.text, "prev").expect("a way back")).await;
        assert!(back.has("number069@") && back.has("number020@") && !back.has("number019@"), "{}", back.main());
    })
    .await;
}

/// Letters, each a moment after the one before.
async fn many_letters(app: &TestApp, count: u32) {
    for n in 0..count {
        app.clock.advance(std::time::Duration::from_millis(1));
        post(app, letter_to(app, &format!("number{n:03}@many.example"))).await;
    }
}

/// Where the link to the part before or after leads.
fn link(text: &str, rel: &str) -> Option<String> {
    let at = text.find(&format!("rel=\"{rel}\""))?;
    let href = text[at..].split("href=\"").nth(1)?.split('"').next()?;
    Some(href.replace("&#38;", "&").replace("&amp;", "&"))
}

#[tokio::test]
async fn the_audit_trail_says_what_was_done_to_a_proposal_by_whom() {
    on_both(async |app| {
        let reference = app.under_review().await;
        let mut administrator = app.sign_in(ADMINISTRATOR).await;
        let page = administrator.get("/admin/audit").await;
        assert!(page.has("not sealed yet") && page.has("The service (test)") && page.has("Account added"));
        audit::seal(&app).await.unwrap();
        let head = audit::head(app.db.read()).await.unwrap().unwrap();
        let page = administrator.get("/admin/audit").await;
        assert!(page.has(&head.hash) && page.has("initiatives audit verify"), "{}", page.main());

        let asked = reference.as_str().to_lowercase();
        let page = administrator.get(&format!("/admin/audit?subject={asked}")).await;
        for said in
            ["Proposal submitted proposal.submit", "Review started", "Asha Verma", "Clara Soler", reference.as_str()]
        {
            assert!(page.has(said), "{said} is missing: {}", page.main());
        }
        assert!(!page.has("Account added") && !page.has("not sealed yet"));
        assert!(!page.text.contains("href=\"/desk/proposals/"), "it would lead an administrator nowhere");
        let id = app.case(SECRETARIAT, &reference).await.unwrap().proposal.id;
        let exactly = administrator.get(&format!("/admin/audit?subject=proposal:{id}")).await;
        assert!(exactly.has("Review started") && !exactly.has("Account added"));
        for nothing in ["MI-1999-001", "nothing", "%25"] {
            let page = administrator.get(&format!("/admin/audit?subject={nothing}")).await;
            assert!(page.has("No event found"), "{nothing}: {}", page.main());
        }

        let act = app.begin_as("story").await.unwrap();
        for n in 0..120 {
            act.event("story.told", format!("story:{n}"), ()).await.unwrap();
        }
        act.commit().await.unwrap();
        let mut page = administrator.get("/admin/audit").await;
        let mut seen = std::collections::BTreeSet::new();
        loop {
            seen.extend((0..120).filter(|n| page.text.contains(&format!(">story:{n}<"))));
            let Some(next) = link(&page.text, "next") else { break };
            page = administrator.get(&next).await;
        }
        assert_eq!(seen.len(), 120, "none falls between two pages");
    })
    .await;
}

#[tokio::test]
async fn the_pages_ask_the_database_as_often_for_many_as_for_one() {
    on_both(async |app| {
        app.post_letter("one@agra.example").await;
        let mut administrator = app.sign_in(ADMINISTRATOR).await;
        let mut asked = async |path: &str| app.cost(&mut administrator, path).await;
        let paths = ["/admin", "/admin/mail", "/admin/mail?state=queued&q=a", "/admin/audit"];
        let mut few = Vec::new();
        for path in paths {
            few.push(asked(path).await);
        }
        many_letters(&app, 60).await;
        app.submitted().await;
        app.person("official@barcelona.example").await;
        let mut many = Vec::new();
        for path in paths {
            many.push(asked(path).await);
        }
        assert_eq!(few, many, "{paths:?}");
    })
    .await;
}
