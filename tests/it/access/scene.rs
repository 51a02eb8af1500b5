//! What the matrix is asked about: a proposal in a state, and whatever else an address names.

use initiatives::{
    accounts::{
        StaffRole,
        actions::{Place, disable, ensure_invited, ensure_person},
    },
    calls::{self, actions::answering},
    entity::{attachment, eligibility, late_attempt, letter, message, note, organisation, session},
    guidelines,
    ids::{AnnouncementId, AttachmentId, CallAnswerId, ProposalId, Reference},
    mail::LetterState,
    proposals::{
        self,
        actions::{
            discussing::{self, Saying},
            noting, publishing, steering,
        },
        decided, letter_texts, publishing_orders,
        rules::{Audience, Outcome},
        store::attachments,
    },
    words::Locale,
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, sea_query::Expr};

use super::{
    contact,
    links::{invitation, member, reset},
    matrix::Line,
    publications,
    states::{approved, late, returned, running, shared_draft, submitted, under_review, withdrawn},
    subscribers,
    workplace::{tag, view},
};
use crate::{
    answers::answered,
    letters_posted::does,
    proposals::verbs::decision,
    support::{TestApp, new_address, someone_new},
};

pub const OWNER: &str = "official@agra.example";
pub const HOUSE: &str = "secretariat@metropolis.example";
pub const REVIEWER: &str = "reviewer1@jury.example";
pub const PARTNER: &str = "partner@barcelona.example";
const STRANGER: &str = "reviewer2@jury.example";

/// A proposal of Agra, assigned to the first reviewer as soon as it is in.
pub struct Scene {
    reference: Reference,
    /// The proof of a partner whom it names.
    partner: String,
}

/// A line, ready to be asked.
pub struct Filled {
    pub address: String,
    pub body: String,
}

impl Scene {
    pub async fn set(app: &TestApp, state: &str) -> Self {
        let reference = match state {
            "draft" => shared_draft(app).await,
            "submitted" => submitted(app).await,
            "under_review" => under_review(app).await,
            "returned" => returned(app).await,
            "approved" => approved(app).await,
            "running" => running(app).await,
            "withdrawn" => withdrawn(app).await,
            "late" => late(app).await,
            other => panic!("the matrix speaks of a state {other} that no scene has"),
        };
        Self { partner: partner(app, &reference).await, reference }
    }

    /// Fills in what the line names.
    pub async fn fill(&self, app: &TestApp, line: &Line) -> Filled {
        if line.route.contains("/decision/letters") {
            self.prepare(app).await;
        }
        let mut address = String::new();
        for part in line.route.split_inclusive('}') {
            let Some((before, name)) = part.split_once('{') else {
                address.push_str(part);
                continue;
            };
            address.push_str(before);
            address.push_str(&self.named(app, line, name.trim_end_matches('}')).await);
        }
        let mut body = publications::filled(app, contact::filled(app, line).await).await;
        for name in [
            "version",
            "edition",
            "call",
            "agra",
            "organisation_version",
            "stranger",
            "new_email",
            "checked",
            "attempt",
            "member",
            "announcement",
            "tag",
            "pick",
            "seen",
        ] {
            let written = format!("{{{name}}}");
            if body.contains(&written) {
                body = body.replace(&written, &self.posted(app, name).await);
            }
        }
        Filled { address, body }
    }

