//! Malformed, oversized, hostile or stale input: a clear page, the right status, and nothing lost. What belongs to one slice
//! alone is told beside it (files, forms, reviews, log-in); here stands what holds for all of them.

use axum::{body::Body, http::Request};
use initiatives::{
    guidelines::{Answer, Value},
    proposals::{
        actions::{saving, standing, steering},
        eligibility::Check,
        rules::{Audience, Outcome},
    },
};
use sea_orm::{ConnectionTrait, Database};

use crate::{
    access::routes::declared,
    letters_posted::does,
    proposals::verbs::decision,
    support::{Browser, Page, TestApp, on_both, proposals::complete_answers},
};

const OWNER: &str = "official@agra.example";
const HOUSE: &str = "secretariat@metropolis.example";
const SCRIPT: &str = "<script>alert(1)</script>";

/// What a page of ours with a fault looks like: words in its own frame.
fn is_our_page(page: &Page) -> bool {
    page.text.contains("<html lang=\"") && page.text.contains("</main>")
}

#[tokio::test]
async fn no_form_of_another_site_is_taken_by_any_door() {
    on_both(async |app| {
        let mut house = app.sign_in(HOUSE).await;
        let mails = "/unsubscribe/{token}";
        let doors = declared().into_iter().filter_map(|route| route.strip_prefix("POST ").map(str::to_owned));
        for door in doors.filter(|door| door != mails) {
            let address = door.replace(['{', '}'], "");
            for (header, value) in
                [("sec-fetch-site", "cross-site"), ("origin", "https://evil.example"), ("x-none", "")]
            {
                let request = Request::post(&address).header(header, value);
                let request = request.header("content-type", "application/x-www-form-urlencoded");
                let page = house.send(request.body(Body::from("version=1")).unwrap()).await;
                assert_eq!(page.status, 403, "{door} took a form with {header}: {value}");
            }
        }
        assert_eq!(house.get("/account").await.status, 200, "none of them did anything: nobody was logged out");
    })
    .await;
}

#[tokio::test]
async fn a_form_beyond_all_measure_is_refused_with_a_page() {
    on_both(async |app| {
        let mut visitor = app.browser();
        let body = format!("email={}&password=x", "a".repeat(2 * 1024 * 1024));
        let request = Request::post("/login")
            .header("sec-fetch-site", "same-origin")
            .header("content-type", "application/x-www-form-urlencoded")
            .body(Body::from(body))
            .unwrap();
        let page = visitor.send(request).await;
        assert_eq!(page.status, 413, "{}", page.words());
        assert!(is_our_page(&page));
    })
    .await;
}

/// What is asked of lists by links that are old, cut off, or made by hand.
const QUERIES: [&str; 24] = [
    "after=",
    "after=nobody",
    "after=%00",
    "before=%ff%fe",
    "after=99999999999999999999.x",
    "page=-1&page=2",
    "page=-1",
    "page=0",
    "page=99999999999999999999",
    "q=%",
    "q=%zz",
    "q=%00",
    "q=%%0000",
    "theme=%%0000&city=%%0000",
    "view=map&at=%ff,&zoom=-1&page=7",
    "q=%F0%9F%98%80",
    "q=%27%20OR%201%3D1%20--",
    "q=%22*%22%20NEAR%28a",
    "q=a&q=b",
    "theme=%3Cb%3E&country=XX&state=nowhere&sort=up",
    "call=none&reviewer=none&who=everybody",
    "lang=tlh",
    "lang=",
    "&&&=&",
];

