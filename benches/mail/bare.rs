//! What sending costs at least: a loop of lettre's own, over as many connections, that builds each message from what a letter
//! says and keeps no account of anything.

use std::{
    net::Ipv4Addr,
    sync::Arc,
    time::{Duration, Instant},
};

use lettre::{
    Message,
    message::MultiPart,
    transport::smtp::{client::AsyncSmtpConnection, extension::ClientId},
};
use tokio::{net::TcpStream, sync::Mutex, task::JoinSet};

/// A letter as it stands in the outbox.
#[derive(Clone)]
pub struct Said {
    pub to: String,
    pub subject: String,
    pub text: String,
    pub html: String,
}

/// How a line to the server is opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Calls {
    /// As lettre does it: the dot behind each letter waits until the letter is acknowledged.
    AsLettre,
    /// As the service does it: nothing waits.
    AtOnce,
}

/// Sends all of them over so many connections.
pub async fn send(port: u16, letters: Vec<Said>, lines: usize, calls: Calls) -> Duration {
    let start = Instant::now();
    let letters = Arc::new(Mutex::new(letters.into_iter()));
    let mut sending = JoinSet::new();
    for _ in 0..lines {
        sending.spawn(line(port, Arc::clone(&letters), calls));
    }
    while let Some(done) = sending.join_next().await {
        done.unwrap();
    }
    start.elapsed()
}

async fn line(port: u16, letters: Arc<Mutex<std::vec::IntoIter<Said>>>, calls: Calls) {
    let hello = ClientId::Domain("bench.example".to_owned());
    let mut line = match calls {
        Calls::AsLettre => {
            AsyncSmtpConnection::connect_tokio1(("127.0.0.1", port), None, &hello, None, None).await.unwrap()
        }
        Calls::AtOnce => {
            let stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port)).await.unwrap();
            stream.set_nodelay(true).unwrap();
            AsyncSmtpConnection::connect_with_transport(Box::new(stream), &hello).await.unwrap()
        }
    };
    loop {
        let Some(said) = letters.lock().await.next() else { break };
        let message = Message::builder()
            .from("Metropolis Initiatives <initiatives@localhost>".parse().unwrap())
            .to(said.to.parse().unwrap())
            .subject(said.subject)
            .multipart(MultiPart::alternative_plain_html(said.text, said.html))
            .unwrap();
        line.send(message.envelope(), &message.formatted()).await.unwrap();
    }
    line.quit().await.unwrap();
}
