//! A tour through the whole demonstration, by its links alone, as each kind of visitor and in each language: no link leads
//! nowhere, every page is in the language asked for, and every template is met in each. What it meets is left for the HTML
//! checker.

mod hooks;
mod pages;
mod sheets;
mod templates;
mod walk;

use std::collections::{BTreeMap, BTreeSet};

use initiatives::demo::load::{self as demo, PASSWORD};

use crate::support::{AnotherProcess, Browser, on_sqlite};
use templates::Unmet;
use walk::Walk;

/// Who walks, and where from, besides the front page.
const WALKERS: [(&str, &[&str]); 9] = [
    ("", &["/nowhere-at-all", "/login", "/invitations/nobody", "/demo/design", "/demo/mail"]),
    ("official@agra.example", &["/proposals", "/account"]),
    ("official@barcelona.example", &["/proposals"]),
    ("official@saint-aurin.example", &["/proposals"]),
    ("official@lumara.example", &["/proposals"]),
    // Whose proposal was returned and submitted again: its receipt tells what changed.
    ("official@costa-serena.example", &["/proposals"]),
    ("reviewer1@jury.example", &["/desk"]),
    ("secretariat@metropolis.example", &["/desk", "/desk/people", "/desk/organisations", "/desk/calls", REGISTERING]),
    ("admin@metropolis.example", &["/desk/people"]),
];

/// The form behind a choice, which is no link.
const REGISTERING: &str = "/desk/registrations/new?call=2014&organisation=agra";

async fn enter(app: &AnotherProcess, email: &str) -> Browser {
    let mut browser = app.browser();
    if !email.is_empty() {
        let page = browser.log_in(email, PASSWORD).await;
        assert_eq!(page.status, 303, "{email} could not sign in: {}", page.words());
    }
    browser
}

#[tokio::test]
async fn every_link_leads_somewhere_and_every_template_is_met_in_english() {
    Box::pin(tour("en")).await;
}

#[tokio::test]
async fn every_link_leads_somewhere_and_every_template_is_met_in_french() {
    Box::pin(tour("fr")).await;
}

#[tokio::test]
async fn every_link_leads_somewhere_and_every_template_is_met_in_spanish() {
    Box::pin(tour("es")).await;
}

async fn tour(language: &'static str) {
    on_sqlite(async |app| {
        let app = app.again_with(|config| config.demo = true).await;
        Box::pin(demo::load(&app)).await.unwrap();
        let mut unmet = Unmet::all(language);
        let mut wrong = Vec::new();
        let links = links_of_letters(&app).await;
        answer_requests(&app, "official@saint-aurin.example").await;
        for (email, starts) in WALKERS {
            let mut walk = Walk::new(enter(&app, email).await, language);
            walk.start(&["/"]);
            walk.start(starts);
            if email.is_empty() {
                walk.start(&links.iter().map(String::as_str).collect::<Vec<_>>());
            }
            walk.on(&mut unmet).await;
            wrong.extend(walk.wrong.into_iter().map(|said| format!("{email}: {said}")));
        }
        too_late(&app, language, &mut unmet).await;
        what_only_forms_show(&app, language, &mut unmet).await;
        workplace(&app, language, &mut unmet).await;
        hearing_by_email(&app, language, &mut unmet).await;
        writing_to_us(&app, language, &mut unmet).await;
        decisions(&app, language, &mut unmet).await;
        unmet.letters(&app).await;
        assert!(wrong.is_empty(), "{} slips on the way:\n{}", wrong.len(), wrong.join("\n"));
        assert!(unmet.left().is_empty(), "these templates were met in no story of this tour: {:?}", unmet.left());
    })
    .await;
}

