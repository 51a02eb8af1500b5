//! Pages that are kept: the same for all visitors without a session, sent as they were made, and never older than what they tell.

use std::{
    collections::BTreeSet,
    time::{Duration, Instant},
};

use futures::future::join_all;
use initiatives::{
    act::TOLD_AFTER,
    calls::{
        self, Window,
        actions::{Past, answering, extending},
    },
    guidelines,
    proposals::actions::steering::{self, Target},
    words::Locale,
};
use sea_orm::{ConnectionTrait, Statement};

use crate::{
    answers::answered,
    content,
    programs::{self, ask, said, slug},
    public_texts, publications,
    support::{Browser, Page, on_both, on_sqlite, proposals::CLOSES},
};

const HOUSE: &str = "secretariat@metropolis.example";
const SECOND: Duration = Duration::from_secs(1);
const MILLISECOND: Duration = Duration::from_millis(1);

/// Pages that everybody gets the same, whatever there is.
const KEPT: [&str; 13] = [
    "/",
    "/initiatives",
    "/initiatives?theme=sustainability&q=roofs",
    "/initiatives/themes/sustainability",
    "/map",
    "/publications",
    "/benefits",
    "/about",
    "/privacy",
    "/accessibility",
    "/calls",
    "/calls/2014",
    "/guidelines/2014",
];

fn is_kept(page: &Page) -> bool {
    let (kept, tagged) = (said(page, "cache-control") == "no-cache", !said(page, "etag").is_empty());
    assert_eq!(kept, tagged, "{:?}", page.headers);
    kept
}

#[tokio::test]
async fn a_page_is_made_once_and_whoever_has_it_is_told_so() {
    on_both(async |app| {
        let reference = app.under_review().await;
        app.approve_and_tell(&reference).await;
        let own = format!("/initiatives/{}", slug(&app, &reference).await);
        let mut visitor = app.browser();
        for path in KEPT.into_iter().chain([own.as_str()]) {
            let first = visitor.get(path).await;
            assert_eq!(first.status, 200, "{path}");
            assert!(is_kept(&first), "{path}");
            assert_eq!(said(&first, "vary"), "Accept-Encoding, Accept-Language, Cookie", "{path}");
            assert_eq!(app.cost(&mut visitor, path).await, 0, "{path} asks more than whether anything has changed");
            let (again, etag) = (visitor.get(path).await, said(&first, "etag"));
            assert_eq!((&again.text, &said(&again, "etag")), (&first.text, &etag), "{path}");
            for known in [etag.clone(), format!("W/{etag}"), format!("\"other\", {etag}"), "*".to_owned()] {
                let known = ask(&mut visitor, "GET", path, &[("if-none-match", &known)]).await;
                assert_eq!((known.status, known.text.as_str()), (304, ""), "{path}");
                assert_eq!((said(&known, "etag"), is_kept(&known)), (etag.clone(), true), "{path}");
            }
            let other = ask(&mut visitor, "GET", path, &[("if-none-match", "\"other\"")]).await;
            assert_eq!((other.status, &other.text), (200, &first.text), "{path}");
        }
    })
    .await;
}

/// Somebody who has read a page reads at once what `change` brings.
async fn reads(visitor: &mut Browser, path: &str, words: &str, change: impl Future<Output = ()>) {
    let before = visitor.get(path).await;
    assert!(is_kept(&before) && !before.has(words), "{path}: {}", before.main());
    change.await;
    let after = visitor.get(path).await;
    assert!(is_kept(&after) && after.has(words), "{path} does not say “{words}”: {}", after.main());
}

#[tokio::test]
async fn whatever_becomes_of_an_initiative_is_read_at_once_in_every_process() {
    on_both(async |app| {
        let reference = Box::pin(app.under_review()).await;
        let mut house = app.sign_in(HOUSE).await;
        let other = app.again().await;
        let visitor = &mut other.browser();
        for path in ["/", "/map"] {
            assert!(!visitor.get(path).await.has("Cool Roofs"), "{path}");
        }
        Box::pin(reads(visitor, "/initiatives", "Cool Roofs", app.approve_and_tell(&reference))).await;
        for path in ["/", "/map"] {
            assert!(visitor.get(path).await.has("Cool Roofs"), "{path}");
        }
        let own = format!("/initiatives/{}", slug(&app, &reference).await);
        let corrected = async {
            let text = [("aim", "Roofs that stay cool."), ("note", "Shorter")];
            assert_eq!(public_texts::edit(&mut house, &reference, "en", &text).await.status, 303);
        };
        Box::pin(reads(visitor, &own, "Roofs that stay cool.", corrected)).await;
        let title = "Un millier de toits";
        Box::pin(reads(visitor, &own, title, programs::publish_news(&app, &reference, title))).await;
        Box::pin(reads(visitor, &own, "Started running", app.start_and_tell(&reference))).await;

        let another = Box::pin(app.under_review()).await;
        Box::pin(app.approve_and_tell(&another)).await;
        let theirs = format!("/initiatives/{}", slug(&app, &another).await);
        assert!(is_kept(&visitor.get(&theirs).await));
        let target = Target { reference: &another, seen: app.seen(&another).await };
        app.act(HOUSE, async |act, actor| steering::revise(act, actor, target, "A mistake.").await).await.unwrap();
        assert_eq!(visitor.get(&theirs).await.status, 404, "it is public no more");
    })
    .await;
}

