//! A returned proposal: what is asked is a list, the city answers each request, and reviewers see request, answer and change
//! side by side.

use initiatives::{
    error::Error,
    guidelines::Answer,
    ids::Reference,
    proposals::{
        actions::{
            saving,
            steering::{self, Asked, Target},
            submitting,
        },
        requests::Request,
    },
};

use crate::support::{Browser, Page, TestApp, on_both, proposals::ask_for};

const OWNER: &str = "official@agra.example";
const HOUSE: &str = "secretariat@metropolis.example";
const RUTH: &str = "reviewer1@jury.example";
const DUE: &str = "2014-06-30T23:59";

const ABOUT_AIM: &str = "Say in one sentence whom it is for.";
const ABOUT_ALL: &str = "Name who pays after 2017.";

/// Returns it with one request about the aim and one about the whole, by the page of the desk.
async fn return_it(house: &mut Browser, reference: &Reference) -> Page {
    let path = format!("/desk/proposals/{reference}/return");
    let version = house.get(&path).await.field("version").unwrap();
    let form = [
        ("version", version.as_str()),
        ("requests.0.field", "aim"),
        ("requests.0.text", ABOUT_AIM),
        ("requests.1.field", ""),
        ("requests.1.text", ABOUT_ALL),
        ("what", "The jury likes it."),
        ("due", DUE),
    ];
    house.post(&path, &form).await
}

async fn write(app: &TestApp, reference: &Reference, field: &str, text: &str) {
    let answers = [(field.parse().unwrap(), Answer::text(text).unwrap())].into_iter().collect();
    app.act(OWNER, async |act, actor| saving::set(act, actor, reference, answers, &[]).await).await.unwrap();
}

async fn submit(app: &TestApp, reference: &Reference) -> Result<submitting::Receipt, Error> {
    let seen = app.seen(reference).await;
    app.act(OWNER, async |act, actor| submitting::submit(act, actor, reference, seen, None).await).await
}

#[tokio::test]
async fn the_secretariat_lists_what_is_to_be_changed_with_and_without_mistakes() {
    on_both(async |app| {
        let reference = app.under_review().await;
        let mut house = app.sign_in(HOUSE).await;
        let path = format!("/desk/proposals/{reference}/return");
        let page = house.get(&path).await;
        assert!(page.has("What is to be changed") && page.has("3. Content: Aim"), "{}", page.words());
        let version = page.field("version").unwrap();
        let none = house.post(&path, &[("version", version.as_str()), ("what", "Soon!"), ("due", DUE)]).await;
        assert_eq!(none.status, 422, "nothing is asked");
        assert!(none.has("Soon!") && none.text.contains("href=\"#f-requests"), "{}", none.words());
        let half = [
            ("version", version.as_str()),
            ("requests.0.field", "aim"),
            ("requests.0.text", ""),
            ("requests.1.text", ABOUT_ALL),
            ("due", DUE),
        ];
        let page = house.post(&path, &half).await;
        assert_eq!(page.status, 422, "a question without a request");
        assert!(page.text.contains("href=\"#f-requests-0-text\"") && page.has(ABOUT_ALL), "{}", page.words());
        let unknown =
            [("version", version.as_str()), ("requests.0.field", "salary"), ("requests.0.text", "More."), ("due", DUE)];
        assert_eq!(house.post(&path, &unknown).await.status, 422);

        let add = [half.as_slice(), &[("add", "requests")]].concat();
        let page = house.post(&path, &add).await;
        assert_eq!(page.status, 200, "a button within the form does nothing yet");
        assert!(page.text.contains("name=\"requests.2.text\"") && page.has(ABOUT_ALL), "{}", page.words());
        let remove = [half.as_slice(), &[("remove", "requests.0")]].concat();
        let page = house.post(&path, &remove).await;
        assert!(page.has(ABOUT_ALL) && !page.text.contains("value=\"aim\" selected"), "{}", page.words());

        assert_eq!(return_it(&mut house, &reference).await.status, 303);
        let desk = house.get(&format!("/desk/proposals/{reference}")).await;
        assert!(desk.has("What the city was asked to change") && desk.has("Request 1: Aim") && desk.has(ABOUT_ALL));
        assert!(desk.has("The jury likes it. 2 requests"), "the timeline: {}", desk.words());
    })
    .await;
}

