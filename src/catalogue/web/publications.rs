//! Publications: the doors that are open to everybody, and those of the secretariat.

use std::sync::atomic::{AtomicBool, Ordering};

use axum::extract::State;
use http::{HeaderMap, StatusCode};

use crate::{
    accounts::StaffRole,
    app::App,
    catalogue::{
        actions::publications::{self as actions, Wanted},
        content::Page,
        forms::publications::{COVER, MoveForm, OTHER_FILE, PublicationForm, ShownForm, cover, file_input, gone},
        pages::{
            programs::outlined_publication,
            publications::{Brief, EditPage, PublicationPage, PublicationsPage, ShelfPage, stored},
        },
        publications::{COVER_TYPES, FILE_TYPES, LARGEST_COVER, LARGEST_FILE},
        store::{content, publications as store},
    },
    entity::publication,
    error::{Error, FieldErrors, Result},
    files::safe_name,
    guidelines,
    ids::{AnnouncementId, PublicationFileId},
    web::{
        Accepted, Accepts, Answer, Filled, Path, Posted, Query, SignedIn, Upload, Values, Visit,
        download::{Download, Size, download},
        page, see_other,
    },
    words::Locale,
};

pub async fn list(State(app): State<App>, visit: Visit) -> Answer {
    let db = app.db.read();
    let (publications, texts) = (store::shown(db).await?, content::now(db, &[Page::Publications]).await?);
    let publications = briefs(&app, &publications, visit.locale).await?;
    let guidelines = guidelines::all(db).await?;
    let frame = visit.frame(visit.t("catalogue-publications"), "publications").await;
    page(&PublicationsPage::new(frame, publications, &texts, &guidelines))
}

/// Publications as lists tell of them; one query more, however many they are.
async fn briefs(app: &App, rows: &[publication::Model], locale: Locale) -> Result<Vec<Brief>> {
    let files = store::files_of(app.db.read(), rows.iter().map(|row| row.id)).await?;
    let of = |row: &publication::Model| files.get(&row.id).map(Vec::as_slice).unwrap_or_default();
    Ok(rows.iter().map(|row| Brief::new(row, of(row), locale)).collect())
}

pub async fn show(State(app): State<App>, visit: Visit, Path(slug): Path<String>) -> Answer {
    let db = app.db.read();
    let row = store::find(db, visit.actor.as_deref(), &slug).await?;
    let files = store::files_of(db, [row.id]).await?.remove(&row.id).unwrap_or_default();
    let initiatives = store::initiatives_of(db, row.id).await?;
    let frame = visit.frame(row.title.get(visit.locale), "publications").await;
    let frame = outlined_publication(frame, &row);
    page(&PublicationPage::new(frame, &row, &files, &initiatives))
}

pub async fn show_cover(
    State(app): State<App>,
    visit: Visit,
    Path(slug): Path<String>,
    Query(size): Query<Size>,
    headers: HeaderMap,
) -> Answer {
    let row = store::find(app.db.read(), visit.actor.as_deref(), &slug).await?;
    let sha256 = row.cover_sha256.as_deref().ok_or(Error::NotFound)?;
    let name = safe_name(&row.slug, &row.cover_type);
    // What is hidden is shown to the secretariat alone, and no cache keeps it for others.
    let file = Download { sha256, name: &name, media_type: &row.cover_type, public: row.shown };
    download(&app, file, size, &headers).await
}

pub async fn file(
    State(app): State<App>,
    visit: Visit,
    Path((slug, id)): Path<(String, PublicationFileId)>,
    headers: HeaderMap,
) -> Answer {
    let db = app.db.read();
    let row = store::find(db, visit.actor.as_deref(), &slug).await?;
    let file = store::file(db, row.id, id).await?;
    let [media_type] = FILE_TYPES;
    let file = Download { sha256: &file.sha256, name: &file.name, media_type, public: row.shown };
    download(&app, file, Size::default(), &headers).await
}

pub async fn shelf(State(app): State<App>, signed: SignedIn) -> Answer {
    let mut values = Values::default();
    values.add("id".to_owned(), &app.ids.id::<AnnouncementId>(signed.visit.at).to_string());
    draw_shelf(&app, &signed, Filled::with(values)).await
}

async fn draw_shelf(app: &App, signed: &SignedIn, filled: Filled) -> Answer {
    signed.must_be(StaffRole::Secretariat)?;
    let publications = briefs(app, &store::all(app.db.read()).await?, signed.visit.locale).await?;
    let frame = signed.visit.frame(signed.visit.t("publications-desk"), "desk").await;
    page(&ShelfPage::new(frame, filled, publications))
}

/// What the file inputs of the form take. One that is chosen after another was received takes its place, so there is room.
fn accepts(input: &str) -> Option<Accepts> {
    let is_file = input == OTHER_FILE || Locale::ALL.into_iter().any(|locale| input == file_input(locale));
    let image = Accepts { media_types: &COVER_TYPES, max_bytes: LARGEST_COVER, most: 1, room: 4 };
    let file = Accepts { media_types: &FILE_TYPES, max_bytes: LARGEST_FILE, most: 1, room: 4 };
    if input == COVER { Some(image) } else { is_file.then_some(file) }
}