#[tokio::test]
async fn whatever_else_is_published_is_read_at_once_in_every_process() {
    on_both(async |app| {
        let call = app.call().await;
        let mut house = app.sign_in(HOUSE).await;
        let other = app.again().await;
        let visitor = &mut other.browser();
        let extended = async {
            app.act(HOUSE, async |act, _| {
                let seen = calls::by_id(act.tx(), call).await?.unwrap().version;
                let until = CLOSES + Duration::from_secs(7 * 86_400);
                extending::extend(act, call, seen, until, "A holiday.", Locale::En).await.map(|_| ())
            })
            .await
            .unwrap();
        };
        assert!(visitor.get("/calls").await.has("Open until 15 May 2014"));
        reads(visitor, "/calls/2014", "22 May 2014, 23:59", extended).await;
        assert!(visitor.get("/calls").await.has("Open until 22 May 2014"));
        let answer = async {
            let text = answered("May two cities apply?", "They may.");
            app.act(HOUSE, async |act, _| answering::publish(act, call, act.id(), &text, Locale::En).await)
                .await
                .unwrap();
        };
        reads(visitor, "/calls/2014", "May two cities apply?", answer).await;
        let newer = async {
            let source = include_str!("../../seeds/guidelines/2014.toml");
            let source = source.replace("\nversion = 1\n", "\nversion = 2\n");
            let source = source.replace("Metropolis Initiatives Guidelines 2014", "The second edition");
            let act = app.begin_as("story").await.unwrap();
            guidelines::keep(&act, &source, "2014.toml").await.unwrap();
            act.commit().await.unwrap();
        };
        reads(visitor, "/guidelines/2014", "The second edition", newer).await;
        reads(visitor, "/privacy", "Your data", content::save(&mut house, "0", &[])).await;

        reads(visitor, "/publications", "Report 2014", async {
            assert_eq!(publications::add(&mut house, &[], &[]).await.status, 303);
        })
        .await;
        assert!(is_kept(&visitor.get("/publications/report-2014").await));
        let hidden = [("publication", "report-2014"), ("shown", "no")];
        reads(visitor, "/publications", "No publication yet", async {
            assert_eq!(house.post("/desk/publications/visibility", &hidden).await.status, 303);
        })
        .await;
        assert_eq!(visitor.get("/publications/report-2014").await.status, 404);
    })
    .await;
}

#[tokio::test]
async fn of_many_who_ask_at_once_nobody_reads_what_was_before() {
    on_both(async |app| {
        let mut house = app.sign_in(HOUSE).await;
        for n in 0..5 {
            let title = format!("Your data, told {n} times");
            content::save(&mut house, &n.to_string(), &[("privacy.title.en", &title)]).await;
            let visitors = (0..20).map(|_| async { app.browser().get("/privacy").await });
            for page in join_all(visitors).await {
                assert!(page.has(&title), "{}", page.main());
            }
        }
    })
    .await;
}

#[tokio::test]
async fn whoever_changes_something_is_told_once_no_process_says_any_more_what_was_before() {
    on_both(async |app| {
        app.sign_in(HOUSE).await;
        let call = app.call().await;
        let begun = app
            .act(HOUSE, async |act, _| {
                answering::publish(act, call, act.id(), &answered("May two apply?", "They may."), Locale::En).await?;
                Ok(Instant::now())
            })
            .await
            .unwrap();
        assert!(begun.elapsed() >= TOLD_AFTER);
    })
    .await;
}

