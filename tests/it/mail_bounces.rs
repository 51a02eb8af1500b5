//! Letters that come back: which reports are believed, what they change, and that nothing that comes stops the others.

use std::path::{Path, PathBuf};

use initiatives::{
    clock::Moment,
    entity::letter,
    mail::{
        Letter, LetterClass, LetterState,
        bounces::{self, Tally},
        suppressions, worker,
    },
};
use sea_orm::{EntityTrait, sea_query::Expr};

use crate::support::{
    AnotherProcess, TestApp,
    letters::{letter_to, post},
    on_both,
    smtp::SmtpServer,
};

const ADMINISTRATOR: &str = "admin@metropolis.example";
const SECRETARIAT: &str = "secretariat@metropolis.example";

/// Sends letters, and reads what comes back.
struct Office {
    server: SmtpServer,
    process: AnotherProcess,
    maildir: PathBuf,
}

impl Office {
    async fn open(app: &TestApp) -> Self {
        let server = SmtpServer::start();
        let maildir = app.folder.path().join("bounces");
        for part in ["new", "cur", "tmp"] {
            std::fs::create_dir_all(maildir.join(part)).unwrap();
        }
        let process = app
            .again_with(|config| {
                config.mail_url = Some(server.url());
                config.return_path = Some("bounces@initiatives.example".to_owned());
                config.bounces = Some(maildir.clone());
            })
            .await;
        Self { server, process, maildir }
    }

    /// Sends a letter to an address; where it comes back to.
    async fn send(&self, app: &TestApp, letter: Letter) -> String {
        let address = letter.to.email.to_string();
        post(app, letter).await;
        worker::deliver_due(&self.process).await.unwrap();
        self.server.received().into_iter().rfind(|letter| letter.to == [address.as_str()]).unwrap().from
    }

    fn put(&self, name: &str, message: impl AsRef<[u8]>) {
        std::fs::write(self.maildir.join("new").join(name), message).unwrap();
    }

    async fn look(&self) -> Tally {
        bounces::look(&self.process).await.unwrap()
    }

    fn names(&self, part: &str) -> Vec<String> {
        names(&self.maildir.join(part))
    }
}

fn names(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).unwrap();
    let mut names: Vec<String> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

/// A report that came to `came_to` about a letter to `recipient`.
fn report(came_to: &str, recipient: &str, fate: &str) -> String {
    format!(
        "Return-Path: <>\nDelivered-To: {came_to}\nFrom: MAILER-DAEMON@mail.agra.example\nTo: {came_to}\n\
         Subject: Undelivered\nMIME-Version: 1.0\n\
         Content-Type: multipart/report; report-type=delivery-status; boundary=\"b\"\n\n\
         --b\nContent-Type: text/plain\n\nSorry.\n\
         --b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mail.agra.example\n\n\
         Final-Recipient: rfc822; {recipient}\n{fate}\nDiagnostic-Code: smtp; 550 no such user\n\
         --b\nContent-Type: message/rfc822\n\nMessage-ID: <x@y>\n\nBody\n--b--\n"
    )
}

const GONE: &str = "Action: failed\nStatus: 5.1.1";

fn to_many(app: &TestApp, address: &str, event: &str) -> Letter {
    Letter {
        class: LetterClass::Announcement,
        unsubscribe: Some(app.config.link("/updates/stop?key=1")),
        event: event.to_owned(),
        ..letter_to(app, address)
    }
}

impl TestApp {
    async fn is_suppressed(&self, address: &str) -> bool {
        suppressions::of(self.db.read(), &address.parse().unwrap()).await.unwrap().is_some()
    }
}

