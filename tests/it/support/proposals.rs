//! The call and the proposals of the stories, made through the same actions.

use initiatives::{
    accounts::{self, Actor, actions::NewPerson},
    act::{Act, Who},
    calls::{self, Admits, Terms, Window, actions::Past},
    clock::Moment,
    error::Result,
    guidelines::{Answer, Answers, Definition, Value, definition, keep},
    ids::{CallId, Reference, ThreadId, UserId},
    proposals::{
        self, Case,
        actions::{
            co_editing,
            discussing::{self, Saying},
            drafting,
            saving::{self, NewFile},
            standing,
            steering::{self, Target},
            submitting,
        },
        asked,
        eligibility::Check,
        requests::{Numbered, Request, for_submission},
        rules::Audience,
        workflow::State,
    },
    words::Trilingual,
};
use sea_orm::EntityTrait;
use std::{sync::Arc, time::Duration};

use super::TestApp;

/// 2014-03-03T09:00:00 in Madrid.
const OPENS: Moment = Moment::from_millis(1_393_833_600_000);
/// 2014-05-15T23:59:59 in Madrid.
pub const CLOSES: Moment = Moment::from_millis(1_400_191_199_000);

/// The check-list of the guidelines of 2014 with everything met, as the form sends it.
pub const ALL_MET: [(&str, &str); 5] = [
    ("check-lead_admitted", "yes"),
    ("check-letter_signed", "yes"),
    ("check-within_themes", "yes"),
    ("check-involves_others", "yes"),
    ("check-readable", "yes"),
];

