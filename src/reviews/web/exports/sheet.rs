//! A spreadsheet: written off the threads that serve pages, into a file without a name, then handed out from it. The end of such
//! a file says where its parts are, so nothing of it can be sent before all of it is written.

use std::{fs::File, io::Seek, path::Path, time::Duration};

use axum::body::Body;
use tokio::{
    sync::{Semaphore, mpsc},
    task::spawn_blocking,
    time::timeout,
};
use tokio_util::io::ReaderStream;

use super::source::Source;
use crate::{
    error::{Error, Result},
    reviews::exporting::{MOST_ROWS, Record, Sheet},
};

/// At most so many are written at once: each takes a processor and room on the disk.
static TURNS: Semaphore = Semaphore::const_new(2);
/// So long one waits for a turn.
const PATIENCE: Duration = Duration::from_secs(20);
/// So many batches wait to be written.
const AHEAD: usize = 2;

pub async fn body(mut source: Source) -> Result<Body> {
    let turn = timeout(PATIENCE, TURNS.acquire()).await;
    let turn = turn.map_err(|_| Error::Unavailable("too many spreadsheets at once".to_owned()))?;
    let _turn = turn.map_err(Error::internal)?;
    let (send, receive) = mpsc::channel(AHEAD);
    let (columns, folder) = (source.columns.clone(), source.app.config.data_dir.clone());
    let name = source.export.what.code();
    let work = spawn_blocking(move || write(receive, name, &columns, &folder));
    let mut rows = 0;
    while let Some(records) = source.next().await? {
        rows += records.len();
        if u32::try_from(rows).is_ok_and(|rows| rows <= MOST_ROWS) {
            // Who writes no more tells why below.
            if send.send(records).await.is_err() {
                break;
            }
        } else {
            return Err(Error::Refused("exports-no-rows"));
        }
    }
    drop(send);
    let file = work.await.map_err(Error::internal)??;
    source.finish().await?;
    Ok(Body::from_stream(ReaderStream::new(tokio::fs::File::from_std(file))))
}

fn write(mut receive: mpsc::Receiver<Vec<Record>>, name: &str, columns: &[String], folder: &Path) -> Result<File> {
    let mut sheet = Sheet::begin(name, columns, folder).map_err(Error::internal)?;
    while let Some(records) = receive.blocking_recv() {
        sheet.rows(&records).map_err(Error::internal)?;
    }
    let mut file = tempfile::tempfile_in(folder).map_err(Error::internal)?;
    sheet.finish(&mut file).map_err(Error::internal)?;
    file.rewind().map_err(Error::internal)?;
    Ok(file)
}
