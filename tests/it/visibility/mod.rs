//! Who sees what of a proposal under review: the matrix in tests/data/visibility.txt, asked at every door of the whole service.

mod matrix;
mod scene;

use crate::support::{Browser, Page, TestApp, on_postgres, on_sqlite};
use matrix::{DOORS, settings};
use scene::{APPLICANT, COMMENT, COUNTRY, IDENTIFYING, INTERNAL, NAMES, PEER, REVIEW, Scene, TEXT, TO_HOUSE};

// One test for each database, so that they are asked side by side: no story is longer.
#[tokio::test]
async fn everyone_sees_what_the_matrix_says_at_every_door() {
    on_sqlite(every_door).await;
}

#[tokio::test]
async fn everyone_sees_the_same_on_postgresql() {
    on_postgres(every_door).await;
}

async fn every_door(app: TestApp) {
    let scene = Scene::set(&app).await;
    let mut browsers = scene.sign_in().await;
    let doors = Doors::of(&scene).await;
    let mut wrong = Vec::new();
    for setting in settings() {
        scene.enter(&setting.name).await;
        let mut before = std::collections::BTreeMap::new();
        for who in browsers.keys() {
            before.insert(*who, [scene.letters(who, "comment").await, scene.letters(who, "discussed").await]);
        }
        scene.notify().await;
        let asked: std::collections::BTreeSet<&str> = setting.lines.iter().map(|line| line.who.as_str()).collect();
        for who in browsers.keys() {
            assert!(asked.contains(who), "[{}] says nothing of {who}", setting.name);
        }
        for line in &setting.lines {
            let browser = browsers.get_mut(line.who.as_str()).unwrap_or_else(|| panic!("who is {}?", line.who));
            for (door, expected) in DOORS.into_iter().zip(&line.cells) {
                let found = match door {
                    "mail" => yes(scene.letters(&line.who, "comment").await > before[line.who.as_str()][0]),
                    "hear" => yes(scene.letters(&line.who, "discussed").await > before[line.who.as_str()][1]),
                    other => doors.ask(browser, other).await,
                };
                if found != *expected {
                    wrong.push(format!("[{}] {} at {door}: {found}, not {expected}", setting.name, line.who));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{} answers are not what is promised:\n{}", wrong.len(), wrong.join("\n"));
}

/// The addresses that are asked.
struct Doors {
    reference: String,
    letter: String,
    image: String,
    /// One letter of the log.
    logged: String,
    /// Files of messages: one among reviewers, one within the secretariat.
    roof: String,
    safe: String,
}

impl Doors {
    async fn of(scene: &Scene<'_>) -> Self {
        Self {
            reference: scene.reference.to_string(),
            letter: scene.file("endorsement_letter").await,
            image: scene.file("images").await,
            logged: scene.last_letter().await,
            roof: scene.said(1).await,
            safe: scene.said(0).await,
        }
    }

    async fn ask(&self, browser: &mut Browser, door: &str) -> String {
        let proposal = format!("/proposals/{}", self.reference);
        let submission = format!("{proposal}/submissions/1");
        match door {
            "page" => told(&browser.get(&format!("/desk{proposal}")).await),
            "form" => told(&browser.get(&format!("/desk{proposal}/review")).await),
            "list" => self.row(&browser.get("/desk").await),
            "name" => {
                let mut found = Vec::new();
                for name in NAMES {
                    found.push(self.finds(browser, &format!("q={name}")).await);
                }
                found.dedup();
                found.join("/")
            }
            "word" => self.finds(browser, &format!("q={TEXT}")).await,
            "land" => {
                let offered = browser.get("/desk").await.text.contains(&format!("value=\"{COUNTRY}\""));
                let found = self.finds(browser, &format!("country={COUNTRY}")).await;
                if offered && found != "yes" { "offered".to_owned() } else { found }
            }
            "count" => counted(&browser.get("/desk").await),
            "receipt" => browser.get(&submission).await.status.to_string(),
            "pdf" => browser.bytes(&format!("{submission}/pdf")).await.0.to_string(),
            "json" => browser.get(&format!("{submission}/canonical")).await.status.to_string(),
            "letter" => browser.bytes(&self.letter).await.0.to_string(),
            "image" => browser.bytes(&self.image).await.0.to_string(),
            "own" => browser.get(&proposal).await.status.to_string(),
            "log" => self.log(browser).await,
            "take" => self.taken(browser).await,
            "sums" => self.counted_in(browser).await,
            "new" => self.news(&browser.get("/desk").await),
            "talk" => said(&browser.get(&format!("{proposal}/discussion")).await),
            "roof" => browser.bytes(&self.roof).await.0.to_string(),
            "safe" => browser.bytes(&self.safe).await.0.to_string(),
            other => panic!("there is no door {other}"),
        }
    }

    /// What is taken along of it, in all tables together.
    async fn taken(&self, browser: &mut Browser) -> String {
        let mut all = String::new();
        for file in ["proposals.csv", "reviews.csv", "scores.csv", "decisions.csv", "reviews.json"] {
            let page = browser.get(&format!("/desk/exports/{file}?call=2014")).await;
            if page.status == 200 {
                all.push_str(&page.text);
            }
        }
        match (all.is_empty(), all.contains(&self.reference)) {
            (true, _) => "404".to_owned(),
            (false, false) => "no".to_owned(),
            (false, true) => format!("yes:{}", marked(&marks(&all))),
        }
    }

    /// Whether the figures of the call know of it: the pages of single proposals name it, that of the progress counts it.
    async fn counted_in(&self, browser: &mut Browser) -> String {
        let mut found = Vec::new();
        for (page, sign) in
            [("statistics", &*self.reference), ("portfolio", &*self.reference), ("progress", "state=under_review")]
        {
            let page = browser.get(&format!("/desk/calls/2014/{page}")).await;
            found.push(if page.status == 200 { yes(page.text.contains(sign)) } else { page.status.to_string() });
        }
        found.dedup();
        found.join("/")
    }

    /// Whether the list holds it, and what its row says.
    fn row(&self, page: &Page) -> String {
        if page.status != 200 {
            return page.status.to_string();
        }
        let link = format!("href=\"/desk/proposals/{}\"", self.reference);
        let Some(row) = page.text.split("<tr").find(|row| row.contains(&link)) else { return "no".to_owned() };
        let row = row.split("</tr").next().unwrap_or_default();
        let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
        let counts = row
            .match_indices(" of ")
            .any(|(at, of)| digit(row[..at].chars().next_back()) && digit(row[at + of.len()..].chars().next()));
        let marks = [(APPLICANT.iter().any(|word| row.contains(word)), 'o'), (counts, 'c')];
        format!("row:{}", marked(&marks))
    }

    /// Whether its row says that something new was said about it.
    fn news(&self, page: &Page) -> String {
        if page.status != 200 {
            return page.status.to_string();
        }
        let link = format!("href=\"/desk/proposals/{}\"", self.reference);
        let row = page.text.split("<tr").find(|row| row.contains(&link)).unwrap_or_default();
        yes(row.contains("new message"))
    }

    /// Whether a filter finds it. The count must say the same as the rows.
    async fn finds(&self, browser: &mut Browser, filter: &str) -> String {
        let page = browser.get(&format!("/desk?{filter}")).await;
        let (row, count) = (self.row(&page), counted(&page));
        match (row.as_str(), count.as_str()) {
            ("no", "0") => "no".to_owned(),
            ("no", counted) => format!("no, but counted {counted}"),
            (row, "1") if row.starts_with("row") => "yes".to_owned(),
            (row, counted) if row.starts_with("row") => format!("yes, but counted {counted}"),
            (status, _) => status.to_owned(),
        }
    }

    async fn log(&self, browser: &mut Browser) -> String {
        let page = browser.get(&format!("/admin/mail?q={}", self.reference)).await;
        let by_proposal = browser.get(&format!("/admin/mail?proposal={}", self.reference)).await;
        let one = browser.get(&self.logged).await.status;
        let again = browser.post(&format!("{}/sending", self.logged), &[]).await.status;
        let as_html = browser.get(&format!("{}/html", self.logged)).await.status;
        let listed = page.text.contains("href=\"/admin/mail/0");
        assert_eq!((as_html, listed), (one, by_proposal.text.contains("href=\"/admin/mail/0")), "in other ways");
        if one == 404 {
            for deed in ["copies", "cancellation"] {
                let status = browser.post(&format!("{}/{deed}", self.logged), &[]).await.status;
                assert_eq!(status, 404, "{deed}");
            }
        }
        match (page.status, one, again, listed) {
            (200, 200, 403 | 409, true) => "yes".to_owned(),
            (200, 404, 404, false) => "no".to_owned(),
            (404, 404, 404, false) => "404".to_owned(),
            all => format!("{all:?}"),
        }
    }
}

/// What the count line of the list says.
fn counted(page: &Page) -> String {
    if page.status != 200 {
        return page.status.to_string();
    }
    let words = page.main();
    let found = ["No proposal", "1 proposal", "2 proposals"].into_iter().position(|said| words.contains(said));
    found.map_or_else(|| "nothing".to_owned(), |count| count.to_string())
}

/// The status of a page and what is on it, its source too.
fn told(page: &Page) -> String {
    if page.status != 200 {
        return page.status.to_string();
    }
    format!("200:{}", marked(&marks(&page.text)))
}

/// What a text tells of the proposal.
fn marks(text: &str) -> [(bool, char); 6] {
    let any = |words: &[&str]| words.iter().any(|word| text.contains(word));
    [
        (any(&APPLICANT), 'a'),
        (any(&IDENTIFYING), 'i'),
        (any(&[TEXT]), 't'),
        (any(&[REVIEW]), 'r'),
        (any(&[PEER]), 'n'),
        (any(&[COMMENT]), 'c'),
    ]
}

/// The status of the page of conversations and what is on it, its source too.
fn said(page: &Page) -> String {
    if page.status != 200 {
        return page.status.to_string();
    }
    let has = |word: &str| page.text.contains(word);
    let marks = [(has(INTERNAL), 's'), (has(COMMENT), 'c'), (has(PEER), 'n'), (has(TO_HOUSE), 'w')];
    format!("200:{}", marked(&marks))
}

fn marked(marks: &[(bool, char)]) -> String {
    let found: String = marks.iter().filter(|(is, _)| *is).map(|(_, mark)| *mark).collect();
    if found.is_empty() { "-".to_owned() } else { found }
}

fn yes(is: bool) -> String {
    if is { "yes" } else { "no" }.to_owned()
}