/// What was typed and chosen, or what is wrong with it.
fn read(values: &Values, files: &[Accepted], locale: Locale) -> Result<(PublicationForm, Wanted)> {
    let form = Posted::<PublicationForm>::read(values.clone(), locale, false).sound()?;
    let (without_cover, gone) = gone(values);
    let wanted = Wanted {
        about: form.about(),
        initiatives: form.names(locale).map_err(Error::Invalid)?,
        cover: cover(files),
        files: form.files(files, locale).map_err(Error::Invalid)?,
        without_cover,
        gone,
    };
    Ok((form, wanted))
}

pub async fn add(State(app): State<App>, signed: SignedIn, upload: Upload) -> Answer {
    signed.must_be(StaffRole::Secretariat)?;
    let form = upload.receive(&app, accepts).await?;
    let locale = signed.visit.locale;
    let act = async |values: &Values, files: &[Accepted]| {
        let (form, wanted) = read(values, files, locale)?;
        let act = app.begin(signed.who()).await?;
        let id = form.id.unwrap_or_else(|| act.id());
        actions::add(&act, &signed.actor, id, &wanted, locale).await?;
        act.commit().await?;
        done(&signed, "publications-added").await
    };
    form.then(act, async |filled| draw_shelf(&app, &signed, filled).await).await
}

pub async fn edit(State(app): State<App>, signed: SignedIn, Path(slug): Path<String>) -> Answer {
    signed.must_be(StaffRole::Secretariat)?;
    let db = app.db.read();
    let row = store::find(db, Some(&signed.actor), &slug).await?;
    let values = stored(&row, &store::initiatives_of(db, row.id).await?, signed.visit.locale);
    page(&drawn(&app, &signed, &row, Filled::with(values)).await?)
}

async fn drawn(app: &App, signed: &SignedIn, row: &publication::Model, filled: Filled) -> Result<EditPage> {
    let files = store::files_of(app.db.read(), [row.id]).await?.remove(&row.id).unwrap_or_default();
    let frame = signed.visit.frame(signed.visit.t("publications-edit"), "desk").await;
    Ok(EditPage::new(frame, filled, row, &files))
}

pub async fn change(State(app): State<App>, signed: SignedIn, Path(slug): Path<String>, upload: Upload) -> Answer {
    signed.must_be(StaffRole::Secretariat)?;
    store::find(app.db.read(), Some(&signed.actor), &slug).await?;
    let form = upload.receive(&app, accepts).await?;
    let (locale, overtaken) = (signed.visit.locale, AtomicBool::new(false));
    let act = async |values: &Values, files: &[Accepted]| {
        let (form, wanted) = read(values, files, locale)?;
        let act = app.begin(signed.who()).await?;
        let seen = form.version.unwrap_or_default();
        let changed = actions::change(&act, &signed.actor, (&slug, seen), &wanted, locale).await;
        changed.map_err(|error| match error {
            Error::Conflict => {
                overtaken.store(true, Ordering::Relaxed);
                Error::Invalid(FieldErrors::one("", signed.visit.t("publications-conflict")))
            }
            other => other,
        })?;
        act.commit().await?;
        done(&signed, "publications-saved").await
    };
    let show = async |filled: Filled| again(&app, &signed, &slug, filled, overtaken.load(Ordering::Relaxed)).await;
    let mut answer = form.then(act, show).await?;
    if overtaken.load(Ordering::Relaxed) {
        *answer.status_mut() = StatusCode::CONFLICT;
    }
    Ok(answer)
}

/// The form as it was left; where somebody else was faster, with what they saved beside it.
async fn again(app: &App, signed: &SignedIn, slug: &str, filled: Filled, overtaken: bool) -> Answer {
    let db = app.db.read();
    let row = store::find(db, Some(&signed.actor), slug).await?;
    let form = drawn(app, signed, &row, filled).await?;
    if !overtaken {
        return page(&form);
    }
    let theirs = stored(&row, &store::initiatives_of(db, row.id).await?, signed.visit.locale);
    page(&form.beside(&row, &theirs))
}

pub async fn shift(State(app): State<App>, signed: SignedIn, posted: Posted<MoveForm>) -> Answer {
    let form = posted.sound()?;
    let way = form.way().ok_or(Error::NotFound)?;
    let act = app.begin(signed.who()).await?;
    actions::shift(&act, &signed.actor, &form.publication, way).await?;
    act.commit().await?;
    done(&signed, "publications-moved").await
}

pub async fn hide_or_show(State(app): State<App>, signed: SignedIn, posted: Posted<ShownForm>) -> Answer {
    let form = posted.sound()?;
    let shown = form.shown == "yes";
    let act = app.begin(signed.who()).await?;
    actions::show(&act, &signed.actor, &form.publication, shown).await?;
    act.commit().await?;
    done(&signed, if shown { "publications-shown" } else { "publications-hidden" }).await
}

async fn done(signed: &SignedIn, key: &str) -> Answer {
    signed.visit.flash("success", signed.visit.t(key)).await;
    Ok(see_other("/desk/publications"))
}