#[tokio::test]
async fn a_call_opens_and_closes_on_every_page_in_its_own_millisecond() {
    on_both(async |app| {
        let first = app.call().await;
        let mut terms = calls::by_id(app.db.read(), first).await.unwrap().unwrap().terms().unwrap();
        let opens = app.now() + 3_600 * SECOND;
        (terms.slug, terms.year) = ("2015".parse().unwrap(), 2015);
        terms.window = Window::new(opens, CLOSES + 86_400 * SECOND, Duration::ZERO).unwrap();
        let act = app.begin_as("story").await.unwrap();
        calls::actions::ensure(&act, &terms, Past::default()).await.unwrap();
        act.commit().await.unwrap();

        let mut visitor = app.browser();
        let start = "/proposals/new?call=2015";
        assert!(is_kept(&visitor.get("/calls/2015").await));
        app.clock.advance(3_600 * SECOND - MILLISECOND);
        assert!(!visitor.get("/calls/2015").await.text.contains(start), "not yet");
        app.clock.advance(MILLISECOND);
        assert!(visitor.get("/calls/2015").await.text.contains(start), "now");

        app.clock.advance(CLOSES - app.now() - 3_600 * SECOND);
        let told = |page: &Page| page.each_after("data-server-now=\"").remove(0);
        let page = visitor.get("/calls/2014").await;
        app.clock.advance(35 * SECOND);
        assert_eq!(told(&visitor.get("/calls/2014").await), told(&page), "an hour is told to the minute");
        app.clock.advance(SECOND);
        assert_ne!(told(&visitor.get("/calls/2014").await), told(&page));
        app.clock.advance(CLOSES - app.now());
        for (path, open, closed) in [
            ("/calls", "Open until 15 May 2014, 23:59", "Closed since 15 May 2014, 23:59"),
            ("/calls/2014", "You will be asked to log in.", "Closed Metropolis Initiatives 2014"),
        ] {
            let before = visitor.get(path).await;
            assert!(before.has(open) && !before.has(closed), "{path}: {}", before.main());
        }
        app.clock.advance(MILLISECOND);
        for (path, closed) in
            [("/calls", "Closed since 15 May 2014, 23:59"), ("/calls/2014", "Closed Metropolis Initiatives 2014")]
        {
            let after = visitor.get(path).await;
            assert!(after.has(closed), "{path}: {}", after.main());
        }
    })
    .await;
}

#[tokio::test]
async fn whoever_has_a_session_gets_a_page_of_their_own_which_nobody_else_sees() {
    on_both(async |app| {
        let mut visitor = app.browser();
        let theirs = visitor.get("/about").await;
        let mut house = app.sign_in(HOUSE).await;
        for path in ["/", "/about"] {
            let own = ask(&mut house, "GET", path, &[("if-none-match", "*")]).await;
            assert!(own.status == 200 && own.has("Clara Soler") && !is_kept(&own), "{path}: {:?}", own.headers);
            assert_eq!(said(&own, "cache-control"), "no-store");
            assert!(!visitor.get(path).await.has("Clara Soler"), "{path}");
        }
        assert_eq!(visitor.get("/about").await.text, theirs.text);
        // The message waits for whoever has logged out, and so does the clue of the session.
        let out = house.post_and_follow("/logout", &[]).await;
        assert!(out.has("You are logged out.") && !is_kept(&out), "{}", out.words());
        for path in ["/", "/about"] {
            assert!(!app.browser().get(path).await.has("You are logged out."), "{path}");
            assert!(!is_kept(&house.get(path).await), "{path}");
        }
    })
    .await;
}

#[tokio::test]
async fn each_language_has_its_page_and_whoever_chooses_one_gets_it_with_the_cookie() {
    on_both(async |app| {
        let (mut visitor, mut french) = (app.browser(), app.browser());
        french.language = "fr-CA, en;q=0.5".to_owned();
        let is = |page: &Page, language: &str| page.text.contains(&format!("<html lang=\"{language}\""));
        assert!(is(&visitor.get("/about").await, "en") && is(&french.get("/about").await, "fr"));
        let chosen = visitor.get("/about?lang=es").await;
        assert!(is(&chosen, "es") && !is_kept(&chosen) && said(&chosen, "set-cookie").contains("lang=es"));
        let stays = visitor.get("/about").await;
        assert!(is(&stays, "es") && is_kept(&stays) && said(&stays, "set-cookie").is_empty());
        assert!(is(&app.browser().get("/about").await, "en") && is(&french.get("/about").await, "fr"));
        let nobodys = app.browser().get("/about?lang=xx").await;
        assert!(is(&nobodys, "en") && is_kept(&nobodys), "a language that we do not speak says nothing");
        assert_eq!(said(&nobodys, "etag"), said(&app.browser().get("/about?&").await, "etag"));
    })
    .await;
}

