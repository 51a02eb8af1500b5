//! The letters to partners, who read them in the language of the proposal that names them.

use initiatives::{
    guidelines::{Answer, Value},
    partners::actions::subscribing,
    proposals::{
        actions::{saving, standing, steering},
        eligibility::Check,
        rules::Outcome,
    },
};
use std::collections::BTreeMap;

use super::{
    proposals::{does, everybody},
    shown::{Mailbox, show},
};
use crate::{
    proposals::verbs::decision,
    support::{TestApp, letters::Written, on_both, proposals::complete_answers},
};

const OWNER: &str = "official@agra.example";
const HOUSE: &str = "secretariat@metropolis.example";

/// All letters to one partner of a proposal in `language`, from the question to the end of the Initiative: completed, or
/// before its time.
async fn told(app: &TestApp, language: &str, completed: bool) -> Vec<Written> {
    let (reference, mut mail) = (app.complete_draft().await, Mailbox::default());
    let mut answers = complete_answers(&*app.definition().await);
    let kept = match answers.get("content_language") {
        Some(Answer::Value(Value::Language(_))) => Answer::Value(Value::Language(language.parse().unwrap())),
        other => panic!("the language is kept otherwise now: {other:?}"),
    };
    answers.insert("content_language".parse().unwrap(), kept);
    app.act(OWNER, async |act, actor| saving::set(act, actor, &reference, answers, &[]).await).await.unwrap();
    app.submit(&reference).await;
    mail.look(app).await;

    app.deliver_mail().await;
    let asked = mail.look(app).await.remove(0);
    let answer = asked.body_text.split_whitespace().find(|word| word.contains("/partners/")).unwrap();
    let answer = url::Url::parse(answer).unwrap().path().to_owned();
    assert_eq!(app.browser().post(&answer, &[("choice", "confirm")]).await.status, 303);

    does!(app, HOUSE, reference, |act, actor, t| standing::check_eligibility(
        act,
        actor,
        t.reference,
        Check::first(true, "")
    ));
    does!(app, HOUSE, reference, |act, actor, t| steering::start_review(act, actor, t));
    let approval = decision(Outcome::Approved);
    does!(app, HOUSE, reference, |act, actor, t| steering::approve(act, actor, t, &approval));
    app.deliver_mail().await;
    let start = chrono::NaiveDate::from_ymd_opt(2015, 1, 15).unwrap();
    does!(app, HOUSE, reference, |act, actor, t| steering::start_running(act, actor, t, start));
    app.deliver_mail().await;
    if completed {
        does!(app, HOUSE, reference, |act, actor, t| steering::complete(act, actor, t, "Done.", "The report."));
    } else {
        does!(app, HOUSE, reference, |act, actor, t| steering::end_early(act, actor, t, "No funds.", start));
    }
    app.deliver_mail().await;

    let mut letters = mail.look(app).await;
    letters.retain(|letter| letter.recipient == asked.recipient);
    // Whoever stops all letters begins anew with the next answer, in the language of what they are asked about then.
    app.act(HOUSE, async |act, _| subscribing::stop(act, &asked.recipient).await).await.unwrap();
    letters.insert(0, asked);
    letters
}

#[tokio::test]
async fn partners_are_asked_and_told() {
    on_both(async |app| {
        everybody(&app).await;
        let mut kinds: BTreeMap<String, Vec<Written>> = BTreeMap::new();
        for language in ["en", "fr", "es"] {
            let ended =
                told(&app, language, false).await.into_iter().filter(|told| told.kind.ends_with("discontinued"));
            for letter in told(&app, language, true).await.into_iter().chain(ended) {
                assert_eq!(letter.locale.tag(), language);
                assert!(letter.unsubscribe.is_some(), "a letter to a partner that no click stops");
                kinds.entry(letter.kind.clone()).or_default().push(letter);
            }
        }
        let expected =
            ["partners-approved", "partners-ask", "partners-completed", "partners-discontinued", "partners-running"];
        assert_eq!(kinds.keys().map(String::as_str).collect::<Vec<_>>(), expected);
        for (kind, letters) in &kinds {
            assert_eq!(letters.len(), 3, "{kind}");
            show(kind, &letters.iter().collect::<Vec<_>>());
        }
    })
    .await;
}
