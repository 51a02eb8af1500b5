//! The secretariat brings in what came on paper or by mail.

use initiatives::{entity::letter, ids::Reference};
use sea_orm::{EntityTrait, PaginatorTrait};

use crate::support::{Browser, Page, TestApp, on_both, proposals::ALL_MET};

const HOUSE: &str = "secretariat@metropolis.example";
const NEW: &str = "/desk/registrations/new?call=2014&organisation=agra";
const DOOR: &str = "/desk/registrations";

/// What is known of the proposal: the least that the form asks.
const LEAST: [(&str, &str); 9] = [
    ("paper-call", "2014"),
    ("paper-organisation", "agra"),
    ("paper-state", "submitted"),
    ("paper-number", ""),
    ("paper-source", "Letter of 3 April 2014, file 12"),
    ("title", "Water for all"),
    ("theme", "sustainability"),
    ("lead_city", "Agra"),
    ("lead_country", "IN"),
];

/// The same, but for these.
fn with<'a>(changes: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut form: Vec<_> =
        LEAST.iter().copied().filter(|(name, _)| changes.iter().all(|(new, _)| new != name)).collect();
    form.extend(changes);
    form
}

/// The call of 2014, Agra, and someone of the secretariat who has logged in.
async fn house(app: &TestApp) -> Browser {
    app.call().await;
    app.person("official@agra.example").await;
    app.sign_in(HOUSE).await
}

async fn register(house: &mut Browser, changes: &[(&str, &str)]) -> Page {
    house.post(DOOR, &with(changes)).await
}

async fn letters(app: &TestApp) -> u64 {
    letter::Entity::find().count(app.db.read()).await.unwrap()
}

#[tokio::test]
async fn a_paper_proposal_is_registered_with_what_is_known_and_goes_on_from_there() {
    on_both(async |app| {
        let mut house = house(&app).await;
        let before = letters(&app).await;
        let desk = house.get("/desk").await;
        assert!(desk.has("Register a proposal") && desk.text.contains("href=\"/desk/registrations/new\""));
        let choice = house.get("/desk/registrations/new").await;
        assert!(choice.has("Metropolis Initiatives 2014") && choice.has("Agra (India)"), "{}", choice.words());
        let form = house.get(NEW).await;
        assert_eq!(form.field("lead_city").unwrap(), "Agra", "what is known of the organisation stands there");
        assert!(form.has("What stays empty is shown as “not recorded”") && form.has("Letter of support"));
        assert!(form.text.contains("name=\"objectives.2.text\""), "rows to type in without a script");
        assert!(!form.text.contains("type=\"file\""));

        let done = register(&mut house, &[]).await;
        assert_eq!(done.location(), "/desk/proposals/MI-2014-001", "{}", done.words());
        let page = house.get(done.location()).await;
        assert!(page.has("The proposal has been registered.") && page.has("Water for all") && page.has("Submitted"));
        assert!(page.has("Where it is known from") && page.has("Letter of 3 April 2014, file 12"));
        assert!(page.has("Aim Not recorded"), "{}", page.words());
        assert!(page.has("Proposal registered by the Secretariat"));
        assert_eq!(letters(&app).await, before, "nobody is written to");
        assert!(house.get("/desk?q=water").await.has("MI-2014-001"), "found by its words");
        assert_eq!(app.browser().get("/initiatives/water-for-all").await.status, 404, "not public");

        let base = "/desk/proposals/MI-2014-001";
        assert_eq!(house.post(&format!("{base}/eligibility"), &ALL_MET).await.status, 303);
        let reference: Reference = "MI-2014-001".parse().unwrap();
        let version = app.seen(&reference).await.to_string();
        let begun = house.post_and_follow(&format!("{base}/review-start"), &[("version", &version)]).await;
        assert!(begun.has("Under review"), "{}", begun.words());
    })
    .await;
}

