//! Lists that the secretariat kept elsewhere, and the desk's page of those who hear by email.

use initiatives::partners::topics::TopicKind;

use super::{ANA, HOUSE};
use crate::support::on_both;

const IMPORT: &str = "/desk/subscribers/import";

#[tokio::test]
async fn a_list_is_brought_with_its_consent_and_nobody_who_stopped_comes_back() {
    on_both(async |app| {
        let page = app.subscribe("stopped@lyon.example", &[("general", "calls")]).await;
        app.press(&page, "", &[("rhythm", "daily"), ("language", "en")]).await;
        app.subscribe(ANA, &[("general", "calls"), ("rhythm", "weekly")]).await;
        app.ask_for_letters("asked@lyon.example", &[("theme", "governance")]).await;
        let letters = app.all_letters().await.len();

        let mut house = app.sign_in(HOUSE).await;
        let list = format!(
            "Email,Name\nnew@lyon.example,Chloé Martin,fr\n{ANA}\nnew@lyon.example\nstopped@lyon.example\nasked@lyon.example"
        );
        let values = [
            ("list", list.as_str()),
            ("consent", "Congress in Hyderabad, October 2014."),
            ("theme", "governance"),
            ("rhythm", "daily"),
            ("language", "es"),
        ];
        let done = house.post(IMPORT, &values).await;
        assert_eq!(done.status, 200, "{}", done.words());
        for told in ["1 new address", "2 addresses were known", "1 address had stopped", "1 line named", "1: Email,Name"] {
            assert!(done.has(told), "{told}: {}", done.words());
        }
        let governance = (TopicKind::Theme, "governance".to_owned());
        assert_eq!(app.confirmed("new@lyon.example").await, std::slice::from_ref(&governance));
        assert_eq!(app.confirmed("asked@lyon.example").await, std::slice::from_ref(&governance));
        assert_eq!(app.confirmed(ANA).await, [(TopicKind::Calls, String::new()), governance]);
        assert!(app.confirmed("stopped@lyon.example").await.is_empty());
        let new = app.subscriber("new@lyon.example").await.unwrap();
        assert_eq!((new.name.as_str(), new.locale.tag(), new.rhythm.code()), ("Chloé Martin", "fr", "daily"));
        assert_eq!(app.subscriber(ANA).await.unwrap().rhythm.code(), "weekly", "their own wish stays");
        assert_eq!(app.all_letters().await.len(), letters, "nothing is sent now");

        let found = house.get("/desk/subscribers?q=NEW").await;
        assert!(found.has("new@lyon.example") && !found.has(ANA), "{}", found.words());
        assert!(found.has("3 addresses receive news"), "{}", found.words());
        let one = house.get(&format!("/desk/subscribers/{}", new.id)).await;
        for told in ["A list brought here", "Congress in Hyderabad, October 2014.", "Governance"] {
            assert!(one.has(told), "{told}: {}", one.words());
        }
        let after = house.post_and_follow(&format!("/desk/subscribers/{}/stop", new.id), &[]).await;
        assert!(after.has("Stopped all emails"), "{}", after.words());
        assert!(app.confirmed("new@lyon.example").await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_list_without_addresses_or_consent_is_refused_and_kept() {
    on_both(async |app| {
        let mut house = app.sign_in(HOUSE).await;
        let sound =
            [("list", ANA), ("consent", "A form."), ("general", "calls"), ("rhythm", "daily"), ("language", "es")];
        for (field, value, said) in [
            ("list", "", "Paste the list here"),
            ("list", "nobody, at all", "There is no email address"),
            ("consent", " ", "Say when and how"),
            ("general", "moon", "Choose at least one thing"),
        ] {
            let page = house.post_typed(IMPORT, &crate::support::over(&sound, &[(field, value)])).await;
            assert_eq!(page.status, 422);
            assert!(page.has(said), "{said}: {}", page.words());
        }
        let page = house.post_typed(IMPORT, &crate::support::over(&sound, &[("consent", "")])).await;
        assert!(page.text.contains(&format!("\n{ANA}</textarea>")), "{}", page.text);
        assert!(app.subscriber(ANA).await.is_none());
    })
    .await;
}

#[tokio::test]
async fn a_long_list_is_brought_in_a_few_statements_and_pages_cost_the_same() {
    on_both(async |app| {
        let mut house = app.sign_in(HOUSE).await;
        let list: String = (0..2500).map(|n| format!("reader{n:04}@cities.example\n")).collect();
        let values = [
            ("list", list.as_str()),
            ("consent", "A form."),
            ("general", "everything"),
            ("general", "calls"),
            ("theme", "governance"),
            ("region", "africa"),
            ("rhythm", "daily"),
            ("language", "es"),
        ];
        let before = app.statements();
        let done = house.post(IMPORT, &values).await;
        assert!(done.has("2500 new addresses") || done.has("2,500 new addresses"), "{}", done.words());
        let cost = app.statements() - before;
        assert!(cost < 60, "{cost} statements");
        let many = app.cost(&mut house, "/desk/subscribers").await;
        let one = app.cost(&mut house, "/desk/subscribers?q=reader0007").await;
        assert_eq!(many, one);
        let next = house.get("/desk/subscribers").await;
        let next = next.each_after("rel=\"next\" href=\"").remove(0).replace("&#38;", "&");
        assert!(house.get(&next).await.has("reader0050@cities.example"));
    })
    .await;
}
