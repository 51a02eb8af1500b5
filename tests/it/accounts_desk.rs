//! People and organisations on the desk: who sees them, and what can be done there.

use initiatives::accounts::{StaffRole, store};

use crate::support::{Browser, PASSWORD, TestApp, on_both};

const OFFICIAL: &str = "official@agra.example";
const REVIEWER: &str = "reviewer1@jury.example";
const SECRETARIAT: &str = "secretariat@metropolis.example";
const ADMINISTRATOR: &str = "admin@metropolis.example";

#[tokio::test]
async fn for_those_who_do_not_keep_them_there_are_no_such_pages() {
    on_both(async |app| {
        let official = app.person(OFFICIAL).await;
        let page = format!("/desk/people/{official}");
        let organisations = ["/desk/organisations", "/desk/organisations/agra", "/desk/organisations/agra/members"];
        let people = ["/desk/people", "/desk/people/new", page.as_str()];
        for (who, sees_organisations, sees_people) in [
            (OFFICIAL, 404, 404),
            ("editor@agra.example", 404, 404),
            (REVIEWER, 404, 404),
            (SECRETARIAT, 200, 200),
            (ADMINISTRATOR, 404, 200),
        ] {
            let mut browser = app.sign_in(who).await;
            for path in organisations {
                assert_eq!(browser.get(path).await.status, sees_organisations, "{who} at {path}");
            }
            for path in people {
                assert_eq!(browser.get(path).await.status, sees_people, "{who} at {path}");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn for_those_who_do_not_keep_them_the_buttons_do_nothing() {
    on_both(async |app| {
        let official = app.person(OFFICIAL).await;
        let page = format!("/desk/people/{official}");
        for who in ["submitter@agra.example", REVIEWER] {
            let mut browser = app.sign_in(who).await;
            for button in ["roles", "roles/reviewer/end", "disabling", "enabling", "invitation"] {
                let answer = browser.post(&format!("{page}/{button}"), &[("role", "reviewer")]).await;
                assert_eq!(answer.status, 404, "{who} at {button}");
            }
            for path in ["/desk/people/new", "/desk/organisations/new", "/desk/organisations/agra/members"] {
                assert_eq!(browser.post(path, &[]).await.status, 404, "{who} at {path}");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn the_secretariat_adds_an_organisation_and_invites_its_first_owner() {
    on_both(async |app| {
        let mut secretariat = app.sign_in(SECRETARIAT).await;
        let page = secretariat.post("/desk/organisations/new", &[("name", "Lumara <1>"), ("lat", "north")]).await;
        assert_eq!(page.status, 422);
        assert_eq!(page.field("lat").unwrap(), "north");
        let form = [
            ("name", "Ciudad de Lumara"),
            ("kind", "member_city"),
            ("city", "Lumara"),
            ("country", "PH"),
            ("lat", "11,42"),
            ("lon", "124.61"),
            ("website", ""),
        ];
        let page = secretariat.post("/desk/organisations/new", &form).await;
        assert_eq!(page.location(), "/desk/organisations/ciudad-de-lumara/members", "{}", page.words());
        let invitation =
            [("email", "mayor@lumara.example"), ("name", "Inés Ríos"), ("role", "owner"), ("locale", "es")];
        let page = secretariat.post_and_follow(page.location(), &invitation).await;
        assert!(page.has("Inés Ríos") && page.has("Invited"), "{}", page.words());
        assert!(app.only_letter_to("mayor@lumara.example").await.body_text.contains("Ciudad de Lumara: responsable"));

        let page = secretariat.get("/desk/organisations?q=LÚMARA").await;
        assert!(page.has("Lumara, Philippines") && page.has("Inés Ríos"), "{}", page.words());
        let again = secretariat.post("/desk/organisations/new", &form).await;
        assert_eq!(again.location(), "/desk/organisations/ciudad-de-lumara-2/members");
    })
    .await;
}

#[tokio::test]
async fn of_two_who_edit_an_organisation_the_later_sees_both_texts() {
    on_both(async |app| {
        app.person(OFFICIAL).await;
        let mut secretariat = app.sign_in(SECRETARIAT).await;
        let version = secretariat.get("/desk/organisations/agra").await.field("version").unwrap();
        let form = |city, version| {
            [("name", "Agra"), ("kind", "member_city"), ("city", city), ("country", "IN"), ("version", version)]
        };
        let page = secretariat.post_and_follow("/desk/organisations/agra", &form("Agra Cantonment", &version)).await;
        assert!(page.has("The organisation is saved."));
        let page = secretariat.post("/desk/organisations/agra", &form("Agra Fort", &version)).await;
        assert_eq!(page.status, 409);
        assert!(page.has("Someone else changed it") && page.has("Agra Cantonment, India"), "{}", page.words());
        assert_eq!(page.field("city").unwrap(), "Agra Fort");
        let newer = page.field("version").unwrap();
        assert_eq!(secretariat.post("/desk/organisations/agra", &form("Agra Fort", &newer)).await.status, 303);
    })
    .await;
}

#[tokio::test]
async fn a_disabled_person_is_out_at_once_until_enabled() {
    on_both(async |app| {
        let reviewer = app.person(REVIEWER).await;
        let mut juror = app.sign_in(REVIEWER).await;
        let mut secretariat = app.sign_in(SECRETARIAT).await;
        let page = secretariat.post_and_follow(&format!("/desk/people/{reviewer}/disabling"), &[]).await;
        assert!(page.has("The account is disabled.") && page.has("Enable account"), "{}", page.words());
        assert_eq!(juror.get("/account").await.status, 401);
        let refused = app.browser().log_in(REVIEWER, PASSWORD).await;
        let unknown = app.browser().log_in("nobody@jury.example", PASSWORD).await;
        assert_eq!((refused.status, refused.words()), (unknown.status, unknown.words()));
        app.browser().post("/password-reset", &[("email", REVIEWER)]).await;
        assert!(app.letters_to(REVIEWER).await.is_empty());
        app.person(OFFICIAL).await;
        let form = [("email", REVIEWER), ("name", "Ruth"), ("role", "editor"), ("locale", "en")];
        let page = secretariat.post("/desk/organisations/agra/members", &form).await;
        assert_eq!(page.status, 422);
        assert!(page.has("The account of this person is disabled."), "{}", page.words());
        assert_eq!(page.field("name").unwrap(), "Ruth", "what was typed stays");

        secretariat.post_and_follow(&format!("/desk/people/{reviewer}/enabling"), &[]).await;
        assert_eq!(app.browser().log_in(REVIEWER, PASSWORD).await.status, 303);
    })
    .await;
}

#[tokio::test]
async fn reviewers_are_the_secretariats_to_choose_and_the_house_is_the_administrators() {
    on_both(async |app| {
        let official = app.person(OFFICIAL).await;
        let mut secretariat = app.sign_in(SECRETARIAT).await;
        let mut administrator = app.sign_in(ADMINISTRATOR).await;
        let roles = format!("/desk/people/{official}/roles");
        assert_eq!(secretariat.post(&roles, &[("role", "secretariat")]).await.status, 403);
        assert_eq!(administrator.post(&roles, &[("role", "reviewer")]).await.status, 403);
        secretariat.post_and_follow(&roles, &[("role", "reviewer")]).await;
        administrator.post_and_follow(&roles, &[("role", "secretariat")]).await;
        assert_eq!(app.actor(OFFICIAL).await.staff, [StaffRole::Reviewer, StaffRole::Secretariat]);
        let mut new_one = app.sign_in(OFFICIAL).await;
        assert_eq!(new_one.get("/desk/people").await.status, 200);
        administrator.post_and_follow(&format!("{roles}/secretariat/end"), &[]).await;
        assert_eq!(new_one.get("/desk/people").await.status, 404, "from the next page on");
        assert_eq!(secretariat.post(&roles, &[("role", "emperor")]).await.status, 422);
    })
    .await;
}

#[tokio::test]
async fn the_last_administrator_stays() {
    on_both(async |app| {
        let administrator = app.person(ADMINISTRATOR).await;
        let mut browser = app.sign_in(ADMINISTRATOR).await;
        let page = format!("/desk/people/{administrator}");
        let dismiss = format!("{page}/roles/administrator/end");
        assert_eq!(browser.post(&dismiss, &[]).await.status, 403);
        assert_eq!(browser.post(&format!("{page}/disabling"), &[]).await.status, 403);
        assert!(browser.get(&page).await.has("This is the only administrator."));

        let other = app.person(OFFICIAL).await;
        browser.post_and_follow(&format!("/desk/people/{other}/roles"), &[("role", "administrator")]).await;
        let mut second = app.sign_in(OFFICIAL).await;
        let dismissals =
            [post(&mut browser, format!("/desk/people/{other}/roles/administrator/end")), post(&mut second, dismiss)];
        let statuses = futures::future::join_all(dismissals).await;
        assert!(statuses.contains(&303), "{statuses:?}");
        let mut left = 0;
        for id in [administrator, other] {
            let actor = store::actor(app.db.read(), id).await.unwrap().unwrap();
            left += usize::from(actor.is(StaffRole::Administrator));
        }
        assert_eq!(left, 1, "{statuses:?}");
    })
    .await;
}

async fn post(browser: &mut Browser, path: String) -> u16 {
    browser.post(&path, &[]).await.status
}

#[tokio::test]
async fn people_are_found_by_name_address_and_role_and_paged_by_key() {
    on_both(async |app| {
        app.person("reviewer2@jury.example").await;
        app.person(OFFICIAL).await;
        let mut secretariat = app.sign_in(SECRETARIAT).await;
        let found = secretariat.get("/desk/people?q=eve").await;
        assert!(found.has("Ève Roux") && !found.has("Asha Verma"), "{}", found.words());
        assert!(secretariat.get("/desk/people?q=agra.ex").await.has("Asha Verma"));
        assert!(secretariat.get("/desk/people?q=%25").await.has("Nobody found"), "signs stand for themselves");
        let reviewers = secretariat.get("/desk/people?who=reviewer").await;
        assert!(reviewers.has("Ève Roux") && !reviewers.has("Asha Verma"));
        assert!(secretariat.get("/desk/people?who=officials").await.has("Agra: owner"));
        assert_eq!(secretariat.get("/desk/people?after=nonsense&who=emperor").await.status, 200);

        many_people(&app, 120).await;
        let mut page = secretariat.get("/desk/people?q=number").await;
        let mut seen = Vec::new();
        loop {
            seen.extend((0..120).filter(|n| page.has(&format!("Number {n:03} "))));
            let Some(next) = link(&page.text, "next") else { break };
            page = secretariat.get(&next).await;
        }
        assert_eq!(seen, (0..120).collect::<Vec<_>>());
        let back = link(&page.text, "prev").expect("a way back");
        let page = secretariat.get(&back).await;
        assert!(page.has("Number 050 ") && page.has("Number 099 ") && !page.has("Number 049 "));
    })
    .await;
}

#[tokio::test]
async fn the_lists_ask_the_database_as_often_for_many_as_for_one() {
    on_both(async |app| {
        app.person(OFFICIAL).await;
        let mut secretariat = app.sign_in(SECRETARIAT).await;
        let mut asked = async |path: &str| app.cost(&mut secretariat, path).await;
        let few = (asked("/desk/people").await, asked("/desk/organisations").await);
        many_people(&app, 120).await;
        app.person("official@barcelona.example").await;
        let many = (asked("/desk/people").await, asked("/desk/organisations").await);
        assert_eq!(few, many);
    })
    .await;
}

/// Where the link to the part before or after leads.
fn link(text: &str, rel: &str) -> Option<String> {
    let at = text.find(&format!("rel=\"{rel}\""))?;
    let href = text[at..].split("href=\"").nth(1)?.split('"').next()?;
    Some(href.replace("&#38;", "&").replace("&amp;", "&"))
}

async fn many_people(app: &TestApp, count: u32) {
    use initiatives::{
        accounts::actions::{NewPerson, ensure_person},
        clock::Zone,
        words::Locale,
    };
    let act = app.begin_as("test").await.unwrap();
    for n in 0..count {
        let person = NewPerson {
            email: format!("number{n}@many.example").parse().unwrap(),
            name: format!("Number {n:03} of many"),
            locale: Locale::En,
            zone: Zone::UTC,
        };
        ensure_person(&act, &person, None).await.unwrap();
    }
    act.commit().await.unwrap();
}
