//! The last minute before a deadline: everybody submits, most of them in the last seconds, some press twice, and some still
//! send their letter of support.

use std::{
    collections::BTreeMap,
    time::{Duration, Instant},
};

use futures::future::join_all;
use initiatives::{
    entity::{proposal, submission},
    ids::Reference,
    proposals::workflow::State,
};
use sea_orm::EntityTrait;

use crate::{
    client::{Visitor, hidden, timed},
    figures::percentile,
    service::House,
    stage::Stage,
    tell,
};

const MINUTE: Duration = Duration::from_secs(60);
/// A third comes before this, evenly; the others after it.
const LATE: Duration = Duration::from_secs(50);
/// The last one comes so long before the end.
const MARGIN: Duration = Duration::from_millis(500);
/// Every so many press the button twice at once.
const IMPATIENT: usize = 10;
const UPLOADS: usize = 20;
const UPLOAD_BYTES: usize = 10_000_000;

/// What became of it.
pub struct Rush {
    pub submitted: f64,
    pub lost_or_doubled: f64,
    /// Of the answers to *Submit proposal*, in milliseconds.
    pub p99: f64,
    pub uploads_failed: f64,
}

pub async fn last_minute(house: &House, stage: &Stage, people: &[Visitor]) -> Rush {
    let drafts: Vec<(&Visitor, &Reference)> = (0..stage.cities[0].drafts.len())
        .flat_map(|n| people.iter().zip(&stage.cities).map(move |(person, city)| (person, &city.drafts[n])))
        .collect();
    let forms = join_all(drafts.iter().map(async |(person, reference)| confirmation(person, reference).await)).await;
    tell(&format!("the last minute begins: {} submissions, {UPLOADS} files of 10 MB", drafts.len()));
    let start = Instant::now();
    stage.closes(&house.app, house.app.now() + MINUTE).await;
    let submitting = drafts.iter().zip(&forms).enumerate().map(async |(n, ((person, reference), form))| {
        tokio::time::sleep_until((start + moment(n, drafts.len())).into()).await;
        let press = || async { timed(submit(person, reference, form)).await };
        if n % IMPATIENT == 0 {
            let (one, two) = tokio::join!(press(), press());
            vec![one, two]
        } else {
            vec![press().await]
        }
    });
    let sending = (0..UPLOADS).map(async |n| {
        tokio::time::sleep_until((start + Duration::from_secs(30) + Duration::from_millis(1_400) * n as u32).into())
            .await;
        // Of those who submit last, so that it is still a draft.
        let (person, reference) = drafts[drafts.len() - 1 - n];
        send_letter(person, reference).await
    });
    let (pressed, sent) = tokio::join!(join_all(submitting), join_all(sending));
    let spans: Vec<Duration> = pressed.iter().flatten().map(|(_, span)| *span).collect();
    tell(&format!(
        "half of the answers came within {:.0} ms, the last after {:.0} ms",
        percentile(spans.clone(), 0.5),
        percentile(spans.clone(), 1.0)
    ));
    let accepted = pressed.iter().filter(|answers| answers.iter().all(|(status, _)| *status == 303)).count();
    let uploads_failed = sent.iter().filter(|status| **status != 303).count();
    Rush {
        submitted: accepted as f64,
        lost_or_doubled: lost_or_doubled(house, drafts.len()).await as f64,
        p99: percentile(spans, 0.99),
        uploads_failed: uploads_failed as f64,
    }
}

/// When the n-th of so many presses the button.
fn moment(n: usize, of: usize) -> Duration {
    let early = of / 3;
    if n < early {
        LATE.mul_f64(n as f64 / early as f64)
    } else {
        LATE + (MINUTE - LATE - MARGIN).mul_f64((n - early) as f64 / (of - early) as f64)
    }
}

/// What the confirmation page would send.
async fn confirmation(person: &Visitor, reference: &Reference) -> Vec<(String, String)> {
    let answer = person.get(&format!("/proposals/{reference}/submission")).await;
    assert_eq!(answer.status(), 200, "{reference} cannot be submitted");
    let form = hidden(&answer.text().await.unwrap());
    assert!(form.iter().any(|(name, _)| name == "version"), "the page has no form: {form:?}");
    form
}

async fn submit(person: &Visitor, reference: &Reference, form: &[(String, String)]) -> u16 {
    let values: Vec<(&str, &str)> = form.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    person.post(&format!("/proposals/{reference}/submission"), &values, "text/html").await.status().as_u16()
}

async fn send_letter(person: &Visitor, reference: &Reference) -> u16 {
    let mut letter = b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\n% ".to_vec();
    letter.resize(UPLOAD_BYTES - 100, b'x');
    letter.extend(b"\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n");
    let values = [("changed-field", "endorsement_letter"), ("version.endorsement_letter", "1")];
    let path = format!("/proposals/{reference}/edit/applicant");
    person.upload(&path, &values, ("endorsement_letter", "signed.pdf", &letter)).await.status().as_u16()
}

/// How many proposals have not exactly one submission, as the database says.
async fn lost_or_doubled(house: &House, of: usize) -> usize {
    let db = house.app.db.read();
    let proposals = proposal::Entity::find().all(db).await.unwrap();
    let mut count: BTreeMap<_, usize> = BTreeMap::new();
    for row in submission::Entity::find().all(db).await.unwrap() {
        *count.entry(row.proposal_id).or_default() += 1;
    }
    assert_eq!(proposals.len(), of);
    proposals.iter().filter(|row| count.get(&row.id) != Some(&1) || row.state != State::Submitted).count()
}
