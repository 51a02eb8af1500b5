//! What looks like a key of the locale files, or speaks without one: written by hand.

/// Texts that have the shape of a key, or of a pattern of keys, and are none: what browsers, mail and the service itself call
/// something.
pub const NO_KEYS: &[&str] = &[
    "contact-received",
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
