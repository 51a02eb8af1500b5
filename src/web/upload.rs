//! The door for forms with files: the multipart sibling of [`Posted`](super::Posted). Files are streamed into the file store
//! while the form is read; what is wrong with one is a message beside its field, and nothing else of the form is lost.

use axum::{
    body::Body,
    extract::{DefaultBodyLimit, FromRequest, Multipart, Request, multipart::Field},
    response::Response,
};
use http::{StatusCode, header};
use serde::{Deserialize, Serialize};

use super::{
    Filled, Values, Visit,
    paced::Paced,
    posted::{FORM_LIMIT, bytes_of},
    visit,
};
use crate::{
    act::By,
    app::App,
    error::{Error, FieldErrors, Result},
    files::{NotReceived, Received, Unfit, Wanted, safe_name, type_name},
    ids::UserId,
    sealed,
    words::Locale,
};

/// How much is read of what is not kept, in bytes, so that a browser gets to see why; whoever sends more is cut off.
const PATIENCE: usize = 64 * 1024 * 1024;

/// More than any form of ours can hold, in bytes: who announces more is told so before any of it is read.
const MOST: u64 = 256 * 1024 * 1024;

/// Before the name of a file input: the hidden input that carries a file which was accepted beside a wrong field, sealed,
/// and the name to tell people. The macro `forms::file` draws both.
const KEPT: &str = "kept.";
const KEPT_NAME: &str = "kept-name.";

/// What a file input takes.
#[derive(Clone, Copy, Debug)]
pub struct Accepts {
    pub media_types: &'static [&'static str],
    /// Of one file.
    pub max_bytes: u64,
    /// How many files.
    pub most: usize,
    /// How many of these can still come, besides those that stand in the place of another.
    pub room: usize,
}

/// A file that came with a form and lies in the store. It is swept away in an hour unless a row claims it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Accepted {
    /// The name of its input.
    pub field: String,
    /// As it was called, made safe.
    pub name: String,
    /// As found in its content.
    pub media_type: String,
    /// In bytes.
    pub size: u64,
    pub sha256: String,
    /// Width and height of an image.
    pub pixels: Option<(u32, u32)>,
    /// What it is to stand in the place of, if its input says so: `replace.images.<this>`.
    pub replaces: Option<String>,
}

/// An accepted file on its way through a form that is shown again: for nobody else.
#[derive(Serialize, Deserialize)]
struct Kept {
    user: Option<UserId>,
    file: Accepted,
}

/// A posted form whose body was not read yet: first the door finds out what may come, then [`Upload::receive`] reads.
pub struct Upload {
    visit: Visit,
    request: Request,
}

/// A form with files, read.
pub struct Uploaded {
    pub values: Values,
    /// In the order of the form.
    pub files: Vec<Accepted>,
    /// What is wrong with files.
    pub errors: FieldErrors,
    /// Whether a file could not be kept for a reason of ours: all else of the form stands.
    pub unavailable: bool,
    /// True when the form comes back after a log-in: it is shown, and nothing is done.
    pub only_shown: bool,
    app: App,
    user: Option<UserId>,
}

impl<S: Send + Sync> FromRequest<S> for Upload {
    type Rejection = Error;

    async fn from_request(request: Request, _: &S) -> Result<Self> {
        Ok(Self { visit: Visit::of(request.extensions())?, request })
    }
}

impl Upload {
    /// Reads the form. `accepts` says what the file input of a name takes; files of other names are passed over.
    pub async fn receive(mut self, app: &App, accepts: impl Fn(&str) -> Option<Accepts>) -> Result<Uploaded> {
        let user = match self.visit.who().by {
            By::User(id) => Some(id),
            By::System(_) | By::Anyone => None,
        };
        let mut form = Uploaded {
            values: Values::default(),
            files: Vec::new(),
            errors: FieldErrors::default(),
            unavailable: false,
            only_shown: self.visit.only_shown,
            app: app.clone(),
            user,
        };
        if !is_multipart(&self.request) {
            form.values = Values::from_urlencoded(&bytes_of(self.request, &()).await?);
            self.visit.has_read(&form.values);
            visit::is_still_so(app, &self.visit).await?;
            return Ok(form);
        }
        if announced(&self.request).is_some_and(|length| length > MOST) {
            drop(Paced::new(self.request.into_body()));
            return Err(Error::Refused("error-too-large"));
        }
        DefaultBodyLimit::disable().apply(&mut self.request);
        let request = self.request.map(|body| Body::from_stream(Paced::new(body)));
        let parts = Multipart::from_request(request, &()).await.map_err(|_| Error::Refused("form-unreadable"))?;
        let locale = self.visit.locale;
        let reader = Reader { form: &mut form, locale, accepts, text_left: FORM_LIMIT, waste_left: PATIENCE };
        let read = reader.read(parts).await;
        self.visit.has_read(&form.values);
        read?;
        visit::is_still_so(app, &self.visit).await?;
        Ok(form)
    }
}

