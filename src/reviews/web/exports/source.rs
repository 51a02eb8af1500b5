//! Where the rows of an export come from, batch by batch, and what the audit trail is told of it.

use std::sync::Arc;

use crate::{
    act::Who,
    app::App,
    error::Result,
    guidelines::{Definition, definition},
    ids::{EventId, Reference},
    reviews::{
        actions::exporting::{begun, ended},
        exporting::{Export, Record},
        listing::Filter,
        pages::records::{columns, records},
        store::{briefs, desk},
    },
    web::SignedIn,
};

/// The rows of an export that are still to be read.
pub struct Source {
    pub export: Export,
    pub columns: Vec<String>,
    pub app: App,
    sitter: desk::Sitter,
    filter: Filter,
    /// The guidelines of the call that was chosen.
    asked: Option<Arc<Definition>>,
    after: Option<Reference>,
    over: bool,
    ledger: Ledger,
}

impl Source {
    /// For those who sit at the desk. The audit trail is told before anything leaves.
    pub async fn open(app: &App, signed: &SignedIn, export: Export, filter: Filter) -> Result<Self> {
        let db = app.db.read();
        let sitter = desk::Sitter::sit(db, &signed.actor, signed.visit.at).await?;
        let chosen = sitter.calls.iter().find(|call| filter.call.as_deref() == Some(call.slug.as_str()));
        let asked = match chosen {
            Some(call) => Some(definition(db, call.guidelines_id).await?),
            None => None,
        };
        let ledger = Ledger::begin(app, signed.who(), export, &filter).await?;
        Ok(Self {
            columns: columns(export, asked.as_deref()),
            app: app.clone(),
            after: None,
            over: false,
            export,
            sitter,
            filter,
            asked,
            ledger,
        })
    }

    /// The rows of the next proposals; none after the last.
    pub async fn next(&mut self) -> Result<Option<Vec<Record>>> {
        if self.over {
            return Ok(None);
        }
        let with = briefs::With::needed_for(self.export.what);
        let (found, after) =
            briefs::batch(self.app.db.read(), &self.sitter, &self.filter, with, self.after.as_ref()).await?;
        let asked = self.asked.as_deref();
        let rows: Vec<Record> = found.iter().flat_map(|brief| records(brief, self.export, asked)).collect();
        self.over = after.is_none();
        self.after = after;
        self.ledger.rows += u64::try_from(rows.len()).unwrap_or_default();
        Ok(Some(rows))
    }

    /// All rows were handed on.
    pub async fn finish(mut self) -> Result<()> {
        self.ledger.whole = true;
        self.ledger.close().await
    }
}

/// Counts what leaves, and tells the audit trail when it is over, however that comes.
struct Ledger {
    app: App,
    who: Who,
    export: Export,
    begun: EventId,
    rows: u64,
    whole: bool,
    closed: bool,
}

impl Ledger {
    async fn begin(app: &App, who: Who, export: Export, filter: &Filter) -> Result<Self> {
        let act = app.begin(who).await?;
        let begun = begun(&act, export, filter).await?;
        act.commit().await?;
        Ok(Self { app: app.clone(), who, export, begun, rows: 0, whole: false, closed: false })
    }

    async fn close(&mut self) -> Result<()> {
        self.closed = true;
        note(&self.app, self.who, self.export, self.begun, (self.rows, self.whole)).await
    }
}

async fn note(app: &App, who: Who, export: Export, begun: EventId, (rows, whole): (u64, bool)) -> Result<()> {
    let act = app.begin(who).await?;
    ended(&act, export, begun, rows, whole).await?;
    act.commit().await
}

/// Whoever breaks off has what was sent until then.
impl Drop for Ledger {
    fn drop(&mut self) {
        if self.closed {
            return;
        }
        let (app, who, export, begun, told) = (self.app.clone(), self.who, self.export, self.begun, (self.rows, false));
        if let Ok(runtime) = tokio::runtime::Handle::try_current() {
            runtime.spawn(async move {
                if let Err(error) = note(&app, who, export, begun, told).await {
                    tracing::error!(%error, "an export that broke off is not in the audit trail");
                }
            });
        }
    }
}
