//! What the matrix is asked about: a proposal under review, and everybody who is something to it.

use std::collections::BTreeMap;

use initiatives::{
    accounts::{
        self, Actor, StaffRole,
        actions::{NewPerson, ensure_person, ensure_staff},
    },
    act::{Act, Who},
    calls::{self, actions::phasing},
    clock::Zone,
    entity::{attachment, letter, message},
    error::Result,
    guidelines::{Answer, Answers},
    ids::{Reference, ThreadId, UserId},
    proposals::{
        actions::{
            discussing::{self, Saying},
            saving::{self, NewFile},
            standing::{self, Asking},
            steering::{self, Target},
        },
        conflicts::Ruling,
        eligibility::Check,
        rules::Audience,
        store::{attachments, messages},
    },
    reviews,
    words::Locale,
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use super::matrix;
use crate::{
    desk::{HOUSE, OWNER, entry},
    support::{Browser, PASSWORD, TestApp, proposals::complete_answers},
};

/// A word that stands in the applicant's name alone, and one that stands in identifying answers alone.
pub const NAMES: [&str; 2] = ["Agra", "Zanzara"];
/// What tells who applies: the name, which is the city's too; the country of the organisation, that of the proposal.
pub const APPLICANT: [&str; 3] = ["Agra", "India", "Peru"];
pub const COUNTRY: &str = "PE";
pub const IDENTIFYING: [&str; 3] = ["Zanzara", "Quorra", "zanzara"];
/// A word of the text that tells nothing.
pub const TEXT: &str = "reflective";
pub const REVIEW: &str = "Zirconium is what I think of.";
pub const COMMENT: &str = "Quartz is what I say of it.";
/// What the secretariat says among itself, and what the applicant writes to it.
pub const INTERNAL: &str = "Obsidian stays within the house.";
pub const TO_HOUSE: &str = "Malachite is what we ask you about.";
/// Who has written both.
pub const PEER: &str = "Ottilie Peer";

/// Who is what, by the names of the matrix; the official and the first of the secretariat are those of all stories.
const PEOPLE: [(&str, &[StaffRole]); 15] = [
    ("clerk", &[StaffRole::Secretariat]),
    ("house_in_conflict", &[StaffRole::Secretariat]),
    ("both", &[StaffRole::Secretariat, StaffRole::Reviewer]),
    ("both_in_conflict", &[StaffRole::Secretariat, StaffRole::Reviewer]),
    ("done", &[StaffRole::Reviewer]),
    ("open", &[StaffRole::Reviewer]),
    ("abstained", &[StaffRole::Reviewer]),
    ("dismissed", &[StaffRole::Reviewer]),
    ("jury_admin", &[StaffRole::Reviewer, StaffRole::Administrator]),
    ("unpledged", &[StaffRole::Reviewer]),
    ("declared", &[StaffRole::Reviewer]),
    ("set", &[StaffRole::Reviewer]),
    ("stranger", &[StaffRole::Reviewer]),
    ("admin", &[StaffRole::Administrator]),
    ("peer", &[StaffRole::Reviewer]),
];

pub struct Scene<'a> {
    app: &'a TestApp,
    pub reference: Reference,
    ids: BTreeMap<&'static str, UserId>,
    /// The conversations: of the secretariat, among reviewers, with the applicant.
    talk: Vec<ThreadId>,
}

impl<'a> Scene<'a> {
    pub async fn set(app: &'a TestApp) -> Self {
        let reference = proposal(app).await;
        let mut ids = BTreeMap::new();
        for (who, roles) in PEOPLE {
            ids.insert(who, person(app, who, roles).await);
        }
        ids.insert("house", app.person(HOUSE).await);
        ids.insert("official", app.person(OWNER).await);
        let scene = Self { app, reference, ids, talk: Vec::new() };
        scene.assign().await;
        scene.speak().await;
        let talk = scene.talk().await;
        scene.rule().await;
        Self { talk, ..scene }
    }

    /// Gives it to all who review it, and has those promise who do.
    async fn assign(&self) {
        const ASSIGNED: [&str; 11] = [
            "both",
            "both_in_conflict",
            "done",
            "open",
            "abstained",
            "dismissed",
            "jury_admin",
            "unpledged",
            "declared",
            "set",
            "peer",
        ];
        for who in ASSIGNED {
            let reviewer = self.ids[who];
            self.act("house", async |act, actor| {
                standing::assign(act, actor, &self.reference, reviewer, Asking::default()).await.map(|_| ())
            })
            .await;
            if who != "unpledged" {
                let call = self.app.call().await;
                self.act(who, async |act, actor| standing::pledge(act, actor, call).await).await;
            }
        }
    }

