//! An SMTP server, spoken to step by step, so that it is always known how far a letter came. A lost connection means one
//! thing before the content began (it has not arrived) and another after (it may have).

use std::{
    sync::{Mutex, PoisonError},
    time::Duration,
};

use lettre::{
    Message,
    transport::smtp::{
        Error as SmtpError,
        authentication::{Credentials, DEFAULT_MECHANISMS},
        client::{AsyncSmtpConnection, Certificate, TlsParameters},
        commands::{Data, Mail, Rcpt, Rset},
        extension::{ClientId, Extension, MailParameter},
        response::Response,
    },
};
use tokio::{
    net::TcpStream,
    time::{Instant, timeout},
};
use url::Url;

use super::{outcome::Outcome, render::one_line};
use crate::config::Config;

/// A connection over which a letter can go.
pub struct Connection {
    line: Box<AsyncSmtpConnection>,
    /// Whether it served a letter before: its server may have hung up since.
    kept: bool,
}

pub struct Smtp {
    host: String,
    port: u16,
    security: Security,
    tls: TlsParameters,
    credentials: Option<Credentials>,
    hello: ClientId,
    idle: Mutex<Vec<(Box<AsyncSmtpConnection>, Instant)>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Security {
    /// Encrypted from the first byte: `smtps://`.
    Wrapped,
    /// STARTTLS or nothing: `?tls=required`, and whenever there is a password.
    Required,
    /// STARTTLS when the server offers it.
    WhenOffered,
    /// Never: `?tls=none`, for a server on the same machine.
    None,
}

/// From calling to being let in.
const CONNECTING: Duration = Duration::from_secs(60);
/// For the answers up to the content.
const ENVELOPE: Duration = Duration::from_secs(120);
/// For the content, until the server says that it has it. RFC 5321 asks for this much patience.
const CONTENT: Duration = Duration::from_secs(600);
/// All of it together, if a kept connection turns out to be gone: a lease must last longer.
pub const LONGEST: Duration = Duration::from_secs(120 + 60 + 120 + 600);

/// How long a connection is kept for the next letter.
const KEPT_FOR: Duration = Duration::from_secs(30);
/// For so long nobody asks a connection whether it is still there before the next letter.
const FRESH_FOR: Duration = Duration::from_secs(1);

const ANSWER_LENGTH: usize = 500;

impl Smtp {
    /// `smtp://[user:password@]host[:port][?tls=required|none][&ca=/file.pem]`, or `smtps://…`. `ca` names a certificate to
    /// be trusted beside the public ones.
    pub fn from_url(url: &Url, config: &Config) -> Result<Self, String> {
        let host = url.host_str().ok_or("mail_url: the server's name is missing")?.to_owned();
        let credentials = credentials(url)?;
        let mut security = match (url.scheme(), &credentials) {
            ("smtps", _) => Security::Wrapped,
            (_, Some(_)) => Security::Required,
            (_, None) => Security::WhenOffered,
        };
        let mut tls = TlsParameters::builder(host.trim_matches(['[', ']']).to_owned());
        for (key, value) in url.query_pairs() {
            match (key.as_ref(), value.as_ref()) {
                ("tls", "required") if security != Security::Wrapped => security = Security::Required,
                ("tls", "required") => {}
                ("tls", "none") if security != Security::Wrapped => security = Security::None,
                ("ca", path) => {
                    let fail = |error: &dyn std::fmt::Display| format!("mail_url: ca: {path}: {error}");
                    let pem = std::fs::read(path).map_err(|error| fail(&error))?;
                    tls = tls.add_root_certificate(Certificate::from_pem(&pem).map_err(|error| fail(&error))?);
                }
                (key, _) => return Err(format!("mail_url: {key}: expected tls=required, tls=none or ca=/file.pem")),
            }
        }
        let port = url.port().unwrap_or(if security == Security::Wrapped { 465 } else { 587 });
        let tls = tls.build().map_err(|error| format!("mail_url: {error}"))?;
        let hello = match config.public_url.host() {
            Some(url::Host::Domain(domain)) => ClientId::Domain(domain.to_owned()),
            Some(url::Host::Ipv4(ip)) => ClientId::Ipv4(ip),
            Some(url::Host::Ipv6(ip)) => ClientId::Ipv6(ip),
            None => ClientId::default(),
        };
        Ok(Self { host, port, security, tls, credentials, hello, idle: Mutex::default() })
    }

