//! The figures of a call, with numbers reckoned by hand: its progress, what its reviews say together, its portfolio.

use std::time::Duration;

use initiatives::{
    clock::Moment,
    guidelines::Answers,
    ids::Reference,
    proposals::{
        actions::{saving, standing, steering, steering::Target},
        conflicts::Ruling,
        eligibility::Check,
        rules::Outcome,
    },
};

use crate::{
    desk::{EVE, HOUSE, LUIS, OWNER, RUTH, at},
    proposals::verbs::decision,
    support::{Page, TestApp, on_both, proposals::complete_answers},
};

const PROGRESS: &str = "/desk/calls/2014/progress";
const STATISTICS: &str = "/desk/calls/2014/statistics";
const PORTFOLIO: &str = "/desk/calls/2014/portfolio";
const JURY: [&str; 3] = [RUTH, EVE, LUIS];

/// The proposals of the ranking, in its order.
fn ranking(page: &Page) -> Vec<String> {
    page.each_after("class=\"table-main\" href=\"/desk/proposals/")
}

/// How many rows each bar of a drawing has, and the numbers beside the bars.
fn values(page: &Page, drawing: &str) -> Vec<String> {
    let svg = page.text.split(&format!("aria-labelledby=\"{drawing}-title")).nth(1).unwrap();
    let svg = svg.split("</svg>").next().unwrap();
    let values = svg.split("class=\"plot-value").skip(1);
    values.map(|rest| rest.split(['>', '<']).nth(1).unwrap().to_owned()).collect()
}

impl TestApp {
    /// A proposal under review by these, each of whom gives the same score to all criteria; without a score, none is in yet.
    async fn judged(&self, scores: &[(&str, Option<u8>)]) -> Reference {
        let reference = self.under_review().await;
        for (reviewer, score) in scores {
            self.assign(&reference, reviewer).await;
            if let Some(score) = score {
                self.review(&reference, reviewer, [*score; 6], "A word.").await;
            }
        }
        reference
    }

    /// A proposal of Agra that answers these questions otherwise than the usual one.
    pub async fn submitted_as(&self, answers: serde_json::Value) -> Reference {
        let reference = self.complete_draft().await;
        let definition = self.definition().await;
        let mut changed: Answers = complete_answers(&definition);
        let other = definition.answers_from_plain(answers.as_object().unwrap()).unwrap();
        for (key, answer) in other.iter() {
            changed.insert(key.clone(), answer.clone());
        }
        self.act(OWNER, async |act, actor| saving::set(act, actor, &reference, changed, &[]).await).await.unwrap();
        self.submit(&reference).await;
        reference
    }

    async fn start_review(&self, reference: &Reference) {
        self.act(HOUSE, async |act, actor| {
            standing::check_eligibility(act, actor, reference, Check::first(true, "")).await?;
            let seen = self.seen_within(act, reference).await;
            steering::start_review(act, actor, Target { reference, seen }).await
        })
        .await
        .unwrap();
    }

    /// Registers a decision to approve, which is not published.
    async fn hold(&self, reference: &Reference) {
        let seen = self.seen(reference).await;
        let made = decision(Outcome::Approved);
        self.act(HOUSE, async |act, actor| {
            steering::hold_decision(act, actor, Target { reference, seen }, &made).await
        })
        .await
        .unwrap();
    }
}