#[tokio::test]
async fn what_came_back_had_left_even_if_nobody_knew() {
    on_both(async |app| {
        let office = Office::open(&app).await;
        let address = "broke@agra.example";
        let path = office.send(&app, to_many(&app, address, "first")).await;
        let broke = letter::Entity::update_many()
            .col_expr(letter::Column::State, Expr::value(LetterState::Unknown))
            .col_expr(letter::Column::SentAt, Expr::value(None::<Moment>))
            .col_expr(letter::Column::Unknowns, Expr::value(1));
        broke.exec(app.db.write()).await.unwrap();
        office.put("1", report(&path, address, GONE));
        assert_eq!(office.look().await, Tally { returned: 1, ..Tally::default() });
        let letter = app.only_letter_to(address).await;
        assert_eq!((letter.state, letter.bounced_at), (LetterState::Sent, Some(app.now())));
        let log = app.sign_in(SECRETARIAT).await.get("/admin/mail?stage=bounced").await;
        assert!(log.has(address), "{}", log.main());
    })
    .await;
}

#[tokio::test]
async fn who_is_gone_gets_no_announcements_but_may_still_ask_for_a_letter() {
    on_both(async |app| {
        let office = Office::open(&app).await;
        let address = "gone@agra.example";
        let path = office.send(&app, to_many(&app, address, "first")).await;
        office.put("1", report(&path, address, GONE));
        assert_eq!(office.look().await, Tally { returned: 1, ..Tally::default() });
        let letter = app.only_letter_to(address).await;
        assert_eq!((letter.state, letter.bounced_at), (LetterState::Sent, Some(app.now())));
        assert_eq!(letter.bounce, "5.1.1 550 no such user");
        assert_eq!((office.names("new"), office.names("cur")), (vec![], vec!["1:2,S".to_owned()]));

        app.clock.advance(std::time::Duration::from_secs(60));
        post(&app, to_many(&app, address, "second")).await;
        app.post_letter(address).await;
        worker::deliver_due(&office.process).await.unwrap();
        let letters = app.letters_to(address).await;
        let second = letters.iter().find(|letter| letter.unique_key.starts_with("second ")).unwrap();
        assert_eq!((second.state, second.attempts), (LetterState::Failed, 0), "no server was asked");
        assert_eq!(second.answer, "not sent: nothing arrives at this address any more");
        let asked = letters.iter().find(|letter| letter.class == LetterClass::Service).unwrap();
        assert_eq!(asked.state, LetterState::Sent);

        let act = app.begin_as("story").await.unwrap();
        assert!(suppressions::lift(&act, &address.parse().unwrap()).await.unwrap());
        assert!(!suppressions::lift(&act, &address.parse().unwrap()).await.unwrap());
        act.commit().await.unwrap();
        office.send(&app, to_many(&app, address, "third")).await;
    })
    .await;
}

