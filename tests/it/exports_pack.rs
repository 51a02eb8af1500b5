//! The Board's pack, and a reviewer's proposals, as documents.

use std::process::Command;

use initiatives::{ids::Reference, reviews::actions};

use crate::{
    desk::{EVE, HOUSE, LUIS, RUTH, entry},
    support::{Browser, on_both, on_sqlite},
};

pub async fn printed(who: &mut Browser, path: &str) -> Vec<String> {
    read_out(who, path, &[]).await
}

/// The same, told as `pdftotext` is asked to.
async fn read_out(who: &mut Browser, path: &str, how: &[&str]) -> Vec<String> {
    let (status, headers, bytes) = who.bytes(path).await;
    assert_eq!(status, 200, "{path}: {}", String::from_utf8_lossy(&bytes));
    assert_eq!(headers["content-type"], "application/pdf");
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("printed.pdf");
    std::fs::write(&file, &bytes).unwrap();
    if let Ok(keep) = std::env::var("INITIATIVES_TEST_KEEP_PDF") {
        std::fs::write(format!("{keep}/{}", path.replace(['/', '?'], "_")), &bytes).unwrap();
    }
    let meta = Command::new("pdfinfo").arg("-meta").arg(&file).output().unwrap();
    assert!(String::from_utf8_lossy(&meta.stdout).contains("pdfuaid:part"), "it is accessible");
    let said = Command::new("pdftotext").args(["-enc", "UTF-8"]).args(how).arg(&file).arg("-").output().unwrap();
    assert!(said.status.success());
    let text = String::from_utf8(said.stdout).unwrap();
    text.split('\u{c}').map(|page| page.split_whitespace().collect::<Vec<_>>().join(" ")).collect()
}
#[tokio::test]
async fn the_boards_pack_ranks_and_gives_each_proposal_a_page() {
    on_both(async |app| {
        let (low, high) = (app.titled("Water for <b>all</b>").await, app.titled("Cool Roofs").await);
        let idle = app.titled("Without a review").await;
        let long = "The partnership is convincing in every respect. ".repeat(60);
        for (reference, score) in [(&low, 2), (&high, 5)] {
            for reviewer in [RUTH, EVE, LUIS] {
                app.give(reference, reviewer).await;
                let mut entry = entry([score; 6], &format!("{long}Last word of {reviewer}."));
                entry.to_applicant = "Not for the Board.".to_owned();
                app.act(reviewer, async |act, actor| {
                    actions::submit(act, actor, reference, 0, &entry, &actions::Judged::default()).await
                })
                .await
                .unwrap();
            }
        }
        let withdrawn = app.titled("Withdrawn").await;
        app.withdraw(&withdrawn).await;
        let mut house = app.sign_in(HOUSE).await;
        let pages = printed(&mut house, "/desk/calls/2014/board-pack.pdf").await;
        assert!(pages[0].contains("Board’s pack") && pages[0].contains("Metropolis Initiatives 2014"), "{}", pages[0]);
        assert!(pages[0].contains("3 proposals") && pages[0].contains("Confidential"), "{}", pages[0]);
        let on = |text: &str| pages.iter().position(|page| page.contains(text)).unwrap_or_else(|| panic!("{text}"));
        assert!(pages[1].contains("Portfolio") && pages[1].contains("Themes"), "{}", pages[1]);
        assert!(on("Countries") < on("Equal means share a place"), "{pages:#?}");
        let ranking = &pages[on("Equal means share a place")];
        let place = |reference: &Reference| ranking.find(reference.as_str()).unwrap();
        assert!(place(&high) < place(&low) && place(&low) < place(&idle), "{ranking}");
        // Each of the three stands on one page, in the same order.
        let own = |reference: &Reference| {
            let heads = pages.iter().enumerate().filter(|(_, page)| page.starts_with(reference.as_str()));
            heads.map(|(place, _)| place).collect::<Vec<_>>()
        };
        let first = own(&high)[0];
        assert_eq!((own(&low)[0], own(&idle)[0]), (first + 1, first + 2), "{pages:#?}");
        assert!(
            pages[first].contains("Approve: 3") && pages[first].contains("Cut to fit the page"),
            "{}",
            pages[first]
        );
        assert_eq!(on("how proposals were judged"), first + 3, "{pages:#?}");
        assert!(pages[first + 1].contains("<b>all</b>"), "as text: {}", pages[first + 1]);
        let all = pages.join(" ");
        for whole in ["Last word of reviewer1", "Last word of reviewer3", "comments in full"] {
            assert!(all.contains(whole), "{whole}");
        }
        assert!(!all.contains("Not for the Board.") && !all.contains(withdrawn.as_str()));
        let told = app.exports_told().await;
        assert_eq!((told[0].0.as_str(), &told[0].2["proposals"]), ("export.printed", &3.into()));
        let chosen = printed(&mut house, &format!("/desk/calls/2014/board-pack.pdf?q={high}")).await.join(" ");
        assert!(chosen.contains("Not all proposals of the call") && !chosen.contains(low.as_str()));
        assert_eq!(house.get("/desk/calls/1999/board-pack.pdf").await.status, 404);
    })
    .await;
}

#[tokio::test]
async fn the_pack_counts_what_was_submitted_as_the_page_of_the_portfolio_does() {
    on_both(async |app| {
        app.draft().await;
        // Agra is a city of India in our records; one of its submissions speaks for a region of Mexico.
        let one = app
            .submitted_as(serde_json::json!({
                "theme": "governance", "lead_country": "MX", "content_language": "es",
                "support_requested": ["training", "partner_search"], "applicant_type": "member_region",
            }))
            .await;
        let other = app.submitted().await;
        let gone = app.submitted().await;
        app.withdraw(&gone).await;
        let mut house = app.sign_in(HOUSE).await;
        let page = house.get(&format!("/desk/calls/2014/portfolio?ref={one}&ref={other}")).await;
        let pack = read_out(&mut house, "/desk/calls/2014/board-pack.pdf", &["-layout"]).await.join(" ");
        for said in [
            "2 of 3 (66.7%)",
            "Governance 1 50.0% 1 33.3%",
            "Sustainability 1 50.0% 2 66.7%",
            "Oceania 1 50.0% 2 66.7%",
            "Member region 1 50.0% 1 33.3%",
            // What is asked of the network, not what the city hopes to gain.
            "Training 1 50.0% 1 33.3%",
            "Dissemination 1 50.0% 2 66.7%",
            "Español 1 50.0% 1 33.3%",
        ] {
            assert!(page.has(said), "{said}: {}", page.words());
            assert!(pack.contains(said), "{said}: {pack}");
        }
        assert!(pack.contains("Governance 1 50.0% 1 33.3% €2,960,000.00"), "{pack}");
        assert!(pack.contains("Mexico 1 50.0% 1 33.3%") && pack.contains("Australia 1 50.0% 2 66.7%"), "{pack}");
        assert!(!pack.contains("India 2"), "the organisation's record says nothing here: {pack}");
    })
    .await;
}

#[tokio::test]
async fn the_pack_speaks_the_language_of_whoever_asks() {
    on_sqlite(async |app| {
        app.titled("Cool Roofs").await;
        let mut house = app.sign_in(HOUSE).await;
        for (language, word) in [("fr", "Dossier du Conseil"), ("es", "Dosier de la Junta")] {
            let pages = printed(&mut house, &format!("/desk/calls/2014/board-pack.pdf?lang={language}")).await;
            assert!(pages[0].contains(word), "{}", pages[0]);
        }
    })
    .await;
}
