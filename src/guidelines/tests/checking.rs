//! What stands in the way of submitting, and what does not.

use super::*;
use crate::words::Locale;

const SUBMISSION: Context = Context { stage: Stage::Submission, period: None };
const DRAFT: Context = Context { stage: Stage::Draft, period: None };

/// `place: message` of everything found, in English.
fn found(answers: &Answers, context: &Context) -> Vec<String> {
    let report = the_2014().check(answers, context);
    let line = |found: &Finding| format!("{}: {}", found.spot.place(Locale::En), found.message(Locale::En));
    report.findings.iter().map(line).collect()
}

/// What is found in a complete proposal when one section is posted anew with some lines changed.
fn changed(section: &str, changes: &[(&str, &str)]) -> Vec<String> {
    found(&with(section, changes), &SUBMISSION)
}

fn with(section: &str, changes: &[(&str, &str)]) -> Answers {
    let (_, form) = COMPLETE.into_iter().find(|(key, _)| *key == section).unwrap();
    let mut form = posted(form);
    for (name, text) in changes {
        form.retain(|(found, _)| found != name);
        if !text.is_empty() {
            form.push(((*name).to_owned(), (*text).to_owned()));
        }
    }
    let before = complete();
    let mut answers = before.clone();
    let definition = the_2014();
    for field in &definition.section(section).unwrap().fields {
        answers.remove(field.key.as_str());
    }
    answers.extend(read_over(section, &form, &before).answers);
    answers
}

#[test]
fn a_complete_proposal_can_be_submitted() {
    assert_eq!(found(&complete(), &SUBMISSION), Vec::<String>::new());
    let context = Context { stage: Stage::Submission, period: Some(period()) };
    assert!(the_2014().check(&complete(), &context).is_clear());
}

#[test]
fn an_empty_draft_is_fine_and_an_empty_submission_lacks_every_required_field() {
    assert_eq!(found(&Answers::default(), &DRAFT), Vec::<String>::new());
    let definition = the_2014();
    let report = definition.check(&Answers::default(), &SUBMISSION);
    assert!(!report.is_clear() && report.findings.iter().all(|found| found.severity == Severity::Missing));
    for field in definition.fields() {
        assert_eq!(report.of_field(field.key.as_str()).next().is_some(), field.required, "{}", field.key);
    }
}

#[test]
fn every_message_reads_in_every_language() {
    let mut worst = Answers::default();
    for section in &the_2014().sections {
        let texts = section.fields.iter().flat_map(|field| match &field.kind {
            Kind::Rows { columns, max, .. } => (0..=*max)
                .flat_map(|row| columns.iter().map(move |column| format!("{}.{row}.{}", field.key, column.key)))
                .collect(),
            Kind::Person { parts } => parts.iter().map(|part| format!("{}.{}", field.key, part.key)).collect(),
            Kind::Point => vec![format!("{}.lat", field.key)],
            _ => vec![field.key.to_string()],
        });
        let typed: Vec<_> = texts.map(|name| (name, "x y ".repeat(400))).collect();
        worst.extend(read_over(section.key.as_str(), &typed, &Answers::default()).answers);
    }
    for answers in [worst, Answers::default()] {
        for finding in the_2014().check(&answers, &SUBMISSION).findings {
            for locale in Locale::ALL {
                assert!(!finding.message(locale).contains("guidelines-") && !finding.spot.place(locale).is_empty());
            }
        }
    }
}

#[test]
fn findings_point_to_the_input_they_are_about() {
    let answers = with("partnership", &[("partners.1.country", "")]);
    let report = the_2014().check(&answers, &SUBMISSION);
    let spot = &report.findings[0].spot;
    assert_eq!((spot.section.as_str(), spot.field.as_str(), spot.row), ("partnership", "partners", Some(1)));
    assert_eq!(spot.input, "f-partners-1-country");
    assert_eq!(spot.place(Locale::En), "Partners, row 2: Country");
    assert_eq!(spot.place(Locale::Fr), "Partenaires, ligne 2\u{a0}: Pays");
}

