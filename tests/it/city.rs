//! The city as an account: its page, its members and owners, and what it says of itself for every proposal that it starts.

use initiatives::{accounts::store::organisations, entity::membership};
use sea_orm::{EntityTrait, QueryFilter};
use std::time::Duration;

use crate::support::{Browser, PASSWORD, Page, TestApp, new_address, on_both, proposals::CLOSES};

const OWNER: &str = "official@agra.example";
const SUBMITTER: &str = "submitter@agra.example";
const EDITOR: &str = "editor@agra.example";
const OTHER: &str = "official@barcelona.example";
const HOUSE: &str = "secretariat@metropolis.example";
const MEMBERS: &str = "/organisations/agra/members";

/// The browsers of the owner, the submitter and the editor.
async fn agra(app: &TestApp) -> [Browser; 3] {
    [app.sign_in(OWNER).await, app.sign_in(SUBMITTER).await, app.sign_in(EDITOR).await]
}

async fn invite(owner: &mut Browser, email: &str, role: &str) -> Page {
    let form = [("email", email), ("name", "Ana"), ("locale", "en"), ("role", role)];
    owner.post(&format!("{MEMBERS}/new"), &form).await
}

/// The names of those who own Agra.
async fn owners(app: &TestApp) -> Vec<String> {
    use initiatives::{accounts::Role, entity::user};
    use sea_orm::ColumnTrait;
    let agra = organisations::by_slug(app.db.read(), "agra").await.unwrap().unwrap();
    let rows = membership::Entity::find()
        .filter(membership::Column::OrganisationId.eq(agra.id))
        .filter(membership::Column::Role.eq(Role::Owner))
        .find_also_related(user::Entity)
        .all(app.db.read())
        .await
        .unwrap();
    let mut names: Vec<String> = rows.into_iter().filter_map(|(_, person)| Some(person?.name)).collect();
    names.sort();
    names
}

#[tokio::test]
async fn each_of_its_people_sees_its_page_and_nobody_else_does() {
    on_both(async |app| {
        let reference = app.draft().await;
        let [mut owner, mut submitter, mut editor] = agra(&app).await;
        let page = owner.get("/organisations/agra").await;
        assert!(page.has("Agra, India") && page.text.contains(reference.as_str()), "{}", page.words());
        assert!(page.text.contains("/organisations/agra/profile"));
        for browser in [&mut submitter, &mut editor] {
            let page = browser.get("/organisations/agra").await;
            assert!(page.text.contains(reference.as_str()) && !page.text.contains("/profile\""), "{}", page.words());
            let members = browser.get(MEMBERS).await;
            assert!(members.has("Asha Verma") && members.has("Nila Rao"), "{}", members.words());
            assert!(!members.text.contains("/removal") && !members.text.contains("/role\""), "no button that refuses");
            assert!(!members.text.contains("/members/new") && !members.text.contains("/ownership"));
            assert_eq!(browser.get("/organisations/agra/profile").await.status, 404);
        }
        app.share(&reference, "partner@barcelona.example").await;
        for stranger in [OTHER, "partner@barcelona.example", "reviewer1@jury.example", "admin@metropolis.example"] {
            let mut stranger = app.sign_in(stranger).await;
            for hidden in ["/organisations/agra", MEMBERS, "/organisations/agra/profile", "/organisations/nowhere"] {
                assert_eq!(stranger.get(hidden).await.status, 404, "{hidden}");
            }
        }
        assert_eq!(app.sign_in(HOUSE).await.get(MEMBERS).await.status, 200, "the secretariat looks after all");
        assert!(owner.get("/").await.text.contains("href=\"/organisations/agra\""), "it is in the navigation");
    })
    .await;
}

