//! Connections that stay open, each asking for the same page again and again, as browsers of many readers would.

use std::time::{Duration, Instant};

use tokio::{
    io::{AsyncBufReadExt, AsyncWriteExt, BufReader},
    net::{
        TcpStream,
        tcp::{OwnedReadHalf, OwnedWriteHalf},
    },
    task::JoinSet,
};

/// So many connections ask at once,
const LINES: usize = 16;
/// for this long.
const SPAN: Duration = Duration::from_millis(1_500);

const LENGTH: &[u8] = b"content-length:";

/// One of them. What it does beside asking costs as little as it can: it shares the machine with who answers.
pub struct Line {
    reader: BufReader<OwnedReadHalf>,
    writer: OwnedWriteHalf,
    /// Who is asked, and headers of its own.
    rest: String,
    request: Vec<u8>,
    said: Vec<u8>,
}

impl Line {
    /// To a server, for a page; `more` are headers of its own.
    pub async fn open(origin: &str, path: &str, more: &str) -> Self {
        let address = origin.strip_prefix("http://").unwrap();
        let stream = TcpStream::connect(address).await.unwrap();
        stream.set_nodelay(true).unwrap();
        let (reader, writer) = stream.into_split();
        let rest = format!(" HTTP/1.1\r\nhost: {address}\r\naccept-encoding: gzip\r\n{more}\r\n");
        let reader = BufReader::with_capacity(64 * 1_024, reader);
        let mut line = Self { reader, writer, rest, request: Vec::new(), said: Vec::new() };
        line.turn_to(path);
        line
    }

    /// Asks for another page from now on.
    pub fn turn_to(&mut self, path: &str) {
        self.request = format!("GET {path}{}", self.rest).into_bytes();
    }

    /// Asks, and reads all of the answer: its status, and the length of its body.
    pub async fn ask(&mut self) -> (u16, usize) {
        self.writer.write_all(&self.request).await.unwrap();
        self.read_line().await;
        let status: u16 = std::str::from_utf8(&self.said[9..12]).unwrap().parse().unwrap();
        let mut length = None;
        while self.said != b"\r\n" {
            self.read_line().await;
            let (name, value) = self.said.split_at_checked(LENGTH.len()).unwrap_or_default();
            if name.eq_ignore_ascii_case(LENGTH) {
                length = Some(std::str::from_utf8(value).unwrap().trim().parse::<usize>().unwrap());
            }
        }
        // That nothing has changed is told without a body.
        let length = length.unwrap_or_else(|| if status == 304 { 0 } else { panic!("an answer without a length") });
        let mut left = length;
        while left > 0 {
            let read = self.reader.fill_buf().await.unwrap().len().min(left);
            assert!(read > 0, "the server hung up");
            self.reader.consume(read);
            left -= read;
        }
        (status, length)
    }

    async fn read_line(&mut self) {
        self.said.clear();
        self.reader.read_until(b'\n', &mut self.said).await.unwrap();
        assert!(!self.said.is_empty(), "the server hung up");
    }
}

/// How many requests for a page are answered in a second.
pub async fn rate(origin: &str, path: &str) -> f64 {
    let over = Instant::now() + SPAN;
    let mut asking = JoinSet::new();
    for _ in 0..LINES {
        let (origin, path) = (origin.to_owned(), path.to_owned());
        asking.spawn(async move {
            let mut line = Line::open(&origin, &path, "").await;
            let mut count = 0_u32;
            while Instant::now() < over {
                assert_eq!(line.ask().await.0, 200, "{path}");
                count += 1;
            }
            count
        });
    }
    let counts = asking.join_all().await;
    f64::from(counts.into_iter().sum::<u32>()) / SPAN.as_secs_f64()
}