#[tokio::test]
async fn the_city_answers_each_request_before_it_submits_again() {
    on_both(async |app| {
        let reference = app.under_review().await;
        let mut house = app.sign_in(HOUSE).await;
        return_it(&mut house, &reference).await;
        let letter = app.letters_to(OWNER).await.into_iter().find(|letter| letter.kind == "returned").unwrap();
        for told in
            ["The jury likes it.", "1. Aim: Say in one sentence whom it is for.", "2. Name who pays after 2017."]
        {
            assert!(letter.body_text.contains(told), "{}", letter.body_text);
        }
        let path = format!("/proposals/{reference}");
        let mut owner = app.sign_in(OWNER).await;
        let page = owner.get(&path).await;
        assert!(page.has("Request 1: Aim") && page.has("Not answered yet") && page.has("The jury likes it."));
        assert!(page.text.contains(&format!("{path}/edit/content#f-aim")), "leads to the question");
        let content = owner.get(&format!("{path}/edit/content")).await;
        assert!(content.has(ABOUT_AIM) && !content.has(ABOUT_ALL), "the request stands at its question");

        let check = owner.get(&format!("{path}/check")).await;
        assert!(check.text.contains(&format!("{path}/edit/requests?check=1#f-request_1")), "{}", check.words());
        assert!(matches!(submit(&app, &reference).await, Err(Error::Refused("proposals-no-incomplete"))));

        let form = owner.get(&format!("{path}/edit/requests")).await;
        assert!(form.has(ABOUT_AIM) && form.has(ABOUT_ALL) && form.text.contains("data-autosave"), "{}", form.words());
        let typed = [
            ("version.request_1", "0"),
            ("request_1", "It is for those who work at night."),
            ("version.request_2", "0"),
            ("request_2", "The city does."),
            ("save", "stay"),
        ];
        assert_eq!(owner.post(&format!("{path}/edit/requests"), &typed).await.status, 303);
        assert!(owner.get(&path).await.has("Answered"));
        let preview = owner.get(&format!("{path}/preview")).await;
        assert!(
            preview.has("What was asked, and what came of it") && preview.has("Nothing has changed in this answer.")
        );
        write(&app, &reference, "aim", "To light the ways of those who work at night.").await;
        assert_eq!(submit(&app, &reference).await.unwrap().number, 2);
        let page = owner.get(&path).await;
        assert!(!page.has("Not answered yet") && !page.has("What the Secretariat asks you to change"));
        let canonical = owner.get(&format!("{path}/submissions/2/canonical")).await.text;
        assert!(canonical.contains("\"request_1\":\"It is for those who work at night.\""), "{canonical}");
        let text = owner.get(&format!("{path}/text")).await;
        assert!(text.has(ABOUT_ALL) && text.has("The city does."), "{}", text.words());
        let late = owner.post(&format!("{path}/edit/requests"), &typed).await;
        assert_eq!(late.status, 403, "what was handed in stays as it is");
    })
    .await;
}

#[tokio::test]
async fn reviewers_see_each_request_beside_its_answer_and_its_change() {
    on_both(async |app| {
        let reference = app.under_review().await;
        app.assign(&reference, RUTH).await;
        let mut house = app.sign_in(HOUSE).await;
        return_it(&mut house, &reference).await;
        write(&app, &reference, "aim", "To light the ways of those who work at night.").await;
        app.submit(&reference).await;
        let mut ruth = app.sign_in(RUTH).await;
        for path in ["", "/review"] {
            let page = ruth.get(&format!("/desk/proposals/{reference}{path}")).await;
            assert!(page.has("What was asked, and what came of it") && page.has(ABOUT_AIM), "{}", page.words());
            assert!(page.has("We have changed it.") && page.has("Changed in “Aim”"), "{}", page.words());
            assert!(page.text.contains("<ins>"), "the words that are new are marked");
        }
        let before = ruth.get(&format!("/desk/proposals/{reference}?submission=1")).await;
        assert!(!before.has("What was asked, and what came of it"), "nothing had been asked then");
        let first = ruth.get(&format!("/proposals/{reference}/submissions/2")).await;
        assert!(first.has("Request 1: Aim"), "the receipt names the answers among the changes: {}", first.words());
    })
    .await;
}

