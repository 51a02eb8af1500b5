//! The one door for forms.

use axum::{
    body::Bytes,
    extract::{DefaultBodyLimit, FromRequest, Request, rejection::BytesRejection},
    response::Response,
};
use http::StatusCode;
use serde::{Deserialize, de::DeserializeOwned};
use std::time::Duration;
use tokio::time::timeout;
use validator::{Validate, ValidationErrors, ValidationErrorsKind};

use super::{Filled, Values, Visit, visit};
use crate::{
    app::App,
    error::{Error, FieldErrors, Result},
    words::Locale,
};

/// The most that a form without files may hold, in bytes.
pub const FORM_LIMIT: usize = 1024 * 1024;

/// A posted form: read, checked, and never lost. [`Posted::then`] does what was asked if the form is sound, and else shows
/// the page again with status 422, all typed values kept, each message beside its field.
///
/// The messages of a form's `#[validate(…, message = "…")]` are keys of the locale files.
pub struct Posted<T> {
    pub values: Values,
    parsed: Result<T, FieldErrors>,
    /// True when the form comes back after a log-in: it is shown, and nothing is done.
    only_shown: bool,
}

/// A form without fields: a button.
#[derive(Clone, Copy, Debug, Deserialize, Validate)]
pub struct Nothing {}

impl<T: DeserializeOwned + Validate> Posted<T> {
    /// Reads `values` as a `T`.
    pub fn read(values: Values, locale: Locale, only_shown: bool) -> Self {
        let parsed = serde_urlencoded::from_str::<T>(&values.to_urlencoded())
            .map_err(|_| FieldErrors::one("", locale.t("form-unreadable")))
            .and_then(|form| match form.validate() {
                Ok(()) => Ok(form),
                Err(errors) => Err(messages(&errors, locale)),
            });
        Self { values, parsed, only_shown }
    }

    /// Calls `act` with the form if it is sound. If it is not, or if `act` finds fields that cannot stand, `show` draws the
    /// page again.
    pub async fn then(
        self,
        act: impl AsyncFnOnce(T, &Values) -> Result<Response>,
        show: impl AsyncFnOnce(Filled) -> Result<Response>,
    ) -> Result<Response> {
        let Self { values, parsed, only_shown } = self;
        if only_shown {
            return show(Filled::with(values)).await;
        }
        let outcome = match parsed {
            Ok(form) => act(form, &values).await,
            Err(errors) => Err(Error::Invalid(errors)),
        };
        match outcome {
            Err(Error::Invalid(errors)) => {
                let mut page = show(Filled { values, errors }).await?;
                *page.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
                Ok(page)
            }
            other => other,
        }
    }

    /// The form, for a door that has no page to show again.
    pub fn sound(self) -> Result<T> {
        if self.only_shown {
            return Err(Error::Refused("error-not-executed"));
        }
        self.parsed.map_err(Error::Invalid)
    }
}

impl<T: DeserializeOwned + Validate> FromRequest<App> for Posted<T> {
    type Rejection = Error;

    async fn from_request(request: Request, app: &App) -> Result<Self> {
        let visit = Visit::of(request.extensions())?;
        let values = Values::from_urlencoded(&bytes_of(request, app).await?);
        visit.has_read(&values);
        visit::is_still_so(app, &visit).await?;
        Ok(Self::read(values, visit.locale, visit.only_shown))
    }
}

/// A form without files has this long to arrive: a slow connection brings the largest one in half of it.
const PATIENCE: Duration = Duration::from_secs(120);

/// The body of a form without files.
pub(super) async fn bytes_of<S: Send + Sync>(mut request: Request, state: &S) -> Result<Bytes> {
    DefaultBodyLimit::max(FORM_LIMIT).apply(&mut request);
    let bytes = timeout(PATIENCE, Bytes::from_request(request, state)).await;
    let bytes = bytes.map_err(|_| Error::Refused("form-too-slow"))?;
    let refused = |error: BytesRejection| match error.status() {
        StatusCode::PAYLOAD_TOO_LARGE => Error::Refused("error-too-large"),
        _ => Error::Refused("form-unreadable"),
    };
    bytes.map_err(refused)
}

fn messages(errors: &ValidationErrors, locale: Locale) -> FieldErrors {
    let mut found = FieldErrors::default();
    for (field, kind) in errors.errors() {
        let ValidationErrorsKind::Field(list) = kind else { continue };
        for error in list {
            let key = error.message.as_deref().unwrap_or("form-wrong");
            let args: Vec<_> = [("min", "min"), ("max", "max")]
                .into_iter()
                .filter_map(|(name, param)| Some((name, error.params.get(param)?.to_string().into())))
                .collect();
            found.add(field.to_string(), if args.is_empty() { locale.t(key) } else { locale.tr(key, &args) });
        }
    }
    found
}