#[tokio::test]
async fn reviews_are_summed_up_beside_each_other() {
    on_both(async |app| {
        // Totals: 100, 80, 60; 80, 80; 60 and one to come.
        let wide = app.judged(&[(RUTH, Some(5)), (EVE, Some(4)), (LUIS, Some(3))]).await.to_string();
        let close = app.judged(&[(RUTH, Some(4)), (EVE, Some(4))]).await.to_string();
        let third = app.judged(&[(LUIS, Some(3)), (EVE, None)]).await.to_string();
        let mut house = app.sign_in(HOUSE).await;
        let page = house.get(STATISTICS).await;
        assert_eq!(
            ranking(&page),
            [&wide, &close, &third].map(String::as_str),
            "alike by mean, so by title and number"
        );
        assert!(page.has("Reviews in 6 of 7 (85%)"), "{}", page.words());
        assert!(page.has("Proposals with all their reviews 2 of 3"));
        assert!(page.has("Mean of their means 73.33") && page.has("Median of their means 80"));
        // Place, mean, median, gap, deviation, reviews.
        let words = page.words();
        for numbers in ["80 80 40 20 3 of 3", "80 80 0 0 2 of 2", "60 60 0 – 1 of 2"] {
            assert!(words.contains(&format!("Under review {numbers}")), "{numbers}: {words}");
        }
        assert_eq!(words.matches("Far apart: ask the reviewers for a consensus").count(), 1);
        assert!(page.text.contains("aria-sort=\"descending\"><a href=\"/desk/calls/2014/statistics\">Mean"));
        assert_eq!(ranking(&house.get(&format!("{STATISTICS}?sort=gap")).await)[0], wide);
        assert_eq!(ranking(&house.get(&format!("{STATISTICS}?sort=deviation")).await)[2], third);
        assert!(house.get(&format!("{STATISTICS}?sort=title")).await.text.contains("aria-sort=\"ascending\""));
        // Observed 6 of 5 by steps, 24 of 20 by order.
        assert_eq!(words.matches("2 \u{2212}0.200 \u{2212}0.200 Reviewers disagree more than chance").count(), 6);
        assert!(page.has("It takes 10 proposals with 3 reviews each; so far, this call has 1."));
        assert!(!page.has("Corrected total"), "not by so few");
        assert!(page.has("These values rest on few reviews."), "nor does agreement say much");
        assert_eq!(values(&page, "plot-totals"), ["2", "3", "1"]);
        assert!(page.has("From 60 to less than 70 2") && page.has("From 90 to 100 1"), "the same as a table");
        for query in ["sort=corrected", "sort=%00", "sort="] {
            assert_eq!(house.get(&format!("{STATISTICS}?{query}")).await.status, 200, "{query}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_severity_corrected_total_stands_beside_the_mean_and_orders_nothing() {
    on_both(async |app| {
        // Nine times 40, 60, 80, once 60 from all three: effects of −18, 0 and 18. The errors are nine times −2, 0, 2, and
        // once 18, 0, −18: s² = (9 · 8 + 648) / 18 = 40. The eleventh has 40 from the strict one alone.
        for _ in 0..9 {
            app.judged(&[(RUTH, Some(2)), (EVE, Some(3)), (LUIS, Some(4))]).await;
        }
        app.judged(&JURY.map(|reviewer| (reviewer, Some(3)))).await;
        let alone = app.judged(&[(RUTH, Some(2))]).await.to_string();
        let mut house = app.sign_in(HOUSE).await;
        let page = house.get(STATISTICS).await;
        let words = page.words();
        // Student's t of 18 degrees is 2.1009; √(40/15), √(40/3) and √(40 · 16/15) are the standard errors.
        for said in [
            "Ruth Hill 11 \u{2212}18.0 \u{2212}21.4 to \u{2212}14.6 Stricter than the average",
            "Luis Mora 10 +18.0 14.6 to 21.4 More generous than the average",
            "0.0 \u{2212}3.4 to 3.4 Not to be told from the average",
            "60 60.0 52.3 to 67.7 60 40 20 3 of 3",
            "40 58.0 44.3 to 71.7 40 0 – 1 of 1",
        ] {
            assert!(words.contains(said), "{said}: {words}");
        }
        assert_eq!(ranking(&page)[10], alone, "by the mean it is the last, whatever the correction says");
        assert_eq!(ranking(&house.get(&format!("{STATISTICS}?sort=corrected")).await)[10], alone);
        assert!(page.text.contains("aria-labelledby=\"plot-corrected-title"));
        assert!(!page.has("There is no correction"));
    })
    .await;
}

#[tokio::test]
async fn the_whole_call_is_on_one_page() {
    on_both(async |app| {
        app.draft().await;
        app.submitted().await;
        let bare = app.under_review().await;
        let busy = app.judged(&[(RUTH, Some(4)), (LUIS, None)]).await;
        let eve = app.person(EVE).await;
        let due_at = Some(Moment::from_millis(app.now().millis() + 60_000));
        app.act(HOUSE, async |act, actor| standing::assign(act, actor, &busy, eve, standing::Asking { due_at }).await)
            .await
            .unwrap();
        app.act(LUIS, async |act, actor| standing::decline(act, actor, &busy, "No time.").await).await.unwrap();
        let mut house = app.sign_in(HOUSE).await;
        assert!(house.get(PROGRESS).await.has("Of these, late 0"));
        app.clock.advance(Duration::from_secs(120));
        let page = house.get(PROGRESS).await;
        for said in [
            "Draft 1",
            "Submitted 1",
            "Under review 2",
            "Check whether it is eligible 1",
            "Assign reviewers 1",
            "Nothing for the Secretariat now 2",
            "Reviews in 1 of 2 (50%)",
            "Proposals with all their reviews: 0 of 1",
            "Asked for 2",
            "Open 1",
            "Of these, late 1",
            "Declined 1",
            // Open, late, in, abstained, declined.
            "Ruth Hill 0 0 1 0 0",
            "Ève Roux 1 1 0 0 0",
            "Luis Mora 0 0 0 0 1",
        ] {
            assert!(page.has(said), "{said}: {}", page.words());
        }
        for link in
            ["/desk?call=2014&amp;state=under_review\"", "/desk?call=2014&amp;state=submitted&amp;waiting=yes\""]
        {
            let link = link.replace("&amp;", "&#38;");
            assert!(page.text.contains(&link), "{link}");
        }
        // What one abstains from is no longer open.
        app.act(EVE, async |act, actor| {
            let case = initiatives::proposals::case_to_change(act, actor, &busy).await?;
            standing::pledge(act, actor, case.call.id).await
        })
        .await
        .unwrap();
        app.act(EVE, async |act, actor| standing::abstain(act, actor, &busy, "Not my field.").await).await.unwrap();
        let page = house.get(PROGRESS).await;
        assert!(page.has("Ève Roux 0 0 0 1 0") && page.has("Reviews in 1 of 1 (100%)"), "{}", page.words());
        app.withdraw(&busy).await;
        let page = house.get(PROGRESS).await;
        assert!(page.has("Withdrawn 1") && page.has("Nobody has been asked for a review yet."));
        app.withdraw(&bare).await;
    })
    .await;
}

#[tokio::test]
async fn a_choice_is_held_against_all_that_were_submitted() {
    on_both(async |app| {
        app.draft().await;
        let governance = serde_json::json!({
            "theme": "governance", "lead_country": "MX", "content_language": "es",
            "support_requested": ["training", "partner_search"], "applicant_type": "member_region",
        });
        let chosen = app.submitted_as(governance.clone()).await;
        app.submitted_as(governance).await;
        let other = app.submitted().await;
        app.submitted().await;
        let mut house = app.sign_in(HOUSE).await;
        let page = house.get(PORTFOLIO).await;
        assert!(page.has("No proposal is chosen") && page.has("0 of 4 (0.0%)"), "{}", page.words());
        app.start_review(&chosen).await;
        app.hold(&chosen).await;
        let page = house.get(PORTFOLIO).await;
        assert!(page.has("Chosen: To be approved, not published yet") && page.has("1 of 4 (25.0%)"));
        assert!(page.has("€2,960,000.00 of €11,840,000.00 (25.0%)"));
        for said in [
            "Governance 1 100.0% 2 50.0%",
            "Sustainability 0 0.0% 2 50.0%",
            "Urban innovation 0 0.0% 0 0.0%",
            "Latin America and the Caribbean 1 100.0% 2 50.0%",
            "Oceania 0 0.0% 2 50.0%",
            "Member region 1 100.0% 2 50.0%",
            // All four search for partners: shares of proposals, not of wishes.
            "Search for partners 1 100.0% 4 100.0%",
            "Training 1 100.0% 2 50.0%",
            "Dissemination 0 0.0% 2 50.0%",
            "Español 1 100.0% 2 50.0%",
        ] {
            assert!(page.has(said), "{said}: {}", page.words());
        }
        assert_eq!(values(&page, "plot-themes")[..2], ["100.0", "50.0"], "the drawing says what the table says");
        let ticked = house.get(&format!("{PORTFOLIO}?ref={chosen}&ref={other}&ref=MI-1999-001")).await;
        assert!(ticked.has("Chosen: Ticked proposals") && ticked.has("2 of 4 (50.0%)"));
        assert!(ticked.has("Governance 1 50.0% 2 50.0%"), "{}", ticked.words());
        assert_eq!(ticked.text.matches(" checked><span>").count(), 2);
        let submitted = house.get(&format!("{PORTFOLIO}?state=submitted")).await;
        assert!(submitted.has("3 of 4 (75.0%)") && submitted.has("Governance 1 33.3% 2 50.0%"));
        assert!(submitted.has("Submitted (3)") && submitted.has("Under review (1)"));
    })
    .await;
}

#[tokio::test]
async fn who_has_an_interest_finds_the_proposal_in_no_figure() {
    on_both(async |app| {
        let hidden = app.judged(&[(RUTH, Some(5))]).await;
        app.hold(&hidden).await;
        let shown = app.judged(&[(EVE, Some(3))]).await;
        let mut house = app.sign_in(HOUSE).await;
        assert_eq!(ranking(&house.get(STATISTICS).await), [hidden.to_string(), shown.to_string()]);
        let clara = app.person(HOUSE).await;
        app.act(HOUSE, async |act, actor| {
            standing::rule(act, actor, &hidden, clara, Ruling::Declared, "My city.").await
        })
        .await
        .unwrap();
        let page = house.get(STATISTICS).await;
        assert_eq!(ranking(&page), [shown.to_string()]);
        assert_eq!(values(&page, "plot-totals"), ["1"]);
        assert!(page.has("Reviews in 1 of 1 (100%)"), "{}", page.words());
        let page = house.get(PROGRESS).await;
        assert!(page.has("Under review 1") && page.has("Ève Roux") && !page.has("Ruth Hill"), "{}", page.words());
        let page = house.get(&format!("{PORTFOLIO}?ref={hidden}")).await;
        assert!(page.has("0 of 1 (0.0%)") && !page.text.contains(&format!("value=\"{hidden}\"")), "{}", page.words());
        assert!(house.get(PORTFOLIO).await.has("To be approved, not published yet (0)"));
    })
    .await;
}

#[tokio::test]
async fn figures_cost_as_many_queries_for_many_proposals_as_for_one() {
    on_both(async |app| {
        app.judged(&[(RUTH, Some(4))]).await;
        let mut house = app.sign_in(HOUSE).await;
        let pages = [PROGRESS, STATISTICS, PORTFOLIO];
        let mut before = Vec::new();
        for page in pages {
            before.push(app.cost(&mut house, page).await);
        }
        for _ in 0..4 {
            app.judged(&[(RUTH, Some(4)), (EVE, Some(2)), (LUIS, None)]).await;
        }
        for (page, before) in pages.into_iter().zip(before) {
            assert_eq!(app.cost(&mut house, page).await, before, "{page}");
        }
    })
    .await;
}

#[tokio::test]
async fn where_there_is_nothing_the_page_says_what_comes_next_and_others_find_no_such_page() {
    on_both(async |app| {
        app.call().await;
        let mut house = app.sign_in(HOUSE).await;
        for (page, said) in [
            (PROGRESS, "No proposal yet"),
            (STATISTICS, "No review is in yet"),
            (PORTFOLIO, "Nothing was submitted yet"),
        ] {
            assert!(house.get(page).await.has(said), "{said}");
            for email in [RUTH, OWNER, "admin@metropolis.example"] {
                assert_eq!(app.sign_in(email).await.get(page).await.status, 404, "{email}: {page}");
            }
            assert_eq!(house.get(&page.replace("2014", "1999")).await.status, 404);
        }
        let reference = app.submitted().await;
        for page in ["/desk".to_owned(), "/desk/calls/2014".to_owned()] {
            let page = house.get(&page).await;
            assert!([PROGRESS, STATISTICS, PORTFOLIO].iter().all(|it| page.text.contains(&format!("href=\"{it}\""))));
        }
        assert_eq!(house.get(&at(&reference)).await.status, 200);
        app.give(&reference, RUTH).await;
        assert!(!app.sign_in(RUTH).await.get("/desk").await.text.contains(STATISTICS));
    })
    .await;
}