fn is_multipart(request: &Request) -> bool {
    let kind = request.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    kind.to_ascii_lowercase().starts_with("multipart/form-data")
}

/// How long the body is to be, as its sender says.
fn announced(request: &Request) -> Option<u64> {
    request.headers().get(header::CONTENT_LENGTH)?.to_str().ok()?.parse().ok()
}

struct Reader<'r, F> {
    form: &'r mut Uploaded,
    locale: Locale,
    accepts: F,
    /// How many bytes of text may still come.
    text_left: usize,
    /// How many bytes may still come that are not kept.
    waste_left: usize,
}

impl<F: Fn(&str) -> Option<Accepts>> Reader<'_, F> {
    async fn read(mut self, mut parts: Multipart) -> Result<()> {
        while let Some(part) = parts.next_field().await.map_err(|_| Error::Refused("form-unreadable"))? {
            let Some(name) = part.name().map(str::to_owned) else { continue };
            match part.file_name().map(str::to_owned) {
                None => self.text(name, part).await?,
                Some(file_name) => {
                    if !self.file(&name, &file_name, part).await? {
                        // What follows is not read: the sender does not stop.
                        return Ok(());
                    }
                }
            }
        }
        Ok(())
    }

    async fn text(&mut self, name: String, mut part: Field<'_>) -> Result<()> {
        let mut text = Vec::new();
        while let Some(chunk) = part.chunk().await.map_err(|_| Error::Refused("form-unreadable"))? {
            self.text_left = self.text_left.checked_sub(chunk.len()).ok_or(Error::Refused("error-too-large"))?;
            text.extend_from_slice(&chunk);
        }
        let text = String::from_utf8_lossy(&text).into_owned();
        if name.starts_with(KEPT) {
            self.kept(&text).await?;
        } else if !name.starts_with(KEPT_NAME) {
            self.form.values.add(name, &text);
        }
        Ok(())
    }

    /// Takes up a file that had been accepted before.
    async fn kept(&mut self, sealed: &str) -> Result<()> {
        let Some(Kept { user, file }) = sealed::open(&self.form.app, KEPT, sealed) else { return Ok(()) };
        let Some(accepts) = (self.accepts)(&file.field) else { return Ok(()) };
        let room = self.count(&file.field) < accepts.room;
        if user != self.form.user || !room {
            return Ok(());
        }
        match self.form.app.files.holds(&file.sha256).await {
            Ok(true) => self.form.files.push(file),
            Ok(false) => {}
            Err(error) => self.not_kept(&file.field, &file.name, &error),
        }
        Ok(())
    }

    fn count(&self, field: &str) -> usize {
        self.form.files.iter().filter(|file| file.field == field).count()
    }

    /// Takes a file in, or says what is wrong with it. False when the rest of the form cannot be waited for.
    async fn file(&mut self, input: &str, name: &str, mut part: Field<'_>) -> Result<bool> {
        let (field, replaces) = named(input);
        let Some(accepts) = (self.accepts)(field) else { return Ok(self.waste(part).await) };
        let id = self.form.app.ids.id(self.form.app.now());
        let wanted = Wanted { max_bytes: accepts.max_bytes, media_types: Some(accepts.media_types) };
        match self.form.app.files.receive(id, &mut part, wanted).await {
            Ok(received) => self.take(field, replaces, name, received, accepts),
            // A file input in which nothing was chosen.
            Err(NotReceived::Empty) if name.is_empty() => {}
            Err(NotReceived::BrokenOff) => return Err(Error::Refused("form-unreadable")),
            Err(error) => {
                self.refuse(field, name, accepts, error);
                return Ok(self.waste(part).await);
            }
        }
        Ok(true)
    }

    fn take(&mut self, field: &str, replaces: Option<&str>, name: &str, received: Received, accepts: Accepts) {
        if replaces.is_none() && self.count(field) >= accepts.room {
            return self.wrong(field, "files-too-many", name, vec![("limit", accepts.most.to_string())]);
        }
        self.form.files.push(Accepted {
            field: field.to_owned(),
            name: safe_name(name, received.media_type),
            media_type: received.media_type.to_owned(),
            size: received.size,
            sha256: received.sha256,
            pixels: received.pixels,
            replaces: replaces.map(str::to_owned),
        });
    }

    /// Says beside its field why a file was not taken.
    fn refuse(&mut self, field: &str, name: &str, accepts: Accepts, error: NotReceived) {
        let (key, values) = match error {
            NotReceived::TooLarge => ("files-too-large", vec![("limit", self.locale.size(accepts.max_bytes))]),
            NotReceived::Empty => ("files-empty", Vec::new()),
            NotReceived::WrongType => ("files-wrong-type", vec![("types", types(accepts.media_types, self.locale))]),
            NotReceived::Unfit(Unfit::TooManyPixels { width, height }) => {
                let number = |number: u32| self.locale.number(number.into());
                ("files-too-many-pixels", vec![("width", number(width)), ("height", number(height))])
            }
            NotReceived::Unfit(Unfit::Damaged) | NotReceived::BrokenOff => ("files-damaged", Vec::new()),
            NotReceived::Store(error) => return self.not_kept(field, name, &error),
        };
        self.wrong(field, key, name, values);
    }

    /// The disk is full, or the store out of reach: for the log, and for the person that nothing else is lost.
    fn not_kept(&mut self, field: &str, name: &str, error: &Error) {
        tracing::error!(field, detail = %error, "a file could not be kept");
        self.form.unavailable = true;
        self.wrong(field, "files-not-kept", name, Vec::new());
    }

    fn wrong(&mut self, field: &str, key: &str, name: &str, values: Vec<(&'static str, String)>) {
        let values = values.into_iter().map(|(name, value)| (name, value.into()));
        let values: Vec<_> = [("file", shown_name(name).into())].into_iter().chain(values).collect();
        self.form.errors.add(field, self.locale.tr(key, &values));
    }

    /// Reads on without keeping anything, as long as patience lasts.
    async fn waste(&mut self, mut part: Field<'_>) -> bool {
        loop {
            match part.chunk().await {
                Ok(Some(chunk)) => match self.waste_left.checked_sub(chunk.len()) {
                    Some(left) => self.waste_left = left,
                    None => return false,
                },
                Ok(None) => return true,
                Err(_) => return false,
            }
        }
    }
}

