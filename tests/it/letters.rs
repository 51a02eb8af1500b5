//! Every letter that the locale files know, in three languages, as its readers see it. After a changed word or a new letter:
//! `INSTA_UPDATE=always tests/run only letters::`, and look at the difference.

use std::collections::{BTreeMap, BTreeSet};

use initiatives::{
    mail::{
        Button, Letter,
        kinds::{KINDS, SENTENCES},
    },
    words::Locale,
};

use crate::support::{
    TestApp,
    letters::{letter_to, post, someone},
    on_both,
};

/// The texts of a language's locale files by their keys.
fn texts(locale: Locale) -> BTreeMap<String, String> {
    let folder = format!("{}/locales/{locale}", env!("CARGO_MANIFEST_DIR"));
    let mut texts: BTreeMap<String, String> = BTreeMap::new();
    for file in std::fs::read_dir(folder).unwrap() {
        let mut key = None;
        for line in std::fs::read_to_string(file.unwrap().path()).unwrap().lines() {
            if line.starts_with(|c: char| c.is_ascii_lowercase()) {
                key = line.split_once(" =").map(|(key, _)| key.to_owned());
            }
            if let Some(key) = &key {
                texts.entry(key.clone()).or_default().push_str(line);
            }
        }
    }
    texts
}

fn kinds(texts: &BTreeMap<String, String>) -> Vec<&str> {
    let kind = |key: &'_ String| Some(key.strip_prefix("mail-")?.strip_suffix("-subject")?.len());
    texts.keys().filter_map(|key| kind(key).map(|length| &key["mail-".len()..][..length])).collect()
}

/// The names of the values in a letter's words, and in the sentences that stand in them.
fn values(texts: &BTreeMap<String, String>, kind: &str) -> BTreeSet<String> {
    let words = format!("{} {}", texts[&format!("mail-{kind}-subject")], texts[&format!("mail-{kind}-body")]);
    let mut names = named(&words);
    let says = |name: &String| texts.get(&format!("mail-says-{name}")).map(|text| named(text));
    let within: Vec<BTreeSet<String>> = names.iter().filter_map(says).collect();
    names.extend(within.into_iter().flatten());
    names
}

fn named(words: &str) -> BTreeSet<String> {
    let name = |rest: &str| rest.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_' || *c == '-').collect();
    words.split('$').skip(1).map(name).collect()
}

#[test]
fn the_letters_of_the_locale_files_are_those_of_the_one_list() {
    let listed: BTreeSet<&str> = KINDS.iter().map(|kind| kind.name).collect();
    for locale in Locale::ALL {
        let texts = texts(locale);
        assert_eq!(kinds(&texts).into_iter().collect::<BTreeSet<_>>(), listed, "{locale}");
        let sentence = |key: &String| key.strip_prefix("mail-says-").map(str::to_owned);
        let sentences: BTreeSet<String> = texts.keys().filter_map(sentence).collect();
        assert_eq!(sentences, SENTENCES.map(str::to_owned).into(), "{locale}");
    }
    assert_eq!(BTreeSet::from(crate::words::LETTERS), listed);
}

#[tokio::test]
async fn every_letter_reads_well_in_three_languages() {
    on_both(async |app| {
        let all = Locale::ALL.map(texts);
        for kind in kinds(&all[0]) {
            let names = values(&all[0], kind);
            let mut seen = String::new();
            for (locale, texts) in Locale::ALL.into_iter().zip(&all) {
                assert_eq!(values(texts, kind), names, "{kind} takes other values in {locale}");
                seen.push_str(&read(&app, kind, &names, locale, texts).await);
            }
            insta::with_settings!({ snapshot_path => "../snapshots/letters", prepend_module_to_snapshot => false, omit_expression => true }, {
                insta::assert_snapshot!(kind, seen);
            });
        }
    })
    .await;
}

/// The letter of a kind, with its values named.
async fn read(
    app: &TestApp,
    kind: &str,
    names: &BTreeSet<String>,
    locale: Locale,
    texts: &BTreeMap<String, String>,
) -> String {
    let forever = |text: &str| -> &'static str { Box::leak(text.to_owned().into_boxed_str()) };
    let label =
        ["action", "button"].map(|end| format!("mail-{kind}-{end}")).into_iter().find(|key| texts.contains_key(key));
    let value = |name: &str| match name {
        "verify" => app.config.link("/receipts/sha256"),
        _ => format!("‹{name}›"),
    };
    let address = format!("{kind}.{locale}@agra.example");
    let letter = Letter {
        kind: forever(kind),
        to: someone(&address, "Ana", locale),
        args: names.iter().map(|name| (forever(name), value(name))).collect(),
        action: label.map(|key| Button { label_key: forever(&key), link: app.config.link("/somewhere") }),
        ..letter_to(app, &address)
    };
    post(app, letter).await;
    let letter = app.only_letter_to(&address).await;
    format!("=== {locale}: {}\n\n{}\n\n", letter.subject, letter.body_text.trim_end())
}

#[tokio::test]
async fn the_frame_around_letters_in_html() {
    on_both(async |app| {
        app.post_letter("reader@agra.example").await;
        let letter = app.only_letter_to("reader@agra.example").await;
        insta::with_settings!({ snapshot_path => "../snapshots/letters", prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!("frame.html", letter.body_html);
        });
    })
    .await;
}