#[tokio::test]
async fn a_report_that_nobody_proves_changes_nothing() {
    on_both(async |app| {
        let office = Office::open(&app).await;
        let address = "reader@agra.example";
        let path = office.send(&app, letter_to(&app, address)).await;
        let letter = app.only_letter_to(address).await;
        let token = path.split(['+', '@']).nth(1).unwrap();
        let forged = format!("{}{}", &token[..39], if token.ends_with('a') { 'b' } else { 'a' });
        let returned = format!("Message-ID: <{}@127.0.0.1>\nReturn-Path: <{path}>", letter.id);
        office.put("1", report("bounces@initiatives.example", address, GONE));
        office.put("2", report(&format!("bounces+{forged}@initiatives.example"), address, GONE));
        office.put("3", report(&path.replace("initiatives.example", "evil.example"), address, GONE));
        office.put("4", report("bounces@initiatives.example", address, GONE).replace("Message-ID: <x@y>", &returned));
        assert_eq!(office.look().await, Tally { passed_over: 4, ..Tally::default() });
        assert_eq!(app.only_letter_to(address).await.bounced_at, None);
        assert!(!app.is_suppressed(address).await);
        assert!(office.names("new").is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_report_stops_mail_only_to_the_address_that_it_proves_to_be_dead() {
    on_both(async |app| {
        let office = Office::open(&app).await;
        for (name, reported, fate, returned) in [
            ("spam", "spam@agra.example", "Action: failed\nStatus: 5.7.1", true),
            ("full", "full@agra.example", "Action: failed\nStatus: 5.2.2", true),
            ("expired", "expired@agra.example", "Action: failed\nStatus: 4.4.7", true),
            // Passed on to several, of whom one is gone.
            ("all", "member@agra.example", GONE, true),
            ("slow", "slow@agra.example", "Action: delayed\nStatus: 4.4.1", false),
            ("fine", "fine@agra.example", "Action: delivered\nStatus: 2.1.5", false),
        ] {
            let address = format!("{name}@agra.example");
            let path = office.send(&app, letter_to(&app, &address)).await;
            office.put(name, report(&path, reported, fate));
            let expected = Tally { returned: returned.into(), passed_over: (!returned).into(), ..Tally::default() };
            assert_eq!(office.look().await, expected, "{name}");
            assert_eq!(app.only_letter_to(&address).await.bounced_at.is_some(), returned, "{name}");
            assert!(!app.is_suppressed(&address).await, "{name}");
        }
    })
    .await;
}

#[tokio::test]
async fn what_was_read_once_is_not_done_again_whoever_reads_it() {
    on_both(async |app| {
        let office = Office::open(&app).await;
        let other = app.again_with(|config| config.clone_from(&office.process.config)).await;
        let address = "gone@agra.example";
        let path = office.send(&app, letter_to(&app, address)).await;
        for n in 0..20 {
            office.put(&format!("{n:02}"), report(&path.to_uppercase(), address, GONE));
        }
        let (one, two) = tokio::join!(bounces::look(&office.process), bounces::look(&other));
        assert_eq!(one.unwrap().returned + two.unwrap().returned, 1);
        assert_eq!(office.names("cur").len(), 20);
        assert!(app.is_suppressed(address).await);

        // The process had ended between the commit and the move; and somebody has mended the mailbox since.
        let act = app.begin_as("story").await.unwrap();
        suppressions::lift(&act, &address.parse().unwrap()).await.unwrap();
        act.commit().await.unwrap();
        std::fs::rename(office.maildir.join("cur/00:2,S"), office.maildir.join("new/00")).unwrap();
        std::fs::rename(office.maildir.join("cur/01:2,S"), office.maildir.join("cur/01:2,R")).unwrap();
        assert_eq!(office.look().await, Tally { passed_over: 2, ..Tally::default() });
        assert!(!app.is_suppressed(address).await);
        assert!(office.names("cur").contains(&"01:2,RS".to_owned()));
    })
    .await;
}

#[tokio::test]
async fn whatever_comes_is_put_aside_and_stops_nothing() {
    on_both(async |app| {
        let office = Office::open(&app).await;
        let address = "gone@agra.example";
        let path = office.send(&app, letter_to(&app, address)).await;
        office.put("1-empty", "");
        office.put("2-binary", [0_u8, 159, 146, 150, 0, 13, 10].repeat(1000));
        office.put("3-away", format!("To: {path}\nAuto-Submitted: auto-replied\nSubject: Away\n\nUntil Monday."));
        office.put("4-long", format!("To: {path}\n\n{}", "x".repeat(3 * 1024 * 1024)));
        office.put(
            "5-parts",
            format!("Content-Type: multipart/report; boundary=b\nTo: {path}\n\n{}", "--b\n\n".repeat(50_000)),
        );
        office.put("6-headers", format!("To: {}\n\n", "a,".repeat(200_000)));
        let huge = report(&path, address, GONE).replace("Body\n", &"A line of the letter.\n".repeat(100_000));
        office.put("7-report", huge);
        std::fs::create_dir(office.maildir.join("new/8-folder")).unwrap();
        std::os::unix::fs::symlink("/dev/zero", office.maildir.join("new/9-endless")).unwrap();
        let tally = office.look().await;
        assert_eq!(tally.returned, 1, "{tally:?}");
        assert_eq!((tally.passed_over + tally.unreadable, tally.unreadable), (6, 2), "{tally:?}");
        assert_eq!(office.names("new"), ["8-folder", "9-endless"]);
        assert_eq!(office.names("cur")[..3], ["1-empty:2,FS", "2-binary:2,FS", "3-away:2,S"]);
        assert_eq!(office.look().await, Tally::default());
    })
    .await;
}

#[tokio::test]
async fn the_secretariat_reads_what_came_back_and_lets_letters_go_there_again() {
    on_both(async |app| {
        let office = Office::open(&app).await;
        let address = "gone@agra.example";
        let path = office.send(&app, letter_to(&app, address)).await;
        office.send(&app, letter_to(&app, "fine@agra.example")).await;
        office.put("1", report(&path, address, GONE));
        office.look().await;

        let mut secretariat = app.sign_in(SECRETARIAT).await;
        let list = secretariat.get("/admin/mail?state=bounced").await;
        assert!(list.has(address) && list.has("Came back") && !list.has("fine@agra.example"), "{}", list.main());
        let list = secretariat.get("/admin/mail?state=sent").await;
        assert!(!list.has(address) && list.has("fine@agra.example"), "{}", list.main());
        let letter = format!("/admin/mail/{}", app.only_letter_to(address).await.id);
        let page = secretariat.get(&letter).await;
        for said in ["it could not be delivered", "5.1.1 550 no such user", "Nothing arrives at this address"] {
            assert!(page.has(said), "{said} is missing: {}", page.main());
        }
        let page = secretariat.post_and_follow(&format!("{letter}/lifting"), &[]).await;
        assert!(page.has("Emails go to this address again.") && page.has("Came back"), "{}", page.main());
        assert!(!page.has("Nothing arrives at this address"), "{}", page.main());
        assert!(!app.is_suppressed(address).await);

        let mut administrator = app.sign_in(ADMINISTRATOR).await;
        let trail = administrator.get("/admin/audit").await;
        for said in ["Email came back", "Emails let go to an address again", "since nothing arrives there"] {
            assert!(trail.has(said), "{said} is missing: {}", trail.main());
        }
        assert!(!trail.has(address));
        let state = administrator.get("/admin").await;
        assert!(state.has("1 email came back") && state.has("Came back 1") && state.has("Sent 1"), "{}", state.main());
    })
    .await;
}

#[tokio::test]
async fn a_server_that_knows_no_such_mailbox_says_the_same_at_once() {
    on_both(async |app| {
        let office = Office::open(&app).await;
        for name in ["refused", "refused-late"] {
            app.post_letter(&format!("{name}@agra.example")).await;
        }
        worker::deliver_due(&office.process).await.unwrap();
        assert!(app.is_suppressed("refused@agra.example").await, "550 5.1.1");
        assert!(!app.is_suppressed("refused-late@agra.example").await, "554 5.6.0 is about the letter");
    })
    .await;
}

#[tokio::test]
async fn a_folder_that_is_no_maildir_and_an_address_too_long_are_refused_at_start() {
    on_both(async |app| {
        for (folder, path, said) in [
            ("nowhere", "bounces@a.example", "expected a Maildir folder"),
            ("bounces", "an-address-that-is-too-long@a.example", "return_path: before the @"),
        ] {
            let office = Office::open(&app).await;
            let wrong = app
                .again_with(|config| {
                    config.clone_from(&office.process.config);
                    config.bounces = Some(app.folder.path().join(folder));
                    config.return_path = Some(path.to_owned());
                })
                .await;
            let refused = wrong.post_office.check(&wrong.config).unwrap_err();
            assert!(refused.contains(said), "{refused}");
        }
    })
    .await;
}
