//! The people of the stories: those of the demonstration's sign-ins, made through the same actions.

use initiatives::{
    accounts::{
        OrganisationKind, Role, StaffRole,
        actions::{NewOrganisation, NewPerson, ensure_member, ensure_organisation, ensure_person, ensure_staff},
    },
    clock::Zone,
    entity::{session, throttle, token, user},
    ids::UserId,
    words::Locale,
};

use sea_orm::{EntityTrait, PaginatorTrait};
use std::sync::atomic::{AtomicU32, Ordering};

use super::{Browser, TestApp};

/// The password of everyone in the stories.
pub const PASSWORD: &str = "initiatives-2014-demo";

/// What someone is.
enum Part {
    Member(&'static str, Role),
    Staff(StaffRole),
}

const PEOPLE: [(&str, &str, Locale, &str, Part); 10] = [
    ("official@agra.example", "Asha Verma", Locale::En, "Asia/Kolkata", Part::Member("agra", Role::Owner)),
    ("submitter@agra.example", "Ravi Gupta", Locale::En, "Asia/Kolkata", Part::Member("agra", Role::Submitter)),
    ("editor@agra.example", "Nila Rao", Locale::En, "Asia/Kolkata", Part::Member("agra", Role::Editor)),
    ("official@barcelona.example", "Marta Puig", Locale::Es, "Europe/Madrid", Part::Member("barcelona", Role::Owner)),
    ("partner@barcelona.example", "Jordi Serra", Locale::En, "Europe/Madrid", Part::Member("barcelona", Role::Editor)),
    ("reviewer1@jury.example", "Ruth Hill", Locale::En, "Europe/London", Part::Staff(StaffRole::Reviewer)),
    ("reviewer2@jury.example", "Ève Roux", Locale::Fr, "Europe/Paris", Part::Staff(StaffRole::Reviewer)),
    ("reviewer3@jury.example", "Luis Mora", Locale::Es, "America/Bogota", Part::Staff(StaffRole::Reviewer)),
    ("secretariat@metropolis.example", "Clara Soler", Locale::En, "Europe/Madrid", Part::Staff(StaffRole::Secretariat)),
    ("admin@metropolis.example", "Pau Vidal", Locale::En, "Europe/Madrid", Part::Staff(StaffRole::Administrator)),
];

impl TestApp {
    /// Makes sure that someone of the stories exists, with organisation and role; who it is.
    pub async fn person(&self, email: &str) -> UserId {
        let (email, name, locale, zone, part) =
            PEOPLE.iter().find(|person| person.0 == email).unwrap_or_else(|| panic!("{email} is in no story"));
        let password = self.hasher.hash(PASSWORD, self.ids.salt()).await.unwrap();
        let act = self.begin_as("test").await.unwrap();
        let person = NewPerson {
            email: email.parse().unwrap(),
            name: (*name).to_owned(),
            locale: *locale,
            zone: zone.parse::<Zone>().unwrap(),
        };
        let user = ensure_person(&act, &person, Some(&password)).await.unwrap();
        match part {
            Part::Staff(role) => drop(ensure_staff(&act, user, *role).await.unwrap()),
            Part::Member(slug, role) => {
                let organisation = ensure_organisation(&act, &organisation(slug)).await.unwrap();
                ensure_member(&act, user, organisation, *role).await.unwrap();
            }
        }
        act.commit().await.unwrap();
        user
    }

    /// What is kept of someone's password.
    pub async fn password_hash(&self, user: UserId) -> String {
        let row = user::Entity::find_by_id(user).one(self.db.read()).await.unwrap().unwrap();
        row.password_hash.unwrap_or_default()
    }

    /// How many sessions, links and counts are kept.
    pub async fn rows_of_accounts(&self) -> [u64; 3] {
        let db = self.db.read();
        [
            session::Entity::find().count(db).await.unwrap(),
            token::Entity::find().count(db).await.unwrap(),
            throttle::Entity::find().count(db).await.unwrap(),
        ]
    }

    /// Someone of the stories, signed in through the log-in page.
    pub async fn sign_in(&self, email: &str) -> Browser {
        self.person(email).await;
        let mut browser = self.browser();
        let page = browser.log_in(email, PASSWORD).await;
        assert_eq!(page.status, 303, "{email} could not sign in: {}", page.words());
        browser
    }
}

impl TestApp {
    /// The path of the link in the last letter to someone.
    pub async fn link_to(&self, address: &str) -> String {
        let letters = self.letters_to(address).await;
        let body = &letters.last().unwrap_or_else(|| panic!("no letter to {address}")).body_text;
        let start = body.find(&self.config.origin()).expect("a link") + self.config.origin().len();
        body[start..].split_whitespace().next().unwrap().to_owned()
    }
}

impl Browser {
    /// Sends the log-in form.
    pub async fn log_in(&mut self, email: &str, password: &str) -> super::Page {
        self.post("/login", &[("email", email), ("password", password)]).await
    }
}

/// An address that no other story of this run has.
pub fn new_address() -> String {
    static COUNT: AtomicU32 = AtomicU32::new(1);
    format!("person-{}@new.example", COUNT.fetch_add(1, Ordering::Relaxed))
}

/// Somebody whom nobody knows yet.
pub fn someone_new() -> NewPerson {
    NewPerson {
        email: new_address().parse().unwrap(),
        name: "Somebody New".to_owned(),
        locale: Locale::En,
        zone: Zone::UTC,
    }
}

fn organisation(slug: &str) -> NewOrganisation {
    let (name, country, place) = match slug {
        "agra" => ("Agra", "IN", (27_180_000, 78_010_000)),
        "barcelona" => ("Barcelona", "ES", (41_390_000, 2_170_000)),
        other => panic!("{other} is in no story"),
    };
    NewOrganisation {
        slug: slug.to_owned(),
        name: name.to_owned(),
        kind: OrganisationKind::MemberCity,
        city: name.to_owned(),
        country: country.to_owned(),
        place: Some(place),
        website: None,
        example: false,
    }
}