#[tokio::test]
async fn an_owner_invites_gives_roles_and_removes() {
    on_both(async |app| {
        let [mut owner, _, mut editor] = agra(&app).await;
        let address = new_address();
        assert_eq!(invite(&mut owner, &address, "submitter").await.status, 303);
        assert!(app.only_letter_to(&address).await.body_text.contains("Agra"), "the letter says of what");
        assert!(owner.get(MEMBERS).await.has("Invited"));
        let mut newcomer = app.browser();
        let form = [("name", "Ana"), ("password", "a river runs past the hall"), ("locale", "en"), ("zone", "UTC")];
        assert_eq!(newcomer.post(&app.link_to(&address).await, &form).await.status, 303);
        assert_eq!(newcomer.get("/organisations/agra").await.status, 200);

        let id = app.person(EDITOR).await;
        let role = format!("{MEMBERS}/{id}/role");
        assert_eq!(editor.post(&role, &[("role", "owner")]).await.status, 404, "nobody promotes themselves");
        assert!(owner.post_and_follow(&role, &[("role", "submitter")]).await.has("The role is changed."));
        let told = app.only_letter_to(EDITOR).await;
        assert!(told.kind == "role-changed" && told.body_text.contains("Agra"), "{}", told.body_text);
        assert_eq!(owner.post(&role, &[("role", "mayor")]).await.status, 422);

        let removal = format!("{MEMBERS}/{id}/removal");
        assert_eq!(newcomer.post(&removal, &[]).await.status, 404, "an owner's to do");
        assert!(owner.post_and_follow(&removal, &[]).await.has("The person is no longer a member."));
        assert_eq!(owner.post(&removal, &[]).await.status, 404, "twice");
        assert_eq!(app.letters_to(EDITOR).await.last().unwrap().kind, "member-removed");
        assert_eq!(editor.get("/organisations/agra").await.status, 404, "at once");

        assert_eq!(newcomer.post("/organisations/agra/leaving", &[]).await.location(), "/account");
        assert_eq!(newcomer.get("/organisations/agra").await.status, 404);
        let told = app.letters_to(OWNER).await;
        assert!(told.last().unwrap().body_text.contains("Ana has left Agra"), "{}", told.last().unwrap().body_text);
    })
    .await;
}

#[tokio::test]
async fn the_last_owner_stays_whatever_is_tried() {
    on_both(async |app| {
        let [mut owner, ..] = agra(&app).await;
        let mut house = app.sign_in(HOUSE).await;
        let id = app.person(OWNER).await;
        // One who has not accepted yet owns nothing.
        let address = new_address();
        assert_eq!(invite(&mut owner, &address, "owner").await.status, 303);
        let refused = owner.post("/organisations/agra/leaving", &[]).await;
        assert!(refused.status == 403 && refused.has("This is the only owner."), "{}", refused.words());
        let role = format!("{MEMBERS}/{id}/role");
        for who in [&mut owner, &mut house] {
            assert_eq!(who.post(&role, &[("role", "editor")]).await.status, 403);
            assert_eq!(who.post(&format!("{MEMBERS}/{id}/removal"), &[]).await.status, 403);
        }
        let refused = invite(&mut owner, OWNER, "editor").await;
        assert!(refused.status == 422 && refused.has("is a member already"), "{}", refused.words());
        let form = [("email", OWNER), ("name", "Asha"), ("locale", "en"), ("role", "editor")];
        assert_eq!(house.post("/desk/organisations/agra/members", &form).await.status, 422, "nor from the desk");
        let page = owner.get(MEMBERS).await;
        assert!(
            page.has("You cannot leave: you are the only owner.") && !page.text.contains("/leaving\""),
            "{}",
            page.words()
        );
        assert!(!page.text.contains(&role), "no button that leads to a refusal");
        assert_eq!(owner.get("/organisations/agra/profile").await.status, 200, "still the owner");
    })
    .await;
}

