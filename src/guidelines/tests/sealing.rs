//! The canonical bytes of a submission.

use proptest::prelude::*;

use super::*;

const HEADING: [(&str, &str); 2] = [("reference", "MI-2014-017"), ("number", "1")];

fn sealed(answers: &Answers) -> String {
    String::from_utf8(canonical(&the_2014(), &HEADING, answers)).unwrap()
}

#[test]
fn the_form_is_the_one_that_rfc_8785_prescribes() {
    let mut answers = read("budget", "total_eur = 1 234,5\nbudget_lines.0.item = Trees\nbudget_lines.0.amount = 1");
    answers.extend(read("applicant", "location.lat = -34.60\nlocation.lon = 2,17"));
    answers.extend(read("declarations", "accuracy = on"));
    answers.insert(key("aim"), Answer::text("Say \"e\u{301}\"\n\\ \u{1f} <€> 🌍").unwrap());
    answers.insert(key("endorsement_letter"), Answer::Files(vec![file("letter.pdf", "application/pdf", "")]));
    answers.insert(key("risks"), Answer::NotRecorded);
    let hash = sha256_hex(b"letter.pdf");
    assert_eq!(
        sealed(&answers),
        format!(
            concat!(
                r#"{{"answers":{{"accuracy":true,"aim":"Say \"é\"\n\\ \u001f <€> 🌍","#,
                r#""budget_lines":[{{"amount":100,"item":"Trees"}}],"#,
                r#""endorsement_letter":[{{"alt":"","media_type":"application/pdf","name":"letter.pdf","sha256":"{}"}}],"#,
                r#""location":{{"lat":"-34.6","lon":"2.17"}},"risks":{{"not_recorded":true}},"total_eur":123450}},"#,
                r#""guidelines":{{"slug":"2014","version":1}},"submission":{{"number":"1","reference":"MI-2014-017"}}}}"#,
            ),
            hash
        )
    );
}

#[test]
fn the_hash_is_that_of_sha256sum() {
    assert_eq!(sha256_hex(b"abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

#[test]
fn any_json_reader_reads_it_and_finds_the_same_answers() {
    let answers = complete();
    let json: serde_json::Value = serde_json::from_str(&sealed(&answers)).unwrap();
    let stored = answers.to_json();
    for (field, value) in json["answers"].as_object().unwrap() {
        if !the_2014().field(field).unwrap().kind.holds_files() {
            assert_eq!(Some(value), stored.get(field), "{field}");
        }
    }
}

#[test]
fn whatever_a_reader_could_notice_changes_the_bytes() {
    let before = sealed(&complete());
    let definition = the_2014();
    for field in definition.fields() {
        let mut answers = complete();
        if answers.remove(field.key.as_str()).is_some() {
            assert_ne!(sealed(&answers), before, "{}", field.key);
        }
    }
    let mut answers = complete();
    answers.insert(key("images"), Answer::Files(vec![file("shore.png", "image/png", "A shore at dawn")]));
    assert_ne!(sealed(&answers), before);
    assert_ne!(canonical(&definition, &[("reference", "MI-2014-018")], &complete()), before.into_bytes());
}

#[test]
fn where_a_file_is_kept_does_not_change_the_bytes() {
    let mut answers = complete();
    let mut images = answers.files("images").to_vec();
    images[0].attachment = crate::ids::AttachmentId(uuid::Uuid::nil());
    answers.insert(key("images"), Answer::Files(images));
    assert_eq!(sealed(&answers), sealed(&complete()));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn bytes_depend_on_what_is_said_not_on_how_it_came(
        title in "\\PC{1,40}",
        aim in "[^\r]{0,200}",
        amount in 0..=1_000_000_000_i64,
        order in Just(()).prop_perturb(|(), mut rng| rng.next_u32()),
    ) {
        use unicode_normalization::UnicodeNormalization as _;
        let mut form = posted("location.lat = 1.5\nlocation.lon = 2");
        form.push(("title".to_owned(), title.clone()));
        form.push(("aim".to_owned(), aim.clone()));
        form.push(("total_eur".to_owned(), Cents::new(amount).plain()));
        let mut other = form.clone();
        let turn = usize::try_from(order).unwrap() % other.len();
        other.rotate_left(turn);
        for (_, text) in &mut other {
            *text = text.nfd().collect::<String>().replace('\n', "\r\n");
        }
        let read = |form: &[(String, String)]| {
            let definition = the_2014();
            let mut answers = Answers::default();
            for section in &definition.sections {
                answers.extend(definition.read(section, form, &Answers::default()).answers);
            }
            answers
        };
        let (one, two) = (read(&form), read(&other));
        prop_assert_eq!(sealed(&one), sealed(&two));
        // Stored and read back, it is sealed as before.
        let stored = serde_json::to_string(&one.to_json()).unwrap();
        let again = the_2014().answers_from_json(&serde_json::from_str(&stored).unwrap());
        prop_assert_eq!(sealed(&again), sealed(&one));
        // A reader of JSON that sorts its keys prints the same.
        let parsed: serde_json::Value = serde_json::from_str(&sealed(&one)).unwrap();
        prop_assert_eq!(serde_json::to_string(&parsed).unwrap(), sealed(&one));
    }
}
