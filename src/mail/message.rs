//! A stored letter as an internet message: headers, parts, signature. The same letter always gives the same message, so that
//! a second copy can be known for what it is.

use std::time::{Duration, SystemTime};

use lettre::{
    Address, Message,
    address::Envelope,
    message::{
        Body, Mailbox, MessageBuilder, MultiPart, SinglePart,
        dkim::{DkimCanonicalization, DkimCanonicalizationType, DkimConfig, DkimSigningAlgorithm, DkimSigningKey},
        header::{ContentTransferEncoding, HeaderName, HeaderValue},
    },
};

use super::{LetterClass, Packed, render::one_line, return_path::ReturnPath};
use crate::{
    config::Config,
    entity::{letter, letter_body},
    ids::ProposalId,
};

/// What a letter needs to become a message, read from the configuration once.
pub struct Stationery {
    from: Mailbox,
    reply_to: Option<Mailbox>,
    host: String,
    pub return_path: Option<ReturnPath>,
    dkim: Option<DkimConfig>,
}

/// The longest name that is put before an address.
const NAME_LENGTH: usize = 80;

impl Stationery {
    pub fn from_config(config: &Config) -> Result<Self, String> {
        let mailbox = |key: &str, text: &str| text.parse::<Mailbox>().map_err(|error| format!("{key}: {error}"));
        Ok(Self {
            from: mailbox("mail_from", &config.mail_from)?,
            reply_to: config.mail_reply_to.as_deref().map(|text| mailbox("mail_reply_to", text)).transpose()?,
            host: config.public_url.host_str().unwrap_or("localhost").to_owned(),
            return_path: ReturnPath::from_config(config)?,
            dkim: dkim(config)?,
        })
    }

    /// The message of a letter, or why there can be none.
    pub fn message(&self, letter: &letter::Model, body: &letter_body::Model) -> Result<Message, String> {
        let to: Address = letter.recipient.as_str().parse().map_err(|error| format!("recipient: {error}"))?;
        let name = as_read(&one_line(&letter.recipient_name, NAME_LENGTH));
        let millis = u64::try_from(letter.created_at.millis()).unwrap_or(0);
        let mut message = Message::builder()
            .from(self.from.clone())
            .to(Mailbox::new((!name.is_empty()).then_some(name), to.clone()))
            .envelope(self.envelope(letter, to)?)
            .subject(as_read(&one_line(&letter.subject, usize::MAX)))
            .date(SystemTime::UNIX_EPOCH + Duration::from_millis(millis))
            .message_id(Some(self.message_id(letter)))
            .raw_header(header("Auto-Submitted", "auto-generated"))
            .raw_header(header("Content-Language", letter.locale.tag()));
        if let Some(proposal) = letter.proposal_id {
            let thread = self.thread(proposal);
            message = message.raw_header(header("In-Reply-To", &thread)).raw_header(header("References", &thread));
        }
        if letter.class == LetterClass::Announcement {
            message = message.raw_header(header("List-Id", &format!("<announcements.{}>", self.host)));
        }
        if let Some(reply_to) = &self.reply_to {
            message = message.reply_to(reply_to.clone());
        }
        if let (LetterClass::Announcement, Some(link)) = (letter.class, &letter.unsubscribe) {
            message = message
                .raw_header(header("List-Unsubscribe", &format!("<{}>", one_line(link, usize::MAX))))
                .raw_header(header("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"));
        }
        let said = |packed: &Packed| packed.text().map_err(|error| format!("text: {error}"));
        let parts = MultiPart::alternative()
            .boundary(format!("part-{}", letter.id.0.simple()))
            .singlepart(SinglePart::plain(said(&body.body_text)?))
            .singlepart(SinglePart::html(said(&body.body_html)?));
        let mut message = with_parts(message, &parts)?;
        if let Some(dkim) = &self.dkim {
            message.sign(dkim);
        }
        Ok(message)
    }

