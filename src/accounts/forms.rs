//! What is typed into the forms of accounts.

use std::collections::BTreeMap;

use serde::Deserialize;
use validator::{Validate, ValidationError};

use crate::{
    accounts::{
        contacts::Contact,
        passwords::objection,
        policy::{OrganisationKind, Role, StaffRole},
    },
    clock::Zone,
    error::{Error, FieldErrors},
    ids::UserId,
    mail::{
        Email,
        rhythm::{Notice, Wanted},
    },
    places::{Country, Point},
    web::Values,
    words::Locale,
};

/// How somebody wants notices, as their page sends it. What there is not counts as not said.
pub fn notices(values: &Values) -> BTreeMap<Notice, Wanted> {
    let chosen = |notice: &Notice| Some((*notice, values.get(notice.code())?.parse().ok()?));
    Notice::ALL.iter().filter_map(chosen).collect()
}

/// Logging in.
#[derive(Debug, Deserialize, Validate)]
pub struct LogIn {
    #[validate(length(min = 1, message = "login-email-missing"))]
    pub email: String,
    #[validate(length(min = 1, message = "login-password-missing"))]
    pub password: String,
    /// Where to go then.
    #[serde(default)]
    pub next: String,
    /// What was posted after the session had ended, sealed.
    #[serde(default)]
    pub returning: String,
    /// The only account that may enter: whose page it is that asks, in place.
    #[serde(default)]
    pub account: Option<UserId>,
}

/// Asking for a new password.
#[derive(Debug, Deserialize, Validate)]
pub struct AskReset {
    #[validate(custom(function = "is_email", message = "form-email-wrong"))]
    pub email: String,
}

/// A new password, by a link.
#[derive(Debug, Deserialize, Validate)]
pub struct NewPassword {
    pub password: String,
}

/// A new password, by who knows the old one.
#[derive(Debug, Deserialize, Validate)]
pub struct ChangePassword {
    #[validate(length(min = 1, message = "accounts-current-missing"))]
    pub current: String,
    pub password: String,
}

/// What someone says of themselves.
#[derive(Debug, Deserialize, Validate)]
pub struct ProfileForm {
    #[validate(
        custom(function = "is_said", message = "accounts-name-missing"),
        length(max = 120, message = "form-too-long")
    )]
    pub name: String,
    #[validate(custom(function = "is_locale", message = "form-choice-wrong"))]
    pub locale: String,
    #[validate(custom(function = "is_zone", message = "accounts-zone-wrong"))]
    pub zone: String,
}

/// Accepting an invitation.
#[derive(Debug, Deserialize, Validate)]
pub struct Accept {
    #[validate(
        custom(function = "is_said", message = "accounts-name-missing"),
        length(max = 120, message = "form-too-long")
    )]
    pub name: String,
    pub password: String,
    #[validate(custom(function = "is_locale", message = "form-choice-wrong"))]
    pub locale: String,
    #[validate(custom(function = "is_zone", message = "accounts-zone-wrong"))]
    pub zone: String,
}

/// Inviting someone: into an organisation, or as one of the staff.
#[derive(Debug, Deserialize, Validate)]
pub struct Invite {
    #[validate(custom(function = "is_email", message = "form-email-wrong"))]
    pub email: String,
    #[validate(
        custom(function = "is_said", message = "accounts-invite-name-missing"),
        length(max = 120, message = "form-too-long")
    )]
    pub name: String,
    #[validate(custom(function = "is_locale", message = "form-choice-wrong"))]
    pub locale: String,
    /// The code of a role: in the organisation, or of the staff.
    #[serde(default)]
    #[validate(length(min = 1, message = "accounts-invite-role-missing"))]
    pub role: String,
}

