//! What the public pages say: looked at, kept, overtaken, taken back, and read by everybody.

use initiatives::{
    catalogue::actions::ensure_text,
    entity::text_version,
    words::{Locale, Trilingual},
};
use sea_orm::{EntityTrait, PaginatorTrait, sea_query::Expr};

use crate::support::{Browser, Page, TestApp, on_both, over};

const HOUSE: &str = "secretariat@metropolis.example";
const ADMINISTRATOR: &str = "admin@metropolis.example";
const PAGE: &str = "/admin/content/privacy";

/// The form of the page about privacy, all of it typed.
fn typed(version: &str, act: &str, changed: &[(&'static str, &str)]) -> Vec<(&'static str, String)> {
    let sound = [
        ("version", version),
        ("act", act),
        ("privacy.title.en", "Your data"),
        ("privacy.title.fr", "Vos données"),
        ("privacy.title.es", "Sus datos"),
        ("privacy.text.en", "We keep **little**.\r\n\r\n# Why\r\n\r\nTo answer you: [write to us](/contact)."),
        ("privacy.text.fr", "Nous gardons **peu**."),
        ("privacy.text.es", "Guardamos **poco**."),
    ];
    over(&sound, changed)
}

pub async fn save(house: &mut Browser, version: &str, changed: &[(&'static str, &str)]) {
    let page = house.post_typed(PAGE, &typed(version, "save", changed)).await;
    assert_eq!((page.status, page.location()), (303, PAGE), "{}", page.words());
}

impl TestApp {
    async fn text_versions(&self) -> u64 {
        text_version::Entity::find().count(self.db.read()).await.unwrap()
    }

    async fn as_anybody(&self, path: &str) -> Page {
        let page = self.browser().get(path).await;
        assert_eq!(page.status, 200, "{path}");
        page
    }
}

#[tokio::test]
async fn the_pages_speak_three_languages_before_anybody_has_written_a_word() {
    on_both(async |app| {
        for (path, said) in [
            ("/about?lang=en", "From a proposal to an Initiative"),
            ("/about?lang=fr", "De la proposition à l’Initiative"),
            ("/about?lang=es", "De la propuesta a la Iniciativa"),
            ("/privacy?lang=en", "There are two cookies."),
            ("/privacy?lang=fr", "Il y a deux cookies."),
            ("/privacy?lang=es", "Hay dos cookies."),
            ("/accessibility?lang=en", "Known limits"),
            ("/accessibility?lang=fr", "Limites connues"),
            ("/accessibility?lang=es", "Límites conocidos"),
            ("/?lang=en", "How to take part"),
            ("/?lang=fr", "Comment participer"),
            ("/?lang=es", "Cómo participar"),
        ] {
            let page = app.as_anybody(path).await;
            assert!(page.main().contains(said), "{path}: {}", page.main());
            for below in ["/about", "/privacy", "/accessibility"] {
                assert!(page.text.contains(&format!("<li><a href=\"{below}\">")), "{path} does not lead to {below}");
            }
            assert!(!page.text.contains("/admin/content"), "a visitor has nothing to edit");
        }
    })
    .await;
}

#[tokio::test]
async fn what_is_saved_can_be_read_at_once_in_all_three_languages() {
    on_both(async |app| {
        let mut house = app.sign_in(HOUSE).await;
        let list = house.get("/admin/content").await;
        assert!(list.has("Texts of the public pages") && list.has("Benefit 8"), "{}", list.words());
        assert!(!list.main().contains("Clara Soler"), "nobody has changed anything: {}", list.main());
        let page = house.get(PAGE).await;
        assert_eq!(page.field("privacy.title.en").as_deref(), Some("Privacy"));
        assert!(page.has("The usual words of the service."), "{}", page.words());
        assert!(!page.has("Back to the usual words"), "it has no others: {}", page.words());

        save(&mut house, "0", &[]).await;
        let page = house.get(PAGE).await;
        assert!(page.has("The texts are saved.") && page.has("The Secretariat has words of its own here."));
        assert!(page.has("Back to the usual words") && page.main().contains("Clara Soler"), "{}", page.words());
        assert!(house.get("/admin/content").await.main().contains("Clara Soler"));
        let english = app.as_anybody("/privacy?lang=en").await;
        assert!(english.text.contains("<h1 id=\"statement-title\">Your data</h1>"), "{}", english.text);
        assert!(english.text.contains("<p>We keep <strong>little</strong>.</p>\n<h2>Why</h2>"), "{}", english.text);
        assert!(english.text.contains("<a href=\"/contact\" rel=\"noopener\">write to us</a>"), "{}", english.text);
        assert!(app.as_anybody("/privacy?lang=fr").await.text.contains("Nous gardons <strong>peu</strong>."));
        assert!(app.as_anybody("/privacy?lang=es").await.has("Sus datos"));
        assert!(house.get("/privacy").await.text.contains(&format!("href=\"{PAGE}\"")), "the house is led to the form");
        assert!(app.as_anybody("/accessibility").await.has("Known limits"), "no other page has changed");

        // The same again is no version of its own.
        let page = house.post_typed(PAGE, &typed("1", "save", &[])).await;
        assert_eq!(page.status, 303);
        assert!(house.get(PAGE).await.has("Nothing was different, so nothing was saved."));
        assert_eq!(app.text_versions().await, 1);
        let trail = app.sign_in(ADMINISTRATOR).await.get("/admin/audit").await;
        assert!(trail.has("Texts of a public page changed"), "{}", trail.main());
    })
    .await;
}

#[tokio::test]
async fn texts_are_looked_at_before_they_are_saved() {
    on_both(async |app| {
        let mut house = app.sign_in(HOUSE).await;
        let look = house.post_typed(PAGE, &typed("0", "look", &[])).await;
        assert_eq!(look.status, 200);
        // Under the heading of the language, which is the third of its page.
        assert!(look.text.contains("<h4>Why</h4>"), "{}", look.text);
        assert!(look.text.contains("<div class=\"prose\" lang=\"fr\"><p>Nous gardons <strong>peu</strong>.</p></div>"));
        assert_eq!(look.field("privacy.title.fr").as_deref(), Some("Vos données"), "what was typed stays");
        assert!(app.as_anybody("/privacy").await.has("There are two cookies."), "nobody else sees it");
        assert_eq!(app.text_versions().await, 0);
    })
    .await;
}

#[tokio::test]
async fn what_cannot_stand_is_told_by_its_place_and_nothing_typed_is_lost() {
    on_both(async |app| {
        let mut house = app.sign_in(HOUSE).await;
        let long = "x".repeat(12_001);
        let wrong = [("privacy.title.es", " "), ("privacy.text.fr", long.as_str())];
        for act in ["save", "look"] {
            let page = house.post_typed(PAGE, &typed("0", act, &wrong)).await;
            assert_eq!(page.status, 422);
            for said in ["Title (Español): Please write it in this language, too.", "Text (Français): At most 12000"]
            {
                assert!(page.has(said), "{said}: {}", page.words());
            }
            assert!(page.text.contains("href=\"#f-privacy.title.es\"") && page.text.contains(&long));
            assert!(page.text.contains("We keep **little**."), "{}", page.text);
        }
        // What the service does not say by itself may be left out, in all languages or in none.
        let publications = "/admin/content/publications";
        let one = [("version", "0"), ("act", "save"), ("publications.note.en", "Read them.")];
        let page = house.post(publications, &one).await;
        assert_eq!(page.status, 422);
        assert!(page.has("Introduction (Français): Please write it in this language, too."), "{}", page.words());
        let none = [("version", "0"), ("act", "save"), ("publications.note.en", "")];
        assert_eq!(house.post(publications, &none).await.status, 303);
        assert_eq!(app.text_versions().await, 0);
        for nowhere in ["/admin/content/nothing", "/admin/content/privacy/en"] {
            assert_eq!(house.get(nowhere).await.status, 404, "{nowhere}");
        }
    })
    .await;
}

#[tokio::test]
async fn of_two_who_edit_the_second_sees_both_texts() {
    on_both(async |app| {
        let mut house = app.sign_in(HOUSE).await;
        let mut other = app.sign_in(ADMINISTRATOR).await;
        save(&mut house, "0", &[]).await;
        let mine = [("privacy.title.en", "Mine"), ("privacy.text.es", "Lo mío.")];
        let late = other.post_typed(PAGE, &typed("0", "save", &mine)).await;
        assert_eq!(late.status, 409);
        assert!(late.has("What it says now") && late.has("Your data") && late.has("Guardamos **poco**."));
        assert_eq!(late.field("privacy.title.en").as_deref(), Some("Mine"));
        assert!(late.text.contains("Lo mío.") && late.field("version").as_deref() == Some("1"), "{}", late.words());
        assert_eq!(other.post_typed(PAGE, &typed("0", "reset", &[])).await.status, 409);
        assert!(app.as_anybody("/privacy").await.has("Your data"), "nothing was lost");
        save(&mut other, "1", &mine).await;
        assert!(app.as_anybody("/privacy").await.has("Mine"));
        assert_eq!(app.text_versions().await, 2);
    })
    .await;
}

#[tokio::test]
async fn every_version_is_kept_and_there_is_a_way_back() {
    on_both(async |app| {
        let mut house = app.sign_in(HOUSE).await;
        save(&mut house, "0", &[]).await;
        save(&mut house, "1", &[("privacy.title.fr", "La vie privée")]).await;
        let page = house.get(PAGE).await;
        let changed = page.main().split_once("Version 2").unwrap().1.to_owned();
        let changed = changed.split_once("Version 1").unwrap().0.to_owned();
        assert!(changed.contains("Title ( Français )") && !changed.contains("English"), "{changed}");

        let page = house.get(&format!("{PAGE}?version=1")).await;
        assert!(page.has("The form holds version 1."), "{}", page.words());
        assert_eq!(page.field("privacy.title.fr").as_deref(), Some("Vos données"));
        assert_eq!(page.field("version").as_deref(), Some("2"), "it is saved on top of what holds now");
        assert!(!app.as_anybody("/privacy?lang=fr").await.has("Vos données"), "looking changes nothing");
        save(&mut house, "2", &[]).await;
        assert!(app.as_anybody("/privacy?lang=fr").await.has("Vos données"));
        assert_eq!(house.get(&format!("{PAGE}?version=99")).await.status, 200, "there is no such version");

        let rewritten = text_version::Entity::update_many().col_expr(text_version::Column::Number, Expr::value(9));
        assert!(rewritten.exec(app.db.write()).await.is_err(), "a version never changes");
        assert!(text_version::Entity::delete_many().exec(app.db.write()).await.is_err(), "and never goes");
        assert_eq!(app.text_versions().await, 3);
    })
    .await;
}

#[tokio::test]
async fn a_page_goes_back_to_the_words_of_the_service() {
    on_both(async |app| {
        let mut house = app.sign_in(HOUSE).await;
        save(&mut house, "0", &[]).await;
        assert_eq!(house.post_typed(PAGE, &typed("1", "reset", &[])).await.status, 303);
        let page = house.get(PAGE).await;
        assert!(page.has("The page has the usual words of the service again.") && page.has("Version 2"));
        assert_eq!(page.field("privacy.title.en").as_deref(), Some("Privacy"));
        assert!(app.as_anybody("/privacy").await.has("There are two cookies."));
        // A version without words of the house holds those of the service.
        save(&mut house, "2", &[("privacy.title.en", "Us")]).await;
        let page = house.get(&format!("{PAGE}?version=2")).await;
        assert_eq!(page.field("privacy.title.en").as_deref(), Some("Privacy"));
        assert_eq!(house.post_typed(PAGE, &typed("3", "reset", &[])).await.status, 303);
        assert!(!house.get(PAGE).await.has("Back to the usual words"));
        let trail = app.sign_in(ADMINISTRATOR).await.get("/admin/audit").await;
        assert!(trail.has("Texts of a public page reset"), "{}", trail.main());
    })
    .await;
}

#[tokio::test]
async fn what_a_seed_brought_is_the_first_version_and_stays_when_the_rest_is_reset() {
    on_both(async |app| {
        let said = |text: &str| Trilingual { en: text.to_owned(), fr: format!("{text}-fr"), es: format!("{text}-es") };
        let act = app.begin_as("seed").await.unwrap();
        for (name, text) in [("benefits.items.01", "Exchange"), ("benefits.title", "Why")] {
            assert!(ensure_text(&act, name, &said(text)).await.unwrap());
        }
        assert!(ensure_text(&act, "benefits.items.09", &said("No page has it")).await.is_err());
        act.commit().await.unwrap();
        assert!(app.as_anybody("/benefits?lang=fr").await.has("Exchange-fr"));

        let benefits = "/admin/content/benefits";
        let mut house = app.sign_in(HOUSE).await;
        let page = house.get(benefits).await;
        assert!(!page.has("Version 1"), "nobody has changed it yet");
        let mut values = vec![("version".to_owned(), "0".to_owned()), ("act".to_owned(), "save".to_owned())];
        for name in ["benefits.title", "benefits.text", "benefits.items.01", "benefits.items.02"] {
            for locale in Locale::ALL {
                values.push((format!("{name}.{locale}"), format!("{name} in {locale}")));
            }
        }
        let values: Vec<(&str, &str)> = values.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        assert_eq!(house.post(benefits, &values).await.status, 303);
        assert!(app.as_anybody("/benefits?lang=es").await.has("benefits.items.02 in es"));
        let first = house.get(&format!("{benefits}?version=1")).await;
        assert_eq!(first.field("benefits.items.01.en").as_deref(), Some("Exchange"));
        assert_eq!(first.field("version").as_deref(), Some("2"));

        assert_eq!(house.post(benefits, &[("version", "2"), ("act", "reset")]).await.status, 303);
        let page = app.as_anybody("/benefits").await;
        assert!(page.has("What are the benefits?") && page.has("benefits.items.01 in en"), "{}", page.main());
        // A seed that is loaded again brings nothing back.
        let act = app.begin_as("seed").await.unwrap();
        assert!(!ensure_text(&act, "benefits.items.01", &said("Exchange")).await.unwrap());
        act.commit().await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn the_head_of_the_home_page_is_written_as_all_else() {
    on_both(async |app| {
        let home = "/admin/content/home";
        let card = async || app.as_anybody("/card.png?lang=fr").await.headers.get("etag").cloned();
        let before = card().await;
        let mut house = app.sign_in(HOUSE).await;
        let form = house.get(home).await;
        assert_eq!(form.field("head.heading.en").as_deref(), Some("Projects by cities, for cities"));
        let mut values = vec![("version".to_owned(), "0".to_owned()), ("act".to_owned(), "save".to_owned())];
        for name in ["association", "head.heading", "head.lede", "what.title", "what.text"] {
            values.extend(Locale::ALL.map(|locale| (format!("{name}.{locale}"), format!("{name} in {locale}"))));
        }
        let values: Vec<(&str, &str)> = values.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        assert_eq!(house.post(home, &values).await.status, 303);
        let page = app.as_anybody("/?lang=fr").await;
        assert!(page.text.contains("<h1>head.heading in fr</h1>") && page.has("head.lede in fr"), "{}", page.main());
        assert_ne!(card().await, before, "its picture says so too");

        assert_eq!(house.post(home, &[("version", "1"), ("act", "reset")]).await.status, 303);
        let page = app.as_anybody("/?lang=es").await;
        assert!(page.has("Proyectos de las ciudades, para las ciudades") && page.has("association in es"));
    })
    .await;
}

#[tokio::test]
async fn markup_of_other_kinds_is_shown_as_it_was_typed_and_does_nothing() {
    on_both(async |app| {
        let mut house = app.sign_in(HOUSE).await;
        let hostile = "<script>alert(1)</script>\n\n<img src=x onerror=alert(1)> [a](javascript:alert(1)) \
            [b](//evil.example) [c](https://good.example/ \"t\") ![d](https://evil.example/d.png)";
        save(&mut house, "0", &[("privacy.text.en", hostile), ("privacy.title.en", "<b>Data</b>")]).await;
        for page in [app.as_anybody("/privacy?lang=en").await, house.get(PAGE).await] {
            let main = page.text.split_once("<main").unwrap().1.split_once("</main>").unwrap().0;
            assert!(!main.contains("<script") && !main.contains("<b>") && !main.contains("<img"), "{main}");
            assert!(!main.contains("href=\"javascript") && !main.contains("href=\"//"), "{main}");
            assert!(main.contains("<a href=\"https://good.example/\" rel=\"noopener\">c</a>"), "{main}");
            assert!(page.has("<script>alert(1)</script>") && page.has("<b>Data</b>"), "{}", page.words());
        }
    })
    .await;
}

#[tokio::test]
async fn nobody_else_finds_the_texts() {
    on_both(async |app| {
        for path in ["/admin/content", PAGE] {
            assert_eq!(app.browser().get(path).await.status, 401);
            for email in ["official@agra.example", "reviewer1@jury.example"] {
                assert_eq!(app.sign_in(email).await.get(path).await.status, 404, "{email}");
            }
        }
        let mut official = app.sign_in("official@agra.example").await;
        assert_eq!(official.post_typed(PAGE, &typed("0", "save", &[])).await.status, 404);
        save(&mut app.sign_in(ADMINISTRATOR).await, "0", &[]).await;
        assert_eq!(app.text_versions().await, 1);
    })
    .await;
}

#[tokio::test]
async fn news_have_lists_and_links_on_the_page_and_stay_as_typed_in_the_email() {
    on_both(async |app| {
        let reference = app.under_review().await;
        app.approve_and_tell(&reference).await;
        let slug = app.case(HOUSE, &reference).await.unwrap().proposal.slug.unwrap();
        app.subscribe("ana@rosario.example", &[("initiative", &slug)]).await;
        let mut house = app.sign_in(HOUSE).await;
        let path = format!("/desk/proposals/{reference}/news");
        let id = house.get(&path).await.field("id").unwrap();
        let news = [
            ("id", id.as_str()),
            ("kind", "milestone"),
            ("language", "en"),
            ("title_en", "Two roofs"),
            ("text_en", "# Painted\n\n- one\n- two <i>white</i>\n\n[x](javascript:alert(1))"),
            ("link", ""),
        ];
        assert_eq!(house.post(&path, &news).await.status, 303);
        let page = app.as_anybody(&format!("/initiatives/{slug}")).await;
        assert!(page.text.contains("<h4>Painted</h4>") && page.text.contains("<li>one</li>"), "{}", page.text);
        assert!(page.has("two <i>white</i>") && !page.text.contains("javascript:"), "{}", page.text);
        app.deliver_mail().await;
        let letters = app.letters_to("ana@rosario.example").await;
        let told = letters.iter().find(|letter| letter.body_text.contains("Painted")).unwrap();
        assert!(told.body_text.contains("# Painted") && told.body_text.contains("- one"), "{}", told.body_text);
    })
    .await;
}