    /// Who is told if the letter cannot be delivered, and to whom it goes.
    fn envelope(&self, letter: &letter::Model, to: Address) -> Result<Envelope, String> {
        let from = match &self.return_path {
            Some(path) => path.of(letter.id).parse().map_err(|error| format!("return_path: {error}"))?,
            None => self.from.email.clone(),
        };
        Envelope::new(Some(from), vec![to]).map_err(|error| error.to_string())
    }

    /// What the letters about a proposal answer to, so that they stand together at their reader's. No letter has this name: the
    /// first one to somebody may be of any kind, and nobody else's letter is to be known by it.
    fn thread(&self, proposal: ProposalId) -> String {
        format!("<proposal.{proposal}@{}>", self.host)
    }

    /// From the row's id: a letter sent once more has the same.
    pub fn message_id(&self, letter: &letter::Model) -> String {
        format!("<{}@{}>", letter.id, self.host)
    }
}

/// The same as `MessageBuilder::multipart`, but for one thing: there `Content-Type` is a header of the body, which a signature
/// takes for absent, and which every verifier finds.
fn with_parts(message: MessageBuilder, parts: &MultiPart) -> Result<Message, String> {
    let written = parts.formatted();
    let head = written.windows(4).position(|bytes| bytes == b"\r\n\r\n").ok_or("a body without a head")?;
    let kind = parts.headers().get_raw("Content-Type").ok_or("a body without a type")?;
    let body = Body::dangerous_pre_encoded(written[head + 4..].to_vec(), ContentTransferEncoding::SevenBit);
    let message = message.raw_header(header("MIME-Version", "1.0")).raw_header(header("Content-Type", kind));
    message.body(body).map_err(|error| error.to_string())
}

/// A text that readers show as it is. What begins like an encoded word would be decoded, since plain ASCII is not encoded: an
/// invisible mark between the two signs prevents both.
fn as_read(text: &str) -> String {
    text.replace("=?", "=\u{2060}?")
}

/// A header whose value is plain ASCII, written as it is.
fn header(name: &'static str, value: &str) -> HeaderValue {
    HeaderValue::dangerous_new_pre_encoded(HeaderName::new_from_ascii_str(name), value.to_owned(), value.to_owned())
}

/// What a signature covers: what RFC 6376 (5.4.1) names, as far as servers on the way do not add it by right, and what tells
/// programs how to treat a letter; RFC 8058 asks for the two of unsubscribing. A header that a letter does not have is signed
/// as absent, so that nobody can add it.
const SIGNED: [&str; 16] = [
    "From",
    "To",
    "Cc",
    "Reply-To",
    "Subject",
    "Date",
    "Message-ID",
    "In-Reply-To",
    "References",
    "MIME-Version",
    "Content-Type",
    "Content-Language",
    "Auto-Submitted",
    "List-Id",
    "List-Unsubscribe",
    "List-Unsubscribe-Post",
];

fn dkim(config: &Config) -> Result<Option<DkimConfig>, String> {
    let (domain, selector, path) = match (&config.dkim_domain, &config.dkim_selector, &config.dkim_key) {
        (None, None, None) => return Ok(None),
        (Some(domain), Some(selector), Some(path)) => (domain.clone(), selector.clone(), path),
        _ => return Err("dkim_domain, dkim_selector and dkim_key belong together".to_owned()),
    };
    let key = std::fs::read_to_string(path).map_err(|error| format!("dkim_key: {}: {error}", path.display()))?;
    let algorithm = if key.contains("-----BEGIN") { DkimSigningAlgorithm::Rsa } else { DkimSigningAlgorithm::Ed25519 };
    let key = DkimSigningKey::new(key.trim(), algorithm)
        .map_err(|_| "dkim_key: expected an RSA key (PKCS #1, PEM) or the base64 of an Ed25519 key".to_owned())?;
    let relaxed = DkimCanonicalizationType::Relaxed;
    let canonicalization = DkimCanonicalization { header: relaxed, body: relaxed };
    let signed = SIGNED.map(HeaderName::new_from_ascii_str).to_vec();
    Ok(Some(DkimConfig::new(selector, domain, key, signed, canonicalization)))
}
