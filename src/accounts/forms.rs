//! What is typed into the forms of accounts.

use serde::Deserialize;
use validator::Validate;

/// Logging in.
#[derive(Debug, Deserialize, Validate)]
pub struct LogIn {
    #[validate(length(min = 1, message = "form-missing"))]
    pub email: String,
    #[validate(length(min = 1, message = "form-missing"))]
    pub password: String,
    /// Where to go then.
    #[serde(default)]
    pub next: String,
    /// What was posted after the session had ended, sealed.
    #[serde(default)]
    pub returning: String,
}

/// Where a visitor asks to be sent, if it is a page of ours. Browsers read `//` and `/\` as another site's address.
pub fn local_path(typed: &str) -> Option<&str> {
    let mut chars = typed.chars();
    let ours = chars.next() == Some('/') && !matches!(chars.next(), Some('/' | '\\'));
    (ours && !typed.chars().any(|c| c.is_control() || c == '\\')).then_some(typed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_pages_of_ours_are_gone_to() {
        for ours in ["/", "/proposals?state=draft", "/desk/proposals/MI-2014-1#reviews"] {
            assert_eq!(local_path(ours), Some(ours));
        }
        for other in
            ["", "https://evil.example", "//evil.example", "/\\evil.example", "/\t/evil.example", "javascript:x"]
        {
            assert_eq!(local_path(other), None, "{other}");
        }
    }
}
