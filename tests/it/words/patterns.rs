//! The keys that are put together while the service runs, and what can be put in: written by hand.

/// How the key is written in the code, `{}` for what is put in, and all that can be put in.
pub const PATTERNS: &[(&str, &[&str])] = &[
    ("accounts-kind-{}", &ORGANISATIONS),
    ("accounts-notice-how-{}", &["at_once", "daily", "weekly", "never"]),
    ("accounts-notice-{}", &NOTICES),
    ("accounts-notice-{}-hint", &NOTICES),
    ("accounts-role-{}", &["owner", "submitter", "editor"]),
    ("accounts-role-{}-means", &["owner", "submitter", "editor"]),
    ("accounts-staff-{}", &["reviewer", "secretariat", "administrator"]),
    ("calls-kind-{}", &ORGANISATIONS),
    ("calls-phase-{}", &["upcoming", "open", "closed"]),
    ("calls-shown-{}", &["never", "after_own", "always"]),
    ("calls-step-{}", &STEPS),
    ("calls-step-{}-text", &STEPS),
    ("catalogue-step-{}", &["approve", "start_running", "complete", "end_early"]),
    // The codes are read from src/places.rs.
    ("country-{}", &[]),
    ("desk-bulk-did-{}", &BULK),
    ("desk-bulk-do-{}", &BULK),
    ("desk-bulk-eligibility-{}", &["all", "yes", "no"]),
    ("desk-bulk-lede-{}", &BULK),
    ("decisions-remark-{}", &["ineligible", "unjudged", "reviews_open", "stuck", "due_passed"]),
    ("decisions-show-{}", &["open", "prepared", "ordered", "decided", "all"]),
    ("desk-conflict-{}", &["declared", "set", "dismissed"]),
    ("desk-did-{}", &ACTIONS),
    ("desk-do-{}", &DESK),
    ("desk-done-decision-{}", &["approved", "not_selected", "ineligible", "held"]),
    ("desk-done-{}", &NOUNS),
    ("desk-effect-{}", &PAGES),
    ("desk-eligibility-{}", &["yes", "no"]),
    ("desk-lede-{}", &PAGES),
    ("desk-outcome-{}", &OUTCOMES),
    ("desk-suspected-{}", &["organisation", "city", "partner", "domain", "country"]),
    ("desk-tag-colour-{}", &["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"]),
    (
        "desk-wait-{}",
        &["own_review", "eligibility", "start", "ineligible", "reviewers", "decision", "publication", "late"],
    ),
    ("discussion-{}", &AUDIENCES),
    ("discussion-{}-audience", &AUDIENCES),
    ("discussion-{}-send", &AUDIENCES),
    ("discussion-{}-untitled", &AUDIENCES),
    ("exports-format-{}", &["csv", "xlsx", "json"]),
    ("exports-{}", &TABLES),
    ("exports-{}-text", &TABLES),
    ("figures-alpha-{}", &["reliable", "tentative", "unreliable", "opposed", "untold"]),
    ("figures-portfolio-{}", &["answer", "chosen", "chosen-share", "all", "all-share"]),
    ("figures-region-{}", &["africa", "asia", "europe", "latin_america", "northern_america", "oceania"]),
    ("figures-severity-{}", &["strict", "generous", "average"]),
    ("layout-state-{}", &STATES),
    ("layout-theme-{}", &["governance", "social_inclusion", "urban_innovation", "sustainability"]),
    ("guidelines-difference-row-{}", &["changed", "moved", "gone", "new"]),
    ("letters-kind-{}", &LETTERS),
    ("mail-{}-body", &LETTERS),
    ("mail-{}-subject", &LETTERS),
    ("news-kind-{}", &["milestone", "report"]),
    ("subscribers-origin-{}", &["form", "account", "partner", "import"]),
    ("subscriptions-rhythm-{}", &["at_once", "daily", "weekly"]),
    ("month-{}", &["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"]),
    ("partners-answer-{}", &["asked", "confirmed", "updates", "neither"]),
    ("plan-barred-{}", &["has", "declined", "conflict", "writes"]),
    ("plan-reason-{}", &["wish", "reluctant", "theme", "language", "other_language"]),
    ("proposals-did-{}", &ACTIONS),
    ("proposals-do-{}", &ACTIONS),
    ("proposals-next-{}", &STATES),
    ("proposals-span-{}", &["days", "hours", "minutes", "seconds"]),
    ("proposals-{}-text", &["reopening", "deletion", "withdrawal"]),
    ("proposals-{}-title", &["reopening", "deletion", "withdrawal"]),
    ("reviews-confidence-{}", &["low", "medium", "high"]),
    ("reviews-recommendation-{}", &["approve", "approve_with_changes", "do_not_select"]),
    ("texts-kind-{}", &["line", "text", "name", "number", "link", "day", "instant", "sentence"]),
    ("texts-means-{}", &PLACEHOLDERS),
    ("texts-sample-{}", &["session", "minute_reference", "reason", "message", "request"]),
];

