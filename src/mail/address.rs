//! Email addresses, as they are stored and compared.

use sea_orm::DeriveValueType;
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// An address in folded form: trimmed, lower case, the domain in its ASCII form. Two people's addresses are the same
/// exactly if these are equal.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, DeriveValueType)]
#[serde(transparent)]
pub struct Email(String);

/// The text is no email address that mail can be sent to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not an email address")]
pub struct NotAnAddress;

impl Email {
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The part behind the `@`.
    pub fn domain(&self) -> &str {
        self.0.rsplit('@').next().unwrap_or_default()
    }
}

impl FromStr for Email {
    type Err = NotAnAddress;

    fn from_str(typed: &str) -> Result<Self, NotAnAddress> {
        let (local, domain) = typed.trim().rsplit_once('@').ok_or(NotAnAddress)?;
        let domain = match url::Host::parse(domain).map_err(|_| NotAnAddress)? {
            url::Host::Domain(domain) if domain.contains('.') && domain.len() <= 253 => domain,
            _ => return Err(NotAnAddress),
        };
        let sound = |c: char| !c.is_control() && !c.is_whitespace();
        if local.is_empty() || local.len() > 64 || !local.chars().all(sound) {
            return Err(NotAnAddress);
        }
        let folded = format!("{}@{domain}", local.to_lowercase());
        folded.parse::<lettre::Address>().map_err(|_| NotAnAddress)?;
        Ok(Self(folded))
    }
}

// Asked of every primary key; no database hands out addresses by itself.
impl sea_orm::TryFromU64 for Email {
    fn try_from_u64(_: u64) -> Result<Self, sea_orm::DbErr> {
        Err(sea_orm::DbErr::ConvertFromU64("Email"))
    }
}

impl fmt::Display for Email {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_folded() {
        assert_eq!(" Official@AGRA.example ".parse::<Email>().unwrap().as_str(), "official@agra.example");
        assert_eq!("ana@münchen.example".parse::<Email>().unwrap().domain(), "xn--mnchen-3ya.example");
    }

    #[test]
    fn what_mail_cannot_reach_is_refused() {
        for wrong in ["", "a", "a@b", "@b.example", "a b@c.example", "a@b.example\r\nBcc: x@y.example", "a@127.0.0.1"] {
            assert!(wrong.parse::<Email>().is_err(), "{wrong}");
        }
    }
}
