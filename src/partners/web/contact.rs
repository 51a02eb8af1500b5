//! Writing to the secretariat: by anybody. Whoever's browser has worked for it is heard at once; the others by a letter's link, whose
//! page shows buttons, since scanners open links.

use axum::extract::State;
use serde::Deserialize;

use crate::{
    app::App,
    entity::{organisation, proposal},
    error::{Error, FieldErrors, Result},
    partners::{
        actions::contacting::{self, Outcome},
        contact::About,
        forms::{
            INITIATIVE,
            contact::{ContactForm, WaitingForm},
        },
        pages::contact::{Concerned, ContactPage, ThanksPage, WaitingPage},
        proof::Refusal,
        store::{
            self,
            contact::{self, NewMessage},
            offers,
        },
    },
    web::{Answer, Filled, Path, Posted, Query, Values, Visit, page, see_other},
};

const SENT: &str = "/contact/sent";
const ASKED: &str = "/contact/asked";

/// What the address of the form says: which Initiative somebody comes from, and what they want to write about.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Wish {
    initiative: String,
    about: String,
}

pub async fn ask(State(app): State<App>, visit: Visit, Query(wish): Query<Wish>) -> Answer {
    let usual = if wish.initiative.is_empty() { About::Question } else { About::Joining };
    let about: About = wish.about.parse().unwrap_or(usual);
    let mut values = Values::default();
    values.add(INITIATIVE.to_owned(), &wish.initiative);
    values.add("about".to_owned(), about.code());
    if let Some(actor) = &visit.actor {
        values.add("name".to_owned(), &actor.name);
        values.add("email".to_owned(), actor.email.as_str());
    }
    draw(&app, &visit, Filled::with(values)).await
}

async fn draw(app: &App, visit: &Visit, filled: Filled) -> Answer {
    let initiative = initiative(app, visit, filled.value(INITIATIVE)).await?;
    let concerned = initiative.map(|(proposal, lead)| Concerned::new(&proposal, &lead));
    let frame = visit.frame(visit.t("contact-title"), "").await;
    page(&ContactPage::new(frame, filled, contacting::challenge(app, visit.at), concerned))
}

/// The public Initiative of this name, with the organisation that leads it; none for a name that there is not.
async fn initiative(app: &App, visit: &Visit, slug: &str) -> Result<Option<(proposal::Model, organisation::Model)>> {
    if slug.is_empty() {
        return Ok(None);
    }
    match offers::initiative(app.db.read(), slug, visit.locale).await? {
        Some(found) => Ok(store::with_lead(app.db.read(), found.id).await?.map(|(_, lead)| (found, lead))),
        None => Ok(None),
    }
}

pub async fn send(State(app): State<App>, visit: Visit, posted: Posted<ContactForm>) -> Answer {
    let act = async |form: ContactForm, _: &Values| {
        let next = if form.proof.is_empty() { ASKED } else { SENT };
        // Thanked like all others, and heard by nobody.
        if form.is_of_a_machine() {
            return Ok(see_other(next));
        }
        let again = |why: Refusal| Error::Invalid(FieldErrors::one("", visit.t(sentence(why))));
        let work = match form.proof.as_str() {
            "" => None,
            proof => Some(contacting::solved(&app, proof, visit.at).map_err(again)?),
        };
        let message = message(&app, &visit, &form).await?;
        let act = app.begin(visit.who()).await?;
        match contacting::write(&act, message, work.as_ref(), &visit.address).await? {
            Outcome::Spent => Err(again(Refusal::Spent)),
            Outcome::Sent | Outcome::Waits => {
                act.commit().await?;
                Ok(see_other(next))
            }
        }
    };
    posted.then(act, async |filled| draw(&app, &visit, filled).await).await
}

async fn message(app: &App, visit: &Visit, form: &ContactForm) -> Result<NewMessage> {
    Ok(NewMessage {
        name: form.name(),
        email: form.email.parse().map_err(Error::internal)?,
        locale: visit.locale,
        about: form.about,
        body: form.message.trim().to_owned(),
        proposal: contact::concerned(app.db.read(), &form.initiative).await?,
    })
}

/// What is said to somebody whose proof does not hold: nothing is lost, and the page has another challenge.
fn sentence(why: Refusal) -> &'static str {
    match why {
        Refusal::Expired => "contact-proof-expired",
        Refusal::Unreadable | Refusal::Forged | Refusal::Wrong | Refusal::Spent => "contact-proof-refused",
    }
}

pub async fn sent(visit: Visit) -> Answer {
    page(&ThanksPage { frame: visit.frame(visit.t("contact-sent-title"), "").await, to_confirm: false })
}

pub async fn asked(visit: Visit) -> Answer {
    page(&ThanksPage { frame: visit.frame(visit.t("contact-asked-title"), "").await, to_confirm: true })
}

pub async fn show(State(app): State<App>, visit: Visit, Path(token): Path<String>) -> Answer {
    let (db, email) = (app.db.read(), contacting::proven(&app, &token)?);
    let waiting = contact::waiting(db, &email).await?;
    let initiatives = offers::initiatives(db, waiting.iter().filter_map(|row| row.proposal_id), visit.locale).await?;
    let frame = visit.frame(visit.t("contact-waiting-title"), "").await;
    page(&WaitingPage::new(frame, token, &email, (&waiting, &initiatives), visit.zone))
}

pub async fn confirm(
    State(app): State<App>,
    visit: Visit,
    Path(token): Path<String>,
    posted: Posted<WaitingForm>,
) -> Answer {
    let email = contacting::proven(&app, &token)?;
    let act = app.begin(visit.who_without_account()).await?;
    contacting::confirm(&act, &email, posted.sound()?.message).await?;
    act.commit().await?;
    visit.flash("success", visit.t("contact-confirmed")).await;
    Ok(see_other(&format!("/contact/{token}")))
}

pub async fn refuse(
    State(app): State<App>,
    visit: Visit,
    Path(token): Path<String>,
    posted: Posted<WaitingForm>,
) -> Answer {
    let email = contacting::proven(&app, &token)?;
    let act = app.begin(visit.who_without_account()).await?;
    contacting::refuse(&act, &email, posted.sound()?.message).await?;
    act.commit().await?;
    visit.flash("success", visit.t("contact-refused")).await;
    Ok(see_other(&format!("/contact/{token}")))
}