/// The addresses within the service that its letters lead to: one of each kind.
async fn links_of_letters(app: &AnotherProcess) -> Vec<String> {
    let mut house = enter(app, "secretariat@metropolis.example").await;
    let form = [("email", "newcomer@jury.example"), ("name", "New"), ("locale", "en"), ("role", "reviewer")];
    assert_eq!(house.post("/desk/people/new", &form).await.status, 303);
    let form = [("email", "official@barcelona.example")];
    assert_eq!(app.browser().post("/password-reset", &form).await.status, 303);
    invite_to_write(app, "official@saint-aurin.example").await;
    initiatives::mail::worker::deliver_due(app).await.unwrap();
    let ours = app.config.link("/");
    let mut kinds = BTreeMap::new();
    for letter in templates::letters(app).await {
        for link in letter.body_text.split_whitespace().filter_map(|word| word.strip_prefix(&ours)) {
            let kind = link.split('/').next().unwrap_or_default().to_owned();
            kinds.entry(kind).or_insert_with(|| format!("/{link}"));
        }
    }
    kinds.into_values().collect()
}

/// Has Agra invite someone of another city to write in its draft.
async fn invite_to_write(app: &AnotherProcess, email: &str) {
    let mut owner = enter(app, "official@agra.example").await;
    let list = owner.get("/proposals").await;
    let form = [("email", email), ("name", "Somebody"), ("locale", "en")];
    let mut invited = false;
    for address in list.text.split("href=\"").filter_map(|rest| rest.split('"').next()).filter(|a| a.contains("/MI-")) {
        invited |= owner.post(&format!("{address}/co-editors"), &form).await.status == 303;
    }
    assert!(invited, "Agra has a draft in the demonstration: {}", list.words());
}

/// Has a city answer what it was asked when its proposal was returned, so that it can be submitted again.
async fn answer_requests(app: &AnotherProcess, email: &str) {
    let mut official = enter(app, email).await;
    let list = official.get("/proposals").await;
    let addresses = list.text.split("href=\"").filter_map(|rest| rest.split('"').next()).filter(|a| a.contains("/MI-"));
    let mut asked = 0;
    for address in addresses {
        let form = official.get(&format!("{address}/edit/requests")).await;
        let names: Vec<&str> = form
            .text
            .split("name=\"")
            .filter_map(|rest| rest.split('"').next())
            .filter(|n| n.starts_with("request_"))
            .collect();
        let answers: Vec<(&str, &str)> = names.iter().map(|name| (*name, "C’est fait.")).collect();
        if !answers.is_empty() {
            assert_eq!(official.post(&format!("{address}/edit/requests"), &answers).await.status, 303);
            asked += answers.len();
        }
    }
    assert!(asked > 0, "something was asked of {email} in the demonstration: {}", list.words());
}

/// The page of those who submit after the deadline.
async fn too_late(app: &AnotherProcess, language: &str, unmet: &mut Unmet) {
    // Another process, whose clock is a year ahead.
    let later = app.later(std::time::Duration::from_secs(366 * 24 * 60 * 60)).await;
    let mut owner = enter(&later, "official@agra.example").await;
    let list = owner.get("/proposals").await;
    let addresses: BTreeSet<&str> =
        list.text.split("href=\"").filter_map(|rest| rest.split('"').next()).filter(|a| a.contains("/MI-")).collect();
    assert!(!addresses.is_empty(), "Agra has a draft in the demonstration: {}", list.words());
    // Of all but the draft it is another refusal.
    for address in addresses {
        let form = [("version", "1"), ("edition", "1")];
        let page = owner.post(&format!("{address}/submission?lang={language}"), &form).await;
        assert_eq!(page.status, 403, "{}", page.words());
        unmet.meet(&page.text);
    }
}

