//! The table of states, actions and roles: written out from the code to docs/workflow.md, and compared with what was written
//! by hand in tests/data/workflow-expected.txt.

use initiatives::{
    accounts::Role,
    calls::Reviewing,
    clock::Moment,
    proposals::{
        Deed, Standing, Verdict, may,
        policy::{Facts, Roles},
        rules::Outcome,
        workflow::{Action, Standpoint, State},
    },
    words::Locale,
};
use std::{collections::BTreeSet, fmt::Write, path::Path, time::Duration};

const DAY: Duration = Duration::from_secs(86_400);
const NOW: Moment = Moment::from_millis(1_396_346_400_000);

/// Who asks.
const PEOPLE: [&str; 7] = ["owner", "submitter", "editor", "co_editor", "secretariat", "reviewer", "anyone"];

fn roles(who: &str) -> Roles {
    let official = Role::ALL.iter().copied().find(|role| role.code() == who);
    Roles {
        official,
        co_editor: who == "co_editor",
        secretariat: who == "secretariat",
        reviewer: who == "reviewer",
        own_review_in: true,
        pledged: true,
    }
}

/// A proposal in `state` with everything as a verb could wish it.
fn standing(who: &str, state: State) -> Standing {
    let at = |other: State| (state == other).then_some(State::UnderReview);
    Standing {
        roles: roles(who),
        place: Standpoint {
            state,
            returned_from: at(State::Returned),
            before: at(State::NotSelected).or(at(State::Withdrawn)),
        },
        facts: Facts {
            closes_at: NOW + DAY,
            is_extended: false,
            grace: Duration::from_secs(300),
            due_at: (state == State::Returned).then_some(NOW + DAY),
            submissions: i32::from(state != State::Draft),
            ever_returned: false,
            eligible: Some(true),
            // A prepared decision goes with every step but withdrawing.
            decision: matches!(state, State::UnderReview | State::Withdrawn).then_some(Outcome::Approved),
            decision_published: false,
            late_attempts: i64::from(state.is_editable()),
            reviewing: Reviewing::OPEN,
        },
        now: NOW,
    }
}

fn who_may(state: State, deed: impl Into<Deed> + Copy) -> Vec<&'static str> {
    PEOPLE.into_iter().filter(|who| may(&standing(who, state), deed).is_yes()).collect()
}

/// Where the action leads from a state; `before` for a way back to where it came from.
fn to(state: State, action: Action) -> Option<String> {
    let leads = |back: State| {
        Standpoint { state, returned_from: Some(back), before: Some(back) }.apply(action).ok().map(|step| step.to())
    };
    let (one, other) = (leads(State::Submitted)?, leads(State::UnderReview)?);
    Some(match one {
        _ if one != other => "before".to_owned(),
        Some(state) => state.code().to_owned(),
        None => "gone".to_owned(),
    })
}

/// What the code says, one line for each truth.
fn lines() -> BTreeSet<String> {
    let mut lines = BTreeSet::new();
    for state in State::ALL.iter().copied() {
        for action in Action::ALL.iter().copied() {
            let who = who_may(state, action);
            if let (Some(to), false) = (to(state, action), who.is_empty()) {
                lines.insert(format!("{} {} {to}: {}", state.code(), action.code(), who.join(" ")));
            }
        }
        for deed in Deed::REST {
            lines.insert(format!("{} {}: {}", state.code(), name(deed), who_may(state, deed).join(" ")));
        }
    }
    lines.extend(guards().into_iter().map(|(what, verdict)| format!("{what}: {verdict}")));
    lines
}

/// `ReadAnswers` as `read_answers`.
fn name(deed: Deed) -> String {
    let mut out = String::new();
    for c in format!("{deed:?}").chars() {
        if c.is_uppercase() && !out.is_empty() {
            out.push('_');
        }
        out.push(c.to_ascii_lowercase());
    }
    out
}

/// What `who` is told of a deed, where one thing is otherwise.
fn guard(who: &str, state: State, deed: Deed, change: fn(&mut Standing)) -> &'static str {
    let mut standing = standing(who, state);
    change(&mut standing);
    match may(&standing, deed) {
        Verdict::Yes => "yes",
        Verdict::No(reason) => reason,
        Verdict::Hidden => "hidden",
    }
}

