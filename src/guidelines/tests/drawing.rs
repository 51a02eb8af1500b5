//! Answers drawn as a form, and for reading.

use super::*;
use crate::{
    guidelines::{
        Difference,
        difference::{Fate, Piece},
        inputs::{Input, Question, Shape, Widget},
        show::{Block, Body, blocks},
    },
    words::Locale,
};

/// What a browser posts from the form of a section that is drawn from answers.
pub(super) fn post(definition: &Definition, section: &Section, answers: &Answers) -> Vec<(String, String)> {
    let mut posted = Vec::new();
    for question in definition.questions(section, answers, &[], Locale::En) {
        match question.shape {
            Shape::One(input) => post_input(input, &mut posted),
            Shape::Group(inputs) => inputs.into_iter().for_each(|input| post_input(input, &mut posted)),
            Shape::Point(point) => point.inputs.into_iter().for_each(|input| post_input(input, &mut posted)),
            Shape::Rows(rows) => {
                let inputs = rows.rows.into_iter().flat_map(|row| row.inputs);
                inputs.for_each(|input| post_input(input, &mut posted));
            }
            Shape::Many { name, options } => {
                let chosen = options.into_iter().filter(|option| option.chosen);
                posted.extend(chosen.map(|option| (name.clone(), option.value)));
            }
            Shape::Tick { name, ticked: true } => posted.push((name, "on".to_owned())),
            Shape::Files(files) => {
                for file in files.files {
                    posted.push((file.attachment_name, file.attachment.to_string()));
                    file.alt.into_iter().for_each(|input| post_input(input, &mut posted));
                }
            }
            Shape::Tick { .. } | Shape::Fixed(_) => {}
        }
    }
    posted
}

fn post_input(input: Input, posted: &mut Vec<(String, String)>) {
    match input.widget {
        Widget::Line { value, .. } | Widget::Area { value, .. } => posted.push((input.name, value)),
        Widget::Select { options, .. } | Widget::Radios { options } => {
            let chosen = options.into_iter().filter(|option| option.chosen);
            posted.extend(chosen.map(|option| (input.name.clone(), option.value)));
        }
        Widget::Box { ticked: true } => posted.push((input.name, "on".to_owned())),
        Widget::Box { ticked: false } => {}
    }
}

fn question(field: &str, answers: &Answers, findings: &[Finding], locale: Locale) -> Question {
    let definition = the_2014();
    let section = definition.section_of(field).unwrap();
    definition.questions(section, answers, findings, locale).into_iter().find(|found| found.key == field).unwrap()
}

#[test]
fn a_form_posts_what_it_was_drawn_from() {
    let definition = the_2014();
    let answers = complete();
    for section in &definition.sections {
        let again = definition.read(section, &post(&definition, section, &answers), &answers).answers;
        for field in &section.fields {
            assert_eq!(again.get(field.key.as_str()), answers.get(field.key.as_str()), "{}", field.key);
        }
    }
}

#[test]
fn every_question_is_drawn_in_every_language_with_an_id_of_its_own() {
    let definition = the_2014();
    for locale in Locale::ALL {
        let mut ids = std::collections::BTreeSet::new();
        for section in &definition.sections {
            for question in definition.questions(section, &complete(), &[], locale) {
                assert!(!question.label.is_empty());
                assert!(ids.insert(question.id.clone()), "{} twice", question.id);
            }
        }
    }
}

#[test]
fn an_error_stands_at_its_input_and_a_warning_at_its_question() {
    let answers = read("partnership", "partners.0.name = A\npartners.0.kind = company\npartners.0.email = nobody");
    let report = the_2014().check(&answers, &Context { stage: Stage::Draft, period: None });
    let question = question("partners", &answers, &report.findings, Locale::Es);
    assert_eq!(question.warning.as_deref(), Some("Se recomienda contar con al menos dos ciudades socias."));
    assert_eq!(question.error, None);
    let Shape::Rows(rows) = question.shape else { panic!("rows") };
    let email = rows.rows[0].inputs.iter().find(|input| input.name == "partners.0.email").unwrap();
    assert!(email.error.as_deref().unwrap().starts_with("Escriba la dirección completa"));
    assert_eq!(email.described_by(), "f-partners-0-email-error");
}

#[test]
fn every_finding_points_to_an_input_that_is_drawn() {
    let definition = the_2014();
    let report = definition.check(&Answers::default(), &Context { stage: Stage::Submission, period: Some(period()) });
    for found in &report.findings {
        let question = question(found.spot.field.as_str(), &Answers::default(), &[], Locale::En);
        let ids: Vec<String> = match question.shape {
            Shape::One(input) => vec![input.id],
            Shape::Group(inputs) => inputs.into_iter().map(|input| input.id).collect(),
            Shape::Point(point) => point.inputs.into_iter().map(|input| input.id).collect(),
            Shape::Rows(rows) => rows.rows.into_iter().flat_map(|row| row.inputs).map(|input| input.id).collect(),
            _ => vec![question.id],
        };
        assert!(ids.contains(&found.spot.input), "{} is not drawn", found.spot.input);
    }
}

