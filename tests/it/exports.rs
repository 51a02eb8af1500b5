//! What is taken along from the desk: tables, the Board's pack, a reviewer's proposals.

use std::io::Read;

use initiatives::{
    calls::{self, Phases, ReviewPhase, Shown, Step, actions::phasing},
    entity::{audit_event, conflict},
    guidelines::{Answer, Answers, Value},
    ids::Reference,
    proposals::{
        actions::{saving, standing},
        conflicts::Ruling,
    },
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use serde_json::Value as Json;

use crate::{
    desk::{EVE, HOUSE, OWNER, RUTH},
    exports_pack::printed,
    support::{Browser, TestApp, on_both},
};

/// What somebody would like a spreadsheet to run.
const FORMULA: &str = "=HYPERLINK(\"http://evil.example\",\"A1\")";

impl TestApp {
    /// A proposal of this title under review.
    pub async fn titled(&self, title: &str) -> Reference {
        let reference = self.complete_draft().await;
        let answers: Answers =
            [("title".parse().unwrap(), Answer::Value(Value::Text(title.to_owned())))].into_iter().collect();
        self.act(OWNER, async |act, actor| saving::set(act, actor, &reference, answers, &[]).await).await.unwrap();
        self.submit(&reference).await;
        self.begin_review(&reference).await;
        reference
    }

    pub async fn begin_review(&self, reference: &Reference) {
        use initiatives::proposals::{
            actions::steering::{self, Target},
            eligibility::Check,
        };
        self.act(HOUSE, async |act, actor| {
            standing::check_eligibility(act, actor, reference, Check::first(true, "")).await?;
            let seen = self.seen_within(act, reference).await;
            steering::start_review(act, actor, Target { reference, seen }).await
        })
        .await
        .unwrap();
    }

    /// Begins a phase of the call that shows what `change` lets it.
    async fn phase(&self, change: impl FnOnce(&mut ReviewPhase)) {
        let id = self.call().await;
        let call = calls::by_id(self.db.read(), id).await.unwrap().unwrap();
        let mut phase = ReviewPhase { begins_at: Some(self.now()), ..ReviewPhase::usual(Step::Review) };
        change(&mut phase);
        let phases = Phases::new(vec![phase]).unwrap();
        self.act(HOUSE, async |act, _| phasing::set(act, id, call.version, &phases).await).await.unwrap();
    }

    /// What the audit trail tells of exports, the oldest first.
    pub async fn exports_told(&self) -> Vec<(String, String, Json)> {
        let rows = audit_event::Entity::find()
            .filter(audit_event::Column::Action.starts_with("export."))
            .order_by_asc(audit_event::Column::Id)
            .all(self.db.read())
            .await
            .unwrap();
        rows.into_iter().map(|row| (row.action, row.subject, serde_json::from_str(&row.data).unwrap())).collect()
    }
}

/// The lines of a CSV of which no cell holds a line break, without the head.
async fn lines(who: &mut Browser, path: &str) -> Vec<String> {
    let page = who.get(path).await;
    assert_eq!(page.status, 200, "{path}: {}", page.words());
    page.text.split("\r\n").skip(1).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

async fn rows(who: &mut Browser, path: &str) -> Vec<Json> {
    let page = who.get(path).await;
    assert_eq!(page.status, 200, "{path}: {}", page.words());
    serde_json::from_str(&page.text).unwrap_or_else(|error| panic!("{path}: {error}: {}", page.text))
}

/// The pages of a PDF as text, white space folded.
#[tokio::test]
async fn a_table_is_whole_in_each_format_and_runs_nothing() {
    on_both(async |app| {
        let reference = app.titled(FORMULA).await;
        app.give(&reference, RUTH).await;
        app.review(&reference, RUTH, [4, 3, 4, 4, 4, 4], "+1, « très bien »\nand more").await;
        let mut house = app.sign_in(HOUSE).await;
        let (status, headers, bytes) = house.bytes("/desk/exports/proposals.csv").await;
        assert_eq!(status, 200);
        assert_eq!(headers["content-type"], "text/csv; charset=utf-8");
        assert!(headers["content-disposition"].to_str().unwrap().contains("proposals-2014-04-01.csv"));
        assert!(bytes.starts_with(b"\xef\xbb\xbfreference,call,state,"), "behind a byte order mark");
        let text = String::from_utf8(bytes).unwrap();
        assert!(text.contains("\"'=HYPERLINK(\"\"http://evil.example\"\",\"\"A1\"\")\""), "{text}");
        assert!(text.contains(",2014-04-01T10:00:00.000Z,"), "{text}");
        let csv = house.get("/desk/exports/reviews.csv").await.text;
        assert!(csv.contains("\"'+1, « très bien »\nand more\""), "{csv}");

        let found = rows(&mut house, "/desk/exports/proposals.json").await;
        assert_eq!(found[0]["title"], FORMULA, "programs get it as it is");
        let total = app.definition().await.answers_from_json(found[0]["answers"].as_object().unwrap());
        let total = total.money("total_eur").unwrap();
        assert_eq!(found[0]["total_eur"], total.plain());
        assert_eq!((&found[0]["mean"], &found[0]["reviews_in"]), (&Json::from(76.0), &Json::from(1)));
        let scores = rows(&mut house, "/desk/exports/scores.json").await;
        assert_eq!(scores.len(), 6);
        assert_eq!((&scores[1]["criterion"], &scores[1]["score"]), (&Json::from("partnership"), &Json::from(3)));
        assert_eq!(scores[1]["reviewer"], "Ruth Hill");

        let (status, headers, bytes) = house.bytes("/desk/exports/proposals.xlsx?call=2014").await;
        assert_eq!(status, 200);
        assert!(headers["content-type"].to_str().unwrap().contains("spreadsheetml"));
        let mut book = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
        let mut sheet = String::new();
        book.by_name("xl/worksheets/sheet1.xml").unwrap().read_to_string(&mut sheet).unwrap();
        assert!(sheet.contains("=HYPERLINK(") && !sheet.contains("<f>"), "a text, no formula: {sheet}");
        assert!(sheet.contains("answer_aim"), "the questions of the chosen call are columns");
        assert!(sheet.contains(&format!("<v>{}</v>", total.plain().parse::<f64>().unwrap())), "{sheet}");
        let csv = house.get("/desk/exports/proposals.csv?call=2014").await.text;
        assert!(csv.contains(",answer_total_eur,") && csv.contains(&total.plain()), "{csv}");
    })
    .await;
}

#[tokio::test]
async fn an_export_takes_the_filter_of_its_address_and_stands_in_the_audit_trail() {
    on_both(async |app| {
        let draft = app.draft().await;
        let submitted = app.submitted().await;
        let mut house = app.sign_in(HOUSE).await;
        let found = lines(&mut house, "/desk/exports/proposals.csv?state=submitted&call=2014&q=agra").await;
        assert!(found.iter().any(|line| line.starts_with(submitted.as_str())), "{found:?}");
        assert!(found.iter().all(|line| !line.starts_with(draft.as_str())), "{found:?}");
        let told = app.exports_told().await;
        let (begun, ended) = (&told[0], &told[1]);
        assert_eq!((begun.0.as_str(), begun.1.as_str()), ("export.begun", "export:proposals.csv"));
        assert_eq!(begun.2["filter"]["state"], "submitted");
        assert_eq!(begun.2["filter"]["searched"], true);
        assert!(!begun.2.to_string().contains("agra"), "what was searched for may be a name");
        assert_eq!((ended.0.as_str(), &ended.2["rows"], &ended.2["whole"]), ("export.ended", &1.into(), &true.into()));
        let drafts = rows(&mut house, "/desk/exports/proposals.json?state=draft").await;
        assert_eq!(drafts.len(), 1);
        assert_eq!(drafts[0]["answers"], serde_json::json!({}), "what is being written is its authors'");
        for odd in ["people.csv", "proposals.ods", "proposals", "..%2Fproposals.csv"] {
            assert_eq!(house.get(&format!("/desk/exports/{odd}")).await.status, 404, "{odd}");
        }
        let page = house.get("/desk/exports?state=draft").await;
        assert!(page.has("1 proposal") && page.has("Board’s pack: Metropolis Initiatives 2014"), "{}", page.words());
        assert!(page.text.contains("/desk/exports/scores.xlsx?state=draft"), "{}", page.text);
        assert!(house.get("/desk?state=draft").await.text.contains("href=\"/desk/exports?state=draft\""));
    })
    .await;
}

#[tokio::test]
async fn who_hangs_up_is_known_to_have_had_a_part() {
    on_both(async |app| {
        for _ in 0..3 {
            app.draft().await;
        }
        let mut house = app.sign_in(HOUSE).await;
        assert_eq!(house.hang_up("/desk/exports/proposals.csv").await, 200);
        for _ in 0..1_000 {
            tokio::task::yield_now().await;
            if app.exports_told().await.len() == 2 {
                break;
            }
        }
        let told = app.exports_told().await;
        assert_eq!((told[1].0.as_str(), &told[1].2["whole"]), ("export.ended", &false.into()));
    })
    .await;
}

#[tokio::test]
async fn reviewers_take_along_what_they_may_read_and_nothing_else() {
    on_both(async |app| {
        let (own, other) = (app.under_review().await, app.under_review().await);
        for reviewer in [RUTH, EVE] {
            app.give(&own, reviewer).await;
        }
        app.give(&other, EVE).await;
        app.review(&own, EVE, [2; 6], "A secret of hers.").await;
        let mut ruth = app.sign_in(RUTH).await;
        assert!(lines(&mut ruth, "/desk/exports/reviews.csv").await.is_empty(), "her own is not in");
        assert!(lines(&mut ruth, "/desk/exports/scores.csv").await.is_empty());
        let found = rows(&mut ruth, "/desk/exports/proposals.json").await;
        assert_eq!(found.len(), 1);
        assert_eq!(found[0]["reference"], own.as_str());
        for hidden in ["mean", "gap", "reviews_in", "reviews_asked", "decision"] {
            assert_eq!(found[0][hidden], Json::Null, "{hidden}");
        }
        app.review(&own, RUTH, [4; 6], "Mine.").await;
        let found = rows(&mut ruth, "/desk/exports/reviews.json").await;
        let who: Vec<&str> = found.iter().map(|row| row["reviewer"].as_str().unwrap()).collect();
        assert_eq!(who, ["Ève Roux", "Ruth Hill"]);
        assert_eq!(found[0]["counted"], Json::Null, "who was relieved is the secretariat's to know");

        app.phase(|phase| (phase.reviews, phase.names) = (Shown::AfterOwn, false)).await;
        let found = rows(&mut ruth, "/desk/exports/scores.json").await;
        assert_eq!(found.len(), 12);
        assert!(found.iter().all(|row| (row["reviewer"] == "Ruth Hill") == (row["own"] == true)), "{found:?}");
        app.phase(|phase| phase.reviews = Shown::Never).await;
        let found = rows(&mut ruth, "/desk/exports/reviews.json").await;
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!(found[0]["to_committee"], "Mine.");
    })
    .await;
}

#[tokio::test]
async fn whom_the_phase_hides_no_export_tells() {
    on_both(async |app| {
        let reference = app.titled("Cool Roofs").await;
        app.give(&reference, RUTH).await;
        app.phase(|phase| phase.applicant = false).await;
        let mut ruth = app.sign_in(RUTH).await;
        for file in ["proposals.json", "proposals.csv?call=2014", "reviews.csv", "decisions.csv"] {
            let text = ruth.get(&format!("/desk/exports/{file}")).await.text;
            assert!(!text.contains("Agra"), "{file}: {text}");
        }
        let found = rows(&mut ruth, "/desk/exports/proposals.json").await;
        assert_eq!(
            (&found[0]["lead"], &found[0]["lead_kind"], &found[0]["country"]),
            (&Json::Null, &Json::Null, &Json::Null)
        );
        assert!(found[0]["answers"]["aim"].is_string() && found[0]["answers"]["lead_city"].is_null());
        assert!(found[0]["answers"].to_string().contains("partners") && !found[0].to_string().contains("@"));
        let pages = printed(&mut ruth, "/desk/my-proposals.pdf").await.join(" ");
        assert!(pages.contains("Cool Roofs") && pages.contains("Applicant not shown"), "{pages}");
        assert!(!pages.contains("Agra") && !pages.contains("Mayor or head"), "{pages}");
        assert_eq!(lines(&mut ruth, "/desk/exports/proposals.csv?country=IN").await.len(), 0, "nor is it found by it");
        app.phase(|phase| phase.applicant = true).await;
        let pages = printed(&mut ruth, "/desk/my-proposals.pdf").await.join(" ");
        assert!(pages.contains("Agra") && pages.contains("Mayor or head"), "{pages}");
    })
    .await;
}

#[tokio::test]
async fn who_has_a_conflict_finds_the_proposal_in_no_export() {
    on_both(async |app| {
        let (hidden, shown) = (app.titled("Hidden").await, app.titled("Shown").await);
        for reference in [&hidden, &shown] {
            app.give(reference, RUTH).await;
            app.give(reference, EVE).await;
            app.review(reference, EVE, [3; 6], "Fair.").await;
        }
        let proposal = app.case(HOUSE, &hidden).await.unwrap().proposal.id;
        for email in [RUTH, HOUSE] {
            let row = conflict::ActiveModel {
                id: Set(app.ids.id(app.now())),
                proposal_id: Set(proposal),
                person_id: Set(app.person(email).await),
                ruling: Set(Ruling::Set),
                reason: Set("Her sister works there.".to_owned()),
                stated_by: Set(None),
                stated_at: Set(app.now()),
            };
            row.insert(app.db.write()).await.unwrap();
        }
        for email in [RUTH, HOUSE] {
            let mut who = app.sign_in(email).await;
            for file in ["proposals.csv", "proposals.json", "reviews.json", "scores.csv", "decisions.json"] {
                let text = who.get(&format!("/desk/exports/{file}")).await.text;
                assert!(!text.contains(hidden.as_str()) && !text.contains("Hidden"), "{email}, {file}: {text}");
            }
            assert!(who.get("/desk/exports/proposals.csv").await.text.contains(shown.as_str()));
        }
        let mut house = app.sign_in(HOUSE).await;
        let pack = printed(&mut house, "/desk/calls/2014/board-pack.pdf").await.join(" ");
        assert!(pack.contains("Shown") && !pack.contains("Hidden") && !pack.contains(hidden.as_str()), "{pack}");
        let mut ruth = app.sign_in(RUTH).await;
        let own = printed(&mut ruth, "/desk/my-proposals.pdf").await.join(" ");
        assert!(own.contains("Shown") && !own.contains(hidden.as_str()), "{own}");
    })
    .await;
}

#[tokio::test]
async fn an_export_asks_once_more_for_each_batch_and_not_for_each_proposal() {
    on_both(async |app| {
        let submitted = app.submitted().await;
        let mut house = app.sign_in(HOUSE).await;
        let files = ["proposals.csv", "reviews.json", "scores.csv", "decisions.json", "proposals.xlsx"];
        let mut few = Vec::new();
        for file in files {
            few.push(app.cost(&mut house, &format!("/desk/exports/{file}")).await);
        }
        for _ in 0..9 {
            app.draft().await;
        }
        for (file, few) in files.iter().zip(&few) {
            let cost = app.cost(&mut house, &format!("/desk/exports/{file}")).await;
            assert_eq!(cost, *few, "{file}: within the first batch");
        }
        for _ in 0..44 {
            app.draft().await;
        }
        for (file, few) in files.iter().zip(&few) {
            let cost = app.cost(&mut house, &format!("/desk/exports/{file}")).await;
            assert!(cost > *few && cost <= few + 4, "{file}: {cost} for two batches, {few} for one");
        }
        let all = lines(&mut house, "/desk/exports/proposals.csv").await;
        let mut references: Vec<&str> = all.iter().map(|line| line.split(',').next().unwrap()).collect();
        assert!(references.is_sorted());
        references.dedup();
        assert_eq!(references.len(), 54);
        assert!(references.contains(&submitted.as_str()));
    })
    .await;
}

#[tokio::test]
async fn before_the_promise_of_confidentiality_there_is_nothing_to_take_along() {
    on_both(async |app| {
        let reference = app.under_review().await;
        let ruth_id = app.person(RUTH).await;
        app.act(HOUSE, async |act, actor| {
            standing::assign(act, actor, &reference, ruth_id, standing::Asking::default()).await
        })
        .await
        .unwrap();
        let mut ruth = app.sign_in(RUTH).await;
        let page = ruth.get("/desk/my-proposals.pdf").await;
        assert_eq!(page.status, 403);
        assert!(page.has("no proposal here whose text you can read now"), "{}", page.words());
        let found = rows(&mut ruth, "/desk/exports/proposals.json").await;
        assert_eq!(found[0]["answers"], serde_json::json!({}));
        assert_eq!(found[0]["lead"], Json::Null);
        let page = ruth.get("/desk/exports").await;
        assert!(page.has("Proposals to review") && !page.has("Board’s pack"), "{}", page.words());
    })
    .await;
}
