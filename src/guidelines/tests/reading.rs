//! From what is posted to answers.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use proptest::prelude::*;

use super::*;
use crate::words::Locale;

#[test]
fn every_kind_is_read() {
    let answers = complete();
    assert_eq!(answers.choice("applicant_type").unwrap(), &"member_city");
    assert_eq!(answers.text("lead_city"), Some("Lumara"));
    assert_eq!(answers.country("lead_country").unwrap().code(), "PH");
    assert_eq!(answers.point("location").unwrap().to_string(), "14.6, 120.98");
    assert_eq!(answers.person("manager").unwrap().text("email"), Some("ben@lumara.example"));
    assert_eq!(answers.language("content_language"), Some(Locale::En));
    assert_eq!(answers.choices("other_themes"), ["governance", "urban_economy"]);
    assert_eq!(answers.tags("action_spheres"), ["water", "mangroves"]);
    assert_eq!(answers.money("total_eur"), Some(Cents::new(100_050)));
    assert_eq!(answers.month("end"), Month::new(2017, 12));
    assert_eq!(answers.rows("beneficiaries")[0].get("number"), Some(&Value::Number(4200)));
    let date = NaiveDate::from_ymd_opt(2017, 6, 30).unwrap();
    assert_eq!(answers.rows("results")[0].get("date"), Some(&Value::Date(date)));
    assert_eq!(answers.rows("partners")[0].country("country").unwrap().code(), "SN");
    assert!(answers.rows("partners")[0].ticked("updates") && !answers.rows("partners")[1].ticked("updates"));
    assert!(answers.declared("accuracy"));
    assert_eq!(answers.period("action_plan_period"), Some(period()));
}

#[test]
fn choices_stand_in_the_order_of_their_options_each_once() {
    let answers = read("content", "benefits_sought = learning\nbenefits_sought = exchange\nbenefits_sought = learning");
    assert_eq!(answers.choices("benefits_sought"), ["exchange", "learning"]);
}

#[test]
fn tags_are_told_apart_by_whatever_looks_like_a_separator() {
    let posted = [("action_spheres".to_owned(), "water, mangroves;tides\u{37e}reefs\u{b}Water\nshade".to_owned())];
    let answers = read_over("identity", &posted, &Answers::default()).answers;
    assert_eq!(answers.tags("action_spheres"), ["water", "mangroves", "tides", "reefs", "shade"]);
}

#[test]
fn what_is_left_empty_is_no_answer() {
    let empty = read("partnership", "partners.0.name = \npartners.0.kind =\nsponsor = \u{a0} \nseeking_partners=");
    assert!(empty.is_empty());
    assert!(read("applicant", "location.lat=\nlocation.lon=\nmanager.name=").is_empty());
    assert!(read("declarations", "accuracy = off").is_empty());
}

#[test]
fn empty_rows_are_dropped_wherever_they_stand() {
    let answers = read(
        "content",
        "objectives.7.text = Third\nobjectives.0.text = First\nobjectives.1.text =\nobjectives.5.text = Second",
    );
    let texts: Vec<_> = answers.rows("objectives").iter().filter_map(|row| row.text("text")).collect();
    assert_eq!(texts, ["First", "Second", "Third"]);
}

#[test]
fn what_cannot_be_read_is_kept_as_typed() {
    let answers = read("budget", "total_eur = about 5,000\nbudget_lines.0.amount = 1,234");
    assert_eq!(answers.value("total_eur"), Some(&Value::Unread("about 5,000".to_owned())));
    assert_eq!(answers.rows("budget_lines")[0].get("amount"), Some(&Value::Unread("1,234".to_owned())));
    let answers = read("applicant", "location.lat = 27°10' N\nlead_country = Atlantis");
    let parts = BTreeMap::from([("lat".to_owned(), "27°10' N".to_owned())]);
    assert_eq!(answers.get("location"), Some(&Answer::Unread(parts)));
    assert_eq!(answers.value("lead_country"), Some(&Value::Unread("Atlantis".to_owned())));
    let answers = read("work_plan", "start = spring\nphases.0.date = 03/04/2015");
    assert_eq!(answers.value("start"), Some(&Value::Unread("spring".to_owned())));
    assert_eq!(answers.rows("phases")[0].get("date"), Some(&Value::Unread("03/04/2015".to_owned())));
}

#[test]
fn a_pair_of_coordinates_pasted_into_one_input_is_understood() {
    let answers = read("applicant", "location.lat = 41.38879, 2.15899\nlocation.lon =");
    assert_eq!(answers.point("location").unwrap().to_string(), "41.38879, 2.15899");
}

