//! What the public pages tell of themselves to those who do not open them: to search engines, and where others show a link.

use serde_json::{Value as Json, json};

use crate::{
    programs::{fetch, read, slug},
    support::{Page, on_both},
};

#[tokio::test]
async fn search_engines_are_told_of_pages_that_are_there_and_of_no_others() {
    on_both(async |app| {
        let hidden = app.under_review().await;
        let reference = app.under_review().await;
        app.approve_and_tell(&reference).await;
        let robots = fetch(&app, "/robots.txt").await.text;
        let base = app.config.link("");
        assert!(robots.contains("Disallow: /proposals\n") && robots.contains(&format!("Sitemap: {base}/sitemap.xml")));
        let pages = read("sitemap", &fetch(&app, "/sitemap.xml").await.text);
        let listed: Vec<String> =
            pages.as_array().unwrap().iter().map(|page| page["address"].as_str().unwrap().to_owned()).collect();
        let own = format!("{base}/initiatives/{}?lang=fr", slug(&app, &reference).await);
        assert!(listed.contains(&own) && !listed.iter().any(|address| address.contains(&hidden.to_string())));
        let mut visitor = app.browser();
        for page in pages.as_array().unwrap() {
            let address = page["address"].as_str().unwrap();
            let shown = visitor.get(address.strip_prefix(&base).unwrap()).await;
            assert_eq!(shown.status, 200, "{address}");
            assert!(shown.text.contains(&format!("<link rel=\"canonical\" href=\"{address}\">")), "{address}");
            assert!(!shown.text.contains("noindex"), "{address}");
            for (language, other) in page["languages"].as_object().unwrap() {
                let link = format!("hreflang=\"{language}\" href=\"{}\"", other.as_str().unwrap());
                assert!(shown.text.contains(&link), "{address} has no {link}");
            }
        }
        let tracked = visitor.get("/calls/2014?utm_source=mail&fbclid=1&lang=en").await;
        assert!(tracked.text.contains(&format!("rel=\"canonical\" href=\"{base}/calls/2014?lang=en\"")));
        let of_all = visitor.get("/calls/2014?utm_source=mail").await;
        assert!(of_all.text.contains(&format!("rel=\"canonical\" href=\"{base}/calls/2014\"")));
        for address in ["/login", "/initiatives?q=roofs", "/nowhere", "/initiatives/none", "/proposals", "/receipts"] {
            let page = visitor.get(address).await;
            assert!(page.text.contains("<meta name=\"robots\" content=\"noindex\">"), "{address}");
            assert!(!page.text.contains("rel=\"canonical\""), "{address}");
        }
        let demo = app.again_with(|config| config.demo = true).await;
        assert!(demo.browser().get("/robots.txt").await.text.ends_with("Disallow: /\n"));
        assert!(demo.browser().get("/calls").await.text.contains("noindex"));
    })
    .await;
}

/// The linked data of a page: each thing that it tells of, with whole addresses for names.
fn linked(page: &Page) -> Json {
    let (_, behind) = page.text.split_once("<script type=\"application/ld+json\">").expect("linked data");
    read("linked", behind.split_once("</script>").unwrap().0)
}

/// A value of a thing in linked data, by its name in the words of schema.org.
fn said_of<'t>(thing: &'t Json, name: &str) -> &'t Json {
    &thing[format!("https://schema.org/{name}")][0]
}

#[tokio::test]
async fn a_page_tells_of_itself_to_those_who_do_not_open_it() {
    on_both(async |app| {
        let reference = app.under_review().await;
        app.approve_and_tell(&reference).await;
        let path = format!("/initiatives/{}", slug(&app, &reference).await);
        let page = fetch(&app, &path).await;
        let told = linked(&page);
        assert_eq!(told[0]["@type"], json!(["https://schema.org/Project"]));
        assert_eq!(said_of(&told[0], "identifier")["@value"], reference.as_str());
        let geo = said_of(said_of(&told[0], "location"), "geo");
        assert!(said_of(geo, "latitude")["@value"].is_string());
        let image = format!("{}{path}/card.png?lang=en", app.config.link(""));
        assert!(page.text.contains(&format!("<meta property=\"og:image\" content=\"{image}\">")));
        assert!(page.text.contains("<meta name=\"description\" content=\"To lower summer temperatures"));
        let house = linked(&fetch(&app, "/").await);
        assert_eq!(house[0]["@type"], json!(["https://schema.org/Organization"]));
        assert_eq!(said_of(&house[1], "publisher")["@id"], house[0]["@id"], "the site is that of the association");
        let call = linked(&fetch(&app, "/calls/2014?lang=fr").await);
        assert_eq!(said_of(&call[0], "expires")["@value"], "2014-05-15T21:59:59.000Z");
        assert_eq!(said_of(&call[0], "inLanguage")["@value"], "fr");
        assert!(!fetch(&app, "/benefits").await.text.contains("ld+json"));

        let mut browser = app.browser();
        for address in ["/card.png?lang=es".to_owned(), format!("{path}/card.png"), format!("{path}/card.png?lang=fr")]
        {
            let (status, headers, bytes) = browser.bytes(&address).await;
            assert_eq!((status, headers["content-type"].to_str().unwrap()), (200, "image/png"), "{address}");
            // The size stands in the head of the file.
            assert_eq!(
                (&bytes[..4], &bytes[16..24]),
                (&b"\x89PNG"[..], &[0, 0, 4, 176, 0, 0, 2, 118][..]),
                "{address}"
            );
        }
    })
    .await;
}