    /// What reviewers have written.
    async fn speak(&self) {
        for (who, word) in [("peer", REVIEW), ("done", "My own word.")] {
            let entry = entry([4; 6], word);
            self.act(who, async |act, actor| {
                reviews::actions::submit(act, actor, &self.reference, 0, &entry, &reviews::actions::Judged::default())
                    .await
                    .map(|_| ())
            })
            .await;
        }
        self.act("abstained", async |act, actor| {
            standing::abstain(act, actor, &self.reference, "I know too little.").await
        })
        .await;
    }

    /// What is said about it, to each audience. Everybody follows all of it, as if they might.
    async fn talk(&self) -> Vec<ThreadId> {
        let mut talk = Vec::new();
        for (who, audience, word) in [
            ("clerk", Audience::Internal, INTERNAL),
            ("peer", Audience::Reviewers, COMMENT),
            ("official", Audience::Applicant, TO_HOUSE),
        ] {
            let said = self.act(who, async |act, actor| {
                let files = vec![roof(audience)];
                let saying = Saying { body: word, files, ..Saying::default() };
                discussing::begin(act, actor, &self.reference, (audience, ""), saying).await
            });
            talk.push(said.await);
        }
        let everybody: Vec<UserId> = self.ids.values().copied().collect();
        self.act("clerk", async |act, _| {
            for (thread, person) in talk.iter().flat_map(|thread| everybody.iter().map(move |id| (*thread, *id))) {
                messages::follow(act, thread, person, true).await?;
            }
            Ok(())
        })
        .await;
        talk
    }

    /// Who has an interest, and who has none.
    async fn rule(&self) {
        self.act("declared", async |act, actor| {
            standing::declare_conflict(act, actor, &self.reference, "My brother works there.").await
        })
        .await;
        for (who, ruling) in [
            ("set", Ruling::Set),
            ("house_in_conflict", Ruling::Set),
            ("both_in_conflict", Ruling::Set),
            ("dismissed", Ruling::Dismissed),
        ] {
            let person = self.ids[who];
            self.act("house", async |act, actor| {
                standing::rule(act, actor, &self.reference, person, ruling, "Looked at.").await
            })
            .await;
        }
    }

    async fn act<T>(&self, who: &str, verb: impl AsyncFnOnce(&Act, &Actor) -> Result<T>) -> T {
        let actor = accounts::store::actor(self.app.db.read(), self.ids[who]).await.unwrap().unwrap();
        let act = self.app.begin(Who { by: actor.by(), at: self.app.now(), may_act: true }).await.unwrap();
        let done = verb(&act, &actor).await.unwrap_or_else(|error| panic!("{who}: {error:?}"));
        act.commit().await.unwrap();
        done
    }

    /// Everybody's browser.
    pub async fn sign_in(&self) -> BTreeMap<&'static str, Browser> {
        let mut browsers = BTreeMap::new();
        for who in self.ids.keys().filter(|who| !matches!(**who, "peer" | "clerk")) {
            let mut browser = self.app.browser();
            assert_eq!(browser.log_in(&self.address(who), PASSWORD).await.status, 303, "{who}");
            browsers.insert(*who, browser);
        }
        browsers
    }

    pub fn address(&self, who: &str) -> String {
        match who {
            "house" => HOUSE.to_owned(),
            "official" => OWNER.to_owned(),
            other => address(other),
        }
    }

    /// Puts the call into the phase of a setting.
    pub async fn enter(&self, setting: &str) {
        let id = self.app.call().await;
        let seen = calls::by_id(self.app.db.read(), id).await.unwrap().unwrap().version;
        let phases = matrix::phases(setting, self.app.now()).unwrap_or_default();
        self.act("house", async |act, _| phasing::set(act, id, seen, &phases).await).await;
    }

    /// Something new is said to each audience, a moment later. Whoever follows is told of it, if they may know.
    pub async fn notify(&self) {
        self.app.clock.advance(std::time::Duration::from_secs(1));
        for (thread, (who, word)) in
            self.talk.iter().zip([("clerk", INTERNAL), ("peer", COMMENT), ("official", TO_HOUSE)])
        {
            // In some phases the reviewers do not write; then somebody of the secretariat does, who knows what they said.
            let who = if who == "peer" { "clerk" } else { who };
            self.act(who, async |act, actor| {
                discussing::reply(act, actor, &self.reference, *thread, Saying::plain(word)).await.map(|_| ())
            })
            .await;
        }
    }

    /// How many letters of a kind about it somebody has got.
    pub async fn letters(&self, who: &str, kind: &str) -> usize {
        let letters = self.app.letters_to(&self.address(who)).await;
        letters.iter().filter(|letter| letter.proposal_id.is_some() && letter.kind == kind).count()
    }

    /// The address of the file that came with the first message to an audience.
    pub async fn said(&self, place: usize) -> String {
        let find = message::Entity::find().filter(message::Column::ThreadId.eq(self.talk[place]));
        let first = find.order_by_asc(message::Column::Id).one(self.app.db.read()).await.unwrap().unwrap();
        let find = attachment::Entity::find().filter(attachment::Column::MessageId.eq(first.id));
        let file = find.one(self.app.db.read()).await.unwrap().unwrap();
        format!("/proposals/{}/messages/{}/files/{}", self.reference, first.id, file.id)
    }

    /// The address of the last letter about it in the log.
    pub async fn last_letter(&self) -> String {
        let find = letter::Entity::find().filter(letter::Column::ProposalId.is_not_null());
        let last = find.order_by_desc(letter::Column::Id).one(self.app.db.read()).await.unwrap().unwrap();
        format!("/admin/mail/{}", last.id)
    }

    /// The address of the file in a field.
    pub async fn file(&self, field: &str) -> String {
        let find = attachment::Entity::find().filter(attachment::Column::Field.eq(field));
        let row = find.one(self.app.db.read()).await.unwrap().unwrap();
        format!("/proposals/{}/files/{}", self.reference, row.id)
    }
}