#[test]
fn texts_are_kept_clean_and_whole() {
    let typed = vec![
        ("aim".to_owned(), "One\r\nline\u{0}, e\u{301}t\u{e9}\u{7}\r\n\r\n<script>alert('x')</script> ".to_owned()),
        ("description".to_owned(), "🙂 ‏عربي".to_owned()),
    ];
    let answers = read_over("content", &typed, &Answers::default()).answers;
    assert_eq!(answers.text("aim"), Some("One\nline, été\n\n<script>alert('x')</script>"));
    assert_eq!(answers.text("description"), Some("🙂 ‏عربي"));
}

#[test]
fn a_text_beyond_its_limit_is_kept_and_one_beyond_all_measure_is_refused_and_handed_back() {
    let long = "word ".repeat(500);
    let reading = read_over("content", &[("aim".to_owned(), long.clone())], &Answers::default());
    assert_eq!((reading.refused.len(), reading.answers.text("aim")), (0, Some(long.trim())));

    let huge = "w".repeat(HARD_CAP_CHARS + 1);
    for name in ["aim", "objectives.3.text"] {
        let reading = read_over("content", &[(name.to_owned(), huge.clone())], &Answers::default());
        assert_eq!(reading.refused.len(), 1, "{name}");
        assert!(reading.refused[0].message(Locale::En).contains("50,000"));
        assert!(!reading.answers.is_empty(), "handed back to be shown again");
    }
}

#[test]
fn more_rows_than_a_draft_may_hold_are_refused_and_handed_back() {
    let rows = |count: usize| -> Vec<_> {
        (0..count).map(|row| (format!("objectives.{row}.text"), "An objective".to_owned())).collect()
    };
    assert!(read_over("content", &rows(12), &Answers::default()).refused.is_empty());
    let reading = read_over("content", &rows(13), &Answers::default());
    assert_eq!(reading.refused.len(), 1);
    assert_eq!(reading.answers.rows("objectives").len(), 13);
    let tags = (0..11).map(|tag| format!("tag {tag}")).collect::<Vec<_>>().join(",");
    assert_eq!(read_over("identity", &[("action_spheres".to_owned(), tags)], &Answers::default()).refused.len(), 1);
}

#[test]
fn hostile_names_and_numbers_do_no_harm() {
    let hostile = posted(
        "objectives.4294967295.text = last
         objectives.4294967296.text = beyond
         objectives.-1.text = below
         objectives..text = none
         objectives.0.nothing = no column
         objectives = no row
         .aim = no field
         constructor = x
         __proto__.polluted = x
         aim.lat = no part",
    );
    let reading = read_over("content", &hostile, &Answers::default());
    assert_eq!(reading.answers.len(), 1);
    assert_eq!(reading.answers.rows("objectives").len(), 1);
    let forged: Vec<_> = (0..50_000).map(|n| ("other_themes".to_owned(), format!("x{n}"))).collect();
    assert_eq!(read_over("identity", &forged, &Answers::default()).refused.len(), 1);
}

#[test]
fn a_form_cannot_bring_in_a_file_only_describe_and_remove() {
    let stored: Answers = [(
        key("images"),
        Answer::Files(vec![
            file("a.png", "image/png", ""),
            file("bb.png", "image/png", "old"),
            file("c.png", "image/png", ""),
        ]),
    )]
    .into_iter()
    .collect();
    let id = |place: usize| stored.files("images")[place].attachment.to_string();
    let form = [
        ("images.0.attachment", id(0)),
        ("images.0.alt", " A square ".to_owned()),
        ("images.1.attachment", id(1)),
        ("images.1.alt", "Forgotten".to_owned()),
        ("remove", format!("images.{}", id(1))),
        ("images.2.attachment", "0192d3c4-0000-7000-8000-000000000000".to_owned()),
        ("images.2.alt", "Somebody else's".to_owned()),
    ]
    .map(|(name, text)| (name.to_owned(), text));
    let files = read_over("identity", &form, &stored).answers.files("images").to_vec();
    let shown: Vec<_> = files.iter().map(|file| (file.name.as_str(), file.alt.as_str())).collect();
    assert_eq!(shown, [("a.png", "A square"), ("c.png", "")]);
    assert_eq!(read_over("identity", &form, &Answers::default()).answers.files("images"), []);
}