#[test]
fn a_table_has_a_spare_row_until_it_is_full() {
    let drawn = |count: usize| {
        let form: String = (0..count).map(|row| format!("objectives.{row}.text = x\n")).collect();
        let Shape::Rows(rows) = question("objectives", &read("content", &form), &[], Locale::En).shape else {
            panic!("rows")
        };
        (rows.rows.len(), rows.can_grow)
    };
    assert_eq!(drawn(0), (1, true));
    assert_eq!(drawn(1), (2, true));
    assert_eq!(drawn(5), (6, false));
    assert_eq!(drawn(6), (6, false));
    assert_eq!(drawn(8), (8, false));
    let Shape::Rows(phases) = question("phases", &Answers::default(), &[], Locale::Fr).shape else { panic!("rows") };
    assert_eq!(phases.rows.len(), 2);
    assert_eq!(phases.pattern.inputs[0].name, "phases.__.date");
    assert_eq!(phases.rows[1].legend, "Phases et actions, ligne 2");
    assert_eq!(phases.rows[1].tools.remove, None);
}

#[test]
fn a_row_says_what_its_buttons_do_and_a_table_what_its_amounts_sum_to() {
    let Shape::Rows(funding) = question("funding", &complete(), &[], Locale::Es).shape else { panic!("rows") };
    assert_eq!(funding.sum.as_ref().map(|sum| sum.text.as_str()), Some("1.000,50\u{a0}€"));
    let tools = &funding.rows[0].tools;
    assert_eq!((tools.value.as_str(), tools.remove.as_deref()), ("funding.0", Some("Quitar la fila 1")));
    assert_eq!((tools.move_up.as_deref(), tools.move_down.as_deref()), (None, Some("Bajar la fila 1")));
}

#[test]
fn what_was_typed_wrongly_is_shown_as_typed() {
    let answers = read("work_plan", "start = spring\nphases.0.date = 03/04/2015");
    let Shape::One(Input { widget: Widget::Line { kind, value, .. }, .. }) =
        question("start", &answers, &[], Locale::En).shape
    else {
        panic!("a line")
    };
    // A month picker would hide it.
    assert_eq!((kind, value.as_str()), ("text", "spring"));
    let answers = read("applicant", "applicant_type = emperor");
    let Shape::One(Input { widget: Widget::Radios { options }, .. }) =
        question("applicant_type", &answers, &[], Locale::En).shape
    else {
        panic!("radio buttons")
    };
    assert!(options.iter().any(|option| option.value == "emperor" && option.chosen));
}

#[test]
fn inputs_say_their_language_and_purpose() {
    let answers = complete();
    let Shape::One(Input { widget: Widget::Area { lang, .. }, limit, .. }) =
        question("aim", &answers, &[], Locale::Fr).shape
    else {
        panic!("an area")
    };
    assert_eq!(lang, Some("en"));
    let limit = limit.unwrap();
    assert_eq!((limit.words, limit.chars, limit.text.as_str()), (Some(80), 960, "Au plus 80 mots"));
    let Shape::Group(manager) = question("manager", &answers, &[], Locale::En).shape else { panic!("a group") };
    let Widget::Line { kind, autocomplete, .. } = &manager[2].widget else { panic!("a line") };
    assert_eq!((*kind, autocomplete.as_deref()), ("email", Some("section-manager email")));
}

#[test]
fn the_public_reads_no_address_and_nothing_that_is_not_public() {
    let definition = the_2014();
    let mut public = String::new();
    for section in &definition.sections {
        for shown in definition.show(section, &complete(), Locale::En, Audience::Public) {
            assert!(definition.field(&shown.key).unwrap().public);
            public += &shown.plain();
        }
    }
    assert!(public.contains("Ndiakor") && public.contains("Living Shoreline"));
    for private in ["@", "Ana Example", "+63", "1,000.50", "Agrees"] {
        assert!(!public.contains(private), "{private}");
    }
}

#[test]
fn an_anonymous_review_is_not_told_who_applies() {
    let definition = the_2014();
    let shown = definition
        .sections
        .iter()
        .flat_map(|section| definition.show(section, &complete(), Locale::En, Audience::Anonymous));
    let text: String = shown.map(|shown| shown.plain()).collect();
    assert!(text.contains("Mangroves") && !text.contains("Lumara") && !text.contains("Ana Example"));
}