    /// What stands in an address for `name`.
    async fn named(&self, app: &TestApp, line: &Line, name: &str) -> String {
        let route = line.route.as_str();
        match name {
            "reference" => self.reference.to_string(),
            "section" => "identity".to_owned(),
            "step" => "review".to_owned(),
            "field" => "title".to_owned(),
            "file" => "scores.csv".to_owned(),
            "number" => "1".to_owned(),
            "person" if route.contains("/decision/letters") => app.person(OWNER).await.to_string(),
            "kind" => "approved".to_owned(),
            "id" if route.contains("/decisions/orders/") => self.order(app).await,
            "person" => app.person("official@barcelona.example").await.to_string(),
            "reviewer" => app.person(REVIEWER).await.to_string(),
            "role" => "reviewer".to_owned(),
            "token" if route.starts_with("/subscriptions") => subscribers::proof(app).await,
            "token" if route.starts_with("/contact") => contact::proof(app),
            "token" => self.partner.clone(),
            "hash" if route.starts_with("/receipts") => self.receipt(app).await,
            "hash" => "any".to_owned(),
            "*path" => "icons/favicon.svg".to_owned(),
            "attachment" if route.contains("/messages/") => self.said(app).await.1.to_string(),
            "attachment" => self.attachment(app).await,
            "thread" => self.said(app).await.0.thread_id.to_string(),
            "message" if route.ends_with("/undoing") || route.ends_with("/removal") => self.held(app, route).await,
            "message" => self.said(app).await.0.id.to_string(),
            "code" if route.contains("/cities/") => "au-kestrel-bay".to_owned(),
            "code" => "sustainability".to_owned(),
            "slug" if route.starts_with("/initiatives") => self.slug(app).await,
            "slug" if route.contains("/publications/") => publications::publication(app).await.slug,
            "slug" if route.contains("/organisations/") => "agra".to_owned(),
            "member" => member(app).await,
            "note" => self.note(app).await,
            "slug" if route.starts_with("/guidelines") => self.guidelines(app).await,
            "slug" => "2014".to_owned(),
            "secret" if route.starts_with("/invitations") => invitation(app).await,
            "secret" => reset(app).await,
            "id" if route.starts_with("/initiatives") => self.attachment(app).await,
            "id" if route.starts_with("/publications") => publications::file(app).await.id.to_string(),
            "id" if route.starts_with("/desk/subscribers") => subscribers::subscriber(app).await.id.to_string(),
            "id" if route.starts_with("/desk/messages") => contact::open(app).await.id.to_string(),
            "id" if route.starts_with("/desk/people") => person(app, route).await,
            "id" if route.starts_with("/desk/reviewers") => app.person(REVIEWER).await.to_string(),
            "id" if route.contains("/news/") => publications::news(app, &self.reference).await.to_string(),
            "id" if route.starts_with("/admin/mail") => letter_that(app, route).await,
            "id" if route.contains("/answers/") => answer(app).await,
            "language" => "en".to_owned(),
            "page" => "privacy".to_owned(),
            "action" => "eligibility".to_owned(),
            "tag" => tag(app).await,
            "view" => view(app).await,
            "id" => elsewhere(app).await,
            other => panic!("nobody knows what {{{other}}} is in {route}"),
        }
    }

    async fn posted(&self, app: &TestApp, name: &str) -> String {
        match name {
            "version" => app.seen(&self.reference).await.to_string(),
            "edition" => self.edition(app).await.to_string(),
            "call" => app.call().await.to_string(),
            "agra" => app.actor(OWNER).await.memberships[0].organisation.to_string(),
            "organisation_version" => {
                let find = organisation::Entity::find().filter(organisation::Column::Slug.eq("agra"));
                find.one(app.db.read()).await.unwrap().unwrap().version.to_string()
            }
            "stranger" => app.person(STRANGER).await.to_string(),
            "checked" => {
                let proposal = app.case(OWNER, &self.reference).await.unwrap().proposal.id;
                let check = eligibility::Entity::find_by_id(proposal).one(app.db.read()).await.unwrap();
                check.map(|check| check.checked_at.millis().to_string()).unwrap_or_default()
            }
            "new_email" => new_address(),
            "pick" => {
                let case = app.case(HOUSE, &self.reference).await.unwrap();
                let held = decided::prepared(app.db.read(), case.proposal.id).await.unwrap();
                let held = held.map(|held| held.version.to_string()).unwrap_or_default();
                format!("{}:{}:{held}", self.reference, case.proposal.version)
            }
            "announcement" => app.ids.id::<AnnouncementId>(app.now()).to_string(),
            "attempt" => late_attempt::Entity::find()
                .filter(late_attempt::Column::ProposalId.eq(self.proposal(app).await))
                .one(app.db.read())
                .await
                .unwrap()
                .unwrap()
                .id
                .to_string(),
            "member" => member(app).await,
            "tag" => tag(app).await,
            "seen" => subscribers::subscriber(app).await.version.to_string(),
            other => panic!("nobody knows what {{{other}}} is in a form"),
        }
    }

    /// Has a decision prepared, if none is.
    async fn prepare(&self, app: &TestApp) {
        let case = app.case(HOUSE, &self.reference).await.unwrap();
        if decided::prepared(app.db.read(), case.proposal.id).await.unwrap().is_none() {
            let made = decision(Outcome::Approved);
            does!(app, HOUSE, self.reference, |act, actor, t| steering::hold_decision(act, actor, t, &made));
        }
    }