const OUTCOMES: [&str; 4] = ["approved", "not_selected", "ineligible", "returned"];

/// What the letters about decisions can say.
const PLACEHOLDERS: [&str; 15] = [
    "proposal",
    "reference",
    "title",
    "organisation",
    "call",
    "seal",
    "body",
    "session",
    "decided_on",
    "minute_reference",
    "reason",
    "message",
    "requests",
    "due",
    "due_utc",
];

const ORGANISATIONS: [&str; 3] = ["member_city", "member_region", "partner_organisation"];

/// The phases of a review.
const STEPS: [&str; 5] = ["eligibility", "preferences", "review", "consensus", "decision"];

/// What can be done with many proposals at once.
const BULK: [&str; 5] = ["eligibility", "review-start", "assignment", "tagging", "untagging"];
/// What is exported as a table.
const TABLES: [&str; 4] = ["proposals", "reviews", "scores", "decisions"];

const AUDIENCES: [&str; 3] = ["internal", "reviewers", "applicant"];

/// All that can happen to a proposal.
const ACTIONS: [&str; 17] = [
    "create",
    "register",
    "discard",
    "submit",
    "admit",
    "reopen",
    "start_review",
    "return",
    "resubmit",
    "approve",
    "not_select",
    "revise",
    "start_running",
    "complete",
    "end_early",
    "withdraw",
    "reinstate",
];

/// The buttons of the desk.
const DESK: [&str; 13] = [
    "admit",
    "refuse_late",
    "start_review",
    "return",
    "move_due",
    "approve",
    "not_select",
    "revise",
    "start_running",
    "complete",
    "end_early",
    "withdraw",
    "reinstate",
];

/// The pages of the desk's verbs, by the last part of their addresses.
const NOUNS: [&str; 11] = [
    "review-start",
    "return",
    "due",
    "revision",
    "running",
    "completion",
    "early-end",
    "withdrawal",
    "reinstatement",
    "admission",
    "late-refusal",
];

const STATES: [&str; 10] = [
    "draft",
    "submitted",
    "under_review",
    "returned",
    "approved",
    "running",
    "completed",
    "discontinued",
    "not_selected",
    "withdrawn",
];

/// The same, with the decision, whose verb depends on its outcome.
const PAGES: [&str; 12] = [
    "admission",
    "late-refusal",
    "review-start",
    "return",
    "due",
    "decision",
    "revision",
    "running",
    "completion",
    "early-end",
    "withdrawal",
    "reinstatement",
];

/// The kinds of letters; tests/it/letters.rs shows each of them.
pub const LETTERS: [&str; 57] = [
    "assigned",
    "assigned_several",
    "review_reminder",
    "review_late",
    "declined",
    "conflict_declared",
    "invitation",
    "new-part",
    "password-reset",
    "password-changed",
    "role-changed",
    "member-removed",
    "member-left",
    "co_invited",
    "co_left",
    "co_removed",
    "co_submitted",
    "received",
    "arrived",
    "taken_back",
    "came_late",
    "admitted",
    "late_refused",
    "call_extended",
    "call_letter",
    "extension_granted",
    "reminder",
    "reminder_last",
    "review_started",
    "returned",
    "due_moved",
    "approved",
    "not_selected",
    "ineligible",
    "revised",
    "running",
    "completed",
    "ended_early",
    "withdrawn",
    "reinstated",
    "comment",
    "mentioned",
    "discussed",
    "message_waits",
    "partners-ask",
    "partners-approved",
    "partners-running",
    "partners-completed",
    "partners-discontinued",
    "partners-news",
    "partners-call-opened",
    "partners-call-extended",
    "partners-publication",
    "subscription-confirm",
    "digest",
    "notices",
    "test",
];

/// Texts that have the shape of a key, or of a pattern of keys, and are none: what browsers, mail and the service itself call
/// something.
pub const NO_KEYS: &[&str] = &[
    "country-name",
    "demo-begun",
    "demo-data",
    "demo-done",
    "desk-calls",
    "form-data",
    "layout-theme",
    "partners-approved",
    "partners-ask",
    "partners-call-extended",
    "partners-call-opened",
    "partners-completed",
    "partners-discontinued",
    "partners-news",
    "partners-publication",
    "partners-running",
    "subscription-confirm",
];

/// Templates that say something by themselves: the gallery shows samples, the layout the programme's name, a receipt the
/// command that checks it.
pub const SPEAKING: &[(&str, &str)] =
    &[("design.html", ""), ("layout.html", "Metropolis"), ("proposals/receipt.html", "sha256sum \u{1}")];

/// What somebody with an account can be told.
const NOTICES: [&str; 5] = ["arrivals", "discussions", "reminders", "team", "progress"];