/// What stands in the way of a verb, one thing at a time.
fn guards() -> Vec<(&'static str, &'static str)> {
    use Action as A;
    use State as S;
    let verdict = |who: &str, state: State, action: Action, change: fn(&mut Standing)| {
        guard(who, state, Deed::Move(action), change)
    };
    vec![
        (
            "submit within the grace",
            verdict("owner", S::Draft, A::Submit, |s| s.now = NOW + DAY + Duration::from_secs(300)),
        ),
        (
            "submit after the grace",
            verdict("owner", S::Draft, A::Submit, |s| s.now = NOW + DAY + Duration::from_secs(301)),
        ),
        ("submit as a co-editor", verdict("co_editor", S::Draft, A::Submit, |_| ())),
        ("withdraw as a co-editor", verdict("co_editor", S::Draft, A::Withdraw, |_| ())),
        (
            "submit after the call has closed, within an own extension",
            verdict("owner", S::Draft, A::Submit, |s| {
                s.now = NOW + 2 * DAY;
                s.facts.closes_at = NOW + 3 * DAY;
                s.facts.is_extended = true;
            }),
        ),
        (
            "admit where nothing came too late",
            verdict("secretariat", S::Draft, A::Admit, |s| s.facts.late_attempts = 0),
        ),
        ("admit as an owner", verdict("owner", S::Draft, A::Admit, |_| ())),
        ("submit as an editor", verdict("editor", S::Draft, A::Submit, |_| ())),
        (
            "resubmit after the due instant and its grace",
            verdict("owner", S::Returned, A::Resubmit, |s| s.now = NOW + 2 * DAY),
        ),
        (
            "resubmit after the call has closed, before the due instant",
            verdict("owner", S::Returned, A::Resubmit, |s| {
                s.facts.closes_at = NOW - DAY;
            }),
        ),
        (
            "reopen after it was returned once",
            verdict("owner", S::Submitted, A::Reopen, |s| s.facts.ever_returned = true),
        ),
        (
            "reopen after the deadline",
            verdict("owner", S::Submitted, A::Reopen, |s| s.now = NOW + DAY + Duration::from_secs(1)),
        ),
        ("discard what was submitted once", verdict("owner", S::Draft, A::Discard, |s| s.facts.submissions = 1)),
        ("discard as a submitter", verdict("submitter", S::Draft, A::Discard, |_| ())),
        ("withdraw as a submitter", verdict("submitter", S::Submitted, A::Withdraw, |_| ())),
        (
            "start_review before the check of eligibility",
            verdict("secretariat", S::Submitted, A::StartReview, |s| s.facts.eligible = None),
        ),
        (
            "start_review of what is not eligible",
            verdict("secretariat", S::Submitted, A::StartReview, |s| s.facts.eligible = Some(false)),
        ),
        (
            "start_review while a decision is prepared",
            verdict("secretariat", S::Submitted, A::StartReview, |s| s.facts.decision = Some(Outcome::Ineligible)),
        ),
        (
            "prepare a decision before the review on what is not eligible",
            guard("secretariat", S::Submitted, Deed::HoldDecision, |s| s.facts.eligible = Some(false)),
        ),
        (
            "prepare a decision before the review on what was not checked",
            guard("secretariat", S::Submitted, Deed::HoldDecision, |s| s.facts.eligible = None),
        ),
        ("approve as a reviewer", verdict("reviewer", S::UnderReview, A::Approve, |_| ())),
        ("approve as an owner", verdict("owner", S::UnderReview, A::Approve, |_| ())),
        ("withdraw as a stranger", verdict("anyone", S::Approved, A::Withdraw, |_| ())),
        ("submit what is submitted", verdict("owner", S::Submitted, A::Submit, |_| ())),
    ]
}

#[test]
fn the_workflow_is_the_one_written_by_hand() {
    let expected = include_str!("../data/workflow-expected.txt");
    let expected: BTreeSet<String> = expected
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "))
        .collect();
    let found: BTreeSet<String> = lines().into_iter().map(|line| line.trim_end().to_owned()).collect();
    let missing: Vec<_> = expected.difference(&found).collect();
    let more: Vec<_> = found.difference(&expected).collect();
    assert!(missing.is_empty() && more.is_empty(), "by hand only: {missing:#?}\nin the code only: {more:#?}");
}

#[test]
fn the_table_in_the_docs_is_the_code_s() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/workflow.md");
    let text = document();
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write(&file, &text).unwrap();
    }
    let kept = std::fs::read_to_string(&file).unwrap_or_default();
    assert!(kept == text, "docs/workflow.md differs from the code: UPDATE_DOCS=1 cargo test --test it workflow::");
}

fn document() -> String {
    let mut out = String::from(
        "# The workflow\n\nWritten out from the code by `tests/it/workflow.rs`; do not edit. The same truths stand, written by \
         hand, in `tests/data/workflow-expected.txt`, and the test compares both.\n\n## States and actions\n\nEach way from \
         one state to another, with its button, and who may press it when nothing else stands in the way. *before* is where \
         the proposal stood before.\n\n| from | action | button | to | who |\n|---|---|---|---|---|\n",
    );
    let _ = writeln!(
        out,
        "| – | create | {} | draft | official of an organisation that the open call admits |",
        button(Action::Create)
    );
    let _ =
        writeln!(out, "| – | register | {} | submitted, approved, running | secretariat |", button(Action::Register));
    for state in State::ALL.iter().copied() {
        for action in Action::ALL.iter().copied() {
            let Some(to) = to(state, action) else { continue };
            let who = who_may(state, action).join(", ");
            let who = if who.is_empty() { "nobody yet".to_owned() } else { who };
            let _ = writeln!(out, "| {} | {} | {} | {to} | {who} |", state.code(), action.code(), button(action));
        }
    }
    out.push_str(
        "\n## Guards\n\nWhat stands in the way of a verb, one thing at a time.\n\n| case | verdict |\n|---|---|\n",
    );
    for (what, verdict) in guards() {
        let told = if verdict.starts_with("proposals-") { Locale::En.t(verdict) } else { verdict.to_owned() };
        let _ = writeln!(out, "| {what} | {told} |");
    }
    out.push_str("\n## Everything else\n\nWho may do what besides, by state.\n");
    for deed in Deed::REST {
        let _ = write!(out, "\n### {}\n\n| state | who |\n|---|---|\n", name(deed));
        for state in State::ALL.iter().copied() {
            let _ = writeln!(out, "| {} | {} |", state.code(), who_may(state, deed).join(", "));
        }
    }
    out
}

fn button(action: Action) -> String {
    Locale::En.t(&format!("proposals-do-{}", action.code()))
}