#[tokio::test]
async fn one_that_was_approved_already_is_public_at_once() {
    on_both(async |app| {
        let mut house = house(&app).await;
        let typed = [
            ("paper-state", "approved"),
            ("paper-number", "7"),
            ("paper-source", "Letter of 3 April 2014\r\n\r\nMinutes of the Board, 12"),
            ("short_title", "Water"),
            ("aim", "Water in every home."),
            ("objectives.1.text", "Mend the pipes"),
        ];
        assert_eq!(register(&mut house, &typed).await.location(), "/desk/proposals/MI-2014-007");
        let mut anybody = app.browser();
        assert!(anybody.get("/initiatives").await.has("Water"));
        let page = anybody.get("/initiatives/water").await;
        assert!(page.has("Water in every home.") && page.has("Mend the pipes"), "{}", page.words());
        assert!(page.has("Letter of 3 April 2014") && page.has("Minutes of the Board, 12"));
        assert_eq!(register(&mut house, &[]).await.location(), "/desk/proposals/MI-2014-008", "the next number");
    })
    .await;
}

#[tokio::test]
async fn what_is_wrong_is_told_beside_its_field_and_all_that_was_typed_stays() {
    on_both(async |app| {
        let mut house = house(&app).await;
        let unsourced = [("paper-source", " \r\n "), ("aim", "Water in every home."), ("partners.1.name", "Delhi")];
        let page = register(&mut house, &unsourced).await;
        assert_eq!(page.status, 422);
        assert!(page.has("Say where the proposal is known from.") && page.text.contains("href=\"#f-paper-source\""));
        assert_eq!(page.field("title").unwrap(), "Water for all");
        assert!(page.has("Water in every home.") && page.text.contains("value=\"Delhi\""));
        assert!(page.text.contains("value=\"submitted\" id=\"f-paper-state\" checked"));

        assert_eq!(register(&mut house, &[("paper-number", "7")]).await.status, 303);
        let page = register(&mut house, &[("paper-number", "7"), ("background", "Wells run dry.")]).await;
        assert_eq!(page.status, 422);
        assert!(page.has("Another proposal of this year has this number."), "{}", page.words());
        assert!(page.text.contains("href=\"#f-paper-number\"") && page.text.contains("id=\"f-paper-number-error\""));
        assert_eq!(page.field("paper-number").unwrap(), "7");
        assert!(page.has("Wells run dry."));

        for (name, wrong, said) in [
            ("paper-organisation", "atlantis", "Choose the organisation that leads the proposal."),
            ("paper-state", "completed", "A proposal can be registered as submitted, approved or running."),
            ("paper-number", "seven", "Give a number from 1 to 9999, in digits."),
            ("paper-number", "10000", "Give a number from 1 to 9999, in digits."),
        ] {
            let page = register(&mut house, &[(name, wrong)]).await;
            assert_eq!(page.status, 422, "{name}");
            assert!(page.has(said) && page.text.contains(&format!("href=\"#f-{name}\"")), "{}", page.words());
        }
        for (field, wrong) in [
            ("title", ""),
            ("theme", ""),
            ("lead_city", " "),
            ("lead_country", ""),
            ("theme", "magic"),
            ("total_eur", "much"),
        ] {
            let page = register(&mut house, &[(field, wrong)]).await;
            assert_eq!(page.status, 422, "{field} {wrong}");
            assert!(page.text.contains(&format!("href=\"#f-{field}\"")), "{}", page.words());
        }
        assert_eq!(register(&mut house, &[("paper-call", "1999")]).await.status, 404);
        let (missing, long) = ("proposals/MI-2014-009", "word ".repeat(300));
        assert_eq!(house.get(&format!("/desk/{missing}")).await.status, 404, "nothing was registered meanwhile");
        let copied = register(&mut house, &[("aim", &long)]).await;
        assert_eq!(copied.status, 303, "what the source says is copied whole: {}", copied.words());
        assert_eq!(register(&mut house, &[("title", &long)]).await.status, 422, "but lists hold no such title");
    })
    .await;
}