#[test]
fn words_and_characters_are_limited() {
    assert_eq!(changed("content", &[("aim", &"word ".repeat(81))]), ["Aim: Shorten the text: 81 words, at most 80."]);
    assert_eq!(
        changed("content", &[("aim", &"w".repeat(961))]),
        ["Aim: Shorten the text: 961 characters, at most 960."]
    );
    assert!(changed("content", &[("aim", &"word ".repeat(80))]).is_empty());
    assert_eq!(
        changed("identity", &[("short_title", &"é".repeat(41))]),
        ["Short title: Shorten the text: 41 characters, at most 40."]
    );
    assert_eq!(
        changed("content", &[("objectives.0.text", &"word ".repeat(61))]),
        ["Objectives, row 1: Objective: Shorten the text: 61 words, at most 60."]
    );
}

#[test]
fn the_budget_adds_up_to_the_cent() {
    assert_eq!(
        changed("budget", &[("funding.1.amount", "0.49")]),
        ["Sources of funding: The amounts add up to €1,000.49: €0.01 less than “Total cost (EUR)”, €1,000.50."]
    );
    assert_eq!(
        changed("budget", &[("budget_lines.0.amount", "1,000.51")]),
        ["Costs: The amounts add up to €1,000.51: €0.01 more than “Total cost (EUR)”, €1,000.50."]
    );
    // An amount that cannot be read is said once, and no sum is blamed for it.
    assert_eq!(
        changed("budget", &[("budget_lines.0.amount", "1,000")]),
        [
            "Costs, row 1: Amount (EUR): “1,000” could mean thousands or decimals. Leave out the separator, or write two \
          decimals."
        ]
    );
    assert_eq!(changed("budget", &[("total_eur", "")]), ["Total cost (EUR): Give an amount."]);
}

#[test]
fn the_work_plan_runs_forward_from_january_2015() {
    assert_eq!(changed("work_plan", &[("end", "2014-12")]), ["End: The end must come after the start, January 2015."]);
    assert_eq!(changed("work_plan", &[("end", "2015-01")]), ["End: The end must come after the start, January 2015."]);
    assert_eq!(
        changed("work_plan", &[("start", "2014-12"), ("end", "2015-06")]),
        ["Start: The start must be in January 2015 or later."]
    );
    assert_eq!(changed("work_plan", &[("phases.1.date", "")]), ["Phases and actions, row 2: Date: Give a date."]);
    assert_eq!(
        changed("work_plan", &[("phases.1.date", ""), ("phases.1.action", ""), ("phases.1.output", "")]),
        ["Phases and actions: Fill in at least 2 rows."]
    );
}

#[test]
fn some_findings_only_warn() {
    let definition = the_2014();
    let long = with("work_plan", &[("end", "2018-01")]);
    assert_eq!(found(&long, &SUBMISSION), ["End: 37 months is longer than the 36 recommended."]);
    let alone = with("partnership", &[("partners.1.kind", "company")]);
    assert_eq!(found(&alone, &SUBMISSION), ["Partners: At least two partner cities are recommended."]);
    for answers in [long, alone] {
        let report = definition.check(&answers, &SUBMISSION);
        assert!(report.is_clear() && report.warnings().count() == 1);
    }
}

#[test]
fn other_themes_are_other() {
    let mut answers = complete();
    answers.extend(read("identity", "theme = governance\nother_themes = governance\nother_themes = urban_economy"));
    let own = |line: &&String| line.starts_with("Other themes");
    assert_eq!(
        found(&answers, &DRAFT).iter().filter(own).collect::<Vec<_>>(),
        ["Other themes: “Governance” is the main theme already. Choose others, or none."]
    );
    answers.extend(read(
        "identity",
        "theme = governance\nother_themes = sustainability\nother_themes = urban_economy\nother_themes = social_inclusion",
    ));
    assert_eq!(
        found(&answers, &DRAFT).iter().filter(own).collect::<Vec<_>>(),
        ["Other themes: 3 are too many: at most 2."]
    );
    answers.extend(read("identity", "other_themes = world_peace"));
    assert_eq!(
        found(&answers, &DRAFT).iter().filter(own).collect::<Vec<_>>(),
        ["Other themes: Choose one of the options."]
    );
}