impl TestApp {
    /// The call of 2014: open from 3 March, extended to 15 May, with five minutes of grace.
    pub async fn call(&self) -> CallId {
        if let Some(known) = calls::by_slug(self.db.read(), "2014").await.unwrap() {
            return known.id;
        }
        let act = self.begin_as("test").await.unwrap();
        let source = include_str!("../../../seeds/guidelines/2014.toml");
        let guidelines = keep(&act, source, "seeds/guidelines/2014.toml").await.unwrap();
        let text = |text: &str| Trilingual { en: text.to_owned(), fr: text.to_owned(), es: text.to_owned() };
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
            window: Window::new(OPENS, CLOSES, Duration::from_secs(300)).unwrap(),
            admits: Admits::new(true, false).unwrap(),
            example: false,
        };
        let first_closes_at = Some(Moment::from_millis(1_398_895_199_000));
        let past = Past { first_closes_at, ..Past::default() };
        let call = calls::actions::ensure(&act, &terms, past).await.unwrap();
        act.commit().await.unwrap();
        call
    }

    pub async fn definition(&self) -> Arc<Definition> {
        let id = self.call().await;
        let call = calls::by_id(self.db.read(), id).await.unwrap().unwrap();
        definition(self.db.read(), call.guidelines_id).await.unwrap()
    }

    /// Someone of the stories, with all roles.
    pub async fn actor(&self, email: &str) -> Actor {
        let id = self.person(email).await;
        accounts::store::actor(self.db.read(), id).await.unwrap().unwrap()
    }

    /// Does something as someone, now, and commits it if it went well.
    pub async fn act<T>(&self, email: &str, verb: impl AsyncFnOnce(&Act, &Actor) -> Result<T>) -> Result<T> {
        let actor = self.actor(email).await;
        let act = self.begin(Who { by: actor.by(), at: self.now(), may_act: true }).await?;
        let done = verb(&act, &actor).await?;
        act.commit().await?;
        Ok(done)
    }

    /// Gives a proposal to a reviewer, who promises to keep what is read.
    pub async fn give(&self, reference: &Reference, reviewer: &str) -> UserId {
        let id = self.person(reviewer).await;
        self.act("secretariat@metropolis.example", async |act, actor| {
            standing::assign(act, actor, reference, id, standing::Asking::default()).await
        })
        .await
        .unwrap();
        let call = self.case(reviewer, reference).await.unwrap().call.id;
        self.act(reviewer, async |act, actor| standing::pledge(act, actor, call).await).await.unwrap();
        id
    }

    /// Someone begins a conversation about it with an audience.
    pub async fn say(&self, email: &str, reference: &Reference, audience: Audience, body: &str) -> ThreadId {
        let begun = self.act(email, async |act, actor| {
            discussing::begin(act, actor, reference, (audience, ""), Saying::plain(body)).await
        });
        begun.await.unwrap_or_else(|error| panic!("{email}: {error:?}"))
    }

    /// A proposal as someone finds it now.
    pub async fn case(&self, email: &str, reference: &Reference) -> Result<Case> {
        let actor = self.actor(email).await;
        proposals::case(self.db.read(), Some(&actor), reference, self.now()).await
    }

    /// The version of a proposal now.
    pub async fn seen(&self, reference: &Reference) -> i32 {
        use initiatives::entity::proposal;
        use sea_orm::{ColumnTrait, QueryFilter};
        let find = proposal::Entity::find().filter(proposal::Column::Reference.eq(reference.clone()));
        find.one(self.db.read()).await.unwrap().unwrap().version
    }

    /// A draft of Agra, with nothing but what the service knows.
    pub async fn draft(&self) -> Reference {
        let call = self.call().await;
        let actor = self.actor("official@agra.example").await;
        let agra = actor.memberships[0].organisation;
        self.act("official@agra.example", async |act, actor| drafting::create(act, actor, call, agra).await)
            .await
            .unwrap()
    }

    /// A draft of Agra that could be submitted.
    pub async fn complete_draft(&self) -> Reference {
        let reference = self.draft().await;
        let answers = complete_answers(&*self.definition().await);
        self.act("official@agra.example", async |act, actor| {
            saving::set(act, actor, &reference, answers, &[letter()]).await
        })
        .await
        .unwrap();
        reference
    }

    /// Has Agra invite someone of the stories to write in a proposal, and has them accept.
    pub async fn share(&self, reference: &Reference, email: &str) {
        self.invite_to_write(reference, email).await.unwrap();
        self.act(email, async |act, actor| co_editing::accept(act, actor, reference).await).await.unwrap();
    }

    /// Has Agra invite someone of the stories to write in a proposal.
    pub async fn invite_to_write(&self, reference: &Reference, email: &str) -> Result<UserId> {
        // As if the last invitation were long ago.
        initiatives::entity::throttle::Entity::delete_many().exec(self.db.write()).await?;
        let known = self.actor(email).await;
        let person = NewPerson { email: known.email, name: known.name, locale: known.locale, zone: known.zone };
        self.act("official@agra.example", async |act, actor| co_editing::invite(act, actor, reference, &person).await)
            .await
    }

    pub async fn submitted(&self) -> Reference {
        let reference = self.complete_draft().await;
        self.submit(&reference).await;
        reference
    }

    /// Agra answers what the secretariat asked when it returned the proposal; nothing happens if it was not returned.
    pub async fn answer_requests(&self, reference: &Reference) {
        let case = self.case("official@agra.example", reference).await.unwrap();
        let all = asked::of_case(self.db.read(), &case).await.unwrap();
        let open = for_submission(&all, case.standing.next_submission());
        if case.proposal.state != State::Returned || open.is_empty() {
            return;
        }
        let answer = |request: &Numbered| {
            (request.key().parse().unwrap(), Answer::Value(Value::Text("We have changed it.".to_owned())))
        };
        let answers: Answers = open.iter().map(answer).collect();
        self.act("official@agra.example", async |act, actor| saving::set(act, actor, reference, answers, &[]).await)
            .await
            .unwrap();
    }

    /// Agra submits; again, with the answers that were asked for, if the proposal was returned.
    pub async fn submit(&self, reference: &Reference) -> submitting::Receipt {
        self.answer_requests(reference).await;
        let seen = self.seen(reference).await;
        self.act("official@agra.example", async |act, actor| {
            submitting::submit(act, actor, reference, seen, None).await
        })
        .await
        .unwrap()
    }

    /// A submitted proposal that passed the check of eligibility, and whose review has started.
    pub async fn under_review(&self) -> Reference {
        let reference = self.submitted().await;
        self.act("secretariat@metropolis.example", async |act, actor| {
            standing::check_eligibility(act, actor, &reference, Check::first(true, "")).await?;
            let seen = self.seen_within(act, &reference).await;
            steering::start_review(act, actor, Target { reference: &reference, seen }).await
        })
        .await
        .unwrap();
        reference
    }

    /// The same as [`TestApp::seen`], within an act.
    pub async fn seen_within(&self, act: &Act, reference: &Reference) -> i32 {
        use initiatives::entity::proposal;
        use sea_orm::{ColumnTrait, QueryFilter};
        let find = proposal::Entity::find().filter(proposal::Column::Reference.eq(reference.clone()));
        find.one(act.tx()).await.unwrap().unwrap().version
    }
}

/// Returns a proposal with one request, about the whole of it.
pub async fn ask_for(act: &Act, actor: &Actor, target: Target<'_>, what: &str, due: Moment) -> Result<()> {
    let requests = [Request::plain(what)];
    let asked = steering::Asked { message: "", requests: &requests };
    steering::return_for_changes(act, actor, target, asked, due).await
}

/// The answers of an example proposal, complete, with the lead of the stories.
pub fn complete_answers(definition: &Definition) -> Answers {
    let seed: toml::Table = toml::from_str(include_str!("../../../seeds/demo/proposals/05-cool-roofs.toml")).unwrap();
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