    /// An order to publish it in a day; the same for as long as it is open.
    async fn order(&self, app: &TestApp) -> String {
        self.prepare(app).await;
        let case = app.case(HOUSE, &self.reference).await.unwrap();
        let open = publishing_orders::open_items(app.db.read(), &[case.proposal.id]).await.unwrap();
        if let Some(item) = open.first() {
            return item.order_id.to_string();
        }
        let held = decided::prepared(app.db.read(), case.proposal.id).await.unwrap().map(|held| held.version);
        let pick = proposals::decisions::Pick { reference: self.reference.clone(), seen: case.proposal.version, held };
        let at = Some(app.now() + std::time::Duration::from_secs(86_400));
        let (_, texts) = letter_texts::now(app.db.read(), case.call.id).await.unwrap();
        let ordered = app
            .act(HOUSE, async |act, actor| publishing::order(act, actor, case.call.id, &[pick], (at, texts)).await)
            .await
            .unwrap();
        match ordered {
            publishing::Ordered::Order(id) => id.to_string(),
            other => panic!("nothing was ordered: {other:?}"),
        }
    }

    async fn proposal(&self, app: &TestApp) -> ProposalId {
        app.case(OWNER, &self.reference).await.unwrap().proposal.id
    }

    async fn attachment(&self, app: &TestApp) -> String {
        let proposal = app.case(OWNER, &self.reference).await.unwrap().proposal.id;
        let find = attachment::Entity::find()
            .filter(attachment::Column::ProposalId.eq(proposal))
            .filter(attachment::Column::MessageId.is_null());
        let row = find.one(app.db.read()).await.unwrap().unwrap();
        let place = app.files.folder().unwrap().join("sha256").join(&row.sha256[..2]);
        std::fs::create_dir_all(&place).unwrap();
        std::fs::write(place.join(&row.sha256), "%PDF-1.4 of a letter").unwrap();
        row.id.to_string()
    }

    /// A note of the owner.
    async fn note(&self, app: &TestApp) -> String {
        let write =
            app.act(OWNER, async |act, actor| noting::write(act, actor, &self.reference, "", "Between us.").await);
        write.await.unwrap();
        let last = note::Entity::find().order_by_desc(note::Column::Id).one(app.db.read()).await.unwrap();
        last.unwrap().id.to_string()
    }

    /// The first message of a conversation that the owner has begun with the secretariat, and its file.
    async fn said(&self, app: &TestApp) -> (message::Model, AttachmentId) {
        let proposal = self.proposal(app).await;
        let find = attachment::Entity::find()
            .filter(attachment::Column::ProposalId.eq(proposal))
            .filter(attachment::Column::MessageId.is_not_null());
        if let Some(file) = find.one(app.db.read()).await.unwrap() {
            let row = message::Entity::find_by_id(file.message_id.unwrap()).one(app.db.read()).await.unwrap();
            return (row.unwrap(), file.id);
        }
        let place = app.files.folder().unwrap().join("sha256/ef");
        std::fs::create_dir_all(&place).unwrap();
        std::fs::write(place.join("ef".repeat(32)), "%PDF-1.4 of a plan").unwrap();
        let file = attachments::New {
            name: "plan.pdf".to_owned(),
            media_type: "application/pdf".to_owned(),
            size: 18,
            sha256: "ef".repeat(32),
        };
        let saying = Saying { body: "A question.", files: vec![file], ..Saying::default() };
        let begun = app.act(OWNER, async |act, actor| {
            discussing::begin(act, actor, &self.reference, (Audience::Applicant, ""), saying).await
        });
        begun.await.unwrap();
        Box::pin(self.said(app)).await
    }

    /// A message of the secretariat that has not gone to the applicant yet; taken back, if it is to be thrown away.
    async fn held(&self, app: &TestApp, route: &str) -> String {
        let thread = app.say(HOUSE, &self.reference, Audience::Applicant, "Dear city.").await;
        let find = message::Entity::find().filter(message::Column::ThreadId.eq(thread));
        let id = find.one(app.db.read()).await.unwrap().unwrap().id;
        if route.ends_with("/removal") {
            let back = app.act(HOUSE, async |act, actor| discussing::take_back(act, actor, &self.reference, id).await);
            back.await.unwrap();
        }
        id.to_string()
    }