#[tokio::test]
async fn markup_in_an_answer_is_shown_as_text() {
    on_both(async |app| {
        let mut house = house(&app).await;
        let typed = [("title", "<b>Water</b>"), ("paper-source", "<i>Letter</i>"), ("paper-state", "running")];
        let done = register(&mut house, &typed).await;
        let page = house.get(done.location()).await;
        assert!(page.text.contains("&#60;b&#62;Water&#60;/b&#62;") && page.text.contains("&#60;i&#62;Letter"));
        assert!(!page.text.contains("<b>Water") && !page.text.contains("<i>Letter"));
        let public = app.browser().get("/initiatives/b-water-b").await;
        assert_eq!(public.status, 200);
        assert!(!public.text.contains("<b>Water") && !public.text.contains("<i>Letter"));
        let again = register(&mut house, &[("title", "<b>Water</b>"), ("theme", "")]).await;
        assert!(!again.text.contains("<b>Water"));
    })
    .await;
}

#[tokio::test]
async fn the_buttons_of_tables_register_nothing() {
    on_both(async |app| {
        let mut house = house(&app).await;
        let rows = [("objectives.0.text", "First"), ("objectives.1.text", "Second"), ("objectives.2.text", "Third")];
        let page = register(&mut house, &[rows.as_slice(), &[("remove", "objectives.1")]].concat()).await;
        assert_eq!(page.status, 200);
        assert!(
            page.has("Nothing is registered yet.") && page.has("First") && page.has("Third") && !page.has("Second")
        );
        let page = register(&mut house, &[rows.as_slice(), &[("add", "objectives")]].concat()).await;
        assert!(page.text.contains("name=\"objectives.4.text\"") && page.text.contains("#f-objectives-3-text"));
        let page = register(&mut house, &[("city-search.location", "Bogota"), ("find-city", "location")]).await;
        assert!(page.status == 200 && page.has("Bogotá, Colombia") && page.text.contains("#f-location-city"));
        let (place, typed) = (page.field("set-place").unwrap(), ("aim", "Water in every home."));
        let page = register(&mut house, &[typed, ("set-place", &place)]).await;
        assert!(page.field("location.lat").unwrap() == "4.61" && page.has("Water in every home."));
        // Enter in a field presses the form's first button.
        assert_eq!(register(&mut house, &[("save", "stay")]).await.status, 200);
        assert!(!house.get("/desk").await.has("MI-2014-001"));
    })
    .await;
}

#[tokio::test]
async fn after_a_lost_session_the_form_comes_back() {
    on_both(async |app| {
        let mut house = house(&app).await;
        house.get(NEW).await;
        app.clock.advance(std::time::Duration::from_secs(24 * 60 * 60));
        let lost = register(&mut house, &[("aim", "Water in every home.")]).await;
        assert_eq!(lost.status, 401);
        let sealed = lost.field("returning").unwrap();
        let login = [("email", HOUSE), ("password", crate::support::PASSWORD), ("returning", &sealed)];
        let back = house.post_and_follow("/login", &login).await;
        assert!(back.has("Water in every home.") && back.has("Nothing is registered yet."), "{}", back.words());
        assert!(!house.get("/desk").await.has("MI-2014-001"));
    })
    .await;
}

#[tokio::test]
async fn for_others_there_is_no_such_page() {
    on_both(async |app| {
        house(&app).await;
        for email in ["official@agra.example", "reviewer1@jury.example", "admin@metropolis.example"] {
            let mut other = app.sign_in(email).await;
            assert_eq!(other.get("/desk/registrations/new").await.status, 404, "{email}");
            assert_eq!(other.get(NEW).await.status, 404, "{email}");
            assert_eq!(register(&mut other, &[]).await.status, 404, "{email}");
        }
        let mut reviewer = app.sign_in("reviewer1@jury.example").await;
        assert!(!reviewer.get("/desk").await.has("Register a proposal"));
        let mut nobody = app.browser();
        assert_eq!(nobody.get(NEW).await.status, 401);
        assert_eq!(register(&mut nobody, &[]).await.status, 401);
    })
    .await;
}
