//! How letters leave: to an SMTP server or into a folder, told by the address in `mail_url`.

use std::path::{Path, PathBuf};

use lettre::Message;
use tokio::io::AsyncWriteExt;
use url::Url;

use super::{
    outcome::Outcome,
    smtp::{Connection, Smtp},
};
use crate::config::{Config, private_folder};

pub enum Transport {
    Smtp(Smtp),
    /// A folder that receives an `.eml` file per letter.
    Folder(PathBuf),
}

/// A way that is open now: whatever goes wrong from here on is about the letter.
pub enum Way<'a> {
    Smtp(&'a Smtp, Connection),
    Folder(&'a Path),
}

impl Transport {
    pub fn from_config(config: &Config) -> Result<Self, String> {
        let url = config.mail_url();
        if url.scheme() == "file" {
            return Ok(Self::Folder(folder(&url)?));
        }
        Ok(Self::Smtp(Smtp::from_url(&url, config)?))
    }

    /// Opens a way, or says why nobody is there.
    pub async fn open(&self) -> Result<Way<'_>, String> {
        match self {
            Self::Smtp(smtp) => Ok(Way::Smtp(smtp, smtp.connection().await?)),
            Self::Folder(folder) => {
                private_folder(folder).map_err(|error| error.to_string())?;
                Ok(Way::Folder(folder))
            }
        }
    }

    /// Says goodbye to servers that are still listening.
    pub async fn close(&self) {
        match self {
            Self::Smtp(smtp) => smtp.close().await,
            Self::Folder(_) => {}
        }
    }
}

impl Way<'_> {
    /// Sends a message. `name` tells it from all others.
    pub async fn send(self, name: &str, message: &Message) -> Outcome {
        match self {
            Self::Smtp(smtp, connection) => smtp.send(connection, message).await,
            Self::Folder(folder) => match write(folder, name, &message.formatted()).await {
                Ok(()) => Outcome::Sent(String::new()),
                Err(error) => Outcome::Later(error.to_string()),
            },
        }
    }
}

fn folder(url: &Url) -> Result<PathBuf, String> {
    url.to_file_path().map_err(|()| "mail_url: file:// must be followed by an absolute path".to_owned())
}

/// Under its last name the file is whole; written again, it is the same file.
async fn write(folder: &Path, name: &str, bytes: &[u8]) -> std::io::Result<()> {
    let part = folder.join(format!(".{name}.part"));
    let mut file = tokio::fs::File::create(&part).await?;
    file.write_all(bytes).await?;
    file.sync_all().await?;
    tokio::fs::rename(&part, folder.join(format!("{name}.eml"))).await
}
