//! A mail server that takes everything and keeps nothing, on a thread of its own.

use std::{
    net::Ipv4Addr,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
};

use tokio::{
    io::{AsyncBufReadExt, AsyncWriteExt, BufReader},
    net::{TcpListener, TcpStream},
};
use url::Url;

pub struct Sink {
    pub port: u16,
    taken: Arc<AtomicUsize>,
}

impl Sink {
    /// Listens as long as the measurement runs.
    pub fn start() -> Self {
        let listener = std::net::TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        listener.set_nonblocking(true).unwrap();
        let port = listener.local_addr().unwrap().port();
        let taken = Arc::new(AtomicUsize::new(0));
        let count = Arc::clone(&taken);
        std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_io().build().unwrap();
            runtime.block_on(async {
                let listener = TcpListener::from_std(listener).unwrap();
                while let Ok((stream, _)) = listener.accept().await {
                    stream.set_nodelay(true).unwrap();
                    tokio::spawn(talk(stream, Arc::clone(&count)));
                }
            });
        });
        Self { port, taken }
    }

    pub fn url(&self) -> Url {
        format!("smtp://127.0.0.1:{}?tls=none", self.port).parse().unwrap()
    }

    /// How many letters it took.
    pub fn taken(&self) -> usize {
        self.taken.load(Ordering::Relaxed)
    }
}

/// Until whoever called hangs up.
async fn talk(stream: TcpStream, taken: Arc<AtomicUsize>) -> Option<()> {
    let (reader, mut writer) = stream.into_split();
    let mut reader = BufReader::with_capacity(64 * 1_024, reader);
    let mut line = Vec::new();
    writer.write_all(b"220 sink.example ESMTP\r\n").await.ok()?;
    loop {
        line.clear();
        if reader.read_until(b'\n', &mut line).await.ok()? == 0 {
            return None;
        }
        match line.first_chunk::<4>().map(|verb| verb.to_ascii_uppercase()).as_deref() {
            Some(b"EHLO") => writer.write_all(b"250-sink.example\r\n250-8BITMIME\r\n250 SMTPUTF8\r\n").await.ok()?,
            Some(b"DATA") => {
                writer.write_all(b"354 go on\r\n").await.ok()?;
                while line != b".\r\n" {
                    line.clear();
                    if reader.read_until(b'\n', &mut line).await.ok()? == 0 {
                        return None;
                    }
                }
                let n = taken.fetch_add(1, Ordering::Relaxed);
                writer.write_all(format!("250 2.0.0 Ok: queued as {n:012X}\r\n").as_bytes()).await.ok()?;
            }
            Some(b"QUIT") => {
                writer.write_all(b"221 bye\r\n").await.ok()?;
                return Some(());
            }
            _ => writer.write_all(b"250 ok\r\n").await.ok()?,
        }
    }
}
