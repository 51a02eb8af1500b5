//! The service filled with the programme of 2014, and the demonstration around it.

use std::{collections::BTreeMap, time::Duration};

use initiatives::{
    calls,
    demo::{
        dates,
        load::{self as demo, Standing},
        times::DayZero,
    },
    entity::{
        answer, audit_event, call, guidelines, letter, organisation, proposal, publication, review, submission,
        subscriber, text, transition, user,
    },
    mail::LetterState,
    proposals::workflow::{Action, State},
    seeds::{
        Folder,
        load::{Loaded, load},
        read::Seeds,
    },
};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder};

use crate::{
    featured,
    support::{TestApp, on_both},
};

async fn seeded(app: &TestApp) -> Loaded {
    load(app, &Seeds::read(&Folder::BuiltIn).unwrap()).await.unwrap()
}

/// How many rows each table holds that a load could write to.
async fn rows(app: &TestApp) -> [u64; 14] {
    macro_rules! count {
        ($($entity:ident),*) => { [$($entity::Entity::find().count(app.db.read()).await.unwrap()),*] };
    }
    count!(
        answer,
        audit_event,
        call,
        guidelines,
        letter,
        organisation,
        proposal,
        publication,
        review,
        submission,
        text,
        transition,
        user,
        guidelines
    )
}

#[tokio::test]
async fn the_sixteen_enter_as_what_is_known_of_them_and_nobody_gets_a_letter() {
    on_both(async |app| {
        let loaded = seeded(&app).await;
        assert_eq!((loaded.calls, loaded.proposals, loaded.publications), (1, 16, 4));
        let found = proposal::Entity::find().order_by_asc(proposal::Column::Number).all(app.db.read()).await.unwrap();
        assert_eq!(found.len(), 16);
        for (number, row) in (1..).zip(&found) {
            assert_eq!(row.reference.as_str(), format!("MI-2014-{number:03}"));
            let running = [1, 2, 4, 5, 7, 10, 11, 12, 13, 14].contains(&number);
            assert_eq!(row.state, if running { State::Running } else { State::Approved }, "{}", row.reference);
            assert!(row.sources.as_ref().is_some_and(|sources| sources["sources"][0].is_string()));
            assert!(row.created_by.is_none() && !row.example);
        }
        assert_eq!(letter::Entity::find().count(app.db.read()).await.unwrap(), 0, "no letters");
        let steps = transition::Entity::find().all(app.db.read()).await.unwrap();
        assert!(steps.iter().all(|step| step.action == Action::Register), "they came on paper");
        let call = calls::by_slug(app.db.read(), "2014").await.unwrap().unwrap();
        assert_eq!(call.closes_at.iso(), "2014-05-15T21:59:59.000Z", "the extended deadline");
        assert_eq!(call.first_closes_at.unwrap().iso(), "2014-04-30T21:59:59.000Z");
    })
    .await;
}

#[tokio::test]
async fn what_is_not_known_says_so() {
    on_both(async |app| {
        seeded(&app).await;
        let rosario = proposal::Entity::find().filter(proposal::Column::Number.eq(15)).one(app.db.read()).await;
        let rosario = rosario.unwrap().unwrap();
        let answers = answer::Entity::find().filter(answer::Column::ProposalId.eq(rosario.id)).all(app.db.read()).await;
        let by_field: BTreeMap<String, _> = answers.unwrap().into_iter().map(|row| (row.field, row.value)).collect();
        assert!(by_field["aim"].as_str().unwrap().len() > 40, "one sentence, which is its aim");
        for field in ["description", "manager", "total_eur", "endorsement_letter", "objectives"] {
            assert_eq!(by_field[field]["not_recorded"], true, "{field}");
        }
    })
    .await;
}

#[tokio::test]
async fn loading_twice_changes_nothing() {
    on_both(async |app| {
        seeded(&app).await;
        let before = rows(&app).await;
        app.clock.advance(Duration::from_secs(3600));
        assert_eq!(seeded(&app).await, Loaded::default());
        assert_eq!(rows(&app).await, before);
    })
    .await;
}

