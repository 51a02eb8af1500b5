//! Giving the proposals of a call to reviewers: by a plan, by a table, and never before it was confirmed.

use std::collections::BTreeSet;

use axum::{
    Router,
    body::Bytes,
    extract::State,
    routing::{get, post},
};
use futures::TryStreamExt as _;

use crate::{
    app::App,
    calls::{self, DeskCall, at_desk},
    entity::call,
    error::{Error, FieldErrors, Result},
    files::OCTETS,
    guidelines::definition,
    proposals::actions::giving::{Asking, GONE, Given},
    reviews::{
        actions::assigning,
        forms::assigning::{Confirmation, PlanWish},
        matching::Terms,
        pages::{
            Reader,
            assigning::{AssignmentsPage, MOST_KEPT, PlanPage, PlanRow, gaps, kept, offered, rows, slips},
        },
        roster::{self, Known, Unreadable},
        store::gathering::{Gathered, gather},
    },
    web::{Accepted, Accepts, Answer, Filled, Path, Posted, Query, SignedIn, Upload, Values, page, see_other},
};

pub fn routes() -> Router<App> {
    Router::new()
        .route("/desk/calls/{slug}/assignments", get(show).post(confirm))
        .route("/desk/calls/{slug}/assignments/plan", get(plan))
        .route("/desk/calls/{slug}/assignments/table", post(table))
}

/// The most that a reviewer gets who has named no limit, unless the secretariat says otherwise.
const USUAL_MOST: u32 = 30;

async fn usual(app: &App, call: &call::Model) -> Result<Terms> {
    let rubric = &definition(app.db.read(), call.guidelines_id).await?.rubric;
    Ok(Terms { reviews: rubric.least_reviews.max(1), most: USUAL_MOST })
}

async fn show(State(app): State<App>, signed: SignedIn, Path(slug): Path<String>) -> Answer {
    let call = at_desk(&app, &signed, &slug).await?;
    overview(&app, &signed, &call, Filled::default()).await
}

async fn overview(app: &App, signed: &SignedIn, call: &call::Model, filled: Filled) -> Answer {
    let found = gathered(app, signed, call).await?;
    let frame = signed.visit.frame(signed.visit.t("assignments-title"), "desk-calls").await;
    let terms = usual(app, call).await?;
    page(&AssignmentsPage::new(frame, filled, call, (&found.field, terms), Reader::of(&signed.visit)))
}

async fn gathered(app: &App, signed: &SignedIn, call: &call::Model) -> Result<Gathered> {
    gather(app.db.read(), &signed.actor, call, signed.visit.at).await
}

/// The best plan; nothing is assigned by looking at it.
async fn plan(
    State(app): State<App>,
    signed: SignedIn,
    Path(slug): Path<String>,
    Query(wish): Query<PlanWish>,
) -> Answer {
    let (call, reader) = (at_desk(&app, &signed, &slug).await?, Reader::of(&signed.visit));
    let found = gathered(&app, &signed, &call).await?;
    let terms = wish.terms(usual(&app, &call).await?);
    // Some hundreds of proposals and reviewers take a moment: not on a thread that answers others.
    let (field, proposed) = tokio::task::spawn_blocking(move || {
        let proposed = found.field.proposed(terms);
        (found.field, proposed)
    })
    .await
    .map_err(Error::internal)?;
    let (rows, refused) = rows(&field, &proposed.pairs, reader);
    let args = [("n", rows.len().into()), ("reviews", terms.reviews.into()), ("most", terms.most.into())];
    let told = Told {
        lede: reader.locale.tr("plan-lede", &args),
        rows,
        troubles: gaps(&field, &proposed.gaps, reader),
        refused,
        offered: offered(&field, &proposed.pairs),
    };
    draw(&signed, &call, told, Filled::default()).await
}

/// The input of a table, and the largest that it takes.
const FILE: &str = "table";
const LARGEST: u64 = 2 * 1024 * 1024;
const TYPES: [&str; 1] = [OCTETS];

/// A table of assignments, looked at before it is confirmed.
async fn table(State(app): State<App>, signed: SignedIn, Path(slug): Path<String>, upload: Upload) -> Answer {
    let call = at_desk(&app, &signed, &slug).await?;
    let accepts = Accepts { media_types: &TYPES, max_bytes: LARGEST, most: 1, room: 1 };
    let form = upload.receive(&app, |input| (input == FILE).then_some(accepts)).await?;
    let act = async |values: &Values, files: &[Accepted]| read(&app, &signed, &call, values, files).await;
    form.then(act, async |filled| overview(&app, &signed, &call, filled).await).await
}

