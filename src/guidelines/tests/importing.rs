//! Answers as JSON, taken along and brought back.

use proptest::prelude::*;
use serde_json::{Value as Json, json};

use super::*;
use crate::guidelines::{Exported, NotExported};

/// What a receipt's file holds of these answers, read again.
fn brought_back(answers: &Answers) -> Answers {
    let bytes = canonical(&the_2014(), &[], answers);
    the_2014().import(&Exported::read(&bytes).unwrap().answers).answers
}

#[test]
fn every_kind_of_answer_comes_back_but_files_and_what_the_call_fixes() {
    let mut expected = complete();
    let (definition, before) = (the_2014(), complete());
    for field in definition.fields().filter(|field| field.kind.holds_files() || field.kind == Kind::Period) {
        expected.remove(field.key.as_str());
    }
    assert_eq!(brought_back(&before), expected);
}

#[test]
fn nothing_is_guessed() {
    let import = |json: Json| the_2014().import(json.as_object().unwrap());
    for wrong in [json!(1.5), json!("1234.50"), json!(["1"]), json!({ "cents": 1 }), json!(1e300), json!(true)] {
        let imported = import(json!({ "total_eur": wrong.clone() }));
        assert!(imported.answers.is_empty(), "{wrong}");
        assert_eq!(imported.left_out.len(), 1, "{wrong}");
    }
    let imported =
        import(json!({ "total_eur": 123_450, "unknown": 1, "risks": { "not_recorded": true }, "aim": null }));
    assert_eq!(imported.answers.money("total_eur"), Some(Cents::new(123_450)));
    assert_eq!((imported.answers.len(), imported.left_out.len()), (1, 0));
    assert_eq!(imported.unknown.into_iter().collect::<Vec<_>>(), ["unknown"]);
    let long = "x".repeat(HARD_CAP_CHARS + 1);
    let imported = import(json!({ "aim": long }));
    assert!(imported.answers.is_empty() && imported.left_out.len() == 1, "limits are kept");
}

#[test]
fn a_file_that_is_none_says_where() {
    let read = |text: &str| Exported::read(text.as_bytes());
    assert_eq!(read("{\n  oops"), Err(NotExported::NotJson { line: 2, column: 3 }));
    assert_eq!(read("{}"), Err(NotExported::NoAnswers));
    assert!(matches!(read(&"[".repeat(100_000)), Err(NotExported::NotJson { .. })));
    let sound = read("\u{feff}{\"answers\":{},\"guidelines\":{\"slug\":\"2014\",\"version\":2}}").unwrap();
    assert!(sound.follows_others(&the_2014()));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn whatever_was_typed_comes_back_and_is_sealed_the_same(
        title in "\\PC{1,60}",
        aim in "(?s)[^\r]{0,300}",
        cents in 0..=1_000_000_000_i64,
        lat in "[0-9a-z.]{0,6}",
    ) {
        let mut form = posted("budget_lines.0.item = Trees\nlocation.lon = 2\nbudget_lines.0.amount = 1,234");
        form.push(("title".to_owned(), title));
        form.push(("aim".to_owned(), aim));
        form.push(("total_eur".to_owned(), Cents::new(cents).plain()));
        form.push(("location.lat".to_owned(), lat));
        let mut answers = Answers::default();
        for section in &the_2014().sections {
            answers.extend(the_2014().read(section, &form, &Answers::default()).answers);
        }
        let again = brought_back(&answers);
        prop_assert_eq!(canonical(&the_2014(), &[], &again), canonical(&the_2014(), &[], &answers));
        prop_assert_eq!(again, answers);
    }

    #[test]
    fn no_json_breaks_it(text in "(?s).{0,200}", depth in 0..200_usize) {
        let _ = Exported::read(text.as_bytes());
        let nested = format!("{{\"answers\":{{\"aim\":{}{}}}}}", "[".repeat(depth), "]".repeat(depth));
        if let Ok(exported) = Exported::read(nested.as_bytes()) {
            prop_assert!(the_2014().import(&exported.answers).answers.is_empty());
        }
    }
}