#[test]
fn declarations_must_be_ticked_and_addresses_well_formed() {
    let lines = changed("declarations", &[("accuracy", "")]);
    assert_eq!(lines.len(), 1);
    assert!(lines[0].ends_with(": Tick the box to agree."));
    assert_eq!(
        changed("applicant", &[("endorser.email", "mayor at lumara"), ("manager.phone", "call me")]),
        [
            "Mayor or head of organisation: Email: Write the address in full, like name@city.org.",
            "Project manager: Telephone: Write the number with its country code, like +34 93 342 94 60.",
        ]
    );
    assert_eq!(
        changed("partnership", &[("partners.0.email", "x@y")]),
        ["Partners, row 1: Email of a contact: Write the address in full, like name@city.org."]
    );
}

#[test]
fn places_numbers_and_dates_must_be_real() {
    for (lat, lon, told) in [
        ("north", "2", "Write latitude and longitude in degrees, like 41.39 and 2.17, or 41°23′15″N and 2°10′7″E."),
        ("91", "181", "A latitude goes from -90 to 90, a longitude from -180 to 180."),
        ("97", "20", "A latitude goes from -90 to 90. Are latitude and longitude the other way round?"),
        ("41,39", "", "The longitude is missing."),
        ("", "2.17", "The latitude is missing."),
    ] {
        let found = changed("applicant", &[("location.lat", lat), ("location.lon", lon)]);
        assert_eq!(found, [format!("Map point: {told}")]);
    }
    assert_eq!(changed("applicant", &[("lead_country", "XX")]), ["Country: Choose one of the options."]);
    assert_eq!(
        changed("content", &[("beneficiaries.0.number", "0"), ("results.0.date", "2017-02-30")]),
        [
            "Beneficiaries, row 1: How many: The number must lie between 1 and 10,000,000,000.",
            "Expected results, row 1: By when: Write the date as year, month and day, like 2015-03-31.",
        ]
    );
}

#[test]
fn files_must_fit_their_question() {
    let mut answers = complete();
    let mut letter = file("letter.docx", "application/msword", "");
    letter.size = 10 * 1024 * 1024 + 1;
    answers.insert(key("endorsement_letter"), Answer::Files(vec![letter]));
    let mut images = vec![file("a.png", "image/png", "")];
    images.push(file("b.gif", "image/gif", &"x".repeat(201)));
    answers.insert(key("images"), Answer::Files(images));
    assert_eq!(
        found(&answers, &SUBMISSION),
        [
            "Letter of support: “letter.docx” is of another type: add a PDF.",
            "Letter of support: “letter.docx” is too large: at most 10\u{a0}MB.",
            "Images, row 1: What the image shows: Say what the image shows.",
            "Images: “b.gif” is of another type: add a JPEG, PNG or WebP image.",
            "Images, row 2: What the image shows: Shorten the text: 201 characters, at most 200.",
        ]
    );
    answers.insert(key("images"), Answer::Files(vec![file("a.png", "image/png", "A"); 11]));
    answers.remove("endorsement_letter");
    assert_eq!(
        found(&answers, &SUBMISSION),
        ["Letter of support: Add the PDF.", "Images: 11 are too many: at most 10."]
    );
}

#[test]
fn the_period_is_that_of_the_call() {
    let other = Context { stage: Stage::Submission, period: Period::new(2018, 2020) };
    assert_eq!(found(&complete(), &other), ["Action plan period: The call fixes the period: 2018–2020."]);
}

#[test]
fn what_is_not_recorded_is_missing_only_for_a_submission() {
    let mut answers = Answers::default();
    the_2014().rest_not_recorded(&mut answers);
    assert!(answers.is_not_recorded("aim"));
    assert_eq!(found(&answers, &DRAFT), Vec::<String>::new());
    assert!(!the_2014().check(&answers, &SUBMISSION).is_clear());
}

#[test]
fn an_answer_of_another_kind_is_wrong_not_a_crash() {
    let definition = the_2014();
    for field in definition.fields() {
        for (other, answer) in complete() {
            let answers: Answers = [(field.key.clone(), answer)].into_iter().collect();
            let report = definition.check(&answers, &DRAFT);
            assert!(other == field.key || report.findings.len() < 30);
        }
    }
}
