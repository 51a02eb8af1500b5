//! The call, its cities and their drafts, made through the service's own actions.

use std::{sync::Arc, time::Duration};

use futures::{StreamExt, stream};
use initiatives::{
    accounts::{
        self, Actor, OrganisationKind, Role,
        actions::{NewOrganisation, NewPerson, ensure_member, ensure_organisation, ensure_person},
    },
    act::{Act, Who},
    app::App,
    calls::{self, Admits, Terms, Window, actions::Past},
    clock::{Moment, Zone},
    entity::call,
    error::Result,
    guidelines::{Answers, Definition, definition, keep},
    ids::{CallId, Reference, UserId},
    proposals::actions::{
        drafting,
        saving::{self, NewFile},
    },
    words::{Locale, Trilingual},
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set};

use crate::{client::Visitor, service::Service};

pub const PASSWORD: &str = "initiatives-2014-demo";

/// A city's official, with what the city has begun to write.
pub struct City {
    pub email: String,
    pub actor: Actor,
    pub drafts: Vec<Reference>,
}

/// An open call for many cities, each with so many drafts that lack nothing.
pub struct Stage {
    pub call: CallId,
    pub cities: Vec<City>,
}

impl Stage {
    pub async fn set(app: &App, cities: usize, drafts: usize) -> Self {
        let call = open_call(app).await;
        let definition = definition_of(app, call).await;
        let mut stage = Self { call, cities: Vec::new() };
        for n in 0..cities {
            let mut city = city(app, n).await;
            for _ in 0..drafts {
                let reference = draft(app, &city.actor, call, &definition).await;
                city.drafts.push(reference);
            }
            stage.cities.push(city);
        }
        stage
    }

    /// All officials, logged in.
    pub async fn log_in(&self, service: &Service) -> Vec<Visitor> {
        let entering = self.cities.iter().map(|city| Visitor::log_in(&service.origin, &city.email, PASSWORD));
        stream::iter(entering).buffered(4).collect().await
    }

    /// Moves the deadline of the call, without telling anybody.
    pub async fn closes(&self, app: &App, at: Moment) {
        let moved = call::ActiveModel { id: Set(self.call), closes_at: Set(at), ..Default::default() };
        moved.update(app.db.write()).await.unwrap();
    }
}

async fn definition_of(app: &App, id: CallId) -> Arc<Definition> {
    let call = calls::by_id(app.db.read(), id).await.unwrap().unwrap();
    definition(app.db.read(), call.guidelines_id).await.unwrap()
}

async fn open_call(app: &App) -> CallId {
    let act = app.begin_as("bench").await.unwrap();
    let guidelines = keep(&act, include_str!("../seeds/guidelines/2014.toml"), "2014.toml").await.unwrap();
    let text = |text: &str| Trilingual { en: text.to_owned(), fr: text.to_owned(), es: text.to_owned() };
    let (opens, closes) = (act.at - Duration::from_secs(3_600), act.at + Duration::from_secs(3_600));
    let terms = Terms {
        slug: "2014".parse().unwrap(),
        year: 2014,
        guidelines,
        period: "2015-2017".parse().unwrap(),
        title: text("Metropolis Initiatives 2014"),
        summary: text("Propose an Initiative."),
        body: text("Propose an Initiative."),
        note: None,
        zone: "Europe/Madrid".parse().unwrap(),
        window: Window::new(opens, closes, Duration::ZERO).unwrap(),
        admits: Admits::new(true, false).unwrap(),
        example: false,
    };
    let call = calls::actions::ensure(&act, &terms, Past::default()).await.unwrap();
    act.commit().await.unwrap();
    call
}

async fn city(app: &App, n: usize) -> City {
    let email = format!("official@city-{n}.example");
    let password = app.hasher.hash(PASSWORD, app.ids.salt()).await.unwrap();
    let act = app.begin_as("bench").await.unwrap();
    let city = NewOrganisation {
        slug: format!("city-{n}"),
        name: format!("City {n}"),
        kind: OrganisationKind::MemberCity,
        city: format!("City {n}"),
        country: "IN".to_owned(),
        place: Some((27_180_000, 78_010_000)),
        website: None,
        example: false,
    };
    let organisation = ensure_organisation(&act, &city).await.unwrap();
    let person =
        NewPerson { email: email.parse().unwrap(), name: format!("Official {n}"), locale: Locale::En, zone: Zone::UTC };
    let user = ensure_person(&act, &person, Some(&password)).await.unwrap();
    ensure_member(&act, user, organisation, Role::Owner).await.unwrap();
    act.commit().await.unwrap();
    City { email, actor: actor(app, user).await, drafts: Vec::new() }
}

async fn actor(app: &App, user: UserId) -> Actor {
    accounts::store::actor(app.db.read(), user).await.unwrap().unwrap()
}

/// Does something as someone, now.
pub async fn act<T>(app: &App, actor: &Actor, verb: impl AsyncFnOnce(&Act) -> Result<T>) -> T {
    let act = app.begin(Who { by: actor.by(), at: app.now(), may_act: true }).await.unwrap();
    let done = verb(&act).await.unwrap();
    act.commit().await.unwrap();
    done
}

async fn draft(app: &App, actor: &Actor, call: CallId, definition: &Definition) -> Reference {
    let organisation = actor.memberships[0].organisation;
    act(app, actor, async |act| {
        let reference = drafting::create(act, actor, call, organisation).await?;
        saving::set(act, actor, &reference, complete_answers(definition), &[letter()]).await?;
        Ok(reference)
    })
    .await
}

/// The answers of an example, complete but for the letter of support.
fn complete_answers(definition: &Definition) -> Answers {
    let seed: toml::Table = toml::from_str(include_str!("../seeds/demo/proposals/05-cool-roofs.toml")).unwrap();
    let mut values = serde_json::to_value(&seed["answers"]).unwrap();
    let values = values.as_object_mut().unwrap();
    values.remove("endorsement_letter");
    definition.answers_from_plain(values).unwrap()
}

/// A letter of support, as if its bytes lay in the file store.
fn letter() -> NewFile {
    NewFile {
        field: "endorsement_letter".to_owned(),
        sha256: "ab".repeat(32),
        name: "letter.pdf".to_owned(),
        size: 1_000,
        media_type: "application/pdf".to_owned(),
        pixels: None,
        alt: String::new(),
        replaces: None,
    }
}