#[tokio::test]
async fn of_two_owners_who_leave_at_the_same_moment_one_stays() {
    on_both(async |app| {
        let [mut one, mut other, _] = agra(&app).await;
        let second = app.person(SUBMITTER).await;
        assert_eq!(one.post(&format!("{MEMBERS}/{second}/role"), &[("role", "owner")]).await.status, 303);
        let leaving = "/organisations/agra/leaving";
        let (first, second) = tokio::join!(one.post(leaving, &[]), other.post(leaving, &[]));
        let mut statuses = [first.status, second.status];
        statuses.sort_unstable();
        assert_eq!(statuses, [303, 403], "{} {}", first.words(), second.words());
        assert_eq!(owners(&app).await.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn of_two_owners_who_remove_each_other_at_the_same_moment_one_stays() {
    on_both(async |app| {
        let [mut one, mut other, _] = agra(&app).await;
        let (first, second) = (app.person(OWNER).await, app.person(SUBMITTER).await);
        assert_eq!(one.post(&format!("{MEMBERS}/{second}/role"), &[("role", "owner")]).await.status, 303);
        let (removals, demotion) = (format!("{MEMBERS}/{second}/removal"), format!("{MEMBERS}/{first}/role"));
        let form = [("role", "editor")];
        let (removed, demoted) = tokio::join!(one.post(&removals, &[]), other.post(&demotion, &form));
        // Who came second is no owner any more.
        let mut statuses = [removed.status, demoted.status];
        statuses.sort_unstable();
        assert_eq!(statuses, [303, 404], "{} {}", removed.words(), demoted.words());
        assert_eq!(owners(&app).await.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn ownership_is_handed_over_in_one_step() {
    on_both(async |app| {
        let [mut owner, mut submitter, mut editor] = agra(&app).await;
        let (heir, address) = (app.person(EDITOR).await.to_string(), new_address());
        assert_eq!(invite(&mut owner, &address, "editor").await.status, 303);
        let ownership = "/organisations/agra/ownership";
        let asked = owner.get(ownership).await;
        assert!(asked.has("Nila Rao") && !asked.has("Ana"), "who cannot log in cannot own: {}", asked.words());
        assert_eq!(owner.post(ownership, &[("to", "")]).await.status, 422);
        assert_eq!(submitter.post(ownership, &[("to", &heir)]).await.status, 404, "not theirs to give");
        assert_eq!(app.sign_in(HOUSE).await.post(ownership, &[("to", &heir)]).await.status, 404);
        let shown = owner.post_and_follow(ownership, &[("to", &heir)]).await;
        assert!(shown.has("You are submitter now."), "{}", shown.words());
        assert_eq!(owners(&app).await, ["Nila Rao"]);
        assert_eq!(owner.post(ownership, &[("to", &heir)]).await.status, 404, "it is the other's now");
        assert_eq!(editor.get(ownership).await.status, 200);
        assert_eq!(app.letters_to(EDITOR).await.last().unwrap().kind, "role-changed");
        assert_eq!(owner.post("/organisations/agra/leaving", &[]).await.status, 303, "and may leave");
    })
    .await;
}

#[tokio::test]
async fn the_page_of_the_city_says_what_it_shows_and_leads_to_a_new_proposal_while_a_call_is_open() {
    on_both(async |app| {
        app.draft().await;
        let mut editor = app.sign_in(EDITOR).await;
        let all = editor.get("/organisations/agra").await;
        assert!(all.text.contains(r#"href="/organisations/agra" aria-current="true""#), "{}", all.text);
        assert!(all.text.contains(r#"href="/proposals/new""#), "{}", all.words());
        let drafts = editor.get("/organisations/agra?state=draft").await;
        assert!(drafts.text.contains(r#"href="/organisations/agra?state=draft" aria-current="true""#));
        assert!(!drafts.text.contains(r#"href="/organisations/agra" aria-current="true""#));

        app.clock.advance(CLOSES + Duration::from_secs(86_400) - app.now());
        let mut editor = app.sign_in(EDITOR).await;
        let closed = editor.get("/organisations/agra").await;
        assert!(!closed.text.contains(r#"href="/proposals/new""#), "no call is open any more");
    })
    .await;
}

#[tokio::test]
async fn who_belongs_to_no_city_is_offered_no_proposal_for_it() {
    on_both(async |app| {
        app.draft().await;
        let mut secretariat = app.sign_in(HOUSE).await;
        let seen = secretariat.get("/organisations/agra").await;
        assert_eq!(seen.status, 200);
        assert!(!seen.text.contains(r#"href="/proposals/new""#), "{}", seen.words());
    })
    .await;
}

/// What Agra says of itself, with other values over it.
fn profile<'a>(version: &'a str, changed: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let plain = [
        ("version", version),
        ("name", "Agra"),
        ("city", "Agra"),
        ("country", "IN"),
        ("lat", "27.18"),
        ("lon", "78.01"),
        ("website", ""),
        ("endorser_name", "Meera Nair"),
        ("endorser_post", "Mayor"),
        ("endorser_email", "mayor@agra.example"),
        ("manager_name", "Asha Verma"),
        ("manager_phone", "+91 562 000"),
    ];
    let other = plain.into_iter().filter(|(name, _)| changed.iter().all(|(changed, _)| changed != name));
    other.chain(changed.iter().copied()).collect()
}

#[tokio::test]
async fn what_the_city_says_of_itself_stands_in_its_next_proposals_and_not_in_those_begun() {
    on_both(async |app| {
        let begun = app.draft().await;
        let [mut owner, _, mut editor] = agra(&app).await;
        let seen = owner.get("/organisations/agra/profile").await.field("version").unwrap();
        let saved = owner.post("/organisations/agra/profile", &profile(&seen, &[("city", "Āgra")])).await;
        assert_eq!(saved.status, 303, "{}", saved.words());
        let call = app.call().await.to_string();
        let organisation = organisations::by_slug(app.db.read(), "agra").await.unwrap().unwrap().id.to_string();
        let form = [("call", call.as_str()), ("organisation", organisation.as_str())];
        let started = editor.post("/proposals", &form).await;
        let page = started.location().to_owned();
        assert!(editor.get(&page).await.has("What is known of your organisation is filled in already."));

        let form = editor.get(&format!("{page}/edit/applicant")).await;
        assert_eq!(form.field("lead_city").unwrap(), "Āgra");
        assert_eq!(form.field("endorser.name").unwrap(), "Meera Nair");
        assert_eq!(form.field("manager.phone").unwrap(), "+91 562 000");
        assert!(
            form.has("Filled in from the page of your organisation: Type of applicant, Lead city"),
            "{}",
            form.words()
        );
        let typed = [("version.lead_city", "1"), ("lead_city", "Agra Cantonment")];
        assert_eq!(editor.post(&format!("{page}/edit/applicant"), &typed).await.status, 303);
        let form = editor.get(&format!("{page}/edit/applicant")).await;
        assert!(!form.has("Type of applicant, Lead city"), "what was changed is one's own: {}", form.words());

        let older = owner.get(&format!("/proposals/{begun}/edit/applicant")).await;
        assert_eq!(older.field("lead_city").unwrap(), "Agra", "what was begun stays as it was");
        assert_eq!(older.field("endorser.name").unwrap(), "");
    })
    .await;
}

#[tokio::test]
async fn two_who_change_what_the_city_says_lose_nothing() {
    on_both(async |app| {
        let [mut owner, ..] = agra(&app).await;
        let address = "/organisations/agra/profile";
        let seen = owner.get(address).await.field("version").unwrap();
        assert_eq!(owner.post(address, &profile(&seen, &[("manager_name", "First")])).await.status, 303);
        let typed = profile(&seen, &[("manager_name", "Second")]);
        let clash = owner.post(address, &typed).await;
        assert_eq!(clash.status, 409);
        assert!(clash.has("First") && clash.field("manager_name").unwrap() == "Second", "{}", clash.words());
        let now = clash.field("version").unwrap();
        assert_eq!(owner.post(address, &profile(&now, &[("manager_name", "Second")])).await.status, 303);
        assert_eq!(owner.get(address).await.field("manager_name").unwrap(), "Second");
        let wrong = owner.post(address, &profile(&now, &[("endorser_email", "no address")])).await;
        assert_eq!(wrong.status, 422);
        assert_eq!(wrong.field("endorser_email").unwrap(), "no address");
    })
    .await;
}

#[tokio::test]
async fn its_proposals_are_listed_by_state() {
    on_both(async |app| {
        let (draft, submitted) = (app.draft().await, app.submitted().await);
        let mut owner = app.sign_in(OWNER).await;
        let all = owner.get("/organisations/agra").await;
        assert!(all.text.contains(draft.as_str()) && all.text.contains(submitted.as_str()), "{}", all.words());
        let some = owner.get("/organisations/agra?state=submitted").await;
        assert!(!some.text.contains(draft.as_str()) && some.text.contains(submitted.as_str()), "{}", some.words());
        let before = app.cost(&mut owner, "/organisations/agra").await;
        app.draft().await;
        assert_eq!(app.cost(&mut owner, "/organisations/agra").await, before, "as many queries for one more");
        let mut browser = app.browser();
        assert_eq!(browser.get("/organisations/agra").await.status, 401);
        assert_eq!(browser.log_in(OWNER, PASSWORD).await.status, 303);
    })
    .await;
}

#[tokio::test]
async fn no_city_makes_those_who_judge_it_its_own_people() {
    on_both(async |app| {
        app.person("reviewer1@jury.example").await;
        app.person("secretariat@metropolis.example").await;
        let mut owner = app.sign_in("official@agra.example").await;
        for email in ["reviewer1@jury.example", "secretariat@metropolis.example"] {
            let form = [("email", email), ("name", "Somebody"), ("locale", "en"), ("role", "owner")];
            let refused = owner.post("/organisations/agra/members/new", &form).await;
            assert_eq!(refused.status, 422, "{email}");
            assert!(refused.has("This person cannot be added here.") && refused.text.contains(email));
        }
    })
    .await;
}

#[tokio::test]
async fn nobodys_mailbox_is_filled_with_invitations() {
    on_both(async |app| {
        let reference = app.draft().await;
        let mut owner = app.sign_in("official@agra.example").await;
        let form = [("email", "anybody@elsewhere.example"), ("name", "Buy now"), ("locale", "en")];
        for time in 1..=3 {
            let sent = owner.post(&format!("/proposals/{reference}/co-editors"), &form).await;
            assert_eq!(sent.status, 303, "{time}: {}", sent.words());
        }
        let refused = owner.post(&format!("/proposals/{reference}/co-editors"), &form).await;
        assert_eq!(refused.status, 422);
        assert!(refused.has("Several invitations went there lately."), "{}", refused.words());
        assert!(!refused.has("Buy now anybody@"), "whose an address is, is theirs to say");
        assert_eq!(app.letters_to("anybody@elsewhere.example").await.len(), 3);
    })
    .await;
}
