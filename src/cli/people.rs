//! `user add`: someone gets a part, and an invitation to an account.

use clap::Args;

use super::{Failure, Outcome, log, start};
use crate::{
    accounts::{
        self, Role, StaffRole,
        actions::{NewPerson, Place, ensure_invited},
    },
    app::App,
    clock::Zone,
    config::Config,
    error::Error,
    mail::Email,
    words::Locale,
};

/// Whom to invite, to what.
#[derive(Debug, Args)]
pub struct NewUser {
    /// The address that the invitation goes to
    #[arg(long, value_parser = address)]
    email: Email,
    /// The person's name
    #[arg(long)]
    name: String,
    /// owner, submitter or editor of an organisation; else reviewer, secretariat or administrator
    #[arg(long, value_parser = part, default_value = "administrator")]
    role: Part,
    /// The organisation's short name, as in the address of its page
    #[arg(long, value_name = "SLUG")]
    organisation: Option<String>,
    /// en, fr or es
    #[arg(long, default_value = "en", value_parser = language)]
    language: Locale,
    /// A time zone by its IANA name
    #[arg(long, default_value = "Europe/Madrid", value_parser = zone)]
    zone: Zone,
}

#[derive(Clone, Copy, Debug)]
enum Part {
    Member(Role),
    Staff(StaffRole),
}

fn address(text: &str) -> Result<Email, String> {
    text.parse().map_err(|_| "no email address".to_owned())
}

fn part(text: &str) -> Result<Part, String> {
    let member = text.parse().map(Part::Member);
    member.or_else(|_| text.parse().map(Part::Staff)).map_err(|_| {
        let all = Role::ALL.iter().map(|role| role.code()).chain(StaffRole::ALL.iter().map(|role| role.code()));
        format!("expected one of {}", all.collect::<Vec<_>>().join(", "))
    })
}

fn language(text: &str) -> Result<Locale, String> {
    text.parse().map_err(|_| "expected en, fr or es".to_owned())
}

fn zone(text: &str) -> Result<Zone, String> {
    text.parse().map_err(|_| "no time zone of the IANA database".to_owned())
}

/// Adds the person if the address is new, gives the part, and posts the letter that says so.
pub async fn add(new: NewUser) -> Outcome {
    let config = Config::load()?;
    log::start(&config)?;
    let app = start::app(config).await?;
    let place = place(&app, &new).await?;
    let person = NewPerson { email: new.email.clone(), name: new.name.clone(), locale: new.language, zone: new.zone };
    let act = app.begin_as("cli").await?;
    ensure_invited(&act, &person, place).await.map_err(|error| match error {
        Error::Refused(reason) => Failure::Failed(format!("{}: {}", new.email, Locale::En.t(reason))),
        other => other.into(),
    })?;
    act.commit().await?;
    println!("{} is invited: the letter leaves as soon as `serve` or `worker` runs.", new.email);
    Ok(())
}

async fn place(app: &App, new: &NewUser) -> Result<Place, Failure> {
    match (new.role, new.organisation.as_deref()) {
        (Part::Staff(role), None) => Ok(Place::Staff(role)),
        (Part::Staff(role), Some(_)) => {
            Err(Failure::Asked(format!("--organisation: {} is a role of the staff", role.code())))
        }
        (Part::Member(role), None) => {
            Err(Failure::Asked(format!("--organisation is missing: {} of which one?", role.code())))
        }
        (Part::Member(role), Some(slug)) => {
            let known = accounts::store::organisations::by_slug(app.db.read(), slug).await?;
            let known = known.ok_or_else(|| Failure::Asked(format!("--organisation: there is none called {slug}")))?;
            Ok(Place::Member(known.id, role))
        }
    }
}