    /// A connection over which a letter can go: one that was kept, else a new one.
    pub async fn connection(&self) -> Result<Connection, String> {
        while let Some((mut line, since)) = self.kept() {
            let idle = since.elapsed();
            let is_there = idle < FRESH_FOR
                || idle < KEPT_FOR && timeout(CONNECTING, line.test_connected()).await.unwrap_or(false);
            if is_there {
                return Ok(Connection { line, kept: true });
            }
        }
        Ok(Connection { line: self.new_line().await?, kept: false })
    }

    async fn new_line(&self) -> Result<Box<AsyncSmtpConnection>, String> {
        match timeout(CONNECTING, Box::pin(self.connect())).await {
            Ok(line) => line,
            Err(_) => Err(format!("{}:{} does not answer", self.host, self.port)),
        }
    }

    async fn connect(&self) -> Result<Box<AsyncSmtpConnection>, String> {
        let server = (self.host.trim_matches(['[', ']']), self.port);
        let connected = if self.security == Security::Wrapped {
            let tls = Some(self.tls.clone());
            AsyncSmtpConnection::connect_tokio1(server, Some(CONNECTING), &self.hello, tls, None).await
        } else {
            let stream = call(server).await.map_err(|error| one_line(&error.to_string(), ANSWER_LENGTH))?;
            AsyncSmtpConnection::connect_with_transport(Box::new(stream), &self.hello).await
        };
        let mut connection = connected.map_err(|error| answer(&error))?;
        match self.security {
            Security::Required | Security::WhenOffered if connection.can_starttls() => {
                connection.starttls(self.tls.clone(), &self.hello).await.map_err(|error| answer(&error))?;
            }
            Security::Required => return Err(format!("{}:{} offers no encryption", self.host, self.port)),
            Security::WhenOffered | Security::None | Security::Wrapped => {}
        }
        if let Some(credentials) = &self.credentials {
            connection.auth(DEFAULT_MECHANISMS, credentials).await.map_err(|error| answer(&error))?;
        }
        Ok(Box::new(connection))
    }

    /// Sends a message over the connection, and keeps the connection if it is still good.
    pub async fn send(&self, connection: Connection, message: &Message) -> Outcome {
        let Connection { mut line, kept } = connection;
        let mut asked = timeout(ENVELOPE, envelope(&mut line, message)).await;
        // Servers hang up after so many letters, or after a while: nothing has arrived, so another one is called.
        if kept && matches!(&asked, Ok(Err(error)) if hangs_up(error)) {
            line = match self.new_line().await {
                Ok(line) => line,
                Err(why) => return Outcome::Later(why),
            };
            asked = timeout(ENVELOPE, envelope(&mut line, message)).await;
        }
        match asked {
            Ok(Ok(_)) => {}
            Ok(Err(error)) => {
                self.keep_after(line, &error).await;
                return before_content(&error);
            }
            Err(_) => return Outcome::Later(format!("{}:{} stopped answering", self.host, self.port)),
        }
        match timeout(CONTENT, line.message(&message.formatted())).await {
            Ok(Ok(response)) => {
                self.keep(line);
                Outcome::Sent(said(&response))
            }
            Ok(Err(error)) if error.status().is_some() => {
                self.keep_after(line, &error).await;
                before_content(&error)
            }
            Ok(Err(error)) => Outcome::Unknown(answer(&error)),
            Err(_) => Outcome::Unknown(format!("{}:{} stopped answering", self.host, self.port)),
        }
    }

