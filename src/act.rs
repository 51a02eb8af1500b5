//! An act: someone doing something, at one moment, in one transaction. What an act changes, its audit event and its letters
//! are committed together or not at all.

use sea_orm::{ActiveModelTrait, ActiveValue::Set, DatabaseTransaction};
use serde::Serialize;
use std::{fmt::Display, sync::atomic::Ordering::SeqCst, time::Duration};
use tokio::{sync::OnceCell, time::sleep};

use crate::{
    app::App,
    clock::Moment,
    entity::audit_event,
    error::{Error, Result},
    ids::{EventId, UserId},
    mail::{LetterTexts, texts},
};

/// Who does something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    User(UserId),
    /// A part of the service itself: `seed`, `worker`, `cli`.
    System(&'static str),
    /// Someone without an account, proven by a link.
    Anyone,
}

impl By {
    pub fn user(self) -> Option<UserId> {
        match self {
            Self::User(id) => Some(id),
            Self::System(_) | Self::Anyone => None,
        }
    }
}

impl Display for By {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::User(id) => write!(f, "user:{id}"),
            Self::System(what) => write!(f, "system:{what}"),
            Self::Anyone => f.write_str("anyone"),
        }
    }
}

/// Who asks, since when: what an act begins from.
#[derive(Clone, Copy, Debug)]
pub struct Who {
    pub by: By,
    /// When the request arrived: time spent waiting for the database is never late.
    pub at: Moment,
    /// False while a form is only being shown again: nothing may be done then.
    pub may_act: bool,
}

/// Whoever did something is told of it after this long at the earliest. As long may a process say of what everybody may read what it
/// was: nobody who has been told of a change is answered as if there had been none, whichever process answers (`web::kept_pages`).
pub const TOLD_AFTER: Duration = Duration::from_millis(2);

/// Someone doing something, at one moment, in one transaction. Dropped without [`Act::commit`], nothing happened.
pub struct Act {
    pub by: By,
    pub at: Moment,
    pub app: App,
    tx: DatabaseTransaction,
    letter_texts: OnceCell<LetterTexts>,
}

impl Act {
    pub(crate) async fn begin(app: &App, who: Who) -> Result<Self> {
        if !who.may_act {
            return Err(Error::Refused("error-not-executed"));
        }
        Ok(Self::within(app, who, app.db.begin().await?))
    }

    /// An act of the service itself that only looks, beside whoever acts. It is dropped; on SQLite it could not write.
    pub(crate) async fn look(app: &App, what: &'static str) -> Result<Self> {
        let who = Who { by: By::System(what), at: app.now(), may_act: false };
        Ok(Self::within(app, who, app.db.look().await?))
    }

    fn within(app: &App, who: Who, tx: DatabaseTransaction) -> Self {
        Self { by: who.by, at: who.at, app: app.clone(), tx, letter_texts: OnceCell::new() }
    }

    /// The transaction: all reading and writing of an act goes through it.
    pub fn tx(&self) -> &DatabaseTransaction {
        &self.tx
    }

    /// A fresh id.
    pub fn id<T: From<uuid::Uuid>>(&self) -> T {
        self.app.ids.id(self.at)
    }

    /// Appends an event to the audit trail. `subject` reads `proposal:<id>`; `data` holds nothing personal.
    pub async fn event(&self, action: &str, subject: impl Display, data: impl Serialize) -> Result<EventId> {
        let id = self.id();
        audit_event::ActiveModel {
            id: Set(id),
            at: Set(self.at),
            actor: Set(self.by.to_string()),
            action: Set(action.to_owned()),
            subject: Set(subject.to_string()),
            data: Set(serde_json::to_string(&data).map_err(Error::internal)?),
            position: Set(None),
            hash: Set(None),
        }
        .insert(&self.tx)
        .await?;
        Ok(id)
    }

    /// What letters say now: read with the first letter that the act posts, however many follow.
    pub(crate) async fn letter_texts(&self) -> Result<&LetterTexts> {
        self.letter_texts.get_or_try_init(|| texts::now(&self.tx)).await
    }

    /// Makes all of it so.
    pub async fn commit(self) -> Result<()> {
        let (app, by) = (self.app.clone(), self.by);
        self.commit_unheard().await?;
        app.acts.send_modify(|acts| *acts += 1);
        if !matches!(by, By::System(_)) {
            sleep(TOLD_AFTER).await;
        }
        Ok(())
    }

    /// The same for what leaves nothing to do behind it, neither letter nor event, and changes nothing that everybody may read: the
    /// worker need not look, and no other process need hear of it.
    pub async fn commit_unheard(self) -> Result<()> {
        self.tx.commit().await?;
        self.app.commits.fetch_add(1, SeqCst);
        Ok(())
    }
}