#[tokio::test]
async fn the_public_reads_what_was_loaded() {
    on_both(async |app| {
        seeded(&app).await;
        let mut visitor = app.browser();
        for path in ["/", "/initiatives", "/benefits", "/publications"] {
            for language in ["en", "fr", "es"] {
                assert_eq!(visitor.get(&format!("{path}?lang={language}")).await.status, 200, "{path} in {language}");
            }
        }
        assert!(visitor.get("/initiatives?lang=en").await.has("Caring Cities"));
        assert!(visitor.get("/initiatives/green-ways").await.has("Santiago"));
        assert!(visitor.get("/benefits").await.has("Develop international cooperation"));
        assert!(visitor.get("/publications").await.has("Mentoring on Upgrading Informal Settlements"));
        let page = visitor.get("/publications/integrated-urban-governance").await;
        assert!(page.text.contains("href=\"/initiatives/integrated-urban-governance\"") && page.has("Berlin, Germany"));
    })
    .await;
}

#[tokio::test]
async fn the_demonstration_shows_every_state_with_a_history_that_could_have_been() {
    on_both(async |app| {
        assert_eq!(demo::standing(app.db.read()).await.unwrap(), Standing::Empty);
        Box::pin(demo::load(&app)).await.unwrap();
        assert_eq!(demo::standing(app.db.read()).await.unwrap(), Standing::Loaded);
        for state in State::ALL {
            let there = proposal::Entity::find()
                .filter(proposal::Column::State.eq(*state))
                .filter(proposal::Column::Example.eq(true))
                .count(app.db.read());
            // The drafts of real cities are marked by their call.
            assert!(there.await.unwrap() > 0, "no example is {}", state.code());
        }
        assert_eq!(call::Entity::find().count(app.db.read()).await.unwrap(), 3);
        let zero = DayZero::of(app.now(), "Europe/Madrid".parse().unwrap());
        let steps = transition::Entity::find().filter(transition::Column::Action.eq(Action::StartReview));
        let first = steps.order_by_asc(transition::Column::At).one(app.db.read()).await.unwrap().unwrap();
        assert_eq!(first.at, zero.moment("-92d 09:05:00".parse().unwrap()), "at its own time, by a person");
        assert!(first.by_user.is_some());
        let twice = submission::Entity::find().filter(submission::Column::Number.eq(2)).count(app.db.read()).await;
        assert!(twice.unwrap() > 0, "one was returned and submitted again");
        assert_eq!(featured::shown(&mut app.browser(), "featured").await.len(), 2);
        // A load takes so long that this is looked at here.
        what_was_published_is_read(&app).await;
    })
    .await;
}

/// News, a text in other languages, a publication with a cover and a file, and a visitor's message: what the public pages and the
/// desk of the demonstration show beside the proposals. Nobody is told of it.
async fn what_was_published_is_read(app: &TestApp) {
    let mut visitor = app.browser();
    let page = visitor.get("/initiatives/living-shoreline?lang=en").await;
    for said in
        ["The first four neighbourhoods have signed", "The first count: what lives", "A Model Keeping Agreement"]
    {
        assert!(page.has(said), "{said}: {}", page.main());
    }
    for (language, title) in [("fr", "Un littoral vivant"), ("es", "Un litoral vivo")] {
        let page = visitor.get(&format!("/initiatives/living-shoreline?lang={language}")).await;
        assert!(page.text.contains(&format!("<h1 lang=\"{language}\">{title}")), "{}", page.main());
    }
    assert!(
        visitor.get("/initiatives?q=typhon+mangrove&lang=en").await.has("1 Initiative"),
        "found by its translation"
    );
    let address = "/publications/paid-for-what-is-alive-a-model-keeping-agreement-example";
    let page = visitor.get(&format!("{address}?lang=en")).await;
    assert!(page.text.contains("href=\"/initiatives/living-shoreline\""), "{}", page.main());
    let file = page.each_after(&format!("href=\"{address}/files/")).remove(0);
    for (below, kind) in [("cover".to_owned(), "image/png"), (format!("files/{file}"), "application/pdf")] {
        let (status, headers, bytes) = visitor.bytes(&format!("{address}/{below}")).await;
        assert_eq!((status, headers["content-type"].to_str().unwrap()), (200, kind), "{below}");
        assert!(bytes.len() > 1_000, "{below}");
    }
    let mut house = app.browser();
    house.log_in("secretariat@metropolis.example", demo::PASSWORD).await;
    let messages = house.get("/desk/messages?lang=en").await;
    assert!(messages.has("Awa Exemple") && messages.has("Not answered"), "{}", messages.main());
    assert_eq!(subscriber::Entity::find().count(app.db.read()).await.unwrap(), 0, "there is nobody to be told");
}

