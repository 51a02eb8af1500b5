//! The document of a proposal, with pictures, made on demand.

use crate::{
    client::{Visitor, hidden, timed},
    figures::percentile,
    stage::Stage,
    tell,
};

const TIMES: usize = 5;

/// The slowest of some, the first one included, in milliseconds.
pub async fn slowest(stage: &Stage, people: &[Visitor]) -> f64 {
    let (person, reference) = (&people[0], &stage.cities[0].drafts[0]);
    add_pictures(person, &format!("/proposals/{reference}/edit/identity")).await;
    let mut spans = Vec::new();
    for _ in 0..TIMES {
        let path = format!("/proposals/{reference}/draft.pdf");
        let (bytes, span) = timed(async { person.get(&path).await.bytes().await.unwrap() }).await;
        assert!(bytes.starts_with(b"%PDF-"), "no document came");
        spans.push(span);
    }
    let told: Vec<String> = spans.iter().map(|span| format!("{} ms", span.as_millis())).collect();
    tell(&format!("the document took {}", told.join(", ")));
    percentile(spans, 1.0)
}

async fn add_pictures(person: &Visitor, path: &str) {
    for seed in 0..2 {
        let page = person.get(path).await.text().await.unwrap();
        let seen = hidden(&page).into_iter().find(|(name, _)| name == "version.images").map(|(_, version)| version);
        let values = [("changed-field", "images"), ("version.images", seen.as_deref().unwrap_or("0"))];
        let answer = person.upload(path, &values, ("images", "street.jpg", &picture(seed))).await;
        assert_eq!(answer.status(), 303, "{}", answer.text().await.unwrap());
    }
    describe_pictures(person, path).await;
}

/// Without alternative texts the proposal could not be submitted afterwards.
async fn describe_pictures(person: &Visitor, path: &str) {
    let page = person.get(path).await.text().await.unwrap();
    let mut values: Vec<(String, String)> = vec![("changed-field".to_owned(), "images".to_owned())];
    for (name, value) in hidden(&page) {
        if let Some(picture) = name.strip_suffix(".attachment") {
            values.push((format!("{picture}.alt"), "A street at noon.".to_owned()));
        }
        if name == "version.images" || name.ends_with(".attachment") {
            values.push((name, value));
        }
    }
    let values: Vec<(&str, &str)> = values.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let answer = person.post(path, &values, "application/json").await;
    assert_eq!(answer.status(), 200, "{}", answer.text().await.unwrap());
}

/// A photograph, as large as a telephone makes them.
fn picture(seed: u32) -> Vec<u8> {
    let shade = |x: u32, y: u32| {
        let noise = (x.wrapping_mul(2_654_435_761) ^ y.wrapping_mul(40_503) ^ seed).wrapping_shr(13);
        image::Rgb([(x / 16) as u8, (y / 12) as u8, (noise % 64) as u8])
    };
    let drawn = image::RgbImage::from_fn(4_000, 3_000, shade);
    let mut bytes = std::io::Cursor::new(Vec::new());
    drawn.write_to(&mut bytes, image::ImageFormat::Jpeg).unwrap();
    bytes.into_inner()
}