    /// Keeps a connection over which the server refused a letter, and answers on.
    async fn keep_after(&self, mut line: Box<AsyncSmtpConnection>, error: &SmtpError) {
        if !hangs_up(error) && timeout(ENVELOPE, line.command(Rset)).await.is_ok_and(|reply| reply.is_ok()) {
            self.keep(line);
        }
    }

    fn keep(&self, line: Box<AsyncSmtpConnection>) {
        let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        // Never more than are open at once.
        idle.push((line, Instant::now()));
    }

    fn kept(&self) -> Option<(Box<AsyncSmtpConnection>, Instant)> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop()
    }

    pub async fn close(&self) {
        while let Some((mut line, _)) = self.kept() {
            let _ = timeout(Duration::from_secs(1), line.quit()).await;
        }
    }
}

/// A line to the server on which nothing waits. The dot behind a letter is a packet of its own: held back until the letter is
/// acknowledged, as it is by default, it costs each letter as long as forty milliseconds.
async fn call(server: (&str, u16)) -> std::io::Result<TcpStream> {
    let stream = TcpStream::connect(server).await?;
    stream.set_nodelay(true)?;
    Ok(stream)
}

/// The server says that it is about to close the connection.
const CLOSING: u16 = 421;

/// Whether the connection is of no use any more: the network broke it, or the server says that it closes it.
fn hangs_up(error: &SmtpError) -> bool {
    error.status().is_none_or(|code| u16::from(code) == CLOSING)
}

/// The server wants us to be someone: our set-up is wrong, not the letter.
const WHO_ARE_YOU: [u16; 4] = [530, 534, 535, 538];

async fn envelope(connection: &mut AsyncSmtpConnection, message: &Message) -> Result<Response, SmtpError> {
    let envelope = message.envelope();
    let is_international = envelope.to().iter().any(|to| !AsRef::<str>::as_ref(to).is_ascii());
    let international = is_international && connection.server_info().supports_feature(Extension::SmtpUtfEight);
    let parameters = if international { vec![MailParameter::SmtpUtfEight] } else { Vec::new() };
    connection.command(Mail::new(envelope.from().cloned(), parameters)).await?;
    for to in envelope.to() {
        connection.command(Rcpt::new(to.clone(), Vec::new())).await?;
    }
    connection.command(Data).await
}

/// An answer by which the letter has certainly not been taken.
fn before_content(error: &SmtpError) -> Outcome {
    let for_good = error.status().is_some_and(|code| {
        let code = u16::from(code);
        code >= 500 && !WHO_ARE_YOU.contains(&code)
    });
    if for_good { Outcome::Refused(answer(error)) } else { Outcome::Later(answer(error)) }
}

/// What the server said, or what the network did, on one line.
fn answer(error: &SmtpError) -> String {
    let said = std::error::Error::source(error).map_or_else(|| error.to_string(), ToString::to_string);
    let text = match error.status() {
        Some(code) => format!("{code} {said}"),
        None => said,
    };
    one_line(&text, ANSWER_LENGTH)
}

fn said(response: &Response) -> String {
    let text = response.message().collect::<Vec<_>>().join(" ");
    one_line(&format!("{} {text}", response.code()), ANSWER_LENGTH)
}

fn credentials(url: &Url) -> Result<Option<Credentials>, String> {
    if url.username().is_empty() {
        return Ok(None);
    }
    let decoded = |text: &str| {
        let pair = format!("x={}", text.replace('+', "%2B"));
        url::form_urlencoded::parse(pair.as_bytes()).next().map(|(_, value)| value.into_owned()).unwrap_or_default()
    };
    let password = url.password().ok_or("mail_url: the password is missing")?;
    Ok(Some(Credentials::new(decoded(url.username()), decoded(password))))
}
