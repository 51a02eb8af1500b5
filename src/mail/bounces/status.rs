//! What the enhanced status codes of RFC 3463 say about an address.

use std::fmt;

/// `class.subject.detail`, such as `5.1.1`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Status(u16, u16, u16);

impl Status {
    /// The status at the beginning of a text.
    pub fn read(text: &str) -> Option<Self> {
        let mut numbers = text.split_whitespace().next()?.split('.');
        let mut next = || numbers.next().filter(|part| part.len() <= 3)?.parse().ok();
        let status = Self(next()?, next()?, next()?);
        (numbers.next().is_none() && matches!(status.0, 2 | 4 | 5)).then_some(status)
    }

    /// The status in an answer of a server: `550 5.1.1 nobody here`.
    pub fn in_answer(answer: &str) -> Option<Self> {
        let (code, rest) = answer.split_once([' ', '-'])?;
        let status = Self::read(rest)?;
        let agrees = code.len() == 3 && code.parse().is_ok_and(|code: u16| code / 100 == status.0);
        agrees.then_some(status)
    }

    /// Whether nothing that is sent to this address will ever arrive: there is no such mailbox or domain, it has moved, takes no
    /// mail, or is closed. What a server says of the letter (5.6, 5.7: its policy, spam), of itself or the way to it (5.3, 5.4,
    /// 5.5), or of a mailbox that is full (5.2.2) passes, or is ours to mend. 5.4.4 is how servers say that a domain is in no DNS.
    pub const fn is_of_a_dead_address(self) -> bool {
        matches!(self, Self(5, 1, 1 | 2 | 3 | 6 | 10) | Self(5, 2, 1) | Self(5, 4, 4))
    }

    pub const fn is_permanent(self) -> bool {
        self.0 == 5
    }
}

impl fmt::Display for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}.{}", self.0, self.1, self.2)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_an_address_that_is_gone_is_dead() {
        for dead in ["5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10", "5.2.1", "5.4.4"] {
            assert!(Status::read(dead).unwrap().is_of_a_dead_address(), "{dead}");
        }
        for other in ["5.0.0", "5.1.0", "5.1.7", "5.1.8", "5.2.2", "5.2.3", "5.3.4", "5.4.1", "5.4.7", "5.5.0", "5.6.0"]
        {
            assert!(!Status::read(other).unwrap().is_of_a_dead_address(), "{other}");
        }
        for other in ["5.7.0", "5.7.1", "5.7.26", "4.1.1", "4.2.1", "4.4.4", "2.1.5"] {
            assert!(!Status::read(other).unwrap().is_of_a_dead_address(), "{other}");
        }
    }

    #[test]
    fn a_status_is_found_in_what_servers_say() {
        let known = Status::read("5.1.1");
        assert_eq!(Status::in_answer("550 5.1.1 nobody of this name here"), known);
        assert_eq!(Status::in_answer("550-5.1.1 The email account that you tried to reach"), known);
        for other in ["550 nobody", "550", "", "450 5.1.1 odd", "5.1.1", "550 5.1", "550 5.1.1.1 x", "550 9999.1.1 x"] {
            assert_eq!(Status::in_answer(other), None, "{other}");
        }
        assert_eq!(Status::read("5.1.1 (bad destination)").map(|status| status.to_string()).as_deref(), Some("5.1.1"));
    }
}