    /// The hash on the last receipt; one of nothing where nothing was submitted.
    async fn receipt(&self, app: &TestApp) -> String {
        let proposal = app.case(OWNER, &self.reference).await.unwrap().proposal.id;
        let last = proposals::submissions::last(app.db.read(), proposal).await.unwrap();
        last.map_or_else(|| "0".repeat(64), |last| last.sha256)
    }

    /// The name in the catalogue: what it will be, where it has none yet.
    async fn slug(&self, app: &TestApp) -> String {
        let slug = app.case(OWNER, &self.reference).await.unwrap().proposal.slug;
        slug.unwrap_or_else(|| format!("cool-roofs-{}", self.reference))
    }

    async fn guidelines(&self, app: &TestApp) -> String {
        app.definition().await.slug.clone()
    }

    async fn edition(&self, app: &TestApp) -> i64 {
        let case = app.case(OWNER, &self.reference).await.unwrap();
        let call = calls::by_id(app.db.read(), case.proposal.call_id).await.unwrap().unwrap();
        let definition = guidelines::definition(app.db.read(), call.guidelines_id).await.unwrap();
        proposals::drafts::load(app.db.read(), &definition, case.proposal.id).await.unwrap().edition()
    }
}

/// The proof of a partner of the proposal.
async fn partner(app: &TestApp, reference: &Reference) -> String {
    use initiatives::{entity::partner, partners};
    app.deliver_mail().await;
    let proposal = app.case(OWNER, reference).await.unwrap().proposal.id;
    let find = partner::Entity::find().filter(partner::Column::ProposalId.eq(proposal));
    match find.one(app.db.read()).await.unwrap() {
        Some(row) => partners::actions::proof(&app.app, row.id).unwrap(),
        None => "nobody".to_owned(),
    }
}

/// Someone of whom the line wants something: disabled, a reviewer, or invited and nothing more.
async fn person(app: &TestApp, route: &str) -> String {
    let person = someone_new();
    let act = app.begin_as("test").await.unwrap();
    let id = if route.ends_with("/roles/{role}/end") {
        ensure_invited(&act, &person, Place::Staff(StaffRole::Reviewer)).await.unwrap()
    } else {
        ensure_person(&act, &person, None).await.unwrap()
    };
    act.commit().await.unwrap();
    if route.ends_with("/enabling") {
        app.act(HOUSE, async |act, actor| disable(act, actor, id).await).await.unwrap();
    }
    id.to_string()
}

/// A letter with which can be done what the route does: one that nobody took, one that waits, one that was sent.
async fn letter_that(app: &TestApp, route: &str) -> String {
    let address = someone_new().email;
    app.post_letter(address.as_str()).await;
    let row = app.only_letter_to(address.as_str()).await;
    let (state, sent_at) = match route {
        _ if route.ends_with("/cancellation") => (LetterState::Queued, None),
        _ if route.ends_with("/copies") => (LetterState::Sent, Some(app.now())),
        _ => (LetterState::Failed, None),
    };
    letter::Entity::update_many()
        .col_expr(letter::Column::State, Expr::value(state))
        .col_expr(letter::Column::SentAt, Expr::value(sent_at))
        .filter(letter::Column::Id.eq(row.id))
        .exec(app.db.write())
        .await
        .unwrap();
    row.id.to_string()
}

/// An answer on the page of the call.
async fn answer(app: &TestApp) -> String {
    let (call, text) = (app.call().await, answered("May two cities apply together?", "They may."));
    let act = app.begin_as("test").await.unwrap();
    let id: CallAnswerId = act.id();
    answering::publish(&act, call, id, &text, Locale::En).await.unwrap();
    act.commit().await.unwrap();
    id.to_string()
}

/// A session of somebody who is in no column.
async fn elsewhere(app: &TestApp) -> String {
    let mut browser = app.sign_in("reviewer3@jury.example").await;
    browser.get("/account").await;
    let user = app.person("reviewer3@jury.example").await;
    let find = session::Entity::find().filter(session::Column::UserId.eq(user));
    find.one(app.db.read()).await.unwrap().unwrap().id.to_string()
}
