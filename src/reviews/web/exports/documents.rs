//! Documents with many proposals: the Board's pack, and what a reviewer is to read.

use std::{sync::Arc, time::Duration};

use axum::{body::Bytes, extract::State};
use tokio::{sync::Semaphore, time::timeout};

use crate::{
    accounts::{Actor, StaffRole},
    app::App,
    calls,
    error::{Error, Result},
    guidelines::definition,
    pdf::{Manuscript, document::Document},
    proposals::workflow::State as Place,
    reviews::{
        actions::exporting::printed as noted,
        forms::list::Wish,
        listing::Filter,
        pages::{
            Reader,
            board_pack::{Pack, document as pack_of},
            read_proposals,
        },
        store::{
            briefs::{self, Brief, Most, With},
            desk, figures,
        },
    },
    web::{Answer, Path, Query, SignedIn, printed},
};

/// A larger set is two packs: the filter of the desk's list chooses.
const MOST_IN_PACK: Most = Most { proposals: 300, reason: "exports-no-pack" };
/// Whoever is to read more reads call by call.
const MOST_TO_READ: Most = Most { proposals: 40, reason: "exports-no-own" };

/// One large document is set at a time: a turn of the press is left for the small ones.
static LARGE: Semaphore = Semaphore::const_new(1);
/// So long one waits for it.
const PATIENCE: Duration = Duration::from_secs(20);

/// All that the Board needs to decide on a call's proposals.
pub async fn board_pack(
    State(app): State<App>,
    signed: SignedIn,
    Path(slug): Path<String>,
    Query(wish): Query<Wish>,
) -> Answer {
    signed.must_be(StaffRole::Secretariat)?;
    let call = calls::by_slug(app.db.read(), &slug).await?.ok_or(Error::NotFound)?;
    let chosen = wish.view(true).filter;
    let filter = Filter { call: Some(slug.clone()), ..chosen.clone() };
    let with = With { text: true, reviews: true, decisions: true };
    let mut briefs = found(&app, &signed, &signed.actor, (&filter, with, MOST_IN_PACK)).await?;
    briefs.retain(|brief| brief.case.standing.is_in() && brief.case.proposal.state != Place::Withdrawn);
    let definition = definition(app.db.read(), call.guidelines_id).await?;
    let is_chosen = Filter { call: None, ..chosen } != Filter::default();
    let reader = Reader::of(&signed.visit);
    let submitted = figures::submitted(app.db.read(), &signed.actor, call.id, &definition).await?;
    let pack = Pack {
        call: &call,
        definition: &definition,
        briefs: &briefs,
        submitted: &submitted,
        at: signed.visit.at,
        is_chosen,
        reader,
    };
    let name = format!("board-pack-{slug}.pdf");
    let made = set(&app, &signed, pack_of(&pack), (&name, &filter, briefs.len())).await?;
    printed::pdf(made, &name)
}

/// What a reviewer is to read, each as far as the phase lets them.
pub async fn my_proposals(State(app): State<App>, signed: SignedIn, Query(wish): Query<Wish>) -> Answer {
    signed.must_be(StaffRole::Reviewer)?;
    // Somebody of the secretariat who reviews too reads here what they are to review.
    let alone = Arc::new(Actor { staff: vec![StaffRole::Reviewer], ..Actor::clone(&signed.actor) });
    let filter = wish.view(false).filter;
    let with = With { text: true, ..With::default() };
    let briefs = found(&app, &signed, &alone, (&filter, with, MOST_TO_READ)).await?;
    let reader = Reader::of(&signed.visit);
    let (document, count) =
        read_proposals::document(&briefs, &signed.actor.name, reader, &reader.instant(signed.visit.at));
    if count == 0 {
        return Err(Error::Refused("exports-no-text"));
    }
    let name = "my-proposals.pdf";
    let made = set(&app, &signed, document, (name, &filter, count)).await?;
    printed::pdf(made, name)
}

async fn found(
    app: &App,
    signed: &SignedIn,
    actor: &Arc<Actor>,
    (filter, with, most): (&Filter, With, Most),
) -> Result<Vec<Brief>> {
    let db = app.db.read();
    let sitter = desk::Sitter::sit(db, actor, signed.visit.at).await?;
    briefs::all(db, &sitter, filter, with, most).await
}

/// Sets a large document, and tells the audit trail.
async fn set(
    app: &App,
    signed: &SignedIn,
    document: Document,
    (name, filter, proposals): (&str, &Filter, usize),
) -> Result<Bytes> {
    let turn = timeout(PATIENCE, LARGE.acquire()).await;
    let turn = turn.map_err(|_| Error::Unavailable("too many large documents at once".to_owned()))?;
    let _turn = turn.map_err(Error::internal)?;
    let manuscript = Manuscript { document, pictures: Vec::new(), at: Some(signed.visit.at) };
    let made = app.press.print(manuscript).await?;
    let act = app.begin(signed.who()).await?;
    noted(&act, name, filter, proposals).await?;
    act.commit().await?;
    Ok(made)
}
