//! Conversations about a proposal: a page of its own for the house; an applicant has them on the page of the proposal, and both use
//! the same doors.

use std::sync::atomic::{AtomicBool, Ordering};

use axum::{extract::State, response::Response};
use http::{HeaderMap, StatusCode};

use super::{overview, reader};
use crate::{
    act::Act,
    app::App,
    error::{Error, FieldErrors, Result},
    ids::{AttachmentId, MessageId, Reference, ThreadId},
    proposals::{
        actions::discussing::{self, Saying},
        discussion::{FILE_TYPES, MOST_BYTES, MOST_FILES, discusses, is_house, reading},
        forms::{NoteEditForm, ResolutionForm, discussion::FollowingForm, discussion::Written},
        pages::{Conversations, DiscussionPage, Drawing, FormOf, Top, Typed},
        rules::Audience,
        store::{
            Case, attachments, case,
            hearers::{self, nameable},
            messages,
            threads::{self, Found},
        },
    },
    web::{
        Answer, Filled, Nothing, Path, Posted, Query, SignedIn, Values,
        download::{Download, Size, download},
        page, see_other,
        upload::{Accepted, Accepts, Upload, Uploaded},
    },
};

/// The proposal, for those who have to do with what is said about it; for all others there is no such page.
async fn open(app: &App, signed: &SignedIn, reference: &Reference) -> Result<Case> {
    let found = case(app.db.read(), Some(&*signed.actor), reference, signed.visit.at).await?;
    if discusses(&found.standing) { Ok(found) } else { Err(Error::NotFound) }
}

pub async fn show(
    State(app): State<App>,
    signed: SignedIn,
    Path(reference): Path<Reference>,
    asked: HeaderMap,
) -> Answer {
    let case = open(&app, &signed, &reference).await?;
    if !is_house(&case.standing) {
        return Ok(see_other(&format!("/proposals/{reference}#messages")));
    }
    let found = threads::all(app.db.read(), &case, signed.actor.id).await?;
    let answer = draw(&app, &signed, &case, &found, Typed::default()).await?;
    have_read(&app, &signed, &found, &asked).await;
    Ok(answer)
}

async fn draw(app: &App, signed: &SignedIn, case: &Case, found: &[Found], typed: Typed) -> Answer {
    let locale = signed.visit.locale;
    let mut top = Top::new(&case.proposal, &case.call, "", locale).at(signed.visit.t("discussion-title"));
    top.call.clear();
    let talk = conversations(app, signed, case, found, typed).await?;
    let frame = signed.visit.frame(top.window(locale), "desk").await;
    page(&DiscussionPage { frame, top, talk })
}

/// What a page shows of these conversations.
pub(super) async fn conversations(
    app: &App,
    signed: &SignedIn,
    case: &Case,
    found: &[Found],
    typed: Typed,
) -> Result<Conversations> {
    let among = |audience: Audience| reading(&case.standing, audience).is_some();
    let hearers = match (is_house(&case.standing), among(Audience::Reviewers)) {
        (false, _) => Vec::new(),
        (true, true) => hearers::of(app.db.read(), case, Audience::Reviewers).await?,
        (true, false) => hearers::of(app.db.read(), case, Audience::Internal).await?,
    };
    let drawing = Drawing {
        standing: &case.standing,
        me: signed.actor.id,
        reader: reader(signed),
        hearers: &nameable(case, &hearers),
        typed,
        base: format!("/proposals/{}", case.proposal.reference),
    };
    Ok(Conversations::new(found, &drawing))
}

/// Whoever was shown a conversation has read it: written down behind the page, in one small write, and only where something was
/// unread. A browser that fetches ahead has shown nothing yet. If it fails, the marks stay, and nothing else is lost.
pub(super) async fn have_read(app: &App, signed: &SignedIn, found: &[Found], asked: &HeaderMap) {
    if asked.contains_key("sec-purpose") || asked.get("purpose").is_some_and(|purpose| purpose == "prefetch") {
        return;
    }
    let me = signed.actor.id;
    let reached = found.iter().filter(|one| one.unread(me) > 0).filter_map(|one| {
        let last = one.messages.iter().filter(|said| said.row.author_id != me).map(|said| said.row.goes_at).max();
        Some((one.thread.id, last?))
    });
    if let Err(error) = messages::read(app.db.write(), me, reached).await {
        tracing::warn!(detail = %error, "what was read could not be noted");
    }
}

pub async fn begin(
    State(app): State<App>,
    signed: SignedIn,
    Path(reference): Path<Reference>,
    upload: Upload,
) -> Answer {
    let case = open(&app, &signed, &reference).await?;
    let form = upload.receive(&app, accepts).await?;
    let verb = async |act: &Act, written: &Written, saying: Saying<'_>| {
        let audience = written.audience.ok_or(Error::Refused("discussion-no-audience"))?;
        let thread = discussing::begin(act, &signed.actor, &reference, (audience, &written.subject), saying).await?;
        Ok((thread, audience))
    };
    say(&app, &signed, &case, (FormOf::New, form), verb).await
}