#[test]
fn answers_are_read_in_the_language_of_the_reader() {
    let definition = the_2014();
    let plain = |field: &str, locale: Locale| {
        definition.show_field(field, &complete(), locale, Audience::Inside).unwrap().plain()
    };
    assert_eq!(plain("lead_country", Locale::Es), "Filipinas");
    assert_eq!(plain("theme", Locale::Fr), "Développement durable");
    assert_eq!(plain("total_eur", Locale::Fr), "1\u{202f}000,50\u{a0}€");
    assert_eq!(plain("start", Locale::Es), "enero de 2015");
    assert_eq!(plain("accuracy", Locale::En), "Agreed");
    assert_eq!(plain("location", Locale::En), "14.6, 120.98");
    assert_eq!(plain("sponsor", Locale::En), "Not answered");
    assert_eq!(plain("images", Locale::En), "shore.png (13\u{a0}kB): A shore at dusk");
    assert!(plain("partners", Locale::Fr).starts_with("Nom: Ndiakor; Type: Ville membre; Pays: Sénégal"));
}

#[test]
fn amounts_are_summed_below_their_column() {
    let shown = the_2014().show_field("funding", &complete(), Locale::En, Audience::Inside).unwrap();
    let Body::Table(table) = shown.body else { panic!("a table") };
    assert_eq!(table.totals, ["Total", "", "€1,000.50", ""]);
    assert!(table.head[2].numeric && !table.head[0].numeric);
}

#[test]
fn plain_lists_become_lists_and_everything_else_stays_text() {
    let text = "Intro\nsecond line\n- one\n- two\n\nAfter\n-no list\n\n- three";
    assert_eq!(
        blocks(text, true),
        [
            Block::Paragraph(vec!["Intro".into(), "second line".into()]),
            Block::List(vec!["one".into(), "two".into()]),
            Block::Paragraph(vec!["After".into(), "-no list".into()]),
            Block::List(vec!["three".into()]),
        ]
    );
    assert_eq!(blocks("- one\n- two", false), [Block::Paragraph(vec!["- one".into(), "- two".into()])]);
    assert_eq!(blocks("", true), []);
}

#[test]
fn the_guidelines_page_says_what_each_question_asks_for() {
    let definition = the_2014();
    let asked = |field: &str, locale: Locale| definition.field(field).unwrap().kind_in_words(locale);
    assert_eq!(asked("aim", Locale::En), "Text of at most 80 words");
    assert_eq!(asked("objectives", Locale::Fr), "Tableau de 1 à 6 lignes");
    assert_eq!(asked("manager", Locale::Es), "Persona: nombre, cargo, correo electrónico, teléfono");
    for field in definition.fields() {
        for locale in Locale::ALL {
            assert!(!asked(field.key.as_str(), locale).is_empty() && !field.origin.in_words(locale).is_empty());
        }
    }
}

#[test]
fn what_changed_since_the_last_submission_is_listed_with_both_texts() {
    let definition = the_2014();
    let before = complete();
    let mut after = complete();
    after.extend(read("content", "aim = To let the water in."));
    after.remove("other_themes");
    let mut letter = after.files("endorsement_letter").to_vec();
    letter[0].attachment = AttachmentId(uuid::Uuid::nil());
    after.insert(key("endorsement_letter"), Answer::Files(letter));
    let changes = definition.changes(&before, &after, Locale::En, Audience::Inside);
    let labels: Vec<&str> = changes.iter().map(|change| change.label.as_str()).collect();
    assert_eq!(labels, ["Other themes", "Aim"]);
    let told = |pieces: &[Piece]| -> Vec<String> {
        let told = |piece: &Piece| match piece.fate {
            Fate::Same => piece.text.clone(),
            Fate::Gone => format!("-{}", piece.text),
            Fate::New => format!("+{}", piece.text),
        };
        pieces.iter().map(told).collect()
    };
    let Difference::Items(themes) = &changes[0].difference else { panic!("choices are items") };
    assert_eq!(told(themes), ["-Governance", "-Urban economy"]);
    let Difference::Text(aim) = &changes[1].difference else { panic!("an aim is a text") };
    assert_eq!(told(aim).concat(), "To -keep+let the water- out and the people in.");
    assert_eq!(definition.changes(&before, &before, Locale::En, Audience::Inside), []);
}

#[test]
fn progress_counts_what_must_be_answered() {
    let definition = the_2014();
    let whole =
        |answers: &Answers| -> Progress { definition.sections.iter().map(|section| section.progress(answers)).sum() };
    let required = definition.fields().filter(|field| field.required).count() - 1;
    assert_eq!(whole(&Answers::default()), Progress { required, answered: 0 });
    assert!(whole(&complete()).is_complete());
    let mut one_is_half_named = complete();
    one_is_half_named.extend(read("applicant", "manager.name = Asha Rao"));
    assert_eq!(whole(&one_is_half_named), Progress { required, answered: required - 1 });
}