#[tokio::test]
async fn people_sign_in_to_the_demonstration_with_the_password_it_prints() {
    on_both(async |app| {
        Box::pin(demo::load(&app)).await.unwrap();
        for email in ["official@agra.example", "reviewer2@jury.example", "admin@metropolis.example"] {
            let mut person = app.browser();
            let answer = person.post("/login", &[("email", email), ("password", demo::PASSWORD)]).await;
            assert_eq!(answer.status, 303, "{email}");
        }
    })
    .await;
}

#[tokio::test]
async fn the_open_call_of_the_demonstration_never_closes_for_good() {
    on_both(async |app| {
        Box::pin(demo::load(&app)).await.unwrap();
        let open = async || calls::by_slug(app.db.read(), "example-open").await.unwrap().unwrap();
        let before = open().await;
        dates::keep_open(&app).await.unwrap();
        assert_eq!(open().await.closes_at, before.closes_at, "nothing is moved before its time");
        app.clock.advance(Duration::from_secs(30 * 86_400));
        dates::keep_open(&app).await.unwrap();
        let after = open().await;
        assert!(after.closes_at - app.now() >= Duration::from_secs(21 * 86_400));
        assert_eq!((after.closes_at - before.closes_at).as_secs() % (7 * 86_400), 0, "by whole weeks");
        assert_eq!(after.year, before.year, "references stay as they were given");
    })
    .await;
}

#[tokio::test]
async fn letters_of_the_demonstration_are_read_in_the_browser() {
    on_both(async |app| {
        let demo = app.again_with(|config| config.demo = true).await;
        Box::pin(demo::load(&demo)).await.unwrap();
        let queued = letter::Entity::find().filter(letter::Column::State.eq(LetterState::Queued));
        let written = queued.order_by_desc(letter::Column::Id).all(app.db.read()).await.unwrap();
        assert!(written.len() > 40, "letters were posted as the story went");
        let mut visitor = demo.browser();
        let list = visitor.get("/demo/mail").await;
        assert!(list.text.contains(&format!("/demo/mail/{}", written[0].id)), "{}", list.text);
        assert!(list.text.contains("rel=\"next\""), "there are more than one page of them");
        let recipient = written[0].recipient.as_str();
        let theirs = visitor.get(&format!("/demo/mail?to=%20{}", recipient.to_uppercase())).await;
        let to_them = written.iter().filter(|letter| letter.recipient.as_str() == recipient).take(40).count();
        assert_eq!(theirs.text.matches("class=\"row\"").count(), to_them, "a list of one address holds its letters");
        let shown = format!("Somebody <{recipient}>").replace(' ', "%20").replace('<', "%3C").replace('>', "%3E");
        let also = visitor.get(&format!("/demo/mail?to={shown}&before=cut-sho")).await;
        assert_eq!(also.text.matches("class=\"row\"").count(), to_them, "copied as the list shows it, and cut short");
        let of = |address: &str| written.iter().filter(|letter| letter.recipient.as_str() == address).count();
        let busy = written.iter().map(|letter| letter.recipient.as_str()).max_by_key(|address| of(address)).unwrap();
        assert!(of(busy) > 40, "{busy} has more letters than a page shows");
        let first = visitor.get(&format!("/demo/mail?to={busy}")).await;
        let older = first.each_after("rel=\"next\" href=\"").remove(0).replace("&#38;", "&");
        let second = visitor.get(&older).await;
        assert_eq!(second.text.matches("class=\"row\"").count(), (of(busy) - 40).min(40), "{older}");
        let back = second.each_after("rel=\"prev\" href=\"").remove(0);
        assert_eq!(back, format!("/demo/mail?to={}", busy.replace('@', "%40")), "the newest to the same address");
        for nobody in ["nobody@nowhere.example", "no%20address", "%F0%9F%90%9D@@"] {
            assert!(
                visitor.get(&format!("/demo/mail?to={nobody}")).await.has("No emails to this address yet"),
                "{nobody}"
            );
        }
        let id = written[0].id;
        let letter = visitor.get(&format!("/demo/mail/{id}")).await;
        assert!(letter.has(&written[0].recipient.to_string()));
        let shown = visitor.get(&format!("/demo/mail/{id}/html")).await;
        let policy = shown.headers["content-security-policy"].to_str().unwrap();
        assert!(policy.contains("sandbox") && policy.contains("default-src 'none'"));
        assert!(!policy.contains("allow-scripts") && !policy.contains("allow-same-origin"));
        assert_eq!(shown.headers["x-frame-options"], "SAMEORIGIN");
        assert_eq!(app.browser().get("/demo/mail").await.status, 404, "only a demonstration has these pages");
    })
    .await;
}