pub async fn reply(
    State(app): State<App>,
    signed: SignedIn,
    Path((reference, thread)): Path<(Reference, ThreadId)>,
    upload: Upload,
) -> Answer {
    let case = open(&app, &signed, &reference).await?;
    let audience = threads::find(app.db.read(), &case, signed.actor.id, thread).await?.audience;
    let form = upload.receive(&app, accepts).await?;
    let verb = async |act: &Act, _: &Written, saying: Saying<'_>| {
        discussing::reply(act, &signed.actor, &reference, thread, saying).await?;
        Ok((thread, audience))
    };
    say(&app, &signed, &case, (FormOf::Thread(thread), form), verb).await
}

fn accepts(field: &str) -> Option<Accepts> {
    let accepts = Accepts { media_types: FILE_TYPES, max_bytes: MOST_BYTES, most: MOST_FILES, room: MOST_FILES };
    (field == "files").then_some(accepts)
}

/// Says what a form holds, in one act. What cannot be said comes back with all that was typed.
async fn say(
    app: &App,
    signed: &SignedIn,
    case: &Case,
    (of, form): (FormOf, Uploaded),
    verb: impl AsyncFnOnce(&Act, &Written, Saying<'_>) -> Result<(ThreadId, Audience)>,
) -> Answer {
    let refused = AtomicBool::new(false);
    let carry_out = async |values: &Values, files: &[Accepted]| {
        let written = Written::read(values, signed.visit.locale).map_err(Error::Invalid)?;
        if written.kept.len() + files.len() > MOST_FILES {
            let message = signed.visit.locale.tr("discussion-files-many", &[("limit", MOST_FILES.into())]);
            return Err(Error::Invalid(FieldErrors::one("files", message)));
        }
        let act = app.begin(signed.who()).await?;
        let saying = Saying {
            body: &written.body,
            notify: &written.notify,
            files: files.iter().map(new_file).collect(),
            instead: written.instead,
            kept: &written.kept,
        };
        let (thread, audience) = verb(&act, &written, saying).await.map_err(|error| kept(error, signed, &refused))?;
        act.commit().await?;
        let key = match (audience, is_house(&case.standing)) {
            (Audience::Applicant, true) => "discussion-done-held",
            (Audience::Applicant, false) => "proposals-comment-sent",
            (Audience::Internal | Audience::Reviewers, _) => "discussion-done-posted",
        };
        done(signed, case, Some(thread), key).await
    };
    let show = async |filled: Filled| again(app, signed, case, Typed { of, filled }).await;
    let mut answer = form.then(carry_out, show).await?;
    if refused.load(Ordering::Relaxed) {
        *answer.status_mut() = StatusCode::FORBIDDEN;
    }
    Ok(answer)
}

/// A refusal, told above the form with the text still in it.
fn kept(error: Error, signed: &SignedIn, refused: &AtomicBool) -> Error {
    let key = match error {
        Error::Refused(key) => key,
        Error::Conflict => "discussion-gone-meanwhile",
        other => return other,
    };
    refused.store(true, Ordering::Relaxed);
    Error::Invalid(FieldErrors::one("", signed.visit.t(key)))
}

fn new_file(file: &Accepted) -> attachments::New {
    attachments::New {
        name: file.name.clone(),
        media_type: file.media_type.clone(),
        size: file.size,
        sha256: file.sha256.clone(),
    }
}

/// The page with a form that came back.
async fn again(app: &App, signed: &SignedIn, case: &Case, typed: Typed) -> Answer {
    if !is_house(&case.standing) {
        return overview::draw(app, signed, &case.proposal.reference, typed, &HeaderMap::new()).await;
    }
    let found = threads::all(app.db.read(), case, signed.actor.id).await?;
    draw(app, signed, case, &found, typed).await
}

/// Back to where the conversations are, with a word on what was done.
async fn done(signed: &SignedIn, case: &Case, thread: Option<ThreadId>, key: &str) -> Result<Response> {
    signed.visit.flash("success", signed.visit.t(key)).await;
    let page = if is_house(&case.standing) { "/discussion" } else { "" };
    let place = thread.map_or_else(|| "messages".to_owned(), |id| format!("thread-{id}"));
    Ok(see_other(&format!("/proposals/{}{page}#{place}", case.proposal.reference)))
}

pub async fn edit(
    State(app): State<App>,
    signed: SignedIn,
    Path((reference, message)): Path<(Reference, MessageId)>,
    posted: Posted<NoteEditForm>,
) -> Answer {
    let case = open(&app, &signed, &reference).await?;
    let refused = AtomicBool::new(false);
    let conflict = AtomicBool::new(false);
    let carry_out = async |form: NoteEditForm, _: &Values| {
        let act = app.begin(signed.who()).await?;
        let edited = discussing::edit(&act, &signed.actor, &reference, message, (form.version, &form.body)).await;
        let thread = edited.map_err(|error| match error {
            Error::Conflict => {
                conflict.store(true, Ordering::Relaxed);
                Error::Invalid(FieldErrors::one("body", signed.visit.t("discussion-changed")))
            }
            other => kept(other, &signed, &refused),
        })?;
        act.commit().await?;
        done(&signed, &case, Some(thread), "discussion-done-edited").await
    };
    let show = async |filled: Filled| again(&app, &signed, &case, Typed { of: FormOf::Message(message), filled }).await;
    let mut answer = posted.then(carry_out, show).await?;
    if conflict.load(Ordering::Relaxed) {
        *answer.status_mut() = StatusCode::CONFLICT;
    } else if refused.load(Ordering::Relaxed) {
        *answer.status_mut() = StatusCode::FORBIDDEN;
    }
    Ok(answer)
}

pub async fn take_back(
    State(app): State<App>,
    signed: SignedIn,
    Path((reference, message)): Path<(Reference, MessageId)>,
    posted: Posted<Nothing>,
) -> Answer {
    posted.sound()?;
    let case = open(&app, &signed, &reference).await?;
    let act = app.begin(signed.who()).await?;
    match discussing::take_back(&act, &signed.actor, &reference, message).await {
        Ok(thread) => {
            act.commit().await?;
            done(&signed, &case, Some(thread), "discussion-done-undone").await
        }
        // A moment too late: the page shows it as sent, and says so.
        Err(Error::Refused(reason)) => {
            signed.visit.flash("warning", signed.visit.t(reason)).await;
            Ok(see_other(&format!("/proposals/{reference}/discussion#message-{message}")))
        }
        Err(other) => Err(other),
    }
}

pub async fn discard(
    State(app): State<App>,
    signed: SignedIn,
    Path((reference, message)): Path<(Reference, MessageId)>,
    posted: Posted<Nothing>,
) -> Answer {
    posted.sound()?;
    let case = open(&app, &signed, &reference).await?;
    let act = app.begin(signed.who()).await?;
    discussing::discard(&act, &signed.actor, &reference, message).await?;
    act.commit().await?;
    done(&signed, &case, None, "discussion-done-discarded").await
}

pub async fn resolve(
    State(app): State<App>,
    signed: SignedIn,
    Path((reference, thread)): Path<(Reference, ThreadId)>,
    posted: Posted<ResolutionForm>,
) -> Answer {
    let is_done = posted.sound()?.done == "yes";
    let case = open(&app, &signed, &reference).await?;
    let act = app.begin(signed.who()).await?;
    discussing::resolve(&act, &signed.actor, &reference, thread, is_done).await?;
    act.commit().await?;
    let key = if is_done { "discussion-done-resolved" } else { "discussion-done-reopened" };
    done(&signed, &case, Some(thread), key).await
}

pub async fn follow(
    State(app): State<App>,
    signed: SignedIn,
    Path((reference, thread)): Path<(Reference, ThreadId)>,
    posted: Posted<FollowingForm>,
) -> Answer {
    let follows = posted.sound()?.follow == "yes";
    let case = open(&app, &signed, &reference).await?;
    if !is_house(&case.standing) {
        return Err(Error::NotFound);
    }
    let act = app.begin(signed.who()).await?;
    discussing::follow(&act, &signed.actor, &reference, thread, follows).await?;
    act.commit().await?;
    let key = if follows { "discussion-done-followed" } else { "discussion-done-left" };
    done(&signed, &case, Some(thread), key).await
}

/// Back to the list, for the page itself would read it again.
pub async fn mark_unread(
    State(app): State<App>,
    signed: SignedIn,
    Path((reference, thread)): Path<(Reference, ThreadId)>,
    posted: Posted<Nothing>,
) -> Answer {
    posted.sound()?;
    let case = open(&app, &signed, &reference).await?;
    let act = app.begin(signed.who()).await?;
    discussing::mark_unread(&act, &signed.actor, &reference, thread).await?;
    act.commit_unheard().await?;
    signed.visit.flash("success", signed.visit.t("discussion-done-unread")).await;
    Ok(see_other(if is_house(&case.standing) { "/desk" } else { "/proposals" }))
}

/// A file of a message, for those who may read the message.
pub async fn file(
    State(app): State<App>,
    signed: SignedIn,
    Path((reference, message, attachment)): Path<(Reference, MessageId, AttachmentId)>,
    Query(size): Query<Size>,
    asked: HeaderMap,
) -> Answer {
    let case = open(&app, &signed, &reference).await?;
    let row = threads::file(app.db.read(), &case, signed.actor.id, (message, attachment)).await?;
    let file = Download { sha256: &row.sha256, name: &row.name, media_type: &row.media_type, public: false };
    download(&app, file, size, &asked).await
}