#[tokio::test]
async fn a_list_answers_any_query() {
    on_both(async |app| {
        app.under_review().await;
        let mut people = [app.browser(), app.sign_in(OWNER).await, app.sign_in(HOUSE).await];
        let lists: [&[&str]; 3] = [
            &[
                "/",
                "/initiatives",
                "/initiatives/themes/governance",
                "/map",
                "/calls",
                "/publications",
                "/data",
                "/contact",
                "/feed.atom",
                "/data/initiatives.json",
                "/data/initiatives.csv",
                "/data/initiatives.geojson",
                "/sitemap.xml",
                "/calls.ics",
            ],
            &["/proposals", "/proposals/new"],
            &["/desk", "/desk/calls", "/desk/people", "/desk/organisations"],
        ];
        for (person, lists) in people.iter_mut().zip(lists) {
            for list in lists {
                let long = format!("q={}", "sea+".repeat(1_500));
                for query in QUERIES.iter().copied().chain([long.as_str()]) {
                    let page = person.get(&format!("{list}?{query}")).await;
                    assert_eq!(page.status, 200, "{list}?{query}: {}", page.words());
                }
                let page = person.get(&format!("{list}?q=%3Cscript%3Ealert(1)%3C/script%3E")).await;
                assert!(!page.text.contains(SCRIPT), "{list} writes what was looked for as it stands");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn whatever_a_visitor_accepts_a_page_is_a_page() {
    on_both(async |app| {
        for accept in ["*/*", "application/json", "image/png;q=1", "text/nothing;q=0", ";;;", "€"] {
            for path in ["/", "/initiatives?q=sea", "/map", "/data"] {
                let request = Request::get(path).header("accept", accept.as_bytes());
                let page = app.browser().send(request.body(Body::empty()).unwrap()).await;
                assert_eq!((page.status, is_our_page(&page)), (200, true), "{path} for {accept}");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn a_language_that_is_none_of_ours_is_english() {
    on_both(async |app| {
        for wish in ["tlh", "*", "fr;q=0, tlh", ";;;", "xx-YY-zz;q=nonsense", "€"] {
            let mut visitor = app.browser();
            visitor.set_cookie("lang", "nonsense");
            wish.clone_into(&mut visitor.language);
            let request = Request::get("/?lang=%00").header("accept-language", wish.as_bytes());
            let page = visitor.send(request.body(Body::empty()).unwrap()).await;
            assert_eq!(page.status, 200, "{wish}");
            assert!(page.text.contains("<html lang=\"en\""), "{wish}");
        }
    })
    .await;
}

#[tokio::test]
async fn an_address_that_names_nothing_is_a_page_that_says_so() {
    on_both(async |app| {
        let reference = app.under_review().await;
        let mut house = app.sign_in(HOUSE).await;
        for address in [
            "/proposals/MI-2014-1x",
            "/proposals/MI-99999999999999999999-1",
            "/proposals/%00",
            "/proposals/..%2F..%2Fetc",
            "/proposals/%F0%9F%98%80/submissions/1",
            "/desk/proposals/mi-2014-001/review",
            "/desk/proposals/%ff",
            "/desk/people/1",
            "/desk/people/00000000-0000-0000-0000-000000000000",
            "/desk/organisations/%27",
            "/desk/calls/%00",
            "/initiatives/%00",
            "/initiatives/-/files/1",
            "/initiatives/%ff/card.png",
            "/initiatives/cities/%00",
            "/initiatives/cities/xx-%F0%9F%98%80",
            "/initiatives/themes/%ff",
            "/publications/%00",
            "/publications/%ff/cover",
            "/contact/%00",
            "/calls/%ff",
            "/guidelines/%00",
            "/invitations/%00",
            "/password-reset/%ff",
            "/partners/%00",
            "/unsubscribe/AAAA",
            "/assets/x/../../Cargo.toml",
        ] {
            let page = house.get(address).await;
            assert_eq!(page.status, 404, "{address}: {}", page.words());
            assert!(is_our_page(&page) || address.starts_with("/assets"), "{address}");
        }
        for number in ["0", "-1", "2", "99999999999999999999", "one"] {
            let page = house.get(&format!("/proposals/{reference}/submissions/{number}")).await;
            assert_eq!(page.status, 404, "submission {number}");
        }
    })
    .await;
}

/// A proposal into which someone wrote a page of their own, wherever one can write.
async fn with_markup_everywhere(app: &TestApp) -> String {
    let reference = app.complete_draft().await;
    let mut answers = complete_answers(&*app.definition().await);
    for field in ["title", "short_title", "aim", "description", "lead_city"] {
        let text = format!("{field} {SCRIPT}\"><img src=x>");
        answers.insert(field.parse().unwrap(), Answer::Value(Value::Text(text.chars().take(40).collect())));
    }
    app.act(OWNER, async |act, actor| saving::set(act, actor, &reference, answers, &[]).await).await.unwrap();
    app.submit(&reference).await;
    for audience in [Audience::Internal, Audience::Reviewers, Audience::Applicant] {
        app.say(HOUSE, &reference, audience, SCRIPT).await;
    }
    app.say(OWNER, &reference, Audience::Applicant, SCRIPT).await;
    does!(app, HOUSE, reference, |act, actor, t| standing::check_eligibility(
        act,
        actor,
        t.reference,
        Check::first(true, SCRIPT)
    ));
    does!(app, HOUSE, reference, |act, actor, t| steering::start_review(act, actor, t));
    let mut made = decision(Outcome::Approved);
    made.message = SCRIPT.to_owned();
    does!(app, HOUSE, reference, |act, actor, t| steering::approve(act, actor, t, &made));
    reference.to_string()
}

#[tokio::test]
async fn markup_in_a_field_is_text_wherever_it_shows() {
    on_both(async |app| {
        let reference = with_markup_everywhere(&app).await;
        let parsed = reference.parse().unwrap();
        let slug = app.case(OWNER, &parsed).await.unwrap().proposal.slug.unwrap();
        let mut pages = Vec::new();
        let mut read = async |browser: &mut Browser, addresses: &[String]| {
            for address in addresses {
                let page = browser.get(address).await;
                assert_eq!(page.status, 200, "{address}");
                pages.push((address.clone(), page));
            }
        };
        let public = ["/".to_owned(), "/initiatives".to_owned(), format!("/initiatives/{slug}")];
        read(&mut app.browser(), &public).await;
        let own = ["", "/text", "/submissions/1"].map(|end| format!("/proposals/{reference}{end}"));
        read(&mut app.sign_in(OWNER).await, &own).await;
        read(&mut app.sign_in(OWNER).await, &["/proposals".to_owned()]).await;
        read(&mut app.sign_in(HOUSE).await, &["/desk".to_owned(), format!("/desk/proposals/{reference}")]).await;
        read(&mut app.sign_in(HOUSE).await, &[format!("/proposals/{reference}/discussion")]).await;
        for (address, page) in pages {
            assert!(!page.text.contains("<script>alert"), "{address} runs what someone wrote");
            assert!(!page.text.contains("<img src=x"), "{address} holds an element that someone wrote");
            assert!(
                page.text.contains("&#60;script") || page.text.contains("&lt;script"),
                "{address} shows it as text"
            );
        }
    })
    .await;
}

#[tokio::test]
async fn a_reason_typed_on_an_old_page_comes_back() {
    on_both(async |app| {
        let reference = app.submitted().await;
        let seen = app.seen(&reference).await;
        let mut owner = app.sign_in(OWNER).await;
        does!(app, HOUSE, reference, |act, actor, t| standing::check_eligibility(
            act,
            actor,
            t.reference,
            Check::first(true, "")
        ));
        does!(app, HOUSE, reference, |act, actor, t| steering::start_review(act, actor, t));
        let form = [("version", &*seen.to_string()), ("reason", "The council voted against it.")];
        let page = owner.post(&format!("/proposals/{reference}/withdrawal"), &form).await;
        assert_eq!(page.status, 409, "{}", page.words());
        assert!(page.has("The council voted against it."), "what was typed is lost: {}", page.words());
        // Posted again from the page that says so, it is done.
        let version = page.field("version").unwrap();
        let form = [("version", version.as_str()), ("reason", "The council voted against it.")];
        assert_eq!(owner.post(&format!("/proposals/{reference}/withdrawal"), &form).await.status, 303);
    })
    .await;
}

/// Takes the database away: on PostgreSQL it is dropped under the service's feet, on SQLite its connections are closed.
async fn without_database(app: &TestApp) {
    let url = app.config.database_url();
    if !app.db.is_postgres() {
        app.db.clone().close().await;
        return;
    }
    let mut server = url::Url::parse(&url).unwrap();
    let name = server.path().trim_start_matches('/').to_owned();
    server.set_path("postgres");
    let server = Database::connect(server.as_str()).await.unwrap();
    server.execute_unprepared(&format!("DROP DATABASE {name} WITH (FORCE)")).await.unwrap();
}

#[tokio::test]
async fn without_a_database_there_is_a_page_and_the_watch_is_told() {
    on_both(async |app| {
        let mut owner = app.sign_in(OWNER).await;
        assert_eq!(app.browser().get("/health/ready").await.status, 200);
        without_database(&app).await;
        assert_eq!(app.browser().get("/health/ready").await.status, 503);
        assert_eq!(app.browser().get("/health/live").await.status, 200, "the process itself is well");
        let page = app.browser().get("/initiatives?lang=fr").await;
        assert_eq!(page.status, 503, "{}", page.words());
        assert!(is_our_page(&page) && page.text.contains("<html lang=\"fr\""), "{}", page.text);
        let page = owner.get("/proposals").await;
        assert_eq!(page.status, 503, "{}", page.words());
        assert!(!page.words().contains("sqlx") && !page.words().contains("database \""), "{}", page.words());
    })
    .await;
}