/// The field that an input is for, and what its file is to stand in the place of: `replace.images.<this>`.
fn named(input: &str) -> (&str, Option<&str>) {
    let replaced = input.strip_prefix("replace.").and_then(|rest| rest.split_once('.'));
    replaced.map_or((input, None), |(field, what)| (field, Some(what)))
}

/// The name as it was given, short enough to be told back.
fn shown_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    last.chars().filter(|c| !c.is_control()).take(80).collect()
}

/// `JPEG, PNG or WebP`.
fn types(media_types: &[&str], locale: Locale) -> String {
    let names: Vec<&str> = media_types.iter().map(|media_type| type_name(media_type)).collect();
    match names.split_last() {
        Some((last, [])) => (*last).to_owned(),
        Some((last, before)) => {
            locale.tr("files-either", &[("before", before.join(", ").into()), ("last", (*last).into())])
        }
        None => String::new(),
    }
}

impl Uploaded {
    /// Calls `act` with what was typed and the accepted files. If something is wrong with a file, or if `act` finds fields
    /// that cannot stand, `show` draws the page again, the accepted files kept for its next posting (`forms::file`).
    pub async fn then(
        self,
        act: impl AsyncFnOnce(&Values, &[Accepted]) -> Result<Response>,
        show: impl AsyncFnOnce(Filled) -> Result<Response>,
    ) -> Result<Response> {
        if self.only_shown {
            return show(Filled::with(self.values)).await;
        }
        let outcome = if self.errors.is_empty() {
            act(&self.values, &self.files).await
        } else {
            Err(Error::Invalid(self.errors.clone()))
        };
        match outcome {
            Err(Error::Invalid(errors)) => {
                let mut page = show(Filled { values: self.kept()?, errors }).await?;
                let ours = self.unavailable && !self.errors.is_empty();
                *page.status_mut() =
                    if ours { StatusCode::SERVICE_UNAVAILABLE } else { StatusCode::UNPROCESSABLE_ENTITY };
                Ok(page)
            }
            other => other,
        }
    }

    /// What was typed, with the accepted files sealed into it.
    fn kept(&self) -> Result<Values> {
        let mut values = self.values.clone();
        for file in &self.files {
            let kept = Kept { user: self.user, file: file.clone() };
            values.0.push((format!("{KEPT}{}", file.field), sealed::seal(&self.app, KEPT, &kept)?));
            values.0.push((format!("{KEPT_NAME}{}", file.field), file.name.clone()));
        }
        Ok(values)
    }
}