async fn read(app: &App, signed: &SignedIn, call: &call::Model, values: &Values, files: &[Accepted]) -> Answer {
    let reader = Reader::of(&signed.visit);
    let wrong = |why: Unreadable| {
        let key = match why {
            Unreadable::Encoding => "assignments-table-encoding",
            Unreadable::Empty => "assignments-table-empty",
            Unreadable::TooLong => "assignments-table-long",
        };
        Error::Invalid(FieldErrors::one(FILE, reader.t(key)))
    };
    let text = match files.first() {
        Some(file) => {
            let opened = app.files.open(&file.sha256).await?;
            let parts: Vec<Bytes> = opened.bytes.try_collect().await?;
            roster::text(&parts.concat())
        }
        None => roster::text(values.get("text").unwrap_or_default().as_bytes()),
    };
    let text = text.map_err(wrong)?;
    let found = gathered(app, signed, call).await?;
    let references: Vec<_> = found.field.proposals.iter().map(|one| &one.reference).collect();
    let reviewers: Vec<_> = found.field.reviewers.iter().map(|one| (one.name.as_str(), one.email.as_str())).collect();
    let read = roster::read(&text, &Known { references: &references, reviewers: &reviewers }).map_err(wrong)?;
    let (rows, refused) = rows(&found.field, &read.pairs, reader);
    let lede = reader.locale.tr("plan-lede-table", &[("n", rows.len().into())]);
    let (troubles, offered) = (slips(&read.slips, reader), offered(&found.field, &read.pairs));
    draw(signed, call, Told { lede, rows, troubles, refused, offered }, Filled::default()).await
}

/// Gives what was ticked.
async fn confirm(
    State(app): State<App>,
    signed: SignedIn,
    Path(slug): Path<String>,
    posted: Posted<Confirmation>,
) -> Answer {
    let call = at_desk(&app, &signed, &slug).await?;
    let act = async |form: Confirmation, values: &Values| {
        let pairs = Confirmation::pairs(values);
        let due_at = form.due(call.zone(), signed.visit.at, signed.visit.locale).map_err(Error::Invalid)?;
        if pairs.is_empty() {
            return Err(Error::Invalid(FieldErrors::one("", signed.visit.t("plan-nothing"))));
        }
        let who = (&*signed.actor, signed.who());
        let given = assigning::assign_all(&app, who, &call, &pairs, Asking { due_at }).await?;
        tell(&signed, &given).await;
        Ok(see_other(&format!("/desk/calls/{}/assignments", call.slug)))
    };
    let typed = posted.values.clone();
    posted.then(act, async |filled| again(&app, &signed, &call, &typed, filled).await).await
}

/// The plan as it was left, with what is wrong said above it. What may be given is found out anew.
async fn again(app: &App, signed: &SignedIn, call: &call::Model, typed: &Values, filled: Filled) -> Answer {
    let reader = Reader::of(&signed.visit);
    let found = gathered(app, signed, call).await?;
    let (mut pairs, mut offered, mut gone) = (Vec::new(), Vec::new(), BTreeSet::new());
    for (reference, reviewer) in Confirmation::offered(typed) {
        offered.push(format!("{reference}:{reviewer}"));
        let proposal = found.field.proposals.iter().position(|one| one.reference == reference);
        let place = found.field.reviewers.iter().position(|one| one.id == reviewer);
        match proposal.zip(place) {
            Some(pair) => pairs.push(pair),
            None => gone.extend([reference]),
        }
    }
    let (mut rows, mut refused) = rows(&found.field, &pairs, reader);
    refused.extend(gone.iter().map(|reference| reader.locale.pair(reference, reader.t(GONE))));
    let ticked = Confirmation::pairs(typed).into_iter().map(|(reference, reviewer)| format!("{reference}:{reviewer}"));
    let ticked: BTreeSet<String> = ticked.collect();
    rows.iter_mut().for_each(|row| row.ticked = ticked.contains(&row.value));
    let lede = reader.locale.tr("plan-lede-table", &[("n", rows.len().into())]);
    let troubles = typed.all("trouble").into_iter().take(MOST_KEPT + 1).map(str::to_owned).collect();
    draw(signed, call, Told { lede, rows, troubles, refused, offered }, filled).await
}

async fn tell(signed: &SignedIn, given: &Given) {
    let locale = signed.visit.locale;
    let count = [("n", given.assigned.len().into())];
    signed.visit.flash("success", locale.tr("plan-done", &count)).await;
    for (reference, reason) in given.refused.iter().take(MOST_TOLD) {
        signed.visit.flash("warning", locale.pair(reference, locale.t(reason))).await;
    }
    let more = given.refused.len().saturating_sub(MOST_TOLD);
    if more > 0 {
        signed.visit.flash("warning", locale.tr("plan-refused-more", &[("n", more.into())])).await;
    }
}

/// No more are told one by one; of the rest, how many.
const MOST_TOLD: usize = 12;

/// What a plan shows.
struct Told {
    lede: String,
    rows: Vec<PlanRow>,
    troubles: Vec<String>,
    refused: Vec<String>,
    offered: Vec<String>,
}

async fn draw(signed: &SignedIn, call: &call::Model, told: Told, filled: Filled) -> Answer {
    let reader = Reader::of(&signed.visit);
    page(&PlanPage {
        frame: signed.visit.frame(reader.t("plan-title"), "desk-calls").await,
        call: DeskCall::new(call, reader.locale),
        lede: told.lede,
        rows: told.rows,
        kept: kept(&told.troubles, reader),
        offered: told.offered,
        troubles: told.troubles,
        refused: told.refused,
        clock: calls::clock(call.zone(), reader.locale),
        filled,
    })
}