#[tokio::test]
async fn a_page_is_sent_plain_or_compressed_and_its_head_alone() {
    on_sqlite(async |app| {
        let mut visitor = app.browser();
        let length = |page: &Page| said(page, "content-length").parse::<usize>().unwrap();
        for order in [["GET", "HEAD"], ["HEAD", "GET"]] {
            let path = if order[0] == "GET" { "/about" } else { "/privacy" };
            let mut tags = BTreeSet::new();
            for (codings, coding) in [("", ""), ("br, gzip;q=0.8", "gzip"), ("br, gzip;q=0", ""), ("*", "gzip")] {
                let mut pages = Vec::new();
                for method in order {
                    pages.push((method, ask(&mut visitor, method, path, &[("accept-encoding", codings)]).await));
                }
                for (method, page) in &pages {
                    assert!(is_kept(page) && page.status == 200, "{method} {path} {codings}");
                    assert_eq!(said(page, "content-encoding"), coding, "{method} {path} {codings}");
                    assert_eq!(page.text.is_empty(), *method == "HEAD", "{method} {path} {codings}");
                    tags.insert((coding, length(page), said(page, "etag")));
                }
            }
            let tags: Vec<_> = tags.into_iter().collect();
            assert_eq!(tags.len(), 2, "one page of each kind, with its own tag: {tags:?}");
            assert!(tags[0].1 > 2 * tags[1].1 && tags[0].2 != tags[1].2, "{tags:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn what_is_not_the_same_for_all_is_made_anew_each_time() {
    on_both(async |app| {
        app.call().await;
        let mut visitor = app.browser();
        let long = format!("/initiatives?q={}", "x".repeat(10_000));
        for path in [&*long, "/contact", "/subscriptions", "/receipts", "/data", "/login"] {
            let page = visitor.get(path).await;
            assert_eq!((page.status, is_kept(&page)), (200, false), "{path}");
            assert_eq!(said(&page, "cache-control"), "no-store", "{path}");
        }
        for path in ["/initiatives/none", "/calls/none", "/initiatives/", "/nowhere"] {
            let page = visitor.get(path).await;
            assert_eq!((page.status, is_kept(&page)), (404, false), "{path}");
        }
        let script = ask(&mut visitor, "GET", "/about", &[("accept", "application/json")]).await;
        assert!(!is_kept(&script));
        let definition = visitor.get("/guidelines/2014.json").await;
        assert_eq!(said(&definition, "cache-control"), "public, max-age=300, must-revalidate");
    })
    .await;
}

/// Tables whose every change may change a page for everybody.
const SHOWN: &str = "call_answers calls catalogue_changes guidelines news organisations public_texts publication_files \
    publication_initiatives publications texts";

/// What changes of an Initiative only together with the number of the catalogue's changes.
const WITH_THE_CATALOGUE: &str = "catalogue_entries proposals search_texts transitions";

/// What no page for everybody shows anything of.
const OTHERS: &str = "announcements answers assignments attachments audit_events co_editors conflicts \
    contact_messages decisions eligibilities extensions gathered habits late_attempts letter_texts letter_wordings letter_words marks \
    memberships mentions message_versions messages news_versions notes notice_choices organisation_contacts outbox \
    outbox_bodies partners pledges preferences proposal_tags public_changes publishing_items publishing_orders \
    reminders requests review_versions reviewer_profiles reviews saved_views saves seaql_migrations sessions \
    spent_challenges staff_roles submissions subscribers subscriptions suppressions tags text_versions \
    thread_readers threads throttles tokens users";

#[tokio::test]
async fn every_table_is_known_to_be_shown_to_everybody_or_not() {
    on_both(async |app| {
        let [tables, triggers] = if app.db.is_postgres() {
            [
                "SELECT CAST(tablename AS text) AS name FROM pg_tables WHERE schemaname = 'public'",
                "SELECT CAST(event_object_table AS text) AS name FROM information_schema.triggers \
                    WHERE action_statement LIKE '%public_changed%'",
            ]
        } else {
            [
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' \
                    AND name NOT LIKE 'search_index%'",
                "SELECT tbl_name AS name FROM sqlite_master WHERE type = 'trigger' AND sql LIKE '%public_changes%'",
            ]
        };
        let names = async |question: &str| {
            let question = Statement::from_string(app.db.read().get_database_backend(), question.to_owned());
            let rows = app.db.read().query_all_raw(question).await.unwrap();
            rows.iter().map(|row| row.try_get("", "name").unwrap()).collect::<Vec<String>>()
        };
        let (tables, triggers) = (names(tables).await, names(triggers).await);
        let known: BTreeSet<&str> =
            [SHOWN, WITH_THE_CATALOGUE, OTHERS].into_iter().flat_map(str::split_whitespace).collect();
        let found: BTreeSet<&str> = tables.iter().map(String::as_str).collect();
        assert_eq!(found, known, "say of a new table whether pages for everybody show it (docs/architecture.md)");
        // Three of each: for what is added, changed and removed.
        let mut raised: Vec<&str> = triggers.iter().map(String::as_str).collect();
        raised.sort_unstable();
        let expected: Vec<&str> = SHOWN.split_whitespace().flat_map(|table| [table; 3]).collect();
        assert_eq!(raised, expected);
    })
    .await;
}