/// What an organisation is.
#[derive(Debug, Deserialize, Validate)]
pub struct OrganisationForm {
    #[validate(
        custom(function = "is_said", message = "accounts-organisation-name-missing"),
        length(max = 160, message = "form-too-long")
    )]
    pub name: String,
    #[validate(custom(function = "is_kind", message = "accounts-organisation-kind-missing"))]
    pub kind: String,
    #[validate(
        custom(function = "is_said", message = "accounts-organisation-city-missing"),
        length(max = 80, message = "form-too-long")
    )]
    pub city: String,
    #[validate(custom(function = "is_country", message = "accounts-organisation-country-missing"))]
    pub country: String,
    #[serde(default)]
    pub lat: String,
    #[serde(default)]
    pub lon: String,
    #[serde(default)]
    #[validate(
        custom(function = "is_website_or_nothing", message = "accounts-website-wrong"),
        length(max = 300, message = "form-too-long")
    )]
    pub website: String,
    /// The version that was shown; none of a new one.
    #[serde(default)]
    pub version: i32,
}

impl ProfileForm {
    pub fn zone(&self) -> Zone {
        zone(&self.zone)
    }
}

impl Accept {
    pub fn zone(&self) -> Zone {
        zone(&self.zone)
    }
}

impl Invite {
    pub fn email(&self) -> Result<Email, Error> {
        self.email.parse().map_err(Error::internal)
    }
}

impl OrganisationForm {
    /// The place on the map, if one was typed: both coordinates, or none.
    pub fn place(&self, locale: Locale) -> Result<Option<Point>, FieldErrors> {
        if self.lat.trim().is_empty() && self.lon.trim().is_empty() {
            return Ok(None);
        }
        let point = Point::parse(&self.lat, &self.lon);
        point.map(Some).ok_or_else(|| FieldErrors::one("lat", locale.t("accounts-place-wrong")))
    }

    pub fn website(&self) -> Option<String> {
        let typed = self.website.trim();
        (!typed.is_empty()).then(|| typed.to_owned())
    }
}

/// Refuses a password that is too short, too common, or its owner's own name.
pub fn sound_password(password: &str, own: &[&str], locale: Locale) -> Result<(), FieldErrors> {
    let key = if password.is_empty() { Some("accounts-password-missing") } else { objection(password, own) };
    key.map_or(Ok(()), |key| Err(FieldErrors::one("password", locale.t(key))))
}

/// Where a visitor asks to be sent, if it is a page of ours. Browsers read `//` and `/\` as another site's address.
pub fn local_path(typed: &str) -> Option<&str> {
    let mut chars = typed.chars();
    let ours = chars.next() == Some('/') && !matches!(chars.next(), Some('/' | '\\'));
    (ours && !typed.chars().any(|c| c.is_control() || c == '\\')).then_some(typed)
}

fn zone(typed: &str) -> Zone {
    typed.trim().parse().unwrap_or(Zone::UTC)
}

fn check(holds: bool) -> Result<(), ValidationError> {
    if holds { Ok(()) } else { Err(ValidationError::new("wrong")) }
}

fn is_said(typed: &str) -> Result<(), ValidationError> {
    check(!typed.trim().is_empty())
}

fn is_email(typed: &str) -> Result<(), ValidationError> {
    check(typed.parse::<Email>().is_ok())
}

fn is_locale(typed: &str) -> Result<(), ValidationError> {
    check(Locale::ALL.iter().any(|locale| locale.tag() == typed))
}

fn is_zone(typed: &str) -> Result<(), ValidationError> {
    check(typed.trim().parse::<Zone>().is_ok())
}

fn is_kind(typed: &str) -> Result<(), ValidationError> {
    check(typed.parse::<OrganisationKind>().is_ok())
}

fn is_country(typed: &str) -> Result<(), ValidationError> {
    check(Country::from_code(typed).is_some())
}

fn is_website_or_nothing(typed: &str) -> Result<(), ValidationError> {
    let typed = typed.trim();
    let is_address = |url: url::Url| matches!(url.scheme(), "http" | "https") && url.host_str().is_some();
    check(typed.is_empty() || typed.parse().is_ok_and(is_address))
}

/// The role of an official that was chosen.
pub fn official_role(typed: &str, locale: Locale) -> Result<Role, Error> {
    typed.parse().map_err(|_| no_such_role(locale))
}

/// The role of the staff that was chosen.
pub fn staff_role(typed: &str, locale: Locale) -> Result<StaffRole, Error> {
    typed.parse().map_err(|_| no_such_role(locale))
}