fn address(who: &str) -> String {
    format!("{}@jury.example", who.replace('_', "-"))
}

async fn person(app: &TestApp, who: &str, roles: &[StaffRole]) -> UserId {
    let password = app.hasher.hash(PASSWORD, app.ids.salt()).await.unwrap();
    let name = if who == "peer" { PEER.to_owned() } else { format!("Person {who}") };
    let person = NewPerson { email: address(who).parse().unwrap(), name, locale: Locale::En, zone: Zone::UTC };
    let act = app.begin_as("test").await.unwrap();
    let id = ensure_person(&act, &person, Some(&password)).await.unwrap();
    for role in roles {
        ensure_staff(&act, id, *role).await.unwrap();
    }
    act.commit().await.unwrap();
    id
}

/// A proposal of Agra under review, whose identifying answers tell of Zanzara in Peru.
async fn proposal(app: &TestApp) -> Reference {
    let reference = app.draft().await;
    let definition = app.definition().await;
    let mut answers = complete_answers(&definition);
    let person = serde_json::json!({ "name": "Quorra Zed", "post": "Mayor", "email": "mayor@zanzara.example" });
    let manager = serde_json::json!({
        "name": "Quorra Zed", "post": "Manager", "email": "mayor@zanzara.example", "phone": "+51 7 5550 0142"
    });
    let telling = serde_json::json!({
        "lead_city": "Zanzara",
        "lead_country": COUNTRY,
        "lead_organisation": "Zanzara Council",
        "endorser": person,
        "manager": manager,
        "signatory": { "name": "Quorra Zed", "post": "Mayor", "date": "2014-03-28" },
    });
    let telling: Answers = definition.answers_from_plain(telling.as_object().unwrap()).unwrap();
    for field in definition.sections.iter().flat_map(|section| &section.fields).filter(|field| field.identifying) {
        if let Some(answer) = telling.get(field.key.as_str()) {
            let answer: Answer = answer.clone();
            answers.set(field.key.clone(), Some(answer));
        }
    }
    let files = [
        file("endorsement_letter", "ab", ("letter.pdf", "application/pdf"), None),
        file("images", "cd", ("roof.png", "image/png"), Some((40, 30))),
    ];
    for file in &files {
        let place = app.files.folder().unwrap().join("sha256").join(&file.sha256[..2]);
        std::fs::create_dir_all(&place).unwrap();
        std::fs::write(place.join(&file.sha256), "the bytes of a file").unwrap();
    }
    app.act(OWNER, async |act, actor| saving::set(act, actor, &reference, answers, &files).await).await.unwrap();
    app.submit(&reference).await;
    app.act(HOUSE, async |act, actor| {
        standing::check_eligibility(act, actor, &reference, Check::first(true, "")).await?;
        let seen = app.seen_within(act, &reference).await;
        steering::start_review(act, actor, Target { reference: &reference, seen }).await
    })
    .await
    .unwrap();
    reference
}

/// A file of a message, whose bytes lie there already.
fn roof(audience: Audience) -> attachments::New {
    attachments::New {
        name: format!("{}.png", audience.code()),
        media_type: "image/png".to_owned(),
        size: 19,
        sha256: "cd".repeat(32),
    }
}

fn file(field: &str, byte: &str, (name, media_type): (&str, &str), pixels: Option<(u32, u32)>) -> NewFile {
    NewFile {
        field: field.to_owned(),
        sha256: byte.repeat(32),
        name: name.to_owned(),
        size: 19,
        media_type: media_type.to_owned(),
        pixels,
        alt: if pixels.is_some() { "A roof".to_owned() } else { String::new() },
        replaces: None,
    }
}