/// The pages that a form of the secretariat is answered with: two texts of one answer, and a letter before it is sent.
async fn what_only_forms_show(app: &AnotherProcess, language: &str, unmet: &mut Unmet) {
    let mut house = enter(app, "secretariat@metropolis.example").await;
    let desk = "/desk/calls/example-open";
    let list = house.get(&format!("{desk}/answers")).await;
    let below = format!("href=\"{desk}/answers/");
    let answer = list.text.split(&below).nth(1).and_then(|rest| rest.split('"').next()).unwrap();
    let inputs =
        |names: [&'static str; 2]| names.map(|n| ["en", "fr", "es"].map(|l| (format!("{n}_{l}"), "Words."))).concat();
    for (path, names, status) in [
        (format!("answers/{answer}"), ["question", "answer"], 409),
        ("letters/preview".to_owned(), ["subject", "text"], 200),
    ] {
        let values = inputs(names);
        let mut values: Vec<(&str, &str)> = values.iter().map(|(name, text)| (name.as_str(), *text)).collect();
        values.push(("states", "draft"));
        let page = house.post(&format!("{desk}/{path}?lang={language}"), &values).await;
        assert_eq!(page.status, status, "{}", page.words());
        unmet.meet(&page.text);
    }
}

/// What somebody without an account meets, and what the secretariat publishes and brings.
async fn hearing_by_email(app: &AnotherProcess, language: &str, unmet: &mut Unmet) {
    let email = format!("reader.{language}@cities.example");
    let wish = [("email", email.as_str()), ("rhythm", "weekly"), ("language", language), ("general", "calls")];
    assert_eq!(app.browser().post("/subscriptions", &wish).await.status, 303);
    let asks = templates::letters(app).await.into_iter().find(|letter| letter.recipient.as_str() == email).unwrap();
    let ours = app.config.link("/subscriptions/");
    let link = asks.body_text.split_whitespace().find_map(|word| word.strip_prefix(&ours)).unwrap();
    let token = link.split('?').next().unwrap();
    for below in ["subscriptions", "unsubscribe"] {
        let page = app.browser().get(&format!("/{below}/{token}?lang={language}")).await;
        assert_eq!(page.status, 200, "{}", page.words());
        unmet.meet(&page.text);
    }
    let mut house = enter(app, "secretariat@metropolis.example").await;
    let list = [
        ("list", email.as_str()),
        ("consent", "A form."),
        ("rhythm", "daily"),
        ("language", language),
        ("theme", "governance"),
    ];
    let brought = house.post(&format!("/desk/subscribers/import?lang={language}"), &list).await;
    assert_eq!(brought.status, 200, "{}", brought.words());
    unmet.meet(&brought.text);
    let news = "/desk/proposals/MI-2014-016/news";
    let id = house.get(news).await.field("id").unwrap();
    let (title, text) = (format!("title_{language}"), format!("text_{language}"));
    let piece = [
        ("id", id.as_str()),
        ("kind", "report"),
        ("language", language),
        (title.as_str(), "A report"),
        (text.as_str(), "It is out."),
        ("link", ""),
    ];
    assert_eq!(house.post(news, &piece).await.status, 303);
    let one = format!("{news}/{id}");
    let overtaken = [&piece[1..], &[("version", "0")]].concat();
    for (path, form) in [(&one, &overtaken[..]), (&format!("{one}/shown"), &[("shown", "no")])] {
        unmet.meet(&house.post(&format!("{path}?lang={language}"), form).await.text);
    }
    for path in [
        format!("{one}?lang={language}"),
        format!("{one}?lang={language}&version=1"),
        format!("{news}?lang={language}"),
    ] {
        unmet.meet(&house.get(&path).await.text);
    }
    assert_eq!(house.post(&format!("{one}/shown"), &[("shown", "yes")]).await.status, 303);
    let page = app.browser().get(&format!("/initiatives/green-ways?lang={language}")).await;
    unmet.meet(&page.text);
}

/// What a visitor meets who writes to the secretariat.
async fn writing_to_us(app: &AnotherProcess, language: &str, unmet: &mut Unmet) {
    let email = format!("writer.{language}@cities.example");
    let text = [("name", "A Writer"), ("email", email.as_str()), ("about", "question"), ("message", "A question.")];
    let mut writer = app.browser();
    let asked = writer.post(&format!("/contact?lang={language}"), &text).await;
    assert_eq!(asked.status, 303, "{}", asked.words());
    let asks = templates::letters(app).await.into_iter().find(|letter| letter.recipient.as_str() == email).unwrap();
    let ours = app.config.link("/contact/");
    let link = asks.body_text.split_whitespace().find_map(|word| word.strip_prefix(&ours)).unwrap();
    for below in ["asked", "sent", link.split('?').next().unwrap()] {
        let page = writer.get(&format!("/contact/{below}?lang={language}")).await;
        assert_eq!(page.status, 200, "{}", page.words());
        unmet.meet(&page.text);
    }
}

/// What the secretariat makes for itself: a tag, a saved view, and what was done with many at once.
async fn workplace(app: &AnotherProcess, language: &str, unmet: &mut Unmet) {
    let mut house = enter(app, "secretariat@metropolis.example").await;
    let name = format!("Tag {language}");
    let made = house.post(&format!("/desk/tags?lang={language}"), &[("name", name.as_str()), ("colour", "3")]).await;
    assert_eq!(made.status, 303, "{}", made.words());
    house.post("/desk/views", &[("name", name.as_str()), ("view", "state=submitted"), ("shared", "yes")]).await;
    let tags = house.get(&format!("/desk/tags?lang={language}")).await;
    let tag = tags.text.split("href=\"/desk/tags/").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let list = house.get("/desk").await;
    let reference = list.text.split("href=\"/desk/proposals/").nth(1).unwrap().split('"').next().unwrap();
    for address in [
        format!("/desk/tags/{tag}?lang={language}"),
        format!("/desk/views?lang={language}"),
        format!("/desk/bulk/eligibility?sel={reference}&lang={language}"),
    ] {
        let page = house.get(&address).await;
        assert_eq!(page.status, 200, "{address}: {}", page.words());
        unmet.meet(&page.text);
    }
    let form = [("confirm", "yes"), ("sel", reference), ("ref", reference), ("tag", tag.as_str())];
    let done = house.post(&format!("/desk/bulk/tagging?lang={language}"), &form).await;
    assert_eq!(done.status, 200, "{}", done.words());
    unmet.meet(&done.text);
}

/// The pages of decisions that are prepared and published together.
async fn decisions(app: &AnotherProcess, language: &str, unmet: &mut Unmet) {
    let mut house = enter(app, "secretariat@metropolis.example").await;
    let desk = "/desk/calls/example-under-review/decisions";
    let all = house.get(&format!("{desk}?show=all")).await.text;
    let picks: Vec<&str> =
        all.split("name=\"pick\" value=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    let under_review: Vec<&str> = picks.iter().copied().filter(|pick| pick.ends_with(':')).take(2).collect();
    let made = [
        ("save", "yes"),
        ("outcome", "approved"),
        ("body", "Board"),
        ("session", "24"),
        ("decided_on", "2014-03-28"),
        ("minute_reference", "12"),
    ];
    for (path, form) in [
        ("returns", vec![("pick", under_review[0])]),
        ("preparation", vec![("pick", under_review[0]), ("outcome", "approved")]),
        ("preparation", [[("pick", under_review[0]), ("pick", under_review[1])].as_slice(), &made].concat()),
    ] {
        let page = house.post(&format!("{desk}/{path}?lang={language}"), &form).await;
        assert!(matches!(page.status, 200 | 303), "{}", page.words());
        unmet.meet(&page.text);
    }
    let prepared = house.get(&format!("{desk}?show=prepared&lang={language}")).await;
    unmet.meet(&prepared.text);
    let picks: Vec<&str> =
        prepared.text.split("name=\"pick\" value=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    let check = house.post(&format!("{desk}/check?lang={language}"), &[("pick", picks[0]), ("pick", picks[1])]).await;
    unmet.meet(&check.text);
    let texts = check.field("texts").unwrap();
    let order = [("pick", picks[0]), ("texts", texts.as_str()), ("when", "at"), ("at", "2090-01-01T10:00")];
    let order = house.post(&format!("{desk}/orders"), &order).await;
    assert_eq!(order.status, 303, "{}", order.words());
    unmet.meet(&house.get(&format!("{}?lang={language}", order.location())).await.text);
    let reference = picks[1].split(':').next().unwrap();
    let letters = house.get(&format!("/desk/proposals/{reference}/decision/letters?lang={language}")).await;
    assert_eq!(letters.status, 200, "{}", letters.words());
    unmet.meet(&letters.text);
    for path in ["letter-texts", "letter-texts/returned/fr"] {
        let page = house.get(&format!("/desk/calls/example-under-review/{path}?lang={language}")).await;
        assert_eq!(page.status, 200, "{}", page.words());
        unmet.meet(&page.text);
    }
}