/// What may be wrong with the person, and not with the form: told beside the address.
pub fn beside_email(error: Error, locale: Locale) -> Error {
    match error {
        Error::Refused(reason) => Error::Invalid(FieldErrors::one("email", locale.t(reason))),
        other => other,
    }
}

fn no_such_role(locale: Locale) -> Error {
    Error::Invalid(FieldErrors::one("role", locale.t("accounts-invite-role-missing")))
}

/// What an organisation says of itself, and whom it names in its proposals.
#[derive(Debug, Deserialize, Validate)]
pub struct CityForm {
    #[validate(
        custom(function = "is_said", message = "accounts-organisation-name-missing"),
        length(max = 160, message = "form-too-long")
    )]
    pub name: String,
    #[validate(
        custom(function = "is_said", message = "accounts-organisation-city-missing"),
        length(max = 80, message = "form-too-long")
    )]
    pub city: String,
    #[validate(custom(function = "is_country", message = "accounts-organisation-country-missing"))]
    pub country: String,
    #[serde(default)]
    pub lat: String,
    #[serde(default)]
    pub lon: String,
    #[serde(default)]
    #[validate(
        custom(function = "is_website_or_nothing", message = "accounts-website-wrong"),
        length(max = 300, message = "form-too-long")
    )]
    pub website: String,
    pub version: i32,
    #[serde(default)]
    #[validate(length(max = 120, message = "form-too-long"))]
    pub endorser_name: String,
    #[serde(default)]
    #[validate(length(max = 120, message = "form-too-long"))]
    pub endorser_post: String,
    #[serde(default)]
    #[validate(custom(function = "is_email_or_nothing", message = "form-email-wrong"))]
    pub endorser_email: String,
    #[serde(default)]
    #[validate(length(max = 120, message = "form-too-long"))]
    pub manager_name: String,
    #[serde(default)]
    #[validate(length(max = 120, message = "form-too-long"))]
    pub manager_post: String,
    #[serde(default)]
    #[validate(custom(function = "is_email_or_nothing", message = "form-email-wrong"))]
    pub manager_email: String,
    #[serde(default)]
    #[validate(length(max = 40, message = "form-too-long"))]
    pub manager_phone: String,
}

impl CityForm {
    /// What it says of the organisation, whose kind is not its own to say.
    pub fn organisation(&self, kind: OrganisationKind) -> OrganisationForm {
        OrganisationForm {
            name: self.name.clone(),
            kind: kind.code().to_owned(),
            city: self.city.clone(),
            country: self.country.clone(),
            lat: self.lat.clone(),
            lon: self.lon.clone(),
            website: self.website.clone(),
            version: self.version,
        }
    }

    pub fn endorser(&self) -> Contact {
        Contact::of(&self.endorser_name, &self.endorser_post, &self.endorser_email, "")
    }

    pub fn manager(&self) -> Contact {
        Contact::of(&self.manager_name, &self.manager_post, &self.manager_email, &self.manager_phone)
    }
}

fn is_email_or_nothing(typed: &str) -> Result<(), ValidationError> {
    if typed.trim().is_empty() { Ok(()) } else { is_email(typed.trim()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_pages_of_ours_are_gone_to() {
        for ours in ["/", "/proposals?state=draft", "/desk/proposals/MI-2014-1#reviews"] {
            assert_eq!(local_path(ours), Some(ours));
        }
        for other in
            ["", "https://evil.example", "//evil.example", "/\\evil.example", "/\t/evil.example", "javascript:x"]
        {
            assert_eq!(local_path(other), None, "{other}");
        }
    }

    #[test]
    fn a_website_is_an_address_of_the_web() {
        for fine in ["", " https://www.amb.cat ", "http://agra.example/path"] {
            assert!(is_website_or_nothing(fine).is_ok(), "{fine}");
        }
        for wrong in ["www.amb.cat", "javascript:alert(1)", "ftp://agra.example", "https://"] {
            assert!(is_website_or_nothing(wrong).is_err(), "{wrong}");
        }
    }
}