#[test]
fn buttons_remove_and_move_rows_with_what_was_just_typed() {
    let press = |button: &str| {
        let form = format!(
            "objectives.0.text = A\nobjectives.1.text =\nobjectives.2.text = B\nobjectives.3.text = C\n{button}"
        );
        let reading = read_over("content", &posted(&form), &Answers::default());
        let rows = reading.answers.rows("objectives");
        let texts: String = rows.iter().filter_map(|row| row.text("text")).collect();
        (texts, reading.go_to.unwrap_or_default())
    };
    let done = |texts: &str, go_to: &str| (texts.to_owned(), go_to.to_owned());
    assert_eq!(press("save = on"), done("ABC", ""));
    assert_eq!(press("add = objectives"), done("ABC", "f-objectives-3-text"));
    assert_eq!(press("remove = objectives.2"), done("AC", "f-objectives"));
    assert_eq!(press("move_up = objectives.2"), done("BAC", "f-objectives-0-text"));
    assert_eq!(press("move_up = objectives.0"), done("ABC", "f-objectives-0-text"));
    assert_eq!(press("move_down = objectives.2"), done("ACB", "f-objectives-2-text"));
    assert_eq!(press("move_down = objectives.3"), done("ABC", "f-objectives-2-text"));
    assert_eq!(press("remove = objectives.9"), done("ABC", "f-objectives"));
    assert_eq!(press("remove = partners.0"), done("ABC", ""));
}

#[test]
fn a_form_cannot_change_the_period_nor_empty_what_is_not_recorded() {
    let stored: Answers = [(key("action_plan_period"), Answer::Period(period())), (key("title"), Answer::NotRecorded)]
        .into_iter()
        .collect();
    let answers = read_over("identity", &posted("action_plan_period = 1999-2099\ntitle ="), &stored).answers;
    assert_eq!(answers, stored);
    let answers = read_over("identity", &posted("title = Found"), &stored).answers;
    assert_eq!(answers.text("title"), Some("Found"));
}

#[test]
fn stored_answers_come_back_as_they_were() {
    let definition = the_2014();
    let mut answers = complete();
    answers.extend(read("budget", "total_eur = about 5\nfunding.0.amount = 1,234"));
    answers.extend(read("applicant", "location.lat = north"));
    answers.insert(key("risks"), Answer::NotRecorded);
    assert_eq!(definition.answers_from_json(&answers.to_json()), answers);
}

#[test]
fn what_is_stored_and_fits_no_more_is_kept_as_typed() {
    let definition = the_2014();
    let stored = serde_json::json!({
        "aim": 5, "total_eur": "12", "other_themes": "governance", "partners": {"name": "x"}, "location": [1, 2],
        "accuracy": "yes", "images": [{"name": "x"}], "gone": "x", "title": null, "sponsor": ""
    });
    let answers = definition.answers_from_json(stored.as_object().unwrap());
    assert_eq!(answers.len(), 7);
    assert_eq!(answers.value("total_eur"), Some(&Value::Unread("12".to_owned())));
    for field in ["other_themes", "partners", "location", "accuracy", "images"] {
        assert!(matches!(answers.get(field), Some(Answer::Unread(_))), "{field}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Whatever is typed anywhere: nothing fails, what is stored comes back, and a form drawn from it posts the same again.
    #[test]
    fn anything_typed_survives(texts in prop::collection::vec("(?s).{0,40}", 60), order in any::<u64>()) {
        let definition = the_2014();
        let mut texts = texts.into_iter().cycle();
        for section in &definition.sections {
            let names = section.fields.iter().flat_map(|field| match &field.kind {
                Kind::Rows { columns, .. } => columns
                    .iter()
                    .map(|column| format!("{}.{}.{}", field.key, order % 7, column.key))
                    .collect(),
                Kind::Person { parts } => parts.iter().map(|part| format!("{}.{}", field.key, part.key)).collect(),
                Kind::Point => vec![format!("{}.lat", field.key), format!("{}.lon", field.key)],
                _ => vec![field.key.to_string()],
            });
            let posted: Vec<_> = names.map(|name| (name, texts.next().unwrap())).collect();
            let answers = definition.read(section, &posted, &Answers::default()).answers;
            prop_assert_eq!(&definition.answers_from_json(&answers.to_json()), &answers);
            let again = definition.read(section, &super::drawing::post(&definition, section, &answers), &answers);
            prop_assert_eq!(again.answers, answers);
        }
    }
}

#[test]
fn what_does_not_fit_is_named() {
    let values = serde_json::json!({
        "aim": "x", "goal": "y", "partners": [{"name": "A", "colour": "red"}], "total_eur": "lots",
        "action_plan_period": "soon"
    });
    let Err(Unfit(lines)) = the_2014().answers_from_plain(values.as_object().unwrap()) else { panic!("it fits") };
    assert_eq!(
        lines,
        [
            "goal: no such field",
            "partners.colour: no such column",
            "action_plan_period: no period of years",
            "total_eur: unreadable",
        ]
    );
}