#[tokio::test]
async fn asked_a_second_time_the_city_answers_what_is_new() {
    on_both(async |app| {
        let reference = app.under_review().await;
        let mut house = app.sign_in(HOUSE).await;
        return_it(&mut house, &reference).await;
        app.submit(&reference).await;
        assert_eq!(return_it(&mut house, &reference).await.status, 303);
        let path = format!("/proposals/{reference}");
        let mut owner = app.sign_in(OWNER).await;
        let form = owner.get(&format!("{path}/edit/requests")).await;
        assert!(form.has("Request 3: Aim") && form.has("Request 4") && !form.has("Request 1: Aim"), "{}", form.words());
        assert!(matches!(submit(&app, &reference).await, Err(Error::Refused("proposals-no-incomplete"))));
        assert_eq!(app.submit(&reference).await.number, 3);
        let canonical = owner.get(&format!("{path}/submissions/3/canonical")).await.text;
        assert!(canonical.contains("\"request_3\"") && !canonical.contains("\"request_1\""), "{canonical}");
        let history = owner.get(&format!("{path}/history")).await;
        assert!(history.has("Request 1: Aim") && history.has("Request 3: Aim"), "{}", history.words());
        assert_eq!(owner.get(&format!("{path}/history/request_1")).await.status, 200);
        let second = house.get(&format!("/desk/proposals/{reference}?submission=2")).await;
        assert!(second.has("Request 1: Aim") && !second.has("Request 3: Aim"), "{}", second.words());
    })
    .await;
}

#[tokio::test]
async fn requests_and_answers_are_for_those_who_write_and_those_who_judge() {
    on_both(async |app| {
        let reference = app.under_review().await;
        let mut house = app.sign_in(HOUSE).await;
        return_it(&mut house, &reference).await;
        app.submit(&reference).await;
        let made = super::verbs::decision(initiatives::proposals::rules::Outcome::Approved);
        let seen = app.seen(&reference).await;
        app.act(HOUSE, async |act, actor| {
            steering::approve(act, actor, Target { reference: &reference, seen }, &made).await
        })
        .await
        .unwrap();
        let mut anybody = app.browser();
        let page = anybody.get("/initiatives/cool-roofs").await;
        assert_eq!(page.status, 200);
        assert!(!page.has(ABOUT_AIM) && !page.has("We have changed it."), "{}", page.words());
        let found = anybody.get("/initiatives?q=changed").await;
        assert!(!found.has("Cool Roofs"), "no answer to a request is found: {}", found.words());
    })
    .await;
}

#[tokio::test]
async fn what_cannot_be_asked_is_refused_by_the_verb_itself() {
    on_both(async |app| {
        let reference = app.under_review().await;
        let due = app.now() + std::time::Duration::from_secs(86_400);
        let nowhere = Request { field: Some("salary".parse().unwrap()), text: "More.".to_owned() };
        for requests in [vec![], vec![Request::plain("  ")], vec![nowhere]] {
            let seen = app.seen(&reference).await;
            let refused = app.act(HOUSE, async |act, actor| {
                let asked = Asked { message: "", requests: &requests };
                steering::return_for_changes(act, actor, Target { reference: &reference, seen }, asked, due).await
            });
            assert!(matches!(refused.await, Err(Error::Refused(_))), "{requests:?}");
        }
        let seen = app.seen(&reference).await;
        let target = Target { reference: &reference, seen };
        app.act(HOUSE, async |act, actor| ask_for(act, actor, target, "More.", due).await).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn what_was_not_handed_in_stays_the_citys_when_the_proposal_is_withdrawn() {
    on_both(async |app| {
        let reference = app.under_review().await;
        app.assign(&reference, RUTH).await;
        let mut house = app.sign_in(HOUSE).await;
        return_it(&mut house, &reference).await;
        write(&app, &reference, "aim", "Only we know this.").await;
        app.withdraw(&reference).await;
        let mut ruth = app.sign_in(RUTH).await;
        for reader in [&mut house, &mut ruth] {
            for path in ["draft.json", "draft.pdf"] {
                let page = reader.get(&format!("/proposals/{reference}/{path}")).await;
                assert_eq!(page.status, 403, "{path}: {}", page.words());
            }
            let desk = reader.get(&format!("/desk/proposals/{reference}")).await;
            assert!(desk.status == 200 && !desk.has("Only we know this."), "{}", desk.words());
        }
        let mut owner = app.sign_in(OWNER).await;
        assert!(owner.get(&format!("/proposals/{reference}/draft.json")).await.text.contains("Only we know this."));
    })
    .await;
}
